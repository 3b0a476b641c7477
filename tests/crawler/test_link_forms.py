"""The obstacle course: every form in which a page can write a link, and what the walk does about it, over real sockets.

VISIT reads it as a page, PROBE asks only whether it is there, FAIL notes it without a request because there is nobody to ask,
IGNORE leaves it alone. The address is the one that is asked: host and target are compared with what the server received.
"""

import pytest

from crawler.url import parts
from tests.crawler.walking import HTML, LIMITS, html, walk
from tests.web import Answer, Request, Web

HERE = "http://mairie.fr/vie/index.html?id=1"
M, V, OUT = "http://mairie.fr", "http://mairie.fr/vie", "http://ailleurs.fr"
VISIT, PROBE, FAIL, IGNORE = "visit", "probe", "fail", "ignore"
Form = tuple[str, str, str]

HREFS: list[Form] = [
    # paths
    ("agenda.html", VISIT, f"{V}/agenda.html"),
    ("./agenda.html", VISIT, f"{V}/agenda.html"),
    ("../agenda.html", VISIT, f"{M}/agenda.html"),
    ("../../../../agenda.html", VISIT, f"{M}/agenda.html"),
    ("a/./b/../c", VISIT, f"{V}/a/c"),
    ("/%2e%2e/%2E/secret", VISIT, f"{M}/secret"),
    ("/", VISIT, f"{M}/"),
    (".", VISIT, f"{V}/"),
    ("..", VISIT, f"{M}/"),
    ("//mairie.fr/x", VISIT, f"{M}/x"),
    ("//ailleurs.fr/x", PROBE, f"{OUT}/x"),
    ("///ailleurs.fr/x", PROBE, f"{OUT}/x"),
    ("/a//b///c", VISIT, f"{M}/a//b///c"),
    ("/A/B.HTML", VISIT, f"{M}/A/B.HTML"),
    ("/dossier/", VISIT, f"{M}/dossier/"),
    # queries and fragments
    ("?id=2", VISIT, f"{V}/index.html?id=2"),
    ("?id=2&amp;copie=3", VISIT, f"{V}/index.html?id=2&copie=3"),
    ("?id=2&copy=3", VISIT, f"{V}/index.html?id=2&copy=3"),
    ("/x?", VISIT, f"{M}/x?"),
    ("/x?a=b?c=d", VISIT, f"{M}/x?a=b?c=d"),
    ("/x?u=http://ailleurs.fr/", VISIT, f"{M}/x?u=http://ailleurs.fr/"),
    ("", IGNORE, ""),
    ("   ", IGNORE, ""),
    ("#", IGNORE, ""),
    ("#haut", IGNORE, ""),
    ("?id=1", IGNORE, ""),
    ("?id=1#haut", IGNORE, ""),
    ("index.html?id=1&utm_source=lettre", IGNORE, ""),
    ("/x#bus", VISIT, f"{M}/x"),
    ("/x?PHPSESSID=0123456789abcdef", VISIT, f"{M}/x?PHPSESSID=0123456789abcdef"),
    ("/x;jsessionid=0A1B", VISIT, f"{M}/x;jsessionid=0A1B"),
    # white space, entities, letters, escapes
    (" /espaces ", VISIT, f"{M}/espaces"),
    ("/compte rendu.html", VISIT, f"{M}/compte%20rendu.html"),
    ("/d\te\nm\rarches", VISIT, f"{M}/demarches"),
    ("&#47;x&#x2F;y", VISIT, f"{M}/x/y"),
    ("/d&eacute;marches", VISIT, f"{M}/d%C3%A9marches"),
    ("/démarches", VISIT, f"{M}/d%C3%A9marches"),
    ("/d%C3%A9marches", VISIT, f"{M}/d%C3%A9marches"),
    ("/d%e9marches", VISIT, f"{M}/d%e9marches"),
    ("/100%", VISIT, f"{M}/100%"),
    ("/a%zzb", VISIT, f"{M}/a%zzb"),
    ("/%7Ebob", VISIT, f"{M}/%7Ebob"),
    ("/a%2Fb", VISIT, f"{M}/a%2Fb"),
    ("/{modele}", VISIT, f"{M}/%7Bmodele%7D"),
    ("/a|b^c`d", VISIT, f"{M}/a|b%5Ec%60d"),
    ("/emoji-🎉", VISIT, f"{M}/emoji-%F0%9F%8E%89"),
    ("/a%00b", VISIT, f"{M}/a%00b"),
    # schemes and hosts
    ("HTTP://MAIRIE.FR/X", VISIT, f"{M}/X"),
    ("http://www.mairie.fr/x", VISIT, "http://www.mairie.fr/x"),
    ("http:/x", VISIT, f"{M}/x"),
    ("http:x", VISIT, f"{V}/x"),
    ("http:\\\\mairie.fr\\x", VISIT, f"{M}/x"),
    ("\\x\\y", VISIT, f"{M}/x/y"),
    ("http://médiathèque.fr/x", PROBE, "http://xn--mdiathque-53af.fr/x"),
    ("http://mairie。fr/x", VISIT, f"{M}/x"),
    ("http://ailleurs.fr./x", PROBE, "http://ailleurs.fr./x"),
    ("http://agglo.mairie.fr/x", VISIT, "http://agglo.mairie.fr/x"),
    ("http://mairie.fr.pirate.fr/x", FAIL, "http://mairie.fr.pirate.fr/x"),
    ("http://ailleurs/x", FAIL, "http://ailleurs/x"),
    ("http://", IGNORE, ""),
    ("http://exa mple.fr/", IGNORE, ""),
    ("http://a..fr/", FAIL, "http://a..fr/"),
    ("http://[::1", IGNORE, ""),
    ("http://1.2.3.4.5/", IGNORE, ""),
    ("http://xn--a/", FAIL, "http://xn--a/"),
    # what must not be dialled, however it is written
    ("http://169.254.169.254/latest", FAIL, "http://169.254.169.254/latest"),
    ("http://0xa9.0xfe.0xa9.0xfe/", FAIL, "http://169.254.169.254/"),
    ("http://2852039166/", FAIL, "http://169.254.169.254/"),
    ("http://１６９.254.169.254/", FAIL, "http://169.254.169.254/"),
    ("http://[::ffff:a9fe:a9fe]/", FAIL, "http://[::ffff:a9fe:a9fe]/"),
    ("http://[ff02::1]/", FAIL, "http://[ff02::1]/"),
    # user information and ports
    ("http://qui:secret@mairie.fr/x", VISIT, f"{M}/x"),
    ("http://mairie.fr@ailleurs.fr/x", PROBE, f"{OUT}/x"),
    ("http://mairie.fr:80/x", VISIT, f"{M}/x"),
    ("http://mairie.fr:/x", VISIT, f"{M}/x"),
    ("http://mairie.fr:8080/x", PROBE, f"{M}:8080/x"),
    ("http://mairie.fr:0/x", FAIL, f"{M}:0/x"),
    ("http://mairie.fr:99999/x", IGNORE, ""),
    ("http://mairie.fr:port/x", IGNORE, ""),
    ("https://mairie.fr:443/x", FAIL, "https://mairie.fr/x"),
    # what no page is
    ("javascript:void(0)", IGNORE, ""),
    ("JavaScript:ouvrir('/x')", IGNORE, ""),
    ("java&#10;script:alert(1)", IGNORE, ""),
    ("mailto:mairie@mairie.fr", IGNORE, ""),
    ("tel:+33381000000", IGNORE, ""),
    ("sms:+33600000000", IGNORE, ""),
    ("data:text/html,<p>x", IGNORE, ""),
    ("blob:http://mairie.fr/1-2-3", IGNORE, ""),
    ("about:blank", IGNORE, ""),
    ("ftp://mairie.fr/x", IGNORE, ""),
    ("file:///etc/passwd", IGNORE, ""),
    ("whatsapp://send?text=x", IGNORE, ""),
    ("view-source:http://mairie.fr/x", IGNORE, ""),
    ("mairie@mairie.fr", VISIT, f"{V}/mairie@mairie.fr"),
    ("www.ailleurs.fr", VISIT, f"{V}/www.ailleurs.fr"),
    # documents and feeds
    ("/fichier-12.PDF", PROBE, f"{M}/fichier-12.PDF"),
    ("/fichier-12.pdf#page=3", PROBE, f"{M}/fichier-12.pdf"),
    ("/lire.php?f=bulletin.pdf", VISIT, f"{M}/lire.php?f=bulletin.pdf"),
    ("/photo.jpg?w=200", PROBE, f"{M}/photo.jpg?w=200"),
    ("/feed/", VISIT, f"{M}/feed/"),
    ("/cdn-cgi/l/email-protection#ab", IGNORE, ""),
    ("/a/a/a/a", IGNORE, ""),
    ("/" + 2100 * "x", IGNORE, ""),
]  # fmt: skip

MARKUP: list[Form] = [
    ('<area href="/x">', VISIT, f"{M}/x"),
    ('<a href="/x" target="_blank" rel="noopener">x</a>', VISIT, f"{M}/x"),
    ('<a href="/x" rel="nofollow">x</a>', VISIT, f"{M}/x"),
    ('<a href="/x" download>x</a>', VISIT, f"{M}/x"),
    ('<a href="/x" hidden>x</a>', VISIT, f"{M}/x"),
    ("<a href=/x>x</a>", VISIT, f"{M}/x"),
    ("<A HREF='/x'>x</A>", VISIT, f"{M}/x"),
    ('<a href="/x"><img src="data:,"></a>', VISIT, f"{M}/x"),
    ('<a href="/x#a">a</a><a href="/x#b">b</a><a href="/x">c</a>', VISIT, f"{M}/x"),
    ('<base href="/autre/"><a href="x">x</a>', VISIT, f"{M}/autre/x"),
    ('<base href="autre/"><a href="x">x</a>', VISIT, f"{V}/autre/x"),
    ('<base href="http://ailleurs.fr/b/"><a href="x">x</a>', PROBE, f"{OUT}/b/x"),
    ('<base target="_top"><base href="/b/"><base href="/c/"><a href="x">x</a>', VISIT, f"{M}/b/x"),
    ('<base href="javascript:x"><a href="x">x</a>', VISIT, f"{V}/x"),
    ('<iframe src="/x"></iframe>', VISIT, f"{M}/x"),
    ('<iframe src="http://ailleurs.fr/x"></iframe>', PROBE, f"{OUT}/x"),
    ('<iframe data-src="http://ailleurs.fr/x"></iframe>', PROBE, f"{OUT}/x"),
    ('<div class="tac_iframe" data-url="http://ailleurs.fr/x"></div>', PROBE, f"{OUT}/x"),
    ('<frameset><frame src="/x"></frameset>', VISIT, f"{M}/x"),
    ('<object data="/x"></object>', PROBE, f"{M}/x"),
    ('<img srcset="/x.jpg 2x">', PROBE, f"{M}/x.jpg"),
    ('<img src="http://ailleurs.fr/x.jpg">', IGNORE, ""),
    ('<meta http-equiv="refresh" content="0; url=/x">', VISIT, f"{M}/x"),
    ("<meta http-equiv=Refresh content=\"5;URL='/x'\">", VISIT, f"{M}/x"),
    ("<script>window.location.href = '/x';</script>", VISIT, f"{M}/x"),
    ('<link rel="alternate" type="application/rss+xml" href="/x">', VISIT, f"{M}/x"),
    ('<link rel="stylesheet" href="/x.css"><link rel="next" href="/x">', IGNORE, ""),
    ('<svg><a xlink:href="/x"><text>x</text></a></svg>', VISIT, f"{M}/x"),
    ('<svg><a href="/x"><text>x</text></a></svg>', VISIT, f"{M}/x"),
    ('<a href="/deconnexion" onclick="return false">x</a>', VISIT, f"{M}/deconnexion"),
    ("<div onclick=\"location.href='/x'\">x</div>", VISIT, f"{M}/x"),
    ("<button onclick=\"window.open('/x', 'y')\">x</button>", VISIT, f"{M}/x"),
    ("<div onclick=\"montrer('/x')\">x</div>", IGNORE, ""),
    ('<div data-href="/x">x</div>', VISIT, f"{M}/x"),
    ('<div data-url="x">x</div>', IGNORE, ""),
    ('<select><option value="/x">x</option></select>', VISIT, f"{M}/x"),
    ('<select><option value="page2.html">x</option></select>', VISIT, f"{V}/page2.html"),
    ('<select><option value="12">x</option><option value="a b">y</option></select>', IGNORE, ""),
    ('<form action="/x"><button formaction="/y">x</button></form>', IGNORE, ""),
    ('<blockquote cite="/x"></blockquote><q cite="/y"></q>', IGNORE, ""),
    ('<!-- <a href="/x">x</a> -->', IGNORE, ""),
    ("<script>document.write('<a href=\"/x\">x</a>')</script>", IGNORE, ""),
    ('<textarea><a href="/x">x</a></textarea>', IGNORE, ""),
    ("<p>Voir http://ailleurs.fr/x", IGNORE, ""),
]


async def asked(web: Web, body: str) -> tuple[str, str]:
    """(decision, address) for the one thing that the walk did besides reading the page itself."""

    def answer(request: Request) -> Answer:
        if "arobase-" in request.path or request.path in ("/robots.txt", "/sitemap.xml"):
            return Answer(404)
        if request.target == HERE.removeprefix(M):
            return Answer(200, HTML, f"<!doctype html><title>Vie</title>{body}".encode())
        return html(title=f"{request.host} {request.target}")

    for host in ("mairie.fr", "www.mairie.fr", "agglo.mairie.fr", "ailleurs.fr", "ailleurs.fr.", "xn--mdiathque-53af.fr"):
        web.answers[host, "*"] = answer
    visits, _ = await walk(web, HERE, LIMITS)
    assert visits[0].url == HERE
    if len(visits) == 1:
        return IGNORE, ""
    (visit,) = visits[1:]
    received = [
        r for r in web.log if r.target not in ("/robots.txt", "/sitemap.xml", HERE.removeprefix(M)) and "arobase-" not in r.path
    ]
    if not received:
        assert not visit.outcome.alive
        return FAIL, visit.url
    found = parts(visit.landed)
    assert found is not None
    assert {(r.host, r.target) for r in received} == {(found.hostname, found.pathname + found.search)}
    assert "authorization" not in received[0].headers
    assert [r.method for r in received] == ["HEAD" if visit.probe else "GET"]
    return PROBE if visit.probe else VISIT, visit.landed


@pytest.mark.parametrize(("written", "decision", "address"), HREFS)
async def test_form_of_href(web: Web, written: str, decision: str, address: str) -> None:
    quote = "'" if '"' in written else '"'
    assert await asked(web, f"<a href={quote}{written}{quote}>lien</a>") == (decision, address)


@pytest.mark.parametrize(("markup", "decision", "address"), MARKUP)
async def test_form_of_markup(web: Web, markup: str, decision: str, address: str) -> None:
    assert await asked(web, markup) == (decision, address)
