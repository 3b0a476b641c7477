"""Implantation d'entreprises : zones d'activités, aides, contacts."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import Saying, paragraph, proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import labelled
from checks.signs import heading, link, path, seen, told, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "implantation d'entreprises", "implantation des entreprises", "implantation d'une entreprise", "implanter son entreprise",
    "implanter votre entreprise", "implantez votre entreprise", "s'implanter", "zone d'activité", "zones d'activités",
    "zone d'activité économique", "zone artisanale", "zones artisanales", "zone industrielle", "zones industrielles",
    "zone économique", "parc d'activités", "parcs d'activités", "parc économique", "technopole", "technopôle",
    "pépinière d'entreprises", "hôtel d'entreprises", "incubateur", "coworking", "espace de travail partagé",
    "immobilier d'entreprise", "locaux d'activité", "locaux professionnels", "création d'entreprise", "créer son entreprise",
    "créer une entreprise", "créer votre entreprise", "créateurs d'entreprise", "reprise d'entreprise", "aide aux entreprises",
    "aides aux entreprises", "aides économiques", "aide à la création d'entreprise", "accompagnement des entreprises",
    "développement économique", "attractivité économique", "service économique", "entreprendre", "investir",
    "manager de commerce", "manager de centre-ville", "locaux commerciaux", "pôle économique", "zone commerciale",
    "offre foncière", "aide à l'installation", "village d'entreprises", "bâtiment relais", "atelier relais",
    "économie développement", "service développement économique", "accompagnement des créateurs", "initiative locale création",
    "accueil d'entreprises", "terrains d'activités", "terrains industriels", "foncier économique", "foncier disponible",
    "quartier d'affaires", "parc d'affaires", "parc industriel", "créer ou reprendre", "reprendre une entreprise",
    "reprise de commerce", "boutique à l'essai", "boutique éphémère", "=monter sa boîte", "=créer sa boîte",
    "monter son entreprise", "lancer son entreprise", "lancer son activité", "=entreprendre ici", "commerces vacants",
    "conseils aux entreprises", "soutien aux entreprises", "soutien aux commerces", "soutien économique",
    "porteurs de projets économiques", "venir entreprendre", "promotion économique", "=zae", "locaux vacants",
    "installer son entreprise", "installer votre entreprise", "installer son activité", "installer comme professionnel",
    "bourse aux locaux", "bourse des locaux", "bureaux à louer", "aides aux commerces", "aides aux commerçants",
    "aides aux artisans", "aides aux professionnels", "espace entreprises", "guichet entreprises", "guichet des entreprises",
    "maison de l'entreprise", "terrains à bâtir professionnels", "terrains professionnels", "télécentre",
)  # fmt: skip
NOT_IT = (
    "commission", "déchetterie", "déchèterie", "voirie", "travaux", "circulation", "parc d'activités de loisirs",
    "accrobranche", "démarches travaux",
)  # fmt: skip

PLACES = Phrases(
    "technopole", "technopôle", "pépinière", "hôtel d'entreprises", "incubateur", "parc d'activités", "zone d'activités"
)
WRONG = Phrases(*NOT_IT)
NAMED = re.compile(
    r"(?:(?P<lead>[A-ZÀ-Ý][\w'’-]{1,20}), )?(?P<article>[Ll]es? |[Ll]a |[Ll]['’])?"
    r"(?P<place>[Tt]echnop[oô]le|[Pp]épinière|[Hh]ôtel d['’]entreprises|[Ii]ncubateur|[Pp]arc d['’]activités|[Zz]one d['’]activités)"
    r"(?P<of>(?: d['’]entreprises| économiques?)?(?: (?:de |du |de la |de l['’]|des |d['’])?[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,3})?)"
)
ARTICLES = {
    "technopole": "la ",
    "technopôle": "le ",
    "pépinière": "la ",
    "hôtel": "l'",
    "incubateur": "l'",
    "parc": "le ",
    "zone": "la ",
}

ZONES = Prose("zone", "zones", "parc d'activités", "pépinière", "village d'artisans")
TO_LET = Saying(
    re.compile(
        r"\b(?:lots?|terrains?|parcelles?|locaux|ateliers|cellules)\b.{0,40}(?:\bm²|\bm2\b|\bhectares?|\bdisponibles?|\bà vendre)",
        re.I,
    ),
    around=Around("lot", "terrain", "parcelle", "locaux", "ateliers", "cellules"),
)
LOCAL = re.compile(
    r"\blocal\b(?! (?:des|du|de la) )[^.!?]{0,60}\b(?:à (?:louer|vendre)|disponible|vacant|attend|cherche|libre)\b[^.!?]{0,30}\b(?:commerçante?|artisane?|preneur|repreneur|entreprise)\b"
    r"|\blocal (?:commercial|professionnel|artisanal)\b[^.!?]{0,60}\b(?:à (?:louer|vendre)|disponible|vacant|libre)\b"
    r"|\b(?:lots?|terrains?|parcelles?)\b[^!?]{0,90}(?:€|\beuros)\s?HT\s?(?:le |/\s?|par )m(?:²|2|ètre)|\bateliers?[- ]relais\b[^.!?]{0,60}\b(?:libres?|disponibles?|vacants?|à louer)\b"
    r"|\b(?:espace de travail partagé|coworking)\b[^.!?]{0,60}\b(?:bureaux|postes|journée|abonnement)\b"
    r"|\bvous (?:créez|reprenez)\b[^.!?]{0,30}\b(?:entreprise|commerce|activité)\b"
    r"|\baide à l['’]installation\b[^.!?]{0,40}\b(?:artisans|commerçants|entreprises)\b",
    re.I,
)
LOCALS = Around(
    *("ht le m", "ht/m", "ht / m", "ht par m", "relais", "travail partagé", "coworking", "vous créez", "vous reprenez"),
    "local ",
    "l’installation",
    "l'installation",
)
HOMES = Phrases("lotissement", "habitation", "maison", "camping", "zone humide", "natura", "bleue", "football")


def _named(page: Page) -> Iterator[Observation]:
    """The technopole, the business park by its name, with its article."""
    for anchor in labelled(page, PLACES, unless=WRONG):
        found = NAMED.fullmatch(anchor.text.strip())
        if not found or not (found["lead"] or found["of"].strip() or found["place"].lower().startswith("technop")):
            continue
        place = found["place"] if found["place"].startswith("Techno") else found["place"].lower()
        article = (found["article"] or ARTICLES[place.lower().partition(" ")[0]]).lower()
        name = f"{found['lead'] or ''}{', ' if found['lead'] else ''}{article}{place}{found['of']}"
        yield Observation.at(page, anchor, Trust.HINT, proof="fact:name", target=f"name:{name}", name=name)
    if not proceedings(page) and (offered := first(page, LOCAL, LOCALS)):
        yield Observation.at(page, squeeze(offered[0]), Trust.LIKELY, proof="text", target=page.url)
    if node := paragraph(page, ZONES, TO_LET, HOMES):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


business_support = Check(
    "business_support",
    title="Implantation d'entreprises",
    counts="Zones d'activités, technopole, aides et contacts pour s'installer ; des travaux dans la zone artisanale n'en sont pas.",
    look=_named,
    signs=[
        told(
            *("zone artisanale", "zone d'activités", "zone industrielle", "service économique", "développement économique"),
            *("pépinière d'entreprises", "pépinière", "parc d'activités", "immobilier d'entreprise", "hôtel d'entreprises"),
            *("créateurs d'entreprise", "terrains viabilisés", "bureaux à louer", "aide à l'installation"),
            *("aides aux entreprises", "jeunes entreprises"),
        ),
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT, levels=(0, 1, 2)),
        path("zone d'activités", "zone artisanale", "développement économique", "implantation", "entreprendre", unless=NOT_IT),
    ],
    examples=[
        seen('<a href="/eco">Implantation des entreprises</a>'),
        seen("<p>Un local de 60 m², place Haute, attend son commerçant.</p>"),
        unseen("<p>Compétences : la communauté de communes soutient les artisans.</p>"),
        unseen("<p>Portail à vendre, 45 € HT le m².</p>"),
        unseen("<p>Le local des jeunes attend son entreprise de peinture.</p>"),
        seen("<p>Six lots restent, 18 € HT le m².</p>"),
        seen("<p>Vous créez ou reprenez une entreprise ? On vous aide.</p>"),
        seen("<p>L’espace de travail partagé compte huit bureaux.</p>"),
        unseen("<p>Vous créez des bijoux ? Venez à l’atelier.</p>"),
        unseen("<p>Le local des chasseurs attend ses clés.</p>"),
        unseen("<p>Le journal local disponible chez les commerçants.</p>"),
        seen("<h2>Le Technopole</h2><p>30 hectares, contact : service économique.</p>"),
        seen('<a href="/aides">Créer son entreprise : les aides</a>'),
        unseen(
            "<h1>La communauté de communes</h1><h2>Ses compétences</h2><h3>Développement économique</h3><p>Zones d'activités, pépinière d'entreprises.</p>"
        ),
        unseen(
            "<h1>La communauté d’agglomération</h1><h2>Ce qu’elle fait</h2><h3>Développement économique</h3><p>Zones d’activités, pépinière d’entreprises.</p>"
        ),
        unseen(
            "<h1>La mairie</h1><h2>La communauté de communes</h2><h3>Ses missions</h3><ul><li>Développement économique</li><li>Zones d’activités</li></ul>"
        ),
        seen("<h1>Venir chez nous</h1><p>Deux parcs d’activités, une pépinière de douze bureaux.</p>"),
        seen("<h1>Professionnels</h1><p>Zone du Clos : deux lots de 1 200 m², contact 02 00 00 00 51.</p>"),
        unseen("<p>Zone inondable : trois lots de 500 m² du lotissement.</p>"),
        unseen("<h1>Jardin</h1><p>La pépinière municipale vend ses plants.</p>"),
        unseen('<a href="/antenne">Implantation d’une antenne-relais</a>'),
        unseen("<h2>Travaux de voirie dans la zone artisanale</h2>"),
        unseen("<p>Le garage se trouve en zone industrielle.</p>"),
        unseen('<a href="#">Zones d’activités</a>'),
        seen('<a href="/a">Parc industriel</a>'),
        seen('<a href="/a">Ma boutique à l’essai</a>'),
        unseen('<a href="/a">Travaux dans le parc industriel</a>'),
    ],
)
