"""Telegram as one channel of notices: news become a screen, and the screen one call."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot

from bot.outcomes import Outcome
from bot.screens.news.message import news
from bot.screens.parts.discreet import discreet
from bot.show import kept, make_call, read_kept, send_call
from bot.texts.speech import Texts
from core.access.people import Account
from core.ids import NoticeId, PersonId
from core.notices.news.journal import News


@dataclass(frozen=True, slots=True)
class TelegramChannel:
    """Writes in the person's language and sends."""

    bot: Bot
    texts: Texts

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None = None,
    ) -> str:
        """Return the call that tells the news, or that there is some, as text."""
        speech = self.texts.of(account.language)
        screen = news(speech, told, recipient=recipient)
        if opened_by is not None:
            screen = discreet(speech, screen, opened_by)
        return kept([send_call(int(account.address.value), screen)])

    async def send(self, message: str) -> Outcome:
        """Make the kept call once."""
        return await make_call(self.bot, read_kept(message)[0])
