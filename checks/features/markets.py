"""Marchés forains : jours et lieux."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "=marché",
    "=marchés",
    "marché hebdomadaire",
    "marchés hebdomadaires",
    "jour de marché",
    "jours de marché",
    "marché du samedi",
    "marché du dimanche",
    "marché du vendredi",
    "marché du jeudi",
    "marché du mercredi",
    "marché du mardi",
    "marché du lundi",
    "marchés forains",
    "marché forain",
    "foires et marchés",
    "marchés et foires",
    "marché de producteurs",
    "marché couvert",
    "les halles",
    "marché alimentaire",
    "le marché",
    "marchés de plein air",
    "marché local",
    "halle du marché",
    "marché aux",
    "marché bio",
    "marchés locaux",
    "marché dominical",
)
OTHERS = (
    "publics",
    "public",
    "noël",
    "appel d'offres",
    "procédure",
    "travaux",
    "consultation",
    "attribution",
    "immobilier",
    "du travail",
    "puces",
)

markets = Check(
    "markets",
    title="Marchés",
    counts="Les jours et les lieux de marché ; les marchés publics n'en sont pas.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("marché hebdomadaire", "marchés forains", "jours marché"),
    ],
    examples=[
        seen('<a href="/m">Marché du samedi</a>'),
        seen("<h2>Jours de marché</h2>"),
        seen("<h3>Foires et marchés</h3>"),
        unseen("<h2>Marchés publics</h2>"),
        unseen("<h3>Marché de Noël</h3>"),
        unseen("<p>Le marché de l’immobilier.</p>"),
    ],
)
