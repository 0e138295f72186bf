"""What the page's addresses answer, without a browser."""

import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession, ClientWebSocketResponse, FormData, web
from aiohttp.test_utils import TestClient, TestServer

from sandbox.engine import Telegram
from sandbox.page import mount
from tests.sandbox.page.scene import DOT, SchoolDay

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PARENT = 1
TOKEN = "42:ABC"


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(lambda: NOON, limits=None)
    telegram.people.add(PARENT, "Ольга", "Соколова")
    return telegram


@pytest_asyncio.fixture
async def client(telegram: Telegram) -> AsyncIterator[TestClient[Any, Any]]:
    app = web.Application()
    mount(app, telegram, stage=SchoolDay())
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def heard(socket: ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    """Return the next event of a kind, whatever else is told before."""
    while True:
        event: dict[str, Any] = await socket.receive_json(timeout=5)
        if event["kind"] == kind:
            return event


async def test_before_a_bot_came_nobody_can_write(client: TestClient[Any, Any]) -> None:
    async with client.ws_connect("/page/live") as socket:
        state = await heard(socket, "state")

        await socket.send_json({"do": "start", "person": PARENT, "payload": ""})

        assert state["bot"] is None
        assert (await heard(socket, "refused"))["reason"] == "no-bot"


async def test_a_bot_that_comes_later_is_shown(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    async with client.ws_connect("/page/live") as socket:
        await heard(socket, "state")

        telegram.name_bot(TOKEN, "Звонок", "zvonok_bot")
        await heard(socket, "state")

        assert (await heard(socket, "bot"))["bot"] == {"name": "Звонок", "username": "zvonok_bot"}


async def test_a_bot_with_another_token_takes_the_place_of_the_first(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        before = await heard(socket, "state")

        telegram.bot("43:DEF")

        after = await heard(socket, "state")
        assert len(before["persons"][0]["messages"]) == 1
        assert after["persons"][0]["messages"] == []


async def test_what_happens_to_another_bot_or_in_a_group_is_not_shown(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.bot("41:OLD")
    telegram.bot(TOKEN)
    telegram.people.add_group(TOKEN, -5, "7А", [PARENT])
    async with client.ws_connect("/page/live") as socket:
        await heard(socket, "state")

        telegram.people.sends("41:OLD", PARENT, "не сюда")
        telegram.people.sends(TOKEN, PARENT, "в группу", chat_id=-5)
        telegram.people.sends(TOKEN, PARENT, "сюда")

        assert (await heard(socket, "message"))["message"]["text"] == "сюда"


@pytest.mark.parametrize(
    ("deed", "content"),
    [
        ({"do": "sticker", "emoji": "🙂"}, "sticker"),
        ({"do": "contact"}, "contact"),
        ({"do": "text", "text": "да"}, "text"),
    ],
)
async def test_a_person_sends(
    client: TestClient[Any, Any], telegram: Telegram, deed: dict[str, str], content: str
) -> None:
    telegram.people.starts(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        await socket.send_json({"person": PARENT, **deed})

        event = await heard(socket, "message")

        assert content in event["message"]
        assert event["message"]["own"] is True


async def test_an_answer_names_what_it_answers(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    first = telegram.people.starts(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        deed = {"do": "text", "person": PARENT, "text": "об этом", "reply_to": first.id}
        await socket.send_json(deed)

        event = await heard(socket, "message")

        assert event["message"]["reply_to_message"]["text"] == "/start"


async def test_nobody_writes_to_a_bot_that_is_blocked(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)
    telegram.people.blocks(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        await socket.send_json({"do": "text", "person": PARENT, "text": "слышите"})

        assert (await heard(socket, "refused"))["reason"] == "blocked"


@pytest.mark.parametrize(("text", "reason"), [("/start", "not-changed"), ("x" * 4097, "other")])
async def test_an_edit_that_changes_nothing_or_is_too_long_is_refused(
    client: TestClient[Any, Any], telegram: Telegram, text: str, reason: str
) -> None:
    own = telegram.people.starts(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        await socket.send_json({"do": "edit", "person": PARENT, "message": own.id, "text": text})

        assert (await heard(socket, "refused"))["reason"] == reason


async def test_words_of_the_bot_cannot_be_edited_by_a_person(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)
    sent: Any = telegram.call(TOKEN, "sendMessage", {"chat_id": PARENT, "text": "5"})
    async with client.ws_connect("/page/live") as socket:
        number = sent["message_id"]
        await socket.send_json({"do": "edit", "person": PARENT, "message": number, "text": "4"})

        assert (await heard(socket, "refused"))["reason"] == "not-found"


async def test_a_deleted_account_leaves_the_page(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    async with client.ws_connect("/page/live") as socket:
        await heard(socket, "state")

        telegram.people.deletes_account(PARENT)

        assert (await heard(socket, "state"))["persons"] == []


async def test_a_browser_that_cannot_follow_gets_the_outcome(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)
    async with client.ws_connect("/page/live") as socket:
        await heard(socket, "state")

        for number in range(1500):
            telegram.people.sends(TOKEN, PARENT, f"{number}")

        assert (await heard(socket, "state"))["persons"][0]["messages"]


async def test_the_state_is_also_read_at_once(client: TestClient[Any, Any]) -> None:
    answer = await client.get("/page/state")

    state = await answer.json()

    assert state["clock"]["zone"] == "Europe/Moscow"
    assert state["persons"][0]["role"] == "родитель"
    assert [event["id"] for event in state["stage"]["events"]] == ["mark", "sick"]


async def test_a_file_larger_than_a_call_goes_up_and_comes_down(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)

    answer = await client.post("/page/upload", data=letter(b"%PDF" * 1024 * 1024))

    [_, kept] = telegram.chat(TOKEN, PARENT).history()
    back = await client.get(f"/page/file/{kept.wire['document']['file_id']}")
    assert answer.status == 200
    assert len(await back.read()) == 4 * 1024 * 1024


async def test_a_photo_goes_up_with_its_words(
    client: TestClient[Any, Any], telegram: Telegram
) -> None:
    telegram.people.starts(TOKEN, PARENT)

    await client.post("/page/upload", data=letter(DOT, kind="photo", caption="справка"))

    [_, kept] = telegram.chat(TOKEN, PARENT).history()
    assert kept.wire["caption"] == "справка"
    assert "photo" in kept.wire


@pytest.mark.parametrize("fields", [{}, {"person": "abc"}, {"person": "77"}])
async def test_a_file_of_nobody_is_refused(
    client: TestClient[Any, Any], telegram: Telegram, fields: dict[str, str]
) -> None:
    telegram.bot(TOKEN)

    answer = await client.post("/page/upload", data=letter(b"?", **({"person": ""} | fields)))

    assert answer.status == 400


@pytest.mark.parametrize(
    ("path", "order", "status"),
    [
        ("play", {"event": "mark"}, 200),
        ("play", {"event": "none"}, 404),
        ("play", [], 400),
        ("speed", {"speed": 10}, 200),
        ("speed", {"speed": -1}, 400),
        ("speed", {"speed": "fast"}, 400),
    ],
)
async def test_the_stage_takes_only_orders_that_make_sense(
    client: TestClient[Any, Any], path: str, order: object, status: int
) -> None:
    answer = await client.post(f"/page/stage/{path}", json=order)

    assert answer.status == status


@pytest.mark.parametrize("path", ["history", "history?person=1", "history?person=a&before=1"])
async def test_history_is_asked_for_somebody_and_some_place(
    client: TestClient[Any, Any], path: str
) -> None:
    assert (await client.get(f"/page/{path}")).status == 400


async def test_an_unknown_file_is_not_found(client: TestClient[Any, Any]) -> None:
    assert (await client.get("/page/file/none")).status == 404


async def test_without_a_stage_there_is_nothing_to_order(telegram: Telegram) -> None:
    app = web.Application()
    mount(app, telegram)

    async with TestServer(app) as server, ClientSession() as session:
        answer = await session.post(server.make_url("/page/stage/play"), json={"event": "mark"})

    assert answer.status == 404


def letter(content: bytes, **fields: str) -> FormData:
    form = FormData({"person": str(PARENT), "kind": "document", **fields})
    form.add_field(
        "file", io.BytesIO(content), filename="справка.pdf", content_type="application/pdf"
    )
    return form
