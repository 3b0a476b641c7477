"""Jeunesse : service, mission locale, conseil des jeunes."""

from collections.abc import Iterator

from checks.check import Check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import HAPPENINGS, REACHED, about, paragraph
from checks.reading.sayings import given
from checks.signs import seen, sentence, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    *("jeunesse", "=jeunes", "=les jeunes", "espace jeunes", "service jeunesse", "conseil municipal des jeunes"),
    *("conseil municipal d'enfants", "conseil municipal des enfants", "point information jeunesse", "information jeunesse"),
    *("adolescents", "=ados", "espace ados", "mission locale", "accueil de jeunes", "maison des jeunes"),
    *("commission des jeunes", "centre de loisirs", "enfance jeunesse", "local jeunes", "foyer des jeunes", "camp de jour"),
    *("accueil de loisirs", "centre aéré", "=alsh", "accueil collectif de mineurs", "point jeunes", "=pij"),
    *("conseil communal des enfants", "conseil communal des jeunes", "point accueil jeunes", "club ados", "club jeunes"),
    *("animation jeunesse", "animations jeunes", "pass jeune", "chantiers jeunes", "conseil des jeunes"),
    *("mairie des jeunes", "information jeunes", "maison de la jeunesse", "=cmj", "=jeunesse et sport"),
    *("centre d'animation", "ados et jeunes", "jeunes et ados", "jeunes 11-17 ans", "11-17 ans", "12-17 ans"),
    *(f"={first}-{last} ans" for first in range(10, 17) for last in (*range(15, 19), 20, 21, 25, 26, 29, 30)),
    *("service jeunes", "pour les jeunes", "vie des jeunes", "accueil ados", "secteur jeunes"),
    *("11-18 ans", "14-17 ans", "15-25 ans", "16-25 ans", "=mjc", "=bij", "conseil des enfants", "cmje", "=cme"),
    *("argent de poche", "=adolescence", "animation ados", "anim'ados", "anim ados", "pôle ados", "colonies de vacances"),
    *("junior association", "jobs d'été", "job d'été", "local ados", "local des ados", "espace adolescents"),
    *("accueil adolescents", "carte jeunes", "ruche des jeunes", "animation ado"),
)
OTHERS = (
    "adjoint", "adjointe", "délégué", "déléguée", "ministère", "direction départementale", "direction de la jeunesse",
    "diplôme", "rue de la", "foot", "tournoi", "stage de", "auberge de jeunesse", "sapeurs-pompiers", "pompiers", "littérature",
    "championnat", "spectacle", "jeune public", "travaillent", "défense et citoyenneté", "agriculteurs", "souvenirs",
    "lecture jeunesse", "rayon jeunesse", "romans jeunesse", "albums jeunesse", "livre jeunesse", "livres jeunesse",
    "prix littéraire", "équipe de jeunes", "équipes de jeunes", "jeunes pousses", "jeunes mariés", "jeune entreprise",
    "jeunes entreprises", "jeunes diplômés", "jeunes plants", "jeunes arbres", "jeunes parents", "jeunes talents",
    "jeunes retraités", "jeune fille", "jeune homme", "archéologique", "chiots", "jeune garde", "chats",
)  # fmt: skip

PLACES = Prose(
    *("local des jeunes", "local jeunes", "espace jeunes", "foyer des jeunes", "maison des jeunes", "point information jeunesse"),
    *("info jeunes", "information jeunesse", "service jeunesse", "accueil jeunes", "point jeunes"),
)
APART = Phrases(
    *(*(other for other in OTHERS if other != "rue de la"), *HAPPENINGS, "fête", "recrute", "recherche", "travaux", "exposition"),
    *("location", "inscription", "réservation"),
)


BOOKS = Phrases("médiathèque", "bibliothèque", "ludothèque", "relais lecture")


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that names the place and says when it is open or how to reach it."""
    if about(page, BOOKS):
        # « Jeunesse » is a shelf there.
        yield denies(page)
    if node := paragraph(page, PLACES, REACHED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


MET = given(
    r"\b(?:vacances|mercredis?|accueille|ouvert|ouvre|reçoit|élus|siègent|compte \w+|de \d+ à \d+ ans|payés?|se retrouvent|sans rendez-vous)\b"
)
"""When and whom it takes."""


youth = Check(
    "youth",
    title="Jeunesse",
    counts="Le service jeunesse, l'espace jeunes, la mission locale, le conseil des jeunes.",
    look=look,
    signs=[
        *topic(*NAMES, unless=OTHERS),
        sentence(
            *("11-17 ans", "12-17 ans", "16-18 ans", "14-17 ans", "conseil municipal des jeunes"),
            *("conseil municipal des enfants", "conseil des jeunes"),
            says=MET,
            unless=(*APART.folded, "champion", "u17"),
        ),
        sentence(
            *("service jeunesse", "accueil ados", "point jeunes", "local des jeunes", "foyer des jeunes", "mini-camps"),
            *("espace jeunes", "local jeunes", "conseil municipal des enfants", "point information jeunesse"),
            *("chantiers de jeunes", "maison des jeunes"),
            says=MET,
            house=True,
            unless=(*APART.folded, "champion", "u17"),
        ),
    ],
    examples=[
        unseen("<h1>Offre</h1><h2>Directeur du centre de loisirs (h/f)</h2><p>À temps complet.</p>"),
        unseen("<h1>Au village</h1><p>Don du sang à la maison des jeunes, de 15 h à 19 h.</p>"),
        seen("<h1>Au village</h1><p>Le local des jeunes ouvre le samedi de 14 h à 18 h.</p>"),
        unseen("<h1>Au village</h1><p>Vide-grenier devant la maison des jeunes, de 8 h à 18 h.</p>"),
        seen("<h2>Anim’Ados</h2><p>Le mercredi, salle basse.</p>"),
        unseen("<h2>Jeunes sapeurs-pompiers</h2>"),
        unseen("<h2>Les commissions municipales</h2><h3>Jeunesse et école</h3><p>Présidée par Mme Roy.</p><h3>Finances</h3>"),
        unseen("<h1>La médiathèque</h1><h4>Romans</h4><p>À emprunter.</p><h4>Jeunesse</h4><p>Albums et contes.</p>"),
        unseen('<a href="/n">Ils travaillent pour leur argent de poche</a>'),
        unseen("<h3>Romans jeunesse : prix de littérature</h3>"),
        unseen("<h2>Basket 11-15 ans : victoire</h2>"),
        seen("<p>Point Information Jeunesse, rue du Port, 05 00 00 00 26.</p>"),
        unseen("<p>Loto à la maison des jeunes, 05 00 00 00 26.</p>"),
        seen("<h2>11-25 ans</h2><p>Le Quai, 9 quai des Tanneurs.</p>"),
        unseen("<h2>Basket : les 11-13 ans gagnent</h2>"),
        unseen('<a href="/n">Stage de cirque pour les jeunes</a>'),
        seen('<a href="/j">Jeunesse</a>'),
        seen("<h2>Conseil municipal des jeunes</h2>"),
        seen("<h3>Espace ados</h3>"),
        unseen("<h3>Adjoint à la jeunesse</h3>"),
        unseen("<p>Une jeunesse dorée.</p>"),
        unseen('<a href="#">Jeunesse</a>'),
        seen('<a href="/a">Jeunesse et sports</a>'),
        seen('<a href="/a">Conseil des enfants</a>'),
        unseen('<a href="https://x.example/">Ministère de la jeunesse et des sports</a>'),
        seen(
            "<h1>Au village</h1><p>Des chantiers de jeunes sont payés 15 € la demi-journée, pour les 16-18 ans ; dossier en mairie.</p>"
        ),
        seen("<h1>Au village</h1><p>Six enfants siègent au conseil municipal des jeunes.</p>"),
        unseen("<h1>Au village</h1><p>Le centre de loisirs recrute un animateur.</p>"),
        unseen("<h1>Au village</h1><p>Le centre de loisirs a été repeint.</p>"),
        seen('<a href="/a">Junior association</a>'),
        seen('<a href="/a">Jobs d’été</a>'),
        seen("<h2>Le local ados</h2>"),
        unseen('<a href="/a">Jeunes agriculteurs</a>'),
        unseen('<a href="/a">Souvenirs de jeunesse</a>'),
        unseen('<a href="/a">Lecture jeunesse</a>'),
    ],
)
