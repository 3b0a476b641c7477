"""Urbanisme : PLU ou carte communale, documents, projets, permis expliqués."""

from collections.abc import Iterator
from typing import Any

from checks.about import about
from checks.check import Check
from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.signs import known, seen, topic, unseen
from checks.spots import headed, labelled
from crawler.page import Page
from crawler.url import path

NAMES = (
    "urbanisme",
    "=plu",
    "=plui",
    "=pos",
    "plan local d'urbanisme",
    "plan d'occupation des sols",
    "carte communale",
    "plui",
    "plu intercommunal",
    "règlement d'urbanisme",
    "documents d'urbanisme",
    "permis de construire",
    "déclaration préalable",
    "certificat d'urbanisme",
    "aménagement urbain",
    "urbanisme et logement",
    "logement et urbanisme",
    "logement urbanisme",
    "projets urbains",
    "scot",
    "permis d'aménager",
    "=construire",
    "construire ou rénover",
    "aménagement du territoire et urbanisme",
    "zonage",
    "droit des sols",
    "autorisations d'urbanisme",
    "déclaration de travaux",
    "permis d'urbanisme",
    "opah",
    "habitat et urbanisme",
    "renouvellement urbain",
    "plan de lotissement",
    "règlement de lotissement",
    "rénovation urbaine",
    "révision du plu",
    "modification du plu",
    "avap",
    "zac",
    "pluih",
    "plui-h",
    "plan d'urbanisme",
    "règlement de zonage",
    "droit à construire",
    "urbanisme et travaux",
    "urbanisme et cadre de vie",
    "demande d'urbanisme",
    "règles d'urbanisme",
    "projet d'aménagement",
    "=habitat",
    "règlement national d'urbanisme",
    "rnu",
    "documents graphiques",
    "=logement",
    "logements communaux",
    "terrains à bâtir",
    "permis de démolir",
    "ravalement",
    "plan de zonage",
    "permis de construction",
    "demande de permis",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "conseiller",
    "agent",
    "recrute",
    "assistant",
    "offre d'emploi",
    "compte rendu",
    "délibération",
)

SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))
PROJECTS = Phrases(
    "projet urbain", "projets urbains", "projet d'aménagement", "projets d'aménagement", "renouvellement urbain", "grands projets"
)
PADD = Phrases("développement durable", "développement durables", "padd")
"""A document of the plan, whatever its name."""
GLOSSARY = Phrases("glossaire", "lexique")


def look(page: Page) -> Iterator[Observation]:
    """What there is to read: documents in PDF, projects, a glossary."""
    if not about(page, SUBJECT):
        return
    papers = [
        one for one in page.links if path(one.href).lower().endswith(".pdf") and one.region not in ("nav", "header", "footer")
    ]
    found: list[tuple[str, list[Any]]] = [
        ("documents", papers),
        ("projects", [*headed(page, PROJECTS, unless=PADD), *labelled(page, PROJECTS, unless=PADD)]),
        ("glossary", [*headed(page, GLOSSARY), *labelled(page, GLOSSARY)]),
    ]
    for name, spots in found:
        facts: dict[str, Any] = {name: 1}
        if spots:
            yield Observation.at(page, spots[0], Trust.LIKELY, proof=f"fact:{name}", **facts)


urban_planning = Check(
    "urban_planning",
    title="Urbanisme et logement",
    counts="Le plan local d'urbanisme ou la carte communale, ses documents, ses projets, les autorisations expliquées.",
    signs=[*topic(*NAMES, unless=OTHERS), known()],
    look=look,
    examples=[
        seen('<nav><a href="/urba">Urbanisme</a></nav>'),
        seen('<a href="reglement.pdf">Règlement du PLU</a><h2>Plan local d’urbanisme</h2>'),
        seen("<h3>Permis de construire</h3><p>Le dossier est à déposer en mairie.</p>"),
        seen('<a href="https://www.geoportail-urbanisme.gouv.fr/map/">Consulter le zonage</a>'),
        unseen("<p>M. Durand, adjoint à l’urbanisme</p>"),
        unseen("<h3>Adjointe à l’urbanisme</h3>"),
        unseen("<h2>La construction de l’église</h2>"),
    ],
)
