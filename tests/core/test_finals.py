"""The year table: which columns and rows it has, and which year is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.diary.reading import Reader
from core.diary.totals.finals import (
    FinalMark,
    ReadYear,
    SchoolYear,
    SubjectYear,
    YearTable,
    columns_of,
)
from core.diary.views import Period
from core.ids import ClassId, PupilId, SubjectId
from core.journal.school_years import YearOfPeriods
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from tests.core.builders import (
    MASHA,
    Rules,
    StoppedClock,
    a_child,
    a_guardian,
    an_actor,
)

FIRST = Period("I четверть", PeriodKind.QUARTER, date(2026, 9, 1), date(2026, 10, 25))
SECOND = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))
HALF = Period("I полугодие", PeriodKind.HALF_YEAR, date(2026, 9, 1), date(2026, 12, 27))
WHOLE = Period("2026/2027", PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 28))
LAST = SchoolYear("2025/2026", date(2025, 9, 1), date(2026, 5, 28))
THIS = SchoolYear("2026/2027", date(2026, 9, 1), date(2027, 5, 28))
NEXT = SchoolYear("2027/2028", date(2027, 9, 1), date(2028, 5, 28))
ALGEBRA, PHYSICS = (SubjectId(1), "Алгебра"), (SubjectId(2), "Физика")
PERIOD, YEAR, EXAM = PeriodMarkKind.PERIOD, PeriodMarkKind.YEAR, PeriodMarkKind.EXAM


def a_final(
    value: str = "4",
    period: Period = FIRST,
    kind: PeriodMarkKind = PERIOD,
    subject: tuple[SubjectId, str] = ALGEBRA,
) -> FinalMark:
    return FinalMark(*subject, period, kind, MarkValue(value))


@dataclass
class Book:
    """One pupil's records, as far as a year table asks for them."""

    found: Sequence[FinalMark] = ()
    known: Sequence[SchoolYear] = (THIS,)
    taught: Sequence[tuple[SubjectId, str]] = ()
    asked: list[SchoolYear] = field(default_factory=list)

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        return None

    async def child(self, pupil: PupilId) -> Any:
        return a_child()

    async def periods(self, pupil: PupilId, day: date) -> YearOfPeriods[Period]:
        return YearOfPeriods((FIRST, SECOND))

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        return self.taught

    async def years(self, pupil: PupilId) -> Sequence[SchoolYear]:
        return self.known

    async def finals(self, pupil: PupilId, year: SchoolYear) -> Sequence[FinalMark]:
        self.asked.append(year)
        return self.found


async def table(book: Book, day: date | None = None) -> YearTable:
    read = ReadYear(Reader(book, StoppedClock(), Rules()), book)  # type: ignore[arg-type]  # what is asked
    return await read(an_actor(a_guardian(a_child())), MASHA, day)


async def test_a_row_has_a_cell_for_each_period_and_the_year_s_end_after_them() -> None:
    book = Book([a_final("4", SECOND), a_final("5", WHOLE, YEAR), a_final("3", WHOLE, EXAM)])

    shown = await table(book)

    four, three, five = MarkValue("4"), MarkValue("3"), MarkValue("5")
    assert shown.periods == (FIRST, SECOND)
    assert shown.subjects == (SubjectYear("Алгебра", (None, four), ((YEAR, five), (EXAM, three))),)


async def test_the_period_mark_of_a_whole_year_is_the_year_s() -> None:
    shown = await table(Book([a_final("4", WHOLE)]))

    assert shown.subjects[0].at_the_end == ((YEAR, MarkValue("4")),)
    assert shown.periods == (FIRST, SECOND)


async def test_what_is_taught_now_has_a_row_before_anything_is_set() -> None:
    shown = await table(Book([a_final()], taught=[PHYSICS]))

    assert [(one.title, one.is_empty) for one in shown.subjects] == [
        ("Алгебра", False),
        ("Физика", True),
    ]


async def test_a_past_year_has_only_the_subjects_of_then() -> None:
    book = Book([], [LAST, THIS], taught=[PHYSICS])

    shown = await table(book, date(2026, 3, 1))

    assert (book.asked, shown.subjects, shown.periods) == ([LAST], (), ())


async def test_this_year_is_shown_and_in_summer_the_one_that_is_over() -> None:
    book = Book(known=[LAST, THIS, NEXT])

    await table(book)
    await table(book, date(2026, 7, 1))
    await table(book, date(2020, 1, 1))

    assert book.asked == [THIS, LAST, LAST]


async def test_who_has_no_years_has_an_empty_table() -> None:
    shown = await table(Book(known=[]))

    assert shown == YearTable(a_child())


def test_quarters_and_half_years_stand_side_by_side_for_who_changed_class() -> None:
    columns = columns_of([a_final(period=HALF), a_final(period=WHOLE)], [FIRST, SECOND])

    assert columns == (FIRST, HALF, SECOND)
