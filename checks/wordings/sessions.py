"""Sessions: how a council's sittings, their minutes and the files of these are called. Pure."""

import re

from checks.reading.passages import Around
from checks.text.dates import MONTH
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait

NAMES = (
    *("compte rendu du conseil municipal", "comptes rendus du conseil", "compte rendu du conseil"),
    *("comptes rendus de conseil", "comptes rendus des conseils municipaux", "procès-verbaux", "procès-verbal du conseil"),
    *("pv du conseil", "pv des conseils", "pv conseil municipal", "délibérations", "délibérations du conseil municipal"),
    *("=comptes rendus", "=compte rendu", "cr du conseil", "cr conseil municipal", "compte rendu de séance"),
    *("comptes rendus des séances", "compte rendu de réunion du conseil", "séances du conseil municipal"),
    *("procès-verbal de la séance", "procès-verbaux du conseil municipal", "liste des délibérations"),
    *("comptes rendus municipaux", "compte rendu municipal", "pv du conseil communal", "procès-verbal du conseil communal"),
    *("registre des délibérations", "compte rendu cm", "=pv", "=délibération", "extrait du registre des délibérations"),
    *("compte rendu sommaire", "comptes rendus et délibérations", "relevé de décisions du conseil"),
    *("comptes rendus des réunions du conseil", "compte rendu réunion conseil municipal"),
    *("procès-verbal conseil municipal", "cr des réunions", "comptes rendus des réunions", "=cr", "pv des séances"),
    *("décisions du conseil", "=cm", "procès-verbaux du conseil", "procès-verbaux des séances"),
    *("conseils municipaux comptes rendus", "cr du cm", "pv du cm", "procès-verbaux et délibérations"),
    *("relevé des décisions", "protocole du conseil", "décisions du conseil municipal", "procès-verbal des délibérations"),
    *("délibérations et comptes rendus", "conseil municipal compte rendu", "comptes-rendus c m"),
    *(f"=comptes rendus {year}" for year in range(2010, 2040)),
    *("pv de réunion", "pv des réunions", "pv de séance", "=procès-verbal"),
    *("archives des comptes rendus", "compte rendu du dernier conseil", "dernier compte rendu"),
    *("derniers comptes rendus", "conseil municipal les pv", "pv du dernier conseil"),
)
BARE = ("=comptes rendus", "=compte rendu", "=cr", "=pv", "=cm", "=procès-verbal", "=délibération")
"""What says on the page of any body that its minutes follow."""
OTHERS = (
    "jeunes", "enfants", "conseil d'école", "conseil de quartier", "conseil communautaire", "communauté de communes",
    "agglomération", "ccas", "associations", "assemblée générale", "conseils de quartier", "réunion publique", "comité",
    "syndicat", "commission", "conseil syndical", "sages", "métropole", "intercommunal", "conseil communal des jeunes",
    "conseil de vie", "cellule", "groupe de travail", "votés en séance", "votées en séance", "adoptés en séance",
    "approuvés en séance", "jury", "quartier", "plu", "plui", "électronique", "électroniques", "stationnement",
)  # fmt: skip
CODE = re.compile(
    r"/(?:cr|pv|crcm|pvcm|cm|dcm|compte[-_ ]?rendu|proc[eè]s[-_ ]?verbal)(?:[-_ ]?(?:cm|conseil))?[-_ /]?\d[^/]*\.(?:pdf|docx?|odt)$",
    re.I,
)
LIST = Phrases("liste des délibérations", "délibérations examinées")
"""What is posted in the week after a session: it is no minutes yet."""
SESSION = re.compile(
    r"(?:l[ea] )?(?:réunion|séance|session|conseil)s?\s(?:(?:ordinaire|publique|municipale?|d[ue] conseil)\s){0,2}du\s(?:\w{5,8}\s)?\d",
    re.I,
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
_MONTH = f"(?:{MONTH})"
OF_DAY = Trait(
    re.compile(
        r"\W{0,3}(?:(?:pv|p\.v\.|cr|c\.r\.|cm|comptes?[- ]rendus?|procès[- ]verba(?:l|ux)|séance|réunion|conseil|municipal|communal|délibérations?|session|voir|lire|télécharger"
        rf"|ordinaire|extraordinaire|de|du|la|le|des|[a-z]{{3,5}}di)\W{{1,3}}){{0,9}}(?P<day>\d{{1,2}}(?:er)?\W{{1,2}})?{_MONTH}(?:\W{{1,2}}20\d\d)?\W{{0,5}}(?:pdf\b.{{0,12}})?\Z",
        re.I,
    ).match
)
"""« PV du 14 janvier », « Octobre 2026 »: the label of a paper that bears its day, or its month, and nothing else."""
NUMBERED = Trait(re.compile(r"(?:(?:pv|séance|cr|compte[- ]rendu|procès[- ]verbal)\W{1,2})?(?:n\s?[°o]\s?)\d{1,3}\Z", re.I).match)
NAMED = re.compile(r"\b(?:comptes?[- ]rendus?|procès[- ]verba(?:l|ux)|pv\b|délibérations|relevés? de décisions)", re.I)
"""What is said before papers that bear but their day."""
WRITTEN = re.compile(
    r"\b(?:comptes?[- ]rendus?|procès[- ]verbal)\s(?:\w+\s)?(?:de la |de |du )(?:séance|réunion|conseil)(?! (?:d['’]école|de quartier|syndica|communaut|d['’]admin))[^.!?]{0,60}",
    re.I,
)
"""The title of minutes that stand on the page itself."""
WRITING = Around("compte rendu", "compte-rendu", "procès-verbal")
VOTED = Prose(
    *("à l'unanimité", "vote", "votent", "délibère", "présents", "excusée", "excusés", "approuve", "adopte", "adopté"),
    *("adoptée", "approuvé", "approuvée"),
)
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
