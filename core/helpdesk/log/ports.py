"""What the log of consultations needs kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.access.people import Name
from core.helpdesk.log.chain import Head, LogRow
from core.ids import PersonId, SchoolId, SourceId


class ConsultationLog(Protocol):
    """The log of a school: rows are added, and neither changed nor taken away."""

    async def head(self, school: SchoolId) -> Head:
        """Return the last row, and let nobody else add one until this turn is over.

        Where rows were cut off it is the last one that was noted: what follows fills no gap.
        """
        ...

    async def append(self, school: SchoolId, rows: Sequence[LogRow]) -> None:
        """Add rows that follow on the head, and note the last of them apart from the log."""
        ...

    async def noted(self, school: SchoolId) -> Head:
        """Return the last head that was noted when rows were added."""
        ...

    async def first_lost(self, school: SchoolId) -> Head | None:
        """Return the first noted head whose row the log has not, or has otherwise."""
        ...

    async def after(self, school: SchoolId, number: int, *, most: int) -> Sequence[LogRow]:
        """Return the rows after a number, in their order: for a check, page by page."""
        ...

    async def between(
        self, school: SchoolId, since: datetime, until: datetime
    ) -> Sequence[LogRow]:
        """Return the rows of a stretch of time, in their order."""
        ...

    async def closed(
        self, school: SchoolId, *, consultant: SourceId | None, most: int
    ) -> Sequence[LogRow]:
        """Return the rows of closings, the latest first; of one consultant, or of all (None)."""
        ...

    async def row(self, school: SchoolId, number: int) -> LogRow | None:
        """Return a row by its number."""
        ...

    async def corrections(self, school: SchoolId, numbers: Sequence[int]) -> Sequence[LogRow]:
        """Return the rows that correct those of some numbers, in their order."""
        ...

    async def names(
        self, school: SchoolId, persons: Sequence[SourceId]
    ) -> Mapping[SourceId, Name]:
        """Return how persons are called whom the log names, also those who left."""
        ...

    async def sources(self, persons: Sequence[PersonId]) -> Mapping[PersonId, SourceId]:
        """Return by which ids the school's files know persons."""
        ...
