"""What a watcher is told: every change somebody could see, in the past tense, by ids only."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """A message appeared in a chat, from the bot or from a person."""

    token: str
    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """A message shows something else than before."""

    token: str
    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """A message is gone for both sides."""

    token: str
    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class ButtonTapped:
    """A person tapped a button: its spinner turns."""

    token: str
    chat_id: int
    query_id: str


@dataclass(frozen=True, slots=True)
class TapAnswered:
    """The bot answered a tap: the spinner stops; a text is shown as a toast or an alert."""

    token: str
    chat_id: int
    query_id: str
    text: str
    show_alert: bool


@dataclass(frozen=True, slots=True)
class BotActed:
    """The bot is typing, sending a photo or the like; shown for five seconds."""

    token: str
    chat_id: int
    action: str


@dataclass(frozen=True, slots=True)
class UpdateQueued:
    """An update waits for the bot."""

    token: str
    update_id: int


@dataclass(frozen=True, slots=True)
class WebhookChanged:
    """The bot set or removed its webhook."""

    token: str


@dataclass(frozen=True, slots=True)
class BotChanged:
    """The bot appeared, or its name, commands, descriptions or menu changed."""

    token: str


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """A person appeared, blocked or unblocked a bot, or deleted the account."""

    person_id: int


Change: TypeAlias = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | ButtonTapped
    | TapAnswered
    | BotActed
    | UpdateQueued
    | WebhookChanged
    | BotChanged
    | PersonChanged
)
