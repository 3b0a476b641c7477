"""Ordre du jour et dates des conseils."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "ordre du jour",
    "ordres du jour",
    "prochain conseil municipal",
    "prochains conseils municipaux",
    "dates des conseils",
    "calendrier des conseils",
    "convocation du conseil",
    "convocation au conseil municipal",
    "prochaine séance",
    "dates des conseils municipaux",
    "calendrier du conseil municipal",
    "prochaine réunion du conseil",
    "réunion du conseil municipal",
    "convocation conseil municipal",
    "prochain conseil",
    "odj",
)
OTHERS = ("jeunes", "assemblée générale", "école", "compte rendu", "procès-verbal")

council_agenda = Check(
    "council_agenda",
    title="Ordre du jour et dates des conseils",
    counts="Les prochaines séances ou leur ordre du jour.",
    signs=[
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("ordre du jour", "convocation conseil", "prochain conseil"),
    ],
    examples=[
        seen('<a href="odj.pdf">Ordre du jour du conseil municipal du 3 décembre</a>'),
        seen("<h3>Prochain conseil municipal : 12 novembre 2026</h3>"),
        seen('<a href="/dates">Dates des conseils municipaux</a>'),
        unseen("<h3>Ordre du jour de l’assemblée générale du club</h3>"),
        unseen("<p>À l’ordre du jour : le budget.</p>"),
        unseen("<h3>Compte rendu : ordre du jour et décisions</h3>"),
    ],
)
