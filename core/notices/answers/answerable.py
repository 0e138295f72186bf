"""The rows of the ledger that must be acknowledged, as others ask about them."""

from collections.abc import Sequence
from typing import Protocol

from core.ids import NoticeId, PersonId, PupilId
from core.notices.ledger import Notice, NoticeKind, Settled


class Answerable(Protocol):
    """Forecasts and warnings in the ledger: to whom each went, and what became of it."""

    async def one(self, notice: NoticeId) -> Notice | None:
        """Return a notice that must be acknowledged."""
        ...

    async def about(
        self, kind: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[Settled]:
        """Return the rows about records of the pupils, oldest first."""
        ...

    async def unanswered(self, person: PersonId, pupils: Sequence[PupilId]) -> Sequence[Notice]:
        """Return what the person got about the pupils and has not acknowledged, oldest first."""
        ...

    async def unrepeated(self) -> Sequence[Notice]:
        """Return what may not have arrived, and has not been written once more yet."""
        ...
