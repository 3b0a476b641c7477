"""Unknown: entries of the home page's menu that no check recognises, by their words or by the page behind them. Pure.

What a commune calls by a name of its own may be a service that a check says to be absent: a person is told where to look.
"""

from collections.abc import Iterable

from checks.matcher import Matcher
from checks.reading.spots import CONTACT
from checks.sightings import Key
from checks.text.folding import fold
from crawler.link import Link
from crawler.missing import at_home
from crawler.url import address, host
from crawler.visit import Visit

MOST = 12
"""Entries told."""
MENUS = ("nav", "header")
PLAIN = CONTACT.union(
    fold(words)
    for words in (
        *("accueil", "page d'accueil", "bienvenue", "home", "menu", "fermer", "rechercher", "imprimer", "retour", "suivant"),
        *("précédent", "en savoir plus", "lire la suite", "nous trouver", "plan", "liens", "liens utiles", "divers"),
        *("mot du maire", "mairie", "ma mairie", "commune", "ma commune", "ville", "ma ville", "village", "vivre", "bouger"),
        *("découvrir", "loisirs", "vie quotidienne", "au quotidien", "mon quotidien", "livre d'or", "photos", "album photos"),
        *("galerie", "galerie photos", "le village en photos", "fr", "br", "it", "es", "nl", "english", "deutsch", "français"),
    )
)
"""What is in every menu and promises nothing of its own."""


class Unknown:
    """Entries wait until the page behind them has been read; what it says by its headline or its path makes them known."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._entries: dict[str, Link] = {}
        self.home = ""
        """the URL of the page whose menu counts"""

    def note(self, visit: Visit, signs: Iterable[Key]) -> None:
        """A page that was read, with the keys of the signs that were met on it."""
        via = visit.via
        if via is None:
            self.home = self.home or visit.landed or visit.url
        elif via.on == self.home and via.region in MENUS and self._is_unknown(via, visit.landed or visit.url, signs):
            self._entries[via.href] = via

    def _is_unknown(self, via: Link, url: str, signs: Iterable[Key]) -> bool:
        if (
            host(url) != host(self.home)
            or at_home(url)
            or not via.text
            or fold(via.text) in PLAIN
            or self._matcher.of_label(via.text)
        ):
            return False
        return not any(kind in ("heading", "path", "text") and name.endswith(url) for kind, name in signs)

    def told(self, led_to: Iterable[str]) -> tuple[Link, ...]:
        """The entries in the order of the walk, without those in whose words a look saw something (`led_to`: where they lead)."""
        known = set(map(address, led_to))
        return tuple(link for href, link in self._entries.items() if address(href) not in known)[:MOST]
