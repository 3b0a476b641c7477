"""Données personnelles : politique de confidentialité, délégué à la protection des données."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.passages import Around, first
from checks.signs import heading, link, path, seen, text, told, unseen
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "politique de confidentialité", "confidentialité", "protection des données", "données personnelles",
    "données à caractère personnel", "vie privée", "rgpd", "politique de protection des données", "privacy policy",
    "mentions légales rgpd", "vos données", "protection de vos données", "renseignements personnels",
    "délégué à la protection des données", "traitement de vos données", "traitement des données personnelles", "dpo",
    "informatique et libertés", "protection de la vie privée",
)  # fmt: skip
WITH_COOKIES = (
    "données personnelles et cookies", "données personnelles et gestion des cookies", "confidentialité et cookies",
    "vie privée et cookies", "cookies et données personnelles", "cookies et vie privée", "cookies et confidentialité",
)  # fmt: skip
OTHERS = (
    *("réutiliser", "réutilisation", "ouvertes"),
    *("cookies", "google", "vidéoprotection", "formation", "sociale", "aperçu de la confidentialité"),
)
"""The last is the heading of a consent tool's window."""

KEEPS_NOTHING = re.compile(
    r"\b(?:ne|n['’]) ?(?:pos|dépos|utilis|plac)(?:e|ons) (?:aucun|pas de|ni) (?:cookie|traceur)s?\b[^.!?]{0,30}\b(?:et|ni)\b[^.!?]{0,40}"
    r"\b(?:garde|collecte|conserve|recueille|enregistre|donnée|visite)"
    r"|\b(?:ne|n['’]) ?(?:gard|collect|conserv|recueill|enregistr|stock)(?:e|ons) (?:aucune|pas de|ni) (?:donnée|information)s?\b"
    r"[^.!?]{0,60}\b(?:cookie|traceur)s?\b"
    r"|\baucune (?:donnée|information)s?\b[^.!?]{0,40}\bn['’]est (?:gard|collect|conserv|recueilli|enregistr|stock)[ée]?e?s?\b[^.!?]{0,60}\b(?:cookie|traceur)s?\b",
    re.I,
)
"""A site that says that it sets no cookie, and what it keeps of visits."""
COOKIES = Around("cookie", "traceur")


def look(page: Page) -> Iterator[Observation]:
    if said := first(page, KEEPS_NOTHING, COOKIES):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)


privacy = Check(
    "privacy",
    title="Données personnelles",
    counts="Une politique de confidentialité ou le contact du délégué ; une page sur les cookies n'en est pas une.",
    signs=[
        told("rgpd", "protection des données", "droits d'accès", "droit d'accès", "durée de conservation", "cnil", least=4),
        told("dpo", "cnil", least=2),
        link(*WITH_COOKIES),
        heading(*WITH_COOKIES),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path(*NAMES, unless=OTHERS),
        text(
            *("charte de protection des données personnelles", "politique de protection des données personnelles"),
            *("délégué à la protection des données", "déléguée à la protection des données", "data protection officer"),
            trust=Trust.LIKELY,
        ),
    ],
    look=look,
    examples=[
        seen("<h1>Crédits</h1><p>Aucune donnée n’est conservée et nous ne posons pas de cookies.</p>"),
        seen("<p>Nous n’utilisons pas de cookies et ne gardons rien de vos visites.</p>"),
        unseen("<h2>Puis-je réutiliser vos données ?</h2><p>Oui, licence ouverte.</p>"),
        seen("<p>Notre site ne dépose aucun traceur et ne conserve rien de votre passage.</p>"),
        unseen("<p>La boulangerie ne vend pas de cookies et garde ses recettes.</p>"),
        seen('<footer><a href="/confidentialite">Politique de confidentialité</a></footer>'),
        seen("<h2>Protection des données personnelles</h2><p>Vous disposez d'un droit d'accès.</p>"),
        seen("<p>Le délégué à la protection des données peut être joint à dpo@exemple.fr.</p>"),
        seen('<a href="/rgpd">RGPD</a>'),
        seen("<h2>Données personnelles</h2><p>Le site ne recueille aucune donnée personnelle et ne pose aucun cookie.</p>"),
        unseen('<a href="/cookies">Politique de cookies</a>'),
        unseen("<p>Ce site utilise des cookies.</p>"),
        unseen('<nav><a href="/social">Vie privée / Vie sociale</a></nav>'),
        unseen('<a href="#">Politique de confidentialité</a>'),
        unseen("<h4>Aperçu de la confidentialité</h4><p>Ce site utilise des cookies pour améliorer votre navigation.</p>"),
        unseen("<h1>Gestion des cookies</h1><p>Ce site utilise des cookies de mesure.</p>"),
        seen('<a href="/a">Données personnelles et cookies</a>'),
        seen("<h1>Mentions</h1><h2>Vie privée &amp; cookies</h2><p>Rien n’est gardé de vos visites.</p>"),
        seen("<h1>Mentions</h1><p>Le site n’enregistre aucune donnée sur vous ni ne laisse de traceur.</p>"),
        unseen("<h1>Mentions</h1><p>La mairie ne conserve aucune donnée de l’ancien registre.</p>"),
        unseen('<a href="/a">Politique de cookies</a>'),
        seen('<a href="/a">Protection des renseignements personnels</a>'),
    ],
)
