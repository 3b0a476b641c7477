"""Question au maire : un formulaire ou une page pour lui écrire."""

from checks.check import Check
from checks.signs import form, heading, link, path, seen, unseen

NAMES = (
    "écrire au maire",
    "écrivez au maire",
    "question au maire",
    "questions au maire",
    "une question au maire",
    "contacter le maire",
    "contactez le maire",
    "posez vos questions au maire",
    "poser une question au maire",
    "le maire vous répond",
    "interpeller le maire",
    "courrier au maire",
    "écrire à monsieur le maire",
    "écrire à madame le maire",
    "message au maire",
    "contacter vos élus",
    "contacter un élu",
    "écrire à vos élus",
    "courrier des lecteurs au maire",
    "dialoguer avec le maire",
    "rencontrer le maire",
    "le bourgmestre vous répond",
    "écrire à madame la maire",
)
OTHERS = ("édito", "mot du maire", "délégué")

ask_the_mayor = Check(
    "ask_the_mayor",
    title="Question au maire",
    counts="Un formulaire ou une page pour écrire au maire ; son édito n'en est pas.",
    signs=[
        form(
            "maire",
            "monsieur le maire",
            "madame le maire",
            "vos élus",
            "question au maire",
            field="textarea",
            unless=("adjoint au maire", "mairie de"),
        ),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("question maire", "écrire maire", "contacter maire"),
    ],
    examples=[
        seen(
            '<h1>Écrire au maire</h1><form method="post"><input type="email"><textarea></textarea><button>Envoyer</button></form>'
        ),
        seen('<a href="/q">Posez vos questions au maire</a>'),
        seen("<h2>Le maire vous répond</h2>"),
        unseen("<h2>Le mot du maire</h2>"),
        unseen("<p>Question : le maire a répondu que non.</p>"),
        unseen('<a href="#">Écrire au maire</a>'),
    ],
)
