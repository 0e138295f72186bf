"""Over which account a notice goes: by the person's choice, as far as each takes messages."""

from dataclasses import replace

import pytest

from core.access.people import Account, Address, Channel
from core.ids import AccountId
from core.notices.ledger import Lane, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, OWED, Topic
from core.notices.ways import Way, way_of
from tests.core.builders import a_notice

CHAT = Account(AccountId(1), Address(Channel.TELEGRAM, "7"), "ru")
BOX = Account(AccountId(2), Address(Channel.EMAIL, "anna@example.org"), "ru")
NO_CHAT, NO_BOX = replace(CHAT, reachable=False), replace(BOX, reachable=False)
HOMEWORK_BY_MAIL = CHOSE_NOTHING.told_by_mail(Topic.HOMEWORK, by_mail=True)
ABSENCES_BY_MAIL = CHOSE_NOTHING.told_by_mail(Topic.ABSENCES, by_mail=True)


@pytest.mark.parametrize(
    ("chat", "mailbox", "way"),
    [
        (CHAT, BOX, Way(BOX, CHAT)),
        (CHAT, None, Way(CHAT)),
        (CHAT, NO_BOX, Way(CHAT)),
        (NO_CHAT, BOX, Way(BOX)),
        (NO_CHAT, NO_BOX, Way(NO_BOX)),
        (None, BOX, Way(None)),
        (None, None, Way(None)),
    ],
)
def test_a_topic_that_was_chosen_comes_by_letter(
    chat: Account | None, mailbox: Account | None, way: Way
) -> None:
    homework = a_notice(kind=NoticeKind.HOMEWORK).draft

    assert way_of(homework, HOMEWORK_BY_MAIL, chat, mailbox) == way


@pytest.mark.parametrize(
    ("chat", "mailbox", "way"),
    [
        (CHAT, BOX, Way(CHAT, BOX)),
        (CHAT, NO_BOX, Way(CHAT)),
        (NO_CHAT, BOX, Way(BOX)),
        (NO_CHAT, NO_BOX, Way(NO_CHAT)),
    ],
)
@pytest.mark.parametrize("kind", [NoticeKind.FORECAST, NoticeKind.MARK])
def test_everything_else_comes_to_the_chat_while_it_takes_messages(
    chat: Account, mailbox: Account, way: Way, kind: NoticeKind
) -> None:
    assert way_of(a_notice(kind=kind).draft, HOMEWORK_BY_MAIL, chat, mailbox) == way


def test_an_absence_of_today_comes_to_the_chat_whatever_was_chosen() -> None:
    absence = a_notice(kind=NoticeKind.ABSENCE).draft
    alert = replace(absence, lane=Lane.ALERT)

    assert way_of(absence, ABSENCES_BY_MAIL, CHAT, BOX).account == BOX
    assert way_of(alert, ABSENCES_BY_MAIL, CHAT, BOX).account == CHAT


@pytest.mark.parametrize(
    "kind", [NoticeKind.FORECAST, NoticeKind.WARNING, NoticeKind.PERIOD_MARK, NoticeKind.TRUANCY]
)
def test_what_is_owed_comes_by_letter_to_who_chose_so(kind: NoticeKind) -> None:
    chosen = CHOSE_NOTHING
    for topic in OWED:
        chosen = chosen.told_by_mail(topic, by_mail=True)

    assert way_of(a_notice(kind=kind).draft, chosen, CHAT, BOX) == Way(BOX, CHAT)


def test_a_letter_speaks_the_language_of_the_chat() -> None:
    speaks_english = replace(CHAT, language="en")
    homework = a_notice(kind=NoticeKind.HOMEWORK).draft

    way = way_of(homework, HOMEWORK_BY_MAIL, speaks_english, BOX)

    assert way.account == replace(BOX, language="en")


def test_a_topic_comes_back_to_the_chat() -> None:
    assert HOMEWORK_BY_MAIL.told_by_mail(Topic.HOMEWORK, by_mail=False) == CHOSE_NOTHING
