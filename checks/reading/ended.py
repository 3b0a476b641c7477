"""Ended: what is said to be no more. Pure."""

import re
from re import Match

from checks.text.telephone import NUMBER

_BRIEF = 300
"""Characters up to which a page that says that something has ended says nothing else."""
ENDED = re.compile(
    r"\b(?:a|ont)\sdéfinitivement\sfermée?s?\b"
    r"|\b(?:a|ont)\s(?:définitivement\s)?(?:fermée?s?\s(?:ses portes|leurs portes|définitivement|en \d{4}|depuis)|cessé|disparu)\b"
    r"|\b(?:a|ont)\sété\s(?:définitivement\s)?(?:arrêtée?|supprimée?|abandonnée?|fermée?|dissou(?:t|te)?)s?\b(?!\s(?:pour|le temps))"
    r"|\b(?:a|ont)\spris fin\b|\b(?:s['’]est|se sont)\s(?:dissoute?s?|dissous|arrêtée?s?)\b|\bpuis abandonnée?s?\b|\bn['’]a pas abouti\b|\ba (?:(?:baissé|tiré) (?:le|son) rideau|mis la clé sous la porte|jeté l['’]éponge)\b|\bn['’]a pas trouvé de repreneur\b|\ben sommeil\b"
    r"|\b(?:est|sont) fermée?s? depuis (?:le |l['’])?(?:\d{1,2}(?:er)? )?(?:\w{3,9} )?\d{4}\b"
    r"|\b(?:est|sont)\s(?:désormais\s)?(?:définitivement\s(?:ferm|arrêt|supprim)ée?s?|dissou(?:s|te|tes))\b"
    r"|\bn['’](?:a|ont) pas été (?:renouvelé|reconduit|retenu|pourvu)e?s?\b|\b(?:est|sont|fait une|mise?s?) (?:actuellement |désormais )?en pause\b"
    r"|\b(?:n['’](?:ouvr|exist|accueill)|ne fonctionn)e(?:nt)? plus\b|\bne para(?:ît|it|issent) plus\b|\bn['’](?:est|sont) plus (?:publié|édité|imprimé|entretenu|assuré|desservi|proposé)e?s?\b|\bplus d(?:e |['’])[\w ]{2,30} depuis\b|\bn['’]a pas vu le jour\b"
    r"|\bplus aucune?\b[^.!?]{0,30}\bdepuis\b|\bne recrute(?:nt)? (?:pas|plus)\b|\bn['’](?:est|sont) desservie?s? par aucun"
    r"|\b(?:a|ont)(?<!\bqui a)(?<!\bqui ont) quitté (?:la commune|le village|le bourg|la ville|les lieux|nos murs)\b|\b(?:est|sont)(?<!\bqui est)(?<!\bqui sont) partie?s? (?:à la retraite|en \d{4})\b"
    # Nobody has answered yet: the page only invites.
    r"|\b(?:souhaite|désire|veu(?:lent|t|x)|voul)\w*\s[^.!?]{0,30}\b(?:apparaître|figurer|être (?:référenc|ajout|mentionn)ée?s?)\b[^.!?]{0,60}\?",
    re.I,
)
_REACHED = re.compile(rf"{NUMBER}|[0-9]\s?h\b")
_SENTENCE = 150
"""Characters up to which a section is one sentence."""
_TOLD = 299
"""Characters from which a section says more than that something has ended."""
_REMAINS = re.compile(
    r"\b(?:rest(?:e|ent)|mais|cependant|toutefois|désormais|aujourd['’]hui|maintenant|nouve(?:au|lle|aux|lles)|rouv\w+|rempla\w+|repri\w+|relai\w*|propose\w*|accueill\w+|ouvert\w*|rue|place|route|avenue|chez)\b",
    re.I,
)
"""What is told of what there still is."""


def tells_end(text: str) -> Match[str] | None:
    """The words by which a page says that something has ended, and nothing of what there still is or whom to ask."""
    return ENDED.search(text) if len(text) <= _BRIEF and not (_REACHED.search(text) or _REMAINS.search(text)) else None


def has_ended(words: str) -> bool:
    """Whether what stands under a heading says that it is no more, and not whom to ask: « Le dernier cabinet a fermé en 2021. »"""
    if _REACHED.search(words) or len(words) >= _TOLD:
        return False
    return (len(words) <= _SENTENCE or not _REMAINS.search(words)) and ENDED.search(_first(words)) is not None


def _first(words: str) -> str:
    """All of what is short, else its first sentence: what is told first is what the section says."""
    return words if len(words) <= _SENTENCE else re.split(r"(?<=[.!?])\s", words, maxsplit=1)[0]
