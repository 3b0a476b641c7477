"""Agenda : des manifestations datées, dont certaines à venir."""

from collections.abc import Iterator

from checks.check import check
from checks.dates import dates
from checks.finding import Coverage, Tally, Verdict, verdict_of
from checks.folding import fold_path
from checks.lexicon import Phrases, fold_label
from checks.observation import Observation, Trust
from checks.signs import known, link, seen, topic, unseen
from crawler.page import Page
from crawler.url import path

NAMES = (
    "agenda",
    "calendrier des manifestations",
    "calendrier des fêtes",
    "manifestations",
    "=événements",
    "évènements",
    "événements à venir",
    "calendrier des événements",
    "=calendrier",
    "notre calendrier",
    "prochains événements",
    "prochaines manifestations",
    "fêtes et manifestations",
    "agenda des manifestations",
    "=sortir",
    "agenda culturel",
    "que faire ce week-end",
    "festivités",
    "programme des festivités",
    "fêtes et animations",
    "manifestations à venir",
    "actualités et événements",
    "événements locaux",
    "quoi de prévu",
    "que faire à",
    "=à venir",
    "ça se passe ici",
)
OTHERS = (
    "commission",
    "agenda 21",
    "agenda 2030",
    "conseil",
    "déclarer",
    "déclaration",
    "organiser",
    "demande",
    "calendrier scolaire",
    "calendrier de collecte",
    "collecte",
    "vacances",
    "salle",
    "ramassage",
    "sorties scolaires",
    "sortie de territoire",
    "pluviales",
    "assainissement",
    "gestion de l'événement",
    "matériel",
    "chasse",
    "autorisation de sortie",
    "arrêté",
    "foot",
    "animations jeunesse",
    "sportif",
    "déchets",
    "ordures",
    "périscolaire",
)
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """A calendar whose last date has passed is no longer one; undated ones are left be."""
    verdict = verdict_of(tally, coverage)
    told = [o.dated for o in tally.seen.values() if o.dated]
    if verdict is Verdict.PRESENT and told and (coverage.as_of - max(told)).days > 60:
        return Verdict.PARTIAL
    return verdict


@check(
    "events",
    "Agenda",
    judge=judge,
    counts="Un calendrier de manifestations datées dont certaines à venir ; un calendrier passé est partiel.",
    signs=[*topic(*NAMES, unless=OTHERS), known(), link("=ics", "ajouter à mon agenda", "ajouter au calendrier")],
    examples=[
        seen('<a href="/agenda">Agenda</a>'),
        seen("<h1>Calendrier des manifestations</h1><ul><li>12 décembre 2026 : loto</li><li>3 janvier 2027 : vœux</li></ul>"),
        seen("<h1>Agenda</h1><p>14 juillet 2019 : bal</p>", "partial"),
        seen('<iframe src="https://openagenda.com/agendas/123/embeds/1"></iframe>'),
        unseen("<h2>Agenda 21</h2>"),
        unseen('<a href="/cs">Calendrier scolaire</a>'),
        unseen("<h3>Déclarer une manifestation</h3>"),
    ],
)
def events(page: Page) -> Iterator[Observation]:
    if SUBJECT.within_folded(fold_label(page.headline)) or SUBJECT.within_folded(fold_path(path(page.url))):
        days = list(dates(page.main_text))
        if days:
            yield Observation.at(
                page, page.headline or page.title, Trust.HINT, proof="text", dated=max(days), count=len(days), target=page.url
            )
