"""Account: what a walk has seen of a site and what it has not. Pure."""

from dataclasses import dataclass, field

TIME_IS_UP = "time is up"
SILENT = "the site stopped answering"
NOT_KEPT = "not in the archive"


@dataclass(frozen=True, slots=True)
class WalkReport:
    """What a walk has seen of a site and what it has not.

    `site`: the home page that answered; `moved`: the address asked for when that is another site. `pages` read, `links`
    probed, `refused` by robots.txt, `failed` otherwise without anything being known of them, `pending` pages never tried;
    `scripted` pages made by scripts and not `rendered`, `documents` whose text was read. `cut` counts by reason what was left out on purpose. `robots`:
    allowed, partly, refused, unreachable. `crawl_delay` in seconds, as asked for. `sitemap_urls`: about how many pages the
    site says it has, None when it does not say. `complete`: every page that was found was tried. `why`: what makes the
    walk incomplete or slow, in English. `elapsed` in seconds.
    """

    site: str = ""
    moved: str = ""
    pages: int = 0
    links: int = 0
    refused: int = 0
    failed: int = 0
    rendered: int = 0
    scripted: int = 0
    documents: int = 0
    pending: int = 0
    cut: dict[str, int] = field(default_factory=dict)
    robots: str = "allowed"
    crawl_delay: float | None = None
    elapsed: float = 0.0
    complete: bool = False
    why: tuple[str, ...] = ()
    sitemap_urls: int | None = None
    soft_404: bool = False
