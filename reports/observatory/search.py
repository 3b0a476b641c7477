"""The search without a server: an index cut into small scripts by the first two letters of a name or of an INSEE code. Pure.

Scripts rather than JSON: a page opened from a disk (file://) may load a script, and nothing else.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_SMALL = re.compile(r"(?:saint|sainte|le|la|les|l)\b\s*")
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

Entry = tuple[str, str]
"""(name, INSEE code)"""


def plain(text: str) -> str:
    """Small letters without accents, and figures; one space for all else. `search.js` does the same to what is typed."""
    letters = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def keys_of(name: str, insee: str) -> set[str]:
    """The shards in which a commune is looked for: by its name, by its name without « Saint » or article, by its code."""
    whole = plain(name)
    bare = _SMALL.sub("", whole, count=1)
    return {words.replace(" ", "")[:2] for words in (whole, bare) if words} | {insee[:2].lower()}


class Index:
    """Collects the communes, then gives the scripts."""

    def __init__(self) -> None:
        self._shards: dict[str, list[Entry]] = defaultdict(list)

    def add(self, name: str, insee: str) -> None:
        for shard in keys_of(name, insee):
            self._shards[shard].append((name, insee))

    def scripts(self) -> Iterable[tuple[str, str]]:
        """(file name, text). Foreign names can neither end the script nor open a tag."""
        for shard, entries in sorted(self._shards.items()):
            told = json.dumps(sorted(entries), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
            yield f"{shard}.js", f"arobase({json.dumps(shard)},{told});\n"
