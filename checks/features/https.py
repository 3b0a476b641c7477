"""HTTPS : le site répond en HTTPS, avec un certificat valable."""

from collections.abc import Iterator
from typing import Any

from checks.check import check_on_visit
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.visit import Outcome, Visit

BAD = {
    Outcome.TLS_EXPIRED: "certificat expiré",
    Outcome.TLS_WRONG_HOST: "certificat établi pour un autre nom",
    Outcome.TLS_SELF_SIGNED: "certificat auto-signé",
    Outcome.TLS_INCOMPLETE: "chaîne de certificats incomplète",
    Outcome.TLS_UNTRUSTED: "autorité de certification inconnue",
    Outcome.TLS_OTHER: "échec de la connexion sécurisée",
}


@check_on_visit(
    "https",
    "HTTPS",
    counts="Les pages sont servies en HTTPS avec un certificat valable ; HTTP seul est une absence.",
    examples=[
        seen("<h1>Mairie</h1>", url="https://www.exemple.fr/"),
        unseen("<h1>Mairie</h1>", url="http://www.exemple.fr/"),
    ],
)
def https(visit: Visit) -> Iterator[Observation]:
    if visit.probe or (visit.via and not visit.page):
        return
    landed = visit.landed or visit.url
    if visit.outcome in BAD and landed.startswith("https:"):
        yield Observation.of(visit, BAD[visit.outcome], Trust.SURE, whole=False, trouble=visit.outcome.value)
    elif visit.page and landed.startswith("https:") and visit.via is None:
        facts: dict[str, Any] = (
            {"expires": visit.certificate.expires.date()} if visit.certificate and visit.certificate.expires else {}
        )
        yield Observation.of(visit, landed, Trust.SURE, **facts)
