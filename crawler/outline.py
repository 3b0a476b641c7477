"""Outline: the elements of a document by tag, class and id. The tree is gone through once for all who ask. Pure."""

from collections import defaultdict
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MADE = frozenset({"div", "li", "td", "tr", "span", "button", "article", "img"})
"""Elements of which a script makes links."""


class Outline:
    """Which elements a document has, in its order. Classes and ids are compared in lower case."""

    __slots__ = ("_all_classes", "_all_ids", "_by_tag", "_classes", "_ids", "_places", "_read", "_roles", "_tree")

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._by_tag: defaultdict[str | None, list[LexborNode]] = defaultdict(list)
        self._read = False
        self._all_classes = self._all_ids = ""
        self._classes: list[tuple[str, LexborNode]] = []
        self._ids: list[tuple[str, LexborNode]] = []
        self._roles: list[tuple[str, LexborNode]] = []
        self._places: dict[int, int] | None = None
        for node in tree.css("*"):
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
        return _holding(self._classes, self._all_classes, parts)

    def identified(self, *parts: str) -> list[LexborNode]:
        """The elements whose id holds one of the parts (lower case)."""
        self._look()
        return _holding(self._ids, self._all_ids, parts)

    def playing(self, role: str) -> list[LexborNode]:
        """The elements with this ARIA role."""
        self._look()
        return [node for words, node in self._roles if words == role]

    def together(self, *found: list[LexborNode]) -> list[LexborNode]:
        """The elements of several answers, each once, in the order of the document."""
        some = [nodes for nodes in found if nodes]
        if len(some) < 2:
            return some[0] if some else []
        if self._places is None:
            self._places = {node.mem_id: place for place, node in enumerate(self._tree.css("*"))}
        places = self._places
        placed = {places.get(node.mem_id, -1): node for node in chain.from_iterable(some)}
        return [placed[place] for place in sorted(placed)]

    def _look(self) -> None:
        if self._read:
            return
        self._read = True
        for node in self._tree.css("[class], [id], [role]"):
            attributes = node.attributes
            if words := attributes.get("class"):
                self._classes.append((words.lower(), node))
            if words := attributes.get("id"):
                self._ids.append((words.lower(), node))
            if words := attributes.get("role"):
                self._roles.append((words, node))
        self._all_classes = "\n".join([words for words, _ in self._classes])
        self._all_ids = "\n".join([words for words, _ in self._ids])


def _holding(marked: list[tuple[str, LexborNode]], together: str, parts: tuple[str, ...]) -> list[LexborNode]:
    # Most parts stand in no class at all: the words of all elements together tell so at once.
    present = [part for part in parts if part in together]
    if not present:
        return []
    if len(present) == 1:
        part = present[0]
        return [node for words, node in marked if part in words]
    # A page has few classes, on many elements.
    held = {words for words in {words for words, _ in marked} if any(part in words for part in present)}
    return [node for words, node in marked if words in held]
