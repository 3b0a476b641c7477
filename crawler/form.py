"""Form: what a page asks its reader to fill in. Pure."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from crawler.markup import heading_above, region_of, squeeze
from crawler.outline import Outline
from crawler.url import join

_MAIL = re.compile(r"mail|courriel|adresse [ée]lectronique|\bm[ée]l\b", re.I)
"""What a field for an address of mail is called."""


@dataclass(frozen=True, slots=True)
class Field:
    """One control of a form; `label` is its label, placeholder, title or aria-label, whichever is there."""

    kind: str
    name: str
    label: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `action` absolute, `words` what a reader sees in it but the choices of its lists, `buttons` their labels."""

    action: str
    method: str
    fields: tuple[Field, ...]
    words: str
    heading: str
    buttons: tuple[str, ...]
    marks: str
    region: str
    node: LexborNode = field(compare=False, repr=False)

    def kinds(self) -> set[str]:
        """The kinds of its visible fields (`email`, `textarea`, `text`, `search` …)."""
        return {f.kind for f in self.fields if f.kind != "hidden"}


def forms(outline: Outline, base: str, on: str) -> list[Form]:
    """Every form of the document, in order."""
    regions: dict[int, str] = {}
    return [_form(node, base, on, regions) for node in outline.nodes("form")]


def _form(node: LexborNode, base: str, on: str, regions: dict[int, str]) -> Form:
    attributes = node.attributes
    labels = {(n.attributes.get("for") or ""): _words(n) for n in node.css("label")}
    fields: list[Field] = []
    buttons: list[str] = []
    for control in node.css("input, textarea, select, button"):
        a = control.attributes
        kind = (a.get("type") or "text").lower() if control.tag == "input" else (control.tag or "")
        if kind in ("submit", "button", "image", "reset"):
            buttons.append(
                squeeze(
                    control.text(separator=" ") or a.get("value") or a.get("alt") or a.get("aria-label") or a.get("title") or ""
                )
            )
            continue
        name = a.get("name") or a.get("id") or ""
        words = labels.get(a.get("id") or "\x00") or a.get("aria-label") or a.get("placeholder") or a.get("title") or ""
        if not words and control.parent is not None and control.parent.tag == "label":
            words = _words(control.parent)
        if kind == "text" and _MAIL.search(f"{name} {words}"):
            kind = "email"
        fields.append(Field(kind, name, squeeze(words), "required" in a or a.get("aria-required") == "true"))
    marks = " ".join(
        filter(None, (attributes.get("id"), attributes.get("class"), attributes.get("name"), attributes.get("role")))
    )
    return Form(
        action=join(base, attributes.get("action") or "") or on,
        method=(attributes.get("method") or "get").lower(),
        fields=tuple(fields),
        words=_words(node),
        heading=heading_above(node),
        buttons=tuple(filter(None, buttons)),
        marks=marks,
        region=region_of(node, regions),
        node=node,
    )


_CHOICES = 200
"""Choices of lists that are taken out of a form's words."""


def _words(node: LexborNode) -> str:
    """What one may write about names no service: « Objet : état civil, voirie, inscription scolaire … »."""
    words = squeeze(node.text(separator=" "))
    for choice in node.css("option")[:_CHOICES]:
        words = words.replace(squeeze(choice.text(separator=" ")), " ", 1)
    return squeeze(words)
