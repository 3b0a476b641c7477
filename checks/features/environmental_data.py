"""Air, pollens, niveau d'eau : des mesures de l'environnement, ou le lien vers elles."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.reading.passages import Around, first
from checks.reading.spots import says_itself, worded
from checks.signs import LABEL_WORDS, heading, known, link, path, seen, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.page import Page

OBSERVERS = ("atmo réunion", "atmo guyane", "gwad'air", "hawa mayotte", "madininair", "scal'air")
AIR = (
    *OBSERVERS,
    *("qualité de l'air", "indice atmo", "indice de l'air", "pollution de l'air", "pollution atmosphérique"),
    *(f"{when} pollution" for when in ("pic de", "pics de", "épisode de", "épisodes de", "alerte", "alertes")),
)
POLLENS = ("pollens", "pollen", "bulletin pollinique", "alerte pollinique", "alertes polliniques", "risque allergique")
QUALITY = (
    *("qualité de l'eau", "qualité des eaux", "analyse de l'eau", "analyses de l'eau", "=eau du robinet"),
    *("contrôle sanitaire de l'eau", "contrôle sanitaire des eaux"),
)
WATER = (
    *("niveau d'eau", "niveaux d'eau", "niveau des eaux", "niveau de la rivière", "niveau des rivières"),
    *("niveau du fleuve", "hauteur d'eau", "hauteurs d'eau", "hauteur de la rivière", "débit de la rivière", "vigicrues"),
    *("vigilance crues", "suivi des crues", "surveillance des crues"),
    *(f"{thing} des {of}" for thing in ("niveau", "hauteur", "débit") for of in ("cours d'eau", "crues", "étangs")),
    "cote de la rivière",
    "niveau des nappes",
    *QUALITY,
    *("qualité de la baignade", "marégraphe", "niveau du lac", "cote du lac", "niveau de l'étang", "eaux de baignade"),
)
# fmt: off
RIVERS = (
    "Adour", "Agout", "Ain", "Aisne", "Allier", "Ardèche", "Ariège", "Arve", "Aube", "Aude", "Aveyron", "Blavet", "Charente",
    "Cher", "Corrèze", "Creuse", "Dordogne", "Doubs", "Drac", "Drôme", "Durance", "Escaut", "Eure", "Garonne", "Gardon",
    "Hérault", "Ill", "Indre", "Isère", "Isle", "Loir", "Loire", "Loiret", "Lot", "Loue", "Lys", "Marne", "Mayenne",
    "Meurthe", "Meuse", "Moselle", "Nièvre", "Ognon", "Oise", "Orne", "Oust", "Ouche", "Rance", "Rhin", "Rhône", "Risle",
    "Saône", "Sarthe", "Savoureuse", "Scarpe", "Sèvre", "Seine", "Somme", "Tarn", "Têt", "Thouet", "Touques", "Truyère",
    "Var", "Vendée", "Vesle", "Vézère", "Vidourle", "Vienne", "Vilaine", "Vire", "Yerres", "Yonne",
)
# fmt: on
LEVELS = tuple(f"{thing} {river}" for thing in ("niveau", "niveaux", "hauteur", "cote", "débit") for river in RIVERS)
BESIDE = (
    "carte de bruit", "cartes de bruit", "carte du bruit", "cartes du bruit", "cartes stratégiques de bruit",
    "mesures de bruit", "station météo", "relevés météo", "relevés pluviométriques", "pluviométrie", "mesures d'ondes",
    "exposition aux ondes",
)  # fmt: skip
"""What else is measured of the surroundings: a part."""
NOT_IT = (
    "intérieur", "intérieure", "piscine", "accueil", "miel", "chaudière", "appareil", "classe", "apiculteur", "facture",
)  # fmt: skip
KINDS = (
    ("la qualité de l'air", Phrases(*AIR, "l'air et les pollens", "atmo", "airparif", "air breizh", "atmosud")),
    ("les pollens", Phrases(*POLLENS)),
    ("le niveau de l'eau", Phrases(*(words for words in WATER if words not in QUALITY))),
    ("la qualité de l'eau", Phrases(*QUALITY)),
)
RIVER = Phrases(*LEVELS)
ARTICLES = {"niveaux": "les", "hauteur": "la", "hauteurs": "les", "cote": "la", "cotes": "les"}
WRONG = Phrases(*NOT_IT)
MEASURED = Prose(
    "indice atmo", "qualité de l'air", "niveau", "hauteur d'eau", "pm10", "ozone", "nitrates",
)  # fmt: skip
MEASURE = re.compile(
    rf"(?:indice (?:atmo|de (?:la )?qualité de l['’]air)|niveau (?:de l['’]eau|d(?:u|e la|e l['’])\s?(?:{'|'.join(RIVERS)})\b)|hauteur d['’]eau|pm10|ozone|nitrates)"
    r"[^.]{0,40}?\d{1,5}(?:[.,]\d{1,3})?\s?(?:m\b|cm\b|µg|mg/l|/10|sur 10|/6)",
    re.I,
)
TODAY = Around("rivière", "pluviomètre", "air du jour", "baignade")
READ = re.compile(
    r"rivière[^.!?:\d]{0,30}:\s?\d[.,]\d{1,2}\s?m\b(?! de (?:large|long|haut))|pluviomètre\b[^.!?\d]{0,60}\d{1,4}(?:[.,]\d)?\s?mm\b|air du jour[^.!?\d]{0,30}indice\s\d"
    r"|baignade\b[^.!?]{0,60}\bqualité[^.!?]{0,60}\b(?:prélèvement|analyse|contrôle|relevé)",
    re.I,
)
"""« La rivière ce matin : 1,42 m »."""


@Trait
def kinds_of(words: str) -> tuple[str, ...]:
    """What a label says is measured; a river by its name."""
    if not words or words.count(" ") > LABEL_WORDS or WRONG.within(words):
        return ()
    found = [name for name, phrases in KINDS if phrases.within(words)]
    if RIVER.within(words) and words.count(" ") < 5:
        bare = re.sub(r"^(?:les? |la )", "", words.strip()[:1].lower() + words.strip()[1:])
        found.append(f"{ARTICLES.get(bare.partition(' ')[0], 'le')} {bare}")
    return tuple(found)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """All that is measured, air before pollens before water."""
    order = [name for name, _ in KINDS]
    kinds = {str(o.facts["kind"]) for o in tally.seen.values() if "kind" in o.facts}
    told = sorted(kinds, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return Judgement(None, {"kinds": ", ".join(told)} if told else {})


@check(
    "environmental_data",
    "Air, pollens, niveau d'eau",
    keep=10,
    judge=judge,
    signs=[
        link(*AIR, *POLLENS, *WATER, *LEVELS, unless=NOT_IT),
        heading(*AIR, *POLLENS, *WATER, *LEVELS, unless=NOT_IT),
        link(*BESIDE, whole=False, unless=("exposition", "collège", "école")),
        heading(*BESIDE, whole=False, unless=("exposition", "collège", "école"), levels=(0, 1, 2)),
        path("qualité de l'air", "pollens", "niveau eau", "qualité de l'eau", unless=NOT_IT),
        known(),
    ],
    counts="Des mesures (air, pollens, hauteur de la rivière, eau) ou le lien vers elles ; le bruit, la pluie ou les ondes seuls sont partiels ; l'air intérieur d'un bâtiment n'en est pas.",
    examples=[
        seen("<h1>Au village</h1><p>Eau, analyse du 12 octobre : nitrates 18 mg/l, chlore présent.</p>"),
        seen('<a href="/a">Contrôle sanitaire des eaux</a>'),
        seen('<a href="https://www.atmo-reunion.example/">L’air mesuré par Atmo Réunion</a>'),
        seen('<a href="/air">Qualité de l’air</a> <a href="/pollens">Pollens</a>'),
        seen('<a href="https://www.vigicrues.gouv.fr/station/U251201001">Voir la carte</a>'),
        seen('<a href="/doubs">Niveau du Doubs</a>'),
        seen("<p>Hauteur d'eau à l'échelle du pont : 1,85 m ce matin.</p>"),
        unseen('<a href="/ecole">Qualité de l’air intérieur à l’école</a>'),
        unseen('<a href="/accueil">Qualité de l’accueil</a>'),
        unseen("<p>Le plein air réussit aux enfants, le niveau du tournoi était relevé.</p>"),
        seen("<p>La rivière ce matin : 1,42 m au pont.</p>"),
        seen("<p>Eau de baignade : plage du Sablon, bonne qualité (relevé du 17 octobre).</p>"),
        seen('<a href="https://www.madininair.fr/rives">station de Rives</a>'),
        seen("<p>Pluviomètre de la mairie, octobre : 112 mm.</p>"),
        unseen("<p>La rivière monta de trois mètres en 1910 : 12 maisons furent noyées.</p>"),
        unseen("<p>Travaux au niveau du carrefour, sur 30 m.</p>"),
        unseen('<a href="#">Qualité de l’air</a>'),
        seen('<a href="/a">Qualité des eaux de baignade</a>'),
        seen('<a href="/a">Niveau du lac</a>'),
        seen('<a href="/a">Épisode de pollution en cours</a>'),
        seen('<a href="/a">Niveau des cours d’eau</a>'),
        seen('<a href="/a">Cartes de bruit</a>', "partial"),
        unseen('<a href="/a">Pollution lumineuse</a>'),
        unseen('<a href="/a">Qualité de l’eau de la piscine</a>'),
    ],
)
def environmental_data(page: Page) -> Iterator[Observation]:
    for anchor, kinds in worded(page, kinds_of):
        for kind in kinds:
            yield Observation.at(page, anchor, Trust.HINT, proof="fact:kind", target=f"kind:{kind}", kind=kind)
    measured = MEASURE.search(page.main_text) if says_itself(page, MEASURED) else None
    measured = measured or first(page, READ, TODAY)
    if measured:
        yield Observation.at(page, measured.group(), Trust.LIKELY, proof="text", target=page.url)
