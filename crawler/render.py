"""The browser door, opened on demand: a page that its own scripts write is shown to Chromium and read again.

    async with Browser(fetch, user_agent=limits.user_agent) as browser:
        if needs_rendering(visit.page):
            visit = await browser.render(visit)

Needs the extra `arobase[render]` (Playwright's library, not its browsers) and a Chromium or Chrome of the machine, found on
the path or named by AROBASE_CHROMIUM. The browser has no network of its own: whatever it asks comes from `fetch`, normally
our Door, so that address guard, robots and rate hold for each script. It gets GET answers only, and no images, fonts or media.
"""

import asyncio
import contextlib
import dataclasses
import os
import shutil
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from crawler.answer import RawAnswer
from crawler.page import Page
from crawler.visit import Visit

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Playwright, Route, ViewportSize, WebSocketRoute

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge", "microsoft-edge")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_FETCHED = {"document", "script", "stylesheet", "xhr", "fetch"}
# Hop-by-hop, or untrue once our Door has undone the encoding and followed the redirects.
_DROPPED = {"content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive", "set-cookie", "alt-svc"}
_FLAGS = (
    # Nothing but the route may reach a network: no name resolves, and any proxy is a closed door.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-gpu",
)
_MAX_REQUESTS = 80
_MAX_HTML = 5 * 1024 * 1024
_FEW_WORDS = 250
_FEW_LINKS = 4
_QUIET = 3.0
_VIEWPORT: "ViewportSize" = {"width": 1280, "height": 1600}

Fetch = Callable[[str], Awaitable[RawAnswer]]
"""A URL to its bytes: `lambda url: door.raw(url, max_bytes=…, gate=gate)`. Never raises."""


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge on this machine, or None. AROBASE_CHROMIUM comes first."""
    named = os.environ.get("AROBASE_CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in _MAC if os.access(path, os.X_OK)), None)


def missing() -> str | None:
    """What keeps pages from being rendered here, in words for the coverage; None when nothing does."""
    try:
        import playwright.async_api  # noqa: F401
    except ImportError:
        return "Playwright is not installed (arobase[render])"
    return None if find_browser() else "no Chromium or Chrome was found"


def needs_rendering(page: Page) -> bool:
    """Whether a reader without scripts sees next to nothing of a page that has some."""
    if len(page.links) > _FEW_LINKS or page.tree.css_first("script") is None:
        return False
    return len(page.text) < _FEW_WORDS


def rendered(visit: Visit, html: str, detail: str) -> Visit:
    """The visit with its page as a browser shows it."""
    if visit.page is None:
        return visit
    page = Page(url=visit.page.url, html=html, fetched_at=visit.fetched_at, digest=visit.digest)
    return dataclasses.replace(visit, page=page, rendered=True, detail=detail)


class Browser:
    """One Chromium, started at the first page. Each page gets a context of its own, gone with its cookies afterwards.

    `timeout` bounds one page, in seconds. A page that fails to render comes back as it was, with the reason in `detail`.
    """

    def __init__(self, fetch: Fetch, *, user_agent: str, timeout: float = 30.0, executable: str | None = None) -> None:
        self._fetch = fetch
        self._user_agent = user_agent
        self._timeout = timeout
        self._executable = executable
        self._one = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._chromium: Chromium | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # A browser that crashed cannot be closed, and needs not be.
        if self._chromium is not None:
            with contextlib.suppress(Exception):
                await self._chromium.close()
        if self._playwright is not None:
            with contextlib.suppress(Exception):
                await self._playwright.stop()

    async def render(self, visit: Visit) -> Visit:
        """The visit with its page as scripts made it, `rendered` true. Never raises, except CancelledError."""
        if visit.page is None:
            return visit
        try:
            async with self._one, asyncio.timeout(self._timeout):
                html, answered = await self._show(visit.page)
        except TimeoutError:
            return dataclasses.replace(visit, detail="not rendered: the page never came to rest")
        except Exception as error:
            return dataclasses.replace(visit, detail=f"not rendered: {type(error).__name__}: {error}"[:300])
        detail = visit.detail if answered else "rendered, but some of its scripts could not be fetched"
        return rendered(visit, html, detail)

    async def picture(self, page: Page, selector: str = "") -> bytes:
        """A PNG of the page at the element, no script run. Raises whatever the browser fails with, TimeoutError among it."""
        async with self._one, asyncio.timeout(self._timeout):
            context = await (await self._started()).new_context(
                java_script_enabled=False, locale="fr-FR", accept_downloads=False, viewport=_VIEWPORT
            )
            try:
                await _Supply(page, self._fetch).over(context)
                tab = await context.new_page()
                await tab.goto(page.url, wait_until="load", timeout=self._timeout * 1000)
                if selector:
                    with contextlib.suppress(_playwright_error()):
                        await tab.locator(selector).first.scroll_into_view_if_needed(timeout=1000)
                return await tab.screenshot(animations="disabled")
            finally:
                with contextlib.suppress(Exception):
                    await context.close()

    async def _show(self, page: Page) -> tuple[str, bool]:
        """The document after its scripts, and whether all that they asked for was answered."""
        chromium = await self._started()
        context = await chromium.new_context(
            user_agent=self._user_agent, locale="fr-FR", service_workers="block", accept_downloads=False, viewport=_VIEWPORT
        )
        try:
            supply = _Supply(page, self._fetch)
            await supply.over(context)
            tab = await context.new_page()
            context.on("page", lambda other: asyncio.ensure_future(other.close()))
            await tab.goto(page.url, wait_until="commit", timeout=self._timeout * 1000)
            # Many pages never fall silent (maps, chats), some never end loading: what stands there then is what a visitor sees.
            patience = self._timeout / 4
            with contextlib.suppress(_playwright_timeout()):
                await tab.wait_for_load_state("load", timeout=patience * 1000)
            with contextlib.suppress(_playwright_timeout()):
                await tab.wait_for_load_state("networkidle", timeout=min(_QUIET, patience) * 1000)
            html = await tab.content()
            return html[:_MAX_HTML], not supply.failed
        finally:
            with contextlib.suppress(Exception):
                await context.close()

    async def _started(self) -> "Chromium":
        if self._chromium is not None and self._chromium.is_connected():
            return self._chromium
        from playwright.async_api import async_playwright

        executable = self._executable or find_browser()
        if executable is None:
            raise FileNotFoundError("no Chromium or Chrome was found")
        if self._playwright is None:
            self._playwright = await async_playwright().start()
        # Chromium's own sandbox cannot start as root; everywhere else it must.
        rootless = not hasattr(os, "geteuid") or os.geteuid() != 0
        self._chromium = await self._playwright.chromium.launch(
            executable_path=executable, chromium_sandbox=rootless, args=list(_FLAGS)
        )
        return self._chromium


class _Supply:
    """Answers a page's requests: the document from memory, the rest from `fetch`, within a number of requests."""

    def __init__(self, page: Page, fetch: Fetch) -> None:
        self._page = page
        self._fetch = fetch
        self._left = _MAX_REQUESTS
        self._shown = False
        self.failed = False

    async def over(self, context: "BrowserContext") -> None:
        await context.route("**/*", self._answer)
        await context.route_web_socket("**/*", _refuse)

    async def _answer(self, route: "Route") -> None:
        # The page may be gone before its answer: that is its affair.
        with contextlib.suppress(Exception):
            request = route.request
            address = request.url.partition("#")[0]
            if not self._shown and request.is_navigation_request() and address == self._page.url.partition("#")[0]:
                self._shown = True
                await route.fulfill(body=self._page.html, content_type="text/html; charset=utf-8")
            elif request.method != "GET" or request.resource_type not in _FETCHED or self._left <= 0:
                await route.abort()
            elif request.is_navigation_request() and request.frame.parent_frame is None:
                # A script that leads elsewhere is for the walk to follow: 204 leaves the document where it is.
                await route.fulfill(status=204)
            else:
                self._left -= 1
                answer = await self._fetch(address)
                self.failed = self.failed or (answer.status is None and request.resource_type == "script")
                if answer.status is None:
                    await route.abort()
                else:
                    headers = {name: value for name, value in answer.headers.items() if name not in _DROPPED}
                    await route.fulfill(status=answer.status, headers=headers, body=answer.data)


async def _refuse(socket: "WebSocketRoute") -> None:
    await socket.close()


def _playwright_error() -> type[Exception]:
    from playwright.async_api import Error

    return Error


def _playwright_timeout() -> type[Exception]:
    from playwright.async_api import TimeoutError as PlaywrightTimeout

    return PlaywrightTimeout
