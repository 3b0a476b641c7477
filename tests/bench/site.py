"""A commune's site of any size, the same bytes each time: menus and footers repeat, features lie one to three clicks deep."""

import hashlib
import os
from pathlib import Path

from tests.bench import markup

WRITTEN = 1_750_000_000
MENU = {
    "la-mairie": ("La mairie", {"conseil-municipal": "Conseil municipal", "elus": "Vos élus", "services": "Services municipaux",
        "comptes-rendus": "Comptes rendus du conseil", "marches-publics": "Marchés publics", "budget": "Budget communal",
        "bulletin": "Bulletin municipal", "offres-emploi": "Offres d'emploi", "jumelages": "Jumelages"}),
    "demarches": ("Vos démarches", {"etat-civil": "État civil", "urbanisme": "Urbanisme et PLU", "titres": "Carte d'identité, passeport",
        "elections": "Listes électorales", "rendez-vous": "Prendre rendez-vous en ligne", "dechets": "Déchets et tri"}),
    "vivre-ici": ("Vivre ici", {"ecoles": "Écoles", "cantine": "Restauration scolaire : menus", "petite-enfance": "Petite enfance",
        "seniors": "Seniors", "ccas": "Action sociale (CCAS)", "sante": "Professionnels de santé", "transports": "Transports",
        "eau": "Eau et assainissement"}),
    "sortir": ("Sortir", {"agenda": "Agenda des manifestations", "mediatheque": "Médiathèque", "associations": "Annuaire des associations",
        "sports": "Équipements sportifs", "patrimoine": "Patrimoine et histoire", "tourisme": "Office de tourisme",
        "salles": "Location de salles"}),
}  # fmt: skip
FOOTER = {"contact": "Nous contacter", "mentions-legales": "Mentions légales", "accessibilite": "Accessibilité : partiellement conforme",
    "plan-du-site": "Plan du site", "newsletter": "Lettre d'information", "alertes": "Alertes par SMS",
    "donnees-personnelles": "Données personnelles", "reseaux": "Réseaux sociaux"}  # fmt: skip
DEEP = {
    "la-mairie/conseil-municipal/videos": "Le conseil municipal en vidéo",
    "la-mairie/services/police-municipale": "Police municipale",
    "demarches/urbanisme/cadastre": "Consulter le cadastre",
    "vivre-ici/ecoles/portail-famille": "Inscription scolaire et paiement en ligne",
    "vivre-ici/dechets-verts": "Collecte des encombrants",
    "sortir/associations/subventions": "Demander une subvention",
    "la-mairie/participation": "Budget participatif",
    "vivre-ici/risques": "Risques majeurs : le DICRIM",
}
"""Pages that only a page of the second level names."""
WORDS = [
    "la",
    "commune",
    "propose",
    "aux",
    "habitants",
    "un",
    "accueil",
    "en",
    "mairie",
    "du",
    "lundi",
    "au",
    "vendredi",
    "de",
    "neuf",
    "heures",
    "à",
    "midi",
    "et",
    "l'après-midi",
    "sur",
    "rendez-vous",
    "les",
    "travaux",
    "de",
    "la",
    "rue",
    "haute",
    "commenceront",
    "au",
    "printemps",
    "le",
    "conseil",
    "a",
    "voté",
    "la",
    "réfection",
    "du",
    "toit",
    "de",
    "l'école",
    "les",
    "enfants",
    "du",
    "centre",
    "de",
    "loisirs",
    "ont",
    "visité",
    "la",
    "ferme",
    "voisine",
    "la",
    "fanfare",
    "jouera",
    "sur",
    "la",
    "place",
    "pour",
    "la",
    "fête",
    "du",
    "village",
    "les",
    "inscriptions",
    "sont",
    "ouvertes",
    "auprès",
    "du",
    "secrétariat",
    "la",
    "collecte",
    "aura",
    "lieu",
    "le",
    "jeudi",
    "matin",
    "merci",
    "de",
    "sortir",
    "les",
    "bacs",
    "la",
    "veille",
    "au",
    "soir",
    "la",
    "bibliothèque",
    "prête",
    "des",
    "livres",
    "des",
    "jeux",
    "et",
    "des",
    "disques",
    "à",
    "tous",
    "les",
    "habitants",
    "l'amicale",
    "organise",
    "son",
    "repas",
    "annuel",
    "à",
    "la",
    "salle",
    "polyvalente",
]
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
SPECIAL = {
    "newsletter": '<form action="/newsletter" method="post"><label for="m">Votre courriel</label><input type="email" id="m" name="m"><button>S’abonner à la lettre d’information</button></form>',
    "contact": '<p>Mairie, 1 place Haute, 25000 Bellecombe-sur-Ain. Tél. 03 81 00 00 00. Ouvert lundi et jeudi de 9h à 12h.</p><form method="post" action="/contact"><input name="nom"><input type="email" name="mail"><textarea name="message"></textarea><button>Envoyer votre message</button></form>',
    "la-mairie/conseil-municipal/videos": '<h2>Conseil municipal du 5 octobre 2026</h2><iframe title="Séance du conseil municipal" src="https://www.youtube.com/embed/abc"></iframe>',
    "la-mairie/elus": "<ul><li>Marie Durand, maire</li><li>Paul Martin, premier adjoint, chargé des finances</li><li>Luc Moreau, adjoint à la voirie</li><li>Zoé Blanc, conseillère municipale</li></ul>",
    "sortir/associations": '<form role="search" action="/associations"><label for="a">Rechercher une association</label><input id="a" name="q"></form>',
}


MOST = 60
"""Things told on one page, at most."""


def paths(pages: int) -> list[str]:
    """The paths of the site's pages, the home page first."""
    found = ["", *FOOTER, *DEEP]
    for folder, (_, children) in MENU.items():
        found += [folder, *(f"{folder}/{child}" for child in children)]
    kinds = ("actualites", "agenda-detail", "annuaire", "archives")
    found += [f"{kinds[n % 4]}/{kinds[n % 4]}-{n:05}" for n in range(max(0, pages - len(found)))]
    return found[:pages]


def page(path: str, every: list[str], prose: bool = False) -> bytes:
    """One page, 15 to 80 KB, about 90 links. Of its bytes text is a fifth, tags three fifths and scripts and styles the rest, as on
    communes' sites (see docs/bench.md); `prose` makes nearly all of it text.
    """
    seed = int.from_bytes(hashlib.blake2b(path.encode(), digest_size=8).digest())
    title = _title(path)
    rest = every[len(every) - max(1, len(every) - 60) :] if len(every) > 60 else every
    near = (
        [rest[(seed + n * 7919) % len(rest)] for n in range(22)]
        if path.count("/") or path in ("", "plan-du-site")
        else every[60:90]
    )
    body = [f"<h1>{title}</h1>", SPECIAL.get(path, "")]
    if path in ("plan-du-site",):
        near = [p for p in every if p.count("/") <= 1 and not p.startswith(("actualites", "agenda-", "annuaire", "archives"))]
    near += [deep for deep in DEEP if deep.rpartition("/")[0] == path]
    near = list(dict.fromkeys(near))
    body.append("<ul class='liste'>" + "".join(f'<li><a href="/{p}">{_title(p)}</a></li>' for p in near) + "</ul>")
    if path.startswith("la-mairie/comptes-rendus") or seed % 40 == 0:
        body += [f'<a href="/documents/pv-{n}.pdf">Procès-verbal du {n + 1} septembre 2026</a>' for n in range(4)]
    frame = markup.framed(title, MENU, FOOTER, plain=prose)
    wanted = 15_000 + seed % 65_000 - len(frame)
    length = sum(map(len, body))
    n = 0
    while length < wanted:
        at = seed + n * 104729
        words = " ".join(WORDS[(at + k * k) % len(WORDS)] for k in range(60 + at % 50))
        heading = f"{WORDS[at % len(WORDS)].capitalize()} {1 + at % 28} {MONTHS[at % 12]} 2026"
        said = markup.PROSE if prose else markup.CARD
        body.append(said.format(n=n, heading=heading, words=words.capitalize(), href=near[at % len(near)] if near else path))
        length += len(body[-1])
        n += 1
    return frame.replace("{body}", "".join(body)).encode()


def build(root: Path, pages: int) -> list[str]:
    """Writes the site into the folder; the paths of its pages."""
    every = paths(pages)
    for path in every:
        file = root / path / "index.html" if path else root / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page(path, every))
        # No town wrote all its pages a minute ago: of what is that young a server's date proves nothing.
        os.utime(file, (WRITTEN, WRITTEN))
    (root / "documents").mkdir(exist_ok=True)
    for n in range(4):
        (root / "documents" / f"pv-{n}.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    media = root / "media" / "2026" / "10"
    media.mkdir(parents=True, exist_ok=True)
    for n in range(MOST):
        for name in markup.PICTURES:
            (media / name.format(n=n)).write_bytes(b"GIF89a")
    items = "".join(
        f"<item><title>Nouvelle {n}</title><pubDate>Mon, {n + 1:02} Nov 2026 08:00:00 GMT</pubDate></item>" for n in range(9)
    )
    (root / "rss.xml").write_text(
        f'<rss version="2.0"><channel><title>Actualités</title>{items}</channel></rss>', encoding="utf-8"
    )
    (root / "robots.txt").write_text("User-agent: *\nDisallow: /admin/\n")
    (root / "style.css").write_text("body{}")
    (root / "js").mkdir(exist_ok=True)
    (root / "js" / "site.js").write_text("var site;")
    return every


def _title(path: str) -> str:
    if not path:
        return "Bienvenue"
    if path in DEEP or path in FOOTER:
        return DEEP.get(path) or FOOTER[path]
    folder, _, child = path.partition("/")
    if folder in MENU:
        return MENU[folder][1].get(child, "") or MENU[folder][0]
    return f"{folder.capitalize().replace('-', ' ')} {child.rpartition('-')[2]}"
