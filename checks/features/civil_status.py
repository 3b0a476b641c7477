"""État civil et formalités : actes, titres d'identité, élections."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.denials import denies, denies_where
from checks.observation import Observation, Trust
from checks.reading.about import REACHED, paragraph
from checks.reading.spots import headed, says_itself
from checks.reading.wanting import believed
from checks.signs import form, heading, link, path, seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
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
    "=mes titres", "=titres", "mariage civil", "parrainage républicain", "changer de prénom", "changer de nom", "je me marie",
    "je me pacse", "je déclare une naissance", "recensement à seize ans", "recensement des 16 ans", "inscriptions électorales",
    "guichet population", "coin des démarches", "démarches utiles",
    "démarches courantes", "démarches citoyennes", "démarches du quotidien", "démarches en mairie", "démarches à la mairie",
    "toutes les démarches", "toutes vos démarches", "quelle démarche", "quelles démarches", "faire mes démarches",
    "faire ses démarches", "faire vos démarches", "effectuer vos démarches", "effectuer mes démarches", "aide-mémoire démarches",
    "point démarches", "infos démarches", "démarches et papiers", "papiers et démarches", "démarches et services administratifs",
    "certificats et attestations", "attestations et certificats", "légalisation", "duplicata livret",
    "affaires générales et état civil", "accueil état civil", "carte nationale", "permis et certificats", "démarches fréquentes",
    "démarches principales", "principales démarches", "démarches pratiques", "démarches et droits", "droits et démarches",
    "fiches démarches", "fiches pratiques démarches", "vos droits et démarches", "cartes d'identité et passeports",
    *(
        f"{do} {what}"
        for do in ("demander", "obtenir", "refaire", "renouveler", "faire", "faire refaire", "perdre", "retirer", "comment obtenir")
        for what in (
            *("un passeport", "son passeport", "une carte d'identité", "sa carte d'identité", "ses papiers", "un livret de famille"),
            *("un extrait d'acte", "une carte électorale", "un certificat de vie", "un acte de naissance"),
        )
    ),
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
    """A sentence that says where and when papers are made; « État civil » over the names of the born and the dead."""
    yield from denies_where(page, headed(page, LIFE), TOLD_OF, ASKED)
    if node := paragraph(page, PAPERS, REACHED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    text = page.main_text if len(page.main_text) <= BRIEF else ""
    over = VOTES.within(page.headline) and COUNTED.search(text) and not EXPLAINED.search(text)
    # A page of « Démarches » most of whose parts are empty, and that names no paper.
    over = over or (DESK.within(page.headline) and believed(page) is not None and not says_itself(page, MADE))
    if over or (LIFE.within(page.headline) and TOLD_OF.search(text) and not ASKED.search(text)):
        yield denies(page)


CERTIFIED = (
    *("attestation d'accueil", "certificat d'hérédité", "certificat de vie", "légalisation de signature", "légaliser", "sortie de territoire"),
    *("débit de boisson", "vente au déballage", "composition de ménage", "permis de chasse"),
    *("certificat de nationalité", "carte d'électeur", "duplicata du livret", "changement de prénom"),
    *("certificat de bonnes vie", "inscriptions électorales", "publication des bans", "certificat de concubinage", "certificat de célibat"),
    *("reconnaissance anticipée", "sortie du territoire", "certificat de coutume"),
)  # fmt: skip
"""Papers that one has made at a town hall, and that one asks for nowhere else."""
OF_OFFICE = (
    "carte grise", "permis de conduire", "carte d'électeur", "listes électorales", "recensement militaire", "passeport",
    "recensement citoyen", "sortie de territoire", "attestation d'accueil", "casier judiciaire", "acte de décès",
    "changement d'adresse", "composition de ménage", "vote par procuration", "acte de mariage", "permis de chasse",
)  # fmt: skip
REGISTERED = (
    "liste électorale", "listes électorales", "se faire recenser", "faire recenser", "faites-vous recenser", "fais-toi recenser", "recensement militaire",
    "dossier de mariage", "déclaration de décès", "mairie équipée", "station biométrique", "changer d'adresse",
)  # fmt: skip
NOT_ASKED = (
    "résultats", "randonnée", "licence", "location", "louer", "bénévole", "bal", "entrée", "commission de contrôle", "photocopie",
    "perdu", "trouvé", "numérique", "élèves", "vol", "examen", "inscription à l'école", "inscrire son enfant", "cantine", "club",
    "inscription scolaire", "association", "budget participatif", "concours", "sondage", "projets", "emploi",
)  # fmt: skip
DESK, MADE = Phrases("démarches"), Prose(*CERTIFIED, *OF_OFFICE, *REGISTERED, *PAPERS.folded, "état civil")
ADDRESSED = re.compile(
    r"\b(?:adressez|s['’]adresser|adresser à|présente[rz]|se présenter|munie?s?\b|apporte[rz]|pensez à|passe[rz]|vene[rz]|rendez-vous|faites-vous|fais-toi|écri(?:vez|re)|joign|fourni|justificatif|pièces?\b"
    r"|timbre|dans les (?:\d+|vingt|trois|cinq)|jusqu['’]au|avant le|guichet|station|équipée|valable|validité|en ligne|à retirer|à déposer|se dépose|se fait|fait en mairie|inscri|demand|délivr|établi|enregistr"
    r"|au secrétariat|en mairie|à la mairie|gratuit|coût)\w*|\d\s?€",
    re.I,
)
"""How one gets it, told of what is no proof of who one is for something else."""
COUNTED = re.compile(
    r"\b(?:inscrits|votants|exprimés|blancs et nuls|bulletins nuls|scrutateurs|dépouillement|participation|élue? au|suffrages)\b",
    re.I,
)
EXPLAINED = re.compile(
    r"\binscri(?:re|vez|ption)|procuration|carte électorale|listes? électorales?|bureaux? de vote\b(?! (?:était|étaient|tenu))|pièce d['’]identité|voter\b",
    re.I,
)
"""What a page on elections counts when they are over, and what it explains to who will vote."""
TOLD_OF = re.compile(
    r"\bnée? le\b|\bbienvenue à\b|\bfélicitations\b|\bnous (?:ont|a) quitté|\bse sont (?:dit oui|mariés|unis)|\bcondoléances\b",
    re.I,
)
ASKED = re.compile(r"\bdéclar|\bactes?\b|\bdossier|\bpièces?\b|\bmairie\b|\bdemand", re.I)
"""What a page on births tells of those who were born, and what one does."""
BRIEF = 3000
VOTES, LIFE = (
    Phrases("élections", "élection", "bureaux de vote"),
    Phrases("naissances", "mariages", "décès", "état civil", "carnet"),
)

GOT_AT = re.compile(
    r"\b(?:se demande|demand|écrivez|adressez-vous|s['’]adresser|délivr|inscri|se conclu|dossier|recenser|aller à|dans les \w+ jours|sur rendez-vous|prenez rendez-vous|refaire|renouvel)\w*|\b(?:mairie du lieu|enregistr\w+|à rapporter|gratuite?|au greffe|au guichet|au secrétariat)\b",
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
            *("certificat d'hérédité", "certificat de vie", "pour voter", "mariage", "reconnaissance", "pacs"),
            "carte d'identité",
            least=3,
        ),
        told(*CERTIFIED, least=2),
        told(*OF_OFFICE, least=3),
        sentence(*CERTIFIED, *REGISTERED, says=ADDRESSED, unless=NOT_ASKED),
        *topic(*NAMES, unless=OTHERS, state=True),
        replace(link("=démarches"), state=True),
        heading("=démarches", levels=(0, 1, 2), subject=True),
        path("démarches"),
        form("acte de naissance", "acte d'état civil", "extrait d'acte", field="text|email|date"),
        sentence(
            *("acte de naissance", "acte de décès", "actes de naissance", "actes de décès", "on se marie"),
            *("le mariage", "vous mariez", "vous vous mariez"),
            *("déclaration de naissance", "naissance est déclarée", "les pacs", "pacs", "recensement citoyen"),
            *("dossier de mariage", "extraits d'acte", "le pacs", "se faire recenser", "listes électorales", "pour voter"),
            *("carte d'identité", "cartes d'identité", "passeport", "passeports"),
            says=GOT_AT,
            unless=(
                *("résultats", "randonnée", "licence", "location", "louer", "joindre", "bénévole", "bal", "entrée"),
                *("certificat médical", "chèque", "adhésion", "cotisation"),
                *("photocopie", "se munir", "perdu", "trouvé", "numérique", "élèves", "vol", "examen"),
            ),
        ),
    ],
    examples=[
        unseen(
            '<nav><a href="/d">Démarches et services</a></nav>',
            pages={
                "/d": "<h1>Démarches et services</h1><h2>Administration</h2><p>Site :</p><h2>Bus</h2><p>Site :</p><h2>Clinique</h2><p>04 00 00 00 01</p>"
            },
        ),
        seen(
            '<nav><a href="/d">Démarches et services</a></nav>',
            pages={
                "/d": "<h1>Démarches et services</h1><h2>Administration</h2><p>Site :</p><h2>Bus</h2><p>Site :</p><h2>Passeport</h2><p>04 00 00 00 01</p>"
            },
        ),
        unseen("<h1>En bref</h1><h2>État civil</h2><p>Ils nous ont quittés : Mme Roux, M. Noir.</p>"),
        seen("<h1>En bref</h1><h2>État civil</h2><p>Un proche nous a quittés ? La déclaration de décès se fait sous 24 h.</p>"),
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
        seen("<h1>À l’accueil</h1><p>On y établit certificat de vie, attestation d’accueil et sortie de territoire.</p>"),
        seen("<h1>Le mot de Céline</h1><p>Pour voter en juin, inscrivez-vous avec un justificatif de domicile.</p>"),
        seen("<h1>Le mot de Céline</h1><p>Légaliser une signature : venez au guichet avec une pièce d’identité.</p>"),
        seen('<a href="/a">Où faire ses démarches</a>'),
        unseen("<h1>Budget participatif</h1><p>Pour voter, rendez-vous sur la page dédiée avant le 9 mars.</p>"),
        unseen("<h1>Élections</h1><p>Premier tour : 312 inscrits, 201 votants.</p>", url="/e"),
        unseen("<h1>Naissances</h1><p>Bienvenue à Léa, née le 3 mai.</p>", url="/n"),
        unseen("<h1>Le club</h1><p>Inscription : certificat médical, carte d’identité, chèque.</p>"),
        unseen('<a href="/a">Élection du bureau de l’association</a>'),
        unseen('<a href="/a">Passeport bénévole</a>'),
    ],
)
