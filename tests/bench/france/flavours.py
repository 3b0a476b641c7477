"""What the towns' pages are made of: layouts of several decades, menus that are never quite the same, sizes from 9 to 67 KB.

A page is made once for each flavour, with a mark where the town's name stands; the server puts the name in.
"""

from functools import cache

from tests.bench.france.country import NATIONAL
from tests.bench.site import DEEP, FOOTER, MENU, MONTHS, SPECIAL, WORDS
from tests.draw import draw

NAME = "\x00NOM\x00"
NEWS = ("actualites", "agenda", "arretes", "associations")
DOCUMENTS = 6
LAYOUTS = {
    "wp": (
        '<meta name="generator" content="WordPress 6.7"><link rel="stylesheet" href="/style.css">',
        '<div id="page" class="site"><header class="site-header">{banner}</header><nav class="main-navigation"><ul class="menu">{menu}</ul></nav><main class="site-main"><article class="hentry">{main}</article></main><footer class="site-footer">{foot}</footer></div>',
    ),
    "spip": (
        '<meta name="generator" content="SPIP 4.2.1"><link rel="stylesheet" href="/style.css">',
        '<div id="conteneur"><div id="entete">{banner}</div><div id="nav"><ul>{menu}</ul></div><div id="contenu" class="contenu-principal">{main}</div><div id="pied">{foot}</div></div>',
    ),
    "tables": (
        "",
        '<table width="100%" border="0"><tr><td colspan="2">{banner}</td></tr><tr><td width="180" valign="top"><ul>{menu}</ul></td><td valign="top"><font face="Arial">{main}</font></td></tr><tr><td colspan="2">{foot}</td></tr></table>',
    ),
    "plain": (
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"><script src="/site.js" defer></script>',
        '<header role="banner">{banner}</header><nav aria-label="Menu principal"><ul>{menu}</ul></nav><main id="main">{main}</main><footer role="contentinfo">{foot}</footer>',
    ),
}


class Flavour:
    """One of them: `page(path)` is a page of it, None where it has none. `pages` is how many there are."""

    def __init__(self, number: int, pages: int) -> None:
        self.number = number
        self.layout = list(LAYOUTS)[number % len(LAYOUTS)]
        self.sections = {
            folder: (words, {c: said for c, said in children.items() if draw("menu", number, folder, c) < 0.8})
            for folder, (words, children) in MENU.items()
        }
        self.footer = {path: said for path, said in FOOTER.items() if draw("footer", number, path) < 0.8}
        self.titles = {"": "Bienvenue"} | self.footer
        for folder, (words, children) in self.sections.items():
            self.titles |= {folder: words} | {f"{folder}/{child}": said for child, said in children.items()}
        self.titles |= {path: said for path, said in DEEP.items() if path.rpartition("/")[0] in self.titles}
        count = 0
        while len(self.titles) < pages:
            kind = NEWS[count % len(NEWS)]
            self.titles[f"{kind}/{kind}-{count:04}"] = f"{WORDS[count % len(WORDS)].capitalize()} {count}"
            count += 1
        self.paths = list(self.titles)[:pages]
        self._menu = "".join(self._entries())
        self.page = cache(self._page)

    def _entries(self) -> list[str]:
        return [
            f'<li><a href="/{folder}">{words}</a><ul>'
            + "".join(f'<li><a href="/{folder}/{child}">{said}</a></li>' for child, said in children.items())
            + "</ul></li>"
            for folder, (words, children) in self.sections.items()
        ]

    def _page(self, path: str) -> bytes | None:
        if path not in self.titles:
            return None
        seed = int(2**40 * draw("page", self.number, path))
        head, body = LAYOUTS[self.layout]
        foot = f"<p>Mairie de {NAME}, 1 place Haute. Tél. 03 81 00 00 00</p><ul>"
        foot += "".join(f'<li><a href="/{p}">{said}</a></li>' for p, said in self.footer.items())
        foot += "".join(f'<li><a href="http://{host}/">{host[4:-8].capitalize()}</a></li>' for host in NATIONAL) + "</ul>"
        told = body.format(banner=f'<a href="/">Commune de {NAME}</a>', menu=self._menu, main=self._main(path, seed), foot=foot)
        title = f"<title>{self.titles[path]} - Mairie de {NAME}</title>"
        return (
            f'<!doctype html><html lang="fr"><head><meta charset="utf-8">{title}{head}</head><body>{told}</body></html>'.encode()
        )

    def _main(self, path: str, seed: int) -> str:
        near = [self.paths[(seed + n * 7919) % len(self.paths)] for n in range(20)]
        near += [deep for deep in DEEP if deep in self.titles and deep.rpartition("/")[0] == path]
        parts = [f"<h1>{self.titles[path]}</h1>", SPECIAL.get(path, "")]
        parts.append("<ul>" + "".join(f'<li><a href="/{p}">{self.titles[p]}</a></li>' for p in dict.fromkeys(near)) + "</ul>")
        if path.endswith("comptes-rendus"):
            parts += [f'<a href="/documents/pv-{n}.pdf">Procès-verbal du {n + 1} septembre 2026</a>' for n in range(DOCUMENTS)]
        wanted, length = 9_000 + seed % 58_000, 0
        while length < wanted:
            at = seed + len(parts) * 104_729
            words = " ".join(WORDS[(at + k * k) % len(WORDS)] for k in range(60 + at % 50)).capitalize()
            parts.append(
                f"<div><h2>{WORDS[at % len(WORDS)].capitalize()} {1 + at % 28} {MONTHS[at % 12]} 2026</h2><p>{words}.</p></div>"
            )
            length += len(parts[-1])
        return "".join(parts)
