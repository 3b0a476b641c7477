"""Ink: what every picture is drawn with. Patterns tell what colours tell, for print and for eyes that mix them up. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from reports.phrases import clean

WIDTH = 380
"""Units of every picture's breadth: legible on a phone, and not too large in print."""
INK, SOFT, FAINT, PAPER = "#22201c", "#5b564c", "#ded8cb", "#fffefa"
INKS = {"present": "#17604a", "partial": "#17604a", "inactive": "#a8451a", "absent": "#8a8478", "undetermined": "#8a8478"}
_PATTERNS = {
    "present": (6, "", '<path d="M0 0h6v6H0z" fill="#17604a"/>'),
    "partial": (
        6,
        ' patternTransform="rotate(45)"',
        '<path d="M0 0h6v6H0z" fill="#e6f0ea"/><path d="M0 0h3v6H0z" fill="#17604a"/>',
    ),
    "inactive": (
        7,
        "",
        '<path d="M0 0h7v7H0z" fill="#fbe9df"/><path d="M1 1l5 5M6 1l-5 5" stroke="#a8451a" stroke-width="1.6"/>',
    ),
    "absent": (6, "", '<path d="M0 0h6v6H0z" fill="#fffefa"/>'),
    "undetermined": (5, "", '<path d="M0 0h5v5H0z" fill="#fffefa"/><circle cx="2.5" cy="2.5" r="1" fill="#8a8478"/>'),
}
_WIDE = 0.56
"""Breadth of a letter, in its height: an upper mean of plain faces."""


def picture(name: str, title: str, told: str, height: float, shapes: Iterable[str]) -> Markup:
    """The whole drawing, with what is to be seen on it as its text alternative."""
    return Markup(  # noqa: S704 - shapes are figures, constants and what `text` escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-told"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-told">{escape(told)}</desc><defs>{"".join(patterns(name))}</defs>{"".join(shapes)}</svg>'
    )


def patterns(name: str) -> Iterator[str]:
    """A pattern for each verdict, under the name of the picture: no two pictures of a page may share an id."""
    for verdict, (size, turned, drawn) in _PATTERNS.items():
        yield f'<pattern id="{name}-{verdict}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"{turned}>{drawn}</pattern>'


def text(x: float, y: float, words: str, *, size: float = 13, ink: str = INK, anchor: str = "start", room: float = WIDTH) -> str:
    """One line of text, cut where it would leave its room. `anchor`: start, middle or end, as in SVG."""
    said = clean(words, max(int(room / (size * _WIDE)), 2))
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}">{escape(said)}</text>'


def box(name: str, verdict: str, x: float, y: float, width: float, height: float) -> str:
    """A piece of a bar."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(width, 1.2):.2f}" height="{height:.2f}" rx="1.5" '
        f'fill="url(#{name}-{verdict})" stroke="{INKS[verdict]}"/>'
    )


def bar(name: str, counts: Mapping[str, int], y: float, *, x: float = 0.5, width: float = WIDTH - 1, height: float = 13) -> str:
    """A bar of shares, in the order of the verdicts."""
    total = sum(counts.values())
    made, at = [], x
    for verdict in INKS:
        share = width * counts.get(verdict, 0) / total if total else 0
        if share:
            made.append(box(name, verdict, at, y, share - 2, height))
        at += share
    return "".join(made)


def legend(name: str, words: Mapping[str, str], y: float) -> tuple[str, float]:
    """Samples with their words, in as many lines as they need; and where the next thing may stand."""
    made, x = [], 0.5
    for verdict, said in words.items():
        breadth = 20 + len(said) * 11 * _WIDE
        if x + breadth > WIDTH:
            x, y = 0.5, y + 20
        made.append(box(name, verdict, x, y, 15, 11) + text(x + 20, y + 10, said, size=11, ink=SOFT))
        x += breadth + 8
    return "".join(made), y + 26


def percents(counts: Mapping[str, int]) -> dict[str, int]:
    """Verdict → its share, in whole percents that make a hundred."""
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(INKS, 0)
    exact = {verdict: 100 * counts.get(verdict, 0) / total for verdict in INKS}
    whole = {verdict: int(share) for verdict, share in exact.items()}
    for verdict in sorted(exact, key=lambda v: whole[v] - exact[v])[: 100 - sum(whole.values())]:
        whole[verdict] += 1
    return whole


def shares(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """« présent 62 %, absent 38 % »; breakable at the commas alone."""
    told = (f"{words[verdict]} {share} %".replace(" ", "\u00a0") for verdict, share in percents(counts).items() if share)
    return ", ".join(told)


def told(title: str, lines: Sequence[str]) -> str:
    """A text alternative: one sentence a line."""
    return " ".join([f"{title}.", *(f"{line}." for line in lines)])
