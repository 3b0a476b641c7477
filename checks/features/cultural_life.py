"""Vie culturelle : lieux, saison, festivals."""

from checks.check import Check
from checks.reading.sayings import given
from checks.signs import seen, sentence, told, topic, unseen

NAMES = (
    "=culture", "vie culturelle", "saison culturelle", "=festival", "festivals", "théâtre", "salle de spectacle",
    "centre culturel", "cinéma", "musée", "musées", "école de musique", "conservatoire", "programmation culturelle",
    "activités culturelles", "culture et loisirs", "culture et patrimoine", "sorties culturelles", "=spectacles",
    "concerts et spectacles", "équipements culturels", "espace culturel", "expositions", "pôle culturel", "sport et culture",
    "culture sport", "culture et sports", "animation culturelle", "animations culturelles", "bouger sortir",
    "centre socioculturel", "culture loisirs", "maison de la culture", "foyer culturel", "école d'arts", "=se cultiver",
    "arts et culture", "culture et tourisme", "billetterie", "programmation de la saison", "événements culturels",
    "spectacle vivant", "harmonie municipale", "lieux culturels", "=la saison", "saison 2025-2026", "saison 2026-2027",
    "culture et vie associative", "=arts", "médiathèque et culture", "culture et associations", "vie culturelle et associative",
    "vie culturelle et sportive", "auditorium", "galerie d'exposition", "salle de concert", "agenda culturel",
    "offre culturelle", "politique culturelle", "action culturelle", "service culturel", "arts et spectacles", "galerie d'art",
    "école municipale de musique", "école intercommunale de musique", "académie de musique", "enseignement artistique",
    "orchestre municipal", "centre d'art", "résidence d'artistes", "=concerts", "=expos", "maison des arts",
    "espace d'exposition", "scène nationale", "loisirs et culture", "tourisme et culture", "patrimoine et culture",
    "vie associative et culturelle", "culture et animation", "fêtes et culture", "culture et événements",
    "manifestations culturelles", "rendez-vous culturels", "programme culturel", "saison théâtrale", "saison musicale",
    "fêtes et traditions",
)  # fmt: skip
OTHERS = (
    "adjoint", "adjointe", "commission", "délégué", "déléguée", "agriculture", "ministère", "direction régionale",
    "autorisation", "licence", "recrute", "compte rendu", "exposition aux pesticides", "exposition aux ondes", "à domicile",
    "exposition au bruit", "exposition au radon", "exposition au plomb", "exposition à l'amiante", "exposition aux risques",
    "exposition au soleil", "exposition aux champs", "théâtre d'opérations", "théâtre des opérations",
)  # fmt: skip

YEARLY = given(
    r"\b(?:chaque (?:été|année|hiver|automne|printemps)|séances?|film|\w+ spectacles|élèves|cours|d['’]octobre|entre \w+ et|joue|se suivent|toute l['’]année|accueille)\b"
)
"""What comes again."""


cultural_life = Check(
    "cultural_life",
    title="Vie culturelle",
    counts="Les lieux, la saison, les festivals ou les activités culturelles de la commune.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            *("saison culturelle", "théâtre", "festival", "expositions", "spectacles", "billetterie", "cinéma", "concerts"),
            *("galerie d'art", "auditorium", "conservatoire", "musée"),
            least=3,
        ),
        sentence(
            *("saison culturelle", "festival", "le cinéma", "cinéma municipal", "école de musique", "conservatoire"),
            *("atelier de théâtre", "troupe de théâtre", "salle de spectacle", "espace culturel", "expositions"),
            *("spectacles",),
            says=YEARLY,
            unless=("adjoint", "subvention", "billets", "recherche", "annulé", "agricole", "film de famille"),
        ),
    ],
    examples=[
        unseen("<p>Subvention à l’école de musique de Brosses : 200 €.</p>"),
        unseen("<h4>Une radio pour se cultiver en toute liberté</h4><p>Gratuit.</p>"),
        seen('<nav><a href="/culture">Culture</a></nav>'),
        seen("<h2>Saison culturelle 2026-2027</h2>"),
        seen('<area href="musee.htm" alt="Musées">'),
        unseen("<h2>Que devient l’ancienne salle de spectacle ?</h2>"),
        unseen("<h2>Agriculture</h2>"),
        unseen("<h3>Adjointe à la culture</h3>"),
        unseen('<a href="https://www.culture.gouv.fr">Ministère de la Culture</a>'),
        unseen('<a href="#">Vie culturelle</a>'),
        seen('<a href="/a">Patrimoine et culture</a>'),
        seen('<a href="/a">École municipale de musique</a>'),
        seen('<a href="/a">Centre d’art</a>'),
        seen("<h1>Au village</h1><p>Des expositions de peinture se suivent à la galerie de la mairie.</p>"),
        seen("<h1>Au village</h1><p>L’atelier de théâtre joue deux fois l’an.</p>"),
        unseen("<h1>Au village</h1><p>Le festival de Rives fait salle comble.</p>"),
        unseen("<h1>Au village</h1><p>Le cinéma est une passion pour lui.</p>"),
        seen('<a href="/a">Manifestations culturelles</a>'),
        unseen('<a href="/a">Cinéma à domicile</a>'),
        unseen("<h2>Exposition au bruit</h2>"),
    ],
)
