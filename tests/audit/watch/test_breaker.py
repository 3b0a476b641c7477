"""When nearly everything fails the worker holds still, tries now and then, and goes on."""

from audit.watch.breaker import FIRST, LONGEST, WINDOW, Breaker
from crawler.visit import Outcome

GONE, LATE, FINE, REFUSED = (o.value for o in (Outcome.DNS_FAILURE, Outcome.TIMEOUT, Outcome.OK, Outcome.ROBOTS))


def seen(*outcomes: str) -> Breaker:
    breaker = Breaker()
    for outcome in outcomes:
        breaker.see(outcome, 0.0)
    return breaker


def test_a_network_that_is_gone_is_not_taken_for_sites_that_are() -> None:
    breaker = seen(*[FINE] * 4, *[GONE, LATE] * 8)
    assert breaker.open
    assert breaker.room(0, 20, FIRST - 1) == 0
    assert breaker.room(0, 20, FIRST) == 1
    assert breaker.room(1, 20, FIRST) == 0


def test_sites_that_fail_by_themselves_open_nothing() -> None:
    assert not seen(*[FINE] * 5, *[GONE] * (WINDOW - 5)).open
    assert not seen(*[REFUSED, Outcome.NOT_FOUND.value] * WINDOW).open
    assert seen(*[GONE] * (WINDOW - 1)).room(3, 20, 0) == 17


def test_each_trial_that_fails_is_followed_by_a_longer_stillness_and_one_that_does_not_ends_it() -> None:
    breaker, time, waits = seen(*[GONE] * WINDOW), 0.0, []
    for _ in range(8):
        began = time
        while not breaker.room(0, 20, time):
            time += 1
        waits.append(time - began)
        breaker.see(GONE, time)
    assert waits == [FIRST * 2**n for n in range(6)] + [LONGEST, LONGEST]
    breaker.see(FINE, time)
    assert breaker.room(0, 20, time) == 20
