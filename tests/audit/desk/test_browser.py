"""The desk in a real browser: a whole audit by keyboard alone, two at a time, a new crawl, no JavaScript, axe on every screen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reports.render.formats import FORMATS
from tests.audit.desk.seating import CAMILLE, DEMO, DENIS, chromium, crawl, faults, seated, sign_in

HISTORY = "2019,1\n2020,1\n2022,2\n"
RSS = "vie_privee:present:magazine+newsletter+rss"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the sample commune was audited once."""
    folder = tmp_path_factory.mktemp("crawled")
    (folder / "history.csv").write_text(HISTORY)
    crawl(DEMO / "site", folder / "s.sqlite", history=folder / "history.csv")
    return folder


@pytest.fixture
def store(crawled: Path, tmp_path: Path) -> Path:
    """The same, for one test alone."""
    shutil.copytree(crawled, tmp_path / "store")
    return tmp_path / "store" / "s.sqlite"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(30_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def left(page: Page) -> int:
    told = page.locator(".bar span").first.inner_text()
    found = re.match(r"(\d+) à décider", told)
    return int(found.group(1)) if found else 0


def goes_to(page: Page, number: int) -> None:
    """So many sentences are left to decide."""
    expect(page.locator(".bar span").first).to_have_text(re.compile(rf"{number} à décider" if number else "tout est décidé"))


def goes_down(page: Page, key: str) -> None:
    """The key decides one sentence."""
    before = left(page)
    expect(page.locator("html.keys-on")).to_be_attached()
    page.keyboard.press(key)
    goes_to(page, before - 1)


def goes_on(page: Page) -> None:
    """A question is left without an answer, any other sentence kept."""
    goes_down(page, "x" if page.locator(".which .ask").count() else "g")


def test_a_reviewer_walks_the_whole_audit_by_keyboard_alone(page: Page, store: Path, tmp_path: Path) -> None:
    with seated(store) as desk:
        page.goto(desk)
        sign_in(page, CAMILLE)
        expect(page.locator("h1")).to_have_text("Communes")
        page.keyboard.press("/")
        page.keyboard.type("valbrune doubs")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=valbrune**")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/audits/1")
        total = left(page)
        assert total > 50

        page.keyboard.press("n")
        page.wait_for_url("**s=**")
        expect(page.locator(".panel h2")).to_be_visible()
        # Questions come first: one is answered, the others are not.
        expect(page.locator(".which")).to_contain_text("Question")
        page.keyboard.press("g")
        expect(page.locator(".told")).to_contain_text("la phrase est vide")
        page.keyboard.press("e")
        page.keyboard.type("La liste des délibérations est affichée en mairie.")
        goes_down(page, "Control+Enter")
        while page.locator(".which .ask").count():
            goes_down(page, "x")
        expect(page.locator(".questions")).not_to_be_attached()
        total = left(page)
        goes_down(page, "g")
        goes_down(page, "x")
        page.keyboard.press("e")
        page.keyboard.press("Control+A")
        page.keyboard.type("La commune compte 4 312 habitants, dit-elle.")
        goes_down(page, "Control+Enter")
        # Moved to another section, with a reason.
        page.keyboard.press("c")
        page.keyboard.type("Mieux placé là.")
        page.keyboard.press("Escape")
        page.keyboard.press("m")
        page.keyboard.type("Organisation")
        page.keyboard.press("Escape")
        goes_down(page, "g")
        # What was done is undone, and done again.
        page.keyboard.press("u")
        goes_to(page, total - 3)
        goes_down(page, "g")

        page.keyboard.press("a")
        page.wait_for_url("**add=1")
        expect(page.locator("#text")).to_be_focused()
        page.keyboard.type("Un fablab ouvre le samedi.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".told")).to_have_text("La phrase est ajoutée.")
        page.keyboard.press("n")
        page.wait_for_url(lambda url: "added" not in url)
        while left(page):
            goes_on(page)
        expect(page.locator(".told")).to_have_text("Tout est décidé : il reste à signer.")

        page.keyboard.press("r")
        page.wait_for_url("**/read")
        expect(page.locator(".sheet")).to_contain_text("La commune compte 4 312 habitants, dit-elle.")
        expect(page.locator(".sheet")).to_contain_text("Un fablab ouvre le samedi.")
        expect(page.locator(".sheet")).to_contain_text("La liste des délibérations est affichée en mairie.")
        tab_to(page, "input[name=level]")
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        tab_to(page, "button.main")
        page.keyboard.press("Enter")
        expect(page.locator(".panel h2")).to_have_text("Signée")
        expect(page.locator(".proposed .level")).to_have_text("@@@")
        expect(page.locator(".history")).to_contain_text("2022")
        expect(page.locator(".signature")).to_contain_text(f"signé par {CAMILLE}")
        tab_to(page, ".formats a")
        with page.expect_download() as label:
            page.keyboard.press("Enter")
        told = label.value.path().read_text("utf-8")
        assert "Un fablab ouvre le samedi." in told
        assert f"signé par {CAMILLE}" in told
        for name in FORMATS:
            answer = page.request.get(f"{desk}/audits/1/export/{name}")
            assert answer.ok, name
            assert answer.headers["content-type"].partition(";")[0] == FORMATS[name].media_type.partition(";")[0], name
            assert "attachment" in answer.headers["content-disposition"]
            assert len(answer.body()) > 500


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_second_reviewer_works_at_the_same_time(browser: Browser, page: Page, store: Path) -> None:
    with seated(store) as desk:
        other = browser.new_context(locale="fr-FR").new_page()
        for seat, name in ((page, CAMILLE), (other, DENIS)):
            seat.goto(f"{desk}/audits/1")
            sign_in(seat, name)
            seat.goto(f"{desk}/audits/1?s={RSS.replace('+', '%2B')}")
        page.fill("#text", "On s’abonne au bulletin.")
        page.get_by_role("button", name="Garder").click()
        expect(page.locator(".panel h2")).not_to_contain_text("Vie privée / Vie sociale Modifiée")
        goes_to(page, left(page))

        other.fill("#text", "On reçoit le bulletin chez soi.")
        other.get_by_role("button", name="Garder").click()
        expect(other.locator("h1")).to_have_text("Deux décisions sur la même phrase")
        expect(other.locator(".versions")).to_contain_text("On s’abonne au bulletin.")
        expect(other.locator("#text")).to_have_value("On reçoit le bulletin chez soi.")
        assert faults(other) == []
        other.fill("#text", "On s’abonne au bulletin, ou on le reçoit chez soi.")
        other.get_by_role("button", name="Prendre ce texte").click()
        expect(other.locator(".panel")).to_be_visible()

        # Whoever signs has read the last word.
        page.goto(f"{desk}/audits/1/read")
        expect(page.locator(".sheet")).to_contain_text("On s’abonne au bulletin, ou on le reçoit chez soi.")
        other.goto(f"{desk}/audits/1?s=header%3Amayor")
        other.get_by_role("button", name="Écarter").click()
        expect(other.locator(".bar span").first).to_contain_text("à décider")
        page.check("input[name=anyway]")
        page.get_by_role("button", name="Signer au nom de").click()
        expect(page.locator("h1")).to_have_text("Le texte a changé pendant que vous lisiez")
        expect(page.locator("main")).to_contain_text(DENIS)
        page.get_by_role("link", name="Relire le texte").click()
        page.check("input[name=anyway]")
        page.get_by_role("button", name="Signer au nom de").click()
        expect(page.locator(".panel h2")).to_have_text("Signée")
        other.locator(".decide button[value=drop]").click()
        expect(other.locator("h1")).to_have_text("L’évaluation est signée")
        other.context.close()


def keep_all(page: Page, desk: str, audit: int) -> None:
    page.goto(f"{desk}/audits/{audit}")
    page.keyboard.press("n")
    page.wait_for_url("**s=**")
    while left(page):
        goes_on(page)


def test_a_new_crawl_asks_again_only_what_changed(page: Page, store: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(DEMO / "site", site)
    with seated(store) as desk:
        page.goto(f"{desk}/audits/1?s={RSS.replace('+', '%2B')}")
        sign_in(page, CAMILLE)
        page.goto(f"{desk}/audits/1?s={RSS.replace('+', '%2B')}")
        page.fill("#text", "Bulletin, lettre et flux : on choisit.")
        page.keyboard.press("Control+Enter")
        keep_all(page, desk, 1)

        # The town gives its tender page up for a telephone number, and all else stays as it was.
        changed = [file for file in site.rglob("*.html") if "marches-publics" in file.read_text("utf-8", "replace")]
        assert changed
        for file in changed:
            data = file.read_bytes()
            file.write_bytes(re.sub(rb"<a [^>]*marches-publics[^>]*>[^<]*</a>", b"", data))
        shutil.rmtree(site / "www.valbrune-sur-loue.example" / "marches-publics", ignore_errors=True)
        crawl(site, store)

        page.goto(desk)
        expect(page.locator("table")).to_contain_text("2 audits")
        page.goto(f"{desk}/audits/2/changes")
        expect(page.locator("main")).to_contain_text("Marchés publics")
        assert faults(page) == []
        page.goto(f"{desk}/audits/2")
        asked = left(page)
        assert 0 < asked <= 6, "only what changed"
        expect(page.locator(".draft")).to_contain_text("Bulletin, lettre et flux : on choisit.")
        expect(page.locator(".welcome")).to_contain_text("est repris")
        page.keyboard.press("n")
        expect(page.locator(".former")).to_contain_text(CAMILLE)
        assert faults(page) == []
        while left(page):
            goes_on(page)


def test_everything_works_without_javascript(browser: Browser, store: Path) -> None:
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(30_000)
    with seated(store) as desk:
        page.goto(desk)
        page.fill("#name", CAMILLE)
        page.fill("#password", "wrong password")
        page.get_by_role("button", name="Entrer").click()
        expect(page.get_by_role("alert")).to_contain_text("ne vont pas ensemble")
        sign_in_without(page)
        page.fill("#q", "VALBRUNE sur loue")
        page.get_by_role("button", name="Chercher").click()
        page.get_by_role("link", name="Valbrune-sur-Loue").click()
        page.get_by_role("link", name="Première phrase à décider").click()
        while page.locator(".which .ask").count():
            page.get_by_role("button", name="Rien à publier").click()
        total = left(page)
        page.get_by_role("button", name="Garder").click()
        page.get_by_role("button", name="Écarter").click()
        page.fill("#text", "En nos mots.")
        page.fill("#comment", "Plus simple.")
        page.select_option("#section", "Organisation / Gouvernance")
        page.get_by_role("button", name="Garder").click()
        assert left(page) == total - 3
        page.get_by_role("button", name="Annuler").click()
        assert left(page) == total - 2
        page.get_by_role("button", name="Garder").click()
        page.fill("#comment", "À revoir avec la mairie.")
        page.get_by_role("button", name="Commenter").click()
        expect(page.locator(".trail")).to_contain_text("À revoir avec la mairie.")
        page.get_by_role("link", name=re.compile("Ajouter")).click()
        page.fill("#text", "Vu sur place.")
        page.select_option("#section", "Vie privée / Vie sociale")
        page.get_by_role("button", name="Ajouter").click()
        expect(page.locator(".draft")).to_contain_text("Vu sur place.")
        page.goto(f"{desk}/audits/1?s={RSS.replace('+', '%2B')}&p=2")
        frame = page.frame_locator("iframe")
        expect(frame.locator("mark").first).to_be_visible()
        page.locator("summary", has_text="Ce n’est pas cela").click()
        page.fill("#wrong-comment", "C'est un menu.")
        page.get_by_role("button", name="Noter la correction").first.click()
        expect(page.locator(".told")).to_contain_text("La correction est notée")
        page.get_by_role("link", name="Corrections").click()
        expect(page.locator(".cases")).to_contain_text("C'est un menu.")
        page.goto(f"{desk}/audits/1/read")
        page.check("input[name=level][value='2']")
        page.get_by_role("button", name="Proposer sans signer").click()
        expect(page.locator("input[name=level][value='2']")).to_be_checked()
        page.check("input[name=anyway]")
        page.get_by_role("button", name="Signer au nom de").click()
        expect(page.locator(".panel h2")).to_have_text("Signée")
        page.get_by_role("button", name="Rouvrir").click()
        expect(page.locator(".told")).to_contain_text("rouverte")
        page.get_by_role("link", name="Journal").click()
        expect(page.locator(".journal li").first).to_contain_text("Rouvert")
        page.get_by_role("button", name="Quitter").click()
        expect(page.locator("h1")).to_have_text("Entrer au bureau")
    context.close()


def sign_in_without(page: Page) -> None:
    from tests.audit.desk.asking import PASSWORD

    page.fill("#name", CAMILLE)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Entrer").click()


@pytest.mark.parametrize("breadth", [390, 1440])
def test_axe_finds_nothing_on_any_screen(browser: Browser, store: Path, breadth: int) -> None:
    page = browser.new_page(viewport={"width": breadth, "height": 900}, locale="fr-FR")
    sentence = f"/audits/1?s={RSS.replace('+', '%2B')}"
    with seated(store) as desk:
        page.goto(f"{desk}/sign-in")
        found = {"/sign-in": faults(page)}
        sign_in(page, "Ada")
        for path in (
            *(
                "/",
                "/?q=nothing",
                "/audits/1",
                sentence,
                f"{sentence}&p=3",
                "/audits/1?add=1",
                "/audits/1/read",
                "/audits/1/journal",
            ),
            *("/audits/1/changes", "/audits/1/links", "/communes/www.valbrune-sur-loue.example"),
            *("/cases", "/accounts", "/help", "/nothing"),
        ):
            page.goto(f"{desk}{path}")
            found[path] = faults(page)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{path} is {wide} px too wide at {breadth}"
        page.goto(f"{desk}{sentence}")
        page.keyboard.press("?")
        expect(page.locator("#keys")).to_be_visible()
        found["keys"] = faults(page)
        page.locator("#keys-on").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        expect(page).to_have_url(f"{desk}{sentence}")
    page.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
