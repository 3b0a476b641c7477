"""Every row of the data files compiles and is reachable from its check."""

from importlib.resources import files

import pytest

from checks.catalogue import catalogue
from checks.fingerprints import Hosts, Row, hosts, rows, sheets


def test_every_row_belongs_to_a_check() -> None:
    assert {row.feature for row in rows()} <= set(catalogue().checks)


def test_every_host_row_is_looked_for() -> None:
    """A check with host rows declares known(), or reads the rows in its own look."""
    declared = {c.id for c in catalogue().checks.values() if any(s.kind == "host" for s in c.signs) or c.look or c.on_visit}
    assert {row.feature for row in rows() if row.kind == "host"} <= declared


@pytest.mark.parametrize("row", [r for r in rows() if r.kind == "host"], ids=lambda r: f"{r.feature}-{r.pattern}")
def test_every_host_row_matches_what_it_names(row: Row) -> None:
    url = "https://" + row.pattern.replace("*.", "sub.", 1)
    assert row in hosts().match(url)


def test_sheets_say_when_they_were_checked() -> None:
    assert all(sheet.about and sheet.checked >= "2026" for sheet in sheets().values())


def test_host_patterns() -> None:
    def row(pattern: str) -> Row:
        return Row(feature="x", kind="host", pattern=pattern, since="2026-11-23")

    table = Hosts([row("pay.example/tpa"), row("*.forms.example"), row("plain.example")])
    found = {
        url: bool(table.match(url))
        for url in (
            "https://pay.example/tpa/x",
            "https://www.pay.example/tpa",
            "https://pay.example/",
            "https://a.forms.example/",
            "https://forms.example/",
            "https://plain.example/",
            "https://notplain.example/",
            "https://plain.example.evil.test/",
        )
    }
    assert list(found.values()) == [True, True, False, True, False, True, False, False]


def test_every_other_row_is_read_by_its_check() -> None:
    """Rows that are no hosts are read by looks: of checks that have one, in kinds that they ask for."""
    others = {(row.feature, row.kind) for row in rows() if row.kind != "host"}
    read = {
        ("appointments", "elsewhere"),
        ("service_public", "state"),
        ("hosting", "meta"),
        ("hosting", "path"),
        ("cookie_consent", "path"),
        ("cookie_consent", "class"),
        ("public_acts", "path"),
    }
    assert others <= read


def test_no_row_is_told_twice() -> None:
    told = [(row.feature, row.kind, row.pattern) for row in rows()]
    assert len(told) == len(set(told))


def test_the_readme_names_every_file() -> None:
    readme = (files("checks") / "fingerprints_data" / "README.md").read_text(encoding="utf-8")
    assert [name for name, sheet in sheets().items() if f"| `{name}` | {sheet.about} |" not in readme] == []
