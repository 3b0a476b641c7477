"""Cantine : les menus."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.denials import denies
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import LONGEST, about
from checks.reading.denial import awaits
from checks.reading.documents import is_file
from checks.reading.passages import Around, first, just_before, near, passages
from checks.reading.sections import beneath
from checks.reading.spots import headed, leading, outside, pictures, says_itself
from checks.signs import heading, link, path, seen, sentence, unseen
from checks.tally import Tally, latest
from checks.text.dates import newest
from checks.text.folding import fold
from checks.text.lexicon import Phrases, Prose
from checks.wordings.menus import CANTEEN, CHILDREN, MENU, PLANNING, TABLE, WEEKLY, is_menu
from crawler.markup import squeeze
from crawler.page import Page, content
from crawler.url import address

MENUS = (
    "menu de la cantine", "menus de la cantine", "menus cantine", "menu cantine", "menus scolaires",
    "menus du restaurant scolaire", "menu du restaurant scolaire", "menus restauration scolaire", "menu scolaire",
    "menus de la semaine", "mange à la cantine", "menu de la semaine", "menus du mois", "menus restaurant scolaire",
    "au menu cette semaine", "menus des écoles", "menus du restaurant", "menus restauration", "cantine menus",
    "menus périscolaires", "menus de septembre", "menus d'octobre", "menus de novembre", "menus de décembre",
    "menus de janvier", "menus de février", "menus de mars", "menus d'avril", "menus de mai", "menus de juin",
    "à la cantine cette semaine", "cette semaine à la cantine", "menus mensuels", "menu hebdomadaire", "repas de la semaine",
    "que mange-t-on", "on mange quoi", "qu'est-ce qu'on mange", "consulter les menus", "télécharger les menus",
    "menus de juillet", "qu'y a-t-il à la cantine", "menus de la restauration scolaire", "menus et tarifs", "menus du midi",
    "menus des cantines", "menu des écoliers", "menus des écoliers", "menu des enfants", "menus des enfants", "menus des élèves",
    "menus cantines", "menus école", "menu école", "à la cantine ce midi", "repas servis à la cantine", "dans l'assiette de vos enfants",
    "dans leur assiette", "menu de la semaine à la cantine", "menus bio", "menus du trimestre", "menus d'août",
    "que mangent", "nos enfants mangent", "menus des repas", "menu des repas", "repas chauds", "menus repas", "manjé lékol", "meni lékol",
    "meni kantin", "menu du jour de la cantine", "menus du service de repas",
)  # fmt: skip
OTHERS = (
    "inscription", "traiteur", "burger", "accès rapide", "menu principal", "menu secondaire", "règlement", "tarifs de la salle",
    "recrute", "adjoint", "adjointe", "portage", "à domicile", "aînés", "seniors", "ehpad",
    *(f"menu enfant à {euros}" for euros in range(5, 16)),
)  # fmt: skip

HUNG, NAMED = Phrases(*MENUS), Phrases(*MENUS, "menus")
SERVED = Prose(
    "maternelle", "élémentaire", "cantine", "école", "écoles", "restaurant scolaire", "restauration scolaire", "périscolaire",
    "cuisine centrale", "espace famille", "espace familles", "élèves", "collégiens", "pause méridienne", "cantines",
    "restaurant municipal", "écoliers", "nos enfants", "vos enfants", "repas des enfants",
)  # fmt: skip
WRONG = Prose(*OTHERS)
EATEN = Around("menu")
WEEKS = re.compile(
    r"[Mm](?<!\w[Mm])enus?\s+(?:de la semaine\s+)?(?:du\s+)?\d{1,2}[/.-]\d{1,2}\s+au\s+\d{1,2}[/.-]\d{1,2}|[Mm](?<!\w[Mm])enus?\s+(?:de la semaine\s+)?du\s+\d{1,2}(?:er)?\s+(?:[a-zûé]+\s+)?au\s+\d{1,2}(?:er)?\s+[a-zûé]+(?:\s+20\d\d)?"
)

MONDAY = Around("lundi")
WEEK = re.compile(
    r"lundi\b[^.!?]{3,60}?\bmardi\b[^.!?]{3,60}?\bjeudi\b[^.!?]{3,40}|lundi\W{1,4}mardi\W{1,4}(?:mercredi\W{1,4})?jeudi\b[^.!?]{3,120}",
    re.I,
)
DISHES = re.compile(
    r"\b(?:carottes?|betteraves?|salade|soupe|potage|poulet|poisson|hachis|steak|purée|pâtes|riz|omelette|haricots|lentilles|frites|jambon|rôti"
    r"|yaourt|fromage|fruits?|compote|gratin|quiche|pizza|couscous|dinde|bœuf|porc|colin|saumon|lasagnes|raviolis|saucisses?|escalope|veau|agneau|œufs|légumes|petits pois|épinards|brocolis"
    r"|concombres?|tomates?|melon|taboulé|radis|endives|blanquette|spaghettis?|coquillettes|boulgour|semoule|tarte|flan|pommes?|poires?|bananes?|clémentines?|kiwis?)\b",
    re.I,
)
OLDER = Phrases("portage", "aînés", "seniors", "ehpad", "résidence", "à domicile", "auberge", "hôtel", "banquet", "brasserie")
"""Whose menus are not the school's."""
LEADING_TO = re.compile(r"\b(?:menus?|repas servis)\b[^.!?:]{0,80}:?\s?\Z", re.I)
"""What stands before a link to where they are."""
PLATES = re.compile(r"\bmenus?\b[^.!?]{0,80}\b(?:semaine|du \d|de la semaine|du lundi)\b[^.!?]{0,160}", re.I)
PICTURE = ", ".join(
    ("canvas", "img" + "".join(f":not([src*={name}])" for name in ("bandeau", "banniere", "logo", "entete", "header")))
)
SHORT, MANY = 400, 6
"""Characters of a page that may only say where menus hang; dishes by which a week is told."""
SEVERAL = 2
"""Weeks of menus from which they are not those of one feast."""
FEAST = 3
"""Dishes of several days beyond which they are those of the children, though nobody says so."""
STALE = 180
"""Days after which menus are no longer those of the children's plates, summer included."""


PUT_ONLINE = re.compile(
    r"\b(?:en ligne(?! prochainement)|sur le (?:site d[eu]|portail)|sur (?:internet|l['’]application|panneaupocket)|sur l['’]espace famille|ci-dessous|ci-contre|télécharg\w+|cliqu\w+)\b",
    re.I,
)
"""Where they are to be read without going to the school."""


def _week(page: Page) -> re.Match[str] | None:
    days = (text for text in passages(page, MONDAY) if "mardi" in text.lower())
    return next((found for text in days if (found := WEEK.search(text))), None)


def look(page: Page) -> Iterator[Observation]:
    """Menus told by their dates on a page that speaks of the school, or day by day; week after week, they are no inn's."""
    if _tells_none(page) or OLDER.within(page.headline):
        yield denies(page, target=address(page.url))
        yield from (denies(page, one, one.href) for one, _ in leading(page, is_file))
        return
    if _is_of_school_days(page):
        yield Observation.at(page, page.headline or page.title, Trust.LIKELY, proof="text", target=page.url)
    dated = [one for one, _ in leading(page, is_file) if WEEKLY.match(one.text.lower())] if about(page, CANTEEN) else []
    if len(dated) >= SEVERAL and not PLANNING.within(page.headline):
        yield Observation.at(page, dated[0], Trust.LIKELY, proof="label")
    eaters = says_itself(page, SERVED) or about(page, CANTEEN) or first(page, CHILDREN, TABLE) is not None
    if not eaters:
        if (week := _week(page)) and len(set(DISHES.findall(week[0]))) > FEAST:
            yield Observation.at(page, squeeze(week[0]), Trust.LIKELY, proof="text", target=page.url)
        weekly = [one for one, _ in leading(page, is_file) if _is_week(one.text)] if says_itself(page, MENU) else []
        for one in weekly if len(weekly) >= SEVERAL else ():
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
        return
    if (week := _week(page)) and len(DISHES.findall(week[0])) > 2:
        yield Observation.at(page, squeeze(week[0]), Trust.LIKELY, proof="text", target=page.url)
    menus = says_itself(page, MENU)
    for one, _ in leading(page, is_file):
        if not WRONG.within(one.text) and is_menu(page, one, menus):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for picture, words in pictures(page):
        if (HUNG.within(words) or WEEKS.search(words)) and not WRONG.within(words):
            yield Observation.at(page, picture, Trust.LIKELY, proof="label", excerpt=words)
    for one in outside(page) if menus else ():
        # « Les menus sont sur le site du traiteur. »
        if one.text and not one.framed and LEADING_TO.search(just_before(page, one.text, 90)):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for above in headed(page, MENU) if menus and about(page, CANTEEN) else ():
        if len(set(DISHES.findall(beneath(page, above)))) > 1:
            yield Observation.at(page, above, Trust.LIKELY, proof="text", target=page.url)
    if menus and (plates := first(page, PLATES, EATEN)) and len(set(DISHES.findall(plates[0]))) > 1:
        yield Observation.at(page, squeeze(plates[0]), Trust.LIKELY, proof="text", target=page.url)
    if menus and (weeks := WEEKS.search(near(page, EATEN, 2, 90))):
        yield Observation.at(page, weeks.group(), Trust.LIKELY, proof="text", target=page.url)


def _is_of_school_days(page: Page) -> bool:
    """Whether a page tells dishes day by day, without a price, and none at the end of the week: no inn is open so."""
    if len(page.main_text) > LONGEST:
        return False
    text = page.main_text.lower()
    days = all(day in text for day in ("lundi", "mardi", "jeudi")) and not any(end in text for end in ("samedi", "dimanche", "€"))
    return days and len(set(DISHES.findall(text))) >= MANY and not OLDER.within_folded(fold(text))


def _tells_none(page: Page) -> bool:
    """Whether a short page that is named after the menus neither holds nor leads to any: they hang at the school, or will come."""
    if len(page.main_text) > SHORT or not NAMED.within(page.headline) or awaits(page) or page.forms:
        return False
    held = DISHES.search(page.main_text) or content(page).css_first(PICTURE) or outside(page)
    return not (held or any(is_file.of(one.href) or any(map(str.isdigit, one.text)) for one in page.links if not one.framed))


def _is_week(words: str) -> bool:
    """Whether it names the menu from one day to another: « Menu du 1er mars au 5 mars »."""
    return WEEKS.match(words.lower()) is not None and not WRONG.within(words)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Menus that bear their dates are of this school year, or no longer of use."""
    verdict = verdict_of(tally, coverage)
    dated = [replace(o, dated=newest(o.excerpt)) for o in tally.of()]
    told = max((o.dated for o in dated if o.dated), default=None)
    if verdict is Verdict.PRESENT and told and (coverage.as_of - told).days > STALE:
        verdict = Verdict.PARTIAL
    return Judgement(verdict, {"last": latest(dated) or ""})


school_meals = Check(
    "school_meals",
    title="Cantine et menus",
    counts="Les menus de la cantine ; la cantine présentée sans menus n'en est pas.",
    signs=[
        link(*MENUS, unless=OTHERS),
        heading(*MENUS, unless=OTHERS),
        sentence(
            *("menus de la cantine", "menus de la semaine", "menus sont", "menus scolaires", "menus du restaurant scolaire"),
            *("menus du mois", "menus des enfants", "menu de la cantine", "menu de la semaine"),
            says=PUT_ONLINE,
            unless=("portage", "aînés", "auberge", "brasserie", "traiteur à domicile"),
        ),
        path("menus cantine", "menu cantine", "restaurant scolaire menus"),
    ],
    look=look,
    judge=judge,
    examples=[
        seen(
            "<h1>À table</h1><table><tr><th>Lundi</th><td>Carottes, hachis, clémentine</td></tr><tr><th>Mardi</th><td>Potage, omelette</td></tr>"
            "<tr><th>Jeudi</th><td>Poisson, riz</td></tr></table>"
        ),
        unseen("<h1>Sport</h1><p>Lundi : yoga. Mardi : danse. Jeudi : judo, puis un fruit.</p>"),
        seen('<h1>L’école</h1><p>Dans les assiettes : <a href="/d/3.pdf">mars</a>.</p>'),
        seen('<h1>Restaurant scolaire</h1><a href="/45.pdf">Semaine 45</a> <a href="/46.pdf">Semaine 46</a>'),
        seen(
            "<h1>À table</h1><table><tr><th>Lundi 2</th><th>Mardi 3</th><th>Jeudi 5</th></tr><tr><td>Betteraves</td><td>Potage</td><td>Radis</td></tr><tr><td>Dinde, riz</td><td>Lasagnes</td><td>Poisson, purée</td></tr></table>"
        ),
        unseen(
            "<h1>À table</h1><p>Lundi betteraves, dinde, riz. Mardi potage, lasagnes. Jeudi radis, poisson, purée. 14 € le repas.</p>"
        ),
        seen('<h1>L’école</h1><p>Ce que mangeront les enfants en novembre : <a href="/nov.pdf">document</a></p>'),
        unseen('<h1>L’école</h1><p>Ce que verront les enfants en novembre : <a href="/nov.pdf">document</a></p>'),
        unseen('<h1>L’école</h1><p>Les vacances : <a href="/d/3.pdf">mars</a>.</p>'),
        seen('<h1>L’école</h1><p>Les menus : <a href="/d/menus.pdf">mars</a>.</p>'),
        seen('<h1>La cantine</h1><p>Les menus sont affichés à l’école, et ici : <a href="/s45.pdf">Semaine 45</a></p>'),
        unseen('<h1>La cantine</h1><p>Le menu est affiché à l’école.</p><a href="/r.pdf">Règlement</a>'),
        unseen('<h1>Le bulletin</h1><p>L’école et le menu du banquet.</p><a href="/b.pdf">Novembre 2026</a>'),
        seen(
            "<h1>L’école</h1><p>Lundi carottes, hachis ; mardi betteraves, poisson ; jeudi soupe, poulet ; vendredi omelette.</p>"
        ),
        seen('<h1>L’école</h1><p>Josette cuisine : <a href="/menu-s48.pdf">du 23 au 27 novembre 2026</a>.</p>'),
        seen('<h1>Timoun</h1><p>Maternelle Awara. Manjé lékol : <a href="/m.pdf">semaine du 23 novembre 2026</a></p>'),
        unseen('<h1>Accueil de loisirs</h1><p>Maternelle : <a href="/m.pdf">semaine du 23 novembre 2026</a></p>'),
        unseen('<h1>Auberge</h1><a href="/menu-noel.pdf">Le 25 décembre 2026</a>'),
        seen(
            '<title>Menu</title><a href="/1.pdf">Menu du 5 OCTOBRE au 9 OCTOBRE 2026</a> <a href="/2.pdf">Menu du 12 OCTOBRE au 16 OCTOBRE 2026</a>'
        ),
        unseen('<h1>Auberge</h1><a href="/m.pdf">Menu du 20 décembre au 2 janvier</a>'),
        unseen("<h1>L’école</h1><p>Lundi judo, mardi danse, jeudi chant.</p>"),
        seen('<a href="/s">Qu’est-ce qu’on mange à la cantine ?</a>'),
        seen("<h1>À l’école</h1><h2>À table</h2><p>Menus du 16 novembre au 18 décembre 2026 : cliquez ici.</p>"),
        seen('<a href="m.pdf">Menus de la cantine, juin 2023</a>', "partial"),
        unseen("<h1>Auberge du lac</h1><p>Menu du 1er mai au 30 septembre : friture.</p>"),
        seen('<a href="menus.pdf">Menus de la cantine</a>'),
        seen("<h2>Menus du restaurant scolaire, semaine du 2 novembre</h2>"),
        seen('<td><a href="m.htm"><img alt="Menus du restaurant scolaire" src="m.gif"></a></td>'),
        unseen("<h2>Restauration scolaire</h2><p>Le repas coûte 3,20 €.</p>"),
        unseen('<button>Menu</button><a href="/x">Menu principal</a>'),
        unseen("<p>Le menu du banquet : jambon, gratin.</p>"),
        unseen("<h2>Inscription à la cantine</h2>"),
        unseen('<a href="#">Menus de la cantine</a>'),
        seen("<h2>À la cantine cette semaine</h2>"),
        seen('<a href="/a">On mange quoi à la cantine ?</a>'),
        seen('<a href="https://traiteur.example/m">Consulter les menus des enfants</a>'),
        unseen('<a href="/carte">Menu enfant à 8 €</a>'),
        unseen('<button>Menu</button><nav><a href="/">Menu</a></nav>'),
        unseen('<a href="/a">Voir le menu</a>'),
        seen('<h1>Bon appétit</h1><p>Ce que mangeront vos petits : <a href="/11.pdf">novembre</a>.</p>'),
        seen('<h1>La cantine</h1><p>Les menus se trouvent sur <a href="https://traiteur.example/m">ce site</a>.</p>'),
        seen('<h1>L’école</h1><a href="/repas-cantine.pdf">À voir ici</a>'),
        unseen('<h1>L’école</h1><a href="/repas-cantine-tarifs.pdf">À voir ici</a>'),
        seen("<h1>L’école</h1><p>Les menus de la cantine sont consultables sur le portail, mois par mois.</p>"),
        unseen("<h1>L’école</h1><p>Les menus de la cantine sont affichés sous le préau.</p>"),
        seen("<h1>La cantine</h1><h2>Menu</h2><p>Radis, hachis, compote.</p>"),
        seen("<h1>Miam</h1><p>Menu des écoliers, semaine du 9 novembre : soupe, lasagnes, compote.</p>"),
        unseen('<h1>Portage de repas</h1><p>Nos aînés.</p><a href="/m.pdf">Menus de novembre</a>'),
        unseen(
            '<a href="/m">Menus de la cantine</a>',
            pages={"/m": "<h1>Menus de la cantine</h1><p>Ils sont au portail de l’école.</p>"},
        ),
    ],
)
