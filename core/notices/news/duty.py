"""What consultants are told of standing in for each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.access.people import Name
from core.access.zones import Zones
from core.helpdesk.duty.asking import AskedStandIn
from core.helpdesk.duty.shift import Shift
from core.ids import PersonId, PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class StandInNews:
    """A stand-in was asked for, agreed, declined or taken back; `about` is who hears.

    `shift` is the turn as it stands, `exchange` the other one of a swap.
    """

    about: PupilId
    child: Name
    asked: AskedStandIn
    shift: Shift
    exchange: Shift | None
    zones: Zones
    names: Mapping[PersonId, Name]
    told_at: datetime

    @property
    def is_to_taker(self) -> bool:
        """Say whether it is told to who stands in."""
        return self.about == self.asked.of.taker


DUTY_KINDS: Final = frozenset({NoticeKind.STAND_IN})
"""The kinds of notices that tell such news."""
