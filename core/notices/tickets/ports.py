"""What requests for help need of the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.ids import PersonId, SchoolId, TicketEntryId, TicketId


@dataclass(frozen=True, slots=True)
class LostWords:
    """Words that did not reach somebody, or may not have, and whose they are."""

    school: SchoolId
    entry: TicketEntryId
    by: PersonId
    to: PersonId


class TicketLedger(Protocol):
    """The ledger, as tickets ask about it."""

    async def came_as(self, persons: Sequence[PersonId], message_id: str) -> TicketId | None:
        """Return of which ticket one of the persons was told under the messenger's id."""
        ...

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        ...

    async def untold(self, school: SchoolId) -> Sequence[LostWords]:
        """Return answers that did not arrive, or may not have; their writer was not told yet.

        What an asker said is kept whoever was told of it: somebody answers it, and it is not lost.
        """
        ...
