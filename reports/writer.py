"""Writer: tells one rubric of an assessment, theme by theme, then what is missing, then what is to be verified. Pure.

Every check of the rubric is spoken of by exactly one sentence.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checks.finding import Coverage, Verdict
from checks.text.folding import fold
from reports import french, voice
from reports.assess import Section, Told
from reports.grouping import LONGEST, MOST, key_of, presents, slices
from reports.lacking import asked, lacks
from reports.phrases import clean, fill, known
from reports.rubric import Theme
from reports.sentence import Sentence
from reports.voice import Voice

FEW = 3
"""Dead links of a rubric from which they are told together."""
DEAD_LINK = "un lien (malheureusement inactif) vers "
SHORT = 190
"""Characters up to which two short sentences of a theme are made one."""


class Writer:
    """Writes one section, the `number`th of the text. `sentences` holds what was written so far."""

    def __init__(self, section: Section, coverage: Coverage, number: int = 0) -> None:
        self.section = section
        self.coverage = coverage
        self.voice = Voice(number)
        self.sentences: list[Sentence] = []
        self._in_paragraph = self._length = 0
        self._opens = True
        self._dead: list[Told] = []

    def write(self) -> tuple[Sentence, ...]:
        """All sentences of the section, in their order."""
        conceded = self._concessions()
        self._dead = [t for t in self.section.of(Verdict.INACTIVE) if self._dead_end(t)]
        if len(self._dead) < FEW:
            self._dead = []
        for theme, members in self._themes():
            self._opens = self._opens or self._in_paragraph >= 2 or self._length > LONGEST
            self._theme(theme, members, conceded)
        self._dead_ends()
        for part in slices([(t, t.line.topic) for t in self.section.told if t.slight], MOST):
            lead = self.voice.turn(voice.SPEAKS_NEXT if self.voice.told else voice.SPEAKS)
            self.tell(voice.after(lead, [words for _, words in part]), [t for t, _ in part])
        softened = {absent.check for absent in conceded.values()}
        missing = [t for t in self._asked_for(Verdict.ABSENT) if t.check not in softened]
        self._opens = True
        for text, members in lacks(missing, self.voice):
            self._opens = self._opens or self._in_paragraph >= 3
            self.tell(text, members)
        for text, members in asked(self._asked_for(Verdict.UNDETERMINED), self.coverage):
            self._opens = True
            self.tell(text, members)
        return tuple(self.sentences)

    def tell(self, text: str, told: Sequence[Told], suggestion: str = "") -> None:
        """Write one sentence about these findings."""
        ask = told[0].finding.verdict is Verdict.UNDETERMINED
        said = french.typeset(french.sentence(text)) if ask else self.voice.say(text)
        self.sentences.append(
            Sentence(
                key_of(self.section.category.name, told),
                said,
                tuple(t.check for t in told),
                ask,
                self._opens,
                french.typeset(suggestion),
            )
        )
        self._in_paragraph = 1 if self._opens else self._in_paragraph + 1
        self._length = len(said) + (0 if self._opens else self._length)
        self._opens = False

    def facts(self, told: Told) -> dict[str, Any]:
        """What can be told of a finding: its facts, `next` when something was said before it, `also` when that can be
        said too, `away` when all that was seen are links to another site,
        `parts` enumerated. A rubric that
        bears the name of the thing says it already; one that bears another thing's does not present this one."""
        facts = known(told.finding.facts)
        if "rubric" in facts and facts.get("name") == facts["rubric"]:
            del facts["name"]
        elif "rubric" in facts and not presents(str(facts["rubric"]), told.line):
            del facts["rubric"]
        if self.voice.told:
            facts["next"] = 1
            if not self.voice.more:
                facts["also"] = 1
        if told.away:
            facts["away"] = 1
        parts = [part for phrase in told.line.parts if (part := fill(phrase, facts))]
        if parts:
            facts["parts"] = french.enumerate_(parts)
        return facts

    def _asked_for(self, verdict: Verdict) -> list[Told]:
        """What could be asked of a site on the day of the audit: nobody is blamed for what was yet to come."""
        return [t for t in self.section.of(verdict) if t.line.since <= self.coverage.as_of.year]

    def _themes(self) -> Iterator[tuple[Theme, list[Told]]]:
        groups: dict[str, tuple[Theme, list[Told]]] = {}
        for told in self.section.told:
            theme = self.section.category.theme_of(told.line)
            groups.setdefault(theme.name, (theme, []))[1].append(told)
        yield from groups.values()

    def _concessions(self) -> dict[str, Told]:
        """Check that is present → the absent one that it softens. Each softens at most one."""
        present = {t.check for t in self.section.of(Verdict.PRESENT) if not t.slight}
        conceded: dict[str, Told] = {}
        for told in self._asked_for(Verdict.ABSENT):
            softer = next((c for c in told.line.concede if c in present and c not in conceded), None)
            if softer:
                conceded[softer] = told
        return conceded

    def _theme(self, theme: Theme, members: Sequence[Told], conceded: dict[str, Told]) -> None:
        present = [t for t in members if t.finding.verdict is Verdict.PRESENT and not t.slight]
        praise = fill(theme.praise, {"count": len(present)}) if len(present) >= theme.praise_from else ""
        groups = list(self._by_kind([t for t in present if t.check not in conceded]))
        while groups:
            kind, group = groups.pop(0)
            if groups and (text := self._joined(kind, group, *groups[0], theme)):
                group = [*group, *groups.pop(0)[1]]
                self.tell(text, group, self._praises(praise, group))
                praise = ""
                continue
            tails = [t for t in group if kind == "thing" and t.line.tail] if len(group) > 1 else []
            heads = [t for t in group if t not in tails] or group
            tails = [t for t in tails if t not in heads]
            parts = list(slices([(t, self.phrase(t, kind)) for t in heads], 1 if kind == "said" else MOST))
            for number, part in enumerate(parts):
                ends = tails if number == len(parts) - 1 else []
                told = [t for t, _ in part]
                self.tell(self._text(kind, theme, told, [w for _, w in part], ends), [*told, *ends], self._praises(praise, told))
                praise = ""
        for softer in (t for t in present if t.check in conceded):
            self._concede(conceded[softer.check], softer, theme)
        for one in members:
            if one.finding.verdict is Verdict.PARTIAL:
                self.tell(fill(one.line.partial, self.facts(one)) or f"Le site ne propose qu'en partie {one.line.lack}", [one])
            elif one.finding.verdict is Verdict.INACTIVE and one not in self._dead:
                self.tell(self._inactive(one), [one])

    def _joined(self, kind: str, group: Sequence[Told], other: str, others: Sequence[Told], theme: Theme) -> str:
        """« L'équipe municipale est présentée, et il est possible de … »: a short sentence with a short offer; '' when they are
        not."""
        if {kind, other} != {"said", "offer"} or len(group) + len(others) > 3:
            return ""
        said, offers = (group, others) if kind == "said" else (others, group)
        plain = fill(said[0].line.said, self.facts(said[0])).removesuffix(".")
        words = [self.phrase(t, "offer") for t in offers]
        if re.search(r"[.;:] | et ", plain) or len(plain) + sum(map(len, words)) > SHORT:
            return ""
        if kind == "said":
            return f"{plain}, et {voice.after('il est possible de', words)}"
        return f"{self._text('offer', theme, offers, words, [])}, et {french.small(plain)}"

    def _praises(self, praise: str, told: Sequence[Told]) -> str:
        return "; ".join(filter(None, [praise, *(self._praise(t) for t in told)]))

    def _by_kind(self, present: Sequence[Told]) -> Iterator[tuple[str, list[Told]]]:
        """Things together, offers together, each whole sentence by itself, in the order of the first of each."""
        kinds: dict[str, list[Told]] = {}
        for told in present:
            kind = self.kind(told)
            kinds.setdefault(f"said:{told.check}" if kind == "said" else kind, []).append(told)
        for name, group in kinds.items():
            yield name.partition(":")[0], group

    def kind(self, told: Told) -> str:
        """said, thing or offer: the first for which the line has a phrase that the facts can fill."""
        facts = self.facts(told)
        return next((k for k in ("said", "thing", "offer") if fill(getattr(told.line, k), facts)), "thing")

    def phrase(self, told: Told, kind: str) -> str:
        return fill(getattr(told.line, kind), self.facts(told)) or told.line.lack

    def _text(self, kind: str, theme: Theme, told: Sequence[Told], words: Sequence[str], tails: Sequence[Told]) -> str:
        if kind == "said":
            return fill(told[0].line.said, self.facts(told[0]))
        if kind == "offer":
            lead = self.voice.turn(voice.OFFERS_NEXT if self.voice.told else voice.OFFERS)
            return f"{voice.after(lead, words)}{f' {theme.aim}' if theme.aim and len(words) > 1 else ''}"
        rubric = self._rubric([*told, *tails])
        text = voice.after(self._lead(theme, rubric), words)
        subject = "elle" if rubric else "il"
        return "".join([text, *(f" ; {subject} {fill(t.line.tail, self.facts(t))}" for t in tails)])

    def _lead(self, theme: Theme, rubric: str) -> str:
        if rubric:
            _, _, verb = theme.lead.lower().rpartition("le site ")
            said = verb or self.voice.turn(voice.VERBS)
            return f"La rubrique {french.quote(rubric)} {said}"
        verb = theme.lead.removeprefix("Le site ")
        if theme.lead and " " not in verb and f" {verb} " in self.voice.last:
            return f"{theme.lead} {'également' if 'aussi' in self.voice.last else 'aussi'}"
        if theme.lead:
            return theme.lead
        return self.voice.turn(voice.THINGS_NEXT if self.voice.told else voice.THINGS)

    def _rubric(self, told: Sequence[Told]) -> str:
        """The label of the site's own section, when all of these stand under the same one."""
        labels = {str(self.facts(t).get("rubric", "")) for t in told}
        return labels.pop() if len(labels) == 1 else ""

    def _own(self, told: Told, theme: Theme) -> str:
        """A sentence about one thing alone."""
        kind = self.kind(told)
        if kind == "thing":
            rubric = self._rubric([told])
            lead = self._lead(theme, rubric) if rubric or theme.lead else "le site propose"
            return voice.after(lead, [self.phrase(told, kind)])
        return self._text(kind, theme, [told], [self.phrase(told, kind)], [])

    def _concede(self, absent: Told, softer: Told, theme: Theme) -> None:
        if absent.line.absent:
            first = french.sentence(fill(absent.line.absent, self.facts(absent)))
            text = f"{first} Cependant, {french.small(self._own(softer, theme))}"
        else:
            offer = fill(softer.line.offer, self.facts(softer))
            has = french.de(offer) if offer else fill(softer.line.thing, self.facts(softer))
            text = f"Bien qu'il n'y ait pas {french.without(absent.line.lack)}, le site propose {has}"
        self.tell(text, [absent, softer], self._praise(softer))

    def _inactive(self, told: Told) -> str:
        """What is announced and dead, with the words that announce it where they say more."""
        facts = self.facts(told)
        proof = next((o.excerpt for o in told.finding.evidence if o.proof != "visit"), "")
        words = french.cut(clean(str(facts.pop("words", "")) or proof, 200), 60)
        plain = fill(told.line.inactive, facts)
        if words and fold(words).strip() not in fold(plain):
            facts["words"] = words
        what = fill(told.line.inactive, facts) or f"{told.line.lack}, mais le lien est malheureusement inactif"
        rubric = self._rubric([told])
        lead = (
            f"La rubrique {french.quote(rubric)} propose"
            if rubric
            else self.voice.turn(voice.DEAD if self.voice.told else voice.DEAD[:1])
        )
        return f"{lead} {what}" + (f", sous l'intitulé {french.quote(words)}" if "words" in facts and words not in what else "")

    def _dead_end(self, told: Told) -> str:
        """Where a dead link was to lead; '' when the line tells it otherwise."""
        what = fill(told.line.inactive, {k: v for k, v in self.facts(told).items() if k != "words"})
        return what.removeprefix(DEAD_LINK) if what.startswith(DEAD_LINK) else ""

    def _dead_ends(self) -> None:
        """Dead links of a rubric that has several: together."""
        for number, part in enumerate(slices([(t, self._dead_end(t)) for t in self._dead], MOST)):
            self._opens = self._opens or number == 0
            lead = (
                "D'autres liens inactifs devaient mener à"
                if number
                else "Plusieurs liens, malheureusement inactifs, devaient mener à"
            )
            self.tell(voice.after(lead, [words for _, words in part]), [t for t, _ in part])

    def _praise(self, told: Told) -> str:
        facts = known(told.finding.facts)
        figures = [facts.get(name) for name in told.line.praise_when]
        least = list(told.line.praise_when.values())
        met = bool(least) and all(isinstance(f, int) and f >= n for f, n in zip(figures, least, strict=True))
        return fill(told.line.praise, facts) if met else ""
