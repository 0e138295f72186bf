"""What happened to an account in strange hands."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import BreachId


@dataclass(frozen=True, slots=True)
class BreachReported(Fact):
    """An account was shut out, and what it did is void: who leads the school hears (E3 4.3)."""

    breach: BreachId
