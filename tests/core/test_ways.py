"""Over which account a notice goes: by the person's choice, as far as each takes messages."""

from dataclasses import replace

import pytest

from core.access.consents import open_ways
from core.access.people import Account, Address, Channel
from core.ids import AccountId, NoticeId, PersonId
from core.notices.ledger import Batch, Change, Lane, Notice, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, OWED, Topic, Via
from core.notices.ways import Way, to_copy, way_of
from tests.core.builders import a_notice

CHAT = Account(AccountId(1), Address(Channel.TELEGRAM, "7"), "ru")
BOX = Account(AccountId(2), Address(Channel.EMAIL, "anna@example.org"), "ru")
NO_CHAT, NO_BOX = replace(CHAT, reachable=False), replace(BOX, reachable=False)
BY_CHAT, BY_MAIL, BOTH = (
    CHOSE_NOTHING.told_via(via, Topic.HOMEWORK, Topic.ABSENCES) for via in Via
)

# What there is of a chat and a mailbox, and where it goes for each choice.
NO_WAY, TO_CHAT, TO_BOX = Way(None), Way(CHAT), Way(BOX)
WAYS = {
    "nothing": (None, None, NO_WAY, NO_WAY, NO_WAY),
    "chat": (CHAT, None, TO_CHAT, TO_CHAT, TO_CHAT),
    "shut chat": (NO_CHAT, None, Way(NO_CHAT), Way(NO_CHAT), Way(NO_CHAT)),
    "mailbox": (None, BOX, TO_BOX, TO_BOX, TO_BOX),
    "lost mailbox": (None, NO_BOX, Way(NO_BOX), Way(NO_BOX), Way(NO_BOX)),
    "both": (CHAT, BOX, Way(CHAT, BOX), Way(BOX, CHAT), Way(CHAT, BOX, both=True)),
    "shut chat and mailbox": (NO_CHAT, BOX, TO_BOX, TO_BOX, TO_BOX),
    "chat and lost mailbox": (CHAT, NO_BOX, TO_CHAT, TO_CHAT, TO_CHAT),
    "neither takes any": (NO_CHAT, NO_BOX, Way(NO_CHAT), Way(NO_BOX), Way(NO_CHAT)),
}


@pytest.mark.parametrize(
    ("chat", "mailbox", "by_chat", "by_mail", "both"), WAYS.values(), ids=WAYS
)
def test_a_topic_goes_where_it_was_chosen_or_where_it_can(
    chat: Account | None, mailbox: Account | None, by_chat: Way, by_mail: Way, both: Way
) -> None:
    homework = a_notice(kind=NoticeKind.HOMEWORK).draft

    found = [way_of(homework, chosen, chat, mailbox) for chosen in (BY_CHAT, BY_MAIL, BOTH)]

    assert found == [by_chat, by_mail, both]


@pytest.mark.parametrize("kind", [NoticeKind.FORECAST, NoticeKind.MARK, NoticeKind.BROADCAST])
@pytest.mark.parametrize("chosen", [BY_MAIL, BOTH])
@pytest.mark.parametrize(
    ("chat", "mailbox", "way"),
    [
        (CHAT, BOX, Way(CHAT, BOX)),
        (CHAT, NO_BOX, Way(CHAT)),
        (NO_CHAT, BOX, Way(BOX)),
        (NO_CHAT, NO_BOX, Way(NO_CHAT)),
        (None, BOX, Way(BOX)),
    ],
)
def test_what_was_not_chosen_comes_to_the_chat_while_it_takes_messages(
    chat: Account, mailbox: Account, way: Way, chosen: object, kind: NoticeKind
) -> None:
    assert way_of(a_notice(kind=kind).draft, chosen, chat, mailbox) == way  # type: ignore[arg-type]  # choices


def test_an_absence_of_today_comes_to_the_chat_at_least_whatever_was_chosen() -> None:
    absence = a_notice(kind=NoticeKind.ABSENCE).draft
    alert = replace(absence, lane=Lane.ALERT)

    assert way_of(absence, BY_MAIL, CHAT, BOX).account == BOX
    assert way_of(alert, BY_MAIL, CHAT, BOX) == Way(CHAT, BOX)
    assert way_of(alert, BOTH, CHAT, BOX) == Way(CHAT, BOX, both=True)
    assert way_of(alert, BY_MAIL, None, BOX) == Way(BOX)


@pytest.mark.parametrize(
    "kind", [NoticeKind.FORECAST, NoticeKind.WARNING, NoticeKind.PERIOD_MARK, NoticeKind.TRUANCY]
)
@pytest.mark.parametrize(
    ("via", "way"), [(Via.MAIL, Way(BOX, CHAT)), (Via.BOTH, Way(CHAT, BOX, both=True))]
)
def test_of_what_is_owed_the_way_is_a_choice(kind: NoticeKind, via: Via, way: Way) -> None:
    chosen = CHOSE_NOTHING.told_via(via, *OWED)

    assert way_of(a_notice(kind=kind).draft, chosen, CHAT, BOX) == way


def test_no_choice_leaves_a_topic_without_a_way() -> None:
    draft = a_notice(kind=NoticeKind.FORECAST).draft

    for via in Via:
        chosen = CHOSE_NOTHING.told_via(via)
        assert way_of(draft, chosen, CHAT, None).account == CHAT
        assert way_of(draft, chosen, None, BOX).account == BOX


def test_a_letter_speaks_the_language_of_the_chat() -> None:
    speaks_english = replace(CHAT, language="en")
    homework = a_notice(kind=NoticeKind.HOMEWORK).draft

    way = way_of(homework, BY_MAIL, speaks_english, BOX)

    assert way.account == replace(BOX, language="en")


def test_a_topic_comes_back_to_the_chat() -> None:
    chosen = CHOSE_NOTHING.told_via(Via.MAIL).told_via(Via.CHAT)

    assert chosen == CHOSE_NOTHING
    assert BY_MAIL.told_via(Via.CHAT, Topic.HOMEWORK, Topic.ABSENCES) == CHOSE_NOTHING


def test_a_copy_goes_by_letter_whatever_was_chosen_since() -> None:
    copy = replace(a_notice(kind=NoticeKind.HOMEWORK).draft, is_copy=True)

    found = [way_of(copy, BY_CHAT, CHAT, one) for one in (BOX, NO_BOX, None)]

    assert found == [Way(BOX), Way(NO_BOX), Way(None)]


def test_a_repeat_is_not_copied_again() -> None:
    draft = a_notice(kind=NoticeKind.FORECAST).draft
    chosen = CHOSE_NOTHING.told_via(Via.BOTH)

    repeat = replace(draft, change=Change.REPEATED)

    assert way_of(repeat, chosen, CHAT, BOX) == Way(CHAT, BOX)


def test_what_a_message_told_goes_by_letter_where_both_ways_were_chosen() -> None:
    homework, mark, untold = (
        Notice(NoticeId(number), replace(a_notice(kind=kind).draft, subject=number))
        for number, kind in enumerate(
            (NoticeKind.HOMEWORK, NoticeKind.MARK, NoticeKind.HOMEWORK), start=1
        )
    )
    notices = (homework, mark, untold)
    twofold = frozenset({homework.draft.record, untold.draft.record})
    batch = Batch(PersonId(9), CHAT, Lane.NOTICE, notices, spare=BOX, twofold=twofold)

    found = to_copy(batch, notices, [homework.id, mark.id])

    assert found == [homework.id]


CHAT_OPEN, MAIL_OPEN = frozenset({Channel.TELEGRAM}), frozenset({Channel.EMAIL})
NONE_OPEN, BOTH_OPEN = frozenset[Channel](), CHAT_OPEN | MAIL_OPEN
GIVEN, REFUSED, WITHDRAWN = "given", "refused", "withdrawn"
WORDS = {
    "chat, nothing said": ({}, "telegram", False, CHAT_OPEN),
    "both, nothing said": ({}, "telegram", True, BOTH_OPEN),
    "letters alone need a word": ({}, None, True, NONE_OPEN),
    "letters alone, agreed": ({"email": GIVEN}, None, True, MAIL_OPEN),
    "letters alone, taken back": ({"email": WITHDRAWN}, None, True, NONE_OPEN),
    "letters agreed, no mailbox yet": ({"email": GIVEN}, None, False, NONE_OPEN),
    "both, no letters": ({"email": REFUSED}, "telegram", True, CHAT_OPEN),
    "both, not to the chat": ({"telegram": WITHDRAWN}, "telegram", True, NONE_OPEN),
    "letters in place of the chat": (
        {"telegram": REFUSED, "email": GIVEN},
        "telegram",
        True,
        MAIL_OPEN,
    ),
    "declined altogether": (
        {"electronic": REFUSED, "telegram": GIVEN, "email": GIVEN},
        "telegram",
        True,
        NONE_OPEN,
    ),
    "paper is another matter": ({"paper": GIVEN}, "telegram", False, CHAT_OPEN),
    "neither": ({}, None, False, NONE_OPEN),
}


@pytest.mark.parametrize(("said", "chat", "mailbox", "ways"), WORDS.values(), ids=WORDS)
def test_by_which_ways_somebody_may_be_told(
    said: dict[str, str],
    chat: str | None,
    mailbox: bool,
    ways: frozenset[Channel],
) -> None:
    assert open_ways(said, chat=chat, mailbox=mailbox) == ways
