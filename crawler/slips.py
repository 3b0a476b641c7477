"""Slips: what is noted of many things and asked for once, later: lines of JSON in a file, that is on the disk beyond a megabyte."""

import io
import json
import tempfile
import weakref
from typing import Any, BinaryIO

_IN_MEMORY = 1 << 20


class Slips:
    """`put` gives the place of a slip, later than all before it; `get` what is written there. The file goes with its last user."""

    def __init__(self) -> None:
        self._file: BinaryIO = io.BytesIO()
        self._end = 0
        self._at_end = True

    def put(self, told: Any) -> int:
        if not self._at_end:
            self._file.seek(self._end)
            self._at_end = True
        at = self._end
        self._end += self._file.write(_encoded(told).encode("ascii") + b"\n")
        if at < _IN_MEMORY <= self._end:
            self._to_disk()
        return at

    def get(self, at: int) -> Any:
        self._at_end = False
        self._file.seek(at)
        return json.loads(self._file.readline())

    def _to_disk(self) -> None:
        whole = self._file
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with its last user
        weakref.finalize(self, self._file.close)
        whole.seek(0)
        self._file.write(whole.read())


_encoded = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode
