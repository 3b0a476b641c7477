"""Addresses: which may be dialled, and how names become addresses. Screening is pure; `Guard` asks a resolver."""

import asyncio
import ipaddress
import socket
import time
from functools import lru_cache, partial
from typing import NamedTuple, Protocol

_WEB_PORTS = (80, 443)
_REMEMBERED = 4096
_FRESH = 300.0
_LOOKUPS = 16

# Names that resolve on any working connection: three operators, so that no single outage decides.
CANARIES = ("www.service-public.fr", "www.afnic.fr", "one.one.one.one")

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Written out rather than taken from `is_global`, whose answer differs between patch releases of Python.
# The flag says whether `allow_private` opens the range: metadata, multicast and reserved ranges stay shut.
_SHUT: tuple[tuple[_Network, str, bool], ...] = tuple(
    (ipaddress.ip_network(block), reason, opens)
    for block, reason, opens in (
        ("0.0.0.0/8", "this network", False),
        ("10.0.0.0/8", "private", True),
        ("100.100.100.200/32", "metadata service", False),
        ("100.64.0.0/10", "carrier-grade NAT", True),
        ("127.0.0.0/8", "loopback", True),
        ("168.63.129.16/32", "metadata service", False),
        ("169.254.0.0/16", "link-local or metadata service", False),
        ("172.16.0.0/12", "private", True),
        ("192.0.0.0/24", "protocol assignments", False),
        ("192.0.2.0/24", "documentation", False),
        ("192.88.99.0/24", "6to4 relay", False),
        ("192.168.0.0/16", "private", True),
        ("198.18.0.0/15", "benchmarking", False),
        ("198.51.100.0/24", "documentation", False),
        ("203.0.113.0/24", "documentation", False),
        ("224.0.0.0/4", "multicast", False),
        ("240.0.0.0/4", "reserved", False),
        ("::1/128", "loopback", True),
        ("fd00:ec2::254/128", "metadata service", False),
        ("fc00::/7", "private", True),
        ("2001::/23", "protocol assignments or tunnel", False),
        ("2001:db8::/32", "documentation", False),
        # Nobody serves a town from a 6to4 tunnel any more, and an address hides in each of its names.
        ("2002::/16", "6to4", False),
        ("3fff::/20", "documentation", False),
    )
)
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
# Where an IPv4 address hides in an IPv6 one: the network and how many bits stand to the right of the hidden address.
_WRAPS = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
)


class Endpoint(NamedTuple):
    """Where to dial: a literal address and a port."""

    address: str
    port: int


class NoSuchHost(Exception):
    """The name does not exist (NXDOMAIN)."""


class DnsFailure(Exception):
    """The name could not be resolved now: nothing is known of it."""


class UnsafeAddress(Exception):
    """An address, port or scheme that must not be dialled."""


class Resolver(Protocol):
    """Names to endpoints. `authoritative`: its "no such host" needs no second opinion."""

    authoritative: bool

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        """At least one endpoint, or NoSuchHost, or DnsFailure."""
        ...


class SystemResolver:
    """The resolver of the machine, by getaddrinfo in a thread."""

    authoritative = False

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        try:
            found = await asyncio.get_running_loop().run_in_executor(
                None, partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
            )
        except socket.gaierror as error:
            # EAI_NODATA (a name without an address) is not NXDOMAIN: on an IPv4 network it is what an IPv6-only host gives.
            if error.errno == socket.EAI_NONAME:
                raise NoSuchHost(host) from error
            raise DnsFailure(f"{host}: {error.strerror}") from error
        except (OSError, UnicodeError) as error:
            raise DnsFailure(f"{host}: {error}") from error
        endpoints = [Endpoint(str(where[0]), port) for *_, where in found]
        if not endpoints:
            raise DnsFailure(host)
        return list(dict.fromkeys(endpoints))


@lru_cache(maxsize=1024)
def literal(host: str) -> str | None:
    """The IP address that a canonical WHATWG host is, without brackets; None when it is a name."""
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def unsafe(address: str, *, allow_private: bool = False) -> str | None:
    """Why this literal address must not be dialled, or None when it may be."""
    if "%" in address:
        return "scoped address"
    try:
        ip: _Address = ipaddress.ip_address(address)
    except ValueError:
        return "not an address"
    if isinstance(ip, ipaddress.IPv6Address):
        for network, shift in _WRAPS:
            if ip in network:
                ip = ipaddress.IPv4Address(int(ip) >> shift & 0xFFFFFFFF)
                break
    for block, reason, opens in _SHUT:
        if ip.version == block.version and ip in block:
            return None if opens and allow_private else reason
    if isinstance(ip, ipaddress.IPv6Address) and ip not in _GLOBAL_V6:
        return "not a global address"
    return None


class Guard:
    """Resolves and screens: whatever it returns may be dialled. Lives as long as its Door.

    "No such host" is believed only from a resolver that works: an offline laptop must not call every link dead. That is
    decided once, at the first such answer, by looking up `canaries`; hence the order of the links changes no verdict.
    """

    def __init__(
        self, resolver: Resolver, *, allow_private: bool = False, timeout: float = 10.0, canaries: tuple[str, ...] = CANARIES
    ) -> None:
        self._resolver = resolver
        self._allow_private = allow_private
        self._timeout = timeout
        self._canaries = canaries
        self._known: dict[tuple[str, int], tuple[float, list[Endpoint]]] = {}
        self._proof: asyncio.Task[bool] | None = None
        self._reaches_out = False
        """a name of the public network was resolved: one of this machine or of its own network proves nothing"""
        self._lookups = asyncio.Semaphore(_LOOKUPS)

    async def endpoints(self, host: str, port: int) -> list[Endpoint]:
        """Screened endpoints of a canonical host. Raises NoSuchHost, DnsFailure or UnsafeAddress."""
        if port == 0 or (not self._allow_private and port not in _WEB_PORTS):
            raise UnsafeAddress(f"port {port}")
        address = literal(host)
        if address is not None:
            return self._screened(host, [Endpoint(address, port)])
        known = self._known.get((host, port))
        if known is not None and time.monotonic() - known[0] < _FRESH:
            return known[1]
        if (
            known is None
            and self._proof is not None
            and self._proof.done()
            and not self._reaches_out
            and not self._proof.result()
        ):
            # Nothing resolves from here: asking for each of a site's hundreds of names costs seconds and tells nothing.
            raise DnsFailure(f"{host}: no name can be resolved from here")
        try:
            found = self._screened(host, await self._resolve(host, port))
        except NoSuchHost:
            if await self._believed():
                raise
            raise DnsFailure(f"{host}: no name can be resolved from here") from None
        self._reaches_out = self._reaches_out or _is_public(found)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        # Only answers are kept, never failures: a second look must be a real one.
        self._known[host, port] = (time.monotonic(), found)
        return found

    async def close(self) -> None:
        if self._proof is not None:
            self._proof.cancel()
            await asyncio.gather(self._proof, return_exceptions=True)

    async def _resolve(self, host: str, port: int) -> list[Endpoint]:
        try:
            # Names of a few hundred hosts are wanted at once: the time of one lookup is not to be spent in the queue of another.
            async with self._lookups, asyncio.timeout(self._timeout):
                return await self._resolver.resolve(host, port)
        except TimeoutError:
            raise DnsFailure(f"{host}: the resolver did not answer") from None

    def _screened(self, host: str, endpoints: list[Endpoint]) -> list[Endpoint]:
        # One bad address condemns the name: an honest site has none, a rebinding one mixes them.
        for endpoint in endpoints:
            reason = unsafe(endpoint.address, allow_private=self._allow_private)
            if reason:
                raise UnsafeAddress(f"{host} is {endpoint.address} ({reason})")
        return endpoints

    async def _believed(self) -> bool:
        if getattr(self._resolver, "authoritative", False):
            return True
        if self._proof is None:
            self._proof = asyncio.create_task(self._works())
        return await asyncio.shield(self._proof)

    async def _works(self) -> bool:
        for name in self._canaries:
            try:
                endpoints = await self._resolve(name, 443)
            except (NoSuchHost, DnsFailure):
                continue
            if _is_public(endpoints):
                return True
        # A network that hides the canaries but resolves others still resolves.
        return self._reaches_out


def _is_public(endpoints: list[Endpoint]) -> bool:
    return any(unsafe(endpoint.address) is None for endpoint in endpoints)
