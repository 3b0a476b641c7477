"""Air, pollens, niveau d'eau : des mesures, ou le lien vers elles."""

from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases, fold_label
from checks.observation import Observation, Trust
from checks.signs import heading, known, link, seen, unseen
from crawler.page import Page

KINDS = {
    "qualité de l'air": ("qualité de l'air", "indice atmo", "indice de l'air", "pollution de l'air", "pollution atmosphérique"),
    "pollens": ("pollen", "pollens", "risque pollinique"),
    "niveau de la rivière": (
        "niveau de la rivière",
        "hauteur d'eau",
        "vigicrues",
        "niveau d'eau",
        "niveau des eaux",
        "débit de la rivière",
    ),
    "qualité de l'eau": (
        "qualité de l'eau",
        "analyse de l'eau",
        "analyses d'eau",
        "contrôle sanitaire de l'eau",
        "qualité des eaux",
        "qualité eau potable",
    ),
    "bruit": ("carte du bruit", "cartes de bruit", "cartographie du bruit"),
}
NAMES = tuple(p for words in KINDS.values() for p in words)
OTHERS = ("piscine", "label", "niveau de la classe", "scolaire")


@check(
    "environmental_data",
    "Données sur l'environnement",
    counts="Des mesures de l'air, des pollens, des rivières ou de l'eau, ou le lien vers elles.",
    signs=[known(), link(*NAMES, unless=OTHERS), heading(*NAMES, unless=OTHERS)],
    examples=[
        seen('<a href="https://www.vigicrues.gouv.fr/">Crues</a>'),
        seen("<h2>Qualité de l’air : indice du jour</h2>"),
        seen('<a href="eau.pdf">Analyse de l’eau potable</a>'),
        seen("<h3>Niveau de la rivière : 1,20 m</h3>"),
        unseen("<p>L’air de la campagne est pur.</p>"),
        unseen("<h3>Qualité de l’eau de la piscine</h3>"),
        unseen('<a href="#">Qualité de l’air</a>'),
    ],
)
def environmental_data(page: Page) -> Iterator[Observation]:
    """The kinds of data told of, for the sentence; by themselves they prove nothing."""
    folded = " ; ".join([fold_label(h.text) for h in page.headings] + [fold_label(one.text) for one in page.links])
    kinds = [name for name, phrases in KIND_PHRASES if phrases.within_folded(folded)]
    if kinds:
        yield Observation.at(page, page.headline, Trust.HINT, proof="text", target=page.url, kinds=", ".join(kinds))


KIND_PHRASES = tuple((name, Phrases(*words)) for name, words in KINDS.items())
