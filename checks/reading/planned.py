"""Planned: what is said to be there only later, no more, or not here. Pure."""

import re

from checks.reading.ended import ENDED
from checks.text.dates import MONTH, years
from checks.text.telephone import NUMBER

_BRIEF = 300
"""Characters up to which a section may say nothing but that."""
_WHEN = (
    r"(?:pour|en|à|d['’]ici|fin|courant|début|au)\s(?:(?:le|la|les|l['’]|fin|début|courant|mi|milieu|\w+) ?){0,2}?"
    r"(?:20\d\d|printemps|été\b|automne|hiver|rentrée|l?['’]?an prochain|l?['’]?année prochaine)"
)
LATER = re.compile(
    r"\b(?:ouverture|mise en service|mise en place|installation|création|construction|lancement)s?\s(?:\w+\s){0,2}?"
    r"(?:prévue?|attendue?|annoncée?|programmée?|envisagée?|espérée?|repoussée?|reportée?)s?\b"
    r"|\b(?:devrai(?:t|ent)|doit|doivent|va|vont)\s(?:\w+\s)?(?:ouvrir|voir le jour|sortir de terre|s['’]installer"
    r"|être (?:créé|construit|ouvert|aménag|implant|installé|mis en service|lancé|livr)\w*)\b"
    rf"|\b(?:ouvrir|passer|arriver|fonctionner|s['’]installer)(?:a|ont)\s[^.!?]{{0,40}}{_WHEN}"
    rf"|\b(?:est|sont|serait|seraient)\s(?:annoncé|prévu|promis|espéré|envisagé|programmé)e?s?\s{_WHEN}"
    r"|\b(?:est|sont)\sinscrite?s?\sau\s(?:plan|budget|programme|contrat)\b"
    r"|\bsi (?:les crédits|le financement|les subventions|le budget)\b|\bquand le financement\b"
    r"|\b(?:repoussé|reporté|remis|renvoyé)e?s? à (?:plus tard|20\d\d|l['’]an(?:née)? prochaine?)",
    re.I,
)
"""« Ouverture prévue fin 2027 », « devrait ouvrir », « passera chez nous en 2028 »."""
_VERB = (
    r"(?!(?:est|sont|avons)\s|\w+(?:ez|ai(?:s|t|ent))\b|(?:a|ont)\s(?:pas|plus)\s(?:d(?:e\b|['’])|à)"
    r"|(?:peu|doi|dev|faut|hésit|oubli|manqu|jet|dépos|command|accept|repren|pren|récup|collect|ramass|concern|compren|dur|coût|dépass|touch|chang))[\w-]+"
)
"""A verb by whose denial a thing may be denied: not what must not be done, what is not taken, or that it lacks something."""
_NOT_HERE = re.compile(
    rf"\b(?:ne\s|n['’]\s?)(?:(?:se|y|en|la|les?|nous|vous)\s|[sl]['’])?(?:(?:l[ae]|nous|vous)\s|l['’])?{_VERB}(?:\s\w+)?\s(?:pas|plus(?!\squ)|jamais|guère|ni|aucune?)\b"
    r"|\bn['’](?:est|sont)\s(?:plus|jamais|pas (?:encore|disponible|prêt|prévu|assuré|proposé|desservi|équipé))\b|\bn['’]y (?:est|sont) pas favorable"
    r"|\bn['’]en (?:a|ont|avons)\s(?:pas|plus|aucune?)\b|\b(?:commune|village|mairie|ville|nous)\s(?:\w+\s)?n['’](?:a|avons)\s(?:pas|plus)\s"
    r"|^\W*(?:aucune?|néant|non|sans objet|supprimée?s?|abandonnée?s?|rien(?!\s(?:de(?! prévu| particulier| neuf)|que))|pas\s(?:d['’]|de\s|avant|encore|pour)|plus\s(?:aucune?|rien|personne))\b(?!-)"
    r"|^\W*plus d(?:e\s|['’])(?!deux|trois|quatre|cinq|six|dix|vingt|trente|quarante|cinquante|cent|mille)[a-zà-ÿ-]+\s(?:depuis|avant|ici|pour)\b"
    r"|\b(?:puis plus|pas avant|pas encore)\b|\b(?:aucune?|personne|rien)\s(?:[\w'’-]+\s){0,3}(?:ne\s|n['’])"
    r"|\b(?:supprimé|abandonné|dissous\b|dissoute|désaffecté|ajourné|gelé|vandalisé|disparu|cessé)e?s?\b|\b(?:est|sont|a été|ont été) suspendue?s?\b"
    r"|\b(?:a|ont) (?:\w+ )?(?:pris fin|pris (?:sa|leur) retraite|déménagé|été (?:tentée?|pourvue?)s?)\b|\b(?:est|sont) (?:fermée?|impraticable)s?\W*$"
    r"|\bdernière?s?\b[^.!?]{0,20}\b(?:s['’]est tenu|a eu lieu|remonte)|\brestée?s? sans réponse\b|\bdort dans\b|\bs['’](?:est|était) éteinte?\b"
    r"|\b(?:est|sont)\s(?:celui|celle|ceux|celles)\sd(?:e\s|['’])(?-i:[A-ZÀ-Ý])"
    # What is only thought of, asked for, or too dear.
    r"|\bà l['’](?:étude|impression)\b|\bétudie(?:nt)?\b(?!\s(?:les|vos|votre|chaque|toute))|\b(?:imaginé|envisagé|espéré)e?s?\b"
    r"|\ben (?:préparation|projet|attente|gestation|réflexion|discussion|cours d)|\bprochainement\b|\bbientôt\b|\bouverture prochaine\b"
    r"|\bser(?:a|ont)\s(?:\w+\s)?(?:voté|publié|mis|affiché|complété|versé|construit|créé|aménagé|bâti|défini|fixé|rédigé|communiqué|ajouté|annoncé|précisé|réalisé"
    r"|transmis|installé|posé)e?s?\b|\b(?:paraîtr|ouvrir|s['’]arrêter)(?:a|ont)\b|\bcommencer(?:a|ont)\s[^.!?]{0,20}20\d\d|\b\w+ra un jour\b"
    r"|\b(?:ultérieurement|patience)\b|\bà (?:refaire|rédiger|venir|compléter|définir)\b|\btrop (?:élevé|cher|coûteu)|\bfaute d(?:e\s|['’])"
    r"|\bon attend\b(?!\s(?:vos|votre|les))|\bon cherche (?:un|une|des) (?:terrain|local|repreneur|bénévole|financement|médecin)|^\W*qui (?:veut|voudrait|souhaite)\b"
    r"|\binvitée?s? à (?:nous )?(?:transmettre|communiquer|envoyer) leurs? (?:coordonnées|fiche|information)",
    re.I,
)
"""What is said of a thing that there is not: « Pas avant 2028 », « Le devis est trop élevé », « n'a pas été remplacée »."""
_NEUTRAL = re.compile(r"(?:écrivez-nous|merci|désolée?s?|hélas)\b", re.I)
"""What may stand beside."""
_GOES_ON = re.compile(
    r"\b(?:travaux|chantier|prochaine?s?|édition|repris|reprend|inscription|réunion|enquête|séance|rouv|réouv|fibre|déploiement|saison|fermeture)",
    re.I,
)
"""What is announced of works, of a day, or of what is there already."""
_ELSE = re.compile(
    r"\b(?:travaux|chantier|circul\w*|déviation|stationne\w*|routes?|rues?|ponts?|inscri\w*|dossiers|renouvel\w*|programmation|saison|édition|rouv\w*|réouv\w*|sans"
    r"|cookies?|traceurs?|données|visites|conforme|fibre|déploiement|nécessaires?|obligatoires?|requise?s?|gratuite?s?|librement|payante?s?|de places?"
    r"|siècle|1[0-8]\d\d|château|abbaye|moulins?|église|chapelle|seigneur)\b",
    re.I,
)
"""What is said of ways, of days, of rules, of the past and of the site itself, which speak so as well."""
_FACTS = re.compile(
    rf"{NUMBER}|[0-9]\s?(?:h\b|€|km\b|m²)|[0-9]{{1,2}}(?:er)? (?:{MONTH})\b|\b(?:lun|mar|mercre|jeu|vendre|same)di|\bdimanche|[@«]"
    r"|\b[0-9]+ (?:places|lits|logements|enfants|élèves|livres|rue|avenue|place|route|euros)\b",
    re.I,
)
"""What only its being there explains."""
_ENDS = re.compile(r"(?<=[.!?;])\s")


def is_planned(words: str, year: int) -> bool:
    """Whether what stands under a heading only says, in that year, that there will be one: « Ouverture prévue fin 2027 »."""
    if len(words) >= _BRIEF or _FACTS.search(words) or _GOES_ON.search(words) or not LATER.search(words):
        return False
    return all(map(LATER.search, filter(None, _ENDS.split(words)))) and min(years(words), default=year) >= year


def is_wanting(words: str) -> bool:
    """Whether each sentence of a short section says that there is none, and none gives a fact: « On cherche un terrain »."""
    if not words or len(words) >= _BRIEF or _FACTS.search(words) or _ELSE.search(words):
        return False
    every = [said for said in _ENDS.split(words) if said and not _NEUTRAL.match(said)]
    return bool(every) and all(_NOT_HERE.search(said) or ENDED.search(said) for said in every)
