"""Menus: what tells that a file is the menu of children, by its name, its label or the words before it. Pure."""

import re

from checks.reading.about import about
from checks.reading.passages import Around, first
from checks.text.dates import newest, years
from checks.text.lexicon import Phrases, Prose
from crawler.link import Link
from crawler.page import Page
from crawler.url import path as path_of

MENU = Prose("menu", "menus")
CALLED = re.compile(r"\b(?:menus?|plats|repas)\b[^/]*$", re.I)
"""A file that is called a menu."""
EATEN_THERE = re.compile(r"\b(?:menus?|mange(?:nt)?|assiettes?)\b[^.!?:]{0,20}:\s?$", re.I)
EATEN_THEN = re.compile(
    r"\b(?:menus?|mang(?:e|ent|era|eront))\b[^.!?:]{0,40}\b(?:janvier|février|mars|avril|mai|juin|septembre|octobre|novembre|décembre|semaine)\b[^.!?:]{0,10}:\s?$",
    re.I,
)
"""What stands right before the month whose menus one may open: « Ce qu'ils mangent : mars »."""
CANTEEN = Phrases(
    "cantine", "restaurant scolaire", "restauration scolaire", "restaurant municipal", "repas des enfants", "repas scolaires",
    "pause méridienne", "écoliers", "périscolaire", "repas à l'école", "restaurant des enfants", "restaurant d'enfants",
)  # fmt: skip
CHILDREN = re.compile(
    r"\b(?:mange\w*|dégust\w+|régal\w*|déjeun\w*|assiettes?|repas|menus?|gourmands?)\b[^.!?]{0,60}\b(?:enfants?|élèves|écoliers|écolières|petits|bambins|bouts de chou|loulous|marmots)\b"
    r"|\b(?:enfants|élèves|écoliers|petits|loulous)\b[^.!?]{0,40}\b(?:mange\w*|mangeront|déjeun\w*|dégust\w+)\b",
    re.I,
)
"""« Ce que mangeront vos enfants »."""
TABLE = Around("mange", "dégust", "régal", "déjeun", "assiette", "repas", "menu", "gourmand")
EATEN_FILE, SCHOOL_FILE = re.compile(r"menu|repas|plats", re.I), re.compile(r"cantine|scolaire|ecole|resto|restaurant", re.I)
"""What a file is called that needs no label: « repas-cantine.pdf »."""
DATED_MENU = re.compile(r"menus?[-_%\w]{0,30}(?:janv|fev|mars|avr|juin|sept|oct|nov|dec|s\d\d|sem|20\d\d)[^/]*\Z", re.I)
NO_MENU = re.compile(r"tarif|inscri|reglement|reserv|fiche|dossier|factur|portage|appel|carte", re.I)
PERIOD = re.compile(
    r"^\W*(?:n°\s?\d{1,2}\W*$|(?:menus?\s)?(?:semaines?\s(?:n°\s?)?\d{1,2}\b|(?:semaine\s)?du\s(?:lundi\s)?\d{1,2}\b.{0,30}\bau\b)"
    r"|(?:janvier|février|mars|avril|mai|juin|septembre|octobre|novembre|décembre)(?:\s20\d\d)?\W*$)",
    re.I,
)
WEEKLY = re.compile(r"(?:s|semaine)\s?\d{1,2}\b", re.I)
WEEK_OF = re.compile(r"semaine du [0-9]{1,2}\b", re.I)
PLANNING = Phrases("planning", "programme", "centre de loisirs", "accueil de loisirs", "vacances", "travaux", "collecte")
"""What else is told week by week."""


def is_menu(page: Page, one: Link, menus: bool) -> bool:
    """Whether a file is one by its name or its label and a date, or by a week where nothing else is told by weeks; `menus`: whether
    the page speaks of them."""
    words, where = one.text, path_of(one.href)
    if EATEN_FILE.search(where) and SCHOOL_FILE.search(where) and not NO_MENU.search(where):
        return True
    if DATED_MENU.search(where) and not NO_MENU.search(where):
        return True
    if CALLED.search(one.href.replace("_", "-")) and (newest(words) or WEEKLY.match(words) or PERIOD.search(words)):
        return True
    if WEEK_OF.match(words) and not PLANNING.within(f"{words} {page.headline}"):
        return True
    named = MENU.within(words) and years(words)
    bare = words.count(" ") < 2 and not any(map(str.isdigit, words))
    before = page.main_text.partition(words)[0][-90:]
    eaten = EATEN_THERE.search(before[-40:]) if PERIOD.search(words) else EATEN_THEN.search(before) if bare else None
    if PERIOD.search(words) and first(page, CHILDREN, TABLE) and not PLANNING.within(page.headline):
        return True
    of_canteen = about(page, CANTEEN) and not PLANNING.within(words)
    return eaten is not None or (menus and bool(named or (of_canteen and (PERIOD.search(words) or MENU.within(words)))))
