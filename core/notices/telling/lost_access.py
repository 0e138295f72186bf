"""Who lost access is heard by the administrators, at once and at night too (S3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.lost import LostAccessBook, LostAccessReported
from core.facts import Fact
from core.ids import PersonId, PupilId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellLostAccess:
    """Writes a row for each administrator of the school."""

    outbox: Outbox
    book: LostAccessBook

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write them; a turn reports one request at most."""
        for fact in facts:
            if isinstance(fact, LostAccessReported):
                administrators = await self.book.administrators(fact.school)
                await self.outbox.put([_draft(fact, one) for one in administrators])


def _draft(fact: LostAccessReported, administrator: PersonId) -> Draft:
    return Draft(
        school=fact.school,
        recipient=administrator,
        # It is about nobody whom the program knows: about whom it is told.
        about=PupilId(administrator),
        kind=NoticeKind.LOST_ACCESS,
        subject=fact.request,
        change=Change.NEW,
        happened_at=fact.at,
        lane=Lane.ALERT,
    )
