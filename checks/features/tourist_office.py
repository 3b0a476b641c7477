"""Office de tourisme : son site ou sa page."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.communes.places import department_names, region_names
from checks.finding import Coverage, Verdict
from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, paragraph
from checks.reading.passages import Around, first
from checks.reading.sections import beneath
from checks.reading.spots import headed, labelled, outside, says_itself
from checks.signs import LABEL_WORDS, heading, link, path, seen, sentence, unseen
from checks.tally import Tally
from checks.text.folding import fold, fold_path
from checks.text.lexicon import Phrases, Prose, fold_label
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host, registrable
from crawler.url import path as url_path

NAMES = (
    "office de tourisme", "office du tourisme", "offices de tourisme", "syndicat d'initiative",
    "bureau d'information touristique", "point info tourisme", "point information touristique", "maison du tourisme",
    "office municipal de tourisme", "centre touristique", "accueil touristique", "office intercommunal de tourisme",
    "bureau d'accueil touristique", "tourisme office", "bureau de tourisme", "bureau touristique", "tourist office",
    "tourist information", "information touristique", "point i", "otsi", "oti", "bureau d'informations touristiques",
    "point d'information touristique", "point infos tourisme", "point accueil tourisme", "accueil tourisme", "maison de tourisme",
    "maison des offices de tourisme", "antenne touristique", "antenne de l'office", "bureau de l'office", "kiosque touristique",
    "chalet du tourisme", "royal syndicat d'initiative", "office communal du tourisme", "point i tourisme", "ofis touris",
    "verkehrsverein", "tourismusbüro", "ofis an douristed", "bureau d'accueil des visiteurs", "bureau d'accueil du tourisme",
    "chalet d'accueil des touristes", "accueil des touristes",
)  # fmt: skip

SUBJECT = Phrases(*NAMES)
REACHED = Prose(*NAMES, "ot")
VISITORS = Phrases("visiteurs", "vacanciers", "touristes", "estivants")
"""Whom the office receives, whatever it is called."""
DESK = Phrases("point information", "point info", "point infos", "bureau", "accueil", "antenne")
"""What it has here, on whose name the link lies that leads to its site."""
INVITING = Phrases("visiter", "séjour", "découvrir", "préparer", "vallée", "vacances")
TOURISM = Phrases("tourisme", "office")
_OFFICES = (
    *("comité départemental", "comité régional", "taxe", "hébergement", "hébergements", "ministère", "france", "handicap"),
    "département",
)
LANDS = frozenset(map(fold, (*department_names(), *region_names())))
ELSEWHERE = Phrases(*_OFFICES)
BROADER = Phrases(*_OFFICES, *department_names(), *region_names())
"""What promotes more than the land around, and what only bears the word."""
APART = Phrases(
    "taxe", "président", "rue de l'office", "classé par", "labellisé", "référencé", "référencée", "recommandé", "chambre", "chambres", "meublé", "billetterie", "billets", "départ", "recrute", "gîte", "loto",
)  # fmt: skip
BEARS = re.compile(r"[A-ZÀ-Ý][\w'’ -]{2,40} Tourisme|Destination [A-ZÀ-Ý][\w'’ -]{2,40}")
"""« Val-Meyrier Tourisme »: the name of the land and what it does; « Destination Val-Meyrier »."""
_NAMED = (
    r"(?:[Oo]ffice (?:intercommunal |municipal |communal )?d[eu] [Tt]ourisme|[Ss]yndicat d['’][Ii]nitiative|[Mm]aison du [Tt]ourisme|O\.?T\.?(?:S\.?I\.?)?(?=\s)|OTI"
    r"|[Bb]ureau (?:d['’](?:accueil|information) )?touristique|[Bb]ureau d['’]information touristique)"
)
NAMING = re.compile(
    rf"\b{_NAMED}(?: d[eu]s?(?: la)?)?\s?:?\s?$"
    rf"|(?:\A|[.!?:;»]\s|\b(?:[Ss]ite|[Vv]ers|[Vv]oir|[Cc]onsultez|L['’]|[Vv]otre|[Nn]otre)\s?(?:internet\s)?(?:de\s)?(?:l['’])?){_NAMED}\b[^!?]{{0,100}}[,:(–-]\s?$"
    rf"|\bL['’]{_NAMED}\b[^!?]{{0,100}}\bsur\s$"
)
"""What stands before its name or its address: « Office de tourisme des Monts, rue Basse, www… »."""
NAMED_AFTER = re.compile(rf"\W{{1,4}}(?:(?:site|portail)?\s?(?:de )?l['’]\s?)?{_NAMED}\b")
"""What stands right behind it: « Le Haut-Val (office de tourisme) »."""
KEEPING = Around("tourisme")
KEPT = re.compile(
    r"\b(?:antenne|bureau|accueil|guichet|point d['’]accueil) d(?:e |u |es |['’])(?P<land>[A-ZÀ-Ý][\w'’ -]{2,40}) Tourisme\b[^!?]{0,60}?"
    r"(?:\b(?:place|rue|halles?|mairie|château|ouverte?|tous les jours)\b|0[1-9](?: ?\d\d){4})"
)
"""« L'antenne d'Othe Tourisme, sous les halles »."""
OWN_HOST = re.compile(r"(?:www\.)?(?:(?:ot|otsi|oti|si)-\w|(?:ot[a-z]{0,3}|office)-?(?:de-?)?tourisme|syndicat-?initiative)")
"""« ot-rives.fr » is the office of Rives, whatever it is called."""
FIRST = 4
"""Words of a heading among which the office stands when it is what the heading is about."""


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """Where all that leads to the office's own site is dead, a page of ours that only names it does not make up for it."""
    outward = [o for o in tally.of("label") if registrable(host(o.target)) != registrable(host(o.url))]
    lost = outward and all(map(tally.dead, outward)) and not tally.of("contact")
    return Verdict.INACTIVE if lost else None


LEAFLETS = re.compile(
    r"\b(?:dépliants?|plans?|brochures?|topo-?guides?|cartes de randonnée)\b[^.!?]{0,60}\b(?:à|au|auprès de) l", re.I
)
"""What one gets there."""
NO_SITE = Phrases("gîte", "chambre", "location", "circuit", "agenda", "programme", "visite", "billetterie", "menu", "restaurant")
"""What is but one page of it."""
OPEN_TO = re.compile(
    r"\b\d{1,2} ?h\b|\b(?:\d{1,4},? )?(?:place|rue|quai|avenue|boulevard|esplanade|square)\s[A-Zdl][^.!?]{0,60}|0[1-9](?: ?\d\d){4}|\b(?:ouvert|ouvre|accueille|consultez le site|tient un bureau|renseigne|cartes et|préparer)\w*",
    re.I,
)
"""How to reach it or what it does for who comes."""


@check(
    "tourist_office",
    "Office de tourisme",
    judge=judge,
    counts="Un lien vivant vers le site de l'office, ou une page qui dit comment le joindre.",
    signs=[
        link(*NAMES, "=bit", "=ot", unless=("taxe", "président")),
        heading(*NAMES, unless=("taxe",)),
        path("office tourisme", "office de tourisme", "syndicat initiative"),
        sentence(
            "office de tourisme",
            "office du tourisme",
            "maison du tourisme",
            says=LEAFLETS,
            unless=("billet", "billets", "inscription"),
        ),
        sentence(
            *NAMES,
            says=OPEN_TO,
            house=True,
            unless=(
                *("billet", "billets", "billetterie", "préside", "inscription", "location de", "louer", "départ", "parking"),
                *("classé par", "recrute", "stage", "déménage", "déménagera"),
            ),
        ),
    ],
    examples=[
        seen("<h1>Visiter</h1><p>Le point i vous accueille en juillet, sous la halle.</p>"),
        seen(
            '<h1>Venir</h1><h4><a href="https://www.othe-tourisme.example/">Point info</a></h4><p>Sous la halle, d’avril à octobre.</p>'
        ),
        unseen('<h1>Venir</h1><a href="https://www.gites.example/">Accueil à la ferme</a>'),
        seen(
            '<title>Ville de Rives</title><a href="https://www.rives-tourisme.example/parc">Le parc</a>'
            '<a href="https://www.rives-tourisme.example/tour">La tour</a>'
        ),
        unseen(
            '<title>Ville de Rives</title><a href="https://www.rives-tourisme.example/parc">Le parc</a>'
            '<a href="https://www.rives-tourisme.example/gites/2">Le gîte</a><a href="https://www.lans-tourisme.example/a">A</a>'
        ),
        seen("<h1>Venir</h1><p>Des plans ? Demandez à l’antenne d’Othe Tourisme, sous les halles, 03 00 00 00 07.</p>"),
        unseen("<h1>Venir</h1><p>Un guide de Jura Tourisme, 03 00 00 00 07.</p>"),
        seen("<h1>Venir</h1><p>L’accueil des touristes est ouvert en juillet, de 10 h à 18 h.</p>"),
        seen('<a href="https://www.tourisme-othe.example/">Préparer son séjour</a>'),
        unseen('<a href="https://www.tourisme-othe.example/gites/2">Préparer son séjour au gîte</a>'),
        seen("<h1>Balades</h1><p>Les topoguides se trouvent à l’office de tourisme, place Haute.</p>"),
        seen('<a href="https://www.tourisme-othe.example/">Le bureau qui accueille les visiteurs</a>'),
        seen('<a href="https://www.montsetlacs.example/">Jura Monts et Lacs Tourisme</a>'),
        unseen('<a href="https://www.jura-tourism.example/">Jura Tourisme</a>'),
        unseen('<a href="https://www.auvergne-tourisme.example/">Tourisme</a>'),
        seen('<a href="https://www.hautes-planezes-tourisme.example/">Hautes Planèzes Tourisme, bureau de Murac</a>'),
        unseen('<a href="https://www.cantal-tourisme.example/">Cantal Tourisme</a>'),
        unseen('<a href="https://www.tourisme.gouv.example/">Classement des hébergements, tourisme</a>'),
        seen('<a href="https://www.hautes-planezes-tourisme.example/">L’office des Hautes Planèzes</a>'),
        unseen('<a href="https://www.office-notarial.example/">L’office notarial</a>'),
        seen('<a href="http://www.val-meyrier.example/">Val-Meyrier Tourisme</a>'),
        seen('<a href="http://www.destination-meyrier.example/">Destination Val-Meyrier</a>'),
        unseen('<a href="http://www.lozere.example/">Destination Lozère</a>'),
        unseen('<a href="/clsh">Destination vacances</a>'),
        seen('<a href="http://www.tourisme-othe-armance.example/">Othe-Armance, l’accueil des visiteurs</a>'),
        unseen('<a href="http://www.tourisme-othe.example/gites">Gîte du Moulin</a>'),
        seen('<a href="http://www.tourisme-montclair.example/">Office du Tourisme</a>'),
        seen("<h2>Office de tourisme</h2><p>Ouvert tous les jours l’été.</p>"),
        seen('<a href="http://ot.example/"><img alt="Syndicat d’initiative" src="ot.gif"></a>'),
        seen('<a href="http://mort.example/">Office de tourisme</a>', "inactive", gone=("http://mort.example/",)),
        seen(
            '<a href="/v">Gîtes et syndicat d’initiative</a>',
            "inactive",
            gone=("http://mort.example/",),
            pages={"/v": '<h1>Gîtes et syndicat d’initiative</h1><p><a href="http://mort.example/">L’office de tourisme</a></p>'},
        ),
        seen(
            '<h2>Office de tourisme</h2><p>1 place du Marché, 05 00 00 00 00</p><a href="http://mort.example/">Office de tourisme</a>',
            gone=("http://mort.example/",),
        ),
        seen(
            '<a href="http://mort.example/">Office de tourisme</a> <a href="http://vif.example/">Office de tourisme</a>',
            gone=("http://mort.example/",),
        ),
        seen("<h1>Visiter</h1><p>L’office de tourisme vous renseigne au 05 00 00 00 00.</p>"),
        unseen("<h1>Gîtes</h1><p>Gîte des Tilleuls, 6 personnes, 05 00 00 00 00. Proche de l’office de tourisme.</p>"),
        unseen("<p>Départ devant l’office de tourisme à 9 h.</p>"),
        seen('<p>Le village dépend de l’office de tourisme <a href="https://www.hautes-rives.example/">Hautes Rives</a>.</p>'),
        unseen('<p>Départ à 9 h devant l’office de tourisme, <a href="https://www.gym.example/">avec le club</a>.</p>'),
        unseen('<a href="/tourisme">Tourisme</a>'),
        unseen('<a href="#">Office de tourisme</a>'),
        unseen("<h1>Mentions légales</h1><h2>Hébergement</h2><p>OVH</p>"),
        seen('<a href="/a">Tourist information</a>'),
        seen('<a href="https://www.exemple-tourisme.example/">Exemple Tourisme</a>'),
        unseen('<a href="https://www.vendee-tourisme.example/">Vendée Tourisme</a>'),
        seen("<h1>Au village</h1><p>L’office de tourisme du Pays de Rives tient un bureau au village.</p>"),
        seen("<h1>Au village</h1><p>Le bureau d’information touristique ouvre tous les jours en été, de 10 h à 18 h.</p>"),
        unseen("<h1>Au village</h1><p>Départ de la visite devant l’office de tourisme à 15 h.</p>"),
        unseen("<h1>Au village</h1><p>Inscription auprès de l’office de tourisme pour le concours.</p>"),
        seen('<a href="/a">BIT</a>'),
        seen('<p>Office de tourisme des Vals, place Haute, <a href="https://www.vals.example/">www.vals.example</a></p>'),
        seen('<p><a href="https://www.vals.example/">Les Vals</a> – Office de tourisme, bureau au bourg.</p>'),
        seen('<p>Adresses : <a href="https://www.ot-vals.example/">ot-vals.example</a></p>'),
        seen("<h1>Venir</h1><p>OT des Vals : 05 00 00 00 00.</p>"),
        seen("<h1>Venir</h1><p>Office de tourisme des Vals, 3 rue Basse.</p>"),
        unseen("<h1>Marcher</h1><p>Départ : office de tourisme, place Haute, 9 h.</p>"),
        unseen(
            '<h1>Gîte</h1><p>Classé par l’office de tourisme, voir <a href="https://www.gite.example/">notre site</a>, 05 00 00 00 00.</p>'
        ),
    ],
)
def tourist_office(page: Page) -> Iterator[Observation]:
    """Its site under the name of its land; how it is reached: a paragraph that names it and gives its telephone, or one right under it."""
    for one in labelled(page, TOURISM, unless=BROADER):
        if (
            "tourisme" in one.host
            and not BROADER.within(one.host.replace("-", " ").replace(".", " "))
            and one.host != host(page.url)
            and one.text.count(" ") < LABEL_WORDS
        ):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for one in outside(page):
        if (
            BEARS.fullmatch(one.text)
            and not ELSEWHERE.within(one.text)
            and fold(one.text.removesuffix("Tourisme").removeprefix("Destination")) not in LANDS
        ):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
        elif "tourisme" in one.host and not BROADER.within(one.host.replace("-", " ").replace(".", " ")):
            # Its land is in both its name and its address.
            lands = [word for word in fold_label(one.text).split() if len(word) >= 4 and word != "tourisme"]
            if (
                (
                    any(word in one.host for word in lands)
                    or VISITORS.within(one.text)
                    or (DESK.within(one.text) and not one.framed and url_path(one.href) in ("", "/"))
                    or (INVITING.within(one.text) and url_path(one.href) in ("", "/"))
                )
                and not BROADER.within(one.text)
                and one.text.count(" ") < LABEL_WORDS
            ):
                yield Observation.at(page, one, Trust.LIKELY, proof="label")
    pages = {
        one.href: one
        for one in outside(page)
        if _is_of_town(page, one) and not NO_SITE.within_folded(fold_path(url_path(one.href)))
    }
    if len(pages) > 1:
        yield Observation.at(page, next(iter(pages.values())), Trust.LIKELY, proof="label")
    for one in outside(page):
        if OWN_HOST.match(one.host) and one.text.count(" ") < LABEL_WORDS and not NO_SITE.within(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    if says_itself(page, REACHED):
        for one in outside(page):
            # « Elle dépend de l'office de tourisme Val-Meyrier », the name being the link.
            before, _, after = page.main_text.partition(one.text) if one.text else ("", "", "")
            told = NAMING.search(before[-160:]) or NAMED_AFTER.match(after[:60])
            if told and not one.framed and not APART.within(told[0]):
                yield Observation.at(page, one, Trust.LIKELY, proof="label")
    if (told := first(page, KEPT, KEEPING)) and not APART.within(told[0]) and fold(told["land"]) not in LANDS:
        yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="contact", target=page.url)
    for above in headed(page, SUBJECT, unless=APART):
        if SUBJECT.within(" ".join(above.text.split()[:FIRST])) and TELEPHONE.pattern.search(beneath(page, above)):
            yield Observation.at(page, above, Trust.LIKELY, proof="contact")
    if node := paragraph(page, REACHED, TELEPHONE, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="contact")


def _is_of_town(page: Page, one: Link) -> bool:
    """Whether a link leads to the tourism site that bears the town's name: « www.rives-tourisme… » on the site of Rives."""
    names = [fold(part).strip() for part in re.split("[.-]", one.host) if len(part) > 3 and part not in COMMON]
    title = fold(page.title).replace(" ", "")
    return "tourisme" in one.host and any(part in title for part in names)


COMMON = frozenset(("tourisme", "office", "ville", "pays", "mairie", "commune", "info", "infos"))
