"""The demo as a newcomer opens it: three phones, a school day, buttons that make things happen."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.demo.page import ADMINISTRATOR, PARENT, PUPIL, TEACHER, opened

FAMILY, SILENT = 2001, 2008
STANDS_STILL, FLIES = 0, 3600


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
        await page.hears(TEACHER, "Грачёв Савелий", "10")


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
