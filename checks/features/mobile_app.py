"""Application mobile de la commune."""

from checks.check import Check
from checks.signs import heading, known, link, seen, unseen

NAMES = (
    "application mobile", "appli mobile", "application de la ville", "télécharger l'application", "téléchargez l'application",
    "application smartphone", "l'appli", "appli de la commune", "application citoyenne", "notre application",
    "application de la commune", "application municipale", "appli mairie", "application mairie", "app mobile",
    "app de la ville", "ville dans votre poche", "mairie dans votre poche", "commune dans votre poche", "mairie en poche",
)  # fmt: skip
OTHERS = ("application du droit", "date d'application", "panneaupocket")

mobile_app = Check(
    "mobile_app",
    title="Application mobile",
    counts="L'application de la commune, avec ses liens de téléchargement.",
    signs=[known(), link(*NAMES, unless=OTHERS), heading(*NAMES, unless=OTHERS)],
    examples=[
        unseen("<h4>Application mobile</h4><p>La commune prépare son application, elle arrivera courant 2027.</p>"),
        unseen("<h3>Application mobile</h3><p>Elle sera bientôt disponible.</p>"),
        seen('<a href="https://play.google.com/store/apps/details?id=fr.montclair">Android</a>'),
        seen("<h2>L’application mobile de la ville</h2>"),
        seen('<a href="/appli">Téléchargez l’application</a>'),
        unseen("<p>L’application du règlement est immédiate.</p>"),
        unseen("<h3>Date d’application</h3>"),
        unseen('<a href="#">Application mobile</a>'),
        seen('<a href="/a">La commune dans votre poche</a>'),
    ],
)
