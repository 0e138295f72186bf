"""Faults as a client meets them on the wire."""

import time

import aiohttp
import pytest

from sandbox.engine import Fault, Telegram
from sandbox.engine.faults import (
    Delay,
    Reset,
    Silence,
    bad_gateway,
    flood,
    malformed_json,
    server_error,
    server_error_without_description,
    wrong_shape,
)
from tests.sandbox.builders import MARIA, TOKEN

PATH = f"/bot{TOKEN}/sendMessage"
FIELDS = {"chat_id": MARIA, "text": "5"}


@pytest.mark.parametrize(
    ("fault", "status", "body", "arrived"),
    [
        (flood(3), 429, '"parameters":{"retry_after":3}', 0),
        (flood(), 429, '"description":"Too Many Requests"}', 0),
        (server_error(), 500, '"description":"Internal Server Error"', 0),
        (server_error_without_description(), 500, '{"ok":false,"error_code":500}', 0),
        (bad_gateway(), 502, "<html>", 0),
        (malformed_json(), 200, '{"ok":true,"result":{"message_id":', 1),
        (wrong_shape(), 200, '"surprise"', 1),
        (wrong_shape(accepted=False), 200, '"surprise"', 0),
    ],
)
async def test_an_answer_is_spoilt(
    client: aiohttp.ClientSession,
    telegram: Telegram,
    fault: Fault,
    status: int,
    body: str,
    arrived: int,
) -> None:
    telegram.break_next(fault, "sendMessage")

    async with client.post(PATH, json=FIELDS) as answer:
        content = await answer.text()

    assert answer.status == status
    assert body in content
    assert len(telegram.chat(TOKEN, MARIA).messages) == arrived


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        (Reset(accepted=False), 0),
        (Reset(accepted=True), 1),
        (Silence(0.05, accepted=True), 1),
        (Silence(0.05, accepted=False), 0),
    ],
)
async def test_the_connection_breaks_before_or_after_the_message_was_accepted(
    client: aiohttp.ClientSession, telegram: Telegram, fault: Fault, arrived: int
) -> None:
    telegram.break_next(fault, "sendMessage", chat_id=MARIA)

    with pytest.raises(aiohttp.ClientConnectionError):
        await client.post(PATH, json=FIELDS)

    assert len(telegram.chat(TOKEN, MARIA).messages) == arrived


async def test_an_answer_is_late_and_then_goes_wrong(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    telegram.break_next(Delay(0.1, then=flood(1)))
    began = time.monotonic()

    async with client.post(PATH, json=FIELDS) as answer:
        pass

    assert answer.status == 429
    assert time.monotonic() - began > 0.09


async def test_all_goes_well_again_after_a_fault(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    telegram.break_next(Reset(), times=None)
    telegram.mend()

    async with client.post(PATH, json=FIELDS) as answer:
        assert answer.status == 200
