"""Formulaire de contact : écrire à la mairie depuis le site."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.purpose import Purpose, purposes
from checks.signs import seen, unseen
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from crawler.page import Page

NOT_US = Phrases(
    *("annonce", "petites annonces", "réservation", "livre d'or", "commentaire", "gîte", "loueur", "hébergeur", "vendeur"),
    *("propriétaire", "chambre d'hôtes", "chambres d'hôtes", "témoignage", "commander", "devis", "bénévole", "covoiturage"),
    *("condoléances", "hommage", "avis de décès", "sondage", "voter", "publier", "commenter"),
)
WRITE = Phrases(
    *("contact", "contacts", "nous écrire", "écrivez-nous", "nous contacter", "contactez-nous", "contacter la mairie"),
    *("écrire à la mairie", "formulaire de contact", "contactez la mairie", "nous joindre", "écrire au maire"),
)
"""What a page is called on which a form of another host is one to write to the town hall."""
ELSEWHERE = Trait(
    re.compile(
        r"(?:docs\.google\.com/forms|forms\.gle|framaforms\.org|forms\.office\.com|jotform\w*\.com|typeform\.com|tally\.so|forms\.zoho|cognitoforms\.com|123formbuilder\.com|wufoo\.com)"
    ).search
)
"""Hosts that make forms."""

SCHOOL = "@ac-"
"""Schools have their addresses at their académie."""


@check(
    "contact_form",
    "Formulaire de contact",
    counts="Un formulaire avec un message et une adresse qui parvient à la mairie ; une simple adresse électronique est partielle.",
    examples=[
        unseen(
            '<form method="post" class="formulaire_spip formulaire_forum">Votre message <textarea name="texte"></textarea></form>'
        ),
        seen(
            '<h1>Contact</h1><form method="post"><input name="nom"><input type="email" name="mail"><textarea name="message"></textarea><button>Envoyer</button></form>'
        ),
        seen(
            '<form action="mail.php">Nous écrire <input name="email" type="text"><textarea name="msg"></textarea><input type="submit"></form>'
        ),
        seen(
            '<table><tr><td><form method="post">Votre question : <textarea></textarea> E-mail <input name="email"></form></table>'
        ),
        seen('<p>Écrivez-nous : <a href="mailto:mairie@exemple.fr">mairie@exemple.fr</a></p>', "partial"),
        unseen(
            '<h1>Proposer un événement</h1><form method="post">Proposer un événement <input name="nom"><input type="email" name="mail"><textarea name="message"></textarea><button>Envoyer</button></form>'
        ),
        unseen(
            "<h2>Boîte à idées</h2><form><input type='email'><textarea name='message'></textarea><button>Envoyer mon idée</button></form>"
        ),
        unseen('<form role="search"><input type="search" name="s"></form>'),
        unseen('<form>Newsletter <input type="email"></form>'),
        unseen(
            '<form id="commentform" action="/wp-comments-post.php"><textarea name="comment"></textarea><input name="email"></form>'
        ),
        unseen('<a href="mailto:ce.0380000x@ac-grenoble.fr">École Jules-Ferry</a>'),
        seen('<h1>Nous écrire</h1><iframe src="https://framaforms.org/rives-123"></iframe>'),
        unseen('<h1>Sondage</h1><iframe src="https://framaforms.org/rives-123"></iframe>'),
        seen(
            "<h1>Accueil du public</h1><form method=post>Nom <input name=n> Courriel <input name=c> Votre demande <textarea name=d></textarea><button>Envoyer ma demande</button></form>"
        ),
        unseen("<h2>Réagir à cet article</h2><form method=post><input name=email><textarea name=m></textarea></form>"),
        unseen("<p>Contact : 04 00 00 00 00</p>"),
        unseen('<a href="#">Contact</a>'),
        unseen('<form><input type="search" name="q" placeholder="Contact, démarches…"></form>'),
    ],
)
def contact_form(page: Page) -> Iterator[Observation]:
    for form, purpose in purposes(page):
        if purpose is Purpose.CONTACT and not NOT_US.within_folded(
            fold(f"{form.heading} {page.headline} {' '.join(form.buttons)}")
        ):
            yield Observation.at(page, form, Trust.SURE, proof="form")
    if page.embeds and WRITE.within(page.headline) and not NOT_US.within(page.headline):
        for embed in page.embeds:
            if ELSEWHERE(embed.src):
                yield Observation.at(page, embed, Trust.LIKELY, proof="form")
    for mail in page.mails:
        raw = mail.raw.lower()
        if raw.startswith("mailto:") and "@" in raw and "subject=" not in raw and SCHOOL not in raw:
            yield Observation.at(page, mail, Trust.LIKELY, proof="mail", whole=False, target="mailto")
            return
