"""The evaluation of 2010, given as findings: every fact it tells is told again, in its rubric and with the names of things."""

from datetime import date
from typing import Any

import pytest

from checks.finding import Coverage, Finding
from tests.reports.making import drafted, found, seen
from tests.reports.plain import draft_text

RUBRICS = {
    "Vie pratique / Vie quotidienne": "online_procedures services_directory social_services public_internet traffic public_transport cycling carpooling roadworks newcomers news service_public=absent online_map=absent land_registry=absent urban_planning",
    "Vie culturelle / Vie éducative": "council_minutes grants heritage tourist_office cultural_life heritage_links schools school_enrolment tutoring",
    "Vie privée / Vie sociale": "magazine newsletter rss intercommunality associations_directory",
    "Vie politique / Vie citoyenne": "elected_team council_video online_debate=absent ask_the_mayor sustainability environmental_data",
    "Vie professionnelle / Vie économique": "job_offers job_seekers_help business_support public_tenders=inactive",
    "Organisation / Gouvernance": "twinning",
}
FACTS: dict[str, dict[str, Any]] = {
    "social_services": {"name": "proxim social"},
    "newcomers": {"rubric": "Mairie, formalités et démarches"},
    "urban_planning": {"rubric": "Logement, urbanisme", "documents": 1, "projects": 1, "glossary": 1},
    "heritage": {"photos": 24, "videos": 3},
    "cultural_life": {"rubric": "Culture"},
    "heritage_links": {"names": "Vauban, Unesco"},
    "schools": {"links": 1},
    "magazine": {"name": "BV", "file": 1},
    "intercommunality": {"rubric": "Grand Besançon", "projects": 1},
    "grants": {"rubrics": "Sport et loisirs, Economie", "projects": 1},
    "news": {"national": 1, "topics": "Grippe A, Loi handicap"},
    "associations_directory": {"search": 1, "links": 1},
    "council_video": {"mode": "replay"},
    "sustainability": {"rubric": "Développement durable"},
    "environmental_data": {"kinds": "la qualité de l'air, les pollens, le niveau du Doubs"},
    "business_support": {"name": "le Technopole"},
    "public_tenders": {"rubric": "Marchés publics", "archives": 1, "words": "Plateforme 2009"},
    "twinning": {"sites": 1},
}
AT_THE_TIME = Coverage(date(2010, 6, 1), pages=142, complete=True)
YEARS = {1994: "Le Réseau Lumière, en fibres optiques", 1999: "1999 - Besançon.clic dans les écoles", 2007: "Le prix européen."}


def findings() -> list[Finding]:
    policy = [seen(words, year=year) for year, words in YEARS.items()]
    named = seen("La Fête du Libre revient", year=2009, initiative="Fête du Libre")
    return [
        found("identity"),
        *(
            found(check, verdict or "present", **FACTS.get(check, {}))
            for told in RUBRICS.values()
            for check, _, verdict in (word.partition("=") for word in told.split())
        ),
        found("digital_policy", "present", *policy, named, rubric="Besançon numérique"),
    ]


@pytest.mark.parametrize("rubric", RUBRICS)
def test_every_statement_is_told_in_its_rubric(rubric: str) -> None:
    section = next(s for s in drafted(findings(), AT_THE_TIME).sections if s.title == rubric)
    told = {check for sentence in section.sentences if not sentence.ask for check in sentence.findings}
    assert {word.partition("=")[0] for word in RUBRICS[rubric].split()} <= told


@pytest.mark.parametrize(
    "words",
    [
        "« proxim social »",
        "il fait aussi mention des travaux sur les voies publiques",
        "dans la rubrique « Mairie, formalités et démarches »",
        "Manquent toutefois quelques liens vers le site du service public ainsi qu’un système d’information cartographique",
        "Il n’est pas possible d’accéder au cadastre en ligne. Cependant, la rubrique « Logement, urbanisme » présente",
        "illustrée de 24 photos et de 3 vidéos",
        "[Suggestion : « richement illustrée de photos et de vidéos » (24 photos et 3 vidéos)]",
        "Un lien vers l’office de tourisme est également disponible pour plus d’informations.",
        "(Vauban et Unesco)",
        "avec un lien vers leur site lorsqu’il existe",
        "télécharger le magazine municipal « BV », de s’inscrire à la lettre d’information et de s’abonner au flux RSS",
        "La rubrique « Grand Besançon » fait état des projets",
        "Un formulaire de recherche permet de trouver rapidement les coordonnées d’une association",
        "Bien qu’il n’y ait pas de débat en ligne sur les thèmes politiques ou citoyens, le site propose de poser des questions",
        "communique également sur la qualité de l’air, les pollens et le niveau du Doubs",
        "(notamment au travers du Technopole)",
        "La rubrique « Marchés publics » propose la consultation d’archives et un lien (malheureusement inactif) vers",
        "propose d’aller visiter les sites des villes jumelées",
        "La rubrique « Besançon numérique » retrace l’action de la commune en matière de numérique, de 1994 à 2007.",
        "En 1999 : « Besançon.clic dans les écoles ».",
        "Les rubriques « Sport et loisirs » et « Economie » proposent des aides et des subventions pour les nouveaux projets.",
        "la couple avec l’actualité nationale (par exemple « Grippe A » et « Loi handicap »)",
        "- Fête du Libre",
    ],
)
def test_things_are_called_by_their_names(words: str) -> None:
    plain = draft_text(drafted(findings(), AT_THE_TIME)).replace("\u00a0", " ").replace("\u202f", " ")
    assert words in plain


def test_each_milestone_rests_on_its_own_proof() -> None:
    focus = next(s for s in drafted(findings(), AT_THE_TIME).sections if s.kind == "focus")
    assert [s.proofs for s in focus.sentences] == [(0, 1, 2), (0,), (1,), (2,)]
