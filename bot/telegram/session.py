"""The session to the Bot API: what went wrong is said so exactly that a retry can be decided on.

aiogram alone answers a malformed page, a 500 without words and a 502 of a proxy with errors
that do not tell whether the message was taken. Here each becomes one of the classes below.
"""

import gc
import json
import sys
from functools import partial
from http import HTTPStatus
from typing import Any, Final

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Message, Update, User
from aiohttp import ClientHttpProxyError, ClientProxyConnectionError, FormData, JsonPayload
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
from typing_extensions import override

AT_ONCE: Final = 200
_SWITCH: Final = 0.0005
"""A commit ends in a thread, which would else wait 5 ms for a busy loop to let it say so."""
_PROXY_REFUSALS: Final = frozenset({403, 407, 502, 503})


class NotTaken(TelegramAPIError):
    """The server, or a proxy before it, said that it did not take the request."""


class NoClearAnswer(TelegramAPIError):
    """The request left, and what came back does not say whether it was taken."""


class Untyped(TelegramMethod[Any]):
    """A method whose answer is taken as it came.

    Building aiogram's types up costs more than sending, where all that is wanted is a number.
    Parameters are what Telegram reads: nothing is checked and no default of the bot is put in.
    """

    __returning__ = Any


class ClearAnswers(BaseSession):
    """Any session of aiogram, made to tell a refusal from an unreadable answer."""

    @override
    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        answer = _answer(content)
        if answer is None:
            refused = status_code in _PROXY_REFUSALS
            raise (NotTaken if refused else NoClearAnswer)(
                method, f"no JSON, status {status_code}"
            )
        if status_code == HTTPStatus.GATEWAY_TIMEOUT:
            raise NoClearAnswer(method, "a gateway gave up waiting")
        if answer["ok"] is not True and not isinstance(answer.get("description"), str):
            raise NotTaken(method, f"no description, status {status_code}")
        if isinstance(method, Untyped) and answer["ok"] is True and status_code == HTTPStatus.OK:
            return Response.model_construct(ok=True, result=answer.get("result"))
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as unreadable:
            raise NoClearAnswer(method, "an answer of the wrong shape") from unreadable


class Session(ClearAnswers, AiohttpSession):
    """The session over HTTP, perhaps by a proxy: what does not get past it was not taken."""

    @override
    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        if isinstance(method, Untyped) and not _carries_a_file(method):
            # As JSON a Cyrillic letter takes two bytes and no time; a form writes six for it.
            return JsonPayload(method.model_extra, dumps=_json)  # type: ignore[return-value]  # a body too
        return super().build_form_data(bot, method)

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        try:
            return await super().make_request(bot, method, timeout)
        except (ProxyError, ProxyConnectionError, ProxyTimeoutError) as stopped:
            raise NotTaken(method, f"the proxy: {type(stopped).__name__}") from stopped
        except TelegramNetworkError as failed:
            if isinstance(failed.__cause__, (ClientHttpProxyError, ClientProxyConnectionError)):
                told = f"the proxy: {type(failed.__cause__).__name__}"
                raise NotTaken(method, told) from failed
            raise


def _carries_a_file(method: Untyped) -> bool:
    return any(isinstance(value, InputFile) for value in (method.model_extra or {}).values())


_json: Final = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def _answer(content: str) -> dict[str, Any] | None:
    try:
        answer = json.loads(content)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "ok" in answer else None


def make_bot(token: str, *, api_url: str, proxy: str | None = None) -> Bot:
    """Return a bot that talks to Telegram or another Bot API server, perhaps by a proxy."""
    session = Session(proxy=proxy, limit=AT_ONCE, api=TelegramAPIServer.from_base(api_url))
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


def tune() -> tuple[type, ...]:
    """Keep parsed answer types alive and full collections rare; keep the result referenced.

    pydantic holds generics weakly: each collection throws them away and the next call rebuilds
    them for milliseconds. A full collection walks 190 000 objects and stops the loop for 148 ms.
    """
    kept = (
        Response[Message],
        Response[bool],
        Response[list[Update]],
        Response[User],
        Response[Message | bool],
    )
    for one in (Update, *kept):
        one.model_rebuild()  # nobody's first tap is to wait for it: see `late_types`
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    sys.setswitchinterval(_SWITCH)
    return kept
