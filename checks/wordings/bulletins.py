"""Bulletins: how the numbers of a bulletin are called. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

from checks.reading.passages import Around, first
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.link import Link
from crawler.page import Page
from crawler.url import path

NAMES = (
    "bulletin municipal", "bulletins municipaux", "magazine municipal", "magazine de la ville", "journal municipal",
    "bulletin communal", "bulletin d'information", "bulletins d'information", "bulletin d'informations municipales",
    "le magazine", "=magazine", "=magazines", "journal de la commune", "gazette", "=bulletin", "=bulletins",
    "revue municipale", "journal communal", "feuille de chou", "lettre municipale", "petit journal", "=le journal",
    "mag municipal", "votre magazine", "magazine d'information", "bulletin annuel", "bulletins annuels",
    "bulletin trimestriel", "écho du village", "journal d'information", "infos mairie bulletin", "flash municipal",
    "bulletin de la commune", "journal de la ville", "feuillet municipal", "les bulletins", "gazettes",
    "presse municipale", "magazine bv", "consulter le magazine", "télécharger le magazine", "le bulletin",
    "notre bulletin", "le mag", "=le mag", "mag de la ville", "feuilleter le magazine", "=kiosque", "kiosque numérique",
    "=nos publications", "publications de la ville", "publications de la commune", "=lettre du maire",
    "la lettre du maire", "journal du village", "bulletin du village", "le p'tit journal",
    "bulletin municipal d'information", "revue annuelle", "bulletin info", "info bulletin", "publications municipales",
    "publications communales", "journal d'infos", "bulletin de liaison", "feuille d'information", "feuille d'infos",
    "feuille communale", "feuille municipale", "feuillet communal", "périodique communal", "votre journal",
    "votre bulletin", "revue communale", "revue de la commune", "écho municipal",
    *("revue d'information", "revues municipales", "magazine d'informations", "bulletins et gazettes"),
    *("mag d'information", "feuille du village", "feuille du bourg", "lettre du village", "lettre du bourg"),
)  # fmt: skip
OTHERS = (
    "adhésion", "inscription", "vote", "météo", "météorologique", "paroissial", "neige", "salaire", "abonnement",
    "emploi", "médiathèque", "littéraire", "réponse", "bulletin de naissance", "casier", "publicité", "annonceurs",
    "département", "région", "départemental", "intercommunal", "communautaire", "santé du végétal",
    "bulletin d'analyse", "analyse d'eau", "bulletin de don", "gazette du collège", "journal du collège",
    "bulletin de paie", "bulletin de souscription", "journal de classe", "participation", "alerte", "sanitaire",
    "vigilance", "avalanche", "technique", "agricole", "vigne", "phytosanitaire", "irrigation", "crues", "communauté de communes", "agglo", "agglomération", "métropole", "office de tourisme",
    "parc naturel", "journal de l'école", "journal des écoles", "journal scolaire", "journal de l'ehpad", "journal officiel",
    "gazette des communes", "à rendre", "à retourner", "cyanobactéries", "qualité de l'eau", "jardinage", "télé", "féminin", "souscription",
    "du club", "de la société", "de l'association", "de l'amicale", "de la paroisse", "fc",
)  # fmt: skip
PETIT = re.compile(r"[Ll]e [Pp]etit [A-ZÀ-Ý][\w-]+(?:ois|ais|ien|éen|ain|in|an|ard|ot)\b")
"""« Le Petit » and the name of the inhabitants."""
TITLED = re.compile(r"(?:L['’]|L[ea]s?\s)?[A-ZÀ-Ý][\w'’ &-]{2,40}?\s?[,–-]?\s?(?:n\s?°|no|numéro)\s?\d{1,4}\b")
"""A name and a number: « Le Vernousien n° 33, juillet 2026 »."""
NAME = re.compile(r".{3,40}?(?=\s?[,–-]?\s?(?:n\s?°|numéro))")
SERIES = re.compile(r"\b(?:infos?|mag|magazine|bulletin|journal|gazette|écho|flash|feuille)\b", re.I)
"""What the name of a paper says of itself: « Rives Info n° 4 »."""
NUMBERED = re.compile(r"n\s?°|\bno\b|numéro|20[0-4]\d", re.I)
NUMBER = re.compile(r"\b[^.!?;]{2,30}\s[nN]\s?°\s?\d{1,3}\b")
FILED = re.compile(r"/?([a-zà-ÿ][a-zà-ÿ-]{2,30}?)[-_ ]?(?:no?|num)?[-_ ]?\d{1,4}\.pdf$", re.I)
"""The file of an issue, by its name and number."""
BARE = re.compile(r"\W{0,3}(?:(?:n\s?°|numéro)\s?\d{1,3}|(?:le )?(?:dernier|précédent|nouveau) numéro)\b", re.I)
"""An issue that bears its number only."""
PERIOD = re.compile(
    r"printemps|\bété|automne|hiver|janvier|février|mars|avril|\bmai\b|juin|juillet|août|septembre|octobre|novembre|décembre",
    re.I,
)
"""« Le Fanal n° 48, automne 2026 » under « Publications »: what comes out every season needs no other word."""
MONTHLY = re.compile(rf"(?:{PERIOD.pattern})\s(?:20[0-4]\d)(?:\W{{0,3}}pdf)?\W{{0,2}}", re.I)
"""« Janvier 2026 PDF »."""
OF_ISSUE = re.compile(
    rf"(?:(?:lire|voir|télécharger|feuilleter|consulter|ouvrir)\W{{1,2}})?(?:(?:le|la|l['’]|celui|celle|voici|d[eu']|édition|numéro|parution|exemplaire)\W{{0,2}}){{0,4}}"
    rf"(?:(?:{PERIOD.pattern})(?:\W{{1,3}}20[0-4]\d)?|(?:n\s?°|no|numéro|édition)\W?\d{{1,4}}|20[0-4]\d)(?:\W{{1,3}}(?:{PERIOD.pattern})?\W?(?:20[0-4]\d)?)?\W{{0,3}}(?:pdf)?\W{{0,3}}",
    re.I,
)
"""« Édition 2026 », « Lire le n° 8 », « Été 2026 »: an issue that bears no name."""
ISSUE = Trait(OF_ISSUE.fullmatch)
BEFORE = 160
"""Characters before an issue in which it is said of what it is one."""
DEGREES = Around("n°", "n °")
_PAPER = r"\b(?:(?:bulletin|journal|magazine|mag|gazette|revue|périodique|feuillet?)s?|(?:bi|tri|se)?m(?:estri|ensu)el|trimestriel|l['’]écho|trait d['’]union|p['’]?(?:e)?tit (?:journal|[\w-]+ois|[\w-]+ais|villageois))\b"
OF_PAPER = re.compile(
    rf"{_PAPER}(?![^.!?]{{0,40}}\b(?:paroiss|associati|club|école|collège|lycée|ehpad|communauté|agglo|métropole|départe|région|officiel|syndica))"
    r"|\bpages (?:par|chaque) (?:saison|mois|trimestre|an)\b",
    re.I,
)
"""What is said before the issues of a paper: that it is one."""
APPEARS = re.compile(
    r"\b(?:journal|magazine|bulletin|gazette|revue|feuille)\b(?![^.!?]{0,40}\b(?:paroiss|associati|club|école|communauté|agglo))[^.!?]{0,60}"
    r"\b(?:paraît|parait|paraissant|(?:bi|tri|se)?m(?:estri|ensu)el\w*|trimestriel\w*|annuel\w*|(?:distribué|déposé|tiré)e?s?"
    r"|(?:sort|chaque|à chaque|par|à toutes? les) (?:mois|trimestre|saison)s?|(?:une|deux|trois|quatre|six) (?:numéros |fois )?(?:par |l['’])an)\b"
    r"|\b(?:deux|trois|quatre|six) numéros (?:par |l['’])an\b"
    r"|\b(?:une|deux|trois|quatre|six) fois (?:l['’]|par )an,? (?:(?:il|elle) est \w+ )?(?:dans (?:toutes les|les boîtes|vos|votre|chaque)|chez vous)"
    r"|\b(?:paraît|sort|est (?:distribué|imprimé|publié)e?) (?:une|deux|trois|quatre|six) fois (?:l['’]|par )an\b",
    re.I,
)
"""A paper that is told to come out."""
APPEARING = Around(
    "para", "estriel", "mensuel", "annuel", "distribu", "dépos", "fois l", "fois par", "numéros par", "tiré", "chaque saison",
    "chaque trimestre",
)  # fmt: skip
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES if n != "=le journal"))
_FILED = re.compile(r"\.(?:pdf|docx?|odt)($|\?)|calameo|issuu|/fichiers?/|/download", re.I)
TITLES = Phrases(
    "magazine de la ville", "magazine municipal", "bulletin municipal", "journal municipal", "magazine de la commune",
    "bulletin communal", "bulletin d'information", "magazine d'information", "journal communal", "journal de la commune",
    "le mag", "le magazine",
)  # fmt: skip
APART = Phrases(*OTHERS)
CALLED = Phrases(
    *("écho", "trait d'union", "petit journal", "gazette", "feuille", "canard", "lien", "messager", "tambour", "flash infos"),
    *("kannadig", "blättel", "blättle"),
)
"""What bulletins are often called."""
PAPERS = Phrases("écho", "trait d'union", "petit journal", "gazette", "canard", "messager", "tambour")
"""Names under which dated files are its issues."""
PRECISE = Prose(
    *("revue municipale", "revue communale", "périodique communal", "périodique municipal", "magazine communal"),
    "bulletin de la commune",
    *("bulletin municipal", "journal municipal", "magazine municipal", "bulletin communal", "journal communal"),
    "gazette municipale",
)
NO_ISSUES = Phrases(
    "arrêté", "délibération", "compte rendu", "procès-verbal", "menu", "infolettre", "newsletter", "lettre d'information",
    "avis", "décision", "convention", "annexe", "dossier", "cerfa", "lot", "plan", "réunion", "séance", "ordre du jour",
    "diaporama", "pv",
)  # fmt: skip
SHELF = Phrases("publications", "parutions", "kiosque")
STOPPED = re.compile(
    r"\b(?:bulletin|journal|magazine|gazette)\b[^.!?]{0,30}\b(?:s['’]est arrêtée?|ne paraît plus|a (?:cessé|disparu)|n['’]est plus (?:publié|édité|imprimé)e?)\b"
    r"(?![^.!?]*\b(?:en ligne|désormais|rempla\w+|repri\w+))",
    re.I,
)
"""A paper that there is no more."""
STOPPING = Around("arrêté", "paraît plus", "a cessé", "a disparu", "est plus publié", "est plus édité", "est plus imprimé")
HANDED = re.compile(
    r"\b(?:bulletin|journal|magazine|gazette|revue)\b[^!?]{0,120}\b(?:distribuée?s? (?:dans|à|par|en|chez)|boîtes? aux lettres"
    r"|(?:disponibles?|consultables?|à (?:retirer|lire|consulter|votre disposition)) (?:en|à la) mairie)\b",
    re.I,
)
"""A paper that one finds in the letter box or at the town hall."""
HANDING = Around("distribu", "aux lettres", "en mairie", "à la mairie")
NAMED = re.compile(
    r"(?:magazine|bulletin|journal|gazette)\s+(?:municipal(?:e)?\s+|communal(?:e)?\s+|d['’]information(?:s)?\s+)?[«“\"‹]\s?([^«»“”\"]{2,40}?)\s?[»”\"›]",
    re.I,
)
READ = re.compile(
    r"\b(?:à télécharger|télécharg(?:ez|eables?|ée?s?)|en ligne|pdf|à lire|feuilleter|consultables?(?! (?:en|à la) mairie)|disponibles? (?:ici|sur|ci-))",
    re.I,
)
"""Where one reads it."""


OF_OTHERS = re.compile(r"\b(?:département|région|communauté|agglo\w*|club|association|paroiss\w*|école)\b", re.I)
"""Whose paper it may be besides the town's."""


_WHOSE = 40
"""Characters before the name of a paper in which it is said whose it is."""


def of_paper(before: str) -> bool:
    """Whether what is said before an issue names a paper, and no one else's."""
    told = OF_PAPER.search(before)
    return told is not None and not APART.within(before[max(0, told.start() - _WHOSE) :])


def series(page: Page, papers: list[Link]) -> list[Link]:
    """The files of one name and different numbers, on a page that tells of a paper that it comes out: « echo-12.pdf », « echo-11.pdf »."""
    filed = [(one, found[1].lower()) for one in papers if (found := FILED.search(one.raw)) and not NO_ISSUES.within(found[1])]
    times = Counter(name for _, name in filed)
    numbered = [one for one, name in filed if times[name] > 1]
    told = first(page, APPEARS, APPEARING) if numbered else None
    return numbered if told and not OF_OTHERS.search(told.string[max(0, told.start() - 80) : told.end()]) else []


def several(titles: Iterable[str]) -> bool:
    """Whether two of the titles are numbers of one paper: « Rives Info n° 4 », « Rives Info n° 5 »."""
    names = Counter(name[0] for title in titles if TITLED.match(title) and (name := NAME.match(title)))
    return any(many > 1 and SERIES.search(name) for name, many in names.items())


@Trait
def is_paper(href: str) -> bool:
    """Whether an address is that of a paper to read."""
    return _FILED.search(href) is not None


@Trait
def is_shelf(href: str) -> bool:
    """« /BulletinsMunicipaux.html »: a page that bears no name but that."""
    return fold_path(path(href).rpartition("/")[2].partition(".")[0]) in SUBJECT.folded
