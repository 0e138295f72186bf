"""A teacher fills a sheet pupil by pupil (E3 2.17).

A tap leaves the pupil open whose mark it set: a second one on the same place says the same of the
same pupil, however quick it was. Who follows is opened by a button of its own.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from core.access.people import Actor
from core.errors import NotFound, RuleBroken
from core.ids import PupilId
from core.journal.period_marking import PeriodCell, SetPeriodMark, TakeBackPeriodMark
from core.journal.period_sheets import ReadSheet, Sheet, SheetLine, SheetPlace, StandingMark
from core.journal.values import MarkValue


class SummedUpElsewhere(RuleBroken):
    """Who moved to another subgroup was summed up there: the mark is its teacher's to change."""

    code = "summed-up-elsewhere"


class Tap(StrEnum):
    """What became of a tap; `CHANGED`: another mark stands there than the button knew."""

    SET = "set"
    TAKEN_BACK = "taken-back"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A sheet opened at a pupil; `tap` is what a tap did there, if it was one."""

    sheet: Sheet
    line: SheetLine
    tap: Tap | None = None

    @property
    def stands(self) -> StandingMark | None:
        """Return the mark of the sheet's kind."""
        return self.line.marks.get(self.sheet.kind)

    @property
    def seen(self) -> str:
        """Return what stands there as a button tells it: nothing for no mark."""
        return self.stands.value.text if self.stands else ""

    @property
    def following(self) -> SheetLine | None:
        """Return the next one without a mark, if there is any."""
        return self.sheet.unmarked_after(self.line.pupil)


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A teacher opens a pupil's cell, or begins with the first one without a mark."""

    read: ReadSheet

    async def __call__(
        self, actor: Actor, place: SheetPlace, pupil: PupilId | None = None
    ) -> SheetCell:
        """Return the cell; raise NotFound for who is not on the sheet."""
        sheet = await self.read(actor, place)
        if pupil is not None:
            return SheetCell(sheet, sheet.line(pupil))
        first = next(iter((*sheet.unmarked, *sheet.lines)), None)
        if first is None:
            raise NotFound
        return SheetCell(sheet, first)


@dataclass(frozen=True, slots=True)
class FillCell:
    """A teacher sets the mark of a cell, or puts it right."""

    open: OpenCell
    set_mark: SetPeriodMark

    async def __call__(
        self, actor: Actor, place: SheetPlace, pupil: PupilId, value: MarkValue, *, seen: str
    ) -> SheetCell:
        """Set it, unless another mark stands there by now than was `seen` with the button.

        The same tap once more changes nothing.
        """
        view = await self.open(actor, place, pupil)
        cell = _cell(view)
        if view.stands is not None and view.stands.value == value:
            return replace(view, tap=Tap.SET)
        if view.seen != seen:
            return replace(view, tap=Tap.CHANGED)
        await self.set_mark(view.sheet.teacher, cell, value=value)
        return replace(await self.open(actor, place, pupil), tap=Tap.SET)


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A teacher takes the mark of a cell back."""

    open: OpenCell
    take_back: TakeBackPeriodMark

    async def __call__(
        self, actor: Actor, place: SheetPlace, pupil: PupilId, *, seen: str
    ) -> SheetCell:
        """Empty the cell, unless another mark stands there by now; an empty one stays so."""
        view = await self.open(actor, place, pupil)
        if view.stands is None:
            return replace(view, tap=Tap.TAKEN_BACK)
        cell = _cell(view)
        if view.seen != seen:
            return replace(view, tap=Tap.CHANGED)
        await self.take_back(view.sheet.teacher, cell)
        return replace(await self.open(actor, place, pupil), tap=Tap.TAKEN_BACK)


def _cell(view: SheetCell) -> PeriodCell:
    sheet, stands = view.sheet, view.stands
    if stands is None:
        return PeriodCell(sheet.course.id, sheet.period.id, view.line.pupil, sheet.kind)
    if stands.cell.course != sheet.course.id:
        raise SummedUpElsewhere
    return stands.cell
