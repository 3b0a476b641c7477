"""Paiement en ligne : PayFiP, TIPI, page de paiement."""

from checks.check import Check
from checks.signs import known, link, seen, unseen

online_payment = Check(
    "online_payment",
    title="Paiement en ligne",
    counts="Un lien ou une page pour payer la commune en ligne ; l'amende ou l'impôt payés à l'État n'en sont pas.",
    signs=[
        known(),
        link(
            "paiement en ligne",
            "payer en ligne",
            "payer ma facture",
            "payer mes factures",
            "payer votre facture",
            "régler en ligne",
            "payer une facture",
            "régler une facture",
            "régler ma facture",
            "régler la cantine",
            "régler ma cantine",
            "payfip",
            "tipi",
            "paiement des factures",
            "paiement par internet",
            "paiement cantine",
            "payer la cantine",
            *("payer ses factures", "payer sa facture", "payer vos factures", "régler mes factures", "régler vos factures"),
            *("régler votre facture", "je paie ma facture", "je règle ma facture", "paiement facture", "paiement périscolaire"),
            *("paiement restauration scolaire", "paiement restaurant scolaire", "paiement par carte bancaire", "payer mes taxes"),
            *("paiement des taxes municipales", "payer la taxe de séjour", "payer en quelques clics"),
            "télépaiement",
            "règlement en ligne",
            "paiement en ligne des factures",
            unless=("impôt", "amende", "timbre", "taxe foncière", "conditions"),
        ),
    ],
    examples=[
        seen('<a href="/s">Régler ma cantine</a>'),
        seen('<a href="https://www.payfip.gouv.fr/tpa/accueilportail.web">Régler</a>'),
        seen('<a href="/paiement">Paiement en ligne</a>'),
        seen('<a href="https://www.tipi.budget.gouv.fr/tpa/accueil.web"><img alt="TIPI" src="t.png"></a>'),
        unseen("<p>Paiement par chèque à l’ordre du Trésor public.</p>"),
        unseen('<a href="https://www.impots.gouv.fr">Payer ses impôts en ligne</a>'),
        unseen('<a href="https://www.amendes.gouv.fr">Payer une amende en ligne</a>'),
        unseen('<a href="#">Paiement en ligne</a>'),
        seen('<a href="/a">Régler vos factures</a>'),
        seen('<a href="/a">Payer mes taxes</a>'),
    ],
)
