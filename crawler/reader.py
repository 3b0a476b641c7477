"""The door to the process that reads PDFs: one child, started at the first document, bounded, replaced when it dies or hangs.

A plain subprocess and length-prefixed bytes: nothing is forked, nothing unpickled. A file that kills it costs that file.
"""

import asyncio
import contextlib
import os
import signal
import struct
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from crawler.document import Document, document_of
from crawler.limits import MIB

PAGES, CHARACTERS, LINKS = 60, 200_000, 200
_PROGRAM = Path(__file__).with_name("pdf.py")
_LARGEST_ANSWER = 4 * MIB
# What a Python needs to find its packages; a process that reads strangers' files is told nothing else.
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "HOME", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR")


class Unreadable(Exception):
    """The document gave nothing; the text says why."""


class _Died(Exception):
    """The child is gone."""


class Reader:
    """`async with Reader() as reader: document = await reader.read(data, url)`; one document at a time.

    `memory` is the child's address space in bytes, `cpu` its seconds of processor for one document, `deadline` the seconds that we
    wait for one.
    """

    def __init__(self, *, memory: int = 512 * MIB, cpu: int = 10, deadline: float = 30.0) -> None:
        self._arguments = [str(n) for n in (memory, cpu, PAGES, CHARACTERS, LINKS)]
        self._deadline = deadline
        self._one = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._served = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._end()

    @property
    def pid(self) -> int | None:
        """The child's, None when there is none."""
        return self._child.pid if self._child else None

    async def read(self, data: bytes, url: str) -> Document:
        """The document at this URL. Raises Unreadable."""
        async with self._one:
            used = self._served > 0
            try:
                told = await self._ask(data)
            except _Died as died:
                if not used:
                    raise Unreadable(str(died)) from died
                # Perhaps what it had read before was its undoing: what a document says must not depend on the others.
                try:
                    told = await self._ask(data)
                except _Died as again:
                    raise Unreadable(str(again)) from again
        try:
            return document_of(told, url)
        except (ValueError, TypeError) as error:
            raise Unreadable(str(error)[:200]) from error

    async def _ask(self, data: bytes) -> bytes:
        """The child's answer. Raises _Died, and then there is no child any more; Unreadable when it took too long."""
        try:
            async with asyncio.timeout(self._deadline):
                child = await self._started()
                assert child.stdin is not None
                assert child.stdout is not None
                child.stdin.write(struct.pack(">I", len(data)))
                child.stdin.write(data)
                await child.stdin.drain()
                length = struct.unpack(">I", await child.stdout.readexactly(4))[0]
                if length > _LARGEST_ANSWER:
                    raise _Died("its answer is too long")
                told = await child.stdout.readexactly(length)
        except TimeoutError:
            await self._end()
            raise Unreadable(f"it was not read within {self._deadline:g} s") from None
        except (OSError, asyncio.IncompleteReadError) as error:
            code = await self._end(patience=2.0)
            if code == -signal.SIGXCPU:
                raise Unreadable("it costs too much to read") from None
            raise _Died(f"its reader ended ({code})") from error
        except BaseException:
            # Half a conversation: what comes next would answer another question.
            await self._end()
            raise
        self._served += 1
        return told

    async def _started(self) -> asyncio.subprocess.Process:
        if self._child is None or self._child.returncode is not None:
            await self._end()
            # -P: the folder of the program holds modules of the house whose names others bear as well.
            self._child = await asyncio.create_subprocess_exec(
                sys.executable, "-P", str(_PROGRAM), *self._arguments,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}, start_new_session=True,
            )  # fmt: skip
        return self._child

    async def _end(self, patience: float = 0.0) -> int | None:
        """Ends the child if there is one, which has `patience` seconds to end by itself; its exit status."""
        child, self._child, self._served = self._child, None, 0
        if child is None:
            return None
        if child.stdin is not None:
            child.stdin.close()
        # Killing what has just ended would take its status away from who waits for it.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                return await child.wait()
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        return await child.wait()


class Readers:
    """A few readers for many walks: each document goes to the one with the fewest before it. `async with Readers(2) as readers`."""

    def __init__(self, number: int) -> None:
        self._readers = {Reader(): 0 for _ in range(number)}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for reader in self._readers:
            await reader.__aexit__(kind, error, trace)

    async def read(self, data: bytes, url: str) -> Document:
        """As `Reader.read`."""
        reader = min(self._readers, key=self._readers.__getitem__)
        self._readers[reader] += 1
        try:
            return await reader.read(data, url)
        finally:
            self._readers[reader] -= 1
