"""`make bench ARGS="--fleet"`: a thousand towns on PostgreSQL, workers killed with -9 at random, the database restarted twice."""

import argparse
import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.audit.watch.storm import Weathered, storm
from tests.postgres import cluster, database


def main(words: list[str]) -> None:
    """Prints what was left; status 1 when anything was lost, done twice, or waits for ever."""
    parser = argparse.ArgumentParser(prog='make bench ARGS="--fleet"', description=__doc__)
    parser.add_argument("--sites", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--at-once", type=int, default=10)
    parser.add_argument("--kills", type=int, default=30)
    asked = parser.parse_args(words)
    with cluster() as server, database(server, "storm") as where, TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        found = asyncio.run(
            storm(
                where,
                server,
                log,
                sites=asked.sites,
                crew=asked.workers,
                at_once=asked.at_once,
                kills=asked.kills,
                patience=3600.0,
            )
        )
        tell(found, log.read_text(encoding="utf-8"))
    sys.exit(bool(found.missing or found.repeated or found.twice or found.due or found.held or found.jobs))


def tell(found: Weathered, said: str) -> None:
    print(f"{found.sites} sites in {found.seconds:.0f} s, {found.sites / found.seconds:.1f} a second")
    print(f"workers killed: {found.killed}; database restarted: {found.restarted}")
    print(f"not audited: {found.missing}; audited again: {found.repeated}; by two at once: {len(found.twice)}")
    print(f"left due: {found.due}; left with an owner: {found.held}; jobs left: {found.jobs}")
    print(
        f"jobs of dead workers that came again: {said.count('comes again')}; times the database was away: {said.count('is away')}"
    )
