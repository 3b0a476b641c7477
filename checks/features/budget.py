"""Budget : présentation, chiffres, notes."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "=budget",
    "budgets",
    "budget communal",
    "budget primitif",
    "compte administratif",
    "budget de la commune",
    "finances communales",
    "budget municipal",
    "finances",
    "budget et finances",
    "note de présentation du budget",
    "compte financier unique",
    "présentation brève et synthétique",
    "débat d'orientation budgétaire",
    "rapport d'orientation budgétaire",
    "fiscalité",
    "finances locales",
    "budget finances",
    "budget de la ville",
    "budget 2",
    "taux d'imposition",
    "orientations budgétaires",
)
OTHERS = (
    "participatif",
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "point conseil",
    "association",
    "finances publiques",
    "conseiller",
    "trésorerie",
    "loi de finances",
    "conseil budget",
    "familial",
)

budget = Check(
    "budget",
    title="Budget",
    counts="Le budget présenté, ses chiffres ou ses notes ; le budget participatif n'en est pas.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("budget", "finances", "budget primitif", unless=OTHERS),
    ],
    examples=[
        seen('<a href="/budget">Budget</a>'),
        seen("<h2>Finances communales</h2>"),
        seen('<a href="bp.pdf">Budget primitif 2026</a>'),
        unseen("<h2>Budget participatif</h2>"),
        unseen("<h3>Adjoint aux finances</h3>"),
        unseen('<a href="https://www.impots.gouv.fr">Centre des finances publiques</a>'),
    ],
)
