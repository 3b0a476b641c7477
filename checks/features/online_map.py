"""Cartographie en ligne : une carte interactive de la commune."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

from checks.check import check
from checks.finding import Coverage, Verdict
from checks.fingerprints import hosts
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.spots import leading, outside, sources
from checks.signs import known, link, seen, unseen
from checks.subjects import DIRECTORIES
from checks.tally import Tally
from checks.text.traits import Trait
from crawler.page import Page
from crawler.url import host, path

NAMES = (
    "la ville sur une carte", "la commune sur une carte", "carte de la ville en ligne", "carte des équipements",
    "=la carte interactive", "plan de ville en ligne", "visualiser sur la carte", "sig en ligne", "plan interactif",
    "carte interactive", "cartographie", "cartographie interactive", "système d'information géographique", "=sig",
    "plan de ville interactif", "geoportail", "carte dynamique", "cartographie en ligne", "webcarto",
    "carte interactive du territoire", "portail cartographique", "portail géographique", "atlas cartographique",
    "guichet cartographique", "websig", "=géomatique", "plan dynamique", "carte collaborative", "carte participative",
    "plan cliquable", "carte cliquable", "plan numérique",
    "carte zoomable", "plan zoomable", "voir la carte interactive", "=umap", "carte umap",
    "observatoire cartographique", "géoservices", "matrice graphique", "walonmap", "swisstopo", "carte ign interactive", "visualiseur cartographique",
)  # fmt: skip
STILL = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".pdf")
SCRIPTS = (
    "leaflet", "openlayers", "ol.js", "maplibre", "mapbox-gl", "arcgis", "umap", "lizmap", "maps.googleapis.com/maps/api/js",
    "maps.google.com/maps/api/js", "gmaps",
)  # fmt: skip
CLASSES = (
    "leaflet-container", "leaflet-map", "ol-viewport", "maplibregl-map", "mapboxgl-map", "gm-style", "umap", "wpgmza_map",
    "wp-block-leaflet-map",
)  # fmt: skip
CANVAS = "#map, #carte, #mapid, [id*='map-'], [class*='map-canvas'], [id*='leaflet'], [data-map]"
DRAWN = re.compile(r"""\bL\.map\(\s*['"]([A-Za-z][\w-]*)['"]""")
"""The element that Leaflet is told to draw in, by its name."""
PLANS = (
    "google.com/maps", "google.fr/maps", "maps.google.", "openstreetmap.org/", "goo.gl/maps", "maps.app.goo.gl", "bing.com/maps",
    "mappy.com", "viamichelin.", "waze.com/", "maps.apple.com", "osm.org/", "g.page/", "openstreetmap.fr/",
)  # fmt: skip
OWN_MAP = re.compile(r"(?:www\.)?(?:sig|carto|webcarto|websig|cartographie|lizmap|xmap|infogeo|geosig|webmap)\d?[.-]", re.I)
"""The host of a map that is drawn for the towns around."""
EMBEDDED = (
    "google.com/maps", "google.fr/maps", "maps.google.", "openstreetmap.org/export", "openstreetmap.fr", "bing.com/maps",
    "viamichelin", "mappy.com", "geoportail.gouv.fr/embed", "embed.windy", "maps.app.goo.gl", "goo.gl/maps",
    "france-cadastre.fr", "cadastre.gouv.fr",
)  # fmt: skip
UNSET = "London Eye"
"""Where the map of a template stands as long as nobody has set it."""


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """A label that leads to a picture, a paper or a host known for another thing (the zones of the plan) promises what is not there."""
    solid = tally.of()
    still = [o for o in solid if o.proof == "label" and (path(o.target).lower().endswith(STILL) or _is_for_another(o.target))]
    return Verdict.ABSENT if solid and len(still) == len(solid) else None


def _is_for_another(url: str) -> bool:
    rows = hosts().match(url)
    return bool(rows) and all(row.feature != "online_map" for row in rows)


@check(
    "online_map",
    "Cartographie en ligne",
    judge=judge,
    by_name=False,
    counts="Une carte interactive ou un SIG de la commune ; une seule carte de situation est partielle, une image n'est rien.",
    signs=[known(), link(*NAMES, unless=("pêche", "séance", "scolaire", "menu", "géoportail de l'urbanisme"))],
    examples=[
        unseen('<a href="/p">Plan interactif (en préparation)</a>'),
        seen('<a href="https://carto.rives.example/" aria-label="La ville sur une carte"><i></i></a>'),
        unseen('<a href="/c">La carte de la cantine</a>'),
        unseen('<a href="https://www.geoportail-urbanisme.gouv.fr/map/#zoom=13">Géoportail</a>'),
        seen('<iframe src="https://map.geo.admin.ch/embed.html?zoom=8"></iframe>'),
        seen('<script src="/js/leaflet.js"></script><div id="map" class="leaflet-container"></div>'),
        seen('<div id="planVillage"></div><script src="/leaflet.js"></script><script>L.map("planVillage")</script>'),
        seen('<a href="/carte">Plan interactif de la ville</a>'),
        seen('<iframe src="https://umap.openstreetmap.fr/fr/map/montclair_1"></iframe>'),
        seen('<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>', "partial"),
        seen('<iframe src="https://www.france-cadastre.fr/embed?insee=26000"></iframe>'),
        seen('<div class="tac_iframe" data-url="https://www.openstreetmap.org/export/embed.html?bbox=1"></div>', "partial"),
        unseen('<iframe src="https://maps.google.com/maps?q=London%20Eye%2C%20London&output=embed"></iframe>'),
        unseen('<img src="plan.jpg" alt="Plan de la commune">'),
        unseen('<a href="/ci">Carte d’identité</a> <a href="/peche">Carte de pêche</a>'),
        unseen('<a href="plan.pdf">Plan du village</a>'),
        unseen('<a href="#">Carte interactive</a>'),
        unseen('<a href="https://www.geoportail.gouv.fr/">Géoportail</a>'),
        seen('<a href="https://www.geoportail.gouv.fr/carte?c=5.7,45.1&z=15">La commune sur Géoportail</a>'),
        unseen('<a href="https://www.geoportail-urbanisme.gouv.fr/">Géoportail de l’urbanisme</a>'),
        unseen(
            '<a href="/menu">Carte du restaurant</a> <a href="/bus">Carte de bus</a> <a href="/cgp">Carte grise</a> <a href="/ce">Carte électorale</a>'
        ),
        unseen("<h2>Carte de pêche</h2><p>En vente au café.</p>"),
        unseen('<a href="/i/plan.jpg"><img src="plan.jpg" alt="Plan interactif"></a>'),
        seen('<a href="/a">Guichet cartographique</a>'),
        seen('<h1>La mairie</h1><a href="https://maps.google.com/?q=Rives">Nous trouver</a>', "partial"),
        unseen('<h1>Associations</h1><h3>Les Archers</h3><a href="https://maps.google.com/?q=Rives">Où ?</a>'),
        unseen('<a href="/a">Renouveler sa carte en ligne</a>'),
        seen('<h1>Venir</h1><a href="https://maps.app.goo.gl/AbCd">Itinéraire</a>', "partial"),
        seen('<h1>Nos chemins</h1><a href="https://carto.vals.example/">Ouvrir</a>'),
        seen('<a href="/a">Plan cliquable</a>'),
    ],
)
def online_map(page: Page) -> Iterator[Observation]:
    yield from _drawn(page)
    for embed in page.embeds:
        if any(part in embed.src for part in EMBEDDED) and UNSET not in unquote_plus(embed.src):
            yield Observation.at(page, embed, Trust.LIKELY, proof="embed", whole="cadastre" in embed.src)
    for one in outside(page):
        if OWN_MAP.match(one.host) and one.text:
            yield Observation.at(page, one, Trust.LIKELY, proof="host")
    plans = leading(page, is_plan)
    for one, _ in plans if plans and not about(page, DIRECTORIES) else ():
        if one.text and "contributors" not in one.text and one.host != host(page.url):
            yield Observation.at(page, one, Trust.LIKELY, proof="embed", whole=False)
            return


@Trait
def is_plan(href: str) -> bool:
    return "copyright" not in href and any(part in href for part in PLANS)


@Trait
def draws_maps(source: str) -> bool:
    source = source.lower()
    return any(name in source for name in SCRIPTS)


def _drawn(page: Page) -> Iterator[Observation]:
    """A map that a script of the page draws."""
    node = next(iter(page.outline.together(page.outline.classed(*CLASSES), page.outline.identified("leaflet"))), None)
    script = next((n for n, source in sources(page) if n.tag == "script" and draws_maps(source)), None)
    if script is None and node is None and "L.map(" not in page.html:
        return
    drawn = DRAWN.search(page.html) if node is None and "L.map(" in page.html else None
    canvas = node or (page.tree.css_first(f"#{drawn[1]}") if drawn else None) or page.tree.css_first(CANVAS)
    if script is not None and canvas is not None:
        yield Observation.at(page, canvas, Trust.SURE, excerpt=script.attributes.get("src") or "carte", target=page.url)
    elif node is not None or (canvas is not None and page.tree.scripts_contain("L.map(")):
        yield Observation.at(page, node or canvas, Trust.LIKELY, excerpt="carte interactive", target=page.url)
