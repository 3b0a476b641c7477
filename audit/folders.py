"""Folders: how many pages were read under each folder of a site, for the map of the report. Memory is bounded by the walk's pages."""

from collections import Counter
from urllib.parse import unquote

from crawler.url import parts

MOST, DEPTH = 30, 3
"""Folders that are told, and how deep they are."""


class Folders:
    """Sees the address of every page that was read."""

    def __init__(self) -> None:
        self._pages: Counter[str] = Counter()

    def see(self, url: str) -> None:
        found = parts(url)
        if found is None:
            return
        path = f"{found.hostname}/"
        self._pages[path] += 1
        for name in found.pathname.split("/")[1:-1][:DEPTH]:
            path += f"{unquote(name)}/"
            self._pages[path] += 1

    def told(self) -> dict[str, int]:
        """« www.exemple.fr/mairie/ » → pages there and below: the largest folders, none without those it stands in.

        A folder that holds nothing but one other is told as part of its name.
        """
        largest = sorted(self._pages.items(), key=lambda pair: (-pair[1], pair[0].count("/"), pair[0]))[:MOST]
        return {path: number for path, number in sorted(largest) if number > 1 and not self._is_only_a_step(path, number)}

    def _is_only_a_step(self, path: str, number: int) -> bool:
        below = (p for p, n in self._pages.items() if n == number and p != path and p.startswith(path))
        return path.count("/") > 1 and any(below)
