"""Transports en commun : réseau, lignes, horaires, transport scolaire."""

import re
from collections.abc import Iterator

from checks.about import about
from checks.check import check
from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.signs import known, seen, told, topic, unseen
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "transport en commun",
    "transports publics",
    "transport urbain",
    "réseau de bus",
    "lignes de bus",
    "horaires de bus",
    "horaires des bus",
    "=bus",
    "bus et tram",
    "bus tram",
    "tramway",
    "=tram",
    "=métro",
    "=transport",
    "transport scolaire",
    "car scolaire",
    "ramassage scolaire",
    "bus scolaire",
    "transport à la demande",
    "se déplacer",
    "se déplacer en bus",
    "déplacements et transports",
    "transports et déplacements",
    "mobilité",
    "gare sncf",
    "navette",
    "horaires des cars",
    "lignes régulières",
    "taxi brousse",
    "gare routière",
    "transport interurbain",
    "accès et transports",
    "transports et mobilités",
    "=déplacements",
    "moyens de transport",
    "transport solidaire",
    "autocar",
    "minibus",
    "bus et cars",
    "réseau de transport",
    "lignes et horaires",
)
OTHERS = (
    "transport de déchets",
    "transport de corps",
    "mobilité réduite",
    "transport funéraire",
    "transport de matières",
    "location",
    "bancaire",
    "mobilité internationale",
    "mobilité professionnelle",
)

SCHOOL = Phrases("école", "écoles", "rpi", "collège", "scolaire", "accès", "situation")
SAID = re.compile(
    r"\b(?:transports? scolaires?|ramassage scolaire|cars? scolaires?|lignes? de bus|arr[êe]t de bus|lignes? SNCB)\b[^.!?]{0,100}",
    re.I,
)


@check(
    "public_transport",
    "Transports en commun",
    counts="Le réseau, ses lignes, ses horaires ou le lien vers l'exploitant ; le seul transport scolaire compte aussi.",
    signs=[
        told(
            "lignes de bus",
            "arrêts de bus",
            "arrêt de bus",
            "transport à la demande",
            "car scolaire",
            "cars scolaires",
            "horaires des lignes",
            "gare sncf",
        ),
        *topic(*NAMES, unless=OTHERS),
        known(),
    ],
    examples=[
        seen('<nav><a href="/transports">Transports en commun</a></nav>'),
        seen('<a href="bus.htm"><img src="bus.gif" alt="Bus"></a>'),
        seen("<h2>Transports scolaires</h2><p>Le car passe à 7 h 40 place de l'Église.</p>"),
        seen("<h3>Horaires des bus</h3>"),
        unseen("<h2>Personnes à mobilité réduite</h2>"),
        unseen("<p>Un transport de gravats est prévu lundi.</p>"),
        unseen('<a href="#">Transports en commun</a>'),
        unseen("<h2>Busserolles, village fleuri</h2>"),
    ],
)
def public_transport(page: Page) -> Iterator[Observation]:
    """A page about the school or the way to the town hall that tells of the bus."""
    said = SAID.search(page.main_text) if about(page, SCHOOL) else None
    if said:
        yield Observation.at(page, squeeze(said.group()), Trust.LIKELY, proof="text", target=page.url)
