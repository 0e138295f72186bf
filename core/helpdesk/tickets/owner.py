"""Who answers for a ticket: exactly one of three, at any moment."""

from dataclasses import dataclass
from typing import assert_never

from core.helpdesk.duty.shift import ShiftKey
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class Consultant:
    """A consultant has it, in a shift that goes on, or one that comes: some take it ahead."""

    person: PersonId
    shift: ShiftKey


@dataclass(frozen=True, slots=True)
class Queue:
    """It waits for a window; with a `person`, for this one in it and for nobody else."""

    shift: ShiftKey
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Administrator:
    """The administrators of the journal have it, or the one among them who took it."""

    person: PersonId | None = None


Owner = Consultant | Queue | Administrator
"""Who answers for a ticket."""


def person_of(owner: Owner) -> PersonId | None:
    """Return who has a ticket in hand; None while nobody took it."""
    match owner:
        case Consultant(person=person) | Administrator(person=person):
            return person
        case Queue():
            return None
        case _:
            assert_never(owner)


def shift_of(owner: Owner) -> ShiftKey | None:
    """Return in which shift a ticket is answered; the administrator has none."""
    return None if isinstance(owner, Administrator) else owner.shift
