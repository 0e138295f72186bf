"""Whoever answers says something in a ticket: as an answer, a question back, or a note."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.people import Actor
from core.errors import AccessRefused
from core.helpdesk.tickets.answering import AnswerTicket, AskBack, NoteOnTicket, Replied
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.ticket import EntryKind
from core.ids import TicketId
from core.messages.content import Content


@dataclass(frozen=True, slots=True)
class SayAsHelper:
    """Says it as what it is meant: only answers and questions back leave for the asker."""

    open: OpenTicket

    async def __call__(
        self,
        actor: Actor,
        number: TicketId,
        kind: EntryKind,
        content: Content,
        originals: Sequence[str] = (),
    ) -> Replied:
        """Keep it; raise as `AnswerTicket` does."""
        match kind:
            case EntryKind.ANSWER:
                return await AnswerTicket(self.open)(actor, number, content, originals)
            case EntryKind.ASK_BACK:
                return await AskBack(self.open)(actor, number, content, originals)
            case EntryKind.NOTE:
                return await NoteOnTicket(self.open)(actor, number, content, originals)
            case EntryKind.WORDS:
                raise AccessRefused
