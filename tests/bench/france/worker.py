"""A worker as `arobase work --once` begins one, in the virtual country: `python -m tests.bench.france.worker STORE PORT COMMUNES …`."""

import argparse

from audit.watch.terms import Manner, Terms
from audit.watch.work import work
from crawler.limits import Limits
from tests.bench.france.country import Country


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("store")
    options.add_argument("port", type=int)
    options.add_argument("communes", type=int)
    options.add_argument("--pages", type=int, required=True)
    options.add_argument("--at-once", type=int, required=True)
    options.add_argument("--delay", type=float, required=True)
    options.add_argument("--address-delay", type=float, default=1.0)
    asked = options.parse_args()
    manner = Manner(Limits(pages=asked.pages, delay=asked.delay, allow_private=True), render="never", keep_pages=True)
    terms = Terms(asked.store, manner, at_once=asked.at_once, once=True, address_delay=asked.address_delay)
    for line in work(terms, Country(asked.communes, asked.port)):
        print(line)


if __name__ == "__main__":
    main()
