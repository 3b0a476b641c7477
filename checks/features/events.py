"""Agenda : des manifestations datées, dont certaines à venir."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from checks.about import lines, proceedings, sentences
from checks.check import check
from checks.dates import dates, newest
from checks.finding import Coverage, Tally, Verdict, verdict_of
from checks.folding import fold_path
from checks.lexicon import Phrases, Prose, fold_label
from checks.observation import Observation, Trust
from checks.passages import Around, first, passages
from checks.sections import beneath
from checks.signs import heading, known, link, seen, topic, unseen
from checks.spots import headed, says_itself
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import path

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
    "à vos agendas", "vie festive", "calendrier municipal", "calendrier annuel", "prochains rendez-vous",
    "tous les rendez-vous", "activités à venir", "calendrier des activités", "programmation des activités", "idées de sorties",
)  # fmt: skip
OTHERS = (
    "commission", "agenda 21", "agenda 2030", "que faire face", "arrêt cardiaque", "secours", "conseil", "déclarer",
    "déclaration", "organiser", "organisation d'un", "organisation d'une", "organisation d'événements",
    "organisation de manifestations", "demande", "calendrier scolaire", "calendrier de collecte", "collecte", "vacances",
    "salle", "ramassage", "sorties scolaires", "sortie de territoire", "pluviales", "assainissement", "gestion de l'événement",
    "matériel", "chasse", "autorisation de sortie", "arrêté", "foot", "animations jeunesse", "agenda sportif",
    "calendrier sportif", "saison sportive", "déchets", "ordures", "périscolaire", "service", "prendre rendez-vous",
    "prise de rendez-vous", "sur rendez-vous", "rendez-vous en ligne", "rendez-vous passeport", "agenda du maire",
    "agenda scolaire", "agenda des élus", "rdv", "écoles", "en cas de", "travaux",
    "agenda d'accessibilité", "agenda politique", "avent",
)  # fmt: skip
WHAT = (
    "concert", "loto", "vœux", "marché de noël", "théâtre", "spectacle", "fête", "bal ", "vide-grenier", "brocante", "repas",
    "réveillon", "exposition", "goûter", "galette", "vin chaud", "randonnée", "cinéma", "kermesse", "feu d’artifice",
    "carnaval", "festival", "conférence", "kabar", "foire", "fest-noz", "belote", "tombola", "banquet", "cérémonie", "soirée", "marche gourmande",
    "représentation", "fèt ", "téléthon", "arbre de noël",
)  # fmt: skip
NO_EVENT = Phrases(
    "collecte",
    "ramassage",
    "bac",
    "permanence",
    "conseil municipal",
    "conseil communautaire",
    "date limite",
    "fermé",
    "fermée",
    "fermeture",
)
MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
HAPPENING, HAPPENS = Prose(*WHAT), Around(*WHAT)
CARDS, CARD = ("article", "li", "tr"), 400
"""What stands for one thing, and characters beyond which it is for more."""
NEXT = re.compile(
    rf"\b(?:à venir|à noter|à retenir|bientôt|au programme|prochaine?s? (?:sorties?|dates?|rendez-vous|fêtes?|manifestations?|animations?)(?: \w+ \w+)?)\s?:\s?(?:[^.!?]{{0,60}}?\b\d{{1,2}}(?:er)?\s(?:{MONTH})\b){{2}}[^.!?]{{0,80}}",
    re.I,
)
"""« À venir : le 4 mai, loto ; le 12 juin, fête du four »."""
SOON = Around("à venir", "à noter", "à retenir", "bientôt", "au programme", "prochain")
COMING, NAMED = 3, 2
"""Dated things to come from which they are a calendar, whatever the page is called, and how many of them say what happens."""
LIVELY = Phrases(
    "animations", "bouge", "sortir", "rendez-vous", "cet hiver", "cet été", "ce printemps", "cet automne", "au programme", "prochainement", "à venir", "fêtes", "festif", "s'amuse",
)  # fmt: skip
"""What a page is called on which two are a calendar."""
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))
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
        seen("<h1>Cet hiver</h1><ul><li>5 décembre 2030 – Téléthon</li><li>12 décembre 2030 – Concert</li></ul>"),
        seen(
            "<h1>Ici</h1><p>On se voit le 5 décembre 2030 au loto, le 12 décembre 2030 au concert et le 9 janvier 2031 aux vœux.</p>"
        ),
        unseen(
            "<h1>Ici</h1><p>Le secrétariat est fermé pour les fêtes le 24 décembre 2030, le 26 décembre 2030 et le 2 janvier 2031.</p>"
        ),
        seen("<h1>Ici</h1><h2>Ce qui s’annonce</h2><p>12 décembre 2030 : loto. 3 janvier 2031 : vœux. 4 mai 2031 : bal.</p>"),
        unseen('<nav><a href="/f">Agenda</a></nav>', pages={"/f": "<h1>Agenda</h1><p>Pas (encore) d’évènements prévus.</p>"}),
        unseen('<nav><a href="/f">Agenda</a></nav>', pages={"/f": "<h1>Agenda</h1><p>À ÉCRIRE</p>"}),
        unseen(
            '<a href="/p">Agenda</a><a href="/p">Déchets</a><a href="/p">Cimetière</a>',
            pages={"/p": "<h1>Au quotidien</h1><h2>Déchets</h2><p>Le mardi.</p><h2>Cimetière</h2><p>De 8 h à 18 h.</p>"},
        ),
        seen("<h1>Rives en fête</h1><h2>Festivités</h2><p>Le 4 mai, le bal.</p>"),
        unseen("<h1>Nos enfants</h1><h4>Festivités</h4><p>Un goûter est offert chaque année à Noël.</p>"),
        unseen('<a href="/a">Que faire en cas de décès ?</a>'),
        unseen("<h2>Que faire d’un nid de frelons ?</h2>"),
        unseen("<h2>Travaux en cours et à venir</h2>"),
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
    ],
)
def events(page: Page) -> Iterator[Observation]:
    yield from _announced(page)
    yield from _beneath(page)
    yield from _timed(page)
    if not proceedings(page) and (soon := first(page, NEXT, SOON)) and HAPPENING.within(soon[0]):
        yield Observation.at(page, squeeze(soon[0]), Trust.LIKELY, proof="text", target=page.url)
    named = (fold_label(page.headline), fold_path(path(page.url)))
    if any(SUBJECT.within_folded(words) and not APART.within_folded(words) for words in named):
        days = list(dates(page.main_text))
        if days:
            yield Observation.at(
                page, page.headline or page.title, Trust.HINT, proof="text", dated=max(days), count=len(days), target=page.url
            )


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
    if len({day for day, _ in days}) < NAMED or not says_itself(page, HAPPENING):
        return
    spot = next((node for _, node in days if _names_what_happens(node)), None)
    if spot is not None:
        yield Observation.at(page, spot, Trust.LIKELY, dated=max(day for day, _ in days), target=page.url)


def _names_what_happens(node: LexborNode) -> bool:
    up = node.parent
    while up is not None and up.tag not in CARDS:
        up = up.parent
    words = squeeze(up.text(separator=" ")) if up is not None else ""
    return 0 < len(words) <= CARD and HAPPENING.within(words) and not NO_EVENT.within(words)


def _announced(page: Page) -> Iterator[Observation]:
    """Blocks that each give a day to come and name what happens then."""
    if proceedings(page) or not says_itself(page, HAPPENING):
        return
    today = page.fetched_at.date()
    near = (day for text in passages(page, HAPPENS, reach=80) for day in dates(text) if day >= today)
    if not _several(near):
        return
    coming: dict[date, LexborNode] = {}
    named: set[date] = set()
    parts = (
        (node, part) for node, words in lines(page) for part in ([words] if len(dates(words)) < COMING else sentences(words))
    )
    told = [(node, words) for node, words in parts if len(words) <= 250 and not NO_EVENT.within(words)]
    for node, words in told:
        days = [day for day in dates(words) if day >= today]
        coming.update(dict.fromkeys((day for day in days if day not in coming), node))
        named.update(days[: sum(what in words.lower() for what in WHAT)])
    listed = sum(node.tag in ("li", "tr") and words[:1].isalnum() for node, words in told)
    if len(coming) >= (NAMED if LIVELY.within(page.headline) else COMING) and (
        len(named) >= NAMED or (named and listed >= COMING)
    ):
        yield Observation.at(
            page, next(iter(coming.values())), Trust.LIKELY, dated=max(coming), count=len(coming), target=page.url
        )
