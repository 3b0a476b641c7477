"""Annuaire des associations : liste, recherche, liens vers leurs sites."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.denial import awaits
from checks.reading.documents import is_file
from checks.reading.spots import leading, says_itself
from checks.signs import seen, sentence, topic, unseen
from checks.text.folding import fold, fold_path
from checks.text.lexicon import Phrases, fold_label
from checks.wordings.associations import CONTACT, ONES, SEVERAL, by_link, in_a_row, in_parts, in_words, under_name, with_names
from crawler.page import Page
from crawler.url import address, host, path, registrable

NAMES = (
    "=nos clubs", "=clubs", "=vos clubs", "=nos assos", "=les assos", "clubs et associations", "associations et clubs",
    "nos associations", "=associations", "associations et loisirs", "associations et sport", "culture et associations",
    "sport et associations", "loisirs et associations", "associations loisirs", "associations sports",
    "annuaire des associations", "vie associative", "liste des associations", "guide des associations", "tissu associatif",
    "associations locales", "associations sportives", "associations culturelles", "associations communales", "monde associatif",
    "associations de la commune", "rechercher une association", "trouver une association", "mouvements et associations",
    "les assos", "lasosiasyon", "zasosiasyon", "=assos", "annuaire des assos", "annuaire associatif", "=organismes",
    "organismes communautaires", "répertoire des organismes", "sociétés locales", "=les clubs", "liste des clubs",
    "associations municipales", "annuaire des clubs", "nos assos", "associations sportives et culturelles", "asso et clubs",
    "groupements et associations", "associations et vie locale", "vie locale et associations", "toutes les associations",
    "associations du village", "associations de la ville", "associations villageoises", "associations et animations",
    "fêtes et associations", "associations culture", "sport culture associations", "loisirs culture associations",
    "culture loisirs associations", "répertoire des associations", "coordonnées des associations",
    "présentation des associations", "sociétés et associations", "associations et sociétés", "liste des sociétés",
    "sociétés communales", "sociétés villageoises", "vie des associations", "associations actives", "vie sociale et associative",
    "vie culturelle et associative", "vie sportive et associative", "vie locale et associative", "vie festive et associative",
    "vie sociale associative", "tissu sportif et associatif", "=groupements", "=associatif", "nos sociétés", "associations de loisirs",
    "associations patriotiques", "associations caritatives", "associations sociales", "bottin des organismes",
)  # fmt: skip
OTHERS = (
    "charte", "forum des associations", "subvention", "subventions", "maison des associations", "adjoint", "adjointe", "commission",
    "délégué", "déléguée", "journée des associations", "fête des associations", "salle des associations", "demande", "dossier",
    "créer", "création", "foyer", "asso.fr", "parents d'élèves", "loi 1901", "école", "aide aux associations",
    "association sportive du collège", "question", "questions", "soins à domicile", "aide à domicile", "salle pour les associations",
)  # fmt: skip
SEEKING = re.compile(r"recherche|trouve|cherche", re.I)
SUBJECT = Phrases(*(name.removeprefix("=") for name in NAMES[1:]))
TO_COME = re.compile(
    r"\b(?:(?:liste|annuaire|coordonnées|page|rubrique|présentation)\b[^.!?]{0,40}\b(?:à venir|en (?:cours|attente|construction|préparation)|bientôt|prochainement)"
    r"|(?:alimentée?|complétée?|enrichie?|mise à jour)\b[^.!?]{0,40}\b(?:dès|bientôt|prochainement|au fur)"
    r"|(?:figurer|apparaître|paraître|être référencée?s?)\b[^.!?]{0,60}\b(?:transmett|envoy|adress|contact|communiqu|faites)\w*)",
    re.I,
)
TO_THEM = re.compile(
    r"\b(?:demandes? de subvention|subventions?|(?:créer|déclarer|dissoudre) (?:une|votre|son) association|loi (?:de )?1901"
    r"|(?:prêt|location) (?:de |du |des )?(?:salles?|matériel|barnums?))\b",
    re.I,
)
"""What is told to associations, on a page that names none."""
SHORT = 400
APART = Phrases(*OTHERS)


FILED = re.compile(
    r"(?:liste|annuaire|guide|repertoire|coordonnees|tableau)[\w%-]{0,20}asso|asso\w{0,10}[-_%]\w{0,6}(?:liste|annuaire|repertoire|guide)",
    re.I,
)
"""What a file is called that lists them."""
OF_ALL = Phrases("liste", "présidents", "présidentes", "responsables", "coordonnées", "annuaire", "contacts", "téléphones")
WRONG = Phrases("adhésion", "subvention", "création", "inscription", "forum")

LISTED = re.compile(
    r"\b(?:dont voici|voici (?:la liste|leurs?|les)|annuaire des associations|(?:liste|coordonnées) des associations)\b|\bprésidente?s?\b[^!?]{0,80}\b0[1-9] ?\d\d",
    re.I,
)
"""What the list gives."""


@check(
    "associations_directory",
    "Annuaire des associations",
    counts="Un annuaire ou une liste des associations avec des contacts ; le forum ou la page d'une seule association n'en sont pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        sentence(
            "associations", "annuaire des associations", "liste des associations", "coordonnées des associations", says=LISTED
        ),
    ],
    examples=[
        seen(
            "<h1>Bouger</h1><table><tr><th>Discipline</th><th>Club</th><th>Contact</th></tr><tr><td>Escalade</td><td>Roc</td><td>06 00 00 00 01</td></tr><tr><td>Arc</td><td>Val</td><td>06 00 00 00 02</td></tr><tr><td>Badminton</td><td>Volant</td><td>06 00 00 00 03</td></tr></table>"
        ),
        unseen(
            "<h1>Joindre</h1><table><tr><th>Service</th><th>Contact</th></tr><tr><td>Eau</td><td>06 00 00 00 01</td></tr><tr><td>Gaz</td><td>06 00 00 00 02</td></tr><tr><td>Feu</td><td>06 00 00 00 03</td></tr></table>"
        ),
        seen(
            "<h2>Présidents d’associations</h2><ul><li>Les Pinceaux : Rose Bel</li><li>Arc : Éric Mas</li><li>Val : Lise Cot</li></ul>"
        ),
        unseen(
            "<h2>Adjoints aux associations</h2><ul><li>Sports : Rose Bel</li><li>Arts : Éric Mas</li><li>Bal : Lise Cot</li></ul>"
        ),
        seen(
            "<h1>Loisirs</h1><p><b>Yoga</b> : Lou, 06 00 00 00 01.</p><p><b>Échecs</b> : Tom, 06 00 00 00 02.</p><p><b>Poterie</b> : Inès, 06 00 00 00 03.</p>"
        ),
        seen("<h1>Bouger</h1><a href='/asso/arc'>Les Archers</a> <a href='/asso/gym'>Gym</a> <a href='/asso/h'>L’Harmonie</a>"),
        unseen("<h1>Bouger</h1><a href='/asso/arc'>Subventions</a> <a href='/asso/gym'>Gym</a> <a href='/asso/h'>Dossier</a>"),
        seen("<h1>Bouger</h1><a href='/asso/judo'>Judo club</a> <a href='/asso/tennis'>Tennis</a> <a href='/asso/ape'>APE</a>"),
        unseen("<h1>Bouger</h1><a href='/stade/judo'>Judo</a> <a href='/stade/tennis'>Tennis</a> <a href='/stade/foot'>Foot</a>"),
        seen(
            "<h1>Loisirs</h1><ul><li>Gym : mardi, Mme Roux</li><li>Tarot : jeudi, M. Bey</li><li>Chorale : lundi, Mme Zay</li><li>Randonnée : samedi, M. Luc</li></ul>"
        ),
        unseen("<h2>Associations</h2><p>Le club de football s’est arrêté en 2022. Les bonnes volontés sont attendues.</p>"),
        unseen(
            '<nav><a href="/vie#assos">Culture et associations</a></nav>',
            pages={
                "/vie#assos": "<section id='assos'><h2>Culture et associations</h2><p>Un tissu riche.</p><div><h3>Vie associative</h3>"
                "<p>Salles, forum et soutien aux initiatives.</p></div><div><h3>Culture</h3><p>Musique, théâtre et lecture.</p></div>"
                "<div><h3>Sport</h3><p>Équipements : football, tennis, danse…</p></div></section>"
            },
        ),
        seen(
            '<nav><a href="/vie#assos">Culture et associations</a></nav>',
            pages={
                "/vie#assos": "<section id='assos'><h2>Culture et associations</h2><p>Un tissu riche.</p><div><h3>Vie associative</h3>"
                "<p>Les Archers, M. Petit : 04 00 00 00 01.</p></div><div><h3>Culture</h3><p>Musique, théâtre et lecture.</p></div></section>"
            },
        ),
        seen("<h2>Nos clubs</h2><ul><li>Foyer rural, 06 00 00 20 01</li><li>Judo, 06 00 00 20 02</li></ul>"),
        unseen("<dl><dt>Associations</dt><dd>48</dd><dt>Habitants</dt><dd>2 310</dd></dl>"),
        unseen(
            '<a href="/a">Associations</a>',
            pages={"/a": "<h1>Associations</h1><p>Elles font vivre le bourg.</p><p>Aucune association enregistrée.</p>"},
        ),
        unseen("<h2>Fusion de deux clubs de foot</h2>"),
        seen(
            "<h1>Loisirs</h1><p><b>Comité des fêtes</b> : 03 00 00 00 01. <b>Club de judo</b> : 03 00 00 00 02. <b>Chasseurs</b> : 03 00 00 00 03.</p>"
        ),
        seen(
            "<h1>On sort !</h1><ul><li>Foot, M. Roy, 06 00 00 20 01</li><li>Tricot, Mme Bas, 06 00 00 20 02</li><li>Comité des fêtes, 06 00 00 20 03</li></ul>"
        ),
        seen(
            "<h1>Faire</h1><p>L’Âne qui trotte : Mme Bas, 06 00 00 20 01</p><p>Amicale : M. Roy, 06 00 00 20 02</p><p>Chasse : M. Prin, 06 00 00 20 03</p><p>Vitraux : Mme Petit, 06 00 00 20 04</p>"
        ),
        unseen(
            "<h1>Santé</h1><p>Dr Roy, 06 00 00 20 01</p><p>Dr Bas, 06 00 00 20 02</p><p>Dr Prin, 06 00 00 20 03</p><p>Amicale des donneurs, 06 00 00 20 04</p>"
        ),
        seen(
            "<h1>Ensemble</h1><ul><li>Comité des fêtes : Léa Roux</li><li>Chasse : Jean Prin</li><li>Les Hirondelles</li><li>Chorale, Anne Bas</li></ul>"
        ),
        unseen(
            "<h1>Vos élus</h1><ul><li>Comité des fêtes : Léa Roux</li><li>Sport, danse : Jean Prin, adjoint</li><li>Eau</li><li>Chasse, Anne Bas</li></ul>"
        ),
        unseen(
            "<h1>Aides</h1><ul><li>Comité des fêtes : 300 €</li><li>Club de foot, Léa Roux : 200 €</li><li>Chasse, Jo Prin : 90 €</li><li>Chorale, A. Bas : 50 €</li></ul>"
        ),
        seen(
            "<h1>Chez nous</h1><p>On s’active : la gym (Léa, 06 00 00 00 01), la chasse (Jo, 06 00 00 00 02), le comité des fêtes (Ali, 06 00 00 00 03).</p>"
        ),
        unseen("<h1>Loisirs</h1><p>Club de judo : 03 00 00 00 01, 03 00 00 00 02 ou 03 00 00 00 03.</p>"),
        seen('<a href="/asso">Annuaire des associations</a>'),
        seen("<h2>Associations (12)</h2><h3>Le Rabot</h3><p>Menuiserie, le mardi.</p><h3>Choeur du val</h3>"),
        unseen(
            '<a href="/a">Associations</a>', pages={"/a": "<main><h1>Associations</h1><p>Renseignements en mairie.</p></main>"}
        ),
        unseen(
            '<a href="/a">Associations</a>',
            pages={"/a": "<main><h1>Associations</h1><p>La liste sera bientôt disponible.</p></main>"},
        ),
        unseen(
            '<a href="/a">Associations</a>', pages={"/a": "<main><h1>Vie associative</h1><p>0 association affichée</p></main>"}
        ),
        seen(
            '<a href="/a">Associations</a>', pages={"/a": "<main><h1>Vie associative</h1><p>10 associations affichées</p></main>"}
        ),
        seen("<h1>Vie associative</h1><ul><li>Judo club, M. Roy, 04 00 00 00 00</li><li>Chorale, Mme Bas</li></ul>"),
        seen('<td><a href="a.htm">Les associations</a></td>'),
        seen('<form><h2>Rechercher une association</h2><input name="nom"></form>'),
        seen('<h1>Collectifs</h1><form><input name="nom"><button>Trouver une association</button></form>'),
        unseen("<h2>Forum des associations</h2>"),
        unseen('<p>Le relais : <a href="https://www.nounous.asso.fr/">www.nounous.asso.fr</a></p>'),
        unseen(
            "<h2>Associations</h2><p>Vous animez un club ? Écrivez-nous et envoyez un texte pour paraître ici.</p><h2>Fêtes</h2>"
        ),
        unseen('<a href="/d.pdf">Subventions aux associations : dossier</a>'),
        unseen("<h2>L’association des amis du lavoir</h2>"),
        unseen('<a href="#">Associations</a>'),
        unseen('<a href="/judo">Association de judo</a>'),
        unseen("<h1>Association des parents d’élèves</h1><p>Présidente : Mme Roy, 04 00 00 00 00.</p>"),
        seen('<a href="/a">Toutes les associations</a>'),
        seen("<h1>Au bourg</h1><h2>Associations actives (3)</h2><h3>Le Rabot</h3><p>Menuiserie.</p><h3>Les Boulistes</h3>"),
        seen(
            '<h1>Au bourg</h1><button role="tab" aria-controls="p2">Associations (3)</button><div id="p2"><p>Judo, chorale</p></div>'
        ),
        seen('<a href="/a">Répertoire des associations</a>'),
        seen("<h1>Au village</h1><p>Onze associations animent le village ; voici leurs présidents et leurs téléphones.</p>"),
        seen("<h1>Au village</h1><p>L’annuaire des associations donne pour chacune le nom du président et un téléphone.</p>"),
        unseen("<h1>Au village</h1><p>Les associations peuvent télécharger le dossier de subvention.</p>"),
        unseen("<h1>Au village</h1><p>Associations, contactez la mairie pour réserver une salle.</p>"),
        seen("<h1>Au village</h1><p>Associations : le Fil doré (Mme Bas), Pédale douce (M. Roy).</p>"),
        seen("<h2>Guichet des clubs</h2><p>04 00 00 00 01, judo@villeneuve.example, tarot@grandville.example</p>"),
        unseen("<h2>Guichet des clubs</h2><p>04 00 00 00 01, sport@mairie-rives.example, asso@mairie-rives.example</p>"),
        unseen("<h1>Vos élus</h1><p>Associations : M. Roy, délégué, et Mme Bas.</p>"),
        seen("<h1>Ici</h1><p>Le judo (présidente Lou Bas), la chasse (président Ali Roy), la chorale (président Tom Lac).</p>"),
        unseen("<h1>L’agglo</h1><p>Président Jo Roy, vice-présidente Lou Bas, vice-président Tom Lac : sport et chasse.</p>"),
        seen(
            "<h1>Bouger</h1><ul><li>Gym : gym@club.example</li><li>Yoga : yo@club.example</li><li>Judo : ju@club.example</li></ul>"
        ),
        seen(
            "<h1>Bouger</h1><h2>Yoga</h2><p>Lou, 06 00 00 00 01</p><h2>Chorale</h2><p>Ali, 06 00 00 00 02</p><h2>Judo</h2><p>Tom, 06 00 00 00 03</p>"
        ),
        seen('<h1>Ici</h1><a href="/liste-associations-2026.pdf">À télécharger</a>'),
        unseen(
            '<a href="/a">Associations</a>', pages={"/a": "<h1>Associations</h1><p>Subventions : dossier avant le 31 mars.</p>"}
        ),
        unseen('<a href="/a">Associations</a>', pages={"/a": "<h1>Associations</h1><p>Annuaire en cours de rédaction.</p>"}),
    ],
)
def associations_directory(page: Page) -> Iterator[Observation]:
    if _tells_none(page):
        yield denies(page, target=address(page.url))
        return
    for spot in (*in_a_row(page), *with_names(page), *in_parts(page), *in_words(page), *by_link(page), *under_name(page)):
        yield Observation.at(page, spot, Trust.LIKELY, proof="text", contacts=1, target=page.url)
    for one, _ in leading(page, is_file):
        listing = FILED.search(path(one.href)) or (OF_ALL.within(one.text) and "asso" in path(one.href).lower())
        if listing and not WRONG.within(one.text):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    headline = fold_label(page.headline)
    listing = (SUBJECT.within_folded(headline) or SUBJECT.within_folded(fold_path(path(page.url)))) and not APART.within_folded(
        headline
    )
    for form in page.forms:
        if (
            " association " in fold(form.heading + " " + form.words[:400] + " " + " ".join(f.label for f in form.fields))
            and "textarea" not in form.kinds()
            and "email" not in form.kinds()
            and (listing or SEEKING.search(form.words + form.heading + " ".join(form.buttons)))
        ):
            yield Observation.at(page, form, Trust.SURE, proof="form", search=1)
    if listing:
        if len(CONTACT.places(page.main_text)) >= SEVERAL:
            yield Observation.at(page, page.headline, Trust.LIKELY, proof="fact:contacts", contacts=1, target=page.url)
        here = registrable(host(page.url))
        outside = {one.host for one in page.links if not one.framed and registrable(one.host) != here}
        if len(outside) >= 2:
            yield Observation.at(page, page.headline, Trust.LIKELY, proof="structure", links=1, target=page.url)


def _tells_none(page: Page) -> bool:
    """Whether a page that is called so only says that they will be listed, or asks them to write."""
    text = page.main_text
    if len(text) > SHORT or not SUBJECT.within(page.headline) or CONTACT.within(text) or says_itself(page, ONES):
        return False
    papers = any(not link.framed and is_file.of(link.href) for link in page.links)
    if page.forms or awaits(page) or any(not link.framed and link.host != host(page.url) for link in page.links):
        return False
    return TO_THEM.search(text) is not None or (
        TO_COME.search(text) is not None and not papers and not any(map(str.isdigit, text))
    )
