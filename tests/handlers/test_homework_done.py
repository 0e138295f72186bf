"""A pupil ticks homework off; the mother sees it, and cannot do it herself."""

from datetime import date, timedelta

import pytest

from bot.callbacks.diary import OpenOverdue, TickOff
from core.ids import LessonId
from tests.handlers.chat import Chat, Town
from tests.school import records
from tests.screens.views import RU, labels, read

DUE = date(2026, 11, 27)
"""The Friday on which the town's only homework is due."""


@pytest.fixture
async def masha(town: Town) -> Chat:
    return await town.known(town.masha)


def the_lesson(town: Town) -> records.Lesson:
    return next(iter(town.school.world.all(records.Lesson)))


async def test_a_tick_is_set_and_taken_back_by_the_same_number(masha: Chat) -> None:
    asked = await masha.sends("/homework")

    done = await masha.taps("1")
    undone = await masha.taps("✓ 1")

    assert read(asked)[1] == "1. Алгебра: §\xa012, упр. 3"
    assert read(done)[1] == "1. Алгебра: §\xa012, упр. 3 — сделано"
    assert read(undone) == read(asked)


async def test_the_guardian_sees_the_tick_and_has_no_numbers(masha: Chat, father: Chat) -> None:
    await masha.sends("/homework")
    await masha.taps("1")

    seen = await father.sends("/homework")

    assert read(seen)[1] == "Алгебра: §\xa012, упр. 3 — сделано"
    assert labels(seen)[0] == ["‹ чт 26", "Не сделано", "сб 28 ›"]


async def test_a_guardian_s_tap_ticks_nothing(town: Town, father: Chat) -> None:
    lesson = LessonId(the_lesson(town).id)
    button = TickOff(pupil=town.masha, lesson=lesson, day=DUE.toordinal(), done=True)

    screen = await father.taps(button)

    assert screen.toast == RU.label("refusal-access")
    assert list(town.school.world.all(records.HomeworkDone)) == []


async def test_an_old_button_of_homework_that_is_gone_says_so(town: Town, masha: Chat) -> None:
    await masha.sends("/homework")
    town.school.world.change(the_lesson(town), homework="")

    screen = await masha.taps("1")

    assert screen.toast == RU.label("refusal-not-found")


async def test_homework_changed_after_the_tick_is_to_be_done_anew(town: Town, masha: Chat) -> None:
    await masha.sends("/homework")
    await masha.taps("1")
    town.school.world.change(the_lesson(town), homework="§ 13")

    assert read(await masha.sends("/homework"))[1] == "1. Алгебра: §\xa013"


async def test_what_was_due_and_is_not_ticked_off_is_listed(town: Town, masha: Chat) -> None:
    town.clock.at += timedelta(days=10)
    await masha.sends("/homework")

    overdue = await masha.taps("Не сделано")
    await masha.taps("пт 27")
    await masha.taps("1")
    done = await masha.taps("Не сделано")

    assert read(overdue) == [
        "🏠 Не отмечено сделанным: 1",
        "пт, 27 ноября, Алгебра: §\xa012, упр. 3",
    ]
    assert read(done)[1] == "С пн, 16 ноября всё отмечено сделанным."


async def test_what_is_due_today_has_still_time(town: Town, masha: Chat) -> None:
    town.clock.at += timedelta(days=7)

    screen = await masha.taps(OpenOverdue(pupil=town.masha))

    assert read(screen)[0] == "🏠 Не отмечено сделанным: 0"


async def test_another_family_s_homework_is_refused(town: Town, father: Chat) -> None:
    screen = await father.taps(OpenOverdue(pupil=town.vera))

    assert screen.toast == RU.label("refusal-access")
