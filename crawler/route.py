"""Route: where a link leads, as far as the walk is concerned. Pure."""

import re
from enum import Enum

from crawler.url import Site, cut


class Route(Enum):
    """What the walk does with a URL."""

    PAGE = "read as a page of the site"
    FEED = "read as a feed"
    NEAR = "a sub-domain of the site: one look"
    PROBE = "asked only whether it is there"
    NOWHERE = "left alone"


_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|dotx?|odt|ott|rtf|xlsx?|xlsm|ods|csv|pptx?|ppsx?|odp|epub|pages|numbers|key|pub|vsdx?"
    r"|jpe?g|png|gif|webp|svg|bmp|tiff?|ico|avif|heic|eps|psd|ai"
    r"|mp3|ogg|oga|wav|m4a|flac|wma|mp4|m4v|webm|ogv|avi|mov|wmv|mkv|flv|mpe?g"
    r"|zip|rar|7z|t?gz|tar|bz2|xz|iso|exe|msi|dmg|apk|jar"
    r"|kml|kmz|gpx|shp|geojson|dwg|dxf|ics|ical|vcf|p7s|asc|css|js|json|woff2?|ttf|swf)\Z",
    re.I,
)
_FEED = re.compile(
    r"(?:^|[/._-])(?:rss2?|atom|feeds?|backend|flux(?:[_-]rss)?)(?:[/._-]|\Z)|\.(?:rss|rdf|atom)\Z"
    r"|(?:^|[?&])(?:page=backend|format=feed|type=(?:rss|atom|9818)|feed=)",
    re.I,
)
# A proxy's own addresses: they answer errors to crawlers and mean nothing to a reader.
_MACHINERY = re.compile(r"/cdn-cgi/")


def is_document(url: str) -> bool:
    """Whether the URL's path ends like a document, an image, a sound, an archive: anything that is no page."""
    return _DOCUMENT.search(cut(url)[3]) is not None


def route(url: str, site: Site) -> Route:
    """Where a URL (WHATWG form, as `join` gives) leads when it stands on a page of `site`."""
    scheme, _, _, where, query = cut(url)
    if not scheme or _MACHINERY.match(where):
        return Route.NOWHERE
    if site.holds(url):
        if _DOCUMENT.search(where):
            return Route.PROBE
        if _FEED.search(f"{where}?{query}" if query else where):
            return Route.FEED
        return Route.PAGE
    return Route.NEAR if site.near(url) and not _DOCUMENT.search(where) else Route.PROBE
