"""How one sending ended, by any channel: a value, and what to do next is decided on it alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """It was taken; `message_id` is empty where what was sent is no message.

    `reference` is by what the channel keeps a document that came along.
    """

    message_id: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """Nobody is there any more: the bot was blocked, the account or mailbox does not exist."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """This very message was refused; it would be refused again."""

    description: str


@dataclass(frozen=True, slots=True)
class Later:
    """It provably was not taken: try again. `seconds` is what a 429 orders, else None.

    With `only_this` it was said of this recipient or message alone: others may well be taken.
    """

    seconds: float | None = None
    only_this: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """It left, and nobody knows whether it was taken."""


Outcome = Done | Gone | Rejected | Later | Unclear
