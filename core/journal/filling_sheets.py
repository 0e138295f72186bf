"""A teacher fills a sheet: one tap a pupil, and on to the next one who has no mark (E3 2.17)."""

from dataclasses import dataclass

from core.access.people import Actor
from core.errors import NotFound, RuleBroken
from core.ids import PupilId
from core.journal.period_marking import PeriodCell, SetPeriodMark, TakeBackPeriodMark
from core.journal.period_sheets import ReadSheet, Sheet, SheetLine, SheetPlace
from core.journal.values import MarkValue


class SummedUpElsewhere(RuleBroken):
    """Who moved to another subgroup was summed up there: the mark is its teacher's to change."""

    code = "summed-up-elsewhere"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A sheet opened at a pupil; `after` is whose mark was set by the last tap, if one was."""

    sheet: Sheet
    line: SheetLine
    after: SheetLine | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet after a tap: `line` is whose cell changed, `next` who is to follow, if anybody."""

    sheet: Sheet
    line: SheetLine
    next: SheetLine | None = None


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

    read: ReadSheet
    set_mark: SetPeriodMark

    async def __call__(
        self, actor: Actor, place: SheetPlace, pupil: PupilId, value: MarkValue
    ) -> Filled:
        """Set it and return who follows; who puts a mark right is led to nobody else.

        The same tap once more changes nothing and leads to the same next pupil.
        """
        sheet = await self.read(actor, place)
        line = sheet.line(pupil)
        cell, stands = _cell(sheet, line), line.marks.get(sheet.kind)
        if stands is not None and stands.value == value:
            return Filled(sheet, line, sheet.unmarked_after(pupil))
        await self.set_mark(sheet.teacher, cell, value=value)
        after = await self.read(actor, place)
        follows = after.unmarked_after(pupil) if stands is None else None
        return Filled(after, after.line(pupil), follows)


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A teacher takes the mark of a cell back."""

    read: ReadSheet
    take_back: TakeBackPeriodMark

    async def __call__(self, actor: Actor, place: SheetPlace, pupil: PupilId) -> Filled:
        """Empty the cell; raise NotFound where it is empty already."""
        sheet = await self.read(actor, place)
        line = sheet.line(pupil)
        if sheet.kind not in line.marks:
            raise NotFound
        await self.take_back(sheet.teacher, _cell(sheet, line))
        after = await self.read(actor, place)
        return Filled(after, after.line(pupil))


def _cell(sheet: Sheet, line: SheetLine) -> PeriodCell:
    stands = line.marks.get(sheet.kind)
    if stands is None:
        return PeriodCell(sheet.course.id, sheet.period.id, line.pupil, sheet.kind)
    if stands.cell.course != sheet.course.id:
        raise SummedUpElsewhere
    return stands.cell
