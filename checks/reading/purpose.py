"""What a form is for. One answer for all checks that ask. Pure."""

from enum import Enum

from checks.text.folding import fold
from checks.text.lexicon import Phrases
from crawler.form import Form
from crawler.markup import FRAME
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
_PAYMENT = Phrases("payer", "paiement", "régler", "payfip", "tipi", "carte bancaire", "montant")
_COMMENT = Phrases("commentaire", "laisser un commentaire", "comment form", "commentform", "votre avis sur cet article")
_REACTION = Phrases(
    "réagir", "réagissez", "réaction", "commenter", "laisser un commentaire", "ajouter un commentaire", "commentaires"
)
"""What stands above a form for what one thinks of an article."""
_CONTACT = Phrases(
    "contact", "contacter", "contactez", "nous écrire", "écrivez", "écrire à la mairie", "votre message", "message", "question",
    "poser une question", "wpcf7", "courriel à la mairie",
)  # fmt: skip
_PROCEDURE = Phrases(
    "demande", "demander", "acte de naissance", "acte de mariage", "acte de décès", "extrait d'acte", "inscription", "inscrire",
    "réservation", "réserver", "déclaration", "déclarer", "signaler", "signalement", "rendez-vous", "démarche", "dossier",
    "préinscription", "recensement", "autorisation", "certificat", "attestation", "candidature",
)  # fmt: skip
_HOUSEHOLD = Phrases(
    "tranquillité vacances", "tranquillité absence", "tranquillité seniors", "encombrants", "composteur", "vignette", "concession",
    "changement d'adresse", "changer d'adresse", "occupation du domaine public", "débit de boissons", "prêt de matériel",
    "location de salle", "location de matériel", "permis de construire", "permis de végétaliser", "arrivée dans la commune",
    "nouvel arrivant", "nouveaux arrivants", "se recenser", "canicule", "commander un badge", "carte de déchèterie", "nuisible",
)  # fmt: skip
"""What forms are for that need no « demande »."""
_ANSWERED = Phrases("mail", "e-mail", "email", "courriel", "mél", "adresse électronique")
_WRITTEN = tuple(
    fold(f"{before} demande")
    for before in (
        *("votre", "ma", "objet de la", "objet de votre", "nature de la", "type de", "détail de la", "détail de votre"),
        *("envoyer la", "envoyer ma", "envoyer votre", "envoyer une", "pour toute", "faire une", "sujet de la"),
    )
)
_HANDED_IN = Phrases(
    "proposer un événement", "proposer une manifestation", "annoncer un événement", "annoncer une manifestation",
    "ajouter un événement", "déposer une annonce", "proposer une actualité", "proposer une sortie", "soumettre un événement",
    "ajouter mon association", "ajouter mon commerce", "inscrire mon association", "référencer mon", "édition de",
)  # fmt: skip
"""What one gives to be shown: no message to the town hall."""
_HIRED = Phrases(
    "salle des fêtes", "salle polyvalente", "salle communale", "salle municipale", "salles communales", "salles municipales",
    "location de salle", "location des salles", "location de la salle", "louer une salle", "louer la salle", "foyer rural",
)  # fmt: skip
_BOOKED = Phrases("demande", "réservation", "réserver", "événement", "manifestation", "date")
"""On a page called after a hall, a form with such a word is for its hire, unless it says that it is for a message."""
_ALERTS = Phrases(
    "recevoir les alertes", "recevoir des alertes", "alertes de la mairie", "alerte sms", "alerte par sms", "alertes par sms"
)
"""What is sent to a telephone: a subscription, and no procedure."""
_ASKED = Phrases("boîte à idées", "mon idée", "sondage", "questionnaire")
"""What the town asks its inhabitants: neither a message nor a procedure of theirs."""


@derived
def purposes(page: Page) -> list[tuple[Form, Purpose]]:
    """Every form of the page with what it is for."""
    hired = page.headline if _HIRED.within(page.headline) else ""
    return [
        (form, purpose(form, "" if form.region in FRAME else hired if form.heading else page.headline)) for form in page.forms
    ]


def purpose(form: Form, headline: str = "") -> Purpose:
    """By its fields first, then by its words, then by those of the page that it is alone to fill."""
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
    if "textarea" in kinds and _REACTION.within(form.heading):
        return Purpose.COMMENT
    if "textarea" in kinds and "forum" in form.marks.lower():
        # What SPIP calls a forum are the messages beneath an article.
        return Purpose.COMMENT
    if "textarea" not in kinds and ("email" in kinds or len(typed) <= 2) and _NEWSLETTER.within_folded(words):
        return Purpose.NEWSLETTER
    if _PAYMENT.within_folded(words) and "textarea" not in kinds:
        return Purpose.PAYMENT
    if _ASKED.within(form.heading):
        return Purpose.OTHER
    if "textarea" in kinds and _HANDED_IN.within(form.heading):
        return Purpose.PROCEDURE
    if "textarea" in kinds and _CONTACT.within_folded(words):
        return Purpose.PROCEDURE if _PROCEDURE.within(form.heading) and len(typed) > 5 else Purpose.CONTACT
    if len(asked) >= 3 and _HIRED.within(headline) and _BOOKED.within_folded(words):
        return Purpose.PROCEDURE
    if "textarea" in kinds and _ANSWERED.within_folded(words) and not _PROCEDURE.within(form.heading):
        # « Votre demande » is but the name of the field for what one writes.
        for said in _WRITTEN:
            words = words.replace(said, " ")
    if len(asked) <= 2 and _ALERTS.within_folded(words):
        return Purpose.OTHER
    if len(asked) >= 2 and (_PROCEDURE.within_folded(words) or _PROCEDURE.within(headline)):
        return Purpose.PROCEDURE
    if len(asked) >= 3 and _HOUSEHOLD.within(f"{form.heading} {headline} {' '.join(form.buttons)}"):
        return Purpose.PROCEDURE
    if "textarea" in kinds:
        return Purpose.CONTACT
    return Purpose.OTHER
