"""URLs: joining as a browser does, identity, hosts and the sites they belong to. Pure."""

from functools import lru_cache

import ada_url
from publicsuffixlist import PublicSuffixList

_SUFFIXES = PublicSuffixList()
_WEB = ("http:", "https:")


@lru_cache(maxsize=8192)
def join(base: str, href: str) -> str | None:
    """The absolute URL that `href` on `base` leads to, WHATWG rules; None when it is not a valid URL."""
    try:
        return ada_url.join_url(base, href.strip())
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def parts(url: str) -> "ada_url.URL | None":
    """The parsed URL (WHATWG), or None."""
    try:
        return ada_url.URL(url)
    except ValueError:
        return None


def is_web(url: str) -> bool:
    """Whether the address is one that can be fetched: http or https."""
    return url.startswith(_WEB)


def host(url: str) -> str:
    """The host in lower-case ASCII without port; '' when there is none."""
    found = parts(url)
    return found.hostname if found else ""


def path(url: str) -> str:
    """The path as written, '' when there is none."""
    found = parts(url)
    return found.pathname if found else ""


def twin(name: str) -> str:
    """The host without its `www.`: a town's site answers under both."""
    return name.removeprefix("www.")


@lru_cache(maxsize=4096)
def registrable(name: str) -> str:
    """The name one registers (`besancon.fr`), or the host itself for literals and single labels."""
    return _SUFFIXES.privatesuffix(name) or name


def under(name: str, domain: str) -> bool:
    """Whether host `name` is `domain` or one of its sub-domains."""
    return name == domain or name.endswith("." + domain)


def address(url: str) -> str:
    """The URL without its fragment: what a link and the visit of it have in common."""
    return url.partition("#")[0]
