"""What messages about excuses and searches tell, as these stand when they are told."""

from dataclasses import dataclass
from datetime import date

from core.access.people import Name
from core.diary.excuses.rules import Excuse, ExcuseState
from core.ids import PupilId


@dataclass(frozen=True, slots=True)
class ClaimNews:
    """For the class teacher: a family gave a reason, or announced an absence; `who` said so.

    Or it took back what the class teacher had accepted: the state of the `excuse` says which.
    `stands_in`: the class has no class teacher here, and somebody else decides.
    """

    about: PupilId
    child: Name
    who: Name
    excuse: Excuse
    stands_in: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether it is to be decided."""
        return self.excuse.state is ExcuseState.WAITING


@dataclass(frozen=True, slots=True)
class DecisionNews:
    """For the guardian who claimed: what the class teacher decided."""

    about: PupilId
    child: Name
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class SearchNews:
    """For class teacher and administration: the family does not know where a pupil is.

    `found`: that is over, which who asked hears too; `seen`: by the journal. `who` said so, where
    that is to be told: what is said within a family stays there. `class_title` is empty for who
    is in no class.
    """

    about: PupilId
    child: Name
    class_title: str
    who: Name | None
    day: date
    found: bool
    seen: bool = False


ExcuseNews = ClaimNews | DecisionNews | SearchNews
