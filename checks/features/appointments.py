"""Prise de rendez-vous en ligne."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.finding import Coverage, Tally, Verdict
from checks.fingerprints import rows_of
from checks.lexicon import Phrases
from checks.neighbours import is_of_neighbour
from checks.observation import Observation, Trust
from checks.signs import form, known, link, seen, sentence, unseen
from checks.spots import outside
from crawler.page import Page
from crawler.url import host, path

NAMES = (
    "rendez-vous en ligne", "prendre rendez-vous", "prise de rendez-vous", "prenez rendez-vous", "réserver un rendez-vous",
    "réservation de rendez-vous", "rdv en ligne", "prendre rdv", "prise de rdv", "=rendez-vous", "=rdv",
    "votre rendez-vous en mairie", "rendez-vous cni", "rendez-vous passeport", "rendez-vous titres d'identité",
    "rendez-vous mairie", "réserver un créneau", "réservez votre créneau", "rendez-vous carte d'identité",
    "rendez-vous pour une carte d'identité", "rendez-vous état civil", "rendez-vous avec un service",
    "rendez-vous pour un passeport", "rendez-vous titres", "=prendre date", "réserver mon rendez-vous",
    "réserver votre rendez-vous", "demander un rendez-vous", "rdv cni", "rdv passeport", "rdv mairie", "rdv carte d'identité",
    "rdv titres", "rdv titres d'identité", "rdv pièces d'identité", "rendez-vous pièces d'identité",
    "rendez-vous papiers d'identité", "rendez-vous urbanisme", "réserver un rdv", "réservation rdv", "prenez rdv",
    "annuler un rendez-vous", "choisir un créneau", "choisir mon créneau", "choisir votre créneau", "choisissez votre créneau",
    "prendre un créneau", "réserver mon créneau", "choisissez un créneau", "modifier un rendez-vous", "passeport rendez-vous",
    "cni passeport rendez-vous", "je prends rendez-vous", "je prends rdv", "je réserve un rendez-vous",
)  # fmt: skip
OTHERS = (
    "médecin", "maire", "doctolib", "santé", "vaccination", "avocat", "conciliateur", "architecte", "téléphone", "culturels",
    "sur rendez-vous", "elus", "élus", "don du sang", "assistante sociale", "piscine", "tennis", "gymnase", "salle", "terrain",
    "court",
)  # fmt: skip

WRONG = Phrases(*(o for o in OTHERS if o != "sur rendez-vous"))
HOST = re.compile(r"(?:rdv|rendez-?vous|creneaux?)[.-]")
BOOKING = re.compile(r"/(?:prise-?de-?)?(?:rendez-?vous|rdv)(?:[-_/?]|$)", re.I)

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


def look(page: Page) -> Iterator[Observation]:
    """A link to another host whose address says what is booked there."""
    for one in outside(page):
        booked = (BOOKING.search(path(one.href)) or HOST.match(one.host)) and not WRONG.within(f"{one.text} {one.host}")
        if booked and not is_of_neighbour(page, one, local=True):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")


BOOKED = re.compile(r"\b(?:pren|pris|réserv|choisi)\w*\b[^.!?]{0,80}\b(?:en ligne|sur internet|par internet)\b", re.I)
"""A booking of one's own, not a form sent first."""


appointments = Check(
    "appointments",
    title="Prise de rendez-vous en ligne",
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
        seen('<a href="/a">Je prends rendez-vous</a>'),
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
