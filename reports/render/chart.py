"""Bars and samples that stand between words on a page, drawn with the patterns of the pictures. Pure."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from reports.render.pictures.ink import INKS, patterns

HEIGHT, GAP = 14, 0.4

PATTERNS = Markup(  # noqa: S704 - constants only
    f'<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>{"".join(patterns("v"))}</defs></svg>'
)
"""Put once into the page, before the first bar."""


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
