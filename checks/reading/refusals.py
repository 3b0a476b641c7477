"""Refusals: a few words that stand alone on a page or under a heading, and say that there is none, no more, not yet or not here. Pure."""

import re

from checks.reading.about import sentences
from checks.reading.ended import ENDED
from checks.reading.planned import FACTS, IN_TIME, LATER
from checks.text.dates import MONTH
from checks.text.telephone import NUMBER

_BRIEF = 300
"""Characters up to which words that stand alone say nothing but that."""
_GIVES = re.compile(
    rf"{NUMBER}|\b1[0-8][0-9][0-9]\b|\b19[0-4][0-9]\b|\bsiècle|\bcookies?\b|\btraceurs?\b|(?<!jeux de )\bdonnées?\b(?! ouvertes)|\bvos visites\b|\bconforme\b|[0-9]\s?h(?:eures?)?\b|@|€|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?!,? (?:\w+,? )?(?:a|n['’]\w+|ne)\b)",
    re.I,
)
"""A number to call, an hour, a day, a price: there is something after all. So there is where what was lost long ago is told,
and where it is said what is not kept of who visits."""
_GOES_ON = re.compile(
    r"(?<!pas été )(?<!pas )\b(?:remplac|repri)\w+ par\b|\b(?:désormais|dorénavant|cependant|toutefois|relai\w*|rouv\w+|provisoire\w*)\b"
    r"|\b(?:vous|les|nous)\s(?:\w+\s)?accueill\w+|\bpropos(?:e|ent|ons)\b|(?<!ne )\bassur(?:e|ent|ée?s?)\b|\bmais\b|\bferm\w+ (?:pendant|durant|les?|la|entre|en (?:hiver|été|juillet|août)|aux?)\b",
    re.I,
)
"""What is told of what there still is."""
_HARMLESS = r"(?:inscription|rendez-vous|condition|frais|formalité|réservation|justificatif|obligation|danger|dépôt|différence|limite|doute)"
"""What there may be none of while the thing is there."""
_VERB = (
    r"(?!y\s|(?:est|sont|avons)\s|\w+(?:ez|ai(?:s|t|ent))\b|(?:a|ont)\s(?:pas|plus)\s(?:d(?:e\b|['’])|à)"
    r"|(?:peu|doi|dev|faut|hésit|oubli|manqu|jet|dépos|command|accept|repren|pren|récup|collect|ramass|concern|compren|dur|coût|dépass|touch|chang))[\w-]+"
)
"""A verb by whose denial a thing may be denied: not what must not be done, what is not taken, or that it lacks something."""
_NOT_HERE = re.compile(
    rf"\b(?:ne\s|n['’]\s?)(?:(?:se|y|en|la|les?|nous|vous)\s|[sl]['’])?(?:(?:l[ae]|nous|vous)\s|l['’])?{_VERB}(?:\s\w+)?\s(?:pas|plus(?!\squ)|jamais|guère|ni|aucune?)\b"
    r"|\bn['’](?:est|sont)\s(?:plus|jamais|pas (?:encore|disponible|prêt|prévu|assuré|proposé|desservi|équipé))\b|\bn['’]y (?:est|sont) pas favorable"
    r"|\bn['’]en (?:a|ont|avons)\s(?:pas|plus|aucune?)\b|\b(?:commune|village|mairie|ville|nous)\s(?:\w+\s)?n['’](?:a|avons)\s(?:pas|plus)\s"
    rf"|^\W*(?:aucune?(?!\s{_HARMLESS})|néant|non|sans objet(?! de)|supprimée?s?|abandonnée?s?|(?:(?:projet|idée|proposition)s?\s)?(?:écarté|rejeté|refusé|repoussé|non retenu)e?s?|rien(?!\s(?:de(?! prévu| particulier| neuf)|que))|pas\s(?:d['’]|de\s|avant|encore|pour|durant|pendant)|plus\s(?:aucune?|rien|personne))\b(?!-)"
    r"|^\W*plus d(?:e\s|['’])(?!deux|trois|quatre|cinq|six|dix|vingt|trente|quarante|cinquante|cent|mille)[a-zà-ÿ-]+\s(?:depuis|avant|ici|pour)\b"
    rf"|\b(?:puis plus|pas avant|pas encore)\b|\b(?:aucune?|personne|rien)\s(?!{_HARMLESS})(?:[\w'’-]+\s){{0,3}}(?:ne\s|n['’])"
    r"|\b(?:supprimé|abandonné|dissous\b|dissoute|désaffecté|ajourné|gelé|vandalisé|disparu|cessé)e?s?\b|\b(?:est|sont|a été|ont été) suspendue?s?\b"
    r"|\b(?:a|ont) (?:\w+ )?(?:pris fin|pris (?:sa|leur) retraite|déménagé|été (?:tentée?|pourvue?)s?)\b|\b(?:est|sont) (?:fermée?|impraticable)s?\W*$"
    r"|\bdernière?s?\b[^.!?]{0,20}\b(?:s['’]est tenu|a eu lieu|remonte)|\brestée?s? sans réponse\b|\bdort dans\b|\bs['’](?:est|était) éteinte?\b"
    r"|\b(?:est|sont)\s(?:celui|celle|ceux|celles)\sd(?:e\s|['’])(?-i:[A-ZÀ-Ý])"
    r"|\bn['’]y (?:en )?(?:a|ont|avons)\s(?:pas|plus|aucune?)\b(?! de places?\b)"
    # What is only thought of, asked for, or too dear.
    r"|\bà l['’](?:étude|impression)\b|\bétudie(?:nt)?\b(?!\s(?:les|vos|votre|chaque|toute))|\b(?:imaginé|envisagé|espéré)e?s?\b"
    r"|\ben (?:préparation|construction|projet|attente|gestation|réflexion|discussion|cours d|tests?\b|rodage)|\bphase d(?:e tests?|['’]essai)\b|\bprochainement\b|\bbientôt\b|\bouverture prochaine\b"
    r"|\bser(?:a|ont)\s(?:\w+\s)?(?:voté|publié|mis|affiché|complété|versé|construit|créé|aménagé|bâti|défini|fixé|rédigé|communiqué|ajouté|annoncé|précisé|réalisé"
    r"|transmis(?!e?s? (?:aux?|à)\b)|installé|posé)e?s?\b|\b(?:paraîtr|ouvrir|s['’]arrêter)(?:a|ont)\b|\bcommencer(?:a|ont)\s[^.!?]{0,20}20\d\d|\b\w+ra un jour\b"
    rf"|\bser(?:a|ont)\s(?:\w+\s)?[\w-]+(?:é|i|u|s|t)e?s?\s(?:[^.!?]{{0,30}}\s)?(?:{IN_TIME}|(?:sur|à|dans) cette (?:page|rubrique)|ici\b|par le conseil|après le vote)"
    r"|^\W*(?:document|fichier|pièce|contenu|information|liste)s?\s(?:non\s(?!conform)\w+|indisponibles?|manquante?s?|absente?s?|introuvables?)\b(?! ?:)"
    r"|\b(?:ferm|suspend|interromp|interrompu|inacti|vacan|clos|arrêt)(?:ée?|ue?|es?|f|ve|te?)?s? (?:depuis|définitivement|jusqu['’]à nouvel ordre|faute)\b(?! (?:\d{1,2}\b|midi))|\baux (?:villes|communes) de plus de\b"
    r"|\b(?:pas|non) (?:encore )?(?:ouverte?|accessible)s? (?:au public|aux habitants)|\b(?:commune|village|ville)\sn['’]est pas (?:concerné|soumis)"
    r"|\b(?:on|nous|élus)\s(?:y|en)\s(?:réfléchi|pens|song|discut|travaill|parl)\w*\W*$|\bréflexion est (?:en cours|engagée)|\b(?:on verra|à creuser|pour plus tard)\b"
    r"|\b(?:ultérieurement|patience)\b|\bà (?:refaire|rédiger|venir|compléter|définir)\b|\btrop (?:élevé|cher|coûteu)|\bfaute d(?:e\s|['’])"
    r"|\bon attend\b(?!\s(?:vos|votre|les))|\bon cherche (?:un|une|des) (?:terrain|local|repreneur|bénévole|financement|médecin)|^\W*qui (?:veut|voudrait|souhaite)\b"
    r"|\binvitée?s? à (?:nous )?(?:transmettre|communiquer|envoyer) leurs? (?:coordonnées|fiche|information)"
    r"|\bni\s[\w-]+\sni\b|\bpage (?:non trouvée|introuvable)\b"
    r"|\b(?:a|ont|est|sont)\s(?:[\w-]+\s){0,2}(?:ferm|supprim|retir|démont|résili|abandonn|arrêt|annul|clos(?! et)|désactiv|éteint|dissou|rasé|démoli|transformé|(?<!\bsont )(?:refus|rejet|écart|repouss|perdu|vendu))\w*\b(?! (?:l['’](?:été|hiver)|la nuit|le soir)\b)"
    # What is for others, what is only asked for, what is only promised.
    r"|\bréservée?s? (?:aux (?:élèves|lycéens|collégiens|étudiants|résidents|membres|adhérents)|à (?:ses|leurs) )|\bn['’](?:est|sont) ouverte?s? qu['’](?:aux?|à)\b"
    r"|\b(?:est|sont)\s(?:\w+\s)?(?:réclamé|demandé|attendu|souhaité|promis)e?s?\s(?:au\b|à la\b|depuis|de longue|par\b|pour 20)"
    r"|\b(?:cette|la) (?:page|rubrique)\s(?:permettr|accueiller|présenter|proposer|recenser|contiendr|ser|regrouper)(?:a|ont)\b"
    r"|\bnous\s(?:y\s)?(?:mettrons|publierons|réfléchissons|étudions|cherchons|recherchons|travaillons)\b"
    r"|\b(?:commune|municipalité|mairie|conseil)\s(?:cherche|recherche|réfléchit|envisage|a demandé)\b",
    re.I,
)
"""What is said of a thing that there is not: « Pas avant 2028 », « Le devis est trop élevé », « n'a pas été remplacée »."""
_NONE_HERE = re.compile(
    r"\b(?:commune|mairie|municipalité|ville|village|nous|nôtre),?\s(?:[\w-]+,?\s){0,2}?(?:ne\s|n['’]\s?)(?:l['’]|en\s|y\s)?\w+\s(?:pas|plus|aucune?)\b(?: accès| droit)?(?=\W*(?:[.!?;,:]|\Z|encore|non plus))"
    r"|\b(?:commune|ville|village)\sn['’]est\s\w+\s(?:avec|à|par|d['’])\s?(?:personne|aucune?)\b"
    r"|\bpas (?:chez nous|ici|dans (?:notre|la) commune|dans le village)\b(?=\W*(?:[.!?;]|\Z))",
    re.I,
)
"""« Celui du département est distribué partout ; la commune n’en édite pas. »"""
_WHOSE = re.compile(r"\b(?:qui|si|s['’]il\w?|quand|lorsque?|lorsqu['’]\w+|dont|ceux|celles|parce|puisque?)\b", re.I)
"""« Pour ceux qui ne conduisent plus »: not of the thing."""
_DAY = re.compile(rf"\b[0-9]{{1,2}}(?:er)? (?:{MONTH})\b", re.I)
"""« À venir : la ligne 7, le 3 mai. »"""
_BEFORE = 40
"""Characters before the negation in which this is said."""
_NEUTRAL = re.compile(r"(?:écrivez-nous|merci|désolée?s?|hélas)\b", re.I)
"""What may stand beside."""
_ELSE = re.compile(
    r"\b(?:travaux|chantier|circul\w*|déviation|stationne\w*|routes?|rues?|ponts?|inscri\w*|dossiers|renouvel\w*|programmation|saison|édition|rouv\w*|réouv\w*|sans(?! objet)"
    r"|cookies?|traceurs?|données|visites|conforme|fibre|déploiement|nécessaires?|obligatoires?|requise?s?|gratuite?s?|librement|payante?s?|de places?"
    r"|siècle|1[0-8]\d\d|château|abbaye|moulins?|église|chapelle|seigneur)\b",
    re.I,
)
"""What is said of ways, of days, of rules, of the past and of the site itself, which speak so as well."""


def refuses(words: str) -> bool:
    """Whether words that stand alone begin by saying that there is nothing, and tell neither whom to ask nor what there is instead."""
    if not words or len(words) > _BRIEF or _GIVES.search(words) or _GOES_ON.search(words):
        return False
    first = sentences(words)[0]
    if first.endswith("?") or _DAY.search(first):
        return _NONE_HERE.search(words) is not None
    said = (found for rule in (_NOT_HERE, ENDED, LATER) for found in rule.finditer(first))
    told = any(not _WHOSE.search(first, max(0, found.start() - _BEFORE), found.start()) for found in said)
    return told or _NONE_HERE.search(words) is not None


def says_none(words: str) -> bool:
    """Whether words say of anything that there is none, no more, not yet or not here, whatever else they say."""
    return any(rule.search(words) for rule in (_NOT_HERE, ENDED, LATER))


def is_elsewhere(words: str) -> bool:
    """Whether a few words, whatever they lead to, say that it is others' and not the commune's."""
    return len(words) <= _BRIEF and not _GIVES.search(words) and _NONE_HERE.search(words) is not None


def is_wanting(words: str) -> bool:
    """Whether each sentence of a short section says that there is none, and none gives a fact: « On cherche un terrain »."""
    if not words or len(words) >= _BRIEF or FACTS.search(words) or _ELSE.search(words):
        return False
    every = [said for said in sentences(words) if said and not _NEUTRAL.match(said)]
    return bool(every) and all(_NOT_HERE.search(said) or ENDED.search(said) for said in every)
