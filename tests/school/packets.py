"""Packets for the vendor in memory: `Packets`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from core.access.people import Name
from core.helpdesk.vendor.packet import (
    Account,
    Detail,
    LetterState,
    Packet,
    PacketState,
    Story,
    Support,
    Way,
)
from core.ids import PacketId, PersonId, SchoolId, TicketId
from tests.school import records
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class KeptSupport(Record):
    school: int
    support: Support


@dataclass(frozen=True, kw_only=True)
class KeptPacket(Record):
    packet: Packet
    changed_at: datetime


@dataclass(frozen=True)
class MemoryPackets:
    world: World

    async def support(self, school: SchoolId) -> Support:
        found = self._support(school)
        return found.support if found else Support()

    def _support(self, school: int) -> KeptSupport | None:
        return next(self.world.all(KeptSupport, lambda it: it.school == school), None)

    async def set_detail(
        self, school: SchoolId, what: Detail, value: str, *, by: PersonId, at: datetime
    ) -> None:
        found = self._support(school) or self.world.add(
            KeptSupport, school=school, support=Support()
        )
        changed: dict[str, Any] = {what.value: value}
        self.world.change(found, support=replace(found.support, **changed))

    async def account_of(self, person: PersonId) -> Account:
        found = self.world.get(records.Person, person)
        return Account(found.username, found.identifier) if found else Account()

    async def begin(
        self, school: SchoolId, account: Account, *, by: PersonId, at: datetime
    ) -> PacketId:
        of, author = self.world.get(records.School, school), self.world.get(records.Person, by)
        assert of is not None
        assert author is not None
        packet = Packet(
            id=PacketId(0),
            school=school,
            zone=of.zone,
            by=by,
            by_name=Name(author.given, author.family, author.middle),
            account=account,
            story=Story(),
            support=Support(),
            state=PacketState.DRAFT,
            made_at=at,
            letter_number=f"packet-{at.isoformat()}",
        )
        return PacketId(self.world.add(KeptPacket, packet=packet, changed_at=at).id)

    async def tie(self, packet: PacketId, ticket: TicketId, *, at: datetime) -> None:
        self._keep(packet, at, ticket=ticket)

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Sequence[Packet]:
        return self._all(lambda it: it.ticket in tickets)

    def _all(self, where: Callable[[Packet], bool]) -> list[Packet]:
        found = [self._of(one) for one in self.world.all(KeptPacket)]
        return [one for one in reversed(found) if where(one)]

    def _of(self, kept: KeptPacket) -> Packet:
        packet = replace(kept.packet, id=PacketId(kept.id))
        known = self._support(packet.school) if packet.is_draft else None
        return replace(packet, support=known.support) if known else packet

    async def packets(self, numbers: Sequence[int]) -> Mapping[PacketId, Packet]:
        return {one.id: one for one in self._all(lambda it: it.id in numbers)}

    async def of_author(self, person: PersonId) -> Sequence[Packet]:
        return self._all(lambda it: it.by == person)

    async def of_school(self, school: SchoolId) -> Sequence[Packet]:
        return self._all(lambda it: it.school == school and not it.is_draft)

    async def to_be_asked(self, school: SchoolId, day: date) -> Sequence[Packet]:
        sent = self._all(lambda it: it.school == school and it.state is PacketState.SENT)
        return [one for one in sent if one.ask_on is not None and one.ask_on <= day]

    async def fill(self, packet: Packet, *, at: datetime) -> bool:
        changed = {"account": packet.account, "story": packet.story}
        return self._changed(packet.id, PacketState.DRAFT, at, **changed)

    async def send(self, packet: Packet, way: Way, *, at: datetime) -> bool:
        letter = LetterState.WAITING if way is Way.MAIL else LetterState.NONE
        return self._changed(
            packet.id,
            PacketState.DRAFT,
            at,
            support=packet.support,
            state=PacketState.SENT,
            way=way,
            letter=letter,
            sent_at=at,
        )

    async def drop(self, packet: PacketId, *, at: datetime) -> bool:
        kept = self.world.standing(KeptPacket, packet)
        if kept is None or not kept.packet.is_draft:
            return False
        self.world.change(kept, gone_at=at)
        return True

    async def stand(
        self, packet: PacketId, state: PacketState, *, after: PacketState, at: datetime
    ) -> bool:
        return self._changed(packet, after, at, state=state)

    def _changed(self, packet: int, after: PacketState, at: datetime, **changed: Any) -> bool:
        kept = self.world.standing(KeptPacket, packet)
        if kept is None or kept.packet.state is not after:
            return False
        self.world.change(kept, packet=replace(kept.packet, **changed), changed_at=at)
        return True

    async def note(self, packet: PacketId, number: str, *, at: datetime) -> None:
        self._keep(packet, at, number=number)

    async def ask_on(self, packet: PacketId, day: date | None, *, at: datetime) -> None:
        self._keep(packet, at, ask_on=day)

    def _keep(self, packet: int, at: datetime, **changed: Any) -> None:
        kept = self.world.get(KeptPacket, packet)
        assert kept is not None
        self.world.change(kept, packet=replace(kept.packet, **changed), changed_at=at)

    async def claim_letter(
        self, *, at: datetime, lost_before: datetime, but: Collection[PacketId] = ()
    ) -> Packet | None:
        for one in self._letters(LetterState.SENDING):
            if one.changed_at < lost_before:
                self._keep(one.id, at, letter=LetterState.UNKNOWN)
        waiting = [one.id for one in self._letters(LetterState.WAITING) if one.id not in but]
        if not waiting:
            return None
        self._keep(waiting[0], at, letter=LetterState.SENDING)
        return self._all(lambda it: it.id == waiting[0])[0]

    def _letters(self, state: LetterState) -> list[KeptPacket]:
        return list(self.world.all(KeptPacket, lambda it: it.packet.letter is state))

    async def settle_letter(self, packet: PacketId, ending: LetterState, *, at: datetime) -> bool:
        kept = self.world.get(KeptPacket, packet)
        if kept is None or kept.packet.letter is not LetterState.SENDING:
            return False
        again: dict[str, Any] = {"state": PacketState.DRAFT, "sent_at": None}
        is_refused = ending is LetterState.REFUSED
        self._keep(packet, at, letter=ending, **(again if is_refused else {}))
        return True
