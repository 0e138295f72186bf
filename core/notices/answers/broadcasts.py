"""A broadcast came by letter, and is answered by the link in it (F9).

The reader is known anew each time, and answers only as who it is now.
"""

from dataclasses import dataclass

from core.access.people import Actor
from core.access.readers import KnowReader, NoteUse, Reader
from core.errors import AccessRefused, NotFound, RuleBroken
from core.ids import BroadcastId, PersonId
from core.messages.broadcasts.answering import AnswerBroadcast, Received, mark_of


@dataclass(frozen=True, slots=True)
class OpenedBroadcast:
    """What the reader sees; `refused` says why an answer was not taken."""

    actor: Actor
    received: Received
    refused: RuleBroken | None = None


@dataclass(frozen=True, slots=True)
class AnswerBroadcastByLetter:
    """A reader opens a broadcast by a link, and answers it there."""

    known: KnowReader
    answer: AnswerBroadcast
    note_use: NoteUse

    async def look(self, number: BroadcastId, reader: Reader) -> OpenedBroadcast:
        """Return it as it stands; raise AccessRefused for whom it was not for, or is no more."""
        actor = await self.known(reader)
        return OpenedBroadcast(actor, await self.answer.read(actor, number, reader.person))

    async def __call__(
        self,
        number: BroadcastId,
        reader: Reader,
        *,
        about: PersonId,
        version: int,
        choice: int,
    ) -> OpenedBroadcast:
        """Keep the answer to what the page showed; where that is so no more, say why not."""
        opened = await self.look(number, reader)
        try:
            received = await self.answer(
                opened.actor,
                number,
                about,
                by=mark_of(reader.person),
                version=version,
                choice=choice,
            )
        except RuleBroken as refused:
            return OpenedBroadcast(opened.actor, opened.received, refused)
        except (NotFound, AccessRefused):
            return opened  # no button of the page says this
        await self.note_use(opened.actor)
        return OpenedBroadcast(opened.actor, received)
