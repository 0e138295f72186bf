"""A ticket waits while the support of the journal's vendor has it, and goes on after that (H3)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from core.facts import Origin
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.facts import TicketPromised, TicketSentOn
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.due import has_turn, moved, with_whom_it_was
from core.helpdesk.tickets.first_word import first_word
from core.helpdesk.tickets.merged import Heard, TellMerged
from core.helpdesk.tickets.owner import Consultant, person_of
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.telling import Telling
from core.helpdesk.tickets.ticket import Standing, State, Ticket
from core.helpdesk.vendor.packet import Packet, PacketState
from core.helpdesk.vendor.ports import Packets
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class WaitForVendor:
    """Lets the ticket of a packet wait, and go on.

    Only the ticket of who has it in hand waits: somebody else's is not stopped by a packet that
    was begun before it went over.
    """

    books: Books
    packets: Packets

    async def begin(self, packet: Packet, *, by: PersonId | None = None) -> None:
        """Let it wait: no clock runs, its owner keeps it, and the asker hears."""
        ticket = await self._ticket(packet)
        if ticket is None or person_of(ticket.standing.owner) not in {packet.by, by}:
            return
        if not ticket.standing.is_under_way or ticket.standing.state is State.AT_VENDOR:
            return
        now = self.books.now()
        schedule = await self.books.schedules.schedule(ticket.school)
        if await self._stands(ticket, at_vendor(ticket, schedule, now), now):
            head = (ticket.school, now, Origin(by or packet.by), ticket.id)
            await self.books.facts.record([TicketSentOn(*head, (ticket.asker,))])
            tell = TellMerged(self.books.tickets, self.books.facts)
            await tell([Heard(ticket, TicketSentOn, Origin(by or packet.by))], now)

    async def end(self, packet: Packet, *, by: PersonId) -> None:
        """Let it go on, once no packet of it waits for an answer; owner and askers hear."""
        await self._go_on(packet, by, Standing.goes_on)

    async def refused(self, packet: Packet) -> None:
        """Let it go on as one that was not passed on: nobody took the letter (H3)."""
        await self._go_on(packet, packet.by, partial(not_at_vendor, packet.sent_at))

    async def _go_on(
        self, packet: Packet, by: PersonId, stands: Callable[[Standing, datetime], Standing]
    ) -> None:
        ticket = await self._ticket(packet)
        if ticket is None or ticket.standing.state is not State.AT_VENDOR:
            return
        beside = await self.packets.of_tickets([ticket.id])
        if any(one.state is PacketState.SENT for one in beside if one.id != packet.id):
            return
        now, desk = self.books.now(), await self.books.desk(ticket.school)
        after = in_turn(ticket, stands(ticket.standing, now), desk, now)
        if await self._stands(ticket, after, now):
            telling = Telling(desk.administrators, now)
            await self.books.facts.record(telling.back(ticket, after, Origin(by)))
            tell = TellMerged(self.books.tickets, self.books.facts)
            await tell([Heard(ticket, TicketPromised, Origin(by))], now)

    async def _ticket(self, packet: Packet) -> Ticket | None:
        if packet.ticket is None:
            return None
        return (await self.books.tickets.tickets([packet.ticket])).get(packet.ticket)

    async def _stands(self, ticket: Ticket, standing: Standing, now: datetime) -> bool:
        return bool(await self.books.tickets.change([Changed(ticket, standing)], at=now))


def at_vendor(ticket: Ticket, schedule: DutySchedule, now: datetime) -> Standing:
    """Return how a ticket stands that waits: that it was passed on is a word to the asker."""
    standing = ticket.standing
    return replace(
        standing.without_question,
        state=State.AT_VENDOR,
        heard_at=standing.heard_at or now,
        first_word=first_word(ticket, standing.owner, schedule, now),
        asked_at_end=None,
        kept_until=None,
        snoozed_until=None,
    )


def in_turn(ticket: Ticket, standing: Standing, desk: HelpDesk, now: datetime) -> Standing:
    """Return how a ticket goes on: with its owner, or at once with another if that turn is over.

    Vendors answer days later: then nobody is asked what becomes of a window long past.
    """
    owner = standing.owner
    if not isinstance(owner, Consultant) or has_turn(owner, standing.topic, desk, now):
        return standing
    again = replace(ticket, standing=standing)
    return moved(standing, with_whom_it_was(again, owner, desk, now), now)


def not_at_vendor(sent_at: datetime | None, standing: Standing, now: datetime) -> Standing:
    """Return how a ticket stands of which the letter that was sent at an instant was refused.

    That it was passed on was no word to the asker, since it was not: where there was none before,
    the first one is to come.
    """
    opened, word = standing.goes_on(now), standing.first_word
    if sent_at is None or standing.heard_at is None or standing.heard_at < sent_at:
        return opened
    counts = word is not None and word.at < sent_at
    return replace(opened, heard_at=None, first_word=word if counts else None)
