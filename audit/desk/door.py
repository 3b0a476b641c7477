"""The desk's door: which requests come in at all, and what every answer tells the browser to forbid."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: a form's POST would then say « Origin: null ».
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
LARGEST = 256 * 1024
"""Bytes of a request's body."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Door:
    """`names`: the hosts that the desk is called by, each with its port where one is said; all when empty. `secure`: over https."""

    def __init__(self, app: ASGIApp, names: Collection[str] = (), secure: bool = False) -> None:
        self._app = app
        self._names = frozenset(names)
        self._headers = HEADERS | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        why = self._refused(scope["method"], headers)

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    said.setdefault(name, value)
            await send(message)

        if why:
            await PlainTextResponse(f"{why}\n", 403)(scope, receive, protected)
        else:
            await self._app(scope, receive, protected)

    def _refused(self, method: str, headers: Headers) -> str:
        """Why the request is not taken, '' when it is."""
        host = headers.get("host", "").lower()
        if self._names and host not in self._names:
            # A foreign name that leads here is how a page of the web talks to the machines of its readers (DNS rebinding).
            return "Ce nom n'est pas celui du bureau."
        if method in _SAFE:
            return ""
        size = headers.get("content-length", "")
        if not size.isdecimal() or int(size) > LARGEST:
            return "Cette demande est trop longue."
        # Browsers say where a request comes from; whoever says nothing is no browser with somebody's cookie in it.
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if (site and site != "same-origin") or (origin and origin.partition("://")[2].lower() != host) or not (site or origin):
            return "Cette demande ne vient pas du bureau lui-même."
        return ""
