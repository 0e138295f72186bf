"""E-mail as one channel of notices: news become a letter, and a letter is handed to a mail server.

What a server says decides the ending as it does with Telegram; a line that breaks after the letter
went out leaves it unknown, and before that nothing has left.
"""

import json
import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as AS_SENT
from html import unescape
from typing import Final
from uuid import uuid4

import structlog
from aiosmtplib import SMTP, SMTPDataError, SMTPException, SMTPRecipientRefused

from bot.screens.news.answer_links import AnswerLinks
from bot.screens.news.message import news
from bot.screens.parts.discreet import discreet
from bot.screens.parts.naming import first_name
from bot.screens.parts.screen import Screen
from bot.telegram.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from bot.texts.html import Html, cut
from bot.texts.speech import Speech, Texts
from core.access.people import Account
from core.diary.acknowledging import Acknowledged
from core.ids import NoticeId, PersonId
from core.notices.answers.letters import LetterAnswer
from core.notices.news.forecasts import ForecastNews, WarningNews
from core.notices.news.journal import News

log = structlog.get_logger(__name__)

CHANNEL: Final = "email"
_PATIENCE: Final = 20.0
_TAGS: Final = re.compile(r"<[^>]+>")
_PERMANENT: Final = 500
_NAME_LENGTH: Final = 60
_NO_SUCH_BOX: Final = frozenset({550, 551, 553})


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over. `encrypted`: from the first byte; else as it offers."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is kept before it leaves: a repeat has the same number and words."""

    to: str
    subject: str
    text: str
    html: str
    number: str

    def kept(self) -> str:
        """Return the letter as text."""
        parts = (self.to, self.subject, self.text, self.html, self.number)
        return json.dumps(parts, ensure_ascii=False)

    @classmethod
    def of(cls, kept: str) -> "Letter":
        """Read a kept letter back."""
        return cls(*json.loads(kept))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a letter asks to be acknowledged: by a link, or in the chat where there is none."""

    label: Html
    url: str = ""

    def html(self) -> str:
        """Return it as a line of the letter."""
        return f'<a href="{self.url}">{self.label}</a>' if self.url else self.label

    def plain(self) -> str:
        """Return it as a line of the letter's text."""
        return f"{_plain(self.label)}:\n{self.url}" if self.url else _plain(self.label)


@dataclass(frozen=True, slots=True)
class MailChannel:
    """Writes in the person's language and hands over.

    What must be acknowledged can be by a link of the letter, where there are `links`.
    """

    server: MailServer
    texts: Texts
    links: AnswerLinks | None = None

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None = None,
    ) -> str:
        """Return the letter that tells the news, or that there is some, as text."""
        speech = self.texts.of(account.language)
        screen = news(speech, told, recipient=recipient)
        return letter_of(
            speech,
            screen if opened_by is None else discreet(speech, screen, opened_by),
            to=account.address.value,
            number=uuid4().hex,
            answers=self._answers(speech, told, recipient, neutral=opened_by is not None),
        ).kept()

    def _answers(
        self, speech: Speech, told: Sequence[News], recipient: PersonId, *, neutral: bool
    ) -> list[Answer]:
        found = [one for one in told if isinstance(one, ForecastNews | WarningNews)]
        if found and self.links is None:
            return [Answer(speech.say("mail-answer-in-chat"))]
        return [
            Answer(_answer_label(speech, one, neutral=neutral), self.links.to(_of(one, recipient)))
            for one in found
            if self.links is not None
        ]

    async def send(self, message: str) -> Outcome:
        """Hand a kept letter over once."""
        return await hand_over(self.server, Letter.of(message))


def _answer_label(speech: Speech, one: ForecastNews | WarningNews, *, neutral: bool) -> Html:
    if neutral:
        return speech.say("mail-answer")
    return speech.say("mail-answer-of", name=cut(first_name(one.child), _NAME_LENGTH))


def _of(one: ForecastNews | WarningNews, recipient: PersonId) -> LetterAnswer:
    is_forecast = isinstance(one, ForecastNews)
    kind = Acknowledged.FORECAST if is_forecast else Acknowledged.WARNING
    return LetterAnswer(recipient, one.about, kind, one.notice)


def letter_of(
    speech: Speech, screen: Screen, *, to: str, number: str, answers: Sequence[Answer] = ()
) -> Letter:
    """Return a screen as a letter. Its subject tells no more than that there is news of whom."""
    footer = speech.say("mail-footer")
    subject = _plain(screen.neutral or speech.say("mail-subject"))
    asked = "".join(f"<p>{one.html()}</p>" for one in answers)
    html = f"<p>{_lines(screen.text)}</p>{asked}<p><small>{_lines(footer)}</small></p>"
    to_answer = "".join(f"\n\n{one.plain()}" for one in answers)
    text = f"{_plain(screen.text)}{to_answer}\n\n-- \n{_plain(footer)}\n"
    return Letter(to, subject, text, html, number)


async def hand_over(server: MailServer, letter: Letter) -> Outcome:
    """Hand a letter to the mail server and return how that ended; nothing is tried again."""
    try:
        travels = message_of(letter, server).as_bytes(policy=AS_SENT)
    except ValueError:
        return Rejected("the address or the words make no letter")
    smtp = SMTP(
        hostname=server.host,
        port=server.port,
        username=server.user or None,
        password=server.password or None,
        use_tls=server.encrypted,
        timeout=_PATIENCE,
        tls_context=ssl.create_default_context(),
    )
    try:
        refused = await _addressed(smtp, server, letter)
        return refused or await _sent(smtp, travels, letter)
    finally:
        smtp.close()


async def _addressed(smtp: SMTP, server: MailServer, letter: Letter) -> Outcome | None:
    """Say to whom the letter goes; return why it cannot. Until here nothing has left."""
    try:
        await smtp.connect()
        await smtp.mail(server.sender)
        await smtp.rcpt(letter.to)
    except SMTPRecipientRefused as refused:
        if refused.code in _NO_SUCH_BOX:
            return Gone()
        return _refused(refused.code)
    except (SMTPException, OSError) as failed:
        # Also a wrong password: that is the school's to mend, and no fault of this letter.
        log.warning("mail-server-unwilling", why=type(failed).__name__)
        return Later()
    return None


async def _sent(smtp: SMTP, travels: bytes, letter: Letter) -> Outcome:
    try:
        await smtp.data(travels)
    except SMTPDataError as refused:
        return _refused(refused.code)
    except (SMTPException, OSError):
        return Unclear()
    return Done(letter.number)


def _refused(code: int) -> Outcome:
    # Only the server's number is kept: its words may hold the address.
    return Rejected(f"SMTP {code}") if code >= _PERMANENT else Later()


def message_of(letter: Letter, server: MailServer) -> EmailMessage:
    """Return the letter as it travels; a programme that answers letters leaves it alone."""
    message = EmailMessage()
    domain = server.sender.rpartition("@")[2]
    message["From"] = server.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{letter.number}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message


def _plain(html: Html | str) -> str:
    return unescape(_TAGS.sub("", html))


def _lines(html: Html) -> str:
    return html.replace("\n", "<br>\n")
