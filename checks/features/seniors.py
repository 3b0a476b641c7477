"""Seniors : services, club, EHPAD, repas à domicile."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, paragraph
from checks.signs import seen, sentence, text, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "seniors", "senior", "personnes âgées", "aînés", "=anciens", "=nos anciens", "3e âge", "3ème âge", "troisième âge", "ehpad",
    "maison de retraite", "résidence autonomie", "résidence senior", "portage de repas", "repas à domicile", "club des aînés",
    "retraités", "autonomie", "foyer logement", "maintien à domicile", "foyer résidence", "téléassistance", "plan canicule",
    "registre canicule", "personnes isolées", "bien vieillir", "vieillir", "âge d'or", "foyer des anciens", "marpa",
    "livraison de repas", "aides aux seniors", "retraite et autonomie", "grand âge", "résidence services seniors",
    "foyer restaurant", "foyer des aînés", "colis des aînés", "transport des seniors", "pour nos anciens", "repas des anciens",
    "club des anciens", "club de l'amitié", "point clic", "clic gérontologique", "plan grand froid", "soins à domicile",
    "ssiad", "aînés ruraux",
    "générations mouvement", "maison de repos", "visites à domicile", "registre des personnes vulnérables",
    "registre personnes vulnérables", "personnes fragiles et isolées", "personnes âgées et isolées",
    "registre communal des personnes", "repas livrés", "repas portés", "aide aux anciens", "sorties des aînés",
)  # fmt: skip
OTHERS = (
    "football", "équipe", "adjoint", "adjointe", "commission", "énergétique", "tournoi", "championnat", "résultats",
    "anciens combattants", "match", "entraînement", "entraînements", "anciens élèves", "flambeaux", "caisse de retraite",
    "départ en retraite", "départ à la retraite", "réforme", "retraite spirituelle", "développeur", "consultant",
    "chef de projet", "manager", "battus", "victoire", "défaite", "handball", "volley", "basket", "pétanque", "classement",
    "vente", "thé dansant", "bal", "loto",
)  # fmt: skip

HELP = Prose(
    "portage de repas", "portage des repas", "repas portés", "repas livrés", "livre les repas", "livre des repas",
    "porte les repas", "porte des repas", "apporte les repas", "repas à domicile", "livraison de repas", "téléassistance",
    "ehpad", "résidence autonomie", "maison de retraite", "foyer logement", "marpa",
)  # fmt: skip
APART = Phrases(*OTHERS, "loto", "marché de noël", "concert", "recrute", "offre d'emploi", "rue de la maison de retraite")


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that names the help or the house and gives a telephone."""
    if node := paragraph(page, HELP, TELEPHONE, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


HELPED = re.compile(
    r"\b(?:\d+ lits|\w+ logements|s['’]inscrire|inscrire|s['’]installe|plus de \d+ ans|à domicile|à la maison|livrés?|portés?|se réunit|joue|isolées|(?:le|du|chaque) (?:lundi|mardi|mercredi|jeudi|vendredi))\b|\brecenser\b|\b(?:ouverte?|chaque|tarif|renseignements?|possible|proposée?|assurée?|dispose|accueille|registre nominatif)\b|\b\d{1,2} ?h\b|\bregistre\b",
    re.I,
)
"""What it does for them."""


seniors = Check(
    "seniors",
    title="Seniors",
    look=look,
    counts="Les services aux personnes âgées : club, résidence, repas à domicile.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        text(
            *("club de l'âge d'or", "club fadoq", "club du 3e âge", "club du 3ème âge", "club du troisième âge"),
            *("club des aînés", "club des anciens"),
            trust=Trust.LIKELY,
            own=True,
        ),
        told("registre nominatif", "plan canicule", "personnes vulnérables", "personnes âgées", "personnes fragiles"),
        told(
            *("plus âgés", "portés à la maison", "portés à domicile", "téléalarme", "repas livrés", "maintien à domicile"),
            *("portage de repas", "portage des repas", "repas portés", "club des aînés", "résidence autonomie"),
            *("téléassistance", "bien vieillir", "repas des aînés", "repas des anciens", "goûter des aînés"),
            *("colis des aînés", "colis des anciens", "livraison des repas", "livraison de repas", "repas à domicile"),
            *("ehpad", "maison de retraite", "foyer logement", "club du 3e âge", "colis de noël"),
        ),
        sentence(
            *("portage de repas", "repas sont portés", "repas portés", "repas livrés", "repas à domicile", "repas chauds"),
            *(
                "plus de soixante ans",
                "plus de 60 ans",
                "plus de 65 ans",
                "plus de 70 ans",
                "portage des repas",
                "personnes âgées",
                "registre nominatif",
                "club des retraités",
                "club du troisième âge",
            ),
            *("club du 3e âge", "personnes isolées", "personnes vulnérables", "personnes fragiles", "registre canicule"),
            *("registre communal", "registre confidentiel", "maison de retraite", "ehpad", "résidence autonomie"),
            *("résidence pour personnes âgées", "téléalarme", "téléassistance", "club des aînés", "pour les aînés"),
            *("pour nos aînés",),
            says=HELPED,
            unless=(
                *APART.folded,
                *("état civil", "délibérations", "accessibilité", "cimetière", "rpi", "sécurité", "commerce", "cantine"),
                *("crèche",),
            ),
        ),
    ],
    examples=[
        unseen("<h2>Seniors</h2><p>Un béguinage est imaginé près du lavoir.</p>"),
        seen("<h1>Ici</h1><p>Pour être inscrit au registre des personnes isolées, voyez Mme Roy, adjointe.</p>"),
        unseen("<h1>Ici</h1><p>Mme Roy, adjointe aux personnes isolées, a inscrit ce point le jeudi.</p>"),
        seen("<h1>Au village</h1><p>Anciens : les repas chauds de l’ADMR sont livrés à la maison le midi.</p>"),
        unseen("<h1>Au village</h1><p>Repas chauds à la cantine, servis à tous les enfants.</p>"),
        unseen("<h3>Thé dansant des aînés</h3>"),
        seen(
            "<h1>Au village</h1><p>Repas du jeudi pour les aînés à la salle communale, les bénévoles viennent vous chercher.</p>"
        ),
        unseen("<h1>Au village</h1><p>Loto pour les aînés le jeudi 4 mars.</p>"),
        seen(
            "<h1>Fortes chaleurs</h1><p>Le registre nominatif des personnes âgées est tenu en mairie ; on s’y inscrit librement.</p>"
        ),
        unseen("<p>Une attention particulière est portée aux personnes âgées qui ont la téléassistance.</p>"),
        unseen("<p>Certaines communes proposent le portage de repas à domicile.</p>"),
        unseen("<h1>Alerte canicule</h1><p>Buvez de l’eau et fermez les volets.</p>"),
        unseen('<a href="/demarches/?xml=F2513">Maison de retraite</a>'),
        unseen("<h3>Reprise des entraînements seniors</h3>"),
        seen("<h1>Infos</h1><p>Plateaux-repas portés chez vous : 03 00 00 00 00.</p>"),
        unseen("<h1>Fête</h1><p>Loto de l’EHPAD, réservations au 03 00 00 00 00.</p>"),
        seen('<a href="/s">Seniors</a>'),
        seen("<h2>Portage de repas à domicile</h2>"),
        seen("<h3>EHPAD Les Tilleuls</h3>"),
        seen("<h1>Aide à la personne</h1><ul><li>les repas livrés, midi et soir</li><li>la téléalarme</li></ul>"),
        unseen("<h3>Équipe seniors : victoire 3 à 1</h3>"),
        seen("<h1>Associations</h1><ul><li>Club des aînés : Mme Roy</li></ul>"),
        seen("<h1>Vivre ici</h1><p>Repas portés à domicile, téléassistance : 05 00 00 00 00.</p>"),
        seen("<h1>Le CCAS</h1><p>Un repas des anciens en mai ; à défaut, un colis de Noël porté chez vous.</p>"),
        unseen('<nav><ul><li>Associations <ul><li><a href="">Club des aînés</a></li></ul></li></ul></nav><h1>Accueil</h1>'),
        unseen('<a href="/galerie/repas-des-anciens-2019">Repas des anciens 2019</a>'),
        unseen("<h1>Fête des aînés</h1><img src='1.jpg'>", url="/albums/2018/fete-des-aines/"),
        unseen("<p>Un senior averti.</p>"),
        unseen("<h3>Adjointe aux aînés</h3>"),
        unseen('<a href="#">Seniors</a>'),
        seen("<h2>Pour nos anciens</h2>"),
        seen('<a href="/a">Maison de repos</a>'),
        unseen('<a href="/a">Les anciens combattants</a>'),
        seen("<h1>Au village</h1><p>La téléalarme s’installe en deux jours, demandez en mairie.</p>"),
        seen("<h1>Au village</h1><p>Une petite résidence de douze logements accueille les personnes âgées autonomes.</p>"),
        unseen("<h1>Au village</h1><p>Le registre d’enquête publique est consultable en mairie.</p>"),
        unseen("<h1>Au village</h1><p>Le registre d’accessibilité est disponible en mairie.</p>"),
        seen("<h2>Le repas des aînés</h2>"),
        unseen('<a href="/a">Développeur senior</a>'),
        unseen('<a href="/a">Retraite aux flambeaux</a>'),
        unseen('<a href="/a">Caisse de retraite agricole</a>'),
    ],
)
