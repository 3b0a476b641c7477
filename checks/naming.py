"""Naming: whether words name a thing, or only something that bears its name. Pure."""

import re
from collections.abc import Sequence
from itertools import product

from checks.communes.names import PARTS
from checks.text.folding import fold
from checks.text.lexicon import Label, cores

_APART = frozenset(
    fold(
        "rue ruelle impasse avenue boulevard allée quai square faubourg"
        " adjoint adjointe conseiller conseillère responsable directeur directrice animateur animatrice agent référent référente"
        " délégué déléguée projet futur future création construction extension réfection rénovation réhabilitation agrandissement"
        " aménagement abord créer construire financer agrandir rénover réhabiliter"
    ).split()
)
"""Words after which a name is that of a street, a post or a plan: « Impasse de l'École », « Directeur du centre de loisirs », « Extension
de l'école »."""
_MANDATE = re.compile(r"\W{0,5}(?:[Ll]a )?(?:[Cc]ommission|COMMISSION|[Dd]élégation|DÉLÉGATION)\s(?!(?:inter)?communale)\w")
"""« Commission des sports », « Délégation Cimetière »: what people are charged with."""


def for_themselves(said: Label) -> Sequence[str]:
    """The phrases that stand in a label, but those that only name a street, a post or a plan there."""
    words = _APART.intersection(said.folded.split())
    if not words:
        return said.phrases
    text = said.folded.replace(" schema directeur ", " schema ")
    for word, phrase in product(words, sorted(said.phrases, key=len, reverse=True)):
        text = text.replace(f" {word}{phrase}", f" {word} ")
    return [phrase for phrase in said.phrases if phrase in text or not words.isdisjoint(phrase.split())]


def is_mandate(words: str) -> bool:
    """Whether a heading names what people are charged with."""
    return _MANDATE.match(words) is not None


_TAUGHT = re.compile(
    r"\b[EÉeé]coles? (?:de |d['’]|(?<!['’]école )(?:du |des ))(?!l['’]|la |nos |notre |vos |votre |mon |village|bourg|hameau|quartier|commune|secteur|rattachement"
    r"|demain|garçons|filles|centre|proximité|rattach|référence)[a-zà-ÿ]"
)
"""« École de football », « École du chiot »: what is learnt there, and no school of children."""


def is_course(words: str, phrase: str) -> bool:
    """Whether the words name what is taught in a school of another kind, of which the phrase is but « école »."""
    return phrase.strip("= ") == "ecole" and _TAUGHT.search(words) is not None


def is_former(words: str, phrase: str) -> bool:
    """Whether the words name what the thing was: « L'ancienne école »."""
    folded = fold(words)
    return f" ancien{phrase}" in folded or f" ancienne{phrase}" in folded


def is_name(words: str, phrase: str) -> bool:
    """Whether the words are that phrase and nothing more, but what any label may have."""
    return f"= {phrase.strip()} " in cores(words) or fold(words) == phrase


def in_one_part(title: str, phrase: str) -> bool:
    """Whether a phrase does not reach over what parts a title: « Accessibilité - Ville de Rives » is not the town's."""
    parts = PARTS.split(title)
    return len(parts) == 1 or phrase == fold(title).strip() or any(f" {phrase} " in f" {fold(part).strip()} " for part in parts)
