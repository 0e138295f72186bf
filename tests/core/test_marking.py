"""A teacher enters, corrects and takes back marks; each change is a fact."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from core.errors import AccessRefused, NotFound, RuleBroken
from core.facts import Origin
from core.ids import MarkId, PersonId, PupilId, WorkId
from core.journal.facts import MarkCorrected, MarkEntered, MarkTakenBack
from core.journal.marking import CellTaken, CorrectMark, EnterMark, TakeBackMark
from core.journal.records import Mark, Work
from core.journal.values import MarkValue
from tests.core.builders import (
    MASHA,
    NOW,
    SCHOOL,
    TEACHER,
    WORK,
    Heard,
    StoppedClock,
    a_mark,
    a_work,
    by,
)

ANOTHER = PersonId(51)
THREE, FOUR = MarkValue.of("3"), MarkValue.of("4")
MARK = MarkId(1)


@dataclass
class Markbook:
    """One column with at most one mark, and what was done to it."""

    column: Work | None = field(default_factory=a_work)
    cell: Mark | None = None
    done: list[tuple[object, ...]] = field(default_factory=list)

    async def work(self, work: WorkId) -> Work | None:
        return self.column

    async def teaches_work(self, person: PersonId, work: WorkId) -> bool:
        return person == TEACHER

    async def mark(self, mark: MarkId) -> Mark | None:
        return self.cell

    async def in_cell(self, work: WorkId, pupil: PupilId) -> Mark | None:
        return self.cell

    async def enter(
        self, work: WorkId, pupil: PupilId, value: MarkValue, *, by: Origin, at: datetime
    ) -> Mark:
        self.cell = Mark(MARK, SCHOOL, work, pupil, value, by)
        return self.cell

    async def correct(self, mark: MarkId, value: MarkValue, *, by: Origin, at: datetime) -> None:
        self.done.append((mark, value, by, at))

    async def take_back(self, mark: MarkId, *, by: Origin, at: datetime) -> None:
        self.done.append((mark, by, at))


@dataclass
class Journal:
    """A markbook with what others heard of it."""

    markbook: Markbook = field(default_factory=Markbook)
    heard: Heard = field(default_factory=Heard)

    async def enters(self, value: MarkValue, *, who: PersonId = TEACHER) -> Mark:
        use_case = EnterMark(self.markbook, self.heard, StoppedClock())
        return await use_case(who, WORK, pupil=MASHA, value=value)

    async def corrects(self, value: MarkValue, *, who: PersonId = TEACHER) -> None:
        await CorrectMark(self.markbook, self.heard, StoppedClock())(who, MARK, value=value)

    async def takes_back(self, *, who: PersonId = TEACHER) -> None:
        await TakeBackMark(self.markbook, self.heard, StoppedClock())(who, MARK)


async def test_a_mark_is_entered_and_heard_of() -> None:
    journal = Journal()

    mark = await journal.enters(THREE)

    assert mark.origin == by(TEACHER)
    assert journal.heard.facts == [MarkEntered(SCHOOL, NOW, by(), MARK, MASHA, THREE)]


async def test_a_cell_holds_one_mark() -> None:
    journal = Journal(Markbook(cell=a_mark("3")))

    with pytest.raises(CellTaken) as refused:
        await journal.enters(FOUR)

    assert isinstance(refused.value, RuleBroken)
    assert journal.heard.facts == []


async def test_a_work_that_is_gone_takes_no_mark() -> None:
    journal = Journal(Markbook(column=None))

    with pytest.raises(NotFound):
        await journal.enters(FOUR)


async def test_a_corrected_mark_is_heard_of_with_what_stood_there() -> None:
    journal = Journal(Markbook(cell=a_mark("3")))

    await journal.corrects(FOUR)

    assert journal.markbook.done == [(MARK, FOUR, by(), NOW)]
    assert journal.heard.facts == [MarkCorrected(SCHOOL, NOW, by(), MARK, MASHA, THREE, FOUR)]


async def test_the_same_value_corrects_nothing() -> None:
    journal = Journal(Markbook(cell=a_mark("3")))

    await journal.corrects(THREE)

    assert (journal.markbook.done, journal.heard.facts) == ([], [])


async def test_who_does_not_teach_the_course_enters_corrects_and_takes_back_nothing() -> None:
    empty, marked = Journal(), Journal(Markbook(cell=a_mark("3")))

    for deed in (
        empty.enters(FOUR, who=ANOTHER),
        marked.corrects(FOUR, who=ANOTHER),
        marked.takes_back(who=ANOTHER),
        Journal(Markbook(column=None)).enters(FOUR, who=ANOTHER),
    ):
        with pytest.raises(AccessRefused):
            await deed

    assert (marked.markbook.done, marked.heard.facts, empty.heard.facts) == ([], [], [])


async def test_a_mark_that_never_was_is_refused_like_another_teacher_s() -> None:
    with pytest.raises(AccessRefused):
        await Journal().corrects(FOUR)


async def test_a_mark_that_is_gone_cannot_be_corrected() -> None:
    journal = Journal(Markbook(cell=a_mark(taken_back=True)))

    with pytest.raises(NotFound):
        await journal.corrects(FOUR)


async def test_a_mark_is_taken_back_and_heard_of() -> None:
    journal = Journal(Markbook(cell=a_mark("3")))

    await journal.takes_back()

    assert journal.markbook.done == [(MARK, by(), NOW)]
    assert journal.heard.facts == [MarkTakenBack(SCHOOL, NOW, by(), MARK, MASHA, THREE)]


async def test_a_mark_is_taken_back_once() -> None:
    journal = Journal(Markbook(cell=a_mark("3", taken_back=True)))

    with pytest.raises(NotFound):
        await journal.takes_back()
