"""Folders: what the map of a site is drawn from."""

from audit.folders import MOST, Folders


def told(*urls: str) -> dict[str, int]:
    folders = Folders()
    for url in urls:
        folders.see(url)
    return folders.told()


def test_pages_are_counted_in_every_folder_above_them() -> None:
    urls = [
        f"https://www.exemple.fr/{path}" for path in ("", "a.html", "mairie/elus/b", "mairie/elus/", "mairie/c?x=/y/", "sport/")
    ]
    assert told(*urls) == {"www.exemple.fr/": 6, "www.exemple.fr/mairie/": 3, "www.exemple.fr/mairie/elus/": 2}


def test_a_folder_that_only_leads_to_another_is_told_with_it() -> None:
    assert told("https://e.fr/", *(f"https://e.fr/fr/ville/{n}" for n in range(3))) == {"e.fr/": 4, "e.fr/fr/ville/": 3}


def test_the_largest_are_told_with_those_they_stand_in() -> None:
    urls = [f"https://e.fr/dossier-{n}/sous/page-{page}" for n in range(60) for page in range(n + 2)]
    found = told(*urls)
    assert len(found) <= MOST
    assert found["e.fr/dossier-59/sous/"] == 61


def test_two_hosts_and_letters_beyond_ascii() -> None:
    found = told(*["https://e.fr/%C3%A9coles/"] * 2, *["https://agenda.e.fr/"] * 2)
    assert found == {"agenda.e.fr/": 2, "e.fr/": 2, "e.fr/écoles/": 2}
