"""Agenda : des manifestations datées, dont certaines à venir."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from checks.check import check
from checks.denials import denies
from checks.finding import Coverage, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import lines, proceedings, sentences
from checks.reading.passages import passages
from checks.reading.sections import beneath
from checks.reading.spots import headed, says_itself
from checks.signs import heading, known, link, seen, topic, unseen
from checks.tally import Tally
from checks.text.dates import dates, newest
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, fold_label
from checks.wordings import calendars
from checks.wordings.calendars import by_month, in_a_line, names_what_happens, tells_none, without_year
from crawler.page import Page
from crawler.url import address, path

NAMES = (
    "agenda", "calendrier des manifestations", "calendrier des fêtes", "manifestations", "=événements", "évènements",
    "événements à venir", "calendrier des événements", "=calendrier", "notre calendrier", "prochains événements",
    "prochaines manifestations", "fêtes et manifestations", "agenda des manifestations", "=sortir", "agenda culturel",
    "prochaines festivités", "calendrier des festivités", "festivités à venir",
    "que faire ce week-end", "festivités", "programme des festivités", "fêtes et animations", "manifestations à venir",
    "actualités et événements", "événements locaux", "quoi de prévu", "que faire aujourd'hui", "que faire en famille", "que faire cette semaine", "=à venir", "ça se passe ici", "=ce qui s'annonce", "=ce qui se prépare",
    "calendrier des animations", "programme des animations", "agenda des fêtes", "événements de la commune", "nos événements",
    "=sorties", "rendez-vous de l'été", "les temps forts", "=temps forts", "programme des manifestations",
    "calendrier événementiel", "planning des manifestations", "=fêtes", "sorties et manifestations", "dates à retenir",
    "à vos agendas", "à vos carnets", "vie festive", "calendrier municipal", "calendrier annuel", "prochains rendez-vous",
    "tous les rendez-vous", "activités à venir", "calendrier des activités", "programmation des activités", "idées de sorties",
    "rendez-vous du village", "rendez-vous de la commune", "fêtes de l'année", "fêtes du village",
    "manifestations locales", "animations locales", "animations du village", "animations de la commune", "réjouissances",
    "dates à venir", "prochaines dates", "dates de l'année", "sorties du mois", "sorties du week-end", "événements du mois",
    "manifestations du mois", "programme du mois", "ça bouge", "on sort", "où sortir", "=save the date", "=prochainement",
)  # fmt: skip
OTHERS = (
    "commission", "agenda 21", "agenda 2030", "que faire face", "arrêt cardiaque", "secours", "conseil", "déclarer",
    "déclaration", "organiser", "organisation d'un", "organisation d'une", "organisation d'événements",
    "organisation de manifestations", "demande", "événements précédents", "événements passés", "calendrier scolaire", "calendrier de collecte", "collecte", "vacances",
    "salle", "ramassage", "sorties scolaires", "sortie de territoire", "pluviales", "assainissement", "gestion de l'événement",
    "matériel", "chasse", "autorisation de sortie", "arrêté", "foot", "animations jeunesse", "agenda sportif",
    "calendrier sportif", "saison sportive", "déchets", "ordures", "périscolaire", "service", "prendre rendez-vous",
    "prise de rendez-vous", "sur rendez-vous", "rendez-vous en ligne", "rendez-vous passeport", "agenda du maire",
    "agenda scolaire", "agenda des élus", "rdv", "écoles", "que faire en cas de", "travaux",
    "agenda d'accessibilité", "agenda politique", "avent", "leur agenda", "leur calendrier", "leur programme",
    "leurs manifestations", "leurs événements", "son agenda", "agenda communautaire", "agenda de la communauté",
    "agenda du département", "agenda départemental", "député", "députée", "sénateur", "sénatrice", "préfet", "préfecture",
    "paroisse", "paroissial", "dormir", "où manger", "hébergement", "hébergements", "élections", "électoral",
)  # fmt: skip
BETWEEN = re.compile(r", | et (?=le \d)")
"""What parts the days of a sentence."""
APART_BY = 5
"""Days by which two things to come are not those of one feast."""
COMING, NAMED = 3, 2
"""Dated things to come from which they are a calendar, whatever the page is called, and how many of them say what happens."""
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES if n not in calendars.BROAD))
ALONE = frozenset(map(fold_label, calendars.BROAD))
APART = Phrases(*OTHERS)


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """A calendar whose last date has passed is no longer one; undated ones are left be."""
    verdict = verdict_of(tally, coverage)
    told = [o.dated for o in tally.seen.values() if o.dated]
    if verdict is Verdict.PRESENT and told and (coverage.as_of - max(told)).days > 60:
        return Verdict.PARTIAL
    return verdict


@check(
    "events",
    "Agenda",
    judge=judge,
    counts="Un calendrier de manifestations datées dont certaines à venir ; un calendrier passé est partiel.",
    signs=[
        *topic(*(name for name in NAMES if name != "festivités"), unless=OTHERS),
        link("festivités", unless=OTHERS),
        heading("festivités", unless=OTHERS, levels=(0, 1, 2), subject=True),
        link("=que faire", unless=OTHERS),
        known(),
        link("=ics", "ajouter à mon agenda", "ajouter au calendrier"),
    ],
    examples=[
        unseen(
            "<h1>Horaires</h1><p>Fermé vendredi 1er mai (Fête du Travail), vendredi 8 mai, mardi 14 juillet (Fête nationale), 11 novembre.</p>"
        ),
        seen("<h1>Cet hiver</h1><ul><li>5 décembre 2030 – Téléthon</li><li>12 décembre 2030 – Concert</li></ul>"),
        seen(
            "<h1>Ici</h1><p>On se voit le 5 décembre 2030 au loto, le 12 décembre 2030 au concert et le 9 janvier 2031 aux vœux.</p>"
        ),
        unseen(
            "<h1>Ici</h1><p>Le secrétariat est fermé pour les fêtes le 24 décembre 2030, le 26 décembre 2030 et le 2 janvier 2031.</p>"
        ),
        unseen('<nav><a href="/f">Agenda</a></nav>', pages={"/f": "<h1>Agenda</h1><p>Pas (encore) d’évènements prévus.</p>"}),
        unseen('<nav><a href="/f">Agenda</a></nav>', pages={"/f": "<h1>Agenda</h1><p>À ÉCRIRE</p>"}),
        unseen(
            '<a href="/p">Agenda</a><a href="/p">Déchets</a><a href="/p">Cimetière</a>',
            pages={"/p": "<h1>Au quotidien</h1><h2>Déchets</h2><p>Le mardi.</p><h2>Cimetière</h2><p>De 8 h à 18 h.</p>"},
        ),
        seen("<h1>Rives en fête</h1><h2>Festivités</h2><p>Le 4 mai, le bal.</p>"),
        unseen("<h1>Nos enfants</h1><h4>Festivités</h4><p>Un goûter est offert chaque année à Noël.</p>"),
        unseen('<a href="/a">Que faire en cas de décès ?</a><h2>Que faire d’un nid de frelons ?</h2>'),
        unseen("<h2>Travaux en cours et à venir</h2>"),
        seen("<h2>À vos carnets</h2><span>05 déc.</span><h4>Goûter-philo</h4>"),
        unseen('<a href="/">Évènements précédents</a>'),
        unseen("<h2>Agenda d’accessibilité programmée</h2>"),
        seen('<a href="/a">Que faire ?</a>'),
        unseen("<h1>Un départ de feu</h1><h2>Que faire ?</h2><p>Appelez le 18, éloignez-vous.</p>"),
        unseen("<h1>Premiers gestes</h1><h2>Que faire face à une noyade ?</h2><p>Appelez le 18.</p>"),
        unseen('<a href="/a"><strong>Actualités</strong><span>Infos, événements, travaux de la commune</span></a>'),
        seen('<a href="/a"><strong>Agenda</strong><span>Fêtes, lotos et spectacles du canton</span></a>'),
        seen(
            "<h1>On s’amuse</h1><table><tr><td>12 décembre 2030</td><td>Repas des aînés</td></tr><tr><td>31 décembre 2030</td><td>Réveillon</td></tr><tr><td>14 février 2031</td><td>Loto</td></tr></table>"
        ),
        unseen('<a href="/n">Agenda du maire</a>'),
        seen("<h1>Ici</h1><p>À noter : le 4 mai, loto du club ; le 12 juin, fête du four.</p>"),
        seen("<h1>Ici</h1><p>Prochaines dates : théâtre le 4 mai 2027, bal le 12 juin 2027.</p>"),
        unseen("<h1>Ici</h1><p>À noter : le 4 mai et le 12 juin, les bacs ne sont pas ramassés.</p>"),
        seen(
            '<article><time datetime="2030-12-12">12 déc.</time><p>Conseil municipal</p></article><article><time datetime="2031-07-12">Juillet</time><p>Fête du village, bal</p></article>'
        ),
        unseen(
            '<p>La fête est passée.</p><article><time datetime="2030-12-12">12 déc.</time><p>Conseil municipal</p></article><article><time datetime="2031-07-12">Juillet</time><p>Collecte</p></article>'
        ),
        seen('<a href="/agenda">Agenda</a>'),
        seen("<h1>Calendrier des manifestations</h1><ul><li>12 décembre 2026 : loto</li><li>3 janvier 2027 : vœux</li></ul>"),
        seen("<h1>Agenda</h1><p>14 juillet 2019 : bal</p>", "partial"),
        seen(
            '<h2>Agenda</h2><p>Bal samedi.</p><a href="/n">Lire</a>',
            pages={"/n": "<h1>Fête de l’automne</h1><p>14 juillet 2019</p>"},
        ),
        seen(
            '<h2>Agenda</h2><p>Bal samedi.</p><a href="/n">Lire</a>',
            "partial",
            pages={"/n": "<h1>Fêtes</h1><p>Le 14 juillet 2019</p>"},
        ),
        seen('<iframe src="https://openagenda.com/agendas/123/embeds/1"></iframe>'),
        seen(
            "<h1>Quoi de beau ?</h1><ul><li>5 décembre 2030 : concert</li><li>12 décembre 2030 : marché de Noël</li><li>16 janvier 2031 : loto</li></ul>"
        ),
        seen(
            "<h1>On sort !</h1><table><tr><td>5 décembre 2030</td><td>Loto</td></tr><tr><td>12 décembre 2030</td><td>Orphéon</td></tr><tr><td>16 janvier 2031</td><td>Galette</td></tr></table>"
        ),
        seen(
            "<h1>Kilti</h1><ul><li>5 décembre 2030 : Sware kasékò</li><li>18 décembre 2030 : Chanté</li><li>10 janvier 2031 : carnaval</li></ul>"
        ),
        unseen("<h1>Collecte</h1><ul><li>5 décembre 2030</li><li>12 décembre 2030</li><li>16 janvier 2031</li></ul>"),
        seen("<h1>Accueil</h1><h3>Agenda</h3><ul><li>14/07/2024 : bal</li><li>30/11/2024 : marché de Noël</li></ul>", "partial"),
        unseen("<h2>Agenda 21</h2>"),
        unseen("<div><h2>Agenda</h2><a href='#'><h4>Bal</h4></a><a href='#'><h4>Loto</h4></a><a href='#'>Plus</a></div>"),
        seen("<div><h2>Agenda</h2><a href='#' onclick='o(1)'><h4>Bal</h4></a><a href='#'><h4>Loto</h4></a></div>"),
        seen("<div><h2>Agenda</h2><a href='#'><h4>Le 4 mai, bal</h4></a><a href='#'><h4>Le 9 mai, loto</h4></a></div>"),
        seen("<div><h2>Agenda</h2><a href='#'><h4>Bal</h4></a><a href='#'><h4>Loto</h4></a><p>Bal sous la halle.</p></div>"),
        unseen(
            '<a href="/agenda">Agenda</a>',
            pages={
                "/agenda": "<form method='post'>Connexion <input name='u'><input type='password'></form><div><h2>Agenda</h2><p>Aucun évènement n’est encore prévu pour l’instant.</p></div>"
            },
        ),
        unseen('<a href="/agenda">Agenda</a>', pages={"/agenda": "<main><h1>Agenda</h1><p>Aucun événement à venir.</p></main>"}),
        unseen('<a href="/cs">Calendrier scolaire</a>'),
        unseen("<h3>Déclarer une manifestation</h3>"),
        unseen("<h1>Organisation d’un événement sur le domaine public</h1>"),
        seen('<a href="/a">Agenda et rendez-vous</a>'),
        seen('<a href="/a">Agenda culturel et sportif</a>'),
        seen('<a href="/a">Dates à retenir</a>'),
        unseen('<a href="/a">Agenda de rendez-vous passeport : prendre rendez-vous</a>'),
        unseen('<a href="/a">Agenda sportif</a>'),
        seen("<h1>Ici</h1><p>Samedi 5 décembre 2026 : thé dansant.</p><p>Dimanche 20 décembre 2026 : veillée au four.</p>"),
        unseen("<h1>La Saint-Jean</h1><p>Samedi 5 décembre 2026 : bal.</p><p>Dimanche 6 décembre 2026 : repas.</p>"),
        seen("<h1>Ici</h1><p>Dans vos agendas : le 4 mai, troc de plantes. Le 12 juin, fête du four.</p>"),
        seen("<h1>Ici</h1><p>Janvier : vœux. Mars : loto. Juin : feux de la Saint-Jean. Août : guinguette.</p>"),
        seen("<h1>Le comité</h1><p>Soupe en février, feu de la Saint-Jean en juin, méchoui en août.</p>"),
        unseen("<h1>Le comité</h1><p>La soupe a eu lieu en février, le bal en juin 2019, le méchoui en août 2018.</p>"),
        seen("<h1>Ici</h1><h2>Mars</h2><p>Le 4, loto.</p><h2>Avril</h2><p>Le 20, chasse aux œufs.</p>"),
        seen("<h1>Ici</h1><p>Samedi 7 mars : loto. Dimanche 12 avril : foire. Le 1er mai : guinguette.</p>"),
        unseen(
            "<h1>Ici</h1><p>Le 7 mars, le loto a réuni cent joueurs. Le 12 avril, la foire a plu. Le 1er mai, bal annulé.</p>"
        ),
        unseen("<h1>Rétrospective</h1><h2>Mars</h2><p>Le 4, loto.</p><h2>Avril</h2><p>Le 20, chasse aux œufs.</p>"),
        seen('<a href="/a">Ça bouge au bourg</a>'),
        unseen('<a href="/a">Où dormir, que faire ?</a>'),
        unseen('<p>L’office annonce : <a href="https://office.example/a">leur agenda</a></p>'),
        unseen(
            '<a href="/m">Manifestations</a>', pages={"/m": "<h1>Manifestations</h1><p>Déclaration et assurance à fournir.</p>"}
        ),
        unseen('<a href="/c">Calendrier</a>', pages={"/c": "<h1>Calendrier</h1><p>Bac jaune le mardi : collecte à 6 h.</p>"}),
        unseen('<a href="/a">Agenda</a>', pages={"/a": "<h1>Agenda</h1><p>Nous y travaillons.</p>"}),
        unseen("<h1>Fête</h1><p>La kermesse aura lieu le 20 juin.</p>"),
        seen('<a href="/a">Agenda</a>', pages={"/a": "<h1>Agenda</h1><img src='affiche.jpg'>"}),
    ],
)
def events(page: Page) -> Iterator[Observation]:
    if _is_called(fold_label(page.headline or page.title)) and tells_none(page):
        yield denies(page, target=address(page.url))
        return
    yield from _announced(page)
    yield from _beneath(page)
    yield from _timed(page)
    if monthly := by_month(page) or without_year(page):
        yield Observation.at(page, monthly, Trust.LIKELY, proof="text", target=page.url)
    if soon := in_a_line(page):
        yield Observation.at(page, soon, Trust.LIKELY, proof="text", target=page.url)
    named = (fold_label(page.headline), fold_path(path(page.url)))
    if any(_is_called(words) and not APART.within_folded(words) for words in named):
        days = list(dates(page.main_text))
        if days:
            yield Observation.at(
                page, page.headline or page.title, Trust.HINT, proof="text", dated=max(days), count=len(days), target=page.url
            )


def _is_called(folded: str) -> bool:
    return folded in ALONE or SUBJECT.within_folded(folded)


def _several(days: Iterable[date]) -> bool:
    """Whether there are so many days: no more are read than tell it."""
    met = set[date]()
    for day in days:
        met.add(day)
        if len(met) >= NAMED:
            return True
    return False


def _beneath(page: Page) -> Iterator[Observation]:
    """A short calendar under its heading, on whatever page: its last day tells whether it is kept."""
    for above in headed(page, SUBJECT, unless=APART):
        days = set(dates(beneath(page, above)))
        if len(days) > 1:
            yield Observation.at(page, above, Trust.HINT, proof="text", dated=max(days), count=len(days), target=page.url)


def _timed(page: Page) -> Iterator[Observation]:
    """Cards marked up with days to come, one of which names what happens."""
    today = page.fetched_at.date()
    days = [
        (day, node)
        for node in page.outline.nodes("time")
        if (day := newest(node.attributes.get("datetime") or "")) and day >= today
    ]
    if len({day for day, _ in days}) < NAMED or not says_itself(page, calendars.HAPPENING):
        return
    spot = next((node for _, node in days if names_what_happens(node)), None)
    if spot is not None:
        yield Observation.at(page, spot, Trust.LIKELY, dated=max(day for day, _ in days), target=page.url)


def _each_day(page: Page) -> Iterator[tuple[LexborNode, str]]:
    """Lines, and the parts of sentences of those that give several days."""
    for node, words in lines(page):
        if len(set(dates(words))) > 1:
            yield from (
                (node, one) for said in sentences(words) for one in (BETWEEN.split(said) if len(set(dates(said))) > 1 else [said])
            )
        else:
            yield node, words


def _announced(page: Page) -> Iterator[Observation]:
    """Blocks that each give a day to come and name what happens then."""
    if proceedings(page) or not says_itself(page, calendars.HAPPENING):
        return
    today = page.fetched_at.date()
    near = (day for text in passages(page, calendars.HAPPENS, reach=80) for day in dates(text) if day >= today)
    if not _several(near):
        return
    coming: dict[date, LexborNode] = {}
    named: set[date] = set()
    begun: set[date] = set()
    told = [one for one in _each_day(page) if len(one[1]) <= 250 and not calendars.NO_EVENT.within(one[1])]
    for node, words in told:
        day = max(dates(words), default=None)
        if day and day >= today:
            coming.setdefault(day, node)
            if calendars.HAPPENING.within(words):
                named.add(day)
                begun |= {day} if calendars.BEGINS.match(words) else set()
    listed = sum(node.tag in ("li", "tr") and words[:1].isalnum() for node, words in told)
    apart = begun and (max(begun) - min(begun)).days >= APART_BY
    if apart or (len(coming) >= COMING and (len(named) >= NAMED or (named and listed >= COMING))):
        yield Observation.at(
            page, next(iter(coming.values())), Trust.LIKELY, dated=max(coming), count=len(coming), target=page.url
        )
