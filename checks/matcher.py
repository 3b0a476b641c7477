"""Matcher: all signs of all checks, compiled; a page goes in, what its links, headings, forms, embeds and words match comes out. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from checks import fingerprints
from checks.check import Check
from checks.naming import for_themselves, in_one_part, is_course
from checks.observation import Spot, Trust
from checks.reading.about import LONGEST, is_of_grouping, powers, proceedings, tells_powers
from checks.reading.accounts import is_decided, tells_posts
from checks.reading.given import hands_out
from checks.reading.lectures import is_lecture, on_the_past
from checks.reading.neighbours import is_of_neighbour, is_sent_by_other
from checks.reading.rows import rows
from checks.reading.sayings import Spoken
from checks.reading.sections import ROW, addresses, beneath, is_empty, is_teaser, parts
from checks.reading.spots import all_said, heading_labels, in_notices, own_said, says_itself, to_contact
from checks.reading.state import HOSTS, is_of_state, is_sheet
from checks.reading.stories import is_album, is_story
from checks.reading.unkept import is_dead_card
from checks.reading.wanting import believed, fold_today
from checks.signs import EMPTY, LABEL_WORDS, Sign
from checks.subjects import KINDS, is_in_passing, is_legal, is_over
from checks.text.folding import fold, fold_path
from checks.text.lexicon import Label, Phrases, Prose, cores, declare, different, label, read
from checks.text.memo import Memo
from crawler.form import Form
from crawler.heading import RUN_IN, Heading
from crawler.link import Link
from crawler.page import Page
from crawler.url import host, path

BRIEF = 1500
"""Characters up to which one sentence on what is planned or has ended counts for what a page tells."""
SHORTEST = 60
"""Characters up to which a label may be a name with words that any label has."""

Hit = tuple[int, Sign, str]


class Match(NamedTuple):
    """A sign that was met: which check's, where, and the key under which the tally keeps it."""

    check: int
    sign: Sign
    spot: Spot
    key: tuple[str, str]
    excerpt: str = ""
    target: str = ""


class Matcher:
    """All signs of all checks, compiled. Stateless: the same page always gives the same matches, in the same order."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self.checks = tuple(checks)
        self._signs: list[tuple[int, Sign]] = [(n, s) for n, c in enumerate(self.checks) for s in c.signs]
        self._named = {kind: self._by_phrase(kind) for kind in ("label", "heading", "path", "form")}
        self._texts = [(n, s, Prose(*s.phrases)) for n, s in self._signs if s.kind == "text"]
        self._spoken = [(n, s, Spoken(s.phrases, s.says, s.unless, s.house)) for n, s in self._signs if s.says is not None]
        told = [(n, s, different(s.phrases)) for n, s in self._signs if s.kind == "told"]
        self._pictured = {n for n, s in self._signs if s.pictured}
        self._told = [(n, s, each, frozenset(phrases.number for phrases in each)) for n, s, each in told]
        self._met = Memo(self._meeting, most=8_192)
        self._of_link = Memo(self._telling, most=8_192)
        self._hosts = fingerprints.hosts()
        self._known = {self.checks[n].id: (n, s) for n, s in self._signs if s.kind == "host"}

    def _by_phrase(self, kind: str) -> dict[str, list[int]]:
        """Each folded phrase of the signs of this kind -> their numbers; one that must be the whole text begins with `=`."""
        found: dict[str, list[int]] = {}
        for number, (_, sign) in enumerate(self._signs):
            for phrase in sign.phrases if sign.kind == kind else ():
                folded = fold(phrase.removeprefix("="))
                if phrase.startswith("="):
                    folded = f"={folded}"
                else:
                    declare(phrase)
                found.setdefault(folded, []).append(number)
        return found

    def _hits(self, kind: str, words: str) -> tuple[Hit, ...]:
        """(check, sign, phrase) for each sign that the words meet."""
        return self._met[kind, words]

    def _meeting(self, asked: tuple[str, str]) -> tuple[Hit, ...]:
        kind, words = asked
        if kind in ("label", "heading") and is_story(words):
            return ()
        if kind == "path":
            return tuple(self._search(kind, read(fold_path(words))))
        cored = cores(words) if kind != "form" and len(words) < SHORTEST else ()
        return tuple(hit for hit in self._search(kind, label(words), cored) if not is_course(words, hit[2]))

    def _search(self, kind: str, said: Label, cored: Sequence[str] = ()) -> Iterator[tuple[int, Sign, str]]:
        if kind == "label" and said.folded.count(" ") > LABEL_WORDS + 1:
            return
        met: set[int] = set()
        named = self._named[kind]
        for phrase in (*said.whole, *for_themselves(said), *cored):
            for number in named.get(phrase, ()):
                check, sign = self._signs[number]
                if number not in met and sign.unless.number not in said.sets:
                    met.add(number)
                    yield check, sign, phrase.removeprefix("=")

    def of_label(self, words: str) -> Iterable[tuple[int, Sign]]:
        """The signs that a link's words meet."""
        return [(check, sign) for check, sign, _ in self._hits("label", words)]

    def named(self, phrases: Iterable[str]) -> set[int]:
        """The checks that have one of these among their labels."""
        signs = self._named["label"]
        return {self._signs[number][0] for phrase in phrases for number in signs.get(phrase, ())}

    def matches(self, page: Page) -> Iterator[Match]:
        """Every sign met on the page, menus and headings first."""
        own = not is_sheet(page.url)
        yield from self._in_links(page)
        yield from self._in_headings(page) if own else ()
        yield from self._in_forms(page)
        yield from self._in_embeds(page)
        yield from self._in_text(page) if own else ()

    def _in_links(self, page: Page) -> Iterator[Match]:
        done: set[tuple[str, str]] = set()
        of_link = self._of_link
        notices, contact = in_notices(page), to_contact(page)
        legal, here = is_legal(page), host(page.url)
        for link in page.links:
            key = (link.href, link.text)
            if link.href in notices and host(link.href).endswith(HOSTS):
                # What the law says of cookies, not what the town offers.
                continue
            if legal and not link.framed and KINDS.within(link.text):
                continue
            if key not in done:
                done.add(key)
                for check, sign, _, proof, words, target in of_link[link.href, link.text, link.region]:
                    if proof[0] == "label" and link.host != here and _is_of_others(page, link, sign):
                        continue
                    if link.href not in contact or proof[0] != "label" or sign.contact:
                        yield Match(check, sign, link, proof, words, target)
        for link, words in rows(page):
            for check, sign, _ in self._hits("label", words):
                if not sign.regions or link.region in sign.regions:
                    yield Match(check, sign, link, ("label", link.href), words)

    def _telling(self, link: tuple[str, str, str]) -> tuple[Match, ...]:
        """What a link tells by its address, words and region: a menu is judged once for all pages."""
        href, text, region = link
        of_state, album = is_of_state(href, text), is_album.of(href)
        labels = [
            Match(check, sign, None, ("label", href))
            for check, sign, _ in (self._hits("label", text) if text else ())
            if (not of_state or sign.state) and (not album or sign.pictured) and (not sign.regions or region in sign.regions)
        ]
        return (*labels, *self._at_host(href, None, text))

    def _at_host(self, url: str, spot: Spot, words: str) -> Iterator[Match]:
        for row in self._hosts.match(url):
            known = self._known.get(row.feature)
            if known:
                check, sign = known
                yield Match(check, _of_row(sign, row), spot, ("host", url), words, url)

    def _in_headings(self, page: Page) -> Iterator[Match]:
        found = self._of_headings(page)
        yield from (match for match in found if match.sign.pictured) if is_album(page.url) else found

    def _of_headings(self, page: Page) -> Iterator[Match]:
        title, lacking = page.title, self._lacking(page)
        for check, sign, phrase in (hit for hit in self._hits("heading", title) if hit[0] not in lacking) if title else ():
            if (not sign.levels or 0 in sign.levels) and in_one_part(title, phrase) and not is_over(page, sign, title, phrase):
                yield Match(check, sign, page.outline.first("title"), ("heading", phrase + page.url), title)
        # What the headline itself names is what the page is about: « Urbanisme et projets ».
        posts = {check for check, _, _ in self._hits("heading", page.headline)} if tells_posts(page) else None
        # In minutes, bold words that begin a paragraph are the items of the agenda.
        low = (5, 6, RUN_IN) if proceedings(page) else (5, 6)
        named, listed = self._named["heading"], powers(page)
        for heading, said in zip(page.headings, heading_labels(page), strict=True):
            if heading.level in low or heading.node.mem_id in listed:
                continue
            # What is left of it without the words that any heading may have proves nothing,
            named_so = not (named.keys().isdisjoint(said.phrases) and named.keys().isdisjoint(said.whole))
            hits = self._hits("heading", heading.text) if named_so else ()
            # but a section of a few words, or one that lectures, denies what a label that is called so promises.
            words, labels = beneath(page, heading), self._hits("label", heading.text)
            short = labels and (len(words) <= ROW or is_lecture(page, heading, words))
            promised = {check for check, _, _ in (*hits, *(labels if short else ()))}
            if (
                not promised
                or is_decided(page, heading.text)
                or is_teaser(heading.node, heading.text)
                or is_dead_card(heading.node)
            ):
                continue
            past = promised - self._pictured if on_the_past(page, heading, words) else set()
            none = promised if is_empty(page, heading) else lacking | past
            empty = {check for check in promised if check in none or self._is_empty(page, heading, check)}
            for check, at in product(empty, addresses(page, heading) if empty else ()):
                yield Match(check, EMPTY, heading, (EMPTY.kind, at), target=at)
            for check in empty & lacking:
                yield Match(check, EMPTY, heading, (EMPTY.kind, page.url), target=page.url)
            for check, sign, phrase in hits:
                planned = posts is not None and sign.subject and check not in posts
                if check in empty or planned or is_in_passing(page, sign, heading.text, phrase):
                    continue
                if not sign.levels or heading.level in sign.levels:
                    used = not self.checks[check].by_name and hands_out(page, heading)
                    yield Match(check, _given(sign) if used else sign, heading, ("heading", phrase + page.url))
        where, top = path(page.url), page.top or page.outline.first("title")
        if len(where) > 1:
            for check, sign, _ in self._hits("path", where):
                yield Match(check, sign, top, ("path", page.url), page.headline)

    def _lacking(self, page: Page) -> set[int]:
        """The checks after which a page that mostly lacks names parts, where nothing is told of them."""
        given = believed(page)
        told = {True: set[int](), False: set[int]()}
        for heading in page.headings if given is not None else ():
            if heading.text != page.headline:
                hits = (*self._hits("heading", heading.text), *self._hits("label", heading.text))
                told[heading.text in (given or ())].update(check for check, _, _ in hits)
        return told[False] - told[True]

    def _is_empty(self, page: Page, heading: Heading, check: int) -> bool:
        """Whether each part of what a heading introduces that is named after what is looked for is empty."""
        own = [one for one in parts(page, heading) if any(check == met for met, _, _ in self._hits("heading", one.text))]
        return bool(own) and all(is_empty(page, one) for one in own)

    def _in_forms(self, page: Page) -> Iterator[Match]:
        for form in page.forms:
            for check, sign, _ in self._hits("form", form_words(form)):
                if not sign.fields or sign.fields & form.kinds():
                    yield Match(check, sign, form, ("form", form.action))
            yield from self._at_host(form.action, form, "")

    def _in_embeds(self, page: Page) -> Iterator[Match]:
        for embed in page.embeds:
            if embed.src:
                yield from self._at_host(embed.src, embed, embed.title)

    def _in_text(self, page: Page) -> Iterator[Match]:
        held = all_said(page)
        for check, sign, phrases in self._texts:
            if phrases.number in held and sign.unless.number not in held and (not sign.own or says_itself(page, phrases)):
                yield Match(check, sign, "", ("text", sign.phrases[0]))
        for check, sign, spoken in self._spoken:
            if spoken.subject.number in held and (said := spoken.said(page)):
                yield Match(check, sign, said[0], ("text", said[1]), said[1], page.url)
        if len(page.main_text) <= LONGEST and not (proceedings(page) or tells_powers(page) or is_of_grouping(page)):
            own = own_said(page)
            for check, sign, each, numbers in self._told:
                if len(own & numbers) < sign.least:
                    continue
                met = [phrases for phrases in each if phrases.number in own]
                if len(page.main_text) <= BRIEF:
                    today = fold_today(page)
                    met = [phrases for phrases in met if phrases.first(today)]
                if len(met) > sign.least or (len(met) == sign.least and _are_several(page, met)):
                    yield Match(check, sign, "", ("text", page.url), met[0].folded[0])


def _is_of_others(page: Page, link: Link, sign: Sign) -> bool:
    return is_of_neighbour(page, link, sign.local) or (sign.sent and is_sent_by_other(page, link))


def _are_several(page: Page, met: Sequence[Phrases]) -> bool:
    """Whether no two of the phrases stand in the same words: « portage de repas à domicile » says one thing."""
    text = fold(page.main_text)
    for phrases in met:
        text, before = text.replace(phrases.folded[0], " "), text
        if text == before:
            return False
    return True


@lru_cache(maxsize=2048)
def _given(sign: Sign) -> Sign:
    """The sign of a heading under which something is handed out: more than a name."""
    return replace(sign, kind="section")


@lru_cache(maxsize=2048)
def _of_row(sign: Sign, row: fingerprints.Row) -> Sign:
    """The sign as a row of the fingerprints makes it."""
    return replace(sign, trust=sign.trust if row.strength == "proof" else Trust.HINT, platform=row.vendor)


def form_words(form: Form) -> str:
    """All that names a form: heading, words, labels, buttons, marks."""
    # Where no address is given it is that of the page, which names the page.
    where = path(form.action) if form.node.attributes.get("action") else ""
    return " ".join((form.heading, form.words, *(f.label for f in form.fields), *form.buttons, form.marks, where))
