"""A letter is handed to a real mail server; what the server says decides how the notice ended."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd import smtp

from bot.notifications.letters import Letter
from bot.notifications.mail import MailChannel
from bot.notifications.smtp import MailServer, hand_over
from bot.outcomes import Done, Gone, Later, Rejected, Unclear
from bot.screens.news.news_page import news_page
from bot.texts.speech import Texts
from core.access.people import Account, Actor, Address, Channel
from core.ids import AccountId, NoticeId, PersonId
from core.journal.values import AbsenceCode
from core.notices.answers.opening import Opened
from core.notices.answers.reading import OpenedNews
from core.notices.news.journal import News
from tests.screens.views import absence_news, homework_news, mark_news

SENDER = "school@example.org"
MOTHER = Account(AccountId(1), Address(Channel.EMAIL, "anna@example.org"), "ru")


@dataclass
class Postman:
    """What a mail server says at each step; letters that were taken lie here."""

    to: str = "250 OK"
    data: str = "250 OK"
    hangs_up: bool = False
    asleep: str = ""
    greylisted: str = ""
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    letters: list[bytes] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name and arguments
        self, server: smtp.SMTP, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.asleep == "RCPT":
            await self.awake.wait()
        if address == self.greylisted:
            return "450 4.7.1 greylisted"
        if self.to.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.to

    async def handle_DATA(self, server: smtp.SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.asleep == "DATA":
            await self.awake.wait()
        if self.hangs_up:
            server.transport.abort()
        if self.data.startswith("2"):
            self.letters.append(envelope.content)
        return self.data


@asynccontextmanager
async def opened(postman: Postman) -> AsyncIterator[MailServer]:
    loop = asyncio.get_running_loop()
    served = await loop.create_server(lambda: smtp.SMTP(postman, loop=loop), "127.0.0.1", 0)
    try:
        yield MailServer("127.0.0.1", served.sockets[0].getsockname()[1], SENDER)
    finally:
        served.close()
        await served.wait_closed()


def a_letter(text: str = "Отметка 5", to: str = "anna@example.org") -> Letter:
    return Letter(to, "Есть новости", text, f"<p>{text}</p>", "42")


async def test_a_letter_arrives_as_it_was_written() -> None:
    postman = Postman()

    async with opened(postman) as server:
        outcome = await hand_over(server, a_letter(".Алгебра\n.5"))

    (letter,) = postman.letters
    message = message_from_bytes(letter, policy=default)
    text = message.get_body(("plain",))
    assert outcome == Done("42")
    assert text is not None
    assert text.get_content().splitlines() == [".Алгебра", ".5"]
    assert (message["To"], message["Subject"]) == ("anna@example.org", "Есть новости")
    assert (message["Message-ID"], message["Auto-Submitted"]) == (
        "<42@example.org>",
        "auto-generated",
    )


async def test_news_become_a_letter_whose_subject_tells_no_mark() -> None:
    postman = Postman()

    async with opened(postman) as server:
        channel = MailChannel(server, Texts.load())
        kept = channel.write(MOTHER, [mark_news("2")], recipient=PersonId(9))
        outcome = await channel.send(kept)

    message = message_from_bytes(postman.letters[0], policy=default)
    body = message.get_body(("plain",))
    assert isinstance(outcome, Done)
    assert "2" not in message["Subject"]
    assert body is not None
    assert "2 —" in body.get_content()
    assert "<b>" not in body.get_content()


@pytest.mark.parametrize(
    ("told", "opened_by", "said"),
    [
        (absence_news(), None, "Ответить и сообщить, что вы не знаете, где ребёнок, можно в чате"),
        (absence_news(), NoticeId(7), "Если чат с ботом вам недоступен, позвоните"),
        (absence_news(AbsenceCode.LATE), None, ""),
        (replace(absence_news(), of_today=False), None, ""),
        (mark_news("2"), None, ""),
    ],
    ids=["an alert", "an alert that says no more than that", "late", "another day", "a mark"],
)
def test_a_letter_with_an_alert_says_where_to_answer_and_whom_to_call(
    told: News, opened_by: NoticeId | None, said: str
) -> None:
    channel = MailChannel(MailServer("localhost", 25, "", "", SENDER), Texts.load())

    letter = Letter.of(channel.write(MOTHER, [told], recipient=PersonId(9), opened_by=opened_by))

    assert said in letter.text
    assert ("позвоните" in letter.text) == bool(said)


async def test_a_repeat_has_the_number_of_the_first() -> None:
    postman = Postman()

    async with opened(postman) as server:
        channel = MailChannel(server, Texts.load())
        kept = channel.write(MOTHER, [mark_news("5")], recipient=PersonId(9))
        first, again = await channel.send(kept), await channel.send(kept)

    assert first == again
    assert len(postman.letters) == 2


@pytest.mark.parametrize(
    ("postman", "outcome"),
    [
        (Postman(to="550 5.1.1 no such user"), Gone()),
        (Postman(to="550 5.1.10 no such user"), Gone()),
        (Postman(to="550 5.2.1 mailbox disabled"), Gone()),
        (Postman(to="550 refused"), Rejected("SMTP 550")),
        (Postman(to="552 5.2.2 mailbox full"), Rejected("SMTP 552 5.2.2")),
        (Postman(to="550 5.7.1 relaying denied"), Later(only_this=True)),
        (Postman(to="550 5.1.8 sender's domain"), Later(only_this=True)),
        (Postman(to="450 try later"), Later(only_this=True)),
        (Postman(to="421 closing"), Later()),
        (Postman(data="451 busy"), Later(only_this=True)),
        (Postman(data="554 5.7.1 spam"), Rejected("SMTP 554 5.7.1")),
        (Postman(hangs_up=True), Unclear()),
    ],
    ids=lambda it: f"{it.to}, {it.data}, {it.hangs_up}" if isinstance(it, Postman) else "",
)
async def test_what_the_server_says_decides_the_ending(postman: Postman, outcome: object) -> None:
    async with opened(postman) as server:
        assert await hand_over(server, a_letter()) == outcome

    assert postman.letters == [] or postman.hangs_up


@pytest.mark.parametrize(("asleep", "outcome"), [("RCPT", Later()), ("DATA", Unclear())])
async def test_a_hand_over_has_an_end_and_what_had_left_by_then_is_unclear(
    asleep: str, outcome: object
) -> None:
    postman = Postman(asleep=asleep)

    async with opened(postman) as server:
        ended = await hand_over(server, a_letter(), within=0.5)
        postman.awake.set()

    assert ended == outcome


async def test_a_server_that_is_away_has_taken_nothing() -> None:
    async with opened(Postman()) as server:
        away = server

    assert await hand_over(away, a_letter()) == Later()


async def test_a_wrong_password_is_no_fault_of_the_letter() -> None:
    postman = Postman()

    async with opened(postman) as server:
        locked = MailServer(server.host, server.port, SENDER, user="school", password="wrong")
        outcome = await hand_over(locked, a_letter())

    assert (outcome, postman.letters) == (Later(), [])


@pytest.mark.parametrize("to", ["anna@example.org\nBcc: x@example.org", "anna\r\n@example.org"])
async def test_an_address_that_would_write_headers_sends_nothing(to: str) -> None:
    postman = Postman()

    async with opened(postman) as server:
        outcome = await hand_over(server, a_letter(to=to))

    assert isinstance(outcome, Rejected)
    assert postman.letters == []


def test_a_letter_of_homework_says_how_many_files_came_with_it() -> None:
    server = MailServer("127.0.0.1", 25, SENDER)
    told = replace(homework_news("Прочитать сказку"), files=2)

    kept = MailChannel(server, Texts.load()).write(MOTHER, [told], recipient=PersonId(1))

    assert "Прочитать сказку (файлы: 2)" in Letter.of(kept).text


def test_a_letter_and_its_page_tell_all_the_news_and_not_twelve_lines_of_them() -> None:
    server, texts = MailServer("127.0.0.1", 25, SENDER), Texts.load()
    told = [mark_news("5", subject=f"Предмет-{number},") for number in range(1, 21)]
    opened_news = OpenedNews(Actor(MOTHER, ()), Opened(PersonId(9), told))

    kept = MailChannel(server, texts).write(MOTHER, told, recipient=PersonId(9))
    page = news_page(texts.of("ru"), opened_news)

    for text in (Letter.of(kept).text, page):
        assert [one.subject for one in told if one.subject not in text] == []
        assert "и ещё" not in text
