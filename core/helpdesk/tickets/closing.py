"""A ticket comes to its end: confirmed, cancelled, solved, merged; or it is opened again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.access.people import Actor
from core.facts import Fact
from core.helpdesk.facts import Arrival, TicketClosed, TicketRated
from core.helpdesk.tickets.due import closed, let_go
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.rules import (
    LONGEST_WORD,
    MOST_MERGED,
    MOST_STARS,
    CannotMerge,
    RatedAlready,
    TicketChanged,
    TicketOver,
    WrongRating,
)
from core.helpdesk.tickets.saying import reopen
from core.helpdesk.tickets.secrets import struck_out
from core.helpdesk.tickets.ticket import Rating, Standing, State, Ticket
from core.helpdesk.values import BY_HELPER, WITHOUT_THE_ASKER, Closing
from core.ids import TicketId


@dataclass(frozen=True, slots=True)
class CloseTicket:
    """Closes a ticket and writes the log (H4): whoever did not close it hears."""

    open: OpenTicket

    async def __call__(self, opened: Opened, how: Closing) -> Ticket:
        """Close it; raise TicketChanged or TicketTaken where somebody was faster."""
        ticket, books = opened.ticket, self.open.books
        after = closed(ticket.standing, how, opened.at)
        told: Sequence[Fact] = opened.telling.closed(ticket, how, opened.origin)
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


@dataclass(frozen=True, slots=True)
class CancelTicket:
    """The asker needs no answer any more. Who waits for the same answer goes on waiting."""

    close: CloseTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Close it; raise TicketChanged for what was answered: that is confirmed, or reopened."""
        opened = await self.close.open.as_asker(actor, number)
        if opened.ticket.standing.closing is Closing.CANCELLED:
            return opened.ticket
        if not opened.ticket.standing.is_under_way:
            raise TicketChanged
        done = await self.close(opened, Closing.CANCELLED)
        await self._let_go(opened)
        return done

    async def _let_go(self, opened: Opened) -> None:
        """Open the tickets again that were merged into this one, with the owner whom it had."""
        books = self.close.open.books
        merged = await books.tickets.merged_into([opened.ticket.id])
        changes = [Changed(one, let_go(one, opened.ticket, opened.at)) for one in merged]
        done = await books.tickets.change(changes, at=opened.at) if changes else frozenset()
        told = [
            fact
            for one in changes
            if one.ticket.id in done
            for fact in opened.telling.moved(
                one.ticket, one.standing, Arrival.REOPENED, opened.origin
            )
        ]
        await books.facts.record(told)


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
        taken = replace(opened.ticket, standing=must_have(opened, keeps=False))
        done = await self.close(replace(opened, ticket=taken), how)
        await self._with_merged(opened, how)
        return done

    async def _with_merged(self, opened: Opened, how: Closing) -> None:
        """Let each asker whose ticket was merged into it hear, who may open the own one again."""
        books, now = self.close.open.books, opened.at
        merged = await books.tickets.merged_into([opened.ticket.id])
        changes = [Changed(one, replace(one.standing, answered_at=now)) for one in merged]
        done = await books.tickets.change(changes, at=now) if changes else frozenset()
        told = [
            TicketClosed(one.school, now, opened.origin, one.id, (one.asker,), how)
            for one in merged
            if one.id in done
        ]
        await books.facts.record(told)


@dataclass(frozen=True, slots=True)
class MergeTickets:
    """The owner merges the same question of many: one answer goes to each asker.

    A merged ticket is closed and logged as such, with who merged it; its asker hears the answer,
    which is logged as well, and may open the own ticket again.
    """

    open: OpenTicket

    async def __call__(
        self, actor: Actor, into: TicketId, others: Sequence[TicketId]
    ) -> tuple[Ticket, int]:
        """Merge them, and return the ticket that stays and how many were merged into it.

        Raise CannotMerge for what is not under way, is of another school, or is somebody else's.
        """
        opened = await self.open.as_helper(actor, into)
        standing, books = must_have(opened), self.open.books
        asked = [one for one in dict.fromkeys(others) if one != into]
        found = await books.tickets.tickets(asked)
        if not _mergeable(opened, asked, found.values()):
            raise CannotMerge
        kept = opened.ticket
        if standing != kept.standing:
            told = opened.telling.promised(kept, standing, opened.origin)
            kept = await self.open.stand(opened, standing, told)
        changes = [_merged(one, into, opened) for one in found.values()]
        before = await books.tickets.merged_into(asked)
        along = [Changed(one, replace(one.standing, merged_into=into)) for one in before]
        done = await books.tickets.change([*changes, *along], at=opened.at)
        gone = [one for one in changes if one.ticket.id in done]
        owner, schedule = kept.standing.owner, opened.desk.schedule
        log = KeepLog(books.log, books.words)
        await log.merged(kept.school, gone, owner, schedule=schedule, at=opened.at)
        return kept, len(gone)


def _mergeable(opened: Opened, asked: Sequence[TicketId], found: Iterable[Ticket]) -> bool:
    tickets = [opened.ticket, *found]
    if not asked or len(tickets) != len(asked) + 1 or len(asked) > MOST_MERGED:
        return False
    return all(
        one.school == opened.ticket.school
        and one.standing.is_under_way
        and person_of(one.standing.owner) in {None, opened.me}
        and opened.me != one.asker
        for one in tickets
    )


def _merged(ticket: Ticket, into: TicketId, opened: Opened) -> Changed:
    after = closed(ticket.standing, Closing.MERGED, opened.at)
    return Changed(ticket, replace(after, merged_into=into))


@dataclass(frozen=True, slots=True)
class ReopenTicket:
    """The asker says that the answer did not help: a new round begins."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Open it again; raise TicketOver after P: 3 days, TicketChanged for what is open.

        A ticket that was merged into another one is opened by itself, once that was answered; one
        that was closed without the asker's word as one that was answered.
        """
        opened = await self.open.as_asker(actor, number)
        standing = opened.ticket.standing
        if standing.is_under_way:
            raise TicketChanged
        rules = (await self.open.books.regulations.of(opened.ticket.school)).help
        at = standing.answered_at
        if at is None or not may_reopen(standing):
            raise TicketOver
        if opened.at >= at + timedelta(days=rules.reopened_days):
            raise TicketOver
        return await reopen(self.open, opened)


def may_reopen(standing: Standing) -> bool:
    """Say whether the asker may open a ticket again, as long as the days for it last."""
    others_did = standing.closing in WITHOUT_THE_ASKER | {Closing.MERGED}
    return standing.state is State.ANSWERED or others_did


@dataclass(frozen=True, slots=True)
class RateTicket:
    """The asker says, once, how much the help was worth: one to five; a word may follow on it."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, rating: Rating) -> Ticket:
        """Keep the rating and write the log; raise RatedAlready, WrongRating or TicketChanged."""
        opened = await self.open.as_asker(actor, number)
        ticket, books = opened.ticket, self.open.books
        if ticket.standing.is_under_way:
            raise TicketChanged
        word = " ".join(struck_out(rating.word).text.split())
        if not 1 <= rating.stars <= MOST_STARS or len(word) > LONGEST_WORD:
            raise WrongRating
        if not _may_rate(ticket.standing.rating, rating.stars, word):
            raise RatedAlready
        after = replace(ticket.standing, rating=Rating(rating.stars, word))
        to = opened.telling.hears(after.owner)
        head = (ticket.school, opened.at, opened.origin, ticket.id)
        told: Sequence[Fact] = [TicketRated(*head, to)] if to else []
        done = await self.open.stand(opened, after, told)
        log, changed = KeepLog(books.log, books.words), Changed(ticket, after)
        await log.rated(ticket.school, changed, opened.desk.schedule, opened.at)
        return done


def _may_rate(before: Rating | None, stars: int, word: str) -> bool:
    """Say whether it is the first rating, or the first word to the same one."""
    return before is None or (before == Rating(stars) and bool(word))
