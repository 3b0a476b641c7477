"""Plan du site : une page qui liste les pages."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

SAME = (
    *("site map", "index du site", "sommaire du site", "structure du site", "plan du portail", "=tout le site"),
    *("plan de notre site", "plan de ce site"),
    *("=toutes les pages", "=toutes nos pages", "pages du site", "=toutes les rubriques", "=toutes nos rubriques"),
    *("table des matières du site", "=sommaire général", "se repérer sur le site"),
    *("naviguer sur le site", "navigation du site", "rubriques du site", "=contenu du site"),
    *("tout le contenu du site", "liste des pages"),
    *("index alphabétique du site", "index des rubriques", "index des pages"),
)
NOT_IT = ("archéologique", "classé", "naturel", "touristique", "xml", "sitemap xml")
NAMES = ("plan du site", "plan de site", "carte du site", "sitemap", "arborescence du site", "=arborescence", *SAME)

sitemap_page = Check(
    "sitemap_page",
    title="Plan du site",
    counts="Une page qui donne le plan du site ; le plan de la ville et le fichier sitemap.xml n'en sont pas un.",
    signs=[
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT, levels=(0, 1)),
        path("plan du site", "plan site", "sitemap", unless=("xml",)),
    ],
    examples=[
        seen('<footer><a href="/r">Toutes nos rubriques</a></footer>'),
        seen('<footer><a href="/r">Sommaire général</a></footer>'),
        unseen('<a href="/r">Se repérer dans le village</a>'),
        seen('<footer><a href="/plan-du-site">Plan du site</a></footer>'),
        seen("<h1>Plan du site</h1><ul><li><a href='/a'>Accueil</a></li></ul>"),
        seen('<a href="sitemap.php"><img src="p.gif" alt="Plan du site"></a>'),
        unseen('<a href="/plan">Plan de la ville</a>'),
        unseen('<a href="/sitemap.xml">sitemap.xml</a>'),
        unseen("<footer><nav><h2>Plan du site</h2><a href='/a'>Accueil</a></nav></footer>"),
        unseen('<a href="#">Plan du site</a>'),
        seen('<footer><a href="/tout">Tout le site</a></footer>'),
        unseen('<a href="/backend">Syndiquer tout le site</a>'),
        seen('<a href="/i">Index du site</a>'),
        unseen('<a href="/plan">Plan du site archéologique</a>'),
        unseen('<a href="/plan">Plan du village</a> <a href="/plu">Plan local d’urbanisme</a>'),
    ],
)
