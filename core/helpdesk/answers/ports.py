"""What known answers need kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.helpdesk.answers.known import KnownAnswer, Ref, Seen, Wording
from core.ids import KnownAnswerId, PersonId, SchoolId


class KnownAnswers(Protocol):
    """The known answers of schools; of the bot's own ones only what a school did with them."""

    async def of_school(self, school: SchoolId) -> Sequence[KnownAnswer]:
        """Return what is kept, retired ones too, the oldest first."""
        ...

    async def add(
        self, school: SchoolId, words: Wording, *, by: PersonId, at: datetime
    ) -> KnownAnswerId:
        """Keep a new one."""
        ...

    async def change(
        self, school: SchoolId, seen: Seen, words: Wording, *, by: PersonId, at: datetime
    ) -> bool:
        """Say one of a school in other words; return False where it was changed since seen."""
        ...

    async def retire(
        self, school: SchoolId, ref: Ref, *, retired: bool, by: PersonId, at: datetime
    ) -> None:
        """Offer one no more, or again."""
        ...

    async def count(self, school: SchoolId, ref: Ref, *, at: datetime) -> None:
        """Count that one helped somebody."""
        ...
