"""Messages whose button was answered by letter are edited: they show that it is done.

A message that tells of more than one thing has no such button and stays: what it opens shows it.

An edit goes in the lane of notices; what does not get through is tried a minute later, for an edit
made twice is the same.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from aiogram import Bot

from bot.callbacks.notices import AcknowledgeNotice
from bot.notifications.governor import Governor
from bot.outcomes import Later, Unclear
from bot.screen_calls import edit_call
from bot.screens.news.acknowledging import notice
from bot.show import make_call
from bot.texts.speech import Texts
from core.clock import Clock
from core.notices.answers.elsewhere import Answered, OldMessage, ReadAnswered
from core.notices.ledger import Lane

_AT_ONCE: Final = 50
_AGAIN: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ShowAnswered:
    """A tick: each message that was answered elsewhere is edited, once."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    read: Callable[[Any], ReadAnswered]
    bot: Bot
    texts: Texts
    governor: Governor
    clock: Clock

    async def __call__(self) -> int:
        """Edit what is to be edited now; return how many messages there were."""
        async with self.begin() as books:
            due: Sequence[OldMessage] = await books.old_messages.due(
                now=self.clock.now(), most=_AT_ONCE
            )
        for one in due:
            await self._show(one)
        return len(due)

    async def _show(self, one: OldMessage) -> None:
        now = self.clock.now()
        async with self.begin() as books:
            if not await books.old_messages.take(one, now=now, until=now + _AGAIN):
                return
            found = await self.read(books)(one) if _asks(one) else None
        if found is None or not await self._edit(one, found):
            async with self.begin() as books:
                await books.old_messages.done(one)

    async def _edit(self, one: OldMessage, found: Answered) -> bool:
        """Say whether the message is to be tried again."""
        chat = found.account.address.value
        screen = notice(self.texts.of(found.account.language), found.actor, found.shown)
        await self.governor.turn(Lane.NOTICE, chat)
        outcome = await make_call(self.bot, edit_call(int(chat), int(one.message_id), screen))
        if isinstance(outcome, Later) and outcome.seconds is not None:
            self.governor.stop(chat, outcome.seconds)
        return isinstance(outcome, Later | Unclear)


def _asks(one: OldMessage) -> bool:
    """Say whether the message bears the button by which the notice is acknowledged."""
    return f"{AcknowledgeNotice.__prefix__}:{one.notice}:" in one.text
