"""Since when a link is known and when it last answered: from one audit to the next, whatever the rules."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

from audit.lives import MOST, Life, Lives
from audit.store import Store
from checks.catalogue import catalogue
from crawler.limits import Limits
from crawler.visit import Outcome, Visit
from reports.grid import load_grid
from tests.web import HTML, Answer, Web, page

M = "http://mairie.fr"


def visit(url: str, outcome: Outcome, day: int) -> Visit:
    return Visit(url, outcome, datetime(2026, 11, day, 9, tzinfo=UTC))


def test_days_are_kept_from_audit_to_audit() -> None:
    first = Lives()
    assert first.see(visit(f"{M}/a", Outcome.OK, 1)) == Life(date(2026, 11, 1), date(2026, 11, 1))
    assert first.see(visit(f"{M}/b", Outcome.NOT_FOUND, 1)) == Life(date(2026, 11, 1), None)
    second = Lives(first.packed())
    assert second.see(visit(f"{M}/a#ici", Outcome.NOT_FOUND, 9)) == Life(date(2026, 11, 1), date(2026, 11, 1))
    third = Lives(second.packed())
    assert third.see(visit(f"{M}/b", Outcome.OK, 20)) == Life(date(2026, 11, 1), date(2026, 11, 20)), "not asked in the second"
    assert third.see(visit(f"{M}/a", Outcome.TIMEOUT, 20)).alive == date(2026, 11, 1), "what could not be told is not alive"


def test_what_was_just_asked_is_remembered_first() -> None:
    before = Lives()
    for number in range(MOST):
        before.see(visit(f"{M}/{number}", Outcome.OK, 1))
    after = Lives(before.packed())
    after.see(visit(f"{M}/neuf", Outcome.OK, 2))
    last = Lives(after.packed())
    assert last.see(visit(f"{M}/neuf", Outcome.OK, 3)).first == date(2026, 11, 2)
    assert last.see(visit(f"{M}/{MOST - 1}", Outcome.OK, 3)).first == date(2026, 11, 3), "one had to go"


async def test_the_table_tells_since_when(tmp_path: Path) -> None:
    from audit.conduct import conduct
    from audit.links import NAME, Sheet

    async def audited(web: Web, day: int) -> dict[str, tuple[str, str]]:
        with Sheet() as sheet, Store(tmp_path / "s.sqlite") as store:
            await conduct(
                f"{M}/",
                Limits(delay=0, allow_private=True),
                store,
                as_of=date(2026, 11, day),
                rules=catalogue(),
                grid=load_grid(),
                sheet=sheet,
                render="never",
                resolver=web,
            )
            sheet.save(tmp_path / NAME)
        rows = csv.DictReader(io.StringIO((tmp_path / NAME).read_text("utf-8-sig"), newline=""), delimiter=";")
        return {row["target"].removeprefix(M): (row["first_seen"], row["last_alive"]) for row in rows}

    today = datetime.now(UTC).date().isoformat()
    async with Web(tmp_path / "web") as web:
        web.answers["mairie.fr", "/"] = Answer(200, HTML, b"<title>Mairie</title><a href=/a>a</a><a href=/b>b</a>")
        web.answers["mairie.fr", "/a"] = page()
        assert await audited(web, 1) == {"/": (today, today), "/a": (today, today), "/b": (today, "")}
        with Store(tmp_path / "s.sqlite") as store:
            lives = Lives()
            for path, outcome in (("/", Outcome.OK), ("/a", Outcome.OK), ("/b", Outcome.NOT_FOUND)):
                lives.see(visit(f"{M}{path}", outcome, 1))
            store.keep_lives(f"{M}/", lives.packed())
        web.answers["mairie.fr", "/a"] = Answer(410)
        told = await audited(web, 2)
    assert told == {"/": ("2026-11-01", today), "/a": ("2026-11-01", "2026-11-01"), "/b": ("2026-11-01", "")}
