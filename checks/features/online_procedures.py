"""Démarches en ligne : une démarche que l'on peut faire de bout en bout sur le site ou un portail."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.about import sentences
from checks.reading.documents import is_document
from checks.reading.neighbours import is_sent_by_other
from checks.reading.passages import just_before
from checks.reading.purpose import Purpose, purposes
from checks.reading.spots import labelled, outside, says_itself
from checks.signs import heading, known, seen, sentence, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, Prose, fold_label
from crawler.link import Link
from crawler.page import Page
from crawler.url import host, registrable

LABELS = (
    "démarches en ligne", "démarche en ligne", "téléservices", "téléservice", "télé-services", "télé-procédures",
    "téléprocédures", "e-services", "services en ligne", "guichet en ligne", "guichet virtuel", "e-guichet", "mairie en ligne",
    "espace citoyen", "espace citoyens", "portail citoyen", "portail famille", "portail familles", "espace famille", "portail parents", "espace parents",
    "espace usager", "faire une demande en ligne", "demander en ligne", "demande en ligne", "effectuer une démarche",
    "mon espace personnel", "formalités en ligne", "démarches administratives en ligne", "guichet numérique",
    "guichet unique numérique", "compte citoyen", "démarches dématérialisées", "e-démarches", "mairie virtuelle",
    "guichet citoyen", "guichet électronique", "portail usagers", "portail des démarches", "portail des services",
    "espace démarches", "services dématérialisés", "formulaires en ligne", "kiosque citoyen", "kiosque famille",
    "dossier citoyen", "mairie 24h/24", "mairie 24h sur 24", "mairie en un clic", "mairie en 1 clic",
    "mairie en quelques clics", "compte usager", "guichet unique en ligne", "mes services en ligne", "mairie à distance",
    "démarches à distance", "démarches en quelques clics", "e-mairie", "ma commune en ligne", "commune en ligne",
    "télédémarches", "télédémarche", "=espace personnel",
)  # fmt: skip
OTHERS = (
    "service-public", "ants", "impôts", "état", "préfecture", "caf", "autorisations d'urbanisme", "assistance", "arnaque",
    "arnaques", "faux sites", "formation", "atelier", "ateliers", "accompagnement", "accompagner", "accompagne", "perdus", "difficultés", "besoin d'aide", "coup de main", "aide aux démarches", "aide à",
    "permanence", "bus", "navette", "transport à la demande",
)  # fmt: skip
PORTAL = Phrases("portail", "espace citoyen", "espace famille", "téléservice", "e-guichet", "guichet", "démarche", "e-services")
PORTAL_NAMES = Phrases("portail", "espace", "guichet", "kiosque", "compte", "téléservice", "e-service", "e-services", "mairie")
PAPER = Phrases("formulaire", "demande", "dossier", "inscription", "cerfa", "imprimé", "déclaration", "autorisation")
NOT_ACTS = Phrases(
    "compte rendu", "procès-verbal", "délibération", "bulletin", "magazine", "menu", "arrêté", "règlement", "marché",
    "subvention", "plan", "présentation", "formulaire de contact",
)  # fmt: skip


GATE = re.compile(
    r"(?:mes|vos|e|tele)?-?demarches?(?:-?(?:en-?ligne|citoyen\w*|ville))?\.|tele-?(?:services?|procedures?)\.|e-?services?\.|(?:services?|mairie|formalites)-?en-?ligne\."
    r"|(?:e-?|mon-?)?guichet(?:-?(?:unique|virtuel|citoyens?|numerique|en-?ligne|electronique))?\.|e-?mairie\.|mon-?compte(?:-?citoyen)?\."
    r"|(?:mon-?|e-?)?(?:espace|portail|kiosque|compte)-?(?:citoyens?|usagers?|familles?|personnel|services|administres?)\."
)
"""How the hosts are called at which one does such things."""
DESK = re.compile(
    r"/(?:tele-?(?:services?|procedures?)|guichet-?(?:virtuel|unique|numerique|citoyen)?|e-?services?|demarches?-en-ligne)/[\w-]+",
    re.I,
)
"""Where a site of ours keeps each of them."""
ENTER = Phrases(
    "se connecter", "connectez-vous", "connexion", "créer mon compte", "créer votre compte", "créer un compte", "mon compte",
    "votre compte", "s'identifier", "identifiez-vous", "je me connecte", "faire une demande", "faire ma demande", "portail",
)  # fmt: skip
THITHER = Phrases(
    "accéder", "accédez", "accès", "entrer", "ouvrir", "rejoindre", "par ici", "cliquez ici", "ici", "commencer", "demander",
    "en ligne", "adresse suivante", "lien", "site",
)  # fmt: skip
"""What leads from a page that is named after a portal to that."""
NOT_OURS = re.compile(
    r"(?:^|\.)(?:gouv\.fr|service-public\.\w+|ants\.fr|caf\.fr|ameli\.fr|francetravail\.fr|pole-emploi\.fr|laposte\.fr|lassuranceretraite\.fr|urssaf\.fr|cnil\.fr"
    r"|google\.com|apple\.com|facebook\.com|youtube\.com|instagram\.com|linkedin\.com|twitter\.com|x\.com|legifrance\.\w+|wikipedia\.org)$"
)
"""Hosts at which nothing of the town's is done."""


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """A label that promises procedures online proves them only together with a portal or a form that can be sent."""
    solid = [o for o in tally.of() if o.proof in ("form", "host")]
    if any(not tally.dead(o) for o in solid):
        return Verdict.PRESENT
    return verdict_of(tally, coverage)


DONE_THERE = re.compile(
    r"\b(?:demand|effectu|réalis|vos démarches|les démarches|se déplacer|déplacer|réserv|créez|accessibles?|24|jour et nuit|sans passer|en ligne)",
    re.I,
)
"""What one does there."""


_BEFORE = 140
"""Characters before a link in which it is told what it is for."""
ONE_DOES = Prose("en ligne", "par internet", "sur internet", "sans papier", "guichet", "portail", "téléservice", "à distance")
AT_DISTANCE = re.compile(
    r"\b(?:en ligne|(?:par|sur) internet|sans papier|dématérialis\w+|(?:guichet|portail|téléservice)\b|à distance)", re.I
)
DOES = re.compile(
    r"\b(?:se (?:f(?:ont|ait)|dépose|réserve|demande|déclare|commande)(?:nt)?|(?:déposer?|déposé|réserver?|réservé|inscrire|inscrive|déclarer?|demander?|demandé|commander?)(?:e?s|z)?)\b",
    re.I,
)
OF_OURS = re.compile(
    r"\b(?:dossiers?|permis|actes?|cantine|repas|garderie|périscolaire|enfants?|taxe de séjour|concessions?|état civil)\b", re.I
)
OF_OTHERS = re.compile(
    r"\b(?:clubs?|associations?|cours|stages?|course|rando\w*|sports?|sporti\w+|concerts?|spectacles?|billets?|transports?|cars?|bus|région|département"
    r"|collège|lycée|impôts?|caf|carte grise|musique|camping|restaurant|tables?|judo|tennis|danse|subventions?|MDPH|retraite)\b",
    re.I,
)
"""What one does there is done with the town hall, and not with a club, the Region or the State."""


@check(
    "online_procedures",
    "Démarches en ligne",
    judge=judge,
    counts="Une démarche qui se fait en ligne de bout en bout ; un imprimé ou une page d'explications seule est partiel, le site de l'État n'en est pas.",
    signs=[
        known(),
        heading(*LABELS, unless=OTHERS, whole=False),
        sentence(
            *("téléservice", "téléservices", "guichet numérique", "guichet virtuel", "espace citoyen", "portail citoyen"),
            *("démarches en ligne", "compte citoyen", "portail des démarches", "formulaire en ligne"),
            *("formulaire est en ligne", "remplit en ligne", "entièrement en ligne", "franceconnect"),
            says=DONE_THERE,
            whole=False,
            unless=(
                *("nous joindre", "contact", "impôts", "ants", "caf", "préfecture", "conseiller", "aide à", "atelier"),
                *("arnaque", "convention", "ordinateurs permettent", "ordinateurs pour"),
            ),
        ),
    ],
    examples=[
        unseen(
            '<form method=post action="/inscription"><input type=tel name=tel><select name=q></select><input type=submit value="Recevoir les alertes de la mairie"></form>'
        ),
        seen(
            '<h1>Bâtir</h1><p>Les dossiers peuvent être déposés sans papier sur le <a href="https://sve.example/rives">guichet</a>.</p>'
        ),
        seen(
            '<h1>Louer</h1><p>La déclaration et la taxe de séjour se font <a href="https://rives.taxe.example/">par internet</a>.</p>'
        ),
        seen('<h1>École</h1><p>Pour la garderie, <a href="https://rives.example/">inscrivez votre enfant en ligne</a>.</p>'),
        unseen('<h1>Judo</h1><p>Le club : <a href="https://judo.example/">inscrivez votre enfant en ligne</a>.</p>'),
        unseen('<h1>Scène</h1><p>Les billets se réservent <a href="https://scene.example/">par internet</a>.</p>'),
        unseen(
            '<h1>Car</h1><p>Le dossier de transport se dépose en ligne auprès de <a href="https://region.example/">la Région</a>.</p>'
        ),
        unseen(
            '<h2>Boîte à idées</h2><form method="post"><input name="n"><textarea name="m"></textarea><button>Envoyer</button></form>'
        ),
        seen(
            '<h1>Salle polyvalente</h1><form method="post"><h2>Vos coordonnées</h2><input name="nom"><input type="email" name="email"><textarea name="evenement"></textarea><button>Envoyer la demande</button></form>'
        ),
        unseen(
            '<h1>Salle polyvalente</h1><form method="post"><h2>Nous écrire</h2><input name="nom"><input type="email" name="email"><textarea name="message"></textarea><button>Envoyer la demande</button></form>'
        ),
        unseen('<main><div><h3>Portail famille</h3><p>Inscrire, payer</p><a href="#">Accéder</a></div></main>'),
        seen(
            '<h1>Guichet</h1><form method="post"><p>Commander une attestation de domicile</p><input name="nom"><input type="email" name="e">'
            "<button>Commander</button></form>"
        ),
        unseen('<a href="/n">Faux sites de démarches en ligne : méfiez-vous</a>'),
        seen(
            '<h1>Demande d’acte de naissance</h1><form method="post"><input name="nom"><input name="prenom"><input type="date" name="d"><button>Envoyer la demande</button></form>'
        ),
        seen('<a href="https://www.espace-citoyens.net/montclair/espace-citoyens/">Espace citoyens</a>'),
        seen('<a href="https://demarches.montclair-mairie.fr/">Portail des démarches en ligne</a>'),
        seen('<h2>Démarches</h2><a href="cni.pdf">Formulaire de demande (à imprimer)</a>', "partial"),
        seen(
            '<a href="https://www.kiosquefamille.fr/x/">Portail famille</a>',
            "inactive",
            gone=("https://www.kiosquefamille.fr/x/",),
        ),
        unseen('<form method="post">Contactez la mairie <input type="email"><textarea></textarea></form>'),
        unseen("<p>Pour toute démarche, venez en mairie.</p>"),
        unseen('<a href="https://www.maison.example/">Me faire accompagner dans mes démarches en ligne</a>'),
        unseen('<a href="https://www.service-public.fr/particuliers/vosdroits/N358">Papiers</a>'),
        unseen('<a href="https://franceconnect.gouv.fr/">FranceConnect : une seule identité</a>'),
        seen('<a href="https://guichet-unique.rives.example/">Un acte, une concession</a>'),
        seen('<h1>Mon espace famille</h1><p><a href="https://logiciel.example/rives">Créer mon compte</a></p>'),
        seen('<select><option value="/teleservices/acte">Un acte de mariage</option></select>', "partial"),
        unseen('<select><option value="/etat-civil/acte">Un acte de mariage</option></select>'),
        seen('<a href="https://rives.portail-citoyen.example/d">Mes démarches</a>'),
        unseen('<h1>Vie sociale</h1><p><a href="https://logiciel.example/rives">Créer mon compte</a></p>'),
        unseen('<a href="https://demarches.interieur.gouv.fr/">Le ministère</a>'),
        seen(
            "<h1>Absences : opération tranquillité vacances</h1><form method=post><input name=nom><input name=du type=date><input name=au type=date></form>"
        ),
        unseen('<a href="lavoir.pdf">Dossier de présentation du lavoir</a>'),
        unseen('<a href="bulletin.pdf">Bulletin municipal</a>'),
        unseen('<a href="#">Démarches en ligne</a>'),
        unseen("<h1>Démarches administratives</h1><p>Carte d’identité : apportez deux photos et un justificatif.</p>"),
        seen('<a href="/g">Guichet électronique</a>', "partial"),
        seen('<a href="/g">Démarches dématérialisées</a>', "partial"),
        seen(
            "<h1>Au village</h1><p>Un guichet virtuel réunit toutes les démarches que vous pouvez faire à distance.</p>",
            "partial",
        ),
        seen(
            "<h1>Au village</h1><p>La réservation du composteur s’effectue en ligne par le téléservice de la commune.</p>",
            "partial",
        ),
        unseen(
            "<h1>Au village</h1><p>Les données recueillies par le formulaire en ligne servent à répondre à votre demande.</p>"
        ),
        unseen("<h1>Au village</h1><p>Deux ordinateurs permettent de faire ses démarches en ligne.</p>"),
        unseen("<h1>Au village</h1><p>Un atelier vous apprend à faire vos démarches en ligne.</p>"),
        seen('<a href="/a">La mairie en un clic</a>', "partial"),
        seen('<a href="/a">Mon compte usager</a>', "partial"),
        seen("<h2>Le guichet unique en ligne</h2>", "partial"),
        unseen("<h2>Navette à la demande, ligne 4</h2>"),
        unseen("<h2>Atelier : faire ses démarches en ligne</h2>"),
        unseen("<h2>Les démarches en ligne bientôt disponibles</h2>"),
    ],
)
def online_procedures(page: Page) -> Iterator[Observation]:
    for form, purpose in purposes(page):
        if (purpose is Purpose.PROCEDURE and form.method == "post") or (purpose is Purpose.PROCEDURE and len(form.fields) >= 4):
            yield Observation.at(page, form, Trust.SURE, proof="form")
    here = registrable(host(page.url))
    for one in labelled(page, LABEL_PHRASES, unless=OTHER_PHRASES):
        if fold_label(one.text).count(" ") < 12:
            trusted = (
                one.host != host(page.url)
                and (PORTAL.within(one.text) or registrable(one.host) == here)
                and "gouv.fr" not in one.host
                and "service-public" not in one.host
            )
            yield Observation.at(page, one, Trust.LIKELY, proof="host" if trusted else "label", whole=trusted)
    named = LABEL_PHRASES.within(page.headline) and not OTHER_PHRASES.within(page.headline)
    gate = named and PORTAL_NAMES.within(page.headline)
    for one in outside(page):
        led = (
            GATE.match(one.host)
            or GATE.match(one.host.partition(".")[2])
            or (named and not one.framed and (ENTER.within(one.text) or (gate and THITHER.within(one.text))))
        )
        if (led and not (NOT_OURS.search(one.host) or OTHER_PHRASES.within(one.text) or is_sent_by_other(page, one))) or (
            not one.framed and one.text and says_itself(page, ONE_DOES) and _is_done(page, one)
        ):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")
    for one in page.links:
        if one.host == host(page.url) and DESK.search(one.href) and one.text and not OTHER_PHRASES.within(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label", whole=False)
    for one in labelled(page, PAPER, unless=NOT_ACTS):
        if is_document(one.href) and not LABEL_PHRASES.within(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="paper", whole=False)


def _is_done(page: Page, one: Link) -> bool:
    """Whether the sentence that a link ends says that one does there, at a distance, what one has to do with the town hall."""
    told = sentences(f"{just_before(page, one.text, _BEFORE)} {one.text}")[-1]
    done = AT_DISTANCE.search(told) and DOES.search(told) and OF_OURS.search(told) and not OF_OTHERS.search(told)
    return bool(done) and not (NOT_OURS.search(one.host) or is_sent_by_other(page, one))


LABEL_PHRASES = Phrases(*LABELS)
OTHER_PHRASES = Phrases(*OTHERS)
