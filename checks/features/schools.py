"""Établissements scolaires : écoles, collège, lycée."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import HAPPENINGS, TELEPHONE, about, paragraph, proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import labelled, says_itself
from checks.signs import seen, sentence, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host, registrable

NAMES = (
    "=école", "=écoles", "les écoles", "l'école", "école maternelle", "école élémentaire", "école primaire",
    "écoles maternelles", "écoles élémentaires", "groupe scolaire", "établissements scolaires", "vie scolaire",
    "écoles et collèges", "=collège", "=collèges", "=lycée", "=lycées", "notre école", "nos écoles", "enseignement",
    "écoles publiques", "écoles primaires", "affaires scolaires", "=scolarité", "école communale",
    "écoles communales", "=rpi", "regroupement pédagogique", "écoles collège lycée", "éducation", "enfance et scolarité",
    "école publique", "école privée", "enfance jeunesse écoles", "scolarité", "écoles et périscolaire",
    "enseignement supérieur", "université", "école du village", "école de la commune", "=enseignements", "nos établissements",
    "=maternelle", "=élémentaire", "=primaire", "école intercommunale", "pôle scolaire", "pôle éducatif", "cité scolaire",
    "regroupement scolaire", "vie scolaire et périscolaire", "scolaire et périscolaire", "scolarité et périscolaire",
    "écoles et cantine", "école garderie", "=écoles et crèches", "enfance et scolaire", "enfance école",
    "enseignement fondamental", "enseignement communal", "=rpc", "regroupement pédagogique intercommunal", "sirp", "sivos",
    "=établissements d'enseignement", "rpi", "=scolarisation", "nos écoliers", "école de quartier", "écoles de la commune",
    "écoles du village", "centre de services scolaire", "commission scolaire", "skol", "lékol", "lekòl",
)  # fmt: skip
OTHERS = (
    "école de musique", "école de danse", "école de foot", "école de rugby", "auto-école", "adjoint", "adjointe", "commission",
    "délégué", "déléguée", "kermesse", "place de l'école", "rue de l'école", "vacances", "sorties", "éducation canine", "gîte",
    "ancienne école", "conseil d'école", "association", "travaux", "agence", "parents", "chemin de l'école", "recrute",
    "sou des écoles", "enseignement artistique", "fête de l'école", "école d'art", "enseignement de la musique", "patois",
    "conseil des élèves", "collège communal", "collège des bourgmestre", "collège échevinal", "collège électoral",
    "premier collège", "réunion du collège", "bal", "repas", "ancien collège", "élèves", "loto", "mairie-école", "grève",
    "buissonnière", "école du chat", "marché de l'école", "école de voile", "école de surf", "école de ski",
    "école d'équitation", "école de pêche", "école de plongée", "école de natation", "école de cirque", "école de théâtre",
    "école de conduite", "école de tennis", "école de judo", "école de vélo", "école de golf", "école de boxe",
    "école de chasse", "école d'arts martiaux", "école des sports", "école municipale des sports", "école du sport",
    "école des parents", "autrefois", "d'antan", "école de dessin", "chercher ses enfants", "chercher vos enfants",
    "chercher les enfants", "cour d'école", "cours d'école", "cours des écoles", "abords de l'école", "abords des écoles",
    "réfection", "rénovation", "végétalisation", "désimperméabilisation", "chantier", "toiture", "carnaval", "défilé",
    "fermeture", "réouverture", "peintres", "peinture", "musée de l'école",
)  # fmt: skip

BESIDE = (
    "bibliothèque", "médiathèque", "ludothèque", "transport", "transports", "bus", "ramassage", "restaurant", "restauration",
    "calendrier", "vacances", "assurance", "bourse", "bourses", "fournitures", "aide", "accompagnement",
)  # fmt: skip
"""What is « municipal et scolaire » and no school."""
SUBJECT = Phrases(*(name.removeprefix("=") for name in NAMES), "école", "collège", "lycée", "université")
FEW = 2
"""Sites of schools from which a list is said to give them."""


SCHOOL = Prose("école", "écoles", "maternelle", "élémentaire", "groupe scolaire", "collège", "lycée")
NO_SCHOOL = Phrases(
    *(words for words in OTHERS if words != "élèves"),
    *HAPPENINGS,
    *("ancienne directrice", "ancien directeur", "rue de l'école", "place de l'école", "rue des écoles"),
    *("place des écoles", "auto-école", "ancienne école", "école de musique", "école de danse", "école de conduite"),
    *("école de cirque", "école de foot", "école de voile", "sou des écoles", "parents d'élèves", "loto", "kermesse"),
    *("location", "inscription", "réservation", "assistante maternelle"),
)


AWAY = Phrases(
    *(*HAPPENINGS, "travaux", "transport", "transports", "ramassage", "bourse", "bus", "salle", "inscription", "ancienne école"),
    *("fermée", "vote", "départ", "rendez-vous", "parking", "permanence"),
)
"""What is said of the house, not of who is taught there."""
CLASSES = Around("classes", "classe unique")
TEACHING = re.compile(
    r"\b(?:(?:deux|trois|quatre|cinq|six|[2-9]) classes|classe unique)\b[^!?]{0,80}\b(?:Mme|M\.|Madame|Monsieur|maître|maîtresse|CP|CM[12])(?!\w)",
    re.I,
)
"""« Deux classes sous le préau, Mme Roux et M. Bel »: who teaches where."""


_LEVEL = r"(?:préscolaire|maternelle|élémentaire|primaire|CP|CE[12]|CM[12]?|[pmg](?:etite|oyenne|rande) section|classes?|élèves|[Dd]irect(?:rice|eur))"
SEATED = re.compile(
    r"\b[EÉ](?:COLE|cole)s?\s(?!de (?:musique|danse|conduite|cirque|voile))[^.!?]{0,70}?\b\d{1,4}(?:\s?bis|\s?ter)?,?\s"
    r"(?:rue|avenue|place|chemin|boulevard|allée|impasse|route|quai|cours|square|montée|rang)\b[^!?]{0,120}"
)
"""« École des Tilleuls, maternelle et primaire, 12 rue Haute »."""
BRACKETED = re.compile(rf"\b[EÉée]coles?\s\([^)]{{0,40}}\b{_LEVEL}\b[^)]{{0,40}}\)")
SHARED = re.compile(
    r"\b(?:[Ll]es |[Dd]es )?(?:CP|CE[12]|CM[12]?|[PMG]S|petits|maternelles?|grands)\b[^.!?;,]{0,30}\s(?:(?:à|au|chez|avec)\s[A-ZÀ-Ý]|chez nous|ici\b|au (?:bourg|village))[^.!?]{0,40}"
    r"\b(?:CE[12]|CM[12]?|CP|primaires?|élémentaires?)\b[^.!?;,]{0,30}\s(?:(?:à|au|chez|avec)\s[A-ZÀ-Ý]|chez nous|ici\b|au (?:bourg|village))"
)
"""« Les CP à Rives, les CM à Bréval »: villages that share their classes."""
LADDER = re.compile(
    r"[^.!?]{0,60}\b(?:école|maternelle|primaire|élémentaire)\b[^.!?]{0,60}\bcollège\b[^.!?]{0,40}\s(?:à|au|de|d['’])\s?[A-ZÀ-Ý][^.!?]{0,30}\blycées?\b[^.!?]{0,40}",
    re.I,
)
"""« Primaire au bourg, collège à Rives, lycée à Bréval »."""
PUPILS = re.compile(
    r"\b\d{1,3} (?:élèves|enfants|écoliers)\b[^.!?]{0,40}\b(?:du CP|au CM[12]|de la (?:maternelle|petite section|grande section)|en maternelle)\b"
    r"|\b(?:du CP au CM2|de la (?:maternelle|petite section) au CM2)\b[^.!?]{0,60}\b(?:élèves|maîtresse|directrice|directeur|classes)\b"
)
"""Who is taught there."""
GRADES = Around("du cp", "au cm", "maternelle", "petite section")
SCHOOLS = Around("école", "ecole")
OPENED = Around("école (", "ecole (", "écoles (", "ecoles (")
OF_OLD = re.compile(r"\bétai(?:t|ent)\b|\bjusqu['’]en\s(?:1|20)")
LEVELS, UPPER = Around("ce1", "ce2", "cm1", "cm2", "les cm", "les cp", "maternelle"), Around("lycée")
LEVEL = re.compile(rf"\b{_LEVEL}\b")
CLASSED = re.compile(
    r"\b(?:[PMG]S|CP|CE[12]|CM[12])(?:\s?[-/+]\s?(?:[PMG]S|CP|CE[12]|CM[12])){0,2}\s?[:–-]\s(?:M\.|Mme|Mlle|Mr|[A-ZÀ-Ý][a-zà-ÿ]+\b)"
)
"""« CM1-CM2 : Mme Fau »."""
ELSE = Prose(
    "bureau de vote", "bureaux de vote", "défibrillateur", "défibrillateurs", "point d'apport", "points d'apport", "zone 30"
)
"""What is listed by the houses where it stands."""


def look(page: Page) -> Iterator[Observation]:
    yield from _links(page)
    if says_itself(page, SCHOOL) and not (proceedings(page) or says_itself(page, ELSE)):
        seated = first(page, SEATED, SCHOOLS)
        told = seated if seated and LEVEL.search(seated[0]) else None
        told = told or first(page, BRACKETED, OPENED) or first(page, LADDER, UPPER)
        if told and not AWAY.within(told[0]):
            yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="text", target=page.url)
    shared = None if proceedings(page) else first(page, SHARED, LEVELS) or first(page, PUPILS, GRADES)
    if shared and not (AWAY.within(shared[0]) or OF_OLD.search(shared[0])):
        yield Observation.at(page, squeeze(shared[0]), Trust.LIKELY, proof="text", target=page.url)
    if not proceedings(page) and (said := first(page, TEACHING, CLASSES)) and not NO_SCHOOL.within(said[0]):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    taught = CLASSED.findall(page.main_text) if first(page, LEVEL, LEVELS) and not proceedings(page) else []
    if len(set(taught)) > 2:
        yield Observation.at(page, taught[0], Trust.LIKELY, proof="text", target=page.url)
    if node := paragraph(page, SCHOOL, TELEPHONE, NO_SCHOOL):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


def _links(page: Page) -> Iterator[Observation]:
    """A list that leads to the schools' own sites."""
    if not about(page, SUBJECT):
        return
    here = registrable(host(page.url))
    outside = [a for a in labelled(page, SUBJECT) if a.host and not a.framed and registrable(a.host) != here]
    if len({anchor.host for anchor in outside}) >= FEW:
        yield Observation.at(page, outside[0], Trust.HINT, proof="fact:links", target="links", links=1)


TAUGHT = re.compile(
    r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|\w+ante)(?:-\w+)? (?:élèves|enfants|classes|maîtresses)\b|\b(?:deux|trois|une|quatre|cinq|six) classes?\b|\bdirect(?:rice|eur)\b|\bscolarisés\b|\bvont à l['’]école\b|\bcollège (?:de secteur )?est (?:à|au|le|celui)\b|\bdu CP au CM2\b|\bau CM2\b"
    r"|\brépartis (?:en|dans|sur)\b|\b(?:compte|conserve|dispose|possède|abrite|a gardé|garde)\b[^.!?]{0,60}\b(?:une|d['’]une|son) école (?:primaire|maternelle|élémentaire|publique)\b",
    re.I,
)
"""How many are taught, by whom, where; or that the town has it."""
ENROLLED = re.compile(
    r"\binscri(?:ption|re|vez)\w*\b[^.!?]{0,140}\bmairie\b|\bmairie\b[^.!?]{0,80}\binscri|\binscriptions?\b[^.!?]{0,80}\bouvertes?\b",
    re.I,
)
"""Where one enters a child."""


schools = Check(
    "schools",
    title="Établissements scolaires",
    counts="Les écoles présentées ou listées ; la nouvelle d'une école ou un cours de musique n'en sont pas.",
    look=look,
    signs=[
        *topic(*NAMES, unless=OTHERS),
        *topic("=scolaire", unless=(*OTHERS, *BESIDE)),
        sentence(
            *("l'école du village", "école publique", "école élémentaire", "école maternelle", "école primaire"),
            *("notre école", "l'école compte", "l'école accueille", "élèves sont scolarisés", "nos enfants"),
            *("nos élèves", "élèves sont répartis", "enfants sont répartis", "le collège"),
            *("collège de secteur", "groupe scolaire", "regroupement pédagogique", "rpi"),
            says=TAUGHT,
            unless=(*NO_SCHOOL.folded, "spectacle", "visite", "film", "collecte", "voyage", "cantine"),
            house=True,
        ),
        sentence(
            *("école maternelle", "école élémentaire", "école primaire", "école communale", "école du village", "notre école"),
            says=ENROLLED,
            unless=("voyage", "spectacle", "sortie", "cantine", "garderie", "périscolaire", "repas"),
        ),
    ],
    examples=[
        seen("<h2>École</h2><p>L’école n’a pas de cantine.</p>"),
        seen("<h1>Enfants</h1><p>La maternelle est à Brosses, le primaire chez nous.</p>"),
        unseen("<h1>Histoire</h1><p>La maternelle était à Brosses, le primaire chez nous.</p>"),
        seen("<h1>Enfance</h1><p>Nos 38 élèves sont répartis en deux classes.</p>"),
        seen(
            "<h1>Au village</h1><p>L’inscription à l’école maternelle se fait auprès de la mairie, livret de famille en main.</p>"
        ),
        unseen("<h1>En cas d’alerte</h1><h2>N’allez pas chercher vos enfants à l’école</h2><p>Leurs maîtres les gardent.</p>"),
        unseen("<h1>Au village</h1><p>Inscriptions au spectacle de l’école primaire en mairie.</p>"),
        unseen("<h1>La voirie</h1><h2>Extension de l’école primaire</h2><p>Deux classes, un an de chantier.</p>"),
        unseen("<h1>Le bourg</h1><h2>École communale, 1912 – 1921</h2><p>Au fond, le préau.</p>"),
        seen("<h1>Grandir</h1><p>Trois classes autour de la cour : Mme Roux, M. Bel et Mme Lac.</p>"),
        unseen("<h2>École de football</h2><h2>École du chiot</h2>"),
        seen("<h2>École du village</h2>"),
        seen("<h1>Qui enseigne</h1><p>PS-MS : Mme Roy</p><p>GS-CP : M. Petit</p><p>CE1-CE2 : Mme Laure</p>"),
        unseen("<h1>Sortie</h1><p>CM1 : le musée. CM2 : la mer.</p>"),
        unseen("<h1>Fête</h1><p>Deux classes ont chanté au loto, avec M. Bel.</p>"),
        unseen("<h1>Histoire de Rives</h1><h2>L’école</h2><p>Bâtie en 1882, elle a fermé en 1974.</p>"),
        unseen("<h1>Au village</h1><p>Brocante de l’école : 05 55 00 00 00.</p>"),
        seen("<h1>Au village</h1><p>L’école (42 élèves, deux classes), Mme Roux, tél. 05 55 00 00 00.</p>"),
        unseen('<a href="/n">Grève à l’école jeudi</a>'),
        unseen("<h2>Neige : fermeture des écoles et des crèches jeudi</h2>"),
        unseen('<a href="/m">Le musée des peintres de l’école de Rives</a>'),
        unseen("<h1>Le fil</h1><article><h3>Carnaval de l’école : les petits en fête</h3></article>"),
        seen("<h1>Nos enfants</h1><p>Maternelle à Rives (Mme Roy, 03 00 00 00 00), primaire à Bréval.</p>"),
        seen("<h1>En classe</h1><table><tr><td>Maternelle Macé</td><td>4 cours Haut</td><td>05 00 00 00 00</td></tr></table>"),
        unseen("<h1>Judo</h1><p>Club de judo, 3 rue de l’École, 03 00 00 00 00.</p>"),
        unseen("<h1>Musique</h1><p>École de musique : 03 00 00 00 00.</p>"),
        seen('<a href="/ecoles">Les écoles</a>'),
        seen("<h2>École maternelle Jules-Ferry</h2><p>12 rue Haute, 04 00 00 00 00</p>"),
        seen('<td><a href="rpi.htm">Le RPI</a></td>'),
        seen("<h2>Vie scolaire</h2>"),
        unseen("<h2>École de musique</h2>"),
        unseen("<h3>Rue de l’École</h3>"),
        unseen("<p>Les élèves de l’école ont visité le musée.</p>"),
        unseen('<a href="#">Écoles</a>'),
        unseen(
            "<h1>Services</h1><div><h3>Enseignement</h3><p>Site : <a href=''></a></p></div><div><h3>Sport</h3><p>Tél. : </p></div>"
        ),
        seen("<h1>Services</h1><h3>Enseignement</h3><p>Site : <a href='https://ecole.example/'></a></p>"),
        seen("<h1>Services</h1><h3>Enseignement</h3><p>Adresse :</p><img src='plan.png'>"),
        seen("<h1>Au village</h1><p>École maternelle : 04 71 00 00 21. École élémentaire : 04 71 00 00 22.</p>"),
        seen("<h1>Au village</h1><p>L’école du village a deux classes, de la maternelle au CM2 ; directrice, Mme Roux.</p>"),
        unseen("<h1>Au village</h1><p>L’école de musique accueille 120 élèves.</p>"),
        unseen("<h1>Au village</h1><p>L’école de taekwondo compte 50 élèves.</p>"),
        seen("<h1>Le village</h1><p>Le bourg garde une poste, une épicerie et une école primaire.</p>"),
        unseen("<h2>Des arbres dans les cours d’école</h2><p>Deux cents plants.</p>"),
        unseen("<h2>Réfection des trottoirs aux abords de l’école</h2>"),
        unseen('<a href="/a">École de voile</a>'),
        unseen('<a href="/a">Impasse de l’École</a>'),
        unseen('<a href="/a">École d’équitation</a>'),
        seen("<h1>Grandir</h1><p>École des Tilleuls, 12 rue Haute, de la petite section au CM2.</p>"),
        unseen("<h1>Voter</h1><p>Bureau de vote : École des Tilleuls, maternelle, 12 rue Haute.</p>"),
        seen("<h1>Grandir</h1><p>L’école (maternelle et CP) est au bourg.</p>"),
        seen("<h1>Grandir</h1><p>Les CP à Rives, les CE2 et CM à Bréval.</p>"),
        seen("<h1>Grandir</h1><p>Maternelle au bourg, collège à Rives, lycée à Bréval.</p>"),
        seen("<h1>Grandir</h1><p>La maîtresse suit 17 élèves, du CP au CM2.</p>"),
        unseen("<h1>Bus</h1><p>Transport de l’école au collège à Rives et au lycée de Bréval.</p>"),
        unseen('<a href="/a">Bibliothèque municipale et scolaire</a>'),
    ],
)
