"""Something is said in a ticket: more words of the asker, or other words of who said some."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.access.people import Actor
from core.errors import AccessRefused
from core.facts import Fact
from core.helpdesk.facts import Arrival, AskerWrote, EntryEdited, TicketArrived
from core.helpdesk.tickets.asking import (
    Asked,
    Gathered,
    PromiseAnswer,
    kept_of,
    say_words,
)
from core.helpdesk.tickets.due import moved
from core.helpdesk.tickets.gate import Opened, OpenTicket
from core.helpdesk.tickets.owner import Administrator, Consultant, person_of
from core.helpdesk.tickets.routing import TO_ADMINISTRATOR, Route, route
from core.helpdesk.tickets.rules import TicketOver
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.tickets.ticket import Entry, EntryKind, State, Ticket
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
        """Keep the words and let the owner hear; raise TicketOver for what is closed."""
        opened = await self.open.as_asker(actor, number)
        entries, struck = kept_of(said)
        ticket = opened.ticket
        match ticket.standing.state:
            case State.CLOSED:
                raise TicketOver
            case State.ANSWERED:
                ticket = await reopen(self.open, opened)
            case State.ASKED_BACK:
                answered = replace(ticket.standing.without_question, state=State.OPEN)
                ticket = await self.open.stand(opened, answered, [])
            case State.OPEN | State.AT_VENDOR:
                pass
        books = self.open.books
        kept = [await say_words(books, actor, ticket, one, at=opened.at) for one in entries]
        to = opened.telling.hears(ticket.standing.owner)
        head = (ticket.school, opened.at, opened.origin, ticket.id)
        await books.facts.record([AskerWrote(*head, to, one) for one in kept] if to else [])
        return Asked(ticket, await PromiseAnswer(books)(ticket, opened.desk), struck)


async def reopen(open_ticket: OpenTicket, opened: Opened) -> Ticket:
    """Open a ticket again: a new round, with who had it if that can be, else routed anew."""
    standing = opened.ticket.standing
    fresh = replace(
        standing.without_question,
        state=State.OPEN,
        passed=(),
        heard_at=None,
        closed_at=None,
        closing=None,
        merged_into=None,
        round_at=opened.at,
    )
    after = moved(fresh, again(opened), opened.at)
    to = opened.telling.hears(after.owner)
    head = (opened.ticket.school, opened.at, opened.origin, opened.ticket.id)
    told: Sequence[Fact] = [TicketArrived(*head, to, Arrival.REOPENED)] if to else []
    return await open_ticket.stand(opened, after, told)


def again(opened: Opened) -> Route:
    """Return who gets a ticket that is opened again: who answered it, where on duty still."""
    standing, desk, now = opened.ticket.standing, opened.desk, opened.at
    person = person_of(standing.owner)
    if isinstance(standing.owner, Administrator):
        stays = person is None or desk.reaches(person)
        return Route(standing.owner) if stays else TO_ADMINISTRATOR
    for shift in desk.on_duty(standing.topic, now):
        if shift.consultant == person:
            return Route(Consultant(person, shift.key))
    urgent = bool(standing.urgent)
    return route(standing.topic, desk, now, urgent=urgent, but=(opened.ticket.asker,))


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
        promised = await PromiseAnswer(books)(opened.ticket, opened.desk)
        return Asked(opened.ticket, promised, struck)

    async def _revise(self, opened: Opened, entry: Entry, said: Content) -> None:
        if opened.ticket.standing.state is State.CLOSED:
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
            return opened.telling.hears(opened.ticket.standing.owner)
        return await askers_of(self.open, opened.ticket)


async def askers_of(open_ticket: OpenTicket, ticket: Ticket) -> tuple[PersonId, ...]:
    """Return to whom an answer goes: the asker, and those of the tickets merged into this one."""
    merged = await open_ticket.books.tickets.merged_into([ticket.id])
    return tuple(dict.fromkeys((ticket.asker, *(one.asker for one in merged))))
