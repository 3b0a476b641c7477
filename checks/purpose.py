"""What a form is for. One answer for all checks that ask. Pure."""

from enum import Enum

from checks.folding import fold
from checks.lexicon import Phrases
from crawler.form import Form
from crawler.page import Page, derived


class Purpose(Enum):
    SEARCH = "search"
    NEWSLETTER = "newsletter"
    CONTACT = "contact"
    LOGIN = "login"
    PAYMENT = "payment"
    COMMENT = "comment"
    PROCEDURE = "procedure"
    OTHER = "other"


_SEARCH = Phrases("recherche", "rechercher", "chercher", "search", "moteur de recherche", "que cherchez-vous", "trouver")
_NEWSLETTER = Phrases(
    "newsletter", "infolettre", "lettre d'information", "lettre d'infos", "lettre électronique", "lettre info", "mailing",
    "désabonner", "s'abonner", "abonnez-vous", "inscription à la lettre", "mc embedded subscribe", "sib form", "je m'abonne",
    "mailpoet", "boîte mail", "recevoir nos actualités", "recevoir les actualités", "recevoir les nouvelles",
    "recevoir nos nouvelles", "recevoir les infos", "recevez nos", "recevez les",
)  # fmt: skip
_LOGIN = Phrases("mot de passe", "identifiant", "se connecter", "connexion", "login")
_PAYMENT = Phrases("payer", "paiement", "régler", "payfip", "tipi", "carte bancaire", "montant")
_COMMENT = Phrases("commentaire", "laisser un commentaire", "comment form", "commentform", "votre avis sur cet article")
_CONTACT = Phrases(
    "contact", "contacter", "contactez", "nous écrire", "écrivez", "écrire à la mairie", "votre message", "message", "question",
    "poser une question", "wpcf7", "courriel à la mairie",
)  # fmt: skip
_PROCEDURE = Phrases(
    "demande", "demander", "acte de naissance", "acte de mariage", "acte de décès", "extrait d'acte", "inscription", "inscrire",
    "réservation", "réserver", "déclaration", "déclarer", "signaler", "signalement", "rendez-vous", "démarche", "dossier",
    "préinscription", "recensement", "autorisation", "certificat", "attestation", "candidature",
)  # fmt: skip
_HANDED_IN = Phrases(
    "proposer un événement", "proposer une manifestation", "annoncer un événement", "annoncer une manifestation",
    "ajouter un événement", "déposer une annonce", "proposer une actualité", "proposer une sortie", "soumettre un événement",
    "ajouter mon association", "ajouter mon commerce", "inscrire mon association", "référencer mon", "édition de",
    "boîte à idées", "mon idée", "sondage", "questionnaire",
)  # fmt: skip
"""What one gives to be shown: no message to the town hall."""


@derived
def purposes(page: Page) -> list[tuple[Form, Purpose]]:
    """Every form of the page with what it is for."""
    return [(form, purpose(form)) for form in page.forms]


def purpose(form: Form) -> Purpose:
    """By its fields first, then by its words."""
    kinds = form.kinds()
    asked = [f for f in form.fields if f.kind != "hidden"]
    words = fold(
        " ".join(
            (
                form.heading,
                form.words,
                *(f.label + " " + f.name for f in form.fields),
                *form.buttons,
                form.marks,
                form.action,
            )
        )
    )
    typed = [f for f in asked if f.kind in ("text", "email", "tel", "search", "textarea", "number", "date", "url")]
    if "password" in kinds:
        return Purpose.LOGIN
    if "search" in kinds or (
        len(typed) <= 1 and "textarea" not in kinds and "email" not in kinds and _SEARCH.within_folded(words)
    ):
        return Purpose.SEARCH
    if len(asked) == 1 and asked[0].name in (
        *("q", "s", "query", "recherche", "search", "keyword", "keywords", "mots", "searchword"),
    ):
        return Purpose.SEARCH
    if (
        "textarea" in kinds
        and _COMMENT.within_folded(words)
        and ("comment" in form.marks.lower() or "comment" in form.action.lower())
    ):
        return Purpose.COMMENT
    if "textarea" in kinds and "forum" in form.marks.lower():
        # What SPIP calls a forum are the messages beneath an article.
        return Purpose.COMMENT
    if "textarea" not in kinds and ("email" in kinds or len(typed) <= 2) and _NEWSLETTER.within_folded(words):
        return Purpose.NEWSLETTER
    if _PAYMENT.within_folded(words) and "textarea" not in kinds:
        return Purpose.PAYMENT
    if "textarea" in kinds and _HANDED_IN.within(form.heading):
        return Purpose.PROCEDURE
    if "textarea" in kinds and _CONTACT.within_folded(words):
        return Purpose.PROCEDURE if _PROCEDURE.within(form.heading) and len(typed) > 5 else Purpose.CONTACT
    if _PROCEDURE.within_folded(words) and len(asked) >= 2:
        return Purpose.PROCEDURE
    if "textarea" in kinds:
        return Purpose.CONTACT
    return Purpose.OTHER
