"""Marks, homework and absences of a child."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.callbacks.diary import OpenAbsences, OpenHomework, OpenMarks, OpenSubject
from bot.screens.diary.absences import absences_of_period
from bot.screens.diary.homework import homework_of_day
from bot.screens.diary.marks import marks_by_subject, marks_of_subject
from core.diary.views import Absences, Assignment, PeriodMarks
from core.ids import SubjectId
from core.journal.values import AbsenceCode, ReasonState
from tests.core.builders import MASHA, TODAY, a_child
from tests.screens.views import (
    MOTHER_OF_ONE,
    MOTHER_OF_TWO,
    QUARTERS,
    RU,
    a_homework_book,
    a_period_of_marks,
    a_shown_mark,
    an_absence,
    labels,
    read,
    some_absences,
    subject_marks,
)

ALGEBRA = SubjectId(3)


def test_marks_come_by_subject_with_the_mean_and_the_period_mark() -> None:
    marks = a_period_of_marks(
        subject_marks(a_shown_mark("5"), a_shown_mark("3/5"), a_shown_mark("none")),
        subject_marks(subject=4, title="История", mean=None, final="4"),
    )

    screen = marks_by_subject(RU, MOTHER_OF_TWO, marks)

    assert read(screen) == [
        "📘 Отметки, II четверть · Маша",
        "1. Алгебра: средний 4,38; 5, 3/5, н/а",
        "2. История: отметок нет; итоговая 4",
    ]


def test_a_number_opens_a_subject_and_the_periods_beside_are_a_tap_away() -> None:
    screen = marks_by_subject(RU, MOTHER_OF_ONE, a_period_of_marks(subject_marks(a_shown_mark())))

    begins = QUARTERS[1].begins.toordinal()
    assert labels(screen) == [
        ["1"],
        ["‹ I четверть", "III четверть ›"],
        ["Прогноз", "Ознакомление", "Почему так"],
        ["Меню"],
    ]
    assert screen.buttons[0][0].callback_data == (
        OpenSubject(pupil=MASHA, subject=ALGEBRA, day=begins).pack()
    )
    assert screen.buttons[1][0].callback_data == (
        OpenMarks(pupil=MASHA, day=QUARTERS[0].begins.toordinal()).pack()
    )


def test_subjects_beyond_a_page_are_counted_and_keep_their_numbers() -> None:
    marks = a_period_of_marks(
        *(subject_marks(a_shown_mark(), subject=number) for number in range(1, 12))
    )

    first = marks_by_subject(RU, MOTHER_OF_ONE, marks)
    second = marks_by_subject(RU, MOTHER_OF_ONE, marks, page=1)

    assert read(first)[-1] == "… и ещё 3"
    assert labels(second)[0] == ["9", "10", "11"]


def test_a_period_without_marks_says_so() -> None:
    screen = marks_by_subject(RU, MOTHER_OF_ONE, a_period_of_marks(subject_marks(mean=None)))

    assert read(screen)[1:] == ["Отметок за этот период пока нет."]


def test_a_school_without_periods_says_so() -> None:
    screen = marks_by_subject(RU, MOTHER_OF_ONE, PeriodMarks(a_child(), None))

    assert read(screen) == [
        "📘 Отметки",
        "Отчётные периоды пока не заданы, поэтому отметок здесь нет.",
    ]


def test_a_subject_shows_what_each_mark_was_for_the_newest_first() -> None:
    older = a_shown_mark("3", work="Ответ на уроке", day=date(2026, 11, 18))
    newer = a_shown_mark("5", weight="1.50", day=date(2026, 11, 20))

    screen = marks_of_subject(
        RU,
        MOTHER_OF_TWO,
        a_period_of_marks(subject_marks(older, newer, final="4")),
        subject=ALGEBRA,
    )

    assert read(screen) == [
        "📘 Алгебра, II четверть · Маша",
        "Средний: 4,38",
        "Итоговая отметка: 4",
        "5 — Контрольная работа, 20 ноября, вес 1,5",
        "3 — Ответ на уроке, 18 ноября",
    ]
    assert labels(screen) == [
        ["Прогноз", "Все предметы", "Почему так"],
        ["Другой ребёнок", "Меню"],
    ]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (subject_marks(mean=None), "Отметок по предмету за этот период пока нет."),
        (
            subject_marks(a_shown_mark("pass"), mean=None),
            "Среднего пока нет: нет отметок, которые идут в расчёт.",
        ),
    ],
)
def test_a_subject_without_a_mean_says_why(subject: object, said: str) -> None:
    marks = a_period_of_marks(subject)  # type: ignore[arg-type]  # a table of views

    screen = marks_of_subject(RU, MOTHER_OF_ONE, marks, subject=ALGEBRA)

    assert read(screen)[1] == said


def test_a_subject_that_is_taught_no_more_opens_all_subjects() -> None:
    marks = a_period_of_marks(subject_marks(a_shown_mark()))

    screen = marks_of_subject(RU, MOTHER_OF_ONE, marks, subject=SubjectId(99))

    assert screen == marks_by_subject(RU, MOTHER_OF_ONE, marks)


def test_a_mean_keeps_the_places_that_the_school_rounds_to() -> None:
    marks = a_period_of_marks(subject_marks(a_shown_mark(), mean="4.50"))

    assert read(marks_by_subject(RU, MOTHER_OF_ONE, marks))[1] == "1. Алгебра: средний 4,50; 5"


def test_homework_comes_by_subject() -> None:
    monday = date(2026, 11, 23)
    book = a_homework_book(Assignment("Алгебра", "§ 12, упр. 3", TODAY, monday), day=monday)

    screen = homework_of_day(RU, MOTHER_OF_TWO, book)

    assert read(screen) == ["🏠 Задания на пн, 23 ноября · Маша", "Алгебра: §\xa012, упр. 3"]


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(0, "На сегодня"), (1, "На завтра"), (3, "На пн, 23 ноября")],
)
def test_no_homework_is_said_with_the_hour_of_the_school(ahead: int, said: str) -> None:
    book = a_homework_book(day=TODAY + timedelta(days=ahead))

    screen = homework_of_day(RU, MOTHER_OF_ONE, book)

    assert read(screen)[1] == f"{said} домашних заданий нет. Проверено в 16:40."


def test_the_days_beside_skip_sunday() -> None:
    screen = homework_of_day(RU, MOTHER_OF_ONE, a_homework_book())

    assert labels(screen)[0] == ["‹ пт 20", "Не сделано", "пн 23 ›"]
    assert screen.buttons[0][2].callback_data == (
        OpenHomework(pupil=MASHA, day=date(2026, 11, 23).toordinal()).pack()
    )


def test_no_word_of_a_long_homework_is_lost() -> None:
    words = [f"слово{number}" for number in range(400)]
    book = a_homework_book(Assignment("История", " ".join(words), TODAY, TODAY))

    pages = [homework_of_day(RU, MOTHER_OF_ONE, book, page=page) for page in range(5)]

    shown = " ".join(" ".join(read(page)) for page in pages)
    assert [word for word in words if word not in shown.split()] == []


def test_an_endless_word_of_homework_is_broken() -> None:
    book = a_homework_book(Assignment("История", "ъ" * 500, TODAY, TODAY))

    lines = read(homework_of_day(RU, MOTHER_OF_ONE, book))

    assert [line.count("ъ") for line in lines[2:]] == [200, 100]


def test_absences_are_summed_up_and_listed() -> None:
    missed = some_absences(
        an_absence(),
        an_absence(AbsenceCode.ABSENT, ReasonState.CLAIMED),
        an_absence(AbsenceCode.ABSENT, ReasonState.CONFIRMED),
        an_absence(AbsenceCode.ILL),
        an_absence(AbsenceCode.EXCUSED),
        an_absence(AbsenceCode.LATE),
    )

    screen = absences_of_period(RU, MOTHER_OF_TWO, missed, running=True)

    reasons = (
        "болезнь 1; уважительная причина 1; причина неизвестна 2;"
        " без уважительной причины 1; опозданий 1"
    )
    assert read(screen) == [
        "🚪 Пропуски, II четверть · Маша",
        f"Пропущено уроков: 5; {reasons}",
        "пт, 20 ноября, 1-й урок, история: причина неизвестна",
        "пт, 20 ноября, 1-й урок, история: причина названа, документ не проверен",
        "пт, 20 ноября, 1-й урок, история: без уважительной причины",
        "пт, 20 ноября, 1-й урок, история: болезнь",
        "пт, 20 ноября, 1-й урок, история: уважительная причина",
        "пт, 20 ноября, 1-й урок, история: опоздание",
    ]


def test_an_earlier_period_leads_back_to_now() -> None:
    missed = replace(some_absences(), before=QUARTERS[0])

    screen = absences_of_period(RU, MOTHER_OF_ONE, missed, running=False)

    assert read(screen)[1:] == ["Пропусков и опозданий за этот период нет."]
    assert labels(screen)[0] == ["‹ Раньше", "Сейчас ›", "Почему так"]
    assert screen.buttons[0][1].callback_data == OpenAbsences(pupil=MASHA).pack()


def test_many_absences_go_on_behind_a_button() -> None:
    many = some_absences(*(an_absence() for _ in range(10)))

    screen = absences_of_period(RU, MOTHER_OF_ONE, many, running=True)

    assert read(screen)[-1] == "… и ещё 2"
    assert screen.buttons[0][0].callback_data == OpenAbsences(pupil=MASHA, page=1).pack()


def test_absences_of_a_school_without_periods_say_so() -> None:
    screen = absences_of_period(RU, MOTHER_OF_ONE, Absences(a_child(), None, ()), running=True)

    assert read(screen) == [
        "🚪 Пропуски",
        "Отчётные периоды пока не заданы, поэтому пропусков здесь нет.",
    ]


def test_a_weight_of_one_goes_without_saying() -> None:
    marks = a_period_of_marks(subject_marks(a_shown_mark(weight="1.00")))

    screen = marks_of_subject(RU, MOTHER_OF_ONE, marks, subject=ALGEBRA)

    assert read(screen)[-1] == "5 — Контрольная работа, 16 ноября"


def test_the_first_period_of_all_leads_to_none_before() -> None:
    screen = absences_of_period(RU, MOTHER_OF_ONE, some_absences(), running=False)

    assert labels(screen)[0] == ["Сейчас ›", "Почему так"]


def test_the_first_and_last_periods_lead_to_the_years_beside() -> None:
    marks = replace(
        a_period_of_marks(subject_marks(a_shown_mark())),
        periods=(QUARTERS[1],),
        year_before=QUARTERS[0],
        year_after=QUARTERS[2],
    )

    screen = marks_by_subject(RU, MOTHER_OF_ONE, marks)

    assert labels(screen)[1] == ["‹ Прошлый год", "Следующий год ›"]
    assert screen.buttons[1][0].callback_data == (
        OpenMarks(pupil=MASHA, day=QUARTERS[0].begins.toordinal()).pack()
    )


def test_a_period_within_the_year_leads_to_its_neighbours_only() -> None:
    marks = replace(
        a_period_of_marks(subject_marks(a_shown_mark())),
        year_before=QUARTERS[0],
        year_after=QUARTERS[2],
    )

    screen = marks_by_subject(RU, MOTHER_OF_ONE, marks)

    assert labels(screen)[1] == ["‹ I четверть", "III четверть ›"]
