"""What a bot may send, change and take away."""

import pytest

from sandbox.engine import Refused, UploadedFile
from tests.sandbox.builders import (
    IVAN,
    MARIA,
    TOKEN,
    Clock,
    a_keyboard,
    a_png,
    a_telegram,
    refusal_of,
    sent,
)


def test_a_message_appears_in_the_chat_as_the_bot_was_told() -> None:
    telegram = a_telegram()

    wire = sent(telegram, "<b>5</b>", parse_mode="HTML", protect_content="true")

    assert telegram.chat(TOKEN, MARIA).history()[0].wire == wire
    assert wire["has_protected_content"] is True
    assert wire["chat"] == {
        "id": MARIA,
        "type": "private",
        "first_name": "Мария",
        "last_name": "Соколова",
    }


@pytest.mark.parametrize(
    ("chat_id", "said"),
    [
        ("", "Bad Request: chat_id is empty"),
        (IVAN, "Bad Request: chat not found"),
        (999, "Bad Request: chat not found"),
        ("@nobody", "Bad Request: chat not found"),
    ],
)
def test_nobody_is_written_to_who_did_not_write_first(chat_id: object, said: str) -> None:
    telegram = a_telegram()

    assert refusal_of(telegram, "sendMessage", chat_id=chat_id, text="x") == said


def test_who_blocked_the_bot_is_out_of_reach_until_unblocking() -> None:
    telegram = a_telegram()

    telegram.people.blocks(TOKEN, MARIA)
    said = refusal_of(telegram, "sendMessage", chat_id=MARIA, text="x")
    telegram.people.unblocks(TOKEN, MARIA)

    assert said == "Forbidden: bot was blocked by the user"
    assert sent(telegram)["text"] == "Привет"


def test_a_deleted_account_is_out_of_reach_for_ever() -> None:
    telegram = a_telegram()

    telegram.people.deletes_account(MARIA)

    said = refusal_of(telegram, "sendMessage", chat_id=MARIA, text="x")
    assert said == "Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ({"text": "x", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            (
                "can't parse inline keyboard button: Text buttons are unallowed in the inline"
                " keyboard"
            ),
        ),
        (
            {"callback_data": "x"},
            'can\'t parse inline keyboard button: Field "text" must be a non-empty String',
        ),
        (
            {"text": "x", "callback_data": "x", "url": "http://a.ru"},
            "can't parse inline keyboard button: exactly one action expected",
        ),
        (
            {"text": "x", "url": "http://localhost/"},
            "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "web_app": {"url": "http://a.ru"}},
            (
                "inline keyboard button Web App URL 'http://a.ru' is invalid:"
                " Only HTTPS links are allowed"
            ),
        ),
    ],
)
def test_a_button_that_telegram_refuses(button: dict[str, object], said: str) -> None:
    telegram = a_telegram()
    markup = {"inline_keyboard": [[button]]}

    refusal = refusal_of(telegram, "sendMessage", chat_id=MARIA, text="x", reply_markup=markup)

    assert refusal == f"Bad Request: {said}"


def test_callback_data_of_64_bytes_fits() -> None:
    telegram = a_telegram()
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "я" * 32}]]}

    wire = sent(telegram, reply_markup=markup)

    assert wire["reply_markup"] == markup


def test_an_edit_replaces_text_and_keyboard() -> None:
    telegram = a_telegram()
    message_id = sent(telegram, reply_markup=a_keyboard("Да"))["message_id"]

    telegram.call(
        TOKEN, "editMessageText", {"chat_id": MARIA, "message_id": message_id, "text": "Новое"}
    )

    kept = telegram.chat(TOKEN, MARIA).messages[message_id]
    assert (kept.text, list(kept.buttons())) == ("Новое", [])
    assert kept.wire["edit_date"]


def test_an_edit_that_changes_nothing_is_refused() -> None:
    telegram = a_telegram()
    message_id = sent(telegram, reply_markup=a_keyboard("Да"))["message_id"]

    said = refusal_of(
        telegram,
        "editMessageText",
        chat_id=MARIA,
        message_id=message_id,
        text=" Привет",
        reply_markup=a_keyboard("Да"),
    )

    assert said == (
        "Bad Request: message is not modified: specified new message content and reply markup are"
        " exactly the same as a current content and reply markup of the message"
    )


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("editMessageText", {"message_id": 99, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
        (
            "editMessageCaption",
            {"message_id": 2, "caption": "x"},
            "there is no caption in the message to edit",
        ),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        (
            "copyMessage",
            {"message_id": 99, "from_chat_id": MARIA},
            "message to copy not found",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)
def test_a_message_that_cannot_be_touched(
    method: str, params: dict[str, object], said: str
) -> None:
    telegram = a_telegram()
    telegram.people.sends(TOKEN, MARIA, "своё")
    sent(telegram)

    assert refusal_of(telegram, method, chat_id=MARIA, **params) == f"Bad Request: {said}"


def test_a_message_can_be_deleted_for_two_days() -> None:
    clock = Clock()
    telegram = a_telegram(clock)
    old, fresh = sent(telegram)["message_id"], 2
    clock.passes(hours=49)
    sent(telegram)

    said = refusal_of(telegram, "deleteMessage", chat_id=MARIA, message_id=old)
    telegram.call(TOKEN, "deleteMessage", {"chat_id": MARIA, "message_id": fresh})

    assert said == "Bad Request: message can't be deleted for everyone"
    assert list(telegram.chat(TOKEN, MARIA).messages) == [old]


def test_a_picture_goes_up_and_comes_down() -> None:
    telegram = a_telegram()
    picture = UploadedFile(a_png(4, 5), "x.png", "image/png")
    params = {
        "chat_id": MARIA,
        "photo": "attach://up",
        "caption": "<b>Мел</b>",
        "parse_mode": "HTML",
    }

    wire = telegram.call(TOKEN, "sendPhoto", params, {"up": picture})

    assert isinstance(wire, dict)
    assert (wire["photo"][0]["width"], wire["photo"][0]["height"]) == (4, 5)
    assert wire["caption"] == "Мел"
    told = telegram.call(TOKEN, "getFile", {"file_id": wire["photo"][0]["file_id"]})
    assert isinstance(told, dict)
    stored = telegram.file(told["file_path"])
    assert stored is not None
    assert stored.content == picture.content


def test_a_file_is_sent_again_by_its_id() -> None:
    telegram = a_telegram()
    upload = {"document": UploadedFile(b"%PDF", "сводка.pdf", "application/pdf")}
    first = telegram.call(TOKEN, "sendDocument", {"chat_id": MARIA}, upload)
    assert isinstance(first, dict)

    file_id = first["document"]["file_id"]
    again = telegram.call(TOKEN, "sendDocument", {"chat_id": MARIA, "document": file_id})

    assert isinstance(again, dict)
    assert again["document"] == first["document"]
    assert again["document"]["file_name"] == "сводка.pdf"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Bad Request: file must be non-empty"),
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (a_png(1, 21), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (b"x" * (10 * 1024 * 1024 + 1), "Request Entity Too Large"),
    ],
)
def test_a_picture_that_telegram_refuses(content: bytes, said: str) -> None:
    telegram = a_telegram()

    with pytest.raises(Refused) as refused:
        telegram.call(TOKEN, "sendPhoto", {"chat_id": MARIA}, {"photo": UploadedFile(content)})

    assert refused.value.description == said


def test_a_caption_has_1024_characters_at_most() -> None:
    telegram = a_telegram()

    said = refusal_of(telegram, "sendPhoto", chat_id=MARIA, photo="x", caption="я" * 1025)

    assert said == "Bad Request: message caption is too long"


def test_an_album_is_several_messages_of_one_group() -> None:
    telegram = a_telegram()
    files = {"a": UploadedFile(a_png()), "b": UploadedFile(a_png())}
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in files]

    album = telegram.call(TOKEN, "sendMediaGroup", {"chat_id": MARIA, "media": media}, files)

    assert isinstance(album, list)
    assert [message["caption"] for message in album] == ["a", "b"]
    assert len({message["media_group_id"] for message in album}) == 1


def test_a_picture_is_replaced_by_a_file() -> None:
    telegram = a_telegram()
    photo = {"photo": UploadedFile(a_png())}
    first = telegram.call(TOKEN, "sendPhoto", {"chat_id": MARIA, "caption": "x"}, photo)
    assert isinstance(first, dict)
    media = '{"type":"document","media":"attach://new"}'
    params = {"chat_id": MARIA, "message_id": first["message_id"], "media": media}

    edited = telegram.call(TOKEN, "editMessageMedia", params, {"new": UploadedFile(b"x", "y.txt")})

    assert isinstance(edited, dict)
    assert "photo" not in edited
    assert "caption" not in edited
    assert edited["document"]["file_name"] == "y.txt"


def test_a_copy_is_new_and_a_forward_tells_its_origin() -> None:
    telegram = a_telegram()
    message_id = sent(telegram)["message_id"]
    params = {"chat_id": MARIA, "from_chat_id": MARIA, "message_id": message_id}

    copied = telegram.call(TOKEN, "copyMessage", params)
    forwarded = telegram.call(TOKEN, "forwardMessage", params)

    assert copied == {"message_id": 2}
    assert isinstance(forwarded, dict)
    assert forwarded["forward_origin"]["sender_user"]["id"] == 42


def test_an_unknown_method_is_named() -> None:
    telegram = a_telegram()

    with pytest.raises(Refused) as refused:
        telegram.call(TOKEN, "sendDice", {"chat_id": MARIA})

    assert str(refused.value) == "the sandbox cannot sendDice yet"
    assert refused.value.description == "Not Found: method not found"


def test_a_chat_forgets_its_oldest_messages() -> None:
    telegram = a_telegram()
    telegram.world.history = 2

    for text in "абв":
        sent(telegram, text)

    assert [kept.text for kept in telegram.chat(TOKEN, MARIA).history()] == ["б", "в"]
