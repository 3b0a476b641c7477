"""Débat en ligne : un forum ou une plateforme où les habitants discutent."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.purpose import Purpose, purposes
from checks.reading.spots import labelled, leading, says_itself
from checks.signs import heading, known, link, seen, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.page import Page
from crawler.url import host, path

NAMES = (
    "forum citoyen", "forum des citoyens", "forum des habitants", "forum de discussion", "forum de la ville",
    "forum de la commune", "forum municipal", "forum en ligne", "forum internet", "débat en ligne", "débats en ligne",
    "débattre en ligne", "débattez en ligne", "espace de débat", "espace de discussion", "participez au débat",
    "participer au débat", "blog participatif", "chat avec le maire", "tchat avec le maire", "tchat", "plateforme de débat",
    "plateforme participative", "plateforme de participation", "plateforme citoyenne", "=débats citoyens", "agora citoyenne",
    "discussions citoyennes", "=débattre", "=débattez", "débattons ensemble", "=espace de dialogue", "débats ouverts",
    "discussions ouvertes", "=discussions en cours", "débats en cours",
)  # fmt: skip
NOT_IT = (
    "associations", "emploi", "métiers", "santé", "salle", "jobs", "stages", "job", "formation", "orientation", "loisirs",
    "sports", "des lycéens", "pmr", "budgétaire",
)  # fmt: skip
FORUM = Phrases("forum", "forums")
WRONG = Phrases(*NOT_IT)
ENGINE = re.compile(
    r"/(?:phpbb\d?|viewforum|viewtopic|fluxbb|punbb|smf|vbulletin|forums?)(?:[./?]|$)|[?&]option=com_(?:kunena|fireboard)", re.I
)
BOARD = re.compile(r"/(?:viewforum|viewtopic)\.php|/phpbb\d?/", re.I)
"""Paths that only a discussion board has, whatever the label."""
OWN_HOST = re.compile(r"^(?:je-?participe|participer|participez|participons|agora|d[eé]bats?)\.")
"""The host of a platform of one's own."""
DEBATE = Prose("débattez", "débattre", "débat", "commentez", "discutez", "discussion", "discussions")
POSTING = Phrases("publier", "poster", "répondre au sujet", "envoyer ma contribution", "contribuer")
TALK = Prose("débat", "débats", "sujet", "sujets", "point de vue", "points de vue", "discussion", "messages")
TOPICS = Prose(
    "nouveau sujet", "sujets réponses", "dernier message", "derniers messages", "répondre au sujet", "nombre de messages"
)
MODERATED = Prose(
    "modéré", "modérés", "modérée", "modérées", "modère", "modération", "modérateur", "validé avant publication", "publié après validation", "relus avant",
    "relu avant", "modérateurs",
)  # fmt: skip


@check(
    "online_debate",
    "Débat en ligne",
    signs=[link(*NAMES, unless=NOT_IT), link("=forum", trust=Trust.HINT), heading(*NAMES, unless=NOT_IT), known()],
    by_name=False,
    counts="Un forum ou une plateforme de discussion ; des commentaires modérés sont partiels ; le forum des associations n'en est pas un.",
    examples=[
        seen('<a href="/debat">Débat en ligne sur le projet de place</a>'),
        seen('<a href="/forum/viewforum.php?f=2">Forum</a>'),
        seen('<a href="https://exemple.cap-collectif.com/">Je participe</a>'),
        seen("<h1>Forum</h1><table><tr><td>Sujets</td><td>Réponses</td><td>Dernier message</td></tr></table>"),
        seen(
            '<p>Un habitant modère vos messages.</p><form class="formulaire_forum" method="post"><textarea name="texte"></textarea></form>',
            "partial",
        ),
        seen(
            '<p>Les commentaires sont modérés.</p><form id="commentform" action="/wp-comments-post.php">Laisser un commentaire <textarea name="comment"></textarea></form>',
            "partial",
        ),
        seen('<p>Débattez, commentez : <a href="https://jeparticipe.exemple-ville.fr/">c’est ici</a></p>'),
        unseen('<a href="/forum">Forum des associations</a>'),
        unseen("<h2>Forum de l’emploi</h2><p>Le 3 mars, salle des fêtes.</p>"),
        unseen('<a href="/saison">Le Forum</a>'),
        unseen('<a href="#">Forum citoyen</a>'),
        seen('<a href="/a">Débattons ensemble</a>'),
        seen(
            '<h2>Parlons-en</h2><p>Les messages sont relus avant de paraître.</p><form method="post"><textarea name="m"></textarea><button>Publier</button></form>'
        ),
        seen(
            '<h2>Quelle place ?</h2><p>Discussion ouverte, modérée par la mairie.</p><form method="post"><textarea name="c"></textarea><input type="submit" value="Publier mon avis"></form>'
        ),
        unseen('<a href="/a">Conférence suivie d’un débat</a>'),
        unseen("<h2>Forum des associations</h2><p>Le 5 septembre au gymnase.</p>"),
    ],
)
def online_debate(page: Page) -> Iterator[Observation]:
    own = [link for link, _ in leading(page, is_own)] if says_itself(page, DEBATE) else []
    for anchor in own:
        yield Observation.at(page, anchor, Trust.LIKELY, proof="host")
    boards = [link for link, _ in leading(page, is_board)]
    forums = [x for x in labelled(page, FORUM, unless=WRONG) if _runs_a_forum(x.href) and not is_board(x.href)]
    for anchor in (*boards, *forums):
        yield Observation.at(page, anchor, Trust.LIKELY, proof="label")
    if about(page, FORUM, unless=WRONG) and says_itself(page, TOPICS):
        yield Observation.at(page, page.headline, Trust.SURE, proof="structure", target=page.url)
    for form, purpose in purposes(page):
        if (
            "textarea" in form.kinds()
            and any(map(POSTING.within, form.buttons))
            and says_itself(page, MODERATED)
            and says_itself(page, TALK)
        ):
            yield Observation.at(page, form, Trust.LIKELY, proof="form")
        if purpose is Purpose.COMMENT and says_itself(page, MODERATED):
            yield Observation.at(page, form, Trust.LIKELY, proof="form", whole=False, moderated=1)


@Trait
def is_board(href: str) -> bool:
    return BOARD.search(href) is not None


@Trait
def is_own(href: str) -> bool:
    """Whether the link leads to a platform of one's own, by its host."""
    return OWN_HOST.match(host(href)) is not None


def _runs_a_forum(href: str) -> bool:
    _, mark, asked = href.partition("?")
    return ENGINE.search(path(href) + mark + asked) is not None or host(href).startswith("forum")
