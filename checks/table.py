"""The checks as text for people: a table for the documentation, a listing and an explanation for the command line. Pure."""

from collections.abc import Iterable

from checks.check import Check


def listing(checks: Iterable[Check]) -> str:
    """One line a check: id and title."""
    found = list(checks)
    width = max(len(c.id) for c in found)
    return "\n".join(f"{c.id:{width}}  {c.title}" + (f"  ({c.origin})" if c.origin != "arobase" else "") for c in found)


def explain(check: Check) -> str:
    """Title, what counts, what is looked for, and pages on which it is and is not seen."""
    lines = [f"{check.id} — {check.title}"]
    if check.counts:
        lines += ["", "Ce qui compte", f"  {check.counts}"]
    words = list(dict.fromkeys(p.removeprefix("=") for s in check.signs for p in s.phrases))
    if words:
        lines += ["", "Mots cherchés (liens, titres, formulaires)", f"  {', '.join(words)}"]
    for title, shown in (
        ("Vu", [e for e in check.examples if e.verdict]),
        ("Pas vu", [e for e in check.examples if not e.verdict]),
    ):
        if shown:
            lines += ["", title]
            lines += [f"  {e.html}" + (f"   → {e.verdict}" if e.verdict not in ("", "present") else "") for e in shown]
    return "\n".join(lines)


def markdown(checks: Iterable[Check]) -> str:
    """checks/README.md: a table of all checks with their id, title and what counts."""
    rows = [f"| `{c.id}` | {c.title} | {c.counts.replace('|', chr(92) + '|')} |" for c in checks]
    return (
        "\n".join(
            [
                f"# Les {len(rows)} contrôles",
                *("", "Printed by `arobase checks --markdown`.", "", "| id | titre | ce qui compte |", "|---|---|---|"),
                *rows,
            ]
        )
        + "\n"
    )
