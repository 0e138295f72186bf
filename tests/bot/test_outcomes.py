"""Each error of a request says what to do next, and none is taken for another."""

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, SendMessage
from aiohttp import ClientConnectorError, ClientOSError
from aiohttp.client_reqrep import ConnectionKey

from bot.outcomes import Gone, Later, Outcome, Rejected, Unclear
from bot.telegram.outcomes import outcome_of
from bot.telegram.session import NoClearAnswer, NotTaken, Session, make_bot, tune

SEND = SendMessage(chat_id=7, text="Новость")
NOWHERE = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)


def caused(cause: Exception) -> TelegramNetworkError:
    error = TelegramNetworkError(method=SEND, message=str(cause))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (TelegramRetryAfter(SEND, "Too Many Requests", 30), Later(30.0)),
        (TelegramAPIError(SEND, "Too Many Requests"), Later(1.0)),
        (TelegramServerError(SEND, "Internal Server Error"), Later()),
        (TelegramUnauthorizedError(SEND, "Unauthorized"), Later()),
        (NotTaken(SEND, "no JSON, status 502"), Later()),
        (NoClearAnswer(SEND, "no JSON, status 200"), Unclear()),
        (TelegramForbiddenError(SEND, "Forbidden: bot was blocked"), Gone()),
        (TelegramBadRequest(SEND, "Bad Request: chat not found"), Gone()),
        (
            TelegramBadRequest(SEND, "Bad Request: no text"),
            Rejected("Bad Request: no text"),
        ),
        (caused(ClientConnectorError(NOWHERE, OSError("refused"))), Later()),
        (caused(ClientOSError("reset")), Unclear()),
        (TelegramConflictError(SEND, "Conflict"), Unclear()),
    ],
)
def test_an_error_says_what_became_of_the_request(
    error: TelegramAPIError, outcome: Outcome
) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("status", "content", "error"),
    [
        (502, "<html>Bad Gateway</html>", NotTaken),
        (503, "", NotTaken),
        (200, '{"ok":true,"resu', NoClearAnswer),
        (200, "[]", NoClearAnswer),
        (500, '{"ok":false,"error_code":500}', NotTaken),
        (200, '{"ok":true,"result":{"surprise":[]}}', NoClearAnswer),
        (403, '{"ok":false,"error_code":403,"description":"Forbidden"}', TelegramForbiddenError),
    ],
)
def test_an_answer_that_cannot_be_read_is_told_from_a_refusal(
    status: int, content: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        Session().check_response(Bot("42:TEST"), GetMe(), status, content)


async def test_a_bot_talks_to_the_server_it_is_told_of() -> None:
    bot = make_bot("42:TEST", api_url="http://127.0.0.1:8081")

    address = bot.session.api.api_url(bot.token, "getMe")
    await bot.session.close()

    assert address == "http://127.0.0.1:8081/bot42:TEST/getMe"


def test_types_that_answers_are_read_into_are_kept_alive() -> None:
    assert len(tune()) == 5
