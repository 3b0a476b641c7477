"""The draft as plain text, as its golden texts are read aloud: what would be published, then what is to be verified."""

from reports.draft import Draft, DraftSection
from reports.render import words
from reports.render.layout import paragraphs, questions
from reports.report import DraftRecord, Report, SectionRecord


def text(report: Report, *, with_questions: bool = True) -> str:
    """Paragraphs parted by empty lines; questions under « À vérifier », suggestions in brackets."""
    told = draft_text(report.draft, with_questions=with_questions)
    head = next((s for s in report.draft.sections if s.kind == "header"), None)
    if head and any(s.key == "header:site" for s in head.sentences):
        return told
    return f"{words.host(report.url)}\n\n{told}"


def draft_text(draft: Draft | DraftRecord, *, with_questions: bool = True) -> str:
    """The text of a draft, reviewed or not."""
    lines: list[str] = []
    for section in draft.sections:
        lines += _section(section, with_questions)
    return "\n".join(lines).strip() + "\n"


def _section(section: DraftSection | SectionRecord, with_questions: bool) -> list[str]:
    if section.kind == "header":
        head = [s.text for s in section.sentences]
        address = head.pop(0) if section.sentences and section.sentences[0].key == "header:site" else ""
        return [line for line in (address, "" if address else None, section.title, "", *head) if line is not None] + [""]
    lines = ["", section.title, ""]
    for paragraph in paragraphs(section):
        told = " ".join(
            s.text + (f" [Suggestion\u00a0: {s.suggestion}]" if s.suggestion and with_questions else "") for s in paragraph
        )
        lines += [f"- {told}"] if section.kind == "list" and "@" not in told and not told[:4].isdigit() else [told]
        lines += [""] if section.kind != "list" else []
    asked = questions(section) if with_questions else []
    if asked:
        lines += ["À vérifier", "", *(f"- {s.text}" for s in asked), ""]
    return lines
