"""What happens in a thread that its other side must hear of."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import MessageId, PersonId
from core.messages.threads.thread import Sides


@dataclass(frozen=True, slots=True)
class MessageFact(Fact):
    """Something happened to a message of a thread: `to` are those who hear of it."""

    message: MessageId
    sides: Sides
    to: tuple[PersonId, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class MessageWritten(MessageFact):
    """Somebody wrote, or handed the thread over."""


@dataclass(frozen=True, slots=True)
class MessageEdited(MessageFact):
    """Its words are others now."""
