"""Annuaire des associations : liste, recherche, liens vers leurs sites."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.about import TELEPHONE, Saying, about, blocks, lines, proceedings, sentences
from checks.check import check
from checks.folding import fold, fold_path
from checks.lexicon import Phrases, Prose, fold_label
from checks.observation import Observation, Trust
from checks.signs import seen, sentence, topic, unseen
from checks.spots import says_itself
from crawler.page import Page
from crawler.url import host, path, registrable

NAMES = (
    "=nos clubs", "=clubs", "=vos clubs", "=nos assos", "=les assos", "clubs et associations", "associations et clubs",
    "nos associations", "=associations", "associations et loisirs", "associations et sport", "culture et associations",
    "sport et associations", "loisirs et associations", "associations loisirs", "associations sports",
    "annuaire des associations", "vie associative", "liste des associations", "guide des associations", "tissu associatif",
    "associations locales", "associations sportives", "associations culturelles", "associations communales", "monde associatif",
    "associations de la commune", "rechercher une association", "trouver une association", "mouvements et associations",
    "les assos", "lasosiasyon", "zasosiasyon", "=assos", "annuaire des assos", "annuaire associatif", "=organismes",
    "organismes communautaires", "répertoire des organismes", "sociétés locales", "=les clubs", "liste des clubs",
    "associations municipales", "annuaire des clubs", "nos assos", "associations sportives et culturelles", "asso et clubs",
    "groupements et associations", "associations et vie locale", "vie locale et associations", "toutes les associations",
    "associations du village", "associations de la ville", "associations villageoises", "associations et animations",
    "fêtes et associations", "associations culture", "sport culture associations", "loisirs culture associations",
    "culture loisirs associations", "répertoire des associations", "coordonnées des associations",
    "présentation des associations", "sociétés et associations", "associations et sociétés", "liste des sociétés",
    "sociétés communales", "sociétés villageoises", "vie des associations", "associations actives",
)  # fmt: skip
OTHERS = (
    "forum des associations", "subvention", "subventions", "maison des associations", "adjoint", "adjointe", "commission",
    "délégué", "déléguée", "journée des associations", "fête des associations", "salle des associations", "demande", "dossier",
    "créer", "création", "foyer", "asso.fr", "parents d'élèves", "loi 1901", "école", "aide aux associations",
    "association sportive du collège",
)  # fmt: skip
CONTACT = Saying(TELEPHONE.pattern, re.compile(r"@(?<=\w@)[\w-]{1,60}\.\w{2,}"))
SEEKING = re.compile(r"recherche|trouve|cherche", re.I)
LINE = 90
"""Characters up to which a line names one body."""
SEVERAL = 3
"""Telephone numbers or addresses from which a list gives contacts."""
BODIES = Prose(
    "comité des fêtes", "amicale", "club", "société de", "chorale", "association", "foyer rural", "chasseurs", "pêcheurs",
    "judo", "gymnastique", "football", "pétanque", "harmonie", "anciens combattants", "don du sang", "parents d'élèves",
    "sou des écoles", "théâtre", "tennis", "société de chasse", "société de pêche", "foot", "rugby", "basket", "handball",
    "volley", "danse", "yoga", "couture", "tricot", "randonnée", "cyclo", "orphéon", "fanfare", "boules", "arts martiaux",
    "bénévoles", "chasse", "pêche", "union sportive", "comité", "amis de", "nautique", "sauvetage", "patchwork", "généalogie",
    "gym", "jumelage", "aéromodélisme", "majorettes", "tarot", "belote", "échecs", "peinture",
)  # fmt: skip
TITLED = Phrases("associations", "clubs", "loisirs", "sports", "vie locale", "vivre", "animations", "village", "commune", "infos")
"""What a page is called on which several bodies in a row are a list of them."""
SUBJECT = Phrases(*NAMES[1:])
APART = Phrases(*OTHERS)


LED = re.compile(r"[:,–—-] (?:M\. |Mme )?[A-ZÀ-Ý][\w’'-]{1,30} [A-ZÀ-Ý][\w’'-]|, (?:M\.|Mme) [A-ZÀ-Ý]")
"""« Comité des fêtes : Tom Vial »: who leads it."""
AFTER = (": ", ", ", " – ", " — ", " - ")
"""What stands before the name."""
NO_BODY = Prose("commission", "commissions", "délégué", "déléguée", "adjoint", "adjointe", "conseiller", "conseillère", "euros")
AT_LEAST = 4
PIECES = re.compile(r"[,;)]")

LISTED = re.compile(
    r"\b(?:dont voici|voici (?:la liste|leurs?|les)|annuaire des associations|(?:liste|coordonnées) des associations)\b|\bprésidente?s?\b[^!?]{0,80}\b0[1-9] ?\d\d",
    re.I,
)
"""What the list gives."""


@check(
    "associations_directory",
    "Annuaire des associations",
    counts="Un annuaire ou une liste des associations avec des contacts ; le forum ou la page d'une seule association n'en sont pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        sentence(
            "associations", "annuaire des associations", "liste des associations", "coordonnées des associations", says=LISTED
        ),
    ],
    examples=[
        seen(
            "<h1>Loisirs</h1><ul><li>Gym : mardi, Mme Roux</li><li>Tarot : jeudi, M. Bey</li><li>Chorale : lundi, Mme Zay</li><li>Randonnée : samedi, M. Luc</li></ul>"
        ),
        unseen("<h2>Associations</h2><p>Le club de football s’est arrêté en 2022. Les bonnes volontés sont attendues.</p>"),
        unseen(
            '<nav><a href="/vie#assos">Culture et associations</a></nav>',
            pages={
                "/vie#assos": "<section id='assos'><h2>Culture et associations</h2><p>Un tissu riche.</p><div><h3>Vie associative</h3>"
                "<p>Salles, forum et soutien aux initiatives.</p></div><div><h3>Culture</h3><p>Musique, théâtre et lecture.</p></div>"
                "<div><h3>Sport</h3><p>Équipements : football, tennis, danse…</p></div></section>"
            },
        ),
        seen(
            '<nav><a href="/vie#assos">Culture et associations</a></nav>',
            pages={
                "/vie#assos": "<section id='assos'><h2>Culture et associations</h2><p>Un tissu riche.</p><div><h3>Vie associative</h3>"
                "<p>Les Archers, M. Petit : 04 00 00 00 01.</p></div><div><h3>Culture</h3><p>Musique, théâtre et lecture.</p></div></section>"
            },
        ),
        seen("<h2>Nos clubs</h2><ul><li>Foyer rural, 06 00 00 20 01</li><li>Judo, 06 00 00 20 02</li></ul>"),
        unseen("<dl><dt>Associations</dt><dd>48</dd><dt>Habitants</dt><dd>2 310</dd></dl>"),
        unseen(
            '<a href="/a">Associations</a>',
            pages={"/a": "<h1>Associations</h1><p>Elles font vivre le bourg.</p><p>Aucune association enregistrée.</p>"},
        ),
        unseen("<h2>Fusion de deux clubs de foot</h2>"),
        seen(
            "<h1>Loisirs</h1><p><b>Comité des fêtes</b> : 03 00 00 00 01. <b>Club de judo</b> : 03 00 00 00 02. <b>Chasseurs</b> : 03 00 00 00 03.</p>"
        ),
        seen(
            "<h1>On sort !</h1><ul><li>Foot, M. Roy, 06 00 00 20 01</li><li>Tricot, Mme Bas, 06 00 00 20 02</li><li>Comité des fêtes, 06 00 00 20 03</li></ul>"
        ),
        seen(
            "<h1>Faire</h1><p>L’Âne qui trotte : Mme Bas, 06 00 00 20 01</p><p>Amicale : M. Roy, 06 00 00 20 02</p><p>Chasse : M. Prin, 06 00 00 20 03</p><p>Vitraux : Mme Petit, 06 00 00 20 04</p>"
        ),
        unseen(
            "<h1>Santé</h1><p>Dr Roy, 06 00 00 20 01</p><p>Dr Bas, 06 00 00 20 02</p><p>Dr Prin, 06 00 00 20 03</p><p>Amicale des donneurs, 06 00 00 20 04</p>"
        ),
        seen(
            "<h1>Ensemble</h1><ul><li>Comité des fêtes : Léa Roux</li><li>Chasse : Jean Prin</li><li>Les Hirondelles</li><li>Chorale, Anne Bas</li></ul>"
        ),
        unseen(
            "<h1>Vos élus</h1><ul><li>Comité des fêtes : Léa Roux</li><li>Sport, danse : Jean Prin, adjoint</li><li>Eau</li><li>Chasse, Anne Bas</li></ul>"
        ),
        unseen(
            "<h1>Aides</h1><ul><li>Comité des fêtes : 300 €</li><li>Club de foot, Léa Roux : 200 €</li><li>Chasse, Jo Prin : 90 €</li><li>Chorale, A. Bas : 50 €</li></ul>"
        ),
        seen(
            "<h1>Chez nous</h1><p>On s’active : la gym (Léa, 06 00 00 00 01), la chasse (Jo, 06 00 00 00 02), le comité des fêtes (Ali, 06 00 00 00 03).</p>"
        ),
        unseen("<h1>Loisirs</h1><p>Club de judo : 03 00 00 00 01, 03 00 00 00 02 ou 03 00 00 00 03.</p>"),
        seen('<a href="/asso">Annuaire des associations</a>'),
        seen("<h2>Associations (12)</h2><h3>Le Rabot</h3><p>Menuiserie, le mardi.</p><h3>Choeur du val</h3>"),
        unseen(
            '<a href="/a">Associations</a>', pages={"/a": "<main><h1>Associations</h1><p>Renseignements en mairie.</p></main>"}
        ),
        unseen(
            '<a href="/a">Associations</a>',
            pages={"/a": "<main><h1>Associations</h1><p>La liste sera bientôt disponible.</p></main>"},
        ),
        seen("<h1>Vie associative</h1><ul><li>Judo club, M. Roy, 04 00 00 00 00</li><li>Chorale, Mme Bas</li></ul>"),
        seen('<td><a href="a.htm">Les associations</a></td>'),
        seen('<form><h2>Rechercher une association</h2><input name="nom"></form>'),
        seen('<h1>Collectifs</h1><form><input name="nom"><button>Trouver une association</button></form>'),
        unseen("<h2>Forum des associations</h2>"),
        unseen('<p>Le relais : <a href="https://www.nounous.asso.fr/">www.nounous.asso.fr</a></p>'),
        unseen(
            "<h2>Associations</h2><p>Vous animez un club ? Écrivez-nous et envoyez un texte pour paraître ici.</p><h2>Fêtes</h2>"
        ),
        unseen('<a href="/d.pdf">Subventions aux associations : dossier</a>'),
        unseen("<h2>L’association des amis du lavoir</h2>"),
        unseen('<a href="#">Associations</a>'),
        unseen('<a href="/judo">Association de judo</a>'),
        unseen("<h1>Association des parents d’élèves</h1><p>Présidente : Mme Roy, 04 00 00 00 00.</p>"),
        seen('<a href="/a">Toutes les associations</a>'),
        seen("<h1>Au bourg</h1><h2>Associations actives (3)</h2><h3>Le Rabot</h3><p>Menuiserie.</p><h3>Les Boulistes</h3>"),
        seen(
            '<h1>Au bourg</h1><button role="tab" aria-controls="p2">Associations (3)</button><div id="p2"><p>Judo, chorale</p></div>'
        ),
        seen('<a href="/a">Répertoire des associations</a>'),
        seen("<h1>Au village</h1><p>Onze associations animent le village ; voici leurs présidents et leurs téléphones.</p>"),
        seen("<h1>Au village</h1><p>L’annuaire des associations donne pour chacune le nom du président et un téléphone.</p>"),
        unseen("<h1>Au village</h1><p>Les associations peuvent télécharger le dossier de subvention.</p>"),
        unseen("<h1>Au village</h1><p>Associations, contactez la mairie pour réserver une salle.</p>"),
    ],
)
def associations_directory(page: Page) -> Iterator[Observation]:
    yield from _in_a_row(page)
    yield from _with_names(page)
    headline = fold_label(page.headline)
    listing = (SUBJECT.within_folded(headline) or SUBJECT.within_folded(fold_path(path(page.url)))) and not APART.within_folded(
        headline
    )
    for form in page.forms:
        if (
            " association " in fold(form.heading + " " + form.words[:400] + " " + " ".join(f.label for f in form.fields))
            and "textarea" not in form.kinds()
            and "email" not in form.kinds()
            and (listing or SEEKING.search(form.words + form.heading + " ".join(form.buttons)))
        ):
            yield Observation.at(page, form, Trust.SURE, proof="form", search=1)
    if listing:
        if len(CONTACT.places(page.main_text)) >= SEVERAL:
            yield Observation.at(page, page.headline, Trust.LIKELY, proof="fact:contacts", contacts=1, target=page.url)
        here = registrable(host(page.url))
        outside = {one.host for one in page.links if not one.framed and registrable(one.host) != here}
        if len(outside) >= 2:
            yield Observation.at(page, page.headline, Trust.LIKELY, proof="structure", links=1, target=page.url)


def _with_names(page: Page) -> Iterator[Observation]:
    """A list most lines of which name a body, then who leads it or how to reach it."""
    text = page.main_text
    # All blocks of a page are dear to read.
    if not says_itself(page, BODIES) or sum(map(text.count, AFTER)) + len(CONTACT.places(text)) < SEVERAL or proceedings(page):
        return
    lists: dict[int, list[tuple[LexborNode, str]]] = {}
    for node, words in blocks(page):
        if node.tag == "li" and node.parent is not None:
            lists.setdefault(node.parent.mem_id, []).append((node, words))
    for items in lists.values():
        told = [words for _, words in items if len(words) <= LINE and (LED.search(words) or CONTACT.within(words))]
        if len(items) < AT_LEAST or len(told) < SEVERAL or any("€" in words or NO_BODY.within(words) for words in told):
            continue
        if 2 * sum(map(BODIES.within, told)) > len(items) and sum(map(BODIES.within, told)) >= SEVERAL:
            yield Observation.at(page, items[0][0], Trust.LIKELY, proof="text", contacts=1, target=page.url)
            return


def _in_a_row(page: Page) -> Iterator[Observation]:
    """Several bodies, each with its telephone or address, on a page that is not called a list of them."""
    if not says_itself(page, BODIES) or len(CONTACT.places(page.main_text)) < SEVERAL:
        return
    named = [
        (node, said) for node, words in lines(page) for said in sentences(words) if CONTACT.within(said) and BODIES.within(said)
    ]
    # « Ils font vivre le bourg : le comité (Léa, 06…), la chasse (Jo, 06…), le club (Ali, 06…) ».
    together = [
        (node, said)
        for node, said in named
        if len(CONTACT.places(said)) >= SEVERAL and sum(map(BODIES.within, PIECES.split(said))) >= SEVERAL
    ]
    if together:
        yield Observation.at(page, together[0][0], Trust.LIKELY, proof="text", contacts=1, target=page.url)
        return
    # One body a line is a list, whatever the page is called.
    listed = {words for node, words in named if node.tag in ("li", "tr") or len(words) <= LINE}
    reached = {words for _, words in lines(page) if len(words) <= LINE and CONTACT.within(words)}
    row = len(listed) > 1 and len(reached) > SEVERAL
    if row or len({said for _, said in named} if about(page, TITLED) else listed) >= SEVERAL:
        yield Observation.at(page, named[0][0], Trust.LIKELY, proof="text", contacts=1, target=page.url)
