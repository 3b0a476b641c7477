"""Question au maire : une page ou un formulaire pour lui écrire."""

from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.reading.about import blocks
from checks.reading.purpose import Purpose, purposes
from checks.reading.spots import says_itself
from checks.signs import form, heading, link, path, seen, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, Prose, fold_label
from crawler.form import Form
from crawler.link import Link
from crawler.page import Page

NAMES = (
    *(
        f"{asks} {to}"
        for asks in ("écrire", "écrivez", "question", "questions", "vos questions", "s'adresser", "parler")
        for to in ("au maire", "à la maire", "à votre maire", "à monsieur le maire", "à madame le maire", "à madame la maire")
    ),
    *(
        f"{asks} {whom}"
        for asks in (
            *("interpeller", "interpellez", "interroger", "interrogez", "contacter", "contactez", "solliciter"),
            "questionner",
        )
        for whom in ("le maire", "la maire", "votre maire", "monsieur le maire", "madame le maire", "madame la maire")
    ),
    *("contact maire", "message à monsieur le maire", "message à madame le maire", "message à madame la maire"),
    *("la maire vous répond", "le maire vous répond", "dialoguer avec le maire", "dialogue avec le maire"),
    *("formulaire au maire", "posez vos questions aux élus", "écrire à m. le maire", "écrire à mme le maire"),
    *("contacter monsieur le bourgmestre", "écrire au bourgmestre", "question à m. le maire", "question à mme le maire"),
    *("une question à votre maire", "posez votre question à monsieur le maire", "j'écris au maire"),
    *("j'écris à monsieur le maire", "votre maire vous répond", "allô monsieur le maire", "allô madame le maire"),
    *("courrier au maire", "question à poser au maire"),
    *(
        f"{asks} {whom}"
        for asks in ("contacter", "contactez", "écrire à", "écrivez à", "interpeller", "interpellez", "solliciter", "questionner")
        for whom in ("vos élus", "les élus", "nos élus", "mes élus", "un élu", "votre élu", "le conseil municipal")
    ),
    *(
        f"{asks} {whom}"
        for asks in (
            *("posez vos questions à", "posez une question à", "poser une question à", "une question pour"),
            "vos questions à",
        )
        for whom in ("vos élus", "un élu", "votre élu", "le conseil municipal")
    ),
    *("=contact élus", "posez vos questions à votre maire", "une question pour votre maire", "rencontrer le maire"),
    *("rencontrez le maire", "rencontrez votre maire", "rendez-vous avec le maire", "rendez-vous avec un élu"),
    *("rendez-vous avec vos élus", "maire répond à vos questions"),
)
WRONG = Phrases("mot du maire", "édito", "éditorial", "vœux", "message du maire")
NAMED = Phrases(*NAMES)
SAID = Prose(
    "maire répond à vos questions",
    *(
        f"{asks} {whom}"
        for asks in ("contacter", "écrire", "interpeller", "adressez-la", "adressez-le", "adressez-les", "écrivez")
        for whom in ("le maire", "la maire", "au maire")
    ),
    *(f"contacter {whom}" for whom in ("monsieur le maire", "madame le maire", "madame la maire", "vos élus")),
    *(f"écrire à {whom}" for whom in ("monsieur le maire", "madame le maire", "madame la maire", "vos élus")),
)
ANSWERS = Prose(
    *(
        f"{who} {does}"
        for who in ("maire", "mairesse")
        for does in ("vous répond", "vous répondra", "lit vos messages", "lit tous vos messages")
    ),
    *("répond à vos questions", "votre question au maire", "vos questions au maire"),
)
"""What is said beside a form, whatever its own words: it reaches the mayor."""
SENTENCE = 300
"""Characters beyond which what surrounds an address is prose."""
TO_MAYOR = Phrases(
    "au maire", "à monsieur le maire", "à madame le maire", "à madame la maire", "monsieur le maire", "madame le maire",
    "madame la maire",
)  # fmt: skip
ADDRESSEE = frozenset(
    fold_label(w)
    for w in ("maire", "le maire", "monsieur le maire", "madame le maire", "m. le maire", "mme le maire", "cabinet du maire")
)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Whether a form was seen: a page that only says to whom one may write has none."""
    return Judgement(None, {"form": "formulaire"} if tally.of("form") else {})


@check(
    "ask_the_mayor",
    "Question au maire",
    judge=judge,
    signs=[
        form(*NAMES, field="textarea"),
        link(*NAMES, contact=True, unless=("enfants", "jeunes", "cmj")),
        heading(*NAMES, unless=("enfants", "jeunes", "cmj")),
        path("question au maire", "questions au maire", "écrire au maire", "ecrire maire", "contacter le maire"),
    ],
    counts="Une page ou un formulaire pour écrire au maire ; une simple adresse électronique est partielle ; le mot du maire n'en est pas un.",
    examples=[
        seen('<p>Pour contacter Madame le Maire : <a href="mailto:m@exemple.fr">m@exemple.fr</a></p>', "partial"),
        seen('<a href="/a">Contacter vos élus</a>'),
        seen("<h2>Interpeller Madame la maire</h2><p>Elle vous répond chaque mercredi.</p>"),
        unseen("<h2>La maire de Lyon interpelle le ministre</h2>"),
        seen(
            '<h2>Madame le maire</h2><form method="post"><label>Votre courriel<input type="email"></label><label>Votre question<textarea name="q"></textarea></label><button>Envoyer à Madame le maire</button></form>'
        ),
        unseen(
            '<h2>Contact</h2><form method="post"><p>Mairie</p><input type="email"><textarea name="q"></textarea><button>Envoyer</button></form>'
        ),
        seen('<a href="/s">Interpeller les élus</a>'),
        seen('<a href="/maire">Posez vos questions au maire</a>'),
        seen(
            '<h2>Écrire à Monsieur le Maire</h2><form method="post"><input type="email"><textarea name="q"></textarea><button>Envoyer</button></form>'
        ),
        seen(
            '<form>Votre message <select name="dest"><option>État civil</option><option>Monsieur le Maire</option></select><textarea name="m"></textarea></form>'
        ),
        seen('<a href="mailto:maire@exemple.fr">Écrire au maire</a>', "partial"),
        seen('<a href="/maire">Écrire au maire</a>', "inactive", gone=("/maire",)),
        unseen('<a href="/edito">Le mot du maire</a>'),
        unseen("<h1>Message du maire</h1><p>Chers habitants, toutes vos questions sont les bienvenues.</p>"),
        unseen('<a href="#">Question au maire</a>'),
        unseen('<a href="/edito">L’édito du maire</a>'),
        unseen("<h1>La parole du maire</h1>"),
        seen('<a href="/a">Écrire à votre maire</a>'),
        seen('<a href="/a">Contacter Madame la Maire</a>'),
        unseen('<a href="/a">Le mot de votre maire</a>'),
        seen('<a href="/a">Une question pour vos élus ?</a>'),
        seen(
            '<p>Madame le maire vous répond.</p><form method="post"><input type="email"><textarea name="q"></textarea><button>Envoyer</button></form>'
        ),
        seen('<p>Une idée ? Adressez-la au maire : <a href="mailto:maire@exemple.fr">maire@exemple.fr</a></p>', "partial"),
        seen('<a href="/a">Interpeller le conseil municipal</a>'),
        unseen('<a href="/a">Rencontrer le maire des enfants</a>'),
        unseen('<a href="/a">Poser une question à un bibliothécaire</a>'),
    ],
)
def ask_the_mayor(page: Page) -> Iterator[Observation]:
    for mail in page.mails:
        named = NAMED.within(mail.text) and not WRONG.within(mail.text)
        if mail.href.lower().startswith("mailto:") and (named or _told_beside(page, mail)):
            yield Observation.at(page, mail, Trust.LIKELY, proof="mail", whole=False)
    answered = says_itself(page, ANSWERS)
    for one, purpose in purposes(page):
        if purpose in (Purpose.CONTACT, Purpose.PROCEDURE) and ((answered and "textarea" in one.kinds()) or _asks_for_whom(one)):
            yield Observation.at(page, one, Trust.LIKELY, proof="form", target=one.action)


def _told_beside(page: Page, mail: Link) -> bool:
    """Whether the sentence in which the address stands says whom it reaches."""
    if not says_itself(page, SAID):
        return False
    return any(mail.text in words and len(words) < SENTENCE and SAID.within(words) for _, words in blocks(page))


def _asks_for_whom(form: Form) -> bool:
    """By the choice of whom to write to, or by the button and the heading above."""
    if "textarea" in form.kinds() and TO_MAYOR.within(" ".join((form.heading, *form.buttons))):
        return not WRONG.within(form.heading)
    return any(fold_label(option.text(separator=" ")) in ADDRESSEE for option in form.node.css("option"))
