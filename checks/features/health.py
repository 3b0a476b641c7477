"""Santé : médecins, pharmacies, maison de santé."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import HAPPENINGS, TELEPHONE, paragraph
from checks.signs import seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "santé", "médecins", "médecin", "docteurs", "pharmacie", "pharmacies", "maison de santé", "professionnels de santé",
    "pharmacie de garde", "médecin de garde", "infirmiers", "infirmière", "cabinet médical", "maison médicale", "hôpital",
    "défibrillateur", "défibrillateurs", "centre de santé", "services médicaux", "kinésithérapeute", "dentiste",
    "santé et urgences", "poste de santé", "dispensaire", "paramédical", "professions médicales", "professions de santé",
    "services de santé", "clsc", "ambulance", "pôle santé", "maison pluridisciplinaire", "cabinet infirmier",
    "cabinet dentaire", "maison pluriprofessionnelle", "clinique", "centre hospitalier", "don du sang", "se soigner",
    "où se soigner", "offre de soins", "annuaire santé", "soins infirmiers", "orthophoniste", "ostéopathe", "sage-femme",
    "podologue", "praticiens", "corps médical", "permanence médicale", "garde médicale", "télémédecine", "téléconsultation",
    "laboratoire d'analyses", "centre médical", "centre de soins", "=médical", "médical et paramédical", "=prendre soin",
    "prendre soin de vous", "=soins", "pôle médical", "annuaire médical", "urgences médicales",
)  # fmt: skip
OTHERS = (
    "santé au travail", "agence régionale de santé", "recrute", "recherche", "désert", "installé", "installés", "adjoint",
    "adjointe", "commission", "animale", "mutuelle", "assurance", "ministère", "santé des végétaux", "santé du végétal",
    "crise sanitaire", "sport santé", "vaccination du", "vétérinaire", "certificat", "recherche médecin", "recherche médecins",
    "recherche un médecin", "recherche de médecin", "cherche un médecin", "désert médical", "déserts médicaux",
    "santé financière", "santé des arbres", "bilan de santé", "fermeture de la pharmacie", "fermeture du cabinet",
    "sans frontières", "médecins du monde", "abeilles", "sols", "végétale", "ferme de la santé", "équine", "au jardin",
    "en entreprise", "spa", "thermes", "thermal", "thermale", "source", "beauté", "esthétique", "médecin du travail", "médecine du travail", "animal", "animaux", "gouv",
)  # fmt: skip

CARERS = Prose(
    *("docteur", "docteurs", "dr", "médecin", "médecins", "pharmacie", "infirmière", "infirmières", "infirmier", "dentiste"),
    *("kinésithérapeute", "cabinet médical", "maison de santé", "centre de santé", "kinés", "soignants", "généralistes"),
)
APART = Phrases(
    *OTHERS,
    *(w for w in HAPPENINGS if w != "don du sang"),
    *("rue du docteur", "place du docteur", "avenue du docteur", "inscription", "réservation", "location", "collecte"),
)


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that names a doctor, a nurse, a chemist and gives a telephone."""
    if node := paragraph(page, CARERS, TELEPHONE, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


CARES = re.compile(
    r"\b(?:consulte|consultations?|ouverte?|de garde|3237|soins à domicile|exercent|\w+ (?:médecins|généralistes) et|fixé|installé (?:à|au|sur|devant)|reçoit|accueille les patients|a \w+ médecins|place du)\b",
    re.I,
)
"""Where and when they care for people."""


health = Check(
    "health",
    title="Santé",
    look=look,
    counts="Les professionnels, la maison de santé, les gardes.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            *("généralistes", "médecin généraliste", "pharmacie de garde", "maison de santé", "cabinet infirmier"),
            *("kinésithérapeute", "kinés", "sage-femme", "chirurgien-dentiste"),
        ),
        sentence(
            *("docteur", "médecin", "médecins", "infirmière", "infirmières", "kinésithérapeute", "dentiste", "pharmacie"),
            *(
                "maison de santé",
                "cabinet infirmier",
                "centre de santé",
                "centre municipal de santé",
                "défibrillateur",
                "pharmacie de garde",
            ),
            says=CARES,
            unless=(
                *APART.folded,
                *("retraite", "scolaire", "né", "vaccin", "ars", "exige", "sport", "licence", "formation", "rue du docteur"),
                *("spécialiste en",),
            ),
            house=True,
        ),
    ],
    examples=[
        seen("<h2>Santé</h2><p>Aucun rendez-vous n’est nécessaire.</p>"),
        unseen('<a href="/s">La source et les soins</a>'),
        unseen("<h1>Pratique</h1><h3>Médecin</h3><p>Le dernier cabinet a fermé en 2019.</p><h3>Taxi</h3><p>Jo</p>"),
        seen('<a href="/a">Pôle médical</a>'),
        unseen("<h1>Point sur les projets de travaux</h1><h2>Maison de santé</h2><p>Le permis est accordé.</p>"),
        unseen("<h1>Votre future maison de santé</h1><p>Les plans sont prêts.</p>"),
        unseen("<h2>Agence régionale de santé</h2><p>Qualité de l’eau.</p>"),
        unseen('<a href="https://baignades.sante.gouv.fr/">baignades.sante.gouv.fr</a>'),
        unseen("<h3>La santé des animaux de compagnie</h3>"),
        unseen('<a href="http://www.sante.gouv.fr/">http://www.sante.gouv.fr/</a>'),
        unseen('<a href="/n">La commune recherche un médecin</a>'),
        unseen("<h3>La santé financière de la commune</h3>"),
        unseen("<h1>Un défibrillateur installé devant la salle des fêtes</h1><p>Il sert à tous.</p>"),
        seen("<h1>Les défibrillateurs</h1><p>Un devant la mairie, un au stade.</p>"),
        seen("<h1>Infos</h1><p>Dr Leroy, 3 rue Haute, 03 00 00 00 00.</p>"),
        unseen("<h1>Salle</h1><p>8 rue du Docteur-Roux, 03 00 00 00 00.</p>"),
        unseen('<a href="/n">Un nouveau médecin arrive dans la commune</a>'),
        unseen("<h2>La commune à la recherche d’un médecin</h2>"),
        unseen("<h2>Le don du sang a réuni 52 personnes</h2>"),
        seen("<h2>Se soigner</h2><p>Maison de santé à 9 km, 05 00 00 00 00.</p>"),
        seen('<a href="/sante">Santé</a>'),
        seen("<h2>Pharmacie de garde</h2>"),
        seen("<h3>Médecins et infirmières</h3>"),
        unseen("<h3>Adjointe à la santé</h3>"),
        unseen("<h2>Numéros d’urgence</h2><ul><li>15 : SAMU</li><li>18 : pompiers</li></ul>"),
        seen("<h2>Numéros d’urgence</h2><p>SAMU : 15. Pharmacie de la Halle : 05 00 00 00 00.</p>"),
        unseen("<p>Le médecin a fêté ses cent ans.</p>"),
        unseen('<a href="https://x.example">Mutuelle santé</a>'),
        unseen('<a href="#">Santé</a>'),
        seen('<a href="/a">Téléconsultation</a>'),
        seen('<a href="/a">Orthophoniste</a>'),
        seen("<h1>Au village</h1><p>Kinésithérapeute, rue Basse, 04 71 00 00 52.</p>"),
        seen("<h1>Au village</h1><p>Un défibrillateur est fixé au mur de la mairie.</p>"),
        unseen("<h1>Au village</h1><p>Le docteur Martin, vétérinaire, consulte le mardi.</p>"),
        unseen("<h1>Au village</h1><p>L’infirmière scolaire reçoit le jeudi.</p>"),
        unseen('<a href="/a">Médecins sans frontières</a>'),
        unseen("<h2>Don à Médecins sans frontières</h2>"),
        unseen("<h2>Santé des abeilles</h2>"),
    ],
)
