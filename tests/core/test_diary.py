"""A family reads the diary: what is recorded, and where nothing is, what the timetable expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from core.access.people import Actor, Child
from core.diary.homework.reading import ReadHomework
from core.diary.ports import MarkedWork
from core.diary.reading import OpenChild, ReadAbsences, ReadDay, Reader, ReadMarks, ReadWeek
from core.diary.views import Assignment, DiaryLesson, LooseMark, Period, ShownAbsence, ShownMark
from core.errors import AccessRefused, NotFound
from core.ids import ClassId, CourseId, LessonId, PupilId, SubjectId
from core.journal.calendar import Holiday
from core.journal.school_years import YearOfPeriods
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from tests.core.builders import (
    MASHA,
    NOW,
    PETYA,
    TODAY,
    Rules,
    StoppedClock,
    a_child,
    a_diary_lesson,
    a_guardian,
    a_marked_work,
    an_actor,
)

MONDAY = date(2026, 11, 16)
FRIDAY, NEXT_MONDAY = TODAY, date(2026, 11, 23)
FIRST = Period("I четверть", PeriodKind.QUARTER, date(2026, 9, 1), date(2026, 10, 25))
SECOND = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 5), date(2026, 12, 28))
MISSED = ShownAbsence(FRIDAY, 1, "Алгебра", AbsenceCode.ABSENT, ReasonState.UNKNOWN)


@dataclass
class Book:
    """Masha's records."""

    recorded: list[DiaryLesson] = field(default_factory=list)
    timetable: list[DiaryLesson] = field(default_factory=list)
    off: list[Holiday] = field(default_factory=list)
    year: list[Period] = field(default_factory=lambda: [FIRST, SECOND])
    before: Period | None = None
    after: Period | None = None
    loose: list[LooseMark] = field(default_factory=list)
    taught: list[tuple[SubjectId, str]] = field(default_factory=list)
    given: list[MarkedWork] = field(default_factory=list)
    final: dict[SubjectId, MarkValue] = field(default_factory=dict)
    to_do: list[Assignment] = field(default_factory=list)
    missed: list[ShownAbsence] = field(default_factory=list)
    pupils: list[Child] = field(default_factory=lambda: [a_child(MASHA)])

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        return None

    async def child(self, pupil: PupilId) -> Child | None:
        return next((one for one in self.pupils if one.pupil == pupil), None)

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        return [
            one
            for one in self.recorded
            if first <= one.day <= last or first <= (one.moved_from or (date.min, 0))[0] <= last
        ]

    async def loose_marks(self, pupil: PupilId, first: date, last: date) -> Sequence[LooseMark]:
        return [one for one in self.loose if first <= one.mark.day <= last]

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        return [one for one in self.timetable if first <= one.day <= last]

    async def holidays(self, pupil: PupilId, first: date, last: date) -> Sequence[Holiday]:
        return self.off

    async def periods(self, pupil: PupilId, day: date) -> YearOfPeriods[Period]:
        return YearOfPeriods(tuple(self.year), self.before, self.after)

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        return self.taught

    async def marks(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        return [one for one in self.given if first <= one.day <= last]

    async def marks_counted(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        return [one for one in self.given if first <= one.counts_on <= last]

    async def period_marks(self, pupil: PupilId, period: Period) -> dict[SubjectId, MarkValue]:
        return self.final

    async def homework(self, pupil: PupilId, first: date, last: date) -> Sequence[Assignment]:
        return [one for one in self.to_do if first <= one.due <= last]

    async def absences(self, pupil: PupilId, first: date, last: date) -> Sequence[ShownAbsence]:
        return [one for one in self.missed if first <= one.day <= last]

    def reader(self) -> Reader:
        return Reader(self, StoppedClock(), Rules())


class Ticks:
    """Nothing is ticked off."""

    async def done(self, pupil: PupilId, lessons: Sequence[LessonId]) -> Mapping[LessonId, str]:
        return {}

    async def tick(self, pupil: PupilId, lesson: LessonId, text: str, *, at: datetime) -> None:
        """Nobody asks for it here."""

    async def untick(self, pupil: PupilId, lesson: LessonId) -> None:
        """Nobody asks for it here."""


class NoFiles:
    """No homework has files."""

    async def counts(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, int]:
        return {}


class NoRemarks:
    """Nothing is said of anybody."""

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[object]]:
        return {}


class NoAdvice:
    """Nothing is recommended."""

    async def recommended(self, pupil: PupilId, first: date, last: date) -> Sequence[object]:
        return ()


def a_loose_mark(course: CourseId = CourseId(1)) -> LooseMark:  # noqa: B008 - a number
    shown = ShownMark(MarkValue.of("5"), "Проект", Decimal(1), FRIDAY)
    return LooseMark(course, "Алгебра", shown)


def a_mother() -> Actor:
    return an_actor(a_guardian(a_child(MASHA)))


async def test_a_week_has_seven_days_from_monday() -> None:
    week = await ReadWeek(Book().reader())(a_mother(), MASHA)

    assert [day.day for day in week.days] == [MONDAY + timedelta(days=one) for one in range(7)]
    assert week.today == TODAY


async def test_the_week_of_another_day_opens_on_its_monday() -> None:
    week = await ReadWeek(Book().reader())(a_mother(), MASHA, date(2026, 9, 3))

    assert week.days[0].day == date(2026, 8, 31)


async def test_lessons_of_a_day_come_in_their_order() -> None:
    book = Book([a_diary_lesson(number=2), a_diary_lesson(number=1)])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert [lesson.number for lesson in week.days[FRIDAY.weekday()].lessons] == [1, 2]


async def test_the_timetable_fills_the_days_that_nobody_recorded() -> None:
    recorded, expected = a_diary_lesson(MONDAY), a_diary_lesson(FRIDAY, recorded=False)
    book = Book([recorded], [a_diary_lesson(MONDAY, 2, recorded=False), expected])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert week.days[MONDAY.weekday()].lessons == (recorded,)
    assert week.days[FRIDAY.weekday()].lessons == (expected,)


async def test_a_lesson_that_moved_to_a_day_leaves_the_others_of_the_day() -> None:
    moved = replace(a_diary_lesson(FRIDAY, 2), moved_from=(MONDAY, 1))
    expected = [a_diary_lesson(FRIDAY, number, recorded=False) for number in (1, 2, 3)]
    book = Book([moved], expected)

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert week.days[FRIDAY.weekday()].lessons == (expected[0], moved, expected[2])


async def test_nothing_is_expected_any_more_where_a_lesson_moved_from() -> None:
    algebra, physics = CourseId(1), CourseId(2)
    moved = replace(a_diary_lesson(NEXT_MONDAY, 2), course=algebra, moved_from=(FRIDAY, 1))
    left = replace(a_diary_lesson(FRIDAY, 1, recorded=False), course=algebra)
    stays = replace(a_diary_lesson(FRIDAY, 2, recorded=False), course=physics)
    book = Book([moved], [left, stays])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert week.days[FRIDAY.weekday()].lessons == (stays,)


async def test_a_mark_without_a_lesson_stands_at_the_lesson_that_is_expected() -> None:
    expected = replace(a_diary_lesson(FRIDAY, recorded=False), course=CourseId(1))
    book = Book(timetable=[expected], loose=[a_loose_mark(CourseId(1))])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    (lesson,) = week.days[FRIDAY.weekday()].lessons
    assert (lesson.marks, week.days[FRIDAY.weekday()].marks) == ((a_loose_mark().mark,), ())


async def test_a_mark_of_a_day_without_a_lesson_of_its_course_stands_on_the_day() -> None:
    other = replace(a_diary_lesson(FRIDAY), course=CourseId(2))
    book = Book([other], loose=[a_loose_mark(CourseId(1))])

    today = await ReadDay(book.reader(), NoAdvice(), NoRemarks())(a_mother(), MASHA)

    assert (today.shown.lessons, today.shown.marks) == ((other,), (a_loose_mark(CourseId(1)),))


async def test_in_holidays_the_timetable_expects_nothing() -> None:
    holidays = Holiday("Каникулы", FRIDAY, FRIDAY + timedelta(days=9))
    book = Book(timetable=[a_diary_lesson(FRIDAY, recorded=False)], off=[holidays])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert week.days[FRIDAY.weekday()].lessons == ()
    assert [day.holiday for day in week.days[3:]] == ["", "Каникулы", "Каникулы", "Каникулы"]


async def test_a_lesson_that_was_held_in_the_holidays_is_shown() -> None:
    book = Book([a_diary_lesson(FRIDAY)], off=[Holiday("Каникулы", MONDAY, FRIDAY)])

    week = await ReadWeek(book.reader())(a_mother(), MASHA)

    assert len(week.days[FRIDAY.weekday()].lessons) == 1


async def test_one_day_opens_as_it_stands_in_its_week() -> None:
    book = Book([a_diary_lesson(FRIDAY)], [a_diary_lesson(MONDAY, recorded=False)])

    today = await ReadDay(book.reader(), NoAdvice(), NoRemarks())(a_mother(), MASHA)
    monday = await ReadDay(book.reader(), NoAdvice(), NoRemarks())(a_mother(), MASHA, MONDAY)

    week = await ReadWeek(book.reader())(a_mother(), MASHA)
    assert today.shown == week.days[FRIDAY.weekday()]
    assert (monday.shown, monday.today) == (week.days[0], TODAY)


async def test_another_family_s_child_is_refused() -> None:
    with pytest.raises(AccessRefused):
        await ReadWeek(Book().reader())(a_mother(), PETYA)


async def test_a_child_is_opened_to_its_family_and_to_nobody_else() -> None:
    book = Book()

    opened = await OpenChild(book.reader())(a_mother(), MASHA)

    assert opened == a_child()
    with pytest.raises(AccessRefused):
        await OpenChild(book.reader())(a_mother(), PETYA)


async def test_a_child_whom_the_school_no_longer_knows_is_not_found() -> None:
    with pytest.raises(NotFound):
        await ReadWeek(Book(pupils=[]).reader())(a_mother(), MASHA)


async def test_marks_of_a_period_stand_by_subject_with_their_mean() -> None:
    book = Book(
        taught=[(SubjectId(2), "Физика"), (SubjectId(1), "Алгебра")],
        given=[a_marked_work("4"), a_marked_work("5")],
        final={SubjectId(1): MarkValue.of("5")},
    )

    marks = await ReadMarks(book.reader())(a_mother(), MASHA)

    assert [one.title for one in marks.subjects] == ["Алгебра", "Физика"]
    assert [one.mean for one in marks.subjects] == [Decimal("4.50"), None]
    assert [one.period_mark for one in marks.subjects] == [MarkValue.of("5"), None]


async def test_marks_of_a_subject_that_is_taught_no_more_are_shown() -> None:
    book = Book(given=[a_marked_work("4", subject=9, title="Черчение")])

    marks = await ReadMarks(book.reader())(a_mother(), MASHA)

    assert [one.title for one in marks.subjects] == ["Черчение"]


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2026, 8, 1), FIRST),
        (date(2026, 9, 1), FIRST),
        (date(2026, 10, 30), FIRST),
        (date(2026, 11, 5), SECOND),
        (date(2027, 1, 5), SECOND),
        (None, SECOND),
    ],
    ids=["before the year", "first day", "between", "next", "after the last", "today"],
)
async def test_a_day_opens_its_period_or_the_last_before_it(
    day: date | None, period: Period
) -> None:
    marks = await ReadMarks(Book().reader())(a_mother(), MASHA, day)

    assert (marks.period, marks.periods) == (period, (FIRST, SECOND))


async def test_without_periods_there_are_no_marks_to_sum_up() -> None:
    marks = await ReadMarks(Book(year=[]).reader())(a_mother(), MASHA)

    assert (marks.period, marks.subjects) == (None, ())


async def test_homework_is_that_of_the_next_day_with_lessons() -> None:
    to_do = Assignment("Алгебра", "№ 5", FRIDAY, NEXT_MONDAY)
    book = Book(timetable=[a_diary_lesson(NEXT_MONDAY, recorded=False)], to_do=[to_do])

    homework = await ReadHomework(book.reader(), Ticks(), NoFiles())(a_mother(), MASHA)

    assert (homework.day, homework.assignments) == (NEXT_MONDAY, (to_do,))
    assert homework.checked_at == NOW


async def test_homework_of_a_day_is_that_of_the_day() -> None:
    homework = await ReadHomework(Book().reader(), Ticks(), NoFiles())(a_mother(), MASHA, MONDAY)

    assert (homework.day, homework.assignments) == (MONDAY, ())


async def test_homework_skips_the_holidays() -> None:
    after = NEXT_MONDAY + timedelta(days=7)
    lessons = [a_diary_lesson(day, recorded=False) for day in (NEXT_MONDAY, after)]
    book = Book(timetable=lessons, off=[Holiday("Каникулы", NEXT_MONDAY, NEXT_MONDAY)])

    homework = await ReadHomework(book.reader(), Ticks(), NoFiles())(a_mother(), MASHA)

    assert homework.day == after


async def test_without_lessons_ahead_homework_is_asked_for_tomorrow() -> None:
    homework = await ReadHomework(Book().reader(), Ticks(), NoFiles())(a_mother(), MASHA)

    assert homework.day == TODAY + timedelta(days=1)


async def test_absences_are_those_of_the_period() -> None:
    absences = await ReadAbsences(Book(missed=[MISSED]).reader())(a_mother(), MASHA)

    assert (absences.period, absences.missed) == (SECOND, (MISSED,))


async def test_absences_of_another_period_are_left_out() -> None:
    absences = await ReadAbsences(Book(missed=[MISSED]).reader())(a_mother(), MASHA, FIRST.ends)

    assert (absences.period, absences.missed) == (FIRST, ())


async def test_without_periods_there_are_no_absences_to_count() -> None:
    absences = await ReadAbsences(Book(year=[]).reader())(a_mother(), MASHA)

    assert (absences.period, absences.missed) == (None, ())


A_YEAR_AGO = Period("IV четверть", PeriodKind.QUARTER, date(2026, 4, 1), date(2026, 5, 28))


async def test_marks_lead_to_the_years_beside() -> None:
    book = Book(before=A_YEAR_AGO)

    marks = await ReadMarks(book.reader())(a_mother(), MASHA)

    assert (marks.year_before, marks.year_after) == (A_YEAR_AGO, None)


async def test_marks_lead_to_nothing_that_lies_ahead() -> None:
    third = Period("III четверть", PeriodKind.QUARTER, date(2027, 1, 11), date(2027, 3, 21))
    next_year = Period("I четверть", PeriodKind.QUARTER, date(2027, 9, 1), date(2027, 10, 24))
    book = Book(year=[FIRST, SECOND, third], after=next_year)

    marks = await ReadMarks(book.reader())(a_mother(), MASHA)

    assert (marks.periods, marks.year_after) == ((FIRST, SECOND), None)


async def test_a_year_that_is_over_shows_only_what_was_taught_then() -> None:
    book = Book(
        taught=[(SubjectId(9), "Физика")],
        given=[a_marked_work("5", day=MONDAY)],
        after=A_YEAR_AGO,
    )

    marks = await ReadMarks(book.reader())(a_mother(), MASHA)

    assert [one.title for one in marks.subjects] == ["Алгебра"]


@pytest.mark.parametrize(("day", "before"), [(SECOND.begins, FIRST), (FIRST.begins, A_YEAR_AGO)])
async def test_absences_lead_to_the_period_before_also_of_the_year_before(
    day: date, before: Period
) -> None:
    book = Book(before=A_YEAR_AGO)

    absences = await ReadAbsences(book.reader())(a_mother(), MASHA, day)

    assert absences.before == before


async def test_before_the_first_period_of_all_there_is_none() -> None:
    absences = await ReadAbsences(Book().reader())(a_mother(), MASHA, FIRST.begins)

    assert absences.before is None
