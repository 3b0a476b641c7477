"""Conseil municipal en vidéo : les séances en direct ou à revoir."""

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from checks.check import check
from checks.denials import denies
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Spot, Trust
from checks.reading.about import about, after, near, proceedings, sentences
from checks.reading.documents import is_document
from checks.reading.passages import first, passages
from checks.reading.spots import labelled, leading, says_itself
from checks.signs import LABEL_WORDS, heading, link, seen, unseen
from checks.tally import Tally
from checks.text.dates import newest, years
from checks.text.traits import Trait
from checks.wordings import filming
from checks.wordings.filming import player_of, unfilmed
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page

LINE = 300
MOST = 60
"""Players and links to recordings looked at on one page."""


@Trait
def plays(url: str) -> bool:
    """Whether the address is that of a recording, or of a known video service."""
    return filming.MEDIA.search(url) is not None or bool(player_of(url))


@Trait
def shows_council(words: str) -> bool:
    """Whether a link's words say council and video both."""
    if words.count(" ") > LABEL_WORDS + 4:
        return False
    return filming.COUNCIL.within(words) and filming.SHOWN.within(words) and not filming.ELSEWHERE.within(words)


def of_council(page: Page, own: str) -> bool:
    """Whether what these words name is a session of the council; on a page about the council, unless they say otherwise."""
    if filming.ELSEWHERE.within(own):
        return False
    if filming.SESSION.within(own) and (
        about(page, filming.SITTINGS, unless=filming.ELSEWHERE) or labelled(page, filming.AGENDA)
    ):
        return True
    return filming.COUNCIL.within(own) or (
        about(page, filming.COUNCIL, unless=filming.ELSEWHERE) and not filming.CEREMONY.within(own)
    )


def session(page: Page, spot: Spot, words: str, trust: Trust, proof: str, target: str = "") -> Observation:
    """The sighting, with what the words say of live or replay and of the day."""
    facts: dict[str, Any] = {}
    if filming.REPLAY.within(words):
        facts["mode"] = "replay"
    elif filming.LIVE.within(words):
        facts["mode"] = "live"
    if player_of(target):
        facts["platform"] = player_of(target)
    return Observation.at(page, spot, trust, proof=proof, excerpt=words, target=target, dated=newest(words), **facts)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Sessions that are shown live on one spot and again on another are both."""
    modes = {str(o.facts["mode"]) for o in tally.of() if "mode" in o.facts}
    return Judgement(None, {"mode": "both"} if len(modes) > 1 else {})


@check(
    "council_video",
    "Conseil municipal en vidéo",
    judge=judge,
    signs=[
        link(*filming.NAMES, trust=Trust.HINT),
        heading(*filming.NAMES, unless=("jeunes", "enfants")),
    ],
    by_name=False,
    counts="Les séances en direct ou à revoir : lecteur ou lien dont les mots disent conseil et vidéo ; les vidéos de cérémonies n'en sont pas.",
    examples=[
        unseen(
            '<h1>Le conseil municipal</h1><p>Les séances ne sont pas filmées.</p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
        ),
        seen("<h1>Conseil municipal</h1><p>La séance est diffusée en direct sur la page Facebook de la ville.</p>"),
        unseen("<h1>Cinéma</h1><p>La séance est filmée en direct pour les enfants.</p>"),
        seen(
            '<h1>Décisions</h1><p><a href="/a.pdf">PV du 28 octobre 2026</a>, <a href="/b.pdf">PV du 9 septembre 2026</a>.</p><p>À suivre le 16, 18h ; retransmission sur <a href="https://www.youtube.com/rives/live">Rives TV</a></p>'
        ),
        seen(
            '<h1>Vie du conseil</h1><h2>Direct et replay</h2><p>Chaque séance est filmée. <a href="https://www.youtube.com/@rives/streams">Voir la séance du 27 octobre 2026</a></p>'
        ),
        seen('<a href="/cm-video">Suivre le conseil municipal en vidéo</a>'),
        seen('<h2>Revoir le conseil municipal du 12 mars 2026</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        seen('<h3>Séance du conseil municipal</h3><div class="youtube_player" videoID="abc123"></div>'),
        seen('<h3>Conseil municipal en direct</h3><div class="tac_iframecreacast" data-url="https://live.creacast.com/x"></div>'),
        seen('<h1>Conseil municipal</h1><h2>Vidéos</h2><a href="mms://video.exemple.fr/cm.wmv">Séance du 5 février 2009</a>'),
        seen(
            '<h1>Conseil municipal</h1><object><param name="FileName" value="/video/cm-2009.wmv"></object><p>La séance en vidéo</p>'
        ),
        seen('<a href="/direct">Conseil municipal : séance retransmise en direct</a>', "inactive", gone=("/direct",)),
        unseen(
            '<h1>La ville</h1><p><a href="/c">Derniers conseils</a></p><iframe title="Voeux du maire" src="https://www.youtube.com/embed/abc"></iframe>'
        ),
        unseen('<h2>Cérémonie des vœux</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        unseen(
            "<h2>Bientôt ici</h2><p>Le conseil municipal en vidéo.</p><iframe src='https://ciel.example/w' title='Le temps'></iframe>"
        ),
        seen("<h2>Conseil municipal en direct</h2><iframe src='https://tv.example/w' title='Séance'></iframe>"),
        unseen('<h1>Le conseil municipal</h1><h2>Inauguration de la salle</h2><video src="/inauguration.mp4"></video>'),
        unseen('<a href="/cm-0312">Conseil municipal du 12 mars : vidéo-protection</a>'),
        unseen('<a href="/cmj">Le conseil municipal des jeunes en vidéo</a>'),
        unseen('<h1>Conseil municipal</h1><iframe src="https://www.openstreetmap.org/export/embed.html"></iframe>'),
        unseen('<a href="#">Le conseil municipal en vidéo</a>'),
        unseen('<a href="/voeux">La cérémonie des vœux en vidéo</a>'),
        unseen("<h1>Conseil municipal</h1><h2>Vidéo-protection</h2><p>Le conseil a voté l’installation de huit caméras.</p>"),
        unseen(
            "<h1>Vœux du conseil municipal</h1><iframe src='https://www.youtube.com/embed/abc' title='Cérémonie des vœux'></iframe>"
        ),
        seen(
            '<h1>Séances et décisions</h1><p>En direct, puis <a href="https://www.youtube.com/@rives/streams">revoir la séance du 29 septembre 2026</a></p>'
        ),
        seen("<p>Les conseils municipaux sont filmés ; on les revoit sur la chaîne YouTube de la commune.</p>"),
        seen("<p>Suivez le conseil municipal du 12 octobre en direct sur la page Facebook de la ville.</p>"),
        unseen("<p>Suivez le conseil municipal des jeunes en direct.</p>"),
        unseen("<p>Les séances du conseil municipal ne sont pas filmées. La fête est sur la chaîne YouTube.</p>"),
        unseen("<p>Le conseil municipal des jeunes a été filmé et diffusé en ligne.</p>"),
        seen(
            '<h1>Conseil municipal</h1><p>Visionnez nos séances en replay sur <a href="https://tv.example/rives">la télé du val</a>.</p>'
        ),
        seen("<h1>Conseil municipal</h1><p>Réunion publique, diffusée en direct sur la page de la ville.</p>"),
        seen("<h1>Au bourg</h1><p>Toutes les séances du conseil municipal sont captées et archivées en vidéo.</p>"),
        seen(
            '<h1>Assemblées</h1><table><tr><th>Date</th><th>Procès-verbal</th><th>Vidéo</th></tr><tr><td>9 mars</td><td><a href="/p.pdf">lire</a></td><td><a href="https://youtu.be/a">voir</a></td></tr></table>'
        ),
        unseen('<h1>Conseil municipal</h1><p>Retrouvez-nous sur <a href="https://www.youtube.com/@rives">YouTube</a>.</p>'),
        unseen("<h1>Conseil municipal</h1><p>Retrouvez toutes nos vidéos sur la chaîne de la ville.</p>"),
        unseen("<h1>Conseil municipal</h1><p>La diffusion des séances en direct est à l’étude.</p>"),
        unseen("<h1>Conseil municipal</h1><p>En 2020 les séances avaient été diffusées en direct sur Facebook.</p>"),
        seen("<h2>Mardi, 20 h</h2><video src='/a.mp4'></video><p>Séance publique du conseil municipal.</p>"),
        unseen("<h2>Nos vœux</h2><video src='/a.mp4'></video><p>Séance de remerciements du conseil municipal.</p>"),
        seen(
            "<h1>Séance du 9 juin 2026</h1><iframe src='https://www.youtube.com/embed/a'></iframe><a href='/o.pdf'>Ordre du jour</a>"
        ),
        unseen("<h1>Séance du 9 juin</h1><iframe src='https://www.youtube.com/embed/a'></iframe><a href='/o.pdf'>Le casting</a>"),
        seen("<h1>Séances publiques</h1><p>Elles sont enregistrées et mises en ligne dans les deux jours.</p>"),
        unseen("<h2>Le conseil municipal présente la commune</h2><iframe src='https://www.youtube.com/embed/a'></iframe>"),
        seen('<h1>Web TV</h1><p><a href="/tv/1">Conseil municipal de septembre 2026</a></p>'),
        unseen(
            '<h1>Web TV</h1><p><a href="/1.pdf">Conseil municipal de septembre 2026</a> <a href="/2">Le conseil municipal</a></p>'
        ),
        seen(
            '<h1>Au bourg</h1><p>Conseil municipal du 9 juin 2026 : <a href="/a.pdf">le texte</a>, <a href="https://youtu.be/a">la captation</a></p>'
        ),
        seen(
            "<table><tr><td>Conseil du 12/10/2026</td><td><a href='/o.pdf'>ODJ</a></td><td><a href='https://youtu.be/a'><img src='y.png' alt='YouTube'></a></td></tr></table>"
        ),
        unseen("<table><tr><td>Conseil d’école du 12/10/2026</td><td><a href='https://youtu.be/a'>Le film</a></td></tr></table>"),
        unseen('<h1>Au bourg</h1><p>Le conseil municipal est sur <a href="https://www.youtube.com/@rives">YouTube</a></p>'),
        unseen('<h1>Ciné-club</h1><p><a href="https://www.youtube.com/watch?v=1">Revoir la séance</a></p>'),
    ],
)
def council_video(page: Page) -> Iterator[Observation]:
    if unfilmed(page):
        yield denies(page)
        return
    filmed_here = about(page, filming.FILMS, unless=filming.ELSEWHERE)
    for anchor in labelled(page, filming.COUNCIL):
        words = anchor.text
        if shows_council(words) or (filmed_here and _is_session(anchor)):
            yield session(page, anchor, words, Trust.LIKELY, "label")
    yield from _by_line(page, minuted=len(labelled(page, filming.MINUTES)) > 1)
    for spot, words, target in [*players(page), *recordings(page)][:MOST]:
        title = words.partition(" — ")[0]
        if of_council(page, words) and not (filming.CEREMONY.within(title) and not filming.COUNCIL.within(title)):
            sure = filming.COUNCIL.within(words) or filming.SHOWN.within(f"{page.headline} {words}")
            yield session(page, spot, words or page.headline, Trust.SURE if sure else Trust.LIKELY, "embed", target)
    told = proceedings(page)
    if told and not about(page, filming.COUNCIL, unless=filming.MINUTES):
        return
    filmed = None if told else first(page, filming.FILMED, filming.FILMING)
    if filmed is None and ((own := about(page, filming.SITS, unless=filming.ELSEWHERE)) or says_itself(page, filming.SAID)):
        # The headline ends in no full stop, and is no part of the sentence that follows.
        texts = (_without(page.headline, text) for text in passages(page, filming.SHOWING))
        every = (
            one for text in texts for one in sentences(text) if filming.MOVING.search(one) and not filming.NOT_SHOWN.search(one)
        )
        said = (found for one in every if (found := filming.SHOWS.search(one)))
        labels = [one.text for one in page.links]
        filmed = next(
            (one for one in said if (own or filming.COUNCIL.within(one[0])) and not any(one[0] in label for label in labels)),
            None,
        )
    if filmed and not filming.ELSEWHERE.within(filmed[0]):
        yield session(page, filmed[0], filmed[0], Trust.LIKELY, "text")


def _is_session(one: Link) -> bool:
    """Whether a link on a page of films names a session of the council: « Conseil municipal de septembre 2026 »."""
    apart = filming.MINUTES.within(one.text) or filming.ELSEWHERE.within(one.text) or filming.CEREMONY.within(one.text)
    return not (one.framed or is_document(one.href) or apart) and (bool(years(one.text)) or filming.SESSION.within(one.text))


def _without(headline: str, text: str) -> str:
    """The text with a full stop in the place of the headline, where a sentence begins after that."""
    first, *others = text.split(f"{headline} ") if headline else [text]
    return first + "".join(f". {part}" if part[:1].isupper() else f"{headline} {part}" for part in others)


def _by_line(page: Page, minuted: bool) -> Iterator[Observation]:
    """What is shown as its own line says: that of the council, or on a page that hands out minutes; or the column of its table."""
    for anchor, _ in leading(page, plays)[:MOST]:
        node = page.tree.css_first(anchor.selector) if not anchor.framed else None
        if node is None or node.parent is None:
            continue
        held = node.parent.parent if node.parent.tag == "td" and node.parent.parent is not None else node.parent
        line = squeeze(held.text(separator=" "))
        own = (
            filming.MINUTES.within(line)
            or filming.DAY_OF.match(line)
            or (filming.LINED.within(line) and filming.COUNCIL.within(f"{page.headline} {line}"))
        )
        # One recording beside the minutes of its day needs no word that says what it is.
        named = bool(own or minuted) if filming.RECORDED.within(line) else bool(own) and not filming.CHANNEL.search(anchor.href)
        if len(line) <= LINE and named and not (filming.ELSEWHERE.within(line) or filming.CEREMONY.within(line)):
            yield session(page, anchor, line, Trust.LIKELY, "label")
        elif (column := _column(node)) and not filming.ELSEWHERE.within(page.headline):
            yield session(page, anchor, column, Trust.LIKELY, "label")


def _column(node: LexborNode) -> str:
    """The heads of a table that has a column of recordings beside one of minutes, where a link stands in the first; else ''."""
    cell: LexborNode | None = node
    while cell is not None and cell.tag not in ("td", "body"):
        cell = cell.parent
    row = cell.parent if cell is not None and cell.tag == "td" else None
    table = row.parent if row is not None else None
    head = table.css_first("tr") if table is not None else None
    if table is not None and head is None and table.parent is not None:
        head = table.parent.css_first("tr")
    if cell is None or row is None or head is None:
        return ""
    names = [squeeze(one.text(separator=" ")) for one in head.css("td, th")]
    place = next((n for n, one in enumerate(row.css("td, th")) if one.mem_id == cell.mem_id), len(names))
    recorded = place < len(names) and filming.RECORDED.within(names[place])
    return " | ".join(names) if recorded and any(filming.MINUTES.within(name) for name in names) else ""


def players(page: Page) -> Iterator[tuple[Spot, str, str]]:
    """(where, words beside it, what it plays) for every video player of the page, also those that wait for consent."""
    for embed in page.embeds[:MOST]:
        words = " — ".join(filter(None, (embed.title, near(embed.node))))
        known = (
            bool(embed.player) or embed.node.tag == "video" or bool(player_of(embed.src)) or bool(filming.MEDIA.search(embed.src))
        )
        if (
            not filming.CEREMONY.within(words)
            and filming.SESSION.within(below := after(embed.node))
            and filming.COUNCIL.within(below)
        ):
            words = " — ".join(filter(None, (words, below)))
        if known or (filming.COUNCIL.within(words) and filming.SHOWN.within(words) and _may_play(embed.title)):
            yield embed, words, embed.src
    for node in page.outline.nodes("param"):
        named = (node.attributes.get("name") or "").lower()
        value = (node.attributes.get("value") or "") if named in ("filename", "src", "movie", "url") else ""
        if filming.MEDIA.search(value) and node.parent is not None:
            yield node, f"{near(node.parent)} — {after(node.parent)}", ""


def _may_play(title: str) -> bool:
    """Whether a frame of no known service does not call itself something else: « Météo », « Carte »."""
    return not title or filming.SHOWN.within(title) or filming.COUNCIL.within(title) or filming.SESSION.within(title)


def _is_said_to_show(node: LexborNode) -> bool:
    """Whether the line in which a channel is named, or what stands above it, speaks of moving pictures: not « suivez-nous sur YouTube »."""
    line = squeeze(node.parent.text(separator=" "))[:LINE] if node.parent is not None else ""
    return filming.RECORDED.within(f"{line} {near(node)}")


def recordings(page: Page) -> Iterator[tuple[Spot, str, str]]:
    """The same for links to a recording, a stream or a known video service, outside menus and footer."""
    for anchor, _ in leading(page, plays)[:MOST]:
        if not anchor.framed:
            node = page.tree.css_first(anchor.selector)
            if filming.CHANNEL.search(anchor.href) and node is not None and not _is_said_to_show(node):
                continue
            yield anchor, f"{anchor.text} — {near(node)}" if node else anchor.text, anchor.href
    for anchor in page.streams:
        node = page.tree.css_first(anchor.selector)
        yield node, f"{anchor.text} — {near(node)}" if node else anchor.text, ""
