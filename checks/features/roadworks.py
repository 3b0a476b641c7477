"""Travaux : chantiers sur les voies publiques, arrêtés de circulation."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import about, proceedings
from checks.reading.passages import first
from checks.reading.sections import beneath, is_empty
from checks.reading.spots import headed, says_itself
from checks.signs import heading, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases, Prose
from checks.wordings.roads import CLOSED, CLOSING, FEAST, PASSING, cut
from crawler.heading import Heading
from crawler.page import Page

NAMES = (
    "travaux en cours", "info travaux", "infos travaux", "travaux de voirie", "travaux routiers", "=travaux", "=les travaux",
    "voirie et travaux", "voirie travaux", "=voirie", "voirie communale", "travaux en ville", "chantiers en cours",
    "=chantiers", "arrêté de circulation", "arrêtés de circulation", "arrêtés de voirie", "arrêté de voirie",
    "restriction de circulation", "route barrée", "rue barrée", "déviation", "travaux communaux", "travaux et circulation",
    "travaux rue", "travaux avenue", "travaux place", "travaux route", "travaux chemin", "travaux boulevard",
    "réfection de la rue", "réfection de la chaussée", "réfection de la route", "réfection de la voirie",
    "aménagement de la voirie", "travaux réalisés", "travaux prévus", "travaux d'assainissement", "travaux d'enfouissement",
    "avancement des travaux", "travaux et projets", "projets et travaux", "actualité des travaux", "calendrier des travaux",
    "entretien de la voirie", "fermeture de la rue", "fermeture de la route", "rue fermée", "route fermée",
    "circulation alternée", "circulation interdite", "interruption de la circulation", "circulation perturbée",
    "avis de travaux", "perturbation de la circulation", "aménagement de la rue", "aménagement de la place",
    "aménagement du bourg", "réfection des trottoirs", "enfouissement des réseaux", "travaux sur", "travaux du pont",
    "coupure de circulation", "coupure de la route", "coupure de la rue", "coupure de la rd", "fermeture de la rd", "stationnement et circulation interdits", "aménagement de la traversée", "grands travaux",
    "travaux de réfection", "travaux de requalification", "requalification de la rue", "requalification de la place",
    "travaux d'aménagement", "travaux d'eau potable", "=déneigement", "bitumage", "goudronnage",
    "réhabilitation de la route", "revêtement de la chaussée", "info chantier", "chantiers et travaux", "grands chantiers",
    "route coupée", "circulation coupée", "circulation modifiée", "modification de circulation", "info voirie",
    "requalification du centre-bourg", "requalification du bourg", "réaménagement du bourg", "réaménagement du centre-bourg",
    "réaménagement de la traverse", "réaménagement de la rue", "réaménagement de la place", "travaux à venir", "travaux programmés", "entraves routières", "entraves et travaux", "chantiers de voirie",
    "fermeture du pont", "circulation limitée", "circulation restreinte", "circulation réglementée",
    "alternat", "alternat de circulation", "réglementation temporaire de la circulation", "réglementation de la circulation rue",
    "réglementation de la circulation place", "réglementation de la circulation avenue",
    "réglementation de la circulation chemin", "réglementation de la circulation route", "pont fermé", "pont coupé",
    "chemin fermé", "chemin barré", "chaussée fermée", "chaussée rétrécie", "rue coupée", "rue en travaux", "route en travaux",
    "rue en chantier", "gravillonnage", "curage des fossés", "réfection du pont",
    "réfection des rues", "réfection des routes", "entretien des routes", "travaux dans les rues", "travaux dans la rue",
    "perturbations de circulation", "perturbations à prévoir", "info circulation travaux",
)  # fmt: skip
OTHERS = (
    "offre", "déclaration", "demande", "déclarer", "autorisation", "permis", "marché public", "marchés publics",
    "marché de travaux", "avis de marché", "appel d'offres", "formulaire", "cerfa", "aide aux travaux", "commission",
    "travaux pratiques", "travaux dirigés", "manuels", "rénovation énergétique", "chez moi", "chez vous", "mes travaux", "vos travaux",
    "achèvement", "travaux d'intérêt général", "adjoint", "adjointe", "délégué", "déléguée", "urbanisme", "artisans",
    "entreprise", "bruit", "règlement", "particuliers", "signaler", "signalement", "incident", "chez soi", "conseil des jeunes",
    "travaux à l'église", "travaux de l'église", "permission de voirie", "travaux d'élèves", "travaux de l'assemblée", "impôt",
    "devis", "insertion", "chantier naval", "chantier école", "chemin de fer",
)  # fmt: skip

BARE = ("=travaux", "=les travaux", "=voirie", "voirie et travaux", "voirie travaux", "voirie communale")
ROAD = Prose(
    "coupée", "barrée", "déviation", "alternat", "travaux", "rue", "route", "avenue", "chemin", "boulevard", "pont", "voie",
    "départementale", "chaussée", "gravillonnage", "goudronnage", "nids-de-poule", "place", "quai", "carrefour", "réseaux", "canalisations", "conduites",
)  # fmt: skip
ALONE = Phrases(*(name.removeprefix("=") for name in BARE))
FOREST = Phrases("forestier", "forestiers", "forêt", "bois")
BUILDINGS = (
    "salle", "mairie", "école", "église", "chapelle", "gymnase", "stade", "bâtiment", "bâtiments", "toiture", "logement",
    "logements", "château", "halle", "presbytère", "bibliothèque", "médiathèque", "piscine", "crèche", "cantine", "périscolaire",
    "musée", "lavoir", "moulin", "cimetière", "monument", "clocher",
)  # fmt: skip
APART = Phrases(*OTHERS, *BUILDINGS)
BUILT = Phrases(*BUILDINGS, "abbaye", "abbatiale", "prieuré", "basilique", "cathédrale", "donjon", "remparts")
RESTORED = Phrases("restauration", "rénovation", "réhabilitation", "sauvegarde", "construction", "agrandissement", "extension")
"""With one of these, the headline of a page whose works are those of a building."""
OFFICES = Phrases(
    "services", "annuaire", "organigramme", "élus", "commissions", "équipe municipale", "conseil municipal", "adjoints",
    "contacts", "commerces", "commerçants", "entreprises", "artisans", "permis", "autorisations", "signalement", "signaler",
)  # fmt: skip
"""On pages of these, « Travaux » names a department, a mandate, what people build or what they report."""


def _beginning(page: Page, heading: Heading) -> str:
    """The first words under a heading, or the next heading where they are but one over the other."""
    after = page.headings[page.headings.index(heading) + 1 :][:1]
    return beneath(page, heading) or " ".join(one.text for one in after)


def look(page: Page) -> Iterator[Observation]:
    told = says_itself(page, ROAD) and not proceedings(page)
    found = (cut(page) or (says_itself(page, PASSING) and first(page, CLOSED, CLOSING))) if told else None
    if found:
        yield Observation.at(page, found[0], Trust.LIKELY, proof="text", target=page.url)
    if (
        not proceedings(page)
        and not about(page, OFFICES)
        and not (RESTORED.within(page.headline) and BUILT.within(page.headline))
    ):
        for heading in headed(page, ALONE, unless=APART):
            forest = FOREST.within(_beginning(page, heading))
            if heading.level <= 4 and len(heading.text) < 40 and not forest and not is_empty(page, heading):
                yield Observation.at(page, heading, Trust.LIKELY, proof="heading")


ON_THE_WAY = re.compile(
    r"\b(?:rue|route|rd ?\d+|d ?\d{2,4}|rn ?\d+|pont|chemin|avenue|boulevard|carrefour|place|quai|impasse|rond-point|chaussée|trottoirs?)\b",
    re.I,
)
"""Where it is."""


roadworks = Check(
    "roadworks",
    title="Travaux sur la voie publique",
    counts="Les chantiers et les arrêtés de circulation ; les travaux des particuliers et les permis n'en sont pas.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*(n for n in NAMES if n not in BARE), unless=OTHERS),
        path("travaux voirie", "info travaux", "voirie travaux", "travaux en cours", unless=OTHERS),
        sentence(
            *("circulation sera alternée", "circulation alternée", "circulation est alternée", "route barrée", "rue barrée"),
            *("circulation reste alternée", "circulation se fait par alternance", "circulation par alternance"),
            *("circulation est déviée", "circulation sera déviée", "circuler dans un seul sens"),
            *("déviation", "fermée à la circulation", "fermé à la circulation", "interdite à la circulation"),
            *(
                "interdite aux camions",
                "stationnement interdit",
                "interdiction de stationner",
                "sera fermé la nuit",
                "fermée la nuit",
            ),
            *("interdit aux véhicules de plus", "interdite aux véhicules de plus", "interdit aux poids lourds"),
            *("interdite aux poids lourds", "interdit aux camions", "rouverte à la circulation", "rouvert à la circulation"),
            *("coupée à la circulation", "coupé à la circulation", "perturbations à prévoir", "circulation perturbée"),
            *(
                "circulation difficile",
                "sens unique en raison",
                "sens unique pendant",
                "en raison du chantier",
                "pendant le chantier",
            ),
            *("feux de chantier", "feux alternés", "circulation par feux", "chaussée rétrécie"),
            *("trottoir neutralisé", "alternat par feux"),
            *("accès riverains", "passage des riverains"),
            says=ON_THE_WAY,
            unless=("fête", "course", "marché", "match", "jeunes", "bénévoles", "pêche", *FEAST.folded),
        ),
    ],
    look=look,
    examples=[
        seen("<p>Du lundi 30 novembre au mercredi 2 décembre, la rue Haute sera fermée de 8 h à 17 h.</p>"),
        unseen("<p>Du 24 décembre au 2 janvier, la boutique de la rue Haute sera fermée.</p>"),
        seen("<h2>La rue Haute en chantier</h2><p>Passez par le pont.</p>"),
        seen("<p>La rue du Puits sera interdite aux voitures du 16 au 20 novembre.</p>"),
        unseen("<p>La rue du Puits sera interdite aux voitures du 14 au 15 juillet pour la fête.</p>"),
        seen("<h1>Au bourg</h1><p>Jusqu’au 12 juin, l’entreprise refait les réseaux de la rue Basse, puis les pavés.</p>"),
        unseen("<p>La réfection du toit de la mairie, rue Haute, est en cours.</p>"),
        unseen("<p>Le chemin est en chantier dans nos têtes.</p>"),
        seen("<p>Pose de la fibre rue Haute du 4 au 15 mai.</p>"),
        seen("<p>Le pont des Iris est en réparation, on passe à pied.</p>"),
        seen("<p>La rue Neuve est fermée en raison d’un affaissement.</p>"),
        unseen("<p>La rue Neuve est fermée en raison du carnaval.</p>"),
        seen("<p>Le fauchage du chemin des Iris est en cours.</p>"),
        unseen("<p>La mairie, rue Neuve, est fermée pour travaux de peinture.</p>"),
        seen("<h1>Le mot du maire</h1><p>Le chantier de la rue Basse a démarré, merci de votre patience.</p>"),
        unseen("<p>Les travaux de la route ont commencé en 1884.</p>"),
        seen("<p>RD 12 : gravillonnage du 4 au 8 mai.</p>"),
        seen("<h1>Au village</h1><p>Le pont est interdit aux poids lourds, passez par Rives.</p>"),
        seen("<h2>Rue en chantier</h2>"),
        unseen("<p>La rue Haute est fermée à la circulation dimanche pour le défilé.</p>"),
        unseen('<a href="https://routes.example/carte">État des routes</a>'),
        unseen("<h2>Permission de voirie</h2><p>À demander un mois avant.</p>"),
        seen('<a href="/a.pdf">Arrêté 26-12 : réglementation de la circulation rue Haute</a>'),
        unseen('<a href="/s">Voirie : signaler un incident</a>'),
        unseen("<h2>Travaux à l’église</h2>"),
        unseen("<h2>Travaux de rénovation du château</h2>"),
        unseen("<h1>Commerces</h1><h3>SARL Petit : travaux publics</h3><p>03 00 00 00 00</p>"),
        unseen("<p class='surtitre'>Travaux</p><h2>L’entretien des chemins forestiers</h2><p>Une entreprise s’en charge.</p>"),
        unseen("<h1>Restauration de l’abbatiale</h1><h2>Journal des travaux</h2><p>La nef est couverte.</p>"),
        seen("<h1>Rénovation du centre bourg</h1><h2>Journal des travaux</h2><p>Les trottoirs sont posés.</p>"),
        unseen("<h1>Travaux de la salle des fêtes</h1><p>La cuisine est refaite.</p>"),
        seen("<h2>Ça bouge</h2><p>Rue du Four : réfection des trottoirs jusqu’au 18 décembre, stationnement interdit.</p>"),
        unseen("<p>Le conseil vote la réfection de la rue du Four.</p>"),
        seen('<a href="/travaux">Travaux</a>'),
        seen("<h3>Travaux rue de la République : circulation alternée</h3>"),
        seen("<h2>Voirie &amp; travaux</h2>"),
        seen('<a href="arrete.pdf">Arrêté de circulation du 3 mars</a>'),
        seen("<p>Travaux d’enrochement sur la D 999 du 9 novembre au 4 décembre.</p>"),
        unseen("<main><h1>Bâtir</h1></main><aside><h3>Info travaux</h3><p>À rédiger</p></aside>"),
        seen("<h2>Route du moulin coupée</h2>"),
        seen("<h3>Circulation limitée quai des Tanneurs, du 9 au 13 novembre</h3>"),
        seen("<p>Le pont est fermé aux voitures du 16 novembre au 20 décembre, on passe par Bréval.</p>"),
        seen("<p>Rue du Puits : réseau d’eau, fermée du 23 novembre au 18 décembre.</p>"),
        seen("<p>La D 117 est coupée au-dessus du bourg, réouverture espérée le 30 novembre.</p>"),
        seen(
            "<h1>Pont Blanc</h1><p>Le pont est refait. Fermeture du 1er décembre 2026 au 30 novembre 2027. Les voitures feront le tour.</p>"
        ),
        unseen("<p>La mairie, rue Haute. Fermeture du 24 décembre au 2 janvier.</p>"),
        seen("<h1>RN1</h1><p>Alternat par feux du 9 novembre au 18 décembre, de 8h à 16h.</p>"),
        unseen("<p>La boutique de la rue Haute est fermée le lundi.</p>"),
        unseen("<p>Le club a fermé la route de ses souvenirs.</p>"),
        unseen('<h1>Signaler un problème</h1><a href="mailto:x@exemple.fr"><h3>Voirie</h3><p>Trou, panneau tombé.</p></a>'),
        unseen("<h1>Services communaux</h1><h2>Travaux</h2><p>04 00 00 00 02</p>"),
        unseen('<a href="/urba">Déclaration préalable de travaux</a>'),
        unseen("<h3>Offre de travaux saisonniers</h3>"),
        unseen("<h2>Travaux manuels au centre de loisirs</h2>"),
        unseen('<a href="/dp">Travaux : demander une autorisation d’urbanisme</a>'),
        seen('<a href="/a">Travaux place du Marché</a>'),
        seen('<a href="/a">Info chantiers</a>'),
        seen('<a href="/a">Entraves routières</a>'),
        unseen("<h1>Permis et travaux</h1><h2>Voirie communale</h2><p>Un règlement fixe les saillies.</p>"),
        seen("<h3>Requalification de la place du Puits</h3><p>Le chantier s’ouvre lundi.</p>"),
        unseen('<a href="/a">Marché de travaux : rue Haute</a>'),
        seen("<h1>Au village</h1><p>La route de Saint-Paul est coupée au pont jusqu’au 20 décembre, passez par Le Mas.</p>"),
        seen("<h1>Au village</h1><p>Une déviation est mise en place par la rue Neuve.</p>"),
        unseen("<h1>Au village</h1><p>Visite du chantier de la salle, rue Haute.</p>"),
        unseen("<h1>Au village</h1><p>L’agence est rue du Pont.</p>"),
        seen("<h1>Au village</h1><p>La circulation reste alternée sur le quai Neuf.</p>"),
        seen("<p>Jusqu’au 9 mai, on doit circuler dans un seul sens rue Basse.</p>"),
        seen("<p>Le syndicat renouvelle les canalisations du 4 au 15 mai, rue Basse.</p>"),
        unseen("<p>Le syndicat renouvelle la convention du 4 mai.</p>"),
        unseen("<p>Brocante : la circulation est déviée par la rue Haute.</p>"),
        seen("<p>La route du Bois est fermée au trafic du 4 au 15 janvier.</p>"),
        seen("<p>Le pont des Iris est fermé aux plus de 7 tonnes par arrêté du 3 août.</p>"),
        seen("<p>Passez par le bas jusqu’au 9 mai : le Département refait la route.</p>"),
        seen('<h3><a href="/n">Pont Neuf : alternat jusqu’à Pâques</a></h3>'),
        seen("<p>On change les tuyaux, rue Basse. Circulation interdite jusqu’au 11 mai.</p>"),
        seen("<p>Les réseaux d’eau du hameau y sont repris jusqu’au 18 décembre.</p>"),
        seen("<p>L’équipe rebouche les nids-de-poule du 9 au 13 novembre.</p>"),
        seen("<p>Attention : route du Col impraticable cette semaine.</p>"),
        unseen("<p>Les réseaux sociaux sont repris en main. L’équipe reprend les cours du 9 au 13 novembre.</p>"),
        seen("<p>Rue du Puits, sens unique en raison du chantier du pluvial.</p>"),
        seen("<p>On remplace des poteaux chemin du Bois : alternat manuel jeudi 12 novembre.</p>"),
        unseen("<p>Rue du Puits, sens unique en raison de la fête.</p>"),
        seen("<p>Depuis le 5 octobre, la place de l’Église est en chantier : pavés, arbres.</p>"),
        unseen("<p>La place des jeunes est en question : pavés, arbres.</p>"),
        seen("<h3>Pont Neuf : réouverture prévue le 4 décembre</h3>"),
        seen("<p>L’entreprise procède au remplacement de la conduite avenue Haute à partir du lundi 9 novembre.</p>"),
        unseen("<h3>Salle du Pont : réouverture prévue</h3>"),
        unseen("<p>Fête, rue Basse. Circulation interdite du 11 au 12 mai pour la brocante.</p>"),
        unseen("<p>La salle du Pont est fermée aux plus de 12 ans le mercredi.</p>"),
    ],
)
