"""Names of files come from hosts that are plain, else from a digest: no address leads out of its folder."""

from datetime import date
from pathlib import Path

import pytest

from audit.command import Order, UsageError, carry_out, check_address, file_name
from reports.commune import Commune
from tests.web import Web

EVIL = [
    "http://../", "http://%2e%2e/", "http://..%2f..%2fetc/", "http://a..b/", "http://[::1]/", "http://-rf.fr/", "http://$(id).fr/",
    "http://~root/", "http://.cache/", "http://a;b.fr/", "http://a`b`.fr/", "http://x" + 300 * "y" + ".fr/", "http://fin./", "",
    "http://\u202e.fr/", "http://\x00.fr/", "file:///etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("url", EVIL)
def test_what_is_no_plain_host_is_named_by_its_digest(url: str) -> None:
    name = file_name(url)
    assert name.startswith("site-")
    assert len(name) == 21
    assert name[5:].isalnum()
    assert name == file_name(url), "the same at each audit"


@pytest.mark.parametrize("name", ["www.besancon.fr", "xn--mairie-vry-h7a.fr", "127.0.0.1", "localhost", "a_b.fr"])
def test_plain_hosts_are_readable(name: str) -> None:
    assert file_name(f"https://{name}/x/../../y") == name


@pytest.mark.parametrize("url", ["http://../", "http://%2e%2e/", "http://./", "https://..."])
def test_dots_are_no_address(url: str) -> None:
    with pytest.raises(UsageError):
        check_address(url)


def test_nothing_is_written_outside_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    for url in ("http://..a..b/", "http://[::1]/", "http://$(touch x).fr/", "http://../"):
        order = Order(url, None, inside / "store.sqlite", date(2026, 11, 15), Commune(), archive=True)
        assert carry_out(order, Web(tmp_path / "none")) in (2, 3)
    assert {p.name for p in (tmp_path / "a").iterdir()} == {"b"}
    assert {p.name.split(".")[0] for p in inside.iterdir()} <= {"audits", "store"}
