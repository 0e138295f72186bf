"""Which final marks are missing before a period or a year ends, and who hears of it (F8, J13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, Protocol, assert_never
from zoneinfo import ZoneInfo

from core.access.gate import Overseen, SchoolClasses, must_oversee
from core.access.people import (
    Actor,
    Name,
    Role,
    in_alphabet,
    place_of_class,
    place_of_name,
)
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import ClassId, CourseId, PeriodId, PersonId, SchoolId
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_of_year import Lack
from core.journal.values import CourseKind

UNMARKED_GRADES: Final = ("1", "01")
"""Grades, as school files write them, that are taught without marks."""
UNMARKED_KINDS: Final = (CourseKind.ELECTIVE, CourseKind.EXTRA)
"""Courses that end in no mark of a period."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A course in which some pupils of a class lack a final mark, and of which kind.

    `teachers` and `class_teachers` are those of the day who have come in.
    """

    class_id: ClassId
    class_title: str
    subject: str
    pupils: tuple[Name, ...]
    teachers: frozenset[PersonId] = frozenset()
    class_teachers: frozenset[PersonId] = frozenset()
    courses: frozenset[CourseId] = frozenset()
    lack: Lack = Lack.PERIOD


class MissingMarks(Protocol):
    """Who takes which course and has no mark of a period, or of a year's end."""

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        """Return quarters, half-years and years that end in the days, both included."""
        ...

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        """Return a quarter, half-year or year, or None where it is no more."""
        ...

    async def periods_of(self, class_id: ClassId, day: date) -> PeriodsToMark:
        """Return what a class's courses are summed up by in the school year of the day."""
        ...

    async def gaps(
        self, period: MarkedPeriod, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        """Return where marks are missing for pupils and courses of the day, by class and subject.

        Lessons count, electives do not (J19), nor does a first form: it gets no marks. In a year
        each course counts that ran in any part of it: see `missing_of_year`.
        """
        ...

    async def gaps_of(
        self, periods: Sequence[MarkedPeriod], today: date, person: PersonId, scope: "Scope"
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        """Return no more than what a person hears of, as it is today or was at a period's end."""
        ...

    async def answering(self, school: SchoolId, role: Role) -> Sequence[PersonId]:
        """Return who has come in and holds a role at the school."""
        ...


class Scope(StrEnum):
    """For what of the school a person hears that marks are missing."""

    CLASS = "class"
    COURSE = "course"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Hearer:
    """A person who hears of missing marks, and of which."""

    person: PersonId
    scope: Scope


def hearers(gaps: Iterable[Gap], answering: Iterable[PersonId]) -> Sequence[Hearer]:
    """Return who hears: class teachers, those who teach, and those who answer for the school."""
    found = dict[Hearer, None]()
    for gap in gaps:
        found |= {Hearer(one, Scope.CLASS): None for one in sorted(gap.class_teachers)}
        found |= {Hearer(one, Scope.COURSE): None for one in sorted(gap.teachers)}
    found |= {Hearer(one, Scope.SCHOOL): None for one in answering}
    return list(found)


def of_scope(gaps: Iterable[Gap], person: PersonId, scope: Scope) -> Sequence[Gap]:
    """Return what of the missing marks a person hears of."""
    match scope:
        case Scope.CLASS:
            return [gap for gap in gaps if person in gap.class_teachers]
        case Scope.COURSE:
            return [gap for gap in gaps if person in gap.teachers]
        case Scope.SCHOOL:
            return list(gaps)
        case _:
            assert_never(scope)


@dataclass(frozen=True, slots=True)
class MissingOfClass:
    """A class's missing marks of a period, by subject; `periods` are those to turn to.

    `own`: some of the marks are the viewer's to set.
    """

    overseen: Overseen
    period: MarkedPeriod | None = None
    gaps: tuple[Gap, ...] = ()
    periods: tuple[MarkedPeriod, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class ReadMissing:
    """Who answers for a class looks up which period marks are missing."""

    missing: MissingMarks
    classes: SchoolClasses
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        class_id: ClassId,
        day: date | None = None,
        *,
        period: PeriodId | None = None,
        of_year: bool = False,
    ) -> MissingOfClass:
        """Return the missing marks of a period, or of the usual one that holds `day` (or today).

        `of_year`: those of the school year instead that holds the day.

        Raise AccessRefused for who does not answer for the class, NotFound for a period by which
        it is not summed up.
        """
        overseen = await must_oversee(actor, class_id, self.classes)
        now = today(self.clock, ZoneInfo(overseen.member.zone))
        periods, found = await self._turned_to(class_id, day or now, period, of_year=of_year)
        if found is None:
            return MissingOfClass(overseen)
        gaps = await self.missing.gaps(found, min(now, found.ends), class_id)
        own = any(overseen.member.person in one.teachers for one in gaps)
        return MissingOfClass(overseen, found, by_subject(gaps), tuple(periods.in_order), own)

    async def _turned_to(
        self, class_id: ClassId, day: date, asked: PeriodId | None, *, of_year: bool
    ) -> tuple[PeriodsToMark, MarkedPeriod | None]:
        if asked is None:
            periods = await self.missing.periods_of(class_id, day)
            return periods, periods.year if of_year else periods.of_day(day)
        known = await self.missing.period(asked)
        periods = await self.missing.periods_of(class_id, known.begins if known else day)
        found = periods.numbered(asked)
        if found is None:
            raise NotFound
        return periods, found


def in_order(gaps: Iterable[Gap]) -> list[Gap]:
    """Return gaps as a school lists them: by class and subject, and in each pupils by name."""
    listed = [replace(gap, pupils=_by_name(gap.pupils)) for gap in gaps]
    kinds = list(Lack)
    return sorted(
        listed,
        key=lambda it: (
            *place_of_class(it.class_title),
            it.class_id,
            kinds.index(it.lack),
            in_alphabet(it.subject),
        ),
    )


def _by_name(pupils: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(sorted(pupils, key=place_of_name))


def by_subject(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return a class's gaps, each kind by itself, with the subgroups of a subject together."""
    found = dict[tuple[Lack, str], Gap]()
    for gap in gaps:
        known = found.get((gap.lack, gap.subject))
        found[gap.lack, gap.subject] = _together(known, gap) if known else gap
    kinds = list(Lack)
    return tuple(sorted(found.values(), key=lambda it: kinds.index(it.lack)))


def _together(one: Gap, other: Gap) -> Gap:
    return replace(
        one,
        pupils=_by_name(dict.fromkeys((*one.pupils, *other.pupils))),
        teachers=one.teachers | other.teachers,
        class_teachers=one.class_teachers | other.class_teachers,
        courses=one.courses | other.courses,
    )
