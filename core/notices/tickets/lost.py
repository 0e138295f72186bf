"""Who answered hears at once that the answer did not arrive, or may not have."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.clock import Clock
from core.ids import PupilId, SchoolId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox
from core.notices.tickets.ports import TicketLedger


@dataclass(frozen=True, slots=True)
class TellLostWords:
    """A tick: of an answer that was refused, expired or is unknown its writer hears, once."""

    ledger: TicketLedger
    outbox: Outbox
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where there is anything to tell: one cheap question about all schools."""
        return await self.ledger.schools_untold()

    async def __call__(self, school: SchoolId) -> int:
        """Write the rows; return how many there were."""
        lost, now = await self.ledger.untold(school), self.clock.now()
        drafts = [
            Draft(
                school=one.school,
                recipient=one.by,
                about=PupilId(one.by),
                kind=NoticeKind.TICKET_LOST,
                subject=one.entry,
                change=Change.NEW,
                happened_at=now,
                lane=Lane.ALERT,
            )
            for one in lost
        ]
        if drafts:
            await self.outbox.put(drafts)
        return len(drafts)
