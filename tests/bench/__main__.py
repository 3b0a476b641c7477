"""`make bench`: crawls the same site with arobase, which does everything, and with its peers, which only read links, titles and forms.

With --france it measures a night over a virtual country instead: `tests/bench/france/night.py`; with --fleet it kills workers that
audit a thousand towns: `tests/bench/storm.py`.
"""

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import desk
from tests.bench.looking import cost_of_looking
from tests.bench.measure import Cost, run
from tests.bench.order import SHARES, requests_until
from tests.bench.serve import Served, served
from tests.bench.site import build

HERE = Path(__file__).parent
AROBASE = "arobase"
TARGETS = {"scrapy": 0.33, "scrapy (tuned)": 1.25, "crawlee (parsel)": 0.5}
"""CPU of arobase over that of the peer, at most."""


def commands(url: str, scratch: Path, peers: Path) -> dict[str, list[str]]:
    """Every crawler that is there, by name."""
    python, linkchecker, linkinator = (
        peers / "bin" / "python",
        peers / "bin" / "linkchecker",
        peers / "node_modules" / ".bin" / "linkinator",
    )
    found = {AROBASE: ours(url, scratch)}
    for name, module, package in (
        ("scrapy", "scrapy_plain", "scrapy"),
        ("scrapy (tuned)", "scrapy_tuned", "scrapy"),
        ("crawlee (parsel)", "crawlee_parsel", "crawlee"),
    ):
        if any((peers / "lib").glob(f"python*/site-packages/{package}")):
            found[name] = [str(python), str(HERE / "peers" / f"{module}.py"), url]
    if linkchecker.exists():
        # As it comes it asks no more than ten times a second.
        (scratch / "linkchecker.ini").write_text("[checking]\nmaxrequestspersecond=100000\n")
        found["linkchecker"] = [
            str(linkchecker),
            "--config",
            str(scratch / "linkchecker.ini"),
            "--threads=2",
            "--no-status",
            "--no-warnings",
            "--ignore-url=^mailto:",
            url,
        ]
    if linkinator.exists():
        found["linkinator"] = [str(linkinator), url, "--recurse", "--concurrency", "2", "--verbosity", "error"]
    if shutil.which("wget") and peers.exists():
        found["wget"] = ["wget", "--quiet", "--mirror", "--directory-prefix", str(scratch / "wget"), url]
    return found


def ours(url: str, scratch: Path, *more: str) -> list[str]:
    words = [sys.executable, "-c", "from audit.keeper import main; main()", "audit", url, "--allow-private", "--delay", "0"]
    where = ["--out", str(scratch / "out"), "--store", str(scratch / "store.sqlite"), "--render", "never"]
    return [*words, *where, "--max-pages", "100000", *(more or ("--archive", "--packed", "zst"))]


def crawl(words: list[str], site: Served, scratch: Path, limit: float = 0.0) -> Cost | None:
    """One crawl measured, ended after `limit` seconds when that is not 0; None when it failed."""
    site.forget()
    about = {"PYTHONPATH": str(HERE.parent.parent)}
    status, wall, cpu, memory, cut = run(words, scratch, scratch / "output.log", about, limit)
    asked = site.asked()
    pages = len(
        {path for method, path, code, _ in asked if method == "GET" and code in (200, 304) and "." not in path.rpartition("/")[2]}
    )
    if pages < 10 and not cut:
        print(f"    {words[0]} failed ({status}): {(scratch / 'output.log').read_text(errors='replace')[-300:]}", file=sys.stderr)
        return None
    return Cost(wall, cpu, memory, pages, sum(size for _, _, _, size in asked), cut)


def middle(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    return statistics.median(of(cost) for cost in costs)


def side_by_side(site: Served, scratch: Path, peers: Path, runs: int, limit: float) -> None:
    """Each crawler `runs` times, in turn; the medians, and ours over theirs. A peer that is not done after `limit` seconds runs once."""
    found = commands(site.url, scratch, peers)
    costs: dict[str, list[Cost]] = {name: [] for name in found}
    for number in range(runs):
        for name, words in found.items():
            if any(cost.cut for cost in costs[name]):
                continue
            for leftover in ("out", "wget", "store.sqlite"):
                path = scratch / leftover
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            cost = crawl(words, site, scratch, 0.0 if name == AROBASE else limit)
            if cost:
                costs[name].append(cost)
                print(
                    f"    run {number + 1}: {name}: {cost.pages} pages in {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU",
                    file=sys.stderr,
                )
    us = costs[AROBASE]
    print(f"{'':18} {'pages':>6} {'pages/s':>8} {'CPU s/1000':>11} {'peak MB':>8} {'CPU ratio':>10} {'asked for':>10}")
    for name, told in costs.items():
        if not told:
            print(f"{name:18} failed or missing")
            continue
        ratio = middle(us, lambda c: c.cpu_of_1000) / middle(told, lambda c: c.cpu_of_1000)
        speed, cpu = middle(told, lambda c: c.pages / c.wall), middle(told, lambda c: c.cpu_of_1000)
        asked = f"<= {TARGETS[name]}" if name in TARGETS else ""
        print(
            f"{name:18} {told[0].pages:6} {speed:8.1f} {cpu:11.2f} {middle(told, lambda c: c.memory):8.0f} {ratio:10.2f} {asked:>10}"
            + (f"  ended after {limit:.0f} s" if told[-1].cut else "")
        )


def again(site: Served, root: Path, scratch: Path) -> None:
    """The second crawl of a site that has not changed, over the first; then a third, one page changed."""
    (scratch / "store.sqlite").unlink(missing_ok=True)
    words = ours(site.url, scratch, "--max-links", "600")
    first = crawl(words, site, scratch)
    chosen = next((path for path, _ in sent(site) if path.startswith("/actualites/")), "/contact")
    second = crawl(words, site, scratch)
    if not first or not second:
        return
    print(f"re-crawl, nothing changed: CPU {second.cpu / first.cpu:.2f} of the first (asked for: <= 0.15)")
    print(f"                           bytes {second.bytes / first.bytes:.3f} of the first (asked for: <= 0.05)")
    always = {path for path, _ in sent(site)}
    file = root / chosen[1:] / "index.html"
    file.write_text(file.read_text("utf-8").replace("</h1>", "</h1><h2>Don du sang</h2><p>Samedi.</p>"), encoding="utf-8")
    crawl(words, site, scratch)
    more = sorted({path for path, _ in sent(site)} - always)
    noticed = "noticed" if more == [chosen] else f"not noticed as it should be: {more}"
    print(f"re-crawl, {chosen} changed: {noticed}")


def sent(site: Served) -> list[tuple[str, int]]:
    """The bodies that the server sent: path and bytes."""
    return [(path, size) for method, path, status, size in site.asked() if method == "GET" and status == 200]


def order(site: Served, pages: int) -> None:
    best = asyncio.run(requests_until(site.url, pages, best_first=True))
    breadth = asyncio.run(requests_until(site.url, pages, best_first=False))
    print("requests until that many of the site's features were found (asked for: 95 % within 80):")
    for share in SHARES:
        print(f"    {share:3} %: {best[share]:5}    breadth first: {breadth[share]:5}")


def growth(scratch: Path, sizes: list[int]) -> None:
    print(f"{'pages':>8} {'CPU s/1000':>11} {'peak MB':>8}")
    for size in sizes:
        root = scratch / f"site-{size}"
        build(root, size)
        with served(root, scratch) as site:
            (scratch / "store.sqlite").unlink(missing_ok=True)
            cost = crawl(ours(site.url, scratch), site, scratch)
        shutil.rmtree(root)
        if cost:
            print(f"{cost.pages:8} {cost.cpu_of_1000:11.2f} {cost.memory:8.0f}")


def main() -> None:
    if "--france" in sys.argv:
        from tests.bench.france.night import main as night

        night([word for word in sys.argv[1:] if word != "--france"])
        return
    if "--fleet" in sys.argv:
        from tests.bench.storm import main as weather

        weather([word for word in sys.argv[1:] if word != "--fleet"])
        return
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", action="store_true", help="also 500, 2,000, 8,000 and 32,000 pages")
    parser.add_argument("--desk", action="store_true", help="only the desk's screens, with 5,000 audits in the store")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--peers", type=Path, default=Path(".bench"), help="where the peers are installed")
    parser.add_argument("--limit", type=float, default=240, help="seconds after which a peer that is not done is ended")
    asked = parser.parse_args()
    desk.main()
    if asked.desk:
        return
    spent, of_50 = cost_of_looking()
    print(f"parse and all checks: {spent:.2f} ms of CPU a page, {of_50:.2f} ms for 50 KB (asked for: <= 1.8)")
    with tempfile.TemporaryDirectory() as folder:
        scratch, root = Path(folder), Path(folder) / "site"
        # Workers of nginx are nobody when it is started by root.
        scratch.chmod(0o755)
        build(root, asked.pages)
        with served(root, scratch) as site:
            side_by_side(site, scratch, Path("nowhere") if asked.alone else asked.peers.absolute(), asked.runs, asked.limit)
            again(site, root, scratch)
            order(site, asked.pages)
        if asked.growth:
            growth(scratch, [500, 2000, 8000, 32000])


if __name__ == "__main__":
    main()
