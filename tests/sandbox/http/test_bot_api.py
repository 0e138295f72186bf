"""The Bot API over real sockets: every way to ask, and the envelope around every answer."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest

from sandbox.engine import Telegram
from tests.sandbox.builders import MARIA, TOKEN, a_keyboard, a_png

METHOD = f"/bot{TOKEN}/sendMessage"
MARKUP = a_keyboard("Да")
FIELDS = {"chat_id": "7", "text": "Мел & доска", "reply_markup": json.dumps(MARKUP)}


async def said(request: Any) -> Any:
    async with request as answer:
        return await answer.json()


async def asked(client: aiohttp.ClientSession, method: str, **params: Any) -> Any:
    return await said(client.post(f"/bot{TOKEN}/{method}", json=params))


@pytest.mark.parametrize(
    "body",
    [
        {"params": FIELDS},
        {"data": FIELDS},
        {"data": {**FIELDS, "reply_markup": json.dumps(MARKUP)}},
        {"json": {"chat_id": 7, "text": "Мел & доска", "reply_markup": MARKUP}},
        {"params": {"chat_id": 7}, "json": {"text": "Мел & доска", "reply_markup": MARKUP}},
    ],
    ids=["query", "form", "form again", "JSON", "query and JSON"],
)
async def test_parameters_come_in_any_of_telegrams_ways(
    client: aiohttp.ClientSession, body: dict[str, Any]
) -> None:
    answer = await said(client.post(METHOD, **body))

    assert answer["ok"] is True
    assert answer["result"]["text"] == "Мел & доска"
    assert answer["result"]["reply_markup"] == MARKUP


async def test_a_get_does_as_well_and_methods_have_no_case(client: aiohttp.ClientSession) -> None:
    answer = await said(client.get(f"/bot{TOKEN}/GETME"))

    assert answer["result"]["username"] == "sandbox_42_bot"


async def test_a_file_goes_up_and_comes_down(client: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": "7", "photo": "attach://here"})
    form.add_field("here", a_png(), filename="x.png", content_type="image/png")

    sent = (await said(client.post(f"/bot{TOKEN}/sendPhoto", data=form)))["result"]
    told = (await asked(client, "getFile", file_id=sent["photo"][0]["file_id"]))["result"]

    async with client.get(f"/file/bot{TOKEN}/{told['file_path']}") as answer:
        assert await answer.read() == a_png()
    async with client.get(f"/file/bot{TOKEN}/nothing/here") as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        (f"/bot{TOKEN}/sendMessage", 400, "Bad Request: message text is empty"),
        (f"/bot{TOKEN}/sendDice", 404, "Not Found: method not found"),
        ("/botnonsense/getMe", 404, "Not Found"),
    ],
)
async def test_a_refusal_repeats_its_code(
    client: aiohttp.ClientSession, path: str, status: int, description: str
) -> None:
    async with client.post(path) as answer:
        content = await answer.json()

    assert answer.status == status
    assert content == {"ok": False, "error_code": status, "description": description}


@pytest.mark.parametrize("body", [b"{", b"[]"])
async def test_a_body_that_is_no_object_is_refused(
    client: aiohttp.ClientSession, body: bytes
) -> None:
    headers = {"Content-Type": "application/json"}

    answer = await said(client.post(METHOD, data=body, headers=headers))

    assert answer["error_code"] == 400


async def test_a_long_poll_ends_with_the_first_update(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    poll = asyncio.ensure_future(asked(client, "getUpdates", timeout=30))
    await asyncio.sleep(0.05)

    telegram.people.sends(TOKEN, MARIA, "Здравствуйте")

    answer = await asyncio.wait_for(poll, 5)
    assert answer["result"][0]["message"]["text"] == "Здравствуйте"


async def test_a_long_poll_ends_empty_when_its_time_is_over(
    client: aiohttp.ClientSession,
) -> None:
    began = time.monotonic()

    answer = await asked(client, "getUpdates", timeout=1)

    assert answer == {"ok": True, "result": []}
    assert 0.9 < time.monotonic() - began < 5


async def test_a_second_poll_ends_the_first(client: aiohttp.ClientSession) -> None:
    first = asyncio.ensure_future(asked(client, "getUpdates", timeout=30))
    await asyncio.sleep(0.05)

    second = await asked(client, "getUpdates")

    assert second["ok"] is True
    assert (await first)["description"] == (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    )


async def test_a_webhook_ends_a_poll(client: aiohttp.ClientSession) -> None:
    poll = asyncio.ensure_future(asked(client, "getUpdates", timeout=30))
    await asyncio.sleep(0.05)

    await asked(client, "setWebhook", url="http://127.0.0.1:1/")

    assert (await poll)["error_code"] == 409
