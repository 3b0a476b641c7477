"""`make score`: what the audit says of sites whose answers are known, written and real, counted apart.

    python -m tests.score [--only NAME …] [--corpus DIR] [--as-of DATE] [--markdown]

Written sites are the folders of `tests/sites` and the demo, with a verdict for each check (`expected.toml`). Real sites are given by
`--corpus`: `DIR/labels.json` and `DIR/sites/NAME/…`; a label says present or absent and may be answered by any of several checks.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from audit.demo.web import Answer, Request, StaticWeb
from audit.run import Audited, audit
from crawler.address import DnsFailure, Endpoint
from crawler.limits import Limits
from reports.report import Report
from tests.counting import HAS_IT, Cell, Count, Known, Score, count, count_links, count_name
from tests.sites.reading import DEMO, SITES, read, truth

WRITTEN, REAL = "written", "real"


def written_answers(site: str, told: Mapping[str, Any]) -> list[Known]:
    whys = {entry["check"]: entry.get("why", "") for entry in told.get("finding", ())}
    return [
        Known(site, check, verdict in HAS_IT, (check,), exact=verdict, why=whys.get(check, ""))
        for check, verdict in told["findings"].items()
    ]


def real_answers(site: str, labels: Mapping[str, Any]) -> list[Known]:
    strict = labels.get("partial_is_not_enough", ())
    return [
        Known(
            site,
            feature,
            label["value"] == "present",
            tuple(labels["any_of"][feature]),
            exact=label.get("verdict", ""),
            partial_counts=feature not in strict,
            why=_words(label.get("evidence", "")),
        )
        for feature, label in labels["sites"][site]["features"].items()
    ]


def _words(evidence: str | Sequence[str]) -> str:
    return evidence if isinstance(evidence, str) else ", ".join(evidence)


class OneSite(StaticWeb):
    """A folder that is a site by itself, under a name of ours. Nothing is known of the hosts to which it links."""

    def __init__(self, root: Path) -> None:
        super().__init__(root.parent)
        self.name = f"www.{root.name}.example"
        self._folder = root.name

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        if host != self.name:
            raise DnsFailure(host)
        return await super().resolve(self._folder, port)

    async def answer(self, request: Request) -> Answer:
        answer = await super().answer(Request(request.method, self._folder, *_rest(request)))
        if request.path.endswith(".php") and answer.status == 200:
            return Answer(200, {"Content-Type": "text/html"}, answer.body)
        return answer


def _rest(request: Request) -> tuple[str, str, dict[str, str], float]:
    return request.path, request.target, request.headers, request.time


async def read_real(root: Path, site: Mapping[str, Any], as_of: date) -> tuple[Audited, str]:
    """The audit of one real site, and the name under which it was served."""
    async with OneSite(root) as web:
        start = f"http://{web.name}/" + ("" if site["start"] == "index.html" else site["start"])
        day = date.fromisoformat(site["as_of"]) if "as_of" in site else as_of
        return await audit(start, Limits(delay=0, allow_private=True), as_of=day, resolver=web), web.name


def score_written(only: Sequence[str]) -> Score:
    score = Score()
    webs = {"demo": (DEMO / "site", DEMO / "expected.toml")}
    webs |= {file.parent.name: (file.parent, file) for file in sorted(SITES.glob("*/expected.toml"))}
    for name, (web, expected) in webs.items():
        if only and name not in only:
            continue
        told = truth(expected)
        report = asyncio.run(read(web, told)).report
        _say(name, report)
        count(score, written_answers(name, told), report)
        count_links(score, set(told.get("dead_links", ())), {link.target for link in report.broken_links})
        if "commune" in told:
            count_name(score, name, told["commune"], report.commune.name)
    return score


def score_real(corpus: Path, only: Sequence[str], as_of: date) -> Score:
    score = Score()
    labels = json.loads((corpus / "labels.json").read_text(encoding="utf-8"))
    for name, site in labels["sites"].items():
        root = corpus / "sites" / name
        if (only and name not in only) or not root.is_dir() or not site["features"]:
            continue
        audited, host = asyncio.run(read_real(root, site, as_of))
        _say(name, audited.report)
        count(score, real_answers(name, labels), audited.report)
        if "broken_internal_links" in site:
            parts = [urlsplit(link.target) for link in audited.report.broken_links]
            told = {unquote(part.path).strip("/") for part in parts if part.hostname == host}
            count_links(score, {path.strip("/") for path in site["broken_internal_links"]}, told)
    return score


def _say(name: str, report: Report) -> None:
    sys.stderr.write(f"# {name}: {report.coverage.pages} pages, {report.coverage.seconds:.1f} s\n")


def rows(score: Score) -> list[tuple[str, Count]]:
    return [*sorted(score.features.items()), ("all", score.all)]


def plain(kind: str, score: Score) -> str:
    """The figures, then what to look at."""
    lines = [f"== {kind}: {score.sites} sites", f"{'':26}{'has':>5}{'not':>5}{'said':>6}{'wrong':>6}{'missed':>7}{'mute':>6}"]
    lines[1] += f"{'precision':>11}{'recall':>8}{'same':>10}"
    for name, here in rows(score):
        same = f"{here.same}/{here.asked}" if here.asked else ""
        lines.append(
            f"{name:26}{here.has:5}{here.not_:5}{here.cells[Cell.TRUE]:6}{here.cells[Cell.FALSE]:6}{here.missed:7}{here.mute:6}"
            f"{_figure(here.precision):>11}{_figure(here.recall):>8}{same:>10}"
        )
    known, found, beside = score.broken
    lines.append(f"dead links: {found} found of {known} known, {beside} told beside them")
    lines += [f"communes: {score.named[1]} named rightly of {score.named[0]}"] if score.named[0] else []
    lines += [f"-- to look at: {len(score.look)}"] if score.look else []
    for item in sorted(score.look, key=lambda item: (item.site, item.feature)):
        lines.append(f"{item.site:18} {item.feature:24} expected {item.expected}, got {item.got}")
        lines += [f"{'':20}known: {item.why}"] if item.why else []
        lines += [f"{'':20}proof: {item.url} « {item.excerpt[:120]} »"] if item.url else []
    return "\n".join(lines) + "\n"


def markdown(kind: str, score: Score) -> str:
    """A table for docs/score.md."""
    total = score.all
    lines = [f"## {kind.capitalize()} sites ({score.sites})", ""]
    lines += ["| feature | has it | has it not | wrong | missed | precision | recall |", "|---|--:|--:|--:|--:|--:|--:|"]
    for name, here in rows(score):
        figures = (here.has, here.not_, here.cells[Cell.FALSE], here.missed, _figure(here.precision), _figure(here.recall))
        lines.append(f"| {name if name != 'all' else '**all**'} | {' | '.join(str(figure) for figure in figures)} |")
    known, found, beside = score.broken
    lines += ["", f"No answer: {total.mute}. Dead links: {found} found of {known} known, {beside} told beside them."]
    lines += [f"Same verdict: {total.same} of {total.asked}."] if total.asked else []
    lines += [f"Communes named rightly: {score.named[1]} of {score.named[0]}."] if score.named[0] else []
    return "\n".join(lines) + "\n"


def _figure(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.3f}"


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="make score", description="Precision and recall on sites whose answers are known.")
    parser.add_argument("--corpus", type=Path, help="a folder of real sites: labels.json and sites/NAME/")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="this site only; may be given again")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), help="the day of real sites that name none")
    parser.add_argument("--markdown", action="store_true", help="print tables for docs/score.md")
    options = parser.parse_args(words)
    if options.corpus and not (options.corpus / "labels.json").is_file():
        parser.error(f"no labels.json in {options.corpus}")
    scores = {WRITTEN: score_written(options.only)}
    if options.corpus:
        scores[REAL] = score_real(options.corpus, options.only, options.as_of)
    told = [markdown(kind, score) if options.markdown else plain(kind, score) for kind, score in scores.items() if score.sites]
    if not told:
        parser.error("no such site: " + ", ".join(options.only))
    sys.stdout.write("\n".join(told))


if __name__ == "__main__":
    main()
