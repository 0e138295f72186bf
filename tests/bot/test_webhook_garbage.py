"""Whatever somebody posts to the webhook is answered once and never brought back."""

import pytest
from aiohttp import ClientSession

from bot.web.webhook import PATH, application, listening

SECRET = "a-secret"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"\xff\xfe\xfa", id="no UTF-8"),
        pytest.param(b'{"update_id": 5, "message": "\xe9"}', id="Latin-1"),
        pytest.param(b"[5]", id="no object"),
        pytest.param(b"", id="nothing"),
    ],
)
async def test_what_is_no_update_is_taken_and_forgotten(body: bytes) -> None:
    kept: list[object] = []

    async def accept(updates: object) -> None:
        kept.append(updates)

    app = application(accept, SECRET)
    async with (
        listening(app, host="127.0.0.1", port=0) as address,
        ClientSession(headers=HEADERS) as http,
        http.post(address + PATH, data=body) as answer,
    ):
        status = answer.status

    assert (status, kept) == (200, [])
