"""Coordonnées : adresse, téléphone et horaires de la mairie."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.page import Page

# Each begins with a plain character, which is found at once.
PHONE = re.compile(r"0(?<!\d0)[1-9](?:[ ./-]?\d{2}){4}(?!\d)")
ABROAD = re.compile(r"\+(?<!\d\+)(?:\d{2,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ ./-]?\d{2}){4}(?!\d)|\d{3}(?: ?\d{2,3}){3})")
POSTCODE = re.compile(r"(?:\d{5}(?<!\d{6})|[BL]-?\s?\d{4}|CH-?\s?\d{4})\s+(?:[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)")
HOURS = re.compile(r"\d\s?(?:[hH]|:|heures)(?:\s?[0-5]\d)?\b")
DAYS = Phrases("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "lun", "mar", "mer", "jeu", "ven")
HALL = Phrases("mairie", "hôtel de ville", "secrétariat", "administration communale", "maison communale", "commune", "communal")


@check(
    "contact_details",
    "Coordonnées et horaires",
    counts="L'adresse postale, le téléphone et les horaires de la mairie ; s'il en manque un, c'est partiel.",
    examples=[
        seen("<footer>Mairie, 1 place Haute, 38000 Montclair. Tél. 04 76 00 00 00. Ouvert lundi et jeudi de 9h à 12h.</footer>"),
        seen("<h2>Horaires de la mairie</h2><p>Mardi : 14:00 - 18:00</p><p>38000 MONTCLAIR — 04.76.00.00.00</p>"),
        seen("<p>Secrétariat de mairie : 12 rue Basse, 25000 Rives, 03 81 00 00 00</p>", "partial"),
        unseen("<p>Club de tennis, 04 76 00 00 00</p>"),
        unseen("<h1>Mairie</h1>"),
        unseen("<p>Concert à 20h samedi.</p>"),
    ],
)
def contact_details(page: Page) -> Iterator[Observation]:
    text = page.text
    phone = (PHONE.search(text) or ABROAD.search(text)) if HALL.within(text) else None
    if phone is None:
        return
    place = POSTCODE.search(text)
    hours = DAYS.within(text) and HOURS.search(text)
    if place or hours:
        start = max(0, phone.start() - 120)
        yield Observation.at(
            page, text[start : phone.end() + 60], Trust.SURE, proof="text", whole=bool(place and hours), target=page.url
        )
