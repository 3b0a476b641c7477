"""Cell: foreign text in a spreadsheet. Pure."""

import re
from functools import lru_cache

from reports.phrases import clean

LONGEST = 2000
# Most addresses and moments: nothing in them could begin a formula or move a cursor. A shortcut, ten times as quick.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9:/.?&=_%#+~-]{0,500}|")
# A formula begins a cell, or begins one for a program that takes another separator.
_FORMULA = re.compile(r"""(^|[,;|])([\s"]*)([=+\-@＝＋－＠])""")


@lru_cache(maxsize=4096)
def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one line, no controls, an apostrophe before what would begin one."""
    if _PLAIN.fullmatch(text):
        return text
    return _FORMULA.sub(r"\1\2'\3", clean(text, LONGEST))
