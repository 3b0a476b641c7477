"""The door and addresses: odd literals, odd ports, names that lead inside, rebinding."""

import pytest

from crawler.address import Endpoint
from crawler.fetch import Door
from crawler.limits import Limits
from crawler.visit import Outcome
from tests.web import Web, to


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "１２７.０.０.１", "[::1]", "0", "[::ffff:7f00:1]", "localhost", "10.0.0.1"]
)
async def test_odd_literals(host: str) -> None:
    class Local:
        authoritative = True

        async def resolve(self, host: str, port: int) -> list[Endpoint]:
            return [Endpoint("127.0.0.1", port)]

    async with Door(Limits(), resolver=Local()) as door:
        assert (await door.fetch(f"http://{host}/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_odd_ports(web: Web) -> None:
    web.addresses["a.fr"] = "8.8.8.8"
    async with Door(Limits(), resolver=web.resolver) as door:
        for port in (0, 22, 25, 8080):
            assert (await door.fetch(f"http://a.fr:{port}/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_redirect_to_a_name_that_is_inside(web: Web, door: Door) -> None:
    web.addresses["inside.fr"] = "169.254.169.254"
    web.answers["a.fr", "/"] = to("http://inside.fr/latest/meta-data/")
    visit = await door.fetch("http://a.fr/")
    assert (visit.outcome, visit.landed) == (Outcome.UNSAFE_ADDRESS, "http://inside.fr/latest/meta-data/")
    web.addresses["private.fr"] = "192.168.1.1"
    async with Door(Limits(), resolver=web.resolver) as strict:
        assert (await strict.fetch("http://private.fr/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_rebinding(web: Web, door: Door) -> None:
    """What is dialled is what was screened: the second answer of a lying resolver is screened again."""
    answers = iter(["8.8.8.8", "127.0.0.1"])
    web.addresses["evil.fr"] = lambda: next(answers)
    async with Door(Limits(connect_timeout=0.2), resolver=web.resolver) as strict:
        guard = strict._line.guard
        assert await guard.endpoints("evil.fr", 80) == [Endpoint("8.8.8.8", 80)]
        guard._known.clear()
        # The pool dials by the guard, not by the resolver: refused although the hop loop has let the name through.
        with pytest.raises(Exception, match=r"127\.0\.0\.1") as caught:
            await strict._line.wire.ask("GET", "http://evil.fr/", {})
    assert getattr(caught.value, "outcome", None) is Outcome.UNSAFE_ADDRESS
    assert web.log == []


async def test_no_such_host(door: Door) -> None:
    assert (await door.fetch("http://nowhere.fr/")).outcome is Outcome.NO_SUCH_HOST
