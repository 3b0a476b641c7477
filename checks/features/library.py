"""Bibliothèque, médiathèque : page, catalogue, compte."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "médiathèque",
    "bibliothèque",
    "point lecture",
    "ludothèque",
    "bibliobus",
    "médiathèques",
    "catalogue de la bibliothèque",
    "bibliothèque municipale",
    "point relais lecture",
    "bibliothèque pour tous",
    "lecture publique",
    "artothèque",
    "bibliothèque communale",
    "bibliothèque intercommunale",
    "médiathèque intercommunale",
    "bibliothèque relais",
    "portail des bibliothèques",
    "réseau des bibliothèques",
    "réseau de lecture",
    "biblio",
    "espace lecture",
    "bibliothèque médiathèque",
    "salle de lecture",
    "centre de documentation et de lecture",
    "prêt de livres",
    "ludo-médiathèque",
    "ludomédiathèque",
    *("centre multimédia", "relais bibliothèque"),
)
OTHERS = (
    *("rue de la médiathèque", "rue de la bibliothèque", "place de la médiathèque", "place de la bibliothèque"),
    "numérique de la poste",
    "salle de la médiathèque",
    "adjoint",
    "adjointe",
    "parking",
    "bibliothèque nationale",
    "bibliothèque départementale",
    "médiathèque départementale",
    "photothèque",
    "boîte à livres",
    "gare",
    "clavier",
)

library = Check(
    "library",
    title="Bibliothèque, médiathèque",
    counts="Une page sur la bibliothèque ou un lien vers son catalogue.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        unseen('<a href="/n">Inauguration de la médiathèque</a>'),
        unseen('<a href="/n">La bibliothèque départementale vous attend</a>'),
        seen('<a href="/mediatheque">Médiathèque</a>'),
        seen("<h2>La bibliothèque municipale</h2><p>Mercredi 14 h - 18 h</p>"),
        seen('<a href="http://biblio.example/"><img src="b.gif" alt="Catalogue de la bibliothèque"></a>'),
        unseen("<p>Rendez-vous à la médiathèque.</p>"),
        unseen("<h3>Rue de la Bibliothèque</h3>"),
        unseen('<a href="#">Médiathèque</a>'),
        seen('<a href="/a">Médiathèque, place de la Mairie</a>'),
        unseen('<a href="/a">Travaux rue de la Bibliothèque</a>'),
    ],
)
