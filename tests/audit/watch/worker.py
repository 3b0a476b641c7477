"""A worker of its own process, as `arobase work` begins one, for towns on a port: `python -m tests.audit.watch.worker STORE PORT …`."""

import argparse
import os

from audit.watch import fleet
from audit.watch.logs import begin_log
from audit.watch.processes import several
from audit.watch.terms import Manner, Terms
from crawler.limits import Limits
from tests.audit.watch.towns import Elsewhere


def main() -> None:
    """Its user agent bears its number, so that a town knows who asks."""
    options = argparse.ArgumentParser()
    options.add_argument("store")
    options.add_argument("port", type=int)
    options.add_argument("--at-once", type=int, default=4)
    options.add_argument("--delay", type=float, default=0.0)
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--agent", default=f"worker-{os.getpid()}")
    options.add_argument("--for-ever", action="store_true")
    asked = options.parse_args()
    # Who is killed on purpose again and again is missed sooner.
    fleet.BEAT, fleet.STALLED = 1.0, 4.0
    begin_log("json")
    manner = Manner(Limits(delay=asked.delay, user_agent=asked.agent), "never")
    terms = Terms(
        asked.store, manner, at_once=asked.at_once, once=not asked.for_ever, address_delay=asked.delay, look=0.5, grace=1.0
    )
    several(terms, asked.processes, Elsewhere(asked.port))


if __name__ == "__main__":
    main()
