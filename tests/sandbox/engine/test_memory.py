"""A Telegram remembers over a restart what was said and what still waits."""

from datetime import UTC, datetime

import pytest

from sandbox.engine import Telegram
from sandbox.engine.memory import recall, remembered

TOKEN = "42:SANDBOX"
NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)


def _after_a_talk() -> Telegram:
    telegram = Telegram(lambda: NOON, limits=None)
    telegram.people.add(7, "Мария", "О'Нил")
    telegram.people.sends(TOKEN, 7, "/start <b>")
    telegram.call(TOKEN, "sendMessage", {"chat_id": 7, "text": "Здравствуйте"}, {})
    telegram.call(TOKEN, "setMyCommands", {"commands": [{"command": "a", "description": "б"}]}, {})
    return telegram


def _restarted(telegram: Telegram) -> Telegram:
    again = Telegram(lambda: NOON, limits=None)
    recall(again, remembered(telegram))
    return again


def test_chats_are_as_they_were() -> None:
    before = _after_a_talk()

    after = _restarted(before)

    texts = [kept.text for kept in after.chat(TOKEN, 7).history()]
    assert texts == ["/start <b>", "Здравствуйте"]
    assert after.call(TOKEN, "getMyCommands", {}, {}) == before.call(
        TOKEN, "getMyCommands", {}, {}
    )


def test_what_waited_still_waits() -> None:
    before = _after_a_talk()

    after = _restarted(before)

    (waiting,) = after.call(TOKEN, "getUpdates", {}, {})
    assert waiting["message"]["text"] == "/start <b>"


def test_numbers_go_on_and_never_come_again() -> None:
    before = _after_a_talk()
    seen = before.call(TOKEN, "getUpdates", {}, {})
    last = before.chat(TOKEN, 7).history()[-1].id

    after = _restarted(before)
    sent = after.call(TOKEN, "sendMessage", {"chat_id": 7, "text": "ещё"}, {})
    after.people.sends(TOKEN, 7, "да")

    assert sent["message_id"] > last
    assert after.call(TOKEN, "getUpdates", {}, {})[-1]["update_id"] > seen[-1]["update_id"]


def test_a_text_of_something_else_is_refused() -> None:
    telegram = Telegram(lambda: NOON)

    with pytest.raises(ValueError, match="not a memory"):
        recall(telegram, "[]")


def test_a_sandbox_started_later_counts_updates_from_further_on() -> None:
    first = _after_a_talk().call(TOKEN, "getUpdates", {}, {})
    later = Telegram(lambda: NOON.replace(hour=10), limits=None)
    later.people.add(7, "Мария")

    later.people.sends(TOKEN, 7, "/start")

    assert later.call(TOKEN, "getUpdates", {}, {})[0]["update_id"] > first[0]["update_id"]
