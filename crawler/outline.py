"""Outline: the elements of a document by tag, class and id. The tree is gone through once for all who ask. Pure."""

from collections import defaultdict
from itertools import chain
from operator import itemgetter

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MADE = frozenset({"div", "li", "td", "tr", "span", "button", "article", "img"})
"""Elements of which a script makes links."""


class _Marks:
    """The elements of a document by what one of their attributes says, in lower case."""

    __slots__ = ("_by_words", "_together")

    def __init__(self) -> None:
        self._by_words: defaultdict[str, list[tuple[int, LexborNode]]] = defaultdict(list)
        self._together: str | None = None

    def add(self, words: str, place: int, node: LexborNode) -> None:
        self._by_words[words.lower()].append((place, node))

    def saying(self, words: str) -> list[LexborNode]:
        """The elements with just these words."""
        return [node for _, node in self._by_words.get(words, ())]

    def holding(self, parts: tuple[str, ...]) -> list[LexborNode]:
        """The elements whose words hold one of the parts."""
        if self._together is None:
            self._together = "\n".join(self._by_words)
        # Most parts stand in no class at all: the words of all elements together tell so at once.
        present = [part for part in parts if part in self._together]
        if not present:
            return []
        # A page has few classes, on many elements.
        held = [nodes for words, nodes in self._by_words.items() if any(part in words for part in present)]
        return [node for _, node in (held[0] if len(held) == 1 else sorted(chain.from_iterable(held), key=_PLACE))]


_PLACE = itemgetter(0)


class Outline:
    """Which elements a document has, in its order. Classes and ids are compared in lower case."""

    __slots__ = ("_by_tag", "_classes", "_every", "_ids", "_places", "_read", "_roles", "_tree")

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._every = tree.css("*")
        self._by_tag: defaultdict[str | None, list[LexborNode]] = defaultdict(list)
        self._read = False
        self._classes, self._ids, self._roles = _Marks(), _Marks(), _Marks()
        self._places: dict[int, int] | None = None
        for node in self._every:
            self._by_tag[node.tag].append(node)

    def nodes(self, *tags: str) -> list[LexborNode]:
        """The elements with one of these tags."""
        there = [tag for tag in tags if tag in self._by_tag]
        if len(there) > 1:
            return self._tree.css(", ".join(there))
        return list(self._by_tag[there[0]]) if there else []

    def leading(self) -> list[LexborNode]:
        """The elements that may lead somewhere: links, areas, frames, choices of a menu, and what a script makes a link of."""
        plain = self.nodes("a", "area", "frame", "option")
        made = [node for node in self._tree.css("[data-href], [data-link], [onclick]") if node.tag in _MADE]
        return self.together(plain, made)

    def sized(self) -> list[LexborNode]:
        """The elements that say by themselves how large their words are."""
        return self._tree.css("[style*=font-size], font[size]")

    def first(self, tag: str) -> LexborNode | None:
        """The first element with this tag."""
        return self._by_tag[tag][0] if tag in self._by_tag else None

    def classed(self, *parts: str) -> list[LexborNode]:
        """The elements whose class holds one of the parts (lower case)."""
        self._look()
        return self._classes.holding(parts)

    def identified(self, *parts: str) -> list[LexborNode]:
        """The elements whose id holds one of the parts (lower case)."""
        self._look()
        return self._ids.holding(parts)

    def playing(self, role: str) -> list[LexborNode]:
        """The elements with this ARIA role."""
        self._look()
        return self._roles.saying(role)

    def together(self, *found: list[LexborNode]) -> list[LexborNode]:
        """The elements of several answers, each once, in the order of the document."""
        some = [nodes for nodes in found if nodes]
        if len(some) < 2:
            return some[0] if some else []
        if self._places is None:
            self._places = {node.mem_id: place for place, node in enumerate(self._every)}
        places = self._places
        placed = {places.get(node.mem_id, -1): node for node in chain.from_iterable(some)}
        return [placed[place] for place in sorted(placed)]

    def _look(self) -> None:
        if self._read:
            return
        self._read = True
        for place, node in enumerate(self._tree.css("[class], [id], [role]")):
            attributes = node.attributes
            if words := attributes.get("class"):
                self._classes.add(words, place, node)
            if words := attributes.get("id"):
                self._ids.add(words, place, node)
            if words := attributes.get("role"):
                self._roles.add(words, place, node)
