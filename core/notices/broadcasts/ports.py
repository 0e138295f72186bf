"""What following a broadcast needs of the ledger, and of the cards that show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import Channel
from core.ids import AccountId, BroadcastId, PersonId, SchoolId
from core.messages.broadcasts.facts import Told
from core.notices.ledger import Change, Draft, Ending


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of the ledger about a broadcast; None where it has not ended yet."""

    person: PersonId
    change: Change
    ending: Ending | None
    reason: str = ""
    channel: Channel | None = None


class BroadcastLedger(Protocol):
    """The ledger, as a broadcast asks about it."""

    async def tellings(self, broadcast: BroadcastId) -> Sequence[Telling]:
        """Return what was told of it, oldest first; reminders are none of it."""
        ...

    async def reached(self, broadcast: BroadcastId) -> Sequence[Told]:
        """Return to whom something of it has left, or may have: each person once."""
        ...

    async def unrepeated(self, school: SchoolId, *, now: datetime) -> Sequence[Draft]:
        """Return what asks for an answer, may not have arrived, and was not told once more."""
        ...


@dataclass(frozen=True, slots=True)
class LiveCard:
    """A message that shows how a broadcast goes; only the messenger understands its id.

    `shown` is the pulse that it shows.
    """

    school: SchoolId
    broadcast: BroadcastId
    account: AccountId
    message_id: str
    shown: str = ""


class Cards(Protocol):
    """The cards that edit themselves: one of a broadcast for each account that looks at it."""

    async def follow(self, card: LiveCard, *, at: datetime, until: datetime) -> None:
        """Let a message be a card from now on; the account's earlier one is none any more."""
        ...

    async def followed(self, *, now: datetime, shown_before: datetime) -> Sequence[LiveCard]:
        """Return the cards that were shown before an instant and are still followed."""
        ...

    async def pulses(self, broadcasts: Sequence[BroadcastId]) -> Mapping[BroadcastId, str]:
        """Return for each broadcast what changes whenever its numbers do."""
        ...

    async def take(self, card: LiveCard, *, pulse: str, at: datetime) -> bool:
        """Note that a card is being shown; say whether no other process was faster."""
        ...

    async def forget(self, card: LiveCard) -> None:
        """Follow a card no more."""
        ...
