"""Subventions : comment demander une aide pour un projet."""

from checks.check import Check
from checks.signs import form, heading, link, path, seen, unseen

NAMES = (
    "demande de subvention",
    "demandes de subvention",
    "dossier de subvention",
    "subventions aux associations",
    "=subventions",
    "=subvention",
    "aide aux projets",
    "aides aux projets",
    "aides à la création",
    "aide à la création",
    "appel à projets",
    "appels à projets",
    "bourse aux projets",
    "fonds de soutien",
    "soutien aux associations",
    "aides financières",
    "subvention association",
    "subvention vélo",
    "subventions communales",
    "primes communales",
    "prime communale",
    "soutien aux projets",
    "aide aux associations",
    "fonds d'initiatives",
    "bourse initiatives jeunes",
    "aides et subventions",
    "subventions et aides",
    "bourses et aides",
    "demander une subvention",
)
OTHERS = (
    "attribution",
    "délibération",
    "vote",
    "versées",
    "accordées",
    "compte rendu",
    "montant",
    "reçues",
    "département",
    "obtenues",
    "convention",
    "état",
)

grants = Check(
    "grants",
    title="Subventions et aides aux projets",
    counts="Comment demander une subvention ou une aide ; les montants votés au conseil n'en sont pas.",
    signs=[
        form("subvention", field="text|file|email"),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("subvention", "subventions", "aide projets", unless=OTHERS),
    ],
    examples=[
        seen('<a href="dossier.pdf">Dossier de demande de subvention</a>'),
        seen("<h2>Aides à la création d’entreprise et subventions</h2>"),
        seen('<a href="/ap">Appel à projets</a>'),
        unseen("<h3>Attribution des subventions 2025</h3>"),
        unseen("<p>Le conseil vote une subvention de 300 € au comité des fêtes.</p>"),
        unseen('<a href="#">Subventions</a>'),
    ],
)
