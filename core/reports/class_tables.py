"""The tables of each report of a class, made of what its year's journal holds."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.regulation.profile import Profile
from core.reports.activity import family_activity
from core.reports.attendance import (
    ClassAttendance,
    attendance_by_subject,
    attendance_summary,
    attendance_table,
    summed,
)
from core.reports.filling import (
    Certifying,
    filling_by_course,
    filling_by_month,
    gathered_marks,
)
from core.reports.gathering import GatherClasses, Gathered, OfClass
from core.reports.kinds import ClassReportKind
from core.reports.lists import PoorOfPupil, missed_lessons, poor_marks, poor_marks_table
from core.reports.period_report import period_table
from core.reports.ports import MarksOfPupil
from core.reports.results import ClassResults
from core.reports.results_of_subjects import results_table
from core.reports.roll import movement_counts, movement_list, movement_of
from core.reports.summary import summaries_of_pupils, summary_of_term, summary_of_year
from core.reports.table import Table
from core.reports.terms import Span, in_order, own_term


@dataclass(frozen=True, slots=True)
class Making:
    """What a report of a class is made of."""

    gather: GatherClasses
    gathered: Gathered
    of: OfClass
    span: Span
    rules: Profile

    async def attendance(self) -> ClassAttendance:
        """Return the attendance of the whole year, of which a term is a part."""
        year = self.gathered.year
        taught = await self.gather.taught(self.gathered, year.begins, year.ends)
        found = await self.gather.attendance(self.gathered, taught, year.begins, year.ends)
        return found[self.of.led.id]

    async def results(self) -> ClassResults:
        """Return the final marks."""
        year = self.gathered.year
        marks = await self.gather.book.summed_up(self.of.pupils, year.begins, year.ends)
        return self.of.results(marks, self.span, self.rules.rounding)


async def _summary(making: Making) -> Sequence[Table]:
    results = await making.results()
    whole = [summary_of_year(results)] if making.span.is_year else []
    return [*whole, summary_of_term(results)]


async def _results(making: Making) -> Sequence[Table]:
    return [results_table(await making.results())]


async def _period(making: Making) -> Sequence[Table]:
    span, attendance = making.span, await making.attendance()
    presence = summed(attendance.all(span.term.begins, span.until).values())
    movement, poor = movement_of(making.of.roll, span), await _poor_marks(making)
    return [period_table(await making.results(), movement, presence, poor)]


async def _attendance(making: Making) -> Sequence[Table]:
    found = await making.attendance()
    return [attendance_table(found, making.span), attendance_by_subject(found, making.span)]


async def _attendance_summary(making: Making) -> Sequence[Table]:
    return [attendance_summary(await making.attendance(), making.span)]


async def _movement(making: Making) -> Sequence[Table]:
    moved = [(making.of.led, movement_of(making.of.roll, making.span))]
    return [movement_list(moved), movement_counts(moved)]


async def _missed(making: Making) -> Sequence[Table]:
    return [missed_lessons(await making.attendance(), making.span)]


async def _poor(making: Making) -> Sequence[Table]:
    return [poor_marks_table(await _poor_marks(making))]


async def _poor_marks(making: Making) -> Sequence[PoorOfPupil]:
    of, span = making.of, making.span
    marks = await making.gather.book.poor(of.pupils, span.term.begins, span.until)
    return poor_marks(of.roll, marks, span)


async def _pupils(making: Making) -> Sequence[Table]:
    return summaries_of_pupils(await making.results())


async def _activity(making: Making) -> Sequence[Table]:
    return [family_activity(await making.gather.families(making.of, making.span))]


async def _filling(making: Making) -> Sequence[Table]:
    span, of = making.span, making.of
    first, last = span.term.begins, span.until
    taught = await making.gather.taught(making.gathered, first, last)
    found = await making.gather.filling(making.gathered, taught, first, last)
    filling = found[of.led.id]
    tables = [filling_by_month(filling), filling_by_course(filling, of.courses)]
    if span.is_year:
        return tables
    return [*tables, gathered_marks(await making.results(), await _certifying(making))]


async def _certifying(making: Making) -> Certifying:
    """Return how many marks certify in each course, and how many there are in its own period."""
    span, of = making.span, making.of
    own = {
        number: own_term(one.terms, making.gathered.terms, span)
        for number, one in of.courses.items()
    }
    marks = list[MarksOfPupil]()
    for term in in_order(set(own.values())):
        last = min(term.ends, span.until)
        found = await making.gather.book.marks_of(of.pupils, term.begins, last)
        marks += [one for one in found if own.get(one.course) == term]
    return Certifying(making.rules.sufficiency, own, tuple(marks))


_TABLES: Final[Mapping[ClassReportKind, Callable[[Making], Awaitable[Sequence[Table]]]]] = {
    ClassReportKind.SUMMARY: _summary,
    ClassReportKind.RESULTS: _results,
    ClassReportKind.PERIOD: _period,
    ClassReportKind.ATTENDANCE: _attendance,
    ClassReportKind.ATTENDANCE_SUMMARY: _attendance_summary,
    ClassReportKind.MOVEMENT: _movement,
    ClassReportKind.MISSED: _missed,
    ClassReportKind.POOR: _poor,
    ClassReportKind.PUPILS: _pupils,
    ClassReportKind.ACTIVITY: _activity,
    ClassReportKind.FILLING: _filling,
}


async def tables_of(kind: ClassReportKind, making: Making) -> Sequence[Table]:
    """Return the tables of a report."""
    return await _TABLES[kind](making)
