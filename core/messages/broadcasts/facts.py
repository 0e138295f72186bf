"""What happens to a broadcast that others must hear of."""

from dataclasses import dataclass
from datetime import datetime

from core.facts import Fact
from core.ids import BroadcastId, PersonId, PupilId

Told = tuple[PersonId, PupilId]
"""Who is told, and as whose family; each person once."""


@dataclass(frozen=True, slots=True)
class BroadcastFact(Fact):
    """Something happened to a broadcast; it counts until an instant."""

    broadcast: BroadcastId
    until: datetime


@dataclass(frozen=True, slots=True)
class BroadcastSent(BroadcastFact):
    """It was sent, or sent on to who came in later; an `urgent` one minds no quiet hours."""

    hearers: tuple[Told, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class BroadcastCorrected(BroadcastFact):
    """Its words are others now."""

    urgent: bool = False


@dataclass(frozen=True, slots=True)
class BroadcastWithdrawn(BroadcastFact):
    """It was taken back; a withdrawal as `urgent` as the emergency itself minds no quiet hours.

    Where somebody else did it, the `author` hears, sent or not: nobody counts on words that
    families do not have any more.
    """

    urgent: bool = False
    author: PersonId | None = None


@dataclass(frozen=True, slots=True)
class BroadcastStopped(BroadcastFact):
    """Its time had come, and who set it may not speak to these families any more.

    The author hears as well as the administration: nobody counts on words that never went.
    """

    author: PersonId
    heads: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class BroadcastUnheard(BroadcastFact):
    """Its time had come, and there was nobody who could be told: its author hears that."""

    author: PersonId


@dataclass(frozen=True, slots=True)
class BroadcastReminded(BroadcastFact):
    """Who has not answered is reminded, perhaps without a sound."""

    hearers: tuple[Told, ...]
    silent: bool = False


@dataclass(frozen=True, slots=True)
class BroadcastOverdue(BroadcastFact):
    """Its time is over and families have not answered: `to` get the list for calls."""

    to: tuple[PersonId, ...]
