"""Once a week class teachers get what their classes missed, to verify it (W1, C4.3.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from core.clock import Clock
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.values import AbsenceCode
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.news.school import ClassAudience
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.notices.standing_in import FindInCharge
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

FROM: Final = time(8)
"""When the list comes on its day: before the first lesson of most schools."""

_OF_WEEK: Final = "absences-of-week"
_WEEK: Final = timedelta(days=7)
_SUNDAY: Final = timedelta(days=6)


def week_before(day: date) -> date:
    """Return the Monday of the last whole week that is over on a day."""
    return day - timedelta(days=day.weekday()) - _WEEK


def is_due(now: datetime, verified_on: int) -> bool:
    """Say whether the list of the week before is to be out; `verified_on` 0 says never.

    After a standstill it comes on a later day of the same week.
    """
    if not 0 < verified_on <= now.isoweekday():
        return False
    return now.isoweekday() > verified_on or now.time() >= FROM


class Absent(Protocol):
    """A lesson that a pupil was not at, or late for."""

    @property
    def pupil(self) -> PupilId:
        """Return who."""
        ...

    @property
    def code(self) -> AbsenceCode:
        """Return how."""
        ...


class Absences(Protocol):
    """Who missed lessons."""

    async def missed(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[Absent]:
        """Return absences from lessons of the days."""
        ...


@dataclass(frozen=True, slots=True)
class _Heard:
    """A class with its pupils of today, and who hears for it: noted under `key`."""

    id: ClassId
    pupils: Sequence[PupilId]
    persons: Sequence[PersonId]
    key: str


@dataclass(frozen=True, slots=True)
class BringWeekOfAbsences:
    """A tick: on the school's weekday each class teacher gets the list of the week before, once.

    Who stands in gets it for a class whose teacher has not come in; where nobody has, it waits.
    A class teacher who comes in after that gets it as well. A class that missed nothing has no
    list: silence says as much, until the journal is filled later in the week. Late is not missed.
    """

    classes: ClassAudience
    absences: Absences
    audience: Audience
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def is_due(self, at_school: SchoolDelivery) -> bool:
        """Say whether there is a list that was not brought."""
        return bool(await self._to_bring(at_school))

    async def __call__(self, at_school: SchoolDelivery) -> None:
        """Bring what is due now."""
        school, now = at_school.school, self.clock.now()
        bring = await self._to_bring(at_school)
        if not bring:
            return
        noted = await self.reminders.note(school, _OF_WEEK, [one.key for one in bring], at=now)
        drafts = [
            _draft(school, one.id, person, at=now)
            for one in bring
            if one.key in noted
            for person in one.persons
        ]
        if drafts:
            await self.outbox.put(drafts)

    async def _to_bring(self, at_school: SchoolDelivery) -> Sequence[_Heard]:
        school, local = at_school.school, self.clock.now().astimezone(at_school.zone)
        if not is_due(local, (await self.regulations.of(school)).absences.verified_on):
            return ()
        monday = week_before(local.date())
        new = await self._new(school, monday)
        missing = await self._missing([one.pupils for one in new], monday) if new else frozenset()
        return [one for one in new if missing.intersection(one.pupils)]

    async def _new(self, school: SchoolId, monday: date) -> Sequence[_Heard]:
        """Return the classes that somebody hears for and heard nothing of."""
        found = await self.classes.by_class(school)
        keys = {one: _keys(one, monday) for one in sorted(found) if found[one]}
        asked = [key for some in keys.values() for key in some.values()]
        unnoted = await self.reminders.unnoted(school, _OF_WEEK, asked)
        open_ones = {
            one: found[one] for one, some in keys.items() if unnoted.intersection(some.values())
        }
        told = await FindInCharge(self.audience).of_pupils(
            {pupils[0]: school for pupils in open_ones.values()}
        )
        return [
            _Heard(one, pupils, of.persons, keys[one][of.stand_in])
            for one, pupils in open_ones.items()
            if (of := told[pupils[0]]).persons and keys[one][of.stand_in] in unnoted
        ]

    async def _missing(
        self, classes: Iterable[Sequence[PupilId]], monday: date
    ) -> frozenset[PupilId]:
        pupils = sorted({one for of in classes for one in of})
        found = await self.absences.missed(pupils, monday, monday + _SUNDAY)
        return frozenset(one.pupil for one in found if one.code is not AbsenceCode.LATE)


def _keys(class_id: ClassId, monday: date) -> Mapping[bool, str]:
    """Return under what a list is noted, by whether it is who stands in that heard."""
    key = f"{class_id}:{monday.isoformat()}"
    return {False: key, True: f"{key}:stand-in"}


def _draft(school: SchoolId, class_id: ClassId, teacher: PersonId, *, at: datetime) -> Draft:
    return Draft(
        school=school,
        recipient=teacher,
        # It is about no one pupil: about whom it is told.
        about=PupilId(teacher),
        kind=NoticeKind.ABSENCES_OF_WEEK,
        subject=class_id,
        change=Change.NEW,
        happened_at=at,
    )
