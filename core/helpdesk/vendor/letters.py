"""The letter of a packet ends: it was taken, refused, or nobody knows."""

from dataclasses import dataclass

from core.clock import Clock
from core.facts import Facts, Origin
from core.helpdesk.vendor.facts import PacketRefused
from core.helpdesk.vendor.packet import LetterState, Packet
from core.helpdesk.vendor.ports import Packets
from core.helpdesk.vendor.waiting import WaitForVendor


@dataclass(frozen=True, slots=True)
class SettleLetter:
    """Keeps how a letter ended; its author hears where it was refused, and its ticket goes on."""

    packets: Packets
    waiting: WaitForVendor
    facts: Facts
    clock: Clock

    async def __call__(self, packet: Packet, ending: LetterState) -> None:
        """Keep it, once."""
        now = self.clock.now()
        settled = await self.packets.settle_letter(packet.id, ending, at=now)
        if settled and ending is LetterState.REFUSED:
            origin = Origin(packet.by)
            fact = PacketRefused(packet.school, now, origin, packet.id, packet.by)
            await self.facts.record([fact])
            await self.waiting.refused(packet)
