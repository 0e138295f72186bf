"""Staff makes a packet step by step; it leaves only when nothing is missing (H3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from core.access.gate import closed_to, who_may
from core.access.people import Actor, Member, Role
from core.clock import Clock, today
from core.errors import AccessRefused, NotFound
from core.helpdesk.tickets.ports import Tickets
from core.helpdesk.vendor.owners import owners_of
from core.helpdesk.vendor.packet import (
    ASKED_AGAIN_AFTER,
    Account,
    Packet,
    PacketByNoMail,
    PacketGone,
    PacketIncomplete,
    Piece,
    Way,
    filled,
    with_pictures,
    without_pictures,
)
from core.helpdesk.vendor.ports import Packets
from core.helpdesk.vendor.secrets import for_strangers
from core.helpdesk.vendor.waiting import WaitForVendor
from core.ids import PacketId, PersonId, SchoolId
from core.messages.content import SentFile

_FIRST = (
    Role.ADMINISTRATOR,
    Role.DEPUTY_HEAD,
    Role.HEAD,
    Role.TEACHER,
    Role.CONSULTANT,
    Role.SECRETARY,
)
"""Of several roles, as which one a person most likely speaks of the journal."""


def must_work(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor works at a school; refuse anybody else."""
    return who_may(actor, lambda member: member.school == school and member.works_here)


def role_of(member: Member) -> Role | None:
    """Return as whom a person most likely asks."""
    return next((one for one in _FIRST if one in member.roles), None)


@dataclass(frozen=True, slots=True)
class OpenPacket:
    """Opens a packet to its author; one that has left, to the administration too.

    One that went out for a ticket is open to who has that ticket.
    """

    packets: Packets
    tickets: Tickets

    async def __call__(self, actor: Actor, number: PacketId) -> Packet:
        """Return it; raise AccessRefused for anybody else's."""
        found = (await self.packets.packets([number])).get(number)
        if found is None:
            raise NotFound
        member = must_work(actor, found.school)
        if member.person == found.by or (member.is_administration and not found.is_draft):
            return found
        owners = await owners_of(self.tickets, [found])
        if not found.is_draft and owners.get(found.id) == member.person:
            return found
        raise AccessRefused

    async def complete(self, actor: Actor, number: PacketId) -> Packet:
        """Return one in which nothing is missing; raise PacketIncomplete for any other."""
        found = await self(actor, number)
        if found.lacks():
            raise PacketIncomplete
        return found

    async def draft(self, actor: Actor, number: PacketId) -> Packet:
        """Return an own packet that has not left; raise PacketGone for one that has."""
        found = await self(actor, number)
        if not found.is_draft:
            raise PacketGone
        return found


@dataclass(frozen=True, slots=True)
class PacketList:
    """A person's packets, the others' of the school, and as whom new ones are made."""

    members: Sequence[Member]
    own: Sequence[Packet]
    others: Sequence[Packet]


@dataclass(frozen=True, slots=True)
class ReadPackets:
    """Staff opens the own packets; the administration all that have left."""

    packets: Packets

    async def __call__(self, actor: Actor) -> PacketList:
        """Return them, the latest first; raise AccessRefused for who does not work here."""
        members = [one for one in actor.members if one.works_here]
        if not members:
            raise closed_to(actor)
        own = [it for one in members for it in await self.packets.of_author(one.person)]
        mine = {one.id for one in own}
        others = [
            it
            for one in members
            if one.is_administration
            for it in await self.packets.of_school(one.school)
            if it.id not in mine
        ]
        return PacketList(members, own, others)


@dataclass(frozen=True, slots=True)
class BeginPacket:
    """Begins a packet with what is known already; a draft that was begun is gone on with."""

    packets: Packets
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> Packet:
        """Return the draft; raise AccessRefused for who does not work at the school."""
        member = must_work(actor, school)
        for one in await self.packets.of_author(member.person):
            if one.is_draft and one.ticket is None:
                return one
        known = await self.packets.account_of(member.person)
        account = Account(known.login, known.identifier, role_of(member))
        return await self._begun(school, account, by=member.person)

    async def about(
        self, actor: Actor, school: SchoolId, person: PersonId, happened: str
    ) -> Packet:
        """Return a draft about another person's account, with what happened to it.

        The one that tells the same is gone on with.
        """
        member, told = must_work(actor, school), for_strangers(happened)
        for one in await self.packets.of_author(member.person):
            if one.is_draft and one.story.happened == told:
                return one
        known = await self.packets.account_of(person)
        account = Account(known.login, known.identifier)
        begun = await self._begun(school, account, by=member.person)
        draft = replace(begun, story=replace(begun.story, happened=told))
        await self.packets.fill(draft, at=self.clock.now())
        return draft

    async def _begun(self, school: SchoolId, account: Account, *, by: PersonId) -> Packet:
        number = await self.packets.begin(school, account, by=by, at=self.clock.now())
        return (await self.packets.packets([number]))[number]


@dataclass(frozen=True, slots=True)
class FillPacket:
    """Puts a piece into a draft; secrets are struck out before anything is kept."""

    open: OpenPacket
    clock: Clock

    async def __call__(self, actor: Actor, number: PacketId, piece: Piece, text: str) -> Packet:
        """Keep words; raise PieceWrong for what is none."""
        return await self._changed(actor, number, lambda it: filled(it, piece, text))

    async def pictured(self, actor: Actor, number: PacketId, files: Sequence[SentFile]) -> Packet:
        """Keep more pictures; raise TooManyPictures for the sixth."""
        return await self._changed(actor, number, lambda it: with_pictures(it, files))

    async def unpictured(self, actor: Actor, number: PacketId) -> Packet:
        """Keep that there is nothing to be seen."""
        return await self._changed(actor, number, without_pictures)

    async def _changed(
        self, actor: Actor, number: PacketId, change: Callable[[Packet], Packet]
    ) -> Packet:
        draft = change(await self.open.draft(actor, number))
        if not await self.open.packets.fill(draft, at=self.clock.now()):
            raise PacketGone
        return draft


@dataclass(frozen=True, slots=True)
class SendPacket:
    """Lets a packet leave: by letter where letters are sent, else handed to its author."""

    open: OpenPacket
    waiting: WaitForVendor
    clock: Clock
    sends_letters: bool

    async def __call__(self, actor: Actor, number: PacketId, way: Way) -> Packet:
        """Send it, once; raise PacketIncomplete for what lacks something.

        The ticket for which it goes out waits for the vendor, and its asker hears so. The day to
        ask again is set, and may be changed.
        """
        draft = await self.open.draft(actor, number)
        if draft.lacks():
            raise PacketIncomplete
        if way is Way.MAIL and not self.by_mail(draft):
            raise PacketByNoMail
        if not await self.open.packets.send(draft, way, at=self.clock.now()):
            raise PacketGone
        await self.waiting.begin(draft)
        await ask_again(self.open.packets, draft, self.clock)
        return await self.open(actor, number)

    def by_mail(self, packet: Packet) -> bool:
        """Say whether a letter can go and be answered."""
        return self.sends_letters and packet.support.takes_letters


async def ask_again(packets: Packets, packet: Packet, clock: Clock) -> None:
    """Set the usual day to ask again for a packet that waits, unless a later one is kept."""
    day = today(clock, ZoneInfo(packet.zone))
    if packet.ask_on is None or packet.ask_on <= day:
        await packets.ask_on(packet.id, day + ASKED_AGAIN_AFTER, at=clock.now())


@dataclass(frozen=True, slots=True)
class DropPacket:
    """Throws a draft away."""

    open: OpenPacket
    clock: Clock

    async def __call__(self, actor: Actor, number: PacketId) -> None:
        """Throw it away; raise PacketGone for one that has left."""
        await self.open.draft(actor, number)
        if not await self.open.packets.drop(number, at=self.clock.now()):
            raise PacketGone
