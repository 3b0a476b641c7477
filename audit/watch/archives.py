"""Archives: where the WARC files of a worker's audits go: a folder, or a bucket of S3-compatible (or Google's, or Azure's) storage."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from audit.bucket import bucket_of, is_bucket
from audit.database import StoreError
from reports.report import Report

log = logging.getLogger(__name__)


class Archives:
    """`where`: a folder, or `s3://bucket/prefix`, whose keys and address come from the environment (AWS_ACCESS_KEY_ID …).

    Raises StoreError when it is no place for archives. What cannot be sent stays on this machine, and the log says where.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._bucket = bucket_of(where) if is_bucket(where) else None
        self._waiting = Path(where) if self._bucket is None else Path(mkdtemp(prefix="arobase-archives-"))
        try:
            self._waiting.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{where} cannot be a folder for archives: {error.strerror}") from error

    def waiting(self, number: int) -> Callable[[Report], Path]:
        """Where the archive of a visit is put before it is sent; named as no archive is."""
        return lambda _: self._waiting / f".{number}.warc.gz.part"

    async def send(self, number: int, name: str, fault: str) -> None:
        """The archive of that visit goes to its place under this name. `fault`: what is wrong with it."""
        file = self._waiting / f".{number}.warc.gz.part"
        if fault:
            log.error("%s/%s: the archive could not be written whole: %s", self._where, name, fault)
        if not file.exists():
            return
        if self._bucket is None:
            place = self._waiting / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, place)
            return
        try:
            await self._bucket.put_async(name, file)
        except Exception as error:
            log.error("%s/%s: could not be sent, it is in %s: %s", self._where, name, file, error)
        else:
            file.unlink()
