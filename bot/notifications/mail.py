"""E-mail as one channel of notices: news become a letter in the person's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never
from uuid import uuid4

from bot.documents.pictures import kind_of
from bot.notifications.letters import Answer, Below, Letter, letter_of
from bot.notifications.parcels import Parcel
from bot.notifications.smtp import Enclosed, MailServer, hand_over
from bot.outcomes import Outcome
from bot.screens.excuses.news_words import asks_family
from bot.screens.news.answer_links import AnswerLinks
from bot.screens.news.message import news
from bot.screens.parts.discreet import discreet
from bot.screens.parts.naming import first_name
from bot.screens.people.mail_links import MailLinks
from bot.texts.html import Html, cut
from bot.texts.speech import Speech, Texts
from core.access.people import Account
from core.access.readers import Reader
from core.diary.acknowledging import Acknowledged
from core.ids import NoticeId, PersonId
from core.notices.answers.letters import LetterAnswer
from core.notices.news.broadcasts import BroadcastNews
from core.notices.news.forecasts import ForecastNews, ToAcknowledge, WarningNews
from core.notices.news.journal import AbsenceNews, News
from core.notices.news.totals import NudgeNews
from core.notices.news.truancy import TruancyNews

_NAME_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class MailChannel:
    """Writes in the person's language and hands over.

    What must be acknowledged can be by a link of the letter, where there are `links`; and by one
    of the `mail_links` letters end.
    """

    server: MailServer
    texts: Texts
    links: AnswerLinks | None = None
    mail_links: MailLinks | None = None

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None = None,
        parcel: Parcel | None = None,
    ) -> str:
        """Return the letter that tells the news, or that there is some, as text."""
        speech = self.texts.of(account.language)
        screen = news(speech, told, recipient=recipient, whole=True)
        if opened_by is not None:
            screen = discreet(speech, screen, opened_by)
        elif parcel is None:
            screen = screen.in_words
        reader = Reader(recipient, account.id)
        letter = letter_of(
            speech,
            screen,
            to=account.address.value,
            number=uuid4().hex,
            answers=[
                *self._details(speech, reader, opened_by),
                *self._answers(speech, told, reader, neutral=opened_by is not None),
                *_by_word(speech, told, recipient, neutral=opened_by is not None),
            ],
            below=self._below(speech, reader),
        )
        return replace(letter, sealed=parcel.seal.as_kept() if parcel else None).kept()

    def _details(self, speech: Speech, reader: Reader, opened_by: NoticeId | None) -> list[Answer]:
        """Let be read at a page what a letter without details keeps back."""
        if opened_by is None or self.mail_links is None:
            return []
        return [Answer(speech.say("mail-read"), self.mail_links.to_news(opened_by, reader))]

    def _below(self, speech: Speech, reader: Reader) -> Below:
        if self.mail_links is None:
            return Below(Answer(speech.say("mail-choose-in-chat")))
        to_choose = self.mail_links.to_choices(reader)
        return Below(Answer(speech.say("mail-choose"), to_choose), self.mail_links.to_stop(reader))

    def _answers(
        self, speech: Speech, told: Sequence[News], reader: Reader, *, neutral: bool
    ) -> list[Answer]:
        of_broadcasts = self._of_broadcasts(speech, told, reader)
        if of_broadcasts:
            return of_broadcasts  # a broadcast is told alone
        reviews = self._of_reviews(speech, told, reader, neutral=neutral)
        found = [one for one in told if isinstance(one, ToAcknowledge)]
        if found and self.links is None:
            return [*reviews, Answer(speech.say("mail-answer-in-chat"))]
        return [
            *reviews,
            *(
                Answer(
                    _answer_label(speech, one, neutral=neutral),
                    self.links.to(_of(one, reader)),
                )
                for one in found
                if self.links is not None
            ),
        ]

    def _of_reviews(
        self, speech: Speech, told: Sequence[News], reader: Reader, *, neutral: bool
    ) -> list[Answer]:
        """Let a nudge be followed where it is read; without links the chat is left."""
        found = [one for one in told if isinstance(one, NudgeNews)]
        if self.mail_links is None:
            return [Answer(speech.say("mail-review-in-chat")) for _ in found[:1]]
        return [
            Answer(
                _review_label(speech, one, neutral=neutral),
                self.mail_links.to_review(reader, one.about),
            )
            for one in found
        ]

    def _of_broadcasts(self, speech: Speech, told: Sequence[News], reader: Reader) -> list[Answer]:
        """Say what a letter cannot bring of a broadcast: its files, the answer without links."""
        found = [one for one in told if isinstance(one, BroadcastNews) and one.stands]
        has_files = any(one.broadcast.plan.content.files for one in found)
        files = [Answer(speech.say("mail-files-in-chat"))] if has_files else []
        asked = [one for one in found if one.owes]
        if self.mail_links is None:
            return [*files, *(Answer(speech.say("mail-answer-in-chat")) for _ in asked[:1])]
        answers = [
            Answer(
                speech.say("mail-answer-broadcast"),
                self.mail_links.to_broadcast(one.broadcast.id, reader),
            )
            for one in asked
        ]
        return [*files, *answers]

    async def send(self, message: str, parcel: Parcel | None = None) -> Outcome:
        """Hand a kept letter over once, with what goes along."""
        files = [parcel.file] if parcel else []
        enclosed = [Enclosed(one.name, kind_of(one.content), one.content) for one in files]
        return await hand_over(self.server, Letter.of(message), enclosed=enclosed)


def _by_word(
    speech: Speech, told: Sequence[News], recipient: PersonId, *, neutral: bool
) -> list[Answer]:
    """Say where an alert is answered that a letter brings, and whom to call where that is shut."""
    missed = [one for one in told if isinstance(one, AbsenceNews) and one.of_today]
    if not any(asks_family(one, recipient) for one in missed):
        return []
    return [Answer(speech.say("mail-alert", neutral="yes" if neutral else "no"))]


def _answer_label(speech: Speech, one: ToAcknowledge, *, neutral: bool) -> Html:
    if neutral:
        return speech.say("mail-answer")
    return speech.say("mail-answer-of", name=cut(first_name(one.child), _NAME_LENGTH))


def _review_label(speech: Speech, one: NudgeNews, *, neutral: bool) -> Html:
    if neutral:
        return speech.say("mail-review")
    return speech.say("mail-review-of", name=cut(first_name(one.child), _NAME_LENGTH))


def _of(one: ToAcknowledge, reader: Reader) -> LetterAnswer:
    return LetterAnswer(reader, one.about, _kind_of(one), one.notice)


def _kind_of(one: ToAcknowledge) -> Acknowledged:
    match one:
        case ForecastNews():
            return Acknowledged.FORECAST
        case WarningNews():
            return Acknowledged.WARNING
        case TruancyNews():
            return Acknowledged.TRUANCY
        case _:
            assert_never(one)
