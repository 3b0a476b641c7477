"""Saisine par voie électronique : saisir la commune en ligne, avec accusé d'enregistrement."""

from checks.check import Check
from checks.observation import Trust
from checks.signs import form, heading, link, path, seen, text, told, unseen

NAMES = (
    *(
        f"{seizing} {whom} {how}"
        for seizing in ("saisir", "saisine de", "saisissez", "contacter")
        for whom in (
            *("la mairie", "la commune", "la ville", "l'administration", "les services", "les services municipaux"),
            "nos services",
        )
        for how in ("par voie électronique", "en ligne", "par internet")
        if (seizing, how) != ("contacter", "en ligne")
    ),
    *("saisine en ligne", "=saisine", "demande par voie électronique", "=pétitions", "pétition municipale"),
    *("pétition locale", "droit d'interpellation", "interpellation citoyenne", "saisir le conseil municipal"),
    *("saisine par voie électronique", "saisir par voie électronique", "saisir l'administration"),
    *("saisie de l'administration par voie électronique", "saisine électronique", "saisine de l'administration"),
    *("saisine des services", "=sve", "sve saisine", "téléservice de saisine", "droit de pétition", "pétition citoyenne"),
    *("plateforme de pétitions", "déposer une pétition", "pétitions en ligne", "saisine de la commune"),
)
NOT_IT = (
    "permis", "urbanisme", "caf", "conciliateur", "juge", "service volontaire", "volontariat", "jeunesse",
    "défenseur des droits", "tribunal", "cada",
)  # fmt: skip

petition_sve = Check(
    "petition_sve",
    title="Saisine par voie électronique",
    by_name=False,
    counts="Une page ou un téléservice pour saisir la commune en ligne ; le service volontaire européen (SVE) n'en est pas.",
    signs=[
        form(*NAMES, field="textarea|email", unless=NOT_IT),
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT),
        path("saisine par voie électronique", "saisine", "sve", unless=NOT_IT),
        text(
            *("nous saisir par voie électronique", "saisine par voie électronique sve"),
            *("saisine par voie électronique se fait", "saisine par voie électronique s'effectue"),
            *("saisine par voie électronique est possible", "toute saisine par voie électronique"),
            *("déposer une pétition en ligne", "saisir l'administration par voie électronique"),
            "saisir la commune par voie électronique",
            trust=Trust.LIKELY,
        ),
        told(
            *("sve", "saisir la mairie par internet", "saisir la commune par internet", "saisir la mairie en ligne"),
            *("accusé d'enregistrement", "accusé de réception dans"),
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
        seen("<p>Saisir la mairie par internet : un accusé d’enregistrement vous est adressé.</p>"),
        unseen("<p>Permis déposé en ligne : accusé de réception électronique, cinq jours ouvrés.</p>"),
        unseen("<p>Comptez cinq jours ouvrés pour la livraison.</p>"),
        unseen("<p>Une pétition circule contre la fermeture de la classe.</p>"),
        unseen('<a href="/contact">Contact</a>'),
        unseen('<a href="#">Saisine par voie électronique</a>'),
        seen('<a href="/a">Saisir la commune en ligne</a>'),
        seen('<a href="/a">Pétitions</a>'),
        seen("<p>Pour toute saisine par voie électronique, écrivez à sve@exemple.fr.</p>"),
        unseen('<a href="/a">Pétition des riverains contre l’antenne</a>'),
        unseen('<a href="/a">Saisir la CAF en ligne</a>'),
    ],
)
