"""Which period marks are missing before a period ends, and who at school hears of it (F8, J13)."""

from collections.abc import Iterable, Sequence
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
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday, days_before_end, period_of
from core.journal.values import CourseKind
from core.regulation.profile import PeriodMarkRule

UNMARKED_GRADES: Final = ("1", "01")
"""Grades, as school files write them, that are taught without marks."""
UNMARKED_KINDS: Final = (CourseKind.ELECTIVE, CourseKind.EXTRA)
"""Courses that end in no mark of a period."""


@dataclass(frozen=True, slots=True)
class MarkedPeriod:
    """A quarter or half-year with its number, and the holidays near its end."""

    id: PeriodId
    title: str
    begins: date
    ends: date
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A course in which some pupils of a class have no period mark yet.

    `teachers` and `class_teachers` are those of the day who have come in.
    """

    class_id: ClassId
    class_title: str
    subject: str
    pupils: tuple[Name, ...]
    teachers: frozenset[PersonId] = frozenset()
    class_teachers: frozenset[PersonId] = frozenset()


class MissingMarks(Protocol):
    """Who takes which course and has no mark of a period."""

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        """Return quarters and half-years that end in the days, both included."""
        ...

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        """Return a quarter or half-year, or None where it is no more."""
        ...

    async def periods_of(self, class_id: ClassId, day: date) -> Sequence[MarkedPeriod]:
        """Return the class's quarters or half-years of the school year of the day, in order."""
        ...

    async def gaps(
        self, period: PeriodId, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        """Return where marks are missing for pupils and courses of the day, by class and subject.

        Lessons count, electives do not (J19), nor does a first form: it gets no marks.
        """
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


def is_told(rule: PeriodMarkRule, period: MarkedPeriod, day: date) -> bool:
    """Say whether the period ends so soon that the school is to hear what is missing."""
    return day >= days_before_end(period.ends, rule.missing_told_days_before, period.holidays)


def must_be_shown(rule: PeriodMarkRule, period: MarkedPeriod, day: date) -> bool:
    """Say whether families should have the marks by now (A1.4)."""
    return day >= shown_by(rule, period)


def shown_by(rule: PeriodMarkRule, period: MarkedPeriod) -> date:
    """Return the day by which families see the marks of a period: on the order's at the latest."""
    usual = days_before_end(period.ends, rule.shown_days_before, period.holidays)
    return min(usual, rule.set_by(period.begins, period.ends, usual))


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
    """A class's missing marks of a period, by subject; `periods` are the year's, to turn to."""

    overseen: Overseen
    period: MarkedPeriod | None = None
    gaps: tuple[Gap, ...] = ()
    periods: tuple[MarkedPeriod, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadMissing:
    """Who answers for a class looks up which period marks are missing."""

    missing: MissingMarks
    classes: SchoolClasses
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, day: date | None = None
    ) -> MissingOfClass:
        """Return the missing marks of the period that holds `day` (or today), or the last before.

        Raise AccessRefused for who does not answer for the class.
        """
        overseen = await must_oversee(actor, class_id, self.classes)
        now = today(self.clock, ZoneInfo(overseen.member.zone))
        periods = tuple(await self.missing.periods_of(class_id, day or now))
        period = period_of(periods, day or now)
        if period is None:
            return MissingOfClass(overseen)
        found = await self.missing.gaps(period.id, min(now, period.ends), class_id)
        return MissingOfClass(overseen, period, by_subject(found), periods)


def in_order(gaps: Iterable[Gap]) -> list[Gap]:
    """Return gaps as a school lists them: by class and subject, and in each pupils by name."""
    listed = [replace(gap, pupils=_by_name(gap.pupils)) for gap in gaps]
    return sorted(
        listed,
        key=lambda it: (*place_of_class(it.class_title), it.class_id, in_alphabet(it.subject)),
    )


def _by_name(pupils: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(sorted(pupils, key=place_of_name))


def by_subject(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return a class's gaps with the subgroups of a subject together."""
    found = dict[str, Gap]()
    for gap in gaps:
        known = found.get(gap.subject)
        found[gap.subject] = _together(known, gap) if known else gap
    return tuple(found.values())


def _together(one: Gap, other: Gap) -> Gap:
    return Gap(
        one.class_id,
        one.class_title,
        one.subject,
        _by_name(dict.fromkeys((*one.pupils, *other.pupils))),
        one.teachers | other.teachers,
        one.class_teachers | other.class_teachers,
    )
