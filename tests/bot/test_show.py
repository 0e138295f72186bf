"""Answers are shown until it is known that they were: refused ones once, lost edits anew."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot.calls import Call, kept, read_kept
from bot.screen_calls import album_calls, send_call
from bot.screens.parts.screen import KeptFile, Screen
from bot.show import Show
from bot.texts.html import NOTHING, Html, escaped
from core.notices.ledger import Lane
from sandbox.engine import Telegram, UploadedFile
from sandbox.engine.faults import Fault, Refusal, Silence, bad_gateway, flood, server_error
from tests.stories.town import TOKEN, Session

CHAT = 7


@dataclass
class Pace:
    """Lets everybody speak, and remembers who was stopped."""

    turns: int = 0
    stopped: list[tuple[str, float]] = field(default_factory=list)

    async def turn(self, lane: Lane, chat: str) -> None:
        assert lane is Lane.ANSWER
        self.turns += 1

    def stop(self, chat: str, seconds: float) -> str:
        self.stopped.append((chat, seconds))
        return chat


class Scene:
    def __init__(self) -> None:
        self.telegram = Telegram(lambda: datetime(2026, 11, 20, tzinfo=UTC), limits=None)
        self.telegram.people.add(CHAT, "Ева")
        self.telegram.people.opens_chat(TOKEN, CHAT)
        self.pace, self.slept = Pace(), list[float]()
        properties = DefaultBotProperties(parse_mode="HTML")
        bot = Bot(TOKEN, session=Session(self.telegram), default=properties)
        self.show = Show(bot, self.pace, self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def breaks(self, fault: Fault, times: int = 1, method: str = "sendMessage") -> None:
        self.telegram.break_next(fault, method, times=times)

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.telegram.chat(TOKEN, CHAT).history() if one.from_bot]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def words(text: str = "Дневник") -> Call:
    return send_call(CHAT, Screen(escaped(text)))


def edit(message: int, text: str = "Отметки") -> Call:
    return {"method": "editMessageText", "chat_id": CHAT, "message_id": message, "text": text}


async def test_an_answer_is_said_once(scene: Scene) -> None:
    await scene.show([words()])

    assert scene.said == ["Дневник"]
    assert scene.pace.turns == 1
    assert scene.slept == []


@pytest.mark.parametrize("fault", [server_error(), bad_gateway()])
async def test_what_was_not_taken_is_tried_until_it_is(scene: Scene, fault: Fault) -> None:
    scene.breaks(fault, times=12)

    await scene.show([words()])

    assert scene.said == ["Дневник"]
    assert len(scene.slept) == 12
    assert scene.slept == sorted(scene.slept)


async def test_a_429_stops_the_chat_and_the_pace_waits(scene: Scene) -> None:
    scene.breaks(flood(3))

    await scene.show([words()])

    assert scene.said == ["Дневник"]
    assert scene.pace.stopped == [("7", 3.0)]
    assert scene.slept == [0]


COMMANDS: Call = {"method": "setMyCommands", "commands": []}
SPINNER: Call = {"method": "answerCallbackQuery", "callback_query_id": "1"}


@pytest.mark.parametrize("ornament", [COMMANDS, SPINNER])
async def test_an_ornament_that_a_429_forbids_is_left_and_stops_nobody(
    scene: Scene, ornament: Call
) -> None:
    scene.breaks(flood(600), method=ornament["method"])

    await scene.show([ornament, words()])

    assert scene.said == ["Дневник"]
    assert (scene.slept, scene.pace.stopped) == ([], [])


async def test_an_ornament_that_fails_is_not_tried_for_ever(scene: Scene) -> None:
    scene.breaks(server_error(), times=100, method="setMyCommands")

    await scene.show([COMMANDS, words()])

    assert scene.said == ["Дневник"]
    assert len(scene.slept) == 6


async def test_what_nobody_waits_for_is_tried_until_it_is_taken(scene: Scene) -> None:
    scene.breaks(flood(600), method="setMyCommands")
    scene.breaks(server_error(), method="setMyCommands")

    await scene.show.at_leisure([COMMANDS])

    assert scene.slept == [600.0, 5.0]


@pytest.mark.parametrize("is_picture", [True, False])
async def test_a_kept_file_that_telegram_gives_out_no_more_is_told_in_words(
    scene: Scene, *, is_picture: bool
) -> None:
    file = KeptFile("of-another-bot", is_picture=is_picture, instead=escaped("Файла нет."))
    kept_call = send_call(CHAT, Screen(escaped("Справка"), file=file))
    refused = Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
    scene.breaks(refused, method=kept_call["method"])

    await scene.show([kept_call])

    assert scene.said == ["Справка\n\nФайла нет."]


async def test_an_answer_without_a_word_back_is_said_once_more_only(
    scene: Scene,
) -> None:
    scene.breaks(Silence(), times=5)

    await scene.show([words()])

    assert scene.said == ["Дневник", "Дневник"]


async def test_an_answer_that_is_refused_is_not_repeated(scene: Scene) -> None:
    scene.breaks(Refusal(400, "Bad Request: text must be non-empty"))

    await scene.show([words()])

    assert scene.said == []
    assert scene.slept == []


async def test_who_blocked_the_bot_is_left_alone(scene: Scene) -> None:
    scene.telegram.people.blocks(TOKEN, CHAT)

    await scene.show([words()])

    assert scene.slept == []


async def test_a_page_turns_in_its_place(scene: Scene) -> None:
    await scene.show([words()])
    (message,) = scene.telegram.chat(TOKEN, CHAT).history()

    await scene.show([edit(message.id)])

    assert scene.said == ["Отметки"]


async def test_a_page_that_is_no_more_is_said_anew(scene: Scene) -> None:
    await scene.show([edit(99)])

    assert scene.said == ["Отметки"]


async def test_a_page_that_is_already_so_is_left(scene: Scene) -> None:
    await scene.show([words()])
    (message,) = scene.telegram.chat(TOKEN, CHAT).history()

    await scene.show([edit(message.id, "Дневник")])

    assert scene.said == ["Дневник"]


async def test_an_old_tap_that_cannot_be_answered_does_not_hold_up_the_page(scene: Scene) -> None:
    spinner: Call = {"method": "answerCallbackQuery", "callback_query_id": "old"}

    await scene.show([spinner, words()])

    assert scene.said == ["Дневник"]


def test_calls_are_kept_as_text_and_read_back() -> None:
    calls = [words("О'Нил <b>&amp;</b> 😀")]

    assert read_kept(kept(calls)) == calls


@pytest.mark.parametrize("text", ["см. school.example", "https://a.example/x", "t.me/zvonok"])
def test_what_may_be_a_link_gets_no_preview(text: str) -> None:
    assert words(text)["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("text", ["Средний: 4,20. Отметка 5", "каб. 12", "1. Алгебра"])
def test_what_is_no_link_needs_no_option(text: str) -> None:
    assert "link_preview_options" not in words(text)


def test_a_silent_screen_makes_no_sound() -> None:
    call = send_call(CHAT, Screen(escaped("Много новостей"), silent=True))

    assert call["disable_notification"] is True


def _album(*captions: str, scene: Scene) -> Screen:
    found = tuple(
        KeptFile(
            _kept_photo(scene, number), is_picture=True, instead=escaped(f"Файла {number} нет")
        )
        for number, _ in enumerate(captions)
    )
    said = tuple(escaped(one) for one in captions)
    return Screen(escaped("Файлы"), album=found, captions=said)


def _kept_photo(scene: Scene, number: int) -> str:
    upload = UploadedFile(b"GIF89a" + b"\1\0\1\0" + bytes([number]) * 40, "a.jpg", "image/jpeg")
    return scene.telegram.world.files.keep(upload, "photo").file_id


async def test_of_an_album_that_is_refused_each_part_comes_by_itself(scene: Scene) -> None:
    scene.breaks(Refusal(400, "Bad Request: wrong file identifier"), method="sendMediaGroup")
    scene.breaks(Refusal(400, "Bad Request: wrong file identifier"), method="sendPhoto")

    await scene.show(album_calls(CHAT, _album("Лист 1", "", "Лист 3", scene=scene)))

    assert scene.said == ["Лист 1\n\nФайла 0 нет", "", "Лист 3"]


async def test_words_too_long_to_stand_under_a_file_come_behind_it(scene: Scene) -> None:
    fits, long = "ы" * 1024, "ь" * 1025

    await scene.show(album_calls(CHAT, _album(fits, long, scene=scene)))

    assert scene.said == [fits, "", long]


async def test_words_too_long_for_a_single_file_come_behind_it_too(scene: Scene) -> None:
    await scene.show(album_calls(CHAT, _album("ь" * 3500, scene=scene)))

    assert scene.said == ["", "ь" * 3500]


def test_what_only_marks_emphasis_does_not_make_words_too_long() -> None:
    bold = KeptFile("f", is_picture=True, instead=escaped("нет"))

    calls = album_calls(
        CHAT, Screen(NOTHING, album=(bold,), captions=(Html(f"<b>{'ы' * 1024}</b>"),))
    )

    assert [one["method"] for one in calls] == ["sendPhoto"]
