"""An aiogram session that speaks to the engine: a method becomes its call, and back."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any, assert_never

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from typing_extensions import override

from sandbox.engine import Refused, Telegram, UploadedFile, Wire, long_poll
from sandbox.engine.faults import Delay, Fault, RawAnswer, Refusal, Reset, Silence

OK = 200


class SandboxSession(BaseSession):
    """Answers as Telegram would over the network, down to aiogram's exceptions."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        params, files = await self._translated(bot, method)
        name = method.__api_method__
        fault = self._telegram.draw_fault(name, params)
        request = _Request(self._telegram, bot.token, name, params, files)
        status, content = await _enact(fault, request, method)
        # `getUpdates` of aiogram has a result, so an answer that is ok has one too.
        return self.check_response(bot, method, status, content).result  # type: ignore[return-value]

    @override
    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        path = url.partition("/file/bot")[2].partition("/")[2]
        stored = self._telegram.file(path)
        if stored is None:
            raise FileNotFoundError(path)
        for start in range(0, len(stored.content), chunk_size):
            yield stored.content[start : start + chunk_size]

    @override
    async def close(self) -> None:
        """There is nothing to close."""

    async def _translated(
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> tuple[Wire, dict[str, UploadedFile]]:
        inputs: dict[str, InputFile] = {}
        fields = method.model_dump(warnings=False).items()
        prepared = {name: self.prepare_value(value, bot, inputs) for name, value in fields}
        params = {name: value for name, value in prepared.items() if value}
        return params, {name: await _read(bot, given) for name, given in inputs.items()}


class _Request:
    def __init__(
        self,
        telegram: Telegram,
        token: str,
        method: str,
        params: Wire,
        files: dict[str, UploadedFile],
    ) -> None:
        self._telegram, self._token, self._method = telegram, token, method
        self._params, self._files = params, files

    async def answer(self) -> tuple[int, str]:
        try:
            result = await self._result()
        except Refused as refusal:
            return _no(refusal.error_code, refusal.description, refusal.parameters)
        return OK, json.dumps({"ok": True, "result": result})

    async def _result(self) -> object:
        if self._method == "getUpdates":
            return await long_poll(self._telegram, self._token, self._params)
        return self._telegram.call(self._token, self._method, self._params, self._files)


async def _enact(
    fault: Fault | None, request: _Request, method: TelegramMethod[Any]
) -> tuple[int, str]:
    match fault:
        case None:
            return await request.answer()
        case Delay(seconds, then):
            await asyncio.sleep(seconds)
            return await _enact(then, request, method)
        case Refusal(error_code, description, parameters):
            return _no(error_code, description, dict(parameters))
        case RawAnswer() | Reset() | Silence():
            if fault.accepted:
                await request.answer()
            return _spoilt(fault, method)
        case _:
            assert_never(fault)


def _spoilt(fault: RawAnswer | Reset | Silence, method: TelegramMethod[Any]) -> tuple[int, str]:
    if isinstance(fault, RawAnswer):
        return fault.status, fault.body
    # Nobody waits out a silence in process: it ends as aiogram's own time-out would.
    said = "Request timeout error" if isinstance(fault, Silence) else "ClientOSError: reset"
    raise TelegramNetworkError(method=method, message=said)


def _no(error_code: int, description: str, parameters: Wire) -> tuple[int, str]:
    content: Wire = {"ok": False, "error_code": error_code, "description": description}
    if parameters:
        content["parameters"] = parameters
    return error_code, json.dumps(content)


async def _read(bot: Bot, given: InputFile) -> UploadedFile:
    content = b"".join([chunk async for chunk in given.read(bot)])
    return UploadedFile(content, given.filename or "file")
