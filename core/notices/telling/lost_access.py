"""Who lost access is heard by who is in charge, at once and at night too, until answered (S3)."""

from collections.abc import Sequence
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
        if of.how is Hears.NOBODY or not requests:
            return ()
        keys = {f"{one}:{of.how}": one for one in requests}
        new = await self.reminders.note(school, _TOLD, list(keys), at=at)
        told = [one for key, one in keys.items() if key in new]
        await self.put(of.persons, school, told, at=at, lane=Lane.ALERT)
        return told

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

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell who can be told now."""
        waiting = await self.book.unanswered(school.school)
        of = hearers(await self.book.in_reach(school.school)) if waiting else Hearers(Hears.NOBODY)
        if of.how is Hears.NOBODY:
            return
        now = self.clock.now()
        numbers = [one.id for one in waiting]
        told = await self.tell.first_told(of, school.school, numbers, at=now)
        again = await self._due_again(school, waiting, now)
        rest = [one for one in again if one not in told]
        await self.tell.put(of.persons, school.school, rest, at=now, lane=Lane.NOTICE)

    async def _due_again(
        self, school: SchoolDelivery, waiting: Sequence[LostAccess], now: datetime
    ) -> Sequence[LostAccessId]:
        local = now.astimezone(school.zone)
        if local.time() < FROM:
            return ()
        old = {
            f"{one.id}:{local.date()}": one.id
            for one in waiting
            if one.asked_at.astimezone(school.zone).date() < local.date()
        }
        new = await self.reminders.note(school.school, _OF_DAY, list(old), at=now) if old else ()
        return [one for key, one in old.items() if key in new]
