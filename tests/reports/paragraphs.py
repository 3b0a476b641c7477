"""Thirty cases of a rubric, each a few findings as sites really give them; `python -m tests.golden` writes what is told of them."""

from collections.abc import Mapping
from typing import Any

from checks.finding import Finding
from reports.draft import Draft, DraftSection
from reports.writer import Writer
from tests.reports.making import SEEN, assessed, found, seen
from tests.reports.plain import draft_text

Case = tuple[str, str, Mapping[str, Any]]
"""What the case is, the file of the rubric, and what was found: check → verdict, or facts of what is present, or both."""

CASES: tuple[Case, ...] = (
    ("une ville bien outillée", "vie_pratique", {
        "online_procedures": {"platform": "Espace Citoyens"}, "appointments": {}, "online_payment": {"platform": "PayFiP"},
        "civil_status": {}, "service_public": {},
    }),
    ("des démarches sur papier", "vie_pratique", {"online_procedures": "partial", "civil_status": {}, "service_public": {}}),
    ("le service social par son nom", "vie_pratique", {
        "contact_details": {}, "services_directory": {}, "social_services": {"name": "Proxim'Aide"}, "public_internet": {},
        "contact_form": {},
    }),
    ("une mairie de village", "vie_pratique", {"contact_details": ("partial", {"missing": "les horaires, le courriel"}), "contact_form": "partial"}),
    ("tous les déplacements", "vie_pratique", {
        "public_transport": {"rubric": "Déplacements"}, "traffic": {"rubric": "Déplacements"}, "cycling": {"rubric": "Déplacements"},
        "carpooling": {"rubric": "Déplacements"}, "roadworks": {"rubric": "Déplacements"},
    }),
    ("une rubrique qui parle d'autre chose", "vie_pratique", {"public_transport": {"rubric": "Les navettes du marché"}, "roadworks": {}}),
    ("une actualité suivie", "vie_pratique", {
        "newcomers": {"rubric": "Je m'installe"}, "news": {"last": "2026-11-10", "national": 1, "lately": 12},
        "alerts": {"platform": "PanneauPocket"},
    }),
    ("une actualité abandonnée", "vie_pratique", {"news": ("partial", {"last": "2023-03-01"}), "alerts": "absent", "newcomers": "absent"}),
    ("le cadastre manque, l'urbanisme est là", "vie_pratique", {
        "land_registry": "absent", "urban_planning": {"rubric": "Logement, urbanisme", "history": 1, "projects": 1, "documents": 1, "glossary": 1},
        "online_map": "absent", "service_public": "absent",
    }),
    ("l'urbanisme en ligne", "vie_pratique", {
        "urban_planning": {"rubric": "Urbanisme", "documents": 1}, "land_registry": {}, "planning_permits": {"platform": "GNAU"},
        "online_map": {"platform": "uMap"},
    }),
    ("quatre liens morts", "vie_pratique", {
        "online_payment": "inactive", "civil_status": "inactive", "planning_permits": "inactive", "waste": "inactive", "risk_information": {},
    }),
    ("presque rien", "vie_pratique", {"contact_details": {}, "online_payment": "absent", "news": "absent", "waste": "absent", "traffic": "absent", "cycling": "absent"}),
    ("ce qui n'a pas pu être jugé", "vie_pratique", {"news": {"last": "2026-10-01"}, "waste": "undetermined", "traffic": "undetermined", "alerts": "undetermined"}),
    ("un patrimoine illustré", "vie_culturelle", {
        "heritage": {"photos": 24, "videos": 3}, "tourist_office": {}, "heritage_links": {"names": "Vauban, Unesco"},
    }),
    ("une seule photographie", "vie_culturelle", {"heritage": {"photos": 1}, "tourist_office": "absent"}),
    ("la culture et les livres", "vie_culturelle", {
        "cultural_life": {"rubric": "Culture"}, "events": {}, "library": {"name": "La Passerelle", "catalogue": 1}, "sports": {},
    }),
    ("l'école de bout en bout", "vie_culturelle", {
        "schools": {"links": 1}, "childcare": {}, "school_meals": {}, "tutoring": {}, "school_enrolment": {"platform": "Espace Citoyens"},
    }),
    ("l'inscription sur papier", "vie_culturelle", {"schools": {}, "school_enrolment": "partial", "tutoring": "absent"}),
    ("des comptes rendus oubliés", "vie_culturelle", {"council_minutes": ("partial", {"last": "2024-05-16"}), "grants": {"rubric": "Subventions"}}),
    ("s'informer", "vie_privee", {"magazine": {"name": "BV", "file": 1}, "newsletter": {}, "rss": {}, "social_networks": {"networks": "Facebook"}}),
    ("sans lettre d'information", "vie_privee", {"newsletter": "absent", "rss": {}, "magazine": "absent", "social_networks": {"networks": "Facebook, Instagram"}, "mobile_app": {"platform": "Illiwap"}}),
    ("l'intercommunalité par son nom", "vie_privee", {
        "intercommunality": {"name": "Communauté de Communes du Pays Vert", "rubric": "Intercommunalité"},
        "associations_directory": {"search": 1, "links": 1},
    }),
    ("le nom de l'intercommunalité est celui de la rubrique", "vie_privee", {"intercommunality": {"name": "Vallée Métropole", "rubric": "Vallée Métropole"}, "health": {}, "disability": {}}),
    ("un conseil ouvert", "vie_politique", {
        "elected_team": {"count": 29, "delegations": 9}, "council_video": {"mode": "both", "platform": "YouTube"}, "council_agenda": {}, "opposition": {},
    }),
    ("le débat manque, le dialogue est là", "vie_politique", {"online_debate": "absent", "ask_the_mayor": {"form": "formulaire"}, "participation": "absent", "petition_sve": {}}),
    ("la transparence", "vie_politique", {"public_acts": {"last": "2026-10-12"}, "budget": {}, "open_data": {"platform": "data.gouv.fr"}}),
    ("l'environnement mesuré", "vie_politique", {
        "sustainability": {"rubric": "Développement durable", "name": "Agenda 21"},
        "environmental_data": {"kinds": "la qualité de l'air, les pollens, le niveau du Doubs"},
    }),
    ("une plateforme disparue", "vie_professionnelle", {
        "job_offers": {}, "job_seekers_help": {"names": "France Travail, mission locale"}, "business_support": {"name": "la technopole Optima"},
        "public_tenders": ("inactive", {"rubric": "Marchés publics", "archives": 1, "words": "Accéder à la plateforme 2009 (retrait des dossiers et dépôt des offres en ligne)"}),
    }),
    ("le commerce seul", "vie_professionnelle", {"job_offers": "absent", "job_seekers_help": {}, "markets": {}, "business_directory": {"rubric": "Commerces et artisans"}, "public_tenders": "absent"}),
    ("des villes amies", "gouvernance", {"twinning": {"towns": "Fribourg-en-Brisgau, Kuopio", "sites": 1}, "digital_policy": {"rubric": "La ville numérique"}, "label_villes_internet": {"last": "2022-01-01"}}),
)  # fmt: skip


def _finding(check: str, told: Any) -> Finding:
    verdict, facts = (told, {}) if isinstance(told, str) else told if isinstance(told, tuple) else ("present", told)
    words = facts.get("words", "Payer ma facture")
    return found(check, verdict, *([seen(words)] if verdict == "inactive" else []), **facts)


def paragraphs() -> str:
    """The thirty cases with what is told of them."""
    lines = []
    for number, (title, rubric, told) in enumerate(CASES, 1):
        sections = assessed([_finding(check, facts) for check, facts in told.items()]).sections
        place, section = next((n, s) for n, s in enumerate(sections) if s.category.name == rubric)
        text = draft_text(Draft((DraftSection(f"{number}. {title}", Writer(section, SEEN, place).write()),)))
        lines.append(text)
    return "\n\n".join(lines)
