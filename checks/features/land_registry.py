"""Cadastre : y accéder en ligne."""

from checks.check import Check
from checks.observation import Trust
from checks.reading.sayings import ONLINE
from checks.signs import known, link, seen, sentence, text, unseen

OF_OLD = (
    "Le plan de 1826 fut levé par deux géomètres, à la chaîne et à la boussole ; on y voit le moulin, les vignes et l’étang comblé en 1851."
    " Les feuilles, peintes à l’aquarelle, sont aux archives du département."
)

land_registry = Check(
    "land_registry",
    title="Cadastre",
    counts="Un accès au plan cadastral en ligne ; le mot dans un compte rendu ne suffit pas.",
    signs=[
        known(),
        text("cadastre.gouv.fr", trust=Trust.LIKELY),
        sentence(
            *("plan cadastral", "plan du cadastre", "cadastre", "extrait de plan cadastral"),
            says=ONLINE,
            unless=("section", "vente", "cession", "acquisition", "autorise", "solaire", "énergétique", "napoléonien"),
        ),
        link(
            *("cadastre", "plan cadastral", "cadastre.gouv.fr", "consulter le cadastre", "cadastre en ligne"),
            *("geoportail cadastre", "plans cadastraux", "matrice cadastrale", "parcelles cadastrales"),
            *("extrait cadastral", "relevé cadastral", "matrice graphique", "registre foncier"),
            unless=(
                *("avis", "délibération", "rénovation du cadastre", "remaniement", "solaire", "éoliennes", "napoléonien"),
                *("ancien cadastre",),
            ),
        ),
    ],
    examples=[
        unseen(f'<a href="/#c">Cadastre</a><h1>Ici</h1><h2 id="c">Cadastre</h2><p>{OF_OLD}</p>'),
        seen(f'<a href="/#c">Cadastre</a><h1>Ici</h1><h2 id="c">Cadastre</h2><p>{OF_OLD} Se voit le lundi.</p>'),
        seen('<a href="https://www.cadastre.gouv.fr/scpc/accueil.do">Plans de ma parcelle</a>'),
        seen('<a href="/cadastre">Cadastre</a>'),
        seen('<a href="http://www.cadastre.gouv.fr"><img alt="Plan cadastral" src="c.gif"></a>'),
        unseen("<p>La parcelle cadastrée AB 12 est vendue. Le cadastre est consultable en mairie.</p>"),
        unseen('<a href="cr.pdf">Délibération : rénovation du cadastre</a>'),
        unseen('<a href="#">Cadastre</a>'),
        unseen("<h1>Compte rendu du conseil municipal</h1><h2>Cadastre</h2><p>Le conseil approuve la modification.</p>"),
        unseen('<a href="https://x.example/">Cadastre solaire</a>'),
        unseen('<a href="https://archives.example/">Cadastre napoléonien</a>'),
        seen('<a href="https://x.example/">Extrait cadastral</a>'),
        seen("<h1>Au village</h1><p>Pour voir votre parcelle, allez sur cadastre.gouv.fr.</p>"),
        seen("<h1>Au village</h1><p>Le plan cadastral est consultable en ligne sur cadastre.gouv.fr.</p>"),
        unseen("<h1>Au village</h1><p>Le cadastre solaire est en ligne.</p>"),
        unseen("<h1>Au village</h1><p>La vente de la parcelle cadastrée AB 12 est approuvée.</p>"),
        seen('<a href="/a">Matrice cadastrale</a>'),
        seen('<a href="/a">Plans cadastraux</a>'),
        unseen('<a href="/a">Cadastre des éoliennes</a>'),
    ],
)
