"""Cimetière : plan, concessions, recherche d'un défunt."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import says_itself
from checks.signs import heading, known, link, path, seen, told, unseen
from checks.text.lexicon import Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "dernière demeure", "jardins du souvenir", "espace cinéraire", "=cavurnes", "site cinéraire", "cimetière", "cimetières",
    "concession funéraire", "concessions funéraires", "concession au cimetière", "columbarium", "jardin du souvenir",
    "rechercher un défunt", "recherche de défunts", "affaires funéraires", "jardin cinéraire", "cavurnes", "inhumation",
    "tarifs des concessions", "espace funéraire", "opérations funéraires", "=funéraire", "service funéraire",
)  # fmt: skip
OTHERS = (
    "rue du cimetière", "chemin du cimetière", "cimetière militaire", "cimetière mérovingien", "parking", "point de collecte",
    "commémoration", "adjoint", "adjointe", "animaux", "animalier",
)  # fmt: skip

GRANTS = re.compile(
    r"\bconcessions?\b[^.!?]{0,60}(?:\b(?:15|30|50|quinze|trente|cinquante) ?ans\b|\bperpétu)"
    r"|\b(?:15|30|50|quinze|trente|cinquante) ans\b[^.!?]{0,12}\d\s?(?:€|euros)[^.!?]{0,60}\b(?:cases?|columbarium|cavurnes?)\b"
    r"|\b(?:emplacements?|cases?)\b[^.!?]{0,30}\b(?:15|30|50)\b[^.!?]{0,12}\bans\b"
    r"|\b(?:achat|acquérir|acheter|renouvel\w+|reprise|relever|tarifs?)\b[^.!?]{0,50}\b(?:concessions?|(?:une|la|sa) tombe|tombes|sépultures?|places? au cimetière)\b",
    re.I,
)
"""How a plot is had, for how long: it is told of no other concession."""
PLOTS = Around("emplacement", "columbarium", "concession", "tombe", "sépulture", "place au cim", "places au cim")
BURIED = Prose(
    "cimetière", "cimetières", "nécropole", "nécropoles", "tombes", "columbarium", "funéraire", "défunt", "obsèques", "proche"
)


def _look(page: Page) -> Iterator[Observation]:
    """A page that tells how plots are granted."""
    told = first(page, GRANTS, PLOTS) if says_itself(page, BURIED) and not proceedings(page) else None
    if told:
        yield Observation.at(page, squeeze(told[0]), Trust.LIKELY, proof="text", target=page.url)


cemetery = Check(
    "cemetery",
    title="Cimetière",
    counts="Le cimetière présenté : plan, concessions, règlement ; un cimetière militaire à visiter ou une rue qui en porte le nom n'en sont pas.",
    look=_look,
    signs=[
        told(
            *("jardin du souvenir", "cavurnes", "columbarium", "concession funéraire", "concessions funéraires"),
            *("concession trentenaire", "concessions trentenaires", "concession cinquantenaire", "concession perpétuelle"),
        ),
        known(),
        told("columbarium", "jardin du souvenir", "cavurnes", "concessions", "espace cinéraire", "cimetière", least=3),
        link(*NAMES, unless=OTHERS),
        replace(heading(*NAMES, unless=OTHERS), subject=True),
        path("cimetière", "cimetières", "concession funéraire", unless=OTHERS),
    ],
    examples=[
        unseen("<h2>Cimetière</h2><p>Le règlement et les tarifs seront votés en décembre.</p>"),
        seen("<h2>Cimetière</h2><p>Il n’y a pas de columbarium. Les concessions durent trente ans.</p>"),
        seen("<h1>Mairie</h1><p>Pour acheter une place au cimetière, voyez le deuxième adjoint.</p>"),
        unseen("<h1>Mairie</h1><p>Acheter un ticket pour se garer : une place au parking du cimetière est gratuite.</p>"),
        unseen("<h1>Le conseil</h1><h3>Délégation Cimetière</h3><p>Mme Roux, M. Petit.</p>"),
        seen("<h1>Tarifs</h1><p>Concession trentenaire : 150 €. Columbarium : 400 €.</p>"),
        unseen("<h1>La mairie</h1><h2>Délégation Cimetière</h2><p>Jean Petit.</p>"),
        unseen('<a href="/n">Cimetière des animaux</a>'),
        unseen("<h1>Conseil municipal</h1><h2>Commissions</h2><h3>Cimetière</h3><p>Mme Roux, M. Petit</p>"),
        unseen("<h1>Compte rendu du conseil municipal</h1><p><b>Cimetière</b> : le mur sera repris.</p>"),
        seen("<h1>Pratique</h1><p>Cavurnes et jardin du souvenir. Le plan est à l’entrée.</p>"),
        seen("<h2>Perdre un proche</h2><p>Deux nécropoles. Achat et renouvellement d’une concession : 15 ans, 180 €.</p>"),
        seen("<p><b>Cimetière</b> : une reprise des tombes abandonnées est commencée.</p>"),
        seen("<p>Au cimetière il reste 14 emplacements (15 ou 30 ans).</p>"),
        seen("<p><b>Cimetière.</b> Trente ans 120 euros, cinquante ans 220 euros, case de columbarium 400 euros.</p>"),
        unseen("<p>La concession automobile fête ses trente ans.</p>"),
        unseen("<p>Le conseil vote la concession de la plage pour 30 ans.</p>"),
        seen('<a href="/cimetiere">Cimetière et concessions</a>'),
        seen("<h2>Les cimetières de la commune</h2><p>Ouverts de 8 h à 19 h.</p>"),
        seen('<td><a href="col.htm"><img src="c.gif" alt="Columbarium"></a></td>'),
        seen('<a href="https://www.gescime.com/montclair">Plan et concessions</a>'),
        seen('<h4 class="panel-title"><a data-toggle="collapse" href="#c3">Cimetière</a></h4><div id="c3">Concessions</div>'),
        seen('<strong><a class="accordion-toggle" href="#s3">Cimetière</a></strong><div id="s3">Concessions</div>'),
        seen('<div class="accordion"><a class="accordion-title" tabindex="0">Cimetière</a><p>Concessions</p></div>'),
        unseen('<nav><a class="dropdown-toggle" data-toggle="dropdown" href="#">Cimetière</a></nav>'),
        unseen('<h3><a href="#">Cimetière</a></h3>'),
        unseen("<h3>Travaux rue du Cimetière</h3>"),
        unseen("<h2>Le cimetière militaire, lieu de mémoire</h2>"),
        unseen("<p>Rassemblement au cimetière à 11 h.</p>"),
        unseen('<a href="#">Cimetière</a>'),
        seen("<p>Le cimetière a reçu un columbarium ; demande de concession en mairie.</p>"),
        seen('<a href="/a">Tarifs des concessions</a>'),
        seen('<a href="/a">Espace cinéraire</a>'),
        unseen('<a href="/a">Obsèques du maire honoraire</a>'),
        unseen("<h3>Point de collecte du cimetière</h3><p>Verre et papier.</p>"),
        unseen("<p>Un tiers du prix des concessions au cimetière revient à l’aide sociale.</p>"),
    ],
)
