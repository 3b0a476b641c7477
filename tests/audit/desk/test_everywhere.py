"""Without JavaScript, on a phone, wide, and under axe: every screen in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.desk.asking import PASSWORD
from tests.audit.desk.seating import CAMILLE, RSS, faults, left, seated, sign_in


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
        page.goto(f"{desk}/audits/1?s={RSS}&p=2")
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
    page.fill("#name", CAMILLE)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Entrer").click()


@pytest.mark.parametrize("breadth", [390, 1440])
def test_axe_finds_nothing_on_any_screen(browser: Browser, store: Path, breadth: int) -> None:
    page = browser.new_page(viewport={"width": breadth, "height": 900}, locale="fr-FR")
    sentence = f"/audits/1?s={RSS}"
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
            *("/cases", "/accounts", "/fleet", "/help", "/nothing"),
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
