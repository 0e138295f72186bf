"""Which tickets may ask the same as one: those of its topic that are nobody's, or one's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.access.people import Actor
from core.helpdesk.answers.known import KnownAnswer
from core.helpdesk.answers.ports import KnownAnswers
from core.helpdesk.facts import TicketMerged
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.likeness import (
    NO_WORDS,
    Likeness,
    Stems,
    are_alike,
    fitting,
    stems_asked,
)
from core.helpdesk.tickets.merged import merged
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.rules import MOST_MERGED, CannotMerge
from core.helpdesk.tickets.ticket import EntryKind, Ticket
from core.ids import TicketId
from core.messages.content import Content


@dataclass(frozen=True, slots=True)
class Alike:
    """A ticket, and those that could be merged into it, with the first words of each.

    `like` are those that are alike to it in one way or another, the oldest first; `fits` is the
    known answer of the school that fits all of one way.
    """

    opened: Opened
    tickets: tuple[Ticket, ...]
    first_words: Mapping[TicketId, Content]
    like: Mapping[Likeness, tuple[Ticket, ...]] = field(default_factory=dict)
    fits: KnownAnswer | None = None


@dataclass(frozen=True, slots=True)
class ReadAlike:
    """Finds what could be merged into a ticket, and what of it is alike."""

    open: OpenTicket
    known: KnownAnswers

    async def __call__(self, actor: Actor, number: TicketId) -> Alike:
        """Return it; raise TicketTaken where somebody else has the ticket."""
        opened = await self.open.as_helper(actor, number)
        must_have(opened)
        books, ticket = self.open.books, opened.ticket
        topic = ticket.standing.topic
        others = tuple(
            one
            for one in await books.tickets.under_way(ticket.school)
            if one.id != number
            and one.standing.topic is topic
            and one.asker != opened.me
            and person_of(one.standing.owner) in {None, opened.me}
        )
        said = await books.words.of_tickets([number, *(one.id for one in others)])
        first = {
            ticket_id: next(it.content for it in entries if it.kind is EntryKind.WORDS)
            for ticket_id, entries in said.items()
            if any(it.kind is EntryKind.WORDS for it in entries)
        }
        asked = {one: stems_asked(entries) for one, entries in said.items()}
        known = await self.known.of_school(ticket.school)
        answers = [one for one in known if one.topic is topic and not one.is_retired]
        fits = fitting(asked.get(number, NO_WORDS), answers)
        return Alike(opened, others, first, _like(number, others, asked, answers), fits)


def _like(
    number: TicketId,
    others: Sequence[Ticket],
    asked: Mapping[TicketId, Stems],
    answers: Sequence[KnownAnswer],
) -> Mapping[Likeness, tuple[Ticket, ...]]:
    words = {one.id: asked.get(one.id, NO_WORDS) for one in others}
    own = asked.get(number, NO_WORDS)
    fits = fitting(own, answers)
    answered = [one for one in others if fits and fitting(words[one.id], answers) == fits]
    return {
        Likeness.WORDS: tuple(one for one in others if are_alike(words[one.id], own)),
        Likeness.ANSWER: tuple(answered),
        Likeness.TOPIC: tuple(others),
    }


@dataclass(frozen=True, slots=True)
class MergeTickets:
    """The owner merges the same question of many: one answer goes to each asker.

    A merged ticket is closed and logged as such, with who merged it. Its asker hears when the
    answer comes, and all that becomes of that; and may open the own ticket again.
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
        told = opened.telling.promised(opened.ticket, standing, opened.origin)
        # It takes another revision also where nothing of it changes: an answer at the same moment
        # would not reach those who are merged now.
        kept = await self.open.stand(opened, standing, told)
        along = await self.open.tell_merged.waiting(list(found.values()))
        changes = [_into(kept, one, opened) for one in found.values()]
        again = [_into(kept, one, opened) for one in along]
        done = await books.tickets.change([*changes, *again], at=opened.at)
        gone = [one for one in changes if one.ticket.id in done]
        await self._tell(opened, [one.ticket for one in (*gone, *again) if one.ticket.id in done])
        owner, schedule = kept.standing.owner, opened.desk.schedule
        log = KeepLog(books.log, books.words)
        await log.merged(kept.school, gone, owner, schedule=schedule, at=opened.at)
        return kept, len(gone)

    async def _tell(self, opened: Opened, tickets: Iterable[Ticket]) -> None:
        """Let each asker hear of each ticket that it is answered with another one."""
        head = (opened.ticket.school, opened.at, opened.origin)
        told = [TicketMerged(*head, one.id, (one.asker,)) for one in tickets]
        await self.open.books.facts.record(told)


def _into(kept: Ticket, one: Ticket, opened: Opened) -> Changed:
    return Changed(one, merged(one.standing, kept, opened.at, opened.me))


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


@dataclass(frozen=True, slots=True)
class MergedAlike:
    """How many were merged at once, and how many that are alike are left, as those came since."""

    ticket: Ticket
    merged: int
    left: int


@dataclass(frozen=True, slots=True)
class MergeAlike:
    """The owner merges all that are alike at once, as they were counted before the tap.

    Those are the tickets up to the latest one that was counted; what came since, or went to
    somebody else, is left out and told of.
    """

    read: ReadAlike
    merge: MergeTickets

    async def __call__(
        self, actor: Actor, into: TicketId, how: Likeness, *, upto: TicketId
    ) -> MergedAlike:
        """Merge them; raise CannotMerge where none of them is there any more."""
        like = (await self.read(actor, into)).like[how]
        shown = [one.id for one in like if one.id <= upto][:MOST_MERGED]
        ticket, count = await self.merge(actor, into, shown)
        return MergedAlike(ticket, count, len(like) - len(shown))
