"""What the sandbox takes and gives is what the Bot API describes."""

from typing import Any

import pytest

from sandbox.engine import Refused, Telegram, UploadedFile
from sandbox.engine.methods import METHODS
from tests.botapi_schema import bot_api, watched
from tests.sandbox.builders import GROUP, MARIA, TOKEN, a_keyboard, a_png, a_telegram, updates

SOME = {"message_id": 1, "chat_id": MARIA}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("logOut", {}),
    ("close", {}),
    ("sendMessage", {"chat_id": MARIA, "text": "<b>5</b>", "parse_mode": "HTML"}),
    (
        "sendMessage",
        {
            "chat_id": "7",
            "text": "x",
            "reply_markup": a_keyboard("Да"),
            "protect_content": "true",
            "disable_notification": True,
            "link_preview_options": '{"is_disabled":true}',
            "reply_parameters": {"message_id": 1},
            "message_thread_id": 1,
        },
    ),
    ("editMessageText", {**SOME, "text": "4"}),
    ("editMessageReplyMarkup", {**SOME, "reply_markup": a_keyboard("Нет")}),
    ("copyMessage", {**SOME, "from_chat_id": MARIA}),
    ("forwardMessage", {**SOME, "from_chat_id": MARIA}),
    ("pinChatMessage", SOME),
    ("getChat", {"chat_id": MARIA}),
    ("unpinChatMessage", SOME),
    ("setMessageReaction", {**SOME, "reaction": [{"type": "emoji", "emoji": "👍"}]}),
    ("sendChatAction", {"chat_id": MARIA, "action": "typing"}),
    ("sendContact", {"chat_id": MARIA, "phone_number": "+7", "first_name": "Иван"}),
    ("setMyCommands", {"commands": [{"command": "diary", "description": "Дневник"}]}),
    ("getMyCommands", {"scope": {"type": "default"}}),
    ("deleteMyCommands", {"language_code": "en"}),
    ("setMyName", {"name": "Звонок"}),
    ("getMyName", {}),
    ("setMyDescription", {"description": "x"}),
    ("getMyDescription", {}),
    ("setMyShortDescription", {"short_description": "x"}),
    ("getMyShortDescription", {}),
    ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ("getChatMenuButton", {"chat_id": MARIA}),
    ("setWebhook", {"url": "https://a.ru/hook", "allowed_updates": ["message"]}),
    ("getWebhookInfo", {}),
    ("deleteWebhook", {"drop_pending_updates": True}),
    ("deleteMessages", {"chat_id": MARIA, "message_ids": [1]}),
    ("deleteMessage", {"chat_id": MARIA, "message_id": 2}),
]


def send_files(telegram: Telegram) -> None:
    files = {"up": UploadedFile(a_png(), "x.png")}
    here = {"type": "photo", "media": "attach://up", "caption": "Мел"}
    photo = telegram.call(TOKEN, "sendPhoto", {"chat_id": MARIA, "photo": "attach://up"}, files)
    assert isinstance(photo, dict)
    where = {"chat_id": MARIA, "message_id": photo["message_id"]}
    telegram.call(TOKEN, "editMessageCaption", {**where, "caption": "Мел"})
    telegram.call(TOKEN, "editMessageMedia", {**where, "media": here}, files)
    telegram.call(TOKEN, "getFile", {"file_id": photo["photo"][0]["file_id"]})
    telegram.call(TOKEN, "sendDocument", {"chat_id": MARIA, "document": "attach://up"}, files)
    telegram.call(TOKEN, "sendMediaGroup", {"chat_id": MARIA, "media": [here, here]}, files)


def hear_people(telegram: Telegram) -> None:
    people = telegram.people
    message_id = people.starts(TOKEN, MARIA, "AB").id
    people.edits(TOKEN, MARIA, message_id, "/help")
    people.sends_photo(TOKEN, MARIA, UploadedFile(a_png()), caption="https://ya.ru")
    people.sends_document(TOKEN, MARIA, UploadedFile(b"x", "y.txt"))
    people.sends_sticker(TOKEN, MARIA)
    people.sends_contact(TOKEN, MARIA, "+7")
    people.add_group(TOKEN, GROUP, "7А", [MARIA])
    people.sends(TOKEN, MARIA, "x", chat_id=GROUP)
    people.taps(TOKEN, MARIA, 999, "gone")
    tap = people.taps(TOKEN, MARIA, message_id, "data")
    people.blocks(TOKEN, MARIA)
    people.unblocks(TOKEN, MARIA)
    updates(telegram, timeout=0)
    telegram.call(TOKEN, "answerCallbackQuery", {"callback_query_id": tap.query_id})


def test_every_method_takes_and_gives_what_the_bot_api_says() -> None:
    telegram = a_telegram()
    conformance = watched(telegram)

    for method, params in CALLS:
        telegram.call(TOKEN, method, params)
    send_files(telegram)
    hear_people(telegram)

    assert conformance.faults == []
    assert {method.lower() for method in conformance.methods} == METHODS.keys()


@pytest.mark.parametrize(
    ("params", "fault"),
    [
        ({"chat_id": 7}, "sendMessage: text is missing"),
        ({"chat_id": 7, "text": "x", "colour": 1}, "sendMessage: colour is unknown"),
        ({"chat_id": 7, "text": 5}, "sendMessage.text: 5 is no String"),
        (
            {"chat_id": 7, "text": "x", "protect_content": "maybe"},
            "sendMessage.protect_content: 'maybe' is no Boolean",
        ),
        (
            {"chat_id": 7, "text": "x", "link_preview_options": {"is_disabled": 1}},
            "sendMessage.link_preview_options(LinkPreviewOptions).is_disabled: 1 is no Boolean",
        ),
    ],
)
def test_the_check_itself_finds_what_is_wrong(params: dict[str, Any], fault: str) -> None:
    assert bot_api().faults_of_call("sendMessage", params) == [fault]


def test_a_refused_call_is_checked_for_what_it_asked() -> None:
    telegram = a_telegram()
    conformance = watched(telegram)

    with pytest.raises(Refused):
        telegram.call(TOKEN, "sendMessage", {"chat_id": 99, "text": "x"})

    assert (conformance.calls, conformance.faults) == (1, [])


def test_a_result_of_another_shape_is_found() -> None:
    faults = bot_api().faults_of_result("sendMessage", {"message_id": "1", "date": 0})

    assert "sendMessage ->(Message): chat is missing" in faults
    assert "sendMessage ->(Message).message_id: '1' is no Integer" in faults
