"""Cantine : les menus."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

MENUS = (
    "menu de la cantine",
    "menus de la cantine",
    "menus cantine",
    "menu cantine",
    "menus scolaires",
    "menus du restaurant scolaire",
    "menu du restaurant scolaire",
    "menus restauration scolaire",
    "menu scolaire",
    "=menus",
    "menus de la semaine",
    "menu de la semaine",
    "menus du mois",
    "menus restaurant scolaire",
)
PLACE = (
    "cantine scolaire",
    "=cantine",
    "restaurant scolaire",
    "restauration scolaire",
    "la cantine",
    "cantine et garderie",
    "restaurants scolaires",
    "école cantine",
    "repas chauds",
    "repas scolaires",
    "cantine garderie",
)
OTHERS = (
    "inscription",
    "traiteur",
    "burger",
    "accès rapide",
    "menu principal",
    "menu secondaire",
    "règlement",
    "tarifs de la salle",
    "recrute",
    "adjoint",
    "adjointe",
)

school_meals = Check(
    "school_meals",
    title="Cantine et menus",
    counts="Les menus de la cantine ; la cantine présentée sans menus est partielle.",
    signs=[
        link(*MENUS, unless=OTHERS),
        heading(*MENUS, unless=OTHERS),
        path("menus cantine", "menu cantine", "restaurant scolaire menus"),
        link(*PLACE, unless=OTHERS, whole=False),
        heading(*PLACE, unless=OTHERS, whole=False),
    ],
    examples=[
        seen('<a href="menus.pdf">Menus de la cantine</a>'),
        seen("<h2>Menus du restaurant scolaire, semaine du 2 novembre</h2>"),
        seen('<a href="/m">Menus</a>'),
        seen("<h2>Restauration scolaire</h2><p>Le repas coûte 3,20 €.</p>", "partial"),
        unseen('<button>Menu</button><a href="/x">Menu principal</a>'),
        unseen("<p>Le menu du banquet : jambon, gratin.</p>"),
        unseen("<h2>Inscription à la cantine</h2>"),
    ],
)
