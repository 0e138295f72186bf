"""One consultant asks another to stand in, and the other says yes or no; or both swap (H2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.access.people import Name
from core.errors import RuleBroken
from core.facts import Fact
from core.helpdesk.duty.window import StandIn
from core.ids import PersonId, SchoolId, StandInId


class DutyChanged(RuleBroken):
    """The schedule was changed by somebody else in the meantime, or the turn is over."""

    code = "duty-changed"


class StandInState(StrEnum):
    """Where somebody's standing in is: only what is agreed changes the schedule."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class AskedStandIn:
    """Somebody's standing in as it is kept; `pair` is the same for both parts of a swap."""

    id: StandInId
    school: SchoolId
    of: StandIn
    state: StandInState
    by: PersonId
    at: datetime
    pair: str = ""


@dataclass(frozen=True, slots=True)
class NewStandIn:
    """Somebody is to stand in: agreed at once where the administration says so."""

    school: SchoolId
    of: StandIn
    state: StandInState
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class DutyPerson:
    """Who has to do with the schedule: whether a consultant now, and whether messages arrive."""

    person: PersonId
    name: Name
    is_consultant: bool
    is_reachable: bool

    @property
    def is_here(self) -> bool:
        """Say whether a ticket may go there: a window outlives the role of who had it."""
        return self.is_consultant and self.is_reachable


@dataclass(frozen=True, slots=True)
class StandInMoved(Fact):
    """A stand-in was asked for, agreed, declined or taken back: `to` are those who hear."""

    stand_in: StandInId
    to: tuple[PersonId, ...]
