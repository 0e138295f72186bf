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

from bot.screens.discreet import discreet
from bot.screens.news import news
from bot.screens.screen import Screen
from bot.telegram.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from bot.texts.html import Html
from bot.texts.speech import Speech, Texts
from core.access.people import Account
from core.ids import NoticeId, PersonId
from core.notices.news import News

log = structlog.get_logger(__name__)

CHANNEL: Final = "email"
_PATIENCE: Final = 30.0
_TAGS: Final = re.compile(r"<[^>]+>")
_PERMANENT: Final = 500
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
class MailChannel:
    """Writes in the person's language and hands over."""

    server: MailServer
    texts: Texts

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
        ).kept()

    async def send(self, message: str) -> Outcome:
        """Hand a kept letter over once."""
        return await hand_over(self.server, Letter.of(message))


def letter_of(speech: Speech, screen: Screen, *, to: str, number: str) -> Letter:
    """Return a screen as a letter. Its subject tells no more than that there is news of whom."""
    footer = speech.say("mail-footer")
    subject = _plain(screen.neutral or speech.say("mail-subject"))
    html = f"<p>{_lines(screen.text)}</p><p><small>{_lines(footer)}</small></p>"
    text = f"{_plain(screen.text)}\n\n-- \n{_plain(footer)}\n"
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
        return Rejected(refused.message) if refused.code >= _PERMANENT else Later()
    except (SMTPException, OSError) as failed:
        # Also a wrong password: that is the school's to mend, and no fault of this letter.
        log.warning("mail-server-unwilling", why=type(failed).__name__)
        return Later()
    return None


async def _sent(smtp: SMTP, travels: bytes, letter: Letter) -> Outcome:
    try:
        await smtp.data(travels)
    except SMTPDataError as refused:
        return Rejected(refused.message) if refused.code >= _PERMANENT else Later()
    except (SMTPException, OSError):
        return Unclear()
    return Done(letter.number)


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
