"""The administrators hear once a day what is wrong with the duty schedule (H2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.clock import Clock
from core.helpdesk.duty.lint import TOLD_WHERE_LOOKED_AT
from core.helpdesk.duty.reading import ReadSchedule
from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery

_TOLD: Final = "duty-flaws"


@dataclass(frozen=True, slots=True)
class TellDutyFlaws:
    """A tick: of a schedule that leaves somebody without an answer they are told once a day.

    Where no administrator of the journal can be reached, the head and the deputies hear it. A
    school that has no window at all does not go by the schedule, and hears nothing.
    """

    read: ReadSchedule
    audience: Audience
    outbox: Outbox
    reminders: Reminders
    clock: Clock

    async def is_due(self, of: SchoolDelivery) -> bool:
        """Say whether something is wrong that nobody heard of today."""
        local = self.clock.now().astimezone(of.zone)
        return (
            local.time() >= FROM
            and bool(await self.reminders.unnoted(of.school, _TOLD, [local.date().isoformat()]))
            and bool(await self._to_hear(of))
        )

    async def __call__(self, of: SchoolDelivery) -> int:
        """Tell the administrators of a school; return how many of them."""
        now = self.clock.now()
        heads, today = await self._to_hear(of), now.astimezone(of.zone).date()
        # Where nobody has come in yet, who comes later today is to hear.
        if not heads:
            return 0
        if not await self.reminders.note(of.school, _TOLD, [today.isoformat()], at=now):
            return 0
        await self.outbox.put(
            [
                Draft(
                    school=of.school,
                    recipient=one,
                    about=PupilId(one),
                    kind=NoticeKind.DUTY_FLAWS,
                    subject=of.school,
                    change=Change.NEW,
                    happened_at=now,
                )
                for one in heads
            ]
        )
        return len(heads)

    async def _to_hear(self, of: SchoolDelivery) -> Sequence[PersonId]:
        """Return who is to hear it; nobody where nothing is wrong, or it is too early."""
        local = self.clock.now().astimezone(of.zone)
        if local.time() < FROM or not await self._is_wrong(of.school):
            return ()
        return await self._heads(of.school)

    async def _is_wrong(self, school: SchoolId) -> bool:
        schedule = await self.read.book.schedule(school)
        if not schedule.windows:
            return False
        people = await self.read.book.people(school)
        found = await self.read.lint(school, schedule, people)
        return any(one.flaw not in TOLD_WHERE_LOOKED_AT for one in found)

    async def _heads(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the administrators whom messages reach, else all who answer for the school."""
        reached = await self.read.last_resort(school)
        return sorted(reached) or await self.audience.administration(school)
