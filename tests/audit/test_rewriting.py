"""`arobase report` writes what the reviewers made of the draft; the draft itself is one option away."""

from pathlib import Path

from typer.testing import CliRunner

from audit.cli import app
from audit.desk.book import Book, Step
from audit.store import Store
from reports.report import Report
from tests.audit.desk.asking import kept


def text(where: str, out: Path, *options: str) -> str:
    told = CliRunner().invoke(app, ["report", "1", "--store", where, "--out", str(out), "--format", "label", *options])
    assert told.exit_code == 0, told.output
    (file,) = out.iterdir()
    return file.read_text(encoding="utf-8")


def test_a_reviewed_text_is_what_is_written(where: str, tmp_path: Path) -> None:
    with Store(where) as store:
        number = kept(store)
        report = Report.from_json(store.report(number))
        sentence = next(s for section in report.draft.sections for s in section.sentences if s.key.startswith("vie_privee"))
        drafted = text(where, tmp_path / "drafted")
        assert sentence.text in drafted

        book = Book(store.engine)
        state = book.open(number, report)
        book.write(number, [Step("edit", sentence.key, "Le bulletin paraît chaque mois.", by="Ada")])
        reviewed = text(where, tmp_path / "reviewed")
        assert "Le bulletin paraît chaque mois." in reviewed
        assert sentence.text not in reviewed
        assert text(where, tmp_path / "as-drafted", "--as-drafted") == drafted

        for key in [s.key for section in report.draft.sections for s in section.sentences if s.key != sentence.key]:
            book.write(number, [Step("keep", key, by="Ada")])
        state = book.open(number, report)
        book.sign(number, "Ada", 3, state.version)
        assert "Ada" in text(where, tmp_path / "signed")
