"""Liens vers service-public : démarches nationales, co-marquage."""

from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Verdict
from checks.observation import Observation, Trust
from checks.reading.spots import leading
from checks.reading.state import is_sheet
from checks.signs import known, link, seen, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases
from crawler.page import Page
from crawler.url import host

DIRECTORY, NAMED = "lannuaire.", Phrases("service public", "servicepublic", "annuaire de l'administration")


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """The State's directory gives the town hall's own address: alone, under another name, it helps with no formality."""
    told = tally.of()
    return Verdict.ABSENT if told and all(map(_is_address, told)) else None


def _is_address(one: Observation) -> bool:
    return one.proof == "host" and host(one.target).startswith(DIRECTORY) and not NAMED.within(one.excerpt)


@check(
    "service_public",
    "Liens vers service-public",
    judge=judge,
    counts="Un lien vers service-public.fr ou .gouv.fr, ou des fiches reprises de lui ; un lien dans un avis de cookies ne compte pas.",
    signs=[known(), link("service-public.fr", "service-public.gouv.fr", "=service public", "=service-public", "servicepublic")],
    examples=[
        seen('<a href="https://www.service-public.fr/particuliers/vosdroits/F1432">Carte d’identité</a>'),
        seen('<a href="http://vosdroits.service-public.fr/">Vos droits</a>'),
        seen('<a href="https://www.service-public.gouv.fr/">Service public</a>'),
        seen(
            '<a href="/demarches/?xml=F1342">Naissance</a> <a href="/demarches/?xml=N358">Papiers</a> <a href="/demarches/?xml=N19810">Famille</a>'
        ),
        seen(
            '<div class="cookie-notice"><a href="https://www.service-public.fr/">Vos droits</a></div>'
            '<main><a href="https://www.service-public.fr/">Démarches</a></main>'
        ),
        unseen(
            '<div id="cookie-banner"><p>Nous utilisons des cookies. <a href="https://www.service-public.fr/cookies">service-public.fr</a></p></div>'
        ),
        unseen(
            '<div id="tarteaucitronRoot"><div class="content"><a href="https://www.service-public.gouv.fr/">Vos droits</a></div></div>'
        ),
        unseen('<section class="rgpd bandeau"><a href="https://www.service-public.fr/">Service public</a></section>'),
        unseen("<p>Le service public de l’eau est assuré par le syndicat.</p>"),
        unseen('<a href="https://www.service-public-energie.example/">Énergie</a>'),
        unseen('<a href="https://lannuaire.service-public.fr/normandie/manche/1234">Contact</a>'),
        seen('<a href="https://lannuaire.service-public.fr/normandie/manche/1234">Service-public.fr</a>'),
        seen('<a href="https://lannuaire.service-public.fr/navigation/mairie">Annuaire de l’administration</a>'),
        unseen('<a href="/services">Services à la population</a>'),
        unseen('<a href="#">service-public.fr</a>'),
    ],
)
def service_public(page: Page) -> Iterator[Observation]:
    """Pages fed by the State's own texts carry its sheet numbers in their addresses."""
    sheets = [link for link, _ in leading(page, is_sheet)]
    if len(sheets) >= 3:
        yield Observation.at(page, sheets[0], Trust.SURE, proof="structure")
