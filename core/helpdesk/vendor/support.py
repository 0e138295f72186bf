"""The administrator keeps what is the same in all packets: organisation, domain, addresses."""

from dataclasses import dataclass

from core.access.gate import must_be_in_charge
from core.access.people import Actor, Member
from core.clock import Clock
from core.helpdesk.vendor.packet import Detail, Support, checked_detail
from core.helpdesk.vendor.ports import Packets
from core.ids import SchoolId


@dataclass(frozen=True, slots=True)
class KeepSupport:
    """Shows and keeps how the school stands with its vendor."""

    packets: Packets
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> tuple[Member, Support]:
        """Return it; raise AccessRefused for who is not the administrator."""
        member = must_be_in_charge(actor, school)
        return member, await self.packets.support(school)

    async def keep(
        self, actor: Actor, school: SchoolId, what: Detail, text: str
    ) -> tuple[Member, Support]:
        """Keep a detail; raise PieceWrong or AddressWrong for what is none."""
        member = must_be_in_charge(actor, school)
        value = checked_detail(what, text)
        await self.packets.set_detail(school, what, value, by=member.person, at=self.clock.now())
        return await self(actor, school)
