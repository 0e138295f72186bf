"""Families are warned of control works some school days ahead, each of each day once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from core.clock import Clock
from core.diary.school_life.control_works import ControlWork, each_once
from core.ids import PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday, is_school_day
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """On which days a school teaches; `weekdays` are those of its timetable, Monday is 1."""

    weekdays: frozenset[int]
    holidays: tuple[Holiday, ...] = ()

    def __contains__(self, day: date) -> bool:
        """Say whether there are lessons on the day."""
        return is_school_day(day, self.holidays, self.weekdays)


class ControlWarnings(Protocol):
    """Which control works come at a school, and of which families were warned."""

    async def school_days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return on which of the days the school teaches."""
        ...

    async def unwarned(self, school: SchoolId, first: date, last: date) -> Sequence[ControlWork]:
        """Return control works of the days of which nobody was warned for their day yet."""
        ...

    async def taught(
        self, works: Sequence[ControlWork]
    ) -> Mapping[ControlWork, Sequence[PupilId]]:
        """Return for each control work the pupils of its course on its day."""
        ...

    async def warned(
        self, school: SchoolId, works: Sequence[ControlWork], *, at: datetime
    ) -> None:
        """Keep that families were warned of the works."""
        ...


def warned_until(today: date, days_before: int, teaches: Callable[[date], bool]) -> date:
    """Return the last day of whose control works families are to be warned today.

    It is the school day that comes `days_before` school days after today.
    """
    day, left = today, days_before
    while left and day < today + _LONGEST:
        day += _DAY
        left -= teaches(day)
    return day


@dataclass(frozen=True, slots=True)
class WarnOfControls:
    """Warns families of what comes; run twice it warns once."""

    warnings: ControlWarnings
    outbox: Outbox
    audience: Audience
    regulations: Regulations
    clock: Clock

    async def is_due(self, at_school: SchoolDelivery) -> bool:
        """Say whether anything comes of which nobody was warned."""
        return bool(await self._unwarned(at_school))

    async def __call__(self, at_school: SchoolDelivery) -> None:
        """Look what comes at a school."""
        school, now = at_school.school, self.clock.now()
        found = await self._unwarned(at_school)
        works = each_once(found)
        if not works:
            return
        taught = await self.warnings.taught(works)
        families = await self.audience.families(
            sorted({pupil for pupils in taught.values() for pupil in pupils})
        )
        await self.outbox.put(
            [
                draft
                for one in works
                for pupil in taught.get(one, ())
                for draft in _drafts(one, at_school, pupil, families.get(pupil, ()), now)
            ]
        )
        await self.warnings.warned(school, found, at=now)

    async def _unwarned(self, at_school: SchoolDelivery) -> Sequence[ControlWork]:
        school = at_school.school
        before = (await self.regulations.of(school)).control_works.warned_days_before
        if not before:
            return ()
        today = self.clock.now().astimezone(at_school.zone).date()
        days = await self.warnings.school_days(school, today, today + _LONGEST)
        last = warned_until(today, before, days.__contains__)
        return await self.warnings.unwarned(school, today + _DAY, last)


def _drafts(
    one: ControlWork,
    at_school: SchoolDelivery,
    pupil: PupilId,
    persons: Sequence[PersonId],
    now: datetime,
) -> Iterator[Draft]:
    kind, subject = record_of(one)
    begins = datetime.combine(one.day, datetime.min.time(), at_school.zone)
    for person in persons:
        yield Draft(
            school=at_school.school,
            recipient=person,
            about=pupil,
            kind=kind,
            subject=subject,
            change=Change.NEW,
            happened_at=now,
            valid_until=begins,
        )


def record_of(one: ControlWork) -> tuple[NoticeKind, int]:
    """Return what a notice of a control work is about: its column, or else its lesson."""
    if one.work is not None:
        return NoticeKind.CONTROL_WORK, one.work
    return NoticeKind.CONTROL_LESSON, one.lesson or 0
