"""Marchés publics : consultations et plateforme, suivies jusqu'au bout."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.dates import newest, years
from checks.finding import Coverage, Tally, Verdict, verdict_of
from checks.lexicon import Phrases, fold_label
from checks.observation import Observation, Trust
from checks.signs import heading, known, link, path, seen, unseen
from crawler.page import Page

NAMES = (
    "marchés publics",
    "marché public",
    "appel d'offres",
    "appels d'offres",
    "commande publique",
    "avis de marché",
    "profil acheteur",
    "profil d'acheteur",
    "consultations en cours",
    "marchés en cours",
    "dématérialisation des marchés",
    "avis d'appel public à la concurrence",
    "avis d'appel à concurrence",
    "plateforme des marchés",
    "marché à procédure adaptée",
    "=mapa",
    "marchés à procédure adaptée",
    "adjudications",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission d'appel",
    "commission",
    "délégué",
    "déléguée",
    "compte rendu",
    "attribution du marché public alimentaire",
    "cao",
)
PLATFORM = Phrases(
    "plateforme",
    "plate-forme",
    "consultation",
    "consultations",
    "profil acheteur",
    "profil d'acheteur",
    "dématérialisée",
    "télécharger les dossiers",
    "marchés en cours",
    "dce",
    "annonces en cours",
    "avis en cours",
    "répondre en ligne",
    "retrait des dossiers",
    "accéder aux marchés",
    "appels d'offres en cours",
)
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))
ARCHIVES = Phrases(
    "archives",
    "attribués",
    "attribution",
    "liste des marchés conclus",
    "marchés conclus",
    "données essentielles",
    "marchés attribués",
    "anciens",
)
DOCUMENT = re.compile(r"\.(?:pdf|docx?|zip|odt)(?:$|\?)", re.I)


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """The platform or the consultations decide; a page that only speaks of tenders, or archives alone, are a part."""
    ways = [o for o in tally.of("host", "platform") if not o.facts.get("archives")]
    if any(not tally.dead(o) for o in ways):
        return Verdict.PRESENT
    if ways:
        return Verdict.INACTIVE
    verdict = verdict_of(tally, coverage)
    return Verdict.PARTIAL if verdict is Verdict.PRESENT else verdict


@check(
    "public_tenders",
    "Marchés publics",
    judge=judge,
    counts="Des consultations ou la plateforme, suivies : mortes elles sont inactives ; des archives seules sont partielles, les marchés forains ne sont rien.",
    signs=[
        known(),
        link(*NAMES, unless=OTHERS, whole=False),
        heading(*NAMES, unless=OTHERS, whole=False),
        path("marchés publics", "appels offres", "commande publique"),
    ],
    examples=[
        seen('<a href="https://www.marches-publics.info/Annonces/lister">Nos consultations</a>'),
        seen('<h1>Marchés publics</h1><a href="https://achats.exemple.org/">Plateforme de dématérialisation</a>'),
        seen(
            '<h1>Marchés publics</h1><a href="http://mp.example/2009">Accéder à la plateforme 2009</a><a href="a2008.pdf">Archives 2008</a>',
            "inactive",
            gone=("http://mp.example/2009",),
        ),
        seen('<h1>Marchés publics</h1><a href="a2008.pdf">Archives 2008</a>', "partial"),
        seen("<h2>Marchés publics</h2><p>S’adresser au service de la commande publique.</p>", "partial"),
        unseen("<h2>Marché du samedi</h2>"),
        unseen('<a href="/noel">Marché de Noël</a>'),
        unseen("<p>La commission d’appel d’offres s’est réunie.</p>"),
        unseen('<a href="#">Marchés publics</a>'),
    ],
)
def public_tenders(page: Page) -> Iterator[Observation]:
    if not any(SUBJECT.within_folded(fold_label(h.text)) for h in page.headings) and not SUBJECT.within_folded(
        fold_label(page.title)
    ):
        return
    for one in page.links:
        if one.region in ("nav", "header", "footer"):
            continue
        folded = fold_label(one.text)
        if ARCHIVES.within_folded(folded):
            yield Observation.at(page, one, Trust.LIKELY, proof="archives", whole=False, archives=1)
        elif PLATFORM.within_folded(folded):
            yield Observation.at(page, one, Trust.LIKELY, proof="platform", words=one.text)
        elif DOCUMENT.search(one.raw) and (newest(one.text) or years(one.text)):
            yield Observation.at(page, one, Trust.LIKELY, proof="archives", whole=False, dated=newest(one.text), archives=1)
