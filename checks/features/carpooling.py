"""Covoiturage : page, aire, plateforme."""

from checks.check import Check
from checks.signs import known, seen, topic, unseen

NAMES = (
    "covoiturage",
    "co-voiturage",
    "autopartage",
    "aire de covoiturage",
    "auto-stop organisé",
    "rezo pouce",
    "autostop organisé",
)

carpooling = Check(
    "carpooling",
    title="Covoiturage",
    counts="Une page, une aire ou une plateforme de covoiturage ou d'autopartage.",
    signs=[*topic(*NAMES), known()],
    examples=[
        seen('<a href="/covoiturage.html">Co-voiturage</a>'),
        seen("<h3>Aire de covoiturage</h3>"),
        seen('<a href="https://www.blablacardaily.com/">Trajets du quotidien</a>'),
        unseen("<p>Pensez au covoiturage pour venir à la fête.</p>"),
        unseen("<h2>Voiturage de bois</h2>"),
        unseen('<a href="#">Covoiturage</a>'),
    ],
)
