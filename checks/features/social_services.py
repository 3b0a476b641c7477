"""Action sociale : CCAS, services à la personne, aide à domicile."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import REACHED, Saying, about, paragraph, proceedings
from checks.reading.ended import ENDED
from checks.reading.own_names import named
from checks.reading.passages import Around, first, near
from checks.reading.sayings import WHEN
from checks.signs import heading, link, path, seen, sentence, told, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.telephone import NUMBER
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "ccas", "centre communal d'action sociale", "action sociale", "aide sociale", "accompagnement social", "service social",
    "services sociaux", "cias", "aide à domicile", "maintien à domicile", "services à la personne", "service à la personne",
    "portage de repas", "=social", "=solidarité", "affaires sociales", "=cpas", "centre public d'action sociale",
    "assistante sociale", "assistant social", "permanence sociale", "permanences sociales", "aides sociales",
    "centre médico-social", "centre médico social", "bureau d'aide sociale", "=solidarités", "action sociale et solidarité",
    "épicerie sociale", "épicerie solidaire", "secours catholique", "restos du coeur", "espace des solidarités",
    "point conseil budget", "proximité sociale", "maison de la solidarité", "centre intercommunal d'action sociale", "entraide",
    "aide aux personnes", "action sociale et santé", "social et santé", "santé social", "=ccas et seniors", "ccas et seniors",
    "vie sociale et solidarité", "solidarité et santé", "santé et solidarité", "secours populaire", "banque alimentaire",
    "aide alimentaire", "solidarité et social", "france services et social", "services sociaux de proximité", "=ams",
    "centre social régional", "social et solidarité", "famille et solidarité", "pôle social", "pôle solidarité",
    "service solidarité", "admr", "=rsa", "aides facultatives", "solidarité et entraide", "accès aux droits",
    "aide aux familles", "aides aux familles", "=centre social", "=espace de vie sociale", "centre social et culturel",
    "aides du ccas", "secours d'urgence", "se faire aider", "repas à domicile", "livraison de repas", "livraison des repas", "services à domicile", "service à domicile", "aides à domicile",
    "aide ménagère", "téléassistance", "boutique solidaire", "vestiaire solidaire", "bons alimentaires",
    "secours et aides", "aide aux personnes en difficulté",
)  # fmt: skip
OTHERS = (
    "logement social", "logements sociaux", "aide au logement", "aides au logement", "adhésion",
    "conseil d'administration du ccas du", "réseaux", "association", "loto", "repas des aînés", "vie sociale", "course",
    "concert", "transition", "solidarité internationale", "pacte civil", "communautaire", "compte rendu", "délibération",
    "budget", "banque alimentaire", "collecte alimentaire", "emplois", "recrute", "recrutement", "ministère", "ministre",
)  # fmt: skip

SUBJECT = Phrases(*(name for name in NAMES if not name.startswith("=")))


SERVICE = Prose(
    *("ccas", "cias", "centre communal d'action sociale", "centre intercommunal d'action sociale", "action sociale"),
    *("assistante sociale", "assistant social", "cpas"),
)
NO_SERVICE = Phrases(
    "loto", "repas des aînés", "colis", "concert", "voyage", "collecte de sang", "vente", "bourse", "adjoint", "adjointe",
    "élu", "élue", "président", "présidente", "spectacle", "billetterie", "inscription", "thé dansant", "vide-grenier",
)  # fmt: skip

DAYS = tuple(
    f"{which} {day}"
    for which in ("premier", "1er", "deuxième", "2e", "troisième", "dernier", "chaque")
    for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
)
ON_DAYS = Saying(re.compile(rf"\b(?:{'|'.join(DAYS)})\b(?! \d)", re.I), around=Around(*DAYS))
"""The days on which one is received."""


RECEIVES = re.compile(
    rf"\b(?:CCAS|CIAS)\b(?:(?!{NUMBER})[^!?]){{0,60}}\b(?:vous (?:aide|accompagne|accueille|reçoit|conseille)\w*|peut (?:vous )?aider|reçoit|tient permanence)\b"
    rf"(?:(?!{NUMBER})[^!?]){{0,130}}{NUMBER}",
    re.I,
)
"""What the service does for people, then how to reach it, be it in the next sentence."""
RECEIVES_ON = re.compile(
    r"\b(?:CCAS|CIAS)\b[^!?]{0,120}\breçoi(?:t|vent)\b[^.!?]{0,60}\b(?:le|les|chaque|tous les) (?:lun|mar|mercre|jeu|vendre|same)dis?\b(?!\s(?:\d|1er))",
    re.I,
)
"""The service, then who receives, and on which day of each week."""
AIDS = re.compile(
    r"\b(?:CCAS|CIAS|centre (?:inter)?communal d['’]action sociale)\b[^.!?]{0,120}\b(?:tient (?:guichet|permanence)|aide (?:aussi|ceux|celles|les (?:personnes|familles|habitants|plus))"
    r"|aide[^.!?]{1,30} à (?:payer|passer|remplir|monter|faire face)|instruit|monte (?:les|vos|votre) dossiers?)\b[^.!?]{0,80}",
    re.I,
)
"""The service, and what it does for people all the year round, be it beside the yearly meal."""
BODIES = Phrases("association", "associations", "clubs", "vie associative")
"""On their pages, who helps at home is one of them."""
CENTRE = Around("ccas", "cias", "action sociale")
HELPERS = Around("admr", "aide à domicile", "aides à domicile", "portage de repas", "portage des repas")
HELPED = re.compile(
    rf"(?<!cherche des )(?<!recrute des )(?<!cherchent des )(?<!recrutent des )\b(?:ADMR|aides? à domicile|portage (?:de|des) repas)\b(?:(?!{NUMBER})[^!?]){{0,90}}{NUMBER}",
    re.I,
)
"""Who helps at home, and the telephone that follows."""


def _look(page: Page) -> Iterator[Observation]:
    """What the commune calls its service; a paragraph that tells how to reach it."""
    yield from named(page, SUBJECT)
    if not proceedings(page) and (said := first(page, AIDS, CENTRE)) and not ENDED.search(said[0]):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    if (
        not proceedings(page)
        and not about(page, BODIES)
        and (
            said := (
                first(page, HELPED, HELPERS) or RECEIVES.search(there := near(page, CENTRE, 10, 280)) or RECEIVES_ON.search(there)
            )
        )
        and not NO_SERVICE.within(said[0])
        and not ENDED.search(said[0])
    ):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    if node := paragraph(page, SERVICE, REACHED, NO_SERVICE) or paragraph(page, SERVICE, ON_DAYS, NO_SERVICE):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


RECEIVED = re.compile(
    r"\b(?:reçoit|vous écoute|permanence|ouverte?|appelez|instruit|attribue|peut (?:vous|avancer|venir)|sur rendez-vous|s['’]adresser|a lieu le|poussez la porte)\b|\b(?:contactez|accompagne|gère|permanences?)\b",
    re.I,
)
"""How it helps, and when."""


social_services = Check(
    "social_services",
    title="Action sociale et services à la personne",
    counts="Une page du CCAS, de l'action sociale ou de l'aide à domicile, avec un contact ; une nouvelle qui cite le CCAS ne suffit pas.",
    look=_look,
    signs=[
        told(
            *("ccas", "centre communal d'action sociale", "aide à domicile", "portage de repas", "portage des repas"),
            *("livraison des repas", "assistante sociale", "aide alimentaire", "fonds de solidarité", "téléassistance"),
            *("aide sociale", "aide ménagère", "téléalarme", "repas à domicile", "repas livré", "repas livrés"),
            *("transport accompagné", "centre social", "épicerie sociale", "travailleur social"),
            "travailleurs sociaux",
            *("permanence sociale", "domiciliation", "aide au chauffage", "secours d'urgence", "admr"),
            least=3,
        ),
        link(*NAMES, unless=OTHERS),
        replace(heading(*NAMES, unless=OTHERS), subject=True),
        path("ccas", "action sociale", "services sociaux", "aide sociale"),
        sentence(
            *("centre communal d'action sociale", "cias", "ccas", "service social", "aide d'urgence", "banque alimentaire"),
            "affaires sociales",
            *("assistante sociale", "aide ménagère", "travailleuse sociale", "travailleur social"),
            *("épicerie sociale", "secours populaire", "restos du coeur"),
            *("distribution alimentaire", "croix-rouge", "secours catholique"),
            says=RECEIVED,
            unless=(
                *NO_SERVICE.folded,
                *("invite", "vente", "dons", "bénéfices", "salon", "verse", "discours", "quête", "formation", "subvention"),
            ),
        ),
        sentence(
            *("portage de repas", "portage des repas", "repas à domicile", "aide à domicile", "aides à domicile"),
            "téléassistance",
            *("dossier d'apa", "dossiers d'apa", "dossiers de rsa", "dossier de rsa"),
            *("dossier d'aide sociale", "dossiers d'aide sociale"),
            *("auxiliaires de vie", "travailleur social", "travailleuse sociale", "assistant social"),
            unless=(
                *NO_SERVICE.folded,
                *("association", "associations", "recrute", "école", "cantine", "métier", "formation", "bénévoles", "comédie"),
            ),
        ),
        sentence("permanence sociale", "permanences sociales", "aide sociale légale", says=WHEN),
    ],
    examples=[
        unseen("<h2>CCAS</h2><p>La commune n’en a pas.</p>"),
        seen("<h2>Action sociale</h2><p>Les permanences seront assurées par Mme Roux.</p>"),
        seen("<h1>Au village</h1><p>Une passe difficile ? Poussez la porte du centre communal d’action sociale.</p>"),
        seen("<h1>Aide</h1><p>Loyer, nourriture : une travailleuse sociale vous écoute le lundi.</p>"),
        unseen("<h1>Finances</h1><p>Le CCAS reçoit une subvention de 2 000 €.</p>"),
        seen("<h1>Ici</h1><p>Aide-ménagère, téléalarme, repas livré : la mairie monte le dossier.</p>"),
        seen('<a href="/r">Repas à domicile</a>'),
        seen("<h1>Au village</h1><p>La secrétaire vous aide à remplir les dossiers d’APA.</p>"),
        seen("<h1>Au village</h1><p>Les aides à domicile viennent chaque semaine : 04 71 00 00 00.</p>"),
        unseen("<h1>Au village</h1><p>L’aide à domicile est un beau métier.</p>"),
        unseen(
            "<h1>Bonne ambiance à table avec le CCAS</h1><p>Cent convives avaient pris place. La journée s’est terminée en chansons.</p>",
            url="/n",
        ),
        unseen('<a href="/n">Collecte de la banque alimentaire</a>'),
        unseen("<h1>Associations</h1><p>ADMR : aide à domicile aux personnes âgées. Contact : 02 54 49 47 96</p>"),
        seen(
            "<p>Le CCAS peut vous aider à payer une facture. Fatima Aziz vous reçoit le jeudi de 17 h à 18 h, 02 37 99 00 03.</p>"
        ),
        unseen("<h1>Emplois à la ville et au CCAS</h1><p>Envoyez votre candidature.</p>"),
        unseen("<p>Le CCAS offre le repas des aînés. La salle est au 02 37 99 00 03.</p>"),
        seen("<p>L’ADMR aide à domicile : ménage, courses ; Mme Tissandier, 04 71 99 04 04.</p>"),
        seen("<h1>Ici</h1><p>Le centre communal d’action sociale tient guichet au rez-de-chaussée de la mairie.</p>"),
        seen("<h1>Ici</h1><p>Le CCAS offre un colis à Noël, et aide ceux qui peinent à finir le mois.</p>"),
        unseen("<h1>Ici</h1><p>Le CCAS a été dissous ; la Maison du Département reçoit le mardi, 02 37 99 00 03.</p>"),
        unseen("<p>L’ADMR tient son loto samedi, réservations au 04 71 99 04 04.</p>"),
        seen('<nav><a href="/ccas">CCAS</a></nav>'),
        seen("<h2>Centre communal d’action sociale</h2><p>Permanence le mardi, tél. 04 00 00 00 00.</p>"),
        seen('<a href="s.htm"><img alt="Services à la personne" src="s.gif"></a>'),
        seen("<p>Assistante sociale : Mme Gaillard, premier lundi du mois, au bureau.</p>"),
        seen("<p>Le CCAS se réunit en mars. Mme Roux vous reçoit le jeudi de 14 h à 16 h.</p>"),
        unseen("<p>Le CCAS se réunit en mars. Mme Roux reçoit son prix le jeudi 3 décembre.</p>"),
        unseen("<p>Le CCAS offre un repas le jeudi 3 décembre.</p>"),
        unseen("<p>Le CCAS remercie les donateurs.</p>"),
        seen("<h1>Vivre ici</h1><p>L’action sociale est assurée par le CIAS du Plateau, 05 00 00 00 00.</p>"),
        unseen("<h1>Loto</h1><p>Loto du CCAS samedi. Réservations au 05 00 00 00 00.</p>"),
        unseen("<h3>Concert de solidarité</h3>"),
        unseen('<a href="/rs">Réseaux sociaux</a>'),
        unseen(
            '<nav><a href="/ccas">CCAS</a></nav><div><h3>CCAS</h3><p>Aide et accompagnement.</p><span>En savoir plus</span></div>',
            pages={"/ccas": "<main><h1>Services — CCAS</h1><p>Cette page est en cours de construction.</p></main>"},
        ),
        unseen('<a href="https://www.etat.example/">Le ministère des solidarités et de la santé</a>'),
        unseen('<nav><a href="/vs">Vie privée / Vie sociale</a></nav>'),
        unseen('<a href="#">CCAS</a>'),
        unseen("<h1>Conseil municipal</h1><h2>Commissions</h2><h3>Centre communal d’action sociale</h3><p>Mme Roy, M. Bey</p>"),
        unseen("<article><h3>Loto du CCAS, dimanche 3 mars</h3><p>Venez nombreux.</p></article>"),
        unseen('<a href="/actualites/2026-03-loto-ccas">Le loto du CCAS a réuni cent joueurs</a>'),
        seen('<a href="/a">CCAS et logement</a>'),
        seen('<a href="/a">Social et solidarité</a>'),
        unseen('<a href="/a">Logement social</a>'),
        unseen("<h2>Aide sociale</h2><p>Voir en mairie.</p><h2>Marché</h2><p>Le jeudi.</p>"),
        seen(
            "<h1>Au village</h1><p>Mme Roux, adjointe, tient une permanence sociale le mardi à 17 h : aides, colis, secours.</p>"
        ),
        unseen("<h1>Au village</h1><p>Mme Roux est adjointe ; la permanence sociale du mardi était la sienne.</p>"),
        seen(
            "<h1>Au village</h1><p>Une distribution alimentaire a lieu le vendredi à 10 h au local de la Croix-Rouge, sur orientation du CCAS.</p>"
        ),
        seen("<h1>Au village</h1><p>Une aide ménagère peut venir chez vous : appelez l’ADMR au 04 71 00 00 00.</p>"),
        unseen("<h1>Au village</h1><p>Le CCAS propose une sortie à la mer, tarif 10 €, inscriptions en mairie.</p>"),
        unseen("<h1>Au village</h1><p>Le CCAS organise un atelier de cuisine gratuit.</p>"),
        seen('<a href="/a">Accès aux droits</a>'),
        seen('<a href="/a">Soutien et aides aux familles</a>'),
        seen("<h2>Le centre social</h2>"),
    ],
)
