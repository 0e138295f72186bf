"""Final marks: who may set them, which values sum up, and what is made known."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pytest

from core.errors import AccessRefused, NotFound
from core.facts import Origin
from core.ids import CourseId, PeriodId, PeriodMarkId, PersonId
from core.journal.facts import PeriodMarkChanged, PeriodMarkSet, PeriodMarkTakenBack
from core.journal.marking import CellTaken
from core.journal.period_marking import (
    NoPeriodMark,
    PeriodCell,
    PeriodColumn,
    PeriodMark,
    SetPeriodMark,
    TakeBackPeriodMark,
)
from core.journal.values import MarkValue
from tests.core.builders import MASHA, MOSCOW, NOW, PETYA, SCHOOL, TEACHER, Heard, StoppedClock, by

CELL = PeriodCell(CourseId(3), PeriodId(4), MASHA)
MARK = PeriodMarkId(9)
FOUR, FIVE = MarkValue.of("4"), MarkValue.of("5")
HEAD = (SCHOOL, NOW, by())


@dataclass
class Book:
    """One cell of one pupil, taught by one teacher."""

    stands: MarkValue | None = None
    days: list[date] = field(default_factory=list)

    async def column(self, cell: PeriodCell) -> PeriodColumn | None:
        return PeriodColumn(SCHOOL, MOSCOW) if cell.pupil == MASHA else None

    async def teaches_course(self, person: PersonId, course: CourseId, day: date) -> bool:
        self.days.append(day)
        return person == TEACHER

    async def period_mark(self, cell: PeriodCell) -> PeriodMark | None:
        return PeriodMark(MARK, self.stands) if self.stands else None

    async def set_period_mark(self, cell: PeriodCell, value: MarkValue, **told: Any) -> PeriodMark:
        self.stands = value
        return PeriodMark(MARK, value)

    async def change_period_mark(self, mark: PeriodMarkId, value: MarkValue, **told: Any) -> None:
        self.stands = value

    async def take_back_period_mark(self, mark: PeriodMarkId, *, by: Origin, at: datetime) -> None:
        self.stands = None


@dataclass
class Desk:
    book: Book = field(default_factory=Book)
    heard: Heard = field(default_factory=Heard)

    async def sets(
        self, value: MarkValue, *, cell: PeriodCell = CELL, teacher: PersonId = TEACHER
    ) -> None:
        await SetPeriodMark(self.book, self.heard, StoppedClock())(teacher, cell, value=value)

    async def takes_back(self) -> None:
        await TakeBackPeriodMark(self.book, self.heard, StoppedClock())(TEACHER, CELL)


async def test_who_comes_second_to_an_empty_cell_is_told_so_and_nobody_else_hears() -> None:
    class Filled(Book):
        async def set_period_mark(self, cell: PeriodCell, value: MarkValue, **told: Any) -> None:
            """Another process has filled the cell since this one looked."""

    desk = Desk(Filled())

    with pytest.raises(CellTaken):
        await desk.sets(FIVE)

    assert desk.heard.facts == []


async def test_a_mark_that_is_set_is_made_known() -> None:
    desk = Desk()

    await desk.sets(FIVE)

    assert desk.book.stands == FIVE
    assert desk.heard.facts == [PeriodMarkSet(*HEAD, MARK, MASHA, FIVE)]


async def test_a_mark_that_is_put_right_is_made_known_with_what_it_was() -> None:
    desk = Desk(Book(FOUR))

    await desk.sets(FIVE)

    assert desk.heard.facts == [PeriodMarkChanged(*HEAD, MARK, MASHA, FOUR, FIVE)]


async def test_the_same_mark_again_changes_nothing() -> None:
    desk = Desk(Book(FIVE))

    await desk.sets(FIVE)

    assert desk.heard.facts == []


async def test_a_mark_taken_back_is_made_known() -> None:
    desk = Desk(Book(FIVE))

    await desk.takes_back()

    assert desk.book.stands is None
    assert desk.heard.facts == [PeriodMarkTakenBack(*HEAD, MARK, MASHA, FIVE)]


async def test_an_empty_cell_has_nothing_to_take_back() -> None:
    with pytest.raises(NotFound):
        await Desk().takes_back()


@pytest.mark.parametrize("text", ["2", "5", "pass", "fail", "none"])
async def test_one_mark_or_a_word_sums_up(text: str) -> None:
    desk = Desk()

    await desk.sets(MarkValue.of(text))

    assert desk.book.stands == MarkValue.of(text)


@pytest.mark.parametrize("text", ["3/5", "1"])
async def test_two_marks_or_a_one_sum_up_nothing(text: str) -> None:
    desk = Desk()

    with pytest.raises(NoPeriodMark):
        await desk.sets(MarkValue.of(text))

    assert desk.book.stands is None


async def test_another_teacher_sets_nothing() -> None:
    desk = Desk()

    with pytest.raises(AccessRefused):
        await desk.sets(FIVE, teacher=PersonId(51))

    assert desk.book.stands is None


async def test_a_pupil_who_does_not_take_the_course_has_no_cell() -> None:
    other = PeriodCell(CELL.course, CELL.period, PETYA)

    with pytest.raises(NotFound):
        await Desk().sets(FIVE, cell=other)


async def test_who_teaches_is_asked_for_the_school_s_day() -> None:
    desk = Desk()

    await desk.sets(FIVE)

    assert desk.book.days == [date(2026, 11, 20)]
