"""What bringing notices out needs kept and known."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from core.access.directory import Directory
from core.ids import SchoolId
from core.notices.ports import DeliveryRules, Outbox


class Pauses(Protocol):
    """Keeps over a restart what a 429 stopped: a chat, or everything."""

    async def set(self, scope: str, until: datetime) -> None:
        """Keep that the scope rests until the instant."""
        ...

    async def all(self, *, now: datetime) -> Mapping[str, datetime]:
        """Return what still rests."""
        ...


class SentFiles(Protocol):
    """By what the channel keeps files that went up, each known by the digest of its content."""

    async def keep(self, school: SchoolId, digest: str, reference: str, *, at: datetime) -> None:
        """Keep by what the channel keeps a file; the last word counts."""
        ...

    async def reference(self, school: SchoolId, digest: str) -> str | None:
        """Return by what the channel keeps the very file; None for one that never went up."""
        ...


class Books(Protocol):
    """What the relay and its deliveries need of a transaction."""

    @property
    def outbox(self) -> Outbox:
        """Return the ledger."""
        ...

    @property
    def directory(self) -> Directory:
        """Return who is who."""
        ...

    @property
    def pauses(self) -> Pauses:
        """Return what a 429 stopped."""
        ...

    @property
    def sent_files(self) -> SentFiles:
        """Return what the channel keeps of files."""
        ...

    @property
    def delivery(self) -> DeliveryRules:
        """Return each school's rules."""
        ...
