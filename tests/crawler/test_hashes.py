"""Hashes behave as a set does, however many there are."""

import random

from crawler.hashes import Hashes


def test_as_a_set() -> None:
    chance = random.Random(7)
    told, known = Hashes(), set[int]()
    for _ in range(10_000):
        key = chance.getrandbits(64) - 2**63 if chance.random() < 0.7 or not known else chance.choice([*known][:50])
        assert (key in told) == (key in known)
        told.add(key)
        known.add(key)
    assert len(told) == len(known)
    assert all(key in told for key in known)
    assert -(2**63) not in told
    assert 2**63 - 1 not in told
