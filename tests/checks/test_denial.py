"""A page that holds nothing proves nothing of what it is named after; one that may hold something is left be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage, Verdict
from checks.reading.denial import denial, hollow, is_dummy
from checks.reading.planned import is_planned
from checks.reading.refusals import is_wanting, refuses
from checks.reading.sections import at_hall, beneath
from crawler.page import Page
from crawler.visit import Outcome, Visit

NOW = datetime(2026, 11, 1, tzinfo=UTC)
HOME = '<nav><a href="/transports">Transports en commun</a></nav><main><p>Bienvenue.</p></main>'
FRAME = (
    "<header><a href='/'>Valclair</a></header><nav><a href='/x'>Budget</a></nav>{}<footer>1 rue Haute</footer><script>1</script>"
)


def page(html: str, url: str = "https://www.exemple.fr/transports") -> Page:
    return Page(url, html, NOW)


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ("La bibliothèque a fermé ses portes en 2021.", True),
        ("Le marché a été supprimé en 2018.", True),
        ("La piscine est définitivement fermée.", True),
        ("L’office de tourisme a définitivement fermé.", True),
        ("Le comité est dissous depuis 2012.", True),
        ("La mairie ne recrute pas en ce moment.", True),
        ("La commune n’est desservie par aucune ligne.", True),
        ("La bibliothèque a été fermée pour travaux.", False),
        ("L’école a fermé une classe en juin.", False),
        ("L’épicerie a fermé ses portes en 2015. Boulangerie : 04 00 00 00 00.", False),
        ("La salle a été abandonnée en 1998. " + "Le nouveau gymnase sert à tous. " * 10, False),
    ],
)
def test_what_has_ended(said: str, ended: bool) -> None:
    assert bool(denial(page(f"<main><h1>Le bourg</h1><p>{said}</p></main>"))) is ended


@pytest.mark.parametrize(
    "own",
    [
        "<main><h1>Transports en commun</h1></main>",
        "<main><h1>Transports</h1><p>Page en construction.</p></main>",
        "<main><h1>Transports</h1><p>Cette page est actuellement en cours de rédaction</p></main>",
        "<main><h1>Transports</h1><p>Contenu à venir…</p></main>",
        "<main><h1>Transports</h1><p>Bientôt !</p></main>",
        "<main><h1>Transports</h1><p>Les horaires seront bientôt disponibles.</p></main>",
        "<main><h1>Transports</h1><p>Renseignements en mairie.</p></main>",
        "<main><h1>Transports</h1><p>Les horaires seront communiqués ultérieurement.</p></main>",
        "<main><h1>Transports</h1><p>Le plan des lignes sera mis en ligne dès que possible.</p></main>",
        "<main><h1>Transports</h1><p>Fiche en cours de mise à jour.</p></main>",
        "<main><h1>Transports</h1><p>Les horaires d’hiver ne sont pas encore connus.</p></main>",
        "<title>Transports</title><table><tr><td><a href='/a'>Accueil</a><br><a href='/b'>Budget</a><br><a href='/c'>Transports</a></td>"
        "<td><b>Transports</b><br><p>À venir.</p></td></tr></table>",
        "<main><h1>Transports</h1><p>Ceci est un paragraphe. Cliquez ici pour ajouter votre propre texte.</p></main>",
        "<main><h1>Agenda</h1><p>Aucun événement à venir.</p></main>",
        "<article><h2>Transports</h2><p>Il n’y a aucun contenu dans cette rubrique.</p></article>",
        "<div id='content'><h1>Transports</h1><p>Aucun résultat</p></div>",
        "<main><p>Mémoire</p><h1>Histoire</h1><h2>Aux origines</h2><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.</p>"
        '<img src="/bourg.jpg"><p>Un bourg</p><p>Sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium.</p></main>',
        '<main><p class="breadcrumb"><a href="/">Accueil</a> › <a href="/vie">Vie pratique</a></p><h1>Bus</h1><a href="/">Retour</a></main>',
    ],
)
def test_hollow(own: str) -> None:
    assert hollow(page(FRAME.format(own)))


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("Nous n’avons pas de régie : on règle par chèque au Trésor public.", True),
        ("Les séances ne sont ni filmées ni diffusées, faute de matériel.", True),
        ("Aucun jumelage n’est en vigueur.", True),
        ("Le livret est à l’impression, patience.", True),
        ("Cette rubrique accueillera vos démarches.", True),
        ("La revue du Département est excellente. La commune n’en édite pas.", True),
        ("Les pompiers sont jumelés. La commune, elle, ne l’est pas.", True),
        ("Nous cherchons un médecin ! Un local l’attend.", True),
        ("L’école a été transformée en logements.", True),
        ("Néant.", True),
        ("Pas d’offre en ce moment.", True),
        ("Le portail est à Rives. Nous n’y avons pas accès.", True),
        ("La salle est réservée aux élèves du collège.", True),
        ("La véloroute est réclamée de longue date.", True),
        ("La salle est réservée aux habitants.", False),
        ("Aucun cookie n’est déposé.", False),
        ("Nous ne gardons pas vos données.", False),
        ("Une pièce d’identité est demandée à l’entrée.", False),
        ("Aucune inscription n’est demandée.", False),
        ("Vous n’avez pas de voiture ? Le minibus passe vous prendre.", False),
        ("Pour ceux qui ne cuisinent plus, les repas sont portés chaque midi.", False),
        ("Les gravats ne sont pas acceptés.", False),
        ("Elle n’accepte pas l’amiante.", False),
        ("Il n’y a plus de place avant septembre.", False),
        ("Le conseil étudie les demandes en janvier.", False),
        ("N’hésitez pas à pousser la porte.", False),
        ("La bibliothèque n’existe plus ; elle est remplacée par la médiathèque, rue Haute.", False),
        ("Le guichet n’est pas ouvert le lundi.", False),
        ("Le secrétariat n’a pas d’ascenseur. Appelez le 04 00 00 00 00.", False),
        ("Le château a été démoli en 1793.", False),
        ("La piscine est fermée en hiver.", False),
        ("Le portage des repas est assuré par l’ADMR.", False),
    ],
)
def test_few_words_that_refuse(said: str, none: bool) -> None:
    assert refuses(said) is none
    assert hollow(page(FRAME.format(f"<main><h1>Ici</h1><p>{said}</p></main>"))) is none


def test_what_is_others_though_it_leads_there() -> None:
    own = "<main><h1>La lettre</h1><p>La commune n’en publie pas. <a href='https://departement.example/'>Celle du Département</a></p>{}</main>"
    assert denial(page(FRAME.format(own.format(""))))
    assert not denial(page(FRAME.format(own.format('<a href="/n.pdf">N° 3</a>'))))


AT_HALL = "<h1>Délibérations et arrêtés</h1><p>Les arrêtés sont affichés en mairie et consultables au secrétariat.</p>"


@pytest.mark.parametrize(
    ("own", "denied"),
    [
        (AT_HALL, True),
        (f'{AT_HALL}<p><a href="/contact">Demander une copie</a></p>', True),
        (f'{AT_HALL}<a href="/a.pdf">Arrêté du 3 mai</a>', False),
        (f'{AT_HALL}<a href="/2026">Délibérations 2026</a>', False),
        (AT_HALL.replace("Délibérations et arrêtés", "La mairie"), False),
        ("<h1>Délibérations</h1><p>Elles sont affichées sur le panneau de la place.</p>", True),
        ("<h1>Bulletin municipal</h1><p>Chaque foyer le reçoit : il est remis à tous les habitants par les élus.</p>", True),
        ("<h1>Bulletin municipal</h1><p>Vous ne l’avez pas eu ? Il en reste.</p>", True),
        ('<h1>Bulletin municipal</h1><p>Il en reste.</p><a href="/lire">Le lire</a>', False),
        ("<h1>Délibérations</h1><p>Affichées en mairie. Le 3 mai 2026 : budget. Le 7 juin 2026 : école.</p>", False),
        ("<h1>Publications</h1><h2>Le bulletin municipal</h2><p>Il est distribué dans toutes les boîtes aux lettres.</p>", True),
    ],
)
def test_papers_to_be_read_at_the_town_hall(own: str, denied: bool) -> None:
    assert at_hall(page(FRAME.format(f"<main>{own}</main>"))) is denied


PAPERS = "".join(f'<a href="{{}}">Compte rendu du {day} mai 2026</a>' for day in (3, 10, 17))


@pytest.mark.parametrize(
    ("own", "dummy"),
    [
        (PAPERS.format("#", "#", "#"), True),
        (f'{PAPERS.format("#", "#", "#")}<a href="/">Accueil</a>', True),
        (f'<nav><a href="/mairie">La mairie</a></nav>{PAPERS.format("#", "#", "#")}', True),
        (PAPERS.format("#", "#", "/17.pdf"), False),
        (f'{PAPERS.format("#", "#", "#")}<a href="/archives">Archives</a>', False),
        (f'<div onclick="open()">{PAPERS.format("#", "#", "#")}</div>', False),
        ('<a href="#">Tous</a> <a href="#">Bulletins</a> <a href="#">Budgets</a>', False),
    ],
)
def test_papers_that_lead_nowhere(own: str, dummy: bool) -> None:
    assert is_dummy(page(FRAME.format(f"<main><h1>Publications</h1>{own}</main>"))) is dummy


@pytest.mark.parametrize(
    "own",
    [
        "<main><h1>Transports</h1><p>Ligne 7 : gare, mairie, école.</p></main>",
        "<main><h1>Transports</h1><p>À venir : la ligne 7, le 3 mai.</p></main>",
        "<main><h1>Transports</h1><p>Horaires à venir. Renseignements au 03 00 00 00 00.</p></main>",
        '<main><h1>Transports</h1><a href="/horaires.pdf">Horaires</a></main>',
        '<main><h1>Transports</h1><a href="/t.pdf">Transports</a> <a href="/a.pdf">Accueil des cars</a></main>',
        '<main><h1>Transports</h1><ul><li><a href="/ligne-7">Ligne 7</a></li></ul></main>',
        '<main><h1>Transports</h1><img src="/plan.png"></main>',
        '<main><h1>Transports</h1><iframe src="https://bus.example/"></iframe></main>',
        '<main><h1>Transports</h1><form><input name="de"></form></main>',
        '<main><h1>Transports</h1><div id="reseau"></div></main>',
        "<main><h1>Transports</h1><script>reseau()</script></main>",
        "<div><h1>Transports</h1></div>",
    ],
)
def test_not_hollow(own: str) -> None:
    assert not hollow(page(FRAME.format(own)))


def test_what_the_frame_names_makes_no_page_speak_of_more() -> None:
    none = "<main><h1>Affichage légal</h1><p>Aucun document n’est publié pour le moment.</p></main>"
    assert denial(page(none + "<footer><h2>Horaires</h2><h2>Accès rapides</h2></footer>"))
    assert not denial(page(none.replace("</main>", "<h2>Arrêtés</h2><h2>Procès-verbaux</h2></main>")))


EMPTY = FRAME.format("<main><h1>Transports en commun</h1><p>À venir</p></main>")


@pytest.mark.parametrize(
    ("reached", "verdict"),
    [
        (None, Verdict.PRESENT),
        (EMPTY, Verdict.ABSENT),
        (EMPTY.replace("À venir", "Le bus 7 passe place Haute."), Verdict.PRESENT),
    ],
    ids=["not read", "hollow", "full"],
)
def test_a_label_is_worth_its_page(reached: str | None, verdict: Verdict) -> None:
    assert transport(None if reached is None else _visit(reached)) is verdict


def test_a_page_that_was_cut_or_is_not_the_towns_denies_nothing() -> None:
    assert transport(replace(_visit(EMPTY), truncated=True)) is Verdict.PRESENT
    assert transport(_visit(EMPTY, "https://bus.example/")) is Verdict.PRESENT


def _visit(html: str, landed: str = "https://www.exemple.fr/transports") -> Visit:
    url = "https://www.exemple.fr/transports"
    via = page(HOME, "https://www.exemple.fr/").links[0]
    return Visit(url, Outcome.OK, NOW, via=via, landed=landed, status=200, page=page(html, landed))


def transport(reached: Visit | None) -> Verdict:
    home = "https://www.exemple.fr/"
    examination = Examination(catalogue().matcher, home)
    examination.see(Visit(home, Outcome.OK, NOW, landed=home, status=200, page=page(HOME, home)))
    if reached:
        examination.see(reached)
    findings = examination.findings(Coverage(as_of=NOW.date(), pages=2, complete=True))
    return next(f.verdict for f in findings if f.check == "public_transport")


def test_a_heading_stands_where_no_sentence_goes_on_after_its_words() -> None:
    own = page(
        "<main><h1>Vivre ici</h1><p>Petite enfance, écoles, sport.</p><h2>Petite enfance</h2><p>La crèche ouvre à 7 h.</p></main>"
    )
    assert beneath(own, own.headings[1]) == "La crèche ouvre à 7 h."


@pytest.mark.parametrize(
    ("words", "planned"),
    [
        ("Ouverture prévue fin 2027.", True),
        ("Une micro-crèche devrait ouvrir en 2028.", True),
        ("La voie verte passera chez nous en 2028 si les crédits sont votés.", True),
        ("Un terrain est prévu pour la rentrée.", True),
        ("Un terrain est prévu pour 2019.", False),
        ("Un accueil est prévu pour les enfants de trois ans.", False),
        ("Le stade a deux terrains. Un troisième est prévu pour 2028.", False),
        ("Les travaux sont prévus pour le printemps 2027.", False),
        ("La prochaine édition est prévue pour l’été 2027.", False),
        ("Ouverture prévue fin 2027 : 04 71 00 00 00.", False),
        ("Ouverte le mardi.", False),
    ],
)
def test_planned(words: str, planned: bool) -> None:
    assert is_planned(words, 2026) is planned


@pytest.mark.parametrize(
    ("words", "wanting"),
    [
        ("Pas avant 2028.", True),
        ("Abandonné.", True),
        ("Le devis est trop élevé, on attend.", True),
        ("Elle a été vandalisée et n’a pas été remplacée.", True),
        ("Aucune ligne ne passe au village.", True),
        ("Qui veut s’en charger ? Écrivez-nous.", True),
        ("Le docteur a pris sa retraite. Personne ne reprend le cabinet.", True),
        ("Le livret est à l’impression.", True),
        ("Le docteur a pris sa retraite. Sa fille le remplace.", False),
        ("Elle n’accepte pas l’amiante.", False),
        ("L’école n’a qu’une classe.", False),
        ("L’école n’a pas de cantine.", False),
        ("La ligne ne circule pas le dimanche.", False),
        ("Le village ne compte plus que deux commerces.", False),
        ("Nul ne peut construire sans autorisation.", False),
        ("Plus de quarante associations animent la commune.", False),
        ("Les permanences seront assurées par Mme Roux.", False),
        ("Toute personne qui souhaite venir est la bienvenue.", False),
        ("« Autrement » : le texte de novembre n’a pas été remis.", False),
        ("Rien n’est gardé de vos visites.", False),
        ("Le château, abandonné, n’a jamais été relevé.", False),
        ("Pas encore : 04 71 00 00 00.", False),
        ("", False),
    ],
)
def test_wanting(words: str, wanting: bool) -> None:
    assert is_wanting(words) is wanting
