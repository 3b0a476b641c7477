"""Sentence: the unit that a reviewer keeps, edits or drops. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or two that only stand together.

    `key` stays the same while the checks it speaks of and their verdicts do. `findings`: ids of these checks. `ask`: a question
    to the reviewer, never for publication. `opens`: it starts a paragraph. `suggestion`: praise that a measure allows, for the
    reviewer to take up or not. `proofs`: which pieces of evidence of its only finding it rests on; empty for the best ones.
    """

    key: str
    text: str
    findings: tuple[str, ...] = ()
    ask: bool = False
    opens: bool = False
    suggestion: str = ""
    proofs: tuple[int, ...] = ()
