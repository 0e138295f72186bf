"""What happened, in the past tense, with its school and time; and the port that hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.ids import PersonId, SchoolId


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made a record: an import, or a person. Neither overwrites the other in silence."""

    person: PersonId | None = None

    @property
    def is_import(self) -> bool:
        """Say whether the record came from the school's files."""
        return self.person is None


BY_IMPORT = Origin()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened at a school at an instant of the program's time."""

    school: SchoolId
    at: datetime
    by: Origin


class Facts(Protocol):
    """Hears what happened, within the transaction in which it happened."""

    async def record(self, facts: Sequence[Fact]) -> None:
        """Take note of the facts, in their order."""
        ...


class Unheard:
    """Nobody listens: the first import of a school, which tells nobody anything."""

    async def record(self, facts: Sequence[Fact]) -> None:
        """Let the facts pass."""


@dataclass(frozen=True, slots=True)
class Everyone:
    """Several listen: each hears all facts, one after the other, in the same transaction."""

    listeners: tuple[Facts, ...]

    async def record(self, facts: Sequence[Fact]) -> None:
        """Let each listener take note."""
        for one in self.listeners:
            await one.record(facts)
