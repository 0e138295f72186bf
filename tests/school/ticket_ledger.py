"""The ledger as tickets ask about it, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.helpdesk.tickets.ticket import EntryKind
from core.ids import PersonId, SchoolId, TicketEntryId, TicketId
from core.notices.ledger import Ending, NoticeKind, Why
from core.notices.tickets.ports import LostWords
from tests.school.outbox import Row
from tests.school.tickets import Said
from tests.school.world import World

_OF_ENTRIES: Final = (NoticeKind.TICKET_WORDS, NoticeKind.TICKET_LOST)
_OF_TICKETS: Final = (
    NoticeKind.TICKET_ARRIVED,
    NoticeKind.TICKET_PROMISE,
    NoticeKind.TICKET_AT_END,
    NoticeKind.TICKET_WOKE,
    NoticeKind.TICKET_CLOSED,
)
_ANSWERS: Final = (EntryKind.ANSWER, EntryKind.ASK_BACK)
_LOST: Final = (Ending.REFUSED, Ending.UNKNOWN, Ending.EXPIRED)


@dataclass(frozen=True)
class MemoryTicketLedger:
    world: World

    async def came_as(self, persons: Sequence[PersonId], message_id: str) -> TicketId | None:
        found = [
            self._ticket(one)
            for one in self.world.all(Row)
            if one.draft.kind in (*_OF_ENTRIES, *_OF_TICKETS)
            and one.draft.recipient in persons
            and one.message_id == message_id != ""
        ]
        return found[-1] if found else None

    async def schools_untold(self) -> Sequence[SchoolId]:
        schools = sorted({one.draft.school for one in self.world.all(Row)})
        return [one for one in schools if await self.untold(one)]

    async def untold(self, school: SchoolId) -> Sequence[LostWords]:
        return [
            LostWords(school, TicketEntryId(said.id), said.by, one.draft.recipient)
            for one in self.world.all(Row)
            if one.draft.kind is NoticeKind.TICKET_WORDS
            and one.draft.school == school
            and one.ending in _LOST
            and one.reason != Why.OVERTAKEN
            and (said := self.world.get(Said, one.draft.subject)).kind in _ANSWERS
            and not self._was_told(one)
        ]

    def _ticket(self, row: Row) -> TicketId:
        if row.draft.kind in _OF_ENTRIES:
            return self.world.get(Said, row.draft.subject).ticket
        return TicketId(row.draft.subject)

    def _was_told(self, row: Row) -> bool:
        return any(
            one.draft.kind is NoticeKind.TICKET_LOST
            and one.draft.subject == row.draft.subject
            and one.draft.happened_at >= row.ended_at
            for one in self.world.all(Row)
        )
