"""Letters: the words of a form by which one receives the news of a town, and of those that ask for an address for another end. Pure."""

import re

from checks.text.lexicon import Phrases

SIGN_UP = Phrases(
    "je m'inscris", "s'abonner", "abonnez-vous", "abonnement", "je m'abonne", "s'inscrire", "inscrivez-vous", "inscription",
    "recevoir",
)  # fmt: skip
SUBSCRIBE = Phrases("s'abonner", "abonnez-vous", "m'abonner", "je m'abonne", "abonner", "souscrire")
SUBSCRIBED = Phrases("abonnement", "s'abonner", "abonnez-vous", "je m'abonne", "liste de diffusion", "mailing list")
OTHER_THINGS = Phrases("alerte", "alertes", "sms", "commentaires", "forum", "magazine papier", "saison", "médiathèque")
ELSEWHERE = re.compile(
    r"\b[Ii]nscri\w+\s(?:au|aux|à la|à l['’]|pour)\s?(?!newsletter|lettre|infolettre|liste|info|e-)(?=\w)|\b[Cc]ommand\w+|\b[Cc]réer (?:mon|un|votre) compte"
)
"""« Inscription au trail »."""
PLACE = re.compile(r"/[\w-]*(?:newsletter|infolettre|lettre-d?-?info)[\w-]*/?$", re.I)
SENDS = re.compile(
    r"(?:[Ee]nvoyer|ENVOYER|[Vv]alider|VALIDER|ok|[Oo]k|OK|[Gg]o|GO|[Cc]onfirmer|[Ss]ubmit|[Ss]ubscribe|\W{1,3})\W*$"
)
"""Buttons that say nothing of what is sent."""
NO_LETTER = Phrases(
    "mot de passe", "password", "identifiant", "connexion", "connecter", "login", "mon compte", "votre compte", "désinscription",
    "désabonner", "se désinscrire", "recherche", "partager", "à un ami", "rappel", "devis", "disponibilité", "suivre ma demande",
    "réservation", "contact", "question", "signaler", "candidature",
)  # fmt: skip
"""What else one address is asked for."""
_BY_MAIL = r"(?:par (?:e-?mail|mail|courriel|mél|messagerie|courrier électronique|voie électronique)|dans (?:votre|ma|sa) (?:boîte|messagerie))\b"
RECEIVING = re.compile(
    rf"\b(?:recevoir|recevez|reçois|être (?:averti|tenu|informé|prévenu)|soyez (?:averti|informé|prévenu)|restez informé|m['’]avertir)[^!?]{{0,90}}?"
    rf"\b(?:{_BY_MAIL}|newsletter|lettre|e-?bulletin|bulletin électronique|actus?\b|actualités|nouvelles|nouveautés|infos?\b|informations)"
    r"|\bvous (?:envoie|adresse|informe|tient au courant|prévient)\b[^.!?]{0,60}"
    rf"|\b(?:nouvelles|actualités|actus?|infos?|informations|nouveautés|essentiel|agenda)\b[^.!?]{{0,60}}\b{_BY_MAIL}",
    re.I,
)
"""What is said beside a form that asks but for an address."""
