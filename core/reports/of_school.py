"""The administration opens reports of the whole school, and takes a year of it as one workbook."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses, must_administer
from core.access.people import Actor, LedClass, Member
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import SchoolId
from core.regulation.ports import Regulations
from core.regulation.profile import Profile
from core.reports.activity import activity_of_classes, staff_activity
from core.reports.attendance import Presence, attendance_of_classes, summed
from core.reports.consultations import ReadConsultations
from core.reports.filling import Filling, filling_of_classes
from core.reports.gathering import GatherClasses, Gathered, OfClass
from core.reports.kinds import SchoolReportKind, WhichReport
from core.reports.of_class import of_term
from core.reports.ports import Family, SummedUp, Taught
from core.reports.results import ClassResults
from core.reports.results_of_classes import Figures, figures_of, results_of_classes
from core.reports.roll import Movement, movement_counts, movement_list, movement_of
from core.reports.summary import summary_of_year
from core.reports.table import Report, Table, said
from core.reports.terms import Span, Term, ends_within, school_periods, span_of

_SIGNED: Final = (said("signs-deputy-head"), said("signs-head"))


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """A report of a school; without a school year set there is none, and not before it is read."""

    member: Member
    which: WhichReport
    span: Span | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class LookAtSchoolReport:
    """Find out of which term a report of a school would be."""

    gather: GatherClasses
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, what: str, day: date | None = None
    ) -> SchoolReport:
        """Return the period that holds `day` (or today), or the year.

        Raise AccessRefused for who does not answer for the school.
        """
        member = must_administer(actor, school)
        which = WhichReport.of(what)
        if which.code not in set(SchoolReportKind):
            raise NotFound
        now = today(self.clock, ZoneInfo(member.zone))
        found = await self.gather.year(school, day or now)
        if found is None:
            return SchoolReport(member, which)
        year, terms = found
        whole = which.whole_year or which.code == SchoolReportKind.YEAR
        periods = school_periods(terms, year)
        return SchoolReport(member, which, span_of(year, periods, now, day=day, whole_year=whole))


@dataclass(frozen=True, slots=True)
class ReadSchoolReport:
    """Open a report of a school (E5 IV, C7.1)."""

    look: LookAtSchoolReport
    classes: SchoolClasses
    regulations: Regulations
    consultations: ReadConsultations

    async def __call__(
        self, actor: Actor, school: SchoolId, what: str, day: date | None = None
    ) -> SchoolReport:
        """Return the report of the period that holds `day` (or today), or of the year."""
        view = await self.look(actor, school, what, day)
        if view.span is None:
            return view
        span, kind = view.span, SchoolReportKind(view.which.code)
        tables = await self._tables(view.member, span, kind)
        report = Report(
            said(f"school-report-{kind.name.lower()}"),
            view.member.school_name,
            self.look.clock.now().astimezone(ZoneInfo(view.member.zone)),
            (said("of-school"), of_term(span)),
            tuple(tables),
            _SIGNED,
        )
        return replace(view, report=report)

    async def _tables(self, member: Member, span: Span, kind: SchoolReportKind) -> Sequence[Table]:
        school = member.school
        if kind is SchoolReportKind.CONSULTATIONS:
            return await self.consultations(school, span, ZoneInfo(member.zone))
        making = _Making(self.look.gather, school, span, kind, await self.regulations.of(school))
        return await making.tables(await self.classes.classes_of(school))


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


@dataclass(frozen=True, slots=True)
class _ClassFigures:
    """What a school's report tells of one class, as far as it was asked."""

    led: LedClass
    results: Mapping[Term, Figures]
    presence: Presence
    pupils: int
    movement: Movement | None = None
    filling: Filling | None = None
    families: Sequence[Family] = ()
    sheet: Table | None = None


@dataclass(frozen=True, slots=True)
class _Making:
    """What a report of a school is made of: class after class, so that nobody has to wait."""

    gather: GatherClasses
    school: SchoolId
    span: Span
    kind: SchoolReportKind
    rules: Profile

    async def tables(self, classes: Sequence[LedClass]) -> Sequence[Table]:
        """Return the report's tables."""
        terms = await self.gather.book.terms(self.school)
        found = []
        for led in classes:
            gathered = await self.gather([led], self.span.year, terms)
            found.append(await self._of_class(gathered))
            await _let_others_in()
        results = self._results(found)
        await _let_others_in()
        return [
            *results,
            *self._counts(found),
            *await self._activity(found),
            *(one.sheet for one in found if one.sheet),
        ]

    def _wants(self, kind: SchoolReportKind) -> bool:
        return self.kind in {kind, SchoolReportKind.YEAR}

    async def _of_class(self, gathered: Gathered) -> _ClassFigures:
        (of,) = gathered.classes
        await _let_others_in()
        marks = await self._marks(of)
        await _let_others_in()
        results = {
            term: figures_of(of.led, self._summed_up(of, marks, own))
            for term in self._terms()
            if (own := ends_within(of.periods, term) if term != self.span.year else term)
        }
        await _let_others_in()
        sheet = None
        if self.kind is SchoolReportKind.YEAR:
            title = said("summary-of", **{"class": of.led.title})
            whole = self._summed_up(of, marks, self.span.year)
            sheet = replace(summary_of_year(whole), title=title)
        await _let_others_in()
        taught = await self._taught(gathered)
        presence, pupils = await self._presence(gathered, taught)
        await _let_others_in()
        return _ClassFigures(
            of.led,
            results,
            presence,
            pupils,
            movement_of(of.roll, self.span),
            await self._filling(gathered, taught),
            await self._families(of),
            sheet,
        )

    async def _families(self, of: OfClass) -> Sequence[Family]:
        if not self._wants(SchoolReportKind.ACTIVITY):
            return ()
        return await self.gather.families(of, self.span)

    async def _taught(self, gathered: Gathered) -> Sequence[Taught]:
        if not (self._wants(SchoolReportKind.ATTENDANCE) or self._wants(SchoolReportKind.FILLING)):
            return ()
        return await self.gather.taught(gathered, self.span.term.begins, self.span.until)

    async def _marks(self, of: OfClass) -> Sequence[SummedUp]:
        if not self._wants(SchoolReportKind.RESULTS):
            return ()
        year = self.span.year
        return await self.gather.book.summed_up(of.pupils, year.begins, year.ends)

    def _terms(self) -> Sequence[Term]:
        """Return the terms of which results are told: the one asked, or all that have begun."""
        if not self._wants(SchoolReportKind.RESULTS):
            return ()
        if self.kind is SchoolReportKind.YEAR:
            begun = [one for one in self.span.periods if one.begins <= self.span.today]
            return [*begun, self.span.year]
        return [self.span.term]

    def _summed_up(self, of: OfClass, marks: Sequence[SummedUp], term: Term) -> ClassResults:
        span = Span(term, self.span.year, of.periods, self.span.today)
        return of.results(marks, span, self.rules.rounding)

    async def _presence(
        self, gathered: Gathered, taught: Sequence[Taught]
    ) -> tuple[Presence, int]:
        if not self._wants(SchoolReportKind.ATTENDANCE):
            return Presence(), 0
        first, last = self.span.term.begins, self.span.until
        (of,) = (await self.gather.attendance(gathered, taught, first, last)).values()
        found = of.all(first, last)
        return summed(found.values()), len(found)

    async def _filling(self, gathered: Gathered, taught: Sequence[Taught]) -> Filling | None:
        if not self._wants(SchoolReportKind.FILLING):
            return None
        first, last = self.span.term.begins, self.span.until
        (filling,) = (await self.gather.filling(gathered, taught, first, last)).values()
        return filling

    def _results(self, found: Sequence[_ClassFigures]) -> Sequence[Table]:
        return [
            results_of_classes(
                [one.results[term] for one in found if term in one.results],
                term,
                self.rules.rounding,
            )
            for term in self._terms()
        ]

    def _counts(self, found: Sequence[_ClassFigures]) -> Sequence[Table]:
        tables = list[Table]()
        if self._wants(SchoolReportKind.ATTENDANCE):
            presences = [(one.led.title, one.pupils, one.presence) for one in found]
            tables.append(attendance_of_classes(presences))
        if self._wants(SchoolReportKind.MOVEMENT):
            moved = [(one.led, one.movement) for one in found if one.movement]
            tables += [movement_counts(moved), movement_list(moved)]
        if self._wants(SchoolReportKind.FILLING):
            filled = [(one.led.title, one.filling) for one in found if one.filling]
            tables.append(filling_of_classes(filled))
        return tables

    async def _activity(self, found: Sequence[_ClassFigures]) -> Sequence[Table]:
        if not self._wants(SchoolReportKind.ACTIVITY):
            return []
        term = self.span.term
        staff = await self.gather.visits.staff(self.school, term.begins, self.span.until)
        families = [(one.led, one.families) for one in found]
        return [activity_of_classes(families), staff_activity(staff)]


async def _let_others_in() -> None:
    """Let others be answered: a school takes seconds, and a database in the loop never waits."""
    await asyncio.sleep(0)
