"""Marks are entered, corrected, taken back. Which dates are open is the regulation's to say."""

from dataclasses import dataclass

from core.clock import Clock
from core.errors import AccessRefused, NotFound, RuleBroken
from core.facts import Facts, Origin
from core.ids import MarkId, PersonId, PupilId, WorkId
from core.journal.facts import MarkCorrected, MarkEntered, MarkTakenBack
from core.journal.ports import Markbook
from core.journal.records import Mark
from core.journal.teaching import must_teach_work
from core.journal.values import MarkValue


class CellTaken(RuleBroken):
    """A cell holds one mark; another one is a correction."""

    code = "cell-taken"


@dataclass(frozen=True, slots=True)
class EnterMark:
    """A teacher marks a pupil for a work."""

    markbook: Markbook
    facts: Facts
    clock: Clock

    async def __call__(
        self, teacher: PersonId, work: WorkId, *, pupil: PupilId, value: MarkValue
    ) -> Mark:
        """Return the new mark; raise CellTaken where one stands, NotFound for a gone work.

        Raise AccessRefused for who does not teach the course.
        """
        column = await must_teach_work(self.markbook, teacher, work)
        if await self.markbook.in_cell(work, pupil) is not None:
            raise CellTaken
        by, now = Origin(teacher), self.clock.now()
        mark = await self.markbook.enter(work, pupil, value, by=by, at=now)
        await self.facts.record([MarkEntered(column.school, now, by, mark.id, pupil, value)])
        return mark


@dataclass(frozen=True, slots=True)
class CorrectMark:
    """A teacher puts a slip right; what stood there stays in the history (J5)."""

    markbook: Markbook
    facts: Facts
    clock: Clock

    async def __call__(self, teacher: PersonId, mark: MarkId, *, value: MarkValue) -> None:
        """Change the mark; the same value changes nothing. Raise NotFound for a gone mark."""
        old = await _own(self.markbook, teacher, mark)
        if old.value == value:
            return
        by, now = Origin(teacher), self.clock.now()
        await self.markbook.correct(mark, value, by=by, at=now)
        await self.facts.record(
            [MarkCorrected(old.school, now, by, mark, old.pupil, old.value, value)]
        )


@dataclass(frozen=True, slots=True)
class TakeBackMark:
    """A teacher takes a mark back that should not be there."""

    markbook: Markbook
    facts: Facts
    clock: Clock

    async def __call__(self, teacher: PersonId, mark: MarkId) -> None:
        """Empty the cell; raise NotFound where it is empty already."""
        old = await _own(self.markbook, teacher, mark)
        by, now = Origin(teacher), self.clock.now()
        await self.markbook.take_back(mark, by=by, at=now)
        await self.facts.record([MarkTakenBack(old.school, now, by, mark, old.pupil, old.value)])


async def _own(markbook: Markbook, teacher: PersonId, mark: MarkId) -> Mark:
    old = await markbook.mark(mark)
    if old is None:
        # Which marks there are is not told to who teaches none of them.
        raise AccessRefused
    await must_teach_work(markbook, teacher, old.work)
    if old.taken_back:
        raise NotFound
    return old
