"""The administration opens reports of the whole school, and takes a year of it as one workbook."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses, must_administer
from core.access.people import Actor, LedClass, Member
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import ClassId, PupilId, SchoolId
from core.regulation.ports import Regulations
from core.regulation.profile import Profile
from core.reports.activity import activity_of_classes, staff_activity
from core.reports.attendance import attendance_of_classes
from core.reports.filling import filling_of_classes
from core.reports.gathering import GatherClasses, Gathered, OfClass
from core.reports.kinds import SchoolReportKind, WhichReport
from core.reports.of_class import of_term
from core.reports.ports import Family, SummedUp
from core.reports.results import ClassResults, results_of_classes
from core.reports.roll import movement_counts, movement_list, movement_of
from core.reports.summary import summary_of_year
from core.reports.table import Report, Table, said
from core.reports.terms import Span, Term, in_order, span_of

_SIGNED: Final = (said("signs-deputy-head"), said("signs-head"))


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """A report of a school; without a school year set there is none."""

    member: Member
    which: WhichReport
    span: Span | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class ReadSchoolReport:
    """Open a report of a school (E5 IV, C7.1)."""

    gather: GatherClasses
    classes: SchoolClasses
    regulations: Regulations
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, what: str, day: date | None = None
    ) -> SchoolReport:
        """Return the report of the period that holds `day` (or today), or of the year.

        Raise AccessRefused for who does not answer for the school.
        """
        member = must_administer(actor, school)
        which = _known(what)
        zone = ZoneInfo(member.zone)
        now = today(self.clock, zone)
        found = await self.gather.year(school, day or now)
        if found is None:
            return SchoolReport(member, which)
        year, terms = found
        led = await self.classes.classes_of(school)
        gathered = await self.gather(led, year, terms)
        kind = SchoolReportKind(which.code)
        whole = which.whole_year or kind is SchoolReportKind.YEAR
        periods = in_order({term for one in gathered.classes for term in one.periods})
        span = span_of(year, periods, now, day=day, whole_year=whole)
        rules = await self.regulations.of(school)
        tables = await _MAKERS[kind](_Making(self.gather, school, gathered, span, rules))
        report = Report(
            said(f"school-report-{kind.name.lower()}"),
            member.school_name,
            self.clock.now().astimezone(zone),
            (said("of-school"), of_term(span)),
            tuple(tables),
            _SIGNED,
        )
        return SchoolReport(member, which, span, report)


@dataclass(frozen=True, slots=True)
class MakeSchoolReport:
    """Read a report of a school, to be handed over as a file."""

    read: ReadSchoolReport

    async def __call__(
        self, actor: Actor, school: SchoolId, what: str, day: date | None = None
    ) -> Report:
        """Return the report; raise NotFound where there is no school year to report of."""
        found = (await self.read(actor, school, what, day)).report
        if found is None:
            raise NotFound
        return found


def _known(what: str) -> WhichReport:
    which = WhichReport.of(what)
    if which.code not in set(SchoolReportKind):
        raise NotFound
    return which


@dataclass(frozen=True, slots=True)
class _Making:
    """What a report of a school is made of."""

    gather: GatherClasses
    school: SchoolId
    gathered: Gathered
    span: Span
    rules: Profile

    async def marks(self) -> Mapping[ClassId, Sequence[SummedUp]]:
        """Return the final marks of the year, by class."""
        year = self.gathered.year
        found = defaultdict[PupilId, list[SummedUp]](list)
        for one in await self.gather.book.summed_up(self.gathered.pupils, year.begins, year.ends):
            found[one.pupil].append(one)
        return {
            of.led.id: [mark for pupil in of.pupils for mark in found[pupil]]
            for of in self.gathered.classes
        }

    def results(
        self, marks: Mapping[ClassId, Sequence[SummedUp]], term: Term
    ) -> list[tuple[LedClass, ClassResults]]:
        """Return the final marks of a term, of each class that is summed up by it."""
        return [
            (of.led, self._results(of, marks[of.led.id], term))
            for of in self.gathered.classes
            if term in of.periods or term == self.gathered.year
        ]

    def _results(self, of: OfClass, marks: Sequence[SummedUp], term: Term) -> ClassResults:
        span = Span(term, self.gathered.year, of.periods, self.span.today)
        return ClassResults(
            of.roll, of.places, of.courses, tuple(marks), span, self.rules.rounding
        )

    async def families(self) -> list[tuple[LedClass, Sequence[Family]]]:
        """Return the families of who is at the school at the term's end or today, by class."""
        span = self.span
        rolls = {of.led: list(of.roll.on(span.until)) for of in self.gathered.classes}
        every = list(dict.fromkeys(pupil for roll in rolls.values() for pupil in roll))
        found = await self.gather.visits.families(every, span.term.begins, span.until)
        by_pupil = {PupilId(one.pupil.person): one for one in found}
        return [
            (led, [by_pupil[one] for one in roll if one in by_pupil])
            for led, roll in rolls.items()
        ]


async def _results(making: _Making) -> Sequence[Table]:
    term = making.span.term
    return [results_of_classes(making.results(await making.marks(), term), term)]


async def _attendance(making: _Making) -> Sequence[Table]:
    span = making.span
    found = await making.gather.attendance(making.gathered, span.term.begins, span.until)
    of_classes = [(one.led.title, found[one.led.id]) for one in making.gathered.classes]
    return [attendance_of_classes(of_classes, span)]


async def _movement(making: _Making) -> Sequence[Table]:
    moved = [(one.led, movement_of(one.roll, making.span)) for one in making.gathered.classes]
    return [movement_counts(moved), movement_list(moved)]


async def _filling(making: _Making) -> Sequence[Table]:
    span = making.span
    found, whole = await making.gather.filling(making.gathered, span.term.begins, span.until)
    of_classes = [(one.led.title, found[one.led.id]) for one in making.gathered.classes]
    return [filling_of_classes(of_classes, whole)]


async def _activity(making: _Making) -> Sequence[Table]:
    span = making.span
    staff = await making.gather.visits.staff(making.school, span.term.begins, span.until)
    return [activity_of_classes(await making.families()), staff_activity(staff)]


async def _year(making: _Making) -> Sequence[Table]:
    """Return all of a year: results of each term, the counts, and each class's summary sheet."""
    marks = await making.marks()
    begun = {
        term
        for of in making.gathered.classes
        for term in of.periods
        if term.begins <= making.span.today
    }
    terms = (*in_order(begun), making.gathered.year)
    results = [results_of_classes(making.results(marks, term), term) for term in terms]
    counts = [
        table
        for make in (_attendance, _movement, _activity, _filling)
        for table in await make(making)
    ]
    sheets = [
        replace(summary_of_year(of), title=said("summary-of", **{"class": led.title}))
        for led, of in making.results(marks, making.gathered.year)
    ]
    return [*results, *counts, *sheets]


_MAKERS: Final[Mapping[SchoolReportKind, Callable[[_Making], Awaitable[Sequence[Table]]]]] = {
    SchoolReportKind.RESULTS: _results,
    SchoolReportKind.ATTENDANCE: _attendance,
    SchoolReportKind.MOVEMENT: _movement,
    SchoolReportKind.FILLING: _filling,
    SchoolReportKind.ACTIVITY: _activity,
    SchoolReportKind.YEAR: _year,
}
