"""Développement durable : les actions de la commune pour l'environnement."""

from checks.check import Check
from checks.signs import heading, link, path, seen, unseen

NAMES = (
    "développement durable",
    "agenda 21",
    "pcaet",
    "plan climat",
    "transition écologique",
    "transition énergétique",
    "transition environnementale",
    "transitions écologiques",
    "environnement",
    "biodiversité",
    "éco-citoyen",
    "éco-citoyenneté",
    "écocitoyenneté",
    "écogestes",
    "éco-gestes",
    "écologie",
    "zéro phyto",
    "zéro pesticide",
    "économies d'énergie",
    "énergies renouvelables",
    "nature en ville",
    "protection de la nature",
    "territoire engagé climat",
    "extinction de l'éclairage public",
    "trame verte",
    "patrimoine naturel",
    "atlas de la biodiversité",
    "île durable",
    "ville durable",
    "commune durable",
    "village durable",
    "plan vélo",
    "climat",
)
NATURE = ("=nature", "faune et flore", "espaces naturels")
NOT_IT = (
    "environnement numérique",
    "environnement de travail",
    "environnement économique",
    "environnement juridique",
    "environnement professionnel",
    "commission",
    "ministère",
    "direction départementale",
    "code de l'environnement",
    "agence",
    "france rénov",
)

sustainability = Check(
    "sustainability",
    title="Développement durable",
    counts="Une rubrique ou des actions de la commune : Agenda 21, plan climat, nature ; la seule nature est partielle ; l'environnement numérique de travail n'en est pas.",
    signs=[
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT, levels=(0, 1, 2)),
        link(*NATURE, whole=False),
        heading(*NATURE, whole=False, levels=(0, 1, 2)),
        path("développement durable", "environnement", "agenda 21", "biodiversité", "transition écologique", unless=NOT_IT),
    ],
    examples=[
        seen('<nav><a href="/dd">Développement durable</a></nav>'),
        seen("<h1>Agenda 21</h1><p>Les actions de la commune depuis 2009.</p>"),
        seen('<a href="/pcaet.pdf">Plan climat-air-énergie territorial (PCAET)</a>'),
        seen("<h1>Faune et flore</h1><p>Le héron et le castor.</p>", "partial"),
        unseen("<h2>Commission Environnement et développement durable</h2><p>Jean Petit, Anne Roux.</p>"),
        unseen('<a href="/ent">Environnement numérique de travail</a>'),
        unseen('<a href="https://www.ecologie.gouv.fr">Ministère de l’Écologie</a>'),
        unseen("<p>Dans un environnement agréable, à deux pas de la mer.</p>"),
        unseen('<a href="#">Développement durable</a>'),
    ],
)
