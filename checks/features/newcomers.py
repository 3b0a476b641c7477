"""Nouveaux arrivants : une rubrique ou un guide pour qui s'installe."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.denials import denies_where
from checks.observation import Observation
from checks.reading.about import about
from checks.reading.spots import headed
from checks.reading.trail import standing
from checks.signs import heading, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases
from crawler.page import Page

NAMES = (
    "nouveaux arrivants", "nouvel arrivant", "nouveaux habitants", "nouvel habitant", "vous arrivez", "vous venez d'arriver",
    "vous emménagez", "guide des nouveaux", "bienvenue aux nouveaux", "je m'installe", "vous vous installez",
    "nouveau bisontin", "guide d'accueil", "nouveau dans la commune", "nouvellement arrivés", "nouveaux résidents",
    "livret d'accueil", "emménager", "trousse d'accueil", "nouvel arrivé", "nouveaux venus", "nouveaux citoyens",
    "=je viens d'arriver", "=bienvenue aux nouveaux habitants", "guide pratique du nouvel", "accueil des nouveaux habitants",
    "emménagement", "nouveau sur la commune", "venir habiter", "venir vivre", "vivre à la commune nouveaux",
    "vous êtes nouveau", "je suis nouveau", "nouvellement installés", "trousse du nouvel", "pochette d'accueil",
    "kit de bienvenue", "guide de bienvenue", "livret de bienvenue", "pack de bienvenue", "arrivée dans la commune",
    "=je viens d'emménager", "venir s'installer", "s'installer dans la commune", "=s'installer ici", "=je m'installe",
    "s'installer au village", "s'installer en ville", "s'installer chez nous", "j'emménage", "s'installer dans notre commune",
    "s'installer dans la ville", "s'installer sur la commune", "bien s'installer dans", "changement d'adresse et arrivée",
    "bien arriver", "pack nouvel arrivant", "=bienvenue chez vous", "récemment installés", "récemment emménagé",
    "arriver dans la commune", "arriver en ville", "je découvre ma commune", "nouveau dans la ville", "nouveau au village",
    "bien s'installer",
)  # fmt: skip
OTHERS = (
    "cérémonie", "soirée", "réception", "pot de bienvenue", "vœux", "pot d'accueil", "photos", "s'installer à son compte",
    "médecin", "entreprise", "agents", "application", "panneau", "clôture", "caméra", "compost", "piscine", "logiciel",
    "antenne", "éolienne", "pot", "apéritif", "cocktail", "verre de l'amitié", "école", "crèche", "multi-accueil",
    "périscolaire", "ehpad", "accueil de loisirs", "cantine", "restaurant scolaire", "saisonnier", "nouveaux commerçants",
    "arrivants à la bibliothèque", "arrivants à la médiathèque",
)  # fmt: skip

SUBJECT = Phrases(*NAMES)
WRONG = Phrases(*OTHERS)


def _stands(page: Page) -> Iterator[Observation]:
    """In which section of the site their page is found; a heading that is called so over something else."""
    if about(page, SUBJECT, unless=WRONG):
        yield from standing(page)
    yield from denies_where(page, headed(page, SUBJECT, unless=WRONG), ELSE, HANDED)


ELSE = re.compile(
    r"\b(?:ont été (?:accueilli|reçu|convié|présenté)|étaient (?:convié|invité))e?s\b|\b(?:[Gg]are|[Aa]éroport|[Aa]utoroute)\b[^.!?]{0,40}\b\d+ ?km\b"
)
"""A ceremony that is over, or how to get here."""
HANDED = re.compile(
    r"\b(?:livrets?|guides?|brochures?|kit|pochette|remi[st]e?s?|démarches|télécharg|présentez-vous|passez|choses à faire|voici)\b",
    re.I,
)
"""What they are given or told to do."""


newcomers = Check(
    "newcomers",
    title="Nouveaux arrivants",
    counts="Une rubrique ou un guide pour les nouveaux habitants ; la seule cérémonie d'accueil n'en est pas.",
    look=_stands,
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path(*NAMES[:6], unless=OTHERS),
        sentence(
            *("vous venez de vous installer", "vous venez d'arriver", "venez d'emménager", "vous emménagez"),
            *("vous vous installez", "nouvel arrivant", "nouveaux arrivants", "nouvel habitant", "nouveaux habitants"),
            *("vous arrivez au village", "vous arrivez dans la commune", "vous arrivez chez nous", "vous arrivez ici"),
            *("livret d'accueil", "brochure d'accueil", "kit de bienvenue", "pour ceux qui s'installent"),
            says=HANDED,
            unless=("vœux", "cérémonie", "réception", "pot", "invités", "apéritif", "élèves", "crèche", "résidents", "patients"),
        ),
    ],
    examples=[
        unseen(
            "<h1>Soixante nouveaux habitants à la mairie</h1><p>La rencontre s’est déroulée samedi, le verre de l’amitié l’a conclue.</p>",
            url="/n",
        ),
        unseen("<h2>Les nouveaux arrivants mis à l’honneur</h2>"),
        unseen('<a href="/n">Bienvenue aux nouveaux commerçants</a>'),
        unseen('<a href="/n">Vœux du maire aux nouveaux arrivants</a>'),
        unseen(
            "<h3>Bienvenue aux nouveaux arrivants</h3><p>Trente familles ont été accueillies samedi par le maire.</p>", url="/n"
        ),
        unseen("<h2>Vous arrivez ?</h2><p>La gare de Rives est à 27 km.</p>", url="/v"),
        seen("<h1>Ici</h1><p>Vous arrivez au village ? Passez à la mairie : on vous donne un livret.</p>"),
        seen('<a href="/nouveaux">Nouveaux arrivants</a>'),
        seen("<h1>Vous venez d’arriver ?</h1><p>Inscrivez-vous sur les listes électorales.</p>"),
        seen('<a href="guide.pdf">Guide des nouveaux habitants</a>'),
        unseen("<h3>Cérémonie des nouveaux arrivants</h3>"),
        unseen("<p>Les nouveaux habitants étaient nombreux au repas.</p>"),
        unseen('<a href="#">Nouveaux arrivants</a>'),
        unseen('<a href="/actualites/accueil">Accueil des nouveaux arrivants : une belle cérémonie</a>'),
        seen('<a href="/a">Vous êtes nouveau à Rives ?</a>'),
        seen('<a href="/a">Kit de bienvenue</a>'),
        unseen("<h3>Un pot pour les nouveaux habitants</h3>"),
        unseen('<a href="/a">Livret d’accueil de la crèche</a>'),
        unseen('<a href="/a">Guide d’accueil de l’école</a>'),
        unseen('<a href="/a">Je déménage</a>'),
        seen("<h1>Au village</h1><p>Un kit de bienvenue attend les nouveaux habitants à l’accueil.</p>"),
        seen("<h1>Au village</h1><p>Vous emménagez ici : voici les cinq choses à faire la première semaine.</p>"),
        unseen("<h1>Au village</h1><p>Les nouveaux habitants ont été accueillis par le maire.</p>"),
        unseen("<h1>Au village</h1><p>Bienvenue aux nouveaux licenciés du club.</p>"),
        seen('<a href="/a">J’emménage</a>'),
        seen('<a href="/a">Changement d’adresse et arrivée</a>'),
        seen("<h2>S’installer dans notre commune</h2>"),
    ],
)
