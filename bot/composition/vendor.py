"""Packets for the support of the journal's vendor: made, sent, followed."""

from functools import cached_property

from bot.composition.ticket_books import TicketBooks
from core.helpdesk.vendor.following import FollowPacket
from core.helpdesk.vendor.making import (
    BeginPacket,
    DropPacket,
    FillPacket,
    OpenPacket,
    ReadPackets,
    SendPacket,
)
from core.helpdesk.vendor.of_ticket import PacketForTicket
from core.helpdesk.vendor.support import KeepSupport


class VendorDesk(TicketBooks):
    """Use cases of who asks the vendor's support."""

    @cached_property
    def read_packets(self) -> ReadPackets:
        """Reads packets."""
        return ReadPackets(self.tx.packets)

    @cached_property
    def open_packet(self) -> OpenPacket:
        """Opens a packet to its author, and to the administration once it has left."""
        return OpenPacket(self.tx.packets, self.tx.tickets)

    @cached_property
    def begin_packet(self) -> BeginPacket:
        """Begins a packet, or goes on with the draft."""
        return BeginPacket(self.tx.packets, self.clock)

    @cached_property
    def packet_for_ticket(self) -> PacketForTicket:
        """Begins a packet for a request, or goes on with its draft."""
        return PacketForTicket(self._open_ticket, self.tx.packets)

    @cached_property
    def fill_packet(self) -> FillPacket:
        """Puts a piece into a draft."""
        return FillPacket(self.open_packet, self.clock)

    @cached_property
    def send_packet(self) -> SendPacket:
        """Lets a packet leave."""
        waiting, by_letter = self._wait_for_vendor, self.run.sends_letters
        return SendPacket(self.open_packet, waiting, self.clock, by_letter)

    @cached_property
    def drop_packet(self) -> DropPacket:
        """Throws a draft away."""
        return DropPacket(self.open_packet, self.clock)

    @cached_property
    def follow_packet(self) -> FollowPacket:
        """Keeps what becomes of a packet."""
        return FollowPacket(self.open_packet, self._wait_for_vendor, self.clock)

    @cached_property
    def keep_support(self) -> KeepSupport:
        """Keeps how a school stands with its vendor."""
        return KeepSupport(self.tx.packets, self.clock)
