"""The webhook: taken means kept, and only who knows the secret is heard."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession

from bot.telegram.updates import RawUpdate
from bot.web.webhook import PATH, application, listening

SECRET = "a-secret"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Inbox:
    kept: list[RawUpdate] = field(default_factory=list)
    is_full: bool = False

    async def accept(self, updates: Sequence[RawUpdate]) -> None:
        if self.is_full:
            raise OSError("no space left")
        self.kept += updates


@dataclass
class Server:
    address: str
    inbox: Inbox
    http: ClientSession

    async def posts(self, body: str, secret: str = SECRET) -> int:
        headers = {HEADER: secret} if secret else {}
        async with self.http.post(self.address + PATH, data=body, headers=headers) as answer:
            return answer.status


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    inbox = Inbox()
    app = application(inbox.accept, SECRET)
    async with listening(app, host="127.0.0.1", port=0) as address, ClientSession() as http:
        yield Server(address, inbox, http)


async def test_an_update_is_kept_and_then_taken(server: Server) -> None:
    status = await server.posts('{"update_id": 5, "message": {"chat": {"id": 7}}}')

    assert status == 200
    assert [(one.update_id, one.chat) for one in server.inbox.kept] == [(5, 7)]


@pytest.mark.parametrize("secret", ["", "a guess", "a-secret-and-more"])
async def test_who_does_not_know_the_secret_is_not_heard(server: Server, secret: str) -> None:
    status = await server.posts('{"update_id": 5}', secret)

    assert status == 403
    assert server.inbox.kept == []


async def test_what_could_not_be_kept_is_not_taken(
    server: Server,
) -> None:
    server.inbox.is_full = True

    status = await server.posts('{"update_id": 5}')

    assert status == 500


@pytest.mark.parametrize("body", ["", "не JSON", "[1]", "{}", '{"update_id": "5"}'])
async def test_what_is_no_update_is_taken_or_it_would_come_back_all_day(
    server: Server, body: str
) -> None:
    assert await server.posts(body) == 200
    assert server.inbox.kept == []


async def test_health_says_that_it_lives(server: Server) -> None:
    async with server.http.get(f"{server.address}/health") as answer:
        assert await answer.json() == {"status": "ok"}
