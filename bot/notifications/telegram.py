"""Telegram as one channel of notices: news become a screen, and the screen one call."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.calls import kept, read_kept, sealed_call, with_file
from bot.notifications.parcels import Parcel
from bot.outcomes import Outcome, Rejected
from bot.screen_calls import send_call
from bot.screens.news.message import news
from bot.screens.parts.discreet import discreet
from bot.show import make_call
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
        parcel: Parcel | None = None,
    ) -> str:
        """Return the call that tells the news, or that there is some, as text."""
        speech = self.texts.of(account.language)
        screen = news(speech, told, recipient=recipient)
        if opened_by is not None:
            screen = discreet(speech, screen, opened_by)
        elif parcel is None:
            screen = screen.in_words
        call = send_call(int(account.address.value), screen)
        return kept([sealed_call(call, parcel.seal.as_kept()) if parcel else call])

    async def send(self, message: str, parcel: Parcel | None = None) -> Outcome:
        """Make the kept call once; a file goes up where Telegram does not keep it (any more)."""
        (call,) = read_kept(message)
        if parcel is None:
            return await make_call(self.bot, call)
        if parcel.reference:
            outcome = await make_call(self.bot, with_file(call, parcel.reference))
            if not isinstance(outcome, Rejected):
                return outcome
        file = BufferedInputFile(parcel.file.content, parcel.file.name)
        return await make_call(self.bot, with_file(call, file))
