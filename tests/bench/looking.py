"""What it costs to parse a page and to let every check look at it: CPU, one core, this process."""

import statistics
import time
from datetime import UTC, datetime

from checks.catalogue import catalogue
from checks.examine import Examination
from crawler.page import Page
from crawler.visit import Outcome, Visit
from tests.bench.site import page, paths

SIZE = 50_000


def cost_of_looking(pages: int = 2000) -> tuple[float, float]:
    """(milliseconds a page, milliseconds for 50 KB): medians of five rounds over pages of 40 to 60 KB, as on one site."""
    every = paths(pages)
    made = [(f"http://www.bellecombe.example/{path}", page(path, every).decode()) for path in every[:600]]
    made = [(url, html) for url, html in made if 40_000 <= len(html) <= 60_000][:150]
    rules, now = catalogue(), datetime.now(UTC)
    rounds = []
    for _ in range(6):
        examination = Examination(rules.matcher, "http://www.bellecombe.example/")
        began = time.process_time()
        for url, html in made:
            examination.see(Visit(url, Outcome.OK, now, landed=url, status=200, page=Page(url, html, now, "d")))
        rounds.append((time.process_time() - began) / len(made) * 1000)
    spent = statistics.median(rounds[1:])
    return spent, spent * SIZE / statistics.mean(len(html) for _, html in made)
