"""Days that the demo leaps over: lived by rules, from what stands in the journal alone."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.lived.days import Living, lived
from bot.lived.marks import Spared
from bot.lived.summing import summed_up
from core.exchange.bundle import Bundle, Current, Standing
from core.exchange.faults import FaultList
from core.exchange.rows.companions import AbsenceRow, LessonRow, PeriodMarkRow, WorkTieRow
from core.exchange.rows.one_roster import MarkRow, WorkRow
from core.ids import SourceId
from core.journal.values import LessonState
from storage.exchange.reader import read_bundle

SCHOOL = Path(__file__).parents[2] / "bot" / "school"
LIVING = Living(ZoneInfo("Europe/Moscow"))
MONDAY, WEDNESDAY, FRIDAY = date(2026, 11, 23), date(2026, 12, 9), date(2026, 12, 11)


@cache
def school() -> Current:
    """Return the demo's school as its files have it."""
    files = read_bundle(SCHOOL, FaultList()).files
    return Current({name: Standing(one.rows) for name, one in files.items()})


def beside(current: Current, bundle: Bundle) -> Current:
    """Return a school with what was written on."""
    told = {
        name: Standing({**current.of(name).rows, **one.rows}) for name, one in bundle.files.items()
    }
    return Current({**current.files, **told})


@cache
def three_weeks() -> Bundle:
    return lived(school(), MONDAY, WEDNESDAY, living=LIVING)


def lessons(bundle: Bundle) -> list[LessonRow]:
    rows = bundle.files["x_lessons"].rows.values()
    return [one for one in rows if isinstance(one, LessonRow)]


def marks(bundle: Bundle) -> list[MarkRow]:
    return [one for one in bundle.files["results"].rows.values() if isinstance(one, MarkRow)]


def sums(bundle: Bundle) -> list[PeriodMarkRow]:
    rows = bundle.files["x_periodMarks"].rows.values() if bundle.files else ()
    return [one for one in rows if isinstance(one, PeriodMarkRow)]


def test_the_same_days_are_lived_alike() -> None:
    again = lived(school(), MONDAY, WEDNESDAY, living=LIVING)

    assert again == three_weeks()


def test_lessons_of_days_gone_are_held_and_those_of_a_week_ahead_are_planned() -> None:
    states = {
        state: {one.day for one in lessons(three_weeks()) if one.state is state}
        for state in LessonState
    }

    assert (min(states[LessonState.HELD]), max(states[LessonState.HELD])) == (MONDAY, WEDNESDAY)
    assert max(states[LessonState.PLANNED]) == date(2026, 12, 16)
    assert all(one.homework for one in lessons(three_weeks()) if one.state is LessonState.HELD)


def test_a_work_is_called_by_its_kind_and_topic_and_a_control_work_by_its_topic() -> None:
    winter = lived(school(), MONDAY, date(2027, 2, 5), living=LIVING)
    works = winter.files["lineItems"].rows.values()
    titles = {one.title for one in works if isinstance(one, WorkRow)}
    topics = {one.topic for one in lessons(winter)}

    assert {one.partition(": ")[2] or one for one in titles} <= topics
    assert any(one in topics for one in titles)


def test_holidays_stay_without_lessons() -> None:
    found = lived(school(), date(2026, 12, 26), date(2027, 1, 3), living=LIVING)

    assert found.files == {}


def test_who_was_missing_is_not_marked() -> None:
    files = three_weeks().files
    ties = [one for one in files["x_works"].rows.values() if isinstance(one, WorkTieRow)]
    lesson_of = {one.work: one.lesson for one in ties}
    rows = files["x_attendance"].rows.values()
    missing = {(one.lesson, one.pupil) for one in rows if isinstance(one, AbsenceRow)}

    marked = {(lesson_of[one.work], one.pupil) for one in marks(three_weeks())}

    assert marked & missing == set()


def test_marks_come_as_often_as_they_must_to_certify() -> None:
    now = beside(school(), three_weeks())
    works = now.of("lineItems").rows
    autumn = Counter(
        one.pupil
        for one in now.of("results").rows.values()
        if isinstance(one, MarkRow)
        and isinstance(work := works[one.work], WorkRow)
        and work.group == "c0-pe"
        and work.period == "q2"
    )

    # Five certify in the quarter (J9), and half of a pupil's are due by now.
    assert min(autumn.values()) >= 2


def test_who_is_spared_is_asked_after_that_day_only() -> None:
    rita, course = SourceId("p0-17"), SourceId("c0-pe")
    living = replace(LIVING, spared=(Spared(rita, course, date(2026, 12, 2)),))

    found = lived(school(), MONDAY, WEDNESDAY, living=living)

    days = {one.day for one in marks(found) if one.pupil == rita and course in one.work}
    assert min(days) > date(2026, 12, 2)


def test_days_that_were_lived_are_not_lived_twice() -> None:
    again = lived(beside(school(), three_weeks()), MONDAY, WEDNESDAY, living=LIVING)

    assert again.files == {}


def test_a_mark_that_somebody_took_back_is_not_given_again() -> None:
    first, *_ = marks(three_weeks())
    gone = Standing({**school().of("results").rows, first.source: first}, gone={first.source})
    current = Current({**school().files, "results": gone})

    again = lived(current, MONDAY, WEDNESDAY, living=LIVING)

    assert first.source not in again.files["results"].rows


def test_each_course_is_summed_up_by_its_own_period() -> None:
    found = sums(summed_up(school(), date(2026, 12, 24)))

    periods = {(one.period, one.group.split("-")[0]) for one in found}
    assert periods == {
        *(("q2", group) for group in ("c0", "c1", "c2", "c3", "c4")),
        *(("h1", group) for group in ("c5", "c6")),
    }
    assert {one.kind for one in found} == {"period"}


def test_the_year_is_summed_up_with_its_last_quarter() -> None:
    found = sums(summed_up(school(), date(2027, 5, 25)))

    of_a_pupil = {(one.period, one.kind) for one in found if one.pupil == "p0-17"}
    assert of_a_pupil == {("q4", "period"), ("y26", "year")}
    assert {one.value.text for one in found if one.period == "q4"} == {"none"}


def test_nothing_is_summed_up_twice_nor_where_nothing_ends() -> None:
    now = beside(school(), summed_up(school(), date(2026, 12, 24)))

    assert summed_up(now, date(2026, 12, 24)).files == {}
    assert summed_up(school(), MONDAY).files == {}
