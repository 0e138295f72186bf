"""What happens to a training that its guests must hear of."""

from dataclasses import dataclass
from datetime import datetime

from core.facts import Fact
from core.helpdesk.training.training import Guest
from core.ids import TrainingId


@dataclass(frozen=True, slots=True)
class TrainingFact(Fact):
    """Something happened to a training; nobody needs to hear it after `until`."""

    training: TrainingId
    until: datetime
    guests: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class TrainingPlanned(TrainingFact):
    """The guests are invited."""


@dataclass(frozen=True, slots=True)
class TrainingMoved(TrainingFact):
    """It takes place at another time or elsewhere; `before` is when it was to begin."""

    before: datetime


@dataclass(frozen=True, slots=True)
class TrainingCalledOff(TrainingFact):
    """It does not take place."""
