"""What there is to tell of packets, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.helpdesk.tickets.ports import Tickets
from core.helpdesk.vendor.owners import owners_of
from core.helpdesk.vendor.packet import LetterState, Packet, PacketState
from core.helpdesk.vendor.ports import Packets
from core.ids import NoticeId, PacketId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.packets import PacketNews


@dataclass(frozen=True, slots=True)
class GatherPackets:
    """Looks up packets; one that was answered or sent again meanwhile is told no more."""

    packets: Packets
    tickets: Tickets
    names: Names

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, PacketNews]:
        """Return what there is to say of each notice."""
        found = await self.packets.packets([row.draft.subject for row in rows])
        names = await self.names.names([row.draft.recipient for row in rows])
        owners = await owners_of(self.tickets, found.values())
        refused = kind is NoticeKind.PACKET_REFUSED
        return {
            row.id: PacketNews(row.draft.about, names[row.draft.recipient], packet, refused)
            for row in rows
            if (packet := found.get(PacketId(row.draft.subject)))
            and row.draft.recipient in {packet.by, owners.get(packet.id)}
            and row.draft.recipient in names
            and _is_so(packet, refused=refused)
        }


def _is_so(packet: Packet, *, refused: bool) -> bool:
    if refused:
        return packet.is_draft and packet.letter is LetterState.REFUSED
    return packet.state is PacketState.SENT
