"""Words of the report that no finding makes: verdicts, trusts, outcomes, what was looked at. Pure."""

import re
from datetime import date

from reports import french
from reports.phrases import clean
from reports.render.links import DEAD
from reports.render.walked import walked
from reports.report import Report

VERDICTS = {"present": "présent", "partial": "partiel", "inactive": "inactif", "absent": "absent", "undetermined": "à vérifier"}
TRUSTS = {"sure": "preuve sûre", "likely": "indice sérieux", "hint": "indice faible"}


STANDINGS = {
    "met": "satisfaite",
    "partly": "satisfaite en partie",
    "unmet": "non satisfaite",
    "untold": "à vérifier",
    "unjudged": "non jugée",
    "outside": "ne s’impose pas",
}


def standing(word: str) -> str:
    """What can be said of an obligation."""
    return STANDINGS.get(word, clean(word))


def reference(text: str) -> str:
    """A reference of law whose letters and figures stay on one line; a dash for none."""
    return re.sub(r"(\bart\.|\b[LRD]\.|n°) ", rf"\1{french.NBSP}", french.typeset(text)) or "–"


def verdict(word: str) -> str:
    return VERDICTS.get(word, word)


def trust(word: str) -> str:
    return TRUSTS.get(word, word)


def outcome(word: str) -> str:
    """What became of a broken link."""
    return french.typeset(DEAD.get(word, word))


def on_day(stamp: str) -> str:
    """« 14 novembre 2026 » of an ISO 8601 stamp; what is no date is given back."""
    try:
        return french.day(date.fromisoformat(stamp[:10]))
    except ValueError:
        return stamp


def signed(report: Report) -> str:
    """What the report is, last of all: a draft, or a person's text."""
    if report.signed_by:
        signed_on = f" le {on_day(report.signed_at)}" if report.signed_at else ""
        return french.typeset(
            f"Texte relu et signé par {clean(report.signed_by)}{signed_on} ; le nombre d'arobases relève du seul jury."
        )
    made = f" le {on_day(report.made_at)}" if report.made_at else ""
    return french.typeset(
        f"Projet de texte établi par arobase{made} d'après la grille « {report.label} ». Il est à relire, à corriger et à signer "
        "par une personne ; le nombre d'arobases relève du seul jury."
    )


UNKNOWN = french.typeset(
    "Aucun critère n'a reconnu ces rubriques du menu ; un service peut s'y trouver sous un autre nom, à vérifier avant de dire qu'il manque :"
)


def coverage_told(report: Report) -> list[str]:
    """What was looked at and what was not, in sentences."""
    seen = report.coverage
    lines = [
        f"{french.count(seen.pages, 'page a été lue', 'pages ont été lues')} ; la fraîcheur est jugée au {french.day(seen.as_of)}."
    ]
    if seen.about_pages > seen.pages:
        lines.append(f"Le plan que le site donne aux robots en annonce environ {french.figure(seen.about_pages)}.")
    for number, one, many in (
        (seen.rendered, "page a été affichée par un navigateur.", "pages ont été affichées par un navigateur."),
        (
            seen.refused,
            "adresse a été refusée par le site ou par son robots.txt.",
            "adresses ont été refusées par le site ou par son robots.txt.",
        ),
        (seen.failed, "adresse n'a pas répondu.", "adresses n'ont pas répondu."),
        (seen.pending, "adresse connue n'a pas été visitée.", "adresses connues n'ont pas été visitées."),
    ):
        if number:
            lines.append(french.count(number, one, many))
    lines += walked(seen)
    if seen.pages and seen.complete:
        lines.append("Le parcours est assez complet pour dire ce qui est absent.")
    elif seen.pages:
        lines.append("Le parcours n'est pas assez complet pour dire ce qui est absent : ce qui n'a pas été vu reste à vérifier.")
    if seen.faults:
        what = french.count(len(seen.faults), "incident d'analyse a été relevé", "incidents d'analyse ont été relevés")
        lines.append(f"{what} ; les critères touchés restent à vérifier.")
    return [french.typeset(line) for line in lines]


def host(url: str) -> str:
    """« www.besancon.fr » of a home page; the address of any other page stays whole."""
    found = re.fullmatch(r"https?://([^/?#@]+)/?", url)
    return found.group(1) if found else clean(url)
