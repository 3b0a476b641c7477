"""What is handed to whoever runs a fleet is well made, and speaks of what there is."""

import re
from pathlib import Path

import yaml
from typer.main import get_command

from audit.cli import app
from audit.store import Store
from audit.watch.metrics import Collector
from audit.watch.terms import Manner, Terms
from audit.watch.work import on_shift
from crawler.limits import Limits

ROOT = Path(__file__).parent.parent.parent.parent
DEPLOY = ROOT / "deploy"


async def test_alerts_watch_figures_that_are_told(tmp_path: Path) -> None:
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text(encoding="utf-8"))["groups"][0]["rules"]
    asked = {name for rule in rules for name in re.findall(r"arobase_\w+", rule["expr"])}
    where = str(tmp_path / "s.sqlite")
    with Store(where) as store:
        async with on_shift(store, Terms(where, Manner(Limits()))) as shift:
            collector = Collector(shift, 1)
            collector.refresh()
            told = {family.name + ("_total" if family.type == "counter" else "") for family in collector.collect()}
    assert len(asked) >= 6
    assert asked <= told
    for rule in rules:
        assert rule["annotations"]["summary"]
        assert rule["labels"]["severity"] in ("page", "ticket")


def test_every_command_that_is_shown_has_the_options_it_is_given() -> None:
    commands = get_command(app)
    shown = 0
    files = [*DEPLOY.iterdir(), *(ROOT / "docs" / name for name in ("watching.md", "fleet.md"))]
    for text in (file.read_text(encoding="utf-8") for file in files):
        for line in re.findall(r'arobase (work|watch|fleet)\b([^\n`#]*)|\["?(work)"?,([^\]]*)\]|args: \[(work),([^\]]*)\]', text):
            name, words = next((line[n], line[n + 1]) for n in (0, 2, 4) if line[n])
            command = commands.commands[name]
            known = {option for param in command.params for option in param.opts}
            for sub in getattr(command, "commands", {}).values():
                known |= {option for param in sub.params for option in param.opts}
            given = set(re.findall(r"--[a-z][\w-]+", words))
            assert given <= known, (name, given - known)
            shown += 1
    assert shown >= 10


def test_the_composed_fleet_is_a_database_and_workers() -> None:
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    assert set(composed["services"]) == {"database", "worker"}
    worker = composed["services"]["worker"]
    assert worker["environment"]["AROBASE_STORE"].startswith("postgresql://")
    assert (ROOT / worker["build"]["dockerfile"]).is_file()
    for block in re.findall(r"```yaml\n(.*?)```", (DEPLOY / "kubernetes.md").read_text(encoding="utf-8"), re.DOTALL):
        deployed = yaml.safe_load(block)
        assert deployed["spec"]["template"]["spec"]["containers"][0]["args"][0] == "work"
