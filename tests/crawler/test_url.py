"""URLs: what a link leads to, which URLs are one page, which hosts are one site."""

from datetime import UTC, datetime

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from crawler.limits import Limits
from crawler.page import Page
from crawler.route import Route, route
from crawler.traps import study
from crawler.url import Site, fingerprint, host, host_and_port, join, registrable, same_site, shared_names, site_of

HOME = "https://www.mairie.fr/vie/index.php?id=1"
PAGE, PROBE, FEED, NEAR, NOWHERE = Route.PAGE, Route.PROBE, Route.FEED, Route.NEAR, Route.NOWHERE
M = "https://www.mairie.fr"

# href as written -> (where it leads, what the walk does with it); None: the page gives no link for it
FORMS: list[tuple[str, str | None, Route]] = [
    ("/", f"{M}/", PAGE),
    ("agenda.html", f"{M}/vie/agenda.html", PAGE),
    ("./agenda.html", f"{M}/vie/agenda.html", PAGE),
    ("../agenda.html", f"{M}/agenda.html", PAGE),
    ("../../../../agenda.html", f"{M}/agenda.html", PAGE),
    ("a/../../b/./c", f"{M}/b/c", PAGE),
    ("/%2e%2e/secret", f"{M}/secret", PAGE),
    ("?id=2", f"{M}/vie/index.php?id=2", PAGE),
    ("?id=2&amp;page=3", f"{M}/vie/index.php?id=2&page=3", PAGE),
    ("/a?b=1&copy=2", f"{M}/a?b=1&copy=2", PAGE),
    ("", None, NOWHERE),
    ("   ", None, NOWHERE),
    ("#haut", None, NOWHERE),
    ("/contact#plan", f"{M}/contact#plan", PAGE),
    ("javascript:void(0)", None, NOWHERE),
    ("JavaScript:ouvrir('/x')", None, NOWHERE),
    ("mailto:mairie@mairie.fr", None, NOWHERE),
    ("tel:+33381000000", None, NOWHERE),
    ("data:text/html,x", None, NOWHERE),
    ("ftp://mairie.fr/x", None, NOWHERE),
    ("file:///etc/passwd", None, NOWHERE),
    ("//cdn.exemple.fr/x", "https://cdn.exemple.fr/x", PROBE),
    ("//www.mairie.fr/x", f"{M}/x", PAGE),
    ("http://mairie.fr/x", "http://mairie.fr/x", PAGE),
    ("HTTPS://WWW.Mairie.FR/X", f"{M}/X", PAGE),
    ("https://www.mairie.fr:443/x", f"{M}/x", PAGE),
    ("https://www.mairie.fr:8443/x", "https://www.mairie.fr:8443/x", PROBE),
    ("https://qui:secret@www.mairie.fr/x", "https://qui:secret@www.mairie.fr/x", PAGE),
    ("https://www.mairie.fr@pirate.fr/x", "https://www.mairie.fr@pirate.fr/x", PROBE),
    ("https://mediatheque.mairie.fr/", "https://mediatheque.mairie.fr/", NEAR),
    ("https://notmairie.fr/", "https://notmairie.fr/", PROBE),
    ("https://www.mairie.fr.pirate.fr/", "https://www.mairie.fr.pirate.fr/", PROBE),
    (" /compte rendu.html ", f"{M}/compte%20rendu.html", PAGE),
    ("/d\té\nmarches", f"{M}/d%C3%A9marches", PAGE),
    ("/démarches", f"{M}/d%C3%A9marches", PAGE),
    ("/d&eacute;marches", f"{M}/d%C3%A9marches", PAGE),
    ("/d%e9marches", f"{M}/d%e9marches", PAGE),
    ("https://www.mairie-évry.fr/", "https://www.xn--mairie-vry-h7a.fr/", PROBE),
    ("https://mairie。fr/x", "https://mairie.fr/x", PAGE),
    ("\\vie\\x.html", f"{M}/vie/x.html", PAGE),
    ("https:/x", f"{M}/x", PAGE),
    ("http://", None, NOWHERE),
    ("http://[::1", None, NOWHERE),
    ("https://exa mple.fr/", None, NOWHERE),
    ("/magazine.PDF", f"{M}/magazine.PDF", PROBE),
    ("/photo.jpg?w=20", f"{M}/photo.jpg?w=20", PROBE),
    ("/liste.php?f=a.pdf", f"{M}/liste.php?f=a.pdf", PAGE),
    ("/agenda.ics", f"{M}/agenda.ics", PROBE),
    ("/feed/", f"{M}/feed/", FEED),
    ("/spip.php?page=backend", f"{M}/spip.php?page=backend", FEED),
    ("/actualites.rss", f"{M}/actualites.rss", FEED),
    ("/cdn-cgi/l/email-protection#ab12", f"{M}/cdn-cgi/l/email-protection#ab12", NOWHERE),
    ("http://127.0.0.1/", "http://127.0.0.1/", PROBE),
    ("http://0x7f.1/", "http://127.0.0.1/", PROBE),
]


@pytest.mark.parametrize(("written", "leads", "fate"), FORMS)
def test_forms_of_links(written: str, leads: str | None, fate: Route) -> None:
    page = Page(HOME, f'<a href="{written}">lien</a>', datetime.now(UTC))
    assert [link.href for link in page.links] == ([leads] if leads else [])
    if leads:
        assert route(leads, site_of(HOME)) is fate


def test_base_href() -> None:
    page = Page(HOME, '<base href="/autre/"><a href="x">x</a><base href="/ignored/">', datetime.now(UTC))
    assert [link.href for link in page.links] == [f"{M}/autre/x"]


ALIKE = [
    ("http://mairie.fr/a", "https://www.mairie.fr/a#b"),
    ("https://mairie.fr", "https://MAIRIE.fr:443/"),
    ("https://mairie.fr/?", "https://mairie.fr/"),
    ("https://mairie.fr/%7Ea/%c3%a9", "https://mairie.fr/~a/%C3%A9"),
    ("https://mairie.fr/a/./b/../c", "https://mairie.fr/a/c"),
    ("https://mairie.fr/a//b///c", "https://mairie.fr/a/b/c"),
    ("https://mairie.fr/?a=1&b=2", "https://mairie.fr/?b=2&a=1"),
    ("https://mairie.fr/?a=1&PHPSESSID=0a1b2c", "https://mairie.fr/?a=1"),
    ("https://mairie.fr/a;jsessionid=0A1B?x=1", "https://mairie.fr/a?x=1"),
    ("https://mairie.fr/(S(abc123))/a.aspx", "https://mairie.fr/a.aspx"),
    ("https://mairie.fr/?sid=0123456789abcdef0123456789abcdef", "https://mairie.fr/"),
    ("https://mairie.fr/a?utm_source=lettre&fbclid=x", "https://mairie.fr/a"),
    ("https://u:p@mairie.fr/a", "https://mairie.fr/a"),
]
APART = [
    ("https://mairie.fr/A", "https://mairie.fr/a"),
    ("https://mairie.fr/a/", "https://mairie.fr/a"),
    ("https://mairie.fr/a?x=1", "https://mairie.fr/a?x=2"),
    ("https://mairie.fr/a?x=1&x=2", "https://mairie.fr/a?x=2&x=1"),
    ("https://mairie.fr/a?X=1", "https://mairie.fr/a?x=1"),
    ("https://mairie.fr/a%2Fb", "https://mairie.fr/a/b"),
    ("https://mairie.fr/?sid=12", "https://mairie.fr/?sid=13"),
    ("https://a.mairie.fr/", "https://mairie.fr/"),
    ("https://mairie.fr:8443/", "https://mairie.fr/"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_page(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_pages(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(st.text(max_size=60))
def test_nothing_written_in_a_link_raises(written: str) -> None:
    url = join(HOME, written)
    if url is not None:
        route(url, site_of(HOME))
        study(url)
        key = fingerprint(url)
        assert key == fingerprint(url.partition("#")[0])
        assert key.startswith("//") or fingerprint("http://" + key) == key or not url.startswith("http")


REGISTRABLE = [
    ("www.besancon.fr", "besancon.fr"),
    ("mairie-x.e-monsite.com", "mairie-x.e-monsite.com"),
    ("www.mairie-x.jimdofree.com", "mairie-x.jimdofree.com"),
    ("mairie.x.pagesperso-orange.fr", "x.pagesperso-orange.fr"),
    ("mairie-x.wordpress.com", "mairie-x.wordpress.com"),
    ("www.e-monsite.com", "e-monsite.com"),
    ("x.gouv.fr", "x.gouv.fr"),
    ("127.0.0.1", "127.0.0.1"),
    ("[::1]", "[::1]"),
    ("localhost", "localhost"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "registered"), REGISTRABLE)
def test_registrable(name: str, registered: str) -> None:
    assert registrable(name) == registered


def test_sites() -> None:
    town = site_of("https://www.mairie.fr/accueil")
    assert town == Site("mairie.fr") == site_of("http://mairie.fr/")
    assert town.holds("http://mairie.fr/x")
    assert not town.holds("https://a.mairie.fr/")
    assert town.near("https://a.mairie.fr/")
    assert not town.near("https://mairie.fr.evil.com/")
    folder = site_of("https://sites.google.com/view/mairie-x/accueil")
    assert folder == Site("sites.google.com", "/view/mairie-x")
    assert folder.holds("https://sites.google.com/view/mairie-x")
    assert folder.holds("https://sites.google.com/view/mairie-x/contact")
    assert not folder.holds("https://sites.google.com/view/mairie-xy/contact")
    assert site_of("http://localhost:8000/x").holds("http://localhost:8000/y")
    assert not site_of("http://localhost:8000/x").holds("http://localhost:8001/y")


def test_same_site() -> None:
    assert same_site("https://a.mairie.fr/", "https://www.mairie.fr/x")
    assert not same_site("https://a.e-monsite.com/", "https://b.e-monsite.com/")
    assert not same_site("https://sites.google.com/view/a", "https://sites.google.com/view/b")


def test_user_agent_does_not_scan() -> None:
    agent = Limits().user_agent
    assert agent.startswith("arobase/")
    assert "scan" not in agent.lower()
    assert host("https://X.fr/") == "x.fr"


@pytest.mark.parametrize("base", ["http://a.fr/x/y?z", "http://a.fr", "http://a.fr:81/", "http://u:p@a.fr/x", "https://a.fr?x/y"])
@pytest.mark.parametrize("href", ["/b", "//b.fr/c", "/\\b.fr", "/\t/b.fr", "/../b", "http://b", "http:///b", "http:b", "?"])
def test_join_takes_shortcuts_to_the_same_end(base: str, href: str) -> None:
    try:
        straight: str | None = ada_url.join_url(base, href)
    except ValueError:
        straight = None
    assert join(base, href) == straight


def test_registrable_goes_by_the_public_suffix_list() -> None:
    """Rules are read one top-level domain at a time: the answers are those of the whole list."""
    whole = PublicSuffixList()
    names = ["www.x.fr", "x.fr.", "a.b.x.co.uk.", "a.b.c.ck", "www.ck", "x.city.kawasaki.jp", "a.b.nowhere", "a.x.xn--55qx5d.cn"]
    names += [f"a.b.{rule.lstrip('!*.')}" for rule in sorted(whole._publicsuffix)[::23] if rule.isascii()]
    shared = shared_names()
    for name in names:
        if not any(name.endswith(f".{host}") for host in shared):
            assert registrable(name) == (whole.privatesuffix(name) or name)
    assert registrable("a.mairie.asso.fr") == "mairie.asso.fr"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://WWW.Mairie.fr/x", "www.mairie.fr"),
        ("http://mairie.fr:80/", "mairie.fr"),
        ("http://127.0.0.1:8001/", "127.0.0.1:8001"),
        ("https://mairie.fr:8443/", "mairie.fr:8443"),
        ("", ""),
    ],
)
def test_the_port_is_told_where_it_is_not_the_usual_one(url: str, told: str) -> None:
    assert host_and_port(url) == told
