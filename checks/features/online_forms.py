"""Formulaires en ligne : chaque formulaire, ce à quoi il sert, et s'il est utilisable."""

from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.purpose import Purpose, purposes
from checks.signs import seen, unseen
from crawler.page import Page


@check(
    "online_forms",
    "Formulaires en ligne",
    keep=30,
    counts="Chaque formulaire avec son usage et ses champs ; la seule recherche ne suffit pas.",
    examples=[
        seen(
            '<h2>Contact</h2><form method="post"><input type="email"><textarea name="t"></textarea><button>Envoyer</button></form>'
        ),
        seen('<form action="/abo" method="post">Newsletter <input type="email"><input type="submit"></form>'),
        seen('<form method="post"><input name="user"><input type="password"><button>Connexion</button></form>'),
        unseen('<form role="search"><input type="search" name="s"></form>'),
        unseen("<p>Formulaire à retirer en mairie.</p>"),
        unseen('<a href="/demande.pdf">Formulaire de demande (PDF)</a>'),
        unseen('<a href="#">Formulaires</a>'),
        unseen('<form role="search"><input name="q"></form>'),
    ],
)
def online_forms(page: Page) -> Iterator[Observation]:
    for form, purpose in purposes(page):
        typed = [f for f in form.fields if f.kind != "hidden"]
        if not typed or (purpose is Purpose.OTHER and len(typed) < 2):
            continue
        usable = bool(form.buttons) or bool(form.node.css_first("button, [type=submit], [type=image]")) or len(typed) == 1
        facts: dict[str, Any] = {purpose.value: 1}
        yield Observation.at(
            page,
            form,
            Trust.HINT if purpose is Purpose.SEARCH else Trust.SURE,
            proof=f"form:{purpose.value}",
            target=form.action,
            whole=usable,
            purpose=purpose.value,
            method=form.method,
            secure=int(form.action.startswith("https:")),
            fields=", ".join(dict.fromkeys(f.kind for f in typed)),
            **facts,
        )
