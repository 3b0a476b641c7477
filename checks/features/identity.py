"""Identité : est-ce le site officiel d'une commune, et laquelle."""

from collections.abc import Iterator

from checks.check import check
from checks.communes.facts import facts_of
from checks.communes.nature import natures
from checks.communes.settle import settle
from checks.observation import Observation
from checks.signs import seen, unseen
from crawler.page import Page


@check(
    "identity",
    "Identité du site",
    judge=settle,
    keep=14,
    counts="Le site officiel d'une commune, reconnu à sa mairie et à ses missions ; groupement, association, liste électorale ou boutique n'en sont pas.",
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
    yield from natures(page)
    yield from facts_of(page)
