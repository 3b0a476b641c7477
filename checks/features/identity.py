"""Identité : est-ce le site officiel d'une commune, et laquelle."""

from collections.abc import Iterator

from checks.check import check
from checks.communes.facts import facts_of
from checks.communes.nature import natures
from checks.communes.settle import settle
from checks.observation import Observation
from checks.signs import seen, unseen
from crawler.page import Page


@check(
    "identity",
    "Identité du site",
    judge=settle,
    keep=14,
    counts="Le site officiel d'une commune, reconnu à sa mairie et à ses missions ; groupement, association, liste électorale ou boutique n'en sont pas.",
    examples=[
        seen(
            "<title>Mairie de Montclair</title><nav><a href='/cm'>Conseil municipal</a><a href='/ec'>État civil</a>"
            "<a href='/m'>Mot du maire</a></nav><footer>Mairie de Montclair, 12 rue Haute, 38000 Montclair. Tél. 04 00 00 00 00</footer>"
        ),
        seen(
            "<title>Bienvenue</title><h1>Commune de Sault-le-Bas</h1><ul><li><a href='e'>Les élus</a><li><a href='u'>Urbanisme</a>"
            "<li><a href='d'>Vos démarches</a></ul>"
        ),
        seen(
            "<title>Site officiel de la Ville de Rives</title><a href='a'>Services municipaux</a> <a href='b'>Conseil municipal</a>"
            " <a href='c'>Démarches administratives</a>"
        ),
        # A town that speaks of its grouping, of its tourist office, of its school and of its casino is a town.
        seen(
            "<title>Ville et Eurométropole de Hautmoulin</title><nav><a href='/c'>Conseil municipal</a><a href='/e'>État civil</a>"
            "<a href='/agglo'>Conseil de l’Eurométropole</a><a href='/o'>Office de tourisme</a><a href='/d'>Délibérations</a><a href='/casino'>Casino municipal</a></nav>"
            "<h1>Hôtel de ville</h1><p>Place de la Halle, 67999 Hautmoulin</p>"
        ),
        seen(
            "<title>École Jean-Zay - Commune de Brécy-la-Tour</title><h1>École Jean-Zay</h1><a href='/mairie'>La mairie</a>"
            "<a href='/conseil'>Conseil municipal</a><a href='/bulletin'>Bulletin municipal</a>",
            url="/enfance/ecole",
        ),
        # A commune nouvelle, and one of those that it absorbed.
        seen(
            "<title>Commune de Chemillé-en-Anjou</title><h2>Vos communes déléguées</h2><a href='/el'>Les élus</a><a href='/u'>Urbanisme</a>"
            "<a href='/d'>Déchets</a><footer>Mairie de Chemillé-en-Anjou - 49120 CHEMILLÉ-EN-ANJOU</footer>"
        ),
        seen(
            "<h1>Mairie de Valanjou</h1><p>Commune déléguée. Le maire délégué vous reçoit le samedi.</p><a href='/v'>Vie municipale</a>"
            "<a href='/ec'>École</a><a href='/ur'>Urbanisme</a><address>3, place de l'Église, 49670 Valanjou</address>"
        ),
        # Spam in the footer of a living site does not make it another's.
        seen(
            "<title>Village de Roquefeuil-le-Vieux</title><h1>Mairie de Roquefeuil-le-Vieux</h1><a href='/dl'>Délibérations</a>"
            "<a href='/mm'>Le mot du maire</a><a href='/ec'>État civil</a>"
            "<div style='position:absolute;left:-9999px'><a href='http://bets.example/'>casino en ligne bonus</a></div>"
        ),
        # The new site says that it is new.
        seen(
            "<title>Mairie de Pierrelongue-du-Lac</title><h1>Bienvenue sur notre nouveau site !</h1><a href='/a'>Conseil municipal</a>"
            "<a href='/b'>Urbanisme</a><a href='/c'>État civil</a><a href='https://reseau.example/commune'>Suivez-nous</a>"
        ),
        # A page under construction is not a site under construction.
        seen(
            "<title>Mairie d'Aubeterre-les-Prés</title><nav><a href='/1'>Conseil municipal</a><a href='/2'>Équipe municipale</a>"
            "<a href='/3'>Cantine, école</a></nav><h1>Cimetière</h1><p>Page en construction, merci de votre patience.</p>",
            url="/cimetiere",
        ),
        unseen(
            "<title>Montclair avec vous</title><h1>Notre programme</h1><p>Nos candidats, nos colistiers : votez pour nous.</p>"
            "<a href='/e'>L'école</a><a href='/u'>Urbanisme</a><p>Mairie de Montclair, conseil municipal</p>"
        ),
        unseen(
            "<title>Résidence des Lilas</title><h1>Conseil syndical</h1><p>Les copropriétaires sont convoqués par le syndic.</p>"
        ),
        unseen("<title>Boutique</title><p>Ajouter au panier. Frais de livraison offerts.</p>"),
        # Groupings, by their nature or by their name alone.
        unseen(
            "<title>Accueil | Communauté de communes du Val Vert</title><a href='/cc'>Conseil communautaire</a><a href='/d'>Déchets</a>"
            "<a href='/u'>Urbanisme</a><a href='/e'>Petite enfance, école</a><h2>Les communes membres</h2><p>Mairie de Rives</p>"
        ),
        unseen(
            "<title>Grand Besançon Métropole</title><h1>Votre territoire</h1><a href='/elus'>Les élus communautaires</a>"
            "<a href='/68'>Nos communes</a><a href='/plui'>Urbanisme</a><a href='/tri'>Déchets</a><p>Ville de Besançon</p>"
        ),
        unseen("<title>Rives Agglo - le site</title><h1>Eau, bus, piscines</h1><a href='/c'>Compétences</a>"),
        unseen(
            "<title>SIVOM des Trois Vallées</title><p>Relevé des compteurs. Ville de Rives, commune de Sault, mairie de Brécy.</p>"
        ),
        # Other bodies that bear a town's name.
        unseen(
            "<title>Conseil départemental des Hautes-Rives</title><a href='/c'>Collèges</a><a href='/r'>Routes</a><a href='/d'>Délibérations</a>"
        ),
        unseen("<title>Région Val-de-Rives</title><a href='/t'>Trains</a><a href='/l'>Lycées</a><a href='/u'>Urbanisme</a>"),
        unseen(
            "<title>Office de Tourisme de Montclair - hôtels, gîtes, randonnées</title><h1>Que faire à Montclair ?</h1><a href='/v'>La ville</a>"
        ),
        unseen(
            "<title>Accueil</title><h1>Paroisse Saint-Aubin de Rives</h1><p>Messes : samedi 18 h à Rives, dimanche 10 h 30 à Sault.</p>"
        ),
        unseen(
            "<title>École Sainte-Marie, Montclair</title><h1>Inscriptions 2026</h1><a href='/p'>Le projet</a><a href='/c'>Cantine</a>"
        ),
        unseen("<title>Amicale laïque de Sault-le-Bas</title><ul><li><a href='/j'>Judo</a><li><a href='/t'>Théâtre</a></ul>"),
        unseen(
            "<title>Camping de Montclair ***</title><p>Réservez votre emplacement au bord du lac, à deux pas de la mairie.</p>"
        ),
        # Nobody's site any more.
        unseen(
            "<title>mairie-montclair.example</title><p>This domain is for sale! Buy this domain.</p><a href='https://sedo.com/x'>Make an offer</a>",
            url="https://mairie-montclair.example/",
        ),
        unseen(
            "<title>commune-sault.example</title><h1>Le nom de domaine est réservé</h1><p>Félicitations ! Votre domaine a bien été créé.</p>"
        ),
        unseen(
            "<title>Meilleur casino en ligne 2026 : bonus sans dépôt</title><h1>Notre sélection</h1><p>Machines à sous, roulette…</p>"
            "<a href='https://spin.example/'>Jouer au casino en ligne</a>",
            url="https://www.mairie-de-sault.example/",
        ),
        unseen(
            "<html lang=id><title>SITUS SLOT gacor hari ini</title><h1>Login</h1><a href='https://g.example'>Daftar situs judi</a>"
            "<footer>© Commune de Brécy-la-Tour 2014</footer>"
        ),
        # Nothing to assess yet, or no longer here: nothing is said for or against.
        seen(
            "<title>Mairie de Rives</title><img src='t.gif' alt=''><p>Le site est en construction. Merci de revenir bientôt.</p>",
            "undetermined",
        ),
        seen("<title>Index of /</title><h1>Index of /</h1><a href='/cgi-bin/'>cgi-bin/</a>", "undetermined"),
        seen(
            "<title>Commune de Sault-le-Bas</title><p>Le site a déménagé : rendez-vous désormais à l'adresse</p>"
            "<a href='https://www.sault-le-bas.example/'>www.sault-le-bas.example</a>",
            "undetermined",
        ),
        seen("<title>Vallée du Brun</title><h1>Balades</h1><p>Un village, une rivière, trois moulins.</p>", "undetermined"),
        seen(
            "<title>Association Vivre à Brécy</title><h1>Mairie de Brécy : ce que nous demandons</h1><a href='/1'>Conseil municipal</a>"
            "<a href='/2'>Bulletin municipal</a><a href='/3'>Urbanisme</a>",
            "undetermined",
        ),
    ],
)
def identity(page: Page) -> Iterator[Observation]:
    yield from natures(page)
    yield from facts_of(page)
