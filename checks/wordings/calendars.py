"""Calendars: what happens on a day in a village, and how its days are told without a year. Pure."""

import re

from selectolax.lexbor import LexborNode

from checks.reading.about import naming, proceedings
from checks.reading.denial import awaits
from checks.reading.passages import Around, first, places
from checks.reading.sections import beneath
from checks.reading.spots import says_itself
from checks.text.dates import MONTH
from checks.text.lexicon import Phrases, Prose
from crawler.heading import Heading
from crawler.markup import squeeze
from crawler.page import Page, content, derived

BROAD = ("=fêtes", "=sorties", "=sortir", "=à venir", "=prochainement")
"""What names a calendar only alone: many a headline of one feast has such a word."""
ONE_FEAST = ("fête", "la fête", "une fête", "sortie")
"""What a page is called that is no list of them, unless it gives several days."""
OF_OLD = Phrases("autrefois", "jadis", "d'antan", "à l'époque")
NO_CALENDAR = Phrases(
    *("organiser", "organisateur", "organisation de manifestation", "déclarer", "déclarée", "déclaration", "autorisation"),
    *("assurance",),
    *("collecte", "ramassage", "bac jaune", "déchets", "zone b", "zone c", "marées", "lunaire", "vacances scolaires"),
    *("permanences", "permanence"),
)
"""What a page that is called a calendar tells instead, where it names nothing that happens."""
AHEAD = Phrases("événements à venir", "prochains événements", "prochaines manifestations")
SHORT = 600
"""Characters beyond which a page that is called a calendar may be one in words of its own."""
WHAT = (
    "concert", "loto", "vœux", "marché de noël", "théâtre", "spectacle", "fête", "bal ", "vide-grenier", "brocante", "repas",
    "réveillon", "exposition", "goûter", "galette", "vin chaud", "randonnée", "cinéma", "kermesse", "feu d’artifice",
    "carnaval", "festival", "conférence", "kabar", "foire", "fest-noz", "belote", "tombola", "banquet", "cérémonie",
    "soirée", "représentation", "fèt ", "téléthon", "arbre de noël", "veillée", "ciné-club", "thé dansant", "fest-deiz",
    "tournoi", "bourse aux jouets", "bourse aux plantes", "bourse aux vêtements", "bourse aux livres", "bourse aux skis", "bourse aux vélos", "troc", "braderie",
    "puces", "marché des créateurs", "marché artisanal", "marché gourmand", "marché nocturne", "marché aux fleurs",
    "crèche vivante", "saint-nicolas", "saint-sylvestre", "beaujolais", "halloween", "commémoration", "chorale",
    "choucroute", "tartiflette", "couscous", "paëlla", "moules-frites", "méchoui", "aligot", "tripes", "barbecue",
    "pique-nique", "buffet", "apéritif", "apéro", "guinguette", "procession", "pèlerinage", "feux de la saint-jean",
    "feu de la saint-jean", "chasse aux œufs", "chasse au trésor", "olympiades", "projection", "super loto", "quine",
    "trail", "marche gourmande", "marche nocturne", "balade", "pétanque", "noël des enfants", "noël de l'école",
    "noël des écoles", "père noël", "portes ouvertes", "salon du livre", "karaoké", "chants de noël", "chants", "soupe", "crêpes", "chandeleur", "mardi gras", "vogue", "ducasse", "frairie", "souper", "raclette", "fondue", "cortège", "soirée jeux", "sortie nature", "jeux intervillages",
    "lâcher de lanternes",
)  # fmt: skip
"""What is held on a day. No « marché » by itself, which is held each week."""
NO_EVENT = Phrases(
    "collecte", "ramassage", "bac", "permanence", "conseil municipal", "conseil communautaire", "date limite", "fermé", "fermée",
    "fermeture",
)  # fmt: skip
HAPPENING, HAPPENS = Prose(*WHAT), Around(*WHAT)
NEXT = re.compile(
    rf"\b(?:à venir|à noter|à retenir|retenez (?:bien )?(?:ces|les) dates|notez (?:bien |déjà )?(?:ces|les) dates|(?:à|dans) vos agendas|bientôt|au programme"
    rf"|prochaine?s? (?:sorties?|dates?|rendez-vous|fêtes?|manifestations?|animations?)(?: \w+ \w+)?)\s?[:!]\s?(?:.{{0,60}}?\b\d{{1,2}}(?:er)?\s(?:{MONTH})\b){{2}}[^.!?]{{0,80}}",
    re.I,
)
"""« À venir : le 4 mai, loto ; le 12 juin, fête du four »."""
SOON = Around("à venir", "à noter", "à retenir", "ces dates", "les dates", "vos agendas", "bientôt", "au programme", "prochain")
MONTHS = Around(*(month for month in MONTH.split("|") if month != "mai"), *(f"mai{mark}" for mark in " ,.;"))
"""« Mai » begins too many words: « mairie », « maison », « mais »."""
LISTS = (" :", " –", " -")
"""What stands after a month that begins a line: « Janvier : galette. Mars : carnaval. », what comes back each year."""
YEARLY = 4
"""Months from which such a list is the calendar of a year."""
DAY_BEFORE = re.compile(r"\b(?:\d{1,2}|1er)\s\Z")
SOME = re.compile(rf"\d{{1,2}}(?:er)?\s(?:{MONTH})", re.I)
OVER = re.compile(r"\A\s?(?:19|20)\d\d\b|\b(?:a|ont|fut|furent|était|étaient)\s\w", re.I)
"""A year, or what is told of a day that is over."""
CARDS, CARD = ("article", "li", "tr"), 400
"""What stands for one thing, and characters beyond which it is for more."""
SEVERAL = 3
"""Such days from which they are a calendar."""
A_MONTH = re.compile(rf"(?:{MONTH})(?: 20\d\d)?", re.I)
A_DAY = re.compile(r"\b(?:le|du|[a-z]{3,5}di|dimanche)\s(?:\d{1,2}|1er)\b", re.I)
BEGINS = re.compile(r"\W{0,3}(?:[a-zé.]{2,9},?\s){0,2}\d{1,2}(?:er)?(?:\s|[/.-]\d)", re.I)
"""« Samedi 5 décembre 2026 : … », « 5/12/2026 … »."""
HOLIDAY = re.compile(r"\bfête (?:du travail|nationale|de la victoire)|\bvictoire 1945|\barmistice|\btoussaint\b", re.I)
"""Days on which all is closed: nothing is held then by these words alone."""
BYGONE = Phrases("rétrospective", "album", "galerie", "photos", "archives", "bilan", "menu", "menus", "rapport")
"""On a page that is called so the months tell of what was, or what is eaten."""


def in_a_line(page: Page) -> str:
    """The sentence that tells the next days and what happens then; '' when there is none."""
    soon = None if proceedings(page) else first(page, NEXT, SOON)
    return squeeze(soon[0]) if soon and HAPPENING.within(soon[0]) else ""


@derived
def _months(page: Page) -> list[tuple[int, int]]:
    """Where the names of months stand in the page's own text."""
    text = page.main_text
    told = ((start, end if text[end - 1].isalpha() else end - 1) for start, end in places(page, MONTHS))
    return [(start, end) for start, end in told if not text[end : end + 1].isalpha()]


def without_year(page: Page) -> str:
    """Where several days, not all of one month, each have their happening, and none its year; '' when they have not."""
    if not says_itself(page, HAPPENING) or proceedings(page) or BYGONE.within_folded(naming(page)):
        return ""
    text = page.main_text
    told: dict[tuple[str, str], int] = {}
    for start, end in _months(page):
        after = text[end : end + 60]
        day = DAY_BEFORE.search(text[max(0, start - 5) : start])
        if not day or OVER.search(after):
            continue
        sides = SOME.split(after)[0], SOME.split(text[max(0, start - 50) : start])[-1]
        if any(HAPPENING.within(HOLIDAY.sub("", said)) for said in sides):
            told.setdefault((day[0], text[start:end].lower()), start)
    at = sorted(told.values())
    return text[max(0, at[0] - 15) : at[-1] + 70] if len(at) >= SEVERAL and len({month for _, month in told}) > 1 else ""


def by_month(page: Page) -> Heading | str:
    """Where it is told what happens month by month: under their names, or after them in a line; '' when it is not."""
    if not says_itself(page, HAPPENING) or proceedings(page) or BYGONE.within_folded(naming(page)):
        return ""
    text = page.main_text
    told = [one for one in _months(page) if text[one[1] : one[1] + 2] in LISTS and HAPPENING.within(text[one[1] : one[1] + 50])]
    if len({text[start:end].lower() for start, end in told}) >= YEARLY:
        return text[told[0][0] : told[-1][1] + 50]
    held = [one for one in _months(page) if text.endswith(" en ", 0, one[0]) and _is_held(text, *one)]
    if len({text[start:end].lower() for start, end in held}) >= SEVERAL:
        return text[max(0, held[0][0] - 40) : held[-1][1]]
    months = (heading for heading in page.headings if A_MONTH.fullmatch(heading.text))
    named = [one for one in months if A_DAY.search(beneath(page, one)) and HAPPENING.within(beneath(page, one))]
    return named[0] if len(named) > 1 else ""


def _is_held(text: str, start: int, end: int) -> bool:
    """Whether the words before a month, since the last comma, name what happens each year then: « soupe en février, méchoui en août »."""
    return HAPPENING.within(_APART.split(text[max(0, start - 50) : start])[-1]) and not OVER.search(text[end : end + 60])


_APART = re.compile(r"[,;:.!?]")


def names_what_happens(node: LexborNode) -> bool:
    """Whether the card in which a day stands names what happens then."""
    up = node.parent
    while up is not None and up.tag not in CARDS:
        up = up.parent
    words = squeeze(up.text(separator=" ")) if up is not None else ""
    return 0 < len(words) <= CARD and HAPPENING.within(words) and not NO_EVENT.within(words)


def tells_none(page: Page) -> bool:
    """Whether a short page that is called so neither says what happens nor when, or tells the days of something else."""
    text = page.main_text
    if len(text) > SHORT or awaits(page) or page.forms:
        return False
    if page.headline.lower() in ONE_FEAST and len(A_DAY.findall(text)) < 2:
        return True
    if says_itself(page, HAPPENING):
        return OF_OLD.within(text) and not any(map(str.isdigit, text))
    bare = all(link.framed for link in page.links) and content(page).css_first("img") is None
    return (NO_CALENDAR.within(text) and not AHEAD.within(text)) or (bare and not any(map(str.isdigit, text)))
