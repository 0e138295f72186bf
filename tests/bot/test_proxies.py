"""A proxy that is down or says no: the request provably did not get past it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import GetMe, SendMessage

from bot.outcomes import Later, Rejected, Unclear
from bot.telegram.outcomes import outcome_of
from bot.telegram.session import NoClearAnswer, NotTaken, Session, make_bot
from tests.e2e.machine import a_free_port

SERVER = "http://127.0.0.1:1"


async def error_through(proxy: str) -> TelegramAPIError:
    bot = make_bot("42:TEST", api_url=SERVER, proxy=proxy)
    try:
        with pytest.raises(TelegramAPIError) as failed:
            await bot(SendMessage(chat_id=7, text="Новость"))
    finally:
        await bot.session.close()
    return failed.value


@pytest.fixture
async def refusing() -> AsyncIterator[int]:
    """Return the port of a proxy that wants a password; to SOCKS it is no proxy at all."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize("kind", ["socks5", "socks4", "http"])
async def test_through_a_proxy_that_is_down_nothing_is_taken(kind: str) -> None:
    error = await error_through(f"{kind}://127.0.0.1:{a_free_port()}")

    assert outcome_of(error) == Later()


@pytest.mark.parametrize("kind", ["socks5", "socks4", "http"])
async def test_what_a_proxy_refuses_is_not_taken(kind: str, refusing: int) -> None:
    error = await error_through(f"{kind}://127.0.0.1:{refusing}")

    assert outcome_of(error) == Later()


async def test_the_password_of_a_proxy_is_in_no_error() -> None:
    error = await error_through(f"socks5://who:secret@127.0.0.1:{a_free_port()}")

    assert "secret" not in str(error)


@pytest.mark.parametrize("status", [403, 407, 502, 503])
def test_a_page_of_a_proxy_that_refuses_means_not_taken(status: int) -> None:
    bot = make_bot("42:TEST", api_url=SERVER)

    with pytest.raises(NotTaken):
        Session().check_response(bot, GetMe(), status, "<html>no</html>")


@pytest.mark.parametrize(
    "content",
    ["<html></html>", '{"ok":false,"error_code":504,"description":"Gateway Timeout"}'],
)
def test_a_gateway_that_gave_up_waiting_proves_nothing(content: str) -> None:
    bot = make_bot("42:TEST", api_url=SERVER)

    with pytest.raises(NoClearAnswer) as unclear:
        Session().check_response(bot, GetMe(), 504, content)

    assert outcome_of(unclear.value) == Unclear()


@pytest.mark.parametrize(
    ("status", "more"),
    [(404, ""), (413, ""), (400, ',"parameters":{"migrate_to_chat_id":-1007}')],
)
def test_what_would_be_refused_again_is_not_sent_again(status: int, more: str) -> None:
    bot = make_bot("42:TEST", api_url=SERVER)
    content = f'{{"ok":false,"error_code":{status},"description":"No"{more}}}'

    with pytest.raises(TelegramAPIError) as refused:
        Session().check_response(bot, GetMe(), status, content)

    assert isinstance(outcome_of(refused.value), Rejected)
