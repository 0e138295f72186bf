"""What happens to a packet that its author must hear of."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import PacketId, PersonId


@dataclass(frozen=True, slots=True)
class PacketRefused(Fact):
    """The letter was not taken: the packet is a draft again."""

    packet: PacketId
    author: PersonId
