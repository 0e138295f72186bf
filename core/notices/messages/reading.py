"""A thread as one of its two persons reads it: what was said, and how far the own words came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.access.people import Actor, Member
from core.ids import MessageId, PersonId, ThreadId
from core.messages.threads.gate import OpenThread
from core.messages.threads.thread import Message, Thread, Version
from core.notices.ledger import Ending, NoticeKind, Settled, Why
from core.notices.messages.ports import MessageLedger
from core.notices.ports import Outbox

A_PAGE: Final = 4


class Came(StrEnum):
    """How far a message came with who it was for; `unknown` is never rounded."""

    UNDER_WAY = "under-way"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    REFUSED = "refused"


_AFTER: Final[Mapping[Ending | None, Came]] = {
    None: Came.UNDER_WAY,
    Ending.DELIVERED: Came.DELIVERED,
    Ending.UNKNOWN: Came.UNKNOWN,
    Ending.REFUSED: Came.REFUSED,
    Ending.EXPIRED: Came.REFUSED,
}


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Some messages of a thread, the oldest of them first; `came` is known of own ones."""

    member: Member
    thread: Thread
    messages: tuple[Message, ...]
    came: Mapping[MessageId, Came]
    page: int
    length: int

    @property
    def older(self) -> int:
        """Return how many messages come before those shown."""
        return max(0, self.length - (self.page + 1) * A_PAGE)

    @property
    def last(self) -> Message | None:
        """Return what was said last, where it is among those shown."""
        return self.messages[-1] if self.messages and self.page == 0 else None

    @property
    def keeps(self) -> bool:
        """Say whether the reader keeps the thread."""
        return self.member.person == self.thread.sides.keeper


@dataclass(frozen=True, slots=True)
class ReadThread:
    """Opens a thread to its two persons, page by page from its end."""

    open: OpenThread
    outbox: Outbox

    async def __call__(self, actor: Actor, number: ThreadId, page: int = 0) -> ThreadPage:
        """Return a page; the last one where the button remembers more."""
        member, thread = await self.open(actor, number)
        threads = self.open.threads
        length = await threads.length(number)
        page = min(page, max(0, (length - 1) // A_PAGE))
        found = await threads.log(number, skip=page * A_PAGE, most=A_PAGE)
        own = [one.id for one in found if one.by == member.person]
        rows = await self.outbox.told_of(NoticeKind.MESSAGE, own) if own else ()
        came = how_far(rows)
        return ThreadPage(member, thread, tuple(reversed(found)), came, page, length)


def how_far(rows: Sequence[Settled]) -> dict[MessageId, Came]:
    """Return how far each message came: the latest row counts that was not overtaken."""
    return {
        MessageId(one.notice.draft.subject): _AFTER[one.ending]
        for one in rows
        if one.reason != Why.OVERTAKEN
    }


@dataclass(frozen=True, slots=True)
class OneMessage:
    """A message in full, in one of its versions."""

    member: Member
    thread: Thread
    message: Message
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """Opens a message with its files and earlier versions to who may read its thread."""

    open: OpenThread

    async def __call__(self, actor: Actor, number: MessageId) -> OneMessage:
        """Return it; raise AccessRefused for anybody else."""
        member, thread, message = await self.open.with_message(actor, number)
        versions = await self.open.threads.versions(number)
        return OneMessage(member, thread, message, tuple(versions))


@dataclass(frozen=True, slots=True)
class FindReplied:
    """Finds the thread of the message to which somebody replied in the messenger."""

    open: OpenThread
    ledger: MessageLedger

    async def __call__(self, actor: Actor, message_id: str) -> ThreadId | None:
        """Return the thread, or None where no message of a thread was replied to."""
        persons: list[PersonId] = [one.person for one in actor.members]
        found = await self.ledger.delivered_as(persons, message_id) if persons else None
        if found is None:
            return None
        return (await self.open.with_message(actor, found))[1].id
