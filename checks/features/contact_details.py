"""Coordonnées : adresse, téléphone et horaires de la mairie."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.spots import in_frame, says, says_itself
from checks.signs import seen, unseen
from checks.text.excerpts import cut_out
from checks.text.figures import fives
from checks.text.lexicon import Phrases, Prose
from checks.text.telephone import NUMBER
from crawler.page import Page

# Each begins with a plain character, which is found at once.
PHONE = re.compile(NUMBER)
ABROAD = (
    re.compile(r"\+(?<!\d\+)(?:\d{2,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ ./-]?\d{2}){4}(?!\d)|\d{3}(?: ?\d{2,3}){3})"),
    # Belgium and Switzerland, then Québec.
    re.compile(r"0(?<![\d.,]0)\d{1,2}[ /.]{1,3}\d{2,3}[ ./]\d{2}[ ./]\d{2}(?!\d)"),
    re.compile(r"-(?<=\d\d\d[ .-]\d\d\d-)\d{4}(?!\d)"),
)
# Begun by one set of characters, so that the search leaps from one of them to the next (`\d`, which is no set, walks).
_PLACE_ABROAD = re.compile(
    r"[1-9A-Z](?:(?<=[1-9])\d{3}(?<!19\d\d)(?<!20\d\d)(?<!\d{5})\s+[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+|(?<=[A-Z])\d[A-Z]\s?\d[A-Z]\d)"
)
_PLACE = r"\s+[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+"
POSTCODE = re.compile(rf"\d{{5}}(?<!\d{{6}}){_PLACE}")
NEIGHBOURS = tuple(re.compile(rf"{land}-?\s?\d{{4}}{_PLACE}") for land in ("B", "L", "CH"))
HOURS = tuple(re.compile(rf"{mark}(?:(?<=\d{mark})|(?<=\d\s{mark}))(?:\s?[0-5]\d)?\b") for mark in ("h", "H", ":", "heures"))
DAYS = Prose("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "lun", "mar", "mer", "jeu", "ven")
HALL = Prose(
    "mairie", "hôtel de ville", "secrétariat", "administration communale", "maison communale", "commune", "communal",
    "bureau municipal", "municipalité", "hôtel communal", "maison du village", "mairie annexe",
)  # fmt: skip
NAMED = Prose(
    "mairie", "hôtel de ville", "secrétariat", "administration communale", "maison communale", "municipalité", "hôtel communal",
    "contact", "contactez-nous", "nous contacter", "coordonnées",
)  # fmt: skip
"""What stands beside the town hall's own number, or names its page."""
OTHERS = Phrases(
    *("taxi", "taxis", "gîte", "gîtes", "chambres d'hôtes", "restaurant", "boulangerie", "réservation", "réservations"),
    "docteur",
    *("médecin", "infirmière", "cabinet", "pharmacie", "vétérinaire", "collège", "lycée", "déchetterie", "déchèterie"),
    *("déchèteries", "élevage", "fédération", "producteur", "garage", "camping", "hôtel"),
)
"""What stands beside the number of somebody else."""


@check(
    "contact_details",
    "Coordonnées et horaires",
    counts="L'adresse postale, le téléphone et les horaires de la mairie ; s'il en manque un, c'est partiel.",
    examples=[
        seen("<footer>Mairie, 1 place Haute, 38000 Montclair. Tél. 04 76 00 00 00. Ouvert lundi et jeudi de 9h à 12h.</footer>"),
        seen("<h2>Horaires de la mairie</h2><p>Mardi : 14:00 - 18:00</p><p>38000 MONTCLAIR — 04.76.00.00.00</p>"),
        seen("<p>Secrétariat de mairie : 12 rue Basse, 25000 Rives, 03 81 00 00 00</p>", "partial"),
        seen("<footer>Administration communale, Grand-Place 1, 4870 Trooz-sur-Vesdre. 087 26 74 11. Lundi de 9h à 12h.</footer>"),
        seen("<footer>Municipalité, 245, rue Principale, G0S 2V0. 418 555-0123. Lundi au jeudi, 8 h 30 à 16 h 30.</footer>"),
        unseen("<p>Club de tennis, 04 76 00 00 00</p>"),
        unseen("<h1>Mairie</h1>"),
        unseen("<h1>Dormir dans la commune</h1><p>Gîte du Pré, 09140 Rives, 05 61 00 00 00. Arrivée à 16 h le samedi.</p>"),
        unseen("<p>Concert à 20h samedi.</p>"),
    ],
)
def contact_details(page: Page) -> Iterator[Observation]:
    if not says(page, HALL):
        return
    frame = in_frame(page, _of_frame)
    own = frame if all(frame) else _told(page.main_text, says_itself(page, DAYS), frame)
    if (own.phone or frame.phone) and (own.place or own.hours):
        # The number of a school is not that of the town hall, which the footer gives.
        told = own if own.phone and (NAMED.within(own.phone) or not frame.phone) else frame
        if OTHERS.within(told.phone) and not NAMED.within(told.phone):
            return
        trust = Trust.SURE if told is frame or NAMED.within(told.phone) or NAMED.within(page.headline) else Trust.LIKELY
        yield Observation.at(
            page, told.phone, trust, proof="text", whole=own.place and own.hours, target=page.url, found=told.number
        )


class Told(NamedTuple):
    """What a text tells: the words around a telephone number and the number, whether there is a postcode with a place, whether hours."""

    phone: str
    number: str
    place: bool
    hours: bool


NOTHING = Told("", "", place=False, hours=False)


def _told(text: str, days: bool, known: Told) -> Told:
    """`days`: whether it names some; `known`: what is told already, and is not looked for again."""
    home = PHONE.search(text)
    phone = home or next((found for pattern in ABROAD if (found := pattern.search(text))), None)
    around = cut_out(text, phone.start(), phone.end(), 120, 60) if phone else ""
    return Told(
        around,
        phone[0] if phone else "",
        known.place or bool(home or _postcode(text) or (phone and _PLACE_ABROAD.search(text))),
        known.hours or (days and _hours(text)),
    )


def _postcode(text: str) -> re.Match[str] | None:
    """A postcode with its place."""
    home = (POSTCODE.match(text, start) for start in fives(text))
    return next(filter(None, chain(home, (land.search(text) for land in NEIGHBOURS))), None)


def _hours(text: str) -> bool:
    return any(mark.search(text) for mark in HOURS)


def _of_frame(text: str) -> Told:
    return _told(text, DAYS.within(text), NOTHING)
