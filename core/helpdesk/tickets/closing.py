"""A ticket comes to its end: confirmed, cancelled, solved; and the help is rated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.access.people import Actor
from core.access.secrets import struck_out
from core.facts import Fact
from core.helpdesk.facts import TicketClosed, TicketRated
from core.helpdesk.tickets.due import closed
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.merged import LetGo
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.rules import (
    LONGEST_WORD,
    MOST_STARS,
    RatedAlready,
    TicketChanged,
    WrongRating,
)
from core.helpdesk.tickets.ticket import Rating, Standing, State, Ticket
from core.helpdesk.values import BY_HELPER, Closing
from core.ids import TicketId


@dataclass(frozen=True, slots=True)
class CloseTicket:
    """Closes a ticket and writes the log (H4): whoever did not close it hears."""

    open: OpenTicket

    async def __call__(
        self, opened: Opened, how: Closing, *, taken: Standing | None = None
    ) -> Ticket:
        """Close it; raise TicketChanged or TicketTaken where somebody was faster.

        `taken` is how it stands in the hands of who closes it, where that one takes it so.
        """
        ticket, books = opened.ticket, self.open.books
        had = replace(ticket, standing=taken or ticket.standing)
        after = closed(had.standing, how, opened.at, opened.me)
        told: Sequence[Fact] = opened.telling.closed(had, how, opened.origin)
        done = await self.open.stand(opened, after, told)
        keep_log, changed = KeepLog(books.log, books.words), [Changed(ticket, after)]
        await keep_log.closed(ticket.school, changed, opened.desk.schedule, opened.at)
        return done


@dataclass(frozen=True, slots=True)
class ConfirmTicket:
    """The asker says that the answer helped."""

    close: CloseTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Close it; twice is once. Raise TicketChanged for what has no answer yet."""
        opened = await self.close.open.as_asker(actor, number)
        if opened.ticket.standing.state is State.CLOSED:
            return opened.ticket
        if opened.ticket.standing.state is not State.ANSWERED:
            raise TicketChanged
        return await self.close(opened, Closing.CONFIRMED)


def may_cancel(standing: Standing) -> bool:
    """Say whether a ticket waits for an answer still, of its own or together with others."""
    return standing.is_under_way or standing.waits_elsewhere


@dataclass(frozen=True, slots=True)
class CancelTicket:
    """The asker needs no answer any more. Who waits for the same answer goes on waiting.

    One that was merged into another is taken out of it: its asker hears nothing of that any more.
    """

    close: CloseTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Close it; raise TicketChanged for what was answered: that is confirmed, or reopened."""
        opened = await self.close.open.as_asker(actor, number)
        if opened.ticket.standing.closing is Closing.CANCELLED:
            return opened.ticket
        if not may_cancel(opened.ticket.standing):
            raise TicketChanged
        # Who has the main one hears, and stands in the log: the answer would have come from there.
        alone = replace(opened.answered.standing, merged_into=None)
        taken = replace(opened, ticket=replace(opened.ticket, standing=alone))
        done = await self.close(taken, Closing.CANCELLED)
        go_on = LetGo(self.close.open.tell_merged)
        await go_on([opened.ticket], opened.desk, opened.at, opened.origin)
        return done


@dataclass(frozen=True, slots=True)
class EndTicket:
    """The owner closes a ticket: it is solved, with the vendor, asked twice, or needless (H4).

    The asker hears how, and may open it again for P: 3 days.
    """

    close: CloseTicket

    async def __call__(self, actor: Actor, number: TicketId, how: Closing) -> Ticket:
        """Close it; raise TicketTaken, or TicketChanged for what is answered."""
        opened = await self.close.open.as_helper(actor, number)
        if how not in BY_HELPER or not opened.ticket.standing.is_under_way:
            raise TicketChanged
        done = await self.close(opened, how, taken=must_have(opened, keeps=False))
        await self._with_merged(opened, done, how)
        return done

    async def _with_merged(self, opened: Opened, main: Ticket, how: Closing) -> None:
        """Close what waits for the same answer alike: each asker may open the own one again."""
        books, now = self.close.open.books, opened.at
        waiting = await self.close.open.tell_merged.waiting([main])
        changes = [Changed(one, closed(one.standing, how, now, opened.me)) for one in waiting]
        done = await books.tickets.change(changes, at=now) if changes else frozenset()
        gone = [one for one in changes if one.ticket.id in done]
        told = [
            TicketClosed(main.school, now, opened.origin, it.id, (it.asker,), how)
            for it in (one.ticket for one in gone)
        ]
        await books.facts.record(told)
        log, schedule = KeepLog(books.log, books.words), opened.desk.schedule
        await log.merged(main.school, gone, main.standing.owner, schedule=schedule, at=now)


@dataclass(frozen=True, slots=True)
class RateTicket:
    """The asker says, once, how much the help was worth: one to five; a word may follow on it."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, rating: Rating) -> Ticket:
        """Keep the rating and write the log; raise RatedAlready, WrongRating or TicketChanged."""
        opened = await self.open.as_asker(actor, number)
        ticket, books = opened.ticket, self.open.books
        if ticket.standing.is_under_way or ticket.standing.waits_elsewhere:
            raise TicketChanged
        word = " ".join(struck_out(rating.word).text.split())
        if not 1 <= rating.stars <= MOST_STARS or len(word) > LONGEST_WORD:
            raise WrongRating
        if not _may_rate(ticket.standing.rating, rating.stars, word):
            raise RatedAlready
        after = replace(ticket.standing, rating=Rating(rating.stars, word))
        owner = opened.answered.standing.owner
        to = opened.telling.hears(owner)
        head = (ticket.school, opened.at, opened.origin, ticket.id)
        told: Sequence[Fact] = [TicketRated(*head, to)] if to else []
        done = await self.open.stand(opened, after, told)
        log = KeepLog(books.log, books.words)
        changed = Changed(ticket, replace(after, owner=owner))
        await log.rated(ticket.school, changed, opened.desk.schedule, opened.at)
        return done


def _may_rate(before: Rating | None, stars: int, word: str) -> bool:
    """Say whether it is the first rating, or the first word to the same one."""
    return before is None or (before == Rating(stars) and bool(word))
