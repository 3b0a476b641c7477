"""Expression des groupes : les tribunes de la majorité et de l'opposition."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.accounts import is_minutes
from checks.reading.passages import Around, passages
from checks.reading.spots import says_itself
from checks.signs import heading, link, path, seen, sentence, told, unseen
from checks.text.dates import MONTH
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    *("la parole aux groupes", "la parole est aux groupes", "parole des groupes", "la parole aux élus"),
    *("groupes politiques", "groupes du conseil municipal", "groupes d'élus", "paroles d'élus", "expression des groupes"),
    *("expressions des groupes", "expression politique", "expressions politiques", "expression des élus"),
    *("expression de l'opposition", "expression de la minorité", "expression de la majorité", "expression libre des élus"),
    *("libre expression des groupes", "libre expression des élus", "libre expression politique", "=libre expression"),
    *("=tribunes", "=tribune", "tribune libre", "tribunes libres", "tribune politique", "tribunes politiques"),
    *("tribune de l'opposition", "tribunes de l'opposition", "tribune de la minorité", "tribune de la majorité"),
    *("tribune des groupes", "tribunes des groupes", "tribune des élus", "tribunes des élus", "groupe d'opposition"),
    *("groupes d'opposition", "groupe de l'opposition", "groupe minoritaire", "groupe majoritaire"),
    *("opposition municipale", "élus de l'opposition", "élus d'opposition", "élus minoritaires", "parole à l'opposition"),
    *("parole aux groupes", "=libre parole", "libre parole des groupes", "majorité et opposition", "groupe de la minorité"),
    *("mot de l'opposition", "expression des conseillers", "expressions libres", "parole aux élus"),
    *("expression des élus minoritaires", "=expressions", "groupes municipaux", "expression pluraliste", "=libres propos"),
    *("tribune des conseillers", "=minorité", "minorité municipale", "liste d'opposition", "élus de la minorité"),
    *("espace d'expression des élus", "espace d'expression des groupes", "droit d'expression des élus"),
    *("droit d'expression des groupes", "pages des groupes", "=droit d'expression", "=opposition"),
    *("points de vue des groupes", "expression plurielle", "expressions plurielles"),
    *(
        f"{what} de la {side}"
        for what in ("mot", "coin", "page", "parole", "espace", "point de vue")
        for side in ("minorité", "majorité")
    ),
    *("listes ont la parole", "groupes ont la parole", "parole aux listes", "parole des listes"),
    *("page de l'opposition", "espace de l'opposition", "point de vue de l'opposition", "parole à la minorité"),
)
NOT_THEM = (
    "stade", "gymnase", "prélèvement", "paiement", "carte bancaire", "données", "rgpd", "droit d'opposition", "non-opposition",
    "travaux", "permis", "corporelle", "théâtre",
)  # fmt: skip

COLUMN = Around("tribune")
RUN_IN = re.compile(
    rf"(?<![Ll]a )\b[Tt]ribunes?(?: (?:libre|politique|(?:de |d['’])(?:{MONTH})|du groupe|de la (?:liste|minorité|majorité)|de l['’]opposition|des élus)[^.!?:«»]{{0,30}})?\s?:\s[^!?]{{20,80}}"
)
"""« Tribune de novembre : « Nous regrettons … » »."""
WRITE = re.compile(
    r"\bs['’](?:y )?exprim\w+|\b(?:ont|est donnée|est laissée) (?:la parole|aux?)\b|\bla parole est\b|\btribunes?\b|\bpages?\s[0-9]",
    re.I,
)
"""That they write, and where."""
SPORTING = Phrases(
    "places",
    "stade",
    "match",
    "gymnase",
    "assises",
    "sièges",
    "couverte",
    "travaux",
    "prix",
    "tarif",
    "orgue",
    "hippodrome",
    "supporters",
)


COUNCIL = Prose("élus", "élue", "groupe", "minorité", "majorité", "opposition", "liste", "conseil municipal", "conseillers")
"""Who may have a column."""


def look(page: Page) -> Iterator[Observation]:
    """The column itself, which begins with its name."""
    for text in passages(page, COLUMN) if says_itself(page, COUNCIL) and not is_minutes(page) else ():
        said = RUN_IN.search(text)
        if said and not SPORTING.within(said[0]):
            yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
            return


opposition = Check(
    "opposition",
    title="Expression des groupes",
    look=look,
    counts="Les tribunes des groupes du conseil, majorité et opposition ; le droit d'opposition aux données et les tribunes du stade n'en sont pas.",
    signs=[
        told(
            *("n'engage que ses auteurs", "n'engage que son auteur", "n'engagent que leurs auteurs"),
            *("n'appartenant pas à la majorité", "espace d'expression", "s'expriment librement", "groupes politiques"),
            *("groupe d'opposition", "tribune du groupe", "élus d'opposition", "élus de la minorité"),
            *("conseillers d'opposition", "liste d'opposition"),
        ),
        sentence(
            *("groupes politiques", "groupes du conseil", "élus de la minorité", "élus de l'opposition", "groupes d'opposition"),
            says=WRITE,
        ),
        link(*NAMES, unless=NOT_THEM),
        heading(*NAMES, unless=NOT_THEM),
        path("tribune", "tribunes", "expression des groupes", "expression politique", "opposition municipale", unless=NOT_THEM),
    ],
    examples=[
        seen("<h1>Le magazine</h1><p>Les groupes politiques s’y expriment en page 31.</p>"),
        unseen("<h1>Le magazine</h1><p>Les groupes politiques ont installé leur permanence rue Haute.</p>"),
        seen("<h2>La parole est aux groupes</h2><p><strong>Majorité</strong> Nous tenons le cap.</p>"),
        unseen("<h2>Groupes scolaires</h2>"),
        seen(
            "<h1>Vos élus</h1><h2>Les deux listes ont la parole</h2><p><b>Rives autrement (minorité)</b> – Un emprunt de trop.</p>"
        ),
        unseen("<h2>Les listes électorales</h2>"),
        seen("<h2>Libre parole</h2><p>Groupe « Autrement » : l’endettement inquiète.</p>"),
        seen(
            "<h1>Le conseil municipal</h1><h3>Autrement (4 élus)</h3><p><em>Tribune de mai :</em> on n’a demandé l’avis de personne sur la halle.</p>"
        ),
        unseen("<h1>Les élus</h1><p>La Tribune : un article parle de notre village dans l’édition de mardi.</p>"),
        unseen("<h3>Le stade</h3><p>Tribune : trois cents places assises, refaites en 2019.</p>"),
        seen('<a href="/tribunes">Tribunes</a>'),
        seen("<h2>Expression des groupes</h2><p>Groupe « Ensemble » : …</p>"),
        seen('<a href="/t.pdf">Tribune de l’opposition, mars 2026</a>'),
        unseen('<a href="/stade">Les tribunes du stade</a>'),
        unseen('<a href="/rgpd">Droit d’opposition au traitement de vos données</a>'),
        unseen("<h2>Déclaration préalable : décision de non-opposition</h2>"),
        unseen('<a href="#">Tribune libre</a>'),
        seen('<a href="/a">Le mot de la minorité</a>'),
        seen("<h1>Vos élus</h1><h2>Le coin de la minorité</h2><p>« Nous avons voté contre. »</p>"),
        seen("<p>Un espace d’expression est réservé aux élus n’appartenant pas à la majorité.</p>"),
        unseen(
            "<h1>Séance du conseil municipal</h1><p>Règlement : espace d’expression des élus n’appartenant pas à la majorité.</p>"
        ),
        unseen("<p>La mairie peut faire opposition à la déclaration préalable.</p>"),
        seen('<a href="/a">Libres propos</a>'),
        seen('<a href="/a">Espace d’expression des élus</a>'),
        unseen('<a href="/a">Stationnement : points de vue</a>'),
    ],
)
