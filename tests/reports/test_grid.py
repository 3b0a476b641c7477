"""Grids: ours is whole, others are laid over it or stand alone, and what is wrong is told with its file, key and expectation."""

from pathlib import Path

import pytest

from checks.catalogue import catalogue
from reports.assess import assess
from reports.draft import draft
from reports.grid import BadGrid, load_grid, load_grids, read_grid
from tests.reports.making import SEEN, found

RUBRIC = 'title = "Vie privée"\n[[line]]\ncheck = "newsletter"\nlack = "une lettre"\n'


def folder(at: Path, **files: str) -> Path:
    for name, text in files.items():
        (at / f"{name}.toml").write_text(text, encoding="utf-8")
    return at


def test_every_line_can_tell_every_verdict() -> None:
    for category in load_grid().categories:
        for line in category.lines:
            assert line.said or line.thing or line.offer, line.check
            assert line.partial, line.check
            assert line.inactive, line.check


def test_our_grid_tells_the_whole_catalogue() -> None:
    assert {line.check for c in load_grid().categories for line in c.lines} == set(catalogue().checks)


def test_folder_laid_over_ours_replaces_and_adds_by_check(tmp_path: Path) -> None:
    over = folder(
        tmp_path,
        vie_privee='[[line]]\ncheck = "newsletter"\nweight = 3\nlack = "une lettre hebdomadaire"\n'
        '[[line]]\ncheck = "podcast"\noffer = "écouter le podcast"\nlack = "un podcast"\n',
    )
    grid = load_grids([over])
    ours = load_grid()
    newsletter, podcast = grid.line_of("newsletter"), grid.line_of("podcast")
    assert newsletter is not None
    assert podcast is not None
    assert newsletter.lack == "une lettre hebdomadaire"
    rubric = next(c for c in grid.categories if c.file == "vie_privee.toml")
    before = next(c for c in ours.categories if c.file == "vie_privee.toml")
    assert rubric.title == before.title
    assert [line.check for line in rubric.lines] == [*(line.check for line in before.lines), "podcast"]


def test_folder_of_its_own_stands_alone(tmp_path: Path) -> None:
    grid = load_grids([folder(tmp_path, label='label = "Village fleuri"\nedition = "2026"\n', fleurs=RUBRIC)])
    assert grid.label.label == "Village fleuri"
    assert [c.file for c in grid.categories] == ["fleurs.toml"]


def test_line_moves_to_the_rubric_that_brings_it(tmp_path: Path) -> None:
    grid = load_grids([folder(tmp_path, nouveau='title = "Nouveau"\n[[line]]\ncheck = "youth"\nlack = "des jeunes"\n')])
    homes = [c.file for c in grid.categories for line in c.lines if line.check == "youth"]
    assert homes == ["nouveau.toml"]


@pytest.mark.parametrize(
    ("rubric", "expected"),
    [
        (RUBRIC + "weight = 7\n", ["vie.toml", "[[line]] 1 ('newsletter')", "'weight'", "1, 2 or 3", "7"]),
        (RUBRIC + 'wieght = "x"\n', ["vie.toml", "'newsletter'", "'wieght'", "unknown", "weight"]),
        ('title = "V"\n[[line]]\ncheck = "newsletter"\n', ["vie.toml", "'newsletter'", "'lack'", "missing"]),
        (RUBRIC + 'offer = "lire [sur {platform}"\n', ["vie.toml", "'offer'", "[ without its ]"]),
        (RUBRIC + 'offer = "lire {platform:loud}"\n', ["vie.toml", "'offer'", "{name:list}", "platform:loud"]),
        (RUBRIC + 'theme = "nulle part"\n', ["vie.toml", "'newsletter'", "'theme'", "'nulle part'"]),
        (RUBRIC + 'concede = "rss"\n', ["vie.toml", "'newsletter'", "'concede'", "'rss'"]),
        (RUBRIC + RUBRIC.partition("\n")[2], ["vie.toml", "'newsletter'", "already"]),
        ('[[line]]\ncheck = "a"\nlack = "b"\n', ["vie.toml", "'title'", "missing"]),
        ("title = \n", ["vie.toml", "line 1"]),
        ('title = "V"\nfile = "x"\n', ["vie.toml", "'file'", "unknown"]),
    ],
)
def test_wrong_rubric_is_refused_precisely(tmp_path: Path, rubric: str, expected: list[str]) -> None:
    with pytest.raises(BadGrid) as refused:
        read_grid(folder(tmp_path, label='label = "L"\nedition = "E"\n', vie=rubric))
    for words in expected:
        assert words in str(refused.value)


def test_wrong_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGrid, match="a folder of TOML files was expected"):
        load_grids([tmp_path / "nowhere"])
    with pytest.raises(BadGrid, match="none was found"):
        load_grids([tmp_path])
    with pytest.raises(BadGrid, match=r"label\.toml was expected"):
        read_grid(folder(tmp_path, vie=RUBRIC))


def test_check_without_a_line_is_told_all_the_same() -> None:
    findings = [found("identity"), found("wind_turbines"), found("{odd}", "absent"), found("podcast", "inactive")]
    told = draft(assess(findings, SEEN, load_grid(), titles={"wind_turbines": "Éoliennes"}))
    others = next(s for s in told.sections if s.title == "Autres constats")
    assert sorted(check for s in others.sentences for check in s.findings) == ["podcast", "wind_turbines", "{odd}"]
    assert "Éoliennes" in " ".join(s.text for s in others.sentences)
