"""What becomes of a packet that has left: its number, the day to ask again, the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor
from core.clock import Clock, today
from core.helpdesk.vendor.making import OpenPacket, ask_again, must_work
from core.helpdesk.vendor.packet import (
    Packet,
    PacketGone,
    PacketState,
    checked_day,
    one_line,
)
from core.helpdesk.vendor.waiting import WaitForVendor
from core.ids import PacketId

_FROM_HERE: Final[Mapping[PacketState, frozenset[PacketState]]] = {
    PacketState.DRAFT: frozenset(),
    PacketState.SENT: frozenset({PacketState.ANSWERED, PacketState.CLOSED}),
    PacketState.ANSWERED: frozenset({PacketState.SENT, PacketState.CLOSED}),
    PacketState.CLOSED: frozenset({PacketState.SENT}),
}
"""Where a packet may go from where it stands: an answer that did not help makes it wait again."""


@dataclass(frozen=True, slots=True)
class FollowPacket:
    """Keeps what its author, or the administration, learns of a packet that has left."""

    open: OpenPacket
    waiting: WaitForVendor
    clock: Clock

    async def numbered(self, actor: Actor, number: PacketId, text: str) -> Packet:
        """Keep the vendor's number of the request."""
        await self.gone_out(actor, number)
        await self.open.packets.note(number, one_line(text), at=self.clock.now())
        return await self.open(actor, number)

    async def asked_in(self, actor: Actor, number: PacketId, days: int) -> Packet:
        """Keep that it is to be asked again in so many days."""
        packet = await self.gone_out(actor, number)
        return await self.asked_on(
            actor, number, today(self.clock, ZoneInfo(packet.zone)) + timedelta(days=days)
        )

    async def asked_on(self, actor: Actor, number: PacketId, day: date) -> Packet:
        """Keep the day on which to ask again; raise AskDayWrong for one that is over."""
        packet = await self.gone_out(actor, number)
        checked_day(day, today(self.clock, ZoneInfo(packet.zone)))
        await self.open.packets.ask_on(number, day, at=self.clock.now())
        return await self.open(actor, number)

    async def stands(self, actor: Actor, number: PacketId, state: PacketState) -> Packet:
        """Note an answer, that it did not help, or that all is done: its ticket goes on, or waits.

        Raise PacketGone where it stands elsewhere by now.
        """
        packet, now = await self.gone_out(actor, number), self.clock.now()
        if state not in _FROM_HERE[packet.state]:
            raise PacketGone
        if not await self.open.packets.stand(number, state, after=packet.state, at=now):
            raise PacketGone
        me = must_work(actor, packet.school).person
        if state is PacketState.SENT:
            await self.waiting.begin(packet, by=me)
            await ask_again(self.open.packets, packet, self.clock)
        else:
            await self.waiting.end(packet, by=me)
        return await self.open(actor, number)

    async def gone_out(self, actor: Actor, number: PacketId) -> Packet:
        """Return a packet that has left; raise PacketGone for a draft."""
        packet = await self.open(actor, number)
        if packet.is_draft:
            raise PacketGone
        return packet
