"""Alertes : être prévenu par SMS, application ou message vocal."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.ended import ENDED
from checks.reading.passages import Around, passages
from checks.reading.sections import beneath
from checks.reading.spots import headed
from checks.signs import form, heading, known, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases
from crawler.markup import squeeze
from crawler.page import Page

BARE = ("être alerté", "soyez alerté", "restez alerté", "être averti", "soyez averti", "être prévenu", "soyez prévenu")
"""By which means is told beneath: it may be a poster."""
NAMES = (
    *("alerte sms", "alertes sms", "sms alerte", "panneaupocket", "panneau pocket", "intramuros", "illiwap", "citykomi"),
    *("alerte citoyenne", "alerte à la population", "système d'alerte", "inscription aux alertes", "voisins vigilants"),
    *("alerte voix", "télé-alerte", "téléalerte", "=alertes", "alerte et information", "cedralis", "gedicom", "alertbox"),
    *("vigilance et alerte", "automate d'appel", "maelis", "infos sms", "sms info", "lumiplay", "mymairie", "politeia"),
    *("alertes municipales", "alertes de masse", "avis et alertes", "alertes et avis", "be-alert", "système d'alerte sms"),
    *("vigilance citoyenne", "alerte téléphonique", "inscription sms", "service sms", "message d'alerte", "=neocity"),
    *("=commune connect", "appels en masse"),
    *BARE,
    *("alerte par sms", "prévenu par sms", "informé par sms"),
    *("information par sms", "infos par sms", "notifications sms", "dispositif d'alerte", "service d'alerte"),
    *("abonnement aux alertes", "abonnez-vous aux alertes", "s'inscrire aux alertes", "appels automatisés"),
    *("averti par téléphone", "prévenu par téléphone"),
    *("système de notification", "alertes et notifications", "alertswiss", "fr-alert"),
    *("cityall", "maires et citoyens"),
    *("=notifications", "recevez les alertes", "recevoir les alertes", "alertes de la commune"),
    *("alertes de la mairie", "alertes de la ville"),
)
OTHERS = (
    "newsletter",
    "alerte enlèvement",
    "emploi",
    *("alerte météo", "alerte sécheresse"),
)

WARNING, OFF = Phrases(*BARE), Phrases(*OTHERS)
MEANS = Phrases(
    *("sms", "texto", "téléphone", "application", "appli", "courriel", "mail", "e-mail", "notification", "message vocal"),
    *("inscription", "inscrivez-vous", "s'inscrire", "abonnez-vous", "s'abonner", "appelle", "automate"),
)
APPS = Around("panneaupocket", "panneau pocket", "intramuros", "illiwap", "citykomi", "maelis", "politeia")
JOINED = re.compile(
    r"\b(?:install|télécharg|abonne|inscri|suivez|suivre|rejoign|gratuit|disponible|sur votre (?:téléphone|smartphone)|être (?:prévenu|alerté|informé)|scann|ajoute[rz]|(?:laissé|donné) (?:leur|son|votre) numéro)",
    re.I,
)
"""What one is asked to do with the application."""
INSIDE = re.compile(r"\bintramuros\b")
"""Within the walls of a town; the application bears capitals."""
LEFT = re.compile(r"\b(?:n['’]utilise|n['’]est|ne sera|étudie|à l['’]étude|envisag|remplac|résili)", re.I)

MESSAGES = Around("sms", "texto", "message vocal", "message sur")
WARNED = re.compile(
    r"\b(?:prévenue?s?|alertée?s?|avertie?s?)\b[^.!?]{0,60}\b(?:SMS|textos?|message vocal)\b|\b(?:SMS|textos?)\b[^.!?]{0,50}\b(?:intempéries|urgence)\b"
    r"|\benvoie\b[^.!?]{0,40}\b(?:messages?|SMS|textos?)\b[^.!?]{0,80}\bnuméros?\b",
    re.I,
)
FRAUD = re.compile(r"\b(?:arnaque|fraud|escroc|colis|cliquez pas)", re.I)


def _look(page: Page) -> Iterator[Observation]:
    """A sentence that names the application and says how to get it; a heading that promises a warning, with the means of it."""
    for one in headed(page, WARNING, unless=OFF):
        if MEANS.within(f"{one.text} {beneath(page, one)}"):
            yield Observation.at(page, one, Trust.LIKELY, proof="heading")
    for text in () if proceedings(page) else passages(page, APPS):
        if JOINED.search(text) and not (LEFT.search(text) or ENDED.search(text) or INSIDE.search(text)):
            yield Observation.at(page, squeeze(text), Trust.LIKELY, proof="text", target=page.url)
            return
    for text in () if proceedings(page) else passages(page, MESSAGES):
        if WARNED.search(text) and JOINED.search(text) and not (LEFT.search(text) or FRAUD.search(text)):
            yield Observation.at(page, squeeze(text), Trust.LIKELY, proof="text", target=page.url)
            return


JOIN = re.compile(
    r"\b(?:inscri|laiss(?:ez|é|er)\b|abonn|communiqu|donnez|donné\b|prévient|alerte|recev|envoie\b)\w*[^.!?]{0,120}\b(?:alert|prév|avert|danger|crue|urgence|coup(?:é|ure)|orage|foyers?|habitants|riverains|inscrits?|numéros?\b|mairie)|\bappelle\b[^.!?]{0,100}\b(?:inscri|votre numéro)|\b(?:crue|danger|urgence|alert\w+)\b[^.!?]{0,100}\binscri",
    re.I,
)
"""That one signs up to be warned."""


alerts = Check(
    "alerts",
    title="Alertes",
    counts="Un service qui prévient les habitants : SMS, PanneauPocket, IntraMuros, Illiwap, message vocal.",
    look=_look,
    signs=[
        known(),
        form("alerte", "sms", "m'appeler en cas", "m'avertir en cas", "me prévenir en cas", field="tel", unless=OTHERS),
        link(*NAMES, unless=[other for other in OTHERS if other != "newsletter"]),
        heading(*(n for n in NAMES if n not in BARE), unless=OTHERS),
        path("panneaupocket", "alerte sms", "alertes"),
        sentence(
            *("message vocal", "sms", "textos", "prévenu par téléphone", "numéro de portable", "automate d'appel"),
            *("téléalerte", "système d'alerte", "message vous est envoyé", "appel automatique", "appel téléphonique"),
            *("appel téléphonique automatique", "message téléphonique", "message automatique"),
            *(f"appelle {whom}" for whom in ("les foyers", "les habitants", "chaque foyer", "les riverains")),
            *("automate vous appelle", "texto"),
            *("message sur les téléphones", "message sur votre téléphone", "message sur vos téléphones"),
            says=JOIN,
            unless=(
                "arnaque",
                "fraude",
                "colis",
                "banque",
                "loterie",
                "météo-france",
                "enedis",
                "linky",
                "compteur",
                "crédit",
                "démarchage",
                "escrocs",
            ),
        ),
    ],
    examples=[
        seen(
            "<h1>Au village</h1><p>Route fermée, orage : le maire envoie un message sur les téléphones de qui a laissé son numéro.</p>"
        ),
        unseen("<h1>Au village</h1><p>L’abonnement à PanneauPocket, gratuit, n’a pas été renouvelé.</p>"),
        unseen("<h1>Au village</h1><p>Laissez un message sur le répondeur de la mairie.</p>"),
        seen("<h1>Au village</h1><p>Pour être averti par SMS des intempéries, inscrivez-vous au secrétariat.</p>"),
        unseen("<h1>Au village</h1><p>Arnaque : un SMS vous dit en urgence de vous inscrire ? Effacez-le.</p>"),
        seen("<h1>Au village</h1><p>En cas d’alerte, un appel téléphonique automatique prévient les habitants.</p>"),
        seen("<h1>Au village</h1><p>La mairie appelle les riverains quand l’eau monte : faites-vous inscrire.</p>"),
        unseen("<h1>Au village</h1><p>Un message automatique d’Enedis prévient les habitants du passage.</p>"),
        unseen("<h1>Au village</h1><p>Un appel téléphonique a alerté les pompiers.</p>"),
        seen('<a href="/a">CityAll</a>'),
        unseen("<p>Le stationnement est gratuit intramuros, disponible toute la nuit.</p>"),
        seen("<p>Téléchargez l’appli IntraMuros et choisissez la commune.</p>"),
        seen("<p>Pour être prévenu d’une coupure d’eau, installez PanneauPocket sur votre téléphone.</p>"),
        unseen("<p>La commune étudie PanneauPocket, gratuit pour les habitants.</p>"),
        unseen("<h1>Compte rendu du conseil municipal</h1><p>Le maire propose de s’abonner à PanneauPocket.</p>"),
        seen('<a href="https://app.panneaupocket.com/ville/123456-montclair-38000">Suivez-nous</a>'),
        seen("<h2>Alerte SMS : inscrivez-vous</h2>"),
        seen('<a href="/pp">PanneauPocket</a>'),
        unseen("<p>Une alerte aux orages est en cours.</p>"),
        unseen('<a href="/offres">Alerte emploi</a>'),
        unseen("<h3>Alerte météo du 12 juin</h3>"),
        unseen('<a href="#">Alertes SMS</a>'),
        seen("<h2>Être averti par téléphone</h2><p>En cas de crue, la ville appelle les foyers.</p>"),
        seen("<h2>Être averti</h2><p>En cas de crue, la ville appelle les foyers inscrits : abonnez-vous en mairie.</p>"),
        unseen("<h2>Être prévenu</h2><p>Les nouvelles urgentes sont affichées à la mairie.</p>"),
        unseen("<p>Vous serez averti de la décision.</p>"),
        seen('<a href="/a">Être alerté par SMS</a>'),
        seen('<a href="/a">Restez informés par SMS</a>'),
        seen('<a href="/a">Alertes SMS et newsletter</a>'),
        seen("<h1>Au village</h1><p>Inscrivez-vous pour être prévenu par téléphone en cas de danger.</p>"),
        seen("<h1>Au village</h1><p>Un message vocal prévient chaque foyer inscrit quand l’eau est coupée.</p>"),
        unseen("<h1>Au village</h1><p>Un SMS frauduleux circule, alertez la banque.</p>"),
        unseen("<h1>Au village</h1><p>Inscrivez-vous par SMS au repas.</p>"),
        seen('<a href="/a">Notifications</a>'),
        seen("<h2>Recevez les alertes de la commune</h2>"),
    ],
)
