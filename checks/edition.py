"""Edition: a digest of all that decides what is seen, so that « the site changed » and « our rule changed » are never confused.

The same in every process: of files and of declared words, never of what a process happens to hold in memory.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from checks.check import Check


def edition(checks: Iterable[Check]) -> str:
    """16 hexadecimal digits."""
    told = hashlib.blake2b(_house(), digest_size=8)
    for check in checks:
        told.update(f"{check.id} {check.origin}\n".encode())
        for sign in check.signs:
            sets = (sorted(sign.fields), sorted(sign.levels), sorted(sign.regions))
            told.update(repr((sign.kind, sign.phrases, sign.unless, sign.trust, sign.whole, sign.platform, sets)).encode())
        if check.origin != Check.origin:
            told.update(_brought(check))
    return told.hexdigest()


@lru_cache(maxsize=1)
def _house() -> bytes:
    """Of the files that decide: the checks, their words and data, and the facts of a page."""
    told = hashlib.blake2b()
    for room in ("checks", "crawler"):
        for name, file in deciding(files(room)):
            told.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return told.digest()


def deciding(room: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file of code and of data in a package and all that are in it, by its path, in order; what only tells people is left out."""
    for file in sorted(room.iterdir(), key=lambda f: f.name):
        if file.is_dir():
            yield from deciding(file, f"{above}{file.name}/")
        elif file.name.endswith((".py", ".toml", ".txt", ".gz")):
            yield f"{above}{file.name}", file


def _brought(check: Check) -> bytes:
    """The source of a plugin's functions: what it imports from elsewhere is its own affair."""
    functions = (check.look, check.on_visit, check.judge)
    sources = sorted({code.co_filename for f in functions if (code := getattr(f, "__code__", None))})
    return b"".join(Path(source).read_bytes() for source in sources if Path(source).is_file())
