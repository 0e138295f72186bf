"""Letters to who has no chat, as a class teacher sees them: each state fits a phone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.screens.people.choices_page import choices_page
from bot.screens.people.given_mail import (
    ask_given_address,
    ask_letter_day,
    ask_written_day,
    letters_of,
    sure_to_end_letters,
)
from bot.screens.people.mail_pages import offer_page, stop_page
from bot.texts import Speech
from core.access.connections import Connection, OfClass, Part, Roll
from core.access.consents import Consent, Said, Subject
from core.access.given_mail import LettersOf
from core.access.mail_links import Offered, Stopping
from core.access.mailboxes import Mailbox, Proof, ProofState
from core.access.people import Account, Actor, Address, Channel
from core.ids import AccountId, PersonId, ProofId, SchoolId
from core.notices.answers.choosing import OpenedChoices
from core.notices.choosing import Choices
from core.notices.preferences import CHOSE_NOTHING, OWED, Nights, Timing, Topic
from core.regulation.profile import Profile
from tests.core.builders import CLASS_7A, NOW
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.test_limits import LARGEST, assert_fits
from tests.screens.test_rolls import BOSS, LEADER, LED, LONG, a_child
from tests.screens.views import RU, SPEECHES, labels, read

LONGEST = f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.ru"
MOTHER = PersonId(LARGEST)
CHILD = a_child(1)
BOX = Mailbox(Account(AccountId(LARGEST), Address(Channel.EMAIL, LONGEST)), NOW)
LOST = replace(BOX, account=replace(BOX.account, reachable=False))
PROOF = Proof(
    ProofId(LARGEST),
    SchoolId(1),
    MOTHER,
    LONGEST,
    "ru",
    "abc",
    NOW,
    NOW + timedelta(days=7),
    by_link=True,
)
AGREED = Consent(
    MOTHER, CHILD.pupil, Subject.EMAIL, Said.GIVEN, NOW.date(), NOW.date().isoformat()
)
DECLINED = replace(AGREED, subject=Subject.ELECTRONIC, said=Said.REFUSED)


def a_view(
    *said: Consent,
    box: Mailbox | None = None,
    proof: Proof | None = None,
    known: str = "",
    came: bool = False,
) -> LettersOf:
    one = Connection(MOTHER, LONG, Part.GUARDIAN, CHILD, NOW if came else None)
    roll = Roll(OfClass(CLASS_7A), LEADER, LED, (one,), NOW, timedelta(days=14))
    return LettersOf(roll, one, (CHILD.pupil,), box, known, proof, said)


STATES = {
    "nothing": (a_view(), "Нужен адрес и письменное согласие"),
    "known": (a_view(known=LONGEST), "Нужен адрес"),
    "waits": (a_view(AGREED, proof=PROOF, known=LONGEST), "Ждём подтверждения"),
    "not taken": (
        a_view(AGREED, proof=replace(PROOF, state=ProofState.REFUSED), known=LONGEST),
        "такого ящика нет",
    ),
    "too old": (a_view(AGREED, proof=replace(PROOF, expires=NOW)), "больше не действует"),
    "letters go": (a_view(AGREED, box=BOX, known=LONGEST), "Письма приходят на"),
    "bounces": (a_view(AGREED, box=LOST, known=LONGEST), "не доходят"),
    "another waits": (a_view(AGREED, box=BOX, proof=PROOF, known=LONGEST), "Ждём подтверждения"),
    "in the chat": (a_view(AGREED, box=BOX, came=True), "выбирает там сам"),
    "declined": (a_view(DECLINED), "отказалась"),
}


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_a_phone(speech: Speech, state: str) -> None:
    view, _ = STATES[state]

    shown = [
        letters_of(speech, view),
        letters_of(speech, view, sent=True),
        ask_given_address(speech, view),
        ask_letter_day(speech, view, known=True),
        ask_written_day(speech, view),
        sure_to_end_letters(speech, view),
    ]

    for screen in shown:
        assert_fits(screen)
        assert read(screen)[0].startswith("✉️")
        assert len(screen.buttons) <= ROWS
        assert broken(screen) <= LINES
        assert too_wide(screen) == []


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_said_and_no_address_is_shown_whole(state: str) -> None:
    view, said = STATES[state]

    screen = letters_of(RU, view)

    assert said in screen.text
    assert LONGEST not in screen.text
    assert all(LONGEST not in label for row in labels(screen) for label in row)


def test_who_is_in_the_chat_or_declined_is_offered_nothing_to_type() -> None:
    found = [labels(letters_of(RU, STATES[state][0])) for state in ("in the chat", "declined")]

    assert found == [[["Назад"]], [["Назад"]]]


def test_a_mailbox_that_works_is_not_offered_once_more() -> None:
    works, lost = (labels(letters_of(RU, STATES[one][0])) for one in ("letters go", "bounces"))

    assert works[0] == ["Другой адрес", "Прекратить письма"]
    assert lost[1] == works[0]


@pytest.mark.parametrize("speech", SPEECHES)
def test_a_page_names_nobody_and_shows_no_address_whole(speech: Speech) -> None:
    member = replace(BOSS, name=LONG)
    pages = [
        offer_page(speech, Offered(PROOF, member)),
        offer_page(speech, Offered(PROOF, member, BOX)),
        stop_page(speech, Stopping(MOTHER, BOX)),
        stop_page(speech, Stopping(MOTHER, None)),
    ]

    assert ['<form method="post"><' in one for one in pages] == [True, False, True, False]
    assert all('name="speak"' in one for one in pages)
    assert not any(LONGEST in one or LONG.family in one for one in pages)


@pytest.mark.parametrize("speech", SPEECHES)
def test_the_page_of_choices_offers_each_topic_once_and_what_is_owed_never(speech: Speech) -> None:
    member = replace(BOSS, name=LONG, children=(CHILD,))
    chosen = CHOSE_NOTHING.with_nights(Nights.OWN).timed(Topic.MARKS, Timing.OFF)
    choices = Choices(member, chosen, Profile().delivery, Profile(), NOW, BOX)

    family, staff = (
        choices_page(speech, OpenedChoices(Actor(BOX.account, (one.member,)), one, is_kept=True))
        for one in (choices, replace(choices, member=replace(member, children=())))
    )

    assert family.count("<select ") == len(Topic) - len(OWED) + 1
    assert family.count(" selected>") == family.count("<select ")
    assert staff.count("<select ") == 1
    assert [speech.say("topic-digests", at="18:00") in one for one in (family, staff)] == [
        True,
        False,
    ]
