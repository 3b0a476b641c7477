"""Corrections: what a check took for the feature and is not, or what it missed."""

from starlette.responses import Response

from audit.desk.call import Call, Missing, to
from audit.desk.cases import ABSENT, PRESENT, Case
from checks.catalogue import catalogue
from crawler.url import is_web


def collect(call: Call) -> Response:
    """`kind`: wrong (`number` names the evidence) or missed (`url` and `quote` say where it is)."""
    report = call.report()
    check = call.field("check", 64)
    finding = report.finding(check)
    number = call.number("number")
    if finding is None:
        raise Missing("Ce critère")
    key = call.field("key", 500)
    if call.form.get("kind") == "wrong" and number is not None and number < len(finding.evidence):
        proof = finding.evidence[number]
        verdict, url, quote, digest = ABSENT, proof.url, proof.excerpt, proof.digest
    else:
        verdict, url, quote, digest = PRESENT, call.field("url", 2000), call.field("quote", 500), ""
        if not is_web(url):
            return to(f"/audits/{call.audit}", s=key, told="Rien n’a été noté : l’adresse de la page est attendue.")
    page = call.desk.store.shelf.page(call.lineage(call.audit), url, digest)
    comment = call.field("comment", 2000)
    html = page.html if page else ""
    call.desk.cases.add(Case(check, verdict, url, quote, comment, html, by=call.name, audit_id=call.audit))
    return to(f"/audits/{call.audit}", s=key, told="La correction est notée ; elle servira d’exemple au critère.")


def listing(call: Call) -> Response:
    titles = {check.id: check.title for check in catalogue().checks.values()}
    return call.page("cases.html", cases=call.desk.cases.all(), titles=titles)


def forget(call: Call) -> Response:
    number = call.path["case"]
    if not number.isdecimal() or len(number) > 9:
        raise Missing("Cette correction")
    call.desk.cases.forget(int(number))
    return to("/cases")
