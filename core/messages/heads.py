"""Who answers for a school, as messages of any kind need to know it."""

from collections.abc import Sequence
from typing import Protocol

from core.ids import PersonId, SchoolId


class Heads(Protocol):
    """Who answers for a school."""

    async def administration(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked heads, deputy heads and administrators of the school."""
        ...
