"""Who answers for a class opens its reports: made of the journal as it stands at this moment."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import Overseen, SchoolClasses, must_oversee
from core.access.people import Actor
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import ClassId
from core.regulation.ports import Regulations
from core.reports.class_tables import Making, tables_of
from core.reports.gathering import GatherClasses, Gathered, OfClass
from core.reports.kinds import OF_FINAL_MARKS, OF_YEAR, ClassReportKind, WhichReport
from core.reports.table import Report, Said, said
from core.reports.terms import Span, last_marked, span_of

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
class LookAtClassReport:
    """Find out of which term a report of a class would be."""

    gather: GatherClasses
    classes: SchoolClasses
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, what: str, day: date | None = None
    ) -> ClassReport:
        """Return the period that holds `day` (or today), or the year.

        A report of final marks opens, where no day is named, on the last period that has some:
        for the running one they are set at its end. Raise AccessRefused for who does not answer
        for the class.
        """
        view, _ = await self.open(actor, class_id, what, day)
        return view

    async def open(
        self, actor: Actor, class_id: ClassId, what: str, day: date | None
    ) -> tuple[ClassReport, Gathered | None]:
        """Return the same, with what was read of the class's year."""
        overseen = await must_oversee(actor, class_id, self.classes)
        which = WhichReport.of(what)
        if which.code not in set(ClassReportKind):
            raise NotFound
        now = today(self.clock, ZoneInfo(overseen.member.zone))
        found = await self.gather.year(overseen.member.school, day or now)
        if found is None:
            return ClassReport(overseen, which), None
        year, terms = found
        gathered = await self.gather([overseen.led], year, terms)
        (of,) = gathered.classes
        whole = which.whole_year or ClassReportKind(which.code) in OF_YEAR
        asked = day if day or whole else await self._marked(which, gathered, of, now)
        span = span_of(year, of.periods, now, day=asked, whole_year=whole)
        return ClassReport(overseen, which, span), gathered

    async def _marked(
        self, which: WhichReport, gathered: Gathered, of: OfClass, now: date
    ) -> date | None:
        """Return a day of the period that a report of final marks opens on."""
        if ClassReportKind(which.code) not in OF_FINAL_MARKS:
            return None
        year = gathered.year
        marks = await self.gather.book.summed_up(of.pupils, year.begins, year.ends)
        found = last_marked(of.periods, {one.period for one in marks}, now)
        return found.begins if found else None


@dataclass(frozen=True, slots=True)
class ReadClassReport:
    """Open a report of a class (E5 class teacher 9)."""

    look: LookAtClassReport
    regulations: Regulations

    async def __call__(
        self, actor: Actor, class_id: ClassId, what: str, day: date | None = None
    ) -> ClassReport:
        """Return the report of the period that holds `day` (or today), or of the year."""
        view, gathered = await self.look.open(actor, class_id, what, day)
        if view.span is None or gathered is None:
            return view
        member, kind = view.overseen.member, ClassReportKind(view.which.code)
        (of,) = gathered.classes
        rules = await self.regulations.of(member.school)
        tables = await tables_of(kind, Making(self.look.gather, gathered, of, view.span, rules))
        report = Report(
            said(f"report-{kind.name.lower().replace('_', '-')}"),
            member.school_name,
            self.look.clock.now().astimezone(ZoneInfo(member.zone)),
            (said("of-class", **{"class": view.overseen.led.title}), of_term(view.span)),
            tuple(tables),
            _FOR_THE_ARCHIVE if kind in _ARCHIVED else _SIGNED_BY_CLASS_TEACHER,
        )
        return replace(view, report=report)


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
