"""Shops: titles and lines that name them, on whatever page they stand. Pure."""

import re
from collections.abc import Iterator

from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, blocks, is_of_the_past, proceedings
from checks.reading.sections import beneath
from checks.reading.spots import headed, says_itself
from checks.text.lexicon import Phrases, Prose
from crawler.markup import heading_above
from crawler.page import Page

NAMES_OF_TRADES = (
    "auberge", "restaurant", "café", "bar", "tabac", "épicerie", "boulangerie", "boulanger", "boucherie", "charcuterie",
    "traiteur", "coiffeur", "coiffeuse", "coiffure", "fleuriste", "garage", "plombier", "électricien", "maçon", "maçonnerie",
    "couvreur", "peintre", "menuisier", "menuiserie", "charpentier", "paysagiste", "gaec", "earl", "maraîcher", "fromage",
    "miel", "taxi", "gîte", "esthéticienne", "cycles", "pressing", "bijouterie", "quincaillerie", "poissonnerie", "fromagerie",
    "serrurier", "carreleur", "plomberie", "fruitière", "fournil", "électricité", "chauffage", "toiture", "couverture",
    "opticien", "carrosserie", "légumes", "volailles", "bois de chauffage", "barbe", "barbier", "plâtrier", "terrassement",
    "chauffagiste", "pizzeria", "hôtel", "camping", "librairie", "viticulteur", "scierie", "taille de pierre", "ébéniste", "ferronnier", "potier", "apiculteur",
    "brasserie", "tapissier", "maréchal-ferrant", "toilettage", "ramonage", "élagage", "couturière", "supérette", "institut de beauté",
    "charpente", "mécanique", "auto-école", "agence immobilière", "pâtisserie", "chocolatier", "caviste", "savonnerie", "snack",
    "crêperie", "presse", "mercerie", "cordonnier", "droguerie", "vannier", "tonnelier", "primeur",
)  # fmt: skip
TRADES = Prose(*NAMES_OF_TRADES)
SHOPS = Phrases("commerce", "commerçant", "artisan", "boutique", "magasin")
NAME = 4
"""Words of a title that but names them."""
_TRADE = f"(?i:{'|'.join(NAMES_OF_TRADES)})s?"
SHOP = re.compile(
    rf"({_TRADE})(?:[/ ,–-]+{_TRADE})?\s(?:(?:du|de la|des?|chez)\s)?[«\"]?\s?(?:L['’]|Le |La |Les |Chez )?[A-ZÀ-Ý][\w'’-]+"
)
"""A trade and whose it is: « Bar-tabac Le Relais »."""
THANKS = Phrases(
    "partenaires",
    "sponsors",
    "merci",
    "remerciements",
    "lots",
    "tombola",
    "exposants",
    "entreprises retenues",
    "soutiennent",
    "appel d'offres",
    "mécènes",
)
"""What else is a list of them."""
GONE = re.compile(r"\b1[89]\d\d\b|\bferma\b|\bferm(?:é|ée) en\b|€|\bdémolie?s?\b|\bdevenue?s?\b|\baujourd['’]hui\b")
"""Shops of another time; what they are paid."""
SEVERAL = 3
LINE = 160
"""Characters up to which the line of a list, or a sentence, names one business."""


def listed(page: Page, unless: Phrases) -> Iterator[Observation]:
    """Telephones under a title that names shops; lines that each begin with another trade and a name."""
    if proceedings(page) or is_of_the_past(page):
        return
    for heading in headed(page, SHOPS, unless=unless):
        if heading.text.count(" ") < NAME and len(TELEPHONE.places(beneath(page, heading))) > 1:
            yield Observation.at(page, heading, Trust.LIKELY, proof="structure")
    if says_itself(page, TRADES):
        short = ((node, words) for node, words in blocks(page) if len(words) <= LINE and not GONE.search(words))
        begun = [(node, shop[1].lower()) for node, words in short if (shop := SHOP.match(words))]
        if len({trade for _, trade in begun}) > SEVERAL and not THANKS.within(heading_above(begun[0][0])):
            yield Observation.at(page, begun[0][0], Trust.LIKELY, proof="structure", count=len(begun))
