"""Jumelages : les villes jumelées, et leurs sites."""

import re
from collections.abc import Iterator

from checks.about import about, blocks
from checks.check import check
from checks.finding import Coverage, Tally, Verdict, verdict_of
from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.signs import heading, link, path, seen, text, unseen
from checks.spots import headed
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host, registrable

NAMES = (
    "jumelage",
    "jumelages",
    "ville jumelle",
    "villes jumelles",
    "ville jumelée",
    "villes jumelées",
    "commune jumelée",
    "communes jumelées",
    "coopération décentralisée",
    "villes partenaires",
    "villes amies",
    "relations internationales",
    "communes jumelles",
    "commune jumelle",
    "nos jumelles",
)
NOT_THEM = (
    "club",
    "clubs",
    "football",
    "judo",
    "rugby",
    "pétanque",
    "pompiers",
    "sapeurs-pompiers",
    "école",
    "écoles",
    "collège",
    "lycée",
    "classe",
    "paroisse",
    "chorale",
    "harmonie",
    "scouts",
    "régiment",
    "ehpad",
)
TWINS = Phrases(*NAMES)
OTHERS = Phrases(*NOT_THEM)
COUNTRIES = (
    "Afrique du Sud|Albanie|Algérie|Allemagne|Angleterre|Argentine|Arménie|Autriche|Belgique|Bénin|Bosnie|Brésil|Bulgarie|Burkina Faso|"
    "Cameroun|Canada|Chine|Chypre|Colombie|Congo|Corée du Sud|Côte d['’]Ivoire|Croatie|Cuba|Danemark|Écosse|Égypte|Espagne|Estonie|"
    "États-Unis|Finlande|France|Gabon|Géorgie|Grande-Bretagne|Grèce|Guinée|Haïti|Hongrie|Inde|Irlande|Islande|Israël|Italie|Japon|Laos|"
    "Lettonie|Liban|Lituanie|Luxembourg|Macédoine|Madagascar|Mali|Malte|Maroc|Mauritanie|Mexique|Moldavie|Niger|Norvège|Palestine|"
    "Pays-Bas|Pays de Galles|Pologne|Portugal|Québec|République tchèque|Roumanie|Royaume-Uni|Russie|Sénégal|Serbie|Slovaquie|Slovénie|"
    "Suède|Suisse|Syrie|Tchad|Tchéquie|Togo|Tunisie|Turquie|Ukraine|USA|Viêt Nam|Vietnam"
)
TOWN = r"\b([A-ZÀ-Ý][\wà-ÿÀ-Ý'’]{1,25}(?:[- ](?:(?:sur|sous|en|am|an|im|in|de|du|des|la|le|les|lès|aux|of|upon|der|den|del|di)[- ]){0,2}[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]{1,25}){0,3})"
IN_COUNTRY = re.compile(rf"{TOWN}\s?[,–-]?\s?\(?(?:en |au |aux )?(?:{COUNTRIES})\b\)?")
WITH = re.compile(
    rf"(?:jumel(?:ée?s?|ages?)|partenariat)\s+(?:officiellement\s+)?(?:depuis\s+(?:\d{{4}}\s+)?)?(?:avec|à)\s+(?:(?:la|les|le)\s(?:villes?|communes?|villages?)(?:\s[a-zà-ÿ]{{2,20}}){{0,3}}?\s(?:de\s|d['’]\s?))?{TOWN}"
)
NO_TOWN = re.compile(
    rf"(?i)^(?:le|la|les|un|une|des|en|au|comité|jumelage|ville|villes|commune|mairie|site|association|république|accueil|depuis|avec|pays)$|^(?:{COUNTRIES})$"
)
MOST = 20
"""Towns named at most."""


def towns(text: str) -> list[str]:
    """The towns that a text on twinning names: followed by their country, or said to be twinned with."""
    found: dict[str, None] = {}
    for pattern in (IN_COUNTRY, WITH):
        for match in pattern.finditer(text[:60_000]):
            name = squeeze(match.group(1))
            if not NO_TOWN.match(name):
                found.setdefault(name)
    return list(found)[:MOST]


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """Twinning that is mentioned without a single town named is only partial."""
    verdict = verdict_of(tally, coverage)
    named = any("towns" in o.facts for o in tally.of())
    return Verdict.PARTIAL if verdict is Verdict.PRESENT and not named else verdict


@check(
    "twinning",
    "Jumelages",
    keep=12,
    judge=judge,
    signs=[
        link(*NAMES, unless=NOT_THEM),
        heading(*NAMES, unless=NOT_THEM),
        text("est jumelée avec", "est jumelé avec", "sommes jumelés avec", "jumelée depuis", trust=Trust.LIKELY),
        path("jumelage", "jumelages", "villes jumelées", "villes jumelles", unless=NOT_THEM),
    ],
    counts="Les villes jumelées, nommées, et le lien vers leurs sites ; un jumelage sans nom de ville est partiel ; le jumelage d'un club ou d'une école n'en est pas.",
    examples=[
        seen('<a href="/jumelages">Jumelages</a>', "partial"),
        seen(
            '<h1>Villes jumelées</h1><ul><li><a href="https://www.freiburg.example/">Fribourg-en-Brisgau</a> (Allemagne)</li><li>Tver (Russie)</li></ul>'
        ),
        seen("<h2>Comité de jumelage</h2><p>La commune est jumelée avec Neuchâtel depuis 1975.</p>"),
        seen(
            "<h2>Nos villes jumelles</h2><p>Depuis 1998, nous sommes en jumelage avec la commune thermale italienne de Bagnorosso.</p>"
        ),
        unseen('<a href="/foot">Jumelage du club de football</a>'),
        unseen("<h2>Jumelage de l’école avec celle de Rome</h2>"),
        unseen("<p>Maisons jumelées à vendre.</p>"),
        unseen('<a href="#">Jumelages</a>'),
    ],
)
def twinning(page: Page) -> Iterator[Observation]:
    place = next(iter(headed(page, TWINS, unless=OTHERS)), None)
    if place is None and not about(page, TWINS, unless=OTHERS):
        return
    named = towns("\n".join(words for _, words in blocks(page))) or towns(page.main_text)
    if named:
        yield Observation.at(
            page, place or page.headline, Trust.SURE, proof="structure", target=page.url, towns=", ".join(named), count=len(named)
        )
    here = registrable(host(page.url))
    for anchor in page.links:
        if registrable(anchor.host) != here and any(town in anchor.text for town in named):
            yield Observation.at(page, anchor, Trust.LIKELY, proof="site", sites=1)
