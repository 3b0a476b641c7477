"""Budget : la présentation des finances de la commune, ses chiffres, ses notes."""

import re
from collections.abc import Iterator
from datetime import date

from checks.check import check
from checks.denials import denies
from checks.finding import recent
from checks.observation import Observation, Trust
from checks.reading.about import about, proceedings
from checks.reading.denial import AT_HALL, awaits
from checks.reading.documents import is_file
from checks.reading.passages import Around, first
from checks.reading.spots import headed, labelled, leading, says_itself
from checks.signs import heading, link, path, seen, unseen
from checks.text.dates import begins_with_day, years
from checks.text.lexicon import Phrases, Prose, fold_label
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "budget en images", "budget en chiffres", "budget en bref", "budget en clair", "où va l'argent", "où vont vos impôts",
    "à quoi servent vos impôts", "l'argent de la commune", "=budget", "=budgets", "budget municipal", "budget communal",
    "budget de la commune", "budget de la ville", "budget primitif", "budgets primitifs", "budget et finances",
    "budget finances", "budget supplémentaire", "compte administratif", "comptes administratifs", "compte financier unique",
    "finances communales", "finances municipales", "finances locales", "finances de la commune", "finances de la ville",
    "finances et budget", "=finances", "rapport d'orientation budgétaire", "débat d'orientation budgétaire",
    "orientations budgétaires", "présentation brève et synthétique", "note de présentation du budget",
    "note de synthèse du budget", "budget annuel", "les comptes de la commune", "situation financière", "fiscalité locale",
    "taux d'imposition", "finances publiques", "impôts locaux", "budget et fiscalité", "rapport financier",
    "programme triennal", "note budgétaire", "budget principal", "présentation du budget", "vote du budget", "notre budget",
    "budget citoyen", "budget simplifié", "chiffres du budget", "comptes de la ville", "comptes communaux",
    "gestion financière", "informations financières", "données financières", "documents budgétaires", "documents financiers",
    "données budgétaires", "où va l'argent public", "transparence financière", "états financiers", "finances et fiscalité",
    "finances et impôts", "dette de la commune", "dette de la ville", "budgets annexes", "cfu", "comprendre le budget",
    "budget expliqué", "=fiscalité", "santé financière", "endettement de la commune", "endettement de la ville",
    "dette communale", "=rob", "rob et dob", "rapport sur les orientations budgétaires", "plan pluriannuel d'investissement", "comptes en clair",
    "comptes en bref", "comptes en chiffres", "comptes en images", "note de synthèse budget", "note de synthèse financière",
)  # fmt: skip
NOT_IT = (
    "participatif", "familial", "conseil en budget", "aide au budget", "point conseil", "petit budget", "association", "ccas",
    "commission", "budget de l'école", "budget des écoles", "centre des finances publiques", "direction des finances publiques",
    "direction générale des finances publiques", "trésorerie", "ministère",
)  # fmt: skip
WRONG = Phrases(*NOT_IT)
BUDGET = Phrases(*NAMES, "budget", "compte administratif")
ACCOUNTS = Prose(
    *(f"{what} {of}" for what in ("section de", "dépenses de", "recettes de") for of in ("fonctionnement", "investissement"))
)
FILED = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)[^/]{0,60}\.pdf$", re.I)
BUDGETS = Around("budget")
LARGE = r"(?:[1-9]\d{2}[  .]\d{3}|\d{1,3}(?:[  .]\d{3}){2}|\d{1,3}(?:,\d{1,3})?\s(?:M|millions? d['’]))\s?(?:€|euros)"
"""What a town spends, and no club: from a hundred thousand."""
MONEY = Around("dette", "commune dépense", "budget", "recettes", "sur 100", "taux de taxe", "taxe foncière")
TOLD = re.compile(
    rf"\bbudget (?:communal|municipal|primitif|20\d\d|de la (?:commune|ville))\b[^.!?€]{{0,90}}?\b{LARGE}"
    rf"|\brecettes\b[^.!?€\d]{{0,30}}{LARGE}[^€]{{0,30}}\bdépenses\b[^.!?€\d]{{0,30}}{LARGE}"
    r"|\bsur 100\s?(?:€|euros) (?:dépensés|de dépenses)\b"
    rf"|\bcommune dépense\b[^.!?€]{{0,30}}{LARGE}|\bdette\b[^.!?€]{{0,60}}\d\s?(?:€|euros)\s(?:par|/)\s?hab"
    r"|\btaux\b[^.!?%]{0,40}\btaxe foncière\b[^.!?%]{0,60}?\d{1,2}[.,]\d{1,2}\s?%|\btaxe foncière\b[^.!?%]{0,20}\btaux\b[^.!?%]{0,40}?\d{1,2}[.,]\d{1,2}\s?%",
    re.I,
)
YEARLY = Phrases("budget", "budgets")
BUDGET_OF = re.compile(r"budget (20[0-4]\d)")
"""« Le budget 2026 », alone, as it is folded."""
TABLE = re.compile(
    r"\bbudgets?\b(?! participatif)[^.!?]{0,80}\bfonctionnement\b[^€.!?]{0,40}\d[\d  .,]{0,15}\s?(?:k|M|millions d['’])?(?:€|euros)",
    re.I,
)
"""« Budget 2026 … fonctionnement … 284 000 € »: a table, or a sentence."""
SUMS = re.compile(r"[0-9]\s?(?:[kKM]?€|%|euros?\b)")
FIGURES = re.compile(
    r"(?:section|dépenses|recettes)\s+(?:de|d['’])\s?(?:fonctionnement|investissement)[^€]{0,80}\d[\d  .,]{0,15}\s?(?:(?:k|M|millions? d['’])?\s?(?:€|euros))",
    re.I,
)


@check(
    "budget",
    "Budget",
    judge=recent(3 * 365),
    signs=[
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT, levels=(0, 1, 2)),
        path("budget", "finances", unless=NOT_IT),
    ],
    counts="La présentation du budget, ses chiffres ou ses notes ; le budget participatif et l'aide au budget familial n'en sont pas.",
    examples=[
        unseen("<h2>Budget</h2><p>Les documents seront mis en ligne après le vote.</p>"),
        unseen(
            "<h1>Commune de Rives</h1><p>Absents excusés : A. Roux. Secrétaire de séance : L. Roy.</p><h2>Décision modificative du budget</h2>"
        ),
        unseen("<h2>Le budget de l’école</h2>"),
        unseen(
            "<h2>Budget</h2><p>Comptes et documents budgétaires.</p><h2>Marchés</h2><p>Avis et consultations en cours.</p>"
            "<h2>Emploi</h2><p>Offres et stages au sein des services.</p>"
        ),
        seen("<h2>Budget</h2><p>Comptes et documents budgétaires.</p>"),
        seen("<h2>Le budget en images</h2>"),
        seen("<h2>Les comptes en chiffres</h2><p>Deux millions.</p>"),
        unseen("<h2>Budget participatif en images</h2>"),
        seen("<table><tr><td>Budget 2026</td><td>dépenses</td></tr><tr><td>Fonctionnement</td><td>284 000 €</td></tr></table>"),
        unseen("<p>Le budget de l’association couvre son fonctionnement.</p>"),
        seen('<a href="/budget">Budget municipal</a>'),
        seen("<h2>Finances communales</h2><p>Section de fonctionnement : 1 250 000 €</p>"),
        seen('<a href="/bp.pdf">Budget primitif 2026 : présentation brève et synthétique</a>'),
        seen('<a href="/bp.pdf">Budget primitif 2014</a>', "partial"),
        seen('<a href="/camembert-2026.pdf">Le budget en camembert</a>'),
        unseen('<a href="/2026-04-10.pdf">10 avril 2026 (budgets, eau)</a>'),
        unseen(
            '<a href="/b">Budget</a>',
            pages={
                "/b": "<main><h1>Budget</h1><p>Voté chaque année au printemps ; le budget primitif est consultable en mairie.</p></main>"
            },
        ),
        seen(
            '<a href="/b">Budget</a>',
            pages={"/b": "<main><h1>Budget</h1><p>Investissement : 120 000 €. Le détail est consultable en mairie.</p></main>"},
        ),
        unseen('<a href="/bp">Budget participatif</a>'),
        unseen('<a href="/ccas">Point conseil budget</a>'),
        unseen('<a href="#">Budget</a>'),
        seen("<h2>Le budget 2026</h2><p>Il s’équilibre.</p>"),
        seen("<h2>Budget 2026</h2><p>Il s’équilibre.</p>"),
        seen("<h2>Budget 2014</h2><p>Il s’équilibre.</p>", "partial"),
        unseen("<h1>Conseil du 4 mars</h1><h3>Budget 2026 du spectacle</h3>"),
        seen("<p>Les recettes de fonctionnement s’élèvent à 1,4 million d’euros.</p>"),
        seen("<p>Le budget communal 2026 s’élève à 1 245 000 €.</p>"),
        seen("<h2>Les sous</h2><p>Recettes : 1 400 000 €. Dépenses : 1 245 000 €.</p>"),
        seen("<p>Sur 100 € dépensés par la commune, 46 vont au personnel.</p>"),
        seen("<p>Taxe foncière : le taux reste à 38,2 %.</p>"),
        seen("<p>La dette de la commune : 420 € par habitant.</p>"),
        unseen("<p>La taxe foncière augmente : exonération de 50,0 % pour les bailleurs.</p>"),
        unseen("<p>Le bal : recettes 1 400 €, dépenses 1 245 €.</p>"),
        unseen("<p>Le budget participatif s’élève à 200 000 €.</p>"),
        unseen("<h2>Centre des finances publiques</h2><p>Fermé le mercredi.</p>"),
        unseen("<h2>Budget participatif 2026</h2>"),
        seen('<a href="/a">Où vont vos impôts ?</a>'),
        seen('<a href="/a">Le budget en bref</a>'),
        unseen('<a href="/a">Le budget participatif en bref</a>'),
    ],
)
def budget(page: Page) -> Iterator[Observation]:
    for anchor in labelled(page, BUDGET, unless=WRONG):
        if anchor.region in ("nav", "footer") or begins_with_day(anchor.text):
            continue
        told = years(anchor.text) or [int(year) for year in FILED.findall(anchor.raw)]
        if told:
            yield Observation.at(page, anchor, Trust.LIKELY, proof="label", dated=date(max(told), 1, 1))
    if about(page, BUDGET, unless=WRONG) and AT_HALL.search(page.main_text) and not _shows_sums(page):
        yield denies(page)
    for above in headed(page, YEARLY, unless=WRONG):
        if above.level <= 2 and (year := BUDGET_OF.fullmatch(fold_label(above.text).strip())):
            yield Observation.at(page, above, Trust.LIKELY, proof="heading", dated=date(int(year[1]), 1, 1))
    if not proceedings(page) and (shown := first(page, TABLE, BUDGETS)):
        yield Observation.at(page, squeeze(shown[0]), Trust.LIKELY, proof="text", target=page.url, figures=1)
    if not proceedings(page) and (said := first(page, TOLD, MONEY)) and not WRONG.within(said[0]):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url, figures=1)
    figures = FIGURES.search(page.main_text) if says_itself(page, ACCOUNTS) else None
    if figures:
        yield Observation.at(page, figures.group(), Trust.LIKELY, proof="text", target=page.url, figures=1)


def _shows_sums(page: Page) -> bool:
    """Whether a page gives a sum or a share, hands out a file or shows what is not read."""
    return bool(SUMS.search(page.main_text) or page.embeds or leading(page, is_file) or awaits(page))
