"""Liens inactifs : chaque lien du site dont la cible n'existe plus."""

from collections.abc import Iterator

from checks.check import check_on_visit
from checks.finding import Verdict
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.visit import Visit


@check_on_visit(
    "broken_links",
    "Liens inactifs",
    keep=50,
    judge=lambda tally, _: Verdict.PRESENT if tally.seen else Verdict.ABSENT,
    counts="Chaque lien dont la cible est introuvable, vérifié deux fois ; un refus ou une panne n'en est pas un.",
    examples=[
        seen('<a href="/ancienne-page">Plan de la ville</a>', gone=("/ancienne-page",)),
        seen('<a href="http://www.disparu.example/">Club de tir</a>', gone=("http://www.disparu.example/",)),
        unseen('<a href="/page">Plan de la ville</a>'),
        unseen('<a href="#">Plan de la ville</a>'),
    ],
)
def broken_links(visit: Visit) -> Iterator[Observation]:
    if visit.via and visit.outcome.dead:
        yield Observation.of(visit, visit.via.text or visit.url, Trust.SURE)
