"""A family looks around: teachers, holidays, events; nothing of another class."""

from datetime import date, timedelta
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.diary import OpenEvents, OpenHolidays, OpenTeachers
from tests.core.builders import TODAY
from tests.handlers.chat import Chat, Town
from tests.school import records
from tests.screens.views import RU, labels, read


def added(town: Town, kind: type[records.OfSchool], **values: Any) -> int:
    """Put a record into the town's school."""
    world = town.school.world
    school = next(iter(world.tables[records.School]))
    return world.add(kind, school_id=school, **values).id


async def more(chat: Chat, *path: str) -> list[str]:
    await chat.sends("/start")
    await chat.taps("Ещё")
    for place in path:
        screen = await chat.taps(place)
    return read(screen)


async def test_a_family_sees_who_teaches(town: Town, father: Chat) -> None:
    algebra = next(one.id for one in town.school.world.all(records.Group) if one.kind == "course")
    added(town, records.Enrolment, group_id=algebra, person_id=town.leader, role="teacher")

    assert await more(father, "Школа", "Учителя") == [
        "Учителя",
        "Классный руководитель: Нина Орлова",
        "Алгебра: Нина Орлова",
    ]


async def test_the_next_holidays_say_how_soon(town: Town, father: Chat) -> None:
    for title, begins, ends in (
        ("Осенние", date(2026, 10, 26), date(2026, 11, 1)),
        ("Зимние", date(2026, 12, 28), date(2027, 1, 10)),
        ("Весенние", date(2027, 3, 22), date(2027, 3, 28)),
    ):
        added(town, records.Holiday, title=title, begins=begins, ends=ends)

    assert (await more(father, "Школа", "Каникулы"))[1:] == [
        "26 октября – 1 ноября: Осенние",
        "28 декабря – 10 января: Зимние, через 38 дней",
        "22–28 марта: Весенние",
    ]


async def test_the_holidays_that_are_now_say_so(town: Town, father: Chat) -> None:
    added(town, records.Holiday, title="Карантин", begins=TODAY, ends=TODAY)

    assert (await more(father, "Школа", "Каникулы"))[1:] == ["20 ноября: Карантин, сейчас"]


async def test_events_of_the_school_and_the_own_class_are_shown(town: Town, father: Chat) -> None:
    day = TODAY + timedelta(days=7)
    trip = added(town, records.Event, title="Музей", begins=TODAY, ends=day, text="Сбор в 9:00")
    added(town, records.EventClass, event_id=trip, class_id=town.class_7a)
    added(town, records.Event, title="Ярмарка", begins=day, ends=day)
    of_5b = next(one.id for one in town.school.world.all(records.Group) if one.title == "5Б")
    hidden = added(town, records.Event, title="Тайный поход", begins=day, ends=day)
    added(town, records.EventClass, event_id=hidden, class_id=of_5b)

    assert await more(father, "Школа", "События") == [
        "📅 События",
        "20–27 ноября: Музей, класс. Сбор в 9:00",
        "пт, 27 ноября: Ярмарка, вся школа.",
    ]


async def test_what_is_over_is_a_tap_away_and_back(town: Town, father: Chat) -> None:
    day = TODAY - timedelta(days=7)
    added(town, records.Event, title="Линейка", begins=day, ends=day)

    ahead = await more(father, "Школа", "События")
    over = await father.taps("Прошедшие события")

    assert ahead[1] == "Событий класса и школы впереди пока нет."
    assert read(over)[1] == "пт, 13 ноября: Линейка, вся школа."
    assert labels(over) == [["Предстоящие события"], ["Меню"]]


EMPTY = {
    "Каникулы": "Каникулы этого учебного года школа пока не внесла.",
    "События": "Событий класса и школы впереди пока нет.",
}


@pytest.mark.parametrize("place", EMPTY)
async def test_what_is_empty_is_said(father: Chat, place: str) -> None:
    assert (await more(father, "Школа", place))[1:] == [EMPTY[place]]


@pytest.mark.parametrize("kind", [OpenTeachers, OpenHolidays, OpenEvents])
async def test_another_family_s_child_is_refused(
    town: Town, father: Chat, kind: type[CallbackData]
) -> None:
    screen = await father.taps(kind(pupil=town.vera))

    assert screen.toast == RU.label("refusal-access")
