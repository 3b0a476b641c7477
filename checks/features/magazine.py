"""Bulletin municipal : le magazine de la commune, à lire ou à télécharger."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from checks.check import check_on_visit
from checks.denials import denies
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.fingerprints import hosts
from checks.observation import Observation, Trust
from checks.reading.about import near as beside_of
from checks.reading.about import proceedings
from checks.reading.denial import awaits
from checks.reading.documents import is_file
from checks.reading.own_names import COMMON, named, own_name
from checks.reading.papers import day_of_issue, is_about
from checks.reading.passages import first, just_before, near
from checks.reading.rows import rows
from checks.reading.sections import beneath
from checks.reading.spots import entitled, headed, known_services, labelled, leading, says_itself, worded
from checks.reading.unkept import unkept
from checks.signs import heading, known, link, path, seen, sentence, text, unseen
from checks.tally import Tally
from checks.text.dates import newest, years
from checks.text.folding import fold, fold_path
from checks.text.traits import Trait
from checks.wordings import bulletins
from checks.wordings.bulletins import is_paper, of_paper, series, several
from crawler.link import Link
from crawler.page import Page
from crawler.url import path as path_of
from crawler.visit import Visit

STALE = 800


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """A bulletin whose last issue is more than two years old is no longer published here. What is no file is read, not fetched."""
    verdict = verdict_of(tally, coverage)
    told = [o.dated for o in tally.of("document", "label", trust=Trust.HINT) if o.dated and o.dated <= coverage.as_of]
    if verdict is Verdict.PRESENT and told and (coverage.as_of - max(told)).days > STALE:
        verdict = Verdict.PARTIAL
    files = [o for o in tally.of("document", "label", trust=Trust.HINT) if o.target.lower().endswith(".pdf")]
    return Judgement(verdict, {"file": 1} if files else {})


def _on_page(page: Page) -> Iterator[Observation]:
    yield from _called(page)
    yield from _presented(page)
    yield from _shelved(page)
    yield from _said_before(page)
    yield from named(page, bulletins.TITLES)
    called = fold(own_name(page, bulletins.TITLES)).strip()
    facts: dict[str, Any] | None = None
    titled = headed(page, bulletins.SUBJECT, unless=bulletins.APART)
    for one, _ in leading(page, bulletins.is_shelf) if titled else ():
        yield Observation.at(page, one, Trust.LIKELY, proof="label")
    others = {one.href for one, words in rows(page) if bulletins.NO_ISSUES.within(words)} if titled else ()
    for one in page.links if titled else labelled(page, bulletins.SUBJECT):
        if not is_paper.of(one.href) or bulletins.APART.within(one.text) or one.href in others:
            continue
        sure = bulletins.SUBJECT.within(one.text) or (called and called == fold(one.text).strip())
        filed = fold_path(path_of(one.href).rpartition("/")[2])
        if not sure and (bulletins.NO_ISSUES.within_folded(filed) or bulletins.NO_ISSUES.within(one.text)):
            continue
        if facts is None:
            name = bulletins.NAMED.search(page.text)
            facts = {"name": name.group(1).strip()} if name else {}
        told = years(one.text) or years(one.raw)
        day = newest(one.text) or newest(one.raw) or (date(max(told), 1, 1) if told else None)
        yield Observation.at(page, one, Trust.LIKELY if sure else Trust.HINT, proof="document", dated=day, **facts)


def _presented(page: Page) -> Iterator[Observation]:
    """A page that speaks of the bulletin and hands out its numbers; partial when they are only told."""
    every = [one for one, _ in leading(page, is_paper)]
    if first(page, bulletins.STOPPED, bulletins.STOPPING) and all(bulletins.APART.within(one.text) for one in every):
        yield denies(page)
    papers = [one for one in every if is_issue(one.text) or _comes_out(page, one)] or series(page, every)
    spoken = says_itself(page, bulletins.PRECISE) or any(
        bulletins.PERIOD.search(one.text) for one in papers if headed(page, bulletins.SHELF)
    )
    if not (spoken or papers) or proceedings(page) or not (spoken or first(page, bulletins.APPEARS, bulletins.APPEARING)):
        return
    for one in papers[:20]:
        yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    if not papers and first(page, bulletins.HANDED, bulletins.HANDING) and not _leads_on(page):
        yield denies(page)
    told = [] if papers else bulletins.NUMBER.findall(near(page, bulletins.DEGREES, 34, 6))
    if len(told) > 1 and not unkept(page):
        yield Observation.at(page, told[0], Trust.LIKELY, proof="text", whole=False, target=page.url)


def _shelved(page: Page) -> Iterator[Observation]:
    """Files that bear a month alone, under a heading that the bulletin is told of beneath: « Janvier 2026 »."""
    for place in page.headings if says_itself(page, bulletins.PRECISE) and not proceedings(page) else ():
        words = beneath(page, place)
        if bulletins.PRECISE.within(words) and not bulletins.APART.within(words):
            for one, _ in leading(page, is_paper):
                if bulletins.MONTHLY.fullmatch(one.text) and one.text in words:
                    yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=newest(one.text))


def _said_before(page: Page) -> Iterator[Observation]:
    """Issues that bear no name after words that say that they are those of a paper; what is leafed through, beside such words."""
    if proceedings(page):
        return
    for one, _ in worded(page, bulletins.ISSUE):
        before = just_before(page, one.text, bulletins.BEFORE)
        leads = is_paper.of(one.href) or any(row.feature == "magazine" for row in hosts().match(one.href))
        if leads and not one.framed and of_paper(before):
            yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    for embed in page.embeds:
        if any(row.feature == "magazine" for row in hosts().match(embed.src)):
            beside = f"{page.headline} — {beside_of(embed.node)} — {embed.title}"
            if (bulletins.OF_PAPER.search(beside) or bulletins.SUBJECT.within(beside)) and not bulletins.APART.within(beside):
                yield Observation.at(page, embed, Trust.LIKELY, proof="embed", dated=newest(beside))


def _comes_out(page: Page, one: Link) -> bool:
    """Whether the sentence that ends in a link of a season says of a paper that it comes out: « La Feuille paraît à Noël : juin 2026 »."""
    return bulletins.PERIOD.search(one.text) is not None and bool(bulletins.APPEARS.search(just_before(page, one.text, 120)))


def _leads_on(page: Page) -> bool:
    """Whether the page may hand out the bulletin by something, or lead to where it is."""
    if awaits(page) or page.embeds or leading(page, is_file) or known_services(page, "magazine"):
        return True
    return any(not one.framed and (bulletins.SUBJECT.within(one.text) or any(map(str.isdigit, one.text))) for one in page.links)


@Trait
def is_issue(words: str) -> bool:
    """« Le Lien n° 42 », « N° 42 – été 2026 »."""
    return (
        bool(bulletins.NUMBER.search(words) or bulletins.BARE.match(words))
        and not bulletins.APART.within(words)
        and not bulletins.NO_ISSUES.within(words)
    )


def _called(page: Page) -> Iterator[Observation]:
    """Links that only bear the name of the bulletin."""
    for place in headed(page, bulletins.PAPERS, unless=bulletins.APART):
        words = beneath(page, place)
        for one, _ in leading(page, is_paper):
            if one.text in words and years(one.text) and not bulletins.NO_ISSUES.within(one.text):
                yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    issues = [one for one, _ in leading(page, is_paper) if bulletins.TITLED.match(one.text) and is_issue(one.text)]
    head = page.headline.strip()
    names = Counter(name[0] for one in issues if bulletins.PERIOD.search(one.text) and (name := bulletins.NAME.match(one.text)))
    bare = any(bulletins.BARE.match(one.text) and bulletins.PERIOD.search(one.text) for one, _ in leading(page, is_paper))
    for one in issues:
        # The page bears the name of the paper (« Le Vernousien », then its numbers), or one name has two numbers and their months; the second may bear but its number.
        bears = head and one.text.startswith(head) and not COMMON.within(head)
        if bears or ((name := bulletins.NAME.match(one.text)) and names[name[0]] + bare > 1):
            yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    titles = [title for title, _ in entitled(page, is_issue)] if leading(page, is_paper) else []
    for title in titles if several(title.text for title in titles) else ():
        yield Observation.at(page, title, Trust.LIKELY, proof="heading")
    for one in labelled(page, bulletins.CALLED, unless=bulletins.APART):
        if is_paper.of(one.href) and bulletins.NUMBERED.search(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    for one in page.links:
        if len(one.text) < 40 and bulletins.PETIT.match(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")


@check_on_visit(
    "magazine",
    "Bulletin municipal",
    look=_on_page,
    judge=judge,
    counts="Le bulletin ou magazine de la commune à lire ou à télécharger ; un bulletin d'inscription, de vote ou météo n'en est pas.",
    signs=[
        known(Trust.HINT),
        text(
            "est le bulletin municipal",
            "est le magazine municipal",
            "est le journal municipal",
            "est le bulletin communal",
            trust=Trust.LIKELY,
        ),
        link(*bulletins.NAMES, unless=bulletins.OTHERS),
        heading(*bulletins.NAMES, unless=bulletins.OTHERS),
        path(
            "bulletin municipal",
            "bulletins municipaux",
            "magazine municipal",
            "journal municipal",
            "gazette",
            unless=bulletins.OTHERS,
        ),
        sentence(
            *("bulletin municipal", "magazine municipal", "bulletin communal", "gazette", "feuille de la commune"),
            *("journal de la commune", "numéro du magazine", "dernier numéro", "le bulletin n", "journal du village"),
            says=bulletins.READ,
            unless=("inscription", "adhésion", "paroissial", "vote", "météo", "régional"),
        ),
    ],
    examples=[
        seen('<h1>Le Héron</h1><p>La feuille du village, deux fois l’an.</p><a href="/9.pdf">Le Héron n° 9</a>'),
        unseen('<h1>Le tri</h1><p>La feuille tombe deux fois l’an. <a href="/9.pdf">Arrêté n° 9</a></p>'),
        unseen(
            '<p>La revue de la Région, deux fois par an dans votre boîte.</p><a href="/t-1.pdf">1</a><a href="/t-2.pdf">2</a>'
        ),
        unseen("<h5>Le bulletin municipal de janvier est disponible</h5><a href='/articles'>Lire l’article</a>"),
        seen("<h5>Le bulletin municipal de janvier est disponible</h5><a href='/BulletinsMunicipaux.html'>lien</a>"),
        seen("<h3>Rives Infos n°8</h3><a href='/8.pdf'>Voir</a><h3>Rives Infos n°9</h3><a href='/9.pdf'>Voir</a>"),
        seen("<p>Le bulletin municipal est disponible sur ce site.</p>"),
        seen('<p>Notre Département, un jour de mai dernier, a dit oui. La feuille : <a href="/f.pdf">mai 2026</a></p>'),
        unseen(
            '<h2>Magazine</h2><p>Notre magazine s’est arrêté en 2017, et n’a pas été numérisé.</p><a href="/a.pdf">Bulletin d’adhésion</a>'
        ),
        seen(
            '<h1>Lire</h1><p>Le magazine imprimé s’est arrêté ; il est désormais ici :</p><a href="/9.pdf">Magazine municipal n° 9</a>'
        ),
        unseen("<h2>Le journal de la commune</h2><p>Il ne paraît plus depuis 2014.</p>"),
        seen(
            '<h1>Le Vernousien</h1><a href="/v33.pdf">Le Vernousien n° 33, juillet 2026</a> <a href="/v32.pdf">n° 32, janvier 2026</a>'
        ),
        seen('<h2>Lire</h2><p><a href="/12.pdf">Rives & vous n° 12, mai 2026</a>, <a href="/11.pdf">n° 11, mars 2026</a></p>'),
        seen(
            '<h1>Le Rivois</h1><p>Trois fois par an, il est déposé dans votre boîte.</p><h2>N° 8</h2><a href="/rivois-8.pdf">Lire</a><h2>N° 7</h2><a href="/rivois-7.pdf">Lire</a>'
        ),
        unseen('<h2>Lire</h2><p><a href="/12.pdf">Marché n° 12, mai 2026</a>, <a href="/11.pdf">lot 11, mars 2026</a></p>'),
        unseen('<h1>Arrêtés</h1><a href="/a.pdf">Arrêté n° 33 du 5 juillet 2026</a>'),
        unseen('<a href="/j.pdf">Journal des travaux de l’église, juin 2025</a>'),
        seen('<h2>100 % Rives</h2><p>Le bulletin communal, deux fois par an</p><a href="/1.pdf"><p>Juin 2026</p><p>PDF</p></a>'),
        unseen('<h2>Arrêtés</h2><p>Le bulletin communal les annonce.</p><a href="/1.pdf">Arrêté de juin 2026</a>'),
        seen('<p>Deux fois l’an dans vos boîtes :</p><a href="/oriel-2.pdf">Lire</a> <a href="/oriel-1.pdf">Lire</a>'),
        unseen('<h1>Publications</h1><a href="/oriel-12.pdf">Lire</a> <a href="/oriel-11.pdf">Lire</a>'),
        unseen('<a href="/n">Le magazine du département</a> <a href="/b">Le bulletin intercommunal</a>'),
        seen('<p>La Feuille paraît à la Saint-Jean : <a href="/9.pdf">juin 2026</a></p>'),
        seen('<p>Le Héron, feuille trimestrielle : <a href="/9.doc">dernier numéro, juin 2026</a></p>'),
        seen('<h1>Le Pic</h1><p>Le Pic est distribué deux fois l’an. <a href="/9.pdf">Mai 2026</a></p>'),
        unseen('<a href="/c.pdf">Bulletin à rendre le 9</a>'),
        seen('<h1>Le journal de Rives</h1><iframe src="https://www.calameo.com/read/1"></iframe>'),
        seen('<p>Notre revue « Au bord de l’eau » : <a href="/9.pdf">été 2026</a>, <a href="/8.pdf">hiver 2025</a></p>'),
        seen('<h1>Le Héron</h1><p>Périodique.</p><a href="/9.pdf">Édition 2026</a>'),
        unseen('<h1>Menus</h1><iframe src="https://www.calameo.com/read/1"></iframe>'),
        unseen('<p>Le journal du collège : <a href="/9.pdf">été 2026</a></p>'),
        unseen('<p>La revue de l’association : <a href="/9.pdf">n° 9</a></p>'),
        seen('<h2>Le magazine</h2><a href="mag42.pdf">Magazine n° 42, octobre 2026</a>'),
        seen('<a href="b.htm"><img src="b.gif" alt="Journal communal"></a>'),
        seen('<h1>Bulletins municipaux</h1><a href="b.pdf">Mai 2015</a><a href="p.pdf">PV du 3 mai 2026</a>', "partial"),
        seen('<nav><a href="/le-bulletin.htm">Le Petit Montclairois</a></nav>'),
        seen('<h1>Vill’Infos</h1><p>Le journal communal trimestriel.</p><a href="/3.pdf">Vill’Infos n°12, avril 2026</a>'),
        seen(
            "<h1>Le Lien</h1><p>Le bulletin municipal.</p><div>Le Lien n°42, novembre 2025</div><div>Le Lien n°41, avril 2025</div>",
            "partial",
        ),
        seen('<a href="/e12.pdf">L’Écho du plateau n° 12</a>'),
        seen('<a href="/f9.pdf">La feuille n° 9, décembre 2017</a>', "partial"),
        seen('<h1>Rivinfo</h1><p>Le journal de Rives paraît quatre fois l’an.</p><a href="/9.pdf">N° 9 – été 2026</a>'),
        seen('<h1>Le Rivois</h1><p>Trois fois par an dans les boîtes :</p><a href="/9.pdf">N° 9, octobre 2026</a>'),
        unseen('<h1>Vie paroissiale</h1><p>Le bulletin de la paroisse paraît chaque mois.</p><a href="/9.pdf">N° 9</a>'),
        unseen('<h1>Voirie</h1><p>Le rapport annuel est au journal officiel.</p><a href="/9.pdf">Arrêté n° 9</a>'),
        unseen('<a href="/echo">L’Écho des bois, chorale</a> <a href="/p">Le Petit Marché</a>'),
        unseen('<a href="b.pdf">Bulletin d’inscription</a> <a href="a.pdf">Bulletin d’adhésion</a> <h2>Bulletin de vote</h2>'),
        unseen("<h3>Bulletin météo</h3><p>Le bulletin de vote doit être mis sous enveloppe.</p>"),
        unseen('<a href="#">Bulletin municipal</a>'),
        seen('<div><h5>Bulletin municipal, mars 2026</h5><p>Les vœux.</p><a href="/m.pdf">Plus d’info</a></div>'),
        unseen(
            '<a href="/#b">Bulletins municipaux</a><section id="b"><h2>Bulletins municipaux</h2><ul><li>Bulletin n° 31 <a href="#">Télécharger</a></li><li>Bulletin n° 32 <a href="#">Télécharger</a></li></ul></section>'
        ),
        unseen(
            '<a href="/p">Publications municipales</a>',
            pages={
                "/p": "<main><h1>Ce qui paraît</h1><p>Bulletin municipal : une fois l’an, distribué dans les boîtes aux lettres.</p></main>"
            },
        ),
        seen(
            '<a href="/p">Publications municipales</a>',
            pages={
                "/p": '<main><h1>Ce qui paraît</h1><p>Bulletin municipal, distribué dans les boîtes aux lettres : <a href="/1.pdf">lire</a></p></main>'
            },
        ),
        seen('<h2>Publications</h2><a href="/f48.pdf">Le Fanal n° 48, automne 2026</a>'),
        seen('<h2>Le journal municipal Rives Infos n° 12 est paru</h2><p>Rives Infos</p><a href="/d/56/ri.pdf">RIVES INFOS</a>'),
        seen(
            '<h1>Tous les documents</h1><a href="/41.pdf">Entre Terre et Mer n° 41, octobre 2026</a> <a href="/40.pdf">Entre Terre et Mer n° 40, juin 2026</a>'
        ),
        seen('<h1>Nos parutions</h1><h2>Le Rivois</h2><ul><li><a href="/84.pdf">N° 84, novembre 2026</a></li></ul>'),
        seen('<h2>L’Écho des Hauts</h2><p>Trois fois l’an : <a href="/e31.pdf">celui d’octobre 2026</a>.</p>'),
        unseen('<h2>L’Écho des bois, chorale</h2><p><a href="/c.pdf">Concert</a></p>'),
        unseen('<h2>Publications</h2><a href="/a48.pdf">Avis n° 48, automne 2026</a>'),
    ],
)
def magazine(visit: Visit) -> Iterator[Observation]:
    """An issue whose link bears no date bears it on its cover."""
    document, via = visit.document, visit.via
    if document is None or via is None or newest(via.text) or years(via.text) or bulletins.APART.within_folded(fold(via.text)):
        return
    if bulletins.SUBJECT.within_folded(fold(via.text)) or is_about(visit, bulletins.SUBJECT, bulletins.APART):
        told = day_of_issue(document, visit.fetched_at.date())
        if told:
            yield Observation.within(visit, document, told[1], Trust.LIKELY, dated=told[0])
