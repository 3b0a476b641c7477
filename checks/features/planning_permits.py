"""Autorisations d'urbanisme en ligne : guichet numérique, saisine par voie électronique."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import outside, says_itself, worded
from checks.reading.state import HOSTS
from checks.signs import form, known, link, seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page

ONLINE = (
    "guichet numérique des autorisations d'urbanisme", "=gnau", "guichet numérique", "guichet unique urbanisme",
    "déposer une demande d'urbanisme en ligne", "dépôt en ligne des autorisations", "urbanisme en ligne",
    "déposer votre permis en ligne", "dépôt dématérialisé", "dématérialisation des autorisations d'urbanisme",
    "déposer un dossier d'urbanisme", "portail urbanisme", "permis en ligne", "guichet unique d'urbanisme",
    "téléservice urbanisme", "demande d'urbanisme en ligne", "demande de permis en ligne", "déposer un permis en ligne",
    "dépôt numérique des autorisations", "urbanisme dématérialisé", "dématérialisation de l'urbanisme",
    "dématérialisation des demandes d'urbanisme", "déposer mon dossier d'urbanisme", "déposez votre dossier d'urbanisme",
    "plateforme d'urbanisme", "guichet urbanisme", "e-permis",
)  # fmt: skip
PAPER = (
    "permis de construire", "déclaration préalable", "certificat d'urbanisme", "permis de démolir", "autorisations d'urbanisme",
    "déclaration de travaux", "permis d'aménager", "permis d'urbanisme", "déposer un permis",
    "déposer une autorisation d'urbanisme", "permis de construction", "permis de rénovation", "permis de lotissement", "permis et certificats",
    "permis et règlements", "permis et inspections", "permis et dérogations", "dérogation mineure", "règlement de zonage",
    "déclaration préalable de travaux", "autorisation de travaux", "permis modificatif", "certificat d'implantation",
)  # fmt: skip
PRINTS = (
    *("cerfa 13404", "cerfa 13405", "cerfa 13406", "cerfa 13407", "cerfa 13408", "cerfa 13409", "cerfa 13410", "cerfa 13411"),
    *("cerfa 13412", "cerfa 13702", "cerfa 13703", "cerfa 13824", "cerfa 16702"),
)
"""The numbers of the State's printed forms for building."""

NUMBERS = re.compile(r"(?:cerfa|formulaire)\D{0,6}(?:1340[4-9]|1341[0-2]|1370[23]|13824|16297|1670[0-2])(?!\d)", re.I)
PRINTED = Trait(lambda words: NUMBERS.search(words) is not None)
HANDED = re.compile(r"\b(?:dépos\w+|dépôt|dossier|internet|en ligne|guichet)\b", re.I)
PAPERS = Around("exemplaires")
ON_PAPER = re.compile(r"\b(?:dossiers?|demandes?|permis|déclarations?|imprimés?)\b[^.!?]{0,80}\bexemplaires\b", re.I)
"""What is handed in on paper is not on line: only a printed form to download is a part of it."""
FORM = re.compile(r"/R[0-9]{2,6}\b")
"""The State's page of such a form."""
PLANNED = Prose("permis de construire", "déclaration préalable", "carte communale", "plan local d'urbanisme", "plu", "plui")
_WORK = (
    r"(?:piscines?|vérandas?|velux|abris? de jardin|clôtures? de (?:jardin|terrain)|clôtures?(?=,| et | ou |\s?\?)|ravalement|fenêtres"
    r"|carports?|pergolas?|murets?|panneaux (?:solaires|photovoltaïques))"
)
WORKS = re.compile(
    rf"\b{_WORK}\b[^.]{{0,110}}\b(?:(?:déclaration(?! (?:d[e']|à la) (?:naissance|revenus))|permis (?:de construire|d['’]aménager|de rénovation)|dérogation mineure)\b|(?:soumise?s?|nécessite\w*|exige\w*|demande\w*|faut) (?:à )?(?:une )?autorisation\b)"
    r"|\b(?:déclaration(?: préalable| de travaux)?|permis)\s(?:ou|et|,)\s(?:d['’]une?\s|une?\s|le\s|la\s)?(?:permis(?: de construire)?|déclaration(?: préalable)?)\b",
    re.I,
)
"""« Une véranda ? Il faut une déclaration. »"""
SIZED = re.compile(
    r"[^.!?]{0,60}\b\d{1,3}\s?m(?:²|2|ètres carrés)(?!\w)[^!?]{0,60}\b(?:déclaration|permis)\b|\b(?:déclaration|permis)\b[^.!?]{0,60}\b\d{1,3}\s?m(?:²|2)(?!\w)",
    re.I,
)
"""From which size on one asks."""
WORK = Around(
    *("piscine", "véranda", "velux", "abri de jardin", "abris de jardin", "clôture", "ravalement", "fenêtres"),
    *("carport", "pergola"),
    *("muret", "panneaux solaires", "photovolta", "permis ou", "permis et ", "permis, ", "construire ou", "déclaration ou"),
    *("déclaration et ", "déclaration, ", "préalable ou", "préalable et ", "de travaux ou", "de travaux et "),
)
SIZES = Around("m²", "m2", "mètres carrés")
OTHER = Phrases(
    *("accordé", "accordée", "délivré", "conduire", "conduite", "voirie", "arrêté de circulation", "appel d'offres", "marché"),
    *("impôts", "revenus", "école", "salle", "chapiteau", "sacem", "fête", "manifestation", "buvette", "végétaliser"),
)
"""What is declared or allowed beside buildings."""
FILING = Around("dépos", "dépôt")
FILED = re.compile(
    r"\bdép(?:os|ôt)\w*[^.!?]{0,60}\b(?:guichet|en ligne|portail|plateforme|téléservice|par voie électronique|dématérialisée?)\b[^.!?]{0,60}",
    re.I,
)
BUILDING = Prose("permis de construire", "déclaration préalable", "urbanisme", "plu", "construire", "certificat d'urbanisme")


def _look(page: Page) -> Iterator[Observation]:
    """A page on building that says that the file is handed in on line, and leads out to where."""
    filed = first(page, FILED, FILING) if says_itself(page, BUILDING) and not proceedings(page) else None
    if filed and any(DESK.search(one.host) for one in outside(page)):
        yield Observation.at(page, squeeze(filed[0]), Trust.LIKELY, proof="text", target=page.url)
    on_paper = not proceedings(page) and first(page, ON_PAPER, PAPERS)
    form_of = (
        next((one for one in outside(page) if one.host.endswith(HOSTS) and FORM.search(one.href)), None) if on_paper else None
    )
    if form_of:
        yield Observation.at(page, form_of, Trust.LIKELY, proof="label", whole=False)
    if not proceedings(page) and not on_paper:
        for pattern, places in ((SIZED, SIZES), (WORKS, WORK)):
            if (told := first(page, pattern, places)) and not OTHER.within(told[0]):
                yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="text", whole=False, target=page.url)
                break
    if says_itself(page, PLANNED) and not proceedings(page):
        for one in outside(page):
            if OWN_DESK.match(one.host) or (DESK.search(one.host) and HANDED.search(one.text)):
                yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for one, _ in worded(page, PRINTED):
        yield Observation.at(page, one, Trust.LIKELY, proof="label", whole=False)


OWN_DESK = re.compile(r"(?:sve|ads|urba|adau|permis|gnau\d*|(?:autorisations?|guichet|dossiers?|permis|demarches?)-?urbanisme)\.")
DESK = re.compile(r"gnau|urbanisme|guichet|^(?:sve|ads|permis|urba|adau)\.")
ASKED_FOR = re.compile(
    r"\b(?:guichet|en ligne|gratuit|délai|réponse sous|dématérialis|voie électronique|portail|formulaire|obligatoire|instruction|dépos(?:e|ez|er|é|ée?s? (?:en mairie|au |à la ))|moins de \d|plus de \d|au-delà de|il faut|retirez|exigée?|à déposer|concerne les)\b",
    re.I,
)
"""How or when one asks."""


planning_permits = Check(
    "planning_permits",
    title="Autorisations d'urbanisme en ligne",
    counts="Un guichet numérique ou une téléprocédure ; une explication ou un imprimé seul est partiel.",
    look=_look,
    signs=[
        known(),
        link(*ONLINE),
        link(*PRINTS, whole=False),
        replace(told(*PAPER), whole=False),
        form("permis de construire", "déclaration préalable", "certificat d'urbanisme", field="file"),
        *topic(
            *(*PAPER, "=demande de permis"),
            unless=(
                *("arrêté", "accordé", "délivré", "refusé", "liste des", "affichage", "délibération", "commission"),
                *("adjoint", "adjointe"),
            ),
            whole=False,
        ),
        sentence(
            *("permis de construire", "déclaration préalable", "demandes d'urbanisme", "autorisations d'urbanisme"),
            *("dossier de permis", "demandes de permis", "dossiers d'urbanisme", "dossier d'urbanisme", "certificat d'urbanisme"),
            says=ASKED_FOR,
            whole=False,
            unless=(
                *("accordé", "affiché", "refusé", "architecte", "caserne", "avis favorable", "école", "salle", "chasse"),
                *("conduire", "exemplaires"),
            ),
        ),
    ],
    examples=[
        seen(
            '<p>Le PLU. Déposez votre dossier sur <a href="https://urbanisme.agglo.example/guichet">le guichet de l’agglo</a>.</p>'
        ),
        unseen('<p>Le PLU est en ligne. Déposez vos vêtements au <a href="https://relais.example/">guichet</a>.</p>'),
        seen('<a href="https://gnau12.operis.fr/montclair/gnau/">Déposer un dossier</a>'),
        seen('<a href="/gnau">Guichet numérique des autorisations d’urbanisme</a>'),
        seen("<h2>Permis de construire</h2><p>Formulaire à déposer en mairie en quatre exemplaires.</p>", "partial"),
        seen('<a href="cerfa_13406.pdf">Cerfa : permis de construire</a>', "partial"),
        unseen("<p>Le permis de construire de la salle a été accordé.</p>"),
        unseen('<a href="liste.pdf">Liste des permis de construire accordés</a>'),
        seen('<p>Une véranda ? On imprime le <a href="/cerfa-16702.pdf">formulaire 16702</a>.</p>', "partial"),
        unseen('<a href="/cerfa-12100.pdf">Formulaire 12100</a>'),
        unseen("<h1>Bâtir</h1><p>Le PLU a été révisé. Les dossiers (papier, 4 exemplaires) se déposent au bureau.</p>"),
        seen(
            '<h1>Bâtir</h1><p>Dossiers en 4 exemplaires ; le formulaire : <a href="https://www.service-public.fr/particuliers/vosdroits/R11637">maison</a>.</p>',
            "partial",
        ),
        unseen("<h1>Bâtir</h1><p>Les demandes de permis sont à remettre au guichet, en trois exemplaires.</p>"),
        seen('<h1>Bâtir</h1><p>Le <a href="/pc.pdf">Cerfa 13406</a> se remet en quatre exemplaires.</p>', "partial"),
        seen('<p>La carte communale. <a href="https://urba.agglo.example/d">Par internet, guichet de l’agglo</a></p>'),
        seen(
            '<p>Le PLU. Allez sur <a href="https://guichet-urbanisme.cc.example/">https://guichet-urbanisme.cc.example</a>.</p>'
        ),
        seen('<p>Une déclaration préalable se remplit <a href="https://sve.cher.example/d">sur l’ordinateur</a>.</p>'),
        unseen("<p>Le PLU est révisé. Le bulletin est tiré à 300 exemplaires.</p>"),
        unseen("<h2>Urbanisme</h2>"),
        unseen('<a href="#">Permis de construire en ligne</a>'),
        unseen("<h3>Permis de construire accordés en mai</h3>"),
        seen('<h2>Construire</h2><a href="/pc.pdf">Cerfa 13406</a>', "partial"),
        seen("<h1>Urbanisme</h1><p>Permis de construire et déclarations préalables se déposent en mairie.</p>", "partial"),
        unseen("<h1>Compte rendu du 3 mars</h1><p>Permis de construire accordé, déclaration préalable refusée.</p>"),
        seen('<a href="/a">Urbanisme dématérialisé</a>'),
        seen('<a href="/a">Déposer mon dossier d’urbanisme</a>'),
        seen("<h1>Au village</h1><p>Les demandes d’urbanisme sont reçues par voie électronique depuis 2022.</p>", "partial"),
        seen(
            "<h1>Au village</h1><p>Au-delà de 20 m², il faut un permis de construire ; l’instruction dure deux mois.</p>",
            "partial",
        ),
        unseen("<h1>Au village</h1><p>Un permis de construire a été accordé pour douze logements.</p>"),
        unseen("<h1>Au village</h1><p>Le permis de conduire à un euro par jour.</p>"),
        seen("<h1>Bâtir</h1><p>Une pergola de moins de 20 m² : déclaration. Plus grande : permis.</p>", "partial"),
        seen("<h1>Questions</h1><p>Puis-je changer mes fenêtres ? Oui, après une déclaration en mairie.</p>", "partial"),
        unseen("<h1>Voirie</h1><p>Travaux rue Basse : déclaration des dégâts en mairie, permis de conduire exigé.</p>"),
        unseen("<h1>Piscine</h1><p>Ouverte en juillet, bonnet exigé, 3 €.</p>"),
        seen('<a href="/a">Permis et règlements</a>', "partial"),
        seen('<a href="/a">Demandes de permis</a>', "partial"),
        unseen('<a href="/p.pdf">Demande de permis international</a> <a href="/b.pdf">Demande de permis bateau</a>'),
    ],
)
