"""URLs: joining as a browser does, identity, hosts and the sites they belong to. Pure.

A URL is fetched as it was written and compared by its fingerprint. No path is ever lower-cased, no trailing slash dropped.
"""

import ipaddress
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import ada_url
from publicsuffixlist import PSLFILE, PublicSuffixList

_WEB = ("http:", "https:")

# scheme, credentials, host and port, path, query of a URL in WHATWG form
_CUT = re.compile(r"(https?)://(?:([^/?#@]*)@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_SLASHES = re.compile(r"//+")
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*|/\((?:[A-Z]\([^)/]*\))+\)", re.I)
# Parameters that name the visitor or where he came from, never the page.
_NOISE = re.compile(
    r"(?:phpsessid|jsessionid|aspsessionid\w*|session_?id|sessid|cfid|cftoken|oscsid|zenid|fe_typo_user"
    r"|utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|fbclid|gclid|dclid|msclkid|mc_[ce]id|xtor|_ga|_gl)=",
    re.I,
)
# Names that may also number a section: only a long token makes them a session.
_MAYBE_NOISE = re.compile(r"(?:s|sid|session|token)=(?=[^&]*\d)[0-9a-z]{20,}\Z", re.I)


def join(base: str, href: str) -> str | None:
    """The absolute URL that `href` on `base` leads to, WHATWG rules; None when it is not a valid URL."""
    href = href.strip()
    # Of the base only the origin counts for `/x`, nothing for `https://x`: a menu is then joined once for all pages.
    if href.startswith("/") and base.startswith(_WEB):
        end = base.find("/", 8)
        base = base if end < 0 else base[:end]
    elif href.startswith(("http://", "https://")):
        base = href
    return _join(base, href)


@lru_cache(maxsize=4096)
def _join(base: str, href: str) -> str | None:
    try:
        return ada_url.join_url(base, href)
    except ValueError:
        return None


class Parts:
    """A parsed URL (WHATWG). Each part is cut out when it is first asked for: that is dearer than to keep it."""

    href: str
    protocol: str
    username: str
    password: str
    host: str
    hostname: str
    port: str
    pathname: str
    search: str
    origin: str

    def __init__(self, url: str) -> None:
        self._whole = ada_url.URL(url)

    def __getattr__(self, name: str) -> str:
        part: str = getattr(self._whole, name)
        self.__dict__[name] = part
        return part


@lru_cache(maxsize=1024)
def parts(url: str) -> Parts | None:
    """The URL taken apart, or None when it is none."""
    try:
        return Parts(url)
    except ValueError:
        return None


def is_web(url: str) -> bool:
    """Whether the address is one that can be fetched: http or https."""
    return url.startswith(_WEB)


@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """The host in lower-case ASCII without port; '' when there is none."""
    found = parts(url)
    return found.hostname if found else ""


def host_and_port(url: str) -> str:
    """The same with its port, where that is not the usual one of its scheme: two sites of one machine are two."""
    found = parts(url)
    return found.host if found else ""


def path(url: str) -> str:
    """The path as written, '' when there is none."""
    found = parts(url)
    return found.pathname if found else ""


def cut(url: str) -> tuple[str, str, str, str, str]:
    """(scheme, credentials, host with port, path, query) of a web URL in WHATWG form; five '' for any other.

    A tenth of the cost of `parts`: for URLs that come out of `join`.
    """
    found = _CUT.match(url)
    if found is None:
        return "", "", "", "", ""
    scheme, credentials, netloc, where, query = found.groups()
    return scheme, credentials or "", netloc, where, query or ""


def twin(name: str) -> str:
    """The host without its `www.`: a town's site answers under both."""
    return name.removeprefix("www.")


@lru_cache(maxsize=4096)
def registrable(name: str) -> str:
    """The name one registers (`besancon.fr`), or the host itself for literals and single labels.

    On a host that many sites share, the name of the one site: `mairie-x.e-monsite.com`.
    """
    if _is_literal(name):
        return name
    labels = name.split(".")
    for n in range(1, len(labels)):
        if ".".join(labels[n:]) in shared_names():
            # `www.jimdo.com` is the provider's own site, not a customer's.
            return ".".join(labels[n:] if labels[n - 1] == "www" else labels[n - 1 :])
    top = name.rstrip(".").rpartition(".")[2]
    return _suffixes(top).privatesuffix(name) or name


@cache
def _suffixes(top: str) -> PublicSuffixList:
    """The rules of one top-level domain: to read all ten thousand takes 30 ms, and an audit meets a dozen."""
    return PublicSuffixList(_rules().get(top, ()), accept_encoded_idn=False)


@cache
def _rules() -> dict[str, list[str]]:
    """The rules of each top-level domain, in the ASCII form that hosts have here."""
    found: dict[str, list[str]] = {}
    with open(PSLFILE, encoding="utf-8") as lines:
        for line in lines:
            rule = line.strip()
            if rule and not rule.startswith("//"):
                rule = rule if rule.isascii() else _ascii(rule)
                found.setdefault(rule.rpartition(".")[2], []).append(rule)
    return found


def _ascii(rule: str) -> str:
    """`*.` and `!` stay before it."""
    return ".".join(label if label.isascii() else label.encode("idna").decode("ascii") for label in rule.split("."))


def under(name: str, domain: str) -> bool:
    """Whether host `name` is `domain` or one of its sub-domains."""
    return name == domain or name.endswith("." + domain)


def address(url: str) -> str:
    """The URL without its fragment: what a link and the visit of it have in common."""
    return url.partition("#")[0]


@lru_cache(maxsize=4096)
def fingerprint(url: str) -> str:
    """What makes two URLs the same page: for comparing only, never fetched. The URL itself when it is not of the web.

    Alike: http and https, `www.` or not, fragments, credentials, escapes of plain characters, runs of slashes, the order
    of parameters, session ids, campaign tags. Apart: letter case of path and query, a trailing slash, every other parameter.
    """
    try:
        whole = ada_url.normalize_url(url)
    except ValueError:
        return url
    scheme, _, netloc, where, query = cut(whole)
    if not scheme:
        return address(url)
    if "//" in where:
        where = _SLASHES.sub("/", where)
    if ";" in where or "(" in where:
        where = _PATH_SESSION.sub("", where) or "/"
    if "%" in where:
        where = _ESCAPE.sub(_unescape, where)
    if query:
        if "%" in query:
            query = _ESCAPE.sub(_unescape, query)
        kept = [p for p in query.split("&") if p and not _NOISE.match(p) and not _MAYBE_NOISE.match(p)]
        kept.sort(key=_name_of)
        query = "&".join(kept)
    return f"{twin(netloc)}{where}?{query}" if query else f"{twin(netloc)}{where}"


def _name_of(parameter: str) -> str:
    return parameter.partition("=")[0]


def _unescape(found: re.Match[str]) -> str:
    escape = found[0]
    character = chr(int(escape[1:], 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else escape.upper()


@dataclass(frozen=True, slots=True)
class Site:
    """What the walk reads as one site: a host under both its names and schemes, and on some hosts one folder of it.

    `name` is the host without `www.`, with its port when that is not the usual one; `folder` '' or '/view/mairie-de-x'.
    """

    name: str
    folder: str = ""

    def holds(self, url: str) -> bool:
        """Whether the URL (WHATWG form) is on this site."""
        _, _, netloc, where, _ = cut(url)
        if twin(netloc) != self.name:
            return False
        return not self.folder or where == self.folder or where.startswith(self.folder + "/")

    def near(self, url: str) -> bool:
        """Whether the URL (WHATWG form) is on a sub-domain of this site."""
        if self.folder:
            return False
        netloc = twin(cut(url)[2])
        return netloc != self.name and netloc.endswith("." + self.name)


def site_of(url: str) -> Site:
    """The site that a URL belongs to."""
    found = parts(url)
    if found is None:
        return Site("")
    name = twin(found.host)
    for base, above in shared_folders():
        if twin(found.hostname) == base and found.pathname.startswith(above):
            folder = found.pathname[len(above) :].partition("/")[0]
            if folder:
                return Site(name, above + folder)
    return Site(name)


def same_site(one: str, other: str) -> bool:
    """Whether two URLs belong to the same owner's domain: same registrable name, same folder on a host shared by folders."""
    a, b = site_of(one), site_of(other)
    return registrable(host(one)) == registrable(host(other)) and a.folder == b.folder


def _is_literal(name: str) -> bool:
    if not (name.endswith("]") or name[-1:].isdigit()):
        return False
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


@cache
def shared_names() -> frozenset[str]:
    """Domains under which each name is a site of its own."""
    return frozenset(line for line in _shared_lines() if "/" not in line)


@cache
def shared_folders() -> tuple[tuple[str, str], ...]:
    """(host, folder) below which each folder is a site of its own."""
    found = []
    for line in _shared_lines():
        name, slash, rest = line.partition("/")
        if slash:
            found.append((name, "/" + rest))
    # The deepest first: `/site/` before `/`.
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


@cache
def _shared_lines() -> tuple[str, ...]:
    text = (files("crawler") / "shared_hosts.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
