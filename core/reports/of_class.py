"""Who answers for a class opens its reports: made of the journal as it stands at this moment."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import Overseen, SchoolClasses, must_oversee
from core.access.people import Actor
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import ClassId
from core.regulation.ports import Regulations
from core.regulation.profile import Profile
from core.reports.activity import family_activity
from core.reports.attendance import (
    ClassAttendance,
    attendance_by_subject,
    attendance_summary,
    attendance_table,
    summed,
)
from core.reports.filling import filling_by_course, filling_by_month, gathered_marks
from core.reports.gathering import GatherClasses, Gathered, OfClass
from core.reports.kinds import OF_PUPILS, ClassReportKind, WhichReport
from core.reports.lists import missed_lessons, poor_marks
from core.reports.ports import SummedUp
from core.reports.results import ClassResults, period_table, results_table
from core.reports.roll import movement_counts, movement_list, movement_of
from core.reports.summary import summaries_of_pupils, summary_of_term, summary_of_year
from core.reports.table import Report, Said, Table, said
from core.reports.terms import Span, span_of

_SIGNED_BY_CLASS_TEACHER: Final = (said("signs-class-teacher"),)
_FOR_THE_ARCHIVE: Final = (said("signs-class-teacher"), said("signs-head"))
_ARCHIVED: Final = frozenset({ClassReportKind.SUMMARY, ClassReportKind.ATTENDANCE_SUMMARY})


@dataclass(frozen=True, slots=True)
class ClassReport:
    """A report of a class; without a school year set there is none."""

    overseen: Overseen
    which: WhichReport
    span: Span | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class ReadClassReport:
    """Open a report of a class (E5 class teacher 9)."""

    gather: GatherClasses
    classes: SchoolClasses
    regulations: Regulations
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, what: str, day: date | None = None
    ) -> ClassReport:
        """Return the report of the period that holds `day` (or today), or of the year.

        Raise AccessRefused for who does not answer for the class.
        """
        overseen = await must_oversee(actor, class_id, self.classes)
        which = _known(what)
        member = overseen.member
        made_at = self.clock.now().astimezone(ZoneInfo(member.zone))
        now = today(self.clock, ZoneInfo(member.zone))
        found = await self.gather.year(member.school, day or now)
        if found is None:
            return ClassReport(overseen, which)
        year, terms = found
        gathered = await self.gather([overseen.led], year, terms)
        (of,) = gathered.classes
        kind = ClassReportKind(which.code)
        whole = which.whole_year or kind in OF_PUPILS
        span = span_of(year, of.periods, now, day=day, whole_year=whole)
        making = Making(self.gather, gathered, of, span, await self.regulations.of(member.school))
        tables = await _MAKERS[kind](making)
        signed = _FOR_THE_ARCHIVE if kind in _ARCHIVED else _SIGNED_BY_CLASS_TEACHER
        told = (said("of-class", **{"class": overseen.led.title}), of_term(span))
        title = said(f"report-{kind.name.lower().replace('_', '-')}")
        report = Report(title, member.school_name, made_at, told, tuple(tables), signed)
        return ClassReport(overseen, which, span, report)


@dataclass(frozen=True, slots=True)
class MakeClassReport:
    """Read a report of a class, to be handed over as a file."""

    read: ReadClassReport

    async def __call__(
        self, actor: Actor, class_id: ClassId, what: str, day: date | None = None
    ) -> Report:
        """Return the report; raise NotFound where there is no school year to report of."""
        found = (await self.read(actor, class_id, what, day)).report
        if found is None:
            raise NotFound
        return found


def of_term(span: Span) -> Said:
    """Return of which days a report is."""
    term = span.term
    return said("of-period", title=term.title, begins=term.begins, ends=term.ends)


def _known(what: str) -> WhichReport:
    which = WhichReport.of(what)
    if which.code not in set(ClassReportKind):
        raise NotFound
    return which


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
        found = await self.gather.attendance(self.gathered, year.begins, year.ends)
        return found[self.of.led.id]

    async def results(self) -> ClassResults:
        """Return the final marks."""
        year = self.gathered.year
        marks = await self.gather.book.summed_up(self.of.pupils, year.begins, year.ends)
        return results_of(self.of, marks, self.span, self.rules)


def results_of(of: OfClass, marks: Sequence[SummedUp], span: Span, rules: Profile) -> ClassResults:
    """Return the final marks of a class."""
    return ClassResults(of.roll, of.places, of.courses, tuple(marks), span, rules.rounding)


async def _summary(making: Making) -> Sequence[Table]:
    results = await making.results()
    return [summary_of_year(results) if making.span.is_year else summary_of_term(results)]


async def _results(making: Making) -> Sequence[Table]:
    return [results_table(await making.results())]


async def _period(making: Making) -> Sequence[Table]:
    span, attendance = making.span, await making.attendance()
    presence = summed(attendance.all(span.term.begins, span.until).values())
    movement = movement_of(making.of.roll, span)
    return [period_table(await making.results(), movement, presence)]


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
    span = making.span
    marks = await making.gather.book.poor(making.of.pupils, span.term.begins, span.until)
    return [poor_marks(making.of.roll, marks, span)]


async def _pupils(making: Making) -> Sequence[Table]:
    return summaries_of_pupils(await making.results())


async def _activity(making: Making) -> Sequence[Table]:
    return [family_activity(await making.gather.families(making.of, making.span))]


async def _filling(making: Making) -> Sequence[Table]:
    span, of = making.span, making.of
    found, _ = await making.gather.filling(making.gathered, span.term.begins, span.until)
    filling = found[of.led.id]
    tables = [filling_by_month(filling), filling_by_course(filling, of.courses)]
    if span.is_year:
        return tables
    marks = await making.gather.book.marks_of(of.pupils, span.term.begins, span.until)
    rule = making.rules.sufficiency
    return [*tables, gathered_marks(await making.results(), marks, rule, span.term)]


_MAKERS: Final[Mapping[ClassReportKind, Callable[[Making], Awaitable[Sequence[Table]]]]] = {
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
