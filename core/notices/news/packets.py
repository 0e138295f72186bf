"""What the author of a packet is told: its letter was refused, or it is time to ask again (H3)."""

from dataclasses import dataclass
from typing import Final

from core.access.people import Name
from core.helpdesk.vendor.packet import Packet
from core.ids import PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class PacketNews:
    """A packet as it stands now; `refused` where its letter was, else it is to be asked again."""

    about: PupilId
    child: Name
    packet: Packet
    refused: bool


PACKET_KINDS: Final = frozenset({NoticeKind.PACKET_REFUSED, NoticeKind.PACKET_DUE})
"""The kinds of notices that tell such news."""
