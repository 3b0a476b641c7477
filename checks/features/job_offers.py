"""Offres d'emploi : les postes proposés par la commune ou sur son territoire."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.finding import recent
from checks.observation import Observation, Trust
from checks.reading.about import proceedings, sentences
from checks.reading.passages import Around, first, places
from checks.reading.refusals import is_wanting
from checks.reading.sections import beneath
from checks.reading.spots import entitled, headed, says_itself, worded
from checks.signs import heading, known, link, path, seen, told, unseen
from checks.text.dates import newest
from checks.text.folding import around
from checks.text.lexicon import Phrases, Prose
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    *("offre d'emploi", "offres d'emploi", "offre d'emplois", "offres d'emplois", "offre de recrutement"),
    *("offres de recrutement", "annonces d'emploi", "bourse de l'emploi", "bourse à l'emploi", "=recrutement"),
    *("=embauche", "=embauches", "=on recrute", "=recrutements", "recrutement de la mairie", "recrutement"),
    *("avis de recrutement", "recrute", "recrutent"),
    *("=on embauche", "mairie embauche", "commune embauche", "ville embauche", "cherche du monde", "nous recrutons"),
    *("à pourvoir", "poste vacant", "postes vacants", "emplois et stages", "emploi stages", "emplois saisonniers"),
    *("emploi saisonnier", "jobs d'été", "job d'été", "travailler à la mairie", "travailler à la ville"),
    *("travailler pour la ville", "candidature spontanée", "=nous rejoindre", "=rejoignez-nous", "rejoindre nos équipes"),
    *("nos offres", "emplois disponibles", "recrutements en cours", "la mairie recrutement", "emploi à la mairie"),
    *("offres de postes", "poste en cours", "emplois de la collectivité", "ville employeur", "rejoindre la mairie"),
    *("offres de stage", "stage et apprentissage", "recherchons un agent", "recrutement d'agents", "la ville recrutement"),
    *("agent recenseur recrutement", "nos recrutements", "emploi et recrutement", "recrutement et emploi"),
    *("emplois et carrières", "carrières et emplois", "possibilités d'emploi", "opportunités d'emploi", "postes ouverts"),
    *("postes offerts", "offre d'apprentissage", "travailler avec nous", "travailler chez nous", "rejoignez nos équipes"),
    *("rejoignez nos services", "mise au concours", "places vacantes", "postes au concours", "emplois à la commune"),
    *("jobs étudiants", "avis de vacance", "avis de vacance d'emploi", "emplois à la ville", "emplois à la mairie"),
    *("travailler pour la commune", "travailler à la commune", "=saisonniers", "=candidatures", "déposer une candidature"),
    *("déposez votre candidature", "=postuler", "=postulez", "stages et alternance", "stages et apprentissage"),
    *("=alternance", "=apprentissage", "emploi public", "emploi territorial"),
    *(
        f"{seeks} {whom}"
        for seeks in ("recherche", "recherchons", "cherche")
        for whom in ("agent", "un agent", "des animateurs", "animateurs", "atsem", "agents recenseurs", "saisonniers")
        if f"nous {seeks} {whom}" != "nous recherchons un agent"
    ),
)
NOT_IT = (
    "harmonie", "chorale", "fanfare", "club", "troupe", "militaire", "volontaires", "réservistes", "choristes", "chanteurs",
    "musiciens", "joueurs", "sièges", "logements", "emploi du temps", "mode d'emploi", "armée", "gendarmerie", "marine",
    "police nationale", "fc", "football", "rugby", "handball", "basket", "comité des fêtes", "amicale", "bénévoles", "pompiers", "forum", "salon", "association",
)  # fmt: skip
JOIN = ("=nous rejoindre", "=rejoignez-nous")
"""A heading that may as well stand over the way by car, or a club: what is under it tells."""
JOINS, HIRED = Phrases(*(name[1:] for name in JOIN)), Phrases(
    *("recrute", "recrutement", "recrutements", "emploi", "emplois", "poste", "postes", "candidature", "candidatures", "métiers"),
    *("stage", "stages", "apprentissage", "h/f", "cv", "équipes", "services", "agents", "saisonniers"),
)  # fmt: skip
HIRES = re.compile(
    r"\bre(?:cherche|crute)\s(?:une?|des|deux|trois|plusieurs)\b[^.!?]{0,60}\b(?:CD[DI]|[HF]/[HF])\b|(?:mairie|commune|ville|ccas|municipalité|collectivité)[^.]{0,40}\brecrute\b|\bpostes?\b[^.!?]{0,60}\bà pourvoir\b|\boffres? d['’]emploi\b[^.]{0,80}\b(?:CDD|CDI|H/F|temps (?:non )?complet)",
    re.I,
)
OFFERS = Phrases(*JOINS.folded, "offre d'emploi", "offres d'emploi", "recrutement", "recrutements", "on recrute")
JOINING = 25
"""Characters of a heading that says no more."""
OFTEN = Prose("recrute", "pourvoir", "offre d'emploi", "cdd", "cdi", "h/f", "f/h")
"""Words one of which every match of HIRES holds: a cheap look before the dear one."""
CORE = Around("recrute", "à pourvoir", "d'emploi", "d’emploi", "cherche d", "cherche un")
"""What a match of HIRES is built around, in small letters; it begins and ends within REACH of that."""
REACH = 120
SEEKING = Around(
    "cherche un", "recherche un", "recrute un", "embauche un", "cherche son", "recherche son", "cherche sa", "recherche sa", "prend deux", "prend un", "prend trois", "engage",
    "mairie cherche", "mairie recherche", "mairie recrute", "commune recrute", "ville recrute", "commune cherche", "commune recherche", "ville cherche", "ville recherche",
)  # fmt: skip
POSTS = (
    r"agente?s?|conduct\w+|chauffeur\w*|secrétaire|remplaçante?|ATSEM|animat\w+|cantini\w+|cuisini\w+|jardini\w+|employée?|apprentie?|bibliothécaire|gardien\w*"
    r"|AESH|aide-soignant\w*|maçon|électricien\w*|plombi\w+|comptable|serveu\w+|puéricult\w+|ripeur|policier\w*|surveillante?|aide|auxiliaire|technicien\w*|responsable|direct\w+|saisonni\w+|maître-nageur|gardes? champêtres?|éducat\w+|ouvri\w+|cantonni\w+"
)
SEEKS = re.compile(
    r"\b(?:mairie|commune|ville|municipalité|CCAS|école|crèche|cantine|médiathèque|piscine)\s(?:(?:re)?(?:cherche|crute)|embauche|engage|prend)\s(?:[^.!?]{0,25}\b)?(?:une? ou une?|une?|deux|trois|quatre|cinq|six|huit|dix|son|sa|des)\s"
    rf"(?:{POSTS})\b[^!?]{{0,120}}",
    re.I,
)
NAMED = re.compile(rf"\b(?:{POSTS})\b", re.I)
"""Who is sought by name of the post; volunteers, doctors and buyers are no posts of the town."""
WE = re.compile(
    rf"\bnous (?:re)?(?:cherch|crut)ons (?:une?|des|deux|trois|quatre|cinq|six|plusieurs) (?:{POSTS})\b(?![^.!?]{{0,60}}\bbénévoles?)[^!?]{{0,120}}"
    r"|\bpostes? d(?:e |['’])[^.!?]{3,60}\b(?:est|sont) (?:vacants?|à pourvoir|ouverts?)\b[^!?]{0,60}"
    r"|\b(?:BAFA|permis [BC]|expérience|diplôme\w*)\s(?:exigé|souhaité|requis|apprécié)e?s?\b[^!?]{0,120}\b(?:CV|candidatures?|lettre de motivation)\b"
    r"|\b[Rr]echerche (?:une )?personne\b[^!?]{0,160}\b(?:SMIC|rémunér\w+|salaire|h(?:eures?)? par (?:jour|semaine)|CDD|CV)\b"
    r"|\bservice civique\b[^.!?]{0,80}\bcandidatures?\b"
    r"|\bnous (?:re)?(?:cherch|crut)ons\b(?![^.!?]{0,60}\bbénévoles?)[^.!?]{0,100}[.!?]?[^.!?]{0,100}\b(?:candidatures?|postuler|CV|lettre de motivation)\b"
    r"|\b(?:mairie|commune|ville)\sembauche\s(?:une?|des|deux|trois)\b[^!?]{0,100}"
    r"|\b(?:mairie|commune|ville|école|cantine|crèche|EHPAD)\s(?:re)?cherche\s(?:quelqu['’]une?|une personne)\b[^!?]{0,200}\b(?:candidatures?|CV|lettre de motivation|h(?:eures?)? par (?:jour|semaine))\b"
    r"|\b(?:mairie|commune|ville|CCAS)\s(?:ouvre|propose|offre)\s(?:une?|deux|trois|plusieurs|des) (?:postes?|emplois?|contrats? d['’]apprentissage)\b(?! du temps)[^!?]{0,100}"
    r"|\bjobs d['’]été\b[^.!?]{0,80}\b(?:dossiers?|candidatures?|postuler|inscriptions?|CV)\b[^!?]{0,60}"
    rf"|\bon (?:re)?cherche (?:une?|deux|trois|des)\s(?:\w+ )?(?:{POSTS})\b(?![^.!?]{{0,60}}\b(?:bénévole|club|chorale|comité|association|troupe)\b)[^!?]{{0,120}}\b(?:candidatures?|CV|lettre|s['’]adresser|(?:h|heures) par (?:jour|semaine))\b"
    rf"|(?<!création d.un )\b(?:poste|emploi) d(?:e |['’])(?:{POSTS})\b(?![^.!?]{{0,40}}\b(?:plus|pas)\b)[^.!?]{{0,40}}\bà (?:prendre|occuper|pourvoir)\b[^!?]{{0,60}}"
    r"|\b(?:agents? recenseurs?)\b[^.!?]{0,30}\b(?:seront|sera|sont) (?:recrutée?s?|recherchée?s?)\b[^!?]{0,60}",
    re.I,
)
"""Who is sought by « nous », with how to apply; census takers."""
OURS = Around(
    *("on cherche ", "on recherche ", "poste d", "emploi d", "cherche quelqu", "cherche une personne", "apprentissage"),
    *("un poste", "deux postes", "des postes", "un emploi", "des emplois"),
    *("recherchons", "cherchons", "recrutons", "embauche"),
    *("recenseur", "recherche personne", "recherche une personne", "service civique", "vacant", "exigé", "souhaité"),
    *("requis", "jobs d'", "jobs d’"),
)
APPLY = re.compile(
    r"\b(?:[HF]/[HF]\b|CD[DI]\b|lettre de motivation|C\.?V\.?\b|candidatures?|postuler|adresser votre candidature|date limite)",
    re.I,
)

OPENING = re.compile(
    rf"(?!aides? (?:de|au|aux|à la|sociale|financière))(?:(?:une? |l['’]|offre : |poste d(?:e |['’]))?(?:{POSTS}))\b.{{0,80}}(?:\bCD[DI]\b|\(?\b[hf] ?/ ?[hf]\b|\btemps (?:non |partiel|complet|plein)"
    r"|\b\d\d ?h(?:eures)? ?(?:/|par) ?semaine|\bremplacement\b|\bremplaçant|\bsaisonni|\bapprentissage\b|\b\d\d? mois\)?$)",
    re.I,
)
"""A post by its name, and what kind of post it is."""
SOUGHT = Trait(
    re.compile(
        rf"(?:on |nous |(?:la )?(?:mairie|commune|ville) )?(?:re)?cherch(?:e|ons)\s(?:(?:une?|des|deux|son|sa)\s)?(?:{POSTS})(?!\w?[^.]{{0,30}}\bbénévoles?)|postes? d(?:e |['’])(?:{POSTS})(?![^.]{{0,60}}\bpourvu)",
        re.I,
    ).match
)
EITHER = Trait(
    re.compile(
        r"(?![^(]*\b(?:[Cc]oiff|[Cc]lub|[Éé]quipe|[Tt]ournoi|[Cc]ourse|[Ss]eniors?|[Rr]elais|[Vv]estiaire|[Mm]ode))[^.!?:]{5,60}\(?\b(?:[HF] ?/ ?[HF]|[hf]/[hf])\)?\W*$"
    ).match
)
"""« Stagiaire en urbanisme (H/F) », as a heading."""
"""« Cherche cuisinier(ère) », what a heading or a link says."""
POST = re.compile(r"\([hf] ?[/-] ?[hf]\)|\b[hf]/[hf]\b|\b\d{1,3} postes\b|\bpostule[rz]\b|\bcandidatures?\b", re.I)
UNTIL = re.compile(r"\b(?:avant le|jusqu['’]au)\s\d", re.I)


@Trait
def is_post(words: str) -> bool:
    """« Jardinier (h/f), candidatures avant le 15 décembre 2026 », « Secrétaire de mairie, CDD de six mois »."""
    return (POST.search(words) is not None and UNTIL.search(words) is not None) or OPENING.match(words) is not None


@check(
    "job_offers",
    "Offres d'emploi",
    judge=recent(365),
    signs=[
        told(
            *("postes à pourvoir", "poste à pourvoir", "candidature avant", "candidatures avant", "candidatures jusqu"),
            *("postes ouverts", "date limite de candidature", "lettre de motivation"),
        ),
        told(
            "fiche de poste",
            "h/f",
            "f/h",
            "vacance de poste",
            "cdd",
            "cdi",
            "temps non complet",
            "adresser cv",
            "poste à pourvoir",
        ),
        link(*NAMES, unless=NOT_IT),
        link("=emploi", "=emplois", trust=Trust.HINT),
        heading(*(name for name in NAMES if name not in JOIN), unless=NOT_IT),
        path("offres d'emploi", "offre emploi", "recrutement", "recrute", unless=NOT_IT),
        known(),
    ],
    by_name=False,
    counts="Des postes proposés par la commune ou sur son territoire ; une offre de plus d'un an est partielle ; l'emploi du temps et le mode d'emploi n'en sont pas.",
    examples=[
        seen("<h2>Nous rejoindre</h2><p>Les postes ouverts à la mairie : une ATSEM.</p>"),
        unseen("<h2>Nous rejoindre</h2><p>En car, en voiture partagée, à vélo.</p>"),
        seen('<p>La ville recrute pour la saison : <a href="/j.pdf">deux jardiniers, avril 2027</a>.</p>'),
        unseen('<a href="/a">Aide de 3 mois au loyer</a> <a href="/b">Responsable de l’école : 6 mois de congé</a>'),
        seen("<p>La ville ouvre un poste de jardinier, lettre avant le 5 décembre 2026.</p>"),
        seen("<p>La crèche cherche une personne pour le ménage, 3 h par jour.</p>"),
        seen("<p>On cherche une cantinière, 12 h par semaine ; s’adresser au maire avant le 20 décembre 2026.</p>"),
        seen("<p>Poste de garde champêtre à prendre au 1er janvier 2027.</p>"),
        unseen("<p>On cherche un animateur pour le club photo ; s’adresser à Zoé. Le poste d’agent n’est plus à pourvoir.</p>"),
        unseen("<p>La ville ouvre une salle de jeux. La commune propose un emploi du temps à la carte.</p>"),
        seen('<h2>Du travail</h2><a href="/a.pdf">Animatrice périscolaire, CDD d’un an</a> <a href="/j.pdf">Jardinier (H/F)</a>'),
        unseen('<a href="/a">Secrétaire de mairie : Mme Roux</a> <a href="/b">Aide au temps libre</a>'),
        unseen('<main><h2>Accès rapide</h2><a href="#"><h3>Offres d’emploi</h3></a></main>'),
        seen('<main><a href="#"><h3>Offres d’emploi</h3></a><div>Un poste d’agent technique, avant le 3 décembre.</div></main>'),
        seen("<p>La mairie cherche un remplaçant pour la cantine à partir du 4 janvier 2027, 20 h par semaine.</p>"),
        seen('<h2>À la mairie</h2><a href="/a.pdf">Animateurs (40 postes), postuler avant le 31 décembre 2026</a>'),
        unseen('<a href="/a.pdf">Conseil des jeunes : inscriptions avant le 31 décembre 2026</a>'),
        seen("<p>La mairie cherche pour l’hiver : un conducteur de chenillette, une ATSEM. CV avant le 5 décembre 2026.</p>"),
        unseen("<p>La commune recherche un médecin généraliste.</p>"),
        seen("<p>La ville prend deux saisonniers à la piscine. Lettre au maire avant le 10 janvier 2027.</p>"),
        unseen("<p>La ville prend un nouvel élan.</p>"),
        seen("<h3>Cherche cuisinier(ère)</h3><p>25 h par semaine.</p>"),
        seen("<div><h4>Agent d’entretien H/F</h4><p>17 h 30 par semaine</p><a href='/fp.pdf'>Fiche de poste</a></div>"),
        unseen("<h4>Relais emploi</h4><p>On vous aide à rédiger CV et lettre, en CDI ou non.</p>"),
        unseen("<h3>Cherche animateurs bénévoles</h3><h3>Le FC Val recrute</h3>"),
        seen("<h2>Stagiaire en urbanisme (H/F)</h2><p>Six mois à partir de mars.</p>"),
        unseen("<h2>Salon de coiffure H/F</h2><h2>Course de relais (H/F)</h2>"),
        seen("<h2>Animatrice</h2><p>BAFA exigé, en octobre. CV à la mairie.</p>"),
        unseen("<h2>Minibus</h2><p>Permis B exigé, à retirer en mairie.</p>"),
        seen("<p>La cantine cherche une personne pour le service, deux heures par jour.</p>"),
        seen("<h2>Poste de policier municipal</h2><p>Avant le 31 décembre.</p>"),
        unseen("<h2>Poste de policier municipal pourvu</h2><h2>Poste de secours</h2>"),
        seen("<p>Recherche personne pour le ménage, deux heures le samedi. Rémunération au SMIC.</p>"),
        unseen("<p>Recherche personne ayant vu l’accident de la place.</p>"),
        seen("<p>L’école cherche un ou une AESH, 24 h.</p>"),
        unseen("<p>L’école cherche un ou une correspondante.</p>"),
        seen("<p>La commune propose un contrat d’apprentissage de jardinier.</p>"),
        seen("<p>Le poste de garde champêtre est vacant.</p>"),
        unseen("<p>Le logement du garde champêtre est vacant.</p>"),
        seen("<p>Nous recrutons trois agents recenseurs en janvier. Dossier en mairie.</p>"),
        unseen("<p>Nous recherchons trois lavoirs oubliés.</p>"),
        seen("<p>La crèche accueille un volontaire en service civique : envoyez votre candidature.</p>"),
        unseen("<p>La mairie cherche un bénévole pour la bibliothèque.</p>"),
        seen("<p>La mairie cherche quelqu’un pour le ménage, dix heures par semaine. Lettre et CV avant le 3 décembre 2026.</p>"),
        unseen("<p>La commune cherche quelqu’un qui aurait des photos de la fête.</p>"),
        seen('<a href="/emploi">Offres d’emploi</a>'),
        seen('<a href="https://www.emploi-territorial.fr/offre/o025">Agent technique (h/f)</a>'),
        seen(
            "<h1>Actualités</h1><p>La mairie recrute un agent d'entretien. CV et lettre de motivation avant le 15 novembre 2026.</p>"
        ),
        seen("<p>La mairie recrute un agent. CV et lettre de motivation avant le 15 novembre 2019.</p>", "partial"),
        seen('<a href="/emploi">Offres d’emploi</a>', "inactive", gone=("/emploi",)),
        unseen('<a href="/edt.pdf">Emploi du temps de la classe</a>'),
        unseen('<a href="/tri">Le tri, mode d’emploi</a>'),
        unseen('<a href="/pompiers">Recrutement de sapeurs-pompiers</a>'),
        unseen('<a href="#">Offres d’emploi</a>'),
        unseen("<h2>Emplois du temps des classes</h2>"),
        seen('<a href="/a">Emplois et carrières</a>'),
        seen('<a href="/a">Rejoignez nos équipes</a>'),
        seen('<a href="/a">La ville de Rives recrute</a>'),
        unseen('<title>Rives</title><a href="https://www.brosses.example/emploi">La ville de Brosses recrute</a>'),
        seen('<title>Rives</title><a href="https://emploi-brosses.example/">Offres d’emploi : le bassin de Brosses</a>'),
        seen("<h2>Un poste d’ATSEM à pourvoir</h2>"),
        seen("<p>Nous recherchons deux animateurs. Candidatures avant le 10 janvier 2027.</p>"),
        seen("<p>L’EHPAD communal recherche des aides-soignants (CDI). CV à la mairie.</p>"),
        seen("<p>Poste d’agent d’accueil (H/F), six mois, à pourvoir au 1er février 2027.</p>"),
        seen("<p>Jobs d’été à la piscine : dossier à retirer avant le 31 mars.</p>"),
        unseen("<p>Nous recherchons des bénévoles ; envoyez vos candidatures.</p>"),
        unseen("<p>Les agents recenseurs recrutés en 2015 ont fini.</p>"),
        unseen('<a href="/a">L’harmonie recrute</a>'),
        unseen("<p>Nous recherchons des photos anciennes de l’école.</p>"),
        unseen("<h2>Quinze sièges à pourvoir</h2>"),
        unseen('<a href="/a">La chorale recrute des choristes</a>'),
        unseen('<a href="/a">Recrutement militaire</a>'),
        seen("<h2>Offres d’emploi</h2><p>Préposé à la glace : envoyer votre dossier avant le 12 décembre.</p>"),
        seen('<h2>Recrutement</h2><p><a href="/o.pdf">Voir</a></p>'),
        seen("<h2>Recrutement</h2><p>Les hôtels embauchent : voir leurs annonces.</p>", "undetermined"),
        seen('<nav><a href="/e">Offres d’emploi</a></nav>', "undetermined", pages={"/e": "<h1>Bienvenue</h1><p>Le texte.</p>"}),
        unseen("<h2>Offres d’emploi</h2><p>Pas d’offre. L’emploi du temps des agents est affiché en mairie.</p>"),
        seen('<a href="/a">Jobs étudiants</a>'),
        unseen('<a href="/a">Les anciennes carrières</a>'),
    ],
)
def job_offers(page: Page) -> Iterator[Observation]:
    for above in headed(page, JOINS):
        if len(above.text) < JOINING and HIRED.within(beneath(page, above)):
            yield Observation.at(page, above, Trust.LIKELY, proof="heading")
    for over in headed(page, OFFERS):
        words = beneath(page, over)
        if (NAMED.search(words) or UNTIL.search(words)) and not is_wanting(sentences(words)[0]):
            yield Observation.at(page, over, Trust.LIKELY, proof="post")
    sought = None if proceedings(page) else first(page, SEEKS, SEEKING) or first(page, WE, OURS)
    if sought:
        yield Observation.at(page, squeeze(sought[0]), Trust.LIKELY, proof="text", target=page.url, dated=newest(sought[0]))
    for one, _ in worded(page, is_post):
        yield Observation.at(page, one, Trust.LIKELY, proof="label", dated=newest(one.text))
    for title, _ in () if proceedings(page) else (*entitled(page, SOUGHT), *entitled(page, EITHER)):
        yield Observation.at(page, title, Trust.LIKELY, proof="post")
    text = page.main_text
    hires = _hires(page) if says_itself(page, OFTEN) else None
    if hires:
        told = text[hires.start() : hires.end() + 1500]
        if APPLY.search(told):
            yield Observation.at(
                page,
                around(text[hires.start() :], "recrute") or hires.group(),
                Trust.LIKELY,
                proof="text",
                target=page.url,
                dated=newest(told),
            )


def _hires(page: Page) -> re.Match[str] | None:
    """HIRES in the text: looked for around its core only, as a search at every letter is a tenth of what a page costs."""
    text = page.main_text
    near = (HIRES.search(text, max(0, start - REACH), _whole_word(text, end + REACH)) for start, end in places(page, CORE))
    return next(filter(None, near), None)


def _whole_word(text: str, at: int) -> int:
    """Where the word ends that stands there: cut in two, « recruteur » begins with a word that counts."""
    end = text.find(" ", at)
    return end if end >= 0 else len(text)
