"""Langues : le site se lit aussi dans d'autres langues."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.communes.nature import HOME
from checks.observation import Observation, Trust
from checks.reading.about import blocks
from checks.reading.passages import Around, stand
from checks.reading.spots import leading, worded
from checks.signs import seen, unseen
from checks.text.lexicon import fold_label
from checks.text.traits import Trait
from crawler.link import Link
from crawler.page import Page, derived
from crawler.url import host, path

NAMES = {
    "english": "anglais",
    "anglai": "anglais",
    "deutsch": "allemand",
    "allemand": "allemand",
    "espanol": "espagnol",
    "espagnol": "espagnol",
    "italiano": "italien",
    "italien": "italien",
    "nederland": "néerlandais",
    "neerlandai": "néerlandais",
    "portugue": "portugais",
    "brezhoneg": "breton",
    "breton": "breton",
    "euskara": "basque",
    "basque": "basque",
    "corsu": "corse",
    "catala": "catalan",
    "elsassisch": "alsacien",
    "occitan": "occitan",
    "kreyol": "créole",
    "wolof": "wolof",
    "version anglaise": "anglais",
    "english version": "anglais",
    "version allemande": "allemand",
    "version espagnole": "espagnol",
    "version italienne": "italien",
    "versione italiana": "italien",
    "version neerlandaise": "néerlandais",
    "version bretonne": "breton",
    "site anglai": "anglais",
    "site allemand": "allemand",
    "in english": "anglais",
    "auf deutsch": "allemand",
    "in italiano": "italien",
    **dict.fromkeys(
        ("welcome", "english page", "english summary", "page anglai", "drapeau anglai", "resume anglai", "union jack"), "anglais"
    ),
    **dict.fromkeys(("willkommen", "herzlich willkommen", "drapeau allemand", "page allemand"), "allemand"),
    **dict.fromkeys(("deutsche version", "fur unsere gaste", "unsere gaste"), "allemand"),
    **dict.fromkeys(("bienvenido", "drapeau espagnol", "version espanola"), "espagnol"),
    **dict.fromkeys(("benvenuti", "drapeau italien"), "italien"),
    **dict.fromkeys(("welkom", "drapeau neerlandai", "in nederland", "nederlandse versie"), "néerlandais"),
    **dict.fromkeys(("degemer mat", "e brezhoneg", "version breton"), "breton"),
    **dict.fromkeys(("ongi etorri", "euskaraz"), "basque"),
    "bem vindo": "portugais",
    "in corsu": "corse",
    "benvinguts": "catalan",
    "uff elsassisch": "alsacien",
    "traduire": "traduction automatique",
    "traduire site": "traduction automatique",
    "traduire page": "traduction automatique",
    "traduction site": "traduction automatique",
    "translate": "traduction automatique",
    "translate this page": "traduction automatique",
    "translate page": "traduction automatique",
}
CODES = {
    "en": "anglais",
    "de": "allemand",
    "es": "espagnol",
    "it": "italien",
    "nl": "néerlandais",
    "pt": "portugais",
    "br": "breton",
    "eu": "basque",
    "co": "corse",
    "ca": "catalan",
}


SHORT = {
    **CODES,
    "fr": "français",
    "eng": "anglais",
    "gb": "anglais",
    "uk": "anglais",
    "bzh": "breton",
    "oc": "occitan",
    "esp": "espagnol",
}
"""What a language is called beside « FR »."""
LETTERS = 4
LONGEST = max(map(len, NAMES)) + 8
"""Characters of a link that may name a language."""


@check(
    "languages",
    "Autres langues",
    counts="Des pages ou un sélecteur dans une autre langue que le français ; un lien vers un site étranger n'en est pas une.",
    examples=[
        unseen('<footer><a href="/index.html">English</a></footer>'),
        seen('<footer><a href="/en/index.html">English</a></footer>'),
        seen('<nav><a href="/gast">Willkommen</a></nav>'),
        unseen('<p>La chanson « <a href="/c">Welcome</a> » ouvrira le bal.</p>'),
        seen('<link rel="alternate" hreflang="fr" href="/"><link rel="alternate" hreflang="en" href="/en/">'),
        seen('<nav><a href="/en/" lang="en">English</a></nav>'),
        seen('<header><a href="/de/index.html"><img src="de.gif" alt="Deutsch"></a></header>'),
        seen('<div class="gtranslate_wrapper"></div><script src="https://cdn.gtranslate.net/widgets/latest/float.js"></script>'),
        unseen('<link rel="alternate" hreflang="fr" href="/">'),
        unseen('<p>Cours d’anglais le mardi. <a href="/cours">Anglais</a></p>'),
        unseen('<a href="https://www.gov.uk/en/visas">English visas</a>'),
        unseen('<a href="#">English</a>'),
        seen('<select name="langue"><option>Français</option><option>English</option></select>'),
        seen('<header><a href="/t">Traduire le site</a></header>'),
        unseen('<select name="langue"><option>Français</option></select>'),
        seen(
            "<h1>Rives</h1><p>The village lies in a green valley. The hall is open on Mondays and the castle can be visited in May.</p>"
        ),
        unseen("<h1>Rives</h1><p>Le groupe The Beat of the Valley and the Band jouera dans la halle, avec Roots and Rock.</p>"),
        unseen(
            "<p>This cookie is set by the plugin. The cookie is used to store the consent of the user and is of no other use.</p>"
        ),
        seen("<script src='https://cdn.weglot.com/weglot.min.js'></script>"),
        unseen("<script src='https://cdn.exemple.fr/menu.js'></script>"),
        seen('<p><a href="index_en.html"><img src="img/uk.gif" alt=""></a></p>'),
        seen('<a href="/fr/">FR</a> <a href="/bzh/">BZH</a>'),
        unseen('<a href="/fr/">FR</a> <a href="/pdf/">PDF</a>'),
        seen('<p><a href="/g.pdf">Guide to waste sorting (in English)</a></p>'),
        seen('<p><a href="/?langue=en"><img src="drapeau_anglais.gif" alt=""></a></p>'),
        unseen('<p><a href="plan-de.html"><img src="img/plan.gif" alt=""></a></p>'),
        unseen('<select name="cours"><option>Anglais</option></select>'),
    ],
)
def languages(page: Page) -> Iterator[Observation]:
    for node in page.outline.nodes("link"):
        code = (node.attributes.get("hreflang") or "").lower().split("-")[0]
        if code and code not in ("fr", "x"):
            yield Observation.at(page, node, Trust.SURE, excerpt=f"hreflang={code}", names=CODES.get(code, code))
    for link in page.links if worded(page, language) or leading(page, code_of) else ():
        if len(link.text) > LONGEST or _leads_home(page, link):
            continue
        name, code = language(link.text), code_of(link.href)
        if name and (code or link.region in ("header", "nav", "footer")) and "cours" not in link.href:
            yield Observation.at(page, link, Trust.LIKELY, proof="label", names=name)
        elif code and len(link.text) <= 3 and link.text.lower() in (code, "" if _is_flag(page, link) else code):
            yield Observation.at(page, link, Trust.LIKELY, proof="label", names=CODES[code])
    for link, _ in worded(page, IN_IT):
        yield Observation.at(page, link, Trust.LIKELY, proof="label")
    said = {link.text.strip().lower(): link for link in page.links if 0 < len(link.text) <= LETTERS}
    if len({said[word].href for word in said if word in SHORT}) > 1 and "fr" in said:
        others = [word for word in said if word in SHORT and word != "fr"]
        yield Observation.at(page, said[others[0]], Trust.LIKELY, proof="label", names=", ".join(SHORT[word] for word in others))
    for select in page.outline.nodes("select"):
        if (
            "lang"
            in f"{select.attributes.get('name')}{select.attributes.get('id')}{select.attributes.get('class')}{select.attributes.get('aria-label')}".lower()
        ):
            offered = dict.fromkeys(filter(None, (language(option.text()) for option in select.css("option"))))
            if offered:
                yield Observation.at(page, select, Trust.LIKELY, excerpt=", ".join(offered), names=", ".join(offered))
    translator = page.outline.together(page.outline.classed("gtranslate"), page.outline.identified("google_translate_element"))
    if name := spoken(page):
        yield Observation.at(page, page.headline or page.title, Trust.LIKELY, proof="text", target=page.url, names=name)
    if translator or _is_translated(page) or ("gtranslate" in page.html and page.tree.scripts_contain("gtranslate")):
        yield Observation.at(
            page,
            translator[0] if translator else None,
            Trust.LIKELY,
            excerpt="traduction automatique",
            names="traduction automatique",
        )


def _leads_home(page: Page, link: Link) -> bool:
    """Whether a link to a language but leads to the first page of the same site, by its file: « English » → « index.html »."""
    at = path(link.href).rpartition("/")[2]
    return (
        bool(at)
        and link.host == host(page.url)
        and HOME.fullmatch(at) is not None
        and not ("?" in link.href or code_of(link.href))
    )


def _is_flag(page: Page, link: Link) -> bool:
    """Whether a link is but a picture that is called after a country: « uk.gif »."""
    node = page.tree.css_first(f"{link.selector} img")
    return node is not None and _FLAG.search(node.attributes.get("src") or "") is not None


_FLAG = re.compile(
    r"(?:^|[/_-])(?:uk|gb|us|en|eng|english|de|ger|germany|it|es|nl|pt|flag\w*|drapeau\w*)[\w-]{0,12}\.(?:gif|png|jpe?g|svg|webp)$",
    re.I,
)
_CODE = re.compile(
    rf"/({'|'.join(CODES)})(?=/|$)|(?:lang|langue|language)=({'|'.join(CODES)})(?:_\2)?$|[_-]({'|'.join(CODES)})\.(?:html?|php)$"
)
_SPOKEN = {
    "anglais": (" the ", " and ", " is ", " are ", " of ", " with ", " for ", " in ", " be ", " from "),
    "allemand": (" und ", " der ", " die ", " ist ", " das ", " mit ", " von ", " sind "),
    "italien": (" della ", " nella ", " è ", " il ", " la ", " di ", " alla ", " si "),
    "espagnol": (" los ", " las ", " el ", " la ", " y ", " está ", " con ", " una "),
    "néerlandais": (" het ", " een ", " van ", " zijn ", " voor ", " en ", " niet "),
    "breton": (" gant ", " evit ", " ha ", " eo ", " ar ", " war "),
}
"""Small words of each language; the first two are of no other."""
_TELLING = {name: Around(*words[:2]) for name, words in _SPOKEN.items()}
_FRENCH = (" les ", " des ", " du ", " dans ", " est ", " avec ", " pour ", " le ", " et ", " une ")
IN_IT = Trait(re.compile(r"(?:.{0,80}\b)?(?:in english|auf deutsch|in italiano|en español|in het nederlands)\W*$", re.I).match)
"""« Guide to waste sorting (in English) »."""
_TOOLS = re.compile(
    r"cookie|plugin|wordpress|browser|javascript|website|copyright|licen[cs]e|software|your (?:e-?mail|account|password|name)"
)
"""What the tools of a site say in English of themselves."""
_TRANSLATORS = ("gtranslate", "translate.google", "weglot", "conveythis", "linguise")


@derived
def spoken(page: Page) -> str:
    """The language besides French in which a paragraph of the page is written, '' when none."""
    for name, words in _SPOKEN.items():
        if stand(page, _TELLING[name]):
            for _, said in blocks(page):
                told = f" {said.lower().replace('.', ' ').replace(',', ' ')} "
                met = [told.count(word) for word in words]
                apart = sum(map(told.count, _FRENCH)) > 1 or _TOOLS.search(told)
                if not apart and (met[0] or met[1]) and sum(map(bool, met)) > 2 and sum(met) > 4:
                    return name
    return ""


def _is_translated(page: Page) -> bool:
    """Whether a script of the page translates it."""
    return any(
        name in where
        for node in page.outline.nodes("script")
        if (where := (node.attributes.get("src") or "").lower())
        for name in _TRANSLATORS
    )


@Trait
def language(words: str) -> str:
    """The language that a label names, '' when none."""
    return NAMES.get(fold_label(words).strip(), "") if len(words) <= LONGEST else ""


@Trait
def code_of(href: str) -> str:
    """The language that an address names, '' when none."""
    found = _CODE.search(href)
    return found[found.lastindex or 0] if found else ""
