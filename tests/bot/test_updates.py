"""Raw updates: what is kept of them, and whose turn they are."""

import json
from typing import Any

import pytest
from aiogram import Bot

from bot.telegram.updates import NOBODY, UnreadableUpdate, raw_update, read_update

PRIVATE = {"id": 7, "type": "private"}
PERSON = {"id": 7, "is_bot": False, "first_name": "Ева"}


@pytest.mark.parametrize("number", [None, "5", True, 1.5, 2**63])
def test_what_bears_no_number_that_can_be_kept_is_no_update(number: object) -> None:
    assert raw_update({"update_id": number}) is None


@pytest.mark.parametrize(
    ("body", "chat"),
    [
        ({"message": {"chat": PRIVATE, "from": {"id": 8}}}, 7),
        ({"edited_message": {"chat": PRIVATE}}, 7),
        ({"callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}}, 7),
        ({"callback_query": {"from": PERSON, "inline_message_id": "x"}}, 7),
        ({"my_chat_member": {"chat": PRIVATE, "from": PERSON}}, 7),
        ({"poll": {"id": "1"}}, NOBODY),
        ({"message": "surprise"}, NOBODY),
        ({"message": {"chat": {"id": "seven"}}}, NOBODY),
        ({"message": {"chat": {"id": 2**70}}}, NOBODY),
    ],
)
def test_an_update_is_the_turn_of_its_chat(body: dict[str, Any], chat: int) -> None:
    update = raw_update({"update_id": 1, **body})

    assert update is not None
    assert update.chat == chat


def test_an_update_is_kept_as_it_came() -> None:
    fields = {"update_id": 1, "message": {"chat": PRIVATE, "text": "Привет 😀", "new_field": [1]}}

    update = raw_update(fields)

    assert update is not None
    assert json.loads(update.raw) == fields


def test_half_a_letter_is_kept_in_a_way_that_a_database_takes() -> None:
    update = raw_update({"update_id": 1, "message": {"text": "\ud83d"}})

    assert update is not None
    assert update.raw.isascii()


def test_an_unreadable_update_names_its_fields_and_not_their_values() -> None:
    raw = json.dumps({"update_id": 1, "message": {"chat": PRIVATE, "text": ["secret"]}})

    with pytest.raises(UnreadableUpdate) as unreadable:
        read_update(raw, Bot("42:TEST"))

    assert "message.text" in unreadable.value.where
    assert "secret" not in unreadable.value.where
