"""Lettre d'information : recevoir les actualités de la commune par courriel."""

import re
from collections.abc import Iterator

from checks import signs
from checks.check import check
from checks.finding import Coverage, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import after
from checks.reading.about import near as beside_of
from checks.reading.denial import awaits
from checks.reading.passages import Around, near
from checks.reading.purpose import Purpose, purposes
from checks.reading.sections import beneath
from checks.reading.spots import headed, labelled
from checks.signs import form, heading, known, link, seen, sentence, unseen
from checks.tally import Tally
from checks.text.dates import MONTH
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from checks.wordings.letters import (
    ELSEWHERE,
    NO_LETTER,
    OTHER_THINGS,
    PLACE,
    RECEIVING,
    SENDS,
    SIGN_UP,
    SUBSCRIBE,
    SUBSCRIBED,
)
from crawler.form import Form
from crawler.page import Page
from crawler.url import address, path

NAMES = (
    "newsletter", "infolettre", "lettre d'information", "lettre d'infos", "lettre électronique", "lettre info", "info-lettre",
    "news letter", "lettre numérique", "lettre hebdomadaire", "e-lettre", "bulletin électronique", "liste de diffusion",
    "cyberlettre", "e-newsletter", "webletter", "e-bulletin", "e-news", "lettre d'actualités", "lettre d'actu", "lettre par mail",
    "mailing list", "gazette électronique", "lettre par courriel", "bulletin par mail", "bulletin par courriel", "journal électronique",
)  # fmt: skip
SENT = (
    "recevoir la lettre", "s'abonner à la lettre", "inscription à la lettre", "abonnement à la lettre", "s'inscrire à la lettre",
    "inscrivez-vous à la lettre", "abonnez-vous à la lettre", "inscrivez-vous à notre lettre", "abonnez-vous à notre lettre",
    "abonnez-vous par mail", "s'abonner par mail", "infos par mail", "infos par courriel", "actus par mail",
    "actualités par mail", "actualités par courriel", "nouvelles par courriel", "nouvelles par mail",
)  # fmt: skip
"""What only a link that leads to where one signs up says."""
ISSUES = (
    "archives", "numéro", "n°", "no", "pdf", "télécharger", "lire la lettre", "vie privée", "confidentialité", "désinscription",
    "se désabonner", "département", "région",
)  # fmt: skip
DATED = (*ISSUES, *MONTH.split("|"))
"""What an issue of it is called, which is no place to sign up."""

RECEIVE = (
    "recevoir les actualités", "recevoir les nouvelles", "recevoir nos nouvelles", "recevoir les infos",
    "recevez les actualités", "recevez nos actualités", "recevez les nouvelles", "recevez nos infos",
    "les actualités par courriel", "les actualités par mail", "abonnement aux actualités", "s'abonner aux actualités",
    "recevoir les actus", "les infos par mail", "recevoir l'agenda", "restez informé par mail", "restez informé par courriel",
    "m'avertir des nouveaux", "nouveaux billets", "nouveaux articles", "nouvelles publications", "recevoir la lettre",
    "la semaine par courriel", "essentiel par mail", "infos par courriel", "infos par e-mail", "restez informé",
    "soyez informé", "ne manquez rien", "rester informé", "restez connecté", "rester connecté", "abonnez-vous",
)  # fmt: skip
SUBJECT = Phrases(*NAMES)
LETTER = Around("lettre", "newsletter")
NAMED = ("label", "heading", "section", "path")
NO_SIGN_UP = (Purpose.SEARCH, Purpose.LOGIN, Purpose.COMMENT)
ISSUE = re.compile(
    r"\b(?:lettres? d['’]infos?(?:rmations?)?|newsletter|infolettre)(?: municipale)?\W{1,3}(?:n[°ºo]|numéro)\W?\d+", re.I
)
SIGNING = re.compile(
    r"\b(?:pour (?:la |les )?recevoir|souhaite[zr] recevoir|recevez|inscrivez|s['’]inscrire|abonnez|s['’]abonner|écrivez|envoyez|laisse[rz] (?:votre|vos|son)|il suffit)",
    re.I,
)
"""How one gets it."""
LETTERS = re.compile(r"\.(?:pdf|docx?|odt|zip)$", re.I)


TO_PAGE = '<a href="/nl">Newsletter</a>'
SIGN_UP_FORM = '<form><input type="email"><button>Je m’abonne</button></form>'


def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
    """What only leads to a page without any way to sign up is no newsletter that works: its letters, if any, are an archive."""
    without = {address(o.url): o for o in tally.of("structure", trust=Trust.HINT)}
    solid = tally.of()
    rest = [o for o in solid if o.proof not in NAMED or address(o.target if o.proof == "label" else o.url) not in without]
    if len(rest) == len(solid):
        return None
    if any(o.whole for o in rest):
        return verdict_of(tally, coverage)
    return Verdict.PARTIAL if rest or any(o.facts["letters"] for o in without.values()) else Verdict.ABSENT


@check(
    "newsletter",
    "Lettre d'information",
    by_name=False,
    counts="Une inscription qui fonctionne : formulaire avec courriel ou outil d'envoi connu. Une archive seule est partielle.",
    signs=[
        form(
            *NAMES,
            *("mailpoet", "mailchimp", "tnp", "sendinblue", "brevo", "sympa", "je m'abonne", "boîte mail"),
            "recevoir nos actualités",
            *RECEIVE,
            field="email",
        ),
        known(),
        link(*NAMES, *SENT, unless=DATED, sent=True),
        link("archives des newsletters", "archives de la lettre", "anciennes lettres", whole=False),
        heading(*NAMES, unless=DATED, subject=True),
        sentence(
            *(*NAMES, *SENT, "lettre mensuelle", "lettre municipale"),
            says=SIGNING,
            unless=(
                "données",
                "conservée",
                "rgpd",
                "désinscrire",
                "désabonner",
                "département",
                "région",
                "papier",
                "consentement",
            ),
            whole=False,
        ),
        signs.path(*NAMES),
    ],
    judge=judge,
    examples=[
        seen("<h1>Au bourg</h1><p>Pour recevoir les nouvelles par mail, envoyez « oui » à la mairie.</p>", "partial"),
        seen("<h2>Au courant</h2><form method=post action='/ml'><input type=email name=m><button>OK</button></form>"),
        unseen("<h2>Le livre</h2><form method=post action='/l'><input type=email name=m><button>Commander</button></form>"),
        seen('<p>Chaque mois, l’essentiel : <a href="/inscription-newsletter">Je m’inscris</a></p>'),
        unseen('<p>Chaque mois, la sortie : <a href="/inscription-trail">Je m’inscris</a></p>'),
        unseen("<h2>Inscription au trail</h2><form method=post><input type=email name=m><button>Je m’inscris</button></form>"),
        seen("<h2>Inscription à la lettre</h2><form method=post><input type=email name=m><button>Je m’inscris</button></form>"),
        unseen("<h2>Mot de passe oublié</h2><form method=post action='/ml'><input type=email name=m><button>OK</button></form>"),
        seen("<h1>Au bourg</h1><p>Pour recevoir la lettre mensuelle, laissez votre adresse au secrétariat.</p>", "partial"),
        unseen(
            "<h1>Au bourg</h1><p>Les données des abonnés à la newsletter sont conservées un an ; pour la recevoir, consentez.</p>"
        ),
        unseen("<h1>Mentions légales</h1><h2>Newsletter</h2><p>On s’en désabonne à tout moment.</p>"),
        seen(
            "<h2>Par mail</h2><form method=post><input type=email name=m><button>M’avertir des nouveaux billets</button></form>"
        ),
        seen("<p>Laissez-nous votre mail</p><form method=post><input type=email name=mel><button>Je m’inscris</button></form>"),
        seen(
            '<h4>Restons en contact</h4><form method="post" action="/?na=s"><label>E-mail</label><input type="email" name="ne"><input type="submit" value="S’abonner"></form>'
        ),
        unseen('<h4>Alertes</h4><form method="post"><input type="email" name="e"><button>S’abonner</button></form>'),
        unseen(
            '<h4>Mon compte</h4><form method="post"><input type="email" name="e"><input type="password" name="p"><button>S’abonner</button></form>'
        ),
        seen('<form method="post"><input type="email"><button>Recevoir les nouvelles chaque vendredi</button></form>'),
        seen('<form>Infolettre <input type="email"></form>'),
        seen('<a href="/nl">S’abonner à la LETTRE D’INFORMATION</a>'),
        seen('<iframe src="https://abc.sibforms.com/serve/xyz"></iframe>'),
        seen('<h2>La ville dans votre boîte mail</h2><form><input type="email"><button>Je m’abonne !</button></form>'),
        unseen('<a href="/nl-12.pdf">Newsletter n° 12, mars 2009</a>'),
        unseen('<a href="#">Newsletter</a>'),
        unseen("<p>La newsletter du club de judo est distribuée au gymnase.</p>"),
        seen(TO_PAGE, pages={"/nl": "<main><h1>Newsletter</h1><p>Chaque mois, la vie du village.</p></main>" + SIGN_UP_FORM}),
        seen(TO_PAGE, pages={"/nl": "<main><h1>Newsletter</h1><p>Écrivez à lettre@valclair.example</p></main>"}),
        seen(TO_PAGE, pages={"/nl": '<main><h1>Newsletter</h1><a href="https://lettre.example/v">Je m’abonne</a></main>'}),
        seen(TO_PAGE, pages={"/nl": "<main><h1>Newsletter</h1><script>formulaire()</script></main>"}),
        seen(
            TO_PAGE,
            "partial",
            pages={
                "/nl": '<main><h1>Newsletter</h1><p>Nos lettres</p><a href="/12.pdf">Mars 2026</a> <a href="/11.pdf">Février</a></main>'
            },
        ),
        seen(
            "<ul><li>Lettre d’information n° 12, mars 2026</li><li>Lettre d’information n° 11, octobre 2025</li></ul>", "partial"
        ),
        unseen(TO_PAGE, pages={"/nl": "<main><h1>Newsletter</h1><p>Chaque mois, retrouvez la vie du village.</p></main>"}),
        unseen("<h1>Newsletter</h1><p>La lettre est de retour.</p>", url="/newsletter"),
        unseen('<ul><li><a href="/nl12">Lettre d’information n° 12</a></li><li><a href="/b11">Bulletin n° 11</a></li></ul>'),
        seen('<a href="/nl">Archives des newsletters</a>', "partial"),
        seen(
            '<h1>Le journal</h1><h3>Infolettre</h3><ul><li><a href="/14.pdf">Infolettre n° 14</a></li><li><a href="/13.pdf">Infolettre n° 13</a></li></ul>',
            "partial",
        ),
        seen(
            '<footer><h2>L’essentiel de la semaine par courriel</h2><form method="post"><input type="email"><button>S’abonner</button></form></footer>'
        ),
        seen('<a href="/a">Info-lettre</a>'),
        seen("<p>Indiquez votre mail pour recevoir le Fanal chaque mois par courriel</p><form><input type=email></form>"),
        seen("<form><input type=email><button>OK</button></form><p>Les infos du bourg dans votre messagerie.</p>"),
        unseen("<p>Devis : nous répondons par mail</p><form><input type=email><input name=nom></form>"),
        unseen("<p>Recevoir le règlement du concours par mail</p><form><input type=email><input name=a><input name=b></form>"),
        seen('<a href="https://envoi.example/rives">Lettre d’information</a>'),
        unseen('<a href="https://www.lac-bleu.example/lettre">Lettre d’information du Lac Bleu</a>'),
        unseen('<a href="https://www.vivre.example/lettre">Newsletter de la communauté de communes</a>'),
        unseen('<h2>Alertes emploi</h2><form method="post"><input type="email"><button>S’abonner</button></form>'),
        seen('<a href="/a">S’abonner à la newsletter</a>'),
        seen('<a href="/a">Inscription newsletter</a>'),
        seen('<a href="/a">Lettre électronique</a>'),
    ],
)
def newsletter(page: Page) -> Iterator[Observation]:
    """Several numbered letters are an archive; so is, or is nothing, a page about the newsletter on which nobody can sign up."""
    for one in page.forms:
        if _signs_up(one) or _is_to_receive(one):
            yield Observation.at(page, one, Trust.LIKELY, proof="form", target=one.action)
    for lead in labelled(page, SIGN_UP):
        if PLACE.search(lead.href):
            yield Observation.at(page, lead, Trust.LIKELY, proof="label")
    issues = {fold(found.group()): found.group() for found in ISSUE.finditer(near(page, LETTER, 6, 60))}
    if len(issues) > 1:
        yield Observation.at(page, next(iter(issues.values())), Trust.LIKELY, proof="archive", target=page.url, whole=False)
    above = (
        page.headline
        if SUBJECT.within(page.headline)
        else next((h for h in headed(page, SUBJECT) if ISSUE.search(beneath(page, h))), None)
    )
    if above is None or awaits(page) or "@" in page.main_text:
        return
    own = [link for link in (*page.links, *page.mails) if not link.framed]
    if any(purpose not in NO_SIGN_UP for _, purpose in purposes(page)) or any(
        link.href.startswith("mailto:") or SIGN_UP.within(link.text) for link in own
    ):
        return
    letters = sum(1 for link in own if LETTERS.search(path(link.href)))
    yield Observation.at(page, above, Trust.HINT, proof="structure", target=page.url, whole=False, letters=letters)


def _asked(one: Form) -> int:
    """How many things a form asks for that asks for an address, at most with a name; 0 when it asks for more."""
    asked = [field for field in one.fields if field.kind not in ("hidden", "checkbox")]
    more = one.kinds() & {"textarea", "password", "file", "tel", "date", "number"}
    return len(asked) if "email" in one.kinds() and len(asked) <= 3 and not more else 0


def _is_to_receive(one: Form) -> bool:
    """A form for an address beside which stands what one receives."""
    asked = _asked(one)
    if not 0 < asked < 3:
        return False
    beside = f"{beside_of(one.node)} — {one.words} — {after(one.node)}"
    # What asks for nothing but an address sends something to it.
    sent = all(SENDS.match(button) or SIGN_UP.within(button) for button in one.buttons)
    alone = (
        sent
        and asked == 1
        and one.method == "post"
        and not (NO_LETTER.within(f"{beside} {one.action}") or ELSEWHERE.search(beside))
    )
    return (alone or RECEIVING.search(beside) is not None or SUBJECT.within(beside)) and not OTHER_THINGS.within(beside)


def _signs_up(one: Form) -> bool:
    """A form for an address whose button says that one subscribes."""
    asked = 0 if ELSEWHERE.search(f"{one.heading} {one.words}") else _asked(one)
    return (
        asked > 0
        and (
            any(SUBSCRIBE.within(button) or (asked == 1 and SIGN_UP.within(button)) for button in one.buttons)
            or (asked == 1 and SUBSCRIBED.within(one.words))
        )
        and not OTHER_THINGS.within(f"{one.heading} {one.words}")
    )
