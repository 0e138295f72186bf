"""Who has the requests for help in hand for which packets went out (H3)."""

from collections.abc import Iterable, Mapping

from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ports import Tickets
from core.helpdesk.vendor.packet import Packet
from core.ids import PacketId, PersonId


async def owners_of(tickets: Tickets, packets: Iterable[Packet]) -> Mapping[PacketId, PersonId]:
    """Return by packet who has its ticket, where one is under way and in somebody's hand."""
    tied = {one.id: one.ticket for one in packets if one.ticket is not None}
    found = await tickets.tickets(sorted(set(tied.values()))) if tied else {}
    return {
        packet: person
        for packet, number in tied.items()
        if (ticket := found.get(number)) and ticket.standing.is_under_way
        if (person := person_of(ticket.standing.owner)) is not None
    }
