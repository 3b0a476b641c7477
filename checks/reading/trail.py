"""Trail: the section in which a page says that it stands (« Accueil > La mairie > Nouveaux arrivants »). Pure."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.observation import Observation, Trust
from checks.text.lexicon import Phrases
from crawler.markup import squeeze
from crawler.page import Page, derived

HOME = Phrases("accueil", "home", "vous êtes ici", "retour")


@derived
def section(page: Page) -> tuple[LexborNode, str] | None:
    """The first step of the page's trail below the home page, with its words; None when there is no trail."""
    outline = page.outline
    for trail in outline.together(outline.classed("breadcrumb", "ariane"), outline.identified("breadcrumb", "ariane")):
        for node in trail.css("a[href]"):
            words = squeeze(node.text(separator=" "))
            if words and not HOME.within(words):
                return node, words
    return None


def standing(page: Page) -> Iterator[Observation]:
    """The section as the fact `rubric`: it proves nothing by itself."""
    found = section(page)
    if found and found[1] != page.headline:
        node, words = found
        yield Observation.at(page, node, Trust.HINT, proof="fact:rubric", excerpt=words, target=f"rubric:{words}", rubric=words)
