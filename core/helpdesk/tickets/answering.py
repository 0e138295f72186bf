"""Who answers takes a ticket, says something to the asker, or notes something for colleagues."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.access.people import Actor
from core.facts import Fact
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.facts import TicketAnswered, TicketAskedBack
from core.helpdesk.tickets.first_word import first_word
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.merged import askers, hearing
from core.helpdesk.tickets.owner import Owner
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.rules import TicketChanged, TicketOver
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.tickets.ticket import EntryKind, Standing, State, Ticket
from core.ids import TicketEntryId, TicketId
from core.messages.content import Content
from core.messages.threads.rules import checked


@dataclass(frozen=True, slots=True)
class ClaimTicket:
    """Somebody who can answer takes a ticket that nobody has in hand."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Take it; twice is once. The asker hears where an answer comes sooner by that.

        Raise TicketTaken for the one who comes second, PromisedSooner for whose window is later.
        """
        opened = await self.open.as_helper(actor, number)
        _must_be_under_way(opened.ticket)
        standing = must_have(opened)
        if standing == opened.ticket.standing:
            return opened.ticket
        told = opened.telling.promised(opened.ticket, standing, opened.origin)
        return await self.open.stand(opened, standing, told)


@dataclass(frozen=True, slots=True)
class Replied:
    """What was said to an asker; `struck` where a secret was left out."""

    ticket: Ticket
    entry: TicketEntryId
    struck: bool = False


@dataclass(frozen=True, slots=True)
class AnswerTicket:
    """The owner answers: the asker hears, and so does each whose ticket was merged into this.

    Who answers what nobody has takes it by that. A further answer may follow on the first one.
    """

    open: OpenTicket

    async def __call__(
        self, actor: Actor, number: TicketId, content: Content, originals: Sequence[str] = ()
    ) -> Replied:
        """Keep the answer; raise TicketTaken, TicketOver, MessageEmpty or MessageTooLong."""
        opened = await self.open.as_helper(actor, number)
        now = opened.at
        has = must_have(opened, keeps=False)
        said = replace(has, state=State.ANSWERED, answered_at=now, snoozed_until=None)
        replied = await _reply(
            self.open, actor, opened, said, (EntryKind.ANSWER, content, originals)
        )
        merged = await hearing(self.open.books.tickets, opened.ticket)
        await self._merged(opened, merged, replied.ticket.standing.owner)
        to = askers(opened.ticket, merged)
        head = (opened.ticket.school, now, opened.origin, number)
        await self.open.books.facts.record([TicketAnswered(*head, to, replied.entry)])
        return replied

    async def _merged(self, opened: Opened, merged: Sequence[Ticket], owner: Owner) -> None:
        """Let the days run within which those askers may open their own tickets again.

        The log says of each how long the first answer took: there was none when it was merged.
        """
        books, now = self.open.books, opened.at
        schedule = opened.desk.schedule
        changes = [Changed(one, _answered_elsewhere(one, owner, schedule, now)) for one in merged]
        done = await books.tickets.change(changes, at=now) if changes else frozenset()
        first = [
            one
            for one in changes
            if one.ticket.id in done and one.ticket.standing.first_word is None
        ]
        log, school = KeepLog(books.log, books.words), opened.ticket.school
        await log.merged(school, first, owner, schedule=schedule, at=now)


def _answered_elsewhere(
    ticket: Ticket, owner: Owner, schedule: DutySchedule, now: datetime
) -> Standing:
    word = first_word(ticket, owner, schedule, now)
    return replace(ticket.standing, answered_at=now, first_word=word)


@dataclass(frozen=True, slots=True)
class AskBack:
    """The owner needs to know more: it is the asker's turn."""

    open: OpenTicket

    async def __call__(
        self, actor: Actor, number: TicketId, content: Content, originals: Sequence[str] = ()
    ) -> Replied:
        """Keep the question and let the asker hear; raise as `AnswerTicket` does."""
        opened = await self.open.as_helper(actor, number)
        said = replace(
            must_have(opened),
            state=State.ASKED_BACK,
            asked_back_at=opened.at,
            asked_back_by=opened.me,
            reminded_at=None,
        )
        replied = await _reply(
            self.open, actor, opened, said, (EntryKind.ASK_BACK, content, originals)
        )
        head = (opened.ticket.school, opened.at, opened.origin, number)
        to = (opened.ticket.asker,)
        await self.open.books.facts.record([TicketAskedBack(*head, to, replied.entry)])
        return replied


@dataclass(frozen=True, slots=True)
class NoteOnTicket:
    """Who could answer notes something for the colleagues: the asker never reads it."""

    open: OpenTicket

    async def __call__(
        self, actor: Actor, number: TicketId, content: Content, originals: Sequence[str] = ()
    ) -> Replied:
        """Keep the note; nobody is told."""
        opened = await self.open.as_helper(actor, number)
        said, struck = without_secrets(checked(content))
        entry = await _keep(self.open, actor, opened, (EntryKind.NOTE, said, originals))
        return Replied(opened.ticket, entry, struck)


_Said = tuple[EntryKind, Content, Sequence[str]]


async def _reply(
    open_ticket: OpenTicket, actor: Actor, opened: Opened, standing: Standing, what: _Said
) -> Replied:
    kind, content, originals = what
    if opened.ticket.standing.state is State.CLOSED:
        raise TicketOver
    said, struck = without_secrets(checked(content))
    told: Sequence[Fact] = []
    ticket = await open_ticket.stand(opened, _first_word(standing, opened), told)
    entry = await _keep(open_ticket, actor, opened, (kind, said, originals))
    return Replied(ticket, entry, struck)


def _first_word(standing: Standing, opened: Opened) -> Standing:
    return replace(
        standing,
        heard_at=standing.heard_at or opened.at,
        first_word=first_word(opened.ticket, standing.owner, opened.desk.schedule, opened.at),
    )


async def _keep(
    open_ticket: OpenTicket, actor: Actor, opened: Opened, what: _Said
) -> TicketEntryId:
    kind, said, originals = what
    books, ticket = open_ticket.books, opened.ticket
    entry = await books.words.say(ticket, kind, said, by=opened.me, at=opened.at)
    await books.originals.note(actor.account.id, originals, entry, school=ticket.school)
    return entry


def _must_be_under_way(ticket: Ticket) -> None:
    if ticket.standing.state is State.CLOSED:
        raise TicketOver
    if not ticket.standing.is_under_way:
        raise TicketChanged
