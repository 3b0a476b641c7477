"""Signs: what a check looks for, as data. All phrases of all signs are compiled into one index.

A phrase matches as whole folded words inside a text (see `checks.text.lexicon`); a phrase that starts with `=` must be the whole
text. `unless` phrases veto a match in the same text. `whole=False` says that the sign only shows a part of the feature.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from re import Pattern
from types import MappingProxyType

from checks.observation import Trust
from checks.reading.sayings import GIVEN
from checks.text.lexicon import Phrases, Prose

LABEL_WORDS = 12
"""Folded words beyond which a link's text is prose: it names nothing."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to look for. `kind` is the kind of proof it makes (label, heading, path, form, host, embed, text)."""

    kind: str
    phrases: tuple[str, ...] = ()
    unless: Phrases = field(default_factory=Phrases)
    trust: Trust = Trust.LIKELY
    whole: bool = True
    fields: frozenset[str] = frozenset()
    levels: frozenset[int] = frozenset()
    regions: frozenset[str] = frozenset()
    platform: str = ""
    state: bool = False
    """a link to the State's own pages counts as well"""
    contact: bool = False
    """a link to the page of contact counts as well"""
    local: bool = False
    """« Médiathèque de X » on the site of X proves nothing for another town"""
    sent: bool = False
    """what another body sends proves nothing: its feed, its letter"""
    least: int = 1
    """how many different phrases must be met"""
    pictured: bool = False
    """an album of photos shows it"""
    own: bool = False
    """words of menus, header and footer do not count"""
    says: Pattern[str] | None = None
    """what a sentence must say of the phrase"""
    house: bool = False
    """the phrase must not be the place where something else is"""
    subject: bool = False
    """a heading of a page about people (mandates, commissions) does not prove it"""


EMPTY = Sign("denial", trust=Trust.HINT)
"""A section that is named after what is looked for and holds none of it."""


def link(
    *phrases: str,
    unless: Sequence[str] = (),
    whole: bool = True,
    trust: Trust = Trust.LIKELY,
    regions: Sequence[str] = (),
    contact: bool = False,
    local: bool = False,
    sent: bool = False,
) -> Sign:
    """The label of a link (its text, else aria-label, title, image alt) that leads somewhere."""
    vetoed = Phrases(*unless)
    return Sign("label", phrases, vetoed, trust, whole, regions=frozenset(regions), contact=contact, local=local, sent=sent)


def heading(
    *phrases: str,
    unless: Sequence[str] = (),
    whole: bool = True,
    trust: Trust = Trust.LIKELY,
    levels: Sequence[int] = (),
    subject: bool = False,
) -> Sign:
    """A heading of the page (h1 to h4) or its title (level 0)."""
    return Sign("heading", phrases, Phrases(*unless), trust, whole, levels=frozenset(levels), subject=subject)


def path(*phrases: str, unless: Sequence[str] = (), trust: Trust = Trust.HINT) -> Sign:
    """Words of the page's own path; by nature a second proof only."""
    return Sign("path", phrases, Phrases(*unless), trust)


def topic(
    *phrases: str, unless: Sequence[str] = (), whole: bool = True, state: bool = False, contact: bool = False
) -> list[Sign]:
    """A page or section about the subject: a link's label, a heading, and the path as a second proof."""
    return [
        replace(link(*phrases, unless=unless, whole=whole, contact=contact), state=state),
        heading(*phrases, unless=unless, whole=whole, subject=True),
        path(*(p.removeprefix("=") for p in phrases), unless=unless),
    ]


def form(*phrases: str, field: str = "", unless: Sequence[str] = (), whole: bool = True) -> Sign:
    """A form whose words, heading, buttons or marks hold a phrase, with a visible field of the given kind(s), `a|b`."""
    return Sign("form", phrases, Phrases(*unless), Trust.SURE, whole, fields=frozenset(filter(None, field.split("|"))))


def text(*phrases: str, unless: Sequence[str] = (), trust: Trust = Trust.HINT, own: bool = False) -> Sign:
    """Words of the running text (`own`: of the page's own); a hint unless the phrase is so precise that it proves the thing by itself."""
    return Sign("text", phrases, Prose(*unless), trust, own=own)


def told(*phrases: str, least: int = 2) -> Sign:
    """A page whose own text, whatever the page is called, holds at least so many different ones of these phrases."""
    return Sign("told", phrases, least=least)


def sentence(
    *phrases: str, says: Pattern[str] = GIVEN, unless: Sequence[str] = (), house: bool = False, whole: bool = True
) -> Sign:
    """A sentence that names the thing and says what only its being there explains; `house`: it is no place where that happens."""
    return Sign("sentence", phrases, Phrases(*unless), Trust.LIKELY, whole, says=says, house=house)


def known(trust: Trust = Trust.LIKELY, whole: bool = True) -> Sign:
    """The hosts and paths that the fingerprint files give for this check: links, forms and embeds that lead there."""
    return Sign("host", trust=trust, whole=whole)


DAY = date(2026, 11, 1)
"""The day on which examples are judged unless they say another."""


@dataclass(frozen=True, slots=True)
class Example:
    """A page that a check must, or must not, see the feature on. `verdict` is what must come out ('' = not seen).

    `gone` are the addresses, as written on the page or absolute, that answer 404; `pages` are those it leads to, by address.
    """

    html: str
    verdict: str
    url: str = "https://www.exemple.fr/"
    as_of: date = DAY
    gone: tuple[str, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()


def seen(
    html: str,
    verdict: str = "present",
    url: str = "/",
    as_of: date = DAY,
    gone: Sequence[str] = (),
    pages: Mapping[str, str] = MappingProxyType({}),
) -> Example:
    """The feature is on this page, with this verdict."""
    reached = tuple((_absolute(where), html) for where, html in pages.items())
    return Example(html, verdict, _absolute(url), as_of, tuple(_absolute(g) for g in gone), reached)


def unseen(
    html: str, url: str = "/", as_of: date = DAY, gone: Sequence[str] = (), pages: Mapping[str, str] = MappingProxyType({})
) -> Example:
    """The feature is not on this page."""
    return seen(html, "", url, as_of, gone, pages)


def _absolute(url: str) -> str:
    return url if "://" in url else "https://www.exemple.fr" + url
