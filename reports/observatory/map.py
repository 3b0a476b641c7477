"""The map of France's departments as inline SVG: five steps of one hue, hatched where few communes were read. Pure."""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from reports.observatory.census import Tally

STEPS = ("#f1f2df", "#b7d2a3", "#78ae90", "#3a827c", "#124755")
"""From 0 to 100 %: each step is darker than the last one, so that it is told without its hue."""
HATCH = ("#8a8478", "#8a8478", "#4a5a50", "#e8efe6", "#e8efe6")


@lru_cache(maxsize=1)
def shapes() -> dict[str, Any]:
    """width, height, frames and paths, as reports/observatory/shapes/README.md tells."""
    found: dict[str, Any] = json.loads(files("reports.observatory").joinpath("shapes", "departements.json").read_text("utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Scale:
    """The shares that the steps are for, in percent: from `low` on, `width` for each step."""

    low: int = 0
    width: int = 100 // len(STEPS)

    @classmethod
    def fitting(cls, tallies: Iterable[Tally]) -> "Scale":
        """A scale in whole steps of one, two, five, ten or twenty points that holds all shares that are not of few communes."""
        shares = [100 * share for tally in tallies if not tally.small and (share := tally.share()) is not None]
        for width in (1, 2, 5, 10):
            low = width * math.floor(min(shares, default=0) / width)
            if shares and max(shares) <= low + width * len(STEPS):
                return cls(min(low, 100 - width * len(STEPS)), width)
        return cls()

    def step(self, share: float) -> int:
        return max(0, min(int((100 * share - self.low) / self.width), len(STEPS) - 1))

    def words(self, step: int) -> str:
        """« 20 à 40 % »."""
        start = self.low + step * self.width
        return f"{start} à {start + self.width}\u00a0%"


def patterns() -> Markup:
    """What the fills of a map refer to; once a page."""
    told = "".join(
        f'<pattern id="few-{n}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0h9v9H0z" fill="{colour}"/><path d="M0 0h2v9H0z" fill="{HATCH[n]}"/></pattern>'
        for n, colour in enumerate(STEPS)
    )
    return Markup(f'<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>{told}</defs></svg>')  # noqa: S704


def fill_of(tally: Tally, scale: Scale) -> str:
    share = tally.share()
    if share is None:
        return "#fff"
    return f"url(#few-{scale.step(share)})" if tally.small else STEPS[scale.step(share)]


def france(tallies: Mapping[str, Tally], scale: Scale, told: Callable[[str], str], link: Callable[[str], str]) -> Markup:
    """The map. `told`: what a department's title says; `link`: where it leads. The table beside it says the same to all readers:
    the map itself is hidden from those who listen, and its links are not stopped at by the keyboard."""
    drawn = shapes()
    parts = [f'<rect class="frame" x="{x}" y="{y}" width="{w}" height="{h}"/>' for x, y, w, h in drawn["frames"]]
    for code, path in drawn["paths"].items():
        shape = f'<path d="{path}" fill="{fill_of(tallies.get(code, Tally()), scale)}"><title>{escape(told(code))}</title></path>'
        parts.append(f'<a href="{escape(link(code))}" tabindex="-1">{shape}</a>' if code in tallies else shape)
    box = f"0 0 {drawn['width']} {drawn['height']}"
    return Markup(f'<svg class="france" viewBox="{box}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>')  # noqa: S704


def sample(fill: str) -> Markup:
    """One colour of the map's legend."""
    return Markup(  # noqa: S704 - constants only
        f'<svg width="22" height="14" aria-hidden="true" focusable="false"><rect x="1" y="1" width="20" height="12" fill="{fill}" '
        'stroke="#8a8478"/></svg>'
    )


def legend(scale: Scale) -> list[tuple[Markup, str]]:
    """(sample, words) for each step, for few communes, and for none."""
    steps = [(sample(colour), scale.words(step)) for step, colour in enumerate(STEPS)]
    return [*steps, (sample("url(#few-2)"), "peu de communes"), (sample("#fff"), "aucune donnée")]
