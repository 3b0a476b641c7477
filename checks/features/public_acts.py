"""Publication des actes : délibérations et arrêtés mis en ligne, avec leur date."""

import re
from collections.abc import Iterator
from datetime import date

from checks.check import check
from checks.denials import denies
from checks.finding import recent
from checks.fingerprints import Row, rows_of
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.rows import columned, rows
from checks.reading.spots import headed, labelled, leading, says_itself
from checks.signs import heading, known, link, path, seen, unseen
from checks.text.dates import newest
from checks.text.lexicon import Phrases, Prose, fold_label
from checks.text.traits import Trait
from crawler.heading import Heading
from crawler.link import Link
from crawler.page import Page

NAMES = (
    "=nos actes", "actes et décisions", "publication des actes", "publication d'actes", "actes administratifs",
    "actes réglementaires", "actes municipaux", "actes de la commune", "recueil des actes", "registre des actes",
    "délibérations et arrêtés", "arrêtés et délibérations", "délibérations et décisions", "=délibérations",
    "délibérations du conseil", "délibérations conseil municipal", "délibérations municipales", "liste des délibérations",
    "arrêtés municipaux", "arrêtés du maire", "=arrêtés", "décisions du maire", "affichage légal", "affichage réglementaire",
    "affichage officiel", "affichages légaux", "registre des délibérations", "publicité des actes",
    "publication des délibérations", "publication des arrêtés", "actes publiés", "actes officiels", "actes exécutoires",
    "délibérations et pv", "délibérations et procès-verbaux", "publications officielles", "publications légales",
    "affichage électronique", "=affichage mairie", "=affichage en mairie", "=affichage de la mairie", "=affichage communal",
    "=affichages municipaux", "affichage dématérialisé", "arrêtés permanents", "arrêtés temporaires",
    "arrêtés municipaux permanents", "arrêté municipal", "pilier public", "arrêtés et décisions", "décisions et arrêtés",
    "affichage municipal", "affichage administratif", "avis publics", "recueil administratif", "actes du conseil municipal",
    "actes et délibérations", "délibérations et actes", "décisions municipales", "actes de la collectivité",
    "actes de la ville", "=raa", "=documents officiels", "actes de l'assemblée", "télé-affichage", "=tableau d'affichage",
    "=panneau d'affichage", "=affichage obligatoire", "=affichages obligatoires", "=affichage numérique",
    "délibérations examinées", "registre des arrêtés", "registre des décisions", "arrêtés réglementaires",
    "règlements et arrêtés",
)  # fmt: skip
NOT_THEM = (
    "travaux", "chantier", "permis", "urbanisme", "préfectoral", "préfectoraux", "préfecture", "circulation", "stationnement",
    "état civil", "naissance", "mariage", "décès", "jeunes", "enfants", "communautaire",
)  # fmt: skip
ACTS = Phrases(*(name.removeprefix("=") for name in NAMES))
NAMED = Phrases("actes")
ACT = Phrases("délibération", "arrêté", "décision")
APART = Phrases(
    "préfectoral", "préfectoraux", "préfecture", "état civil", "naissance", "mariage", "décès", "jeunes", "enfants",
    "communautaire",
)  # fmt: skip
"""Acts that are not the town's; its orders on traffic and works are."""
NUMBERED = re.compile(
    r"\W{0,3}(?:délibération|arrêté|décision)s?(?: municipa(?:le?|ux)s?| du (?:maire|conseil(?: municipal)?))?\s"
    r"(?:(?:n\s?°\s?)?[A-Z]{0,4}-?\d|(?:du|de|d['’])\s?(?:\w+di )?\w{0,9}\s?(?:\w{3,9} )?\d)",
    re.I,
)
"""Acts that are named by their numbers or their days: several are a publication, whatever the page is called."""
PUBLISHED = re.compile(r"\b(?:publi|affich|mis en ligne|mises? en ligne)(?:ée?s?)? le [0-9]", re.I)
"""An act that is said to be published on a day is one that is, be it alone."""
YEARLY = re.compile(
    r"(?:deliberation|arrete|decision|acte)(?: municipau| municipale| maire| conseil(?: municipal)?)? (20[0-4]\d)"
)
"""« Délibérations 2026 », alone: a year of them, as it is folded."""
BOARD = Phrases(
    *("affichage légal", "affichages légaux", "affichage réglementaire", "affichage officiel", "affichage obligatoire"),
    *("affichage mairie", "affichage en mairie", "affichage de la mairie", "affichage communal", "affichages municipaux"),
)
POSTED = Prose("permis", "déclaration préalable", "chantier", "travaux", "panneau")
DECIDED = Prose(
    "délibération", "délibérations", "arrêté", "arrêtés", "décision", "décisions", "procès-verbal", "procès-verbaux", "acte",
    "actes",
)  # fmt: skip


@check(
    "public_acts",
    "Publication des actes",
    judge=recent(365),
    signs=[
        link(*NAMES, unless=NOT_THEM),
        heading(*NAMES, unless=NOT_THEM, levels=(0, 1, 2, 3)),
        path("publication des actes", "actes administratifs", "affichage légal", "affichage réglementaire"),
        known(),
    ],
    by_name=False,
    counts="Délibérations et arrêtés publiés avec leur date ; l'affichage d'un chantier ou d'un permis n'en est pas. Plus d'un an : partiel.",
    examples=[
        unseen(
            '<a href="/d">Documents officiels</a>',
            pages={
                "/d": "<main><h1>Documents officiels</h1><ul><li>Procès-verbal du 3 octobre 2026 <span>Bientôt en ligne</span></li>"
                "<li>Arrêté du 9 octobre 2026 <span>Bientôt en ligne</span></li></ul></main>"
            },
        ),
        unseen(
            '<a href="/a">Arrêtés</a>',
            pages={"/a": "<h1>Arrêtés</h1><h2>En vigueur</h2><h3>Aucun arrêté en cours</h3><p>Rien n’est affiché.</p>"},
        ),
        unseen(
            '<a href="/d">Délibérations</a>',
            pages={
                "/d": '<main><h1>Délibérations</h1><div><h3>Juin</h3><a href="#">Consulter</a></div><div><h3>Mai</h3><a href="#">Consulter</a></div><p>Aucun document trouvé dans cette catégorie.</p></main>'
            },
        ),
        seen(
            '<a href="/d">Délibérations</a>',
            pages={
                "/d": '<main><h1>Délibérations</h1><div><h3>Juin</h3><a href="/6.pdf">Délibération du 5 juin 2026</a></div><div><h3>Mai</h3><a href="#">Consulter</a></div><p>Aucun document trouvé dans cette catégorie.</p></main>'
            },
        ),
        unseen(
            "<div><div><h3>Arrêtés municipaux - Juin</h3><p>Publié</p></div><a href='/d'>Télécharger</a></div><div><div><h3>Arrêtés municipaux - Mai</h3><p>Publié</p></div><a href='/d'>Télécharger</a></div>"
        ),
        seen(
            "<div><div><h3>Arrêtés municipaux - Juin</h3><p>Publié</p></div><a href='/6.pdf'>Télécharger</a></div><div><div><h3>Arrêtés municipaux - Mai</h3><p>Publié</p></div><a href='/d'>Télécharger</a></div>"
        ),
        unseen("<h1>Démarches</h1><h2>Actes</h2><p>Les copies sont délivrées gratuitement.</p>"),
        seen('<h2>Actes</h2><a href="/d.pdf">Délibérations du 5 octobre 2026</a>'),
        unseen("<h2>Actes de vandalisme</h2>"),
        seen(
            '<h1>Vie du conseil</h1><a href="/1.pdf">Délibération n° 2026-88 du 27 octobre 2026</a> <a href="/2.pdf">Arrêté n° 2026-301 du 19 octobre 2026</a>'
        ),
        seen(
            '<h2>Ce qui est décidé</h2><a href="/1.pdf">Délibération du 12 octobre 2026 : tarifs</a> <a href="/2.pdf">Arrêté du 3 octobre 2026</a>'
        ),
        seen(
            '<h1>Le conseil</h1><table><tr><td>2026-41</td><td>10/10/2026</td><td><a href="/1.pdf"><img alt="Arrêté 2026-41"></a></td></tr>'
            '<tr><td>2026-38</td><td>2/10/2026</td><td><a href="/2.pdf"><img alt="Arrêté 2026-38"></a></td></tr></table>'
        ),
        unseen(
            '<table><tr><td>10/10/2026</td><td><a href="/1.pdf">Décision n° 4</a></td></tr><tr><td>2/10/2026</td><td><a href="/2.pdf">Menu</a></td></tr></table>'
        ),
        seen(
            "<h1>Séances</h1><table><tr><th>Date</th><th>PV</th><th>Liste des délibérations</th></tr>"
            '<tr><td>4 juin 2026</td><td><a href="/p.pdf">PV</a></td><td><a href="/d.pdf">Liste</a></td></tr></table>'
        ),
        unseen(
            "<h1>Séances</h1><table><tr><th>Date</th><th>PV</th><th>Délibérations</th></tr>"
            '<tr><td>4 juin 2026</td><td><a href="/p.pdf">PV</a></td><td>en mairie</td></tr></table>'
        ),
        seen('<h1>Séances</h1><a href="/2.pdf">Délibérations du 13 octobre 2026 (publiées le 16 octobre)</a>'),
        unseen('<h1>Voirie</h1><a href="/2.pdf">Arrêté n° 2026-301 du 19 octobre 2026</a>'),
        seen('<a href="/actes">Publication des actes administratifs</a>'),
        seen('<h1>Affichage légal</h1><a href="/2026-41.pdf">Arrêté n° 2026-41 du 2 octobre 2026</a>'),
        seen('<a href="https://www.delibs.com/exemple">Les délibérations</a>'),
        seen('<h1>Délibérations</h1><a href="/d12.pdf">Délibération du 12 mars 2012</a>', "partial"),
        unseen('<a href="/chantier">Affichage légal du permis de construire</a>'),
        unseen('<a href="/etat-civil">Actes de naissance et de mariage</a>'),
        unseen('<a href="/secheresse">Arrêté préfectoral : sécheresse</a>'),
        unseen('<a href="#">Arrêtés municipaux</a>'),
        unseen(
            '<a href="/al">Affichage légal</a>',
            pages={
                "/al": "<main><h1>Affichage légal</h1><p>PC 000 26 A1 : hangar. Le permis est affiché sur le terrain.</p></main>"
            },
        ),
        seen(
            '<a href="/al">Affichage légal</a>',
            pages={"/al": "<main><h1>Affichage légal</h1><p>Permis ; <a href='/a.pdf'>arrêté du 3 octobre 2026</a></p></main>"},
        ),
        unseen('<a href="/cmj.pdf">Délibérations du conseil municipal des jeunes du 3 juin 2026</a>'),
        unseen('<a href="/affichage">Affichage légal des travaux</a>'),
        seen('<a href="/aff">Affichage mairie</a>'),
        unseen('<a href="/aff">Affichage libre</a>'),
        seen('<a href="/a">Décisions et arrêtés</a>'),
        seen('<a href="/a">Délibérations 2026</a>'),
        seen('<a href="/a">Arrêtés municipaux 2019</a>', "partial"),
        unseen('<a href="/a">Panneau d’affichage de l’école</a>'),
        seen('<a href="/a">Avis publics</a>'),
    ],
)
def public_acts(page: Page) -> Iterator[Observation]:
    if about(page, BOARD) and says_itself(page, POSTED) and not says_itself(page, DECIDED):
        # A board on which only permits and works are told.
        yield denies(page)
    for anchor, row in leading(page, mark):
        yield Observation.at(page, anchor, Trust.SURE, proof="host", platform=row.vendor if row else "")
    acts = labelled(page, ACT, unless=APART)
    yearly: list[Link | Heading] = [*acts, *headed(page, ACT, unless=APART)]
    for spot in yearly:
        if year := YEARLY.fullmatch(fold_label(spot.text).strip()):
            last = min(date(int(year[1]), 12, 31), page.fetched_at.date())
            proof = "heading" if isinstance(spot, Heading) else "label"
            yield Observation.at(page, spot, Trust.LIKELY, proof=proof, dated=last)
    rowed = {anchor.href: words for anchor, words in rows(page)} if acts else {}

    def said(anchor: Link) -> str:
        """Its own words, or those of the row in which it says too little: « 2026-41 | 10/10/2026 | PDF »."""
        return anchor.text if newest(anchor.text) else rowed.get(anchor.href, "")

    for anchor, words in columned(page, ACT, APART):
        if day := newest(words):
            yield Observation.at(page, anchor, Trust.LIKELY, proof="document", dated=day)
    if not about(page, ACTS):
        numbered = [anchor for anchor in acts if NUMBERED.match(anchor.text) and newest(said(anchor))]
        if len(numbered) > 1 or any(PUBLISHED.search(one.text) for one in numbered):
            acts = numbered
        elif not _collects(page):
            acts = []
    for anchor in acts:
        day = newest(said(anchor))
        if day and not mark(anchor.href):
            yield Observation.at(page, anchor, Trust.LIKELY, proof="document", dated=day)


def _collects(page: Page) -> bool:
    """Whether « Actes » stands above, alone: by itself it may be those of civil status."""
    return any(fold_label(above.text).strip() in ("actes", "acte") for above in headed(page, NAMED))


@Trait
def mark(href: str) -> Row | None:
    """The known address of published acts that the link has."""
    href = href.lower()
    return next((row for row in rows_of("public_acts", "path") if row.pattern.lower() in href), None)
