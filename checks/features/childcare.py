"""Petite enfance : crèche, relais, assistantes maternelles."""

from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import ROOM, paragraph
from checks.reading.sayings import given
from checks.signs import seen, sentence, text, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "petite enfance", "crèche", "crèches", "multi-accueil", "multiaccueil", "halte-garderie", "assistantes maternelles",
    "assistants maternels", "assistante maternelle", "relais petite enfance", "relais assistantes maternelles", "=ram", "=rpe",
    "modes de garde", "mode de garde", "micro-crèche", "lieu d'accueil enfants parents", "garde d'enfants", "jardin d'enfants",
    "accueil de la petite enfance", "accueillante", "milieu d'accueil", "nounou", "=mam", "maison d'assistantes maternelles",
    "crèche municipale", "jardin d'éveil", "accueil des tout-petits", "tout-petits", "relais parental",
    "assistante maternelle agréée", "=crèches", "crèche familiale", "garderie d'enfants", "maison de l'enfance",
    "pôle petite enfance", "espace petite enfance", "structure multi-accueil", "maison de la petite enfance",
    "lieu d'accueil enfants", "=laep", "enfance petite enfance", "accueil du jeune enfant", "service de garde",
    "petites sections et crèche", "pmi", "protection maternelle", "mode d'accueil du jeune enfant", "modes d'accueil",
    "faire garder", "garde des jeunes enfants", "=cpe", "centre de la petite enfance", "accueil familial de jour",
    "nourrices agréées", "relais assistants maternels", "maman de jour", "=0-3 ans", "=nourrices",
    "lieu d'accueil parents-enfants", "accueil parents-enfants",
)  # fmt: skip
OTHERS = (
    "adjoint", "adjointe", "commission", "délégué", "déléguée", "crèche de noël", "crèche vivante", "crèches de noël",
    "exposition", "recrute", "noël", "concours", "fermeture", "réouverture", "défilé",
)  # fmt: skip

PLACES = Prose(
    "crèche", "micro-crèche", "multi-accueil", "halte-garderie", "relais petite enfance", "assistantes maternelles", "nounou",
    "nounous", "nourrice", "nourrices", "assistante maternelle", "garderie des neiges", "garderie touristique",
    "3 mois à 6 ans", "2 mois à 6 ans", "3 mois à 4 ans", "2 mois à 4 ans", "3 mois à 3 ans", "10 semaines à 3 ans",
    "10 semaines à 4 ans",
)  # fmt: skip
APART = Phrases(*OTHERS, "santon", "santons", "nativité", "travaux", "rue de la crèche", "voté")


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that names the place and says how large it is or how to reach it."""
    if node := paragraph(page, PLACES, ROOM, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


KEPT = given(
    r"\b(?:accueill\w+|gardent|tenue par|liste|exercent|agréées?|\w+ places|de \w+ (?:mois|semaines)|vient le|permanence|premier \w+ du mois|s['’]installe)\b"
)
"""Whom they take, where, when."""


childcare = Check(
    "childcare",
    title="Petite enfance",
    look=look,
    counts="La crèche, le relais petite enfance ou les assistantes maternelles ; la crèche de Noël n'en est pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        text(
            *("nounous agréées", "assistantes maternelles agréées", "assistante maternelle agréée"),
            "liste des assistantes maternelles",
            trust=Trust.LIKELY,
            own=True,
        ),
        told(
            *("crèche municipale", "assistantes maternelles", "halte-garderie", "relais petite enfance", "multi-accueil"),
            *("micro-crèche", "place en crèche", "places en crèche", "établissements d'accueil", "structures d'accueil"),
            "modes d'accueil",
        ),
        sentence(
            *("assistantes maternelles", "assistante maternelle", "nounous", "nourrices", "crèche", "garderie des tout-petits"),
            *("relais petite enfance", "maison de l'enfance", "halte-garderie", "micro-crèche", "multi-accueil"),
            says=KEPT,
            unless=(*APART.folded, "église", "chapelle", "visible", "classe", "formation"),
        ),
    ],
    examples=[
        seen("<h2>Crèche</h2><p>Il n’y a plus de place avant septembre.</p>"),
        seen("<h1>Ici</h1><p>Nous avons une crèche. Elle accueille vingt enfants.</p>"),
        unseen("<h1>Ici</h1><p>Le maire a visité la crèche. Il reçoit le jeudi.</p>"),
        seen("<h1>Ici</h1><p>La crèche accueille les enfants dès trois mois, elle est fermée en août.</p>"),
        seen("<h1>Au village</h1><p>Deux nourrices agréées gardent les tout-petits.</p>"),
        unseen("<h2>Crèche</h2><p>Une micro-crèche devrait ouvrir en 2028.</p>"),
        unseen(
            "<h1>Vivre ici</h1><h2>Petite enfance</h2><p>La ville a des services pour les plus jeunes. Renseignements auprès de la mairie pour les crèches.</p><h2>Sport</h2><p>Stade.</p>"
        ),
        seen("<h1>Comment s’inscrire</h1><p>Les structures d’accueil, le dossier, la commission des places en crèche.</p>"),
        unseen(
            "<h1>Garde d’enfants</h1><p>Crèche collective, halte-garderie : quelles différences ?</p>", url="/demarches/?xml=F567"
        ),
        seen('<a href="/a">0-3 ans</a>'),
        unseen("<h2>Concours de crèches</h2>"),
        unseen('<a href="/n">Fermeture de la micro-crèche en août</a>'),
        unseen("<h2>Neige : fermeture des écoles et des crèches jeudi</h2>"),
        unseen(
            '<nav><a href="/vie#enfance">Petite enfance</a></nav>',
            pages={
                "/vie#enfance": "<div id='enfance'><h2>Petite enfance</h2></div><div id='bus'><h2>Bus</h2><p>Ligne 7.</p></div>"
            },
        ),
        seen(
            '<nav><a href="/vie#enfance">Petite enfance</a></nav>',
            pages={
                "/vie#enfance": "<div id='enfance'><h2>Petite enfance</h2></div><p>Le relais.</p><div id='bus'><h2>Bus</h2></div>"
            },
        ),
        unseen("<p><b>Assistante maternelle</b> : plus aucune dans la commune.</p><p><b>Bibliobus</b> : le mardi.</p>"),
        unseen("<h2>Petite enfance</h2><p>La crèche et le relais du bourg. Texte à compléter par le service.</p>"),
        seen("<h1>L’enfance</h1><p>Nounous : Mme Roy, 4 rue Haute (4 places).</p>"),
        seen('<a href="/pe">Petite enfance</a>'),
        seen("<h2>Liste des assistantes maternelles agréées</h2>"),
        seen('<a href="c.htm"><img alt="Multi-accueil" src="c.jpg"></a>'),
        seen("<h1>L’école</h1><p>Nounous agréées : Mme Roy, rue Haute, 3 places.</p>"),
        seen("<h1>Familles</h1><p>La crèche Les Lutins (18 places), gérée par l’agglomération : 04 00 00 00 00.</p>"),
        seen("<h1>L’école</h1><p>Jeanne est la seule nourrice agréée, 02 00 00 00 31.</p>"),
        seen("<h1>Les gamins</h1><p>Garderie, de 3 mois à 6 ans, 04 00 00 00 22, 24 places.</p>"),
        unseen("<h1>L’école</h1><p>Garderie de 16 h 30 à 18 h, 04 00 00 00 22.</p>"),
        unseen("<h1>Noël</h1><p>La crèche et ses 40 santons, à l’église. Renseignements : 04 00 00 00 00.</p>"),
        unseen("<h3>Crèche de Noël de l’église</h3>"),
        unseen("<p>Adjointe à la petite enfance : Mme Roy</p>"),
        unseen('<a href="#">Crèche</a>'),
        seen('<a href="/a">Faire garder son enfant</a>'),
        seen('<a href="/a">Modes d’accueil 0-3 ans</a>'),
        seen('<a href="/a">CPE</a>'),
        unseen('<a href="/a">Bébés lecteurs 0-3 ans</a>'),
        seen("<h1>Au village</h1><p>Le relais petite enfance vient le premier mardi du mois, à la salle des fêtes.</p>"),
        seen("<h1>Au village</h1><p>Trois nounous agréées, la liste est en mairie.</p>"),
        unseen("<h1>Au village</h1><p>La crèche de l’église est ouverte le dimanche.</p>"),
        unseen("<h1>Au village</h1><p>La crèche est visible tous les jours jusqu’au 6 janvier.</p>"),
    ],
)
