"""A letter is handed to a mail server; what the server says decides the ending.

A line that breaks after the letter went out leaves it unknown, and before that nothing has left.
Of what a server says only numbers are kept: its words may hold the address.
"""

import asyncio
import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as AS_SENT
from typing import Final

import structlog
from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
)

from bot.notifications.letters import Letter
from bot.notifications.outlets import LONGEST
from bot.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear

log = structlog.get_logger(__name__)

_PATIENCE: Final = 20.0
"""Seconds for one answer of the server; all of them together may take `LONGEST`."""
_PERMANENT: Final = 500
_LEAVES: Final = 421
"""The server closes the line: that is not said of this letter."""
_ENHANCED: Final = re.compile(r"[45]\.\d{1,3}\.\d{1,3}(?!\d)")
_NO_SUCH_BOX: Final = re.compile(r"5\.1\.(?![78]$)|5\.2\.1$")
"""The address leads nowhere, or its mailbox was closed; 5.1.7 and 5.1.8 are said of the sender."""
_OURS_TO_MEND: Final = re.compile(r"5\.7\.|5\.1\.[78]$")
"""The server does not let us send there: relaying, a blocklist, the sender's address."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a letter."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over. `encrypted`: from the first byte; else as it offers."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    encrypted: bool = False


async def hand_over(
    server: MailServer,
    letter: Letter,
    *,
    enclosed: Sequence[Enclosed] = (),
    within: float = LONGEST.total_seconds(),
) -> Outcome:
    """Hand a letter to the mail server and return how that ended; nothing is tried again."""
    try:
        # Pictures take a while to be written as text: others are answered meanwhile.
        travels = await asyncio.to_thread(_written, letter, server, enclosed)
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
    until = asyncio.get_running_loop().time() + within
    try:
        refused = await _addressed(smtp, server, letter, until)
        return refused or await _sent(smtp, travels, letter, until)
    finally:
        smtp.close()


def _written(letter: Letter, server: MailServer, enclosed: Sequence[Enclosed]) -> bytes:
    return message_of(letter, server, enclosed).as_bytes(policy=AS_SENT)


async def _addressed(
    smtp: SMTP, server: MailServer, letter: Letter, until: float
) -> Outcome | None:
    """Say to whom the letter goes; return why it cannot. Until here nothing has left."""
    try:
        async with asyncio.timeout_at(until):
            await smtp.connect()
            await smtp.mail(server.sender)
            await smtp.rcpt(letter.to)
    except SMTPRecipientRefused as refused:
        return _not_addressed(refused)
    except (SMTPException, OSError) as failed:
        # Also a wrong password: that is the school's to mend, and no fault of this letter.
        log.warning("mail-server-unwilling", why=type(failed).__name__)
        return Later()
    return None


async def _sent(smtp: SMTP, travels: bytes, letter: Letter, until: float) -> Outcome:
    try:
        async with asyncio.timeout_at(until):
            await smtp.data(travels)
    except SMTPDataError as refused:
        return _refused(refused)
    except (SMTPException, OSError):
        return Unclear()
    return Done(letter.number)


def _not_addressed(refused: SMTPResponseException) -> Outcome:
    enhanced = _enhanced(refused)
    if _NO_SUCH_BOX.match(enhanced):
        return Gone()
    if _OURS_TO_MEND.match(enhanced):
        log.warning("mail-server-unwilling", why=f"SMTP {_said(refused)}")
        return Later(only_this=True)
    return _refused(refused)


def _refused(refused: SMTPResponseException) -> Outcome:
    if refused.code >= _PERMANENT:
        return Rejected(f"SMTP {_said(refused)}")
    return Later(only_this=refused.code != _LEAVES)


def _said(refused: SMTPResponseException) -> str:
    return f"{refused.code} {_enhanced(refused)}".rstrip()


def _enhanced(refused: SMTPResponseException) -> str:
    found = _ENHANCED.match(refused.message)
    return found[0] if found else ""


def message_of(
    letter: Letter, server: MailServer, enclosed: Sequence[Enclosed] = ()
) -> EmailMessage:
    """Return the letter as it travels; a programme that answers letters leaves ours alone."""
    message = EmailMessage()
    domain = server.sender.rpartition("@")[2]
    message["From"] = server.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{letter.number}@{domain}>"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    else:
        message["Auto-Submitted"] = "auto-generated"
    if letter.stop:
        message["List-Unsubscribe"] = f"<{letter.stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    for one in enclosed:
        kind, _, subkind = one.kind.partition("/")
        message.add_attachment(one.content, maintype=kind, subtype=subkind, filename=one.name)
    return message
