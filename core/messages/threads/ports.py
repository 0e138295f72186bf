"""What threads need kept and known. Adapters live in storage, fakes in tests."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.access.people import Child
from core.ids import AccountId, MessageId, PersonId, PupilId, SchoolId, ThreadId
from core.journal.calendar import SchoolDays
from core.messages.content import Content
from core.messages.threads.rules import Party, Teaching
from core.messages.threads.thread import Message, Sides, Thread, Version
from core.regulation.forms import QuietHours


class Threads(Protocol):
    """Threads, and what was said in them; nothing is ever deleted."""

    async def begin(self, school: SchoolId, sides: Sides, *, by: PersonId, at: datetime) -> Thread:
        """Keep a thread in which nothing is said yet, or return the one that others just began."""
        ...

    async def between(self, sides: Sides) -> Thread | None:
        """Return the thread of two persons about a child and a subject, if there is one."""
        ...

    async def threads(self, numbers: Sequence[ThreadId]) -> Mapping[ThreadId, Thread]:
        """Return threads as they stand."""
        ...

    async def of(self, persons: Sequence[PersonId], *, most: int) -> Sequence[Thread]:
        """Return the threads of persons: those that wait first, then the latest."""
        ...

    async def waiting(self, keepers: Sequence[PersonId]) -> int:
        """Return in how many threads an answer of these persons is awaited."""
        ...

    async def say(
        self,
        thread: Thread,
        content: Content,
        *,
        by: PersonId,
        at: datetime,
        waits: bool,
        urgent: bool = False,
    ) -> MessageId | None:
        """Keep a message; the thread waits for an answer from now on, or no more.

        None where somebody else keeps the thread by now.
        """
        ...

    async def hand_over(
        self, thread: Thread, to: PersonId, *, by: PersonId, at: datetime
    ) -> MessageId | None:
        """Let another keep a thread; None where somebody else did so in between."""
        ...

    async def settle(self, thread: ThreadId, last: Message) -> bool:
        """Let a thread wait no more, but for what was said after a message; say whether it did."""
        ...

    async def revise(
        self, message: MessageId, content: Content, *, after: int, at: datetime
    ) -> bool:
        """Add a version after the one named; say whether that was the latest."""
        ...

    async def messages(self, numbers: Sequence[MessageId]) -> Mapping[MessageId, Message]:
        """Return messages in their latest versions."""
        ...

    async def length(self, thread: ThreadId) -> int:
        """Return how many messages a thread has."""
        ...

    async def log(self, thread: ThreadId, *, skip: int, most: int) -> Sequence[Message]:
        """Return messages of a thread, the latest first, but for so many."""
        ...

    async def versions(self, message: MessageId) -> Sequence[Version]:
        """Return what a message said in each of its versions, the first one first."""
        ...

    async def written_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """Return when a person wrote since an instant, the earliest first."""
        ...


class Ties(Protocol):
    """How persons of the records have to do with each other, as these stand today."""

    async def parties(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Party]:
        """Return persons who stand in the records; others are missing."""
        ...

    async def children(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Child]:
        """Return pupils who stand in the records, with their classes of today."""
        ...

    async def teachers(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Teaching]]:
        """Return who leads and teaches each pupil today: class teachers first, then by subject."""
        ...


class AnswerHours(Protocol):
    """When teachers answer, and on which days there is school."""

    async def of(self, person: PersonId) -> QuietHours | None:
        """Return the hours that a person set, if any."""
        ...

    async def keep(
        self, school: SchoolId, person: PersonId, hours: QuietHours | None, *, at: datetime
    ) -> None:
        """Keep a person's hours; None for those of the school."""
        ...

    async def days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return what says on which days between two there is school."""
        ...


class Originals(Protocol):
    """Which message of the messenger somebody wrote became which of ours: for later edits."""

    async def note(
        self, account: AccountId, originals: Sequence[str], message: MessageId, *, school: SchoolId
    ) -> None:
        """Keep what the messenger calls the words (first, or empty) and each of the files."""
        ...

    async def find(self, account: AccountId, original: str) -> tuple[MessageId, int] | None:
        """Return the message and which part of it: 0 for the words, then the files."""
        ...
