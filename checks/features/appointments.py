"""Prise de rendez-vous en ligne."""

from checks.check import Check
from checks.signs import form, known, link, seen, unseen

NAMES = (
    "rendez-vous en ligne",
    "prendre rendez-vous",
    "prise de rendez-vous",
    "prenez rendez-vous",
    "réserver un rendez-vous",
    "réservation de rendez-vous",
    "rdv en ligne",
    "prendre rdv",
    "prise de rdv",
    "=rendez-vous",
    "=rdv",
    "votre rendez-vous en mairie",
    "rendez-vous cni",
    "rendez-vous passeport",
    "rendez-vous titres d'identité",
)
OTHERS = (
    "médecin",
    "maire",
    "doctolib",
    "santé",
    "vaccination",
    "avocat",
    "conciliateur",
    "architecte",
    "téléphone",
    "culturels",
    "sur rendez-vous",
    "elus",
    "élus",
    "don du sang",
    "assistante sociale",
)

appointments = Check(
    "appointments",
    title="Prise de rendez-vous en ligne",
    counts="Une réservation en ligne d'un rendez-vous avec un service ; « sur rendez-vous » dans un texte n'en est pas une.",
    signs=[known(), link(*NAMES, unless=OTHERS), form("rendez-vous", "rdv", field="date|time|datetime-local|select")],
    examples=[
        seen('<a href="https://www.rendezvousonline.fr/montclair">Carte d’identité : créneaux</a>'),
        seen('<a href="/rdv">Prendre rendez-vous en ligne</a>'),
        seen('<form method="post"><h2>Prise de rendez-vous</h2><select name="s"><option>CNI</select><input type="date"></form>'),
        unseen("<p>Le maire reçoit sur rendez-vous.</p>"),
        unseen('<a href="https://www.doctolib.fr">Prendre rendez-vous avec le médecin</a>'),
        unseen('<a href="/agenda">Les rendez-vous de l’été</a>'),
    ],
)
