"""The diary and the timetable, as a family reads them."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.callbacks.diary import OpenDay, OpenWeek
from bot.screens.diary.days import diary_day, diary_week
from bot.screens.diary.timetable import timetable_day, timetable_week
from core.access.people import Name
from core.diary.views import LooseMark
from core.ids import CourseId
from core.journal.values import AbsenceCode, LessonState
from tests.core.builders import CLASS_7A, MASHA, TODAY, a_class_teacher, an_actor
from tests.screens.views import (
    EN,
    MONDAY,
    MOTHER_OF_ONE,
    MOTHER_OF_TWO,
    RU,
    a_day,
    a_diary_lesson,
    a_shown_mark,
    a_week,
    labels,
    read,
)


def test_a_week_has_a_line_for_each_school_day() -> None:
    week = a_week(
        a_diary_lesson(TODAY, 1, marks=(a_shown_mark("5"), a_shown_mark("4"))),
        a_diary_lesson(TODAY, 2, "История", absence=AbsenceCode.ABSENT),
        a_diary_lesson(TODAY, 3, "ИЗО", absence=AbsenceCode.LATE),
    )

    screen = diary_week(RU, MOTHER_OF_TWO, week)

    assert read(screen) == [
        "Дневник за 16–22 ноября · Маша",
        "пн, 16 ноября: уроков нет",
        "вт, 17 ноября: уроков нет",
        "ср, 18 ноября: уроков нет",
        "чт, 19 ноября: уроков нет",
        "пт, 20 ноября, сегодня: 3 урока; отметки: алгебра 5, алгебра 4; 1 пропуск; 1 опоздание",
        "сб, 21 ноября: уроков нет",
    ]


def test_the_only_child_needs_no_name() -> None:
    assert read(diary_week(RU, MOTHER_OF_ONE, a_week()))[0] == "Дневник за 16–22 ноября"


def test_a_class_teacher_reads_the_full_name_and_goes_back_to_the_class() -> None:
    week = a_week()
    week = replace(week, child=replace(week.child, class_id=CLASS_7A))

    screen = diary_week(RU, an_actor(a_class_teacher(CLASS_7A)), week)

    assert read(screen)[0] == "Дневник за 16–22 ноября · Орлова Маша, 7А"
    assert labels(screen)[-1] == ["Класс 7А", "Меню"]


def test_a_week_offers_its_days_and_the_weeks_beside_it() -> None:
    screen = diary_week(RU, MOTHER_OF_TWO, a_week())

    assert labels(screen) == [
        ["пн 16", "вт 17", "ср 18", "чт 19", "пт 20", "сб 21"],
        ["‹ Неделя", "Неделя ›"],
        ["Другой ребёнок", "Меню"],
    ]
    assert screen.buttons[1][0].callback_data == _week_of(date(2026, 11, 9))


def _week_of(day: date) -> str:
    return OpenWeek(pupil=MASHA, day=day.toordinal()).pack()


def test_a_sunday_with_lessons_is_shown() -> None:
    sunday = MONDAY + timedelta(days=6)

    screen = diary_week(RU, MOTHER_OF_ONE, a_week(a_diary_lesson(sunday)))

    assert read(screen)[-1] == "вс, 22 ноября: 1 урок"


def test_holidays_are_named() -> None:
    screen = diary_week(RU, MOTHER_OF_ONE, a_week(holiday="Осенние каникулы"))

    assert read(screen)[1] == "пн, 16 ноября: Осенние каникулы"


def test_many_marks_of_a_day_are_counted() -> None:
    many = a_diary_lesson(marks=tuple(a_shown_mark("5") for _ in range(7)))

    screen = diary_week(RU, MOTHER_OF_ONE, a_week(many))

    assert read(screen)[5].endswith("алгебра 5, алгебра 5, алгебра 5, алгебра 5 … и ещё 3")


def test_a_day_has_a_line_for_each_lesson() -> None:
    day = a_day(
        a_diary_lesson(
            marks=(a_shown_mark("5"),), homework="§ 12", homework_due=date(2026, 11, 23)
        ),
        a_diary_lesson(TODAY, 2, "История", absence=AbsenceCode.ILL, homework="читать"),
        a_diary_lesson(TODAY, 3, "ИЗО", state=LessonState.CANCELLED),
        a_diary_lesson(TODAY, 4, "Химия", replaced=True, teacher=Name("Иван", "Петров", "Ильич")),
        a_diary_lesson(TODAY, 5, "Труд", replaced=True, ends=None),
        a_diary_lesson(TODAY, 6, "Музыка", starts=None, ends=None),
    )

    screen = diary_day(RU, MOTHER_OF_TWO, day)

    assert read(screen) == [
        "Дневник, пт, 20 ноября · Маша",
        "1. 08:30–09:15 Алгебра — отметка 5; 🏠 задано на 23 ноября: §\xa012",
        "2. 08:30–09:15 История — 🚪 болезнь; 🏠 задано: читать",
        "3. 08:30–09:15 ИЗО — урок отменён",
        "4. 08:30–09:15 Химия — замена: Иван Ильич Петров",
        "5. 08:30 Труд — замена",
        "6. Музыка",
    ]


def test_a_day_leads_to_its_neighbours_and_its_homework() -> None:
    screen = diary_day(RU, MOTHER_OF_ONE, a_day())

    assert labels(screen) == [["Задания"], ["чт 19", "Вся неделя", "сб 21"], ["Меню"]]
    thursday = TODAY - timedelta(days=1)
    assert screen.buttons[1][0].callback_data == _day_of(thursday)


def _day_of(day: date) -> str:
    return OpenDay(pupil=MASHA, day=day.toordinal()).pack()


def test_an_empty_day_is_said_kindly_and_exactly() -> None:
    plain = diary_day(RU, MOTHER_OF_ONE, a_day())
    holiday = diary_day(RU, MOTHER_OF_ONE, a_day(holiday="Каникулы"))

    assert read(plain)[1:] == ["Уроков в этот день нет."]
    assert read(holiday)[1:] == ["Уроков нет: Каникулы."]


def test_a_long_day_goes_on_behind_a_button() -> None:
    day = a_day(*(a_diary_lesson(TODAY, number) for number in range(1, 11)))

    first = diary_day(RU, MOTHER_OF_ONE, day)
    second = diary_day(RU, MOTHER_OF_ONE, day, page=1)

    assert read(first)[-1] == "… и ещё 2"
    assert labels(first)[0] == ["Дальше ›", "Задания"]
    assert len(read(second)) == 3
    assert labels(second)[0] == ["‹ Назад", "Задания"]


def test_a_page_that_is_no_more_shows_the_last_one() -> None:
    screen = diary_day(RU, MOTHER_OF_ONE, a_day(a_diary_lesson()), page=9)

    assert len(read(screen)) == 2


def test_a_timetable_says_when_what_and_where() -> None:
    day = a_day(a_diary_lesson(starts=time(10, 25), ends=time(11, 10), room="101"))

    screen = timetable_day(RU, MOTHER_OF_TWO, day)

    assert read(screen) == [
        "📅 Расписание, пт, 20 ноября · Маша",
        "1. 10:25–11:10 Алгебра — каб. 101",
    ]


def test_a_timetable_of_a_week_has_a_line_for_each_day() -> None:
    week = a_week(a_diary_lesson(), a_diary_lesson(TODAY, 2, "ИЗО"))

    screen = timetable_week(RU, MOTHER_OF_ONE, week)

    assert read(screen)[0] == "📅 Расписание, 16–22 ноября"
    assert read(screen)[5] == "пт, 20 ноября, сегодня: 1 алгебра, 2 ИЗО"


def test_a_timetable_counts_what_a_line_cannot_hold() -> None:
    week = a_week(*(a_diary_lesson(TODAY, number) for number in range(1, 12)))

    assert read(timetable_week(RU, MOTHER_OF_ONE, week))[5].endswith("9 алгебра … и ещё 2")


def test_the_diary_speaks_english() -> None:
    week = a_week(a_diary_lesson(marks=(a_shown_mark("5"),), absence=AbsenceCode.LATE))

    assert read(diary_week(EN, MOTHER_OF_TWO, week))[5] == (
        "Fri, 20 November, today: 1 lesson; marks: алгебра 5; late once"
    )


PROJECT = LooseMark(CourseId(4), "Алгебра", a_shown_mark("5"))


def test_marks_without_a_lesson_stand_under_the_lessons_of_the_day() -> None:
    day = a_day(a_diary_lesson(subject="История"))

    screen = diary_day(RU, MOTHER_OF_ONE, replace(day, shown=replace(day.shown, marks=(PROJECT,))))

    assert read(screen)[-1] == "Отметка без урока: алгебра 5"


def test_a_sunday_with_a_mark_alone_has_its_line_in_the_week() -> None:
    week = a_week()
    sunday = replace(week.days[6], marks=(PROJECT,))

    screen = diary_week(RU, MOTHER_OF_ONE, replace(week, days=(*week.days[:6], sunday)))

    assert "алгебра 5" in read(screen)[-1]
