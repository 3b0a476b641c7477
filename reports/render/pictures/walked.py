"""The site's map as it was walked: its folders, each with the pages read under it. Pure."""

from collections.abc import Iterator, Mapping

from reports import french
from reports.phrases import clean
from reports.render.pictures import ink
from reports.render.pictures.picture import Picture

NAME, TITLE = "map", "Plan du site tel qu’il a été parcouru"
ROW, STEP, BAR = 19, 15, 235


def site_map(pages: Mapping[str, int]) -> Picture:
    """`pages`: host and folders, as « www.exemple.fr/mairie/ » → pages read there and below. A folder stands under its parent."""
    folders = [(path, *_place(path, pages), number) for path, number in sorted(pages.items())]
    most = max(pages.values(), default=1)
    shapes, y = [], 0.0
    for _, depth, label, number in folders:
        x = depth * STEP
        if depth:
            shapes.append(f'<path d="M{x - 9:g} {y - 2:g}v12h6" fill="none" stroke="{ink.SOFT}" stroke-width=".8"/>')
        shapes.append(ink.text(x, y + 14, label, size=12.5, room=BAR - x - 10))
        shapes.append(ink.box(NAME, "present", BAR, y + 5, (ink.WIDTH - BAR - 45) * number / most, 9))
        shapes.append(ink.text(ink.WIDTH, y + 14, french.figure(number), size=12, ink=ink.SOFT, anchor="end"))
        y += ROW
    lines = [f"{clean(path, 200)}\u00a0: {french.count(number, 'page')}" for path, _, _, number in folders]
    rows = tuple((clean(path, 200), french.figure(number)) for path, _, _, number in folders)
    told = ink.told(TITLE, lines)
    return Picture(NAME, TITLE, told, ink.picture(NAME, TITLE, told, y + 4, shapes), ("Dossier", "Pages lues"), rows)


def _place(path: str, pages: Mapping[str, int]) -> tuple[int, str]:
    """How deep the folder stands among those that are told, and its name below its parent's."""
    parents = [parent for parent in _parents(path) if parent in pages]
    return len(parents), path.removeprefix(parents[-1]) if parents else path


def _parents(path: str) -> Iterator[str]:
    for at, letter in enumerate(path[:-1]):
        if letter == "/":
            yield path[: at + 1]
