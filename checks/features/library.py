"""Bibliothèque, médiathèque : page, catalogue, compte."""

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborNode

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import HAPPENINGS, REACHED, TELEPHONE, blocks, proceedings, saying
from checks.reading.passages import Around, first, just_before
from checks.reading.sayings import given
from checks.reading.spots import outside
from checks.signs import heading, seen, sentence, topic, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.telephone import NUMBER
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "coin des livres", "coin lecture", "coin livres", "dépôt de livres", "lecture publique", "bibliothèque de rue", "=bibli",
    "médiathèque", "bibliothèque", "point lecture", "ludothèque", "bibliobus", "médiathèques", "catalogue de la bibliothèque",
    "bibliothèque municipale", "point relais lecture", "bibliothèque pour tous", "artothèque", "bibliothèque communale",
    "bibliothèque intercommunale", "médiathèque intercommunale", "bibliothèque relais", "portail des bibliothèques",
    "réseau des bibliothèques", "réseau de lecture", "biblio", "espace lecture", "bibliothèque médiathèque", "salle de lecture",
    "centre de documentation et de lecture", "prêt de livres", "ludo-médiathèque", "ludomédiathèque", "centre multimédia",
    "relais bibliothèque", "case à lire", "livres et lecture", "livre et lecture", "emprunter des livres", "emprunt de livres",
    "=bm", "lire et emprunter", "bibliothèque associative", "compte lecteur", "catalogue et réservations", "réserver un livre",
    "réserver un document", "prolonger mes prêts", "prolonger un prêt", "prolonger ses prêts", "chercher un livre", "réserver un titre", "mes prêts",
    "coin lecteurs", "coin des lecteurs", "centre de lecture", "espace livres",
    "maison du livre", "maison de la lecture", "espace du livre", "point livre", "point livres", "relais lecture", "relais livres",
    "micro-bibliothèque", "bibliothèque-relais", "bédéthèque", "bouquinothèque", "bibliothèque tournante", "salle de prêt",
    "mediatek", "médiatek", "bibliotek", "mediaoueg", "levraoueg", "bibliuteca", "biblioteca", "mediateca", "liburutegia",
    "bibliothek", "bibliyotek", "catalogue des livres", "horaires de la bibliothèque", "livres et jeux",
)  # fmt: skip
OTHERS = (
    "place de la médiathèque", "place de la bibliothèque", "numérique de la poste", "salle de la médiathèque", "adjoint",
    "adjointe", "parking", "bibliothèque nationale", "bibliothèque départementale", "médiathèque départementale", "photothèque",
    "boîte à livres", "gare", "clavier", "bibliothèque sonore", "fermeture de la médiathèque", "fermeture de la bibliothèque",
    "logiciels", "formulaires", "médiathèque d'images", "banque d'images", "sur mesure", "bibliothèque d'entreprise", "meubles",
)  # fmt: skip

_DAYS = r"(?:lun|mar|mercre|jeu|vendre|same)dis?\b(?! \d| 1er)|\d{1,2}\s?h"
HOUSE = Prose(
    *("bibliothèque", "médiathèque", "ludothèque", "coin lecture", "coin des livres", "point lecture", "dépôt de livres")
)
WHO = re.compile(
    r"\b(?:bénévoles|équipe|responsable|animat(?:rice|eur)s?|horaires|heures?|ouvertures?|permanences?|portes|jours)\b[^.!?]{0,25}\bde (?:la|notre|votre) (?:petite )?(?:biblio|média|ludo)thèques?\b"
    rf"[^.!?]{{0,90}}?\b(?:{_DAYS})|\bbibliothécaires?\b[^.!?]{{0,60}}\b(?:accueill|reçoi|attend|est là|sont là|conseill|ouvr|présente?s?\b)[^.!?]{{0,60}}\b(?:{_DAYS})",
    re.I,
)
"""Who opens it, and when: « Les bénévoles de la bibliothèque vous reçoivent le jeudi »."""
BUS = re.compile(r"\bbibliobus\b[^.!?]{0,100}?\b\d{1,2}\s?h\b", re.I)
STOPS = Around("bibliobus")
STAFFED = Around(
    *(f"{of} {kind}" for of in ("la", "notre", "votre", "petite") for kind in ("biblio", "média", "ludo")), "bibliothécaire"
)
HOUSES = Around("bibliothèque", "médiathèque", "ludothèque", "bibliothécaire")
OPEN = re.compile(
    r"[BbMmLlCcPpDd](?<![àÀ] la .)(?<!de la .)(?<!\w.)(?:(?:(?<=[Bb])iblio|(?<=[Mm])édia|(?<=[Ll])udo)thèques?"
    r"|(?<=[Cc])oin (?:lecture|des livres)|(?<=[Pp])oint lecture|(?<=[Dd])épôt de livres)\b"
    r"[^.!?]{0,90}?\b[0-9]{1,2}\s?[hH]\b[^.!?]{0,20}"
)
APART = Phrases(*HAPPENINGS, "exceptionnellement", "conférence", "réunion", "portes ouvertes", "fermée")
"""It is told when it is open, not what happens there."""


LENDING = Around(
    "livres", "ouvrages", "volumes", "emprunte", "00 documents", "romans", "de lecteur", "prêt de", "prêts de", "abonnement"
)
LENDS = re.compile(
    r"\b(?:emprunte[rz]?|empruntent)\s(?:jusqu['’]à\s)?(?:deux|trois|quatre|cinq|six|huit|dix|\d{1,2})\s(?:livres|ouvrages|documents)\b[^.!?]{0,20}\b(?:semaines?|mois|jours)\b"
    r"|\bprêts? (?:gratuit )?(?:de |d['’])?(?:deux|trois|quatre|cinq|six|huit|dix|\d{1,2}) (?:livres|documents|ouvrages|BD)\b[^.!?]{0,40}\b(?:semaines?|mois|jours)\b"
    r"|\bprêts?\b[^.!?]{0,20}\b(?:livres|BD|romans|albums|documents|revues|DVD|magazines)\b[^.!?]{0,40}\b(?:livres|romans|DVD|CD|revues|jeux|albums|magazines|BD)\b"
    r"|\b(?:abonnement|adhésion|cotisation|carte de lecteur)\b[^.!?]{0,60}\b(?:romans|albums|BD|livres|lecteurs?|documents)\b[^.!?]{0,30}"
    r"|\b\d[\d .\u202f]{2,6} (?:livres|ouvrages|volumes)\s(?:le|chaque|tous les) (?:lun|mar|mercre|jeu|vendre|same)di\b(?! \d)"
    r"|\b\d[\d .\u202f]{2,6} (?:livres|ouvrages|volumes)\b[^.!?]{0,40}"
    r"\b(?:à emprunter|en prêt|(?:se|s['’])\s?(?:prêt|emprunt)ent|(?:vous|t['’]) ?attendent|en libre accès|à lire sur place|disques|films|dvd|cd|bandes dessinées|mangas?)\b"
    r"|\bon y emprunte\b[^.!?]{0,30}\b(?:livres|romans|albums|documents)\b"
    r"|\b\d[\d .\u202f]{2,6} documents\b[^.!?]{0,40}\b(?:à emprunter|en prêt|(?:se|s['’])\s?(?:prêt|emprunt)ent|mangas?|grainothèque|films|dvd|bandes dessinées|liseuses?)\b",
    re.I,
)
"""How many books are lent, or for how long, whatever the house is called."""


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that says when the library is open, or how many books it lends."""
    if not proceedings(page) and (lent := first(page, LENDS, LENDING) or first(page, READS, KINDS)):
        yield Observation.at(page, squeeze(lent[0]), Trust.LIKELY, proof="text", target=page.url)
    if not proceedings(page) and first(page, CARD, HOUSES) and (node := _carded(page)):
        yield Observation.at(page, node, Trust.LIKELY, proof="text", target=page.url)
    if not proceedings(page) and (who := first(page, WHO, STAFFED)) and not (APART.within(who[0]) or GUEST.within(who[0])):
        yield Observation.at(page, squeeze(who[0]), Trust.LIKELY, proof="text", target=page.url)
    if not proceedings(page) and (stop := first(page, BUS, STOPS)):
        yield Observation.at(page, squeeze(stop[0]), Trust.LIKELY, proof="text", target=page.url)
    for one in outside(page):
        if (
            one.text
            and one.region in ("", "main")
            and HOST.match(one.host)
            and CATALOGUE.search(just_before(page, one.text, 120))
        ):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for node, words in saying(page, HOUSE, REACHED):
        if (said := OPEN.search(words)) and not APART.within(said[0]):
            yield Observation.at(page, node, Trust.LIKELY, proof="text", target=page.url)


KINDS = Around("romans", "polars", "bandes dessinées", "mangas")
READS = re.compile(
    r"\b(?:romans|polars|bd|bandes dessinées|mangas|albums|documentaires)\b(?:, | et )(?:romans|polars|bd|bandes dessinées|mangas|albums|documentaires)\b"
    r"[^.!?]{0,60}\b(?:prêt|emprunt|chaque|tous les|le (?:lun|mar|mercre|jeu|vendre|same)di)",
    re.I,
)
"""What there is to read, and when."""
_NAME = r"(?:[Bb]iblio|[Mm]édia|[Ll]udo)thèque(?: (?:municip|commun|intercommun)ale)?"
NAME_ALONE = re.compile(rf"(?:(?:[Ll]a|[Nn]otre) )?{_NAME}\W{{0,3}}")
STREET = re.compile(r"\b(?:rue|place|avenue|chemin|route|allée|impasse|boulevard|quai|cours)\b|\b[0-9]{1,2}\s?h\b", re.I)
CARD = re.compile(rf"{_NAME}\W{{1,3}}(?=[^!?]{{0,100}}{NUMBER})")
"""Where such a line may be; its lines are only read then."""
_AFTER, _LINE = 3, 80


def _carded(page: Page) -> LexborNode | None:
    """A line that is but the name of the house, with its street or hours and its telephone in the lines after it."""
    told = blocks(page)
    for number, (node, words) in enumerate(told):
        if NAME_ALONE.fullmatch(words):
            after = " ".join(one for _, one in told[number + 1 : number + 1 + _AFTER] if len(one) <= _LINE)
            if TELEPHONE.within(after) and STREET.search(after):
                return node
    return None


HOST = re.compile(r"(?:www\.)?(?:bibli|mediath|ludoth|reseau-?lecture|lecture)[\w-]*\.")
CATALOGUE = re.compile(r"\b(?:biblio|média|ludo)thèques?\b[^.!?]*\Z|\b(?:catalogue|compte lecteur)\b[^.!?]*\Z", re.I)
"""What stands before a link to its own site."""
GUEST = Phrases(
    *("conciliateur", "notaire", "conseiller numérique", "atelier", "club", "permanence du", "puéricultrice"),
    *("assistante sociale", "avocat"),
)
"""Who only has a desk there."""
OF_OLD = (
    *("possédait", "abritait", "comptait", "disposait", "contenait", "renfermait", "conservait", "accueillait", "léguait"),
    *("légua",),
    *("abbaye", "moines", "monastère", "couvent", "brûlée", "incendiée", "détruite", "pillée", "dispersée", "reliures"),
    *("château",),
)
"""Of what there was: no library of today is told with these."""
LENT = given(
    r"\b(?:emprunt|prêt|(?<!boîte à )(?<!boîtes à )livres|inscription|cotisation|bénévoles|volumes|catalogue|passe|s['’]arrête)|\b(?:lun|mar|mercre|jeu|vendre|same)dis?\b|\bouvre\b"
)
"""What one finds there, and when."""


library = Check(
    "library",
    title="Bibliothèque, médiathèque",
    counts="Une page sur la bibliothèque ou un lien vers son catalogue.",
    signs=[
        *(replace(sign, local=True) for sign in topic(*NAMES, unless=OTHERS)),
        heading("=lire"),
        sentence(
            *("bibliothèque", "médiathèque", "ludothèque", "bibliobus", "dépôt de livres", "point lecture"),
            *("relais lecture", "relais livres"),
            says=LENT,
            house=True,
            unless=(
                *("auteur", "notaire", "atelier", "nationale", "modèles", "images", "logiciels", "formulaires"),
                *("billard", "hôtel"),
                *OF_OLD,
            ),
        ),
        sentence(
            *("on emprunte des livres", "emprunter des livres", "livres en prêt", "réservez vos livres", "prêt de livres"),
            *("volumes en prêt", "les livres se prêtent", "on prête des livres", "livres à emprunter"),
            says=LENT,
        ),
    ],
    look=look,
    examples=[
        seen("<h1>Ici</h1><p>Le village a une bibliothèque. Elle ouvre le mercredi de 15 h à 17 h.</p>"),
        unseen("<h1>Ici</h1><p>Mme Roy expose à la bibliothèque. Elle reçoit le samedi.</p>"),
        unseen("<h1>Ici</h1><p>La bibliothèque est en projet. Elle ouvrira le mercredi.</p>"),
        seen("<h1>Ici</h1><p>La bibliothèque est dans l’ancienne école, ouverte le mercredi.</p>"),
        seen("<h1>Ici</h1><p>La bibliothèque reçoit du mardi au samedi, elle est fermée en août.</p>"),
        unseen("<h1>Ici</h1><p>La bibliothèque est fermée le vendredi 13 novembre : contactez la mairie.</p>"),
        unseen("<h1>Ici</h1><p>La bibliothèque, fermée en 2015, ouvrait le mercredi.</p>"),
        unseen('<h3>Loisirs</h3><p>Terrain de tennis, médiathèque, boîtes à livres.</p><a href="/l">Voir</a>'),
        unseen('<a href="/b">La bibliothèque en pause</a><h2>La bibliothèque en pause</h2><p>Faute de bénévoles.</p>'),
        seen("<h2>Le Préau</h2><p>On y emprunte des livres le mercredi.</p>"),
        seen("<h1>Ici</h1><p>Les livres se prêtent le samedi de 10 h à midi au presbytère.</p>"),
        seen("<h1>Ici</h1><p>Des albums et romans à prendre en prêt chaque samedi.</p>"),
        seen("<h1>Ici</h1><p>Deux mille titres : 2 000 livres vous attendent.</p>"),
        unseen("<h1>Ici</h1><p>Bourse aux romans et BD, dimanche.</p>"),
        seen("<div><p>Bibliothèque</p><ul><li>4 place Haute</li><li>02 37 99 00 00</li></ul></div>"),
        unseen("<div><p>Bibliothèque</p><p>Fermée</p><p>École</p><p>4 place Haute</p><p>02 37 99 00 00</p></div>"),
        seen("<h2>Bouquiner</h2><p>La bibliothèque du presbytère, mercredi 16 h - 18 h.</p>"),
        seen("<p>Le coin lecture du Petit Foyer : mercredi 15 h - 17 h, 900 livres.</p>"),
        seen("<h1>Bouquiner</h1><p>Vous empruntez six livres pour un mois.</p>"),
        unseen("<h1>École</h1><p>La classe emprunte des livres au musée.</p>"),
        unseen("<p>Le conciliateur reçoit à la médiathèque le mardi de 14 h à 16 h.</p>"),
        seen("<h1>Au village</h1><p>La bibliothèque est ouverte le mercredi de 15 h à 17 h.</p>"),
        unseen("<h1>Au village</h1><p>Lecture à la médiathèque samedi, de 15 h à 17 h.</p>"),
        unseen('<a href="/n">Fermeture de la médiathèque lundi</a>'),
        unseen('<a href="/n/1">Lire</a>'),
        seen("<h2>Lire</h2><p>Le Coin des livres, le samedi matin.</p>"),
        unseen("<h2>Lire la suite</h2>"),
        unseen('<a href="/n">Inauguration de la médiathèque</a>'),
        unseen('<a href="/n">La bibliothèque départementale vous attend</a>'),
        seen('<a href="/mediatheque">Médiathèque</a>'),
        seen("<h2>La bibliothèque municipale</h2><p>Mercredi 14 h - 18 h</p>"),
        seen('<a href="http://biblio.example/"><img src="b.gif" alt="Catalogue de la bibliothèque"></a>'),
        unseen("<p>Rendez-vous à la médiathèque.</p>"),
        unseen("<h3>Rue de la Bibliothèque</h3>"),
        unseen('<title>Rives</title><a href="https://www.brosses.example/lire">Médiathèque de Brosses</a>'),
        seen('<title>Rives</title><a href="https://www.biblio-rives.example/">Médiathèque de Rives</a>'),
        seen('<title>Rives</title><a href="https://reseau-lecture.example/">Médiathèque de Brosses</a>'),
        unseen('<a href="#">Médiathèque</a>'),
        seen('<a href="/a">Médiathèque, place de la Mairie</a>'),
        unseen('<a href="/a">Travaux rue de la Bibliothèque</a>'),
        seen("<h1>Au village</h1><p>Le dépôt de livres de la mairie compte 600 volumes.</p>"),
        seen("<h1>Au village</h1><p>La bibliothèque est tenue par six bénévoles, ouverte mardi et samedi.</p>"),
        unseen("<h1>Au village</h1><p>L’atelier tricot se réunit à la médiathèque le jeudi à 14 h.</p>"),
        unseen("<h1>Au village</h1><p>Rendez-vous devant la bibliothèque à 9 h.</p>"),
        unseen("<h1>Vivre</h1><h2>Bibliothèque</h2><p>Personne pour la tenir : elle n’ouvre plus.</p><h2>Bus</h2><p>Ligne 3</p>"),
        unseen("<h1>Édito</h1><p>Nous voulons une ville où la bibliothèque ouvre le samedi et prête des livres.</p>"),
        unseen("<h1>Dormir</h1><p>Un gîte tout confort : wifi gratuit, bibliothèque et baby-foot.</p>"),
        seen("<h2>L’Encrier</h2><p>9 000 livres et 400 films à emprunter, du mardi au samedi.</p>"),
        seen("<h2>Le Fournil</h2><p>6 500 documents, des jeux et des mangas, mercredi et samedi.</p>"),
        unseen("<h2>Archives</h2><p>6 500 documents, cartes et plans.</p>"),
        seen("<h1>Au village</h1><p>Le relais lecture de l’école vous accueille le samedi de 10 h à 12 h.</p>"),
        seen('<a href="https://x.example/">Prolonger un prêt</a>'),
        seen("<h2>L’ancien lavoir</h2><p>Quelque 2 300 ouvrages en prêt gratuit.</p>"),
        unseen("<h2>Bourse</h2><p>3 000 livres à vendre dimanche au profit de l’école.</p>"),
        unseen("<h2>Archives</h2><p>Un emprunt de 3 000 livres tournois en 1712.</p>"),
        seen('<a href="/a">Case à lire</a>'),
        seen('<a href="/a">Livres et lecture</a>'),
        seen('<a href="/a">BM</a>'),
        unseen('<a href="/a">Bibliothèque d’entreprise</a>'),
        unseen('<a href="/a">Médiathèque d’images</a>'),
        unseen('<a href="/a">Bibliothèque de formulaires</a>'),
        seen("<h1>Lire ici</h1><p>L’équipe de la médiathèque vous attend mardi et samedi.</p>"),
        seen("<h1>Lire ici</h1><p>Léa, la bibliothécaire, vous accueille le jeudi de 16 h à 18 h.</p>"),
        unseen("<h1>Droit</h1><p>Les permanences du conciliateur : bureau de la médiathèque, jeudi 9 h.</p>"),
        seen("<h1>Lire ici</h1><p>Prêt de romans, revues et DVD. Cotisation de 5 € par lecteur.</p>"),
        seen('<h1>Lire ici</h1><p>Le catalogue du réseau : <a href="https://biblio.vals.example/">cliquer</a></p>'),
        seen("<h1>Lire ici</h1><p>Bibliobus, place Haute : jeudi 12 mars à 15 h.</p>"),
        unseen("<h1>Jadis</h1><p>Le couvent possédait une bibliothèque de 2 000 volumes.</p>"),
        unseen("<h1>Dons</h1><p>Le docteur Roy légua 3 000 volumes à la bibliothèque du château.</p>"),
    ],
)
