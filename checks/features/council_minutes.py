"""Comptes rendus du conseil municipal : procès-verbaux, délibérations, datés."""

from collections.abc import Iterator
from datetime import date

from checks.check import check_on_visit
from checks.denials import denies
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import naming
from checks.reading.documents import is_document
from checks.reading.papers import day_of_session, is_about
from checks.reading.passages import first
from checks.reading.spots import headed, labelled, leading, says_itself
from checks.signs import heading, link, path, seen, unseen
from checks.tally import Tally, latest
from checks.text.dates import begins_with_day, dates, filed, newest, years
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, fold_label
from checks.wordings import sessions
from checks.wordings.minutes import APART, BODIES, COUNCILS, OTHER_PAPERS, by_day, by_session, by_title, in_rows, of_one, written
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host
from crawler.url import path as url_path
from crawler.visit import Visit

COUNCIL = Phrases(
    *("conseil municipal", "conseil", "séance", "compte rendu", "procès-verbal", "délibération", "pv", "cr", "cm"),
    *("conseil communal", "liste délibération", "réunion"),
)
SECTION = Phrases(
    *(n.removeprefix("=") for n in sessions.NAMES),
    *("conseil municipal", "conseils municipaux", "réunions de conseil", "réunions du conseil", "séances de conseil"),
)
MUNICIPAL = Phrases("conseil municipal", "conseil communal", "conseils municipaux", "municipal", "municipaux", "municipalité")
SEVERAL = 3
"""Years from which a page of minutes is a list by years."""
STALE = 550
"""Days after which minutes are no longer kept up to date: three quarters without any."""


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """One old document is not a list; a list that stopped is no longer kept. Papers that do not say what they are, and those that are gone while others are there, date nothing."""
    verdict = verdict_of(tally, coverage)
    papers = [o for o in tally.of("document") if not tally.dead(o)] or list(tally.of("document"))
    told = [o.dated for o in papers if o.dated and o.dated <= coverage.as_of]
    last = latest((o for o in papers if not sessions.LIST.within(o.excerpt)), coverage.as_of) or latest(papers, coverage.as_of)
    listed = [int(str(o.facts["_year"])) for o in tally.of("fact:years", trust=Trust.HINT)]
    if not told and listed and max(listed) <= coverage.as_of.year:
        last, told = str(max(listed)), [date(max(listed), 12, 31)]
    elif not papers and verdict is Verdict.PRESENT:
        # All that shows them is of a day long past: « Extrait de la délibération du 4 mai 2019 ».
        days = [newest(o.excerpt) for o in tally.of()]
        told = [day for day in days if day and all(days)]
        last = max(told, default=last)
    if verdict is Verdict.PRESENT and told and (coverage.as_of - max(told)).days > STALE:
        verdict = Verdict.PARTIAL
    return Judgement(verdict, {"last": last or ""})


def _day(one: Link) -> date | None:
    return min(dates(one.text), default=None) or newest(one.raw) or filed(one.text, one.raw)


def _on_page(page: Page) -> Iterator[Observation]:
    if BODIES.within(page.headline):
        # The minutes of a club, which may well have met « en conseil ».
        for one in labelled(page, COUNCIL):
            if not MUNICIPAL.within(one.text) and not one.framed:
                yield denies(page, one.text, one.href)
    head = page.headline
    if APART.within_folded(fold_path(url_path(page.url))) or (APART.within(head) and not MUNICIPAL.within(head)):
        return
    about = headed(page, SECTION, unless=APART)
    listed = [year for year in set(years(page.main_text)) if year <= page.fetched_at.year] if about else []
    if len(listed) >= SEVERAL:
        yield Observation.at(page, about[0], Trust.HINT, proof="fact:years", target=page.url, _year=max(listed))
    bare = about and not any(is_document(one.href) for one in page.links)
    if (bare or (not about and sessions.SITS.within_folded(naming(page)))) and says_itself(page, sessions.VOTED):
        yield from by_session(page)
    held = first(page, sessions.HELD, sessions.MET) if says_itself(page, sessions.SITTING) else None
    if held:
        day = newest(held[0])
        yield Observation.at(
            page, squeeze(held[0]), Trust.LIKELY, proof="document" if day else "text", dated=day, target=page.url
        )
    if headed(page, COUNCILS, unless=APART):
        yield from by_title(page, bool(about))
    yield from of_one(page)
    coded = [(one, day) for one, _ in leading(page, sessions.CODED) if (day := _day(one)) and not APART.within(one.text)]
    if len(coded) > 1 and not about:
        for count, (one, day) in enumerate(coded, 1):
            yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=day, count=count)
    council = sessions.SITS.within_folded(naming(page)) and not sessions.AHEAD.within(page.headline)
    yield from by_day(page, bool(about) or council)
    if council or about:
        yield from written(page)
        yield from in_rows(page)
    here = host(page.url)
    led = (one for one in (page.links if council and not (about or coded) else ()) if is_document(one.href) or one.host == here)
    days = [one for one in led if begins_with_day(one.text) and newest(one.text)]
    if len(days) >= SEVERAL:
        for count, one in enumerate(days, 1):
            yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=min(dates(one.text)), count=count)
    sat: set[date] = set()
    for one in page.links if about else labelled(page, COUNCIL):
        named = COUNCIL.within(one.text)
        file = is_document(one.href)
        if not (named or file) or APART.within(one.text) or sessions.AHEAD.within(one.text):
            continue
        if sessions.ORDER.search(one.raw) if file and not named else not file and sessions.ANNOUNCED.search(one.text):
            continue
        # « Séance du 5, mise en ligne le 9 »: a session comes before all that is done with its minutes.
        day = _day(one) if file else min(dates(one.text), default=None)
        if day and (named or one.raw.lower().endswith(".pdf")):
            # A session may have several papers.
            sat.add(day)
            folded = fold_label(one.text)
            trust = (
                Trust.SURE
                if about and named
                else Trust.LIKELY
                if (named and ("conseil" in folded or "deliberation" in folded or "seance" in folded))
                or sessions.CODE.search(one.href)
                else Trust.HINT
            )
            yield Observation.at(page, one, trust, proof="document", dated=day, count=len(sat))


@check_on_visit(
    "council_minutes",
    "Comptes rendus du conseil municipal",
    look=_on_page,
    judge=judge,
    counts="Des comptes rendus, procès-verbaux ou délibérations datés, le dernier assez récent ; ceux du conseil des jeunes n'en sont pas.",
    signs=[
        link(*sessions.NAMES, unless=sessions.OTHERS),
        heading(
            *(n for n in sessions.NAMES if n not in (*sessions.BARE, "séances du conseil municipal")), unless=sessions.OTHERS
        ),
        heading(*sessions.BARE, unless=sessions.OTHERS, levels=(0, 1, 2)),
        path("comptes rendus", "compte rendu conseil", "procès verbaux", "délibérations", "pv conseil", unless=sessions.OTHERS),
    ],
    examples=[
        unseen(
            "<h2>Comptes rendus du conseil municipal</h2><p>Ils sont publiés dans les bulletins. Les documents seront disponibles en"
            " téléchargement prochainement.</p>"
        ),
        seen(
            "<h2>Comptes rendus du conseil municipal</h2><p>Le dernier est ici. Des documents seront disponibles en téléchargement prochainement.</p>"
            '<a href="/4.pdf">4 mai 2026</a>'
        ),
        seen("<h1>Le conseil du 6 mai</h1><p>Présents : tous. Absent excusé : M. Roux. Secrétaire de séance : Mme Petit.</p>"),
        seen('<h1>Le conseil du 6 mai</h1><a href="/a.pdf">Texte complet du 6 mai 2026</a>'),
        unseen("<h1>Le conseil du 6 mai</h1><p>Il se réunira à 20 h : budget, école.</p>"),
        seen(
            "<table><tr><th colspan=2>Réunions du conseil 2026<tr><td>8 mai<td><a href='m.pdf'>Lire</a><tr><td>8 juin<td><a href='o.pdf'>Lire</a></table>"
        ),
        unseen('<h1>Le comité</h1><a href="/PV-12-10-2026.pdf">12 octobre</a> <a href="/PV-29-06-2026.pdf">29 juin</a>'),
        seen(
            "<h1>Le conseil</h1><h2>Séance du 7 mai</h2><a href='/a.pdf'>Lu</a><h2>Séance du 2 juin</h2><a href='/b.pdf'>Lu</a>"
        ),
        unseen("<h1>Le plan local</h1><h2>Délibération du 4 mai 2026 : révision du PLU</h2><a href='/d.pdf'>Lire</a>"),
        seen('<h1>Le conseil</h1><h2>2026</h2><a href="/a.pdf">PV du 9 mars</a> <a href="/b.pdf">PV du 4 mai</a>'),
        seen(
            '<h1>Le bourg</h1><p>Les derniers comptes rendus : <a href="/a.pdf">mars 2026</a>, <a href="/b.pdf">mai 2026</a></p>'
        ),
        seen(
            "<h1>Au conseil</h1><p>Compte rendu de la séance du 9 octobre 2026</p><p>Présents : tous. Le budget passe à l’unanimité.</p>"
        ),
        seen(
            '<h1>Au conseil</h1><table><tr><td>09/10/2026</td><td><a href="/a.pdf">lire</a></td></tr><tr><td>11/09/2026</td><td><a href="/b.pdf">lire</a></td></tr></table>'
        ),
        unseen('<h1>Le conseil</h1><h2>Ordres du jour</h2><a href="/a.pdf">9 mars</a> <a href="/b.pdf">4 mai</a>'),
        unseen('<h1>Menus</h1><a href="/a.pdf">9 mars</a> <a href="/b.pdf">16 mars</a>'),
        unseen('<h1>Le club de pétanque</h1><p><a href="/a.pdf">Compte rendu de la réunion du 9 octobre 2026</a></p>'),
        unseen('<h1>Rives</h1><a href="/actualites/installation">Installation du conseil municipal le 4 octobre 2026</a>'),
        unseen(
            '<a href="/d">Délibérations et comptes rendus</a>',
            pages={
                "/d": '<main><h1>Délibérations et comptes rendus</h1><button>Tous</button><div><h3>Compte rendu de juin 2026</h3><a href="#">Consulter</a></div><div><h3>Compte rendu de mai 2026</h3><a href="#">Consulter</a></div></main>'
            },
        ),
        unseen(
            '<main><h2>Comptes rendus</h2><div><h3>Compte rendu de juin 2026</h3><a href="/d">Télécharger</a></div><div><h3>Compte rendu de mai 2026</h3><a href="/d">Télécharger</a></div></main>'
        ),
        unseen(
            '<a href="/c">Comptes rendus</a>',
            pages={
                "/c": "<main><h1>Comptes rendus</h1><p>Ils sont affichés en mairie et s’y lisent aux heures d’ouverture.</p></main>"
            },
        ),
        unseen(
            '<nav><a href="/mairie#cr">Comptes rendus</a></nav>',
            pages={
                "/mairie#cr": "<section id='cr'><h2>Comptes rendus</h2><p>Ils sont consultables en mairie le matin.</p></section>"
            },
        ),
        unseen(
            '<nav><a href="/mairie#cr">Publications et comptes rendus</a></nav>',
            pages={
                "/mairie#cr": "<section id='cr'><h2>Publications et comptes rendus</h2><p>Bulletins et comptes rendus téléchargeables.</p></section>"
            },
        ),
        seen(
            '<nav><a href="/mairie#cr">Comptes rendus</a></nav>',
            pages={
                "/mairie#cr": "<section id='cr'><h2>Comptes rendus</h2><p>Consultables en mairie et ici : <a href='1.pdf'>2 mai 2026</a></p></section>"
            },
        ),
        unseen(
            "<main><h1>Nos séances</h1><p>Comptes-rendus des réunions et élus.</p><h2>Comptes-rendus</h2><p>Aucun fichier à afficher.</p></main>"
        ),
        seen(
            "<main><h1>Nos séances</h1><p>Comptes-rendus des réunions et élus.</p><h2>Comptes-rendus</h2><p>Séance du 2 mai 2026.</p></main>"
        ),
        unseen(
            '<a href="/p">Compte rendu de la séance du 5 mai 2026</a>',
            pages={
                "/p": "<main><nav><a href='/m'>La mairie</a></nav><h1>Publications</h1><a href='#'>Compte rendu, 14 mai 2026</a><a href='#'>Compte rendu, 2 mars 2026</a><a href='#'>Bulletin, 1 mars 2026</a></main>"
            },
        ),
        unseen(
            "<h1>Santé</h1><h2>Cellule de crise</h2><h3>Comptes rendus</h3><p>Ils sont joints : séance du 16 janvier 2026.</p>"
        ),
        unseen(
            "<article><h3>Nouvelles délibérations</h3><p>Les dernières délibérations du conseil sont disponibles.</p></article>"
        ),
        unseen("<h1>Finances</h1><h2>Les budgets annexes ont été votés en séance du conseil municipal le 7 avril 2026</h2>"),
        seen(
            "<h1>Le 8 octobre</h1><p>Le conseil municipal, dûment convoqué, s’est réuni en mairie le 8 octobre 2026.</p>"
            "<p>Secrétaire de séance : Mme Blanc.</p>"
        ),
        seen(
            "<h1>Au conseil</h1><h2>Mardi 6 octobre 2026</h2><p>Onze présents. Le budget passe.</p><h2>Mardi 1er septembre 2026</h2><p>Le tarif est adopté à l’unanimité.</p>"
        ),
        seen("<h2>Extrait de la délibération du 4 mai 2019</h2><p>Le conseil attribue les subventions.</p>", "partial"),
        unseen("<p>Le comité, dûment convoqué, s’est réuni le 8 octobre 2026. Secrétaire de séance : Mme Blanc.</p>"),
        unseen("<p>Le conseil municipal s’est réuni le 8 octobre 2026 pour voter le budget.</p>"),
        unseen('<a href="/1.pdf">Compte rendu de la cellule de crise du 9 janvier 2026</a>'),
        seen('<h2>Le conseil</h2><a href="/1.pdf">Réunion du 15 octobre 2026</a> <a href="/2.pdf">Réunion du 2 juillet 2026</a>'),
        unseen(
            '<h2>Conseil syndical</h2><a href="/1.pdf">Réunion du 15 octobre 2026</a> <a href="/2.pdf">Réunion du 2 juillet 2026</a>'
        ),
        seen('<h1>Les séances</h1><a href="s/CR021026.pdf">2 octobre 2026</a> <a href="s/CR190626.pdf">19 juin 2026</a>'),
        seen(
            '<h1>Le Conseil</h1><h2>Ce qu’ils ont dit</h2><a href="/a.pdf">6 novembre 2026</a> <a href="/b.pdf">25 septembre 2026</a> <a href="/c.pdf">3 juillet 2026</a>'
        ),
        seen('<h1>Ils délibèrent</h1><a href="/cr-2026-11-13.pdf">13 novembre</a> <a href="/cr-2026-09-11.pdf">11 septembre</a>'),
        seen(
            '<h1>Le conseil au complet</h1><a href="/a">Jeudi 12 novembre 2026</a> <a href="/b">Jeudi 24 septembre 2026</a> <a href="/c">Jeudi 11 juin 2026</a>'
        ),
        unseen(
            '<h1>Randonnées</h1><a href="/a.pdf">6 novembre 2026</a> <a href="/b.pdf">25 septembre 2026</a> <a href="/c.pdf">3 juillet 2026</a>'
        ),
        seen('<h1>Réunions du conseil</h1><a href="/CR_20260411.pdf">Plus d’info</a> <a href="/CR_20260307.pdf">Plus d’info</a>'),
        unseen('<h1>Sorties</h1><a href="s/crete021026.pdf">2 octobre 2026</a> <a href="s/cretes190626.pdf">19 juin 2026</a>'),
        unseen(
            '<h1>Le comité</h1><a href="s/CR021026.pdf">Comité des fêtes, 2 octobre 2026</a> <a href="s/CR2.pdf">Comité des fêtes, 19 juin 2026</a>'
        ),
        seen(
            '<h1>Le conseil</h1><a href="/f/2026/10/PV-12.pdf">PV du 12 octobre</a> <a href="/f/2026/07/PV-29.pdf">PV du 29 juin</a>'
        ),
        seen('<a href="/cr">Comptes-rendus du Conseil municipal</a>'),
        seen(
            '<h2>Conseil municipal</h2><ul><li><a href="pv1.pdf">Procès-verbal du 12 septembre 2026</a><li><a href="pv2.pdf">Procès-verbal du 3 juin 2026</a></ul>'
        ),
        seen(
            '<h1>Réunions de conseil</h1><a href="/1.pdf">Réunion du 12 juin 2026</a> <a href="/2.pdf">Réunion du 3 avril 2026</a>'
        ),
        seen('<h1>Délibérations</h1><a href="d.pdf">Séance du 4 mars 2012</a>', "partial"),
        seen("<h3>Compte rendu de la réunion du conseil municipal du 5 octobre 2026</h3>"),
        unseen("<h2>Compte rendu du conseil municipal des jeunes</h2>"),
        unseen('<a href="/ce">Compte rendu du conseil d’école</a>'),
        unseen('<a href="/cm">Conseil municipal</a><p>Le conseil a délibéré.</p>'),
        unseen('<a href="#">Comptes rendus du conseil municipal</a>'),
        unseen('<a href="/cmj.pdf">Procès-verbal du conseil municipal des jeunes, 3 juin 2026</a>'),
        seen('<a href="/a">PV de réunion</a>'),
        unseen("<h2>Compte rendu de la réunion de quartier</h2>"),
    ],
)
def council_minutes(visit: Visit) -> Iterator[Observation]:
    """Minutes say themselves what they are, and of what day when their link bears none."""
    document = visit.document
    if document is None or visit.via is None or not is_about(visit, sessions.MINUTES, OTHER_PAPERS):
        return
    told = day_of_session(document, visit.fetched_at.date())
    day = newest(visit.via.text) or (told[0] if told else None)
    if day and day <= visit.fetched_at.date():
        yield Observation.within(visit, document, told[1] if told else document.text[:80], Trust.LIKELY, dated=day)
