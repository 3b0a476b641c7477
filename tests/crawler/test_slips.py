"""Slips are found again wherever they are, and tens of thousands of waiting links weigh little."""

import io
import random
from sys import getsizeof

from crawler.frontier import Frontier
from crawler.link import Link
from crawler.slips import Slips

M = "https://mairie.fr"


def test_each_is_found_again_in_memory_and_on_the_disk() -> None:
    slips, chance, told, places = Slips(), random.Random(3), dict[int, list[object]](), [-1]
    for n in range(12_000):
        slip: list[object] = [f"{M}/{n}", n, n / 3, None, True, "é\ud800\n\t\0" * (n % 9)]
        place = slips.put(slip)
        assert place > places[-1]
        told[place] = slip
        places.append(place)
        if n % 3 == 0:
            asked = chance.choice(places[1:])
            assert slips.get(asked) == told[asked]
    assert not isinstance(slips._file, io.BytesIO), "a megabyte and more is on the disk"
    assert all(slips.get(place) == slip for place, slip in told.items())


def test_what_waits_weighs_little_and_comes_back_whole() -> None:
    frontier, most = Frontier(30_000), 20_000
    for n in range(most):
        name = f"page-{n:05}-de-la-mairie"
        frontier.add(f"{M}/{name}", Link(f"{M}/{name}", f"/{name}", f"Page {n} de la mairie", f"{M}/", "", "main"), depth=1)
    weight = getsizeof(frontier._heap) + sum(getsizeof(waiting) + sum(map(getsizeof, waiting)) for waiting in frontier._heap)
    assert weight < 150 * most, "a link alone takes 500 bytes"
    assert not isinstance(frontier._slips._file, io.BytesIO)
    assert frontier.pending == most
    assert weight < 250 * most, "a link alone takes 500 bytes"
    first = frontier.pop()
    assert first is not None
    assert first.via == Link(
        f"{M}/page-00000-de-la-mairie", "/page-00000-de-la-mairie", "Page 0 de la mairie", f"{M}/", "", "main"
    )
    assert (first.depth, first.feed, first.run) == (1, False, 0)
