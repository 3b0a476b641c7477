"""Ordre du jour : les dates et l'ordre du jour des prochains conseils municipaux."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from checks.check import check
from checks.communes.nature import is_home
from checks.finding import recent
from checks.observation import Observation, Trust
from checks.reading.about import about, lines, sentences
from checks.reading.passages import Around, first, near, passages
from checks.reading.sections import beneath
from checks.reading.spots import headed, labelled, says_itself
from checks.reading.unkept import PARTS
from checks.reading.unkept import following as following_of
from checks.signs import heading, link, path, seen, unseen
from checks.text.dates import coming, newest
from checks.text.lexicon import Phrases, Prose
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page

NAMES = (
    "ordre du jour du conseil", "ordres du jour des conseils", "ordre du jour du prochain conseil",
    "conseil municipal ordre du jour", "=ordre du jour", "=ordres du jour", "prochain conseil municipal", "prochains conseils",
    "prochains conseils municipaux", "prochain conseil", "prochaine séance du conseil", "prochaines séances du conseil",
    "dates des conseils", "dates des conseils municipaux", "dates du conseil municipal", "dates des séances",
    "calendrier des conseils", "calendrier des conseils municipaux", "calendrier du conseil municipal",
    "calendrier des séances", "agenda du conseil municipal", "agenda des conseils", "convocation du conseil municipal",
    "convocation au conseil municipal", "convocations du conseil municipal", "=convocations", "convocations au conseil",
    "convocation à la séance", "avis de convocation", "convocation des élus", "séances du conseil à venir",
    "prochaine assemblée municipale", "quand se réunit le conseil",
)  # fmt: skip
NOT_IT = (
    *("jeunes", "enfants", "assemblée générale", "communautaire", "association", "école", "compte rendu", "procès-verbal"),
    *("événement", "événements", "évènements", "manifestations"),
    *("conseil d'administration", "conseil syndical", "conseil de vie", "conseil de quartier"),
)
ELSEWHERE = Phrases(
    *NOT_IT[:6],
    *("quartier", "administration", "syndical", "syndicat", "citoyen", "sages", "ccas", "cinéma", "film", "yoga"),
)
WRONG = Phrases(*NOT_IT)
COUNCIL = Phrases(
    *("conseil municipal", "conseils municipaux", "conseil communal", "séance du conseil", "vie du conseil"),
    *("assemblée municipale", "assemblée communale"),
    *("réunion du conseil", "réunions du conseil", "réunion de conseil"),
)
SITTINGS = Phrases(
    "délibèrent", "délibérer", "séances et décisions", "séances et délibérations", "procès-verbaux", "comptes rendus",
    "délibérations",
)  # fmt: skip
"""What pages are called on which a coming session is the council's."""
BOTH = ("ordre du jour et compte rendu", "ordre du jour et procès-verbal", "convocation et compte rendu", "ordre du jour et pv")
"""Rubrics of what comes and of what was."""
MINUTED = Phrases("pv", "procès-verbal", "compte rendu")
"""What a page hands out on which a coming session is the council's."""
SITTING, SITS = Prose("conseil municipal", "conseil communal", "séance du conseil", "réunion du conseil"), Around("conseil")
BARE, MEMBERS = Phrases("conseil"), Prose("conseillers", "adjoint", "adjointe", "1er adjoint", "séances", "délibérations")
"""« Le conseil au complet », of who sits in it; advice has neither members nor sessions."""
SECTION = 1500
"""Characters under a heading that names the council in which it is told when it meets."""
MEET = re.compile(
    r"\b(?:se (?:retrouve|réuni)\w*|réunions?|séances?|conseils?|rendez-vous|siège\w*|prochaine?|publique?|délibér\w*)\b", re.I
)
ALONE_SO = re.compile(r"(?:le|notre) conseil\W*", re.I)
SEATED, SEATS = Phrases("salle du conseil", "séance publique"), Prose("conseillers", "adjoint", "adjointe", "1er adjoint")
"""What says, on a page that names those who sit, that a session is the council's."""
SESSIONS, MEETING = (
    Phrases("séances", "réunions"),
    Prose("conseil délibère", "conseil se réunit", "conseil siège", "conseil se retrouve"),
)
"""« Les séances » of a council that meets."""
AHEAD = Phrases("ordre du jour", "à venir", "prochain", "prochaine", "convocation", "convoqué", "se réunira", "aura lieu")
COMING = Prose(
    *(
        f"{coming} {what}"
        for coming in ("prochain", "prochaine", "prochains", "prochaines")
        for what in ("réunion", "séance", "conseil", "réunions", "séances", "conseils")
    ),
    *(
        f"conseil {of} {does}"
        for of in ("municipal", "communal")
        for does in ("se réunira", "aura lieu", "se tiendra", "est convoqué", "siégera")
    ),
    *("prochaine fois", "conseil se réunira", "conseil siégera", "ordre du jour du"),
    *("réunira en conseil", "réuniront en conseil", "au menu du conseil"),
    *(f"conseils municipaux {do}" for do in ("se réuniront", "auront lieu", "se tiendront")),
)
SAID = re.compile(
    r"(?:prochaine?s?\s+(?:réunion|séance|conseil|fois)s?[^.]{0,40}|conseils?(?: municipa(?:l|ux)| communal)?\s+(?:se (?:réuni|tiend)r(?:a|ont)|aur(?:a|ont) lieu|siégera|est convoqué)[^.]{0,20}|se réuni(?:ra|ront) en conseil|au menu du conseil)[^.]{0,80}|ordre du jour du [^.:]{0,12}\d[^.:,]{0,20}",
    re.I,
)

NEXT_ONE = Around("prochain")
BEFORE = re.compile(
    r"[0-9]{1,2}(?:er)?\s(?:jan|fév|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\w*\s20\d\d[^.!?]{0,30}\bprochaine?s?\s(?:conseil|séance du conseil)\b[^.!?]{0,30}",
    re.I,
)
"""The day told first: « le 10 décembre 2026 à 20 h pour le prochain conseil »."""
OURS = re.compile(r"se réuni(?:ra|ront) en conseil\b|conseil (?:se réunira|siégera)\b|au menu du conseil (?:du|de ce)", re.I)
HALL = Phrases("mairie", "commune", "conseil", "municipal", "municipale", "village", "actualités", "agenda", "élus")
"""Whose council « le conseil » is, when nothing else is said."""
ALONE = re.compile(r"prochain conseil\s?(?::|le\b|aura|se tiendra|est prévu)", re.I)
"""« Le prochain conseil : samedi … »: of the council, when nothing else is named."""
MOST = 20
"""Sentences on coming sessions read on one page."""
MEETS = Around("conseil se réunit", "conseil municipal se réunit", "conseil communal se réunit")
AT = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s[0-9]{1,2}(?:er)?\s[a-zûé]+\s20[0-9]{2}\s(?:à|dès)\s[0-9]{1,2}\s?h", re.I
)
"""A day of the week with its hour, said after how often the council meets."""
APART = Phrases("vœux", "cérémonie", "fête", "loto", "concert", "repas", "marché", "réunion publique", "bourse", "commission")
ROW = 150
"""Characters of a line that gives a coming session: its day and its hour, on the council's page."""
NAMED_DAY = re.compile(r"\bconseils? (?:municipal|communal) (?:du|le) (?:\w+di )?[0-9]{1,2}(?:er)? [a-zûé]+ 20[0-9]{2}\b", re.I)
"""« Conseil municipal du 10 décembre 2026 »: it needs no hour when that day is to come."""
HOUR = re.compile(r"[0-9]{1,2}\s?[hH](?![a-zà-ÿ]{2})|[0-9]{1,2} heures")
ORDER = Phrases("ordre du jour")
"""What stands under the day and the hour of a session: minutes tell no hour in their heading."""
CALENDAR = Phrases("agenda", "calendrier", "événements", "manifestations")
"""On such a page a session of the council is announced, with its day and its hour."""
NEXT = 120
"""Characters after a heading in which its day is told."""


def _is_ahead(page: Page, today: date) -> bool:
    """Whether a day to come and an hour stand beside the council somewhere: lines are only read then."""
    said = (text for text in passages(page, SITS, reach=ROW) if HOUR.search(text) or NAMED_DAY.search(text))
    return any(day >= today for text in said if (day := newest(text)))


@check(
    "council_agenda",
    "Ordre du jour du conseil",
    judge=recent(180),
    signs=[
        link(*NAMES, unless=NOT_IT),
        link(*BOTH, unless=NOT_IT[:6]),
        heading(*NAMES, unless=NOT_IT),
        path("ordre du jour", "prochains conseils", unless=NOT_IT),
    ],
    counts="Les dates ou l'ordre du jour des prochaines séances ; ceux d'une séance de plus de six mois sont partiels.",
    examples=[
        seen(
            "<h1>Séances du conseil</h1><p><b>À venir :</b> lundi 14 décembre 2026 à 20 h. À l’ordre du jour : prix de l’eau, bail du presbytère,"
            " coupe de bois, tarifs du cimetière, éclairage du hameau du Haut, questions diverses.</p>"
        ),
        seen("<h1>Mairie</h1><p>Le conseil se réunira le vendredi 11 décembre 2026 à 20 h.</p>"),
        seen("<h1>Au conseil</h1><p>À l’ordre du jour du 4 décembre 2026 : l’eau, le chemin.</p>"),
        unseen("<h1>La paroisse</h1><p>Le conseil se réunira le vendredi 11 décembre 2026 à 18 h au presbytère.</p>", url="/p"),
        unseen("<h1>Le conseil d’école</h1><p>Le conseil se réunira le vendredi 11 décembre 2026 à 20 h.</p>"),
        seen("<h1>Rives</h1><h2>Le conseil</h2><p>On se retrouve le 11 décembre à 20 h 30, à la mairie.</p>"),
        seen("<h1>Rives</h1><h2>Conseil municipal</h2><p>Prochaine réunion : vendredi 11 décembre à 20 h.</p>"),
        unseen("<h1>Rives</h1><h2>Le conseil</h2><p>Permanence du maire le 11 décembre à 20 h.</p>"),
        unseen("<h1>Rives</h1><h2>Conseil municipal</h2><p>Prochaine réunion : lundi 11 décembre à 20 h.</p>"),
        unseen("<h1>Rives</h1><h2>Conseil municipal</h2><p>On s’est vu le 11 septembre à 20 h. Vœux le 10 janvier à 11 h.</p>"),
        seen("<h1>Les séances</h1><p>Le conseil siège huit fois l’an. Prochaine séance : jeudi 12 novembre 2026.</p>"),
        unseen("<h1>Les séances</h1><p>Prochaine séance : jeudi 12 novembre 2026, film et débat.</p>"),
        seen("<h1>Les séances du conseil</h1><p>La prochaine fois, ce sera le jeudi 12 novembre 2026, à 19 heures.</p>"),
        seen("<h2>Conseil municipal du mardi 8 décembre 2026 à 20h30</h2><p>ORDRE DU JOUR</p><p>1. Budget</p>"),
        unseen("<h2>Conseil municipal du 8 septembre 2026</h2><p>Ordre du jour : budget. Le conseil vote le budget.</p>"),
        unseen("<h2>Prochain conseil municipal</h2><p>La date et l’ordre du jour seront publiés ici.</p>"),
        unseen("<h1>Comptes rendus</h1><p><b>Ordre du jour</b> : tarif de l’eau.</p>"),
        seen("<p>Rendez-vous le jeudi 10 décembre 2026 à 20 h pour le prochain conseil, ouvert à tous.</p>"),
        seen("<p>Le conseil se réunit toutes les six semaines. On remet ça le mardi 15 décembre 2026 à 20 h.</p>"),
        seen(
            "<h1>L’assemblée municipale</h1><table><tr><td>Mercredi 16 décembre 2026, 19h</td><td>les affaires inscrites</td></tr></table>"
        ),
        unseen("<h1>L’assemblée municipale</h1><p>Vœux : 16 janvier 2027 à 19h.</p>"),
        seen("<h2>Dix élus</h2><p>Le prochain conseil : samedi 12 décembre 2026 à 10h30, après le bateau.</p>"),
        seen(
            "<h1>Le conseil au complet</h1><p>Mme Roy, adjointe. La prochaine se tiendra le jeudi 17 décembre 2026 à 19 h 30.</p>"
        ),
        unseen("<h1>Conseils de jardin</h1><p>Le prochain atelier : jeudi 17 décembre 2026 à 19 h 30.</p>"),
        seen(
            "<h2>Quatre dates</h2><ul><li>04/12/2026 : conseil municipal, 20h30, salle Haute</li><li>05/12/2026 : Téléthon</li></ul>"
        ),
        unseen("<ul><li>04/12/2026 : conseil municipal des jeunes, 18h30</li></ul>"),
        seen(
            '<h1>Décisions</h1><a href="/a.pdf">PV du 28 octobre 2026</a> <a href="/b.pdf">PV du 9 septembre 2026</a><p>À suivre mercredi 16 décembre 2026, 18h.</p>'
        ),
        unseen("<p>Rendez-vous le jeudi 10 décembre 2026 à 20 h pour le prochain conseil d’école.</p>"),
        seen("<h1>Agenda</h1><div><h3>Séance du conseil municipal</h3><p>15 décembre 2026</p><p>19h00</p></div>"),
        unseen("<h1>Agenda</h1><h3>Conseil municipal des jeunes</h3><p>15 décembre 2026, 19h00</p>"),
        seen("<p>La prochaine réunion du conseil aura lieu le vendredi 11 décembre 2026 à 20 h 30.</p>"),
        unseen("<h1>Conseil municipal</h1><h4>Évènements à venir</h4><div>6 décembre 2026 : bourse aux jouets</div>"),
        unseen("<p>La prochaine réunion du conseil de quartier aura lieu le 11 décembre 2026.</p>"),
        seen("<h1>Vie du conseil</h1><h2>À venir</h2><p>Mardi 15 décembre 2026, 17 h 30.</p>"),
        seen('<a href="/odj.pdf">Ordre du jour du conseil municipal du 12 novembre 2026</a>'),
        seen("<h2>Prochain conseil municipal</h2><p>Le jeudi 10 décembre 2026 à 20 h.</p>"),
        seen("<p>La prochaine séance du conseil municipal aura lieu le 4 décembre 2026.</p>"),
        seen("<h1>Conseil municipal</h1><h2>Prochaine séance</h2><p>Jeudi 17 décembre 2026 à 20 h.</p>"),
        seen('<a href="/odj.pdf">Ordre du jour du conseil municipal du 12 mars 2019</a>', "partial"),
        unseen("<h2>Assemblée générale du club</h2><p>Ordre du jour : renouvellement du bureau.</p>"),
        unseen('<a href="/cmj">Prochain conseil municipal des jeunes</a>'),
        unseen('<a href="#">Ordre du jour</a>'),
        seen('<a href="/a">Ordres du jour et comptes rendus</a>'),
        seen("<h1>Séances et décisions</h1><h2>Prochaine séance</h2><p>Mardi 15 décembre 2026 à 19 h</p>"),
        seen("<h1>Comptes-rendus</h1><p>La prochaine réunion du conseil aura lieu le jeudi 10 décembre 2026 à 20 h.</p>"),
        seen(
            "<h1>Vos représentants</h1><p>Mme Roy, adjointe</p><p>Prochaine séance : mardi 15 décembre 2026 à 19 h, salle du Conseil</p>"
        ),
        unseen("<h1>Astronomie</h1><p>Prochaine séance publique : mardi 15 décembre 2026 à 19 h, au planétarium.</p>"),
        unseen("<h1>Le quartier</h1><p>La prochaine réunion du conseil de quartier aura lieu le 10 décembre 2026.</p>"),
        seen('<a href="/a">Convocations</a>'),
        seen(
            "<h2>Automne</h2><ul><li>Conseil municipal du 5 octobre 2026</li><li>Conseil municipal du 10 décembre 2026</li></ul>"
        ),
        unseen("<ul><li>Conseil municipal du 5 octobre 2026</li></ul>"),
        seen("<p>Les élus se réuniront en conseil le 10 décembre 2026 à 19 h.</p>"),
        seen("<p>On se retrouve en mairie le 10 décembre 2026 à 20 h pour la séance du conseil.</p>"),
        unseen("<p>La séance du conseil d’école aura lieu le 10 décembre 2026 à 18 h.</p>"),
        seen("<p>Au menu du conseil du 10 décembre 2026 : les tarifs.</p>"),
        unseen("<p>Les parents élus se réuniront le 10 décembre 2026.</p>"),
        seen("<p>Le conseil municipal se tiendra le 10 décembre 2026 à 20 h.</p>"),
        seen("<p>Les conseils municipaux auront lieu les 10 décembre 2026 et 28 janvier 2027.</p>"),
        unseen('<a href="/a">Avis de convocation à l’assemblée générale</a>'),
        unseen("<h1>Ciné-club</h1><h2>Prochaine séance</h2><p>Mardi 15 décembre 2026</p>"),
    ],
)
def council_agenda(page: Page) -> Iterator[Observation]:
    for above in headed(page, COUNCIL, unless=ELSEWHERE):
        if HOUR.search(above.text) and ORDER.within(following(above)) and (day := newest(above.text)):
            yield Observation.at(page, above, Trust.LIKELY, proof="heading", dated=day)
    if about(page, CALENDAR):
        for above in headed(page, COUNCIL, unless=ELSEWHERE):
            words = beneath(page, above)[:NEXT]
            if HOUR.search(words) and (day := newest(words)):
                yield Observation.at(page, above, Trust.LIKELY, proof="heading", dated=day)
    here = about(page, COUNCIL, unless=WRONG) or about(page, SITTINGS, unless=ELSEWHERE)
    here = here or (says_itself(page, MEMBERS) and about(page, BARE, unless=ELSEWHERE) and not WRONG.within(page.headline))
    here = here or (says_itself(page, MEETING) and about(page, SESSIONS, unless=ELSEWHERE) and not WRONG.within(page.headline))
    minutes = [one for one in labelled(page, MINUTED, unless=ELSEWHERE) if one.region in ("", "main") and newest(one.text)]
    here = here or len(minutes) > 1
    today = page.fetched_at.date()
    for above in (*headed(page, COUNCIL, unless=ELSEWHERE), *entitled_alone(page)):
        under = " ".join(node.text(separator=" ") for node in islice(following_of(above, PARTS, beyond=False), MOST))
        for words in sentences(squeeze(under)[:SECTION]):
            day = (newest(words) or coming(words, today)) if HOUR.search(words) and MEET.search(words) else None
            if day and day >= today and not (ELSEWHERE.within(words) or APART.within(words)):
                yield Observation.at(page, words, Trust.LIKELY, proof="text", dated=day)
    ahead = [h for h in headed(page, AHEAD, unless=WRONG) if h.level <= 4]
    spots: list[Heading | Link] = [*ahead, *labelled(page, AHEAD, unless=WRONG)]
    for spot in spots:
        words = spot.text
        if (here or COUNCIL.within(words)) and not ELSEWHERE.within(words):
            day = newest(words) or (newest(following(spot)) if isinstance(spot, Heading) else None)
            if day:
                yield Observation.at(
                    page, spot, Trust.LIKELY, proof="heading" if isinstance(spot, Heading) else "label", dated=day
                )
    meeting = near(page, MEETS, 0, 250)
    if meeting and (at := AT.search(meeting)) and not (ELSEWHERE.within(meeting) or WRONG.within(meeting)):
        yield Observation.at(page, at[0], Trust.LIKELY, proof="text", dated=newest(at[0]))
    if (here and not WRONG.within(page.headline)) or (says_itself(page, SITTING) and _is_ahead(page, today)):
        for node, words in lines(page):
            room = SECTION if ORDER.within(words) else ROW
            day = newest(words) if len(words) <= room and (HOUR.search(words) or NAMED_DAY.search(words)) else None
            if day and day >= today and (here or SITTING.within(words)) and not (ELSEWHERE.within(words) or APART.within(words)):
                yield Observation.at(page, node, Trust.LIKELY, proof="text", dated=day)
                break
    if not says_itself(page, COMING):
        return
    if told := first(page, BEFORE, NEXT_ONE):
        day = None if WRONG.within(told[0]) else newest(told[0])
        if day:
            yield Observation.at(page, told[0], Trust.LIKELY, proof="text", dated=day)
    at_home = is_home(page) or about(page, HALL)
    for said in islice(SAID.finditer(page.main_text), MOST):
        words = said.group()
        council = here or COUNCIL.within(words) or about(page, BARE, unless=ELSEWHERE)
        ours = (
            council
            or ALONE.match(words)
            or (OURS.match(words) and at_home)
            or (SEATED.within(words) and says_itself(page, SEATS))
        )
        other = any(one.within(said) for one in (WRONG, ELSEWHERE) for said in (page.headline, words))
        day = (newest(words) or coming(words, today)) if ours and not other else None
        if day:
            yield Observation.at(page, words, Trust.LIKELY, proof="text", dated=day)


def entitled_alone(page: Page) -> list[Heading]:
    """« Le conseil » over what is told of it."""
    return [above for above in headed(page, BARE) if ALONE_SO.fullmatch(above.text)]


def following(above: Heading) -> str:
    """The words of the element after a heading: where its day is told."""
    follower = above.node.next
    while follower is not None and not follower.is_element_node:
        follower = follower.next
    return follower.text(separator=" ")[:NEXT] if follower else ""
