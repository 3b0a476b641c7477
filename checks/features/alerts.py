"""Alertes : être prévenu par SMS, application ou message vocal."""

from checks.check import Check
from checks.signs import form, heading, known, link, path, seen, unseen

NAMES = (
    "alerte sms",
    "alertes sms",
    "sms alerte",
    "panneaupocket",
    "panneau pocket",
    "intramuros",
    "illiwap",
    "citykomi",
    "alerte citoyenne",
    "alerte à la population",
    "système d'alerte",
    "inscription aux alertes",
    "voisins vigilants",
    "alerte voix",
    "télé-alerte",
    "téléalerte",
    "=alertes",
    "alerte et information",
    "cedralis",
    "gedicom",
    "alertbox",
    "vigilance et alerte",
    "automate d'appel",
    "maelis",
    "infos sms",
    "sms info",
    "lumiplay",
    "mymairie",
    "politeia",
)
OTHERS = ("alerte météo du", "newsletter", "alerte enlèvement", "emploi")

alerts = Check(
    "alerts",
    title="Alertes",
    counts="Un service qui prévient les habitants : SMS, PanneauPocket, IntraMuros, Illiwap, message vocal.",
    signs=[
        known(),
        form("alerte", "sms", field="tel", unless=OTHERS),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("panneaupocket", "alerte sms", "alertes"),
    ],
    examples=[
        seen('<a href="https://app.panneaupocket.com/ville/123456-montclair-38000">Suivez-nous</a>'),
        seen("<h2>Alerte SMS : inscrivez-vous</h2>"),
        seen('<a href="/pp">PanneauPocket</a>'),
        unseen("<p>Une alerte aux orages est en cours.</p>"),
        unseen('<a href="/offres">Alerte emploi</a>'),
        unseen("<h3>Alerte météo du 12 juin</h3>"),
    ],
)
