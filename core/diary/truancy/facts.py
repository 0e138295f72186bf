"""What happens about lessons missed without good reason, in the past tense."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import PupilId, TruancyId


@dataclass(frozen=True, slots=True)
class TruancyDrafted(Fact):
    """A warning about missed lessons waits for the class teacher's word."""

    pupil: PupilId
    warning: TruancyId


@dataclass(frozen=True, slots=True)
class TruancyWaits(Fact):
    """A draft waits for too long; `is_late`: the class teacher was reminded in vain (F12)."""

    pupil: PupilId
    warning: TruancyId
    is_late: bool


@dataclass(frozen=True, slots=True)
class TruancyUnread(Fact):
    """An alert did not reach the family in time: the class teacher hands out paper (F10)."""

    pupil: PupilId
    warning: TruancyId


@dataclass(frozen=True, slots=True)
class TruancyTold(Fact):
    """The class teacher alerts the guardians to lessons missed without good reason (C4.3.10)."""

    pupil: PupilId
    warning: TruancyId
