"""What the dialogues about a ticket keep: of which one words are awaited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from core.ids import TicketId


@dataclass(frozen=True, slots=True)
class OfTicket:
    """Of which ticket words are awaited; `stars` is the rating that they go with."""

    ticket: TicketId
    stars: int = 0

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return it as it was kept."""
        return cls(TicketId(data["ticket"]), data["stars"])

    def data(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {"ticket": self.ticket, "stars": self.stars}
