"""Two reviewers at the same time, and one after a new crawl, in a real browser."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.audit.desk.seating import CAMILLE, DEMO, DENIS, RSS, crawl, faults, goes_on, goes_to, left, seated, sign_in


def test_a_second_reviewer_works_at_the_same_time(browser: Browser, page: Page, store: Path) -> None:
    with seated(store) as desk:
        other = browser.new_context(locale="fr-FR").new_page()
        for seat, name in ((page, CAMILLE), (other, DENIS)):
            seat.goto(f"{desk}/audits/1")
            sign_in(seat, name)
            seat.goto(f"{desk}/audits/1?s={RSS}")
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
        page.goto(f"{desk}/audits/1?s={RSS}")
        sign_in(page, CAMILLE)
        page.goto(f"{desk}/audits/1?s={RSS}")
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
