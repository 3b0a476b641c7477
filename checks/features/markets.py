"""Marchés forains : leurs jours et leurs lieux."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import about, is_of_the_past, sentences
from checks.reading.ended import ENDED
from checks.reading.passages import Around, near, passages
from checks.reading.sayings import AWAY
from checks.reading.sections import is_empty
from checks.reading.spots import entitled, headed, labelled, says_itself, worded
from checks.signs import LABEL_WORDS, link, path, seen, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "marché hebdomadaire", "marchés hebdomadaires", "marché forain", "marchés forains", "jour de marché", "jours de marché",
    "marché de plein air", "marchés de plein air", "marché alimentaire", "marché de producteurs", "marchés de producteurs",
    "marché des producteurs", "marché du terroir", "marché bio", "marché couvert", "halles et marchés", "halle et marchés",
    "marchés et halles", "foires et marchés", "marchés et foires", "commerces et marchés", "marché du samedi",
    "marché du dimanche", "marché du vendredi", "marché du jeudi", "marché du mercredi", "marché du mardi", "marché du lundi",
    "marché du centre-ville", "=marché", "=marchés", "=marché local", "halles et foires", "=halles", "foires et halles",
    "marché dominical", "marché traditionnel", "marchés nocturnes", "marché du soir", "=foires", "marchés de la commune",
    "marché du village", "marché municipal", "marché local", "marchés locaux", "marché paysan", "marché de pays",
    "marché estival", "marchés estivaux", "marché fermier", "marché gourmand", "marché du matin", "marché provençal",
    "marchés et commerces", "horaires du marché", "jours et horaires du marché", "jour de halle", "jours de halle",
    "jours d'étal", "=p'tit marché", "=petit marché",
)  # fmt: skip
NOT_THEM = (
    "public", "publics", "noël", "travail", "puces", "navette", "navettes", "appel d'offres", "procédure adaptée", "travaux",
    "à proximité", "alentours", "environs", "voisins", "voisines",
)  # fmt: skip
MARKET = Phrases(*(name.removeprefix("=") for name in NAMES if not name.startswith("=")))
BARE = re.compile(r"^\W*(?:(?:le|les|nos|vos|notre)\s+)?(?:(?:petit|p['’]tit)\s+)?march[eéÉE]s?(?:\s+loca(?:l|ux))?\W*$", re.I)
WRONG = Phrases(*NOT_THEM)
ACCENT = re.compile(r"marché", re.I)
WALK = re.compile(r"\b[Mm]arches?\b")
DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
MARKETS = Prose("marché", "halles")
TRADING = Around("march", "halles")
# Begun by one set of letters, so that the search leaps from one of them to the next.
OPEN = re.compile(
    r"[mMhHcCtT](?<!\w[mMhHcCtT])(?i:"
    rf"(?:(?<=m)archés?|(?<=h)alles)\b(?!\s+(?:public|de no[eë]l|du travail|immobilier|financier|aux puces|à procédure|de (?:travaux|maîtrise|fournitures)|à proximité|(?:aux )?alentour|des environs|voisins))[^.;]{{0,70}}?\b({DAYS})s?\b[^.;]{{0,40}}"
    rf"|(?:(?<=c)haque|(?<=t)ous les)\s+({DAYS})s?\b[^.;]{{0,40}}?\bmarché\b(?!\s+(?:public|de no[eë]l))[^.;]{{0,20}})"
)
GOODS = r"(?:légumes|fruits|fromages?|miel|volailles?|poissons?|pain|œufs|fleurs|charcuterie|coquillages|huîtres)"
SOLD = re.compile(
    rf"\bmarché\s(?:(?:bio|hebdomadaire|local|paysan|fermier|alimentaire|forain|nocturne|couvert|communal|de producteurs|de plein air)\s)?(?:du (?:bourg|village|centre)\s)?(?::\s)?(?:le |les |chaque |tous les |du )(?:{DAYS})s?\b"
    rf"|\bjours? de marché\s?:\s?(?:le )?(?:{DAYS})"
    rf"|\bfoire\b[^.!?]{{0,40}}\b(?:premier|deuxième|troisième|quatrième|dernier|1er|2e|3e|4e) (?:{DAYS}) d(?:u|e chaque) mois\b(?! de| d['’])"
    rf"|\bétals\b[^.!?]{{0,80}}\b(?:chaque|tous les|le) (?:{DAYS})s?\b(?!\s\d)"
    rf"|\b(?:chaque|tous les) (?:{DAYS})s?\b[^.!?]{{0,40}}\bétals\b"
    rf"|\b(?:chaque|tous les|les?) (?:{DAYS})s?(?: matin| soir)?\b(?!\s\d)[^.!?]{{0,30}}\bproducteurs\b[^.!?]{{0,30}}\b(?:vendent|déballent|s['’]installent)\b"
    rf"|\b{GOODS}(?:,| et) (?:\w+ )?{GOODS}[^.!?]{{0,60}}\bsur (?:la|notre) place\b[^.!?]{{0,40}}\b(?:chaque|tous les|le) (?:{DAYS})s?\b(?!\s\d)"
    rf"|\bproducteurs\b[^.!?]{{0,40}}\b(?:vend(?:ent|re)|déballent|s['’]installent)\b[^.!?]{{0,60}}\b(?:chaque|tous les|le) (?:{DAYS})s?\b(?!\s\d)",
    re.I,
)
"""A market told by its day, without its name or in one breath with it."""
SELLING = Around("marché", "étals", "producteurs", "foire", "sur la place", "sur notre place")
NO_SALE = re.compile(
    r"\bcantines?\b|\bbus\b|\bnavettes?\b|\bno[eë]l|publics?\b|marché (?:de|aux) |livr\w+|\bannul|\breport", re.I
)
STALLS = Around(
    "étals", "producteurs", "primeur", "poissonnier", "fromager", "maraîch", "rôtisseur", "poulets rôtis", "légumes", "fromages",
    "camelots",
)  # fmt: skip
SELLERS = re.compile(
    r"\b(?:primeurs?|poissonniers?|fromagers?|maraîch\w+|rôtisseurs?|bouchers?|charcutiers?|boulangers?|fleuristes?|étals?|producteurs?|camelots?)\b",
    re.I,
)
ON_DAY = re.compile(rf"\b(?:le|les|chaque|tous les)\s(?:{DAYS})s?\b|\b(?:{DAYS})s?\s(?:matin|soir|après-midi)", re.I)
THERE = re.compile(
    r"\b(?:place|halles?|parking|parvis|esplanade|mail|champ de foire|sous les (?:tilleuls|platanes|marronniers|arcades|arbres)|s['’]installent)\b",
    re.I,
)
WARES = re.compile(rf"\b(?:{GOODS}|galettes|cidre|œufs|huîtres|poulets)\b", re.I)
ALWAYS = re.compile(
    r"(?<!ur )\bplace (?:d[eu]s?\b|d['’]|la [A-ZÀ-Ý]|[A-ZÀ-Ý])|\bsur la place\b|\bsous la halle\b|\btoute l['’]année\b"
)
HOURS = re.compile(r"[0-9]\s?h\b|\bmatin\b", re.I)


def _is_stalls(text: str) -> bool:
    """Whether several stalls are told with their day and their place."""
    sellers = {word.lower().rstrip("s") for word in SELLERS.findall(text)}
    if len(sellers) > 1 and ON_DAY.search(text) and THERE.search(text) and not NOT_STALLS.search(text):
        return True
    return any(map(_tells_wares, sentences(text)))


def _tells_wares(said: str) -> bool:
    """« Le jeudi de 16 h à 19 h : légumes, galettes, cidre, place Haute »: what is sold, and when and where."""
    wares = {word.lower().rstrip("s") for word in WARES.findall(said)}
    kept = len(wares) > 1 and ON_DAY.search(said) and HOURS.search(said) and ALWAYS.search(said)
    return bool(kept) and not (OWN_SALE.search(said) or NOT_STALLS.search(said))


OWN_SALE = re.compile(
    r"\b(?:fermes?|amap|paniers?|magasins?|épicerie|drive|boutiques?|menus?|cantine|repas|ateliers?|jardins?|collecte)\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) [0-9]",
    re.I,
)
"""What is sold at the grower's, or is eaten."""
NOT_STALLS = re.compile(r"\b(?:no[eë]l|tournées?|fermée?s?|livr\w+)\b", re.I)
PLACE = Prose(
    "place", "halle", "halles", "rue", "parking", "matin", "hebdomadaire", "forain", "chaque", "tous les", "plein air",
    "producteurs", "de 8 h", "7h", "8h",
)  # fmt: skip
MINUTES = Phrases("compte rendu", "procès-verbal", "délibération", "marchés publics", "noël")


@Trait
def is_market(words: str) -> bool:
    """Whether a short label names a market: folding makes one word of « marché » and « marche », the accent tells a walk."""
    if (
        not (MARKETS.within(words) or MARKET.within(words))
        or not (BARE.match(words) or MARKET.within(words))
        or words.count(" ") > LABEL_WORDS
        or WRONG.within(words)
        or WALK.search(words)
    ):
        return False
    return bool(ACCENT.search(words)) or not BARE.match(words)


@check(
    "markets",
    "Marchés forains",
    signs=[
        link(*NAMES, unless=NOT_THEM, trust=Trust.HINT),
        path("marché hebdomadaire", "marchés forains", "jour de marché", "halles et marchés", unless=NOT_THEM),
    ],
    by_name=False,
    counts="Les jours et lieux des marchés de la commune ; les marchés publics et le marché de Noël n'en sont pas.",
    examples=[
        seen("<h1>Sous le porche</h1><p>Le jeudi de 16 h à 19 h : légumes, galettes, cidre et poisson, place Haute.</p>"),
        unseen("<h1>La ferme</h1><p>Le jeudi de 16 h à 19 h, légumes et œufs à la ferme, place Haute.</p>"),
        unseen("<h1>Fête</h1><p>Le jeudi 4 de 16 h à 19 h : galettes, cidre et fromages, place Haute.</p>"),
        seen("<h1>Ici</h1><p>Le dimanche matin, six producteurs déballent sous la halle.</p>"),
        unseen("<h1>Ici</h1><p>Le dimanche 4 mai, six producteurs déballent sous la halle.</p>"),
        seen("<h1>Au village</h1><p>Fromage et légumes sur la place le vendredi à partir de 17 heures.</p>"),
        seen("<h1>Au village</h1><p>Les étals s’installent sous le préau de l’ancienne gare, le vendredi matin.</p>"),
        unseen("<h1>Au village</h1><p>Faute de commerçants, le marché du samedi s’est arrêté en septembre.</p>"),
        unseen("<h1>Cantine</h1><p>Légumes et fromages cuits sur place le vendredi.</p>"),
        unseen("<p>Le village est à six kilomètres de Brosses, où se tient le marché du samedi, place Haute.</p>"),
        unseen("<h1>Vivre</h1><h2>Marché</h2><p>Plus de marché depuis 2019.</p><h2>Bus</h2><p>Ligne 3</p>"),
        unseen("<title>Notre passé</title><h1>Rives</h1><p>On tenait un marché tous les jeudis sur la place.</p>"),
        unseen("<h1>Rives autrefois</h1><h2>Le marché</h2><p>Il se tenait sous la halle.</p>"),
        unseen(
            '<nav><a href="/m">Marchés</a></nav>',
            pages={"/m": "<main><h1>Marchés</h1><p>Les marchés du canton : jours, lieux et horaires.</p></main>"},
        ),
        seen("<h1>Le p’tit marché</h1><p>Chaque premier vendredi, 17 h, place Haute.</p>"),
        unseen("<h2>Marchés à proximité</h2><p>Le lundi matin à Valmont, place Haute.</p>"),
        unseen("<p>Boulanger et primeur : tournée le mardi, place Haute.</p>"),
        seen("<h2>Le vendredi sur la place</h2><p>De 16 h à 20 h : primeur, poissonnier, fromager.</p>"),
        seen("<h2>Place !</h2><p>Mercredi matin place Haute (60 étals), samedi matin au foirail (producteurs).</p>"),
        unseen("<h2>Le vendredi 12 sur la place</h2><p>Noël : fromager, primeur.</p>"),
        seen('<a href="/marche">Le marché hebdomadaire</a>'),
        seen("<p>Marché tous les samedis matin, place de la République.</p>"),
        seen("<p>Les halles sont ouvertes le mardi et le samedi matin, place du Foirail.</p>"),
        seen("<h2>Halles et marchés</h2><p>Mardi et vendredi.</p>"),
        seen('<a href="/samedi">Le marché du samedi</a>'),
        seen("<p>Jour de marché : jeudi.</p>"),
        seen("<h2>Le marché</h2><p>Marché couvert du bourg : du mardi au samedi 6 h-13 h.</p>"),
        seen("<p>Une vingtaine d’étals s’installent chaque vendredi matin.</p>"),
        unseen("<p>Marché de Noël le samedi 5 décembre.</p>"),
        unseen("<p>Le marché du jeudi 5 est annulé.</p>"),
        unseen("<p>Marché conclu le lundi avec l’entreprise Roy.</p>"),
        unseen("<p>Le bus marché le mardi vous emmène en ville.</p>"),
        unseen('<a href="/mp">Marchés publics</a>'),
        unseen('<a href="/noel">Marché de Noël, samedi 12 décembre</a>'),
        unseen("<p>Le marché public de travaux sera attribué mardi, en séance.</p>"),
        unseen('<a href="/nordique">Marche nordique du samedi</a>'),
        unseen('<a href="/marche">Marche</a> <a href="/rando">Marche hebdomadaire du club</a>'),
        seen('<a href="/marche">Marché</a>'),
        seen('<a href="/m"><b>MARCHE HEBDOMADAIRE</b></a>'),
        unseen('<a href="#">Marché hebdomadaire</a>'),
        unseen("<h2>Marché de Noël</h2><p>Samedi et dimanche, salle des fêtes.</p>"),
        unseen("<h1>Marchés publics</h1><p>Consultations en cours.</p>"),
        seen('<a href="/a">Horaires des marchés</a>'),
    ],
)
def markets(page: Page) -> Iterator[Observation]:
    for anchor, _ in worded(page, is_market) if labelled(page, MARKETS) or labelled(page, MARKET) else ():
        yield Observation.at(page, anchor, Trust.LIKELY, proof="label")
    for above, _ in entitled(page, is_market) if headed(page, MARKETS) or headed(page, MARKET) else ():
        if is_empty(page, above):
            continue
        if above.level <= 4 and (above.text == page.headline or not is_of_the_past(page)):
            yield Observation.at(page, above, Trust.LIKELY, proof="heading")
    if is_of_the_past(page):
        return
    if not about(page, MINUTES) and (stalls := next((t for t in passages(page, STALLS) if _is_stalls(t)), "")):
        yield Observation.at(page, squeeze(stalls), Trust.LIKELY, proof="text", target=page.url)
    sold = (
        found
        for t in passages(page, SELLING)
        if (found := SOLD.search(t))
        and not (NO_SALE.search(t[: found.end() + 30]) or AWAY.search(t[: found.start()]) or ENDED.search(t))
    )
    if not about(page, MINUTES) and (told := next(sold, None)):
        yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="text", target=page.url)
    if about(page, MINUTES) or not (says_itself(page, MARKETS) and says_itself(page, PLACE)):
        return
    days: dict[str, None] = {}
    said = ""
    for number, match in enumerate(OPEN.finditer(near(page, TRADING, 100, 150))):
        if PLACE.within(match.group()) and not AWAY.search(match.string[max(0, match.start() - 150) : match.start()]):
            said = said or match.group()
            days.setdefault((match.group(1) or match.group(2)).lower())
        if number > 30:
            break
    if said:
        yield Observation.at(page, said, Trust.LIKELY, proof="text", target=page.url, days=", ".join(days))
