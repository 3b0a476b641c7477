"""Qualité des pages : titre, titre de contenu, langue, affichage sur mobile, images décrites."""

from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Tally, Verdict
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.page import Page, lang

GOOD = '<html lang="fr"><head><title>Mairie</title><meta name="viewport" content="width=device-width"></head><body>'


def judge(tally: Tally, _: Coverage) -> Verdict:
    good = sum(1 for o in tally.seen.values() if o.whole)
    if not tally.seen or good * 10 < len(tally.seen) * 2:
        return Verdict.ABSENT
    return Verdict.PRESENT if good * 10 >= len(tally.seen) * 8 else Verdict.PARTIAL


@check(
    "page_quality",
    "Qualité des pages",
    judge=judge,
    counts="Titre, titre de contenu, langue déclarée, affichage sur mobile et images décrites sur la plupart des pages.",
    examples=[
        seen(GOOD + "<h1>Bienvenue</h1></body></html>"),
        seen(GOOD + '<h1>Bienvenue</h1><img src="a.jpg" alt="La mairie"></body></html>'),
        seen(GOOD + '<h2>Bienvenue</h2><h1>Mairie</h1><img src="fond.gif" alt=""></body></html>'),
        unseen("<html><body><p>Bienvenue</p></body></html>"),
        unseen(GOOD + '<h1>Bienvenue</h1><img src="a.jpg"><img src="b.jpg"></body></html>'),
        unseen('<html lang="fr"><body><h1>Bienvenue</h1></body></html>'),
    ],
)
def page_quality(page: Page) -> Iterator[Observation]:
    images = page.outline.nodes("img")
    missing = [
        name
        for name, there in (
            ("titre", bool(page.title)),
            ("titre de contenu", any(h.level == 1 for h in page.headings)),
            ("langue", bool(lang(page))),
            ("affichage sur mobile", any(m.attributes.get("name") == "viewport" for m in page.outline.nodes("meta"))),
            ("texte de remplacement", sum("alt" in i.attributes for i in images) * 10 >= len(images) * 9),
        )
        if not there
    ]
    told = f"il manque : {', '.join(missing)}" if missing else page.title
    yield Observation.at(page, page.outline.first("title"), Trust.SURE, excerpt=told, target=page.url, whole=not missing)
