"""A teacher sums up a course by taps; nobody else does, and an old button sets nothing."""

from datetime import date

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.classes import OpenMissing, OpenMissingIn, OpenMissingOfYear
from bot.callbacks.sheets import (
    EmptySheetCell,
    FillSheetCell,
    OpenOwnSheets,
    OpenOwnSheetsAt,
    OpenSheet,
    OpenSheetCell,
    SheetKind,
    SheetValue,
)
from core.ids import CourseId, PeriodId, SchoolId
from tests.handlers.chat import Chat, Town
from tests.school import records
from tests.screens.views import RU, labels, read


@pytest.fixture
async def teacher(town: Town) -> Chat:
    """The class teacher of 7А, who teaches algebra there to Маша and Яша."""
    seed = town.seed
    seed.enrolled(town.leader, town.course, role="teacher")
    yasha = seed.a_pupil("Яша", class_id=town.class_7a, family="Яковлев")
    seed.enrolled(yasha, town.course)
    await seed.plant(town.school)
    return await town.known(town.leader)


def marks(town: Town) -> list[tuple[int, str, str]]:
    return [
        (one.period_id, one.kind, one.value) for one in town.school.world.all(records.PeriodMark)
    ]


def the_year(town: Town) -> PeriodId:
    year = next(iter(town.school.world.all(records.Period, lambda it: it.kind == "year")))
    return PeriodId(year.id)


def of_masha(town: Town, made: type[CallbackData], /, **more: object) -> CallbackData:
    told = {
        "course": town.course,
        "period": town.quarter,
        "kind": SheetKind.PERIOD,
        "pupil": town.masha,
    }
    known = {name: value for name, value in (told | more).items() if name in made.model_fields}
    return made(**known)


def fives(town: Town, **more: object) -> CallbackData:
    return of_masha(town, FillSheetCell, value=SheetValue.FIVE, **more)


async def test_a_course_is_summed_up_pupil_by_pupil(town: Town, teacher: Chat) -> None:
    await teacher.sends("/lessons")
    own = await teacher.taps("Итоговые")
    listed = await teacher.taps("1")
    first = await teacher.taps("Выставить")
    set_now = await teacher.taps("4")
    second = await teacher.taps("Дальше ›")
    done = await teacher.taps("н/а")
    after = await teacher.taps("‹ К списку")

    assert read(own) == [
        "🏁 Мои итоговые, II четверть",
        "Выставить до 23 декабря. Период до 27 декабря.",
        "1. , 7А: нет 2",
    ]
    assert labels(own)[-2:] == [["2026/2027 ›"], ["Почему так", "Мои уроки", "Меню"]]
    assert read(listed)[1:] == ["Выставлено 0 из 2.", "1. Орлова Маша: нет", "2. Яковлев Яша: нет"]
    assert read(first)[1] == "Орлова Маша: отметки нет"
    assert labels(first) == [
        ["5", "4", "3", "2"],
        ["зачёт", "незачёт", "н/а"],
        ["‹ К списку", "Пропустить ›"],
    ]
    assert [read(set_now)[0], read(set_now)[2]] == [
        "Записано. Выставлено 1 из 2.",
        "Орлова Маша: 4",
    ]
    assert labels(set_now)[2] == ["‹ К списку", "Убрать", "Дальше ›"]
    assert read(second)[1] == "Яковлев Яша: отметки нет"
    assert read(done)[0] == "Записано. Выставлено 2 из 2."
    assert labels(done)[2] == ["‹ К списку", "Убрать"]
    assert read(after)[1:] == ["Выставлено 2 из 2.", "1. Орлова Маша: 4", "2. Яковлев Яша: н/а"]
    assert marks(town) == [(town.quarter, "period", "4"), (town.quarter, "period", "none")]


async def test_a_mark_is_put_right_and_taken_back(town: Town, teacher: Chat) -> None:
    await teacher.taps(fives(town))
    right = await teacher.taps("3")
    empty = await teacher.taps("Убрать")

    assert read(right)[2] == "Орлова Маша: 3"
    assert read(empty)[:1] == ["Отметка убрана: Орлова Маша"]
    assert read(empty)[2] == "Орлова Маша: отметки нет"
    assert marks(town) == []


async def test_the_same_tap_twice_changes_nothing(town: Town, teacher: Chat) -> None:
    await teacher.taps(fives(town))
    again = await teacher.taps(fives(town))

    assert read(again)[2] == "Орлова Маша: 5"
    assert marks(town) == [(town.quarter, "period", "5")]


async def test_a_second_tap_on_the_same_place_is_of_the_same_pupil_however_quick(
    town: Town, teacher: Chat
) -> None:
    await teacher.taps(of_masha(town, OpenSheetCell))
    first = await teacher.taps("5")

    again = await teacher.taps("5")
    await teacher.taps("Убрать")
    taken_twice = await teacher.taps(of_masha(town, EmptySheetCell, seen="5"))

    assert read(again) == read(first)
    assert read(taken_twice)[0] == "Отметка убрана: Орлова Маша"
    assert marks(town) == []


async def test_a_button_shown_with_another_mark_changes_nothing(town: Town, teacher: Chat) -> None:
    old = of_masha(town, FillSheetCell, value=SheetValue.TWO)
    await teacher.taps(fives(town))

    said = [await teacher.taps(old), await teacher.taps(of_masha(town, EmptySheetCell, seen="2"))]

    assert {read(one)[0] for one in said} == {RU.label("cell-changed")}
    assert {read(one)[2] for one in said} == {"Орлова Маша: 5"}
    assert marks(town) == [(town.quarter, "period", "5")]


async def test_a_year_has_marks_of_three_kinds(town: Town, teacher: Chat) -> None:
    year = the_year(town)
    await teacher.taps(fives(town))
    await teacher.taps(OpenOwnSheets(period=year))
    await teacher.taps("1")
    exam = await teacher.taps("Экзамен")
    await teacher.taps("1")
    await teacher.taps("4")
    await teacher.taps("‹ К списку")
    final = await teacher.taps("Итоговые")
    cell = await teacher.taps("1")
    await teacher.taps("5")

    assert labels(exam)[1] == ["Выставить", "Годовые", "Итоговые"]
    assert read(final)[2] == "1. Орлова Маша: нет, экзамен 4"
    assert read(cell)[1:] == ["Орлова Маша: отметки нет", "По периодам: 5", "Экзамен 4"]
    assert marks(town)[1:] == [(year, "exam", "4"), (year, "final", "5")]


async def test_a_mark_that_a_file_put_elsewhere_in_the_year_is_the_one_put_right(
    town: Town, teacher: Chat
) -> None:
    year = the_year(town)
    town.seed.a_period_mark(town.quarter, town.course, town.masha, "3", kind="year")
    await town.seed.plant(town.school)

    await teacher.taps(fives(town, period=year, kind=SheetKind.YEAR, seen="3"))

    assert marks(town) == [(town.quarter, "year", "5")]


async def test_who_was_summed_up_in_another_subgroup_is_left_to_its_teacher(
    town: Town, teacher: Chat
) -> None:
    other = town.seed.a_course(subject=town.algebra)
    town.seed.a_period_mark(town.quarter, other, town.masha, "3")
    await town.seed.plant(town.school)

    said = [
        await teacher.taps(fives(town)),
        await teacher.taps(of_masha(town, EmptySheetCell)),
    ]

    assert [one.toast for one in said] == [RU.label("refusal-summed-up-elsewhere")] * 2
    assert marks(town) == [(town.quarter, "period", "3")]


@pytest.mark.parametrize("kind", [OpenSheet, OpenSheetCell, FillSheetCell, EmptySheetCell])
async def test_who_does_not_teach_the_course_is_refused(
    town: Town, leader: Chat, father: Chat, kind: type[CallbackData]
) -> None:
    button = of_masha(town, kind, value=SheetValue.FIVE)

    toasts = [(await one.taps(button)).toast for one in (leader, father)]

    assert toasts == [RU.label("refusal-access")] * 2
    assert marks(town) == []


async def test_old_and_made_up_buttons_set_nothing(town: Town, teacher: Chat) -> None:
    year = the_year(town)
    taps = [
        fives(town, pupil=town.vera),
        fives(town, period=PeriodId(77)),
        fives(town, kind=SheetKind.FINAL),
        fives(town, period=year),
        of_masha(town, EmptySheetCell, pupil=town.vera),
        OpenOwnSheets(period=77),
    ]

    toasts = {(await teacher.taps(one)).toast for one in taps}

    assert toasts == {RU.label("refusal-not-found")}
    assert marks(town) == []


async def test_a_course_of_others_is_nobody_s_to_open(town: Town, teacher: Chat) -> None:
    foreign = await teacher.taps(of_masha(town, OpenSheet, course=CourseId(town.course + 10**6)))

    assert foreign.toast == RU.label("refusal-access")


async def test_who_teaches_nothing_for_marks_hears_so(leader: Chat, father: Chat) -> None:
    for one in (leader, father):
        assert read(await one.taps(OpenOwnSheets()))[1] == RU.label("sheets-empty")


async def test_a_teacher_of_two_schools_chooses_the_school_and_why_leads_back_to_it(
    town: Town, teacher: Chat
) -> None:
    seed = town.seed
    lyceum = seed.a_school(name="Лицей")
    seed.a_year()
    elsewhere = seed.a_teacher()
    pupil = seed.a_pupil("Вася", class_id=seed.a_class("8В"))
    course = seed.a_course(pupil, subject=seed.a_subject("Физика"), title="Физика")
    seed.enrolled(elsewhere, course, role="teacher")
    seed.a_period(course)
    await seed.plant(town.school)
    await teacher.sends(await town.code_for(elsewhere))

    await teacher.sends("/lessons")
    choice = await teacher.taps("Итоговые")
    first = await teacher.taps("Школа № 1")
    other = await teacher.taps(OpenOwnSheetsAt(school=lyceum))
    await teacher.taps("Почему так")
    back = await teacher.taps("‹ К экрану")
    listed = await teacher.taps("1")
    to_sheets = await teacher.taps("‹ Мои итоговые")

    assert read(choice)[1] == "В какой школе?"
    assert labels(choice) == [["Школа № 1"], ["Лицей"], ["Мои уроки", "Меню"]]
    assert ("Физика" in first.text, "Физика" in other.text) == (False, True)
    assert (read(back), read(to_sheets)) == (read(other), read(other))
    assert "Вася" in listed.text


async def test_a_school_at_which_nothing_is_summed_up_is_refused(
    town: Town, teacher: Chat
) -> None:
    refused = await teacher.taps(OpenOwnSheetsAt(school=SchoolId(77)))

    assert refused.toast == RU.label("refusal-not-found")


async def test_a_stranger_is_told_how_to_come_in(town: Town) -> None:
    screen = await town.stranger().taps(OpenOwnSheets())

    assert read(screen)[0].startswith("Это бот школы")


async def test_a_class_turns_from_a_quarter_to_its_year_and_why_leads_back(
    town: Town, teacher: Chat
) -> None:
    await teacher.taps(OpenMissing(class_id=town.class_7a))
    year = await teacher.taps("2026/2027 ›")
    await teacher.taps("Почему так")
    back = await teacher.taps("‹ К экрану")

    assert read(year)[:3] == [
        "🏁 Нет итоговых · 7А, 2026/2027",
        "Всего не хватает 2 отметок. Период до 28 мая.",
        "Годовые:",
    ]
    assert read(back) == read(year)
    assert labels(year) == [["‹ II четверть"], ["Выставить"], ["Почему так", "Класс 7А"]]


@pytest.mark.parametrize("kind", [OpenMissingIn, OpenMissingOfYear])
async def test_what_another_class_misses_is_refused(
    town: Town, leader: Chat, father: Chat, kind: type[CallbackData]
) -> None:
    told = {"class_id": town.class_5b, "period": town.quarter}
    button = kind(**{name: told[name] for name in told if name in kind.model_fields})

    toasts = [(await one.taps(button)).toast for one in (leader, father)]

    assert toasts == [RU.label("refusal-access")] * 2


async def test_an_old_button_of_a_quarter_opens_that_of_its_day(town: Town, teacher: Chat) -> None:
    old = OpenMissing(class_id=town.class_7a, day=date(2026, 11, 2).toordinal())

    assert read(await teacher.taps(old))[0] == "🏁 Нет итоговых · 7А, II четверть"


async def test_a_mark_set_by_a_tap_is_the_teacher_s_own(town: Town, teacher: Chat) -> None:
    await teacher.taps(fives(town))

    (mark,) = town.school.world.all(records.PeriodMark)

    assert mark.origin_id == town.leader
