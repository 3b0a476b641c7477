"""Which addresses may be dialled, and when a missing name is believed."""

import asyncio
import contextlib
import ipaddress
import socket

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.address import CANARIES, DnsFailure, Endpoint, Guard, NoSuchHost, SystemResolver, UnsafeAddress, literal, unsafe
from crawler.url import parts


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.255", "168.63.129.16",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::10.0.0.1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "5f00::1",
        "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "not an address", "",
    ],
)  # fmt: skip
def test_unsafe(address: str) -> None:
    assert unsafe(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a01:e0a::1", "2001:4860:4860::8888", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"],
)
def test_safe(address: str) -> None:
    assert unsafe(address) is None


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fd12::1", "::ffff:127.0.0.1", "100.64.0.1"])
def test_private_may_be_opened(address: str) -> None:
    assert unsafe(address, allow_private=True) is None


@pytest.mark.parametrize("address", ["169.254.169.254", "100.100.100.200", "fd00:ec2::254", "fe80::1", "224.0.0.1", "0.0.0.0"])
def test_metadata_and_multicast_stay_shut(address: str) -> None:
    assert unsafe(address, allow_private=True)


@example(ipaddress.ip_address("2002:100::"))
@given(st.ip_addresses())
def test_nothing_is_safer_than_the_registry(ip: object) -> None:
    """What Python's own registry calls private, loopback, multicast or reserved is never dialled."""
    assert isinstance(ip, ipaddress.IPv4Address | ipaddress.IPv6Address)
    wrapped = isinstance(ip, ipaddress.IPv6Address) and str(ip).startswith("64:ff9b::")
    if (ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_link_local) and not wrapped:
        mapped = isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped
        assert unsafe(str(ip)) or mapped


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0x7f.1", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("１２７.０.０.１", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"), ("[::FFFF:127.0.0.1]", "::ffff:7f00:1"), ("a.fr", None), ("1.2.3.4.fr", None),
    ],
)  # fmt: skip
def test_literal(written: str, address: str | None) -> None:
    found = parts(f"http://{written}/")
    assert found is not None
    assert literal(found.hostname) in (address, address and "::ffff:127.0.0.1")


class Names:
    """A resolver that knows some names and counts the questions."""

    authoritative = False

    def __init__(self, **known: str) -> None:
        self.known = {name.replace("_", "."): address for name, address in known.items()}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        self.asked.append(host)
        await asyncio.sleep(0)
        if host not in self.known:
            raise NoSuchHost(host)
        return [Endpoint(address, port) for address in self.known[host].split()]


async def test_no_such_host_is_believed_when_names_resolve() -> None:
    names = Names(www_afnic_fr="192.134.5.37")
    guard = Guard(names)
    for _ in range(2):
        with pytest.raises(NoSuchHost):
            await guard.endpoints("gone.fr", 80)
    assert names.asked.count("www.afnic.fr") == 1
    await guard.close()


async def test_offline_no_name_is_dead() -> None:
    guard = Guard(Names())
    for _ in range(2):
        with pytest.raises(DnsFailure):
            await guard.endpoints("a.fr", 80)
    await guard.close()


async def test_order_changes_no_verdict() -> None:
    """Many unknown names at once, before and after a known one: one canary look-up, one verdict."""
    names = Names(www_service_public_fr="1.1.1.1", a_fr="8.8.8.8")
    guard = Guard(names)
    hosts = ["x.fr", "y.fr", "a.fr", "z.fr"]
    found = await asyncio.gather(*(guard.endpoints(host, 80) for host in hosts), return_exceptions=True)
    assert [type(one) for one in found] == [NoSuchHost, NoSuchHost, list, NoSuchHost]
    assert names.asked.count(CANARIES[0]) == 1
    await guard.close()


async def test_network_that_hides_the_canaries_but_resolves() -> None:
    guard = Guard(Names(a_fr="8.8.8.8"))
    await guard.endpoints("a.fr", 80)
    with pytest.raises(NoSuchHost):
        await guard.endpoints("b.fr", 80)
    await guard.close()


async def test_name_of_this_machine_proves_nothing() -> None:
    """A site served by the laptop itself, offline: its links cannot be verified, and are not dead."""
    guard = Guard(Names(localhost="127.0.0.1"), allow_private=True)
    for _ in range(2):
        assert await guard.endpoints("localhost", 8000)
        with pytest.raises(DnsFailure):
            await guard.endpoints("b.fr", 80)
    await guard.close()


async def test_canary_that_is_a_captive_portal_proves_nothing() -> None:
    guard = Guard(Names(**{name.replace(".", "_"): "10.0.0.1" for name in CANARIES}))
    with pytest.raises(DnsFailure):
        await guard.endpoints("b.fr", 80)
    await guard.close()


async def test_authoritative_resolver_needs_no_proof() -> None:
    names = Names()
    names.authoritative = True
    with pytest.raises(NoSuchHost):
        await Guard(names).endpoints("b.fr", 80)
    assert names.asked == ["b.fr"]


async def test_one_bad_address_condemns_the_name() -> None:
    with pytest.raises(UnsafeAddress, match=r"127\.0\.0\.1"):
        await Guard(Names(a_fr="8.8.8.8 127.0.0.1")).endpoints("a.fr", 80)


async def test_answers_are_kept_but_failures_are_not() -> None:
    names = Names(a_fr="8.8.8.8")
    names.authoritative = True
    guard = Guard(names)
    for host in ("a.fr", "a.fr", "b.fr", "b.fr"):
        with pytest.raises(NoSuchHost) if host == "b.fr" else _nothing():
            await guard.endpoints(host, 80)
    assert names.asked == ["a.fr", "b.fr", "b.fr"]


async def test_resolver_that_never_answers() -> None:
    class Silent:
        authoritative = True

        async def resolve(self, host: str, port: int) -> list[Endpoint]:
            await asyncio.sleep(10)
            return []

    with pytest.raises(DnsFailure):
        await Guard(Silent(), timeout=0.05).endpoints("a.fr", 80)


@pytest.mark.parametrize(
    ("code", "expected"), [(socket.EAI_NONAME, NoSuchHost), (socket.EAI_AGAIN, DnsFailure), (socket.EAI_FAIL, DnsFailure)]
)
async def test_system_resolver(monkeypatch: pytest.MonkeyPatch, code: int, expected: type[Exception]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(expected):
        await SystemResolver().resolve("a.fr", 80)


async def test_system_resolver_finds_the_machine() -> None:
    assert Endpoint("127.0.0.1", 80) in await SystemResolver().resolve("localhost", 80)


def _nothing() -> "contextlib.nullcontext[None]":
    return contextlib.nullcontext()
