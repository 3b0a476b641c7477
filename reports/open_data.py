"""Open data: the two tables that an export holds, what each of their columns is in French, and the package that says so. Pure.

`communes`: a row a commune, a column a feature. `constats`: a row a finding and proof. The description is a Frictionless Data
Package (datapackage.json).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from checks.check import Check
from reports.observed import VERDICTS, Observed

Value = str | int | bool | date | None
FORMATS = {"csv": "text/csv", "jsonl": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}
LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
}
TRUSTS = ("hint", "likely", "sure")


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: string, integer, boolean or date. `words`: the only values there are, where they are few."""

    name: str
    kind: str
    title: str
    about: str
    words: tuple[str, ...] = ()
    required: bool = False


COMMUNE = (
    Column(
        "insee",
        "string",
        "Code INSEE",
        "Code officiel de la commune ; vide quand le site n'a pas pu être rattaché à une commune.",
    ),
    Column("commune", "string", "Nom de la commune", "Tel que le site ou la table officielle le donne."),
    Column("departement", "string", "Code du département", "Deux ou trois caractères : 25, 2A, 974."),
    Column("departement_nom", "string", "Nom du département", "En toutes lettres."),
    Column("population", "integer", "Population municipale", "Nombre d'habitants connu au jour de l'audit."),
    Column("site", "string", "Adresse du site", "Page d'accueil qui a été lue.", required=True),
    Column("lu_le", "date", "Date de l'audit", "Jour auquel la fraîcheur des contenus est jugée.", required=True),
    Column("pages", "integer", "Pages lues", "Nombre de pages lues pendant le parcours du site.", required=True),
    Column(
        "parcours_complet",
        "boolean",
        "Parcours complet",
        "Vrai quand le parcours suffit pour dire ce qui est absent.",
        required=True,
    ),
    Column(
        "site_de_commune",
        "boolean",
        "Site de commune",
        "Faux quand le site n'a pas l'air d'être celui d'une commune.",
        required=True,
    ),
)
CONSTAT = (
    Column("critere", "string", "Critère", "Identifiant du critère ; c'est aussi le nom de sa colonne dans la table « communes ».", required=True),
    Column("constat", "string", "Constat", "Ce qui a été conclu de la lecture du site.", VERDICTS, required=True),
    Column("certitude", "string", "Certitude", "Force de la preuve : hint (indice faible), likely (indice sérieux), sure (preuve sûre).", TRUSTS, required=True),
    Column("pages_vues", "integer", "Pages concernées", "Nombre de pages où le critère a été vu.", required=True),
    Column("preuve", "integer", "Numéro de la preuve", "De 1 à 5 pour chaque constat ; vide quand il n'y en a pas."),
    Column("adresse", "string", "Adresse de la preuve", "Page où la preuve a été vue."),
    Column("extrait", "string", "Extrait", "Mots de la page ; une apostrophe précède ce qu'un tableur prendrait pour une formule (CSV seulement)."),
    Column("cible", "string", "Cible", "Adresse à laquelle mène le lien, s'il s'agit d'un lien."),
    Column("repere", "string", "Repère", "Sélecteur CSS de l'endroit de la page."),
    Column("vu_le", "string", "Moment de la lecture", "Date et heure, ISO 8601."),
    Column("empreinte", "string", "Empreinte", "Condensé du contenu de la page tel qu'il a été lu."),
)  # fmt: skip
VERDICT = (
    "present (présent), partial (là, mais pas utilisable en ligne), inactive (annoncé, et sa cible ne répond plus), "
    "absent (cherché partout, et pas trouvé), undetermined (n'a pas pu être tranché)."
)


def commune_columns(checks: Iterable[Check]) -> tuple[Column, ...]:
    """The columns of `communes`: those of the commune, then one a check, as the catalogue tells it."""
    return COMMUNE + tuple(Column(c.id, "string", c.title, f"{c.counts} {VERDICT}".strip(), VERDICTS) for c in checks)


def constat_columns() -> tuple[Column, ...]:
    return (COMMUNE[0], COMMUNE[1], COMMUNE[5], COMMUNE[6], *CONSTAT)


def commune_row(seen: Observed, checks: Sequence[str]) -> tuple[Value, ...]:
    """The row of one commune; a check that its audit did not know is empty."""
    verdicts = {f.check: f.verdict for f in seen.findings}
    about = (seen.insee, seen.name, seen.code, seen.department, seen.population, seen.url, seen.as_of, seen.pages)
    return (*about, seen.complete, seen.official, *(verdicts.get(check) for check in checks))


def constat_rows(seen: Observed) -> Iterator[tuple[Value, ...]]:
    """A row for each proof of each finding; a finding without proof has one row."""
    about = (seen.insee, seen.name, seen.url, seen.as_of)
    for found in seen.findings:
        said = (*about, found.check, found.verdict, found.trust, found.pages)
        for number, p in enumerate(found.proofs, 1):
            yield (*said, number, p.url, p.excerpt, p.target, p.selector, p.fetched_at, p.digest)
        if not found.proofs:
            yield (*said, None, None, None, None, None, None, None)


def package(checks: Sequence[Check], form: str, made: date, tables: Sequence[str] = ("communes", "constats")) -> dict[str, Any]:
    """The content of datapackage.json for tables of one format."""
    told = {
        "communes": (
            "Les communes",
            "Une ligne par commune : son dernier audit ; une colonne par critère.",
            commune_columns(checks),
        ),
        "constats": (
            "Les constats et leurs preuves",
            "Une ligne par preuve de chaque constat du dernier audit.",
            constat_columns(),
        ),
    }
    return {
        "profile": "data-package",
        "name": "arobase-communes",
        "title": "Ce qu'offrent les sites des communes de France",
        "description": "Constats d'arobase sur les sites des communes : chacun vient d'une lecture polie du site, preuve à l'appui. "
        "« undetermined » n'est pas une absence : le site n'a pas pu être lu assez pour le dire.",
        "created": f"{made.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "resources": [_resource(name, form, *told[name]) for name in tables],
    }


def _resource(name: str, form: str, title: str, about: str, columns: Sequence[Column]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "name": name,
        "path": f"{name}.{form}",
        "title": title,
        "description": about,
        "format": form,
        "mediatype": FORMATS[form],
    }
    if form != "parquet":
        resource["encoding"] = "utf-8"
    if form == "csv":
        resource["dialect"] = {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return resource | {"schema": {"fields": [_field(column) for column in columns], "missingValues": [""]}}


def _field(column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        rules["enum"] = list(column.words)
    field = {"name": column.name, "type": column.kind, "title": column.title, "description": column.about}
    return field | ({"constraints": rules} if rules else {})
