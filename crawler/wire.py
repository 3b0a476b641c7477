"""The wire: httpx over aiohttp's connections, behind which nothing else knows either. Errors leave it as `Broken`.

Why not httpx's own transport: it costs two to three times the CPU of a request. Why not the `httpx-aiohttp` package: it
rewrites the URL (`%7E`, `{`, `%2f`), lets some of aiohttp's errors through and gives the others misleading names.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping

import certifi
from yarl import URL

from crawler.address import DnsFailure, Guard, NoSuchHost, UnsafeAddress
from crawler.bare import aiohttp, httpx
from crawler.limits import KIB, Limits
from crawler.url import cut
from crawler.visit import Outcome

_CONNECTIONS = 256
_IDLE = 20.0
_LINE = 32 * KIB
_HEADERS = 256
# ssl.OP_LEGACY_SERVER_CONNECT, named only since Python 3.12: browsers still talk to servers without secure renegotiation.
_LEGACY_CONNECT = 0x4
_REMEMBERED = 4096
_NOTHING = httpx.ByteStream(b"")
"""The body of each request."""
Pairs = tuple[tuple[str, str], ...]


class Broken(Exception):
    """An exchange that gave no usable answer. `code` is OpenSSL's verification error when the certificate was refused."""

    def __init__(self, outcome: Outcome, detail: str, code: int | None = None) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail[:300]
        self.code = code


class Reply:
    """Status and headers of an answer whose body has not been read."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.status = response.status_code
        self.headers: dict[str, str] = {}
        self.cookies: list[str] = []
        # From the raw pairs: Latin-1 takes any byte, and httpx guesses an encoding anew at each look.
        self.received = _pairs(response.headers)
        self.sent: Pairs = response.request.extensions["sent"]
        self.reason = response.reason_phrase
        for name, value in self.received:
            if name == "set-cookie":
                self.cookies.append(value)
            else:
                self.headers[name] = f"{self.headers[name]}, {value}" if name in self.headers else value

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """The body as it comes, still encoded, in pieces of at most what the connection buffers. Raises Broken."""
        with _told():
            async for chunk in self._response.aiter_raw():
                yield chunk

    async def close(self) -> None:
        with contextlib.suppress(Exception):
            await self._response.aclose()


class Wire:
    """One pool of connections. Every name it dials goes through the guard, at the moment of dialling.

    `authorities`: the only certificates to trust, in PEM, instead of the machine's and Mozilla's (intranets, tests).
    """

    def __init__(self, limits: Limits, guard: Guard, *, authorities: str | None = None) -> None:
        self._guard = guard
        self._connect_timeout = limits.connect_timeout
        self._certificates: dict[str, bytes] = {}
        self._contexts: dict[bool, ssl.SSLContext] = {}
        self._authorities = authorities
        self._transport = _Transport(limits, guard, self._context)
        self._servers: dict[tuple[str, str], tuple[httpx.URL, httpx.Headers]] = {}
        self._headers = {
            "User-Agent": limits.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "fr,fr-FR;q=0.9,en;q=0.5",
            "Accept-Encoding": "gzip, deflate, br, zstd",
            "Connection": "keep-alive",
        }

    async def ask(self, method: str, url: str, headers: Mapping[str, str], *, verify: bool = True) -> Reply:
        """Send one request, follow nothing. `url` is in WHATWG form. Raises Broken."""
        with _told():
            server, common = self._of(url)
            asked = httpx.Headers(common)
            for name, value in headers.items():
                asked[name] = value
            told = {"written": url, "verify": verify, "sent": _pairs(asked)}
            request = httpx.Request(method, server, headers=asked, stream=_NOTHING, extensions=told)
            return Reply(await self._transport.handle_async_request(request))

    def _of(self, url: str) -> tuple[httpx.URL, httpx.Headers]:
        """The URL's server, and the headers of each request to it: made once, httpx does it anew for each request."""
        scheme, _, netloc, _, _ = cut(url)
        found = self._servers.get((scheme, netloc))
        if found is None:
            if len(self._servers) >= _REMEMBERED:
                self._servers.clear()
            server = httpx.URL(f"{scheme}://{netloc}")
            found = server, httpx.Headers({"Host": server.netloc.decode("ascii"), **self._headers})
            self._servers[scheme, netloc] = found
        return found

    async def look(self, host: str, port: int) -> bytes | None:
        """The leaf certificate (DER) that a server shows, whoever it is; None when no handshake succeeds."""
        with contextlib.suppress(Exception):
            async with asyncio.timeout(self._connect_timeout):
                for address, dialled in await self._guard.endpoints(host, port):
                    lax = self._context(False)
                    _, writer = await asyncio.open_connection(address, dialled, ssl=lax, server_hostname=host)
                    writer.transport.abort()
                    break
        return self._certificates.get(host.rstrip("."))

    def certificate(self, host: str) -> bytes | None:
        """The leaf (DER) of the last handshake with this host."""
        return self._certificates.get(host.rstrip("."))

    async def close(self) -> None:
        await self._transport.aclose()

    def _context(self, verify: bool) -> ssl.SSLContext:
        """Made at the first https: reading the authorities takes 50 ms."""
        if verify not in self._contexts:
            self._contexts[verify] = self._listening(_verifying(self._authorities) if verify else _unverifying())
        return self._contexts[verify]

    def _listening(self, context: ssl.SSLContext) -> ssl.SSLContext:
        """The context, noting the certificate of each handshake: a pooled connection no longer shows it afterwards."""
        seen = self._certificates

        class Listening(ssl.SSLObject):
            def do_handshake(self) -> None:
                super().do_handshake()
                shown = self.getpeercert(binary_form=True)
                if shown and self.server_hostname:
                    if len(seen) >= _REMEMBERED:
                        seen.clear()
                    seen[self.server_hostname] = shown

        context.sslobject_class = Listening
        return context


class _Transport(httpx.AsyncBaseTransport):
    """httpx's requests on an aiohttp session, the URL sent as it was written: of httpx's own only the server is read."""

    def __init__(self, limits: Limits, guard: Guard, context: Callable[[bool], ssl.SSLContext]) -> None:
        self._limits = limits
        self._guard = guard
        self._context = context
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        session = self._session or self._open()
        response = await session.request(
            request.method,
            URL(request.extensions["written"], encoded=True),
            headers=dict(request.extensions["sent"]),
            allow_redirects=False,
            ssl=request.url.scheme != "https" or self._context(request.extensions["verify"]),
        )
        aside = {"reason_phrase": (response.reason or "").encode("latin-1", "replace")}
        return httpx.Response(
            response.status, headers=list(response.raw_headers), stream=_Body(response), request=request, extensions=aside
        )

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=_Screened(self._guard),
                use_dns_cache=False,
                ttl_dns_cache=None,
                limit=_CONNECTIONS,
                keepalive_timeout=_IDLE,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self._limits.connect_timeout, sock_read=self._limits.read_timeout
            ),
            auto_decompress=False,
            trust_env=False,
            max_line_size=_LINE,
            max_field_size=_LINE,
            max_headers=_HEADERS,
        )
        return self._session


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.content.iter_any():
            yield chunk

    async def aclose(self) -> None:
        # Closes the connection when the body was not read to its end, gives it back to the pool otherwise.
        self._response.release()


class _Screened(aiohttp.abc.AbstractResolver):
    """What aiohttp asks when it dials a name. A literal never comes here: the Door screens it before."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[aiohttp.abc.ResolveResult]:
        return [
            {
                "hostname": host,
                "host": address,
                "port": dialled,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": socket.IPPROTO_TCP,
                "flags": socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            }
            for address, dialled in await self._guard.endpoints(host, port)
        ]

    async def close(self) -> None:
        pass


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turns whatever the two libraries raise into Broken."""
    try:
        yield
    except Broken:
        raise
    except Exception as error:
        raise _broken(error) from error


def _broken(error: Exception) -> Broken:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        refused = error.certificate_error
        code = getattr(refused, "verify_code", None)
        return Broken(Outcome.TLS_OTHER, getattr(refused, "verify_message", "") or str(refused), code)
    told: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Outcome], ...] = (
        (UnsafeAddress, Outcome.UNSAFE_ADDRESS),
        (NoSuchHost, Outcome.NO_SUCH_HOST),
        ((DnsFailure, aiohttp.ClientConnectorDNSError), Outcome.DNS_FAILURE),
        ((aiohttp.ClientSSLError, ssl.SSLError), Outcome.TLS_OTHER),
        (TimeoutError, Outcome.TIMEOUT),
        ((aiohttp.ClientConnectionError, OSError), Outcome.UNREACHABLE),
        ((aiohttp.ClientError, httpx.HTTPError, httpx.InvalidURL), Outcome.BAD_ANSWER),
    )
    for kinds, outcome in told:
        if isinstance(error, kinds):
            return Broken(outcome, str(error) or type(error).__name__)
    return Broken(Outcome.BAD_ANSWER, f"{type(error).__name__}: {error}")


def _pairs(headers: httpx.Headers) -> Pairs:
    return tuple([(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers.raw])


def _verifying(authorities: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cadata=authorities)
    if authorities is None:
        context.load_verify_locations(certifi.where())
    context.options |= _LEGACY_CONNECT
    # Python 3.13 asks more of a certificate's extensions than browsers do: what a reader is shown is no failure.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def _unverifying() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= _LEGACY_CONNECT
    return context
