"""Bibliothèque, médiathèque : page, catalogue, compte."""

from collections.abc import Iterator

from checks.about import HAPPENINGS, REACHED, paragraph
from checks.check import Check
from checks.lexicon import Phrases, Prose
from checks.observation import Observation, Trust
from checks.signs import heading, seen, topic, unseen
from crawler.page import Page

NAMES = (
    "coin des livres",
    "coin lecture",
    "coin livres",
    "dépôt de livres",
    "lecture publique",
    "bibliothèque de rue",
    "=bibli",
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
    "bibliothèque sonore",
    *("fermeture de la médiathèque", "fermeture de la bibliothèque"),
)

OPEN = Prose(
    *(
        f"{house} {how}"
        for house in ("bibliothèque", "médiathèque", "point lecture")
        for how in ("est ouverte", "ouverte", "ouvre")
    ),
    *(
        f"{what} {house}"
        for what in ("ouverture de la", "horaires de la", "heures de la")
        for house in ("bibliothèque", "médiathèque")
    ),
)
APART = Phrases(*OTHERS, *HAPPENINGS, "exceptionnellement", "conférence", "réunion", "journée portes ouvertes")


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that says when the library is open."""
    if node := paragraph(page, OPEN, REACHED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


library = Check(
    "library",
    title="Bibliothèque, médiathèque",
    look=look,
    counts="Une page sur la bibliothèque ou un lien vers son catalogue.",
    signs=[*topic(*NAMES, unless=OTHERS), heading("=lire")],
    examples=[
        seen("<h1>Au village</h1><p>La bibliothèque est ouverte le mercredi de 15 h à 17 h.</p>"),
        unseen("<h1>Au village</h1><p>Lecture à la médiathèque samedi, de 15 h à 17 h.</p>"),
        unseen('<a href="/n">Fermeture de la médiathèque lundi</a>'),
        unseen('<a href="/n/1">Lire</a>'),
        seen("<h2>Lire</h2><p>Le Coin des livres, le samedi matin.</p>"),
        unseen("<h2>Lire la suite</h2>"),
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
