"""Équipements sportifs : stade, gymnase, piscine."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "équipements sportifs",
    "installations sportives",
    "=sport",
    "=sports",
    "sport et loisirs",
    "sports et loisirs",
    "=piscine",
    "piscines",
    "piscine municipale",
    "gymnase",
    "gymnases",
    "stade",
    "stades",
    "complexe sportif",
    "city stade",
    "terrain de tennis",
    "courts de tennis",
    "skate park",
    "skatepark",
    "salle de sport",
    "vie sportive",
    "centre aquatique",
    "boulodrome",
    "terrain multisports",
    "terrain de sport",
    "city park",
    "patinoire",
    "culture et sport",
    "infrastructures sportives",
    "terrains de sport",
    "hall sportif",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "club",
    "association sportive",
    "rue du stade",
    "résultats",
    "déclaration",
    "as ",
    "tournoi",
    "carte",
)

sports = Check(
    "sports",
    title="Équipements sportifs",
    counts="Les équipements sportifs présentés ; un club ou un tournoi n'en sont pas.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/sport">Équipements sportifs</a>'),
        seen("<h2>Piscine municipale</h2><p>Ouverte de 10 h à 19 h.</p>"),
        seen('<a href="g.htm">Le gymnase</a>'),
        unseen("<h3>Tournoi au stade</h3>"),
        unseen("<h2>Club de sport</h2>"),
        unseen("<p>12 rue du Stade</p>"),
    ],
)
