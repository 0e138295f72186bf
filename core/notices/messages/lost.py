"""Who wrote hears at once of what did not arrive; what may not have is told as such, too."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.clock import Clock
from core.ids import PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.messages.ports import MessageLedger
from core.notices.ports import Outbox
from core.notices.timing import SchoolDelivery


@dataclass(frozen=True, slots=True)
class TellLost:
    """A tick: each message that was refused, expired or is unknown is told of once."""

    ledger: MessageLedger
    outbox: Outbox
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where there is anything to tell: one cheap question about all schools."""
        return await self.ledger.schools_untold()

    async def __call__(self, of: SchoolDelivery) -> int:
        """Write the rows; return how many there were."""
        lost = await self.ledger.untold(of.school)
        now = self.clock.now()
        drafts = [
            Draft(
                school=one.school,
                recipient=one.by,
                about=PupilId(one.by),
                kind=NoticeKind.MESSAGE_LOST,
                subject=one.message,
                change=Change.NEW,
                happened_at=now,
            )
            for one in lost
        ]
        await self.outbox.put(drafts)
        return len(drafts)
