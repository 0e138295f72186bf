"""The demo as a newcomer opens it: three phones, a school day, buttons that make things happen."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from bot.callbacks.classes import OpenIssue, OpenLedReviews
from bot.demo import TOKEN, playing

PARENT, PUPIL, TEACHER, ADMINISTRATOR = 1001, 1002, 1003, 1004
FAMILY, SILENT = 2001, 2008
REVIEWED_TWICE, REVIEWED_ONCE = 2001, 2002
MONDAY = date(2026, 12, 14)
STANDS_STILL, FLIES = 0, 3600


@dataclass(frozen=True)
class Page:
    """What a browser asks of the page, without a browser."""

    http: aiohttp.ClientSession
    address: str

    async def state(self) -> dict[str, Any]:
        async with self.http.get(f"{self.address}/page/state") as answer:
            return dict(json.loads(await answer.text()))

    async def presses(self, event: str) -> int:
        url = f"{self.address}/page/stage/play"
        async with self.http.post(url, json={"event": event}) as answer:
            return answer.status

    async def sets_speed(self, speed: float) -> None:
        url = f"{self.address}/page/stage/speed"
        async with self.http.post(url, json={"speed": speed}) as answer:
            assert answer.status == 200

    async def finds(self, person: int, prefix: str) -> tuple[int, str]:
        """Return the newest button of a kind: its message, and what it holds."""
        url = f"{self.address}/sandbox/bots/{TOKEN}/chats/{person}"
        while True:
            async with self.http.get(url) as answer:
                messages = json.loads(await answer.text())["result"]["messages"]
            for message in reversed(messages):
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                for one in (button for row in rows for button in row):
                    if str(one.get("callback_data", "")).startswith(f"{prefix}:"):
                        return message["message_id"], one["callback_data"]
            await asyncio.sleep(0.05)

    async def taps(self, person: int, message: int, data: str) -> None:
        """Tap a button, whatever the message shows by now."""
        url = f"{self.address}/sandbox/bots/{TOKEN}/persons/{person}/taps"
        async with self.http.post(url, json={"message_id": message, "data": data}) as answer:
            assert answer.status == 200

    async def told(self, person: int) -> list[str]:
        """Return what the bot has said to a person."""
        persons = (await self.state())["persons"]
        messages = [
            message for one in persons if one["id"] == person for message in one["messages"]
        ]
        return [
            message.get("text") or message.get("caption", "")
            for message in messages
            if not message["own"]
        ]

    async def hears(self, person: int, *words: str) -> str:
        """Wait until a message to the person has all the words; the test's time limit ends it."""
        while True:
            for text in await self.told(person):
                if all(word in text for word in words):
                    return text
            await asyncio.sleep(0.05)

    async def today(self) -> date:
        now = (await self.state())["clock"]["now"]
        return datetime.fromtimestamp(now, ZoneInfo("Europe/Moscow")).date()

    async def sees(self, shown: Callable[[dict[str, Any]], object]) -> None:
        while True:
            if shown(await self.state()):
                return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def opened(data: Path) -> AsyncIterator[Page]:
    async with playing(port=0, data=data) as address, aiohttp.ClientSession() as http:
        yield Page(http, address)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "demo"


async def test_each_phone_shows_who_came_in_and_to_what(data: Path) -> None:
    async with opened(data) as page:
        parent = await page.hears(PARENT, "Вход открыт")
        pupil = await page.hears(PUPIL, "Вход открыт")
        teacher = await page.hears(TEACHER, "Вход открыт")

    assert "Рита, 5А" in parent
    assert "Артём, 6А" in parent
    assert "ваш дневник, класс 5А" in pupil
    assert "классный руководитель: 5А" in teacher


async def test_a_button_brings_a_mark_to_the_family_and_to_nobody_else(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.sets_speed(1)
        pressed = await page.presses("control")

        await page.hears(PARENT, "Рита", "контрольн")
        await page.hears(PUPIL, "контрольн")
        others = await page.told(TEACHER)

    assert pressed == 200
    assert len(others) == 1


async def test_a_slip_that_is_put_right_at_once_is_never_told(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(PUPIL, "Вход открыт")
        await page.sets_speed(1)
        await page.presses("slip")

        text = await page.hears(PUPIL, "вес")

    assert "5 —" in text
    assert "2" not in text.split("—")[0]


async def test_the_day_plays_by_itself_and_the_next_one_follows(data: Path) -> None:
    async with opened(data) as page:
        await page.sets_speed(FLIES)

        await page.sees(lambda state: any("Новый день" in one["text"] for one in _log(state)))
        happened = [one["text"] for one in _log(await page.state())]

    assert len(happened) >= 7


async def test_a_button_without_a_lesson_for_it_says_so(data: Path) -> None:
    async with opened(data) as page:
        await page.sets_speed(STANDS_STILL)

        await page.presses("take-back")
        happened = [one["text"] for one in _log(await page.state())]

    assert happened == ["Сейчас для этого нет урока или отметки"]


async def test_an_event_that_is_none_is_refused(data: Path) -> None:
    async with opened(data) as page:
        assert await page.presses("fire") == 404


async def test_opened_again_it_is_as_it_was_left(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(PUPIL, "Вход открыт")
        await page.sets_speed(STANDS_STILL)
        left, said = (await page.state())["clock"]["now"], await page.told(PUPIL)

    async with opened(data) as page:
        await page.sets_speed(STANDS_STILL)
        again, repeated = (await page.state())["clock"]["now"], await page.told(PUPIL)

    assert repeated == said
    assert 0 <= again - left < 3600


def _log(state: dict[str, Any]) -> list[dict[str, Any]]:
    return list(state["stage"]["log"])


async def test_a_leap_goes_on_to_the_day_on_which_the_forecast_is_due(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("to-forecast")
        after = datetime.fromtimestamp((await page.state())["clock"]["now"], UTC)

    assert after.date() == date(2026, 12, 11)


async def test_only_a_handful_of_the_class_is_at_risk_when_the_forecast_is_due(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("to-forecast")

        await page.hears(TEACHER, "Вашего слова ждут 7 предупреждений")
        await page.hears(TEACHER, "Без уважительной причины пропущено 10 уроков")


async def test_no_leap_goes_back(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("to-finals")
        await page.presses("to-forecast")
        after = datetime.fromtimestamp((await page.state())["clock"]["now"], UTC)

    assert after.date() == date(2026, 12, 24)


async def test_a_leap_to_the_end_of_the_quarter_brings_the_final_marks(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.sets_speed(1)
        await page.presses("to-finals")

        told = await page.hears(PARENT, "🏁")

    assert "Рита" in told or "Артём" in told


async def test_a_leap_to_the_forecast_puts_it_into_the_family_s_hands(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("to-forecast")

        await page.hears(PARENT, "📈", "Рита")
        await page.hears(TEACHER, "прогноз ушёл")


async def test_most_families_of_the_class_come_in_once(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("come-in")
        await page.presses("come-in")
        happened = [one["text"] for one in _log(await page.state())]
        said = await page.hears(FAMILY, "Вход открыт")

    assert happened == ["По кодам вошли семьи: 20", "Все семьи, которые хотели, уже вошли"]
    assert "Олег, 5А" in said


async def test_families_answer_and_review_and_some_keep_silent(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("come-in")
        await page.presses("answer")

        await page.hears(FAMILY, "Записано: пн, 23 ноября")
        silent = await page.told(SILENT)

    assert not any("Записано" in one for one in silent)


async def test_the_administrator_s_phone_stands_closed_at_first(data: Path) -> None:
    async with opened(data) as page:
        said = await page.hears(ADMINISTRATOR, "Вход открыт")
        open_first = (await page.state())["stage"]["columns"]

    assert "Полевой Юрий" in said
    assert open_first == [PARENT, PUPIL, TEACHER]


@pytest.mark.timeout(300)  # three weeks of a whole class
async def test_the_story_of_a_period_is_played_by_its_leaps(data: Path) -> None:
    async with opened(data) as page:
        await page.hears(TEACHER, "Вход открыт")
        await page.presses("come-in")
        await page.sets_speed(1)

        acknowledged = await _has_the_forecast_in_hand(page)
        in_hand = await page.today()
        await page.presses("to-reviews")
        await page.hears(REVIEWED_ONCE, "знакомление за неделю", "ещё 1 день")
        nudged, week = await page.told(REVIEWED_TWICE), await _opens_the_week(page)
        await page.presses("to-finals")
        await page.hears(PARENT, "🏁", "Рита")
        finals = await page.today()

    assert in_hand == date(2026, 12, 13)
    assert "ознакомились: 0" not in acknowledged
    assert not any("Посмотрите сегодня итоги" in one for one in nudged)
    assert "Выполнено: 10 из 24" in week
    assert finals <= date(2026, 12, 25)


async def _has_the_forecast_in_hand(page: Page) -> str:
    """Go on to the 14th day before the end; return the class teacher's list of the forecast."""
    await page.presses("to-forecast")
    await page.hears(PARENT, "📈", "Рита")
    await page.hears(FAMILY, "📈", "Олег")
    await page.presses("answer")
    await page.presses("to-warning")
    await page.hears(PARENT, "⚠️", "Рита")
    await page.taps(TEACHER, *await page.finds(TEACHER, OpenIssue.__prefix__))
    return await page.hears(TEACHER, "прогноз на", "5А", "ознакомились:")


async def _opens_the_week(page: Page) -> str:
    message, _ = await page.finds(TEACHER, OpenLedReviews.__prefix__)
    await page.taps(TEACHER, message, OpenLedReviews(day=MONDAY.toordinal()).pack())
    return await page.hears(TEACHER, "Ознакомление ·", "5А", "Выполнено:")
