"""The desk from the command line: it refuses to open wide without accounts, and opens for those that were made."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from audit.desk.accounts import Accounts, Role
from audit.store import Store
from tests.audit.desk.asking import PASSWORD, kept
from tests.audit.test_cli import ROOT, run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Store(tmp_path / "s.sqlite") as made:
        kept(made)
    return tmp_path / "s.sqlite"


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--origin", "https://desk.example"), ("--store", "nothing.sqlite")])
def test_it_says_why_it_does_not_open(store: Path, words: tuple[str, str]) -> None:
    done = run(store.parent, "desk", "--store", str(store), *words)
    assert done.returncode == 2
    assert "add-user" in done.stderr or "does not exist" in done.stderr


def test_accounts_are_made(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AROBASE_PASSWORD", PASSWORD)
    for words in (("Ana Roy",), ("Bo Lin",), ("Cy", "--role", "reader"), ("dora@mairie.example", "--oidc")):
        done = run(store.parent, "desk", "add-user", *words, "--store", str(store))
        assert done.returncode == 0, done.stderr
    for words, why in ((("Ana Roy",), "déjà"), (("Eve", "--role", "queen"), "reader, reviewer or administrator")):
        done = run(store.parent, "desk", "add-user", *words, "--store", str(store))
        assert done.returncode == 2
        assert why in done.stderr
    monkeypatch.setenv("AROBASE_PASSWORD", "court")
    assert run(store.parent, "desk", "add-user", "Fay", "--store", str(store)).returncode == 2
    with Store(store) as made:
        roles = {account.name: account.role for account in Accounts(made.engine).all()}
    assert roles == {
        "Ana Roy": Role.ADMINISTRATOR,
        "Bo Lin": Role.REVIEWER,
        "Cy": Role.READER,
        "dora@mairie.example": Role.REVIEWER,
    }


def test_it_is_served_until_it_is_interrupted(store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "audit.cli", "desk", "--store", str(store), "--port", str(port)]
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True) as desk:
        try:
            page = patiently(f"http://127.0.0.1:{port}/")
        finally:
            desk.send_signal(2)
            _, said = desk.communicate(timeout=30)
    assert "Sans comptes" in page
    assert f"http://127.0.0.1:{port}/" in said
    assert "this machine only" in said


def patiently(url: str) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")
