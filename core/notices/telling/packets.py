"""The author of a packet hears that its letter was refused, and when to ask again (H3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.clock import Clock
from core.facts import Fact
from core.helpdesk.vendor.facts import PacketRefused
from core.helpdesk.vendor.ports import Packets
from core.ids import PacketId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery

_ASKED: Final = "vendor-packet"


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
    """A tick: on the day to ask again the author of a packet without an answer hears, once."""

    packets: Packets
    outbox: Outbox
    reminders: Reminders
    clock: Clock

    async def __call__(self, school: SchoolDelivery) -> None:
        """Remind the authors of a school."""
        now = self.clock.now()
        local = now.astimezone(school.zone)
        if local.time() < FROM:
            return
        found = await self.packets.to_be_asked(school.school, local.date())
        due = {f"{one.id}:{one.ask_on}": one for one in found}
        if not due:
            return
        new = await self.reminders.note(school.school, _ASKED, list(due), at=now)
        drafts = [
            _draft(one.school, one.by, one.id, NoticeKind.PACKET_DUE, now)
            for key, one in due.items()
            if key in new
        ]
        if drafts:
            await self.outbox.put(drafts)


def _draft(
    school: SchoolId, author: PersonId, packet: PacketId, kind: NoticeKind, at: datetime
) -> Draft:
    return Draft(
        school=school,
        recipient=author,
        # It is about nobody's child: about whom it is told.
        about=PupilId(author),
        kind=kind,
        subject=packet,
        change=Change.NEW,
        happened_at=at,
    )
