"""Grouping: what one sentence holds, what its key is, and which section of the site it may speak of. Pure."""

from collections.abc import Iterator, Sequence

from checks.finding import Verdict
from checks.text.folding import fold
from reports.assess import Told
from reports.rubric import Line

MOST = 5
"""Things that one sentence holds at most."""
LONGEST = 260
"""Characters after which a sentence takes no further thing."""
STEM = 5
COMMON = frozenset(("commu", "munic", "infor", "prese", "malhe", "inact", "ligne", "liste", "rubri", "publi", "servi"))
"""Beginnings of words that name no subject."""


def presents(rubric: str, line: Line) -> bool:
    """Whether a section of the site is named after what the line tells."""
    ours = " ".join((*line.thing, *line.said, *line.offer, *line.inactive, line.lack, line.theme))
    return line.any_rubric or bool(_stems(rubric) & _stems(ours) - COMMON)


def _stems(words: str) -> set[str]:
    """Beginnings of the longer words, folded: « culture » and « culturelle » are one."""
    return {word[:STEM] for word in fold(words).split() if len(word) >= STEM}


def key_of(name: str, told: Sequence[Told]) -> str:
    """« vie_pratique:present:cycling+traffic »: the same as long as the checks and their verdicts are."""
    parts = [name]
    for verdict in Verdict:
        checks = sorted(t.check for t in told if t.finding.verdict is verdict)
        if checks:
            parts += [verdict.value, "+".join(checks)]
    return ":".join(parts)


def slices(items: Sequence[tuple[Told, str]], most: int) -> Iterator[list[tuple[Told, str]]]:
    """Slices of about the same size: at most `most` items, and not endless."""
    if not items:
        return
    length = sum(len(words) for _, words in items)
    number = max(-(-len(items) // most), -(-length // LONGEST) if len(items) > 1 else 1)
    number = min(number, len(items))
    size, more = divmod(len(items), number)
    start = 0
    for turn in range(number):
        end = start + size + (turn < more)
        yield list(items[start:end])
        start = end
