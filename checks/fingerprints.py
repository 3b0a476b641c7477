"""Known hosts, paths and marks of French public-sector sites: dated data files, compiled once. Pure.

A row: `feature` (a check's id), `kind` (host, path, class, meta, label), `pattern`, `vendor`, `strength` (proof or hint),
`since`. A host pattern is a host with an optional path after it: `payfip.gouv.fr/tpa`; it matches the host, its sub-domains,
and paths that start so. A leading `*.` asks for a sub-domain.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from checks.text.memo import Memo
from crawler.url import host, path


class Row(BaseModel):
    """One fingerprint."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    feature: str
    kind: Literal["host", "elsewhere", "state", "path", "class", "meta", "label"]
    pattern: str
    vendor: str = ""
    strength: Literal["proof", "hint"] = "proof"
    since: str


class Sheet(BaseModel):
    """One data file: what it is about, the day it was last checked, its rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    checked: str
    row: tuple[Row, ...]


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    """Every data file of the package by name; a malformed one raises with its name."""
    found = {}
    for entry in sorted(files("checks").joinpath("fingerprints_data").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            try:
                found[entry.name] = Sheet.model_validate(tomllib.loads(entry.read_text(encoding="utf-8")))
            except ValueError as error:
                raise ValueError(f"fingerprints_data/{entry.name}: {error}") from error
    return found


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    return tuple(row for sheet in sheets().values() for row in sheet.row)


@lru_cache(maxsize=512)
def rows_of(feature: str, *kinds: str) -> tuple[Row, ...]:
    """The rows of one feature, of the given kinds (all when none)."""
    return tuple(r for r in rows() if r.feature == feature and (not kinds or r.kind in kinds))


class Hosts:
    """Host patterns, found by the host's labels from the right: the cost does not grow with the number of rows."""

    def __init__(self, table: Iterable[Row]) -> None:
        self._matched = Memo(self._match)
        self._by_domain: dict[str, list[tuple[bool, str, Row]]] = {}
        for row in table:
            if row.kind == "host":
                name, _, rest = row.pattern.partition("/")
                wild = name.startswith("*.")
                self._by_domain.setdefault(name.removeprefix("*."), []).append((wild, "/" + rest if rest else "", row))

    def match(self, url: str) -> Sequence[Row]:
        """The rows whose pattern the URL fits."""
        return self._matched[url]

    def _match(self, url: str) -> list[Row]:
        found: list[Row] = []
        domain = name = host(url)
        while domain:
            for wild, prefix, row in self._by_domain.get(domain, ()):
                if (not wild or name != domain) and (not prefix or path(url).startswith(prefix)):
                    found.append(row)
            _, _, domain = domain.partition(".")
        return found


@lru_cache(maxsize=1)
def hosts() -> Hosts:
    """The host rows of all files."""
    return Hosts(rows())
