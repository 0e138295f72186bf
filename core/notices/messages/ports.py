"""What messages need of the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.ids import MessageId, PersonId, SchoolId


@dataclass(frozen=True, slots=True)
class Lost:
    """A message that did not reach somebody, or may not have, and whose it is."""

    school: SchoolId
    message: MessageId
    by: PersonId
    to: PersonId


class MessageLedger(Protocol):
    """The ledger, as threads ask about it."""

    async def delivered_as(self, persons: Sequence[PersonId], message_id: str) -> MessageId | None:
        """Return which message came to one of the persons under the messenger's id."""
        ...

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        ...

    async def untold(self, school: SchoolId) -> Sequence[Lost]:
        """Return what did not arrive, or may not have, and its writer was not told of yet."""
        ...
