"""Transports en commun : réseau, lignes, horaires, transport scolaire."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import REACHED, about, paragraph, proceedings
from checks.reading.passages import Around, first, passages
from checks.reading.sayings import WHEN
from checks.reading.spots import says_itself
from checks.signs import known, seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "transport en commun", "transports publics", "transport urbain", "réseau de bus", "lignes de bus", "horaires de bus",
    "horaires des bus", "=bus", "bus et tram", "bus tram", "tramway", "=tram", "=métro", "=transport", "transport scolaire",
    "car scolaire", "ramassage scolaire", "bus scolaire", "transport à la demande", "se déplacer", "se déplacer en bus",
    "déplacements et transports", "transports et déplacements", "mobilité", "gare sncf", "navette", "horaires des cars",
    "lignes régulières", "taxi brousse", "gare routière", "transport interurbain", "accès et transports",
    "transports et mobilités", "=déplacements", "moyens de transport", "transport solidaire", "autocar", "minibus",
    "bus et cars", "bus et train", "train et bus", "trains et cars", "gare ter", "réseau de transport", "lignes et horaires",
    "transport collectif", "taxibus", "transport adapté", "fiches horaires", "transports scolaires et interurbains",
    "transport régional", "réseau interurbain", "covoiturage et transports", "=se déplacer", "=bus scolaire", "=mobilités",
    "arrêts de bus", "abribus", "service de transport", "circuits scolaires", "=tec", "=sncf", "=trains", "gare tgv",
    "navette gratuite", "bac et navette", "desserte maritime", "arrêt de car", "lignes de car", "=car", "noctambus",
    "taxi social", "=gare", "venir en train", "venir en bus", "téléphérique", "funiculaire", "liaisons maritimes",
    "cartes journalières", "=traversées", "traversées maritimes", "=bateau", "=bateaux", "horaires du bateau",
    "horaires des bateaux", "abonnement de transport", "transport à la carte", "=tad", "cars interurbains", "prendre le bus",
    "prendre le car", "prendre le train", "bus à la demande", "navettes", "cars et bus", "lignes interurbaines", "=gare et bus",
    "réseau de cars", "transport des élèves", "lignes de transport", "arrêts et horaires", "transport des collégiens",
    "transport des lycéens", "bus et navettes", "horaires et lignes", "ramassage des élèves", "ramassage des écoliers",
    "ramassage des collégiens", "ramassage des lycéens", "circuit de ramassage", "circuits de ramassage", "passages du car",
    "passages du bus", "horaires du car", "horaires du bus", "horaires du train", "horaires des trains", "halte sncf",
    "halte ferroviaire", "bus du marché", "navette du marché", "car du marché", "car du matin", "car du soir", "bus du matin", "bus communal", "bus municipal", "petit bus",
    "chauffeurs bénévoles", "conducteurs bénévoles", "transport bénévole", "=en train", "=en bus", "=en car", "taxi à la demande", "taxis à la demande",
)  # fmt: skip
OTHERS = (
    "transport de déchets", "transport de corps", "mobilité réduite", "mobilité électrique", "transport funéraire",
    "transport de matières", "location", "bancaire", "mobilité internationale", "mobilité professionnelle",
    "mobilité inclusion", "mobilités douces", "mobilités actives", "mobilité douce", "mobilité active", "transport sanitaire", "transport médical", "mobilité européenne",
    "sans se déplacer", "sans vous déplacer",
)  # fmt: skip

SCHOOL = Phrases("école", "écoles", "rpi", "collège", "scolaire", "accès", "situation")
SAID = re.compile(
    r"\b(?:transports? scolaires?|ramassage scolaire|cars? scolaires?|lignes? de bus|arr[êe]t de bus|lignes? SNCB)\b[^.!?]{0,100}",
    re.I,
)


STOPPING = Around("s'arrête", "s’arrête", "dessert")
STOPS = re.compile(r"(?:s['’]arrête|dessert)\b[^.!?]{0,60}\b\d{1,2}\s?h\s?\d\d\b[^.!?]{0,20}\b\d{1,2}\s?h\s?\d\d\b", re.I)
"""Two hours at least at which it stops."""
ROUNDS = re.compile(r"\b(?:biblio|livres?\b|ouvrages|médiabus|camion|bus france|pizza|épicerie|boulanger|benne|collecte)", re.I)
RUNNING = Around(
    "scolaire", "du collège", "du lycée", "des collégiens", "des lycéens", "bus", "navette", "ligne", "le car", "un car", "fluo ", "breizhgo",
    "prennent le", "aléop", "rémi ", "mobigo", "nomad ", "lio ", "zou ", "transisère", "car région", "cars région",
)  # fmt: skip
RUNS = re.compile(
    r"\b(?i:(?:cars?|bus|transports?) (?:de ramassage )?(?:scolaires?|d(?:u|es) (?:collège|lycée|collégiens|lycéens))|ramassage scolaire)\b[^.!?]{0,60}"
    r"(?:\b\d{1,2} ?[h:]|\bpasse|\bassuré|\bdesser|\borganisé|\barrêt|\bcircuit|\bgratuit|\bhoraires)[^.!?]{0,60}"
    r"|\b(?i:l[ea]s? (?:car|bus|taxi|minibus)) (?:les |nos (?:\w+ )?enfants |vos enfants )?(?:prend|ramasse|dépose|emmène)\w*\b[^.!?]{0,60}"
    r"|\b(?i:(?:un|le) car)(?: n\s?°\s?\d+)? (?:s['’]arrête|passe|part)\b[^.!?]{0,40}\b\d{1,2}\s?h[^.!?]{0,60}\b(?:\d{1,2}\s?h|tous les|chaque|du lundi|scolaire)[^.!?]{0,30}"
    r"|\bprennent le (?:car|bus|train)\b[^.!?]{0,30}\b\d{1,2} ?[h:][^.!?]{0,60}"
    r"|\b(?:BreizhGo|Aléop|Rémi|Mobigo|Nomad|Fluo|liO|ZOU ?!?|Transisère|Cars? Région)\s(?:ligne\s)?(?:n°\s?)?\d{1,4}\b[^.!?]{0,60}"
    r"|\b[Ll]ignes?\s+(?:de bus\s+|n°\s?)?(?:\d{1,3}|[A-Z])\b[^.!?]{0,60}\b(?:bus|car|arrêt|réseau|horaires|relie|dessert|de \d{1,2}\s?h)[^.!?]{0,60}"
    r"|\b(?:[Mm]ini-?bus|[Nn]avette(?! (?:de la (?:média|biblio)|des? livres))|bus)\b[^.!?]{0,80}\b(?:tous les|toutes les|chaque)\b[^.!?]{0,40}"
    r"|\b(?:[Tt]ous les|[Cc]haque)\s+\w+[^.!?]{0,40}\b(?:mini-?bus|navette|bus)\b[^.!?]{0,60}"
    r"|\b(?:[Bb]us|[Cc]ars?)\b[^.!?]{0,60}\b(?:allers?-retours?|allers et retours|par jour)\b[^.!?]{0,40}"
    r"|\b(?:[Bb]us|[Cc]ars?|réseau)\b[^.!?]{0,40}\blignes?\s+\d{1,3}\b[^.!?]{0,60}"
)
ON_DEMAND = Prose("transport à la demande", "taxi à la demande", "navette communale", "minibus communal", "navette municipale")
NOT_RUN = Phrases("panne", "garage", "projet", "étude", "voté", "recrute", "travaux")
BUS = Prose(
    "bus", "minibus", "navette", "car", "ramassage scolaire", "transport scolaire", "ligne", "breizhgo", "aléop", "rémi", "mobigo",
    "nomad", "fluo", "zou", "transisère", "lio",
)  # fmt: skip


RUNNING_THERE = re.compile(
    rf"{WHEN.pattern}|\b(?:\d{{1,2}} ?h\b|\d+ ?km|passe\b|passages|circule|dessert|desserv|relie|arrêt|s['’]arrête|par jour|(?:toutes|tous) les|ligne \d|réseau|réserv|s['’]inscrire|inscri|emmène|traverse|assuré|horaires)|\bgratuite?s?\b|\btitre à\b|\ba mis en place\b",
    re.I,
)
"""What is said of what runs."""


@check(
    "public_transport",
    "Transports en commun",
    counts="Le réseau, ses lignes, ses horaires ou le lien vers l'exploitant ; le seul transport scolaire compte aussi.",
    signs=[
        told(
            *("lignes de bus", "arrêts de bus", "arrêt de bus", "transport à la demande", "car scolaire", "cars scolaires"),
            *("horaires des lignes", "gare sncf"),
        ),
        *topic(*NAMES, unless=OTHERS),
        known(),
        sentence(
            *("transport à la demande", "horaires des lignes", "ligne régulière", "conducteur du car", "navettes"),
            *("navette", "minibus", "car scolaire", "transport scolaire", "transports scolaires"),
            *("cartes de transport scolaire", "ligne de bus", "lignes de bus", "lignes de tramway", "ligne de tramway"),
            *("gare ter", "car ter", "gare sncf", "fiches horaires", "car pour le collège", "gare", "halte sncf"),
            "halte ferroviaire",
            *("ramassage des élèves", "ramassage des écoliers", "ramassage des collégiens", "ramassage des lycéens"),
            *("circuit de ramassage", "taxi à la demande", "ligne de car", "lignes de car", "ligne d'autocar", "ligne de train"),
            says=RUNNING_THERE,
            unless=(
                *(f"{way} de la gare" for way in ("avenue", "boulevard", "rue", "place", "quartier", "chemin")),
                *("panne", "garage", "travaux", "spatiale", "marathon", "bibliothèque", "bibliothèques", "médiathèque", "livres"),
                *("animateur", "animateurs", "loisirs", "bénévoles"),
            ),
        ),
        sentence("conducteurs bénévoles", "chauffeurs bénévoles", "chauffeur bénévole", "conducteur bénévole"),
    ],
    examples=[
        unseen("<h2>Déposer sans se déplacer</h2>"),
        seen("<h1>Ici</h1><p>Un minibus vient chercher les gens à leur porte le jeudi.</p>"),
        unseen("<h1>Ici</h1><p>La commune cherche un minibus pour le jeudi.</p>"),
        unseen("<h1>Club</h1><p>Au musée : le car part de la halle à 7 h 30.</p>"),
        seen("<h1>Ici</h1><p>Un car part de la halle à 7 h 05 et rentre de Brosses à 18 h.</p>"),
        seen("<h1>Ici</h1><p>Le car n° 4 passe au lavoir à 7h25 et revient à 17h40.</p>"),
        unseen("<h1>Ici</h1><p>Le car n° 4 passe au contrôle à 7h25.</p>"),
        unseen("<h1>Club</h1><p>Excursion : le car part à 8 h.</p>"),
        seen("<h1>Au village</h1><p>Des chauffeurs bénévoles vous conduisent chez le médecin : appelez la mairie.</p>"),
        seen("<h1>Au village</h1><p>Les lycéens prennent le car à 7 h devant l’église.</p>"),
        seen("<h1>La rentrée</h1><p>Le ramassage des écoliers est assuré par le Syndicat.</p>"),
        seen('<a href="/h.pdf">Horaires du car</a>'),
        seen("<h1>Au village</h1><p>La halte SNCF est à 2 km du bourg.</p>"),
        unseen("<h1>Au village</h1><p>Le petit train fait le tour du port le dimanche.</p>"),
        seen("<h1>Nos écoliers</h1><p>Le car les ramasse à 7 h 50 au calvaire.</p>"),
        seen("<p>Fluo 214 vers Sélestat, arrêt Mairie.</p>"),
        unseen("<p>Le bus qui les a vus naître n’est plus qu’un souvenir ; Rémi a 214 ans.</p>"),
        unseen("<h1>Lire</h1><p>La navette de la médiathèque passe chaque mois.</p>"),
        seen("<h1>Au village</h1><p>Transport à la demande : réservez la veille au 05 55 00 00 00.</p>"),
        unseen("<h1>Au village</h1><p>Projet de transport à la demande : réunion de 18 h à 20 h.</p>"),
        seen("<p>Le Rémi 12 s’arrête place de l’Église à 6 h 52, 7 h 40 et 17 h 15.</p>"),
        unseen("<p>Le bibliobus s’arrête place Haute de 15 h 30 à 16 h 30.</p>"),
        seen("<h1>Circuler</h1><p>Cinq lignes, la ligne E de 5 h à 21 h.</p>"),
        seen('<nav><a href="/transports">Transports en commun</a></nav>'),
        seen('<a href="bus.htm"><img src="bus.gif" alt="Bus"></a>'),
        seen("<h2>Transports scolaires</h2><p>Le car passe à 7 h 40 place de l'Église.</p>"),
        seen("<h3>Horaires des bus</h3>"),
        unseen("<h2>Personnes à mobilité réduite</h2>"),
        unseen(
            "<h1>Après la classe</h1><p>Les animateurs emmènent les enfants de l’école au local dans le minibus de la ville.</p>"
        ),
        unseen("<p>Un transport de gravats est prévu lundi.</p>"),
        unseen("<h1>Déchets</h1><p>Sortir les bacs la veille au soir, ou le matin avant 7 h.</p>"),
        unseen('<a href="#">Transports en commun</a>'),
        unseen("<h2>Busserolles, village fleuri</h2>"),
        seen("<h1>Infos</h1><p>Le car de ramassage scolaire passe à 8h05 sur la place.</p>"),
        seen("<h1>Cadre de vie</h1><p>Le réseau Aranéa : bus, lignes 31 et 32.</p>"),
        seen("<h1>Circuler</h1><p>La Navette, gratuite, relie la gare au Foirail toutes les vingt minutes.</p>"),
        seen("<h1>Grandir ici</h1><p>Le car du collège : 7 h 02 place du Tilleul.</p>"),
        seen("<h1>S’y rendre</h1><p>Bus Nomad 74 Bayeux – Courseulles, cinq allers-retours par jour.</p>"),
        unseen("<h1>Voyage</h1><p>Le club part en car le 3 mai.</p>"),
        seen('<a href="/ts">Transport scolaire</a>'),
        seen("<h3>Bus et train</h3><p>Gare de la ligne 12.</p>"),
        seen('<a href="/a">Lignes de car</a>'),
        seen('<a href="/a">Venir en train</a>'),
        unseen('<a href="/a">Carte mobilité inclusion</a>'),
        seen("<h1>Au village</h1><p>Ligne 15 Rives – Bréval : arrêt devant la mairie, deux passages par jour.</p>"),
        seen("<h1>Au village</h1><p>Le car pour le collège passe au lavoir à 7 h 10.</p>"),
        unseen("<h1>Au village</h1><p>La navette de la fête a bien fonctionné.</p>"),
        unseen("<h1>Lire</h1><p>Les livres réservés arrivent par navette chaque jeudi à la bibliothèque.</p>"),
        unseen("<h2>Mobilités douces : la piste est finie</h2>"),
        unseen("<h1>Au village</h1><p>Le car a versé au lieu-dit Le Pont.</p>"),
        seen('<a href="/a">TAD</a>'),
        seen('<a href="/a">Cars interurbains</a>'),
        seen("<h2>Prendre le bus</h2>"),
    ],
)
def public_transport(page: Page) -> Iterator[Observation]:
    """A page about the school or the way to the town hall that tells of the bus; any page that tells of a line or of its hours."""
    stop = (
        None
        if proceedings(page)
        else next((t for t in passages(page, STOPPING) if STOPS.search(t) and not ROUNDS.search(t)), None)
    )
    if stop:
        yield Observation.at(page, squeeze(stop), Trust.LIKELY, proof="text", target=page.url)
    if node := paragraph(page, ON_DEMAND, REACHED, NOT_RUN):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    if proceedings(page) or not says_itself(page, BUS):
        return
    said = first(page, RUNS, RUNNING) or (SAID.search(page.main_text) if about(page, SCHOOL) else None)
    if said and not ROUNDS.search(said.group()):
        yield Observation.at(page, squeeze(said.group()), Trust.LIKELY, proof="text", target=page.url)
