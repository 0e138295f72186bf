"""Who lives in this Telegram: persons, bots, and the chats between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Literal

from sandbox.engine.limits import FloodGate
from sandbox.engine.params import Wire
from sandbox.engine.queue import UpdateQueue


@dataclass(slots=True)
class Person:
    """A human account; the id is also the id of the private chat with any bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    deleted: bool = False

    def as_user(self) -> Wire:
        """Return Telegram's User object."""
        return {"id": self.id, "is_bot": False, **self._named("language_code")}

    def as_chat(self) -> Wire:
        """Return the private chat with this person."""
        return {"id": self.id, "type": "private", **self._named()}

    def _named(self, *more: str) -> Wire:
        fields = ("first_name", "last_name", "username", *more)
        return {name: value for name in fields if (value := getattr(self, name)) is not None}


@dataclass(slots=True)
class Kept:
    """A message as a chat keeps it."""

    wire: Wire
    """Telegram's Message object, as the bot was given it."""
    from_bot: bool
    silent: bool = False

    @property
    def id(self) -> int:
        """Return the message's id."""
        return int(self.wire["message_id"])

    @property
    def text(self) -> str:
        """Return what can be read: the text or the caption."""
        return str(self.wire.get("text", self.wire.get("caption", "")))

    def buttons(self) -> Iterator[Wire]:
        """Yield the inline buttons, row by row."""
        for row in self.wire.get("reply_markup", {}).get("inline_keyboard", ()):
            yield from row


@dataclass(slots=True)
class Chat:
    """A conversation as one bot sees it: with a person, or a group."""

    id: int
    kind: Literal["private", "group"]
    wire: Wire
    """Telegram's Chat object."""
    members: dict[int, Person]
    open: bool = False
    """Whether the bot may write here: the person wrote first, or the group took the bot in."""
    blocked: bool = False
    messages: dict[int, Kept] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: Wire | None = None
    """The reply keyboard below the text field, when the bot set one."""
    action: tuple[str, datetime] | None = None
    """What the bot said it was doing, and when."""

    def history(self) -> list[Kept]:
        """Return the messages, oldest first."""
        return list(self.messages.values())

    def keep(self, message: Kept, most: int) -> None:
        """Add a message; of more than so many the oldest is forgotten."""
        self.messages[message.id] = message
        if len(self.messages) > most:
            del self.messages[next(iter(self.messages))]


@dataclass(slots=True)
class Tap:
    """A tap on an inline button: its spinner turns until the bot answers or it is too late."""

    token: str
    query_id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    at: datetime
    answer: Wire | None = None
    """The parameters of `answerCallbackQuery`, once it came."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted."""

    url: str
    secret_token: str = ""
    max_connections: int = 40


@dataclass(slots=True)
class Bot:
    """A bot, with all that it ever said about itself."""

    token: str
    id: int
    gate: FloodGate
    first_name: str = "Sandbox bot"
    username: str = ""
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    webhook: Webhook | None = None
    webhook_error: tuple[int, str] | None = None
    """When the last delivery failed, and how."""
    commands: dict[tuple[str, str], list[Wire]] = field(default_factory=dict)
    """Commands by scope (as canonical JSON) and language."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description by kind and language."""
    menus: dict[int, Wire] = field(default_factory=dict)
    """Menu buttons by chat, 0 for the default."""
    message_ids: Iterator[int] = field(default_factory=lambda: count(1))

    def as_user(self) -> Wire:
        """Return Telegram's User object as it stands in messages."""
        name = {"first_name": self.first_name, "username": self.username}
        return {"id": self.id, "is_bot": True, **name}
