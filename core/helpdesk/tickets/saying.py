"""Something is said in a ticket: more words of the asker, or other words of who said some."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.access.people import Actor
from core.errors import AccessRefused
from core.helpdesk.facts import Arrival, AskerWrote, EntryEdited
from core.helpdesk.tickets.asking import (
    Asked,
    Gathered,
    PromiseAnswer,
    kept_of,
    say_words,
)
from core.helpdesk.tickets.gate import Opened, OpenTicket
from core.helpdesk.tickets.merged import TellMerged, readers_of
from core.helpdesk.tickets.reopening import must_be_in_time, reopen
from core.helpdesk.tickets.rerouting import rerouted
from core.helpdesk.tickets.rules import TicketOver
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.tickets.suggesting import sounds_lost, words_said
from core.helpdesk.tickets.ticket import Entry, EntryKind, State
from core.helpdesk.topics import Topic
from core.ids import PersonId, TicketId
from core.messages.content import Content
from core.messages.threads.rules import MOST_VERSIONS, EditedTooOften, checked
from core.messages.threads.writing import Piece, edited


@dataclass(frozen=True, slots=True)
class AddWords:
    """The asker says more. What was answered is open again by that: a word is never lost."""

    open: OpenTicket

    async def __call__(
        self, actor: Actor, number: TicketId, content: Content, originals: Sequence[str] = ()
    ) -> Asked:
        """Keep what was said in one message; raise as `gathered` does."""
        return await self.gathered(actor, number, [Gathered(content, tuple(originals))])

    async def gathered(self, actor: Actor, number: TicketId, said: Sequence[Gathered]) -> Asked:
        """Keep the words and let the owner hear; raise TicketOver for what is closed.

        Where another ticket is answered for this one too, its owner hears, and reads them there.
        What sounds like lost access by these words goes to the administrator (S3), unless somebody
        answered already, or the asker said before that it is of the topic.
        """
        opened = await self.open.as_asker(actor, number)
        entries, struck = kept_of(said)
        opened = await self._rightly(await self._in_turn(opened), said)
        books, ticket = self.open.books, opened.ticket
        kept = [await say_words(books, actor, ticket, one, at=opened.at) for one in entries]
        to = opened.telling.hears(opened.answered.standing.owner)
        head = (ticket.school, opened.at, opened.origin, ticket.id)
        await books.facts.record([AskerWrote(*head, to, one) for one in kept] if to else [])
        promised = await PromiseAnswer(books)(opened.main or ticket, opened.desk)
        return Asked(opened.answered, promised, struck)

    async def _rightly(self, opened: Opened, said: Sequence[Gathered]) -> Opened:
        """Return a ticket with whom the words belong: what is lost access with administrators.

        Where others wait for the same answer it stays, and its owner reads what was said.
        """
        standing = opened.ticket.standing
        if standing.state is not State.OPEN or standing.first_word is not None:
            return opened
        number = opened.ticket.id
        entries = (await self.open.books.words.of_tickets([number])).get(number, ())
        before = [one.content for one in entries if one.kind is EntryKind.WORDS]
        together = [*before, *(one.content for one in said)]
        if sounds_lost(standing.topic, words_said(before)):
            return opened
        if not sounds_lost(standing.topic, words_said(together)):
            return opened
        books = self.open.books
        if await TellMerged(books.tickets, books.facts).waiting([opened.ticket]):
            return opened
        fresh = replace(standing, topic=Topic.LOST_ACCESS, passed=())
        asked = await rerouted(self.open, opened, fresh, Arrival.RETOPICED)
        return replace(opened, ticket=asked.ticket)

    async def _in_turn(self, opened: Opened) -> Opened:
        """Return a ticket as words can go into it: where an answer came already, open again."""
        standing = opened.ticket.standing
        if standing.waits_elsewhere:
            return opened
        match standing.state:
            case State.ANSWERED | State.CLOSED:
                await must_be_in_time(self.open, opened)
                return replace(opened, ticket=await reopen(self.open, opened), main=None)
            case State.ASKED_BACK:
                after = standing.goes_on(opened.at)
                return replace(opened, ticket=await self.open.stand(opened, after, []))
            case State.OPEN | State.AT_VENDOR:
                return opened


@dataclass(frozen=True, slots=True)
class EditWords:
    """Who said something says it in other words: a new version, and the other side hears."""

    open: OpenTicket

    async def __call__(self, actor: Actor, original: str, piece: Piece) -> Asked | None:
        """Keep the new wording; None where nothing that was said in a ticket was edited.

        Raise TicketOver for what is closed, EditedTooOften, and as where it was first said.
        """
        books = self.open.books
        known = await books.originals.find(actor.account.id, original)
        if known is None:
            return None
        opened, entry = await self.open.with_entry(actor, known[0])
        if entry.by not in {one.person for one in actor.members}:
            raise AccessRefused
        said, struck = without_secrets(checked(edited(entry.content, known[1], piece)))
        if said != entry.content:
            await self._revise(opened, entry, said)
        promised = await PromiseAnswer(books)(opened.main or opened.ticket, opened.desk)
        return Asked(opened.answered, promised, struck)

    async def _revise(self, opened: Opened, entry: Entry, said: Content) -> None:
        standing = opened.ticket.standing
        if standing.state is State.CLOSED and not standing.waits_elsewhere:
            raise TicketOver
        if entry.version >= MOST_VERSIONS:
            raise EditedTooOften
        books, ticket = self.open.books, opened.ticket
        done = await books.words.revise(entry.id, said, after=entry.version, at=opened.at)
        to = await self._other_side(opened, entry)
        if done and to:
            head = (ticket.school, opened.at, opened.origin, ticket.id)
            await books.facts.record([EntryEdited(*head, to, entry.id)])

    async def _other_side(self, opened: Opened, entry: Entry) -> tuple[PersonId, ...]:
        if entry.kind is EntryKind.NOTE:
            return ()
        if entry.kind is EntryKind.WORDS:
            return opened.telling.hears(opened.answered.standing.owner)
        return await readers_of(self.open.books.tickets, opened.ticket, entry)
