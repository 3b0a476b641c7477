"""What is embedded, also behind a consent tool; that what it shows is asked for; images in every size."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.embed import links_of
from crawler.page import Page
from crawler.pictures import candidates, pictures
from crawler.visit import Outcome
from tests.crawler.walking import LIMITS, M, html, serve, told, walk
from tests.web import Answer, Web

WATCH = "https://www.youtube.com/watch?v=Ab_c-123"

# markup -> (address that is asked, behind consent)
FORMS = [
    ('<iframe src="https://player.fr/v/1"></iframe>', "https://player.fr/v/1", False),
    ('<iframe src="//player.fr/v/1"></iframe>', "http://player.fr/v/1", False),
    ('<iframe data-src="https://player.fr/v/1"></iframe>', "https://player.fr/v/1", True),
    ('<iframe src="about:blank" data-src="https://player.fr/v/1"></iframe>', "https://player.fr/v/1", True),
    ('<iframe src="" data-cookieblock-src="https://player.fr/v/1"></iframe>', "https://player.fr/v/1", True),
    ('<iframe src="about:blank" data-src-cmplz="https://player.fr/v/1"></iframe>', "https://player.fr/v/1", True),
    ('<div class="tac_iframe" data-url="https://cartes.fr/x"></div>', "https://cartes.fr/x", True),
    ('<div class="tac_youtube" videoID="Ab_c-123"></div>', WATCH, True),
    ('<div class="youtube_player" videoID="Ab_c-123" width="560"></div>', WATCH, True),
    ('<div class="youtube_player" data-videoid="Ab_c-123"></div>', WATCH, True),
    ('<div class="vimeo_player" videoID="4567"></div>', "https://vimeo.com/4567", True),
    ('<div class="dailymotion_player" videoID="x9k"></div>', "https://www.dailymotion.com/video/x9k", True),
    ('<div class="youtube_player" videoID="../../x?"></div>', None, True),
    ('<object data="/plaquette.pdf"></object>', f"{M}/plaquette.pdf", False),
    ('<embed src="/plaquette.pdf">', f"{M}/plaquette.pdf", False),
    ('<video src="/film.mp4"></video>', f"{M}/film.mp4", False),
    ('<video><source src="/film.mp4"></video>', f"{M}/film.mp4", False),
    ('<iframe srcdoc="<p>x"></iframe>', None, False),
    ('<iframe src="javascript:void(0)"></iframe>', None, False),
    ('<div data-url="https://x.fr/">partager</div>', None, False),
    ('<img data-src="/photo.jpg">', None, False),
]


@pytest.mark.parametrize(("markup", "address", "gated"), FORMS)
def test_forms_of_embeds(markup: str, address: str | None, gated: bool) -> None:
    page = Page(f"{M}/", f"<!doctype html><body>{markup}", datetime.now(UTC))
    assert [link.href for link in links_of(page.embeds, page.url)] == ([address] if address else [])
    assert [embed.gated for embed in page.embeds if address] == ([gated] if address else [])
    for link in links_of(page.embeds, page.url):
        assert page.tree.css_first(link.selector) is not None or link.tag == "video", link.selector


async def test_what_a_consent_tool_keeps_is_asked(web: Web) -> None:
    body = (
        '<div class="tac_iframe" data-url="http://video.fr/conseil"></div><iframe data-src="http://video.fr/perdu" title="Séance">'
        '</iframe><iframe src="/plan-interactif"></iframe><object data="/plaquette.pdf"></object>'
    )
    serve(web, home=html(body=body), plaquette=Answer(404))
    web.answers["mairie.fr", "/plan-interactif"] = html(title="Plan")
    web.answers["mairie.fr", "/plaquette.pdf"] = Answer(200, {"Content-Type": "application/pdf"})
    web.answers["video.fr", "/conseil"] = html(title="Conseil")
    web.answers["video.fr", "/perdu"] = Answer(404)
    visits, _ = await walk(web)
    assert sorted(told(visits)) == [
        ("/", "OK"), ("/plan-interactif", "OK"), ("/plaquette.pdf", "OK"),
        ("http://video.fr/conseil", "OK"), ("http://video.fr/perdu", "NOT_FOUND"),
    ]  # fmt: skip
    lost = next(v for v in visits if v.outcome is Outcome.NOT_FOUND)
    assert lost.via is not None
    assert (lost.via.tag, lost.via.text, lost.via.on, lost.again) == ("iframe", "Séance", f"{M}/", True)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a.jpg", ["a.jpg"]),
        ("a.jpg 1x, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg 480w,b.jpg 800w", ["a.jpg", "b.jpg"]),
        ("a.jpg, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a,1.jpg 1x, data:image/png;base64,AAAA 2x", ["a,1.jpg", "data:image/png;base64,AAAA"]),
        ("  ,, a.jpg ,,", ["a.jpg"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_srcset(written: str, found: list[str]) -> None:
    assert list(candidates(written)) == found


def test_srcset_is_read_quickly() -> None:
    began = time.process_time()
    assert len(list(candidates(", " * 100_000 + "a " * 100_000))) == 1
    assert len(list(candidates("a.jpg 1x, " * 20_000))) == 20_000
    assert time.process_time() - began < 1


async def test_a_sample_of_the_sites_own_images(web: Web) -> None:
    body = (
        '<img src="/a.jpg" alt="La mairie"><picture><source srcset="/b.webp 1x, /perdue.webp 2x"><img src="/a.jpg"></picture>'
        '<img src="http://compteur.fr/pixel.gif"><img src="data:image/gif;base64,R0lG">'
    )
    serve(web, home=html(body=body))
    for name in ("/a.jpg", "/b.webp"):
        web.answers["mairie.fr", name] = Answer(200, {"Content-Type": "image/jpeg"})
    web.answers["compteur.fr", "*"] = Answer(200)
    visits, _ = await walk(web)
    assert told(visits) == [("/", "OK"), ("/a.jpg", "OK"), ("/b.webp", "OK"), ("/perdue.webp", "NOT_FOUND")]
    assert web.asked("compteur.fr") == [], "a visitor's counter is left alone"
    assert len((await walk(web, limits=replace(LIMITS, pictures=1)))[0]) == 2
    page = Page(f"{M}/", body, datetime.now(UTC))
    assert [link.selector for link in pictures(page)][:2] == ['img[src="/a.jpg"]', 'img[srcset="/b.webp"]']
