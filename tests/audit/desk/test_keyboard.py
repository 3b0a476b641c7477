"""A whole audit by keyboard alone, in a real browser: from the sign-in to the signature and the documents."""

from pathlib import Path

from playwright.sync_api import Page, expect

from reports.render.formats import FORMATS
from tests.audit.desk.seating import CAMILLE, goes_down, goes_on, goes_to, left, seated, sign_in


def test_a_reviewer_walks_the_whole_audit_by_keyboard_alone(page: Page, store: Path) -> None:
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
