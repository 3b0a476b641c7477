"""Prise de rendez-vous en ligne."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.denials import denies
from checks.finding import Coverage, Verdict
from checks.fingerprints import rows_of
from checks.observation import Observation, Trust
from checks.reading.neighbours import is_of_neighbour
from checks.reading.spots import outside, says_itself
from checks.signs import form, known, link, seen, sentence, unseen
from checks.tally import Tally
from checks.text.dates import MONTH
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.page import Page
from crawler.url import host, path

_SLOT = ("rendez-vous", "rdv", "créneau", "horaire")
NAMES = (
    "rendez-vous en ligne", "prendre rendez-vous", "prise de rendez-vous", "prenez rendez-vous", "réservation de rendez-vous",
    "rdv en ligne", "prendre rdv", "prise de rdv", "=rendez-vous", "=rdv", "votre rendez-vous en mairie", "rendez-vous avec un service",
    "=prendre date", "réservation rdv", "prenez rdv", "annuler un rendez-vous", "modifier un rendez-vous", "annuler mon rendez-vous",
    "je prends rendez-vous", "je prends rdv", "passeport rendez-vous", "cni passeport rendez-vous", "demander un rendez-vous",
    "prendre un rendez-vous", "prendre votre rendez-vous", "prendre mon rendez-vous", "prendre un rdv", "prendre mon rdv",
    "prenez votre rendez-vous", "prenez un rendez-vous", "prendre un créneau", "prenez un créneau",
    "réservation de créneau", "réservation d'un créneau", "e-rdv", "e-rendez-vous",
    "billet virtuel", "ticket virtuel", "file d'attente virtuelle", "rendez-vous à l'hôtel de ville",
    *(
        f"{do} {whose} {slot}"
        for do in ("réserver", "réservez", "je réserve", "choisir", "choisissez", "sélectionner", "sélectionnez")
        for whose in ("un", "mon", "votre", "son")
        for slot in _SLOT
    ),
    *(
        f"{slot} {what}"
        for slot in ("rendez-vous", "rdv")
        for what in (
            *("cni", "passeport", "mairie", "titres", "titres d'identité", "carte d'identité", "pour une carte d'identité"),
            *("pièces d'identité", "papiers d'identité", "urbanisme", "état civil", "pour un passeport", "en mairie", "en deux clics"),
            *("à la mairie", "avec le service", "avec un agent", "avec un élu", "avec un conseiller numérique", "biométrie"),
        )
    ),
)  # fmt: skip
OTHERS = (
    "médecin", "maire", "doctolib", "santé", "vaccination", "avocat", "conciliateur", "architecte", "téléphone", "culturels",
    "sur rendez-vous", "elus", "élus", "don du sang", "assistante sociale", "piscine", "tennis", "gymnase", "salle", "terrain",
    "court", "tous les rendez-vous",
)  # fmt: skip

BOOKS = Phrases(*(name.removeprefix("=") for name in NAMES))
SIDE = Phrases(*(o for o in OTHERS if o != "sur rendez-vous"))
HOST = re.compile(r"(?:^|[.-])(?:rdv|rendez-?vous|creneaux?)[.-]")
BOOKERS = Trait(
    re.compile(
        r"(?:calendly\.com|reservio\.com|simplybook\.(?:me|it|pro)|setmore\.com|clicrdv\.com|youcanbook\.me|acuityscheduling\.com|koalendar\.com|timify\.com|cal\.com|esii\.com|kelrdv\.fr"
        r"|outlook\.office(?:365)?\.com/(?:owa/calendar|book)|bookings\.cloud\.microsoft|calendar\.app\.google|calendar\.google\.com/calendar/(?:u/\d/)?appointments)"
    ).search
)
"""Diaries that anybody may have: what stands beside says whose."""
APART = Phrases(
    *("don du sang", "santé", "médecin", "médecins", "médical", "tennis", "padel", "piscine", "gymnase"),
    *("salle de sport", "coiffure"),
    *("coiffeur", "esthétique", "institut", "massage", "ostéopathe", "kinésithérapeute", "infirmier", "dentiste", "vétérinaire"),
    *("commerces", "artisans", "entreprises", "restaurant", "auto-école", "avocat", "notaire", "banque", "bien-être", "yoga"),
)
"""Pages on which no appointment is one with the town hall."""
BOOKING = re.compile(r"/(?:prise-?de-?)?(?:rendez-?vous|rdv)(?:[-_](?!d[eu]s?[-_])|[/?]|$)", re.I)
"""Not « Le rendez-vous des chineurs »."""

PRIVATE = tuple(f".{row.pattern}" for row in rows_of("appointments", "elsewhere"))
"""Where doctors, therapists and hairdressers are booked."""
AT_CONTACT = re.compile(r"/(?:nous-)?contact(?:s|ez-nous|er)?(?:\.\w+)?/?$", re.I)
TO_NEWS = re.compile(r"/(?:actualites?|agenda|evenements?|manifestations?|sorties|animations|fetes)(?:[./]|$)", re.I)
"""« Les rendez-vous du village » are there, and nothing is booked."""
TRADES = re.compile(r"commerc|artisan|entreprise|medec|medic|sante", re.I)
"""Pages that list them."""


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """« Prendre rendez-vous » under a doctor's or a hairdresser's name books nothing at the town hall, nor does the page of contact."""
    found = tally.of()
    return Verdict.ABSENT if found and all(map(_books_nothing, found)) else None


def _books_nothing(observation: Observation) -> bool:
    there = host(observation.target)
    if there == host(observation.url) and observation.proof == "label":
        led = path(observation.target)
        return AT_CONTACT.search(led) is not None or TO_NEWS.search(led) is not None
    return f".{there}".endswith(PRIVATE) or (
        there not in ("", host(observation.url)) and TRADES.search(path(observation.url)) is not None
    )


ARE_DATES = re.compile(r"(?:(?:les|nos|vos|tous les)\s)?rendez-?\s?vous", re.I)
DAYS = re.compile(rf"\b[0-9]{{1,2}}(?:er)?\s(?:{MONTH})\b|\b[0-9]{{1,2}}/[0-9]{{1,2}}/20[0-9]{{2}}\b", re.I)
TAKEN = Prose("prendre rendez-vous", "prenez rendez-vous", "prise de rendez-vous", "créneau", "créneaux")
"""« Rendez-vous » over days are concerts and markets, unless one is taken there."""


def look(page: Page) -> Iterator[Observation]:
    """A link to another host whose address says what is booked there; a page so called that is a calendar books nothing."""
    apart = APART.within(page.headline)
    if ARE_DATES.fullmatch(page.headline) and len(DAYS.findall(page.main_text)) > 1 and not says_itself(page, TAKEN):
        yield denies(page)
    for one in outside(page):
        if apart and not one.framed and (BOOKS.within(one.text) or BOOKERS(one.href)):
            yield denies(page, one.text or page.headline, one.href)
            continue
        booking = BOOKING.search(path(one.href)) and not TO_NEWS.search(path(one.href))
        known = booking or HOST.search(one.host) or BOOKERS(one.href)
        booked = known and not (apart or SIDE.within(f"{one.text} {one.host}"))
        if booked and not is_of_neighbour(page, one, local=True):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")


BOOKED = re.compile(r"\b(?:pren|pris|réserv|choisi)\w*\b[^.!?]{0,80}\b(?:en ligne|sur internet|par internet)\b", re.I)
"""A booking of one's own, not a form sent first."""


appointments = Check(
    "appointments",
    title="Prise de rendez-vous en ligne",
    by_name=False,
    counts="Une réservation en ligne d'un rendez-vous avec un service ; « sur rendez-vous » dans un texte n'en est pas une.",
    signs=[
        known(),
        link(*NAMES, unless=OTHERS),
        form("rendez-vous", "rdv", field="date|time|datetime-local|select"),
        sentence(
            *("rendez-vous", "rdv", "créneau", "créneaux"),
            says=BOOKED,
            unless=(
                *("pré-demande", "doctolib", "médecin", "docteur", "notaire", "avocat", "impôts", "caf", "conciliateur"),
                *("don du sang", "banque", "téléphone", "vaccination", "coiffeur"),
            ),
        ),
    ],
    look=look,
    judge=judge,
    examples=[
        unseen(
            '<nav><a href="/r">Rendez-vous</a></nav>',
            pages={"/r": "<h1>Rendez-vous</h1><p>12 décembre : bal</p><p>20 décembre : loto</p>"},
        ),
        seen('<a href="/a">Je prends rendez-vous</a>'),
        seen('<a href="/a">Sélectionnez un horaire</a>'),
        seen('<h1>L’écrivain public</h1><p><a href="https://calendly.com/ecrivain-rives">Sa semaine</a></p>'),
        seen('<h1>Titres</h1><p>Les heures libres : <a href="https://rives.rdv-commune.example/">par ici</a></p>'),
        unseen('<h1>Ma coiffure</h1><p><a href="https://calendly.com/salon">Choisir un horaire</a></p>'),
        unseen('<h1>Collecte : don du sang</h1><p><a href="https://sang.example/r">Prendre rendez-vous</a></p>'),
        unseen("<h1>Titres</h1><p>La prise de rendez-vous en ligne sera bientôt ouverte.</p>"),
        unseen("<h1>Titres</h1><p>La prise de rendez-vous en ligne sera possible cet hiver.</p>"),
        seen('<a href="https://www.rendezvousonline.fr/montclair">Carte d’identité : créneaux</a>'),
        seen('<a href="/rdv">Prendre rendez-vous en ligne</a>'),
        seen('<form method="post"><h2>Prise de rendez-vous</h2><select name="s"><option>CNI</select><input type="date"></form>'),
        unseen("<p>Le maire reçoit sur rendez-vous.</p>"),
        unseen('<a href="https://www.doctolib.fr">Prendre rendez-vous avec le médecin</a>'),
        seen('<p>Passeport : <a href="https://exemple.guichet-citoyen.be/rendez-vous">l’agenda du service Population</a></p>'),
        unseen('<p>Salon Le Peigne</p><a href="https://www.planity.com/le-peigne">Prendre rendez-vous</a>'),
        seen(
            '<a href="https://www.doctolib.fr/dr-petit">Prendre rendez-vous</a> <a href="https://rdv.exemple.fr/">Prendre rendez-vous</a>'
        ),
        unseen('<a href="/agenda">Les rendez-vous de l’été</a>'),
        unseen('<a href="https://www.rives.example/rendez-vous-des-chineurs-5">Brocante</a>'),
        unseen('<a href="https://www.rives.example/agenda/rendez-vous-gourmand">Goûter</a>'),
        unseen('<a href="/agenda.html">Tous les rendez-vous</a> <a href="/actualites/">Les rendez-vous du village</a>'),
        seen('<a href="/agenda-des-passeports">Prendre rendez-vous</a>'),
        unseen('<section><h2>La mairie vous reçoit</h2><a href="/contact">Prendre rendez-vous</a></section>'),
        seen('<a href="https://rdv.exemple.fr/titres">Choisir mon créneau</a>'),
        seen('<p>Pièce d’identité : <a href="https://rdv.exemple.fr/">choisir l’heure</a></p>'),
        unseen('<title>Rives</title><a href="https://www.luz.example/rendez-vous">Prendre rendez-vous à la mairie de Luz</a>'),
        unseen('<a href="/tennis">Tennis : choisir un créneau</a>'),
        unseen('<a href="#">Prendre rendez-vous en ligne</a>'),
        unseen("<h2>Permanences</h2><p>Sur rendez-vous au 04 00 00 00 00.</p>"),
        unseen('<a href="/assistante">Assistante sociale (sur rendez-vous)</a>'),
        seen('<a href="https://x.example/">RDV CNI et passeport</a>'),
        seen('<a href="/a">Réserver mon rendez-vous</a>'),
        unseen('<a href="/a">Demander un rendez-vous avec le maire</a>'),
        seen("<h1>Au village</h1><p>Le rendez-vous se prend sur internet, par l’agenda de la mairie.</p>"),
        seen("<h1>Au village</h1><p>Pour un passeport, réservez votre créneau en ligne, tous les jours, à toute heure.</p>"),
        unseen("<h1>Au village</h1><p>Faites votre pré-demande en ligne puis prenez rendez-vous en mairie.</p>"),
        unseen("<h1>Au village</h1><p>Prenez rendez-vous avec votre médecin en ligne.</p>"),
        unseen("<h2>Bientôt sur ce site</h2><ul><li>La prise de rendez-vous en ligne avec le service des passeports</li></ul>"),
    ],
)
