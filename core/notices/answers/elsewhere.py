"""What was acknowledged by letter shows in the chat too: its message says it is done (F9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.directory import Directory
from core.access.people import Account, Actor
from core.errors import Refusal
from core.ids import AccountId, NoticeId
from core.notices.answers.acknowledged import OpenNotice, Shown
from core.notices.ledger import Notice


@dataclass(frozen=True, slots=True)
class OldMessage:
    """A message in a chat that told what was answered elsewhere, as it was sent.

    Only the messenger understands its id.
    """

    notice: NoticeId
    account: AccountId
    message_id: str
    text: str = ""


class OldMessages(Protocol):
    """Messages that are to show what was answered elsewhere."""

    async def answered(self, notice: Notice, *, at: datetime) -> None:
        """Let the messages in the chat that told a notice's record show that it is answered."""
        ...

    async def due(self, *, now: datetime, most: int) -> Sequence[OldMessage]:
        """Return the messages that are to be edited now, oldest first."""
        ...

    async def take(self, one: OldMessage, *, now: datetime, until: datetime) -> bool:
        """Keep a message for oneself until an instant; say whether no other was faster."""
        ...

    async def done(self, one: OldMessage) -> None:
        """Forget a message that shows it, or cannot."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """A message as it is to be shown now, and to whom."""

    account: Account
    actor: Actor
    shown: Shown


@dataclass(frozen=True, slots=True)
class ReadAnswered:
    """Reads what such a message is to show, as its reader is known now."""

    directory: Directory
    open: OpenNotice

    async def __call__(self, one: OldMessage) -> Answered | None:
        """Return it; None for who may not see it any more."""
        account = await self.directory.account(one.account)
        if account is None:
            return None
        actor = await self.directory.recognise(account.address, language=account.language)
        try:
            return Answered(account, actor, await self.open(actor, one.notice))
        except Refusal:
            return None
