"""Déchets : collecte, tri, déchèterie."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings, sentences
from checks.reading.passages import Around, passages
from checks.reading.sayings import given
from checks.reading.spots import says_itself
from checks.signs import known, seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "sortir ses bacs", "sortir vos bacs", "sortir ses poubelles", "sortir vos poubelles", "=mes bacs", "=les bacs", "=vos bacs",
    "jours de passage des bacs", "trier ses déchets", "déchets", "déchet", "ordures ménagères", "ordures", "poubelles",
    "tri sélectif", "collecte des déchets", "jours de collecte", "ramassage des ordures", "déchèterie", "déchetterie",
    "déchèteries", "recyclage", "tri des déchets", "encombrants", "points d'apport volontaire", "compostage", "composteur",
    "bacs jaunes", "collecte sélective", "gestion des déchets", "calendrier de collecte", "propreté et déchets", "écopoint",
    "recypark", "parc à conteneurs", "immondices", "collecte et tri", "sictom", "smictom", "sivom déchets", "=tri",
    "déchets verts", "redevance incitative", "verre et papier", "matières résiduelles", "écocentre", "ecocentre", "ramassage",
    "=collecte", "consignes de tri", "sirtom", "smirtom", "sitcom", "valorisation des déchets", "bac brun", "sacs jaunes",
    "sacs poubelle", "conteneurs", "réduction des déchets", "ressourcerie", "points de tri", "ramassage des poubelles",
    "collecte du verre", "redevance ordures", "recyparc", "collecte des encombrants", "biodéchets", "tri et recyclage",
    "=tri et collecte", "propreté", "bac vert", "bac bleu", "éco-centre", "éco-point", "matières recyclables",
    "matières organiques", "collecte des matières", "bornes textiles", "collecte des textiles", "taxe au sac",
    "tri des emballages", "=compost", "sacs de tri", "bornes de tri", "sitom", "smitom", "sietom", "smicval",
    "utilisation des bacs", "jours de passage", "trier et recycler", "bacs et sacs", "trier recycler", "jours de ramassage",
    "tri et déchets", "décharge contrôlée", "décharge communale", "horaires de la décharge", "sortir ses conteneurs",
    "passage du camion", "collecte des bacs", "bornes à verre", "jour des poubelles", "jours des poubelles",
)  # fmt: skip
OTHERS = (
    "déchets sauvages", "nucléaire", "ramassage scolaire", "journée de ramassage", "matinée", "opération nettoyage",
    "ramassage des œufs", "rapport annuel", "délégué", "déléguée", "commission", "prêt", "propreté canine", "brûlage",
    "marché public", "appel d'offres", "radioactifs", "rapport", "copies", "archives",
    "journée citoyenne", "journées citoyennes", "nettoyage de printemps",
)  # fmt: skip

COLLECTED = Prose(
    "poubelles", "ordures", "bac jaune", "bacs jaunes", "sacs jaunes", "tri sélectif", "encombrants", "déchets verts",
    "déchèterie", "déchetterie", "bac gris", "bac noir", "bac vert", "bac bleu", "bac marron", "biodéchets", "sacs noirs",
    "sacs taxés", "taxe au sac", "collecte des déchets", "ramassage des déchets",
)  # fmt: skip
COLLECTION = Around(
    *("poubelle", "ordures", "jaune", "sélectif", "encombrant", "verts", "chèterie", "chetterie", "bac gris", "bac noir"),
    *("bac vert", "bac bleu", "bac marron", "biodéchets", "sacs noirs", "taxés", "taxe au sac", "des déchets"),
)
WEEKDAY = re.compile(r"(?:lun|mar|mercre|jeu|vendre)dis?\b|samedis?\b", re.I)
APART = Phrases(
    *(*OTHERS, "renversé", "congé", "accident", "bénévoles", "nettoyage", "recrute", "travaux", "voté", "interdit"),
    *("sauvage", "sauvages", "troupe", "spectacle", "théâtre", "comédie", "concert", "locataire", "location"),
)


def look(page: Page) -> Iterator[Observation]:
    """A sentence that says on which day what is collected, or when the tip is open."""
    if not says_itself(page, COLLECTED) or proceedings(page):
        return
    for text in passages(page, COLLECTION, reach=200):
        for said in sentences(text) if WEEKDAY.search(text) else ():
            if WEEKDAY.search(said) and COLLECTED.within(said) and not APART.within(said):
                yield Observation.at(page, squeeze(said), Trust.LIKELY, proof="text", target=page.url)
                return


TAKEN = given(
    r"\b(?:pass(?:e|ent)|collect|ramass|enlev|dépos|port(?:e|és)|ouv(?:re|erte)|conteneur|(?:lun|mar|mercre|jeu|vendre|same)dis?)\b|\b(?:collect|enlev|ramass|dépos)\w+|\b(?:en vente|la veille|se demande|levées|accepté\w*|badge)\b|\bvendus?\b"
)
"""When it is taken away, or where one takes it."""


BROUGHT = re.compile(r"\b(?:cloche|benne|conteneur|colonne|borne|caisson|déch[èe]t+erie)s?\b", re.I)
"""Into what it is thrown."""


waste = Check(
    "waste",
    title="Déchets",
    look=look,
    counts="Les jours de collecte, le tri, la déchèterie et ses horaires.",
    signs=[
        told(
            *("déchèterie", "déchetterie", "sac noir", "bac noir", "sac gris", "bac gris", "sac rouge", "colonne de verre"),
            *("benne à verre", "molok", "moloks", "conteneurs enterrés", "colonne à verre", "bornes à verre", "recyparc"),
            *("tri sélectif", "ordures ménagères", "bacs jaunes", "bac jaune", "encombrants", "consignes de tri"),
            *("bac brun", "sacs jaunes", "ramassage des ordures", "collecte des déchets", "point d'apport", "taxe au sac"),
            *("sacs taxés", "sacs officiels", "biodéchets", "couvercle jaune", "composteur", "déchets verts"),
            *("bocaux", "borne bleue", "borne jaune", "borne à papier", "colonne bleue"),
        ),
        *topic(*NAMES, unless=OTHERS),
        known(),
        sentence(
            *("les poubelles", "bac vert", "bac gris", "bac jaune", "bac noir", "sacs jaunes", "verre se dépose"),
            *("verre est à déposer", "verre est collecté", "apportez le verre", "conteneur à verre", "colonnes à verre"),
            *("colonne à verre", "déchèterie", "déchetterie", "ordures ménagères", "poubelle", "vos bacs"),
            *("déchets recyclables", "ordures résiduelles", "emballages recyclables", "apport volontaire", "encombrants"),
            *("composteurs", "déchets verts", "biodéchets", "restes de repas", "épluchures", "couvercle jaune", "couvercle vert"),
            *("bac brun", "bac marron", "sac noir", "sacs noirs", "sacs de tri", "sacs taxés", "taxe au sac", "sacs officiels"),
            *("composteur partagé", "composteur collectif", "broyeur de végétaux", "point de tri", "points de tri"),
            *("bornes de tri", "ramassage des ordures", "collecte des ordures", "camion poubelle", "benne à ordures"),
            *("sortez vos conteneurs", "sortir les conteneurs", "sortez vos sacs", "sortez vos bacs", "sortez vos poubelles"),
            *("benne à gravats", "benne à ferraille", "benne à verre", "gros objets", "vieux meubles"),
            *("déchets de jardin", "déchets du jardin", "redevance incitative", "benne à végétaux", "benne aux végétaux"),
            *("benne à cartons", "cloche à verre"),
            says=TAKEN,
            unless=("sauvages", "sauvage", "bénévoles", "brûlage", "interdit", "congé", "accident", "travaux", "rénovation"),
        ),
        sentence("pour les bouteilles", "pour le verre", "bouteilles vides", "les gravats", "les cartons", says=BROUGHT),
    ],
    examples=[
        seen("<h2>Déchèterie</h2><p>Elle n’accepte pas l’amiante.</p>"),
        seen("<h1>Ici</h1><p>Pour obtenir un composteur, passez à la mairie le mardi.</p>"),
        unseen("<h1>Ici</h1><p>Le village a obtenu un composteur, gratuit, au concours.</p>"),
        seen("<h1>Propre</h1><p>Pour les bouteilles, il y a une cloche près du lavoir.</p>"),
        seen("<h1>Propre</h1><p>La benne à végétaux est au stade du 1er avril au 31 octobre, réservée aux habitants.</p>"),
        unseen("<h1>Le loto</h1><p>Pour les bouteilles, réservez auprès du comité, 8 € pièce.</p>"),
        seen("<h1>Au village</h1><p>Une benne à ferraille est ouverte chaque samedi.</p>"),
        seen("<h1>Au village</h1><p>Sortez vos bacs la veille.</p>"),
        seen('<a href="/h">Horaires de la décharge</a>'),
        seen("<h1>Taxes</h1><p>Les sacs taxés sont en vente à la laiterie.</p>"),
        seen("<h1>Au village</h1><p>Les épluchures se déposent au composteur collectif, derrière l’école.</p>"),
        seen("<p>Ramassage des ordures : mardi.</p>"),
        unseen("<p>La troupe joue « Dans ma poubelle » samedi 5.</p>"),
        unseen("<h1>Budget et fiscalité</h1><h2>Ordures ménagères</h2><p>42 000 euros, comme en 2025.</p>"),
        unseen('<a href="/e">Journée citoyenne : ramassage des déchets</a>'),
        unseen(
            "<h1>Services</h1><h2>Déchets</h2><p>[Section en attente : jours de collecte des ordures ménagères, tri sélectif, horaires de la déchèterie.]</p>"
        ),
        unseen("<h2>Déchets</h2><p>[En attente : jours de collecte, horaires de la déchèterie]</p>"),
        seen("<h1>Au village</h1><p>Les poubelles grises passent le mardi, le jaune un jeudi sur deux.</p>"),
        unseen("<h1>Au village</h1><p>Samedi, les bénévoles ramasseront les déchets verts du lavoir.</p>"),
        seen('<a href="/a">Utilisation des bacs</a>'),
        seen(
            "<h1>Chez soi</h1><table><tr><td>Bac noir</td><td>mardi</td></tr><tr><td>Bac jaune</td><td>vendredi</td></tr></table>"
        ),
        seen("<h2>Déchets</h2><p>Pas de collecte les jours fériés. Sinon, le mardi.</p>"),
        seen("<h2>Sortir ses bacs</h2><p>Mardi pour le noir, jeudi pour le jaune.</p>"),
        unseen("<h2>Les bacs à fleurs du bourg</h2>"),
        seen('<a href="/dechets">Déchets</a>'),
        seen("<h2>Ramassage des ordures ménagères</h2><p>Le lundi matin.</p>"),
        seen('<td><a href="d.htm"><img src="d.gif" alt="Déchetterie"></a></td>'),
        seen("<h3>Jours de collecte</h3>"),
        unseen("<p>Merci de ne pas jeter vos déchets au bord du lac.</p>"),
        unseen("<h3>Ramassage scolaire</h3>"),
        unseen("<h2>Le brûlage des déchets verts est interdit</h2>"),
        unseen("<h1>Civilité</h1><p>Aucun sac ne se laisse au pied des points d’apport volontaire.</p>"),
        unseen("<h2>Matinée de ramassage des déchets sauvages</h2>"),
        unseen('<a href="#">Déchets</a>'),
        seen('<a href="/a">Bac jaune</a>'),
        seen('<a href="/a">Taxe au sac</a>'),
        seen('<a href="/a">Matières recyclables</a>'),
        seen("<h1>Au village</h1><p>Bac vert le lundi, bac jaune un vendredi sur deux.</p>"),
        seen("<h1>Au village</h1><p>Le verre se dépose au conteneur, derrière la salle des fêtes.</p>"),
        unseen("<h1>Au village</h1><p>Le verre de l’amitié sera offert à la mairie.</p>"),
        unseen("<h1>Au village</h1><p>Prenez un verre le samedi sur la place.</p>"),
        unseen('<a href="/a">Marché public de collecte des déchets</a>'),
        unseen('<a href="/a">Déchets radioactifs de Bure</a>'),
        unseen("<h2>Rapport sur le service public des déchets 2014</h2>"),
    ],
)
