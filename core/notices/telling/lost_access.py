"""Who lost access is heard by who is in charge, at once and at night too, until answered (S3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.access.lost import (
    Hearers,
    Hears,
    LostAccess,
    LostAccessBook,
    LostAccessReported,
    hearers,
)
from core.clock import Clock
from core.facts import Fact
from core.ids import LostAccessId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery

_TOLD: Final = "lost-access"
_OF_DAY: Final = "lost-access-of-day"


@dataclass(frozen=True, slots=True)
class TellLostAccess:
    """Writes a row for each administrator of the school, or who leads it in their place."""

    outbox: Outbox
    reminders: Reminders
    book: LostAccessBook

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write them; a turn reports one request at most."""
        for fact in facts:
            if isinstance(fact, LostAccessReported):
                of = hearers(await self.book.in_reach(fact.school))
                await self.first_told(of, fact.school, [fact.request], at=fact.at)

    async def first_told(
        self, of: Hearers, school: SchoolId, requests: Sequence[LostAccessId], *, at: datetime
    ) -> Sequence[LostAccessId]:
        """Tell of requests that these hearers were not told of, and return them."""
        keys = _first_of(of, requests)
        if not keys:
            return ()
        new = await self.reminders.note(school, _TOLD, list(keys), at=at)
        told = [one for key, one in keys.items() if key in new]
        await self.put(of.persons, school, told, at=at, lane=Lane.ALERT)
        return told

    async def are_new(
        self, of: Hearers, school: SchoolId, requests: Sequence[LostAccessId]
    ) -> bool:
        """Say whether `first_told` would tell of any, and tell of none."""
        keys = _first_of(of, requests)
        return bool(keys and await self.reminders.unnoted(school, _TOLD, list(keys)))

    async def put(
        self,
        persons: Sequence[PersonId],
        school: SchoolId,
        requests: Sequence[LostAccessId],
        *,
        at: datetime,
        lane: Lane,
    ) -> None:
        """Write the rows."""
        drafts = [
            Draft(
                school=school,
                recipient=person,
                # It is about nobody whom the program knows: about whom it is told.
                about=PupilId(person),
                kind=NoticeKind.LOST_ACCESS,
                subject=request,
                change=Change.NEW,
                happened_at=at,
                lane=lane,
            )
            for person in persons
            for request in requests
        ]
        if drafts:
            await self.outbox.put(drafts)


@dataclass(frozen=True, slots=True)
class RemindOfLostAccess:
    """A tick: no request is forgotten, however long nobody could be told of it (S3, H1).

    What was asked while no message reached anybody is told once one does; what the head was told
    is told to an administrator who comes in later; what still waits from another day is told
    again each morning.
    """

    book: LostAccessBook
    tell: TellLostAccess
    reminders: Reminders
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where something waits: one cheap question about all schools."""
        return await self.book.schools_unanswered()

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether anybody is to be told now, which takes nothing but reading."""
        waiting, of = await self._waiting(school.school)
        old = _of_day(school, waiting, self.clock.now())
        if of.how is Hears.NOBODY:
            return False
        return await self.tell.are_new(of, school.school, [one.id for one in waiting]) or bool(
            await self.reminders.unnoted(school.school, _OF_DAY, list(old))
        )

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell who can be told now."""
        waiting, of = await self._waiting(school.school)
        if of.how is Hears.NOBODY:
            return
        now = self.clock.now()
        numbers = [one.id for one in waiting]
        told = await self.tell.first_told(of, school.school, numbers, at=now)
        old = _of_day(school, waiting, now)
        new = await self.reminders.note(school.school, _OF_DAY, list(old), at=now)
        rest = [one for key, one in old.items() if key in new and one not in told]
        await self.tell.put(of.persons, school.school, rest, at=now, lane=Lane.NOTICE)

    async def _waiting(self, school: SchoolId) -> tuple[Sequence[LostAccess], Hearers]:
        waiting = await self.book.unanswered(school)
        return waiting, hearers(await self.book.in_reach(school) if waiting else {})


def _first_of(of: Hearers, requests: Sequence[LostAccessId]) -> Mapping[str, LostAccessId]:
    if of.how is Hears.NOBODY:
        return {}
    return {f"{one}:{of.how}": one for one in requests}


def _of_day(
    school: SchoolDelivery, waiting: Sequence[LostAccess], now: datetime
) -> Mapping[str, LostAccessId]:
    """Return of what the day reminds, once the morning has come."""
    local = now.astimezone(school.zone)
    if local.time() < FROM:
        return {}
    return {
        f"{one.id}:{local.date()}": one.id
        for one in waiting
        if one.asked_at.astimezone(school.zone).date() < local.date()
    }
