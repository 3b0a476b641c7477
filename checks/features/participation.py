"""Participation : concertations, budget participatif, conseils de quartier."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, first
from checks.reading.sections import beneath
from checks.reading.spots import headed, outside
from checks.signs import heading, known, link, path, seen, unseen
from checks.text.lexicon import Phrases
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "répondez au questionnaire", "répondre au questionnaire", "remplissez le questionnaire", "qu'en pensez-vous",
    "concertation", "concertations", "budget participatif", "budgets participatifs", "conseil de quartier",
    "conseils de quartier", "conseils de quartiers", "comité de quartier", "comités de quartier", "comités consultatifs",
    "comité consultatif", "conseil citoyen", "conseils citoyens", "conseil des sages", "conseil de développement",
    "assemblée citoyenne", "démocratie participative", "démocratie locale", "démocratie de proximité",
    "participation citoyenne", "participation des habitants", "participation du public", "consultation citoyenne",
    "consultations citoyennes", "consultation publique", "consultation du public", "consultation des habitants",
    "réunion publique", "réunions publiques", "réunions de quartier", "ateliers citoyens", "atelier citoyen", "boîte à idées",
    "donnez votre avis", "=je participe", "votre avis nous intéresse", "votre avis compte", "référendum local",
    "plateforme participative", "plateforme de participation", "plateforme citoyenne", "jury citoyen", "sondage en ligne",
    "questionnaire en ligne", "enquête auprès des habitants", "registre numérique", "registre dématérialisé", "sondage",
    "questionnaire citoyen", "enquête citoyenne", "cahier de doléances", "café citoyen", "commissions extra-municipales",
    "commissions extramunicipales", "comité participatif", "commissions participatives", "participer à la vie",
    "plateforme de concertation", "idées citoyennes", "conseil consultatif", "comité de hameau", "référents de quartier",
    "référents de hameaux", "réunion d'échange", "comité de secteur", "conseil de secteur", "conseil de village",
    "conseil de hameau", "instances participatives", "instances de participation", "comités d'habitants",
    "assemblée des habitants", "assemblée de quartier", "ateliers participatifs", "ateliers de concertation", "appel à idées",
    "déposer une idée", "proposez vos idées", "déposez vos idées", "partagez vos idées", "co-construction",
    "conseil local de développement", "vie démocratique", "démocratie citoyenne", "dialogue citoyen", "engagement citoyen",
    "initiatives citoyennes", "convention citoyenne", "comité citoyen", "commission citoyenne", "consultation en ligne",
    "enquête en ligne", "référents de village", "réunions citoyennes", "panel citoyen", "assemblée publique de consultation",
    "commission consultative", "=participation", "=citoyenneté active", "citoyenneté et participation",
    "vie citoyenne et participation", "participation et citoyenneté", "participation à la vie locale", "votez pour vos projets",
    "votez pour les projets", "votez pour votre projet", "projets participatifs", "démarche participative",
    "démarches participatives", "questionnaire aux habitants", "groupe de travail citoyen", "groupes de travail citoyens",
    "=mes idées pour la ville", "commissions ouvertes", "comités ouverts", "boîte à suggestions", "cahier de suggestions",
    "registre de suggestions", "cahier des habitants", "=vos idées", "=vos suggestions", "=vos propositions",
    "rejoignez une commission", "rejoindre une commission", "café des habitants", "ateliers des habitants",
    "commissions citoyennes", "commission ouverte", "comités de pilotage citoyens", "conseil des habitants",
    "paroles d'habitants", "ateliers villageois", "réunions de hameaux", "réunion de hameau", "=consultations citoyennes",
)  # fmt: skip
MENU = ("=participer", "=participez")
"""What menus call it; a button that says so is for whatever stands beside it."""
INQUIRIES = ("enquête publique", "enquêtes publiques")
NOT_IT = (
    "gendarmerie", "voisins", "vigilants", "police", "cambriolages", "sécurité", "délinquance", "participation aux frais",
    "assainissement", "médicale", "médecin", "dentaire", "infirmière", "association comité de quartier", "loto", "vide-grenier",
    "bientôt", "prochainement", "département", "région", "départemental", "archéologique", "géotechnique", "géologique",
)  # fmt: skip

OWN_HOST = re.compile(
    r"^(?:je-?participe|participer|participez|participons|participation|agora|d[eé]bats?|concertations?|idees)\."
)
"""The host of a platform of one's own."""

INQUIRY = Around("enquête publique")
INQUIRED = re.compile(r"enquête publique\b[^.!?]{0,80}\b(?:du|jusqu['’]au)\s[0-9]{1,2}\b[^.!?]{0,60}", re.I)
GATHERED = Around(
    "vous votez", "tirés au sort", "citoyenne", "municipale", "référent", "questionnaire", "de quartier", "pour vos idées",
    "déposent un projet", "déposent leur projet", "donnez votre avis", "dites-nous", "d'habitants", "d’habitants", "des habitants",
    "réunion publique", "réunions publiques", "remarques", "suggestions", "doléances", "vos idées", "groupe de travail",
    "groupes de travail", "commission", "consultatif", "sondage", "glissez", "débattent", "pensez-vous", "rencontre",
)  # fmt: skip
GATHERS = re.compile(
    r"\b(?:comité|conseil|assemblée|réunion)s? de quartiers?\b[^.!?]{0,60}\b(?:se réuni\w+|débatt\w+|sont ouvert\w+|prochaine?s?)"
    r"|\bvous proposez\b[^.!?]{0,30}\bvous votez\b|\bpour vos idées\b|\b(?:déposent|proposent) (?:un|leur)s? projets?\b[^.!?]{0,60}\bvot\w+"
    r"|\b(?:habitants|volontaires|citoyens) (?:\w+ )?tirés au sort\b|\bquestionnaire\b(?! (?:médical|de santé))[^.!?]{0,60}\bà (?:remplir|compléter)\b[^.!?]{0,40}\b(?:en ligne|jusqu)"
    r"|\b(?:commissions? (?:citoyenne|extra-?municipale)s?|référente?s? d(?:e|u) (?:\w+ )?(?:hameau|quartier|village)x?s?|comités? consultatifs?)\b[^.!?]{0,60}"
    r"\b(?:se réuni\w+|ouverte?s?|f(?:ait|ont) (?:le lien|remonter)|relaie\w*|à votre écoute|associent|rassemblent|consultée?s?|associée?s?)\b"
    r"|\bhabitants?\b[^.!?]{0,50}\b(?:rejoindre|intégrer|participer aux?|ouverte?s?)\b[^.!?]{0,40}\b(?:commissions?|comités? (?:consultatifs?|de)|groupes? de travail)\b"
    r"|\b(?:commissions?|comités? consultatifs?|groupes? de travail)\b[^.!?]{0,40}\bouverte?s? (?:aux habitants|à tous|aux citoyens|à la population)\b"
    r"|\b(?:cahier|registre|boîte)\b(?=[^!?]{0,120}\b(?:mairie|accueil|disposition|glisse[rz]|note[rz]|dépose[rz]|inscri\w+)\b)[^.!?]{0,90}\b(?:remarques|suggestions|doléances|idées)\b"
    r"|\b(?:déposez|proposez|partagez|envoyez(?:-nous)?) vos idées\b(?! (?:d['’]|de ))"
    r"|\bcomités? d['’]habitants\b|\bprojets? d(?:es |['’])habitants\b[^.!?]{0,80}\b(?:propos|vot|dépos|chois)\w+"
    r"|\brépond(?:re|ez) (?:au|à notre) (?:questionnaire|sondage)\b(?! (?:médical|de santé|du j|du concours))[^.!?]{0,60}"
    r"|\bidées?\b[^.!]{0,60}\bglisse[rz]\b[^.!?]{0,60}|\bhabitants débattent\b"
    r"|\bque pensez-vous d(?:e|u|es)\b[^!]{0,80}\b(?:dites|répond|avis)\w*"
    r"|\b(?:maire|élus) (?:rencontre|vient|viennent)\b[^.!?]{0,40}\bhabitants\b[^.!?]{0,30}\bchaque\b"
    r"|\bréunions? publiques?\b(?! (?:du candidat|de l['’]association|du comité))[^.!?]{0,80}\b(?:aur(?:a|ont) lieu|se tiendr(?:a|ont)|est organisée|sont organisées)\b[^.!?]{0,60}"
    r"|\bdites-nous ce que vous (?:voulez|pensez|souhaitez|imaginez|en pensez)[^.!?]{0,60}"
    r"|\bdonnez votre avis sur (?:le|la|les|l['’]|ce|un)\s?(?:\w+\s){0,2}?(?:projet|aménagement|réaménagement|avenir|futur\w*|plan|PLU\w*)\b",
    re.I,
)
"""Bodies of inhabitants that meet, projects of theirs on which one votes."""

CITIZENS, SUBJECT = Phrases("participation citoyenne"), Phrases(*(name.removeprefix("=") for name in NAMES))
REFUSED = Phrases(*NOT_IT)
WATCH = Phrases("gendarmerie", "gendarmes", "police", "cambriolages", "référents sécurité", "voisins vigilants", "délinquance")


SURVEYS = Phrases("sondage", "questionnaire", "enquête", "consultation")
ASKED = re.compile(
    r"\b(?:sondage|questionnaire|enquête|consultation)\b[^.!?]{0,30}\b(?:du département|de la région|de l['’](?:insee|état|agence régionale))\b",
    re.I,
)


def _is_of_others(title: str, words: str) -> bool:
    """What the gendarmerie calls so, and what another body asks, is no way to take part."""
    return (CITIZENS.within(title) and WATCH.within(words)) or (SURVEYS.within(title) and ASKED.search(words) is not None)


def look(page: Page) -> Iterator[Observation]:
    named = headed(page, SUBJECT)
    if named and all(_is_of_others(above.text, beneath(page, above)) for above in named):
        yield denies(page, named[0])
    if not proceedings(page) and (said := first(page, GATHERS, GATHERED)) and not REFUSED.within(said[0]):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    if not proceedings(page) and (said := first(page, INQUIRED, INQUIRY)):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", whole=False, target=page.url)
    for one in outside(page):
        if OWN_HOST.match(one.host):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")


participation = Check(
    "participation",
    title="Concertation et participation",
    by_name=False,
    counts="Concertation, budget participatif, conseil de quartier ou plateforme ; le dispositif « participation citoyenne » de la gendarmerie n'en est pas. Un avis d'enquête publique seul est partiel.",
    signs=[
        link(*NAMES, unless=NOT_IT),
        link(*MENU, regions=("nav", "header")),
        link(*INQUIRIES, whole=False),
        heading(*NAMES, unless=NOT_IT),
        heading(*INQUIRIES, whole=False),
        path(
            *("concertation", "budget participatif", "conseils de quartier", "participation citoyenne", "enquête publique"),
            unless=NOT_IT,
        ),
        known(),
    ],
    look=look,
    examples=[
        seen("<h1>La cagnotte</h1><p>Vous proposez, vous votez, la ville réalise.</p>"),
        unseen('<h2>Votre avis nous intéresse</h2><p><a href="#">Répondre au sondage</a> (bientôt)</p>'),
        seen("<h1>La place</h1><p>Dites-nous ce que vous imaginez à la place du parking.</p>"),
        unseen("<h1>Infos</h1><h2>Questionnaire</h2><p>Le questionnaire de la Région sur les trains est ouvert.</p>"),
        seen("<p>Le référent de chaque hameau fait remonter les demandes.</p>"),
        seen("<p>Répondez à notre sondage avant le 5 mai.</p>"),
        seen("<p>Une envie, une idée ? Glissez-la dans l’urne de l’accueil.</p>"),
        seen("<p>Les groupes de travail sont ouverts aux habitants : chemins, fêtes, école.</p>"),
        seen("<p>Un registre vous attend en mairie pour vos suggestions.</p>"),
        unseen("<p>Le cahier de textes est à l’accueil du collège.</p>"),
        unseen("<p>Les habitants ont pu participer aux vendanges.</p>"),
        unseen('<a href="https://jedonnemonavis.example/">Donner mon avis sur cette page</a>'),
        seen('<a href="/q.pdf">Répondez au questionnaire</a>'),
        unseen("<h1>Sécurité</h1><h2>Participation citoyenne</h2><p>La commune a signé avec la gendarmerie un protocole.</p>"),
        seen("<h1>Prendre part</h1><p>Cinq comités de quartier se réunissent trois fois l’an.</p>"),
        seen("<p>Enquête publique : la télécabine, du 7 décembre 2026 au 8 janvier 2027, registre en mairie.</p>", "partial"),
        unseen("<p>Le loto du comité de quartier aura lieu samedi.</p>"),
        unseen('<a href="/n">Le budget participatif du département</a>'),
        seen('<a href="/p">Je participe</a>'),
        seen('<nav><a href="/p">Participer</a></nav>'),
        unseen('<h2>Course des rives</h2><a href="/p">Participer</a>'),
        seen("<p>Donnez votre avis sur le projet d’aménagement de la place.</p>"),
        unseen("<p>Donnez votre avis sur le restaurant.</p>"),
        seen("<h2>Prenez part</h2><p>Trois comités d’habitants suivent les projets.</p>"),
        seen("<p>30 000 € pour les projets des habitants : proposez le vôtre.</p>"),
        seen("<p>Une réunion publique aura lieu le 3 décembre à 19 h.</p>"),
        seen("<p>Un questionnaire sur le bourg est à remplir en ligne.</p>"),
        seen("<p>Les référents de hameau font le lien avec la mairie.</p>"),
        unseen("<p>Le questionnaire médical est à remplir en ligne.</p>"),
        unseen("<p>Le questionnaire de la course est à rendre au club.</p>"),
        unseen("<p>La parole des habitants : ils ont aimé le concert.</p>"),
        seen('<a href="/bp">Budget participatif 2026</a>'),
        seen("<h2>Les conseils de quartier</h2><p>Six conseils se réunissent chaque trimestre.</p>"),
        seen('<p>Déposez votre avis sur <a href="https://www.registre-dematerialise.fr/6058">le registre</a>.</p>'),
        seen('<p>Vos idées : <a href="https://jeparticipe.exemple-ville.fr/">c’est ici</a></p>'),
        seen('<a href="/ep">Avis d’enquête publique : révision du PLU</a>', "partial"),
        unseen('<a href="/gendarmerie">Participation citoyenne : les voisins vigilants et la gendarmerie</a>'),
        unseen('<a href="/sante">Consultation médicale</a>'),
        unseen("<p>Une réunion est prévue avec les riverains.</p>"),
        unseen('<a href="#">Concertation</a>'),
        seen('<a href="/a">Comités de secteur</a>'),
        seen('<a href="/a">Déposez vos idées</a>'),
        seen('<a href="/a">Atelier participatif</a>'),
        unseen('<a href="/a">Sondage archéologique place Haute</a>'),
        unseen('<a href="/a">Vos idées de sorties</a>'),
    ],
)
