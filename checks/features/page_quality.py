"""Qualité des pages : titre, titre de contenu, langue, affichage sur mobile, images décrites."""

from collections import Counter
from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Judgement, Verdict
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from checks.tally import Tally
from crawler.page import Page, lang

GOOD = '<html lang="fr"><head><title>Mairie</title><meta name="viewport" content="width=device-width"></head><body>'


def judge(tally: Tally, _: Coverage) -> Judgement:
    """What most of the pages that are not good lack is named."""
    good = sum(1 for o in tally.seen.values() if o.whole)
    if good and good * 10 >= len(tally.seen) * 8:
        return Judgement(Verdict.PRESENT)
    counted = Counter(name for o in tally.seen.values() for name in str(o.facts.get("_lacking", "")).split(", ") if name)
    lacking = [name for name, times in counted.items() if times * 2 >= len(tally.seen) - good]
    verdict = Verdict.PARTIAL if good and good * 10 >= len(tally.seen) * 2 else Verdict.ABSENT
    return Judgement(verdict, {"lacking": ", ".join(lacking)} if lacking else {})


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
            ("un titre", bool(page.title)),
            ("un titre de contenu", any(h.level == 1 for h in page.headings)),
            ("la langue déclarée", bool(lang(page))),
            ("l’adaptation aux mobiles", any(m.attributes.get("name") == "viewport" for m in page.outline.nodes("meta"))),
            ("la description des images", sum("alt" in i.attributes for i in images) * 10 >= len(images) * 9),
        )
        if not there
    ]
    told = f"il manque : {', '.join(missing)}" if missing else page.title
    yield Observation.at(
        page,
        page.outline.first("title"),
        Trust.SURE,
        excerpt=told,
        target=page.url,
        whole=not missing,
        _lacking=", ".join(missing),
    )
