"""Certificates of every kind, through the door, and the little DER reader."""

import asyncio
import datetime
import ssl
from pathlib import Path

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from crawler import tls
from crawler.fetch import Door
from crawler.limits import Limits
from crawler.visit import Outcome, Visit
from tests.web import Answer, Web

LIMITS = Limits(allow_private=True, connect_timeout=2, read_timeout=2, deadline=4)
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
YEAR = datetime.timedelta(days=365)


class Authority:
    """A certificate authority with a root and an intermediate, made to issue what trustme will not."""

    def __init__(self) -> None:
        self.root_key = ec.generate_private_key(ec.SECP256R1())
        self.root = self._sign("Root", self.root_key, "Root", self.root_key, ca=True)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.intermediate = self._sign("Intermediate", self.key, "Root", self.root_key, ca=True)

    def _sign(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        issuer: str,
        issuer_key: ec.EllipticCurvePrivateKey,
        *,
        ca: bool = False,
        host: str = "",
        issuers_url: str = "",
    ) -> x509.Certificate:
        def named(words: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])

        builder = (
            x509.CertificateBuilder()
            .subject_name(named(name))
            .issuer_name(named(issuer))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - YEAR)
            .not_valid_after(NOW + YEAR)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if host:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        if issuers_url:
            where = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(issuers_url))
            builder = builder.add_extension(x509.AuthorityInformationAccess([where]), critical=False)
        return builder.sign(issuer_key, hashes.SHA256())

    def context(self, folder: Path, host: str, *, issuers_url: str = "", whole: bool = False) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = self._sign(host, key, "Intermediate", self.key, host=host, issuers_url=issuers_url)
        chain = [leaf, self.intermediate] if whole else [leaf]
        return _context(folder, key, chain)

    def self_signed(self, folder: Path, host: str) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        return _context(folder, key, [self._sign(host, key, host, key, host=host)])

    @property
    def pem(self) -> str:
        return self.root.public_bytes(serialization.Encoding.PEM).decode()


def _context(folder: Path, key: ec.EllipticCurvePrivateKey, chain: list[x509.Certificate]) -> ssl.SSLContext:
    file = folder / "chain.pem"
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(secret + b"".join(c.public_bytes(serialization.Encoding.PEM) for c in chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


async def visit(context: ssl.SSLContext, pem: str, folder: Path, *, probe: bool = False) -> tuple[Visit, Web]:
    (folder / "sites").mkdir()
    async with Web(folder / "sites", tls=context) as web:
        web.answers["a.fr", "/"] = Answer(200, {"Content-Type": "text/html"}, b"<h1>Mairie</h1>")
        async with Door(LIMITS, resolver=web.resolver, authorities=pem) as door:
            first = await door.fetch("https://a.fr/", probe=probe)
            again = await door.fetch("https://a.fr/", probe=probe)
    assert again.outcome is first.outcome
    return first, web


def trusted(**how: object) -> tuple[ssl.SSLContext, str]:
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(str(how.pop("host", "a.fr")), **how).configure_cert(context)  # type: ignore[arg-type]
    return context, ca.cert_pem.bytes().decode()


async def test_good(tmp_path: Path) -> None:
    context, pem = trusted(not_after=NOW + YEAR)
    found, _ = await visit(context, pem, tmp_path)
    assert found.outcome is Outcome.OK
    assert found.certificate is not None
    assert found.certificate.expires == NOW + YEAR
    assert "trustme" in found.certificate.issuer


@pytest.mark.parametrize("probe", [False, True])
async def test_expired(tmp_path: Path, probe: bool) -> None:
    context, pem = trusted(not_before=NOW - 2 * YEAR, not_after=NOW - YEAR)
    found, web = await visit(context, pem, tmp_path, probe=probe)
    assert (found.outcome, found.page) == (Outcome.TLS_EXPIRED, None)
    # The unverified look tells when it ended, and asks nothing.
    assert found.certificate is not None
    assert found.certificate.expires == NOW - YEAR
    assert web.log == []


async def test_wrong_host(tmp_path: Path) -> None:
    context, pem = trusted(host="b.fr")
    found, web = await visit(context, pem, tmp_path)
    assert found.outcome is Outcome.TLS_WRONG_HOST
    assert web.log == []


async def test_self_signed(tmp_path: Path, authority: Authority) -> None:
    found, web = await visit(authority.self_signed(tmp_path, "a.fr"), authority.pem, tmp_path)
    assert found.outcome is Outcome.TLS_SELF_SIGNED
    assert web.log == []


async def test_untrusted(tmp_path: Path, authority: Authority) -> None:
    context, _ = trusted()
    found, web = await visit(context, authority.pem, tmp_path)
    assert found.outcome is Outcome.TLS_UNTRUSTED
    assert web.log == []


async def test_incomplete(tmp_path: Path, authority: Authority) -> None:
    context = authority.context(tmp_path, "a.fr", issuers_url="http://ca.example/intermediate.crt")
    found, web = await visit(context, authority.pem, tmp_path)
    assert found.outcome is Outcome.TLS_INCOMPLETE
    assert found.outcome.alive
    assert found.page is not None
    assert "incomplete" in found.detail
    assert len(web.log) == 2


async def test_whole_chain(tmp_path: Path, authority: Authority) -> None:
    context = authority.context(tmp_path, "a.fr", issuers_url="http://ca.example/intermediate.crt", whole=True)
    found, _ = await visit(context, authority.pem, tmp_path)
    assert found.outcome is Outcome.OK
    assert found.certificate is not None
    assert found.certificate.issuer == "Intermediate"


async def test_leaf_of_a_private_authority(tmp_path: Path, authority: Authority) -> None:
    found, _ = await visit(authority.context(tmp_path, "a.fr"), authority.pem, tmp_path)
    assert found.outcome is Outcome.TLS_UNTRUSTED


async def test_plain_http_behind_https(tmp_path: Path) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    web = Web(tmp_path)
    web.answers["a.fr", "/"] = Answer(200)
    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server, Door(LIMITS, resolver=web.resolver) as door:
        web.tls_port = server.sockets[0].getsockname()[1]
        assert (await door.fetch("https://a.fr/")).outcome is Outcome.TLS_OTHER


@pytest.mark.parametrize("der", [b"", b"\x30", b"\x30\x82", b"\x30\x03\x02\x01\x00", b"\xff" * 50, bytes(50)])
def test_der_that_is_none(der: bytes) -> None:
    assert tls.certificate(der).expires is None


def test_every_prefix_of_a_certificate(authority: Authority) -> None:
    der = authority.root.public_bytes(serialization.Encoding.DER)
    assert tls.certificate(der).expires == NOW + YEAR
    for end in range(len(der)):
        tls.certificate(der[:end])
