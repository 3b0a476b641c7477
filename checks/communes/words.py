"""The words by which sites of towns and of other bodies give themselves away. Data."""

from checks.text.lexicon import Phrases, Prose

TOWN_HALL = Phrases(
    *("mairie de", "commune de", "ville de", "site officiel", "site de la mairie", "hôtel de ville"),
    *("administration communale", "portail officiel"),
)
TOWN = Phrases("mairie", "ville", "commune", "village", "hôtel de ville", "municipalité", "administration communale")
"""What the name of a town's site starts with."""
POLITE = frozenset(
    [
        *("bienvenue", "sur", "site", "officiel", "internet", "web", "accueil", "home", "portail", "dan", "notre", "vou"),
        *("welcome", "page"),
    ]
)
"""Folded words that come before the name."""
DUTIES = Phrases(
    *("conseil municipal", "état civil", "démarches administratives", "horaires de la mairie", "secrétariat de mairie"),
    *("le maire", "mot du maire", "les élus", "équipe municipale", "services municipaux", "vos démarches"),
    *("compte rendu du conseil municipal", "délibération", "urbanisme", "listes électorales", "bulletin municipal", "ccas"),
    *("plu", "collège communal", "conseil communal", "élus municipaux", "compte rendu", "vie municipale", "la mairie"),
    *("ma mairie", "commune", "école", "déchets"),
)
MUNICIPAL = Phrases(
    *("conseil municipal", "conseils municipaux", "équipe municipale", "mot du maire", "état civil", "bulletin municipal"),
    *("services municipaux", "vie municipale", "la mairie", "ma mairie", "élus municipaux", "collège communal"),
    *("conseil communal", "arrêtés municipaux"),
)
"""What only a town, and no grouping of towns, has."""
BODIES = (
    (
        "epci",
        Phrases(
            *("communauté de communes", "communauté des communes", "communauté d'agglomération", "communauté urbaine"),
            *("communauté du", "agglomération", "agglo", "métropole", "eurométropole", "établissement public territorial"),
            *("com com", "comcom"),
        ),
    ),
    ("syndicate", Phrases("syndicat intercommunal", "syndicat mixte", "sivom", "sivu", "sictom", "smictom", "parc naturel")),
    ("department", Phrases("conseil départemental", "conseil général", "département")),
    ("region", Phrases("conseil régional", "région", "collectivité de corse", "collectivité territoriale")),
    ("state", Phrases("préfecture", "sous-préfecture", "ministère", "trésorerie", "service public fr")),
    ("tourism", Phrases("office de tourisme", "office municipal de tourisme", "office du tourisme", "syndicat d'initiative")),
    ("visit", Phrases("tourisme", "destination", "visitez", "visiter")),
    ("parish", Phrases("paroisse", "ensemble paroissial", "diocèse", "église catholique", "église protestante", "doyenné")),
    (
        "school",
        Phrases("école", "collège", "lycée", "groupe scolaire", "institution saint", "institution notre dame", "université"),
    ),
    (
        "association",
        Phrases(
            *("association", "asbl", "amicale", "comité de quartier", "comité des fêtes", "collectif", "les amis de"),
            *("union sportive", "club", "foyer rural", "centre social", "société d'histoire", "cercle"),
        ),
    ),
    (
        "company",
        Phrases(
            *("hôtel", "restaurant", "camping", "gîte", "chambres d'hôtes", "auberge", "garage", "boulangerie", "agence"),
            *("cabinet", "entreprise", "société", "sarl", "boutique", "domaine", "taxi", "pharmacie", "supermarché"),
        ),
    ),
)
"""(kind, what the body's name starts with), the first that fits."""
COMMUNITY = Phrases(
    *("conseil communautaire", "conseillers communautaires", "élus communautaires", "délégués communautaires"),
    *("bureau communautaire", "communes membres", "nos communes", "les communes", "président de la communauté"),
    *("mot du président", "nos compétences", "compétences de la communauté", "projet de territoire"),
    *("conseil de la métropole", "conseil métropolitain"),
)
"""What a grouping of towns speaks of, two at once."""
ENDS = frozenset(("agglo", "agglomeration", "metropole", "communaute", "eurometropole", "intercommunalite"))
"""Folded words that the name of an EPCI ends with: « Val Vert Agglo »."""
CAMPAIGN = Phrases(
    *("notre programme", "programme municipal", "nos candidats", "notre liste", "colistiers", "colistières"),
    *("candidat aux élections", "liste citoyenne", "votez pour", "voter pour nous", "tête de liste"),
    *("rejoignez la campagne", "notre candidate", "notre candidat", "élections municipales 2026 notre projet"),
    *("pourquoi voter", "comité de soutien", "procuration pour voter", "notre projet pour la commune"),
)
HOUSING = Prose(
    "copropriété", "copropriétaire", "syndic", "conseil syndical", "règlement de copropriété", "bureau de copropriété"
)
SHOP = Prose("ajouter au panier", "mon panier", "votre panier", "frais de livraison")
UNOFFICIAL = Phrases(
    *("site non officiel", "non officiel", "site indépendant de la mairie", "asbl", "association loi 1901"),
    *("comité de quartier", "association des habitants", "site personnel"),
)
