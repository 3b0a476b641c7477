"""Inscription à l'école, à la cantine, au périscolaire : en ligne, ou sur un dossier."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import Saying, about, paragraph, proceedings
from checks.reading.passages import Around, first, passages
from checks.reading.rows import rows
from checks.reading.sections import beneath
from checks.reading.spots import headed, known_services, says_itself, worded
from checks.signs import form, heading, known, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from checks.wordings.enrolment import ATTESTED, ATTESTING, BIRTHS, BORN, BRINGING, BROUGHT, CHILDREN, COMING, GIFTS, TERM, TERMS
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "inscription scolaire", "inscriptions scolaires", "inscription école", "inscription à l'école", "inscriptions à l'école",
    "inscrire son enfant", "inscrire mon enfant", "inscrire votre enfant", "inscription cantine", "inscription à la cantine",
    "inscription restauration scolaire", "inscription périscolaire", "inscriptions périscolaires",
    "dossier d'inscription scolaire", "fiche d'inscription cantine", "inscription maternelle", "inscription école maternelle",
    "inscription crèche", "demande de place en crèche", "dossier de demande de place", "demande d'accueil en crèche",
    "inscriptions crèche", "crèches et inscriptions", "pré-inscription crèche", "préinscription scolaire",
    "inscription garderie", "réservation cantine", "inscription accueil de loisirs", "inscription centre de loisirs",
    "inscription en maternelle", "inscriptions cantine", "inscription cantine garderie", "inscription transport scolaire",
    "modalités d'inscription scolaire", "dossier unique d'inscription", "scolarité inscriptions",
    "inscriptions en petite section", "inscription à l'école maternelle", "inscription école élémentaire",
    "inscription des enfants", "fiche de renseignements périscolaire", "restaurant scolaire inscription",
    "rentrée scolaire inscriptions", "inscription rentrée", "inscription au restaurant scolaire",
    "fiche d'inscription périscolaire", "dossier d'inscription périscolaire", "inscrire son enfant à l'école",
    "fiche sanitaire", "fiche sanitaire de liaison", "inscription accueil périscolaire", "règlement et inscription cantine",
    "dossier d'inscription cantine", "dossier d'inscription enfance", "inscription alsh", "dossier périscolaire",
    "dérogation scolaire", "inscrire un enfant", "s'inscrire à l'école", "s'inscrire à la cantine",
    "inscription aux services périscolaires", "dossier unique famille", "fiche d'inscription école",
    "bulletin d'inscription école", "réservation périscolaire", "réserver la cantine", "réservation des repas",
    "commande de repas", "préinscription école", "dossier famille", "dossier familles",
    "première scolarisation", "admission à l'école", "admissions scolaires", "inscription au périscolaire", "inscription à la garderie",
    "inscription aux mercredis", "réinscription scolaire", "inscription alae", "inscription école communale",
    "inscrire à l'école", "inscrire à la cantine", "fiche famille", "fiche enfant", "formalités d'inscription scolaire",
)  # fmt: skip
ONLINE = (
    "portail famille", "portail familles", "espace famille", "espace familles", "guichet famille", "guichet familles",
    "kiosque famille", "inscription en ligne cantine", "inscription scolaire en ligne", "inscriptions scolaires en ligne",
    "s'inscrire en ligne à l'école", "réserver la cantine en ligne", "inscriptions en ligne périscolaire", "portail parents",
    "site des familles", "espace des familles", "portail des familles", "guichet des familles", "compte famille",
    "espace parents", "mon compte famille", "accès portail famille", "inscriptions et réservations en ligne",
    "réservation cantine en ligne",
)  # fmt: skip
OTHERS = (
    "liste électorale", "association", "club", "conservatoire", "travaux", "recrute", "recrutement", "animateur",
    "école de musique", "école de danse",
)  # fmt: skip

ENROLMENT = Phrases(*NAMES)
APART = Phrases(
    "école de musique", "école de danse", "conservatoire", "auto-école", "école de foot", "listes électorales", "association",
    "conseil municipal", "compte rendu", "bulletin",
)  # fmt: skip
SCHOOL = Phrases(
    "enfance", "enfance et jeunesse", "école", "écoles", "cantine", "périscolaire", "garderie", "rpi", "crèche", "scolaire",
    "restaurant scolaire", "centre de loisirs", "accueil de loisirs", "centre aéré", "alsh", "clsh", "restauration scolaire",
    "périscolaires", "maternelle", "élèves", "mercredis récréatifs", "mercredis loisirs", "accueil du matin", "halte-garderie",
    "multi-accueil", "petite enfance", "vie scolaire", "scolarité", "groupe scolaire", "sivos", "accueil de mineurs",
)  # fmt: skip
ENROL = Prose("inscrire", "inscription", "inscriptions", "inscrivez")
ONLINE_THERE = Saying(
    re.compile(r"inscri\w{1,8}\b.{0,50}\b(?:école|cantine|périscolaire|crèche|garderie|scolaires?)\b.{0,60}\ben ligne\b", re.I),
    around=Around("en ligne"),
)
MEALS = Prose("cantine", "restaurant scolaire", "restauration scolaire", "périscolaire", "accueil périscolaire")
BOOKABLE = Phrases("cantine", "garderie", "périscolaire", "centre de loisirs", "restaurant scolaire", "école", "alsh")
"""What a link to a family portal names that is booked there."""
EATING = Around("cantine", "restauration", "restaurant", "périscolaire")
BOOKED = re.compile(
    r"\b(?:réserve[rz]?|réservations?|inscri\w+)\b[^.!?]{0,80}\b(?:fiche|formulaire|dossier|avant le|la veille)\b", re.I
)
PAPER = re.compile(
    r"\b(?:bulletins?|fiches?|dossiers?|formulaires?|feuilles?|imprimés?|coupons?|demandes?)\b[^.!?]{0,25}"
    r"\b(?:(?:pré-?)?inscriptions?|réservations?|sanitaires?|de renseignements|d['’]admission|familles?|annuelle?s?|uniques?|de présence|20\d\d)\b"
    r"|\b(?:pré-?)?inscriptions?\b[^.!?]{0,30}\b(?:dossier|fiche|formulaire|bulletin)\b",
    re.I,
)
"""A paper to sign up with, on a page about the school or what is around it."""
SIGNS_UP = Trait(lambda words: PAPER.search(words) is not None)
NO_PAPER = Phrases(
    "presse", "poste", "subvention", "projet", "compte rendu", "règlement intérieur", "association", "menus", "marché", "stage",
)  # fmt: skip
ORDERING = Around("prévenir", "command", "réserv", "inscri", "à rendre", "à déposer", "à retourner", "à remettre")
ORDERED = re.compile(
    r"\b(?:command|réserv|inscri)\w+\b[^!?]{0,90}\b(?:avant (?:le|midi|\d)|la veille|au plus tard|jours? (?:avant|à l['’]avance)|jusqu['’]au|sur l['’]application|par (?:mail|courriel|sms|téléphone))"
    r"|\bprévenir\b[^.!?]{0,30}\bla veille\b"
    r"|\b(?:dossier|fiche|formulaire|bulletin|feuille)s?\b[^.!?]{0,60}\b(?:à (?:rendre|déposer|retourner|remettre|rapporter|renvoyer)|est à (?:retirer|remplir|rendre))\b[^.!?]{0,60}",
    re.I,
)
"""How a meal or a day is ordered, on such a page."""
FORM = re.compile(r"\b(?:fiche|dossier|formulaire|bulletin)\b", re.I)
HOW = re.compile(r"\b(?:inscri(?:re|ptions?|vez))\b[^.!?]{0,120}", re.I)


COACH = re.compile(r"\b(?:transports? scolaires?|car scolaire|ramassage)\b", re.I)
BEFORE = 200
"""Characters before an enrolment in which the coach to school is what one signs up for."""


def _explained(text: str) -> re.Match[str] | None:
    """How one enrols for what is no coach, or is said to be at school."""
    told = HOW.finditer(text)
    return next(
        (one for one in told if SCHOOL.within(one[0]) or not COACH.search(text, max(0, one.start() - BEFORE), one.start())), None
    )


OF_OTHERS = Prose("ces communes", "de la commune d'accueil", "avec la commune d'accueil")
"""Another town signs them up."""
SIGNED_UP = re.compile(
    r"\blivret de famille\b|\b(?:inscri\w+|réserv\w+|dossier)\b[^.!?]{0,90}\b(?:mairie|portail|espace famille|en ligne|télécharg\w+|directrice|directeur)\b|\b(?:remplissez|complétez|déposez|rendez)\b[^.!?]{0,40}\b(?:fiche|formulaire|dossier)\b|\bse (?:commande|réserve)(?:nt)?\b|\b(?:portail|espace) familles?\b[^.!?]{0,60}\b(?:inscri|réserv)",
    re.I,
)
"""How a child is signed up."""


@check(
    "school_enrolment",
    "Inscription scolaire et périscolaire",
    counts="L'inscription à l'école, à la cantine ou à la crèche en ligne ; un dossier à imprimer ou une explication est partiel.",
    signs=[
        form(
            *("inscription scolaire", "inscription à l'école", "inscrire mon enfant", "inscription cantine"),
            *("réservation cantine", "nom de l'enfant", "inscription des enfants"),
            field="text|date|email|select",
        ),
        known(),
        link(*ONLINE),
        link(*NAMES, unless=OTHERS, whole=False),
        heading(*NAMES, *ONLINE, unless=OTHERS, whole=False),
        path("inscription scolaire", "inscriptions scolaires", "inscription périscolaire", "inscription cantine"),
        sentence(
            *("inscrire un enfant", "inscrire votre enfant", "inscrire vos enfants", "inscrire son enfant"),
            *("inscription à l'école", "inscriptions à l'école", "la cantine", "de la cantine", "dossier périscolaire"),
            *("dossier d'inscription", "périscolaire", "accueils de loisirs", "accueil de loisirs", "espace citoyen"),
            *("portail famille", "espace famille", "repas de midi", "centre de loisirs", "centre aéré", "garderie", "alsh"),
            *("restaurant scolaire", "restauration scolaire", "accueil du matin", "halte-garderie"),
            says=SIGNED_UP,
            whole=False,
            unless=(
                *("loto", "club", "musique", "danse", "sport", "liste électorale", "listes électorales", "menu", "recrute"),
                *("aînés", "seniors", "domicile"),
            ),
        ),
    ],
    examples=[
        seen('<h1>Première rentrée</h1><iframe src="https://forms.example/1" title="Inscription à l’école"></iframe>'),
        unseen('<h1>Première rentrée</h1><iframe src="https://forms.example/1" title="Inscription au loto"></iframe>'),
        seen("<h1>L’école</h1><p>Venez avec le livret de famille et le carnet de santé.</p>", "partial"),
        seen("<h1>Enfance</h1><p>Pour manger à la cantine, remplissez la fiche de renseignements.</p>", "partial"),
        seen("<h1>École</h1><p>Votre enfant a trois ans ? Passez en mairie avec le livret de famille.</p>", "partial"),
        unseen("<h1>École</h1><p>Votre enfant est malade ? Prévenez la maîtresse.</p>"),
        seen(
            "<h1>Inscription scolaire</h1><p>Au secrétariat.</p><h2>Newsletter</h2><form><input type='email'><button>S’inscrire</button></form>",
            "partial",
            url="/ecoles/inscription-scolaire",
        ),
        unseen(
            '<form method="post">Nom <input name="n"> <input type="email" name="e"> <label>Objet <select name="o"><option>État civil</option>'
            '<option>Inscription scolaire</option></select></label> <textarea name="m"></textarea><button>Envoyer</button></form>'
        ),
        unseen('<a href="/n">Inscriptions à l’école de musique</a>'),
        seen(
            '<h1>Enfants</h1><p>S’inscrire à l’école : <a href="https://guichet.example/ecole">en ligne jusqu’au 31 mars</a>.</p>'
        ),
        seen('<a href="/s">Guichet famille</a>'),
        seen('<a href="/portail">Portail famille</a>'),
        seen(
            '<h2>Inscription scolaire</h2><form method="post">Nom de l’enfant <input name="enfant"><input type="date"><button>Envoyer</button></form>'
        ),
        seen('<a href="https://www.kiosquefamille.fr/montclair">Cantine : réserver</a>'),
        seen('<a href="dossier.pdf">Dossier d’inscription scolaire</a>', "partial"),
        seen('<a href="place.pdf">Demande d’une place en crèche</a>', "partial"),
        seen("<h2>Inscriptions scolaires</h2><p>Se présenter en mairie avec le livret de famille.</p>", "partial"),
        unseen("<h3>Inscription au club de judo</h3>"),
        unseen('<a href="bulletin.pdf">Bulletin d’inscription au marché de Noël</a>'),
        seen("<h1>La cantine</h1><p>Les inscriptions se font auprès de la directrice.</p>", "partial"),
        seen(
            "<h1>Nos loulous</h1><h2>L’école</h2><p>Pour inscrire un petit : livret de famille, et la fiche à remplir.</p>",
            "partial",
        ),
        seen("<h1>Les gamins</h1><p>Cantine chez Mado. On réserve avant le jeudi ou avec la fiche.</p>", "partial"),
        unseen("<h1>Repas</h1><p>Repas des aînés à la cantine : réserver avant le 3 mars, association Rives.</p>"),
        seen("<h1>0-18 ans</h1><p>Rentrée 2027 : dossier à déposer du 1er mars au 15 avril.</p>", "partial"),
        unseen("<h1>L’école</h1><p>Elle a fermé : voyez avec ces communes pour l’inscription et la cantine.</p>"),
        unseen("<h1>L’école de musique</h1><p>Les inscriptions se font en septembre.</p>"),
        unseen("<h2>Inscription sur la liste électorale</h2>"),
        unseen('<a href="#">Inscription scolaire</a>'),
        seen('<a href="/a">S’inscrire à la cantine</a>', "partial"),
        seen("<h1>Au village</h1><p>Le dossier périscolaire se remplit en ligne chaque été.</p>", "partial"),
        seen(
            "<h1>Au village</h1><p>Les inscriptions à l’école ont lieu en mars, à la mairie, puis chez la directrice.</p>",
            "partial",
        ),
        seen('<a href="https://portail.berger-levrault.fr/MairieRives/accueil">Garderie et cantine</a>'),
        unseen('<a href="https://portail.berger-levrault.fr/MairieRives/accueil">Factures d’eau</a>'),
        seen("<h1>Au village</h1><p>Les repas de midi se commandent le jeudi d’avant, chez Mme Roux.</p>", "partial"),
        unseen("<h1>Au village</h1><p>Les repas de midi des aînés se commandent la veille.</p>"),
        unseen("<h1>Au village</h1><p>Inscription au repas avant le 10 mars.</p>"),
        seen(
            "<h1>Nos petits</h1><p>Un enfant de trois ans ? Apportez le carnet de vaccination et le livret de famille.</p>",
            "partial",
        ),
        unseen(
            "<h1>Les écoles et le collège</h1><p>Les transports scolaires sont ceux de la Région. L’inscription est annuelle et se paie.</p>"
        ),
        seen(
            "<h1>Les écoles</h1><p>Un car scolaire passe à Rives.</p><p>Inscriptions à l’école en mai, chez la directrice.</p>",
            "partial",
        ),
        unseen("<h1>Papiers</h1><p>Un acte se demande avec le livret de famille.</p>"),
        unseen("<h1>Au village</h1><p>Les inscriptions au tournoi sont closes.</p>"),
        seen('<h1>Centre aéré</h1><p>Dès 3 ans.</p><a href="/f.pdf">Fiche d’inscription</a>', "partial"),
        unseen('<h1>Judo</h1><p>Dès 3 ans.</p><a href="/f.pdf">Fiche d’inscription</a>'),
        seen('<h1>Garderie</h1><a href="/f.pdf">Dossier 2026-2027</a>', "partial"),
        seen("<h1>La cantine</h1><p>On commande les repas avant le jeudi.</p>", "partial"),
        seen("<h1>Questions</h1><p>Il entre en CP ? La mairie vous donne un certificat d’inscription.</p>", "partial"),
        seen("<h1>Ici</h1><p>Inscriptions en maternelle : les 8 et 9 mars, de 16 h à 18 h.</p>", "partial"),
        seen("<h1>Ici</h1><p>La garderie se réserve par le portail, en ligne.</p>", "partial"),
        seen("<h1>Ici</h1><p>Les enfants nés en 2024 viennent en mairie avec leurs parents.</p>", "partial"),
        unseen("<h1>Ici</h1><p>Noël : les enfants nés en 2024 sont à inscrire en mairie pour le goûter.</p>"),
        unseen("<h1>La cantine</h1><p>Josette cuisine des produits d’ici.</p>"),
    ],
)
def school_enrolment(page: Page) -> Iterator[Observation]:
    """A page about the school or the canteen that says how to enrol."""
    for embed in page.embeds:
        if ENROLMENT.within(embed.title) and not APART.within(embed.title):
            yield Observation.at(page, embed, Trust.LIKELY, proof="embed")
    if (node := paragraph(page, ENROL, ONLINE_THERE, APART)) and node.css_first("a[href]") is not None:
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    for one, _ in known_services(page, "school_enrolment"):
        if BOOKABLE.within(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for words in passages(page, EATING, reach=200) if says_itself(page, MEALS) and not proceedings(page) else ():
        if (said := BOOKED.search(words)) and MEALS.within(words) and not APART.within(words):
            yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", whole=False, target=page.url)
            break
    how = _explained(page.main_text) if about(page, SCHOOL, unless=APART) else None
    if how is None and not proceedings(page):
        how = first(page, TERM, TERMS) or first(page, BROUGHT, BRINGING) or first(page, COMING, CHILDREN)
    if how is None and not proceedings(page):
        how = first(page, ATTESTED, ATTESTING) or first(page, BORN, BIRTHS)
        if how and (APART.within(how[0]) or GIFTS.within(how[0])):
            how = None
    if about(page, SCHOOL, unless=APART) and not about(page, NO_PAPER):
        papers = [(paper, paper.text) for paper, _ in worded(page, SIGNS_UP)]
        for paper, words in (*papers, *((paper, words) for paper, words in rows(page) if SIGNS_UP(words))):
            if not (paper.framed or NO_PAPER.within(words)):
                yield Observation.at(page, paper, Trust.LIKELY, proof="label", whole=False)
        how = how or first(page, ORDERED, ORDERING)
    if how is None:
        under = (beneath(page, place) for place in headed(page, SCHOOL, unless=APART))
        how = next(
            (said for words in under if FORM.search(words) and (said := HOW.search(words)) and not APART.within(said[0])), None
        )
    if how and not OF_OTHERS.within(_around(page.main_text, how)):
        yield Observation.at(page, squeeze(how.group()), Trust.LIKELY, proof="text", whole=False, target=page.url)


def _around(text: str, found: re.Match[str]) -> str:
    """The sentence that leads to what was found; no more than that where it is not of this text."""
    return text[text.rfind(".", 0, found.start()) + 1 : found.end()] if found.string == text else found[0]
