"""The screens of one review: the draft beside its proofs, what is decided, the signature."""

from secrets import token_hex

from starlette.responses import Response

from audit.desk.bench import Item, lay
from audit.desk.book import Overtaken, Step
from audit.desk.call import Call, Missing, to
from audit.desk.screens.papers import formats
from audit.desk.screens.proof import Panel, panel
from reports.render.pictures.coverage import by_rubric
from reports.render.pictures.picture import Picture
from reports.render.tree import shown
from reports.report import Report
from reports.review import ADDED, apply

LEVELS = range(6)
_SAID = {
    "keep": "Gardée",
    "edit": "Modifiée",
    "drop": "Écartée",
    "add": "Ajoutée",
    "comment": "Commentée",
    "undo": "Décision annulée",
}
_SAID |= {"level": "Nombre d’@ proposé", "sign": "Signé", "reopen": "Rouvert"}


def audit(call: Call) -> Response:
    """The draft; with `s` the chosen sentence and its proofs, with `p` the number of the proof."""
    report, state = call.opened()
    bench = lay(report, state, call.desk.book.former(state, report))
    chosen = bench.items.get(call.query.get("s", ""))
    return call.page(
        "audit.html",
        audit=call.audit,
        report=report,
        state=state,
        bench=bench,
        chosen=chosen,
        beside=bench.beside(chosen.key) if chosen else (None, None),
        onward=bench.next(chosen.key if chosen else ""),
        panel=_panel(call, report, chosen),
        overview=_overview(report) if not chosen else None,
        titles=[part.title for part in bench.parts if part.kind != "header"],
        adding="add" in call.query,
        picture="picture" in call.query,
        told=call.query.get("told", ""),
        said=_SAID,
    )


def _overview(report: Report) -> Picture | None:
    scores = [(shown(s.title), s.score) for s in report.draft.sections if s.kind == "rubric" and any(s.score.values())]
    return by_rubric(scores) if scores else None


def _panel(call: Call, report: Report, chosen: Item | None) -> Panel | None:
    said = call.query.get("p", "")
    return panel(call, report, chosen.sentence, int(said) if said.isdecimal() and len(said) < 4 else 1) if chosen else None


def decide(call: Call) -> Response:
    """`do`: keep, edit, drop or comment. A sentence kept in other words than it had is edited."""
    report, state = call.opened()
    bench = lay(report, state, {})
    item = bench.items.get(call.form.get("key", ""))
    if item is None:
        raise Missing("Cette phrase")
    do, text = call.form.get("do", ""), " ".join(call.field("text").split())
    section = call.field("section", 200)
    if do == "keep" and text and text != " ".join(item.sentence.text.split()):
        do = "edit"
    if do not in ("keep", "edit", "drop", "comment") or (do == "edit" and not text):
        return _back(call, item.key, "Rien n’a été enregistré : la phrase est vide.")
    comment = call.field("comment", 2000)
    if do == "comment" and not comment:
        return _back(call, item.key, "Rien n’a été enregistré : le commentaire est vide.")
    step = Step(
        action=do,
        key=item.key,
        text=text if do == "edit" else item.sentence.text if do == "keep" else "",
        comment=comment,
        section=section if section not in ("", item.section) and do in ("keep", "edit") else "",
        fingerprint=item.fingerprint,
        by=call.name,
    )
    try:
        call.desk.book.write(call.audit, [step], None if do == "comment" else call.number("seen") or 0)
    except Overtaken as overtaken:
        return _merge(call, item, step, overtaken)
    if do == "comment":
        return _back(call, item.key, "Le commentaire est enregistré.")
    after = lay(report, call.desk.book.open(call.audit, report), {})
    onward = after.next(item.key)
    return _back(call, onward.key if onward else item.key, "" if onward else "Tout est décidé : il reste à signer.")


def _merge(call: Call, item: Item, mine: Step, overtaken: Overtaken) -> Response:
    """Both versions side by side; whichever is taken is a new step that has seen the other's."""
    return call.page(
        "merge.html",
        409,
        audit=call.audit,
        item=item,
        mine=mine,
        theirs=overtaken.theirs,
        latest=overtaken.theirs[-1],
        said=_SAID,
    )


def add(call: Call) -> Response:
    """A sentence of one's own, in a section of the draft."""
    report, _ = call.opened()
    text, section = " ".join(call.field("text").split()), call.field("section", 200)
    if not text or section not in {s.title for s in report.draft.sections}:
        return to(f"/audits/{call.audit}", add="", told="Rien n’a été ajouté : une phrase et une rubrique sont attendues.")
    key = f"{ADDED}{token_hex(6)}"
    step = Step("add", key, text, call.field("comment", 2000), section, by=call.name)
    call.desk.book.write(call.audit, [step])
    return _back(call, key, "La phrase est ajoutée.")


def undo(call: Call) -> Response:
    undone = call.desk.book.undo(call.audit, call.name)
    if undone is None:
        return _back(call, call.field("key", 500), "Il n’y a rien à annuler.")
    gone = undone.action == "add"
    return _back(call, "" if gone else undone.key, "La dernière décision est annulée.")


def read(call: Call) -> Response:
    """The text as it would be published, the number of @, and the signature."""
    report, state = call.opened()
    bench = lay(report, state, {})
    return call.page(
        "read.html",
        audit=call.audit,
        report=report,
        state=state,
        sections=apply(report.draft.sections, state.decisions),
        unanswered=len(bench.questions),
        levels=LEVELS,
        history=sorted(report.participations.items()),
        formats=formats(),
        told=call.query.get("told", ""),
    )


def level(call: Call) -> Response:
    call.desk.book.propose(call.audit, call.name, _level(call))
    return to(f"/audits/{call.audit}/read", told="La proposition est enregistrée.")


def sign(call: Call) -> Response:
    _, state = call.opened()
    if state.left and call.form.get("anyway") != "yes":
        return to(f"/audits/{call.audit}/read", told="Rien n’est signé : des phrases restent à décider.")
    try:
        call.desk.book.sign(call.audit, call.name, _level(call), call.number("version") or 0)
    except Overtaken as overtaken:
        return call.page("overtaken.html", 409, audit=call.audit, theirs=overtaken.theirs, said=_SAID)
    return to(f"/audits/{call.audit}/read", told="L’évaluation est signée.")


def reopen(call: Call) -> Response:
    call.opened()
    call.desk.book.reopen(call.audit, call.name)
    return to(f"/audits/{call.audit}", told="L’évaluation est rouverte.")


def journal(call: Call) -> Response:
    """Everything that was done, newest first."""
    report, state = call.opened()
    texts = {s.key: s.text for section in report.draft.sections for s in section.sentences}
    undone = {step.undoes for step in state.steps if step.undoes}
    return call.page(
        "journal.html",
        audit=call.audit,
        report=report,
        state=state,
        steps=state.steps[::-1],
        texts=texts,
        undone=undone,
        said=_SAID,
    )


def _level(call: Call) -> int | None:
    said = call.number("level")
    return said if said in LEVELS else None


def _back(call: Call, key: str, told: str = "") -> Response:
    query = {name: value for name, value in (("s", key), ("told", told)) if value}
    return to(f"/audits/{call.audit}", **query)
