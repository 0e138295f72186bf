"""Cards of broadcasts edit themselves: when their numbers changed, and never at once again.

An edit goes in the lane of broadcasts, so that it delays no answer; what does not get through is
tried at a later tick, for an edit made twice is the same.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, Protocol

from aiogram import Bot

from bot.notifications.governor import Governor
from bot.outcomes import Later, Outcome, Rejected, Unclear
from bot.screen_calls import edit_call
from bot.screens.broadcasts.card import card as card_screen
from bot.screens.parts.screen import Screen
from bot.show import make_call
from bot.texts.speech import Texts
from core.access.directory import Directory
from core.access.people import Account
from core.clock import Clock
from core.errors import Refusal
from core.notices.broadcasts.card import ReadCard
from core.notices.broadcasts.ports import Cards, LiveCard
from core.notices.ledger import Lane

PACE: Final = timedelta(seconds=4)
"""A card is edited no more often than this."""

_SAME: Final = "message is not modified"


class Books(Protocol):
    """What cards need of a transaction."""

    @property
    def cards(self) -> Cards:
        """Return the cards that are followed."""
        ...

    @property
    def directory(self) -> Directory:
        """Return who is who."""
        ...


@dataclass(frozen=True, slots=True)
class ShowCards:
    """A tick: each card whose numbers changed is edited."""

    reading: Callable[[], AbstractAsyncContextManager[Any]]
    begin: Callable[[], AbstractAsyncContextManager[Any]]
    read_card: Callable[[Any], ReadCard]
    bot: Bot
    texts: Texts
    governor: Governor
    clock: Clock

    async def __call__(self) -> int:
        """Edit what is to be edited now; return how many cards there were."""
        now = self.clock.now()
        async with self.reading() as books:
            followed = await books.cards.followed(now=now, shown_before=now - PACE)
            numbers = sorted({one.broadcast for one in followed})
            pulses = await books.cards.pulses(numbers) if numbers else {}
        stale = [one for one in followed if pulses.get(one.broadcast) != one.shown]
        for one in stale:
            await self._show(one, pulses.get(one.broadcast, ""))
        return len(stale)

    async def _show(self, one: LiveCard, pulse: str) -> None:
        async with self.begin() as books:
            if not await books.cards.take(one, pulse=pulse, at=self.clock.now()):
                return
            account = await books.directory.account(one.account)
            screen = await self._screen(books, one, account) if account else None
            if account is None or screen is None:
                await books.cards.forget(one)
                return
        chat = account.address.value
        await self.governor.turn(Lane.BROADCAST, chat)
        call = edit_call(int(chat), int(one.message_id), screen)
        await self._settle(replace(one, shown=pulse), chat, await make_call(self.bot, call))

    async def _screen(self, books: Books, one: LiveCard, account: Account) -> Screen | None:
        """Return the card, as long as the person may see it."""
        actor = await books.directory.recognise(account.address, language=account.language)
        try:
            view = await self.read_card(books)(actor, one.broadcast)
        except Refusal:
            return None
        return card_screen(self.texts.of(account.language), view)

    async def _settle(self, one: LiveCard, chat: str, outcome: Outcome) -> None:
        match outcome:
            case Later(seconds):
                if seconds is not None:
                    self.governor.stop(chat, seconds)
                await self._again(one)
            case Unclear():
                await self._again(one)
            case Rejected(description) if _SAME in description:
                return
            case Rejected():
                async with self.begin() as books:
                    await books.cards.forget(one)
            case _:
                return

    async def _again(self, one: LiveCard) -> None:
        async with self.begin() as books:
            await books.cards.take(one, pulse="", at=self.clock.now())
