"""Office de tourisme : son site ou sa page."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "office de tourisme",
    "office du tourisme",
    "offices de tourisme",
    "syndicat d'initiative",
    "bureau d'information touristique",
    "point info tourisme",
    "point information touristique",
    "maison du tourisme",
    "office municipal de tourisme",
    "centre touristique",
    "accueil touristique",
    "office intercommunal de tourisme",
    "bureau d'accueil touristique",
    "tourisme office",
    "bureau de tourisme",
    "bureau touristique",
)

tourist_office = Check(
    "tourist_office",
    title="Office de tourisme",
    counts="Un lien vivant vers le site de l'office, ou sa page.",
    signs=[
        link(*NAMES, unless=("taxe", "président", "rue de")),
        heading(*NAMES, unless=("taxe", "rue de")),
        path("office tourisme", "office de tourisme", "syndicat initiative"),
    ],
    examples=[
        seen('<a href="http://www.tourisme-montclair.example/">Office du Tourisme</a>'),
        seen("<h2>Office de tourisme</h2><p>Ouvert tous les jours l’été.</p>"),
        seen('<a href="http://ot.example/"><img alt="Syndicat d’initiative" src="ot.gif"></a>'),
        seen('<a href="http://mort.example/">Office de tourisme</a>', "inactive", gone=("http://mort.example/",)),
        unseen("<p>Départ devant l’office de tourisme à 9 h.</p>"),
        unseen('<a href="/tourisme">Tourisme</a>'),
        unseen('<a href="#">Office de tourisme</a>'),
        unseen("<h1>Mentions légales</h1><h2>Hébergement</h2><p>OVH</p>"),
    ],
)
