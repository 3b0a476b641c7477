"""What it costs to parse a page and to let every check look at it: CPU, one core, this process."""

import statistics
import time
from datetime import UTC, datetime

from audit.collector import seldom
from checks.catalogue import catalogue
from checks.examine import Examination
from crawler.page import Page
from crawler.visit import Outcome, Visit
from tests.bench.site import page, paths

SIZE = 50_000
ROUNDS, EACH = 6, 60


def cost_of_looking(pages: int = 2000, prose: bool = False) -> tuple[float, float]:
    """(milliseconds a page, milliseconds for 50 KB): medians of rounds over pages of 40 to 60 KB of one site.

    `prose` is for pages of which nearly all is text. No page is looked at twice, as in a walk: what is remembered are menus and words, never the page itself. Python looks for
    cycles as seldom as the command has it. The first round only warms up.
    """
    seldom()
    every = paths(pages)
    made = ((f"http://www.bellecombe.example/{path}", page(path, every, prose).decode()) for path in every)
    fitting = [(url, html) for url, html in made if 40_000 <= len(html) <= 60_000][: ROUNDS * EACH]
    rules, now = catalogue(), datetime.now(UTC)
    examination = Examination(rules.matcher, "http://www.bellecombe.example/")
    rounds = []
    for start in range(0, len(fitting), EACH):
        some = fitting[start : start + EACH]
        began = time.process_time()
        for url, html in some:
            examination.see(Visit(url, Outcome.OK, now, landed=url, status=200, page=Page(url, html, now, "d")))
        spent = (time.process_time() - began) * 1000
        rounds.append((spent / len(some), spent / sum(len(html) for _, html in some) * SIZE))
    return statistics.median(a for a, _ in rounds[1:]), statistics.median(b for _, b in rounds[1:])
