"""The report's words on links: how many answered, why others could not be told, what is wrong as it is written. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports import french
from reports.links import LinkSample, LinksRecord

DEAD = {
    "not found": "page introuvable",
    "gone": "page supprimée",
    "soft 404": "page d'erreur déguisée",
    "no such host": "site disparu",
}
UNTOLD = {
    "refused by robots.txt": "le robots.txt du site demande aux robots de ne pas la lire",
    "authentication asked": "un mot de passe est demandé",
    "forbidden": "le site refuse les programmes (réponse 403) ; un visiteur la voit peut-être",
    "rate limited": "le site demande d'attendre avant d'y revenir (réponse 429)",
    "challenge page": "le site demande de prouver qu'on n'est pas un programme",
    "other client error": "le site répond par une erreur qui ne dit pas si la page existe",
    "server error": "le serveur est en panne (réponse 500 ou voisine)",
    "redirect loop": "les renvois tournent en rond",
    "timed out": "le site n'a pas répondu à temps",
    "connection failed": "la connexion n'a pas pu être établie",
    "name could not be resolved": "le nom du site n'a pas pu être résolu ; la panne peut venir du réseau",
    "sent to the home page": "le site renvoie toute adresse, même inventée, à sa page d'accueil",
    "unsafe address": "l'adresse est celle d'une machine privée ou d'un port inhabituel ; elle n'est pas demandée",
    "certificate expired": "le certificat de sécurité a expiré",
    "certificate of another host": "le certificat de sécurité est celui d'un autre site",
    "self-signed certificate": "le certificat de sécurité est signé par le site lui-même",
    "untrusted certificate": "le certificat de sécurité vient d'une autorité inconnue",
    "TLS failure": "la connexion sécurisée a échoué",
    "malformed answer": "la réponse du serveur est illisible",
    "page could not be parsed": "la page n'a pas pu être lue",
    "not fetched": "l'adresse n'a pas pu être demandée une seconde fois",
}
"""Outcome → why it could not be told, as the end of « … : »."""
FAULTS = {
    "no such anchor": "la page visée ne contient pas cet endroit",
    "no address": "aucune adresse",
    "no @ in the address": "il manque le signe @",
    "not a mail address": "ce n'est pas une adresse électronique",
    "a space in the address": "une espace dans l'adresse",
    "not a domain after the @": "ce qui suit le signe @ n'est pas un nom de domaine",
    "no number": "aucun numéro",
    "not a number": "ce n'est pas un numéro",
    "too short or too long": "il manque des chiffres, ou il y en a trop",
    "a 0 after +33": "un 0 de trop après +33",
}
_KINDS = {"fragment": "ancre", "mail": "courriel", "phone": "téléphone"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Links that could not be told for one reason. `more`: how many are not among the examples."""

    words: str
    count: int
    examples: tuple[LinkSample, ...]
    more: int


def told(links: LinksRecord) -> list[str]:
    """How many addresses were asked and what they answered, in sentences; nothing when none was asked."""
    if not links.checked:
        return []
    checked = french.count(links.checked, "adresse de lien a été vérifiée", "adresses de liens ont été vérifiées")
    parts = [french.count(links.alive, "répond", "répondent")]
    if links.dead:
        parts.append(french.count(links.dead, "n'existe plus", "n'existent plus"))
    if links.unverifiable:
        parts.append(french.count(links.unverifiable, "n'a pas pu être jugée", "n'ont pas pu être jugées"))
    lines = [f"{checked} : {french.enumerate_(parts)}."]
    if links.pictures:
        images = french.count(links.pictures, "image manquante", "images manquantes")
        alone = "ne la suit et elle ne figure" if links.pictures == 1 else "ne les suit et elles ne figurent"
        lines.append(f"Parmi ce qui n'existe plus, on compte {images} ; aucun visiteur {alone} pas parmi les liens inactifs.")
    if links.unverifiable:
        lines.append("Ce qui n'a pas pu être jugé n'est pas compté parmi les liens inactifs : un visiteur y arrive peut-être.")
    return [french.typeset(line) for line in lines]


def reasons(links: LinksRecord) -> list[Reason]:
    """Why the rest could not be told, the most frequent reason first."""
    counted = sorted(((n, word) for word, n in links.by_reason.items() if word not in DEAD), key=lambda pair: (-pair[0], pair[1]))
    return [
        Reason(french.typeset(UNTOLD.get(word, word)), n, examples := links.examples.get(word, ()), n - len(examples))
        for n, word in counted
    ]


def faults_told(links: LinksRecord) -> str:
    """What stands above the table of faults."""
    total = sum(links.by_fault.values())
    words = french.count(total, "lien est mal écrit", "liens sont mal écrits")
    few = f" ; en voici {french.figure(len(links.faults))}" if total > len(links.faults) else ""
    anchors = (
        " Une ancre absente du code peut être créée par un programme de la page : à vérifier."
        if "fragment" in links.by_fault
        else ""
    )
    return french.typeset(f"{words}{few}.{anchors}")


def rows(links: LinksRecord) -> Iterator[tuple[str, str, str, str, str]]:
    """(words, target, page, kind, what is wrong) of each fault told."""
    for fault in links.faults:
        yield fault.text, fault.target, fault.page, kind(fault.kind), french.typeset(FAULTS.get(fault.fault, fault.fault))


def kind(word: str) -> str:
    return _KINDS.get(word, word)
