"""Telegram as one channel of notices: news become a screen, and the screen one call."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot

from bot.screens.news import news
from bot.show import kept, make_call, read_kept, send_call
from bot.telegram.outcomes import Outcome
from bot.texts.speech import Texts
from core.access.people import Account
from core.ids import PersonId
from core.notices.news import News


@dataclass(frozen=True, slots=True)
class TelegramChannel:
    """Writes in the person's language and sends."""

    bot: Bot
    texts: Texts

    def write(self, account: Account, told: Sequence[News], *, recipient: PersonId) -> str:
        """Return the call that tells the news, as text."""
        screen = news(self.texts.of(account.language), told, recipient=recipient)
        return kept([send_call(int(account.address.value), screen)])

    async def send(self, message: str) -> Outcome:
        """Make the kept call once."""
        return await make_call(self.bot, read_kept(message)[0])
