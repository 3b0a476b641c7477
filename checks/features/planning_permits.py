"""Autorisations d'urbanisme en ligne : guichet numérique, saisine par voie électronique."""

from checks.check import Check
from checks.signs import form, known, link, seen, topic, unseen

ONLINE = (
    "guichet numérique des autorisations d'urbanisme",
    "=gnau",
    "guichet numérique",
    "guichet unique urbanisme",
    "déposer une demande d'urbanisme en ligne",
    "dépôt en ligne des autorisations",
    "urbanisme en ligne",
    "déposer votre permis en ligne",
    "dépôt dématérialisé",
    "dématérialisation des autorisations d'urbanisme",
    "déposer un dossier d'urbanisme",
    "portail urbanisme",
    "permis en ligne",
    "guichet unique d'urbanisme",
)
PAPER = (
    "permis de construire",
    "déclaration préalable",
    "certificat d'urbanisme",
    "permis de démolir",
    "autorisations d'urbanisme",
    "déclaration de travaux",
    "permis d'aménager",
    "permis d'urbanisme",
)

planning_permits = Check(
    "planning_permits",
    title="Autorisations d'urbanisme en ligne",
    counts="Un guichet numérique ou une téléprocédure ; une explication ou un imprimé seul est partiel.",
    signs=[
        known(),
        link(*ONLINE),
        form("permis de construire", "déclaration préalable", "certificat d'urbanisme", field="file"),
        *topic(
            *PAPER,
            unless=(
                "arrêté",
                "accordé",
                "délivré",
                "refusé",
                "liste des",
                "affichage",
                "délibération",
                "commission",
                "adjoint",
                "adjointe",
            ),
            whole=False,
        ),
    ],
    examples=[
        seen('<a href="https://gnau12.operis.fr/montclair/gnau/">Déposer un dossier</a>'),
        seen('<a href="/gnau">Guichet numérique des autorisations d’urbanisme</a>'),
        seen("<h2>Permis de construire</h2><p>Formulaire à déposer en mairie en quatre exemplaires.</p>", "partial"),
        seen('<a href="cerfa_13406.pdf">Cerfa : permis de construire</a>', "partial"),
        unseen("<p>Le permis de construire de la salle a été accordé.</p>"),
        unseen('<a href="liste.pdf">Liste des permis de construire accordés</a>'),
        unseen("<h2>Urbanisme</h2>"),
        unseen('<a href="#">Permis de construire en ligne</a>'),
        unseen("<h3>Permis de construire accordés en mai</h3>"),
    ],
)
