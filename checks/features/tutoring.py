"""Soutien scolaire : aide aux devoirs, CLAS."""

from checks.check import Check
from checks.observation import Trust
from checks.signs import heading, link, path, seen, text, told, unseen

NAMES = (
    "soutien scolaire",
    "aide aux devoirs",
    "accompagnement à la scolarité",
    "accompagnement scolaire",
    "=clas",
    "études surveillées",
    "étude surveillée",
    "=étude",
    "étude du soir",
    "école des devoirs",
    "réussite éducative",
    "aide aux leçons",
    "études dirigées",
    "clas",
    "après la classe",
    "étude et garderie",
    "garderie et étude",
    *("accompagnement aux devoirs", "aide à la scolarité", "soutien aux devoirs", "temps d'étude"),
    *("club des devoirs", "atelier devoirs", "faire ses devoirs", "=devoirs", "devoirs surveillés"),
    *("appui scolaire", "coup de pouce aux devoirs", "coup de pouce scolaire", "coup de pouce clé"),
    *("club coup de pouce",),
)
OTHERS = ("bourse", "bureau d'étude", "voyage")

tutoring = Check(
    "tutoring",
    title="Soutien scolaire",
    counts="L'aide aux devoirs, l'accompagnement à la scolarité ou l'étude, avec un contact ou des horaires.",
    signs=[
        told("aide aux devoirs", "accompagnement à la scolarité", "clas"),
        text("étude surveillée", trust=Trust.LIKELY),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("soutien scolaire", "aide aux devoirs"),
        text("soutien scolaire", "aide aux devoirs"),
    ],
    examples=[
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
    ],
)
