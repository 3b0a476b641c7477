"""Intercommunalité : la communauté dont la commune fait partie."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from checks.check import check
from checks.communes.names import key
from checks.communes.table import told_apart
from checks.observation import Observation, Trust
from checks.reading.about import about, blocks, proceedings
from checks.reading.passages import Around, first
from checks.reading.sections import beneath
from checks.reading.spots import outside, says_itself, worded
from checks.signs import seen, sentence, topic, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host

NAMES = (
    "intercommunalité", "communauté de communes", "communauté d'agglomération", "communauté urbaine", "métropole",
    "agglomération", "l'agglo", "=agglo", "comcom", "interco", "com com", "=epci", "communauté des communes",
    "communauté de commune", "territoire intercommunal", "=cdc", "eurométropole", "=intercommunale", "conseil communautaire",
    "délégués communautaires", "structures intercommunales", "=intercommunal", "territoire communautaire",
    "présentation de l'epci", "cc pays", "cc du pays", "ca du grand", "communauté intercommunale", "=ccs",
    "nos partenaires intercommunaux", "communauté d'agglo", "pays et intercommunalité", "mrc", "vie intercommunale",
    "coopération intercommunale", "délégués intercommunaux", "établissement public territorial", "association de communes",
    "compétences intercommunales", "services intercommunaux", "élus intercommunaux", "=notre communauté", "=notre agglo",
    "conseillers communautaires", "conseiller communautaire", "conseillère communautaire", "délégué communautaire",
    "élus communautaires", "organismes intercommunaux", "instances intercommunales", "représentants intercommunaux",
    "vie communautaire", "projet communautaire", "intérêt communautaire", "services communautaires",
    "compétences communautaires", "bulletin communautaire", "territoire et intercommunalité", "groupement de communes",
    "regroupement de communes",
)  # fmt: skip
OTHERS = (
    "syndicat", "centre intercommunal d'action sociale", "police", "tourisme", "déchets", "piscine", "hors agglomération",
    "entrée d'agglomération", "limitation", "aire d'accueil", "plui", "plan local", "transport", "médiathèque", "collecte",
    "école", "exposition", "cinéma", "vitesse", "zone 30",
)  # fmt: skip
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))
APART = Phrases(*OTHERS, "centre")
AT_HOME = re.compile(r"(?:www\.)?(?:cc-|comcom|communaute-?de-?communes|cdc-)[\w-]+\.\w+$")
"""A host that says in its name whose it is: « cc-hautes-terres.fr »."""
ELSEWHERE = Phrases(*OTHERS, "voisine", "contacter", "emploi", "tri", "enfance", "crèche", "eau")
PROJECTS, POWERS = Prose("projet", "projets", "schéma", "programme", "chantiers"), Prose("compétence", "compétences")
SHORT = 30
"""Characters of a heading that may be the community's short name."""
GROUPED = Prose("communauté de communes", "communauté d'agglomération", "communauté urbaine", "métropole")
GROUPING = Around("communauté", "métropole", "mrc")
MEMBER = re.compile(
    r"\b(?:(?:[Aa]vec|et) [\w-]+ (?:autres )?(?:communes|villages)|(?:est|sommes) (?:l['’])?une des|(?:est|sommes) dans|compte parmi|fait partie|faisons partie|membre|adh[èe]re|adhérente|appart(?:ient|enons)|dépendons|représentent|rattachée?|a rejoint|intègre|au sein|[0-9]+ (?:communes|villages))\b[^.!?]{0,60}?"
    r"\b(?:[Cc]ommunaut[ée] (?:de [Cc]ommunes|d['’][Aa]gglom[ée]ration|[Uu]rbaine)|[Mm][ée]tropole|MRC)\b[^.!?]{0,60}"
)
OWN_NAMES = Around("communauté", "c'est", "c’est", "la cc ", "la cdc ", "la ca ", "agglo", "métropole", "interco")
OWN = re.compile(
    r"\bCC[A-Z]{1,5},? c['’]est [^.!?]{0,20}\bcommunes\b[^.!?]{0,60}|"
    r"\b(?:[Cc]anton|[Aa]rrondissement)\s(?:de |du |d['’])[^!?]{3,90}\b[Cc]ommunauté (?:de communes|d['’]agglomération|urbaine)\s(?:du |des |de |d['’])?(?=[A-ZÀ-Ý])[^.!?]{0,40}|"
    r"\b(?:[Ii]ntercommunalité|EPCI)\s?:?\s(?:CC|CA|CU|CdC|[Cc]ommunauté)\s(?:du |des |de la |de l['’]|de |d['’])?[^.!?]{3,40}|"
    r"\b[A-ZÀ-Ý][\w'’-]{1,30}\s(?:Communauté|Agglo|Agglomération|Métropole|Interco)\b[^.!?]{0,30}\b(?:dont nous|s['’]occupe d|a la charge d|gère|exerce|\d+ communes)[^.!?]{0,60}|"
    r"\b(?:CC|CdC|CA) (?:du |des |de la |de l['’]|de |d['’])?(?=[A-ZÀ-Ý])[^.!?]{0,60}\b(?:gère|s['’]occupe|assure|exerce|\d+ communes)[^.!?]{0,60}|"
    r"\bpartage(?:nt|ons)? (?:\w+ )?avec\b[^.!?]{0,60}\b(?:une|la) communauté de communes\b[^.!?]{0,60}|"
    r"\b[Nn]otre (?:communauté (?:de communes|d['’]agglomération|urbaine)|intercommunalité|agglo\b|agglomération)[^.!?]{0,60}|"
    r"\b(?:fait partie|membre|adh[èe]re|adhérente|appartient|rattachée|a rejoint|est l['’]une des)\b[^.!?]{0,40}?"
    r"(?:\b[A-ZÀ-Ý][\wà-ÿ'’-]+\s(?:Communauté|Agglo|Agglomération|Métropole|Interco|Intercommunalité)|[Cc]ommunauté du Pays d\w*|Communauté (?:du|des|de la|de l['’]|de|d['’])\s?(?!Sœurs|Frères|Saint)[A-ZÀ-Ý][\w'’-]+)\b[^.!?]{0,60}"
)
"""Under the name that it gave itself: « Hautes Planèzes Communauté », « Orbe Agglo », « Communauté du Pays des Landes »."""
GATHERS = re.compile(
    r"\b(?:[Cc]ommunauté(?! (?:paroiss|pastoral|éducat|religi|de (?:paroisses|brigades)))|[Aa]gglo(?:mération)?|[Ii]nterco(?:mmunalité)?|[Mm]étropole|EPCI|MRC|CC[A-Z]{1,4})\b"
    r"[^.!?]{0,90}\b(?:regroup|rassembl|réuni|fédèr|compt|form|associ)\w*\s(?:les\s|aujourd['’]hui\s)?[\w-]+\s(?:communes|villages|municipalités)\b"
)
"""A grouping, whatever it is called, and of how many communes."""
GATHERING = Around("communes", "villages", "municipalités")
GRAND = re.compile(r"grand [A-ZÀ-Ý][\wà-ÿ-]+(?: [A-ZÀ-Ý]?[\wà-ÿ-]+)?", re.I)
COMMUNITY = re.compile(
    r"Communauté (?:du |des |de la |de l['’]|de |d['’])?(?!Emmaüs|Saint|Frères|Sœurs|Notre|Taizé|Protest|Béatitudes|Chemin)[A-ZÀ-Ý][\w'’-]+(?: (?:et |de |du |des |en )?[A-ZÀ-Ý][\w'’-]+){1,4}"
)
"""« Communauté Sources et Vallées »."""
NO_NAMES = frozenset(["La", "Le", "Ma", "Sa", "Ta", "Notre", "Votre", "Une"])
FULL = re.compile(
    r"(?:[Cc]ommunaut[ée] (?:de [Cc]ommunes?|d['’][Aa]gglom[ée]ration|[Uu]rbaine)|[Mm][ée]tropole)\s+((?:(?:du|de la|de l['’]|des|de|d['’])\s?)?[A-ZÀ-Ý][\wà-ÿ'’-]+(?:[ -](?![\w-]+ (?:communes|villages)\b)(?:(?:du|de|la|des|et|en|sur|l['’]|d['’])[ -]?)*[A-ZÀ-Ý][\wà-ÿ'’-]+){0,4})"
)
KIND = re.compile(r"communaut[ée] (?:de communes?|d'agglom[ée]ration|urbaine)|m[ée]tropole")
BARE_END = re.compile(rf"(?:{KIND.pattern})\W*$", re.I)
MOST = 5
"""Names tried on one page."""
BEYOND = re.compile(
    r"(?:^|\s)(?:Accueil|Conseil|Département|Région|Canton|Arrondissement|Code|Maire|Mairie|Site|Adresse|Commune|Population|Président)s?\b.*"
)
"""What follows the name in a table of facts."""
NAMELESS = re.compile(r"(?i)\s(?:la|le|les|l['’]?|notre|votre|nos|vos|elle|il|son|sa|ses|est)$")
"""The end of what is no name: the next sentence begins there."""


BELONGS = re.compile(
    r"\b(?:membres?|siègent?|délégués?|regroupe|s['’]appelle|relèvent|gère l|l['’]une des|fait partie)\b",
    re.I,
)
"""That the commune is one of them."""


@check(
    "intercommunality",
    "Intercommunalité",
    counts="Une rubrique ou un lien sur la communauté dont la commune fait partie ; un syndicat seul n'en est pas une.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        sentence(
            *("communauté de communes", "communauté d'agglomération", "conseil communautaire", "l'agglo"),
            *("notre intercommunalité", "métropole", "communauté urbaine", "conseillers communautaires"),
            "délégués communautaires",
            *("conseiller communautaire", "conseillère communautaire", "déléguée communautaire", "interco"),
            *("notre communauté", "mrc", "l'intercommunalité"),
            says=BELONGS,
            unless=(
                *("voisine", "autre", "piscine", "président", "vice-président", "recrute", "déchèterie", "subvention"),
                *("convention",),
            ),
        ),
    ],
    examples=[
        seen("<h1>Ici</h1><p>Nous sommes une des dix-neuf communes de la communauté de communes du Val Vert.</p>"),
        seen("<h1>Ici</h1><p>Val Vert Agglo : 42 communes dont la nôtre.</p>"),
        seen('<a href="https://cs.example/">Communauté Sources et Vallées</a>'),
        unseen('<a href="https://cs.example/">Communauté Emmaüs des Vallées</a>'),
        seen("<table><tr><td>Intercommunalité</td><td>CC des Deux Rives</td></tr></table>"),
        seen("<p>La CCLM, c’est douze communes et une crèche.</p>"),
        unseen("<p>La CCLM, c’est une chorale de trois voix.</p>"),
        seen("<p>Canton de Brosses. Arrondissement de Luno. Communauté de communes Lise et Monts.</p>"),
        unseen("<p>Tournoi d’intercommunalité : les Deux Rives.</p>"),
        seen("<h1>Ici</h1><p>La CC du Val Vert gère pour nous les déchets.</p>"),
        seen("<h1>Ici</h1><p>Nous faisons partie de la Communauté de communes du Val Vert.</p>"),
        seen("<h1>Ici</h1><p>Les 19 communes de la communauté de communes Val Vert ont un même plan.</p>"),
        unseen("<h1>Ici</h1><p>La communauté de communes du Val Vert tient salon samedi.</p>"),
        seen("<h1>La ville</h1><p>Elle fait partie de la Communauté des Monts de Rives, 14 communes.</p>"),
        seen("<h1>Ensemble</h1><p>Le village partage avec dix autres une communauté de communes, Val Vert.</p>"),
        unseen("<h1>Le prieuré</h1><p>Il fait partie de la communauté des Sœurs du Val.</p>"),
        unseen("<h1>Petits</h1><p>La crèche est gérée par la communauté d’agglomération : 04 77 00 00 00.</p>"),
        seen("<p>La CCVM réunit seize communes autour de Rives.</p>"),
        seen("<h2>Nos conseillers communautaires</h2><p>Mme Roux, M. Bey.</p>"),
        seen('<nav><a href="https://www.valsetmonts.example/">Vals et Monts Communauté</a></nav>'),
        unseen('<a href="/e">La Communauté</a>'),
        unseen("<p>La communauté de brigades rassemble douze communes.</p>"),
        unseen("<p>La communauté paroissiale réunit dix villages.</p>"),
        seen("<h1>La mairie</h1><p>Rives Agglo s’occupe de l’eau et des bus : <a href='https://agglo.example'>son site</a>.</p>"),
        seen("<h1>Le conseil</h1><p>Notre village fait partie de Hautes Planèzes Communauté (18 communes).</p>"),
        seen("<p>Avec 34 autres communes on partage la piscine : c’est la communauté de communes Reculées et Plateau.</p>"),
        seen("<p>L’eau, les poubelles : tout cela relève de Berry Grand Sud, notre communauté de communes.</p>"),
        unseen("<p>Le club fait partie de la Ligue. Orbe Agglo le soutient.</p>"),
        seen('<a href="/s">Interco</a>'),
        seen('<a href="/cc">Communauté de communes</a>'),
        seen("<h1>L’intercommunalité</h1><p>La commune fait partie de la Communauté de communes du Val Vert.</p>"),
        seen('<a href="http://www.grand-rives.example/">Grand Rives</a><h2>L’agglo et vous</h2>'),
        seen('<a href="m.htm"><img alt="Métropole" src="m.gif"></a>'),
        seen("<h2>CASUR</h2><p>Communauté d'agglomération du Sud : eau et transports.</p>"),
        seen("<h1>Le village</h1><p>Il fait partie de la Communauté de communes du Val Vert depuis 2014.</p>"),
        unseen("<h3>Syndicat intercommunal des eaux</h3>"),
        seen("<h1>Le bourg</h1><p>Notre village fait partie de la Communauté du Pays des Hautes Terres.</p>"),
        seen('<a href="http://www.cc-hautes-terres.example/"><img alt="Image responsive" src="ht.png"></a>'),
        seen('<footer><a href="http://www.hautesterres.example/"><img alt="Hautes terres" src="ht.png"></a></footer>'),
        unseen('<footer><a href="http://www.maison.example/"><img alt="Hautes terres" src="ht.png"></a></footer>'),
        unseen('<a href="http://www.cc-hautes-terres.example/dechets">Les jours de collecte</a>'),
        unseen("<p>Vitesse limitée à 50 km/h en agglomération.</p>"),
        unseen('<a href="#">Communauté de communes</a>'),
        seen('<a href="/a">Vie intercommunale</a>'),
        seen("<h1>Au village</h1><p>Notre intercommunalité s’appelle Terre Haute ; son siège est à Rives.</p>"),
        seen("<h1>Au village</h1><p>Le Mas est l’une des dix-huit communes de la communauté de communes du Pays de Rives.</p>"),
        unseen("<h1>Au village</h1><p>La communauté de communes vote son budget.</p>"),
        unseen("<h1>Au village</h1><p>La communauté de communes recrute.</p>"),
        seen('<a href="/a">Territoire communautaire</a>'),
        seen("<h2>Présentation de l’EPCI</h2>"),
        unseen('<a href="/a">Cinéma Métropole</a>'),
    ],
)
def intercommunality(page: Page) -> Iterator[Observation]:
    named = _named(page) if says_itself(page, GROUPED) else None
    own = BEYOND.sub("", squeeze(named.group(1))) if named else ""
    named = named if own and not NAMELESS.search(f" {own}") else None
    if named:
        name = squeeze(named.group().removesuffix(named.group(1))) + f" {own}"
        yield Observation.at(
            page,
            name,
            Trust.HINT,
            proof="fact:name",
            target=f"name:{own}",
            name=name,
            kind=kind[0] if (kind := KIND.match(name.lower().replace("’", "'"))) else "",
        )
    if about(page, SUBJECT, unless=APART):
        for told, words in (("projects", PROJECTS), ("powers", POWERS)):
            if says_itself(page, words):
                facts: dict[str, Any] = {told: 1}
                yield Observation.at(page, page.headline, Trust.HINT, proof=f"fact:{told}", target=page.url, **facts)
    member = (
        None
        if proceedings(page)
        else (first(page, MEMBER, GROUPING) if named else None) or first(page, OWN, OWN_NAMES) or first(page, GATHERS, GATHERING)
    )
    if member:
        yield Observation.at(page, squeeze(member[0]), Trust.LIKELY, proof="text", target=page.url)
    for heading in page.headings if named else ():
        if len(heading.text) <= SHORT and FULL.match(beneath(page, heading)):
            yield Observation.at(page, heading, Trust.LIKELY, proof="heading")
    for one in outside(page):
        if (AT_HOME.match(one.host) and not ELSEWHERE.within(one.text)) or (
            is_grouping.of(one.text) and key(one.text) in key(one.host)
        ):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")
    for one, _ in worded(page, is_grand):
        if one.region in ("nav", "header", "", "footer") or (one.host != host(page.url) and COMMUNITY.fullmatch(one.text)):
            here: dict[str, Any] = {"rubric": one.text} if one.host == host(page.url) else {}
            yield Observation.at(page, one, Trust.LIKELY, proof="label", name=one.text, **here)


def _named(page: Page) -> re.Match[str] | None:
    """The grouping with its name: what a label « La communauté de communes » is followed by in a list is none."""
    every = FULL.finditer(page.main_text)
    labels = [*(link.text for link in page.links), *(heading.text for heading in page.headings)]
    if not any(map(BARE_END.search, labels)):
        return next(every, None)
    return next((found for found in islice(every, MOST) if any(found[0] in words for _, words in blocks(page))), None)


@Trait
def is_grouping(words: str) -> bool:
    """« Hautes Terres », where the official table knows a grouping by that name."""
    return key(words) in told_apart()


@Trait
def is_grand(words: str) -> bool:
    """« Grand Besançon », « Vals et Monts Communauté », as a grouping calls itself."""
    if GRAND.fullmatch(words):
        return words.split()[1][:1].isupper()
    if COMMUNITY.fullmatch(words):
        return True
    name, _, kind = words.rpartition(" ")
    return kind in ("Communauté", "Interco") and name[:1].isupper() and name.count(" ") < 5 and name.split()[0] not in NO_NAMES
