"""When a site is due again: pure, so every rule is one line."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.watch.schedule import LEAST, MOST, Rhythm, Turn, after, begun, explained, turn_of


def lived(every: float, *turns: Turn) -> Rhythm:
    rhythm = begun(every)
    for turn in turns:
        rhythm = after(rhythm, turn)
    return rhythm


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        ((), 30),
        ((Turn.NEW,), 30),
        ((Turn.NEW, Turn.SAME), 45),
        ((Turn.NEW, Turn.SAME, Turn.SAME), 67.5),
        ((Turn.NEW, Turn.SAME, Turn.SAME, Turn.SAME), 90),
        ((Turn.NEW, Turn.CHANGED), 15),
        ((Turn.NEW, Turn.SAME, Turn.CHANGED), 22.5),
        ((Turn.NEW, *[Turn.CHANGED] * 9), 1),
        ((Turn.NEW, Turn.OTHER_RULES), 30),
        ((Turn.FAILED,), 1),
        ((Turn.NEW, Turn.FAILED, Turn.FAILED, Turn.FAILED), 4),
        ((Turn.NEW, *[Turn.FAILED] * 20), 90),
        # A site that comes back has the rhythm it had.
        ((Turn.NEW, Turn.SAME, Turn.FAILED, Turn.FAILED, Turn.SAME), 67.5),
        ((Turn.NEW, Turn.SAME, Turn.FAILED, Turn.CHANGED), 22.5),
    ],
)
def test_the_next_visit_follows_from_those_before(turns: tuple[Turn, ...], days: float) -> None:
    assert lived(30, *turns).wait == timedelta(days=days)


@given(st.floats(0.01, 10_000), st.lists(st.sampled_from(Turn), max_size=60))
def test_never_more_than_once_a_day_nor_less_than_every_ninety(every: float, turns: list[Turn]) -> None:
    rhythm = lived(every, *turns)
    assert timedelta(days=LEAST) <= rhythm.wait <= timedelta(days=MOST)
    assert rhythm.failures == next((n for n, turn in enumerate(reversed(turns)) if turn is not Turn.FAILED), len(turns))


@pytest.mark.parametrize(
    ("now", "turn", "which"),
    [
        ({"rss": "present", "news": "absent"}, Turn.SAME, []),
        ({"rss": "absent", "news": "absent"}, Turn.CHANGED, ["rss"]),
        # A walk that saw less is no site that changed.
        ({"rss": "undetermined", "news": "absent"}, Turn.SAME, []),
        ({"rss": "present"}, Turn.SAME, []),
    ],
)
def test_a_change_is_a_verdict_that_is_another(now: dict[str, str], turn: Turn, which: list[str]) -> None:
    before = {"rss": "present", "news": "absent"}
    assert turn_of(before, now) == (turn, which)
    assert turn_of(before, now, same_address=False) == (Turn.CHANGED, which)


def test_our_change_is_never_taken_for_the_site_s() -> None:
    assert turn_of({"rss": "present"}, {"rss": "absent"}, same_rules=False) == (Turn.OTHER_RULES, [])
    assert turn_of({}, {"rss": "absent"}) == (Turn.NEW, [])


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        ((), "not visited yet"),
        ((Turn.NEW,), "every 30 days: visited once"),
        ((Turn.NEW, Turn.SAME, Turn.SAME), "every 67.5 days, 30 days asked: the same twice in a row"),
        ((Turn.NEW, Turn.CHANGED), "every 15 days, 30 days asked: it had changed"),
        ((Turn.NEW, Turn.FAILED), "failed once (no such host): again after 1 day"),
        ((Turn.NEW, *[Turn.FAILED] * 4), "failed 4 times (no such host): again after 8 days"),
    ],
)
def test_the_rhythm_is_explained(turns: tuple[Turn, ...], words: str) -> None:
    assert explained(lived(30, *turns), 30, turns[-1] if turns else None, "no such host") == words
