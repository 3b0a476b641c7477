"""Two audits side by side: what became of each feature, and who is behind it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from checks.finding import Finding
from reports.changes import Changes, changes
from reports.render.changed import changed
from reports.report import BrokenLink, Report
from tests.reports.making import BESANCON, found, reported, seen
from tests.reports.test_formats import ATTACKS
from tests.reports.test_properties import SEEDS, drawn

PAGE = "https://www.besancon.fr/lettre"


def proof(words: str = "Lettre", *, url: str = PAGE, digest: str = "1", target: str = "") -> Any:
    return replace(seen(words, url=url, target=target), digest=digest)


def audited(*findings: Finding, rules: str = "r1", dead: tuple[str, ...] = (), **more: Any) -> Report:
    links = [BrokenLink(page=PAGE, target=target, text="Lien", outcome="not found") for target in dead]
    report = reported([found("identity"), *findings], broken_links=links, **more)
    return report.model_copy(update={"coverage": report.coverage.model_copy(update={"catalogue": rules})})


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("absent", "present", "gained"),
        ("absent", "partial", "gained"),
        ("present", "absent", "lost"),
        ("inactive", "absent", "lost"),
        ("present", "inactive", "died"),
        ("absent", "inactive", "died"),
        ("inactive", "present", "revived"),
        ("present", "partial", "reduced"),
        ("partial", "present", "completed"),
        ("undetermined", "present", "settled"),
        ("undetermined", "absent", "settled"),
        ("present", "undetermined", "unsettled"),
        ("absent", "undetermined", "unsettled"),
    ],
)
def test_what_became_of_a_feature(old: str, new: str, kind: str) -> None:
    told = changes(audited(found("newsletter", old)), audited(found("newsletter", new)))
    assert [(c.check, c.kind, c.before, c.after) for c in told.features] == [("newsletter", kind, old, new)]


def cause(old: Finding, new: Finding, *, rules: str = "r1", also: tuple[Finding, ...] = (), **more: Any) -> str:
    (change,) = changes(audited(old, *also), audited(new, *also, rules=rules, **more)).features
    return change.cause


def test_with_the_same_rules_a_change_is_the_sites() -> None:
    assert cause(found("newsletter", "absent"), found("newsletter", "present", proof())) == "site"
    assert cause(found("newsletter", "present", proof()), found("newsletter", "absent")) == "site"


def test_the_same_page_judged_otherwise_by_other_rules_is_the_rules_doing() -> None:
    quoted = (found("rss", "present", proof("RSS")),)
    assert cause(found("newsletter", "absent"), found("newsletter", "present", proof()), rules="r2", also=quoted) == "rule"
    assert cause(found("newsletter", "present", proof()), found("newsletter", "absent"), rules="r2", also=quoted) == "rule"


def test_other_rules_and_another_page_may_be_either() -> None:
    assert cause(found("newsletter", "absent"), found("newsletter", "present", proof()), rules="r2") == "either"
    old, new = found("newsletter", "partial", proof(digest="1")), found("newsletter", "present", proof(digest="2"))
    assert cause(old, new, rules="r2") == "either"


def test_the_same_page_and_the_same_rules_are_neithers_doing() -> None:
    assert cause(found("freshness", "present", proof()), found("freshness", "inactive", proof())) == "other"


def test_a_target_that_died_is_the_sites_doing_whatever_the_rules() -> None:
    old, new = (found("public_tenders", v, proof(target="https://plateforme.fr/")) for v in ("present", "inactive"))
    assert cause(old, new, rules="r2", dead=("https://plateforme.fr/",)) == "site"


def test_what_can_be_told_now_is_no_change_of_the_site() -> None:
    assert cause(found("newsletter", "undetermined"), found("newsletter", "present", proof())) == "other"
    assert cause(found("newsletter", "undetermined"), found("newsletter", "absent"), rules="r2") == "either"


def test_proofs_before_and_after() -> None:
    old = found("newsletter", "present", proof("Recevoir la lettre"), proof("Infolettre", url=PAGE + "/2"))
    new = found("newsletter", "present", proof("S'abonner", digest="2"), proof("Infolettre", url=PAGE + "/2"))
    (change,) = changes(audited(old), audited(new)).proofs
    assert [w.excerpt for w in change.gone] == ["Recevoir la lettre"]
    assert [w.excerpt for w in change.new] == ["S'abonner"]
    assert change.cause == "site"


def test_pages_of_the_site_are_told_apart_from_other_links() -> None:
    here, there, mended = "https://mediatheque.besancon.fr/a", "https://ailleurs.fr/b", "https://www.besancon.fr/c"
    told = changes(audited(dead=(mended, "https://x.fr/")), audited(dead=(here, there, "https://x.fr/", "http://[")))
    assert [b.target for b in told.pages_gone] == [here]
    assert [b.target for b in told.links_dead] == [there, "http://["]
    assert [b.target for b in told.links_mended] == [mended]


def test_facts_of_the_header() -> None:
    told = changes(audited(), audited(commune=BESANCON.model_copy(update={"mayor": "Anne Vignot", "population": 119_000})))
    assert [(f.fact, f.before, f.after) for f in told.facts] == [
        ("population", "117080", "119000"),
        ("mayor", "Jean-Louis Fousseret", "Anne Vignot"),
    ]


def test_it_reads_in_french_with_each_cause_apart() -> None:
    quoted = found("rss", "present", proof("RSS", url=PAGE + "/rss"))
    before = audited(found("newsletter", "present", proof("Lettre")), found("budget", "absent"), quoted)
    after = audited(
        found("newsletter", "absent"), found("budget", "present", proof("Budget 2026", url=PAGE + "/rss")), quoted, rules="r2",
        dead=("https://www.besancon.fr/ancienne",),
    )  # fmt: skip
    text = changed(changes(before, after))
    assert "le 15\u00a0novembre\u00a02026 (142 pages), puis le 15\u00a0novembre\u00a02026 (142 pages)" in text
    assert "Nos règles ont changé entre les deux audits." in text
    rule, either = text.index("Nos règles ont changé\u00a0: les pages"), text.index("Le site ou nos règles")
    assert text.index("budget\u00a0: nouveau (absent → présent)") > rule
    assert text.index("après\u00a0: «\u00a0Budget 2026\u00a0» https://www.besancon.fr/lettre/rss") > rule
    assert text.index("newsletter\u00a0: disparu (présent → absent)") > either > rule
    assert "avant\u00a0: «\u00a0Lettre\u00a0» https://www.besancon.fr/lettre" in text
    assert "https://www.besancon.fr/ancienne (page introuvable), depuis https://www.besancon.fr/lettre" in text


def test_the_same_audit_twice_changes_nothing() -> None:
    report = audited(found("newsletter"))
    assert changed(changes(report, report)).endswith("\nRien n’a changé.\n")


@settings(max_examples=60, deadline=None)
@given(SEEDS, SEEDS)
def test_any_two_audits(one: int, other: int) -> None:
    before, after = reported(drawn(one)), reported(drawn(other))
    told, back = changes(before, after), changes(after, before)
    verdicts = [{f.check: f.verdict for f in report.findings} for report in (before, after)]
    differ = {check for check in verdicts[0] if verdicts[0][check] != verdicts[1][check]} - {"broken_links"}
    assert {c.check for c in told.features} == {c.check for c in back.features} == differ
    assert {c.check for c in told.proofs}.isdisjoint(differ)
    opposite = {"gained": "lost", "lost": "gained", "died": "revived", "reduced": "completed", "completed": "reduced"}
    returned = {c.check: c.kind for c in back.features}
    for change in told.features:
        if change.before != "inactive" and change.after != "inactive" and change.kind in opposite:
            assert returned[change.check] == opposite[change.kind]
    assert Changes.model_validate(json.loads(json.dumps(told.model_dump(mode="json")))) == told
    assert changes(before, before).features == changes(before, before).proofs == ()


@pytest.mark.parametrize("attack", ["terminal", "turned", "lines", "letters"])
def test_the_terminal_is_left_alone(attack: str) -> None:
    words = ATTACKS[attack]
    before = audited(
        found("newsletter", "present", proof(words, url=words)), commune=BESANCON.model_copy(update={"mayor": words})
    )
    text = changed(changes(before, audited(found("newsletter", "absent"), dead=(words,), url=f"https://e.fr/{words}")))
    assert all(c.isprintable() or c in "\n\u00a0\u202f" for c in text if ord(c) < 0x3000)
    assert len(text.splitlines()) < 20
