"""What tickets need kept and known. Adapters live in storage, fakes in tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import Name
from core.helpdesk.duty.asking import DutyPerson
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.tickets.owner import Owner
from core.helpdesk.tickets.ticket import Asking, Entry, EntryKind, EntryVersion, Standing, Ticket
from core.ids import AccountId, CourseId, PersonId, SchoolId, TicketEntryId, TicketId
from core.messages.content import Content


class Schedules(Protocol):
    """The duty schedules of schools, and who of those whom they name is there."""

    async def schedule(self, school: SchoolId) -> DutySchedule:
        """Return a school's schedule with all that changes it."""
        ...

    async def schools_with_windows(self, begin: datetime, end: datetime) -> Sequence[SchoolId]:
        """Return the schools where a window may begin between instants, by their clocks.

        One cheap question about all of them: holidays and days off do not count.
        """
        ...

    async def people(self, school: SchoolId) -> Sequence[DutyPerson]:
        """Return whom the schedule names, and whether messages arrive there."""
        ...


@dataclass(frozen=True, slots=True)
class Changed:
    """A ticket as it was read, and how it shall stand from now on."""

    ticket: Ticket
    standing: Standing


@dataclass(frozen=True, slots=True)
class Had:
    """Who had a ticket since an instant, by name where one person had it in hand."""

    owner: Owner
    since: datetime
    name: Name | None = None


class Tickets(Protocol):
    """Tickets as they stand; none is ever deleted, and none changed by two at once."""

    async def open(self, asking: Asking, standing: Standing, *, at: datetime) -> TicketId:
        """Keep a new ticket."""
        ...

    async def change(self, changes: Sequence[Changed], *, at: datetime) -> frozenset[TicketId]:
        """Make tickets stand otherwise, but for those that changed since they were read.

        Return which of them do.
        """
        ...

    async def tickets(self, numbers: Sequence[TicketId]) -> Mapping[TicketId, Ticket]:
        """Return tickets as they stand."""
        ...

    async def under_way(self, school: SchoolId) -> Sequence[Ticket]:
        """Return what has to be answered still, the oldest first."""
        ...

    async def schools_in_need(self) -> Sequence[SchoolId]:
        """Return the schools with a ticket that is under way, or answered and not closed."""
        ...

    async def answered_before(self, school: SchoolId, at: datetime) -> Sequence[Ticket]:
        """Return what was answered by then and is neither confirmed nor opened again."""
        ...

    async def in_hand(self, persons: Sequence[PersonId]) -> Sequence[Ticket]:
        """Return the open tickets that persons have in hand, the oldest first."""
        ...

    async def load(self, school: SchoolId) -> Mapping[PersonId, int]:
        """Return how many open tickets each consultant has who has any."""
        ...

    async def of_asker(self, persons: Sequence[PersonId], *, most: int) -> Sequence[Ticket]:
        """Return what persons asked: what is not closed first, then the latest."""
        ...

    async def asked_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """Return when a person asked since an instant, the earliest first."""
        ...

    async def in_course(self, persons: Sequence[PersonId], course: CourseId) -> bool:
        """Say whether one of the persons learns in a course or teaches it."""
        ...

    async def merged_into(self, tickets: Sequence[TicketId]) -> Sequence[Ticket]:
        """Return what was merged into tickets, the oldest first."""
        ...

    async def owners(self, ticket: TicketId) -> Sequence[Had]:
        """Return who had a ticket, the first owner first and the one of now last."""
        ...

    async def ahead_of(self, owner: Owner, school: SchoolId, ticket: TicketId) -> int:
        """Return how many open tickets of an owner came before this one; urgent ones go first."""
        ...


class TicketWords(Protocol):
    """What was said in tickets, version by version; nothing is ever deleted."""

    async def say(
        self, ticket: Ticket, kind: EntryKind, content: Content, *, by: PersonId, at: datetime
    ) -> TicketEntryId:
        """Keep what somebody said."""
        ...

    async def revise(
        self, entry: TicketEntryId, content: Content, *, after: int, at: datetime
    ) -> bool:
        """Add a version after the one named; say whether that was the latest."""
        ...

    async def entries(self, numbers: Sequence[TicketEntryId]) -> Mapping[TicketEntryId, Entry]:
        """Return entries in their latest versions."""
        ...

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, Sequence[Entry]]:
        """Return all that was said in tickets, the first words first."""
        ...

    async def versions(self, entry: TicketEntryId) -> Sequence[EntryVersion]:
        """Return what an entry said in each of its versions, the first one first."""
        ...


class TicketOriginals(Protocol):
    """Which message of the messenger became which entry: for later edits."""

    async def note(
        self,
        account: AccountId,
        originals: Sequence[str],
        entry: TicketEntryId,
        *,
        school: SchoolId,
    ) -> None:
        """Keep what the messenger calls the words (first, or empty) and each of the files."""
        ...

    async def find(self, account: AccountId, original: str) -> tuple[TicketEntryId, int] | None:
        """Return the entry and which part of it: 0 for the words, then the files."""
        ...
