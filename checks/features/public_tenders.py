"""Marchés publics : les consultations en cours, ou le lien vers la plateforme qui les publie."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.finding import Coverage, Verdict, verdict_of
from checks.fingerprints import hosts
from checks.observation import Observation, Trust
from checks.reading.about import about, proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import headed, known_services, labelled, outside
from checks.signs import LABEL_WORDS, heading, link, path, seen, sentence, told, unseen
from checks.tally import Tally
from checks.text.dates import newest, years
from checks.text.lexicon import Phrases
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host, registrable

NAMES = (
    "marché public", "marchés publics", "appel d'offres", "appels d'offres", "commande publique", "profil acheteur",
    "profil d'acheteur", "appel public à la concurrence", "appels publics à la concurrence", "avis de marché",
    "avis de marchés", "dématérialisation des marchés", "plateforme des marchés", "achats publics", "avis d'appel public",
    "aapc", "mise en concurrence", "appel à concurrence", "procédure adaptée", "consultation des entreprises",
    "consultation d'entreprises", "marchés conclus", "marchés attribués", "attribution des marchés", "attribution de marchés",
    "publication des marchés", "avis de publicité", "annonces de marchés", "données essentielles", "avis d'attribution",
    "=soumissionner", "adjudications", "avis d'adjudication", "soumissions publiques", "appel à soumissions",
    "appels à soumissions", "avis de soumission", "=mapa", "avis de consultation", "avis de concession", "lancer une consultation",
    "vendre à la ville", "vendre à la mairie", "vendre à la commune", "achats de la ville", "achats de la mairie",
    "achats de la commune", "fournisseur de la mairie", "fournisseur de la ville", "devenir fournisseur", "fournir la ville", "fournir la commune", "répondre à un marché", "répondre à nos marchés",
    "marchés et consultations", "marchés de la collectivité", "marchés de travaux", "marché de travaux",
    "marchés de fournitures", "marché de fournitures", "marchés de services", "consultations en cours", "marchés à venir",
    "marchés en cours", "marchés en ligne", "marchés sécurisés", "=dce", "règlement de consultation", "dossier de consultation",
    "règlement de la consultation",
)  # fmt: skip
SUPPLIERS = ("=fournisseurs", "espace fournisseurs", "délégation de service public", "délégations de service public")
TENDERS = Phrases(*(name.removeprefix("=") for name in NAMES))
NOT_IT = (
    "forains", "noël", "samedi", "dimanche", "producteurs", "hebdomadaire", "formation", "observatoire", "commission", "cao",
    "appel d'offres d'une association", "conseil régional", "départemental", "gaz", "électricité", "santé", "place", "places",
    "emplacement", "emplacements", "droits de place", "chasse", "coupes de bois", "pêche", "immobilière", "immobilier",
)  # fmt: skip
NOT_THEM = Phrases(*NOT_IT)
FOLLOW = Phrases(
    "plateforme", "plate-forme", "profil acheteur", "profil d'acheteur", "salle des marchés", "consultation en cours",
    "consultations en cours", "consultations", "marchés en cours", "avis en cours", "appels d'offres en cours",
    "accéder aux marchés", "accès aux marchés", "dématérialisation", "déposer une offre", "remettre une offre",
    "consulter les marchés", "consulter les appels d'offres",
)  # fmt: skip
DOCUMENT = Phrases(
    "dce", "dossier de consultation", "règlement de consultation", "règlement de la consultation", "avis d'appel", "aapc",
    "cahier des charges", "cctp", "date limite",
)  # fmt: skip
ARCHIVE = Phrases(
    "archives", "archivés", "attribués", "attribution", "attributions", "conclus", "passés", "clos", "closes", "clôturés",
    "clôturées", "terminés", "terminées", "anciens", "historique", "données essentielles",
)  # fmt: skip
OWN_DOOR = re.compile(r"^(?:e-?|d[ée]mat)?(?:marches?-?publics?|marches|achats?-?publics?|commande-?publique)\.")
"""The host of a platform of one's own."""
CALLED = Around(
    *("appel d'offres", "appel d’offres", "offres", "plis", "soumission", "consultation", "devis", "adjudication"),
    *("consulte", "concurrence", "lance un"),
)
CALL = re.compile(
    r"\b(?:appel d['’]offres|adjudication|consultation (?:des |d['’]|aux )?entreprises|consultation (?:relative|pour (?:le|la|les|l['’]|des?) ?(?:travaux|fourniture|réfection|rénovation|construction|entretien)\w*))\b[^!?]{3,140}?"
    r"\b(?:date limite|remise des (?:offres|plis)|(?:avant|jusqu['’]au|au plus tard) le)\b[^.!?]{0,40}\d"
    r"|\b(?:offres(?! (?:d['’]emploi|de (?:stage|service|location|bois)))|plis|soumissions)\b[^.!?]{0,40}\b(?:remet|remis|envoy|dépos|adress|parven|reçu|ouvert)\w*"
    r"[^.!?]{0,40}\b(?:avant|au plus tard|pour|jusqu['’]au)\b[^.!?]{0,30}\d[^.!?]{0,30}"
    r"|\b(?:ouverture|réception|dépôt|remise) des (?:plis|soumissions|offres)\b[^.!?]{0,40}\d[^.!?]{0,30}"
    r"|\b(?:commune|mairie|ville) lance un (?:marché|appel)\b[^!?]{0,120}\b(?:date limite|avant le)\b[^.!?]{0,40}\d"
    r"|\b(?:commune|mairie|ville) consulte (?:pour|des|les)\b[^!?]{0,120}\b(?:devis|offres?|plis?)\b[^.!?]{0,60}\d"
    r"|\bavis d['’]appel public à (?:la )?concurrence\b(?! (?:a été|avait))[^.!?]{0,60}"
    r"|\bentreprises?\b[^.!?]{0,80}\bdevis\b[^.!?]{0,60}\b(?:avant|jusqu['’]au|au plus tard) le \d[^.!?]{0,30}",
    re.I,
)
"""A call for tenders in a sentence, with its day."""
PUBLISHED = re.compile(
    r"\b(?:publiée?s? (?:sur|ici)|par(?:aissent|us?)\b|en ligne|télécharg|plate-?forme|profil d['’]acheteur|dématérialis|remise des|(?:réception|ouverture) des (?:plis|offres)"
    r"|(?:à|être) (?:retir|demand|télécharg)|date limite|répondre|(?:offres|plis|devis)\b[^.!?]{0,40}\bavant le)",
    re.I,
)
"""Where they are published, or until when one answers."""
DEADLINE = re.compile(r"date limite[^.;]{0,60}?(?:\d{1,2}[/ ][^.;]{3,20}\d{2,4})", re.I)
CURRENT = 365
"""Days after which a dated consultation is an archive."""


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """The door decides: alive, there are tenders to consult; dead, the rubric and its archives do not make up for it."""
    doors = [o for o in tally.of() if "words" in o.facts]
    if any(not tally.dead(o) for o in doors):
        return Verdict.PRESENT
    consultations = [o for o in tally.of("consultation") if not tally.dead(o)]
    if any(o.dated is None or (coverage.as_of - o.dated).days <= CURRENT for o in consultations):
        return Verdict.PRESENT
    if doors:
        return Verdict.INACTIVE
    verdict = verdict_of(tally, coverage)
    return Verdict.PARTIAL if verdict is Verdict.PRESENT else verdict


DUE = re.compile(r"\b(?:avant le|jusqu['’]au|au plus tard|date limite|en cours)\b", re.I)
"""Until when one may offer."""


@check(
    "public_tenders",
    "Marchés publics",
    judge=judge,
    signs=[
        link(*NAMES, whole=False, unless=NOT_IT),
        heading(*NAMES, whole=False, unless=NOT_IT),
        link(*SUPPLIERS, whole=False, unless=NOT_IT),
        heading(*SUPPLIERS, whole=False, unless=NOT_IT, levels=(0, 1, 2)),
        told(
            *("remise des offres", "réception des offres", "lance une consultation", "dossier de consultation"),
            *("règlement de consultation", "règlement de la consultation", "appel public à la concurrence"),
            *("profil acheteur", "remise des plis", "réception des plis", "ouverture des plis", "avis d'adjudication"),
            *("ouverture des soumissions", "dépôt des soumissions", "procédure adaptée", "procédures adaptées"),
            *("avis de marché", "avis d'appel public", "attributaire", "titulaire du marché", "objet du marché"),
            "marchés conclus",
        ),
        sentence(
            *("marchés publics", "appels d'offres", "consultations d'entreprises", "consultation d'entreprises"),
            "avis de publicité",
            *("lance une consultation", "procédures adaptées", "nos consultations", "avis d'adjudication", "avis de marché"),
            *("dossier de consultation", "consulte les entreprises", "marchés de la commune", "marchés de la ville"),
            *("appels à concurrence", "nos appels d'offres", "nos marchés publics"),
            says=PUBLISHED,
            unless=(*NOT_IT, "emploi"),
            whole=False,
        ),
        sentence("remise des offres", "réception des offres", says=DUE, whole=False),
        path("marchés publics", "marché public", "appels d'offres", "commande publique"),
    ],
    counts="Des consultations en cours ou la plateforme, suivie : un lien mort est inactif, des archives seules sont partielles ; les marchés forains n'en sont pas.",
    examples=[
        seen(
            '<h1>Économie</h1><p>On recrute : <a href="/j.pdf">jardiniers, avril 2027</a></p><h2>Marchés publics</h2><p>En mairie.</p>',
            "partial",
        ),
        seen(
            "<h1>Mairie</h1><p>Consultation en cours : toiture de l’école, remise des offres avant le 12 décembre 2026.</p>",
        ),
        unseen("<p>Consultation pour les nourrissons, appelez avant le 15 décembre.</p>"),
        seen("<p>La ville lance un marché de nettoyage. Date limite : 15 décembre 2026.</p>"),
        seen("<h1>Au village</h1><p>Nos appels à concurrence paraissent dans le journal du lundi.</p>", "partial"),
        unseen("<p>La ville lance un marché de Noël.</p>"),
        seen("<h1>L’école</h1><p>Remise des offres le 15 décembre 2026 à midi.</p>"),
        seen("<h1>Avis</h1><p>Avis d’appel public à la concurrence : le toit de la halle.</p>"),
        seen('<a href="/r.pdf">Règlement de consultation</a>'),
        seen("<h1>Le toit de l’école</h1><p>Les plis sont à déposer en mairie avant le 15 décembre 2026.</p>"),
        seen("<h1>Au village</h1><p>Entreprises de peinture : devis attendus avant le 15 décembre 2026.</p>"),
        seen("<h1>Au village</h1><p>Nos consultations sont publiées sur la plateforme du Département.</p>", "partial"),
        seen('<a href="/a">Avis d’adjudication</a>', "partial"),
        unseen('<a href="/a">Adjudication du droit de chasse</a>'),
        unseen("<p>Offres d’emploi : réponses à envoyer avant le 15 décembre 2026.</p>"),
        unseen("<p>Consultation du médecin : appelez avant le 15.</p>"),
        seen('<a href="https://www.marches-publics.info/accueil.htm">Marchés publics</a>'),
        seen('<h1>Marchés publics</h1><a href="https://www.plateforme.example/">Accéder à la plateforme</a>'),
        seen("<h1>Marchés publics</h1><p>Réfection de la toiture. Date limite de remise des offres : 15/12/2026.</p>"),
        seen('<h1>Marchés publics</h1><a href="/dce.zip">Réfection de la toiture : dossier de consultation</a>'),
        seen(
            '<h1>Marchés publics</h1><a href="/archives">Archives des marchés</a> <a href="http://marches.gone.example/">Plateforme 2009</a>',
            "inactive",
            gone=("http://marches.gone.example/",),
        ),
        seen('<h1>Marchés publics</h1><a href="/mp-2024">Marchés attribués en 2024</a>', "partial"),
        seen('<nav><a href="/mp">Marchés publics</a></nav>', "partial"),
        seen('<nav><a href="/mp">Marchés publics</a></nav>', "inactive", gone=("/mp",)),
        seen('<footer><a href="https://marches.exemple-ville.fr/">Consultations en cours</a></footer>'),
        seen('<a href="/a">Consultation des entreprises</a>'),
        seen("<p>La commune lance une consultation ; date limite de remise des offres : 15/12/2026.</p>"),
        seen("<p>Appel d’offres : repas de la cantine. Date limite : 15 décembre 2026.</p>"),
        seen("<p>Mairie, trois lots : offres à remettre avant le 15 décembre 2026 à 12 h.</p>"),
        unseen("<p>Consultation : le docteur Roy reçoit, sur rendez-vous, avant le 15 du mois.</p>"),
        unseen('<a href="/a">Mise en concurrence des fournisseurs de gaz</a>'),
        unseen('<a href="/a">Consultations médicales</a>'),
        unseen('<a href="/a">Attribution des places du marché</a>'),
        unseen('<a href="/noel">Marché de Noël</a>'),
        unseen('<a href="/samedi">Le marché du samedi</a>'),
        unseen("<h2>Commission d’appel d’offres (CAO)</h2><p>7 membres.</p>"),
        unseen('<a href="/forains">Marchés forains</a>'),
        unseen('<a href="#">Marchés publics</a>'),
        unseen("<p>Le conseil approuve le marché public de la voirie.</p>"),
        unseen("<h2>Marché du samedi matin</h2><p>Place Haute.</p>"),
        unseen("<h1>Marché hebdomadaire</h1>"),
    ],
)
def public_tenders(page: Page) -> Iterator[Observation]:
    there = about(page, TENDERS, unless=NOT_THEM) or bool(headed(page, TENDERS, unless=NOT_THEM))
    latest = max(years(page.main_text), default=0) if there else 0
    platforms = [link for link, _ in known_services(page, "public_tenders")]
    platforms += [link for link in outside(page) if OWN_DOOR.match(link.host)]
    section = "" if about(page, TENDERS, unless=NOT_THEM) else _beneath(page)
    for anchor in page.links if there else dict.fromkeys((*labelled(page, TENDERS), *platforms)):
        here = there and (not section or anchor.text in section)
        seen_at = _sighting(page, anchor, here, latest)
        if seen_at:
            yield seen_at
    if not there and not proceedings(page) and (call := first(page, CALL, CALLED)):
        yield Observation.at(page, squeeze(call[0]), Trust.LIKELY, proof="consultation", dated=newest(call[0]))
    if there:
        for deadline in list(DEADLINE.finditer(page.main_text))[:20]:
            day = newest(deadline.group())
            if day:
                yield Observation.at(page, deadline.group(), Trust.LIKELY, proof="consultation", dated=day)


def _beneath(page: Page) -> str:
    """What stands under the headings that name tenders, each up to the next one of its rank: all that is theirs on a page of other things."""
    text, told = page.main_text, ""
    for above in headed(page, TENDERS, unless=NOT_THEM):
        begins = text.find(above.text)
        after = page.headings[page.headings.index(above) + 1 :]
        following = next((one.text for one in after if one.level <= above.level), "")
        ends = text.find(following, begins + len(above.text)) if following else -1
        told += f" {text[begins : ends if ends >= 0 else len(text)]}"
    return told


def _sighting(page: Page, link: Link, there: bool, latest: int) -> Observation | None:
    words = link.text
    if words.count(" ") > LABEL_WORDS + 4 or NOT_THEM.within(words):
        return None
    own = TENDERS.within(words) or OWN_DOOR.match(link.host) is not None
    door: dict[str, Any] = {"words": words or link.href}
    if page.headline != page.title and TENDERS.within(page.headline):
        door["rubric"] = page.headline
    row = next((r for r in hosts().match(link.href) if r.feature == "public_tenders" and r.strength == "proof"), None)
    if row:
        trust = Trust.SURE if own or there else Trust.LIKELY
        return Observation.at(page, link, trust, proof="host", platform=row.vendor, **door)
    here = there and not link.framed
    if not (own or here):
        return None
    told = years(words)
    if ARCHIVE.within(words):
        return Observation.at(page, link, Trust.LIKELY, proof="archive", whole=False, archives=1)
    if FOLLOW.within(words):
        return Observation.at(page, link, Trust.LIKELY, proof="label", **door)
    if own and registrable(link.host) != registrable(host(page.url)):
        return Observation.at(page, link, Trust.LIKELY, proof="label", **door)
    if here and (DOCUMENT.within(words) or newest(words)):
        return Observation.at(page, link, Trust.LIKELY, proof="consultation", dated=newest(words))
    if here and told and max(told) < latest:
        return Observation.at(page, link, Trust.LIKELY, proof="archive", whole=False, archives=1)
    return None
