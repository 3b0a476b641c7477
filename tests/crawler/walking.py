"""What the tests of the walk share: a small web, a walk over it, what it told."""

from crawler.limits import Limits
from crawler.visit import Visit
from crawler.walk import Walk, WalkReport
from tests.web import Answer, Web

LIMITS = Limits(delay=0, allow_private=True, pages=60, links=60, connect_timeout=2, read_timeout=2, deadline=5)
M = "http://mairie.fr"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def html(*links: str, title: str = "Mairie", body: str = "", head: str = "") -> Answer:
    """A page; its digest differs by its title."""
    anchors = "".join(f'<a href="{link}">{link}</a> ' for link in links)
    return Answer(200, HTML, f"<!doctype html><title>{title}</title>{head}<body>{anchors}{body}</body>".encode())


def serve(web: Web, host: str = "mairie.fr", **pages: Answer) -> None:
    """`home` is /, `a_b` is /a/b."""
    for name, answer in pages.items():
        web.answers[host, "/" if name == "home" else "/" + name.replace("_", "/")] = answer


async def walk(web: Web, start: str = f"{M}/", limits: Limits = LIMITS, **more: object) -> tuple[list[Visit], WalkReport]:
    it = Walk(start, limits, resolver=web.resolver, **more)  # type: ignore[arg-type]
    visits = [visit async for visit in it]
    return visits, it.report


def told(visits: list[Visit]) -> list[tuple[str, str]]:
    return [(v.url.removeprefix(M), v.outcome.name) for v in visits]
