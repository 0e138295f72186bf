"""What messages about excuses and searches tell, as these stand when they are told."""

from dataclasses import dataclass
from datetime import date

from core.access.people import Name
from core.diary.excuses.rules import Excuse
from core.ids import PupilId


@dataclass(frozen=True, slots=True)
class ClaimNews:
    """For the class teacher: a family gave a reason, or announced an absence; `who` said so."""

    about: PupilId
    child: Name
    who: Name
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class DecisionNews:
    """For the guardian who claimed: what the class teacher decided."""

    about: PupilId
    child: Name
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class SearchNews:
    """For class teacher and administration: the family does not know where a pupil is.

    `found`: it knows again. `class_title` is empty for who is in no class.
    """

    about: PupilId
    child: Name
    class_title: str
    who: Name
    day: date
    found: bool


ExcuseNews = ClaimNews | DecisionNews | SearchNews
