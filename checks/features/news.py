"""Actualités : une liste de nouvelles datées, la dernière assez récente."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborNode

from checks.check import check_on_visit
from checks.denials import denies
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import about, proceedings
from checks.reading.cards import carded
from checks.reading.passages import passages
from checks.reading.sections import beneath
from checks.reading.spots import entitled, headed, labelled, worded
from checks.signs import seen, topic, unseen
from checks.tally import Tally, latest
from checks.text.dates import dates, newest
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, fold_label
from checks.text.traits import Trait
from checks.wordings.news import NO_NEWS, RECORDS, SEVERAL, STALE, STAMP, STAMPED, day_by_day, on_front
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import address, path
from crawler.visit import Visit

NAMES = (
    "la mairie vous informe", "la mairie informe", "la commune vous informe", "votre mairie vous informe",
    "la ville vous informe", "actualités", "actualité", "actus", "=l'actu", "=actu", "dernières nouvelles", "quoi de neuf",
    "=nouvelles", "=les nouvelles", "toutes les nouvelles", "keleier", "brèves", "flash info", "flash infos",
    "infos municipales", "dernières informations", "fil info", "dernières infos", "=news", "infos de la commune",
    "informations municipales", "actualités municipales", "dernières actualités", "dernière minute",
    "vie de la commune actualités", "ville actualités", "actualités de la commune", "toutes les actualités", "infos locales",
    "communiqués", "=blog", "blog du village", "blog de la commune", "blog municipal", "derniers billets", "billets récents",
    "derniers articles", "articles récents", "babillard", "fil d'actualité", "infos flash", "nouvelles de la commune",
    "nouvelles du village", "communiqués de presse", "dernières publications", "vie communale actualités", "journal de bord",
    "=en bref", "actualités en bref", "nouvelles en bref", "=en ce moment", "actualité locale", "zoom sur l'actualité",
    "infos en direct", "fil du village", "fil de la commune", "au fil des jours", "au fil des semaines", "au jour le jour",
    "échos du village", "échos de la commune", "échos de chez nous", "=échos", "ça s'est passé", "=infos du moment", "infos du jour",
    "info du jour", "chroniques villageoises", "chronique villageoise", "chroniques du village", "petites nouvelles",
    "nouvelles fraîches", "nouvelles locales", "nouvelles d'ici", "nouvelles du bourg", "infos récentes", "quoi de nouveau",
    "infos express", "infos en bref", "potins du village", "=nieuws", "=nachrichten", "on en parle", "actualités communales",
)  # fmt: skip
OTHERS = (
    "flux", "rss", "lettre d'actualités", "actualités nationales", "actualités du service public", "association", "recevoir",
    "s'abonner", "jeunes", "abonnement", "suivez", "facebook", "instagram", "suivre", "juridiques", "juridique", "sportives",
    "sportive", "immobilières", "du club", "agricoles", "agricole", "sociales", "syndicales", "littéraire", "littéraires",
    "préfecture", "gouvernement", "ministère", "assemblée nationale", "sénat", "député", "sénateur", "région", "département",
    "fédération", "paroisse", "paroissiales", "diocèse", "de l'école", "de la classe", "du collège", "comptoir", "cinéma", "réserver",
    "réservation", "offres", "location", "locations", "synthétique",
)  # fmt: skip
NATIONAL = Phrases(
    "grippe", "pandémie", "covid", "coronavirus", "vigipirate", "gouvernement", "ministère", "ministre", "la loi", "loi de",
    "réforme", "plan de relance", "élection présidentielle", "élections législatives", "élections européennes", "actualité nationale",
    "recensement de la population", "chèque énergie", "service national", "impôts sur le revenu", "prélèvement à la source",
    "loi handicap", "cérémonie nationale", "deuil national", "france rénov", "service civique",
)  # fmt: skip
"""What the news of a commune tell when they follow those of the country."""
LATELY = 62
"""Days before the last news in which as many as there are make a rich list."""
FEW = 2
"""News of the country from which a site is said to follow them."""
FRONT = ("a la une", "la une", "a la une du village", "a la une de la commune")
"""All words of the first ones are small, and folding drops them."""
LISTED = Phrases(*(n.removeprefix("=") for n in NAMES))
TOLD = Phrases("infos", "info", "informations", "dernières informations", "annonces", "communiqués", "infos pratiques", "flash")
BULLETIN = re.compile(
    r"[fi](?:lash|nfos?)\b(?: infos?)? (?:municipales? |de la (?:mairie|commune) )?(?:du |: |– |- )?(?:[a-z]{3,6}di )?\d", re.I
)
"""« Flash du 20 novembre 2026 »: its day is in its name."""
PLANNED = Phrases("agenda", "événements", "évènements", "manifestations")
"""Below such a headline, the days may be of what is planned: « Actualités et agenda »."""
OF_ACTS = Phrases("légales", "légale", "travaux", "urbanisme", "financières", "budgétaires", "administratives", "emploi")
BARE = 250
"""Characters up to which a page that is called so may say but that there are none."""
NONE_YET = re.compile(
    r"\b(?:rien (?:pour|à|de neuf|de nouveau)|(?:aucune?|pas d['’e]\s?)\s?(?:actualité|nouvelle|info\w*|article|publication)s?|(?:à venir|en construction|en cours|bientôt|prochainement)\W*\Z"
    r"|pour recevoir|abonnez-vous|inscrivez-vous|recueil|librairie)",
    re.I,
)
LOOKS = 4
"""The level of what is used as a heading without being marked up as one."""
TITLE = 50
"""Characters up to which a piece of news can be called by its title."""


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Any day of the page tells that a list is stale; the last piece of news is what is dated as one, else on a page of news."""
    verdict = verdict_of(tally, coverage)
    seen = tally.seen.values()
    told = [o.dated for o in seen if o.dated and o.dated <= coverage.as_of]
    if verdict is Verdict.PRESENT and told and (coverage.as_of - max(told)).days > STALE:
        verdict = Verdict.PARTIAL
    facts: dict[str, Any] = {
        "last": latest((o for o in seen if o.proof in ("structure", "visit")), coverage.as_of)
        or latest((o for o in seen if "_own" in o.facts), coverage.as_of)
        or ""
    }
    topics = [str(o.facts["_topic"]) for o in tally.of("fact:topic", trust=Trust.HINT)]
    if len(topics) >= FEW:
        facts["topics"] = ", ".join(topics[:FEW])
    return Judgement(verdict, facts)


def _on_page(page: Page) -> Iterator[Observation]:
    today = page.fetched_at.date()
    articles = [n for n in page.outline.together(page.outline.nodes("time"), page.outline.classed("date")) if _in_article(n)]
    each = [(n, newest(n.attributes.get("datetime") or "") or newest(n.text(separator=" "))) for n in articles[:40]]
    known = {n.mem_id for n in articles}
    cards = [] if about(page, NO_NEWS, LISTED) else [(n, day) for n, day in carded(page) if n.mem_id not in known]
    cards = [(n, day) for n, day in cards if n.parent is None or not RECORDS.within(squeeze(n.parent.text(separator=" ")))]
    days = [(n, day) for n, day in (*each, *cards) if day and day <= today]
    if len(days) >= 3 or (days and len(days) == len(articles) + len(cards) and len(days) > 1):
        node, day = max(days, key=lambda pair: pair[1])
        lately = sum((day - one).days <= LATELY for _, one in days)
        yield Observation.at(page, node, Trust.LIKELY, proof="structure", dated=day, target=page.url, lately=lately)
    if (
        len(page.main_text) <= BARE
        and LISTED.within(page.headline)
        and NONE_YET.search(page.main_text)
        and not (days or newest(page.main_text))
    ):
        yield denies(page, target=address(page.url))
    for title, _ in entitled(page, is_front):
        yield Observation.at(page, title, Trust.LIKELY, proof="heading")
    for lead, _ in worded(page, is_front):
        yield Observation.at(page, lead, Trust.LIKELY, proof="label")
    yield from _stamped(page)
    for spot, day in (*day_by_day(page), *on_front(page)):
        yield Observation.at(page, spot, Trust.LIKELY, proof="structure", dated=day, target=page.url)
    named = LISTED.within_folded(fold_label(page.headline)) or LISTED.within_folded(fold_path(path(page.url)))
    above = [] if named else [h for h in headed(page, LISTED) if len(h.text) < 60]
    if named or above:
        # What only looks like a heading names no more than what stands right beneath it.
        whole = named or any(h.level < LOOKS for h in above)
        shared = any(LISTED.within(h.text) for h in headed(page, PLANNED))
        last = None if shared else newest(page.main_text if whole else " ".join(beneath(page, h) for h in above))
        if last:
            own: dict[str, Any] = {"_own": 1} if named else {}
            yield Observation.at(page, page.headline or page.title, Trust.HINT, proof="text", dated=last, target=page.url, **own)
    if named:
        spots: list[Heading | Link] = [*headed(page, NATIONAL), *labelled(page, NATIONAL)]
        told = {spot.text: spot for spot in spots if not (isinstance(spot, Link) and spot.region in ("nav", "footer"))}
        if len(told) >= FEW:
            yield Observation.at(page, spots[0], Trust.HINT, proof="fact:national", target="national", national=1)
            yield from _topics(page, told)


@Trait
def is_front(words: str) -> bool:
    return words.strip(" \u00a0:!.…»›").lower().replace("à", "a") in FRONT


def _topics(page: Page, told: Mapping[str, Heading | Link]) -> Iterator[Observation]:
    """What the news of the country are about: « Grippe A », of « Grippe A : la fin de l'alerte »."""
    for words, spot in told.items():
        topic = words.partition(" : ")[0].strip()
        if len(topic) <= TITLE and "," not in topic:
            yield Observation.at(page, spot, Trust.HINT, proof="fact:topic", target=f"topic:{topic}", _topic=topic)


def _stamped(page: Page) -> Iterator[Observation]:
    """Several pieces that each say when they were published, or a heading with dated lines beneath it."""
    if proceedings(page):
        return
    stamps = [found[0] for text in passages(page, STAMP, reach=30) for found in STAMPED.finditer(text)]
    if len(stamps) >= SEVERAL:
        days = [day for stamp in stamps if (day := newest(stamp))]
        yield Observation.at(page, stamps[0], Trust.LIKELY, proof="structure", dated=max(days, default=None), target=page.url)
    for heading in headed(page, TOLD, OF_ACTS):
        if BULLETIN.match(heading.text) and (day := newest(heading.text)) and beneath(page, heading):
            yield Observation.at(page, heading, Trust.LIKELY, proof="structure", dated=day, target=page.url)
        days = list(dates(beneath(page, heading))) if len(heading.text) < 40 else []
        if len(set(days)) > 1:
            yield Observation.at(page, heading, Trust.LIKELY, proof="structure", dated=max(days), target=page.url)


def _in_article(node: LexborNode) -> bool:
    """Whether a date stands in what is marked up as an article or a piece of news."""
    up = node.parent
    while up is not None:
        classes = (up.attributes.get("class") or "").split() if up.is_element_node else []
        if up.tag == "article" or any(
            name in ("post", "news", "article-info", "blog-featured") or "actu" in name or "latest-posts" in name
            for name in classes
        ):
            return True
        up = up.parent
    return False


@check_on_visit(
    "news",
    "Actualités",
    look=_on_page,
    judge=judge,
    counts="Une liste de nouvelles datées dont la dernière est assez récente ; une liste ancienne est partielle.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen("<p><b>La mairie vous informe</b></p><p><b>18 octobre 2026</b> - La route du Puy sera coupée.</p>"),
        seen(
            "<div><p>26/10/2026</p><h5><a href='/a'>Cyclone</a></h5></div><div><p>20/10/2026</p><h5><a href='/b'>Pont</a></h5></div><div><p>11/10/2026</p><h5><a href='/c'>École</a></h5></div>"
        ),
        seen(
            "<font>&#8226; 24/10/2026 : coulée au plan<br>&#8226; 16/10/2026 : forfaits<br>&#8226; 3/10/2026 : relevé</font>",
            url="/index.htm",
        ),
        unseen("<p>26/10/2026</p><p>Bal</p>"),
        seen(
            "<h2>Au bourg</h2><div><h3><a href='/a'>Noces d’or</a></h3><span>21 octobre 2026</span></div><div><h3><a href='/b'>Le puits</a></h3><span>14 octobre 2026</span></div>"
        ),
        unseen(
            "<h2>Au bourg</h2><div><h3><a href='/a'>Procès-verbal</a></h3><span>21 octobre 2026</span></div><div><h3><a href='/b'>Arrêté</a></h3><span>14 octobre 2026</span></div>"
        ),
        unseen(
            "<h2>Au bourg</h2><div><h3><a href='/a'>Le bal</a></h3><span>21 octobre 2026</span></div><div><h3><a href='/b'>Le loto</a></h3><span>14 novembre 2026</span></div>"
        ),
        seen(
            "<div>26/10/2026 Cyclone <a href='/a'>Lire</a></div><div>20/10/2026 Pont <a href='/b'>Lire</a></div><div>11/10/2026 École <a href='/c'>Lire</a></div>"
        ),
        unseen(
            "<ul><li><a href='/a.pdf'>Arrêté du pont</a> 26/10/2026</li><li><a href='/b.pdf'>Règles du bal</a> 20/10/2026</li><li><a href='/c.pdf'>Tarifs du loto</a> 11/10/2026</li></ul>"
        ),
        seen(
            "<ul><li><a href='/a'>Pont</a> 26 octobre 2026</li><li><a href='/b'>Bal</a> 20 octobre 2026</li><li><a href='/c'>Loto</a> 2 juin 2026</li></ul>"
        ),
        seen(
            "<div>Lundi 26 octobre 2026. L’eau est coupée au Mas.</div><div>Mardi 20 octobre 2026. Les tilleuls sont taillés.</div><div>Samedi 3 octobre 2026. Soixante convives.</div>"
        ),
        unseen(
            "<div>26/10/2026 <a href='/a'>Procès-verbal</a></div><div>20/9/2026 <a href='/b'>Procès-verbal</a></div><div>11/8/2026 <a href='/c'>Procès-verbal</a></div>"
        ),
        seen(
            "<h1>Rives</h1><article><span>Travaux</span><span>20 octobre 2026</span><h3>Le pont</h3></article><article><span>Fête</span><span>2 octobre 2026</span><h3>Le bal</h3></article>"
        ),
        unseen("<h1>Rives</h1><article><span>Travaux</span><span>20 octobre 2026</span><h3>Le pont</h3></article>"),
        unseen(
            "<h1>Documents</h1><article><span>20 octobre 2026</span><h3>Budget</h3></article><article><span>2 octobre 2026</span><h3>Arrêté</h3></article>"
        ),
        seen('<a href="/n">Toutes les nouvelles</a>'),
        unseen('<a href="/nt">Les nouvelles technologies</a>'),
        seen("<h1>A la une</h1><article><h3>La fête du pain</h3><p>Le four est rallumé.</p></article>"),
        seen('<a href="/actualites">Actualités</a>'),
        seen("<h2>À la une</h2><article><h3>Repas des aînés</h3><time>12 octobre 2026</time></article>"),
        seen("<h1>Actualités</h1><p>Publié le 3 mars 2019</p>", "partial"),
        seen("<h1>Actualités et agenda</h1><p>4 mai 2019 : bal</p>"),
        seen(
            '<article><time datetime="2026-10-01">1er octobre</time></article><article><time datetime="2026-10-05">5</time></article><article><time datetime="2026-09-05">5</time></article>'
        ),
        seen(
            '<div class="item"><h2><a href="/a">Froid</a></h2><dl class="article-info"><time datetime="2026-10-26">26</time></dl></div><div class="item"><h2><a href="/b">Tram</a></h2><dl class="article-info"><time datetime="2026-10-20">20</time></dl></div>'
        ),
        seen("<table><tr><td><b>Flash du 20 octobre 2026</b><br>- La route du col est fermée.</td></tr></table>"),
        unseen("<p><b>Réunion d’information du 20 octobre 2026</b></p><p>Salle des fêtes, 20 h.</p>"),
        seen(
            "<title>Quoi de neuf | Rives</title><p>26/10/2026 - Rue Basse, la chaussée est refaite.</p><p>11/10/2026 - Merci aux enfants.</p><p>3/10/2026 - Affouages.</p>"
        ),
        unseen("<h1>La commune</h1><p>Séance du 15/10/2026</p><p>Séance du 2/07/2026</p><p>Séance du 9/04/2026</p>"),
        unseen('<a href="/rss">Flux RSS des actualités</a>'),
        seen("<h2>Infos</h2><p>24-10-2026 : distribution d'eau.</p><p>12-10-2026 : défilé des chars.</p>"),
        seen(
            "<h2>Rue Basse fermée</h2><p>Publié le 20 octobre 2026</p><h2>Bal</h2><p>Publié le 2 octobre 2026</p><h2>Loto</h2><p>Publié le 3 septembre 2026</p>"
        ),
        unseen("<h2>Informations</h2><p>Mairie ouverte de 9 h à 12 h. Mis à jour le 3 mars 2026.</p>"),
        unseen("<h2>La commune en bref</h2><p>113 habitants.</p>"),
        unseen("<p>L’actualité du club est riche.</p>"),
        unseen("<article><time>5 mai 2027</time><h2>Bal</h2></article><article><time>2 juin 2027</time><h2>Loto</h2></article>"),
        unseen('<a href="#">Actualités</a>'),
        seen('<a href="/n">À la une</a>'),
        unseen('<a href="/n">»</a><h2>▶</h2>'),
        seen(
            "<h1>La vie du bourg</h1><p>Le 20 octobre 2026, le puits est curé.</p><p>Le 9 octobre 2026, cent marcheurs.</p><p>Le 1er octobre 2026, vendanges.</p>"
        ),
        unseen(
            "<h1>Le village</h1><p>Le 20 mai 1836, le pont cède.</p><p>Le 9 août 1856, crue.</p><p>Le 1er mai 1901, gare.</p>"
        ),
        unseen("<h1>Arrêtés</h1><p>20/10/2026 : rue Basse.</p><p>9/10/2026 : place Haute.</p><p>1/10/2026 : quai.</p>"),
        seen('<a href="/n">Au fil des jours</a>'),
        unseen('<a href="/n">Actualités</a>', pages={"/n": "<h1>Actualités</h1><p>Rien pour l’heure.</p>"}),
        unseen('<a href="/n">Flash infos</a>', pages={"/n": "<h1>Flash infos</h1><p>Abonnez-vous à nos SMS.</p>"}),
        seen("<h1>Au bourg</h1><p>20/10/2026 : puits curé. 9/10/2026 : cent marcheurs. 1/10/2026 : vendanges.</p>"),
        unseen('<a href="https://x.example/">Actualités de la préfecture</a>'),
        unseen('<a href="/g">Offres de dernière minute</a>'),
        seen(
            '<ul class="wp-block-latest-posts"><li><a href="/a">Pont</a><time datetime="2026-10-20">20/10</time></li><li><a href="/b">Bal</a><time datetime="2026-10-12">12/10</time></li></ul>'
        ),
    ],
)
def news(visit: Visit) -> Iterator[Observation]:
    """The day of the last piece that a feed brings: it dates the news, and proves none."""
    feed = visit.feed
    if feed and feed.newest and not feed.comments:
        day = feed.newest.date()
        yield Observation.of(visit, f"{feed.title or visit.url} : {day.isoformat()}", Trust.HINT, dated=day)
