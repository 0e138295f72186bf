"""Of a packet somebody hears that its letter was refused, and when to ask again (H3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.clock import Clock
from core.facts import Fact
from core.helpdesk.tickets.ports import Tickets
from core.helpdesk.vendor.facts import PacketRefused
from core.helpdesk.vendor.owners import owners_of
from core.helpdesk.vendor.packet import Packet
from core.helpdesk.vendor.ports import Packets
from core.ids import PacketId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery

_ASKED: Final = "vendor-packet"
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class TellPackets:
    """Turns a refused letter into a row of the outbox for its author."""

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each."""
        drafts = [
            _draft(fact.school, fact.author, fact.packet, NoticeKind.PACKET_REFUSED, fact.at)
            for fact in facts
            if isinstance(fact, PacketRefused)
        ]
        if drafts:
            await self.outbox.put(drafts)


@dataclass(frozen=True, slots=True)
class RemindOfPackets:
    """A tick: on the day to ask again, and each week after, the keeper of a packet hears of it.

    That is, while it has no answer, the owner of the ticket for which it went out, or its author.
    """

    packets: Packets
    tickets: Tickets
    outbox: Outbox
    reminders: Reminders
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether there is one of which nobody was reminded for its day."""
        due = await self._to_be_asked(school)
        return bool(await self.reminders.unnoted(school.school, _ASKED, list(due)))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Remind those of a school."""
        now, due = self.clock.now(), await self._to_be_asked(school)
        if not due:
            return
        new = await self.reminders.note(school.school, _ASKED, list(due), at=now)
        told = [one for key, one in due.items() if key in new]
        owners = await owners_of(self.tickets, told)
        drafts = [
            _draft(one.school, owners.get(one.id, one.by), one.id, NoticeKind.PACKET_DUE, now)
            for one in told
        ]
        if drafts:
            await self.outbox.put(drafts)

    async def _to_be_asked(self, school: SchoolDelivery) -> Mapping[str, Packet]:
        """Return what the vendor is to be asked for again by now, as it is noted."""
        local = self.clock.now().astimezone(school.zone)
        if local.time() < FROM:
            return {}
        found = await self.packets.to_be_asked(school.school, local.date())
        return {_key(one, local.date()): one for one in found}


def _key(packet: Packet, day: date) -> str:
    weeks = (day - packet.ask_on).days // _WEEK if packet.ask_on else 0
    return f"{packet.id}:{packet.ask_on}:{weeks}"


def _draft(
    school: SchoolId, person: PersonId, packet: PacketId, kind: NoticeKind, at: datetime
) -> Draft:
    return Draft(
        school=school,
        recipient=person,
        # It is about nobody's child: about whom it is told.
        about=PupilId(person),
        kind=kind,
        subject=packet,
        change=Change.NEW,
        happened_at=at,
    )
