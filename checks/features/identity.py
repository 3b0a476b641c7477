"""Identité : est-ce le site officiel d'une commune, et laquelle."""

from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Tally, Verdict
from checks.lexicon import Phrases, around, fold
from checks.observation import Observation, Trust
from checks.particulars import ENDING, facts_of
from checks.signs import seen, unseen
from checks.spots import headed, labelled
from crawler.page import Page, derived

TOWN_HALL = Phrases(
    "mairie de",
    "mairie d",
    "commune de",
    "ville de",
    "site officiel de la commune",
    "site officiel de la ville",
    "site de la mairie",
    "hôtel de ville",
    "site officiel",
    "administration communale",
    "portail officiel",
)
DUTIES = tuple(
    Phrases(duty)
    for duty in (
        "conseil municipal",
        "état civil",
        "démarches administratives",
        "horaires de la mairie",
        "secrétariat de mairie",
        "le maire",
        "mot du maire",
        "les élus",
        "équipe municipale",
        "services municipaux",
        "vos démarches",
        "compte rendu du conseil municipal",
        "délibération",
        "urbanisme",
        "listes électorales",
        "bulletin municipal",
        "ccas",
        "plu",
        "collège communal",
        "conseil communal",
        "élus municipaux",
        "compte rendu",
        "vie municipale",
        "la mairie",
        "ma mairie",
        "commune",
        "école",
        "déchets",
    )
)
CAMPAIGN = Phrases(
    "notre programme",
    "programme municipal",
    "nos candidats",
    "notre liste",
    "colistiers",
    "colistières",
    "candidat aux élections",
    "liste citoyenne",
    "votez pour",
    "voter pour nous",
    "tête de liste",
    "rejoignez la campagne",
    "notre candidate",
    "notre candidat",
    "élections municipales 2026 notre projet",
    "pourquoi voter",
    "comité de soutien",
    "procuration pour voter",
    "notre projet pour la commune",
)
HOUSING = Phrases(
    "copropriété", "copropriétaire", "syndic", "conseil syndical", "règlement de copropriété", "bureau de copropriété"
)
PRIVATE = Phrases(
    "ajouter au panier",
    "mon panier",
    "votre panier",
    "frais de livraison",
    "domaine à vendre",
    "this domain is for sale",
    "nom de domaine",
    "casino en ligne",
    "viagra",
    "paris sportifs",
    "bonus casino",
    "buy domain",
    "parked free",
)
UNOFFICIAL = Phrases(
    "site non officiel",
    "non officiel",
    "site indépendant de la mairie",
    "asbl",
    "association loi 1901",
    "comité de quartier",
    "association des habitants",
    "site personnel",
)


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """Evidence against is weighed before evidence for: a campaign's site speaks of the town hall on every page."""
    weight = {
        kind: len({o.url for o in tally.of(kind)})
        for kind in ("campaign", "housing", "private", "unofficial", "town_hall", "duties")
    }
    pages = max(1, coverage.pages)
    against = weight["campaign"] * 3 + weight["housing"] * 2 + weight["private"] * 2
    if (weight["campaign"] and against * 4 >= pages) or (weight["housing"] + weight["private"]) * 3 >= pages + 2:
        return Verdict.ABSENT
    if weight["unofficial"] and (not weight["town_hall"] or not weight["duties"] or weight["unofficial"] * 2 >= pages):
        return Verdict.UNDETERMINED
    if weight["town_hall"] and weight["duties"]:
        return Verdict.PRESENT
    return Verdict.UNDETERMINED


@check(
    "identity",
    "Identité du site",
    judge=judge,
    keep=12,
    counts="Le site officiel d'une commune, reconnu à sa mairie et à ses missions ; liste électorale, copropriété ou boutique n'en sont pas.",
    examples=[
        seen(
            "<title>Mairie de Montclair</title><nav><a href='/cm'>Conseil municipal</a><a href='/ec'>État civil</a>"
            "<a href='/m'>Mot du maire</a></nav><footer>Mairie de Montclair, 12 rue Haute, 38000 Montclair. Tél. 04 00 00 00 00</footer>"
        ),
        seen(
            "<title>Bienvenue</title><h1>Commune de Sault-le-Bas</h1><ul><li><a href='e'>Les élus</a><li><a href='u'>Urbanisme</a>"
            "<li><a href='d'>Vos démarches</a></ul>"
        ),
        seen(
            "<title>Site officiel de la Ville de Rives</title><a href='a'>Services municipaux</a> <a href='b'>Conseil municipal</a>"
            " <a href='c'>Démarches administratives</a>"
        ),
        unseen(
            "<title>Montclair avec vous</title><h1>Notre programme</h1><p>Nos candidats, nos colistiers : votez pour nous.</p>"
            "<a href='/e'>L'école</a><a href='/u'>Urbanisme</a><p>Mairie de Montclair, conseil municipal</p>"
        ),
        unseen(
            "<title>Résidence des Lilas</title><h1>Conseil syndical</h1><p>Les copropriétaires sont convoqués par le syndic.</p>"
        ),
        unseen("<title>Boutique</title><p>Ajouter au panier. Frais de livraison offerts.</p>"),
    ],
)
def identity(page: Page) -> Iterator[Observation]:
    for kind, phrases, look in (
        ("campaign", CAMPAIGN, _named_or_linked),
        ("housing", HOUSING, _said),
        ("private", PRIVATE, _said),
        ("unofficial", UNOFFICIAL, _said_at_the_end),
        ("town_hall", TOWN_HALL, _named_or_at_the_end),
    ):
        told = look(page, phrases)
        if told:
            yield Observation.at(page, told, Trust.LIKELY, proof=kind, target=page.url)
    duties = [first for duty in DUTIES if (first := _title(page, duty) or _heading(page, duty) or _label(page, duty))]
    if len(duties) >= 3:
        listed = " · ".join(dict.fromkeys(duties[:8]))
        yield Observation.at(page, listed, Trust.LIKELY, proof="duties", target=page.url)
    yield from facts_of(page)


def _title(page: Page, phrases: Phrases) -> str:
    return page.title if phrases.within(page.title) else ""


def _heading(page: Page, phrases: Phrases) -> str:
    return next((heading.text for heading in headed(page, phrases)), "")


def _label(page: Page, phrases: Phrases) -> str:
    return next((link.text for link in labelled(page, phrases)), "")


def _named(page: Page, phrases: Phrases) -> str:
    return _title(page, phrases) or _heading(page, phrases)


def _named_or_linked(page: Page, phrases: Phrases) -> str:
    return _named(page, phrases) or _label(page, phrases)


def _said(page: Page, phrases: Phrases) -> str:
    return around(page.text, phrases.first(fold(page.text))) if phrases.within(page.text) else ""


def _said_at_the_end(page: Page, phrases: Phrases) -> str:
    if not phrases.within(page.text):
        return ""
    ending, folded = _ending(page)
    met = phrases.first(folded)
    return around(ending, met) if met else ""


@derived
def _ending(page: Page) -> tuple[str, str]:
    """The last words of the page, as written and folded."""
    return page.text[-ENDING:], fold(page.text[-ENDING:])


def _named_or_at_the_end(page: Page, phrases: Phrases) -> str:
    return _named(page, phrases) or _said_at_the_end(page, phrases)
