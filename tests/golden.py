"""`python -m tests.golden` writes the golden texts again. Read them aloud before you commit them."""

import asyncio
from pathlib import Path

from tests.reports.making import all_of, drafted
from tests.reports.paragraphs import paragraphs
from tests.reports.plain import draft_text, text
from tests.sites.reading import DEMO, SITES, read, truth

HERE = Path(__file__).parent


def extremes() -> dict[str, str]:
    """The two drafts between which all others lie: everything present, nothing present."""
    return {"all_present": draft_text(drafted(all_of("present"))), "none_present": draft_text(drafted(all_of("absent")))}


def written() -> dict[str, str]:
    """The texts that need no site: the extremes, and the thirty paragraphs."""
    return extremes() | {"paragraphs": paragraphs()}


def main() -> None:
    for name, golden in written().items():
        (HERE / "reports" / f"{name}.txt").write_text(golden, encoding="utf-8")
    for name, (web, expected) in {
        "demo": (DEMO / "site", DEMO / "expected.toml"),
        "besancon": (SITES / "besancon", SITES / "besancon" / "expected.toml"),
    }.items():
        audited = asyncio.run(read(web, truth(expected)))
        (HERE / "audit" / f"{name}.txt").write_text(text(audited.report), encoding="utf-8")


if __name__ == "__main__":
    main()
