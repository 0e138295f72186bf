"""A ticket's card for who answers: all that was said, who had it, and what did not arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.access.people import Actor, Child, Role
from core.diary.ports import DiaryBook
from core.errors import AccessRefused
from core.helpdesk.tickets.gate import Side
from core.helpdesk.tickets.ports import Had, Tickets
from core.helpdesk.tickets.reading import Card, OneEntry, ReadEntry, ReadTicket
from core.helpdesk.tickets.ticket import Entry, EntryKind, Ticket
from core.helpdesk.vendor.packet import Packet
from core.helpdesk.vendor.ports import Packets
from core.ids import PersonId, PupilId, TicketEntryId, TicketId
from core.notices.ledger import Ending, NoticeKind, Settled, Why
from core.notices.messages.reading import Came
from core.notices.ports import Outbox
from core.notices.tickets.ports import TicketLedger

_TO_ASKER: Final = frozenset({EntryKind.ANSWER, EntryKind.ASK_BACK})
_AFTER: Final[Mapping[Ending | None, Came]] = {
    None: Came.UNDER_WAY,
    Ending.DELIVERED: Came.DELIVERED,
    Ending.UNKNOWN: Came.UNKNOWN,
    Ending.REFUSED: Came.REFUSED,
    Ending.EXPIRED: Came.REFUSED,
}
_WORST_LAST: Final = (Came.DELIVERED, Came.UNDER_WAY, Came.UNKNOWN, Came.REFUSED)


@dataclass(frozen=True, slots=True)
class HelperCard:
    """A card; `child` is whom it is about, or the pupil who asks, with the class of now.

    `came` says how far answers came: of an answer to several, how far it came where it is worst.
    `packets` are those that went to the vendor's support for it, the latest first.
    """

    card: Card
    owners: tuple[Had, ...]
    child: Child | None
    came: Mapping[TicketEntryId, Came]
    packets: tuple[Packet, ...] = ()

    @property
    def ticket(self) -> Ticket:
        """Return the ticket."""
        return self.card.opened.ticket


@dataclass(frozen=True, slots=True)
class ReadHelperCard:
    """Opens a card to who has a ticket, or could take it; to nobody else."""

    read: ReadTicket
    outbox: Outbox
    pupils: DiaryBook
    packets: Packets

    async def __call__(self, actor: Actor, number: TicketId) -> HelperCard:
        """Return it; raise AccessRefused for anybody else, the asker too."""
        card = await self.read(actor, number)
        if card.opened.side is Side.ASKER:
            raise AccessRefused
        asking = card.opened.ticket.asking
        pupil = PupilId(asking.asker) if asking.role is Role.PUPIL else asking.about
        child = None if pupil is None else await self.pupils.child(pupil)
        owners = await self.read.open.books.tickets.owners(number)
        came = await self._came(card.entries)
        sent = [one for one in await self.packets.of_tickets([number]) if not one.is_draft]
        return HelperCard(card, tuple(owners), child, came, tuple(sent))

    async def is_for(self, actor: Actor, number: TicketId) -> bool:
        """Say whether somebody opens it as who answers, and not as who asks."""
        try:
            opened = await self.read.open(actor, number)
        except AccessRefused:
            return False
        return opened.side is not Side.ASKER

    async def _came(self, entries: Sequence[Entry]) -> Mapping[TicketEntryId, Came]:
        said = [one.id for one in entries if one.kind in _TO_ASKER]
        return worst(await self.outbox.told_of(NoticeKind.TICKET_WORDS, said)) if said else {}


def worst(rows: Sequence[Settled]) -> dict[TicketEntryId, Came]:
    """Return how far words came: with each asker the latest row counts, of askers the worst."""
    latest = dict[tuple[int, PersonId], Came]()
    for one in rows:
        if one.reason != Why.OVERTAKEN:
            draft = one.notice.draft
            latest[draft.subject, draft.recipient] = _AFTER[one.ending]
    found = dict[TicketEntryId, Came]()
    for (subject, _), came in latest.items():
        number = TicketEntryId(subject)
        found[number] = max(found.get(number, came), came, key=_WORST_LAST.index)
    return found


@dataclass(frozen=True, slots=True)
class ReadHelperEntry:
    """Opens what was said in a ticket to who answers."""

    read: ReadEntry

    async def __call__(self, actor: Actor, number: TicketEntryId) -> OneEntry:
        """Return it; raise AccessRefused for the asker, who has a card of the own."""
        one = await self.read(actor, number)
        if one.opened.side is Side.ASKER:
            raise AccessRefused
        return one


@dataclass(frozen=True, slots=True)
class FindTicketReplied:
    """Finds the ticket of what somebody was told, and replied to in the messenger.

    Where its answer comes in another one, that is answered; to whoever asked it is the own one.
    """

    ledger: TicketLedger
    tickets: Tickets

    async def __call__(self, actor: Actor, message_id: str) -> TicketId | None:
        """Return it, or None where it was something else; each deed passes the gate again."""
        found = await self._told_of(actor, message_id)
        if found is None:
            return None
        standing = found.standing
        return standing.merged_into if standing.waits_elsewhere else found.id

    async def own(self, actor: Actor, message_id: str) -> TicketId | None:
        """Return the one that the actor asked, or None where it was something else."""
        found = await self._told_of(actor, message_id)
        mine = {one.person for one in actor.members}
        if found is None or found.asker in mine:
            return found.id if found else None
        merged = await self.tickets.merged_into([found.id])
        return next((one.id for one in merged if one.asker in mine), None)

    async def _told_of(self, actor: Actor, message_id: str) -> Ticket | None:
        persons = [one.person for one in actor.members]
        number = await self.ledger.came_as(persons, message_id) if persons else None
        return (await self.tickets.tickets([number])).get(number) if number else None
