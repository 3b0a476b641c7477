"""Enrolment: how one is told to have a child signed up for school. Pure."""

import re

from checks.reading.passages import Around
from checks.text.lexicon import Phrases

ATTESTING = Around(
    "d'inscription", "d’inscription", "pré-inscription", "préinscription", "inscription scolaire", "inscriptions scolaires",
    "inscription en ", "inscriptions en ", "inscription à l", "inscriptions à l", "inscription des", "inscriptions des",
    "inscriptions pour la", "inscription pour la", "entre en ", "entrent en ", "entrera en ", "entre à l", "entrent à l", "entrera à l",
)  # fmt: skip
ATTESTED = re.compile(
    r"\b(?:certificat|attestation|fiche|formulaire|bulletin|demande) d['’](?:pré-?)?inscription\b[^!?]{0,90}\b(?:école(?! d)|directrice|directeur|maternelle|scolaire)\b"
    r"|\b(?:directrice|directeur|école|maternelle)\b[^!?]{0,60}\b(?:certificat|attestation) d['’](?:pré-?)?inscription\b"
    r"|\bentre(?:nt|ra)? (?:en (?:[pmg](?:etite|oyenne|rande) section|maternelle|CP|sixième)|à l['’]école)\b.{0,90}\b(?:mairie|inscri\w+|directrice|directeur|livret)\b"
    r"|\b(?:pré-?)?inscriptions? (?:scolaires?|en (?:maternelle|petite section|CP|primaire)|à (?:la maternelle|l['’]école)|des (?:nouveaux )?(?:élèves|enfants)|pour la rentrée)\b"
    r"[^!?]{0,100}\b(?:\d{1,2}\s?h|mairie|directrice|directeur|sur rendez-vous|télécharg\w+|livret)",
    re.I,
)
"""Who has a child sign up says so, and where."""
GIFTS = Phrases(
    "noël", "arbre", "cadeau", "cadeaux", "goûter", "spectacle", "vide-grenier", "loto", "recensement", "séjour", "crèche vivante"
)
TERMS = Around("rentrée")
TERM = re.compile(r"\brentrée (?:de |scolaire |septembre )?20\d\d\b[^.!?]{0,40}\bdossiers?\b[^.!?]{0,80}", re.I)
"""« Rentrée 2027 : dossier à déposer »."""
BROUGHT = re.compile(
    r"\blivret de famille\b[^!?]{0,120}\b(?:vaccin|carnet de santé)|\b(?:vaccin|carnet de santé)[^!?]{0,120}\blivret de famille\b",
    re.I,
)
"""The two papers that only who signs up a child is asked for together."""
COMING = re.compile(
    r"\b(?:votre (?:enfant|fils|fille)|vos enfants|un enfant de plus|première rentrée)\b[^.!?]{0,60}\?[^!?]{0,90}\b(?:livret de famille|carnet de santé|directrice|directeur|inscri\w+)",
    re.I,
)
"""« Votre enfant a trois ans ? Venez à la mairie avec le livret de famille. »"""
CHILDREN = Around("votre enfant", "vos enfants", "enfant de plus", "première rentrée")
BRINGING = Around("livret de famille")
BORN = re.compile(
    r"[^.!?]{0,60}\benfants? (?:nés?e?s? en 20[12]\d|de (?:trois|3) ans|(?:qui (?:auront|aura)|ayant|aura) (?:trois|3) ans)\b[^!?]{0,110}\b(?:mairie|directrice|directeur|inscri\w+|livret)\b"
    r"|\b(?:école|maternelle|rentrée)\b[^.!?]{0,60}\b(?:se présenter|venir|passer|munis?|apporter|présenter)\b[^.!?]{0,60}\b(?:carnet de (?:santé|vaccination)|livret de famille)",
    re.I,
)
"""Those who will be three are called, with their papers."""
BIRTHS = Around("nés en 20", "nées en 20", "né en 20", "trois ans", "3 ans", "carnet de", "livret de famille")
