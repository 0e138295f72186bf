"""What became of a cell of the journal, and what of it a family does not know yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

C = TypeVar("C")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class CellChange(Generic[C, V]):
    """A cell was filled (`before` None), put right, or emptied (`value` None)."""

    cell: C
    at: datetime
    before: V | None
    value: V | None


@dataclass(frozen=True, slots=True)
class CellNews(Generic[C, V]):
    """What a cell holds that the family does not know yet, and (if any) what it knew instead."""

    cell: C
    value: V | None
    before: V | None = None
