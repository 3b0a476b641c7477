"""Accounting: what a walk can say of itself, from what it gathered: what was seen, what was not, and why. Pure."""

from dataclasses import replace
from typing import Any

from crawler.account import NOT_KEPT, WalkReport
from crawler.gathering import Gathering


def account(seen: Gathering, known: WalkReport, *, over: bool, lack: str) -> WalkReport:
    """The report. `known` holds what only the walk knows, `over` whether it came to its end, `lack` what no browser could show."""
    counts, why, pending = seen.counts, list(seen.why), seen.frontier.pending
    if pending and not why and over:
        why.append("page budget reached" if counts["pages"] >= seen.limits.pages else "too many fruitless tries")
    if pending and known.crawl_delay and known.crawl_delay > seen.limits.delay:
        why.append(f"robots.txt asks for {known.crawl_delay:g} s between requests")
    if not over:
        why.append("interrupted")
    cut = seen.frontier.cut + seen.outward.cut
    if cut[NOT_KEPT]:
        why.append("some pages are not in the archive")
    complete = not why
    if counts["scripted"] and lack:
        why.append(lack)
    counted: dict[str, Any] = {name: counts[name] for name in ("pages", "links", "refused", "failed", "rendered", "scripted")}
    return replace(
        known,
        robots=known.robots or ("partly" if counts["refused"] else "allowed"),
        pending=pending,
        cut=dict(cut),
        complete=complete and not cut["more links than can be kept"],
        why=tuple(why),
        soft_404=seen.missing is not None,
        **counted,
    )
