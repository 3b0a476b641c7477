"""Phrases: what a grid says, filled with the facts of a finding. A phrase is text with two marks. Pure.

    {name}             the fact, as French writes it; a phrase whose facts are not all known is not usable
    {towns:list}       « A, B et C » of the fact "A, B, C";  {name:de} « d'Angers »;  {last:month} « mai 2026 »;
    {last:year}        « 2026 »;  {last:du} « du 12 mai 2026 », « de mai 2026 », « de 2026 »;  {last:le} « le 12 mai 2026 »,
    « en mai 2026 »: a date is told as exactly as the site tells it
    {topics:quoted}    « « A » et « B » » of the fact "A, B"
    {name:of}          « de la communauté de communes du Pays Vert » of a grouping, {name:group} « communauté de communes … »
    {photos*photo}     a count with its noun: « 1 photo », « 12 photos » (irregular: {n*journal/journaux})
    [ sur {platform}]  an optional part: it vanishes when one of its facts is not known
    [links? avec …]    … or unless the fact is known and not zero; also [!links? …], [mode=live? …], [count>=10? …]
                       (a list counts its items)

Parts can be nested. Where a grid allows several phrases, the first usable one is taken.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from reports import french

_MARK = re.compile(r"\{([^{}\[\]]*)\}|(\[)(?:\s*(!?)(\w+)(?:(=|>=)([\w-]+))?\?)?|(\])")
_FACT = re.compile(r"(\w+)(?::(list|quoted|de|of|group|month|year|du|le)|\*([^{}\[\]]+))?\Z")
_LABEL = re.compile(r"[^\W\d_]{3}")
_EMPTY_LABELS = re.compile(
    r"(?:accueil|home|menu|navigation|(?:lire|voir|en savoir|plus|cliquez|ici|suite|retour|contact|rechercher?)\b.*)\Z", re.I
)


class BadPhrase(ValueError):
    """A phrase that cannot be read: says where and what was expected."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to be told: `way` is the word behind its colon; `noun` is what it counts."""

    name: str
    way: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on a fact."""

    name: str
    negated: bool = False
    compare: str = ""
    value: str = ""

    def holds(self, facts: Mapping[str, Any]) -> bool:
        known = facts.get(self.name)
        if self.compare == ">=":
            number = len(known.split(",")) if isinstance(known, str) else known
            met = isinstance(number, int) and number >= int(self.value)
        elif self.compare:
            met = str(known) == self.value
        else:
            met = known is not None
        return met != self.negated


@dataclass(frozen=True, slots=True)
class Part:
    """Text, facts and optional parts in a row."""

    bits: "tuple[str | Fact | Part, ...]"
    guard: Guard | None = None

    def fill(self, facts: Mapping[str, Any]) -> str | None:
        """None when the guard does not hold or a fact is not known."""
        if self.guard and not self.guard.holds(facts):
            return None
        told = []
        for bit in self.bits:
            if isinstance(bit, Part):
                told.append(bit.fill(facts) or "")
            elif isinstance(bit, Fact):
                if bit.name not in facts:
                    return None
                told.append(tell(facts[bit.name], bit.way, bit.noun))
            else:
                told.append(bit)
        return "".join(told)

    def names(self) -> Iterator[str]:
        """Every fact that the phrase speaks of."""
        if self.guard:
            yield self.guard.name
        for bit in self.bits:
            if isinstance(bit, Part):
                yield from bit.names()
            elif isinstance(bit, Fact):
                yield bit.name


@lru_cache(maxsize=4096)
def parse(phrase: str) -> Part:
    """Raises BadPhrase."""
    open_parts: list[tuple[Guard | None, list[str | Fact | Part]]] = [(None, [])]
    at = 0
    for mark in _MARK.finditer(phrase):
        fact, opens, no, name, compare, value, closes = mark.groups()
        open_parts[-1][1].append(_text(phrase, phrase[at : mark.start()]))
        at = mark.end()
        if opens:
            if compare == ">=" and not value.isdigit():
                raise BadPhrase(f"{phrase!r}: a number was expected after >=, found {value!r}")
            open_parts.append((Guard(name, bool(no), compare or "", value or "") if name else None, []))
        elif closes:
            if len(open_parts) == 1:
                raise BadPhrase(f"{phrase!r}: a ] without its [")
            guard, bits = open_parts.pop()
            open_parts[-1][1].append(Part(tuple(bits), guard))
        else:
            open_parts[-1][1].append(_fact(phrase, fact))
    if len(open_parts) > 1:
        raise BadPhrase(f"{phrase!r}: a [ without its ]")
    return Part((*open_parts[0][1], _text(phrase, phrase[at:])))


def _text(phrase: str, text: str) -> str:
    if "{" in text or "}" in text:
        raise BadPhrase(f"{phrase!r}: a brace without its match")
    return text


def _fact(phrase: str, words: str) -> Fact:
    found = _FACT.match(words)
    if not found:
        raise BadPhrase(
            f"{phrase!r}: {{name}}, {{name:list}}, {{name:quoted}}, {{name:de}}, {{name:of}}, {{name:group}}, {{name:month}}, {{name:year}}, {{name:du}}, {{name:le}}"
            f" or {{count*noun}} expected, not {words!r}"
        )
    return Fact(found.group(1), found.group(2) or "", found.group(3) or "")


def fill(phrases: str | Sequence[str], facts: Mapping[str, Any]) -> str:
    """The first usable phrase with its facts (as `known` gives them); '' when there is none."""
    for phrase in (phrases,) if isinstance(phrases, str) else phrases:
        told = parse(phrase).fill(facts)
        if told and told.strip():
            return told.strip()
    return ""


def known(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts that can be told: cleaned, days as dates, without empty ones and without labels that name nothing."""
    told: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, str):
            value = clean(value)
            if _DATE.fullmatch(value) and (name == "last" or len(value) == 10):
                value = _date(value)
        if value not in (None, "", 0, False) and not (name == "rubric" and not _is_label(str(value))):
            told[name] = value
    return told


_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A date that names no day: a month, or a year alone."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return french.month(date(self.year, self.month, 1)) if self.month else str(self.year)


def _date(value: str) -> date | Span | str:
    try:
        told = date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return value
    return told if len(value) == 10 else Span(told.year, told.month if len(value) == 7 else 0)


def _is_label(words: str) -> bool:
    return (
        3 <= len(words) <= 40
        and bool(_LABEL.search(words))
        and not any(c.isdigit() for c in words)
        and not _EMPTY_LABELS.match(words)
        and not words.endswith(("…", "...", "!", "?"))
        and not any(mark in words for mark in "|:>•_")
    )


def tell(value: Any, way: str = "", noun: str = "") -> str:
    """A fact as French writes it: dates in words, figures with their spaces, the words of a site on one line."""
    if isinstance(value, date | Span):
        return _dated(value, way)
    if isinstance(value, int):
        one, _, many = noun.partition("/")
        return french.count(value, one, many) if noun else str(value) if 1900 <= value < 2100 else french.figure(value)
    words = clean(str(value), 400)
    if words.isupper() and len(words) > 5:
        words = french.capital(words.lower())
    if way in ("list", "quoted"):
        items = [w.strip() for w in words.split(",") if w.strip()]
        return french.enumerate_([french.quote(w) for w in items] if way == "quoted" else items)
    if way in ("du", "le"):
        return f"{way} {words}"
    turned = {"de": french.de, "of": french.of_group, "group": french.group}.get(way)
    return turned(words) if turned else words


def _dated(value: date | Span, way: str) -> str:
    """A date as exactly as it is known: « du 12 mai 2026 », « de mai 2026 », « en 2026 »."""
    if way == "year":
        return str(value.year)
    if isinstance(value, date):
        told = french.month(value) if way == "month" else french.day(value)
        return f"{way} {told}" if way in ("du", "le") else told
    return french.de(str(value)) if way == "du" else f"en {value}" if way == "le" else str(value)


class _Visible(dict[int, str]):
    """A translation table that learns each character once: what is not seen is a space, or nothing."""

    def __missing__(self, code: int) -> str:
        # No characters at all, which no XML may hold; soft hyphens.
        gone = code & 0xFFFE == 0xFFFE or code == 0xAD
        hidden = unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        self[code] = "" if gone else " " if hidden else chr(code)
        return self[code]


_VISIBLE = _Visible()


def clean(text: str, most: int = 120) -> str:
    """Text of a site, safe to stand in a sentence: one line, no control, format or direction characters, not endless."""
    visible = text[: 16 * most].translate(_VISIBLE)
    line = re.sub(r"[^\S\u00a0\u202f]+|\s{2,}", " ", visible).strip()
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
