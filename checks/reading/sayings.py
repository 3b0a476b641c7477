"""Sayings: sentences in which a service is named and something is said that only its being there explains. Pure.

Villages tell their services in sentences rather than under titles: « Un minibus vous emmène au marché le mercredi ». The name alone proves
nothing; what is said of it beside, in the same sentence, does: when, how, at what price, to whom.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from re import Pattern

from selectolax.lexbor import LexborNode

from checks.reading.about import LONGEST, PARAGRAPH, SENTENCES, blocks, in_rows, powers, proceedings
from checks.reading.accounts import tells_a_day, tells_an_event
from checks.reading.passages import Around, passages
from checks.reading.planned import LATER
from checks.reading.spots import own_said
from checks.reading.stories import is_issue
from checks.text.folding import fold, place
from checks.text.lexicon import Phrases, Prose
from checks.text.telephone import NUMBER
from crawler.markup import heading_above, squeeze
from crawler.page import Page, derived

HIRE = Phrases(
    "location de salle", "location des salles", "louer la salle", "louer une salle", "salle des fêtes", "salle polyvalente",
    "gîte",
)  # fmt: skip
"""On such a page headings and sentences tell what one hires."""
REACH = 200
"""Characters between the words of a sentence."""
_OWN_WORDS = 25
"""Characters besides its links from which a block says something."""
_WORDS = re.compile(r"[\w-]+")
_PERIODS = re.compile(SENTENCES.replace(";", ""))
_TITLES = ("h2", "h3", "h4")
_DAY = r"(?:lun|mar|mercre|jeu|vendre|same)di"
_WHEN = (
    rf"\b\d{{1,2}}\s?h\b|\b(?:le|les|chaque|tous les|un|une?|du|au|premiers?|1er|deuxièmes?|2e|troisièmes?|3e|derniers?)\s(?:{_DAY}|dimanche)s?\b(?!\s(?:\d|1er))"
    rf"|\b{_DAY}s\b|\b{_DAY} (?:matin|après-midi|soir|et)\b|\btous les jours\b|\btoute l['’]année\b|\bpendant les vacances\b"
    r"|\b(?:fois|jours?|heures?|soirs?|matins?|après-midis?|matinées?) (?:par|l['’]) ?(?:an|mois|semaine|jour)\b|\bchaque (?:semaine|mois|jour|année|été|période)\b|\bsemaines (?:im)?paires\b"
)
_HOW = (
    rf"{NUMBER}|\b(?:télécharg|consultable|s['’]adresse|adressez|s['’]inscri|inscrivez|réserv|renseignement|gratuit|tarif|payant|contacte[zr]|appele[zr])"
    r"|\ben ligne\b|\b(?:dossier|formulaire)\b|\bà (?:retirer|demander|rendre|louer|emprunter|déposer)\b|\d\s?€"
    r"|\b(?:en|à la|votre|dans la) mairie\b|\b(?:de|par) courriel\b|\binvitée?s à\b"
)
_THERE = (
    r"\b(?:commune|ville|mairie|village|municipalité|bourg|nous) (?:\w+ )?(?:compte|dispose|possède|propose|offre|met|tient|avons|a mis en place)\b"
    r"|\bvous (?:accueille|reçoi|aide|accompagne|propose|emmène|attend)\w*|\bil y a\b|\b(?:accueille|propose|reçoive|ouvre|fonctionne)(?:nt)?\b"
    r"|\bcompte \w+ \w|\bs['’]effectue|\bse (?:fait|font|réunit|réunissent|déroule)\b|\b(?:a|ont) lieu\b|\bmet(?:tent)? à (?:la |votre )?disposition\b"
    r"|\b(?:est|sont) (?:à (?:votre |la )?disposition|situé|ouvert|installé|accessible|proposé|assuré|organisé|fixé|équipé|desservi|en (?:accès )?libre"
    r"|gérée? par|tenue? par|délivré|enregistré|collecté|déclaré|utilisée? par)|\b(?:s['’]arrête|dessert|relie|circule|longe)\w*\b"
)
WHEN = re.compile(_WHEN, re.I)
"""Days or hours that come again."""
GIVEN = re.compile(f"{_WHEN}|{_HOW}|{_THERE}", re.I)
"""When it is there, how one gets it, or that the town has it."""
ONLINE = re.compile(
    r"\b(?:en ligne|sur internet|par internet|dématérialisée?s?|voie électronique|sans (?:vous déplacer|passer en mairie|bouger))\b",
    re.I,
)


def given(more: str) -> Pattern[str]:
    """The same, or what is said of this one only."""
    return re.compile(f"{GIVEN.pattern}|{more}", re.I)


_PASSING = re.compile(
    r"\b(?:vot[ée](?!r (?:en|aux?|le \d|dans|à|il|vous)\b|r\W{0,2},)|approuv|adopt|délib[ée]r|décid|désign|attribu|(?<!vos )(?<!votre )(?<!leurs )(?<!porteurs de )(?<!porteur de )projet|à l['’](?:étude|impression)|étudi(?!ant)|envisag|promis|prochain|bientôt|verra le jour|à venir(?! (?:nous|vous|voir|[àa]ux?|en|à la|chercher|retirer|avec|chez|dans|jou|parl)\b)"
    r"|recherch|(?<!vous )(?<!vient )(?<!viennent )(?<!va )(?<!vont )(?<!venir )(?<!venez )(?<!aller )cherch|recrut|stagiaire|poste de|adjoint(?!\w?[^.!?]{0,30}\b(?:reçoi(?:t|vent)|tien(?:t|nent))\b)|délégu|remerci|félicit|exceptionnel|inaugur|ferm(?:ée?s?\b(?! (?:(?:les?|tous les) (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|jours? férié|week|mercredis)|(?:en |pendant |durant |au mois d['’ ]?)(?:les |l['’])?(?:août|juillet|vacances|hiver|été|période)|l['’]été))|era|eture)"
    r"|panne|au profit|loto\b|tournoi|match|brocante|vide-grenier|concert|kermesse|(?<!salle de )(?<!salles de )réunion|assemblée générale|conférence|spectacle d|messe"
    r"|(?<!prenez )(?<!prendre )rendez-vous à|(?<!dans l['’])(?<!à l['’])(?<!derrière l['’])(?<!de l['’])ancien(?:ne)? (?:école|gare|mairie)|à vendre|départ d|en attente|(?<!dossier )(?<!formulaire )(?<!imprimé )(?<!fiche )à compléter|n['’](?:est|a|y) (?:pas|plus)"
    r"|champion|compétition|gala\b|données|rgpd|cookie|consentement|(?:a|ont) (?:été|ouvert|fêté|accueilli|reçu|organisé|remis|permis)\b"
    r"|autrefois|siècle|guerre|ét(?:ait|aient)|av(?:ait|aient)\b|fu(?:t|rent)\b|desserv(?:ait|aient)|reli(?:ait|aient)|(?:all|ten|ven|viv|pouv|fais|voul)aient\b"
    r"|(?:ans|mois|années) qui viennent\b"
    r"|attention particulière|création d|(?:nous|équipe|élus|conseil|commune|municipalité) (?:\w+ )?(?:souhait|voul|dési|rêv|ambitionn|espèr)\w+"
    r"|permettr(?:a|ont)|accueillera|ouvrira|supplémentaire|obtenu|(?<!comment )(?<!pour )obtenir|susceptible"
    r"|(?<!qui )(?:ne |n['’])(?:se |s['’])?(?!\w+(?:ez|ons)\b|dépass|manqu|faut|est pas nécess|est pas oblig)[\w-]+ (?:plus|pas)\b(?! (?:de |d['’])?\d))"
    r"|\b(?:certaine|plusieur|quelque|nombreuse|petite|toute)s (?:\w+ )?(?:communes|villes|mairies|collectivités)\b"
    rf"|\b{_DAY}\s(?:\d{{1,2}}|1er)\b(?!\s?h)",
    re.I,
)
"""What is said of a thing in passing: councils, plans, posts, what happens once."""
AWAY = re.compile(
    r"\b(?:kilomètres|km|minutes) d(?:e |['’])[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?,? (?:où|on (?:y )?trouve|vous (?:y )?trouvez)\b"
    r"|\b[Àà] [\w-]+ (?:kilomètres|km|minutes),? [A-ZÀ-Ý][\w'’-]+ (?:propos|offr|dispos|possèd|abrit|accueill)"
)
"""What follows is in another place: « à deux kilomètres de Brosses, où l'on trouve … »."""
_ASKING = re.compile(r"\W{0,5}(?:se renseigner|renseignements?)\s(?:en|[àa] la|aupr[èe]s de la)\smairie\b", re.I)
"""« Renseignements auprès de la mairie pour les crèches »: who has to ask is told nothing."""
_ONCE = re.compile(
    r"\bser(?:a|ont)\s(?:\w+\s)?(?:\w+ée?s?|ouverte?s?|mise?s?|possibles?|disponibles?|accessibles?|opérationnel\w*)\b", re.I
)
"""What will be done: « les déchets seront portés à la déchetterie », unless it comes again each week."""
_THITHER = re.compile(
    r"(?:\b(?:à|au|aux|devant|derrière|dans|de|du|des|près|vers|depuis|rue|salle|place|parking|avec|sur)\s(?:l[ea]s?\s|l['’]\s?)?|\bd['’])$",
    re.I,
)
"""What makes of a house the place where something else is."""


_TO_WHOM = re.compile(
    r"\b(?:[Vv]oyez|[Vv]oir|[Aa]ppele[zr]|[Dd]emande[zr]|[Aa]dresse[zr]|[Cc]ontacte[zr]|[Aa]uprès|[Pp]réveni[rz]|[Ii]nscri(?:re|vez|ptions?)|[Pp]arle[rz]|chez)\b"
    r"(?:[^.!?;]|(?<=\bM)\.){0,50}?\b(?:adjointe?|déléguée?)\b"
)
"""Whom one asks is no council that decides: « voyez Mme Roy, adjointe »."""
_NAMING = 120
"""Characters up to which a sentence may name what the next one tells of."""
_GOES_ON = re.compile(
    rf"(?:Elles?|Ils?) (?:est|sont|ouvre|accueille|reçoi|fonctionne|compte|propose|dessert|passe|circule|coûte|prête|dispose|prend|aide|se réuni)\w*\b"
    rf"|(?:On y|Vous y)\s|(?:Ouverte?s?|Tarifs?|Renseignements?|Inscriptions?|Réservations?|Tél)\b|(?:Du|Le|Les|Tous les|Chaque) (?:{_DAY}|dimanche)s?\b(?!\s(?:\d{{1,2}}\b(?!\s?h)|1er))"
    r"|(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di\b(?!\s(?:\d{1,2}\b(?!\s?h)|1er))|De \d{1,2} ?h"
)
"""What tells more of what was named: when it is open, what it does or costs."""
_SOMEONE = re.compile(
    r"\b(?:a|ont|avons)\s\w+(?:é|i|u)e?s?\b|\b(?:maires?|adjointe?s?|président\w*|conseil|M\.|Mme|docteur|Dr|préfet|député\w*|bénévoles?|équipe|club|association|comité|société|entreprise)(?!\w)",
    re.I,
)
"""Who may be meant by « il »; what has happened."""
_LODGING = re.compile(r"\b(?:gîtes?|chambres? d['’]hôtes?)\b", re.I)
"""What is let before the name comes: « gîte de trois chambres, internet, bibliothèque »."""
_AHEAD = re.compile(r"(?:prochainement|bientôt|à venir|en projet|(?:nos|les|grands) projets)\b", re.I)
"""A heading under which stands what there is not yet: « Prochainement sur ce site »."""


class Spoken:
    """What is looked for in sentences."""

    def __init__(self, phrases: tuple[str, ...], says: Pattern[str], unless: Phrases, house: bool) -> None:
        self.subject, self.says, self.unless, self.house = Prose(*phrases), says, unless, house
        # Folded, the plural is the singular: it is looked for by what both have.
        self.near = [(Prose(phrase), Around(max(_WORDS.findall(phrase.lower()), key=len).rstrip("sx"))) for phrase in phrases]

    def said(self, page: Page) -> tuple[LexborNode, str] | None:
        """The first paragraph in a sentence of which it is said, and that sentence."""
        held = own_said(page)
        if self.subject.number not in held or not _speaks(page):
            return None
        # All paragraphs of a page are dear to read: it is done where the words stand near each other.
        there = (text for phrase, around in self.near if phrase.number in held for text in passages(page, around, REACH))
        if not any(map(self.says.search, there)):
            return None
        said = (one for one in _sentences(page) if self.says.search(one[1]) and self._is_said(one[1]))
        return next((one for one in said if not _AHEAD.match(heading_above(one[0]))), None)

    def _is_said(self, said: str) -> bool:
        if "adjoint" in said or "délégué" in said:
            said = _TO_WHOM.sub(" ", said)
        # The words of an address are names: « bus@epn-rives.example » speaks of no « epn ».
        folded = fold(" ".join(word for word in said.split() if "@" not in word) if "@" in said else said)
        named = self.subject.first(folded).split()
        if (
            not named
            or self.unless.within_folded(folded)
            or _PASSING.search(said)
            or LATER.search(said)
            or AWAY.search(said)
            or _ASKING.match(said)
            or (_ONCE.search(said) and not WHEN.search(said))
        ):
            return False
        before = said[: at[0]] if (at := place(said, named)) else ""
        return not _LODGING.search(before) and not (self.house and (at is None or _THITHER.search(before)))


@derived
def _speaks(page: Page) -> bool:
    """Whether what the page says is of today and of its own subject."""
    apart = proceedings(page) or powers(page) or is_issue(page.headline) or is_issue(page.title) or HIRE.within(page.headline)
    return not (apart or tells_a_day(page) or tells_an_event(page)) and len(page.main_text) <= LONGEST


@derived
def _sentences(page: Page) -> list[tuple[LexborNode, str]]:
    """The sentences of the page's paragraphs and rows: no headings, no labels of links."""
    spoken = ((node, words) for node, words in in_rows(blocks(page)) if len(words) <= PARAGRAPH and node.tag not in _TITLES)
    # A semicolon parts no saying: « La bibliothèque est au presbytère ; mercredi, 16 h - 18 h ».
    prose = ((node, _PERIODS.split(words)) for node, words in spoken if _is_prose(node, words))
    return [(node, said) for node, every in prose for said in _going_on(list(_answered(every)))]


def _answered(every: list[str]) -> Iterator[str]:
    """Sentences, a question together with its answer: « Un souci de voisinage ? Le conciliateur reçoit le lundi. »"""
    asked = ""
    for said in every:
        if not asked and said.endswith("?"):
            asked = said
        else:
            yield f"{asked} {said}" if asked else said
            asked = ""
    if asked:
        yield asked


def _going_on(every: list[str]) -> Iterator[str]:
    """The sentences, and besides each that goes on with what the one before it names: « La bibliothèque est au presbytère. Elle ouvre le
    mercredi. »"""
    yield from every
    for before, said in pairwise(every):
        if len(before) <= _NAMING and _GOES_ON.match(said) and not (_ASKING.match(said) or _SOMEONE.search(before)):
            yield f"{before} {said}"


def _is_prose(node: LexborNode, words: str) -> bool:
    return len(words) - sum(len(squeeze(link.text())) for link in node.css("a")) >= _OWN_WORDS
