"""État civil et formalités : actes, titres d'identité, élections."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.about import REACHED, paragraph
from checks.check import Check
from checks.lexicon import Phrases, Prose
from checks.observation import Observation, Trust
from checks.signs import form, heading, link, path, seen, sentence, told, topic, unseen
from crawler.page import Page

NAMES = (
    "état civil", "etat civil", "acte de naissance", "acte de mariage", "acte de décès", "actes d'état civil",
    "carte d'identité", "carte nationale d'identité", "cartes d'identité", "passeport", "titres d'identité",
    "papiers d'identité", "liste électorale", "listes électorales", "inscription électorale",
    "inscription sur les listes électorales", "recensement citoyen", "recensement militaire", "recensement citoyen obligatoire",
    "=mariage", "pacs", "livret de famille", "démarches administratives", "=formalités", "formalités administratives",
    "vos démarches", "mes démarches", "vos formalités", "papiers et citoyenneté", "naissance mariage décès",
    "naissance mariage", "naissances mariages", "vos démarches administratives", "extrait d'acte", "extrait de naissance",
    "bulletin de naissance", "population et état civil", "pièces d'identité", "légalisation de signature",
    "attestation d'accueil", "sortie de territoire", "carte grise", "certificat d'immatriculation", "guide des démarches",
    "elections", "documents administratifs", "reconnaissance d'enfant", "carnet de mariage", "registre de la population",
    "demande d'acte", "cni passeport", "identité et passeport", "élections et citoyenneté", "=citoyenneté", "parrainage civil",
    "baptême civil", "baptême républicain", "certificat de vie", "certificat d'hérédité", "déclaration de naissance",
    "déclaration de décès", "se marier", "mariages et pacs", "=pacs", "inscription listes électorales", "=élection",
    "carte électorale", "recensement à 16 ans", "recensement des jeunes", "changement de nom", "changement de prénom",
    "papiers d'identité et citoyenneté", "carte d'électeur", "casier judiciaire", "titres sécurisés", "composition de ménage",
    "certificat de résidence", "=formulaires administratifs", "=actes administratifs d'état civil",
    "=démarches administratives et formalités", "services administratifs démarches", "=mes papiers", "=vos papiers",
    "=les papiers", "=papiers", "papiers officiels", "certificat de nationalité", "vote par procuration", "=procuration",
    "bureaux de vote", "=voter", "=je vote", "=naissance", "=décès", "reconnaissance anticipée", "=se pacser", "copie d'acte",
    "copie intégrale", "contrôle des habitants", "attestation de domicile", "déclaration de domicile",
    "office de la population", "=recensement", "journée défense et citoyenneté", "formalités après décès",
    "service des étrangers", "formalités et démarches", "demander un acte", "demander une copie", "délivrance des actes",
    "déclarer une naissance", "déclarer un décès", "pacte civil", "acte d'état civil", "demander une carte", "refaire sa carte",
    "=mes titres", "=titres",
)  # fmt: skip
OTHERS = (
    "résultats", "salle de mariage", "photos", "marche", "numérique", "robe", "concession automobile",
    "élections législatives du", "élections des délégués", "élection d'un secrétaire", "élection du secrétaire",
    "élection du maire", "élection des adjoints", "naissances mariages décès de l'année", "carnet", "bruit", "commission",
    "parents d'élèves", "élection de miss", "carte d'identité de la commune", "passeport du civisme", "passeport biodiversité",
    "passeport culture", "passeport sport", "élection du bureau", "bénévole", "élection de la reine",
    "élection des représentants", "professionnelles", "prud'homales", "sénatoriales", "agricole",
)  # fmt: skip

PAPERS = Prose("carte d'identité", "cartes d'identité", "passeport", "passeports", "acte de naissance")
APART = Phrases(*OTHERS, "inscription", "location", "photocopie", "présentation", "se munir", "perdu", "trouvé")


def look(page: Page) -> Iterator[Observation]:
    """A sentence that says where and when papers are made."""
    if node := paragraph(page, PAPERS, REACHED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


GOT_AT = re.compile(
    r"\b(?:se demande|demand|délivr|inscri|se conclu|dossier|recenser|aller à|dans les \w+ jours|sur rendez-vous|prenez rendez-vous|refaire|renouvel)\w*|\b(?:mairie du lieu|enregistr\w+|à rapporter|gratuite?|au greffe|au guichet|au secrétariat)\b",
    re.I,
)
"""How one gets it."""


civil_status = Check(
    "civil_status",
    title="État civil et formalités",
    counts="Les actes, les titres d'identité ou l'inscription électorale expliqués ou demandés en ligne.",
    look=look,
    signs=[
        told(
            *("déclarer une naissance", "déclarer un décès", "acte de naissance", "acte de mariage", "acte de décès"),
            *("reconnaissance", "livret de famille", "pacs"),
            least=3,
        ),
        told(
            *("état civil", "acte de naissance", "carte d'identité", "passeport", "listes électorales"),
            *("recensement citoyen", "acte de mariage", "acte de décès"),
            *("carte nationale d'identité", "pré-demande", "timbre fiscal"),
            least=4,
        ),
        told(
            "listes électorales", "recensement citoyen", "recensement militaire", "vote par procuration", "défense et citoyenneté"
        ),
        told(
            *(
                "certificat d'hérédité",
                "certificat de vie",
                "pour voter",
                "mariage",
                "reconnaissance",
                "pacs",
                "carte d'identité",
            ),
            least=3,
        ),
        *topic(*NAMES, unless=OTHERS, state=True),
        replace(link("=démarches"), state=True),
        heading("=démarches", levels=(0, 1, 2), subject=True),
        path("démarches"),
        form("acte de naissance", "acte d'état civil", "extrait d'acte", field="text|email|date"),
        sentence(
            *(
                "acte de naissance",
                "acte de décès",
                "actes de naissance",
                "actes de décès",
                "on se marie",
                "le mariage",
                "vous mariez",
                "vous vous mariez",
            ),
            *("déclaration de naissance", "naissance est déclarée", "les pacs", "pacs", "recensement citoyen"),
            *("dossier de mariage", "extraits d'acte", "le pacs", "se faire recenser", "listes électorales", "pour voter"),
            *("carte d'identité", "cartes d'identité", "passeport", "passeports"),
            says=GOT_AT,
            unless=(
                *("résultats", "randonnée", "licence", "location", "louer", "joindre", "bénévole", "bal", "entrée"),
                *("photocopie", "se munir", "perdu", "trouvé", "numérique", "élèves", "vol", "examen"),
            ),
        ),
    ],
    examples=[
        seen("<h1>Mairie</h1><p>Vous vous mariez ? Le dossier se retire deux mois avant.</p>"),
        seen(
            "<h1>Mairie</h1><p>Pour refaire une carte d’identité, prenez rendez-vous à Brosses ; la liste des pièces est ici.</p>"
        ),
        seen("<h1>Citoyens</h1><p>Inscription sur les listes électorales, vote par procuration : à l’accueil.</p>"),
        seen("<h1>Pour vous</h1><p>Déclarer une naissance, déclarer un décès, copie d’acte de naissance : à l’accueil.</p>"),
        unseen('<a href="/n">Élections des parents d’élèves</a>'),
        unseen('<a href="/n">Passeport du civisme : les CM2 récompensés</a>'),
        unseen(
            "<h1>Lettre de novembre 2021</h1><h2>Inscription sur les listes électorales</h2><p>Inscrivez-vous au plus vite.</p>"
        ),
        seen('<a href="/ec">État-civil</a>'),
        seen("<h2>Carte nationale d’identité</h2><p>Pièces à fournir…</p>"),
        seen('<a href="listes.htm">Inscription sur les listes électorales</a>'),
        seen('<nav><a href="/d">Vos démarches</a></nav>'),
        seen("<h1>Le registre</h1><p>Carte d’identité : à Port-Launay, prenez date au 02 00 00 00 70.</p>"),
        unseen("<h2>Reprise de concessions</h2><p>Les tombes à l’abandon seront reprises.</p>"),
        unseen("<p>Salle : location sur présentation d’une carte d’identité, 02 00 00 00 70.</p>"),
        seen(
            "<h1>Titres</h1><p>Carte nationale d’identité ou passeport : faites la pré-demande, puis venez avec le timbre fiscal.</p>"
        ),
        unseen(
            "<h1>Inscrire son enfant</h1><p>Livret de famille, carte d’identité, acte de naissance, justificatif de domicile.</p>"
        ),
        unseen("<h1>Louer</h1><p>Joindre : carte d’identité ou passeport, livret de famille, acte de naissance.</p>"),
        unseen("<p>Trois mariages ont été célébrés cette année.</p>"),
        seen('<nav><a href="/d">Démarches</a></nav>'),
        unseen("<h1>Permis de construire</h1><h3>Démarches</h3><p>La demande se fait par le formulaire 13406.</p>"),
        unseen("<h3>Résultats des élections municipales</h3>"),
        unseen("<h2>1. Élection d’un secrétaire de séance</h2>"),
        unseen('<a href="#">État civil</a>'),
        seen('<a href="/a">Vote par procuration</a>'),
        seen('<a href="/a">Contrôle des habitants</a>'),
        seen(
            "<p>État civil : actes de naissance, de mariage et de décès sur place. Carte d’identité, passeport à la mairie de Vel.</p>"
        ),
        unseen('<a href="/a">Services à la population</a>'),
        seen(
            "<h1>Au village</h1><p>À seize ans, filles et garçons viennent se faire recenser en mairie avec le livret de famille.</p>"
        ),
        seen(
            "<h1>Au village</h1><p>Un acte de naissance ou de décès se demande au secrétariat, par lettre ou sur place, il est gratuit.</p>"
        ),
        unseen("<h1>Au village</h1><p>Pour louer la salle, présenter une carte d’identité en mairie.</p>"),
        unseen("<h1>Au village</h1><p>Le passeport bénévole est gratuit.</p>"),
        seen("<h1>L’accueil</h1><p>Carte d’identité : au greffe, muni de l’ancienne.</p>"),
        seen("<h1>Sandrine</h1><p>Elle prépare vos dossiers : mariage, reconnaissance, inscription pour voter.</p>"),
        unseen("<h1>La salle</h1><p>Louée pour un mariage ; joindre une carte d’identité.</p>"),
        unseen("<h1>Au village</h1><p>La mairie ne délivre plus de passeport, ni ne reçoit de dossier.</p>"),
        seen("<h2>Pacte civil de solidarité</h2>"),
        unseen('<a href="/a">Élection du bureau de l’association</a>'),
        unseen('<a href="/a">Passeport bénévole</a>'),
    ],
)
