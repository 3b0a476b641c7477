"""Accès public à internet : espace numérique, cyber-base, France Services, conseiller numérique."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import blocks, proceedings
from checks.reading.spots import says_itself
from checks.signs import heading, link, path, seen, sentence, told, unseen
from checks.text.folding import fold
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "aider sur internet", "aide informatique", "aide à l'informatique", "aide sur internet", "cours d'informatique",
    "à l'aise avec le numérique", "à l'aise avec internet", "accompagnement internet", "permanence informatique",
    "espace public numérique", "=epn", "cyber-base", "cyberbase", "cyber base", "cybercentre", "cyber centre", "cyberespace",
    "espace numérique", "france services", "maison france service", "espace france services", "conseiller numérique",
    "conseillère numérique", "point d'accès internet", "accès public à internet", "accès internet public", "accès à internet",
    "bornes internet", "borne internet", "wifi public", "wi-fi public", "wifi gratuit", "wi-fi gratuit", "point internet",
    "points internet", "points d'accès", "inclusion numérique", "médiation numérique", "maison de services au public", "msap",
    "point numérique", "point public multimédia", "espace multimédia", "espaces multimédia", "point multimédia",
    "réseau multimédia", "pôle multimédia", "salle multimédia", "espace internet", "=multimédia", "aide numérique",
    "permanence numérique", "aide administrative et numérique", "accompagnement administratif et numérique", "accompagnement numérique", "ordinateurs en libre accès", "lieux d'accès à internet",
    "tiers-lieu numérique", "netpublic", "fracture numérique", "espaces numériques", "conseillers numériques", "cyber-carbet",
    "carbet numérique", "cybercarbet", "postes informatiques en libre accès", "initiation à l'informatique", "micro-informatique", "cases numériques",
    "cyber-case", "cybercase", "accès libre à internet", "maison numérique", "espace cyber", "cyber-espace",
    "aide aux démarches numériques", "accompagnement aux démarches en ligne", "bus numérique", "bus france services",
    "e-accompagnement", "permanence france services", "pôle informatique", "espace informatique", "salle informatique",
    "outils informatiques", "wifi territorial", "borne wifi", "wifi4eu", "atelier informatique", "médiateur numérique",
    "médiatrice numérique", "coach numérique", "espace public multimédia", "café internet", "postes internet",
    "ordinateurs publics", "internet sans fil", "mercredis du numérique", "jeudis du numérique", "café numérique",
    "=atelier numérique", "=ateliers numériques", "=ateliers informatiques", "point d'accès numérique",
    "guichet france services", "cyber-café", "cybercafé", "wifi en accès libre", "wifi en libre accès",
    "internet en libre accès", "ordinateurs en accès libre", "wifi de la place", "wifi du village", "wifi de la mairie",
    "wifi du bourg", "wifi sur la place", "wifi de la ville", "wifi de la commune", "wifi municipal", "wifi communal", "=wifi",
    "=wi-fi", "bornes wifi", "point wifi", "points wifi", "zone wifi", "zones wifi", "hotspot wifi", "internet pour tous",
    "internet gratuit", "permanences numériques", "permanences informatiques", "ordinateurs à disposition",
    "ordinateur à disposition", "ordinateur en libre accès", "ordinateur en libre-service", "ordinateurs en libre-service",
)  # fmt: skip
OTHERS = (
    "espace numérique de travail", "ent", "location", "salle des fêtes", "gîte", "camping", "chambre", "accès au droit",
    "droit", "plage", "sentier", "déchets", "fournisseurs", "fournisseur", "opérateurs",
)  # fmt: skip

PLACES = ("bibliothèque", "médiathèque", "point lecture", "maison de quartier", "centre social", "agence postale", "cybercentre")
HIRED = ("location", "louer", "loue", "salle des fêtes", "gîte", "camping", "chambre", "places assises", "vaisselle", "caution")
LET = Phrases(*HIRED)
PLACE, AT_PLACE = Prose(*PLACES), Phrases(*PLACES)
ACCESS = Prose(
    "accès internet", "accès à internet", "postes informatiques", "ordinateurs", "wifi", "wi-fi", "connexion internet",
    "postes internet", "internet sans fil", "poste informatique", "poste internet",
)  # fmt: skip
HELPER = Prose(
    "france services", "conseiller numérique", "conseillère numérique", "conseillers numériques", "médiateur numérique"
)
PLANNED = re.compile(r"\b(?:souhait|ambitionn|envisag|projet|programme de mandat|verra le jour)", re.I)
MACHINES = Prose("ordinateurs", "postes informatiques", "imprimante")
WIFI = Prose("wifi", "wi-fi", "internet sans fil")
OPEN_AIR = re.compile(
    r"\b(?:wi-?fi|sans fil)\b(?=[^.!?]{0,80}\b(?:gratuit\w*|libre|ouvert|sans code)\b)[^.!?]{0,80}\b(?:place|parvis|halle|mairie|bourg|village|centre-ville|jardin public|port|esplanade)\b",
    re.I,
)
"""Waves for all, and where they are caught."""
INNS = Phrases("restaurant", "auberge", "bar", "café", "hôtel", "terrasse")
FAR = Phrases("préfecture", "sous-préfecture")
"""Where the State receives, not the town."""
RECEIVES = re.compile(
    r"\b(?:permanence|reçoi|accueil|rendez-vous|disponible|à votre écoute|vous (?:aide|accompagne))|\d\s?h\b"
    r"|\b(?:du|chaque|tous les|(?:premier|deuxième|troisième|dernier))\s(?:lun|mar|mercre|jeu|vendre|same)dis?\b",
    re.I,
)
OPEN = re.compile(
    r"\b(?:ordinateurs|postes informatiques|imprimante)\b[^.!?;]{0,100}\d\s?h\s?\d{0,2}\s?(?:à|-|–|/)\s?\d{1,2}\s?h", re.I
)
NOT_OPEN = Phrases(
    "élèves", "classe", "scolaire", "garderie", "collecte", "déchèterie", "recyclage", "réparation", "vol", "achat"
)


HELPED = re.compile(
    r"\b(?:ordinateurs?|PC|tablettes?|postes? (?:informatiques?|internet))\b[^.!?]{0,60}\b(?:disposition|libre[- ](?:accès|service)|accès libre|reliés à internet|ouverts? à tous)"
    r"|\bvous (?:aid|accompagn|guid|initi|form|appren)\w*\b[^.!?]{0,60}\b(?:ordinateur|tablette|internet|numériques?|informatique|smartphone)"
    r"|\b(?:apprend|appren(?:nent|dre)|initie|enseigne)\b[^.!?]{0,40}\b(?:ordinateur|tablette|smartphone|informatique|internet)"
    r"|\b(?:on|qui) vous (?:aide|guide|accompagne)\b|\b(?:vous|s['’])\s?(?:initi|apprendre|familiaris)\w*|\bse servir d[eu'’]"
    r"|\bn['’]avez pas (?:d['’])?(?:internet|ordinateur)\b"
    r"|\baide\b[^.!?]{0,30}\b(?:à l['’]utilisation|aux démarches|à l['’]usage|à la prise en main)\b",
    re.I,
)
"""That one may sit down at one, or is helped with it."""
NOT_PUBLIC = (
    *HIRED,
    *("élèves", "classe", "résidence", "ehpad", "restaurant", "coupé", "coupure", "maison de retraite", "hôtel"),
    *("auberge", "bar", "café", "studio", "lave-linge", "festival", "aire de services"),
    *("camping-cars", "numérique de travail", "fibre optique", "déploiement", "éligibilité", "opérateur"),
    *("fournisseur", "garderie", "vol", "achat", "impôts"),
)


@check(
    "public_internet",
    "Lieux d'accès public à internet",
    counts="Un lieu où se connecter ou se faire aider : espace numérique, France Services, conseiller numérique, wifi public.",
    signs=[
        told(
            *("postes informatiques", "ordinateurs en libre accès", "wifi gratuit", "conseillère numérique"),
            *("conseiller numérique", "france services"),
        ),
        link(*NAMES, unless=OTHERS),
        replace(heading(*NAMES, unless=OTHERS), subject=True),
        path("espace public numérique", "france services", "cyber base", "conseiller numérique", "wifi public"),
        sentence(
            *(
                "ordinateur",
                "ordinateurs",
                "tablette",
                "tablettes",
                "smartphone",
                "informatique",
                "numérique",
                "numériques",
                "internet",
            ),
            says=HELPED,
            unless=(*NOT_PUBLIC, *NOT_OPEN.folded, "école", "enfants", "jeux vidéo", "harcèlement", "tri", "collecté", "données"),
        ),
        sentence(
            *("accès à internet", "accès internet", "aller sur internet", "naviguer sur internet"),
            *("point d'accès wifi", "wifi public", "conseiller numérique"),
            *("conseillère numérique", "ateliers d'informatique", "ateliers informatiques", "initiation à l'informatique"),
            *("espace public numérique", "epn", "poste informatique", "postes informatiques", "imprimante"),
            *("espace informatique", "salle informatique", "espace multimédia", "espace numérique"),
            *("point numérique", "cyber-base"),
            *("point d'accès numérique", "point d'accès internet", "point internet", "borne internet", "borne numérique"),
            *("servir de votre ordinateur", "servir d'un ordinateur", "utiliser un ordinateur", "démarches numériques"),
            *("france services", "besoin d'un ordinateur", "pas d'ordinateur", "apprendre l'ordinateur", "aide à l'ordinateur"),
            unless=NOT_PUBLIC,
        ),
    ],
    examples=[
        unseen("<h2>Wifi public</h2><p>La borne n’a jamais été remplacée.</p>"),
        unseen("<h2>Espace public numérique</h2><p>Ouverture prévue fin 2027.</p>"),
        seen("<h1>Au bourg</h1><dl><dt>Poste informatique</dt><dd>À la mairie, le mardi de 9 h à 12 h.</dd></dl>"),
        unseen(
            "<h1>Au bourg</h1><dl><dt>Poste informatique</dt><dt>La levée</dt><dd>À la mairie, le mardi de 9 h à 12 h.</dd></dl>"
        ),
        seen("<h1>Au bourg</h1><p>Chaque jeudi, un animateur vient vous apprendre à vous servir de votre tablette.</p>"),
        seen("<h1>Au bourg</h1><p>Huit ordinateurs sont en libre accès à l’étage.</p>"),
        seen("<h1>Au bourg</h1><p>Deux voisins vous guident pour vos papiers sur internet, vendredi 10 h - 12 h.</p>"),
        unseen("<h1>Au bourg</h1><p>Deux voisins vous guident pour vos papiers sur internet, vendredi 10 mai.</p>"),
        seen("<h1>Au bourg</h1><p>Une bénévole apprend aux aînés à se servir d’un smartphone, un lundi sur deux.</p>"),
        unseen("<h1>Au bourg</h1><p>On apprend aux élèves à se servir d’un smartphone, un lundi sur deux.</p>"),
        unseen("<h1>Au bourg</h1><p>Un ordinateur vous aide à trier vos déchets électroniques ? Portez-le à la collecte.</p>"),
        unseen("<h1>Au bourg</h1><p>L’école a reçu dix ordinateurs mis à disposition des élèves.</p>"),
        seen("<h1>Ici</h1><p>À la mairie, une tablette permet de naviguer sur internet, le mardi de 9 h à 12 h.</p>"),
        unseen("<p>Wifi gratuit sur la place, à la terrasse du restaurant.</p>"),
        unseen("<h1>Le camping</h1><p>Wifi gratuit à l’accueil, au centre du bourg.</p>"),
        seen("<h1>Au village</h1><p>Le wifi est libre devant la mairie, toute l’année.</p>"),
        seen("<h1>Au village</h1><p>La salle informatique est ouverte à tous le jeudi à 17 h.</p>"),
        unseen("<h1>Au village</h1><p>L’auberge propose le wifi gratuit.</p>"),
        seen('<a href="/w">Le wifi du village</a>'),
        seen("<h1>La médiathèque</h1><p>Un poste informatique est réservé aux lecteurs.</p>"),
        unseen("<h1>Pratique</h1><p>La grange : 60 places assises, cuisine, accès internet, 90 € le week-end.</p>"),
        unseen("<h1>Le gîte</h1><p>Internet sans fil, lave-linge.</p>"),
        seen("<h1>Au village</h1><p>Besoin d’un ordinateur ? Lila vous apprend, le lundi à 18 h, à la cantine.</p>"),
        unseen("<h1>Au village</h1><p>Besoin d’un ordinateur ? Le magasin de Rives les répare.</p>"),
        seen("<h2>Les mercredis du numérique</h2><p>De 10 h à 18 h à la mairie, avec un ordinateur et de l’aide.</p>"),
        unseen("<h1>Agenda</h1><h3>Atelier numérique : bien utiliser son smartphone</h3>"),
        seen("<h2>Se faire aider sur internet</h2><p>Tous les lundis, salle du foyer, de 14 h à 17 h.</p>"),
        unseen("<h2>Aide à la mobilité</h2>"),
        seen("<h1>Pratique</h1><p>Le bus France Services stationne sur la place le premier jeudi du mois, de 9 h 30 à 12 h.</p>"),
        seen("<h1>Aide</h1><p>Douze ordinateurs en accès libre, un conseiller numérique, du mardi au samedi.</p>"),
        unseen("<h1>La poste</h1><p>Le label France Services a été demandé par la communauté.</p>"),
        seen("<h2>Espace France Services</h2><p>Lundi 9 h - 12 h</p>"),
        seen('<a href="/epn">Espace public numérique</a>'),
        seen("<h3>Cyber-base de la gare</h3>"),
        seen('<a href="cn.html">Conseillère numérique</a>'),
        unseen("<h2>Salle des fêtes</h2><p>Accès internet inclus dans la location.</p>"),
        unseen('<a href="/ent">Espace numérique de travail du collège</a>'),
        seen("<p>La bibliothèque municipale propose prêt de livres et accès internet.</p>"),
        unseen("<h3>Gîte communal : accès à internet</h3>"),
        unseen('<a href="#">Espace numérique</a>'),
        unseen("<h1>Location de la salle</h1><ul><li>Accès internet</li><li>Wifi</li></ul>"),
        unseen("<h1>Location de salle</h1><h2>Accès internet</h2>"),
        seen("<h1>Infos</h1><p>Une conseillère numérique tient permanence à la mairie le mardi.</p>"),
        seen("<h1>La mairie</h1><p>Dans l’ancienne poste, deux ordinateurs, le vendredi de 14h à 18h.</p>"),
        unseen("<h1>La mairie</h1><p>La commune a recruté un conseiller numérique en 2022.</p>"),
        unseen("<h1>L’école</h1><p>Les élèves ont dix ordinateurs. Garderie de 16h30 à 18h30.</p>"),
        seen('<a href="/a">Borne wifi</a>'),
        seen("<h1>Réseau multimédia</h1><p>Le mardi de 10h à 12h, gratuit avant 18 ans.</p>"),
        unseen("<p>Des médiateurs numériques vous accompagnent à la préfecture.</p>"),
        seen('<a href="/a">Ateliers informatiques</a>'),
        unseen('<a href="/a">Point d’accès au droit</a>'),
        unseen("<p>Le conseil souhaite ouvrir un accès à internet et rénover la bibliothèque.</p>"),
        unseen('<a href="/a">Points d’accès à la plage</a>'),
        seen(
            "<h1>Au village</h1><p>Ateliers d’informatique pour débutants, le lundi à 14 h, à la salle des aînés, par la conseillère numérique.</p>"
        ),
        seen("<h1>Au village</h1><p>La médiathèque prête des tablettes et donne accès à internet sur quatre postes.</p>"),
        unseen("<h1>Au village</h1><p>Le restaurant offre un accès internet gratuit.</p>"),
        unseen("<h1>Au village</h1><p>L’EHPAD propose un accès internet aux résidents.</p>"),
        unseen('<a href="/a">Accès à internet : les fournisseurs</a>'),
        unseen("<h1>Le tri</h1><p>Pour un bac : bacs@epn-rives.example ou 04 00 00 00 00.</p>"),
        seen("<h1>Se former</h1><p>L’EPN ouvre le mardi à 14 h : epn@rives.example.</p>"),
    ],
)
def public_internet(page: Page) -> Iterator[Observation]:
    """One paragraph says it: a library that offers access, a helper who receives, machines that are there at given hours."""
    let = LET.within(page.headline)
    at_home = AT_PLACE.within(page.headline)
    place = says_itself(page, ACCESS) and (at_home or says_itself(page, PLACE))
    if not (place or says_itself(page, HELPER) or says_itself(page, MACHINES) or says_itself(page, WIFI)) or proceedings(page):
        return
    for node, words in blocks(page):
        if len(words) >= 600 or LET.within_folded(folded := fold(words)):
            continue
        if (
            (place and not PLANNED.search(words) and ACCESS.within_folded(folded) and (at_home or PLACE.within_folded(folded)))
            or (HELPER.within_folded(folded) and RECEIVES.search(words) and not FAR.within_folded(folded))
            or (not let and not INNS.within_folded(folded) and WIFI.within_folded(folded) and OPEN_AIR.search(words))
            or (MACHINES.within_folded(folded) and OPEN.search(words) and not NOT_OPEN.within_folded(folded))
        ):
            yield Observation.at(page, node, Trust.LIKELY, proof="text")
            return
