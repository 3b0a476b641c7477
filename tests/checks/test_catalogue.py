"""The catalogue refuses clashes and broken plugins at start, and names who brought them."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from importlib.resources import files
from pathlib import Path

import pytest

from checks.catalogue import BadPlugin, Catalogue, built_in, catalogue, of_plugin
from checks.check import BadCheck, Check
from checks.edition import deciding
from checks.signs import link
from checks.text.folding import fold


@pytest.fixture
def plugins(tmp_path: Path) -> Iterator[Path]:
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))


def test_built_in_checks_have_the_name_of_their_file() -> None:
    ids = [c.id for c in built_in()]
    assert len(ids) == len(set(ids)) > 10


def test_no_sign_looks_for_a_single_letter() -> None:
    """`*("word")` in a list of phrases is the letters of the word."""
    short = {(c.id, phrase) for c in built_in() for sign in c.signs for phrase in sign.phrases if len(fold(phrase).strip()) < 2}
    assert not short
    assert not {c.id for c in built_in() for sign in c.signs for phrase in sign.unless.folded if not phrase.strip()}


def test_no_phrase_reads_as_more_than_it_says() -> None:
    """Small words are dropped: « les jeunes de » is every « jeune »."""
    for check in catalogue().checks.values():
        for sign in check.signs:
            for phrase in sign.phrases:
                words = re.findall(r"\w+", phrase)
                assert len(words) == 1 or fold(words[-1]).strip(), (check.id, phrase)


def test_no_list_of_names_says_a_phrase_twice() -> None:
    """A list to which several hands add is a list still."""
    # On a path « =stade » and « stade » are the same.
    named = [(c.id, sign.kind, Counter(sign.phrases)) for c in built_in() for sign in c.signs if sign.kind != "path"]
    assert [(*where, name) for *where, names in named for name, times in names.items() if times > 1] == []


def test_a_clash_of_ids_names_both_origins() -> None:
    one = Check("newsletter", title="A", signs=[link("a")], origin="arobase")
    other = Check("newsletter", title="B", signs=[link("b")], origin="acme-communes")
    with pytest.raises(BadPlugin, match=r"newsletter.*arobase.*acme-communes"):
        Catalogue([one, other])


def test_a_former_id_is_taken_too() -> None:
    one = Check("rss", title="A", signs=[link("a")], formerly=("feeds",))
    with pytest.raises(BadPlugin, match="feeds"):
        Catalogue([one, Check("feeds", title="B", signs=[link("b")])])


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("raise RuntimeError('no')", "cannot be loaded"),
        ("import nothing_of_that_name", "cannot be loaded"),
        ("x = 1", "holds no check"),
    ],
)
def test_a_broken_plugin_is_refused_and_named(plugins: Path, source: str, message: str) -> None:
    name = f"broken_{abs(hash(source))}"
    (plugins / f"{name}.py").write_text(source, encoding="utf-8")
    with pytest.raises(BadPlugin, match=rf"acme.*{message}|{message}"):
        of_plugin(EntryPoint("acme", name, "arobase.checks"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"id": "No Id", "title": "T", "signs": [link("a")]}, "no check id"),
        ({"id": "a", "title": "", "signs": [link("a")]}, "no title"),
        ({"id": "a", "title": "T"}, "looks for nothing"),
    ],
)
def test_a_check_that_is_declared_wrongly(words: dict[str, object], message: str) -> None:
    with pytest.raises(BadCheck, match=message):
        Check(**words)  # type: ignore[arg-type]


def test_the_digest_changes_with_a_rule() -> None:
    one = Catalogue([Check("a", title="T", signs=[link("a")])])
    assert one.digest == Catalogue([Check("a", title="T", signs=[link("a")])]).digest
    assert one.digest != Catalogue([Check("a", title="T", signs=[link("b")])]).digest


def test_the_digest_is_the_same_in_every_process() -> None:
    ask = "from checks.catalogue import catalogue; print(catalogue().digest)"
    told = {
        subprocess.run(
            [sys.executable, "-c", ask], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{catalogue().digest}\n".encode()}


def test_every_file_of_rules_and_of_data_is_in_the_digest() -> None:
    checks = Path(str(files("checks")))
    rules = {file.relative_to(checks).as_posix() for kind in ("py", "toml", "gz") for file in checks.rglob(f"*.{kind}")}
    assert rules == {name for name, _ in deciding(files("checks"))}
    assert {"wordings/news.py", "communes/settle.py", "communes_data/communes.tsv.gz", "fingerprints_data/alerts.toml"} <= rules
