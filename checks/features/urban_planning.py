"""Urbanisme : PLU ou carte communale, documents, projets, permis expliqués."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import about, proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import labelled
from checks.signs import known, seen, sentence, topic, unseen
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import path

NAMES = (
    "urbanisme", "=plu", "=plui", "=pos", "plan local d'urbanisme", "plan d'occupation des sols", "carte communale", "plui",
    "plu intercommunal", "règlement d'urbanisme", "documents d'urbanisme", "permis de construire", "déclaration préalable",
    "certificat d'urbanisme", "aménagement urbain", "urbanisme et logement", "logement et urbanisme", "logement urbanisme",
    "projets urbains", "scot", "permis d'aménager", "=construire", "construire ou rénover",
    "aménagement du territoire et urbanisme", "zonage", "droit des sols", "autorisations d'urbanisme", "déclaration de travaux",
    "permis d'urbanisme", "opah", "habitat et urbanisme", "renouvellement urbain", "plan de lotissement",
    "règlement de lotissement", "rénovation urbaine", "révision du plu", "modification du plu", "avap", "zac", "pluih",
    "plui-h", "plan d'urbanisme", "règlement de zonage", "droit à construire", "urbanisme et travaux",
    "urbanisme et cadre de vie", "demande d'urbanisme", "règles d'urbanisme", "projet d'aménagement", "=habitat",
    "règlement national d'urbanisme", "rnu", "documents graphiques", "=logement", "logements communaux", "terrains à bâtir",
    "permis de démolir", "ravalement", "plan de zonage", "permis de construction", "=demande de permis", "plan de secteur",
    "plan général d'affectation", "aménagement du territoire", "police des constructions", "site patrimonial remarquable",
    "droit de préemption", "taxe d'aménagement", "=lotissement", "logements sociaux", "règlements d'urbanisme", "permis et règlements",
    "dérogation mineure", "comité consultatif d'urbanisme", "parcelles à bâtir", "terrains constructibles", "=bâtir",
    "construire et rénover", "construire ou agrandir", "lotissement communal", "terrains communaux à bâtir",
    "terrains viabilisés", "foncier et urbanisme", "habitat et logement", "architecte conseil", "emplacements réservés",
)  # fmt: skip
OTHERS = (
    "adjoint", "adjointe", "commission", "délégué", "déléguée", "conseiller", "agent", "recrute", "assistant", "offre d'emploi",
    "compte rendu", "délibération",
)  # fmt: skip

WRONG = Phrases(*OTHERS)
SUBJECT = Phrases(*(name.removeprefix("=") for name in NAMES), "aménagement")
PARTS = {
    "history": Phrases("historique", "histoire", "héritage", "évolution de la ville"),
    "projects": Phrases(
        "projet d'aménagement", "projets d'aménagement", "grands projets", "projets urbains", "projets de la ville"
    ),
    "documents": Phrases(
        "règlement", "plan de zonage", "zonage", "padd", "rapport de présentation", "orientations", "plu", "plui"
    ),
    "glossary": Phrases("glossaire", "lexique", "les mots de l'urbanisme", "vocabulaire", "définitions"),
}
"""Fact → the labels that tell it on a page of urbanism."""
PADD = Phrases("développement durable", "développement durables")
"""A document of the plan, whatever its name."""


PLANS = Around(
    "carte communale", "plu", "plan local d'urbanisme", "plan local d’urbanisme", "règlement national d'urbanisme",
    "règlement national d’urbanisme", "rnu", "plan d'affectation", "plan d’affectation", "général d'affectation",
    "général d’affectation", "règlement national",
)  # fmt: skip
HAS = re.compile(
    r"\b(?:vi(?:t|vons) sous|relèv\w+ du|appliqu\w+|soumise? au|régie? par) (?:le )?(?:règlement national d['’]urbanisme|RNU)\b|"
    r"\brèglement national\b[^.!?]{0,30}\b(?:décide|s['’]applique|fait loi)\b|"
    r"\bnous avons une? (?:carte communale|PLUi?|plan local d['’]urbanisme)\b[^.!?]{0,60}|"
    r"\b(?:communes?|village|ville)\b[^.!?]{0,40}\b(?:a|dispose|dotée?|couverte?|régie?|soumise?)\b(?! voté| décidé| délibéré)[^.!?]{0,25}"
    r"\b(?:carte communale|PLUi?|plan local d['’]urbanisme|règlement national d['’]urbanisme|RNU)\b[^.!?]{0,60}",
    re.I,
)
"""What rules building there, in a sentence."""
IN_FORCE = re.compile(
    r"\b(?:PLUi?|plan local d['’]urbanisme|carte communale|plan (?:général |partiel )?d['’]affectation)\b[^.!?]{0,40}\b(?:approuvée?|dossier à disposition|révisée?|consultable|en vigueur|applicable|opposable|arrêté le|est arrêté|prescrite?|de (?:19|20)\d\d|téléchargeable|règlement)\b[^.!?]{0,40}",
    re.I,
)


ZONES = re.compile(r"\b[Zz]ones?\s(?:[12]?AU|U[A-EXYZ]?[a-z]?)\b[^!?]{0,80}\b(?:zones?\s)?(?:[12]?AU|U[A-EXYZ]|N[HLa-z]?|A)\b")
ZONED = Around("zone u", "zone au", "zone 1au", "zones u", "zones au")


def _parts(page: Page) -> Iterator[Observation]:
    """What the rubric offers: history, projects, documents, glossary; the plan told in a sentence on a page of anything."""
    if not proceedings(page) and (told := first(page, HAS, PLANS) or first(page, IN_FORCE, PLANS) or first(page, ZONES, ZONED)):
        yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="text", target=page.url)
    if not about(page, SUBJECT, unless=WRONG):
        return
    folder = path(page.url).rpartition("/")[0]
    for fact, words in PARTS.items():
        spots = (
            _papers(page, words)
            if fact == "documents"
            else [s for s in labelled(page, words, unless=PADD) if folder and _beneath(s, folder)]
        )
        if spots:
            facts: dict[str, Any] = {fact: 1}
            yield Observation.at(page, spots[0], Trust.HINT, proof=f"fact:{fact}", target=f"part:{fact}", **facts)


def _papers(page: Page, words: Phrases) -> list[Link]:
    """The PDF files that their label or their name tells."""
    papers = (a for a in page.links if a.raw.lower().partition("?")[0].endswith(".pdf"))
    return [a for a in papers if words.within(a.text) or words.within_folded(fold_path(path(a.href)))]


def _beneath(anchor: Link, folder: str) -> bool:
    """Whether a link leads to a page of the same rubric: a menu of the whole site tells nothing of this one."""
    return path(anchor.href).startswith(folder + "/")


BUILT_THERE = re.compile(
    r"\b(?:lots?|m²|à vendre|rest(?:e|ent)|reçoit|permanence|reçus?|délimite|construire|zones|télécharg|consult|s['’]appli|soumise|s['’]adresser|\d{1,2} ?h)",
    re.I,
)
"""What is said of the rules or of the land."""


urban_planning = Check(
    "urban_planning",
    title="Urbanisme et logement",
    counts="Le plan local d'urbanisme ou la carte communale, ses documents, ses projets, les autorisations expliquées.",
    look=_parts,
    signs=[
        *topic(*NAMES, unless=OTHERS),
        known(),
        sentence(
            *("lotissement communal", "logements communaux", "carte communale", "service urbanisme"),
            *("service de l'urbanisme", "lots à bâtir", "lots viabilisés", "lots restent", "logements de la commune"),
            *("terrains à bâtir", "zones constructibles", "règlement national d'urbanisme", "parcelles viabilisées"),
            *("terrains viabilisés", "parcelles à bâtir", "parcelles constructibles", "terrains constructibles"),
            *("plan de zonage",),
            *("architecte-conseil", "architecte conseil", "architecte des bâtiments de france", "instructeur"),
            *("emplacements réservés",),
            *("servitudes d'utilité publique", "orientations d'aménagement", "dérogation mineure"),
            says=BUILT_THERE,
            unless=("meublé", "agence", "commission", "nommé", "cabinet"),
        ),
    ],
    examples=[
        unseen("<h2>Urbanisme</h2><p>Le plan local est à refaire entièrement, patience.</p>"),
        seen("<h2>Urbanisme</h2><p>Nul ne peut construire sans autorisation.</p>"),
        seen("<h1>Urbanisme et grands projets</h1><h2>Plan local d’urbanisme</h2><p>Il date de 2019.</p>"),
        seen("<h1>Bâtir</h1><p>Nous avons une carte communale depuis 2009.</p>"),
        seen("<h1>À l’enquête</h1><p>Plan d’affectation communal : dossier à disposition jusqu’au 4 mai.</p>"),
        seen("<h1>Bâtir</h1><p>Pas de plan ici : le règlement national s’applique.</p>"),
        unseen("<h1>Se loger</h1><p>Nous avons une carte de la région à l’accueil.</p>"),
        unseen('<a href="/n">Plus ›</a>'),
        unseen("<h2>Police</h2><p><b>• Contrôle de la voirie et urbanisme.</b></p><p><b>• Sortie des écoles.</b></p>"),
        unseen(
            '<a href="/u">Urbanisme</a>',
            pages={
                "/u": '<main><h1>Urbanisme</h1><img src="x.jpg"><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p></main>'
            },
        ),
        seen("<h2>Agrandir</h2><p>Le PLU de 2018 : le règlement est à la mairie.</p>"),
        seen("<h1>Pratique</h1><p><b>Bâtir</b> : la commune a une carte communale, on peut la voir à la mairie.</p>"),
        seen("<h2>Poser un abri</h2><p>Aigremont vit sous le règlement national d’urbanisme.</p>"),
        unseen("<h1>Compte rendu du conseil municipal</h1><p>La commune est dotée d’un PLU depuis 2012.</p>"),
        seen('<nav><a href="/urba">Urbanisme</a></nav>'),
        seen('<a href="reglement.pdf">Règlement du PLU</a><h2>Plan local d’urbanisme</h2>'),
        seen("<h3>Permis de construire</h3><p>Le dossier est à déposer en mairie.</p>"),
        seen('<a href="https://www.geoportail-urbanisme.gouv.fr/map/">Consulter le zonage</a>'),
        unseen("<p>M. Durand, adjoint à l’urbanisme</p>"),
        unseen("<h3>Adjointe à l’urbanisme</h3>"),
        unseen("<h2>La construction de l’église</h2>"),
        unseen('<a href="#">Urbanisme</a>'),
        seen('<a href="/a">Plan de secteur</a>'),
        seen('<a href="/a">Police des constructions</a>'),
        seen("<h1>Au village</h1><p>La carte communale dit où l’on peut construire.</p>"),
        seen("<h1>Au village</h1><p>Pas de PLU ici : c’est le règlement national d’urbanisme qui s’applique.</p>"),
        unseen("<h1>Au village</h1><p>De nombreux lots à gagner.</p>"),
        unseen('<a href="/p.pdf">Demande de permis international</a>'),
        unseen("<h1>Au village</h1><p>Il reste des lots pour la tombola.</p>"),
    ],
)
