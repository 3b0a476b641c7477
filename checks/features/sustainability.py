"""Développement durable : les actions de la commune pour l'environnement."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, passages
from checks.reading.sections import beneath
from checks.reading.spots import headed
from checks.signs import heading, link, path, seen, told, unseen
from checks.text.lexicon import Phrases
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    *("développement durable", "agenda 21", "pcaet", "plan climat", "transition écologique", "transition énergétique"),
    *("transition environnementale", "transitions écologiques", "environnement", "biodiversité", "éco-citoyen"),
    *("éco-citoyenneté", "écocitoyenneté", "écogestes", "éco-gestes", "écologie", "zéro phyto", "zéro pesticide"),
    *("économies d'énergie", "énergies renouvelables", "nature en ville", "protection de la nature"),
    *("territoire engagé climat", "extinction de l'éclairage public", "trame verte", "patrimoine naturel"),
    *("atlas de la biodiversité", "île durable", "ville durable", "commune durable", "village durable", "plan vélo"),
    *("climat", "=transition", "adaptation au climat", "jardins partagés", "chantier nature", "refuge lpo"),
    *("commune nature", "éco-pâturage", "extinction nocturne", "photovoltaïque", "rénovation énergétique des bâtiments"),
    *("sobriété énergétique", "plan de sobriété", "ville verte", "natura 2000", "zone humide", "espace naturel sensible"),
    *("continuité écologique", "préservation de la nature", "plan paysage", "jardin écologique", "panneaux solaires"),
    *("énergie solaire", "trame noire", "écoquartier", "éco-quartier", "agenda 2030", "gestion différenciée"),
    *("fauchage tardif", "fauchage raisonné", "plantation d'arbres", "éco-responsable", "écoresponsable", "zéro déchet"),
    *("mobilité durable", "plan arbre", "îlot de fraîcheur", "désimperméabilisation", "cour oasis"),
    *("politique environnementale", "énergie et durabilité", "=durabilité", "plan communal de développement de la nature"),
    *(f"{change} climatique" for change in ("changement", "dérèglement", "urgence", "adaptation", "résilience")),
    *("engagé pour la nature", "sans pesticides", "éco-responsabilité", "s'engage pour la planète"),
    *("s'engage pour le climat", "villages étoilés", "village étoilé", "ville étoilée", "agriculture durable"),
    *("alimentation durable", "économie circulaire", "projet alimentaire territorial", "=résilience", "gestion durable"),
    *("gestes pour la planète", "pour la planète", "écocitoyen", "éco-citoyens", "jardiner au naturel", "jardinez au naturel"),
    *("jardiner sans", "jardin sans pesticide", "gestes verts", "éco-défis", "empreinte carbone", "bilan carbone"),
    *("préserver l'eau", "économiser l'eau", "économies d'eau", "protéger la nature", "préserver la nature", "énergie citoyenne"),
    *("centrale solaire", "centrales villageoises", "centrale villageoise", "toits solaires", "toit solaire", "fauche tardive"),
    *("récupérateur d'eau", "récupérateurs d'eau", "moins d'énergie", "=planète", "terre saine", "vers l'autonomie énergétique"),
)
CLIMATE, APART = Phrases("climat"), Phrases("scolaire", "sonore", "social", "pays", "vignoble", "vignes", "sentier")
WEATHER = Phrases(
    *("température", "températures", "pluie", "pluies", "pleut", "pluviométrie", "précipitations", "vent", "vents", "neige"),
    *("ensoleillement", "océanique", "continental", "tempéré", "méditerranéen", "montagnard", "degrés"),
)
"""« Le climat » of a geography, not of a policy."""
WALKS = ("randonnées", "randonnée", "balades", "promenades", "sentiers", "loisirs", "sport", "sports", "tourisme")
"""« Nature et randonnées » is where one walks."""
NATURE = ("=nature", "faune et flore", "espaces naturels")
NOT_IT = (
    "marche pour", "environnement numérique", "environnement de travail", "environnement naturel", "environnement géographique",
    "environnement urbain", "environnement économique", "environnement juridique", "environnement professionnel", "commission",
    "ministère", "direction départementale", "code de l'environnement", "agence", "france rénov", "panne", "signaler",
    "environnement sonore", "climat scolaire", "environnement immédiat", "cabinet", "bureau d'études", "atelier", "conférence",
    "exposition", "padd", "projet d'aménagement", "projets d'aménagement", "sentier des climats", "climats du vignoble",
)  # fmt: skip

AROUND = Around(
    *("lampadaire", "lampes s", "réverbère", "éclairage public", "candélabre", "panneaux", "désherbant", "pesticide"),
    *("phyto", "glyphosate", "chaufferie", "tonnes de co2", "arbres", "chauffage à distance", "réseau de chaleur"),
    "cité de l'énergie",
    *("cité de l’énergie", "récupérateur", "eau de pluie", "de poules", "deux poules", "jardiner", "jardinez", "jardinons"),
    *("prime ", "aide communale", "label", "ruches", "à insectes", "nichoirs"),
)
ACTS = re.compile(
    r"\b(?:lampadaires?|lampes|réverbères?|éclairage public|candélabres?)\b[^.!?]{0,60}\b(?:étei\w+|coupée?s?)\b[^.!?]{0,30}\b\d{1,2}\s?h"
    r"|\b(?:éteint|éteignons|coupe|coupons) (?:ses|les|nos|l['’]) ?(?:lampadaires?|éclairage|réverbères?)\b[^.!?]{0,40}\b\d{1,2}\s?h"
    r"|\bpanneaux\b[^.!?]{0,80}\b(?:produis|fourniss|couvr|aliment)\w*\b[^.!?]{0,60}\b(?:électricité|kwh|consommation)"
    r"|\b(?:plus (?:aucun|un seul)|zéro)\s(?:\w+ )?(?:désherbants?|pesticides?|produits? phyto\w*|phyto\w*|glyphosate)\b"
    r"|\b(?:\d{2,4}|cents?|mille|centaines?|milliers?)\s(?:d['’]|jeunes )?arbres\b[^.!?]{0,30}\bplantés\b"
    r"|\bchaufferie\b[^.!?]{0,20}\bbois\b[^.!?]{0,60}\b(?:chauff|aliment|évit)\w*|\btonnes de co2 (?:évitées|économisées|en moins)"
    r"|\b(?:chauffage à distance|réseau de chaleur)\b[^.!?]{0,40}\b(?:bois|biomasse|plaquettes|géothermi\w+|depuis)\b"
    r"|\b(?:commune|mairie|ville|municipalité)\b[^.!?]{0,20}\b(?:install|pos|offr|accueill|possèd)\w*[^.!?]{0,30}\b(?:ruches|hôtels? à insectes|nichoirs)\b"
    r"|\bpanneaux (?:solaires|photovoltaïques)\b[^.!?]{0,60}\b(?:aliment|produi|couvr|fourni)\w*"
    r"|\b(?:prime|aide|subvention) (?:communale|municipale|de la (?:commune|ville|mairie))\b[^.!?]{0,60}\b(?:vélos? (?:à assistance )?électriques?|composteurs?|récupérateurs?|isol\w+)"
    r"|\blabel(?:lis\w+)?\b[^.!?]{0,40}\b(?:territoire engagé|terre saine|commune nature|(?:ville|village)s? étoilée?s?|refuge lpo|apicité|climat-air-énergie)\b"
    r"|\b(?:récupérateurs?|eaux? de pluie|composteurs?)\b[^.!?]{0,60}\b(?:rembours|prime\b|aide\b|particip|subvention|distribu|offr|financ)\w*"
    r"|\b(?:commune|mairie|ville|distribution)\b[^.!?]{0,40}\b(?:récupérateurs? d['’]eau|(?:de|deux) poules)\b"
    r"|\bjardin(?:er|ez|ons) (?:au naturel|sans (?:polluer|pesticides?|produits?))\b"
    r"|(?<!la )\bcité de l['’]énergie (?:depuis|en|®)\b",
    re.I,
)
"""What a town does for its surroundings, whatever it is called: lamps out at night, the sun on the school, no weed-killer."""
FAULT = re.compile(
    r"\b1[5-9]\d\d\b|\b(?:démarch(?:ag|eu|ent)\w*|vendeurs?|arnaques?|méfi\w+|stade|panne|coupure|travaux|incident|réparation|enedis|projets?|prévue?s?|envisag\w+|futur\w*)\b",
    re.I,
)


def look(page: Page) -> Iterator[Observation]:
    read = () if proceedings(page) else passages(page, AROUND)
    done = next((found for text in read if (found := ACTS.search(text)) and not FAULT.search(text)), None)
    if done:
        yield Observation.at(page, squeeze(done[0]), Trust.LIKELY, proof="text", target=page.url)
    for one in headed(page, CLIMATE, unless=APART):
        after = page.headings[page.headings.index(one) + 1 :][:1]
        words = " ".join((beneath(page, one), *(next_one.text for next_one in after)))
        if one.level <= 2 and not WEATHER.within(words):
            yield Observation.at(page, one, Trust.LIKELY, proof="heading")


sustainability = Check(
    "sustainability",
    look=look,
    title="Développement durable",
    counts="Une rubrique ou des actions de la commune : Agenda 21, plan climat, nature ; la seule nature est partielle ; l'environnement numérique de travail n'en est pas.",
    signs=[
        told(
            *("pollution lumineuse", "zéro pesticide", "produits phytosanitaires", "plan climat"),
            *("actions pour la transition écologique", "préserver la biodiversité", "favoriser la biodiversité"),
            *("éclairage public est éteint", "pesticides", "extinction de l'éclairage", "toitures solaires", "zéro phyto"),
            *("éco-pâturage", "panneaux photovoltaïques", "développement durable"),
            *("éclairage éteint", "éclairage public éteint", "bilan carbone", "photovoltaïque", "énergies renouvelables"),
            *("économies d'énergie", "îlots de fraîcheur", "récupérateurs d'eau", "végétalisation", "jardins partagés"),
        ),
        link(*NAMES, unless=NOT_IT),
        replace(heading(*(n for n in NAMES if n != "climat"), unless=NOT_IT, levels=(0, 1, 2)), subject=True),
        link(*NATURE, unless=WALKS, whole=False),
        heading(*NATURE, unless=WALKS, whole=False, levels=(0, 1, 2)),
        path("développement durable", "environnement", "agenda 21", "biodiversité", "transition écologique", unless=NOT_IT),
    ],
    examples=[
        unseen('<a href="/n">La communauté adopte son plan climat</a>'),
        seen('<a href="/n">La ville adopte son plan climat</a>'),
        unseen("<p>Le club vend des nichoirs au profit de la ville.</p>"),
        seen("<p>Notre village a le label « Villages étoilés » depuis 2019.</p>"),
        seen("<p>Une prime communale de 80 € aide à l’achat d’un vélo électrique.</p>"),
        seen("<p>La mairie a posé des nichoirs et deux ruches.</p>"),
        seen("<p>Les réverbères s’éteignent à 23 h.</p>"),
        unseen("<p>Le boulanger a reçu le label rouge. Le théâtre : lampes et décors à 21 h.</p>"),
        seen("<p>La mairie participe à l’achat d’un récupérateur d’eau de pluie.</p>"),
        seen("<h2>Jardinons au naturel</h2><p>La charte de la commune.</p>"),
        unseen("<p>L’eau de pluie a envahi la cave ; les poules sont sauves.</p>"),
        unseen("<p>Exposition de poules : la mairie offre le verre de l’amitié.</p>"),
        seen("<h1>L’éclairage public</h1><p>Éteint de 23 h à 6 h : des économies d’énergie et moins de pollution lumineuse.</p>"),
        seen('<nav><a href="/dd">Développement durable</a></nav>'),
        seen("<p>Le réseau de chaleur au bois dessert l’école et la mairie.</p>"),
        seen("<p>Le village éteint ses lampadaires de 23 h à 5 h.</p>"),
        unseen("<p>La cité de l’énergie, musée de Rives, ouvre à 10 h.</p>"),
        seen("<h1>Agenda 21</h1><p>Les actions de la commune depuis 2009.</p>"),
        seen('<a href="/pcaet.pdf">Plan climat-air-énergie territorial (PCAET)</a>'),
        seen("<h1>Faune et flore</h1><p>Le héron et le castor.</p>", "partial"),
        unseen('<a href="/n">Nature et balades</a>'),
        seen('<a href="/n">Nature</a>', "partial"),
        unseen("<p>Un projet : des panneaux solaires pour alimenter l’école.</p>"),
        unseen('<a href="/padd.pdf">Projet d’aménagement et de développement durables (PADD)</a>'),
        unseen('<a href="/m">Marche pour le climat samedi</a>'),
        unseen("<h1>Commissions et comités</h1><h2>Natura 2000</h2><p>Éric Petit, titulaire.</p>"),
        unseen("<h2>Commission Environnement et développement durable</h2><p>Jean Petit, Anne Roux.</p>"),
        unseen('<a href="/ent">Environnement numérique de travail</a>'),
        unseen('<a href="https://www.ecologie.gouv.fr">Ministère de l’Écologie</a>'),
        unseen("<p>Dans un environnement agréable, à deux pas de la mer.</p>"),
        unseen('<a href="#">Développement durable</a>'),
        unseen("<h1>Environnement naturel du village</h1><h2>Le climat</h2><p>Il pleut 800 mm par an.</p>"),
        unseen("<h1>Le village</h1><h2>Le climat</h2><h3>Les températures</h3><p>Elles sont douces.</p>"),
        seen("<h2>Climat</h2><p>Éclairage coupé la nuit, mille arbres plantés : le plan de la ville.</p>"),
        unseen('<h2>Bienvenue au pays des climats</h2><p>Nos vignes.</p><a href="/s">Le sentier des climats</a>'),
        seen("<h2>Climat et biodiversité</h2><p>Deux mares ont été creusées.</p>"),
        seen('<a href="/a">Écoquartier</a>'),
        seen('<a href="/a">L’adaptation au changement climatique</a>'),
        seen('<a href="/a">Territoire engagé pour la nature</a>'),
        seen("<p>La nuit, les lampadaires s’éteignent de 22 h 30 à 6 h.</p>"),
        seen("<p>Sur le toit, 120 m² de panneaux produisent la moitié de l’électricité de l’école.</p>"),
        seen("<p>Plus aucun désherbant depuis 2016.</p>"),
        seen("<p>Trois cents arbres ont été plantés avec les écoliers.</p>"),
        unseen("<p>Mille arbres plantés par l’abbé en 1780 bordent l’allée.</p>"),
        unseen("<p>Méfiez-vous des vendeurs de panneaux qui promettent de couvrir votre consommation.</p>"),
        unseen("<p>Deux arbres ont été abattus par la tempête.</p>"),
        unseen("<p>En raison d’une panne, l’éclairage public est éteint jusqu’à 18 h.</p>"),
        unseen("<p>Les panneaux d’affichage sont place Haute.</p>"),
        unseen('<a href="/a">Cabinet d’études environnement</a>'),
        unseen("<p>Mme Roy, adjointe à la transition écologique et à la biodiversité.</p>"),
        seen('<a href="/a">Gestion différenciée</a>'),
    ],
)
