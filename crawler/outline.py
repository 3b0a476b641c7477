"""Outline: the elements of a document by tag, class and id. The tree is gone through once for all who ask. Pure."""

from collections.abc import Iterable
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MADE = ", ".join(
    f"{tag}[{name}]"
    for name in ("data-href", "data-link", "onclick")
    for tag in ("div", "li", "td", "tr", "span", "button", "article", "img")
)


class Outline:
    """Which elements a document has, in its order. Classes and ids are compared in lower case."""

    __slots__ = ("_all_classes", "_all_ids", "_by_tag", "_classes", "_ids", "_places", "_read", "_roles", "_tree")

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._by_tag: dict[str, list[tuple[int, LexborNode]]] = {}
        self._read = False
        self._all_classes = self._all_ids = ""
        self._classes: list[tuple[str, LexborNode]] = []
        self._ids: list[tuple[str, LexborNode]] = []
        self._roles: list[tuple[str, LexborNode]] = []
        self._places: dict[int, int] | None = None
        for entry in enumerate(tree.css("*")):
            tag = entry[1].tag or ""
            known = self._by_tag.get(tag)
            if known is None:
                self._by_tag[tag] = [entry]
            else:
                known.append(entry)

    def nodes(self, *tags: str) -> list[LexborNode]:
        """The elements with one of these tags."""
        found = [self._by_tag[tag] for tag in tags if tag in self._by_tag]
        if len(found) == 1:
            return [node for _, node in found[0]]
        return [node for _, node in sorted(chain.from_iterable(found), key=_place)]

    def leading(self) -> list[LexborNode]:
        """The elements that may lead somewhere: links, areas, frames, choices of a menu, and what a script makes a link of."""
        plain = self.nodes("a", "area", "frame", "option")
        made = self._tree.css(_MADE)
        return self.together(plain, made) if made else plain

    def first(self, tag: str) -> LexborNode | None:
        """The first element with this tag."""
        found = self._by_tag.get(tag)
        return found[0][1] if found else None

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

    def together(self, *found: Iterable[LexborNode]) -> list[LexborNode]:
        """The elements of several answers, each once, in the order of the document."""
        if self._places is None:
            entries = chain.from_iterable(self._by_tag.values())
            self._places = {node.mem_id: place for place, node in entries}
        places = self._places
        placed = {places.get(node.mem_id, -1): node for node in chain.from_iterable(found)}
        return [placed[place] for place in sorted(placed)]

    def _look(self) -> None:
        if self._read:
            return
        self._read = True
        classes, ids, roles = self._classes, self._ids, self._roles
        for node in self._tree.css("[class], [id], [role]"):
            for name, value in node.attributes.items():
                if name == "class" and value:
                    classes.append((value.lower(), node))
                elif name == "id" and value:
                    ids.append((value.lower(), node))
                elif name == "role" and value:
                    roles.append((value, node))
        self._all_classes = "\n".join([words for words, _ in classes])
        self._all_ids = "\n".join([words for words, _ in ids])


def _holding(marked: list[tuple[str, LexborNode]], together: str, parts: tuple[str, ...]) -> list[LexborNode]:
    # Most parts stand in no class at all: the words of all elements together tell so at once.
    present = [part for part in parts if part in together]
    if not present:
        return []
    if len(present) == 1:
        part = present[0]
        return [node for words, node in marked if part in words]
    return [node for words, node in marked if any(part in words for part in present)]


def _place(entry: tuple[int, LexborNode]) -> int:
    return entry[0]
