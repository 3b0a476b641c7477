"""Voice: how sentences open. Openings rotate in a fixed order, from another one in each section, and none is used twice in a row.
Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reports import french

THINGS = ("Le site présente", "Le site propose")
THINGS_NEXT = ("Le site propose également", "On trouve aussi sur le site", "Le site présente aussi")
SPEAKS, SPEAKS_NEXT = ("Le site évoque",), ("Le site évoque aussi", "Le site évoque également")
OFFERS = ("Le site permet de", "L'internaute peut", "Il est possible de")
OFFERS_NEXT = ("Il est également possible de", "L'internaute peut aussi", "Le site permet également de")
VERBS = ("présente", "propose", "donne accès à")
DEAD = ("Le site propose", "Le site annonce également", "Le site propose aussi")
JOINTS = ("De plus,", "Par ailleurs,", "En outre,")
LACKS = ("Manquent toutefois", "Il manque toutefois", "En revanche, le site ne propose pas")
LACKS_ALONE = ("Le site ne propose pas",)
LACKS_NEXT = ("On n'y trouve pas non plus", "Manquent également", "Il n'y a pas davantage")
LESSER = ("À noter", "On note", "À relever")

_MORE = re.compile(r"\b(?:aussi|également)\b")
_ALSO = re.compile(r"^(Le site \w+) (?:également|aussi)\b")


def opening(text: str) -> str:
    """What two sentences in a row must not share: the first two words."""
    return " ".join(re.findall(r"[\w-]+", text.lower())[:2])


@dataclass(slots=True)
class Voice:
    """Remembers what was said in a section, so that the next sentence opens otherwise."""

    shift: int = 0
    """which of the forms is the first: the number of the section"""
    last: str = ""
    told: int = 0
    _turns: dict[Sequence[str], int] = field(default_factory=dict)

    @property
    def more(self) -> bool:
        """Whether the last sentence has its « aussi » already."""
        return bool(_MORE.search(self.last))

    def turn(self, forms: Sequence[str]) -> str:
        """The next of the forms that does not open like the sentence before nor say its « aussi » again, in rotation."""
        start = self._turns.get(forms, self.shift)
        turned = [forms[(start + step) % len(forms)] for step in range(len(forms))]
        fresh = [form for form in turned if opening(form) != opening(self.last)] or turned[-1:]
        said = set(_MORE.findall(self.last))
        form = next((form for form in fresh if not said.intersection(_MORE.findall(form))), fresh[0])
        self._turns[forms] = start + turned.index(form) + 1
        return form

    def say(self, text: str) -> str:
        """The finished sentence; joined to the one before (« De plus, … ») when both would open alike."""
        if self.told and opening(text) == opening(self.last):
            plain = _ALSO.sub(r"\1", text)
            text = f"{self.turn(JOINTS)} {french.small(plain)}"
        text = french.typeset(french.sentence(text))
        self.last = text
        self.told += 1
        return text


def after(lead: str, items: Sequence[str]) -> str:
    """The items behind a lead: one that ends with « de » or « à » is contracted with each of them."""
    items = french.share(items)
    start, _, link = lead.rpartition(" ")
    if link in ("de", "à"):
        turned = french.de if link == "de" else french.to
        return f"{start} {french.enumerate_([turned(item) for item in items])}"
    return f"{lead} {french.enumerate_(items)}"


def neither(items: Sequence[str]) -> str:
    """« d'agenda, de carte ni de menus », under a negation."""
    return french.enumerate_(french.share([french.without(item) for item in items], ""), "ni")
