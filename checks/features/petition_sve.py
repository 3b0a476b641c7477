"""Saisine par voie électronique : saisir la commune en ligne, avec accusé d'enregistrement."""

from checks.check import Check
from checks.observation import Trust
from checks.signs import form, heading, link, path, seen, text, unseen

NAMES = (
    "saisine par voie électronique",
    "saisir par voie électronique",
    "saisir la commune par voie électronique",
    "saisir l'administration par voie électronique",
    "saisir l'administration",
    "saisir la mairie par voie électronique",
    "saisir les services par voie électronique",
    "saisie de l'administration par voie électronique",
    "saisine électronique",
    "saisine de l'administration",
    "saisine des services",
    "=sve",
    "sve saisine",
    "téléservice de saisine",
    "droit de pétition",
    "pétition citoyenne",
    "plateforme de pétitions",
    "déposer une pétition",
    "pétitions en ligne",
    *("saisir nos services par voie électronique", "saisine de la commune"),
    *("saisine de la mairie par voie électronique",),
)
NOT_IT = ("service volontaire", "volontariat", "jeunesse", "défenseur des droits", "tribunal", "cada")

petition_sve = Check(
    "petition_sve",
    title="Saisine par voie électronique",
    counts="Une page ou un téléservice pour saisir la commune en ligne ; le service volontaire européen (SVE) n'en est pas.",
    signs=[
        form(*NAMES, field="textarea|email", unless=NOT_IT),
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT),
        path("saisine par voie électronique", "saisine", "sve", unless=NOT_IT),
        text(
            "nous saisir par voie électronique",
            "saisine par voie électronique sve",
            "saisine par voie électronique se fait",
            "saisir l'administration par voie électronique",
            "saisir la commune par voie électronique",
            trust=Trust.LIKELY,
        ),
        text(
            "saisine par voie électronique",
            "accusé d'enregistrement électronique",
            "accusé de réception électronique",
            "accusé d'enregistrement",
        ),
    ],
    examples=[
        seen('<a href="/s">Saisir la mairie par voie électronique</a>'),
        seen('<a href="/sve">Saisine par voie électronique</a>'),
        seen('<h2>Saisir l’administration</h2><form><input type="email"><textarea name="demande"></textarea></form>'),
        seen("<p>Vous pouvez nous saisir par voie électronique à sve@exemple.fr ; un accusé d'enregistrement est adressé.</p>"),
        unseen('<a href="/sve">SVE : service volontaire européen</a>'),
        unseen("<p>Une pétition circule contre la fermeture de la classe.</p>"),
        unseen('<a href="/contact">Contact</a>'),
        unseen('<a href="#">Saisine par voie électronique</a>'),
    ],
)
