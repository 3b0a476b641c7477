"""Papers: the files of a report, in the formats that were asked for."""

from collections.abc import Sequence
from pathlib import Path

from audit.links import NAME, Sheet
from reports.render.formats import FORMATS, Format
from reports.report import Report

USUAL = ("json", "md", "html")
"""What every audit writes."""
_STEMS = {"json": "audit", "csv": "findings", "xlsx": "findings"}


def chosen(names: str) -> list[Format]:
    """« label,pdf » as formats, each once; raises KeyError with the name that is none."""
    return [FORMATS[name] for name in dict.fromkeys(name.strip().lower() for name in names.split(",")) if name]


def write(report: Report, out: Path, links: Sheet | None = None, formats: Sequence[Format] = ()) -> tuple[Path, ...]:
    """The files in the folder: `audit.json`, `draft.md` …, and `links.csv` when the walk was just made. All or none.

    Raises MissingExtra before anything is written.
    """
    record = report.to_json()
    made = {file_of(f): f.render(record) for f in formats or [FORMATS[name] for name in USUAL]}
    out.mkdir(parents=True, exist_ok=True)
    for name, body in made.items():
        (out / name).write_bytes(body)
    if links is not None:
        links.save(out / NAME)
    return tuple(out / name for name in made)


def file_of(kind: Format) -> str:
    """« draft.pdf », « findings.csv », « audit.json »."""
    return f"{_STEMS.get(kind.name, 'draft')}{kind.suffix}"
