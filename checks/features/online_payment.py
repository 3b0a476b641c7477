"""Paiement en ligne : PayFiP, TIPI, page de paiement."""

import re
from collections.abc import Iterator
from itertools import product

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, first, passages
from checks.reading.spots import known_services, outside
from checks.signs import known, link, seen, sentence, text, unseen
from crawler.markup import squeeze
from crawler.page import Page

BILLS = Around("par carte bancaire", "par carte bleue", "par cb", "en ligne", "par internet", "sur internet")
PAYS = re.compile(
    r"\b(?:régler|payer|réglez|payez|paiement|règlement)\b[^.!?;]{0,60}\b(?:factures?|cantine|restauration|périscolaire|garderie|accueil|eau|loyers?)\b"
    r"[^.!?;]{0,40}\b(?:par carte (?:bancaire|bleue)|par CB|en ligne|par internet)\b(?! (?:prochainement|bientôt))"
    r"|\b(?:factures?|cantine|garderie|loyers?)\b[^.!?;]{0,50}\b(?:payées?|payables?|réglées?|réglables?|se (?:paient|règlent))"
    r"\s(?:en ligne|par internet|sur internet)\b(?! (?:prochainement|bientôt))",
    re.I,
)
BILLED = (
    r"\b(?:factur|périscolaire|péri-scolaire|extra-?scolaire|cantine|restaura|garderie|crèche|accueil|centre de loisirs|alsh|eau\b|assainissement|loyer|redevance|taxe|ordures|teom|reom"
    r"|régl|règl|pa[iy]|encaiss|acquitt|prélèvement|chèque|espèces|cesu|régie|titre|avis|somme|identifiant)"
)
PAID = re.compile(
    r"\b(?:pa[iy](?:er|ez|e|ent|able|ables|és|ées|ement|ements)|régl(?:er|ez|és|ées|able|ables)|règlements?|prépaiement|s['’]acquitter|acquitte[rz]|s['’]achètent|achete[rz]|recharge[rz]|rechargent|crédite[rz]|approvisionne[rz]|cb|cartes? (?:bancaires?|bleues?|de crédit))\b[^.!?]{0,80}?"
    r"\b(?:en ligne|(?:sur|par|via) (?:l['’])?internet|via (?:le |votre )?(?:portail|espace|site|kiosque)|sur (?:le|votre) (?:portail|espace|site de (?:la )?(?:dgfip|paiement|trésor))|institution financière|payfip|tipi)\b",
    re.I,
)
"""That something is paid on line."""
SETTLES = Around("factures", "par carte")
SETTLED = re.compile(
    r"\b(?:régler|payer|réglez|payez) (?:ses|vos|mes|les|leurs|toutes (?:vos|ses)) factures\b[^.!?]{0,60}|\b(?:règlement|paiement) par carte\b",
    re.I,
)
"""What one does in the families' portal to which the page leads."""
NOT_YET = re.compile(
    r"\b(?:prochainement|bientôt|sera|seront|pas possible|à l['’]étude|régie|guichet|impôts?|amende|ne (?:peut|permet|sont|est))",
    re.I,
)


PLANNED = (
    *("prochainement", "bientôt", "guichet", "adhésion", "convention", "arnaque", "fraude", "sms", "rentrée prochaine"),
    "mise en place",
    *("pas de paiement", "pas possible", "ne peut", "sera proposé", "seront", "sera possible", "sera", "hameçonnage", "étude"),
)
"""What is said of a payment that is not there yet, or of one that is a swindle."""


def _look(page: Page) -> Iterator[Observation]:
    """A sentence that says that the bills of the town are paid on line, on a page that leads where it is done."""
    for passage in () if proceedings(page) else passages(page, BILLS):
        said = PAYS.search(passage)
        if said and not NOT_YET.search(passage) and outside(page):
            yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
            return
    portal = known_services(page, "school_enrolment") and not proceedings(page)
    if portal and (settled := first(page, SETTLED, SETTLES)) and not NOT_YET.search(settled[0]):
        yield Observation.at(page, squeeze(settled[0]), Trust.LIKELY, proof="text", target=page.url)


_DOING = ("payer", "payez", "je paie", "je paye", "régler", "réglez", "je règle", "paiement")
_WHAT = ("facture", "cantine", "garderie", "crèche", "loyer", "eau", "redevance", "périscolaire", "repas", "taxes municipales")
NAMES = (
    *(
        f"{do} {whose}{what}"
        for do, whose, what in product(_DOING, ("", "mon ", "ma ", "mes ", "son ", "sa ", "ses ", "votre ", "vos "), _WHAT)
    ),
    *(f"{do} {how}" for do, how in product(_DOING, ("en ligne", "par internet", "par carte", "par cb", "en un clic", "en 1 clic"))),
    "payer en quelques clics", "payfip", "tipi", "télépaiement", "e-paiement", "règlement en ligne", "règlement des factures",
    "paiement restauration scolaire", "paiement restaurant scolaire", "paiement dématérialisé", "paiement des services",
    "paiement des titres", "paiement sécurisé", "payer un titre", "payer mes services", "payer mes taxes", "payer vos taxes",
    "payer ses taxes", "paiement de taxes", "payer la taxe de séjour", "payer ma taxe de séjour", "payer mon avis",
    "avis des sommes à payer", "consulter et payer", "factures en ligne", "facture en ligne", "réserver payer", "réserver et payer",
    "commander payer", "commander et payer", "par carte de crédit", "site de paiement", "page de paiement", "portail de paiement",
)  # fmt: skip
OTHERS = (
    "impôt", "amende", "timbre", "taxe foncière", "conditions", "chorus", "fournisseur", "fournisseurs", "fps", "stationnement",
    "don", "dons", "comprendre", "forfait", "forfaits", "billets", "billetterie", "aide au paiement", "aides au paiement",
)  # fmt: skip
BILLS_NAMED = (
    "cantine", "garderie", "périscolaire", "facture", "factures", "redevance", "loyer", "taxes", "eau", "accueil de loisirs",
    "portail famille", "espace famille", "kiosque famille", "prépaiement", "restaurant scolaire", "restauration scolaire",
    "assainissement", "crèche", "centre de loisirs", "ordures ménagères", "repas", "tickets de cantine", "compte famille",
)  # fmt: skip
OTHER_BILLS = (
    "camping", "gîte", "hôtel", "boutique", "amende", "impôts", "impôt", "billetterie", "timbre", "marché", "propriétaire",
)  # fmt: skip


online_payment = Check(
    "online_payment",
    title="Paiement en ligne",
    by_name=False,
    counts="Un lien ou une page pour payer la commune en ligne ; l'amende ou l'impôt payés à l'État n'en sont pas.",
    look=_look,
    signs=[
        known(),
        text(
            "payfip.gouv.fr",
            "tipi.budget.gouv.fr",
            "identifiant de la collectivité",
            "identifiant collectivité",
            trust=Trust.LIKELY,
        ),
        sentence("payfip", "tipi", "paiement tipi", says=re.compile(BILLED, re.I), unless=PLANNED),
        sentence(*BILLS_NAMED, says=PAID, unless=(*PLANNED, *OTHER_BILLS)),
        link(*NAMES, unless=OTHERS),
    ],
    examples=[
        seen(
            '<nav><a href="/p">Paiement en ligne</a></nav>',
            "undetermined",
            pages={"/p": "<h1>Bienvenue</h1><p>Le site est tenu par les élus.</p>"},
        ),
        seen(
            '<nav><a href="/p">Paiement en ligne</a></nav>',
            pages={"/p": '<h1>Bienvenue</h1><iframe src="https://guichet.example/rives"></iframe>'},
        ),
        seen('<p>Inscrire vos enfants et régler vos factures. <a href="https://www.kiosquefamille.fr/rives">Entrer</a></p>'),
        seen('<p>École, cantine et règlement par carte : <a href="https://rives.kiosquefamille.fr/">Kiosque famille</a>.</p>'),
        unseen('<p>École, cantine : <a href="https://rives.kiosquefamille.fr/">Kiosque famille</a>.</p>'),
        unseen('<p>Vous pouvez payer vos factures au guichet. <a href="https://www.kiosquefamille.fr/rives">Cantine</a></p>'),
        seen(
            '<a href="https://payer.example/">Le service</a><p>Les factures de la commune sont payables en ligne, jour et nuit.</p>'
        ),
        seen(
            "<h1>Ma facture d’eau</h1><p>Sur internet : munissez-vous de l’identifiant de la collectivité et du numéro de l’avis.</p>"
        ),
        seen('<a href="/a">Payez en ligne</a>'),
        seen('<a href="https://banque.example/payer">par carte de crédit</a>'),
        seen("<h1>Les petits</h1><p>La garderie se paie par chèque, espèces ou carte bancaire sur internet.</p>"),
        seen("<h1>Tarifs</h1><table><tr><td>Repas</td><td>4 €</td><td>Chèque, PayFiP, espèces</td></tr></table>"),
        unseen("<h1>Tarifs</h1><p>La garderie sera bientôt payable en ligne, par PayFiP.</p>"),
        unseen("<h1>Aux Chênes</h1><p>Le gîte se paie par carte bancaire sur internet.</p>"),
        unseen("<h1>Le lac</h1><p>M. Blanc accepte les cartes et le paiement en ligne.</p>"),
        unseen('<a href="/d">Dépôt des factures en ligne des fournisseurs (Chorus)</a>'),
        unseen('<a href="/demarches/?xml=F34276">Comment payer ses factures en ligne ?</a>'),
        seen(
            '<a href="https://rives.familles.example/">Espace familles</a><p>Réserver la restauration, régler mes factures par carte bancaire.</p>'
        ),
        unseen(
            '<a href="https://rives.familles.example/">Espace familles</a><p>Le paiement en ligne de la cantine sera proposé prochainement.</p>'
        ),
        unseen("<p>Au guichet, la cantine peut se payer par carte bancaire.</p>"),
        seen('<a href="/s">Régler ma cantine</a>'),
        seen('<a href="/s">Cantine : commander, payer</a>'),
        seen('<a href="https://www.payfip.gouv.fr/tpa/accueilportail.web">Régler</a>'),
        seen('<a href="/paiement">Paiement en ligne</a>'),
        seen('<a href="https://www.tipi.budget.gouv.fr/tpa/accueil.web"><img alt="TIPI" src="t.png"></a>'),
        unseen("<p>Paiement par chèque à l’ordre du Trésor public.</p>"),
        unseen('<a href="https://www.impots.gouv.fr">Payer ses impôts en ligne</a>'),
        unseen('<a href="https://www.amendes.gouv.fr">Payer une amende en ligne</a>'),
        unseen('<a href="https://neige.example/">Forfaits : payer en ligne sur le site des remontées</a>'),
        unseen('<a href="#">Paiement en ligne</a>'),
        seen('<a href="/a">Régler vos factures</a>'),
        seen('<a href="/a">Payer mes taxes</a>'),
        seen('<a href="/a">Payer mon eau</a>'),
        seen('<a href="/a">Payer mon avis des sommes à payer</a>'),
        seen('<a href="/a">Régler ses factures</a>'),
    ],
)
