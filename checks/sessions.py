"""Sessions: how a council's sittings, their minutes and the files of these are called. Pure."""

import re

from checks.lexicon import Phrases, Prose
from checks.passages import Around
from checks.traits import Trait

CODE = re.compile(
    r"/(?:cr|pv|crcm|pvcm|cm|compte[-_ ]?rendu|proc[eè]s[-_ ]?verbal)(?:[-_ ]?(?:cm|conseil))?[-_ /]?\d[^/]*\.(?:pdf|docx?|odt)$",
    re.I,
)
LIST = Phrases("liste des délibérations", "délibérations examinées")
"""What is posted in the week after a session: it is no minutes yet."""
SESSION = re.compile(
    r"(?:réunion|séance|session|conseil)s?\s(?:(?:ordinaire|publique|municipale?|du conseil)\s){0,2}du\s(?:\w{5,8}\s)?\d", re.I
)
"""« Réunion du 15 octobre 2026 »: minutes where the heading above speaks of the council."""
CODED = Trait(lambda href: CODE.search(href) is not None)
"""A file named « CR021026.pdf », « PV-2026-10-02.pdf »: its label may be but the day."""
AHEAD = Phrases("ordre du jour", "convocation")
ANNOUNCED = re.compile(
    r"\b(?:conseil(?: municipal)?|séance)\s(?:aura lieu\s|se tiendra\s|se réunira\s)?(?:le|ce)\s(?:\w{5,8}\s)?\d", re.I
)
"""« Conseil municipal le 4 avril 2026 »: a page of that name tells that it will meet."""
ORDER = re.compile(r"arr[eê]t[eé]", re.I)
HELD = re.compile(
    r"conseil(?:lers)? (?:municipa|communa)(?:l|ux)\b(?! des (?:jeunes|enfants))[^.!?]{0,90}\b(?:s['’]est|se sont) (?:réuni|assemblé)[^!?]{0,60}",
    re.I,
)
SITTING, MET = Prose("secrétaire de séance", "membres en exercice", "conseillers en exercice"), Around("réuni", "assemblé")
"""The first words of minutes, where they stand on the page itself: that it met, and who kept them."""
VOTED = Prose("à l'unanimité", "vote", "votent", "délibère", "présents", "excusée", "excusés", "approuve")
SITS = Phrases(
    "conseil", "conseil municipal", "conseils municipaux", "séances", "délibèrent", "délibérer", "assemblée municipale",
    "assemblée communale", "décisions",
)  # fmt: skip
"""What a page is called on which files that bear but a day are minutes."""
MINUTES = Phrases(
    *("procès-verbal du conseil municipal", "procès-verbal de la séance", "procès-verbal de séance"),
    *("procès-verbal de la réunion", "procès-verbal séance", "compte rendu de la séance", "compte rendu de séance"),
    *("compte rendu de la réunion", "compte rendu du conseil municipal", "procès-verbal des délibérations"),
    *("extrait du registre des délibérations", "registre des délibérations", "liste des délibérations"),
)
"""What minutes say of themselves in their first lines."""
