"""What stands around the words of the bench's pages: as much of it as on communes' sites of that size."""

from collections.abc import Iterator, Mapping

PROSE = '<div class="bloc"><h2>{heading}</h2><p class="texte">{words}.</p></div>'
_CLASSES = "elementor-element elementor-widget elementor-widget-text-editor animated-slow"
CARD = (
    f'<article id="post-{{n}}" class="post-{{n}} type-post status-publish format-standard has-post-thumbnail card card--news col-12 col-md-6 {_CLASSES}" data-id="{{n}}" data-element_type="widget" data-settings="{{{{&quot;_animation&quot;:&quot;fadeInUp&quot;,&quot;_animation_delay&quot;:200}}}}">'
    '<div class="card__media wp-block-image size-large"><picture><source type="image/webp" srcset="/media/2026/10/vue-{n}-300x200.webp 300w, /media/2026/10/vue-{n}-768x512.webp 768w, /media/2026/10/vue-{n}-1024x683.webp 1024w" sizes="(max-width: 1024px) 100vw, 1024px">'
    '<img loading="lazy" decoding="async" width="1024" height="683" class="attachment-large size-large wp-image-{n}" src="/media/2026/10/vue-{n}-1024x683.jpg" srcset="/media/2026/10/vue-{n}-300x200.jpg 300w, /media/2026/10/vue-{n}-768x512.jpg 768w" sizes="(max-width: 1024px) 100vw, 1024px" alt=""></picture></div>'
    '<div class="card__body elementor-widget-container"><h2 class="card__title elementor-heading-title elementor-size-default has-text-align-left">{heading}</h2>'
    '<div class="card__text entry-summary"><p class="texte has-normal-font-size" style="margin-top:0;margin-bottom:var(--wp--preset--spacing--40)">{words}.</p></div>'
    '<div class="card__footer d-flex justify-content-between align-items-center"><a class="btn btn-primary btn--suite elementor-button elementor-size-sm" href="/{href}" aria-label="Lire la suite : {heading}"><span class="elementor-button-content-wrapper"><span class="elementor-button-icon" aria-hidden="true"><svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" focusable="false"><path d="M5 12h14M13 5l7 7-7 7" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path></svg></span><span class="elementor-button-text">Lire la suite</span></span></a></div></div></article>'
)
"""One thing that is told, as a page builder marks it up."""
PICTURES = tuple(
    f"vue-{{n}}-{size}"
    for size in ("300x200.webp", "768x512.webp", "1024x683.webp", "300x200.jpg", "768x512.jpg", "1024x683.jpg")
)
"""The files that it asks for, under `/media/2026/10/`."""
_STYLE = "".join(
    f".has-{name}-color{{color:var(--wp--preset--color--{name})!important}}.has-{name}-background-color{{background-color:var(--wp--preset--color--{name})!important}}"
    for name in (
        "black",
        "white",
        "pale-pink",
        "vivid-red",
        "luminous-orange",
        "light-green",
        "pale-blue",
        "vivid-purple",
        "base",
    )
)
_SCRIPT = (
    'window.site={"ajax":"/wp-admin/admin-ajax.php","lang":"fr","breakpoints":{"xs":0,"sm":480,"md":768,"lg":1025,"xl":1440},'
    + ",".join(f'"option_{n}":{{"enabled":true,"duration":{n * 50},"selector":".js-{n}"}}' for n in range(24))
    + "}"
)
_ENTRY = 'class="menu-item menu-item-type-post_type menu-item-object-page menu-item-{n}"'
_LINK = 'class="elementor-item menu-link nav-link" itemprop="url"'


def framed(
    title: str, menu: Mapping[str, tuple[str, Mapping[str, str]]], footer: Mapping[str, str], *, plain: bool = False
) -> str:
    """A page whose own content is `{body}`; `plain`: its tags bear hardly any attribute."""
    style = "" if plain else f"<style id='global-styles-inline-css'>{_STYLE}</style>"
    script = "" if plain else f"<script id='site-js-extra'>{_SCRIPT}</script>"
    entries = "".join(_entries(menu, plain))
    below = "".join(f'<li{_marks(n, plain)}><a href="/{path}">{words}</a></li>' for n, (path, words) in enumerate(footer.items()))
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title} - Ville de Bellecombe-sur-Ain</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"><link rel="alternate" type="application/rss+xml" title="Actualités" href="/rss.xml">{style}
<script src="/js/site.js"></script>{script}</head><body class="page"><header id="entete"><a class="logo" href="/">Mairie de Bellecombe-sur-Ain</a>
<form role="search" action="/recherche"><input type="search" name="q" placeholder="Rechercher"></form></header><nav id='menu'><ul>{entries}</ul></nav><main id="contenu">{{body}}</main>
<footer class="pied"><p>Mairie de Bellecombe-sur-Ain, 1 place Haute, 25000 Bellecombe-sur-Ain. Tél. 03 81 00 00 00</p><ul>{below}</ul></footer></body></html>"""


def _entries(menu: Mapping[str, tuple[str, Mapping[str, str]]], plain: bool) -> Iterator[str]:
    link = "" if plain else f" {_LINK}"
    for n, (folder, (words, children)) in enumerate(menu.items()):
        inner = "".join(
            f'<li{_marks(100 * n + k, plain)}><a{link} href="/{folder}/{child}">{said}</a></li>'
            for k, (child, said) in enumerate(children.items())
        )
        yield f'<li{_marks(n, plain)}><a{link} href="/{folder}">{words}</a><ul>{inner}</ul></li>'


def _marks(n: int, plain: bool) -> str:
    return "" if plain else f" {_ENTRY.format(n=n)}"
