"""Langues : le site se lit aussi dans d'autres langues."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.lexicon import fold_label
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from checks.spots import leading, worded
from checks.traits import Trait
from crawler.page import Page

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


LONGEST = max(map(len, NAMES)) + 8
"""Characters of a link that may name a language."""


@check(
    "languages",
    "Autres langues",
    counts="Des pages ou un sélecteur dans une autre langue que le français ; un lien vers un site étranger n'en est pas une.",
    examples=[
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
        unseen('<select name="cours"><option>Anglais</option></select>'),
    ],
)
def languages(page: Page) -> Iterator[Observation]:
    for node in page.outline.nodes("link"):
        code = (node.attributes.get("hreflang") or "").lower().split("-")[0]
        if code and code not in ("fr", "x"):
            yield Observation.at(page, node, Trust.SURE, excerpt=f"hreflang={code}", names=CODES.get(code, code))
    for link in page.links if worded(page, language) or leading(page, code_of) else ():
        if len(link.text) > LONGEST:
            continue
        name, code = language(link.text), code_of(link.href)
        if name and (code or link.region in ("header", "nav", "footer")) and "cours" not in link.href:
            yield Observation.at(page, link, Trust.LIKELY, proof="label", names=name)
        elif code and len(link.text) <= 3 and link.text.lower() == code:
            yield Observation.at(page, link, Trust.LIKELY, proof="label", names=CODES[code])
    for select in page.outline.nodes("select"):
        if "lang" in f"{select.attributes.get('name')}{select.attributes.get('id')}{select.attributes.get('class')}".lower():
            offered = dict.fromkeys(filter(None, (language(option.text()) for option in select.css("option"))))
            if offered:
                yield Observation.at(page, select, Trust.LIKELY, excerpt=", ".join(offered), names=", ".join(offered))
    translator = page.outline.together(page.outline.classed("gtranslate"), page.outline.identified("google_translate_element"))
    if translator or ("gtranslate" in page.html and page.tree.scripts_contain("gtranslate")):
        yield Observation.at(
            page,
            translator[0] if translator else None,
            Trust.LIKELY,
            excerpt="traduction automatique",
            names="traduction automatique",
        )


_CODE = re.compile(rf"/({'|'.join(CODES)})(?=/|$)|lang=({'|'.join(CODES)})(?:_\2)?$")


@Trait
def language(words: str) -> str:
    """The language that a label names, '' when none."""
    return NAMES.get(fold_label(words).strip(), "") if len(words) <= LONGEST else ""


@Trait
def code_of(href: str) -> str:
    """The language that an address names, '' when none."""
    found = _CODE.search(href)
    return (found[1] or found[2]) if found else ""
