"""Coordonnées : adresse, téléphone et horaires de la mairie."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.page import Page

PHONE = re.compile(r"(?<!\d)(?:\+\d{2,3}[ .]?(?:\(0\)[ .]?)?\d|0[1-9])(?:[ ./-]?\d{2}){4}(?!\d)|(?<!\d)\+\d{3}(?: ?\d{2,3}){3}")
POSTCODE = re.compile(r"(?<!\d)(?:\d{5}|[BL]-?\s?\d{4}|CH-?\s?\d{4})\s+(?:[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)")
HOURS = re.compile(r"\b(?:[01]?\d|2[0-3])\s?(?:h|:|heures)\s?(?:[0-5]\d)?\b", re.I)
DAYS = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|lun\.?|mar\.?|mer\.?|jeu\.?|ven\.?)\b", re.I)
HALL = re.compile(r"mairie|h[ôo]tel de ville|secr[ée]tariat|administration communale|maison communale|commune", re.I)


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
    if not HALL.search(text):
        return
    phone = PHONE.search(text)
    place = POSTCODE.search(text)
    hours = HOURS.search(text) and DAYS.search(text)
    if phone and (place or hours):
        start = max(0, phone.start() - 120)
        yield Observation.at(
            page, text[start : phone.end() + 60], Trust.SURE, proof="text", whole=bool(place and hours), target=page.url
        )
