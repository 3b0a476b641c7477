"""Subventions : comment demander une aide pour un projet."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check
from checks.denials import denies
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.reading.about import Saying, about, paragraph
from checks.reading.passages import Around
from checks.reading.sections import ROW, beneath
from checks.reading.spots import headed, says_itself
from checks.reading.trail import section
from checks.signs import form, heading, link, path, seen, sentence, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "demande de subvention", "demandes de subvention", "dossier de subvention", "subventions aux associations", "=subventions",
    "=subvention", "aide aux projets", "aides aux projets", "aides à la création", "aide à la création", "appel à projets",
    "appels à projets", "bourse aux projets", "fonds de soutien", "soutien aux associations", "aides financières",
    "subvention association", "subvention vélo", "subventions communales", "primes communales", "prime communale",
    "soutien aux projets", "aide aux associations", "fonds d'initiatives", "bourse initiatives jeunes", "aides et subventions",
    "subventions et aides", "bourses et aides", "demander une subvention", "obtenir une subvention", "obtenir des subventions",
    "dossier de demande de subvention", "formulaire de subvention", "formulaire de demande de subvention", "aides municipales",
    "aides communales", "aides de la commune", "aides à la rénovation", "aide à l'installation", "aides aux particuliers",
    "primes et aides", "chèques sport", "pass culture commune", "aide aux associations locales", "bourse au permis",
    "bourse communale", "demande d'aide financière", "demande de soutien financier", "soutien financier",
    "financer votre projet", "financer mon projet", "financement de projets", "bourse au bafa", "aide au bafa",
    "aide au permis", "aide au ravalement", "programme d'aide financière", "soutien aux organismes", "programmes de subvention",
    "primes et subsides", "=subsides", "=primes", "appel à initiatives", "subvention municipale", "subventions municipales",
    "subventions associatives", "campagne de subventions", "=financer son projet", "financer ses projets",
    "subvention mode d'emploi", "aide pour son association", "aides pour les associations", "aide pour votre association",
    "aide financière aux associations", "subventions façades", "prime façade", "aide à la rénovation des façades",
    "subventions formulaire", "subvention formulaire", "demander de l'aide financière",
)  # fmt: skip
OTHERS = (
    "attribution", "délibération", "vote", "versées", "accordées", "compte rendu", "montant", "reçues", "département",
    "obtenues", "convention", "état",
)  # fmt: skip

SUBSIDY = Prose("subvention", "subventions")
ASKED = Saying(
    re.compile(
        r"(?:demande[rzs]?|solliciter|dossiers?|campagne)\b.{0,60}\b(?:dossiers?|formulaires?|avant le|jusqu['’]au|imprimé)\b",
        re.I,
    ),
    around=Around("dossier", "formulaire", "avant le", "jusqu", "imprimé"),
)
APART = Phrases(*(n for n in OTHERS if n != "attribution"), "ccas du")
SUBJECT, WRONG = Phrases(*(n.removeprefix("=") for n in NAMES)), Phrases(*OTHERS)
GRANTED = re.compile(r"\b(?:conseil|commune|municipalité) a (?:attribué|voté|accordé|versé)\b", re.I)
"""What was given to others, and not how one asks."""
NEW = Prose("nouveau projet", "nouveaux projets", "aide à la création", "aides à la création", "projets qui commencent")


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that says how and until when one asks; in which section of the site it is told, and whether it helps what is new."""
    if node := paragraph(page, SUBSIDY, ASKED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    for place in headed(page, SUBJECT, unless=WRONG):
        words = beneath(page, place)
        if len(words) <= ROW and GRANTED.search(words) and not ASK_FOR.search(words):
            yield denies(page, place)
    if not about(page, SUBJECT, unless=WRONG):
        return
    found = section(page)
    if found and "," not in found[1]:
        node, words = found
        yield Observation.at(
            page, node, Trust.HINT, proof="fact:section", excerpt=words, target=f"section:{words}", _section=words
        )
    if says_itself(page, NEW):
        yield Observation.at(page, page.headline, Trust.HINT, proof="fact:projects", target=page.url, projects=1)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """All the sections that help."""
    told = [str(o.facts["_section"]) for o in tally.of("fact:section", trust=Trust.HINT)]
    return Judgement(None, {"rubrics": ", ".join(told)} if told else {})


ASK_FOR = re.compile(
    r"\b(?:avant le|télécharg\w+|secrétariat|en mairie|en ligne|à rendre|retirer|remplissez|lance|pour soutenir|verse|dossier à|jusqu['’]à \d)",
    re.I,
)
"""How and until when one asks."""


grants = Check(
    "grants",
    title="Subventions et aides aux projets",
    counts="Comment demander une subvention ou une aide ; les montants votés au conseil n'en sont pas.",
    signs=[
        form("subvention", field="text|file|email"),
        link(*NAMES, unless=OTHERS),
        link(
            "critères d'attribution des subventions",
            "règlement d'attribution des subventions",
            "conditions d'attribution des subventions",
        ),
        replace(heading(*NAMES, unless=OTHERS), subject=True),
        path("subvention", "subventions", "aide projets", unless=OTHERS),
        sentence(
            *("dossier de subvention", "dossiers de subvention", "demande de subvention", "demandes de subvention"),
            *("appel à projets", "aide au ravalement", "prime façade", "opération façades", "aide aux façades"),
            *("pour sa façade", "demander une aide à la commune", "demandez une subvention", "demander une subvention"),
            *("sollicitez une subvention", "besoin d'une subvention"),
            says=ASK_FOR,
            unless=("votée", "votées", "reçu", "région", "département", "accordée"),
        ),
        sentence(
            "associations",
            "association",
            says=re.compile(r"\bdemandes? d['’]aide\b[^.!?]{0,60}\b(?:avant le|à rendre|dossier)", re.I),
        ),
    ],
    look=look,
    judge=judge,
    examples=[
        unseen(
            "<h1>Séance du 3 mars 2026</h1><p>Présents : 13. Excusés : Mme Roux. Secrétaire : Mme Noir.</p>"
            "<h3>Voirie</h3><p>Le conseil approuve.</p><h3>Subventions</h3><p>Chasse 100 €.</p>"
        ),
        unseen("<h2>Subventions</h2><p>Le conseil a gelé les subventions jusqu’à nouvel ordre.</p>"),
        unseen("<h2>Subventions</h2><p>Le conseil a attribué 8 400 € en 2026.</p>"),
        seen("<h2>Subventions</h2><p>Le conseil étudie les demandes en janvier.</p>"),
        seen("<h1>Au village</h1><p>Votre club a besoin d’une subvention ? Remplissez ce dossier avant le 15 mars.</p>"),
        unseen("<h1>Au village</h1><p>Faut-il demander une subvention au département ? Le conseil en débattra.</p>"),
        seen("<h1>Argent public</h1><p>Demandez une subvention avant le 31 janvier : dossier 2027.</p>"),
        seen(
            "<h1>Finances</h1><p>Les demandes de subvention sont à déposer avant le 31 janvier : dossier à compléter (statuts, RIB).</p>"
        ),
        seen("<h1>Nos impôts</h1><p>Campagne de subventions ouverte jusqu’au 15 mai : dossier, règlement d’attribution.</p>"),
        seen("<h1>Nos clubs</h1><p>Associations, votre demande d’aide est à rendre avant le 31 janvier.</p>"),
        unseen("<h1>Nos clubs</h1><p>L’association remplit avec vous vos demandes d’aide sociale.</p>"),
        seen("<h1>Nos impôts</h1><p>La campagne de subventions 2027 court jusqu’au 15 décembre.</p>"),
        unseen("<h1>Travaux</h1><p>La commune a déposé un dossier de subvention pour le toit de l’église.</p>"),
        seen('<a href="dossier.pdf">Dossier de demande de subvention</a>'),
        seen("<h2>Comment obtenir une subvention</h2><p>Écrivez en mairie avant mars.</p>"),
        seen("<h2>Aides à la création d’entreprise et subventions</h2>"),
        seen('<a href="/ap">Appel à projets</a>'),
        unseen("<h3>Attribution des subventions 2025</h3>"),
        unseen("<p>Le conseil vote une subvention de 300 € au comité des fêtes.</p>"),
        unseen('<a href="#">Subventions</a>'),
        unseen("<h1>Compte rendu du conseil municipal</h1><h2>Subventions aux associations</h2><p>Club de foot : 300 €.</p>"),
        unseen("<h3>Subventions votées en 2026</h3>"),
        seen('<a href="/a">Demande de soutien financier</a>'),
        seen('<a href="/a">Critères d’attribution des subventions</a>'),
        seen('<a href="/a">Primes et subsides</a>'),
        unseen('<a href="/a">Attribution de subventions</a>'),
        seen("<h1>Au village</h1><p>Les dossiers de subvention sont à rendre avant le 31 janvier, modèle au secrétariat.</p>"),
        seen("<h1>Au village</h1><p>La demande de subvention se fait en ligne avant le 15 décembre.</p>"),
        unseen("<h1>Au village</h1><p>Pour ravaler sa façade, il faut déposer une déclaration en mairie.</p>"),
        unseen("<h1>Au village</h1><p>Un ravalement se déclare en mairie.</p>"),
        seen('<a href="/a">Subvention municipale</a>'),
        seen('<a href="/a">Subventions associatives</a>'),
        seen('<a href="/a">Financer son projet</a>'),
    ],
)
