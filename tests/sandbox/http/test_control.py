"""A test in another process does for people what their thumbs would do."""

import base64
from typing import Any

import aiohttp
import pytest

from sandbox.engine import Telegram
from tests.sandbox.builders import MARIA, TOKEN, a_keyboard, a_png, sent

PERSON = f"/sandbox/bots/{TOKEN}/persons/{MARIA}"


async def done(
    client: aiohttp.ClientSession, verb: str, path: str, body: dict[str, Any] | None = None
) -> Any:
    async with client.request(verb, path, json=body) as answer:
        content = await answer.json()
        return content["result"] if content["ok"] else content["description"]


async def test_a_person_comes_writes_and_is_answered(client: aiohttp.ClientSession) -> None:
    await done(client, "POST", "/sandbox/persons", {"id": 9, "first_name": "Пётр"})
    path = f"/sandbox/bots/{TOKEN}/persons/9"

    wire = await done(client, "POST", f"{path}/starts", {"payload": "AB"})

    chat = await done(client, "GET", f"/sandbox/bots/{TOKEN}/chats/9")
    assert wire["text"] == "/start AB"
    assert [message["text"] for message in chat["messages"]] == ["/start AB"]
    bots = await done(client, "GET", "/sandbox/bots")
    assert bots[0]["pending_updates"] == 1


async def test_a_button_is_tapped_by_its_label(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    message_id = sent(telegram, reply_markup=a_keyboard("Да"))["message_id"]
    yes, no = ({"message_id": message_id, "label": label} for label in ("Да", "Нет"))

    tap = await done(client, "POST", f"{PERSON}/taps", yes)

    spinners = await done(client, "GET", f"/sandbox/bots/{TOKEN}/spinners")
    assert [spinner["query_id"] for spinner in spinners] == [tap["query_id"]]
    missing = await done(client, "POST", f"{PERSON}/taps", no)
    assert "no single button 'Нет' among" in missing


@pytest.mark.parametrize(
    ("deed", "body", "kind"),
    [
        ("sends_photo", {"content": base64.b64encode(a_png()).decode()}, "photo"),
        ("sends_document", {"content": "eA==", "name": "x.txt"}, "document"),
        ("sends_sticker", {}, "sticker"),
        ("sends_contact", {"phone_number": "+70000000000"}, "contact"),
    ],
)
async def test_a_person_sends_all_sorts_of_things(
    client: aiohttp.ClientSession, deed: str, body: dict[str, Any], kind: str
) -> None:
    wire = await done(client, "POST", f"{PERSON}/{deed}", body)

    assert kind in wire


async def test_blocking_edits_and_deletion(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    wire = await done(client, "POST", f"{PERSON}/sends", {"text": "раз"})
    edit = {"message_id": wire["message_id"], "text": "два"}
    await done(client, "POST", f"{PERSON}/edits", edit)
    await done(client, "POST", f"{PERSON}/blocks")

    assert telegram.chat(TOKEN, MARIA).blocked
    await done(client, "POST", f"{PERSON}/unblocks")
    await done(client, "DELETE", f"/sandbox/persons/{MARIA}")
    persons = await done(client, "GET", "/sandbox/persons")
    assert [person["deleted"] for person in persons] == [True, False]


async def test_faults_and_strange_updates_are_set_from_outside(
    client: aiohttp.ClientSession, telegram: Telegram
) -> None:
    fault = {"fault": "refusal", "method": "getMe", "error_code": 500, "description": "x"}

    await done(client, "POST", "/sandbox/faults", fault)
    broken = await done(client, "GET", f"/bot{TOKEN}/getMe")
    await done(client, "POST", "/sandbox/faults", {"fault": "reset", "times": None})
    await done(client, "DELETE", "/sandbox/faults")
    mended = await done(client, "GET", f"/bot{TOKEN}/getMe")
    await done(client, "POST", f"/sandbox/bots/{TOKEN}/updates", {"message": {"text": 5}})

    assert (broken, mended["id"]) == ("x", 42)
    assert len(telegram.bot(TOKEN).queue) == 1
    await done(client, "POST", "/sandbox/reset")
    assert telegram.persons == []


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("/sandbox/bots/1:A/persons/99/sends", {"text": "x"}, "there is no person 99"),
        (f"{PERSON}/flies", {}, "a person cannot flies"),
        (f"{PERSON}/sends", {"words": "x"}, "unexpected keyword argument 'words'"),
        ("/sandbox/faults", {"fault": "flood"}, "'flood'"),
        ("/sandbox/persons", {"id": "seven"}, "invalid literal"),
    ],
)
async def test_a_wrong_wish_is_explained(
    client: aiohttp.ClientSession, path: str, body: dict[str, Any], said: str
) -> None:
    assert said in await done(client, "POST", path, body)
