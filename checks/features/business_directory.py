"""Commerces et entreprises : leur annuaire."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from checks.check import Check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, blocks, in_rows, proceedings, sentences
from checks.reading.passages import Around, first
from checks.reading.spots import says_itself
from checks.signs import form, heading, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases, Prose
from checks.wordings.shops import GONE, LINE, NAMES_OF_TRADES, SEVERAL, TRADES, listed
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "=acheter ici", "=acheter au village", "=boutiques", "=boutiques et artisans", "boutiques et savoir-faire",
    "savoir-faire locaux", "=ils travaillent ici",
    "=commerces", "=commerçants", "=artisans", "=entreprises", "=professionnels", "=commerces locaux",
    "=commerces de proximité", "commerces et entreprises", "commerces entreprises", "commerces et artisans",
    "commerces et artisanat", "commerces artisans", "commerces et artisants", "artisans et commerçants", "artisans commerçants",
    "artisans et entreprises", "artisants et entreprises", "commerçants et artisans", "commerçants artisans",
    "commerces et services", "commerces services", "commerces et professions", "commerces et marchés", "commerce et artisanat",
    "commerce artisanat", "commerce local", "commerce de proximité", "entreprises et commerces", "entreprises commerces",
    "entreprises et artisans", "entreprises artisans", "entreprises locales", "entreprises de la commune", "artisans locaux",
    "producteurs locaux", "acteurs économiques", "annuaire économique", "annuaire des entreprises", "annuaire des commerces",
    "annuaire des commerçants", "annuaire des professionnels", "annuaire des artisans", "liste des commerces",
    "liste des entreprises", "activités économiques", "tissu économique", "=hébergements", "=hébergeurs",
    "=hébergement et restauration", "gîtes et chambres d'hôtes", "où manger", "où dormir", "=commerce et artisanat",
    "=économie locale", "artisanat et commerce", "=artisanat", "commerçants et entreprises",
    "annuaire des entreprises et commerces", "=vie économique", "commerces et restaurants", "restaurants et commerces",
    "hébergement et restauration", "=restaurants", "hôtels restaurants", "hébergements touristiques", "=où se loger",
    "se loger et se restaurer", "=où se restaurer", "producteurs de la commune", "agriculteurs et producteurs",
    "nos producteurs", "produits locaux", "produits du terroir", "vente directe", "viticulteurs", "=vignerons",
    "commerces ambulants", "commerçants ambulants", "services et commerces", "=économie et commerces", "économie et artisanat",
    "économie et entreprises", "=entreprises et associations", "commerces et professionnels", "professionnels et commerces",
    "professionnels locaux", "entreprises et professionnels", "artisans et professionnels", "annuaire local",
    "artisans du village", "commerçants du village", "commerces du village", "commerces de la commune",
    "entreprises du village", "artisans de la commune", "annuaire des producteurs", "circuits courts", "nos agriculteurs",
    "=agriculteurs", "=producteurs", "bars et restaurants", "cafés restaurants", "=hôtels", "=gîtes", "=chambres d'hôtes",
    "=se restaurer", "=shopping", "répertoire des entreprises", "répertoire économique", "répertoire commercial",
    "bottin des entreprises", "bottin commercial", "faire ses courses", "=vie commerciale", "consommer local", "acheter local",
    "annuaire pro", "professions libérales", "tissu commercial", "commerces et économie", "entreprises et sociétés",
    "restaurants et bars", "cafés et restaurants", "restaurants et cafés", "activités commerciales", "commerces alimentaires",
    "consommez local", "achetez local", "=vie commerçante", "commerçants de proximité", "artisans du bâtiment",
    "annuaire des sociétés", "sociétés locales", "=sociétés", "répertoire des artisans", "répertoire des commerces",
    "répertoire des commerçants", "répertoire des professionnels", "carte des commerces", "guide des commerces",
    "où acheter", "manger et dormir", "dormir et manger", "viticulture", "artisans d'art", "artisanat d'art", "métiers d'art",
    "où faire ses achats", "tournées des commerçants", "commerçant ambulant", "commerce ambulant", "liste des commerçants", "liste des artisans", "liste des professionnels", "=magasins", "=échoppes",
)  # fmt: skip
NOT_THEM = (
    "équitable", "chambre de commerce", "tribunal", "aide", "aides", "création", "école de commerce", "fonds de commerce",
    "travaux", "clubs", "fermeture", "registre", "marché public", "union", "marché de producteurs", "marché artisanal",
    "marché d'artisans", "salle", "gîte communal", "gîtes communaux", "gîte municipal",
)  # fmt: skip

PASSING = re.compile(
    r"\b(?:pizzas?|poissonnier|boucher|boulanger|primeur|rôtisseur|fromager|crêpes|burgers?|épicier|kebab|huîtres)\b", re.I
)
COMES = re.compile(
    r"\b(?:boulang\w+|épici\w+|bouch\w+|poissonni\w+|primeur|fromager|rôtisseur|pizza\w*|food-?truck)(?: ambulante?)? (?:passe|vient|s['’]installe|stationne|s['’]arrête)\b"
    r"[^.!?]{0,60}\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?!\s\d)(?![^.!?]*\b(?:classe|club|école|cantine)\b)",
    re.I,
)
"""Who comes to sell, each week."""
ON_DAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?!\s\d)[^.!?]{0,30}(?:\bmatin|\bsoir|\bplace\b|\bparking\b|\d\s?h\b)(?!.*\b(?:club|école|cantine)\b)",
    re.I,
)
"""Who passes through, and when."""
TRADE = re.compile(rf"\b(?:{'|'.join(NAMES_OF_TRADES)})\b", re.I)
COMING = Around("passe", "vient", "s'installe", "s’installe", "stationne", "s'arrête", "s’arrête")
ROUNDS = Prose(
    *("boulanger", "boulangère", "épicier", "épicière", "pizza", "pizzas", "poissonnier", "boucher", "primeur"),
    *("rôtisseur", "fromager", "crêpes"),
)
SERVES = re.compile(
    r"\b(?:fermée?|ouverte?) (?:le|les|du|tous|toute|sauf|de \d)\b|\bdu (?:lun|mar|mercre|jeu|vendre|same)di au\b|\bsauf le\b|\bsur rendez-vous\b"
    r"|\bà (?:emporter|domicile)\b|\btournées?\b|\bdépôt de (?:pain|gaz)\b|\bvente (?:à la ferme|directe)\b|\bdevis gratuit\b",
    re.I,
)
"""What a shop says beside its telephone, or without one."""
HERE = re.compile(
    r"\bvous (?:accueill|trouver|propos)\w*|\bà votre (?:service|disposition)\b|\bon (?:y )?trouve\b|\bnous avons (?:la chance d|encore|toujours|gardé|conservé)|\ba (?:gardé|conservé) (?:sa|son|ses)\b|\b(?:village|bourg|commune) (?:compte|dispose|possède)\b",
    re.I,
)
"""That they are there, in one sentence with what they are."""
MANY = 5
PLAIN = ("li", "td", "dd", "p", "div")
MUNICIPAL = re.compile(
    r"\b(?:scolaires?|municipa(?:l|le|ux|les)|mairie|numéros utiles|urgences?|de garde|police|hôtel de ville)\b", re.I
)
PARAGRAPH = 600
"""Characters up to which a paragraph names several with their telephones."""


REACHED = re.compile(
    rf"{TELEPHONE.pattern.pattern}|\b\d{{1,3}}(?: bis| ter)?,? (?:grande )?(?:rue|place|route|avenue|boulevard|chemin|impasse|quai|cours|allée)\b",
    re.I,
)
"""How one finds it: a telephone, or the house in a street."""

EMPTY = Prose("rubrique", "aucun", "aucune")
AWAITED = re.compile(
    r"\brubrique (?:est )?(?:en cours d|vide|à venir)|\baucune? (?:entreprise|commer|professionnel|artisan)", re.I
)


NO_SHOPS = Phrases(*NOT_THEM)


def _look(page: Page) -> Iterator[Observation]:
    """A list whose lines each name a trade, no two the same, several with a telephone, whatever the page is called."""
    awaited = says_itself(page, EMPTY) and len(AWAITED.findall(page.main_text)) >= SEVERAL
    if awaited and not TELEPHONE.pattern.search(page.main_text):
        yield denies(page)
    if proceedings(page) or not says_itself(page, TRADES):
        return
    if not (REACHED.search(page.main_text) or SERVES.search(page.main_text) or HERE.search(page.main_text)):
        return
    least = 2 if TELEPHONE.pattern.search(page.main_text) or SERVES.search(page.main_text) else SEVERAL
    parts = [(node, part) for node, words in in_rows(blocks(page)) if node.tag in (*PLAIN, "tr") for part in sentences(words)]
    lines = [(node, part) for node, part in parts if len(part) <= LINE]
    traded = [(node, words) for node, words in lines if TRADES.within(words) and not MUNICIPAL.search(words)]
    for node, words in traded:
        if HERE.search(words) and len({trade.lower() for trade in TRADE.findall(words)}) >= SEVERAL:
            yield Observation.at(page, node, Trust.LIKELY, proof="text")
            return
    different = {trade.lower() for _, words in traded for trade in TRADE.findall(words)}
    reached = [words for _, words in traded if (REACHED.search(words) or SERVES.search(words)) and not GONE.search(words)]
    for node, words in (each for each in blocks(page) if len(each[1]) <= PARAGRAPH):
        if words.count("0") < 2 or MUNICIPAL.search(words):
            continue
        # One telephone is enough where many trades are named.
        if len({trade.lower() for trade in TRADE.findall(words)}) >= (
            SEVERAL if len(telephones := TELEPHONE.places(words)) > 1 else MANY if telephones else len(words)
        ):
            yield Observation.at(page, node, Trust.LIKELY, proof="structure")
            return
    if len(different) >= SEVERAL and len(reached) >= least:
        yield Observation.at(page, traded[0][0], Trust.LIKELY, proof="structure", count=len(traded))


def _cards(page: Page) -> Iterator[Observation]:
    """Cards that are each headed by another trade, on a page that gives several telephones."""
    if proceedings(page) or not says_itself(page, TRADES):
        return
    trades = {trade[0].lower(): heading for heading in page.headings if (trade := TRADE.search(heading.text))}
    if len(trades) < SEVERAL or any(MUNICIPAL.search(heading.text) for heading in trades.values()):
        return
    if len(TELEPHONE.places(page.main_text)) + len(SERVES.findall(page.main_text)) >= SEVERAL:
        yield Observation.at(page, next(iter(trades.values())), Trust.LIKELY, proof="structure", count=len(trades))


def _passing(page: Page) -> Iterator[Observation]:
    """Short lines or sentences that each say who comes to sell, and on which day of the week."""
    if proceedings(page) or not says_itself(page, ROUNDS):
        return
    if comes := first(page, COMES, COMING):
        yield Observation.at(page, squeeze(comes[0]), Trust.LIKELY, proof="text", target=page.url)
        return
    lines = [(node, part) for node, words in blocks(page) if node.tag in PLAIN for part in sentences(words) if len(part) <= LINE]
    told = [(node, who[0].lower()) for node, part in lines if ON_DAY.search(part) and (who := PASSING.match(part.strip()))]
    if len({who for _, who in told}) >= SEVERAL:
        yield Observation.at(page, told[0][0], Trust.LIKELY, proof="structure", count=len(told))


business_directory = Check(
    "business_directory",
    title="Commerces et entreprises",
    counts="Un annuaire ou une liste des commerces, artisans et entreprises ; la chambre de commerce et une seule boutique n'en sont pas.",
    look=lambda page: chain(_look(page), listed(page, NO_SHOPS), _cards(page), _passing(page)),
    signs=[
        form(
            "annuaire des commerces",
            "annuaire des entreprises",
            "annuaire économique",
            "rechercher un commerce",
            field="text|search|select",
        ),
        link(*NAMES, unless=NOT_THEM),
        replace(heading(*NAMES, unless=NOT_THEM, levels=(0, 1, 2)), subject=True),
        sentence(
            *("vente à la ferme", "vendent à la ferme", "vente directe", "produits fermiers"),
            *("nos producteurs", "nos commerçants"),
            *("nos artisans", "nos commerces"),
            unless=(
                *("noël", "soutenez", "soutenir", "aide", "aides", "aider", "fête", "tombola", "quinzaine", "animation", "merci"),
                *("cantine", "repas", "marché"),
            ),
        ),
        path("commerces", "commerçants", "entreprises", "artisans", "annuaire économique", unless=NOT_THEM),
    ],
    examples=[
        seen("<ul><li>Café Roux, 1 rue Basse</li><li>Gîte Bey, 2 chemin Haut</li><li>Épicerie Zoé, 4 place Haute</li></ul>"),
        unseen(
            "<ul><li>Café Roux, 1 rue Basse, ferma en 1960</li><li>Forge et maréchal-ferrant, 2 chemin Haut, 1950</li><li>Épicerie Zoé, 4 place Haute, 1971</li></ul>"
        ),
        seen(
            "<h1>Pratique</h1><p><b>Commerces</b></p><table><tr><td>Le Pétrin</td><td>05 00 00 00 50</td></tr><tr><td>Roy Sports</td><td>05 00 00 00 54</td></tr></table>"
        ),
        unseen("<h1>Pratique</h1><p><b>Commerces</b></p><p>Le comité : 05 00 00 00 50.</p>"),
        seen("<ul><li>Bar-tabac Le Relais</li><li>Garage Roy</li><li>Coiffure Nath</li><li>Épicerie Bio’Val</li></ul>"),
        unseen(
            "<h2>Lots</h2><ul><li>Bar-tabac Le Relais</li><li>Garage Roy</li><li>Coiffure Nath</li><li>Épicerie Zoé</li></ul>"
        ),
        unseen("<h2>Appel d’offres</h2><ul><li>Maçonnerie</li><li>Charpente</li><li>Couverture</li><li>Électricité</li></ul>"),
        unseen("<p>Un boulanger passe le vendredi en classe.</p>"),
        unseen("<p>Bar, café et restaurant vous attendent samedi sous le chapiteau.</p>"),
        seen("<p>Nous avons la chance de garder une boulangerie, une épicerie et une auberge, toutes trois sur la place.</p>"),
        seen("<p>Une boulangerie, un tabac et une pharmacie, un garage vous accueillent au bourg.</p>"),
        seen(
            "<table><tr><td>Roy</td><td>maçon</td><td>06 00 00 00 01</td></tr><tr><td>Bey</td><td>couvreur</td><td>06 00 00 00 02</td></tr>"
            "<tr><td>Léa</td><td>coiffeuse</td><td>06 00 00 00 03</td></tr></table>"
        ),
        seen("<p>L’épicier passe chaque jeudi devant l’église.</p>"),
        seen("<h1>Terroir</h1><p>Nos producteurs vous accueillent à la ferme le samedi.</p>"),
        unseen("<p>Le boulanger est venu en classe jeudi. On trouve un café, un bar.</p>"),
        unseen("<h1>Terroir</h1><p>La cantine s’approvisionne chez nos producteurs chaque semaine.</p>"),
        seen("<h1>Le bourg</h1><p>Café, presse : fermé le lundi.</p><p>Boulangerie Roux, tournées le jeudi.</p>"),
        unseen("<h1>Le bourg</h1><p>Le café des parents est fermé le lundi. Le miel est offert.</p>"),
        seen('<a href="/a">Répertoire des artisans</a>'),
        unseen(
            '<a href="/a">Annuaire local</a>',
            pages={
                "/a": "<h1>Annuaire local</h1><h2>Commerces</h2><p>Pains, fruits. Cette rubrique est en cours de constitution.</p><h2>Artisans</h2>"
                "<p>Cette rubrique est en cours de constitution.</p><h2>Santé</h2><p>Cette rubrique est en cours de constitution.</p>"
            },
        ),
        seen(
            "<h2>Passages</h2><ul><li>Pizza : vendredi soir, place Haute</li><li>Poissonnier : mardi, 9 h</li><li>Boucher : jeudi, 16 h</li></ul>"
        ),
        seen("<p>Au bourg : la boulangerie (02 97 10 10 10), le garage, le café (02 97 10 10 11) et deux gîtes.</p>"),
        seen(
            "<ul><li>Boulangerie Roux, 3 place Haute, 02 97 10 10 10</li><li>Garage Bey, 8 rue Basse</li><li>Coiffure Zoé, rue du Puits</li></ul>"
        ),
        unseen("<p>Le café des parents et la librairie : 02 97 10 10 10.</p>"),
        seen(
            "<h1>À votre service</h1><div><h3>Boulangerie Roux</h3><a>02 97 10 10 10</a></div><div><h3>Garage Bey</h3><a>02 97 10 10 11</a></div><div><h3>LB Menuiserie</h3><a>02 97 10 10 12</a></div>"
        ),
        unseen(
            "<h3>Le restaurant scolaire</h3><h3>Au café</h3><h3>La menuiserie</h3><p>02 97 10 10 10, 02 97 10 10 11, 02 97 10 10 12</p>"
        ),
        seen("<p>Mangez au café (02 97 10 10 10). Miel chez Jo. Yves est maçon, Lila coiffeuse, Paul couvreur.</p>"),
        unseen('<a href="/louer">Gîte et salle</a>'),
        unseen("<p>En 1900 : un café, du miel, un maçon, une coiffeuse, un couvreur.</p>"),
        unseen("<p>Mairie 02 97 10 10 10, garage de garde 02 97 10 10 11, taxi, hôtel de police.</p>"),
        unseen("<ul><li>Pizza mardi</li><li>Crêpes jeudi</li><li>Burger vendredi</li></ul>"),
        unseen("<ul><li>Pizza à 8 €</li><li>Crêpes samedi 12</li><li>Primeur</li></ul>"),
        unseen(
            '<nav><a href="/e">Entreprises</a></nav>',
            pages={
                "/e": "<main><h1>Entreprises</h1><p>Vous êtes installé ici et souhaitez figurer sur cette page ? Écrivez à la mairie.</p></main>"
            },
        ),
        seen(
            '<nav><a href="/e">Entreprises</a></nav>',
            pages={
                "/e": "<main><h1>Entreprises</h1><p>Menuiserie Roux, 02 00 00 00 41. Vous souhaitez figurer sur cette page ?</p></main>"
            },
        ),
        unseen(
            "<h1>Carte grise</h1><ul><li>Garage Griffon, 04 71 99 10 10</li><li>Garage Roux, 06 00 00 11 11</li><li>Garage du Moulin, 06 00 00 11 12</li></ul>"
        ),
        seen(
            "<h1>Ils travaillent ici</h1><ul><li>Auberge de la Croix, 04 71 99 10 10</li><li>Vidal, couvreur, 06 00 00 11 11</li><li>GAEC du Moulin, vente à la ferme</li></ul>"
        ),
        seen(
            "<h1>À terre</h1><p>L’épicerie de Soaz, 02 00 00 00 21. Le bar Chez Fanch, 02 00 00 00 22. Le fournil ouvre l’été.</p>"
        ),
        unseen("<h1>Fête</h1><ul><li>Repas au restaurant, 04 71 99 10 10</li><li>Café offert</li><li>Miel et fromage</li></ul>"),
        seen('<nav><a href="/commerces">Commerces &amp; entreprises</a></nav>'),
        seen("<h1>Artisans et commerçants</h1><ul><li>Boulangerie Petit, 03 00 00 00 00</li><li>Garage Roux</li></ul>"),
        seen('<a href="/annuaire">Annuaire des entreprises</a>'),
        unseen('<a href="https://www.cci.fr">Chambre de commerce et d’industrie</a>'),
        unseen("<h2>Commerce équitable : la quinzaine</h2>"),
        unseen("<p>La boulangerie est un commerce de qualité.</p>"),
        unseen('<a href="#">Commerces</a>'),
        unseen("<h1>Mentions légales</h1><h2>Hébergement</h2><p>OVH, 2 rue Kellermann, Roubaix.</p>"),
        unseen("<h1>Mairie de Valclair</h1><h2>Hébergeurs</h2><p>Ce site est hébergé à Rives.</p>", url="/mentions-legales"),
        unseen('<h1>Mentions légales</h1><p>Site hébergé par <a href="https://hote.example/">Hébergeurs</a></p>'),
        seen('<a href="/a">Commerces du village</a>'),
        seen('<a href="/a">Où faire ses courses ?</a>'),
        seen('<a href="/a">Bars et restaurants</a>'),
        unseen('<a href="/a">Marché de producteurs locaux le vendredi</a>'),
        unseen('<a href="/a">Restauration</a>'),
        unseen('<a href="/a">Se loger</a>'),
    ],
)
