"""Calendars by link over HTTP: the secret opens, anything else is one and the same no."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from ipaddress import ip_network

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import make_mocked_request

from bot.documents.linked import NotMade
from bot.web.agendas import serve_agendas
from bot.web.throttle import Throttle, asking, guard
from bot.web.webhook import alive, listening

SECRET = "a-secret"
FILE = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@dataclass
class Links:
    asked: list[str] = field(default_factory=list)
    is_broken: bool = False

    async def __call__(self, secret: str) -> bytes | None:
        self.asked.append(secret)
        if self.is_broken:
            raise NotMade
        return FILE if secret == SECRET else None


@dataclass
class Server:
    address: str
    links: Links
    http: ClientSession

    async def gives(self, path: str) -> tuple[int, bytes]:
        async with self.http.get(self.address + path) as answer:
            return answer.status, await answer.read()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    app, links = alive(), Links()
    serve_agendas(app, links)
    guard(app, ("/ics/",), proxy=ip_network("127.0.0.1"))
    async with listening(app, host="127.0.0.1", port=0) as address, ClientSession() as http:
        yield Server(address, links, http)


async def test_the_secret_opens_the_calendar(server: Server) -> None:
    async with server.http.get(f"{server.address}/ics/{SECRET}.ics") as answer:
        told = answer.headers
        file = await answer.read()

    assert file == FILE
    assert told["Content-Type"] == "text/calendar; charset=utf-8"
    assert told["Cache-Control"].startswith("private")


@pytest.mark.parametrize("name", ["guessed.ics", SECRET, f"{SECRET}.ICS", ".ics", "%00.ics"])
async def test_anything_else_is_one_and_the_same_no(server: Server, name: str) -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()

    found = await server.gives(f"/ics/{name}")

    assert found == (404, b"")
    assert loop.time() - begun >= 0.25


async def test_a_calendar_that_could_not_be_written_is_to_be_asked_for_again(
    server: Server,
) -> None:
    server.links.is_broken = True

    status, _ = await server.gives(f"/ics/{SECRET}.ics")

    assert status == 503


async def guesses(server: Server, times: int, **headers: str) -> Counter[int]:
    async def guess(number: int) -> int:
        asked = f"{server.address}/ics/{number}.ics"
        async with server.http.get(asked, headers=headers) as answer:
            return answer.status

    return Counter(await asyncio.gather(*map(guess, range(times))))


async def test_who_guesses_too_often_is_told_to_wait_and_nothing_is_looked_up(
    server: Server,
) -> None:
    answers = await guesses(server, 245)
    known = await server.gives(f"/ics/{SECRET}.ics")

    assert answers == {404: 240, 429: 5}
    assert known[0] == 429
    assert len(server.links.asked) == 240


async def test_a_good_secret_may_be_asked_for_as_often_as_one_likes(server: Server) -> None:
    answers = [await server.gives(f"/ics/{SECRET}.ics") for _ in range(245)]

    assert Counter(status for status, _ in answers) == {200: 245}


async def test_behind_the_proxy_each_family_has_an_address_of_its_own(server: Server) -> None:
    guessing = {"X-Forwarded-For": "203.0.113.1, 198.51.100.7"}
    lying = {"X-Forwarded-For": "203.0.113.2, 198.51.100.7"}
    at_first = await guesses(server, 240, **guessing)

    async with server.http.get(f"{server.address}/ics/x.ics", headers=lying) as answer:
        as_somebody_else = answer.status
    family, _ = await server.gives(f"/ics/{SECRET}.ics")

    assert at_first == {404: 240}
    assert (as_somebody_else, family) == (429, 200)


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, 127.0.0.1", "198.51.100.7"),
        ("198.51.100.9", "198.51.100.7", "198.51.100.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", "unknown"),
        ("2001:db8::1", "", "2001:db8::/64"),
    ],
    ids=["proxy", "two proxies", "not the proxy", "no word", "no address", "IPv6"],
)
def test_who_asks_is_whom_the_trusted_proxy_names(
    remote: str, forwarded: str, address: str
) -> None:
    request = make_mocked_request("GET", "/", headers={"X-Forwarded-For": forwarded})

    assert asking(request.clone(remote=remote), ip_network("127.0.0.1")) == address


@dataclass
class Watch:
    at: float = 0

    def __call__(self) -> float:
        return self.at


def test_each_address_has_its_own_minute() -> None:
    watch = Watch()
    throttle = Throttle(watch, most=2)

    throttle.admits("a")
    throttle.forgiven("a")
    first = [throttle.admits("a"), throttle.admits("a"), throttle.admits("a")]
    other = throttle.admits("b")
    watch.at = 60
    later = throttle.admits("a")

    assert first == [True, True, False]
    assert (other, later) == (True, True)


def test_a_crowd_of_addresses_takes_no_more_than_so_much_memory() -> None:
    throttle = Throttle(Watch())

    for number in range(10_100):
        throttle.admits(str(number))

    assert len(throttle._failed) == 10_000
