"""The words of addresses behind which there is no site of a town: for sale, not made yet, left, or taken by spam. Data."""

from checks.text.lexicon import Phrases

PARKED = Phrases(
    *("domaine à vendre", "domaine est à vendre", "nom de domaine est en vente", "nom de domaine est réservé"),
    *("domaine a été enregistré", "nom de domaine a été réservé", "domaine est disponible à la vente"),
    *("votre domaine a bien été créé", "domaine a expiré", "nom de domaine expiré", "domaine en parking"),
    *("acheter ce domaine", "acquérir ce domaine", "domain is for sale", "domain for sale", "buy this domain"),
    *("buy domain", "domain is parked", "parked free", "parked domain", "domain has expired", "inquire about this domain"),
)
PARKING = ("sedo.com", "sedoparking.com", "dan.com", "afternic.com", "hugedomains.com", "bodis.com", "parkingcrew.net")
"""Hosts that sell names."""
CONSTRUCTION = Phrases(
    *("site en construction", "site est en construction", "site web en construction", "site internet en construction"),
    *("page en construction", "en cours de construction", "site en cours de création", "site est en cours de réalisation"),
    *("en cours de refonte", "site en travaux", "site en maintenance", "site est en maintenance"),
    *("actuellement en maintenance", "bientôt en ligne", "prochainement en ligne", "ouverture prochaine du site"),
    *("site fait peau neuve", "coming soon", "under construction", "apache2 default page", "welcome to nginx", "it works"),
    *("index of", "un site utilisant wordpress bienvenue"),
)
NEW_SITE = Phrases(
    *("notre nouveau site", "le nouveau site", "nouveau site internet", "nouveau site de la", "vers le nouveau site"),
    *("nouvelle adresse du site", "nouveau site web", "nouveau site officiel"),
)
"""What a link to another site says when the town has gone there."""
MOVED = Phrases(
    *("site a déménagé", "site déménage", "a changé d'adresse", "change d'adresse", "nouvelle adresse"),
    *("site n'est plus mis à jour", "site n'est plus actualisé", "rendez-vous sur notre nouveau site"),
    *("retrouvez-nous sur notre nouveau site", "nouveau site est accessible", "nouveau site est disponible"),
    "vous allez être redirigé",
)
SPAM = Phrases(
    *("casino en ligne", "casinos en ligne", "meilleur casino", "online casino", "casino online", "crypto casino"),
    *("bonus casino", "casino bonus", "casino sans dépôt", "bonus sans dépôt", "paris sportifs", "site de paris"),
    *("sports betting", "betting", "bookmaker", "1xbet", "1win", "mostbet", "melbet", "pin up casino", "machine à sous"),
    *("slot gacor", "slot online", "online slots", "situs judi", "situs slot", "judi online", "togel", "poker online"),
    *("poker en ligne", "roulette en ligne", "plinko", "viagra", "cialis", "levitra", "kamagra", "sildenafil"),
    *("sans ordonnance", "payday loan", "escort girl", "porno", "sacs pas cher", "replica watches", "replica rolex"),
)
