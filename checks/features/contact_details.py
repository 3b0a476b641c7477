"""Coordonnées : adresse, téléphone et horaires de la mairie."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.check import check
from checks.lexicon import Prose
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from checks.spots import in_frame, says, says_itself
from crawler.page import Page

# Each begins with a plain character, which is found at once.
PHONE = re.compile(r"0(?<!\d0)[1-9](?:[ ./-]?\d{2}){4}(?!\d)")
ABROAD = re.compile(r"\+(?<!\d\+)(?:\d{2,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ ./-]?\d{2}){4}(?!\d)|\d{3}(?: ?\d{2,3}){3})")
# Begun by one set of characters, so that the search leaps from one of them to the next.
POSTCODE = re.compile(r"[\dBLC](?:(?<=\d)\d{4}(?<!\d{6})|(?<=[BL])-?\s?\d{4}|(?<=C)H-?\s?\d{4})\s+(?:[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)")
HOURS = tuple(re.compile(rf"{mark}(?:(?<=\d{mark})|(?<=\d\s{mark}))(?:\s?[0-5]\d)?\b") for mark in ("h", "H", ":", "heures"))
DAYS = Prose("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "lun", "mar", "mer", "jeu", "ven")
HALL = Prose("mairie", "hôtel de ville", "secrétariat", "administration communale", "maison communale", "commune", "communal")


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
    if not says(page, HALL):
        return
    frame = in_frame(page, _told)
    own = "" if all(frame) else page.main_text
    phone = _phone(own) or frame.phone
    if not phone:
        return
    place = frame.place or POSTCODE.search(own) is not None
    hours = frame.hours or (says_itself(page, DAYS) and _hours(own))
    if place or hours:
        yield Observation.at(page, phone, Trust.SURE, proof="text", whole=place and hours, target=page.url)


class Told(NamedTuple):
    """What a text tells: the words around a telephone number, whether there is a postcode with a place, whether hours."""

    phone: str
    place: bool
    hours: bool


def _phone(text: str) -> str:
    phone = PHONE.search(text) or ABROAD.search(text)
    return text[max(0, phone.start() - 120) : phone.end() + 60] if phone else ""


def _hours(text: str) -> bool:
    return any(mark.search(text) for mark in HOURS)


def _told(text: str) -> Told:
    return Told(_phone(text), POSTCODE.search(text) is not None, DAYS.within(text) and _hours(text))
