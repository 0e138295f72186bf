"""The rest of what Telegram declines, in its words."""

from typing import Any

import pytest

from sandbox.engine import Telegram
from tests.sandbox.builders import GROUP, MARIA, TOKEN, a_keyboard, a_telegram, refusal_of, sent

TO_MARIA = {"chat_id": MARIA}
FIRST = {"chat_id": MARIA, "message_id": 1}


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        (
            "sendMessage",
            {"text": "x", "reply_markup": "{"},
            "can't parse reply markup JSON object",
        ),
        ("sendMessage", {"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        ("sendMessage", {"text": "x", "entities": "{}"}, "expected an Array of entities"),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "shout", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "bold", "offset": "0", "length": 1}]},
            'can\'t parse MessageEntity: Field "offset" must be of type Number',
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [{}]}},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array',
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [["Да"]]}},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": a_keyboard(*map(str, range(101)))},
            "reply markup is too long",
        ),
        ("sendChatAction", {"action": "singing"}, "wrong parameter action in request"),
        ("sendContact", {"first_name": "x"}, "PHONE_NUMBER_INVALID"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "https://a.ru/x.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "x"}, "wrong file identifier/HTTP URL specified"),
        ("sendMediaGroup", {"media": []}, "wrong number of messages to send as an album"),
        (
            "sendMediaGroup",
            {"media": [{"type": "poll"}] * 2},
            "can't parse InputMedia: unsupported media type",
        ),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo"}] * 2},
            "can't parse InputMedia: media not found",
        ),
        ("deleteMessages", {"message_ids": []}, "too many message identifiers specified"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("setMyName", {"name": "x" * 65}, "BOT_NAME_TOO_LONG"),
        ("setMyCommands", {"commands": [{}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        (
            "setMyCommands",
            {"scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, "unsupported menu button type"),
        (
            "setWebhook",
            {"url": "a.ru"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            {"url": "https://a.ru", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
def test_telegram_declines(method: str, params: dict[str, Any], said: str) -> None:
    telegram = a_telegram()

    assert refusal_of(telegram, method, **{**TO_MARIA, **params}) == f"Bad Request: {said}"


def test_a_text_and_a_picture_are_not_edited_alike() -> None:
    telegram = a_telegram()
    telegram.people.sends_contact(TOKEN, MARIA, "+7")
    telegram.call(TOKEN, "copyMessage", {**FIRST, "from_chat_id": MARIA})

    said = refusal_of(telegram, "editMessageText", chat_id=MARIA, message_id=2, text="x")

    assert said == "Bad Request: there is no text in the message to edit"


def test_what_is_protected_is_not_forwarded() -> None:
    telegram = a_telegram()
    sent(telegram, protect_content=True)

    said = refusal_of(telegram, "forwardMessage", **FIRST, from_chat_id=MARIA)

    assert said == "Bad Request: message can't be forwarded"


def test_a_toast_has_two_hundred_characters_at_most() -> None:
    telegram = a_telegram()
    tap = telegram.people.taps(TOKEN, MARIA, 1, "x")

    said = refusal_of(
        telegram, "answerCallbackQuery", callback_query_id=tap.query_id, text="я" * 201
    )

    assert said == "Bad Request: MESSAGE_TOO_LONG"


def test_a_reply_to_what_is_gone_may_be_sent_all_the_same() -> None:
    telegram = a_telegram()
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    wire = sent(telegram, reply_parameters=reply)

    assert "reply_to_message" not in wire


def test_a_keyboard_below_the_text_field_stays_until_it_is_removed() -> None:
    telegram = a_telegram()
    keyboard = {"keyboard": [[{"text": "Дневник"}]]}

    sent(telegram, reply_markup=keyboard)
    shown = telegram.chat(TOKEN, MARIA).keyboard
    sent(telegram, reply_markup={"remove_keyboard": True})

    assert shown == keyboard
    assert telegram.chat(TOKEN, MARIA).keyboard is None


def test_a_pin_goes_with_its_message() -> None:
    telegram = a_telegram()
    sent(telegram)
    telegram.call(TOKEN, "pinChatMessage", FIRST)

    telegram.call(TOKEN, "deleteMessage", FIRST)

    assert telegram.chat(TOKEN, MARIA).pinned == []


@pytest.mark.parametrize(
    "deed",
    [
        lambda telegram: telegram.people.sends(TOKEN, 99, "x"),
        lambda telegram: telegram.people.sends(TOKEN, MARIA, "x", chat_id=GROUP),
        lambda telegram: telegram.chat(TOKEN, 99),
    ],
)
def test_a_test_that_names_nobody_hears_of_it(deed: Any) -> None:
    telegram: Telegram = a_telegram()

    with pytest.raises(LookupError):
        deed(telegram)


def test_a_bot_and_a_person_are_renamed() -> None:
    telegram = a_telegram()
    sent(telegram)

    telegram.people.add(MARIA, "Маша")
    telegram.name_bot(TOKEN, "Звонок", "zvonok_bot")

    wire = sent(telegram)
    assert (wire["chat"]["first_name"], wire["from"]["username"]) == ("Маша", "zvonok_bot")


def test_old_files_make_room_for_new_ones() -> None:
    telegram = a_telegram()
    telegram.world.files._room = 3
    sticker = telegram.people.sends_sticker(TOKEN, MARIA).wire["sticker"]

    telegram.people.sends_sticker(TOKEN, MARIA)

    assert telegram.world.files.by_id(sticker["file_id"]) is None
