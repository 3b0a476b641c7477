"""Charts as inline SVG: told by pattern as well as by colour, legible in print, with their figures as text. Pure."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from reports.render.words import VERDICTS

INKS = {"present": "#17604a", "partial": "#17604a", "inactive": "#a8451a", "absent": "#8a8478", "undetermined": "#8a8478"}
HEIGHT, GAP = 14, 0.4

PATTERNS = Markup(
    '<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="v-present" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0h6v6H0z" fill="#17604a"/></pattern>'
    '<pattern id="v-partial" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0h6v6H0z" fill="#e6f0ea"/><path d="M0 0h3v6H0z" fill="#17604a"/></pattern>'
    '<pattern id="v-inactive" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 0h7v7H0z" fill="#fbe9df"/>'
    '<path d="M1 1l5 5M6 1l-5 5" stroke="#a8451a" stroke-width="1.6"/></pattern>'
    '<pattern id="v-absent" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0h6v6H0z" fill="#fffefa"/></pattern>'
    '<pattern id="v-undetermined" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 0h5v5H0z" fill="#fffefa"/>'
    '<circle cx="2.5" cy="2.5" r="1" fill="#8a8478"/></pattern>'
    "</defs></svg>"
)
"""Put once into the page, before the first bar."""


def shares(score: Mapping[str, int]) -> str:
    """« présent 62 %, absent 38 % », by weight, in whole percents that make a hundred."""
    total = sum(score.values())
    if not total:
        return ""
    exact = {verdict: 100 * score.get(verdict, 0) / total for verdict in VERDICTS}
    whole = {verdict: int(share) for verdict, share in exact.items()}
    for verdict in sorted(exact, key=lambda v: whole[v] - exact[v])[: 100 - sum(whole.values())]:
        whole[verdict] += 1
    return ", ".join(f"{VERDICTS[verdict]} {share}\u00a0%" for verdict, share in whole.items() if share)


def bar(title: str, score: Mapping[str, int]) -> Markup:
    """One rubric as a bar: the weights of its findings by verdict, as shares of the whole."""
    return strip(f"{title}\u00a0: {shares(score)}", score)


def strip(told: str, score: Mapping[str, int]) -> Markup:
    """A bar whose parts are to each other as the score's figures; `told` says the same in words."""
    total = sum(score.values())
    if not total:
        return Markup("")
    parts, left = [], 0.0
    for verdict, ink in INKS.items():
        width = 100 * score.get(verdict, 0) / total
        if width:
            parts.append(
                f'<rect x="{left:.2f}%" y="1" width="{max(width - GAP, 0.3):.2f}%" height="{HEIGHT - 2}" rx="1.5" '
                f'fill="url(#v-{verdict})" stroke="{ink}"/>'
            )
        left += width
    name = escape(told)
    return Markup(  # noqa: S704 - every part is a figure, a constant, or escaped above
        f'<svg class="bar" width="100%" height="{HEIGHT}" role="img" aria-label="{name}"><title>{name}</title>{"".join(parts)}</svg>'
    )


def key(verdict: str) -> Markup:
    """The sample of one verdict in the legend."""
    return Markup(  # noqa: S704 - constants only
        f'<svg width="22" height="{HEIGHT}" aria-hidden="true" focusable="false"><rect x="1" y="1" width="20" height="{HEIGHT - 2}" '
        f'rx="1.5" fill="url(#v-{verdict})" stroke="{INKS[verdict]}"/></svg>'
    )
