"""What people do reaches the bot, once and in order."""

import pytest

from sandbox.engine import UploadedFile, commands_seen
from sandbox.engine.changes import MessagePosted, TapAnswered
from tests.sandbox.builders import (
    GROUP,
    IVAN,
    MARIA,
    TOKEN,
    Clock,
    a_keyboard,
    a_png,
    a_telegram,
    refusal_of,
    sent,
    updates,
)


def test_a_deep_link_arrives_as_a_start_command_with_its_payload() -> None:
    telegram = a_telegram()

    telegram.people.starts(TOKEN, IVAN, "AB-12")

    message = updates(telegram)[0]["message"]
    assert message["text"] == "/start AB-12"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "en"


def test_an_update_comes_again_until_the_next_offset_confirms_it() -> None:
    telegram = a_telegram()
    telegram.people.sends(TOKEN, MARIA, "раз")
    telegram.people.sends(TOKEN, MARIA, "два")

    first, second = updates(telegram)

    assert updates(telegram, limit=1) == [first]
    assert updates(telegram, offset=second["update_id"]) == [second]
    assert updates(telegram) == [second]
    assert updates(telegram, offset=second["update_id"] + 1) == []


def test_a_negative_offset_keeps_only_the_end() -> None:
    telegram = a_telegram()
    for text in "абв":
        telegram.people.sends(TOKEN, MARIA, text)

    kept = updates(telegram, offset=-1)

    assert [update["message"]["text"] for update in kept] == ["в"]
    assert updates(telegram) == kept


def test_an_update_is_forgotten_after_a_day() -> None:
    clock = Clock()
    telegram = a_telegram(clock)
    telegram.people.sends(TOKEN, MARIA, "вчера")
    clock.passes(hours=24)
    telegram.people.sends(TOKEN, MARIA, "сегодня")

    assert [update["message"]["text"] for update in updates(telegram)] == ["сегодня"]


def test_a_bot_hears_only_of_what_it_allowed() -> None:
    telegram = a_telegram()
    updates(telegram, allowed_updates='["message"]')

    telegram.people.sends(TOKEN, MARIA, "раз")
    telegram.people.edits(TOKEN, MARIA, 1, "два")

    assert [list(update)[1] for update in updates(telegram)] == ["message"]


def test_with_a_webhook_nothing_is_handed_out() -> None:
    telegram = a_telegram()
    telegram.call(TOKEN, "setWebhook", {"url": "http://127.0.0.1:1/x"})

    said = refusal_of(telegram, "getUpdates")

    assert said == (
        "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    telegram.call(TOKEN, "deleteWebhook", {"drop_pending_updates": True})
    assert updates(telegram) == []


def test_a_tap_arrives_and_its_spinner_turns_until_it_is_answered() -> None:
    telegram = a_telegram()
    message_id = sent(telegram, reply_markup=a_keyboard("Да"))["message_id"]

    tap = telegram.people.taps(TOKEN, MARIA, message_id, "Да")
    query = updates(telegram)[0]["callback_query"]

    assert telegram.spinners(TOKEN) == [tap]
    assert (query["data"], query["message"]["message_id"]) == ("Да", message_id)
    telegram.call(TOKEN, "answerCallbackQuery", {"callback_query_id": query["id"], "text": "Ок"})
    assert telegram.spinners(TOKEN) == []
    assert tap.answer == {"callback_query_id": query["id"], "text": "Ок"}


def test_a_tap_on_a_message_that_is_gone_carries_no_content() -> None:
    telegram = a_telegram()

    telegram.people.taps(TOKEN, MARIA, 5, "old")

    message = updates(telegram)[0]["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (5, 0)


@pytest.mark.parametrize("seconds", [0, 16])
def test_an_answer_comes_once_and_in_time(seconds: float) -> None:
    clock = Clock()
    telegram = a_telegram(clock)
    tap = telegram.people.taps(TOKEN, MARIA, 1, "x")
    if not seconds:
        telegram.call(TOKEN, "answerCallbackQuery", {"callback_query_id": tap.query_id})

    clock.passes(seconds=seconds)

    said = refusal_of(telegram, "answerCallbackQuery", callback_query_id=tap.query_id)
    assert said == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


def test_people_send_all_sorts_of_things() -> None:
    telegram = a_telegram()
    people = telegram.people

    people.sends_photo(TOKEN, MARIA, UploadedFile(a_png()), caption="#фото")
    people.sends_document(TOKEN, MARIA, UploadedFile(b"x", "y.txt"))
    people.sends_sticker(TOKEN, MARIA)
    people.sends_contact(TOKEN, MARIA, "+70000000000")
    people.sends(TOKEN, MARIA, "опечтка")
    people.edits(TOKEN, MARIA, 5, "опечатка")

    kinds = [set(next(iter(list(one.values())[1:]))) - COMMON for one in updates(telegram)]
    assert kinds == [
        {"photo", "caption", "caption_entities"},
        {"document"},
        {"sticker"},
        {"contact"},
        {"text"},
        {"text", "edit_date"},
    ]


COMMON = {"message_id", "from", "chat", "date"}


def test_blocking_and_coming_back_are_told() -> None:
    telegram = a_telegram()

    telegram.people.blocks(TOKEN, MARIA)
    telegram.people.blocks(TOKEN, MARIA)
    telegram.people.unblocks(TOKEN, MARIA)

    told = [update["my_chat_member"]["new_chat_member"]["status"] for update in updates(telegram)]
    assert told == ["kicked", "member"]


def test_members_of_a_group_are_heard_in_it() -> None:
    telegram = a_telegram()
    telegram.people.add_group(TOKEN, GROUP, "7А", [MARIA, IVAN])

    telegram.people.sends(TOKEN, IVAN, "Добрый день", chat_id=GROUP)

    message = updates(telegram)[0]["message"]
    assert (message["chat"]["id"], message["from"]["id"]) == (GROUP, IVAN)
    with pytest.raises(LookupError):
        telegram.people.sends(TOKEN, 99, "кто я?", chat_id=GROUP)


def test_an_update_may_fit_no_schema() -> None:
    telegram = a_telegram()

    telegram.inject(TOKEN, {"message": {"text": 5}})

    assert updates(telegram)[0]["message"] == {"text": 5}


def test_a_menu_shows_the_narrowest_commands() -> None:
    telegram = a_telegram()
    for scope, name in (({"type": "default"}, "a"), ({"type": "chat", "chat_id": MARIA}, "b")):
        commands = [{"command": name, "description": "Что-то"}]
        telegram.call(TOKEN, "setMyCommands", {"commands": commands, "scope": scope})
    english = [{"command": "c", "description": "Thing"}]
    telegram.call(TOKEN, "setMyCommands", {"commands": english, "language_code": "en"})

    bot = telegram.bot(TOKEN)
    seen = [
        commands_seen(bot, who, language) for who, language in ((7, "ru"), (8, "ru"), (8, "en"))
    ]

    assert [[command["command"] for command in menu] for menu in seen] == [["b"], ["a"], ["c"]]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ({"command": "Дневник", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "diary", "description": ""}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
def test_a_command_that_telegram_refuses(command: dict[str, str], said: str) -> None:
    telegram = a_telegram()

    assert refusal_of(telegram, "setMyCommands", commands=[command]) == f"Bad Request: {said}"


def test_a_bot_describes_itself_in_each_language() -> None:
    telegram = a_telegram()

    telegram.call(TOKEN, "setMyDescription", {"description": "Дневник"})
    telegram.call(TOKEN, "setMyDescription", {"description": "Diary", "language_code": "en"})

    told = telegram.call(TOKEN, "getMyDescription", {"language_code": "en"})
    assert told == {"description": "Diary"}
    assert telegram.call(TOKEN, "getMyDescription", {}) == {"description": "Дневник"}


def test_watchers_and_listeners_hear_until_they_stop() -> None:
    telegram = a_telegram()
    changes: list[object] = []
    calls: list[str] = []
    stops = [
        telegram.watch(changes.append),
        telegram.listen(lambda call: calls.append(call.method)),
    ]

    sent(telegram)
    tap = telegram.people.taps(TOKEN, MARIA, 1, "x")
    telegram.call(TOKEN, "answerCallbackQuery", {"callback_query_id": tap.query_id})
    for stop in stops:
        stop()
    sent(telegram)

    assert calls == ["sendMessage", "answerCallbackQuery"]
    assert changes[0] == MessagePosted(TOKEN, MARIA, 1)
    assert changes[-1] == TapAnswered(TOKEN, MARIA, tap.query_id, "", show_alert=False)


def test_a_reset_forgets_everything_and_starts_alike() -> None:
    telegram = a_telegram()
    telegram.people.sends(TOKEN, MARIA, "раз")

    telegram.reset()

    assert (telegram.bots, telegram.persons) == ([], [])
    assert updates(telegram) == []
