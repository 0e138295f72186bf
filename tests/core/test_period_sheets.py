"""A teacher's sheets: whose they are, which marks a period has, who follows after a tap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from core.access.people import Name
from core.errors import AccessRefused, NotActivated, NotFound
from core.ids import CourseId, PeriodId, PersonId, PupilId
from core.journal.filling_sheets import OpenCell
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_marks import Gap, Scope
from core.journal.missing_of_year import Lack
from core.journal.period_marking import PeriodCell
from core.journal.period_sheets import (
    ReadOwnSheets,
    ReadSheet,
    SheetLine,
    SheetPlace,
    StandingMark,
    SummedCourse,
    Summing,
    TaughtYear,
)
from core.journal.values import MarkValue, PeriodMarkKind
from tests.core.builders import CLASS_7A, Rules, StoppedClock, a_class_teacher, an_actor

QUARTER = MarkedPeriod(PeriodId(2), "II четверть", date(2026, 11, 2), date(2026, 12, 27))
SCHOOL_YEAR = MarkedPeriod(
    PeriodId(9), "2026/2027", date(2026, 9, 1), date(2027, 5, 28), is_year=True
)
ALGEBRA = SummedCourse(CourseId(10), "Алгебра", "Алгебра, 7А")
PHYSICS = SummedCourse(CourseId(11), "Физика", "Физика, 7А")
OTHER = CourseId(12)
ANNA, BORIS, VERA = (PupilId(PersonId(one)) for one in (1, 2, 3))
FOUR = MarkValue("4")
PERIOD, YEAR, EXAM = PeriodMarkKind.PERIOD, PeriodMarkKind.YEAR, PeriodMarkKind.EXAM
TEACHER = an_actor(a_class_teacher(CLASS_7A))
PLACE = SheetPlace(ALGEBRA.id, QUARTER.id)


def line(pupil: PupilId, kind: PeriodMarkKind | None = None, *, course: int = 10) -> SheetLine:
    cell = PeriodCell(CourseId(course), QUARTER.id, pupil, kind or PERIOD)
    marks = {kind: StandingMark(FOUR, cell)} if kind else {}
    return SheetLine(pupil, Name(str(pupil), "Орлова"), marks)


@dataclass
class Book:
    """What one teacher teaches, and the sheet of whichever course is asked for."""

    year: TaughtYear = field(
        default_factory=lambda: TaughtYear(
            PeriodsToMark((QUARTER,), (), SCHOOL_YEAR),
            {QUARTER.id: (ALGEBRA,), SCHOOL_YEAR.id: (ALGEBRA, PHYSICS)},
        )
    )
    lines: tuple[SheetLine, ...] = (line(ANNA), line(BORIS, PERIOD), line(VERA))
    gaps: tuple[Gap, ...] = ()

    async def taught(self, teacher: PersonId, day: date) -> TaughtYear:
        return self.year

    async def sheet(
        self, course: CourseId, period: MarkedPeriod, day: date
    ) -> Sequence[SheetLine]:
        return self.lines

    async def gaps_of(
        self, periods: Sequence[MarkedPeriod], today: date, person: PersonId, scope: Scope
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        return {periods[0].id: self.gaps}


def own(book: Book) -> ReadOwnSheets:
    return ReadOwnSheets(Summing(book, StoppedClock()), book, Rules())  # type: ignore[arg-type]  # what is asked


def reading(book: Book) -> ReadSheet:
    return ReadSheet(Summing(book, StoppedClock()))


async def test_a_teacher_s_courses_come_with_what_each_lacks() -> None:
    names = (Name("Анна", "Орлова"), Name("Вера", "Белова"))
    course = frozenset({ALGEBRA.id})
    gaps = [
        Gap(CLASS_7A, "7А", "Алгебра", names, courses=course, lack=lack)
        for lack in (Lack.YEAR, Lack.YEAR, Lack.FINAL)
    ]

    found = await own(Book(gaps=tuple(gaps)))(TEACHER, SCHOOL_YEAR.id)

    assert [(one.course, dict(one.lacks)) for one in found.courses] == [
        (ALGEBRA, {Lack.YEAR: 4, Lack.FINAL: 2}),
        (PHYSICS, {}),
    ]
    assert found.periods == (QUARTER, SCHOOL_YEAR)
    assert found.set_by == date(2027, 5, 26)


async def test_the_period_that_runs_opens_first() -> None:
    found = await own(Book())(TEACHER)

    assert found.period == QUARTER


async def test_who_teaches_by_the_year_alone_opens_the_year() -> None:
    of_year = TaughtYear(PeriodsToMark((), (), SCHOOL_YEAR), {SCHOOL_YEAR.id: (PHYSICS,)})

    found = await own(Book(of_year))(TEACHER)

    assert (found.period, [one.course for one in found.courses]) == (SCHOOL_YEAR, [PHYSICS])


async def test_who_sums_up_nothing_has_no_sheets() -> None:
    assert (await own(Book(TaughtYear()))(TEACHER)).period is None


async def test_a_period_of_other_courses_and_a_stranger_are_refused() -> None:
    with pytest.raises(NotFound):
        await own(Book())(TEACHER, PeriodId(77))
    with pytest.raises(NotActivated):
        await own(Book())(an_actor())


REFUSED = {
    "another's course": (SheetPlace(OTHER, QUARTER.id), AccessRefused),
    "a period by which the course does not run": (
        SheetPlace(PHYSICS.id, QUARTER.id),
        NotFound,
    ),
    "a period of another year": (SheetPlace(ALGEBRA.id, PeriodId(77)), NotFound),
    "a mark of the year in a quarter": (SheetPlace(ALGEBRA.id, QUARTER.id, YEAR), NotFound),
    "a period's mark in a year": (SheetPlace(ALGEBRA.id, SCHOOL_YEAR.id, PERIOD), NotFound),
}


@pytest.mark.parametrize(("place", "refusal"), REFUSED.values(), ids=REFUSED)
async def test_a_sheet_that_is_not_there_is_refused(
    place: SheetPlace, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await reading(Book())(TEACHER, place)


async def test_a_year_s_sheet_is_of_one_kind_of_mark() -> None:
    lines = (line(ANNA, EXAM), line(BORIS, YEAR))

    found = await reading(Book(lines=lines))(TEACHER, SheetPlace(ALGEBRA.id, SCHOOL_YEAR.id, EXAM))

    assert [one.pupil for one in found.unmarked] == [BORIS]
    assert found.place == SheetPlace(ALGEBRA.id, SCHOOL_YEAR.id, EXAM)


@pytest.mark.parametrize(
    ("lines", "after", "follows"),
    [
        ((line(ANNA), line(BORIS, PERIOD), line(VERA)), ANNA, VERA),
        ((line(ANNA), line(BORIS, PERIOD), line(VERA)), VERA, ANNA),
        ((line(ANNA), line(BORIS, PERIOD)), ANNA, None),
    ],
)
async def test_who_follows_is_the_next_without_a_mark(
    lines: tuple[SheetLine, ...], after: PupilId, follows: PupilId | None
) -> None:
    sheet = await reading(Book(lines=lines))(TEACHER, PLACE)

    found = sheet.unmarked_after(after)

    assert (found.pupil if found else None) == follows


async def test_a_cell_of_who_is_not_on_the_sheet_is_not_found() -> None:
    with pytest.raises(NotFound):
        await OpenCell(reading(Book()))(TEACHER, PLACE, PupilId(PersonId(99)))


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ((line(ANNA, PERIOD), line(BORIS), line(VERA)), BORIS),
        ((line(ANNA, PERIOD), line(BORIS, PERIOD)), ANNA),
    ],
)
async def test_summing_up_begins_with_the_first_without_a_mark(
    lines: tuple[SheetLine, ...], first: PupilId
) -> None:
    found = await OpenCell(reading(Book(lines=lines)))(TEACHER, PLACE)

    assert found.line.pupil == first


async def test_a_course_without_pupils_has_no_cell_to_begin_with() -> None:
    with pytest.raises(NotFound):
        await OpenCell(reading(Book(lines=())))(TEACHER, PLACE)
