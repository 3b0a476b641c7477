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
    "menus de la semaine",
    "menu de la semaine",
    "menus du mois",
    "menus restaurant scolaire",
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
    counts="Les menus de la cantine ; la cantine présentée sans menus n'en est pas.",
    signs=[
        link(*MENUS, unless=OTHERS),
        heading(*MENUS, unless=OTHERS),
        path("menus cantine", "menu cantine", "restaurant scolaire menus"),
    ],
    examples=[
        seen('<a href="menus.pdf">Menus de la cantine</a>'),
        seen("<h2>Menus du restaurant scolaire, semaine du 2 novembre</h2>"),
        seen('<td><a href="m.htm"><img alt="Menus du restaurant scolaire" src="m.gif"></a></td>'),
        unseen("<h2>Restauration scolaire</h2><p>Le repas coûte 3,20 €.</p>"),
        unseen('<button>Menu</button><a href="/x">Menu principal</a>'),
        unseen("<p>Le menu du banquet : jambon, gratin.</p>"),
        unseen("<h2>Inscription à la cantine</h2>"),
    ],
)
