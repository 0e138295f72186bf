"""What a message tells of what was said in a thread, as it stands when it is told."""

from dataclasses import dataclass
from typing import Final

from core.access.people import Name
from core.ids import PersonId, PupilId
from core.messages.threads.thread import Message, Thread
from core.notices.ledger import Change, NoticeKind


@dataclass(frozen=True, slots=True)
class MessageNews:
    """Somebody wrote to the recipient, wrote it anew, or handed the thread over."""

    about: PupilId
    child: Name
    recipient: PersonId
    thread: Thread
    message: Message
    change: Change


@dataclass(frozen=True, slots=True)
class LostNews:
    """For who wrote: the message did not arrive, or may not have (`unknown`)."""

    about: PupilId
    child: Name
    thread: Thread
    message: Message
    unknown: bool


ThreadNews = MessageNews | LostNews

MESSAGE_KINDS: Final = frozenset({NoticeKind.MESSAGE, NoticeKind.MESSAGE_LOST})
"""The kinds of notices that tell such news."""
