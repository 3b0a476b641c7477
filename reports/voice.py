"""Voice: how sentences open. Openings rotate in a fixed order, and none is used twice in a row. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reports import french

THINGS = ("Le site présente", "Le site propose")
THINGS_NEXT = ("Le site propose également", "On y trouve aussi", "Le site donne aussi accès à")
OFFERS = ("Il est possible de",)
OFFERS_NEXT = ("Il est également possible de", "L'internaute peut aussi", "Le site permet également de", "On peut de même")
VERBS = ("présente", "propose", "donne accès à", "fait état de")
DEAD = ("Le site propose", "On y relève aussi", "Le site annonce également")
JOINTS = ("De plus,", "Par ailleurs,", "En outre,", "De même,")

_ALSO = re.compile(r"^(Le site \w+) (?:également|aussi)\b")


def opening(text: str) -> str:
    """What two sentences in a row must not share: the first two words."""
    return " ".join(re.findall(r"[\w-]+", text.lower())[:2])


@dataclass(slots=True)
class Voice:
    """Remembers what was said in a section, so that the next sentence opens otherwise."""

    last: str = ""
    told: int = 0
    _turns: dict[Sequence[str], int] = field(default_factory=dict)

    def turn(self, forms: Sequence[str]) -> str:
        """The next of the forms that does not open like the sentence before, in rotation."""
        start = self._turns.get(forms, 0)
        for step in range(len(forms)):
            form = forms[(start + step) % len(forms)]
            if opening(form) != opening(self.last):
                break
        self._turns[forms] = start + step + 1
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
