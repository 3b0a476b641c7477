"""Soutien scolaire : aide aux devoirs, CLAS."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import REACHED, paragraph
from checks.reading.passages import Around, first
from checks.reading.sections import beneath
from checks.reading.spots import headed
from checks.signs import heading, link, path, seen, sentence, text, told, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "soutien scolaire", "aide aux devoirs", "accompagnement à la scolarité", "accompagnement scolaire", "=clas",
    "études surveillées", "étude surveillée", "=étude", "étude du soir", "école des devoirs", "réussite éducative",
    "aide aux leçons", "études dirigées", "clas", "étude et garderie", "garderie et étude", "accompagnement aux devoirs",
    "aide à la scolarité", "soutien aux devoirs", "temps d'étude", "club des devoirs", "atelier devoirs", "faire ses devoirs",
    "=devoirs", "coup de pouce devoirs", "devoirs surveillés", "appui scolaire", "coup de pouce aux devoirs", "coup de pouce scolaire",
    "coup de pouce clé", "club coup de pouce", "devoirs faits", "cours de soutien", "aide aux collégiens", "aide aux élèves",
    "aide scolaire", "soutien aux élèves", "aide aux collégiens et lycéens",
)  # fmt: skip
OTHERS = ("bourse", "bureau d'étude", "voyage", "droits", "crédit d'impôt", "avantage fiscal", "à domicile")
HOMEWORK = Prose(
    *("leurs devoirs", "aide aux devoirs", "aide aux leçons", "soutien scolaire", "faire les devoirs", "étude surveillée"),
    *("étude dirigée", "étude du soir", "accompagnement à la scolarité"),
)
APART = Phrases(*OTHERS, "droits", "projet", "assainissement", "recherche", "cherche", "recrute", "bénévoles", "voté")
EVENING = Around("étude :", "études :", "étude du soir", "étude surveillée")
HOURS = re.compile(r"\bétudes?(?: du soir| surveillées?)?\s?:?\s[^.!?]{0,50}\b[0-9]{1,2}\s?h", re.I)
AFTER = Phrases("après la classe", "après l'école")
LEARNING = Phrases("devoirs", "leçons", "étude")


def look(page: Page) -> Iterator[Observation]:
    """Help that is told with its hours; what is called « Après la classe » may be a nursery only."""
    if node := paragraph(page, HOMEWORK, REACHED, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    if said := first(page, HOURS, EVENING):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    for place in headed(page, AFTER):
        if LEARNING.within(beneath(page, place)):
            yield Observation.at(page, place, Trust.LIKELY, proof="heading")


tutoring = Check(
    "tutoring",
    title="Soutien scolaire",
    counts="L'aide aux devoirs, l'accompagnement à la scolarité ou l'étude, avec un contact ou des horaires.",
    signs=[
        told(
            *("aide aux devoirs", "accompagnement à la scolarité", "clas", "études encadrées", "études dirigées"),
            *("aide aux leçons", "coup de pouce"),
        ),
        text("étude surveillée", trust=Trust.LIKELY, own=True),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("soutien scolaire", "aide aux devoirs"),
        text("soutien scolaire", "aide aux devoirs"),
        sentence(
            *("leurs devoirs", "les devoirs", "ses devoirs", "étude surveillée", "études surveillées", "soutien scolaire"),
            *("aide aux devoirs", "accompagnement à la scolarité", "clas", "coup de pouce devoirs"),
            unless=(*OTHERS, "droits", "projet", "assainissement", "sol", "citoyen", "mémoire", "élus"),
        ),
        sentence("leurs leçons", says=re.compile(r"\b(?:enfants|élèves|écoliers|collégiens)\b", re.I)),
    ],
    look=look,
    examples=[
        unseen("<h2>Aide aux devoirs</h2><p>Qui veut s’en charger ? Écrivez-nous.</p>"),
        seen("<h1>Ici</h1><p>Une étudiante fait faire leurs devoirs aux enfants le mardi.</p>"),
        seen("<h1>Après le goûter</h1><p>« Coup de pouce devoirs » avec des bénévoles, quatre soirs par semaine, en mairie.</p>"),
        unseen("<h2>Citoyens : droits et devoirs</h2><p>Une vidéo.</p>"),
        seen("<h1>En classe</h1><p>De 16 h 30 à 18 h, des étudiants aident les enfants à faire leurs devoirs.</p>"),
        seen("<h2>Après la classe</h2><p>Étude jusqu’à 18 h.</p>"),
        seen("<h1>0-18 ans</h1><p>Étude : lundi, mardi, jeudi, 16h30-17h30.</p>"),
        unseen("<h2>Après la classe</h2><p>Garderie jusqu’à 18 h 30.</p>"),
        unseen("<p>Soutien scolaire à domicile par une société agréée, crédit d’impôt : appelez le 01 00 00 00 09.</p>"),
        seen("<h1>L’école</h1><p>Une étude surveillée a lieu de 16h30 à 18h, sauf le mercredi.</p>"),
        seen("<h1>En classe</h1><p>Deux soirs par semaine, un retraité fait réciter leurs leçons aux enfants.</p>"),
        unseen("<h1>Le club</h1><p>Les nageurs apprennent leurs leçons de sauvetage.</p>"),
        unseen("<h1>Le club</h1><p>L’aide aux devoirs cherche des bénévoles : 04 00 00 00 00.</p>"),
        seen('<a href="/ss">Soutien scolaire</a>'),
        seen("<h3>Accompagnement à la scolarité (CLAS)</h3>"),
        seen("<h2>L’aide aux devoirs</h2><p>Lundi et jeudi, 16 h 30</p>"),
        seen("<h1>L’école</h1><p>Étude surveillée de 16 h 30 à 18 h.</p>"),
        unseen("<h3>Étude de faisabilité</h3>"),
        unseen("<p>Un bénévole fait du soutien scolaire.</p>"),
        unseen('<a href="#">Aide aux devoirs</a>'),
        unseen('<a href="/e">Étude d’impact</a>'),
        seen('<a href="/a">Coup de pouce aux devoirs</a>'),
        seen('<a href="/a">Appui scolaire</a>'),
        unseen('<a href="/a">Coup de pouce aux commerçants</a>'),
        seen("<h1>Au village</h1><p>Le soutien scolaire en ligne est offert aux habitants.</p>"),
        seen("<h1>Au village</h1><p>L’étude surveillée est proposée après la classe jusqu’à 18 h.</p>"),
        unseen("<h1>Au village</h1><p>Connaître ses droits et ses devoirs.</p>"),
        unseen("<h1>Au village</h1><p>Le devoir de mémoire.</p>"),
        seen('<a href="/a">Devoirs faits</a>'),
        seen('<a href="/a">Cours de soutien</a>'),
        seen("<h2>Aide aux collégiens</h2>"),
    ],
)
