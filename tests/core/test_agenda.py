"""What lies ahead: recorded lessons in place of expected ones, and homework on its day."""

from datetime import date, timedelta

import pytest

from core.diary.papers.agenda import AgendaLesson, tasks_of
from core.diary.timetable import lessons_of_days
from core.ids import CourseId, LessonId
from core.journal.calendar import Holiday
from core.journal.values import LessonState
from tests.core.builders import TODAY

ALGEBRA, RUSSIAN = CourseId(1), CourseId(2)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def awaited(day: date = TODAY, number: int = 1, course: CourseId = ALGEBRA) -> AgendaLesson:
    return AgendaLesson(course, day, number, "Алгебра")


def given(
    day: date = TODAY, number: int = 1, course: CourseId = ALGEBRA, **more: object
) -> AgendaLesson:
    told = {"id": LessonId(day.toordinal() * 10 + number)} | more
    return AgendaLesson(course, day, number, "Алгебра", **told)  # type: ignore[arg-type]  # a builder's freedom


@pytest.mark.parametrize(
    ("recorded", "expected", "shown"),
    [
        ([], [awaited()], [awaited()]),
        ([given()], [awaited()], [given()]),
        ([given()], [awaited(number=2)], [given()]),
        ([given()], [awaited(TODAY + WEEK)], [given(), awaited(TODAY + WEEK)]),
        (
            [given(TODAY + DAY, 3, moved_from=(TODAY, 1))],
            [awaited(), awaited(number=2)],
            [awaited(number=2), given(TODAY + DAY, 3, moved_from=(TODAY, 1))],
        ),
        (
            [given(number=3, moved_from=(TODAY - DAY, 1))],
            [awaited()],
            [awaited(), given(number=3, moved_from=(TODAY - DAY, 1))],
        ),
    ],
    ids=["expected", "recorded", "day recorded", "other day", "moved away", "moved here"],
)
def test_what_is_recorded_stands_in_place_of_what_was_expected(
    recorded: list[AgendaLesson], expected: list[AgendaLesson], shown: list[AgendaLesson]
) -> None:
    assert lessons_of_days(recorded, expected, []) == shown


def test_nothing_is_expected_in_the_holidays() -> None:
    off = Holiday("Каникулы", TODAY, TODAY + DAY)

    found = lessons_of_days([given(TODAY + DAY)], [awaited()], [off])

    assert found == [given(TODAY + DAY)]


def test_a_lesson_stays_itself_when_it_is_recorded_and_when_it_moves() -> None:
    places = {
        awaited().slot,
        given().slot,
        given(TODAY + WEEK, 4, moved_from=(TODAY, 1)).slot,
        given(state=LessonState.CANCELLED).slot,
    }

    assert places == {(ALGEBRA, TODAY, 1)}


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ([awaited(TODAY + DAY)], [TODAY + DAY]),
        ([awaited(TODAY + DAY, course=RUSSIAN), awaited(TODAY + WEEK)], [TODAY + WEEK]),
        ([given(TODAY + DAY, state=LessonState.CANCELLED), awaited(TODAY + WEEK)], [TODAY + WEEK]),
        ([], []),
    ],
    ids=["next lesson", "of the same course", "not a cancelled one", "none known"],
)
def test_homework_without_a_day_is_due_at_the_courses_next_lesson(
    after: list[AgendaLesson], due: list[date]
) -> None:
    tasks = tasks_of([given(homework="§ 12"), *after])

    assert [one.due for one in tasks] == due


def test_homework_with_a_day_is_due_on_it() -> None:
    lesson = given(homework="§ 12", homework_due=TODAY + WEEK)

    (task,) = tasks_of([lesson, awaited(TODAY + DAY)])

    assert (task.due, task.text, task.lesson) == (TODAY + WEEK, "§ 12", lesson.id)
