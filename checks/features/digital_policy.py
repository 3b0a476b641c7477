"""Politique numérique : la rubrique, les initiatives et les grandes dates de la commune dans le numérique."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from selectolax.lexbor import LexborNode

from checks.check import check
from checks.observation import Observation, Spot, Trust
from checks.reading.about import about, blocks
from checks.reading.passages import Around, first
from checks.reading.spots import worded
from checks.signs import heading, link, seen, told, unseen
from checks.signs import path as named_path
from checks.text.dates import newest, years
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from crawler.markup import FRAME, heading_above, region_of, squeeze
from crawler.page import Page
from crawler.url import path

NAMES = (
    *("politique numérique", "stratégie numérique", "plan numérique", "schéma numérique", "développement numérique"),
    *("développement du numérique", "aménagement numérique", "transition numérique", "ville numérique", "commune numérique"),
    *("territoire numérique", "numérique responsable", "numérique pour tous", "=numérique", "ville et numérique"),
    *("école numérique", "écoles numériques", "inclusion numérique", "fracture numérique", "médiation numérique"),
    *("logiciels libres", "logiciel libre", "technologies de l'information", "nouvelles technologies"),
    *("société de l'information", "=tic", "=ntic", "les tic", "smart city", "ville intelligente", "territoire intelligent"),
    *("ville connectée", "e-administration", "administration électronique", "ville internet", "transformation numérique"),
    *("feuille de route numérique", "projet numérique", "souveraineté numérique", "numérique dans les écoles"),
    *("tablettes pour les écoles", "tablettes dans les écoles", "territoire connecté", "village connecté"),
    *("sobriété numérique", "innovation numérique", "numérique éducatif", "numérique à l'école", "ville 2.0"),
)
FIBRE = (
    "fibre optique", "très haut débit", "déploiement de la fibre", "haut débit", "réseau très haut débit",
    "arrivée de la fibre", "fibre arrive", "raccordement à la fibre", "raccordement fibre", "éligibilité à la fibre",
    "déploiement fibre", "couverture mobile", "couverture téléphonique", "=fibre",
)  # fmt: skip
NOT_IT = (
    *("accessibilité", "bibliothèque numérique", "livre numérique", "livres numériques", "ressources numériques"),
    *("presse numérique", "photo numérique", "télévision numérique", "tnt", "signature numérique", "empreinte numérique"),
    *("magazine numérique", "cadastre numérique", "registre numérique", "version numérique"),
    *("environnement numérique de travail", "site internet", "label", "panneau numérique", "affichage numérique"),
    *("cinéma numérique", "guichet numérique", "guichet unique numérique", "stationnement"),
)
FIBRES = Around("fibre")
FIBRED = re.compile(
    r"\bfibre (?:optique )?est (?:désormais |maintenant )?(?:arrivée|déployée|disponible|en cours de déploiement)\b[^.!?]{0,60}"
    r"|\bdéploiement de la fibre\b[^.!?]{0,40}\best (?:achevé|terminé|en cours|prévu)\b[^.!?]{0,60}",
    re.I,
)
POLICY = Phrases(
    *(name.removeprefix("=") for name in NAMES + FIBRE),
    *("numérique", "internet", "tic", "fibre", "informatique", "e-services", "cyber", "web"),
)
OTHERS = Phrases(
    *NOT_IT,
    *("mentions légales", "compte rendu", "procès-verbal", "données personnelles", "cookies", "plan du site"),
    "confidentialité",
)
OWN = re.compile(r"^[A-ZÀ-Ý][\wà-ÿÀ-Ý' ’-]{1,40}\s[Nn]umérique$")
COMMON = Phrases(
    *("espace numérique", "point numérique", "conseiller numérique", "atelier numérique", "ateliers numériques"),
    *("accessibilité numérique", "kiosque numérique", "bulletin numérique", "carte numérique", "coffre-fort numérique"),
    *("aide numérique", "cabine numérique"),
    *NOT_IT,
)
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Ý«“\"])")
SAID = re.compile(
    r"(?:^|\b(?:[Ee]n|[Dd]ès|[Dd]epuis|[Dd]ébut|[Ff]in|[Cc]ourant|[Ll]'année|[Ll]’année|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))\s+)((?:19[89]|20[0-4])\d)(?!\d)"
)
ALONE = re.compile(r"^\(?((?:19[89]|20[0-4])\d)\)?\s*[:.–-]?$")
INITIATIVE = re.compile(
    r"((?:Fête|Semaine|Journée|Journées|Mois|Festival|Nuit|Salon|Printemps|Rencontres|Install[- ][Pp]arty|Défi|Opération|Quinzaine)\s(?:[\w'’À-ÿ-]+\s){0,4}?"
    r"(?:[Ll]ibres?|[Nn]umériques?|[Ii]nternet|[Ww]eb|[Ii]nformatique|TIC|[Cc]ode|[Ll]inux|[Cc]yber[\w-]*|[Mm]ultimédia|[Ll]ogiciels? [Ll]ibres?))(?:[\s,(–-]{0,4}((?:19[89]|20[0-4])\d)(?!\d))?"
)
STAMP = re.compile(
    r"^\W*(?:publi|mis[e]? (?:à jour|en ligne)|modifi|post|dernière|le \d|copyright|©|20\d\d\s?[-–]\s?20\d\d\b|\d{1,2}(?:er)? [a-zéû]{3,9} 20\d\d\W{0,3}(?:par\b|$))",
    re.I,
)
ELSE = Phrases("villes et villages fleuris", "village fleuri", "ville fleurie", "terre de jeux", "patrimoine mondial")
"""What other labels and honours are called: their years are no milestones of digital policy."""
TO_COME = Phrases("est annoncée", "est annoncé", "aura lieu", "auront lieu", "prochaine édition", "rendez-vous le")
"""What an announcement says: it is no milestone yet."""
SHORTEST = 20
"""Characters from which a dated line tells something."""
DIGITAL = Phrases(
    "numérique", "informatique", "internet", "fibre", "logiciel libre", "logiciels libres", "wifi", "wi-fi", "application mobile",
    "données ouvertes", "open data", "téléservice", "e-services", "démarches en ligne", "robotique", "fab lab", "cybersécurité",
)  # fmt: skip
NEWS = Phrases("actualité", "actu", "news", "agenda", "événement", "évènement", "article")
NEWS_TITLE = 90
"""Characters of a headline that can stand in a list."""
NEWS_HEAD = 300
"""Characters at the beginning of a piece of news in which its day stands."""
TITLE = 80
"""Characters up to which a heading that begins with a year announces what was done in it."""
MOST = 600
"""Blocks, headings and links read on one page."""


@check(
    "digital_policy",
    "Politique numérique",
    keep=40,
    signs=[
        told(
            *("politique numérique", "inclusion numérique", "logiciels libres", "écoles numériques", "écoles équipées"),
            *("fracture numérique", "médiation numérique"),
        ),
        link(*NAMES, unless=NOT_IT),
        link(*FIBRE, whole=False),
        heading(*NAMES, unless=NOT_IT),
        heading(*FIBRE, whole=False),
        named_path("numérique", "politique numérique", "ville numérique", "fibre optique", unless=NOT_IT),
    ],
    counts="Une rubrique sur le numérique dans la commune, ses initiatives et ses dates ; la fibre seule est partielle ; l'accessibilité numérique n'en est pas.",
    examples=[
        unseen('<nav><a href="/a">Kiosque numérique</a></nav>'),
        seen("<h2>Le numérique dans les écoles</h2><p>Dix tableaux.</p>"),
        seen("<h2>La fibre arrive !</h2><p>Testez votre ligne.</p>", "partial"),
        seen("<p>La fibre est arrivée dans tous les hameaux en 2023.</p>", "partial"),
        unseen("<p>La fibre de bois isole l’école.</p>"),
        unseen('<a href="/a">Affichage numérique</a>'),
        unseen('<a href="/g">Guichet unique numérique</a>'),
        seen('<nav><a href="/numerique">Besançon numérique</a></nav>'),
        seen(
            "<h1>La ville numérique</h1><p>En 1994, elle est la première à constituer un réseau en fibre optique, le Réseau Lumière. "
            "En 1999, toutes les écoles sont équipées d'ordinateurs.</p><p>Fête du Libre 2009</p>"
        ),
        seen('<a href="/strategie">Stratégie numérique</a>'),
        seen('<a href="/fibre">Le déploiement de la fibre</a>', "partial"),
        seen("<h1>La ville numérique</h1><h2>Initiatives 2009</h2><ul><li>Fête du Libre</li></ul>"),
        unseen('<a href="/a11y">Accessibilité numérique</a>'),
        unseen("<h1>Histoire</h1><p>En 1994, la commune rénove l'église et son orgue.</p>"),
        unseen('<a href="/mediatheque">Bibliothèque numérique</a>'),
        unseen('<a href="#">Stratégie numérique</a>'),
        seen("<p>La ville forme ses agents aux logiciels libres et soutient la médiation numérique.</p>"),
        unseen("<p>Tablettes de chocolat et logiciels libres au vide-grenier.</p>"),
        unseen('<a href="#">Ville numérique</a>'),
        seen('<a href="/a">Feuille de route numérique</a>'),
        unseen('<a href="/a">Transformation numérique du cadastre numérique</a>'),
    ],
)
def digital_policy(page: Page) -> Iterator[Observation]:
    for anchor, _ in worded(page, is_rubric):
        if anchor.region == "nav":
            yield Observation.at(page, anchor, Trust.LIKELY, proof="label", rubric=anchor.text)
    if fibre := first(page, FIBRED, FIBRES):
        yield Observation.at(page, squeeze(fibre[0]), Trust.LIKELY, proof="text", whole=False, target=page.url)
    policy = about(page, POLICY, unless=OTHERS)
    yield from initiatives(page, policy)
    yield from reported(page)
    if policy:
        yield from milestones(page)


@Trait
def is_rubric(words: str) -> bool:
    """« Besançon numérique », as a menu says."""
    return OWN.match(words) is not None and not COMMON.within(words)


def initiatives(page: Page, policy: bool) -> Iterator[Observation]:
    """Events and operations named with their year, or under a heading with one; outside the policy's pages only a hint."""
    spots: list[tuple[Spot, str]] = [(h, h.text) for h in page.headings]
    spots += [(anchor, anchor.text) for anchor in page.links if anchor.region not in ("nav", "footer")]
    if policy:
        spots += blocks(page)[:MOST]
    if not INITIATIVE.search("\n".join([words for _, words in spots])):
        return
    for spot, words in spots[:MOST]:
        for found in INITIATIVE.finditer(words[:4000]):
            name, told = found.groups()
            above = [] if told or not isinstance(spot, LexborNode) else years(heading_above(spot))
            year = int(told) if told else max(above, default=0)
            if year:
                trust = Trust.LIKELY if policy else Trust.HINT
                target = f"{name} {year}"
                yield Observation.at(
                    page,
                    spot,
                    trust,
                    proof="initiative",
                    excerpt=words,
                    target=target,
                    dated=date(year, 1, 1),
                    year=year,
                    initiative=name,
                )


def reported(page: Page) -> Iterator[Observation]:
    """A piece of news, or an event, whose headline is about digital life: it is proposed with its day."""
    name = page.headline
    if not DIGITAL.within(name) or OTHERS.within(name) or len(name) > NEWS_TITLE:
        return
    where = path(page.url)
    if NEWS.within_folded(fold_path(where)) and name != page.title:
        day = newest(where) or newest(page.main_text[:NEWS_HEAD])
        if day:
            target = f"{name} {day.year}"
            yield Observation.at(
                page, name, Trust.HINT, proof="initiative", target=target, dated=day, year=day.year, initiative=name
            )


def milestones(page: Page) -> Iterator[Observation]:
    """Sentences that tell what was done in a year, and blocks that follow a year standing alone."""
    for node, year, title, said in _dated(blocks(page)[:MOST]):
        if region_of(node, {}) in FRAME:
            continue
        if len(said) >= SHORTEST and not STAMP.match(said) and not ELSE.within(said) and not TO_COME.within(said):
            facts: dict[str, Any] = {"title": title} if title else {}
            yield Observation.at(
                page,
                node,
                Trust.LIKELY,
                proof="milestone",
                excerpt=said,
                target=f"{page.url}#{year}-{said[:60]}",
                dated=date(year, 1, 1),
                year=year,
                **facts,
            )


def _dated(found: Iterable[tuple[LexborNode, str]]) -> Iterator[tuple[LexborNode, int, str, str]]:
    """(block, year, title, sentence). A heading with a year is told with the first sentence below it."""
    pending = 0
    title: tuple[LexborNode, int, str, str] | None = None
    for node, words in found:
        alone = ALONE.match(words)
        said = SAID.match(words) if node.tag in ("h2", "h3", "h4") and len(words) <= TITLE else None
        if title and (alone or said):
            yield title
            title = None
        if alone:
            pending = int(alone.group(1))
        elif said:
            title = node, int(said.group(1)), "", words
        else:
            first, *others = SENTENCE.split(words[:4000])
            if title:
                yield title[0], title[1], title[3], f"{title[3]} : {first}"
                title, first = None, ""
            for sentence in filter(None, (first, *others)):
                said = SAID.search(sentence)
                year, pending = int(said.group(1)) if said else pending, 0
                if year:
                    yield node, year, "", sentence
    if title:
        yield title
