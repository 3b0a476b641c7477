<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Facebook</title></head>
<body><h1>Facebook</h1>
<p></p></body></html>
