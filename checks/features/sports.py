"""Équipements sportifs : stade, gymnase, piscine."""

import re

from checks.check import Check
from checks.finding import Coverage, Verdict
from checks.reading.sayings import given
from checks.signs import heading, link, seen, sentence, told, topic, unseen
from checks.tally import Tally

NAMES = (
    "équipements sportifs", "installations sportives", "=sport", "=sports", "sport et loisirs", "sports et loisirs", "=piscine",
    "piscines", "piscine municipale", "gymnase", "gymnases", "stade", "stades", "complexe sportif", "city stade",
    "terrain de tennis", "courts de tennis", "skate park", "skatepark", "salle de sport", "vie sportive", "centre aquatique",
    "boulodrome", "terrain multisports", "terrain de sport", "city park", "patinoire", "culture et sport",
    "infrastructures sportives", "terrains de sport", "hall sportif", "salles et stades", "halle des sports",
    "palais des sports", "salle omnisports", "=stade", "parcours de santé", "parcours sportif", "terrain de pétanque",
    "terrain de boules", "terrain de football", "aréna", "terrain de basket", "complexe omnisports", "base nautique",
    "centre nautique", "dojo", "plateau sportif", "pumptrack", "sports et équipements", "équipements de loisirs",
    "équipements communaux", "vélodrome", "bassin de natation", "bassin nautique", "où pratiquer", "espace sportif",
    "pôle sportif", "maison des sports", "parc des sports", "plaine des sports", "terrain synthétique", "terrain de rugby",
    "terrain de handball", "salle de gymnastique", "salle de musculation", "mur d'escalade", "piste d'athlétisme",
    "centre sportif", "centre omnisports", "agorespace", "=citystade", "city-foot", "terrain de padel", "tennis municipal",
    "service des sports", "hall omnisports", "hall des sports", "salle multisports", "city-parc", "court de tennis",
    "terrains de tennis", "courts de padel", "piscine intercommunale", "piscine communautaire", "jeu de boules",
    "stade nautique", "infrastructures de sport", "terrains de foot", "terrains de football", "terrain de foot", "parc sportif",
    "lieux de sport", "installations de sport", "équipements de sport", "baignade et piscine",
)  # fmt: skip
ANY = ("=équipements", "nos équipements", "=équipements municipaux", "=salles et équipements")
"""What a town has for its people; low on a page, it is what stands in one house: chairs, a kitchen."""
OTHERS = (
    "adjoint", "adjointe", "commission", "délégué", "déléguée", "club", "association sportive", "résultats", "déclaration",
    "tournoi", "carte", "foot club", "école de foot", "fc", "usep", "tennis club", "rénovation", "fermeture de la piscine",
    "fermeture du gymnase", "fermeture du stade", "chantier", "piscine privée", "piscines privées", "construire une piscine",
    "construction d'une piscine", "construction de piscine", "taxe", "remplissage", "pisciniste", "piscinistes",
    "entretien de piscine", "abri de piscine", "amicale", "comité", "travaux",
)  # fmt: skip

PLAYED = given(
    r"\b(?:(?:est|sont|reste|restent) ouvert\w*|l['’]entrée|clé|se réserve|accès libre|éclairé|accueille|à (?:votre )?disposition|tarif|sert à|fait le tour|derrière|dispose|réservation|sont (?:derrière|près|à côté))\b|\bouvert à tous\b"
)
"""How one gets in, or where it is."""


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """A photo that is called « Le stade » presents nothing."""
    solid = tally.of()
    return Verdict.ABSENT if solid and all(o.proof == "label" and PICTURE.search(o.target) for o in solid) else None


PICTURE = re.compile(r"\.(?:jpe?g|png|webp)$", re.I)


sports = Check(
    "sports",
    judge=judge,
    title="Équipements sportifs",
    counts="Les équipements sportifs présentés ; un club ou un tournoi n'en sont pas.",
    signs=[
        link("équipements sportifs", "installations sportives", "infrastructures sportives", unless=OTHERS[:4]),
        *topic(*NAMES, unless=OTHERS),
        link(*ANY, unless=OTHERS),
        heading(*ANY, unless=OTHERS, levels=(0, 1, 2), subject=True),
        told(
            *("gymnase", "stade", "piscine", "skatepark", "dojo", "court de tennis", "city-stade", "boulodrome"),
            *("salle omnisports", "terrain de football", "terrain de foot", "terrain de tennis", "terrain multisports"),
            *("terrain de pétanque", "vestiaires", "patinoire", "mur d'escalade", "mur de grimpe", "stade de neige"),
            *("terrain de rugby", "terrain de basket", "pumptrack"),
            least=3,
        ),
        told(
            *("terrain de football", "terrain de foot", "terrain de tennis", "court de tennis", "city-stade"),
            *("terrain multisports", "stade", "gymnase", "terrain de pétanque", "terrain de boules", "terrain de basket"),
            *("aire de jeux", "skatepark", "boulodrome"),
        ),
        sentence(
            *("terrain de foot", "terrain de football", "court de tennis", "courts de tennis", "boulodrome", "la piscine"),
            *("piscine d'été", "équipements sportifs", "terrain multisports", "plateforme multisports"),
            *("plateau multisports", "terrain de rugby", "terrain de basket", "terrain de pétanque", "gymnase"),
            *("city stade", "parcours de santé", "salle omnisports", "complexe sportif", "skatepark", "dojo"),
            says=PLAYED,
            house=True,
            unless=("remplissage", "privée", "privées", "vainqueur", "match", "gala", "collecte", "vote"),
        ),
    ],
    examples=[
        unseen(
            "<h1>Loisirs</h1><p>Le terrain de football n’est plus entretenu. Le gymnase et la piscine sont ceux de Rives.</p>"
        ),
        unseen("<p>Le terrain de football n’est plus entretenu. Un city-stade est prévu pour 2028.</p>"),
        unseen("<p>À six kilomètres, Brosses propose une piscine et un gymnase ouverts toute l’année.</p>"),
        unseen("<p>On pose des panneaux solaires sur le gymnase, ouvert toute l’année.</p>"),
        unseen("<h1>Demain</h1><h2>La salle de sports</h2><p>Elle sera conçue avec les clubs, près du stade.</p>"),
        unseen('<h1>Galerie</h1><a href="/photos/7.jpg">Le stade</a>'),
        unseen(
            '<nav><a href="/s">Sports et loisirs</a></nav>',
            pages={
                "/s": "<main><h1>Sports et loisirs</h1><p>Cette page est en cours de rédaction.</p><h2>Dormir</h2><p>Gîte, 4 places.</p></main>"
            },
        ),
        unseen("<h1>Intercommunalité</h1><ul><li>la piscine, le gymnase et le stade</li><li>les déchets</li></ul>"),
        unseen("<h1>Gîte communal</h1><h2>Équipements</h2><p>Cuisine, draps.</p>"),
        unseen('<a href="/n">Le chantier du gymnase avance</a>'),
        unseen("<h1>Associations</h1><h3>Amicale Sports et Loisirs</h3><p>Marche le jeudi.</p>"),
        unseen("<h2>Fermeture de la piscine</h2>"),
        seen("<h1>Loisirs</h1><p>Terrain de football et aire de jeux, rue du Marais.</p>"),
        seen('<a href="/sport">Équipements sportifs</a>'),
        seen("<h2>Piscine municipale</h2><p>Ouverte de 10 h à 19 h.</p>"),
        seen('<a href="g.htm">Le gymnase</a>'),
        seen("<h1>Assos</h1><p>Stade : terrain de foot éclairé, vestiaires. Court de tennis, clé au bar.</p>"),
        seen('<a href="/e">Nos équipements</a>'),
        unseen("<h1>Vie locale</h1><h2>Foyer</h2><h3>Équipements</h3><p>Cuisine, vaisselle, 80 chaises.</p>"),
        unseen("<h3>Tournoi au stade</h3>"),
        unseen("<h2>Club de sport</h2>"),
        unseen("<p>12 rue du Stade</p>"),
        unseen('<a href="#">Équipements sportifs</a>'),
        seen('<a href="/a">Carte des équipements sportifs</a>'),
        seen('<a href="/a">Clubs et équipements sportifs</a>'),
        seen('<a href="/a">Centre sportif</a>'),
        unseen('<a href="/a">Club de tennis : courts de tennis</a>'),
        seen("<h1>Au village</h1><p>La salle omnisports se réserve en mairie.</p>"),
        seen("<h1>Au village</h1><p>Un parcours de santé fait le tour de l’étang.</p>"),
        unseen("<h1>Au village</h1><p>L’association propose des cours de yoga au gymnase le mardi à 18 h.</p>"),
        unseen("<h1>Au village</h1><p>Le gymnase Pierre-Durand accueille le championnat de judo dimanche.</p>"),
        seen('<a href="/a">Service des sports</a>'),
        seen('<a href="/a">Hall omnisports</a>'),
        unseen('<a href="/a">Impasse du Gymnase</a>'),
        unseen('<a href="/a">Piscine privée : réglementation</a>'),
        unseen('<a href="/a">Construire une piscine</a>'),
    ],
)
