"""Jumelages : les villes jumelées, et leurs sites."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import about, blocks
from checks.reading.ended import has_ended
from checks.reading.passages import Around, first
from checks.reading.refusals import is_wanting
from checks.reading.sections import beneath
from checks.reading.spots import headed, says_itself
from checks.signs import link, path, seen, sentence, unseen
from checks.tally import Tally
from checks.text.folding import fold
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page, frame_text
from crawler.url import host, registrable

PEOPLES = (
    "allemands", "anglais", "gallois", "écossais", "irlandais", "britanniques", "italiens", "espagnols", "portugais", "polonais",
    "roumains", "hongrois", "tchèques", "belges", "suisses", "québécois", "autrichiens", "bavarois", "slovaques", "maliens",
    "burkinabés", "sénégalais", "catalans", "d'outre-rhin", "d'outre-manche",
)  # fmt: skip
ONES = (
    "allemand", "allemande", "britannique", "anglaise", "italien", "italienne", "polonais", "polonaise", "espagnole",
    "portugaise", "roumaine", "québécoise", "autrichien", "autrichienne", "hongrois", "hongroise", "tchèque", "belge", "suisse",
    "irlandais", "irlandaise", "écossais", "écossaise", "galloise", "malien", "malienne", "sénégalais", "sénégalaise", "slovaque",
    "slovène", "croate", "bavaroise", "néerlandais", "néerlandaise", "danois", "danoise", "suédois", "suédoise", "marocaine",
)  # fmt: skip
NAMES = (
    "jumelage", "jumelages", "ville jumelle", "villes jumelles", "ville jumelée", "villes jumelées", "ville sœur",
    "villes sœurs", "cité jumelle", "cités jumelles", "commune jumelée", "communes jumelées", "coopération décentralisée",
    "villes partenaires", "villes amies", "relations internationales", "communes jumelles", "commune jumelle", "nos jumelles",
    "comité de jumelage", "charte de jumelage", "pacte d'amitié", "partenariats internationaux", "amitiés internationales",
    "coopération internationale", "échanges internationaux", "actions internationales", "europe et international",
    "gemellaggio", "ans de jumelage", "ans d'amitié", "ville partenaire", "commune partenaire", "ville amie", "commune amie",
    "communes amies", "communes partenaires", "villages jumeaux", "notre jumelle", "notre village jumeau", "village jumeau", "village jumelé", "villages jumelés",
    "comité des échanges", "échanges européens", "serment de fraternité", "serment de jumelage", "pacte de fraternité", "protocole d'amitié", "accord d'amitié", "convention d'amitié",
    *(f"{friends} {of}" for friends in ("amis", "cousins", "jumeaux") for of in PEOPLES),
    *(f"{what} franco-{of}" for what in ("comité", "échanges", "amitié", "amitiés", "association") for of in ONES),
)  # fmt: skip
NOT_THEM = (
    "club", "clubs", "football", "judo", "rugby", "pétanque", "pompiers", "sapeurs-pompiers", "école", "écoles", "collège",
    "lycée", "classe", "paroisse", "chorale", "harmonie", "scouts", "régiment", "ehpad",
)  # fmt: skip
TWINS = Phrases(*(name for name in NAMES if not name.startswith("=")))
OTHERS = Phrases(*NOT_THEM)
COUNTRIES = (
    "Suriname|Guyana|Sainte-Lucie|Dominique|Maurice|Comores|Afrique du Sud|Albanie|Algérie|Allemagne|Angleterre|Argentine|Arménie|Autriche|Belgique|Bénin|Bosnie|Brésil|Bulgarie|Burkina Faso|"
    "Cameroun|Canada|Chine|Chypre|Colombie|Congo|Corée du Sud|Côte d['’]Ivoire|Croatie|Cuba|Danemark|Écosse|Égypte|Espagne|Estonie|"
    "États-Unis|Finlande|France|Gabon|Géorgie|Grande-Bretagne|Grèce|Guinée|Haïti|Hongrie|Inde|Irlande|Islande|Israël|Italie|Japon|Laos|"
    "Lettonie|Liban|Lituanie|Luxembourg|Macédoine|Madagascar|Mali|Malte|Maroc|Mauritanie|Mexique|Moldavie|Niger|Norvège|Palestine|"
    "Pays-Bas|[Pp]ays de Galles|Pologne|Portugal|Québec|République tchèque|Roumanie|Royaume-Uni|Russie|Sénégal|Serbie|Slovaquie|Slovénie|"
    "Suède|Suisse|Syrie|Tchad|Tchéquie|Togo|Tunisie|Turquie|Ukraine|USA|Viêt Nam|Vietnam"
    "|Bade-Wurtemberg|Basse-Saxe|Basse-Silésie|Bavière|Catalogne|Cornouailles|Forêt-Noire|Franconie|Hesse|Lombardie|Ombrie|Piémont|Rhénanie|Saxe|Silésie"
    "|Sardaigne|Sicile|Andalousie|Galice|Carinthie|Tyrol|Styrie|Moravie|Transylvanie|Flandre|Wallonie"
    "|Sarre|Souabe|Thuringe|Toscane|Vénétie|Westphalie"
)
TOWN = r"\b([A-ZÀ-Ý][\wà-ÿÀ-Ý'’]{1,25}(?:[- ](?:(?:sur|sous|en|am|an|im|in|de|du|des|la|le|les|lès|aux|of|upon|der|den|del|di)[- ]){0,2}(?:d['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]{1,25}){0,3})"
IN_COUNTRY = re.compile(rf"{TOWN}\s?[,–-]?\s?\(?(?:en |au |aux )?(?:{COUNTRIES})\b\)?")
WITH = re.compile(
    rf"(?:jumel(?:ée?s?|ages?)|partenariat)\s+(?:officiellement\s+)?(?:depuis\s+(?:\d{{4}}\s+)?)?(?:avec|à)\s+(?:(?:la|les|le)\s(?:villes?|communes?|villages?)(?:\s[a-zà-ÿ]{{2,20}}){{0,3}}?\s(?:de\s|d['’]\s?))?{TOWN}"
)
APPOSED = re.compile(
    rf"{TOWN}, (?:(?:notre|sa) (?:ville |commune )?|(?:ville|commune) )(?:jumelle|jumelée)\b(?![^.!?]{{0,25}}\s(?:avec|à)\s)"
)
"""« Bad Hirsau, ville jumelle depuis 1987 »."""
TWIN = Around(
    *("jumelé", "jumelle", "jumeau", "d'amitié", "d’amitié", "notre ville ", "notre commune ", "notre village ", "fraternité"),
    *("serment de", "pacte de", "charte de"),
)
FRIENDS = Around(
    "comité", "villes sœurs", "ville sœur", "jumelles", "jumelées", "villes amies", "villes partenaires", "échange", "amitié",
    "partenariat", "coopération", "cousin", "nos amis", "soutient", "parraine", "rencontre", "se reçoivent", "se rendent visite",
    "s'écrivent", "liés ", "liée ", "liens ", "amis avec", "amie avec", "amies avec",
)  # fmt: skip
_ABROAD = rf"(?-i:{TOWN},? (?:en|au|aux) (?!France)(?:{COUNTRIES})\b)"
FRIEND = re.compile(
    rf"\b(?:depuis \d{{4}}[^.!?]{{0,60}}\b(?:échange|partenariat|amitié|amie?s?)\w*\s[^.!?]{{0,40}}?\b(?:avec|de)\s{TOWN}\s?\((?:{COUNTRIES})\)"
    rf"|\bdepuis (?:la charte d(?:e|u \d{{1,2}}(?:er)? [a-zûé]+) )?\d{{4}},? (?-i:[A-ZÀ-Ý])[\w'’-]+ et (?-i:{TOWN})\s(?:échangent (?:élèves|visites|lettres|familles|délégations|leurs)|se (?:reçoivent|rendent visite)|s['’]écrivent)"
    rf"|\b(?:liée?s?|liens?) (?:d['’]amitié )?(?:depuis \d{{4}} )?(?:à|avec) {TOWN},? \(?(?:(?:en|au|aux) )?(?:{COUNTRIES})\b|\bcomité (?:des |d['’])échanges?\b[^.!?]{{0,90}}\b{TOWN}\s?\((?:{COUNTRIES})\)"
    rf"|(?:échange|partenariat|amitié)\w*\s[^.!?]{{0,40}}?\bavec\s{TOWN}\s?\((?:{COUNTRIES})\)[^.!?]{{0,30}}\bdepuis \d{{4}}"
    rf"|\bdepuis \d{{4}}[^.!?]{{0,60}}\b(?:liée?s?|amie?s?|amitié|partenariat|échange\w*)\s[^.!?]{{0,30}}?\b(?:à|avec|de)\s{_ABROAD}"
    rf"|\b(?:coopération|partenariat|liens?)\b[^.!?]{{0,30}}\bavec (?:la|le|les) (?:commune|ville|village)s? (?:de |d['’]){_ABROAD}"
    rf"|\b(?:soutient|parraine) (?:la|le) (?:commune|ville|village) (?:de |d['’]){_ABROAD}"
    rf"|\bnos (?:amis|cousins|jumeaux) (?:{'|'.join(PEOPLES)}) (?:de |d['’])(?-i:{TOWN})"
    rf"|\b(?:liée?s?|amie?s?|amitié|partenariat) [^.!?]{{0,30}}?\b(?:à|avec|de)\s{_ABROAD}[^.!?]{{0,30}}\bdepuis \d{{4}}"
    rf"|\bavec {TOWN}\s?\((?:{COUNTRIES})\)[^.!?]{{0,40}}\bcomité\b"
    rf"|\bet {TOWN}\s?\((?:{COUNTRIES})\)[^.!?]{{0,60}}\bdepuis \d{{4}}[^.!?]{{0,60}}\bcomité\b"
    rf"|(?:(?:villes?|communes?|cités?) (?:sœurs?|jumelles?|jumelées?|amies?|partenaires?)|pactes? d['’]amitié)\b[^.!?]{{0,40}}?\b{TOWN}\s?\((?:{COUNTRIES})\b)",
    re.I,
)
"""A town abroad with which there is an exchange since a year that is told."""
SAID = re.compile(
    r"[^.!?]{0,90}\b(?:(?i:notre (?:ville|commune|village|cité) (?:jumelle|jumelée?|jumeau|sœur|amie?|partenaire))(?:,| de)?\s(?=[A-ZÀ-Ý])"
    r"|(?i:jumel(?:ée?s?))\s+(?:(?:avec|depuis)\b|à\s(?=[A-ZÀ-Ý]))|(?i:(?:charte|pacte|serment|protocole|accord|convention) (?:d['’]amitié|de (?:jumelage|fraternité)))\b)[^.!?]{0,90}"
    r"|[A-ZÀ-Ý][\w-]{2,25}(?: [A-ZÀ-Ý][\w-]{2,25})?, (?:notre |sa )?(?:(?:ville|commune) )?(?:jumelle|jumelée)\b[^.!?]{0,60}"
)
BOUND = re.compile(
    rf"\b(?:{COUNTRIES})\b|\b(?:{'|'.join(PEOPLES)}|{'|'.join(ONES)})\b|\bdepuis (?:le [^.!?]{{0,15}})?\d{{4}}\b|\bfamilles\b|\b(?:comité|association) de jumelage\b[^.!?]{{0,40}}"
    r"\b(?:organis|propos|accueill|reçoi|entretien|fêt|recherche d|contact|adhér|permanence|soutien|parrain)\w*"
    r"|\b(?:ont|a) (?:signé|scellé)\b|\b(?:villes?|communes?) (?:jumelles?|jumelées?)\s?:\s\w|(?:comité|association) de jumelage [A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?\s?[-–/]\s?[A-ZÀ-Ý]",
    re.I,
)
"""With whom, since when, or what those who tend it do."""
OF_ANOTHER = re.compile(r"(?<!\w)(?!Elle|Ville|Commune|Celle|Cette)([A-ZÀ-Ý][\w'’-]{2,30}) (?:est|fut|a été) jumelée?\b")
"""The town that a sentence says to be twinned."""
OVER = re.compile(r"\b(?:étai(?:t|ent)|avai(?:t|ent) été) jumelée?s?\b|\bs['’]est dissoute?\b", re.I)
TWINNED = Prose(
    "notre jumelle", "notre ville jumelle", "notre commune jumelle", "notre ville jumelée", "notre commune jumelée",
    "jumelé avec", "jumelée avec", "jumelée à", "jumelée depuis", "jumelés avec", "jumelés depuis", "jumelées depuis",
    "jumelées avec", "charte de jumelage", "charte d'amitié", "pacte d'amitié", "protocole d'amitié", "accord d'amitié", "convention d'amitié", "serment de jumelage", "notre ville sœur", "notre ville amie", "ville jumelée", "commune jumelée", "ville jumelle",
    "notre commune amie", "notre village ami", "notre ville partenaire", "notre commune partenaire", "notre village jumeau",
    "notre village jumelé", "serment de fraternité", "pacte de fraternité",
)  # fmt: skip
NO_TOWN = re.compile(
    rf"(?i)^(?:le|la|les|un|une|des|en|au|comité|jumelage|ville|villes|commune|mairie|site|association|république|accueil|depuis|avec|pays)$|^(?:{COUNTRIES})$"
)
CALLED = re.compile(r"\b(?:Commune|Ville|Village|Mairie|Cité) (?:de (?:la )?|du |d['’])(?=[A-ZÀ-Ý])")
"""What stands before its name in that of its site."""
FRIEND_TOWN = re.compile(rf"(?P<friends>(?:[Nn]os|[Ll]es)\s(?:amis|cousins|jumeaux)\s(?:de\s|d['’]))?{TOWN}")
THIS = re.compile(r"\bcet?(?:te)? (?:petite? )?(?:village|bourg|ville|commune|cité)\b", re.I)
MOST = 20
"""Towns named at most."""
FRAMED = 60
"""Characters of menus, header and footer from which they name the town whose site it is."""
FRAME = "<header>Mairie de Rives</header><footer>Mairie de Rives, 1 place de la Halle, 04000 Rives, 04 00 00 00 00</footer>"


def towns(text: str) -> list[str]:
    """The towns that a text on twinning names: followed by their country, or said to be twinned with."""
    found: dict[str, None] = {}
    for pattern in (IN_COUNTRY, WITH, APPOSED):
        for match in pattern.finditer(text[:60_000]):
            name = CALLED.split(squeeze(match.group(1)))[-1]
            if not NO_TOWN.match(name):
                found.setdefault(name)
    return list(found)[:MOST]


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Twinning that is mentioned without a single town named is only partial. The sites are those of all towns, or of some."""
    verdict = verdict_of(tally, coverage)
    named = max((int(str(o.facts["count"])) for o in tally.of() if "towns" in o.facts), default=0)
    sites = len(tally.of("site"))
    facts: dict[str, Any] = {"some": 1} if 0 < sites < named else {}
    return Judgement(Verdict.PARTIAL if verdict is Verdict.PRESENT and not named else verdict, facts)


@check(
    "twinning",
    "Jumelages",
    keep=12,
    judge=judge,
    signs=[
        link(*NAMES, unless=NOT_THEM),
        sentence(
            *("jumelage", "jumelé", "jumelée", "jumelés", "jumelées", "ville jumelle", "commune jumelle", "villes jumelles"),
            says=BOUND,
            unless=(
                *(one for one in NOT_THEM if one not in ("école", "écoles", "classe")),
                *("école est jumelée", "école jumelée", "jumelage de l'école", "classe jumelée", "jumelage des écoles"),
                *("maison", "maisons", "logement", "logements", "roues", "place du jumelage", "rue du jumelage", "nommée"),
            ),
            whole=False,
        ),
        path("jumelage", "jumelages", "villes jumelées", "villes jumelles", unless=NOT_THEM),
    ],
    counts="Les villes jumelées, nommées, et le lien vers leurs sites ; un jumelage sans nom de ville est partiel ; le jumelage d'un club ou d'une école n'en est pas.",
    examples=[
        seen("<h2>Nos amis de Bad Hirsau</h2><p>La charte de jumelage avec Bad Hirsau (Hesse) a été signée en 1987.</p>"),
        seen("<p>Depuis la charte du 12 septembre 1971, Rives et Bad Hirsau échangent leurs vins.</p>", "partial"),
        unseen("<h2>Villes sœurs</h2><p>Un jumelage avec une ville de Dominique est à l’étude depuis 2019.</p>"),
        unseen("<p>Avant la fusion, le bourg était jumelé avec Wilmsdorf ; le comité s’est dissous.</p>"),
        seen("<h1>Nouvelles</h1><p>Nos amis de Bad Ahlbrück, ville jumelle depuis 1987, sont venus.</p>"),
        seen("<h1>Nouvelles</h1><p>Rives, ville jumelée depuis 1987 avec une sœur, en est fière.</p>", "partial"),
        seen("<p>Nos liens avec Ahlbrück, en Hesse, remontent à 1968.</p>"),
        seen("<p>La ville est liée depuis 1985 à Ahlbrück, en Bavière.</p>"),
        seen("<p>Le comité des échanges reçoit tous les deux ans ceux d’Ahlbrück (Hesse).</p>"),
        seen("<h1>La ville</h1><p>Depuis 1992, Rives et Brossach échangent élèves et fanfares.</p>", "partial"),
        unseen("<h1>L’eau</h1><p>Depuis 1992, Rives et Brosses échangent leur eau.</p>"),
        unseen("<h2>Jumelage</h2><p>L’idée en fut débattue puis abandonnée.</p>"),
        seen("<p>Les élus de Borgofonte, ville jumelée, seront reçus en mai.</p>"),
        seen("<p>La commune soutient le village de Tinkaré, au Mali.</p>"),
        seen("<p>La coopération avec la commune de Tinkaré au Mali porte sur l’eau.</p>"),
        seen("<p>Depuis vingt ans nous recevons nos amis italiens de Borgofonte.</p>", "partial"),
        unseen("<p>Un partenariat avec la ville de Lyon est signé.</p>"),
        seen("<h2>Nos amis bavarois</h2><p>Ils viennent à la Pentecôte.</p>", "partial"),
        seen("<p>Rives est liée à Aldenau, en Saxe, depuis 1991.</p>"),
        seen("<p>Notre ville amie, Sulzbrunn en Souabe, nous reçoit en mai.</p>"),
        seen("<p>Depuis 1991 nous sommes amis avec Aldenau, en Bavière.</p>"),
        unseen("<p>Depuis 1991 le foot est ami avec le club d’Aldenau, en Bavière.</p>"),
        unseen("<p>Depuis 2012, M. Roux, lié à la filière, expose en Italie.</p>"),
        unseen("<p>Notre ville partenaire du Tour accueille les coureurs.</p>"),
        seen('<a href="/jumelages">Jumelages</a>', "partial"),
        seen(
            '<h1>Villes jumelées</h1><ul><li><a href="https://www.freiburg.example/">Fribourg-en-Brisgau</a> (Allemagne)</li><li>Tver (Russie)</li></ul>'
        ),
        seen("<h2>Comité de jumelage</h2><p>La commune est jumelée avec Neuchâtel depuis 1975.</p>"),
        seen(
            "<h2>Nos villes jumelles</h2><p>Depuis 1998, nous sommes en jumelage avec la commune thermale italienne de Bagnorosso.</p>"
        ),
        seen("<h2>Nos cousins</h2><p>Depuis 1974 Rives échange avec Ahlbrück (Allemagne), et avec Villalba (Espagne).</p>"),
        seen("<h1>Ouverte sur le monde</h1><p>Nos villes sœurs : Hartenfeld (Allemagne, 1962), Kouroufing (Mali, 1986).</p>"),
        seen("<h2>Depuis 1987</h2><p>Avec Ashcombe-on-Sea (Angleterre), un comité de 60 familles.</p>"),
        seen("<h2>Nos amis</h2><p>Pactes d’amitié : Albina-Sud (Suriname), 1998 ; Porto Grande (Brésil), 2009.</p>"),
        seen("<p>Rives et Ahlbrück (Souabe) se rendent visite depuis 1983, avec leur comité.</p>"),
        unseen("<p>Le judo de Rives et Ahlbrück (Souabe) se rencontrent depuis 1983 : voyez le comité du club.</p>"),
        unseen("<p>Depuis 2019 l’école échange avec Rome (Italie).</p>"),
        unseen('<a href="/foot">Jumelage du club de football</a>'),
        unseen("<h2>Jumelage de l’école avec celle de Rome</h2>"),
        unseen("<h2>Jumelage</h2><p>Le club de football est jumelé avec celui de Rheinau.</p>"),
        unseen("<p>Maisons jumelées à vendre.</p>"),
        seen('<a href="/a">Coopération internationale</a>', "partial"),
        unseen("<h2>Festival international de folklore</h2>"),
        seen("<p>Le comité prépare un séjour dans notre ville jumelle de Neustadt.</p>", "partial"),
        unseen('<a href="/a">Tournoi international de judo</a>'),
        unseen('<a href="#">Jumelages</a>'),
        unseen("<h1>Jumelage</h1><p>Le jumelage avec Ahlbrück a pris fin en 2012.</p>"),
        seen("<h1>Au bourg</h1><p>Nos familles se retrouvent chaque été grâce au jumelage avec Ahlbrück.</p>", "partial"),
        seen("<table><tr><td>Association de jumelage Rives - Ahlbrück</td><td>M. Roux</td></tr></table>", "partial"),
        seen("<p>Ceux de Kirchbach, commune autrichienne avec laquelle nous sommes jumelés, viennent en mai.</p>", "partial"),
        seen("<p>La commune a noué en 2015 un protocole d’amitié avec Sant’Orso, en Sardaigne.</p>"),
        seen("<h1>Au bourg</h1><p>Depuis 1996 le comité de jumelage soutient Tinkaré : puits, école.</p>", "partial"),
        seen("<h1>Au bourg</h1><p>Nos villes jumelées : Ahlbrück, Luno.</p>", "partial"),
        unseen("<h1>Au bourg</h1><p>Notre école est jumelée depuis 2011 avec une école italienne.</p>"),
        unseen("<h1>Au bourg</h1><p>Le dentiste est au 4 place du Jumelage depuis 2019.</p>"),
        unseen("<h1>Au bourg</h1><p>Le jumelage avec une commune d’Allemagne est à l’étude.</p>"),
        seen("<h2>Sulzbrunn</h2><p>Rives et ce bourg de Souabe sont jumelés depuis 1979.</p>"),
        seen("<h2>Nos amis de Neustadt</h2><p>Les deux villages ont signé en 1979 une charte d’amitié.</p>"),
        seen("<h2>Patrimoine</h2><p>La chapelle. Rives est jumelée depuis 1979.</p>", "partial"),
        seen("<h2>Une longue amitié</h2><p>Les deux villages ont signé en 1979 une charte d’amitié.</p>", "partial"),
        unseen(f"{FRAME}<main><h1>Alentours</h1><p>Brosses est jumelée avec Luno.</p></main>"),
        seen(f"{FRAME}<main><h1>Alentours</h1><p>Rives est jumelée avec Luno.</p></main>"),
        unseen('<a href="/tt">Jumelage des clubs de tennis de table</a>'),
    ],
)
def twinning(page: Page) -> Iterator[Observation]:
    place = next((h for h in headed(page, TWINS, unless=OTHERS) if not _is_no_town(beneath(page, h))), None)
    if place is None and headed(page, TWINS, unless=OTHERS) and has_ended(page.main_text):
        return
    if place:
        yield Observation.at(page, place, Trust.LIKELY, proof="heading")
    said = first(page, SAID, TWIN) if says_itself(page, TWINNED) else None
    if said and (OTHERS.within(said[0]) or OVER.search(said[0]) or _of_neighbour(page, said[0])):
        said = None
    if said:
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    friend = None if said or place else first(page, FRIEND, FRIENDS)
    if friend and not OTHERS.within(friend.string[max(0, friend.start() - 40) : friend.end()]):
        yield Observation.at(page, squeeze(friend[0]), Trust.LIKELY, proof="text", target=page.url)
        whole = True
    else:
        whole = place is not None or about(page, TWINS, unless=OTHERS)
    if whole:
        named = towns("\n".join(words for _, words in blocks(page))) or towns(page.main_text)
    else:
        # The headline is no part of the name that follows it.
        named = (towns(said[0].removeprefix(page.headline)) or _in_heading(page)) if said else []
    if named:
        yield Observation.at(
            page, place or page.headline, Trust.SURE, proof="structure", target=page.url, towns=", ".join(named), count=len(named)
        )
    here = registrable(host(page.url))
    for anchor in page.links if named else ():
        if registrable(anchor.host) != here and any(town in anchor.text for town in named):
            yield Observation.at(page, anchor, Trust.LIKELY, proof="site", sites=1)


def _is_no_town(words: str) -> bool:
    """Whether what stands under the heading is of a club's twin, or says that there is none, any more or yet."""
    return OTHERS.within(_first(words)) or has_ended(words) or is_wanting(words)


def _in_heading(page: Page) -> list[str]:
    """The town that a heading names, above what says that it is twinned: « Nos amis de Neustadt », or « Neustadt » over « ce village »."""
    for heading in page.headings:
        words, named = beneath(page, heading), FRIEND_TOWN.fullmatch(heading.text)
        if named and SAID.search(words) and (named["friends"] or THIS.search(words)) and not NO_TOWN.match(named[2]):
            return [named[2]]
    return []


def _of_neighbour(page: Page, said: str) -> bool:
    """Whether the town that is said to be twinned is named neither by the page's title nor by its menus, header and footer."""
    town = OF_ANOTHER.search(said)
    framed = f"{page.title} {host(page.url)} {frame_text(page)}"
    return town is not None and len(frame_text(page)) > FRAMED and fold(town[1]).strip() not in fold(framed)


def _first(text: str) -> str:
    """The first sentence."""
    return re.split(r"[.!?]", text, maxsplit=1)[0]
