"""Patrimoine et tourisme : histoire, monuments, visites ; photos et vidéos comptées."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from checks.check import check
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.signs import seen, sentence, topic, unseen
from checks.tally import Tally
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, fold_label
from checks.wordings.monuments import of_old
from crawler.page import Page
from crawler.url import join, path

NAMES = (
    "=que voir", "=curiosités", "=flâner", "=autrefois", "=nos vieilles pierres", "patrimoine", "histoire de la commune",
    "histoire du village", "histoire de la ville", "=histoire", "=son histoire", "notre histoire", "histoire",
    "un peu d'histoire", "histoire et patrimoine", "patrimoine et histoire", "monuments", "monuments historiques",
    "historique de la commune", "=historique", "découvrir la ville", "découvrir le village", "découvrir la commune",
    "circuit touristique", "visite de la ville", "lieux à visiter", "sites touristiques", "sites et monuments",
    "tourisme et patrimoine", "=tourisme", "points d'intérêt", "que visiter", "à voir à faire", "citadelle",
    "musées et monuments", "lavoir", "petit patrimoine", "archéologie", "histoire locale", "ville d'art et d'histoire",
    "villages remarquables", "au fil du temps", "origine du nom", "cartes postales anciennes", "village d'antan",
    "histoire du quartier", "patrimoine bâti", "patrimoine historique", "patrimoine culturel", "passé historique",
    "rando patrimoine", "histoire & patrimoine", "=église", "=château", "l'église saint", "chapelle", "=moulin", "abbaye",
    "prieuré", "circuit patrimonial", "sentier d'interprétation", "découverte du patrimoine", "présentation et histoire",
    "histoire et géographie", "le village en images", "personnages célèbres", "personnalités", "origine de la commune",
    "origines du village", "blason", "armoiries", "manoir", "ermitage", "vestiges", "dolmen", "menhir", "calvaires",
    "fortifications", "remparts", "retable", "oppidum", "anciens maires", "liste des maires", "cité médiévale",
    "histoire du château", "histoire de l'église", "les maires depuis", "héraldique", "=passé", "toponymie", "mémoire locale",
    "photos anciennes", "cartes postales", "d'hier à aujourd'hui", "découverte de la commune", "découverte du village",
    "découverte de la ville", "lieux remarquables", "sites remarquables", "sites à visiter", "curiosités", "balade historique",
    "parcours historique", "circuit historique", "mémoire du village", "lieux de mémoire", "=phare", "passé de la commune",
    "patrimwane", "patrimwann", "patrimwan", "=listwa", "=istwa", "listwar", "patrimoniu", "patrimòni", "ondarea", "=istor",
    "istor ar gumun", "=glad", "nos trésors", "trésors du village", "trésors de la commune", "=racines", "nos racines", "=mémoire", "mémoire vivante", "église romane", "église paroissiale", "église sainte", "église notre-dame",
    "basilique", "cathédrale", "collégiale", "beffroi", "maison forte", "voie romaine", "thermes romains", "arènes romaines",
    "pont romain", "pont médiéval", "moulins à vent", "moulin à vent", "moulin à eau", "nos moulins", "château fort",
    "château médiéval", "=ruines", "donjon", "monument aux morts", "fontaines et lavoirs", "tour de guet", "cités minières", "vieux bourg", "bourg ancien",
    "pierres et légendes", "contes et légendes", "légendes du pays", "vieux métiers", "métiers d'autrefois", "vieilles maisons",
    "maisons à colombages", "maisons à pans de bois", "=personnages", "personnages illustres", "nos personnages", "=musée",
    "notre musée", "vieux village", "vieilles pierres", "village fortifié", "vieux pont", "origine du village",
    "d'où vient le nom", "origines de la commune", "nom de la commune", "jadis et naguère", "archives historiques", "vieux papiers",
)  # fmt: skip
OTHERS = (
    "gestion de patrimoine", "km", "patrimoine communal à vendre", "heure du conte", "journées du patrimoine", "adjoint",
    "adjointe", "délégué", "déléguée", "commission", "histoire de lire", "école", "collège", "rue", "place du château", "club",
    "association", "foot", "gestionnaire", "naturelle", "restaurant", "programme", "paroisse", "messe", "horaires des messes",
    "secrétariat", "carte d'identité", "plan d'épargne", "patrimoine immobilier", "histoire de l'art", "conseil en patrimoine",
    "conseiller en patrimoine", "comptines", "histoires pour", "histoires du soir", "bébés lecteurs", "raconte-moi",
    "hôtel restaurant", "camping", "gîte", "financier", "funéraire", "pompes funèbres", "entreprises", "maternelle",
    "élémentaire", "groupe scolaire", "lycée", "crèche", "résidence", "lotissement", "bibliothèque", "médiathèque",
)  # fmt: skip
ICON = 80
"""Pixels on a side below which a picture is no photo."""
MOST = 60
"""Photos, and videos, that are counted on one page."""
SIZED = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
MOVING = (".mp4", ".flv", ".wmv", ".webm")
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Photos and videos are those of all heritage pages together, each counted once."""
    pages = tally.of("structure", trust=Trust.HINT)
    counts = {
        kind: len({one for page in pages for one in str(page.facts.get(f"_{kind}", "")).split()}) for kind in ("photos", "videos")
    }
    return Judgement(None, {kind: count for kind, count in counts.items() if count})


VISITED = re.compile(
    r"\b(?:se visite|mérit\w+ (?:le détour|une visite|d['’]être|un arrêt)|vaut le détour|ouverte?s? (?:d['’]|de |du |tous |toute |en (?:été|saison|juillet)|sur rendez-vous)|visites? (?:guidée|libre|commentée)|(?:sentier|circuit|promenade|parcours)\b[^.!?]{0,60}\b(?:relie|mène|passe|découvr|jalonn)|jalonne|retrace|tourne encore|occupe l['’]ancien|se découvre|poussez (?:la|sa) porte|(?:demande[rz]|prene[zr]|retire[rz]) la cl[ée]|va(?:ut|lent) le coup d['’]œil)",
    re.I,
)
"""What is said to who comes to see it."""


@check(
    "heritage",
    "Patrimoine et tourisme",
    counts="Des pages sur l'histoire, les monuments ou les visites ; leurs photos et vidéos sont comptées.",
    signs=[
        *(replace(sign, pictured=True) for sign in topic(*NAMES, unless=OTHERS)),
        sentence(
            *("château", "moulin", "abbaye", "musée", "chapelle", "lavoir", "lavoirs", "donjon", "église romane"),
            *("église gothique", "clocher", "calvaire", "circuit de découverte", "fresques"),
            *("croix de pierre", "four banal", "calvaires", "magnanerie", "filature", "vieille forge", "écomusée", "distillerie"),
            says=VISITED,
            unless=(
                *("gonflable", "louée", "mariages", "restaurant", "location", "hôtel", "camping", "foot", "école", "départ"),
                *("course",),
            ),
        ),
    ],
    judge=judge,
    examples=[
        seen("<h1>À voir</h1><p>Poussez la porte de l’église : les fresques valent le coup d’œil.</p>"),
        unseen("<h1>La salle</h1><p>Prenez la clé à la mairie, face à l’église.</p>"),
        seen("<h1>Le village</h1><p>L’église romane et le lavoir méritent le détour.</p>"),
        unseen("<h1>Le club de judo</h1><h2>Un peu d’histoire</h2><p>Il naît en 1975.</p>"),
        unseen("<h1>Bibliothèque du Prieuré</h1><p>Mardi 16 h - 18 h.</p>"),
        unseen('<a href="/n">Vente du patrimoine immobilier</a>'),
        seen("<h2>Flâner</h2><p>La ville garde ses hauts fourneaux, inscrits aux monuments historiques.</p>"),
        unseen("<h1>Compte rendu du conseil municipal</h1><p>Travaux sur l’église classée aux monuments historiques.</p>"),
        seen('<a href="/patrimoine">Patrimoine</a>'),
        seen('<a href="/galerie/patrimoine-bati">Patrimoine bâti</a>'),
        seen("<h1>Histoire de la commune</h1><p>Le bourg est cité dès 1180.</p>"),
        seen('<a href="h.htm"><img src="h.gif" alt="Un peu d’histoire"></a>'),
        seen("<h1>Sortir</h1><p>L’église, bâtie au XIIe siècle, se visite librement.</p>"),
        seen("<h1>Bienvenue</h1><p>Le donjon, érigé au XIVème, se visite l’été.</p>"),
        seen("<h1>Le bourg</h1><p>Le lavoir a été bâti en 1843 par les habitants.</p>"),
        unseen("<h1>Sport</h1><p>Près de l’église, la salle construite en 1987 rouvre.</p>"),
        seen("<h1>Les 5 villages</h1><p>L’église Saint-Bernard (1682). La chapelle, peintures de 1470.</p>"),
        seen("<h1>À voir</h1><p>Une halle de 1612, deux portes médiévales.</p>"),
        unseen("<h1>Fête médiévale</h1><p>Le marché médiéval se tient sous la halle.</p>"),
        unseen("<h1>Eau</h1><p>Fontaine : 1 200 € de travaux. Le lavoir a coûté 1500 €.</p>"),
        seen("<h1>Connaître Rives</h1><p>Le prieuré (XIe-XIIIe s.), l’église et sa tour.</p>"),
        seen("<p>Le camp (1887), classé ; l’église en bois.</p>"),
        unseen("<h1>Gîte</h1><p>Longère du XIXe siècle, 6 couchages.</p>"),
        unseen("<h3>Adjointe au patrimoine</h3>"),
        unseen('<a href="/conte">Heure du conte : histoires pour petits</a>'),
        unseen("<p>Place du Château, 18 h</p>"),
        unseen('<a href="#">Patrimoine</a>'),
        unseen("<h1>Mentions légales</h1><h2>Hébergement</h2><p>OVH</p>"),
        seen("<h2>Rives d’hier à aujourd’hui</h2>"),
        seen('<a href="/a">Curiosités et lieux remarquables</a>'),
        seen("<h1>Le bourg</h1><p>La chapelle, inscrite aux monuments historiques, domine le port.</p>"),
        unseen("<h1>Compte rendu</h1><p>Travaux de la chapelle classée monument historique.</p>"),
        unseen("<h3>Circuit d’hier et d’aujourd’hui : 10,4 km</h3>"),
        unseen(
            "<h1>Déclarer</h1><p>Il faut un permis si les travaux portent sur un immeuble inscrit aux monuments historiques.</p>"
        ),
        unseen("<h4>Maternelle de l’Abbaye</h4><p>Directrice : Mme Roux</p>"),
        unseen('<a href="/a">Découvrir</a>'),
        unseen('<a href="/a">Voir</a>'),
        seen("<h1>Au village</h1><p>Cinq croix de pierre et un four banal jalonnent la promenade.</p>"),
        seen("<h1>Au village</h1><p>Un sentier de 6 km mène aux trois lavoirs.</p>"),
        unseen("<h1>Au village</h1><p>Le cabinet conseille les particuliers en patrimoine.</p>"),
        unseen("<h1>Au village</h1><p>Rendez-vous devant l’église pour le départ de la course.</p>"),
        unseen('<a href="/a">Conseil en patrimoine</a>'),
        unseen('<a href="/a">Histoires pour les petits</a>'),
        unseen("<h2>Histoires et comptines</h2>"),
        seen("<h1>Le village</h1><p>Cité dès 954 sous le nom de Rivae, il dépendait d’un abbé.</p>"),
        seen("<h1>Balade</h1><p>Chapelle Saint-Roch (XVe), pressoir, passage du gué.</p>"),
        seen("<h1>À pied</h1><p>La chapelle Saint-Loup (1673), le lavoir, la grotte.</p>"),
        unseen("<h1>Voir</h1><p>Le château (privé) ne se visite pas.</p>"),
        seen("<h1>Trois puits</h1><p>Le plus vieux date de 1604.</p>"),
        seen("<h1>Flâner</h1><p>Des panneaux racontent la vie des mineurs et l’histoire du puits.</p>"),
        seen("<h1>Flâner</h1><p>Corons et chevalement rappellent l’épopée du charbon.</p>"),
        seen("<h1>Flâner</h1><p>D’où vient le nom de Rives ? Du latin.</p>"),
        seen("<h1>Flâner</h1><p>Sur le chemin : la grange dîmière, un colombier, les halles et le vieux lavoir.</p>"),
        seen("<h1>Flâner</h1><p>Le sentier mène au lavoir, au calvaire et à la tour.</p>"),
        seen("<h1>Flâner</h1><p>Le musée des potiers, ouvert de mai à septembre.</p>"),
        unseen("<h1>Collecte</h1><p>Quartiers du moulin, de la fontaine et du château : le mardi.</p>"),
        unseen("<h1>Loger</h1><p>Location : moulin, quatre chambres.</p>"),
        unseen("<h1>Voirie</h1><p>Des panneaux rappellent la vitesse au moulin.</p>"),
        unseen("<h1>Maire</h1><p>Née à Rives en 1962, elle est élue depuis 2008.</p>"),
        seen('<a href="/a">Listwa</a>'),
        unseen("<h1>La mairie</h1><p>Arrêté cité en annexe, 1200 € d’amende. L’école date de 1987.</p>"),
    ],
)
def heritage(page: Page) -> Iterator[Observation]:
    if kept := of_old(page):
        yield Observation.at(page, kept, Trust.LIKELY, proof="text", target=page.url)
    if path(page.url) != "/" and any(map(SUBJECT.within_folded, (fold_label(page.headline), fold_path(path(page.url))))):
        photos, videos = _photos(page), _videos(page)
        if photos or videos:
            yield Observation.at(
                page,
                page.headline,
                Trust.HINT,
                proof="structure",
                target=page.url,
                _photos=" ".join(photos),
                _videos=" ".join(videos),
            )


def _photos(page: Page) -> list[str]:
    """The names of the pictures of the page's own content, each once: a photo in two sizes is one, an icon none."""
    named: dict[str, None] = {}
    for node in page.tree.css("main img, article img, #content img, #contenu img, td img, figure img"):
        source = node.attributes.get("src") or ""
        sides = [node.attributes.get(side) or "" for side in ("width", "height")]
        if any(side.isdecimal() and int(side) < ICON for side in sides) or not source or source.startswith("data:"):
            continue
        where = path(join(page.base, source) or "")
        if not where.lower().endswith((".svg", ".gif")):
            named.setdefault(quote(SIZED.sub("", where)))
    return list(named)[:MOST]


def _videos(page: Page) -> list[str]:
    """The addresses of the videos that the page shows, or has ready to be downloaded, each once."""
    shown = [link.href for link in page.links if link.href.lower().endswith(MOVING)]
    shown += [
        e.src or e.player for e in page.embeds if e.player or "video" in e.src or "youtu" in e.src or e.src.endswith(MOVING)
    ]
    return [quote(one) for one in dict.fromkeys(shown)][:MOST]
