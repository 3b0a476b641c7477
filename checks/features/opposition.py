"""Expression des groupes : tribunes."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "tribune libre",
    "tribunes libres",
    "expression des groupes",
    "tribunes politiques",
    "expression politique",
    "expression des élus",
    "=tribunes",
    "tribune politique",
    "groupes politiques",
    "expression de l'opposition",
    "tribune de l'opposition",
    "groupe d'opposition",
    "libre expression",
    "expression libre",
    "tribune des élus",
    "expressions politiques",
    "élus de l'opposition",
    "groupes d'élus",
    "groupe minoritaire",
    "expression de la minorité",
)
OTHERS = ("stade", "gradins", "théâtre")

opposition = Check(
    "opposition",
    title="Expression des groupes",
    counts="Les tribunes des groupes du conseil, en ligne.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("tribune libre", "tribunes", "expression groupes", "expression politique"),
    ],
    examples=[
        seen('<a href="/t">Tribunes libres</a>'),
        seen("<h2>Expression des groupes politiques</h2>"),
        seen("<h3>Tribune de l’opposition</h3>"),
        unseen("<h3>La tribune du stade</h3>"),
        unseen("<p>L’opposition s’est abstenue.</p>"),
        unseen('<a href="#">Tribunes</a>'),
    ],
)
