"""What is said by itself and only once: each occasion is noted before it is told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.ids import SchoolId


class Reminders(Protocol):
    """Occasions that were noted; a tick that runs twice finds them noted."""

    async def note(
        self, school: SchoolId, what: str, keys: Sequence[str], *, at: datetime
    ) -> frozenset[str]:
        """Note occasions of a kind; return those that were not noted before."""
        ...

    async def unnoted(self, school: SchoolId, what: str, keys: Sequence[str]) -> frozenset[str]:
        """Return those occasions of a kind that `note` would return, and note nothing."""
        ...
