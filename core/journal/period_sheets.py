"""A teacher sums up the own courses: by period a sheet of the course, and in it a cell a pupil.

What a mark may be, and whom families hear it from, is `core.journal.period_marking`'s to say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.people import Actor, Member, Name, place_of_name
from core.clock import Clock, today
from core.errors import AccessRefused, NotActivated, NotFound
from core.ids import CourseId, PeriodId, PersonId, PupilId, SchoolId
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark, set_by
from core.journal.missing_marks import MissingMarks, Scope
from core.journal.missing_of_year import Lack
from core.journal.period_marking import PeriodCell
from core.journal.values import AT_THE_END, MarkValue, PeriodMarkKind
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class SummedCourse:
    """A course that a teacher sums up; `group` is its name with the class."""

    id: CourseId
    subject: str
    group: str


@dataclass(frozen=True, slots=True)
class TaughtYear:
    """What a person teaches for marks in a school year: its periods, and the courses of each."""

    periods: PeriodsToMark = field(default_factory=PeriodsToMark)
    courses: Mapping[PeriodId, Sequence[SummedCourse]] = field(default_factory=dict)

    def course(self, period: PeriodId, course: CourseId) -> SummedCourse | None:
        """Return a course that is summed up in a period."""
        return next((one for one in self.courses.get(period, ()) if one.id == course), None)


@dataclass(frozen=True, slots=True)
class StandingMark:
    """A mark that stands, and in which cell: a file may have put it elsewhere in the year."""

    value: MarkValue
    cell: PeriodCell


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A pupil with what stands in the subject; `earlier` are the marks of the year's periods."""

    pupil: PupilId
    name: Name
    marks: Mapping[PeriodMarkKind, StandingMark]
    earlier: tuple[MarkValue, ...] = ()


def by_name(lines: Iterable[SheetLine]) -> Sequence[SheetLine]:
    """Return lines as a class list has them."""
    return sorted(lines, key=lambda it: (*place_of_name(it.name), it.pupil))


class PeriodSheets(Protocol):
    """Courses by who teaches them, and what sums them up."""

    async def taught(self, teacher: PersonId, day: date) -> TaughtYear:
        """Return what the person teaches in the school year of the day, periods begun alone.

        A course that ended earlier in the year is still its last teacher's.
        """
        ...

    async def sheet(
        self, course: CourseId, period: MarkedPeriod, day: date
    ) -> Sequence[SheetLine]:
        """Return the pupils of a course on the day, or on its last one, by family name."""
        ...


@dataclass(frozen=True, slots=True)
class OwnCourse:
    """A course with how many marks it lacks in a period."""

    course: SummedCourse
    lacks: Mapping[Lack, int]


@dataclass(frozen=True, slots=True)
class OwnSheets:
    """A teacher's courses of a period; none where nothing is summed up.

    Who sums up at several schools chooses one of `schools` first, unless a period was named.
    """

    period: MarkedPeriod | None = None
    periods: tuple[MarkedPeriod, ...] = ()
    courses: tuple[OwnCourse, ...] = ()
    set_by: date | None = None
    school: SchoolId | None = None
    schools: tuple[Member, ...] = ()

    @property
    def is_to_choose(self) -> bool:
        """Say whether a school is to be chosen first."""
        return self.period is None and len(self.schools) > 1


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Which sheet: of a course in a period, for marks of a kind."""

    course: CourseId
    period: PeriodId
    kind: PeriodMarkKind = PeriodMarkKind.PERIOD


@dataclass(frozen=True, slots=True)
class Sheet:
    """A course's sheet of a period, as its teacher has it in hand."""

    teacher: PersonId
    course: SummedCourse
    period: MarkedPeriod
    kind: PeriodMarkKind
    lines: tuple[SheetLine, ...]

    @property
    def place(self) -> SheetPlace:
        """Return by what the sheet is found again."""
        return SheetPlace(self.course.id, self.period.id, self.kind)

    @property
    def unmarked(self) -> Sequence[SheetLine]:
        """Return who has no mark of the kind."""
        return [one for one in self.lines if self.kind not in one.marks]

    def line(self, pupil: PupilId) -> SheetLine:
        """Return a pupil's line; raise NotFound for who is not on the sheet."""
        for one in self.lines:
            if one.pupil == pupil:
                return one
        raise NotFound

    def unmarked_after(self, pupil: PupilId) -> SheetLine | None:
        """Return the next one without a mark, from the top again after the last; None if none."""
        order = [one.pupil for one in self.lines]
        at = order.index(pupil)
        around = (*self.lines[at + 1 :], *self.lines[:at])
        return next((one for one in around if self.kind not in one.marks), None)


@dataclass(frozen=True, slots=True)
class Summing:
    """Knows whose courses are whose: nobody sums up what somebody else teaches (J12, J13)."""

    sheets: PeriodSheets
    clock: Clock

    async def years(self, actor: Actor) -> Sequence[tuple[Member, TaughtYear]]:
        """Return what each person behind the account teaches; raise NotActivated for nobody."""
        if actor.is_stranger:
            raise NotActivated
        return [
            (one, await self.sheets.taught(one.person, self.day(one))) for one in actor.members
        ]

    def day(self, member: Member) -> date:
        """Return the school's date."""
        return today(self.clock, ZoneInfo(member.zone))


@dataclass(frozen=True, slots=True)
class ReadOwnSheets:
    """A teacher opens the own courses of a period, with how many marks each lacks."""

    summing: Summing
    missing: MissingMarks
    regulations: Regulations

    async def __call__(
        self, actor: Actor, period: PeriodId | None = None, *, school: SchoolId | None = None
    ) -> OwnSheets:
        """Return a period, or the one that runs at a school, or the schools to choose from.

        Raise NotFound for a period or a school of other courses.
        """
        running = dict[SchoolId, tuple[Member, TaughtYear, MarkedPeriod]]()
        for member, year in await self.summing.years(actor):
            day = self.summing.day(member)
            found = year.periods.numbered(period) if period else year.periods.of_day(day)
            if found and school in {None, member.school}:
                running.setdefault(member.school, (member, year, found))
        if not running and (period or school):
            raise NotFound
        if len(running) != 1:
            return OwnSheets(schools=tuple(member for member, *_ in running.values()))
        (only,) = running.values()
        return await self._of(*only)

    async def _of(self, member: Member, year: TaughtYear, period: MarkedPeriod) -> OwnSheets:
        day = self.summing.day(member)
        gaps = await self.missing.gaps_of([period], day, member.person, Scope.COURSE)
        lacks = _by_course(
            (course, gap.lack, len(gap.pupils))
            for gap in gaps.get(period.id, ())
            for course in gap.courses
        )
        rule = (await self.regulations.of(member.school)).period_marks
        return OwnSheets(
            period,
            tuple(year.periods.in_order),
            tuple(OwnCourse(one, lacks.get(one.id, {})) for one in year.courses[period.id]),
            set_by(rule, period),
            member.school,
        )


def _by_course(
    lacks: Iterable[tuple[CourseId, Lack, int]],
) -> Mapping[CourseId, Mapping[Lack, int]]:
    found = dict[CourseId, Counter[Lack]]()
    for course, lack, count in lacks:
        found.setdefault(course, Counter())[lack] += count
    return found


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A teacher opens the sheet of an own course."""

    summing: Summing

    async def __call__(self, actor: Actor, place: SheetPlace) -> Sheet:
        """Return the sheet; raise AccessRefused for another's course.

        Raise NotFound for a period by which the course is not summed up in the year that runs, or
        a kind of mark that the period has not: a year's end has marks of its own.
        """
        years = await self.summing.years(actor)
        mine = [one for one in years if _teaches(one[1], place.course)]
        if not mine:
            raise AccessRefused
        member, year = mine[0]
        period = year.periods.numbered(place.period)
        course = year.course(place.period, place.course)
        if period is None or course is None or not _has(period, place.kind):
            raise NotFound
        day = self.summing.day(member)
        lines = await self.summing.sheets.sheet(course.id, period, day)
        return Sheet(member.person, course, period, place.kind, tuple(lines))


def _teaches(year: TaughtYear, course: CourseId) -> bool:
    return any(one.id == course for of in year.courses.values() for one in of)


def _has(period: MarkedPeriod, kind: PeriodMarkKind) -> bool:
    return (kind in AT_THE_END) is period.is_year
