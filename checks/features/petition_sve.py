"""Saisine par voie électronique."""

from checks.check import Check
from checks.observation import Trust
from checks.signs import heading, link, path, seen, text, unseen

NAMES = (
    "saisine par voie électronique",
    "saisine de l'administration",
    "=sve",
    "saisir la mairie par voie électronique",
    "saisir l'administration",
    "saisine électronique",
    "saisir la commune par voie électronique",
)

petition_sve = Check(
    "petition_sve",
    title="Saisine par voie électronique",
    counts="Une page ou un téléservice pour saisir la mairie par voie électronique, avec accusé de réception.",
    signs=[
        link(*NAMES),
        heading(*NAMES),
        path("saisine voie électronique", "sve", "saisine"),
        text("saisine par voie électronique", "saisir l'administration par voie électronique", trust=Trust.LIKELY),
    ],
    examples=[
        seen('<a href="/sve">Saisine par voie électronique</a>'),
        seen("<h2>Saisir l’administration</h2>"),
        seen("<p>La saisine par voie électronique (SVE) se fait à sve@exemple.fr ; un accusé de réception est envoyé.</p>"),
        unseen("<p>Saisine du tribunal administratif.</p>"),
        unseen('<a href="/contact">Contact</a>'),
        unseen('<a href="#">SVE</a>'),
    ],
)
