"""A picture or file is made when it is shown, and sent once; what cannot be had is said."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from aiogram.types import BufferedInputFile, Update

from bot.callbacks.places import OpenMenu
from bot.calls import kept, read_kept
from bot.screen_calls import answer_calls, send_call
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.screen import Screen, button, rows
from bot.texts.html import escaped
from core.ids import PersonId, PupilId
from sandbox.engine.faults import Refusal, server_error
from tests.bot.test_show import CHAT, TOKEN, Scene

MASHA = PupilId(PersonId(12))


def a_png() -> bytes:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


class Studio:
    """Makes a picture of one point, or nothing."""

    def __init__(self, *, is_open: bool = True) -> None:
        self.is_open = is_open
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    async def __call__(self, chat: str, enclosed: Mapping[str, Any]) -> BufferedInputFile | None:
        self.asked.append((chat, enclosed))
        return BufferedInputFile(a_png(), "chart.png") if self.is_open else None


def a_screen(paper: Paper = Paper.CHART) -> Screen:
    instead = escaped("Не получилось <сейчас>")
    back = rows([button("Меню", OpenMenu())])
    return Screen(escaped("Отметки"), back, enclosed=Enclosure(paper, MASHA, 7, "ru", instead))


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def shown(scene: Scene, studio: Studio, paper: Paper = Paper.CHART) -> list[dict[str, Any]]:
    """Return what stands in the chat after the kept answer was read back and shown."""
    show = replace(scene.show, draw=studio)
    await show(read_kept(kept([send_call(CHAT, a_screen(paper))])))
    return [one.wire for one in scene.telegram.chat(TOKEN, CHAT).history() if one.from_bot]


async def test_a_picture_comes_with_its_words_and_buttons(scene: Scene) -> None:
    studio = Studio()

    (message,) = await shown(scene, studio)

    assert message["caption"] == "Отметки"
    assert message["photo"]
    assert message["reply_markup"]["inline_keyboard"][0][0]["text"] == "Меню"
    asked = [(chat, told["paper"], told["of"], told["day"]) for chat, told in studio.asked]
    assert asked == [(str(CHAT), "chart", MASHA, 7)]


async def test_a_file_comes_as_a_document(scene: Scene) -> None:
    (message,) = await shown(scene, Studio(), Paper.REPORT_CARD)

    assert message["document"]["file_name"] == "chart.png"


async def test_what_cannot_be_made_is_said(scene: Scene) -> None:
    (message,) = await shown(scene, Studio(is_open=False))

    assert message["text"] == "Не получилось <сейчас>"
    assert message["reply_markup"]


async def test_what_telegram_does_not_take_is_said(scene: Scene) -> None:
    scene.breaks(Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED"), method="sendPhoto")

    (message,) = await shown(scene, Studio())

    assert message["text"] == "Не получилось <сейчас>"


async def test_a_picture_that_was_not_taken_is_sent_until_it_is_and_drawn_once(
    scene: Scene,
) -> None:
    scene.breaks(server_error(), times=3, method="sendPhoto")
    studio = Studio()

    messages = await shown(scene, studio)

    assert len(messages) == 1
    assert len(studio.asked) == 1
    assert scene.pace.turns == 4


def a_tap(**content: Any) -> Update:
    message = {"message_id": 5, "date": 1, "chat": {"id": CHAT, "type": "private"}, **content}
    person = {"id": CHAT, "is_bot": False, "first_name": "Ева"}
    tap = {"id": "1", "from": person, "chat_instance": "1", "data": "x", "message": message}
    return Update.model_validate({"update_id": 1, "callback_query": tap})


def test_a_tap_for_a_picture_leaves_the_tapped_message_as_it_is() -> None:
    calls = answer_calls(a_tap(text="Ещё"), a_screen())

    assert [call["method"] for call in calls] == ["answerCallbackQuery", "sendPhoto"]


def test_a_tap_under_a_picture_is_answered_below_it() -> None:
    size = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}

    calls = answer_calls(a_tap(photo=[size]), Screen(escaped("Меню")))

    assert [call["method"] for call in calls] == ["answerCallbackQuery", "sendMessage"]
