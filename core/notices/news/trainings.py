"""What is told of trainings: invitations, reminders, and that a quarter has none (H6)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from core.access.people import Name
from core.access.zones import Zones
from core.helpdesk.training.training import Reply, Training
from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import NoticeKind


class Occasion(StrEnum):
    """Why a guest hears of a training."""

    INVITED = "invited"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True)
class TrainingNews:
    """A training as it stands now; `before` is when it was to begin, where it was moved."""

    about: PupilId
    child: Name
    training: Training
    person: PersonId
    occasion: Occasion
    zones: Zones
    reply: Reply | None = None
    before: datetime | None = None

    @property
    def stands(self) -> bool:
        """Say whether it takes place."""
        return self.training.stands


@dataclass(frozen=True, slots=True)
class NoTrainingNews:
    """A quarter that ends soon still lacks trainings; `about` is the administrator who hears."""

    about: PupilId
    child: Name
    school: SchoolId
    term: str
    ends: date


TrainingTold = TrainingNews | NoTrainingNews

TRAINING_KINDS: Final = frozenset(
    {NoticeKind.TRAINING, NoticeKind.TRAINING_REMINDER, NoticeKind.TRAINING_LACKING}
)
"""The kinds of notices that tell such news."""
