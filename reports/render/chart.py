"""Charts as inline SVG: colour-blind safe, legible in print, with their figures as text. Pure."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from reports.render.notes import VERDICTS

COLOURS = {"present": "#1b6e53", "partial": "#7fb59f", "inactive": "#c8561e", "absent": "#d9d5cc", "undetermined": "#f4f1ea"}
WIDTH, HEIGHT = 480, 18


def bar(title: str, score: Mapping[str, int]) -> Markup:
    """One rubric as a bar: the weights of its findings by verdict. Undetermined is hatched by its outline only."""
    total = sum(score.values())
    if not total:
        return Markup("")
    told = ", ".join(f"{VERDICTS[v]} {score[v]}" for v in COLOURS if score.get(v))
    parts = []
    left = 0.0
    for verdict, colour in COLOURS.items():
        width = WIDTH * score.get(verdict, 0) / total
        if width:
            parts.append(
                f'<rect x="{left:.1f}" y="1" width="{max(width - 1.5, 1):.1f}" height="{HEIGHT - 2}" fill="{colour}" stroke="#6b665c" '
                f'stroke-width="{1 if verdict in ("absent", "undetermined") else 0}"'
                f"{' stroke-dasharray=' + chr(34) + '3 2' + chr(34) if verdict == 'undetermined' else ''}><title>{VERDICTS[verdict]}</title></rect>"
            )
        left += width
    name = escape(f"{title} : {told}")
    return Markup(  # noqa: S704 - every part is a figure, a constant, or escaped above
        f'<svg class="bar" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}" preserveAspectRatio="none">{"".join(parts)}</svg>'
    )
