"""What can happen to a notice that others must hear of."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class FamilyUnreachable(Fact):
    """A person takes no messages any more: the class teacher hears, and paper takes over (F10)."""

    person: PersonId
