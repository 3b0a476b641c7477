"""Lettre d'information : recevoir les actualités de la commune par courriel."""

from checks.check import Check
from checks.signs import form, heading, known, link, path, seen, unseen

NAMES = ("newsletter", "infolettre", "lettre d'information", "lettre d'infos", "lettre électronique", "lettre info")
ISSUES = (
    "archives",
    "numéro",
    "n°",
    "no",
    "pdf",
    "télécharger",
    "lire la lettre",
    "vie privée",
    "confidentialité",
    "désinscription",
    "se désabonner",
)
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

newsletter = Check(
    "newsletter",
    title="Lettre d'information",
    counts="Une inscription qui fonctionne : formulaire avec courriel ou outil d'envoi connu. Une archive seule est partielle.",
    signs=[
        form(*NAMES, "mailpoet", "mailchimp", "je m'abonne", "boîte mail", "recevoir nos actualités", field="email"),
        known(),
        link(*NAMES, unless=ISSUES + MONTHS),
        link("archives des newsletters", "archives de la lettre", "anciennes lettres", whole=False),
        heading(*NAMES, unless=ISSUES + MONTHS),
        path(*NAMES),
    ],
    examples=[
        seen('<form>Infolettre <input type="email"></form>'),
        seen('<a href="/nl">S’abonner à la LETTRE D’INFORMATION</a>'),
        seen('<iframe src="https://abc.sibforms.com/serve/xyz"></iframe>'),
        seen('<h2>La ville dans votre boîte mail</h2><form><input type="email"><button>Je m’abonne !</button></form>'),
        unseen('<a href="/nl-12.pdf">Newsletter n° 12, mars 2009</a>'),
        unseen('<a href="#">Newsletter</a>'),
        unseen("<p>La newsletter du club de judo est distribuée au gymnase.</p>"),
    ],
)
