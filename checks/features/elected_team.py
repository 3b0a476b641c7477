"""Équipe municipale : le nom et les délégations des élus."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any

from checks.check import check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.spots import entitled, says_itself
from checks.signs import heading, link, path, seen, unseen
from checks.text.excerpts import cut_out
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    *("équipe municipale", "équipe d'élus", "=élus", "=élus de la commune", "élus municipaux", "élus et services"),
    *("élus / personnel communal", "élus et commissions", "élus et délégations", "maire et adjoints"),
    *("maire et ses adjoints", "maires et adjoints", "adjoints au maire", "=adjoints", "conseillers municipaux"),
    *("conseillères et conseillers municipaux", "membres du conseil municipal", "=membres du conseil"),
    *("composition du conseil municipal", "conseil municipal et commissions", "trombinoscope des élus"),
    *("trombinoscope du conseil municipal", "liste des élus", "=municipalité", "=bureau municipal", "maire et son équipe"),
    *("maire et élus", "élus de la ville", "élus de votre commune", "=conseil communal", "collège communal"),
    *("bourgmestre et échevins", "=échevins", "membres du conseil communal", "maire et conseillers", "maires délégués"),
    *("maires délégués et adjoints", "délégations des élus", "délégations des adjoints", "élus et leurs délégations"),
    *("élus et leurs missions", "=assemblée municipale", "=autorités", "=autorités communales", "annuaire des élus"),
    *(f"{what} des élus" for what in ("présentation", "portraits", "organigramme", "fonctions", "permanences", "tableau")),
    *(
        f"{what} vos élus"
        for what in ("qui sont", "rencontrer", "connaître", "portraits de", "à la rencontre de", "présentation de")
    ),
    *("qui sont mes élus", "élus du conseil municipal", "élus au conseil municipal", "élus de la majorité"),
    *("exécutif municipal", "adjoints et leurs délégations", "adjoints et leurs missions", "adjoints et délégués"),
    *("adjoints et conseillers", "conseil et commissions municipales", "commissions et leurs membres"),
    "membres de la municipalité",
    *(f"conseil municipal {year}-{year + 6}" for year in (2020, 2026, 2032)),
)
NOT_THEM = (
    "jeunes", "enfants", "junior", "évolution", "indemnités", "formation", "compte rendu", "comptes rendus", "expression",
    "tribune", "vœux", "mot", "ancienne équipe", "élection", "élections", "football", "syndical", "hand", "basket", "rugby",
    "départemental", "départementaux", "parents", "agents", "personnel", "cmj", "communautaire", "communautaires", "intercommunal",
    "intercommunaux", "communauté de communes", "agglomération", "métropole", "régionaux", "régional", "sages", "anciens élus",
    "association", "associations", "candidats", "résultats", "députés", "sénateurs", "consulaires", "école", "depuis",
)  # fmt: skip
OTHER_PAGES = Phrases(
    "compte rendu", "procès-verbal", "procès-verbaux", "délibération", "ordre du jour", "enfants", "jeunes",
    "organigramme des services", "cmj", "cme", "communauté de communes", "conseil communautaire", "agglomération", "jumelage",
    "élections", "résultats", "candidats", "sages", "association", "comité", "histoire", "syndicat", "anciens maires", "depuis",
)  # fmt: skip
STAFF = r"(?!\s+(?:administrati|technique|d['’]animation|du patrimoine|territori|de direction|d['’]éducation|au (?:directeur|responsable|chef)|à la (?:direction|responsable)))"
ROLE = re.compile(
    rf"(?P<one>\b(?:conseill(?:er|ère),?\s(?:au\s)?)?(?:siège|district|poste)\s(?:n[o°]\s?|#)?\d{{1,2}}\b|\badjointe?s?\b{STAFF}|\bconseill(?:er|ère)s?\s+(?:municipa(?:l|le|ux|les)|déléguée?s?|communa(?:l|le|ux|les))\b|\béchevine?s?\b"
    # Alone in its cell: « Luc Petit | Conseiller ».
    r"|\bconseill(?:er|ère)s?\b(?=\s?(?:\Z|[:;.|)]\s|(?-i:[A-ZÀ-Ý]))))",
    re.I,
)
CELL = re.compile(
    r"\b[A-ZÀ-Ý][\wà-ÿ'’]{1,25}(?:\s?[,|(–-])?\s(?P<one>[Mm]aire|MAIRE)\b(?!\s(?:d[eu]\b|d['’]|délég|honor|adjoint|sortant|junior|des?\b))"
)
"""« Jean Petit, maire »: the name first."""
MAYOR = re.compile(r"\b(?:Mair(?:e|esse)|MAIRE|Bourgmestre|Syndic|Syndique)\s*:\s*(?=[A-ZÀ-ÝM])")
# A pattern that begins with plain letters is found a hundred times as fast as one that folds case.
MARKS = tuple(
    map(re.compile, ("djoint", "DJOINT", "onseill", "ONSEILL", "chevin", "CHEVIN", r"iège \w*\W?\d", r"istrict \w*\W?\d"))
)
SITTING = Prose("étaient présents", "absents excusés", "secrétaire de séance")
"""What minutes say of those who came: it presents no team."""
OFFICE = Prose("adjoint", "adjointe", "conseiller", "conseillère", "échevin", "échevine", "siège", "district")
VISIT = re.compile(
    r"\b(?:a|ont|avai(?:t|ent)|étai(?:t|ent)|sont|est) (?:été )?(?:reçu|invité|visité|accueilli|inauguré|rencontré|assisté|participé|remis|félicité|signé|présent)",
    re.I,
)
"""What is told of adjoints on a day, in a sentence that presents no team."""
RECEIVING = re.compile(r"(?:permanence|rendez-vous|rdv|re[çc]oi)", re.I)
"""When one may see them; the names that follow may be anyone's."""
PLURAL = re.compile(r"(?:conseill(?:ers|ères)|adjointe?s|échevine?s)", re.I)
NO_NAME = (
    r"(?!(?i:conseil|municipa|commun|mairie|maire|adjoint|commission|affaire|urbanisme|finance|travaux|culture|sport|écol|jeunesse|social|vie\b|"
    r"cadre|délég|charg|premi|deuxi|troisi|quatri|cinqui|sixi|voirie|environnement|tél|permanence|monsieur|madame|équipe|élu|syndicat|"
    r"titulaire|suppléant|responsable|développement|petite|enfance|tourisme|page|accueil|contact|rendez|les?\b|la\b|des\b|du\b|service|"
    r"ville|groupe|présid|vice|bulletin|agricult|patrimoine|sécurité|secrétaire|référent|plan|membre|associa|né[es]?\b|en\b|et\b|aux?\b|mme\b|enseignement|"
    r"bâtiment|matériel|hygiène|location|maintenance|animation|cérémonie|communication|logement|solidarité|transport))"
)
PERSON = re.compile(
    rf"\b{NO_NAME}(?:[A-ZÀ-Ý][a-zà-ÿ]{{1,20}}(?:-[A-ZÀ-Ý][a-zà-ÿ]{{1,20}})?|[A-ZÀ-Ý]{{2,20}}(?:-[A-ZÀ-Ý]{{2,20}})?)\s(?:(?:de|du|des|la|le|van|[DL]e|Du|La|Ben|El|Van|DE|DU|LE|LA)\s){{0,2}}(?:[dD]['’])?{NO_NAME}[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]{{1,25}}"
)
CAPITAL = re.compile(r"[A-ZÀ-Ý](?<!\w.)", re.S)
TASK = re.compile(
    r"(?i)adjointe?s?(?: au maire)?\s*[,:(–-]?\s*(?:en charge|chargée?|déléguée?|aux |à la |à l['’])|déléguée? (?:à|aux|au)\b|chargée? (?:de|des|du|d['’])"
)
CHARGE = re.compile(r"(?i:adjointe?(?: au maire)?)\s?:\s(?=[a-zà-ÿ])")
"""« 1er adjoint : finances et personnel »."""
COLUMN = re.compile(r"\bdélégations?\b", re.I)
BESIDE = 60
"""Characters between an office and the name of who holds it."""
LISTED = 700
"""Characters over which a list of names follows « conseillers municipaux »."""
FEW = 3
"""Elected members named with their office from which a page presents the team."""


def _people(text: str) -> Iterator[re.Match[str]]:
    """Every person, tried where a word begins with a capital: the pattern by itself would be tried everywhere."""
    at = 0
    while capital := CAPITAL.search(text, at):
        found = PERSON.match(text, capital.start())
        at = found.end() if found else capital.end()
        if found:
            yield found


NOBODY = Trait(re.compile(r"\W*(?:pr[ée]nom\s+)?nom\s+(?:(?:du|de la|de l['’])\s*)?(?:maire|adjoint|conseill|élu)", re.I).match)
"""« Nom du maire », « Prénom Nom adjoint 2 »: a template that was not filled in."""


@check(
    "elected_team",
    "Équipe municipale",
    counts="Les noms et délégations des élus ; le trombinoscope des services n'en est pas un.",
    signs=[
        link(*NAMES, unless=NOT_THEM),
        link("=conseil municipal", trust=Trust.HINT),
        heading(*NAMES, unless=NOT_THEM, levels=(0, 1, 2)),
        path("élus", "équipe municipale", "conseillers municipaux", unless=NOT_THEM),
    ],
    examples=[
        seen('<a href="/a">Annuaire des élus</a>'),
        unseen(
            '<nav><a href="/vie#elus">Les élus</a></nav>',
            pages={
                "/vie#elus": "<section id='elus'><h2>Les élus</h2><p>Liste des adjoints et de leurs délégations.</p></section>"
            },
        ),
        seen(
            '<nav><a href="/vie#elus">Les élus</a></nav>',
            pages={"/vie#elus": "<section id='elus'><h2>Les élus</h2><p>Anne Petit, maire.</p></section>"},
        ),
        seen('<nav><a href="/elus">Vos élus</a></nav>'),
        unseen(
            '<nav><a href="/vie">Équipe municipale</a></nav>',
            pages={"/vie": "<h1>Équipe municipale</h1><h3>Nom du Maire</h3><p>Maire</p><h3>Nom Adjoint 1</h3><p>1er adjoint</p>"},
        ),
        seen("<h1>Les membres du conseil</h1><p>Anne Petit, maire. Paul Martin, 1er adjoint.</p>"),
        unseen("<h1>Les membres du conseil des sages</h1><p>Anne Petit. Paul Martin.</p>"),
        seen(
            "<h1>Le conseil municipal</h1><p>Maire : Anne Petit</p><p>1er adjoint : Paul Martin, délégué aux finances</p>"
            "<p>2e adjointe : Marie Durand, chargée des écoles</p><p>Conseillers municipaux : Luc Moreau, Zoé Blanc, Guy Noir</p>"
        ),
        seen(
            "<table><tr><td>ROUX Jeanne</td><td>Adjointe à la culture</td></tr><tr><td>BLIN Marc</td><td>Adjoint aux travaux</td></tr>"
            "<tr><td>LEROY Ida</td><td>Conseillère municipale déléguée</td></tr></table>"
        ),
        seen('<a href="/equipe">L’équipe municipale</a>', "inactive", gone=("/equipe",)),
        seen(
            "<h1>Conseil municipal</h1><p>Maire : Jean-René HOARAU. Adjoints : Marie-Paule PAYET (affaires sociales), Expédit GRONDIN (sports).</p>"
        ),
        unseen('<a href="#">L’équipe municipale</a>'),
        seen('<a href="/a">Qui sont vos élus ?</a>'),
        seen('<a href="/a">Mes élu·e·s</a>'),
        seen('<a href="/a">Le conseil municipal 2026-2032</a>'),
        seen("<h1>Présentation des élu(e)s</h1><p>Anne Petit, maire.</p>"),
        unseen('<a href="/a">Permanences des élus du conseil départemental</a>'),
        unseen('<a href="/a">Trombinoscope des agents</a>'),
        unseen(
            "<h1>Horaires</h1><h3>Permanence du maire et des adjoints</h3><p>Lundi</p><h3>Nouveaux Arrivants</h3><h3>Bourg Haut</h3><h3>Salle Verte</h3>"
        ),
        unseen(
            "<h1>Rives</h1><p>Rendez-vous possibles avec le maire ou les adjoints.</p><h3>Bourg Haut</h3><h3>Nouveaux Arrivants</h3><h3>Salle Verte</h3>"
        ),
        seen(
            "<h2>Qui fait quoi ?</h2><p>La voirie : Paul Le Goff, adjoint. Les écoles : Zoé Le Roux, adjointe. L’eau : Ali Ben Salah, adjoint.</p>"
        ),
        unseen(
            "<h1>Trombinoscope des services</h1><p>Anne Petit, adjoint administratif</p><p>Paul Martin, adjoint technique</p>"
            "<p>Marie Durand, adjoint d’animation</p><p>Luc Moreau, adjoint du patrimoine</p>"
        ),
        unseen('<a href="/cmj">Élus du conseil municipal des jeunes</a>'),
        unseen(
            "<h1>Compte rendu du conseil du 3 mars</h1><p>Présents : Paul Martin, adjoint, Marie Durand, adjointe, Luc Moreau et Zoé Blanc, conseillers municipaux.</p>"
        ),
        unseen(
            "<h1>Séance du 9 mars</h1><p>Étaient présents : M. Paul Martin, Mme Marie Durand, adjoints, M. Luc Moreau, "
            "Mme Zoé Blanc, conseillers municipaux.</p><p>Mme Zoé Blanc est désignée secrétaire de séance.</p>"
        ),
        unseen("<h1>Un nouveau CMJ</h1><p>Élus : Maire : Zoé Blanc, 1er adjoint : Luc Moreau, 2e adjointe : Anne Petit.</p>"),
        unseen("<h1>Conseil municipal des jeunes</h1><p>Maire : Zoé Blanc. Adjoints : Luc Moreau, Anne Petit.</p>"),
        unseen("<h1>Conseil municipal des enfants</h1><ul><li>Zoé Blanc, maire junior</li><li>Luc Moreau, adjoint</li></ul>"),
        seen('<a href="/a">Le maire et son équipe</a>'),
        seen('<a href="/a">Maires délégués, adjoints et conseillers</a>'),
        seen('<a href="/a">Bourgmestre et échevins</a>'),
        seen("<h1>Le conseil</h1><p>Maire : Luc Roy. Siège 1 : Guy Vert. Siège 2 : Anne Côté. Siège 3 : Marc Dubé.</p>"),
        seen(
            "<h1>Le conseil</h1><table><tr><td>ROUX Jeanne</td><td>Maire</td></tr><tr><td>BLIN Marc</td><td>1er adjoint</td></tr>"
            "<tr><td>LEROY Ida</td><td>Conseillère</td></tr></table>"
        ),
        unseen("<h1>Une visite</h1><p>Le maire de Bad Rohr, Felix Huber, a reçu nos adjoints Paul Roux et Anne Petit.</p>"),
        unseen('<a href="/a">Les élus communautaires</a>'),
        unseen("<h1>Élections : les résultats</h1><p>Sont élus : Paul Roux, maire, Anne Petit, adjointe, Luc Noir, adjoint.</p>"),
    ],
)
def elected_team(page: Page) -> Iterator[Observation]:
    if not says_itself(page, OFFICE):
        return
    for blank, _ in entitled(page, NOBODY):
        yield denies(page, blank)
    text = page.main_text
    roles = list(islice(_roles(text), 120))
    roles += [m for _, m in zip(range(4), MAYOR.finditer(text), strict=False)]
    after_name = list(islice(CELL.finditer(text), 4)) if roles else []
    if not roles or about(page, OTHER_PAGES) or says_itself(page, SITTING):
        return
    people = [(p.start(), squeeze(p.group())) for p in _people(text)]
    starts = [start for start, _ in people]
    named: set[str] = set()
    offices = 0
    first = ""
    for role in (*roles, *after_name):
        reach = 0 if role.re is CELL else LISTED if PLURAL.match(role.group()) else BESIDE
        met = people[bisect_left(starts, role.start() - BESIDE) : bisect_right(starts, role.end() + reach)]
        if met:
            offices += 1
            named.update(name for _, name in met)
            first = first or cut_out(text, role.start(), role.end(), BESIDE, BESIDE)
    listed = bool(roles) and PLURAL.match(roles[0].group()) and "maire" in first.lower() and not RECEIVING.search(first)
    alone = listed and not VISIT.search(first)
    if (offices >= 2 or alone) and len(named) >= FEW:
        tasks = max(len(TASK.findall(text)), len(CHARGE.findall(text)))
        if any(COLUMN.search(node.text()) for node in page.outline.nodes("th")):
            tasks = max(tasks, sum(not PLURAL.match(role.group()) for role in roles))
        facts: dict[str, Any] = {"count": len(named)} | ({"delegations": tasks} if tasks >= 2 else {})
        yield Observation.at(page, first, Trust.SURE, proof="structure", target=page.url, **facts)


def _roles(text: str) -> Iterator[re.Match[str]]:
    """The offices of elected members that the text names, in order."""
    starts = sorted(m.start() - 1 for mark in MARKS for m in mark.finditer(text))
    return (role for start in starts if (role := ROLE.match(text, max(0, start))))
