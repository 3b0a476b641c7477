"""Politique numérique : rubrique, initiatives, jalons datés."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases, fold_label, fold_path
from checks.observation import Observation, Trust
from checks.signs import heading, link, path, seen, unseen
from crawler import url
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "politique numérique",
    "ville numérique",
    "=numérique",
    "le numérique",
    "stratégie numérique",
    "innovation numérique",
    "transition numérique",
    "ville intelligente",
    "smart city",
    "territoire numérique",
    "territoires numériques",
    "aménagement numérique",
    "fibre optique",
    "=la fibre",
    "très haut débit",
    "haut débit",
    "développement numérique",
    "technologies de l'information",
    "nouvelles technologies",
    "=tic",
    "=ntic",
    "ville internet",
    "logiciel libre",
    "logiciels libres",
    "école numérique",
    "plan numérique",
    "communication & numérique",
    "administration numérique",
    "numérique responsable",
    "inclusion numérique",
    "village numérique",
    "commune numérique",
    "numérique et innovation",
)
OTHERS = (
    "espace public",
    "conseiller numérique",
    "guichet numérique",
    "coffre",
    "espace numérique de travail",
    "panneau",
    "médiathèque numérique",
    "bibliothèque numérique",
    "adjoint",
    "adjointe",
    "délégué",
    "déléguée",
    "atelier",
    "ateliers",
    "fracture",
    "stage",
    "accessibilité",
)
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES if n not in ("=tic", "=numérique")), "numérique")
APART = Phrases(*OTHERS)
YEAR = re.compile(r"(?<![\d/.-])((?:19[89]|20[0-4])\d)(?![\d/.-]*\d)")
SENTENCE = re.compile(r"[^.!?\n]{0,260}[.!?\n]|[^.!?\n]{1,260}$")
TALK = re.compile(
    r"internet|num[ée]rique|fibre|informatique|ordinateur|tablette|t[ée]l[ée]phon|site|wifi|haut d[ée]bit|r[ée]seau|logiciel|web|[ée]quip|open data|dématérial|cyber|multim[ée]dia|en ligne|technolog|TIC\b|label|donn[ée]es|libre|digital|prix|award|ENT\b|espaces num",
    re.I,
)
FEAST = re.compile(
    r"((?:[Ff][êe]te|[Ss]emaine|[Jj]ourn[ée]es?|[Nn]uit|[Ff]orum|[Ff]estival|[Rr]encontres|[Oo]p[ée]ration|[Ss]alon|[Mm]ois)\s+(?:d[ue]s?|de\s+la|de\s+l['’]|d['’])\s?[A-ZÀ-Ý][\wà-ÿ'’-]+(?:\s+(?:d[ue]s?\s+|et\s+)?[A-ZÀ-Ý][\wà-ÿ'’-]+){0,3})\s*(?:\(|,\s*(?:en\s+)?|en\s+|:\s*)?((?:19|20)\d\d)?"
)


@check(
    "digital_policy",
    "Politique numérique",
    keep=20,
    counts="Une rubrique sur la politique numérique de la commune, ses initiatives et leurs dates.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("politique numérique", "ville numérique", "fibre optique", "numérique", unless=OTHERS),
    ],
    examples=[
        seen('<a href="/num">Montclair numérique</a><h1>La politique numérique</h1>'),
        seen("<h1>Ville numérique</h1><p>En 1999, toutes les écoles sont équipées d'ordinateurs.</p>"),
        seen("<h2>La fibre optique arrive</h2>"),
        unseen("<h2>Espace numérique de travail</h2>"),
        unseen("<h3>Atelier numérique</h3>"),
        unseen("<p>La fibre est un matériau.</p>"),
    ],
)
def digital_policy(page: Page) -> Iterator[Observation]:
    """Dated milestones and named initiatives, only from pages that are about digital policy."""
    head = f"{page.headline} {page.title}"
    about = SUBJECT.within_folded(fold_label(head)) or SUBJECT.within_folded(fold_path(url.path(page.url)))
    if not about or APART.within_folded(fold_label(page.headline)):
        return
    blocks = [
        squeeze(n.text(separator=" "))
        for n in page.tree.css("main p, main li, article p, article li, p, li, dd, td")
        if n.css_first("p, li, td") is None
    ]
    told: set[str] = set()
    for block in dict.fromkeys(blocks):
        for piece in SENTENCE.findall(block):
            words = squeeze(piece).strip(" .\n")
            year = YEAR.search(words)
            if year and len(words) > 25 and TALK.search(words) and words not in told:
                told.add(words)
                yield Observation.at(
                    page, words, Trust.LIKELY, proof="milestone", target=f"{year.group(1)}:{words[:60]}", year=int(year.group(1))
                )
        for name, year_text in FEAST.findall(block):
            around = YEAR.search(block)
            when = year_text or (around.group(1) if around else "")
            if when:
                yield Observation.at(
                    page,
                    block,
                    Trust.LIKELY,
                    proof="initiative",
                    target=f"{when}:{name}",
                    year=int(when),
                    initiative=squeeze(name),
                )
