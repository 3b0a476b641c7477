<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Partager sur Facebook</title></head>
<body>
<h1>Partager sur Facebook</h1>
<p>Se connecter pour partager.</p>
<p><small>Page de démonstration tenant lieu du site www.facebook.com ; ce n'est pas le site réel.</small></p>
</body>
</html>
