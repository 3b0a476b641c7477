"""Pictures of archived pages: made on demand by the machine's browser, which runs no script and reaches no network; then kept."""

import asyncio
import threading
from hashlib import blake2b
from pathlib import Path

from crawler.answer import RawAnswer
from crawler.page import Page
from crawler.render import Browser, missing
from crawler.visit import Outcome

_TIMEOUT = 20.0


class Pictures:
    """PNG files in a folder. `why_not` says what keeps pictures from being made here, '' when nothing does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one = threading.Lock()
        self.why_not = missing() or ""

    def of(self, page: Page, selector: str = "") -> bytes | None:
        """The picture of a page at an element of it; None when it cannot be made."""
        told = f"{page.digest} {page.url} {selector}".encode("utf-8", "replace")
        file = self._folder / f"{blake2b(told, digest_size=16).hexdigest()}.png"
        if file.exists():
            return file.read_bytes()
        if self.why_not:
            return None
        # A browser at a time: a reviewer looks at one picture, and each takes the memory of a page.
        with self._one:
            try:
                image = asyncio.run(_taken(page, selector))
            except Exception:
                return None
        self._folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(image)
        part.replace(file)
        return image


async def _taken(page: Page, selector: str) -> bytes:
    async with Browser(_nothing, user_agent="arobase", timeout=_TIMEOUT) as browser:
        return await browser.picture(page, selector)


async def _nothing(url: str) -> RawAnswer:
    return RawAnswer(url, Outcome.SKIPPED)
