"""Proofs: those of a sentence, and the page as it was read with the quote marked on it."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from starlette.responses import HTMLResponse, Response

from audit.desk.archived import shown
from audit.desk.call import Call, Missing, environment
from reports.report import Evidence, FindingRecord, Report, SentenceRecord

STYLE = files("audit.desk").joinpath("static/archived.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; sandbox; frame-ancestors 'self'; form-action 'none'; base-uri 'none'"
"""A page of a stranger: nothing is loaded, nothing runs, and it has no origin of its own."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence; `place` is its number among its finding's, from 0."""

    number: int
    finding: FindingRecord
    place: int
    evidence: Evidence
    archived: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside the chosen sentence: its findings, all their proofs, and the one that is looked at."""

    findings: tuple[FindingRecord, ...]
    proofs: tuple[Proof, ...]
    proof: Proof | None
    pictures: bool


def panel(call: Call, report: Report, sentence: SentenceRecord, number: int) -> Panel:
    """`number`: of the proof that is looked at, from 1."""
    shelf = call.desk.store.shelf
    kept = any(shelf.has(audit) for audit in call.lineage(call.audit))
    found = [finding for check in sentence.findings if (finding := report.finding(check))]
    proofs = tuple(
        Proof(n, finding, place, finding.evidence[place], kept and not finding.evidence[place].selector.startswith("#page="))
        for n, (finding, place) in enumerate(_proofs(found, sentence), 1)
    )
    chosen = proofs[min(max(number, 1), len(proofs)) - 1] if proofs else None
    return Panel(tuple(found), proofs, chosen, call.desk.pictures.why_not == "")


def _proofs(found: list[FindingRecord], sentence: SentenceRecord) -> Iterator[tuple[FindingRecord, int]]:
    for finding in found:
        places = sentence.proofs if sentence.proofs and len(found) == 1 else range(len(finding.evidence))
        yield from ((finding, place) for place in places if 0 <= place < len(finding.evidence))


def evidence(call: Call) -> Evidence:
    """The piece of evidence that the address names. Raises Missing."""
    finding = call.report().finding(call.path["check"])
    number = call.path["number"]
    if finding is None or not number.isdecimal() or len(number) > 3 or int(number) >= len(finding.evidence):
        raise Missing("Cette preuve")
    return finding.evidence[int(number)]


def page(call: Call) -> Response:
    """The page on which the proof was seen, as it was then, its quote marked; for a frame without any rights."""
    proof = evidence(call)
    kept = call.desk.store.shelf.page(call.lineage(call.audit), proof.url, proof.digest)
    made = shown(kept, proof.excerpt, proof.selector) if kept else None
    told = environment().get_template("archived.html").render(style=STYLE, proof=proof, page=kept, made=made)
    return HTMLResponse(told, headers={"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"})


def picture(call: Call) -> Response:
    """The same page as a browser would have shown it, as far as the archive holds it."""
    proof = evidence(call)
    kept = call.desk.store.shelf.page(call.lineage(call.audit), proof.url, proof.digest)
    place = "" if proof.selector.startswith("#page=") else proof.selector
    image = call.desk.pictures.of(kept, place) if kept else None
    if image is None:
        raise Missing("Cette image")
    return Response(image, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})
