"""Cimetière : plan, concessions, recherche d'un défunt."""

from checks.check import Check
from checks.signs import heading, known, link, path, seen, told, unseen

NAMES = (
    "cimetière",
    "cimetières",
    "concession funéraire",
    "concessions funéraires",
    "concession au cimetière",
    "columbarium",
    "jardin du souvenir",
    "rechercher un défunt",
    "recherche de défunts",
    "affaires funéraires",
    *("espace cinéraire", "site cinéraire", "jardin cinéraire", "cavurnes", "inhumation"),
    *("tarifs des concessions", "espace funéraire", "opérations funéraires"),
)
OTHERS = (
    "rue du cimetière",
    "chemin du cimetière",
    "cimetière militaire",
    "cimetière mérovingien",
    "parking",
    "commémoration",
    "adjoint",
    "adjointe",
)

cemetery = Check(
    "cemetery",
    title="Cimetière",
    counts="Le cimetière présenté : plan, concessions, règlement ; un cimetière militaire à visiter ou une rue qui en porte le nom n'en sont pas.",
    signs=[
        known(),
        told(
            *("columbarium", "jardin du souvenir", "cavurnes", "concession funéraire", "concession au cimetière", "concessions"),
            *("demande de concession", "règlement du cimetière", "espace cinéraire", "cimetière"),
            least=3,
        ),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("cimetière", "cimetières", "concession funéraire", unless=OTHERS),
    ],
    examples=[
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
    ],
)
