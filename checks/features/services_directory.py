"""Services municipaux : une liste des services, avec leurs coordonnées ou leurs horaires."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, saying
from checks.reading.sections import beneath
from checks.reading.spots import headed
from checks.signs import link, seen, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "services municipaux", "annuaire des services", "services de la mairie", "services communaux", "organigramme",
    "services administratifs", "services techniques", "les agents de la commune", "personnel communal", "les agents communaux",
    "guide des services", "services à la population", "services publics", "administration communale", "services de la ville",
    "annuaire municipal", "services et horaires", "contacter un service", "personnel municipal", "employés communaux",
    "équipe administrative", "les services de la commune", "équipe des services", "agents municipaux",
    "répertoire du personnel", "équipe technique", "organisation des services", "secrétariat et services",
    "directions et services", "organigramme des services", "services et contacts", "contacts des services",
    "horaires des services", "=personnel", "le personnel administratif", "employés municipaux",
    "coordonnées des services", "accueil et services", "qui fait quoi", "services à votre écoute", "services à votre service",
    "contactez les services", "les services à votre", "annuaire téléphonique", "vos interlocuteurs", "organisation municipale",
    "administration municipale", "bottin municipal", "bottin des services", "joindre un service",
    "=présentation des services",
)  # fmt: skip
OTHERS = (
    "france services", "service-public.fr", "services à la personne", "services sociaux", "commission", "adjoint", "adjointe",
    "autres services", "alentours", "à proximité", "environs", "recrute", "conditions", "délégué", "déléguée", "recrutement",
    "intercommunaux", "départ", "élagage", "fermeture des services", "fermeture exceptionnelle", "maison des services", "maison de services", "tarifs",
    "poste", "commerces",
)  # fmt: skip
ELSEWHERE = Phrases(*OTHERS)
SERVICES = Phrases(
    "=services", "mes services", "travaillent pour vous", "les agents", "qui fait quoi", "les services", "nos services",
    "vos services", "services municipaux", "services communaux", "services de la mairie",
)  # fmt: skip
OFFICE = Phrases(
    "service", "état civil", "urbanisme", "accueil", "police municipale", "centre technique", "secrétariat", "cabinet du maire",
    "affaires scolaires", "ressources humaines", "finances",
)  # fmt: skip

WHO = Phrases("qui fait quoi")
ELECTED = re.compile(r"(?:L[ae] )?[Mm]aire\b|(?:1er|1re|[Pp]remi(?:er|ère)) adjoint")
"""Who is elected comes first: it is the council that is told."""
TOWN = Prose(
    *OFFICE.folded, *("éducation", "voirie", "sports", "culture", "enfance", "jeunesse", "services techniques", "ateliers")
)
NOT_OURS = Phrases(
    *("association", "club", "adjoint", "adjointe", "école", "collège", "comité", "gendarmerie", "pompiers", "samu"),
    "accueil de loisirs",
)
ROW, START = 120, 40


def is_office(words: str) -> bool:
    """« Voirie 01 49 00 02 00 voirie@… »: one line that begins with the office's name."""
    return len(words) <= ROW and TOWN.within(words[:START]) and not NOT_OURS.within(words)


@check(
    "services_directory",
    "Services municipaux",
    counts="Une liste ou un annuaire des services avec leurs coordonnées ou leurs horaires ; la seule adresse de la mairie ne suffit pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS, contact=True),
        link("=services", "=vos services", "=mes services", trust=Trust.HINT, contact=True),
    ],
    examples=[
        unseen('<a href="/equipe">Équipe communale</a>'),
        unseen("<h2>Qui fait quoi ?</h2><p>Maire : Lise Roux. Premier adjoint : Jean Noir (voirie).</p>"),
        seen("<h2>Qui fait quoi ?</h2><p>Accueil : Lise. État civil : Jean.</p>"),
        unseen("<h2>Qui contacter en cas d’urgence ?</h2><p>Médecin : 02 37 99 00 00. Gendarmerie : 02 37 99 00 01.</p>"),
        seen("<h2>Ils travaillent pour vous</h2><p>Secrétariat : 02 37 99 00 00. Atelier : 02 37 99 00 01.</p>"),
        seen(
            "<h1>Vos élus</h1><h2>Les services</h2><ul><li>Accueil : 04 75 99 00 00</li><li>Ateliers : 04 75 99 00 02</li></ul>"
        ),
        seen(
            "<h2>Qui appeler ?</h2><table><tr><td>Éducation</td><td>01 00 00 01 00</td></tr><tr><td>Voirie</td><td>01 00 00 02 00</td></tr><tr><td>Sports</td><td>01 00 00 04 00</td></tr></table>"
        ),
        unseen("<h1>Vos élus</h1><h2>Les services</h2><p>Sous la responsabilité du maire.</p>"),
        seen('<a href="/services">Services municipaux</a>'),
        seen("<h1>Annuaire des services</h1><ul><li>État civil : 04 00 00 00 01</li></ul>"),
        seen("<h2>Le personnel communal</h2>"),
        seen('<td><a href="orga.html">Organigramme</a></td>'),
        unseen("<footer>Mairie, 1 place Haute. Tél. 04 00 00 00 00</footer>"),
        unseen('<a href="https://www.service-public.fr">Service-public.fr</a>'),
        unseen("<h2>Services à la personne</h2>"),
        seen("<h2>Presentation des services</h2><article><h4>Voirie</h4><p>04 00 00 00 01</p></article>"),
        unseen(
            '<h1>Enfance</h1><h2>Services proposés</h2><h2>Accueil de loisirs</h2><a href="tel:0400000001">A</a>'
            '<a href="tel:0400000002">B</a><h2>Accueil de loisirs du mercredi</h2><a href="tel:0400000003">C</a>'
        ),
        unseen('<a href="https://www.exemple-agglo.fr/">La Maison des services au public</a>'),
        unseen('<a href="/a">Services publics à proximité</a>'),
        unseen("<h1>Où acheter ?</h1><h2>La Poste et les services publics</h2><p>Bureau de Rives, sur la place.</p>"),
        unseen("<h1>Services alentours</h1><p>Trésorerie de Rives : 02 37 99 00 00. La Poste de Lans : 02 37 99 00 01.</p>"),
        seen('<a href="/a">Services publics</a>'),
        unseen(
            '<nav><a href="/services">Services</a></nav>',
            pages={"/services": "<h1>Services</h1><h2>École</h2><p>Inscription au secrétariat.</p><h2>Salle des fêtes</h2>"},
        ),
        seen(
            '<nav><a href="/services">Services</a></nav>',
            pages={"/services": "<h1>Services</h1><p>Accueil : 04 00 00 00 01. Police municipale : 04 00 00 00 02.</p>"},
        ),
        unseen('<a href="#">Services municipaux</a>'),
        unseen("<h1>Contact</h1><p>Mairie, 1 place Haute. Tél. 04 00 00 00 00. Ouverte de 9 h à 12 h.</p>"),
        seen('<a href="/a">Bottin municipal</a>'),
        seen('<a href="/a">Vos interlocuteurs</a>'),
        unseen('<a href="/a">Annuaire des mairies</a>'),
        unseen('<a href="/a">Services publics intercommunaux</a>'),
        unseen("<h2>Stage aux services techniques</h2>"),
        unseen("<h2>Remerciements aux services municipaux</h2>"),
    ],
)
def services_directory(page: Page) -> Iterator[Observation]:
    """Three offices or more, each with a telephone link of its own, are a directory whatever the page is called."""
    for above in headed(page, WHO):
        if ELECTED.match(beneath(page, above)):
            yield denies(page, above)
    for above in headed(page, SERVICES, unless=ELSEWHERE):
        if len(TELEPHONE.pattern.findall(beneath(page, above))) > 1:
            yield Observation.at(page, above, Trust.LIKELY, proof="structure")
    several = len(TELEPHONE.places(page.main_text)) >= 3
    rows = [node for node, words in saying(page, TOWN, TELEPHONE) if is_office(words)] if several else []
    if len(rows) >= 3:
        yield Observation.at(page, rows[0], Trust.LIKELY, proof="structure")
    offices = headed(page, OFFICE, unless=NOT_OURS)
    if len(offices) < 3:
        return
    phones = {mail.raw for mail in page.mails if mail.region not in ("footer", "header")}
    if len(phones) >= 3:
        yield Observation.at(page, offices[0], Trust.LIKELY, proof="structure")
