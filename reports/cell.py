"""Cell: foreign text in a spreadsheet. Pure."""

import re

from reports.phrases import clean

LONGEST = 2000
# A formula begins a cell, or begins one for a program that takes another separator.
_FORMULA = re.compile(r"""(^|[,;|])([\s"]*)([=+\-@＝＋－＠])""")


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one line, no controls, an apostrophe before what would begin one."""
    return _FORMULA.sub(r"\1\2'\3", clean(text, LONGEST))
