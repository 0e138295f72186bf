"""Whoever asks, and whatever is said: the screens of asking fit a phone and Telegram."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.documents.transcript import transcript
from bot.screens.helpdesk import (
    asking,
    known,
    request_card,
    request_changes,
    request_ending,
    requests,
)
from bot.screens.helpdesk.hub import hub
from bot.screens.helpdesk.promise import promise
from bot.screens.parts.screen import TEXT_LENGTH, Screen
from bot.texts import Speech
from core.access.people import Account, Actor, Address, Channel, Child, Member, Name, Role
from core.access.zones import OwnZone, Zones
from core.helpdesk.answers.known import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    KnownAnswer,
    OwnAnswer,
    with_own,
)
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.asking import Asked
from core.helpdesk.tickets.form import Form
from core.helpdesk.tickets.gate import Opened, Side
from core.helpdesk.tickets.owner import Administrator, Consultant
from core.helpdesk.tickets.promise import (
    AdministratorAnswers,
    AnswersBy,
    AnswersFrom,
    AnswersNow,
    Promise,
    WindowOver,
)
from core.helpdesk.tickets.reading import Card
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import (
    UNDER_WAY,
    Asking,
    Entry,
    EntryKind,
    Rating,
    Standing,
    State,
    Ticket,
)
from core.helpdesk.topics import ANY, Topic
from core.helpdesk.values import Closing
from core.ids import (
    AccountId,
    CourseId,
    DutyId,
    KnownAnswerId,
    PersonId,
    PupilId,
    SchoolId,
    SourceId,
    TicketEntryId,
    TicketId,
)
from core.messages.broadcasts.ports import TaughtCourse
from core.messages.content import Content, RichText, SentFile
from tests.core.builders import NOW, TODAY
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.views import TEXTS, read

SCHOOL, ZONE = SchoolId(2**63 - 1), ZoneInfo("Europe/Moscow")
LONG = Name("Александра-Виктория", "Преображенская-Голенищева", "Константиновна")
ME, HELPER = PersonId(2**63 - 1), PersonId(8)
CHILDREN = tuple(Child(PupilId(PersonId(20 + one)), LONG, "11А") for one in range(3))
COURSES = tuple(
    TaughtCourse(CourseId(30 + one), "Алгебра и начала анализа, 11А", SCHOOL) for one in range(20)
)
RU = TEXTS.of("ru")
SPEAKING = [TEXTS.of(one) for one in ("ru", "en")]


def a_member(*roles: Role) -> Member:
    return Member(ME, SCHOOL, "Школа", "Europe/Moscow", LONG, frozenset(roles), children=CHILDREN)


def an_actor(*roles: Role) -> Actor:
    account = Account(AccountId(1), Address(Channel.TELEGRAM, "1"))
    return Actor(account, (a_member(*roles),))


def a_ticket(state: State = State.OPEN, topic: Topic = Topic.CONTROL_WORKS) -> Ticket:
    standing = Standing(topic, Administrator(HELPER), NOW, state)
    asked = Asking(SCHOOL, ME, Role.GUARDIAN, about=CHILDREN[0].pupil)
    return Ticket(
        TicketId(999_999),
        SourceId("t"),
        asked,
        LONG,
        NOW,
        1,
        standing,
        LONG,
        LONG,
        "Алгебра и начала анализа, 11А",
    )


def an_entry(number: int, kind: EntryKind = EntryKind.WORDS, files: int = 0) -> Entry:
    by = ME if kind is EntryKind.WORDS else HELPER
    sent = tuple(SentFile(is_picture=False, reference="f", name="отчёт") for _ in range(files))
    content = Content(RichText("очень " * 100), sent)
    entry = TicketEntryId(number)
    return Entry(entry, TicketId(999_999), SCHOOL, by, LONG, kind, NOW, content, version=2)


def a_card(ticket: Ticket, *entries: Entry) -> Card:
    desk = HelpDesk(DutySchedule(ZONE), frozenset())
    told = AnswersFrom(a_shift(), 200) if ticket.standing.is_under_way else None
    opened = Opened(a_member(Role.GUARDIAN), Side.ASKER, ticket, desk, NOW)
    return Card(opened, entries, told)


def a_merged_card(together: State, *entries: Entry) -> Card:
    ticket = a_ticket(State.CLOSED)
    merged = replace(
        ticket.standing, closing=Closing.MERGED, merged_into=TicketId(1), answered_at=None
    )
    told = AnswersFrom(a_shift(), 200)
    card = a_card(replace(ticket, standing=merged), *entries)
    return replace(card, promise=told, together=together)


def a_shift() -> Shift:
    ends = NOW + timedelta(hours=1)
    return Shift(HELPER, ANY, NOW, ends, "4", DutyId(1), TODAY, stands_in_for=None)


def a_form(*roles: Role) -> Form:
    return Form(a_member(*roles), CHILDREN, COURSES)


def a_composing(**more: object) -> asking.Composing:
    said = (Content(RichText("слово " * 300)),)
    told = {"topic": Topic.CONTROL_WORKS, "about": CHILDREN[0].pupil, "said": said} | more
    return asking.Composing(2**32 - 1, a_form(Role.TEACHER), **told)  # type: ignore[arg-type]  # by name


KNOWN = tuple(
    KnownAnswer(
        KnownAnswerId(2**63 - 1 - one), Topic.DIARY, "Как " * 30, "Так " * 200, 999, changed_at=NOW
    )
    for one in range(5)
)


def every(speech: Speech) -> list[Screen]:
    entries = [an_entry(1), an_entry(2, EntryKind.ASK_BACK), an_entry(3, EntryKind.ANSWER)]
    closed = a_ticket(State.CLOSED)
    standings = [
        a_ticket(),
        a_ticket(State.ASKED_BACK),
        a_ticket(State.ANSWERED),
        *(
            replace(closed, standing=replace(closed.standing, closing=one, rating=Rating(5)))
            for one in Closing
        ),
    ]
    consultant = an_actor(*Role)
    asked = Asked(a_ticket(), AnswersFrom(a_shift(), 200))
    return [
        *(request_card.request(speech, a_card(one, *entries), page=1) for one in standings),
        *(request_card.more(speech, a_card(one)) for one in standings),
        request_card.request(speech, a_card(a_ticket())),
        *(request_card.request(speech, a_merged_card(one, *entries)) for one in UNDER_WAY),
        requests.requests(speech, consultant, standings),
        requests.requests(speech, consultant, [a_ticket()] * 100, page=9),
        requests.requests(speech, consultant, []),
        request_changes.sent(speech, consultant, asked),
        request_changes.edited(speech, consultant, asked),
        request_ending.ask_cancel(speech, a_ticket()),
        request_ending.ask_rating(speech, a_ticket(State.ANSWERED)),
        request_changes.ask_reason(speech, a_ticket(), note="refusal-ticket-reason"),
        request_ending.rated(speech, standings[-1]),
        hub(speech, consultant, standings),
        hub(speech, an_actor(Role.GUARDIAN), []),
        asking.choose_topic(speech, a_composing(said=(), topic=None, about=None)),
        asking.choose_topic(speech, a_composing(said=(Content(RichText("дневник")),), topic=None)),
        *(asking.choose_about(speech, a_composing(about=None), page=one) for one in range(3)),
        asking.ask_words(speech, a_composing(urgent="срочно")),
        asking.ask_words(speech, a_composing(said=())),
        asking.ask_words(speech, a_composing(ticket=TicketId(1))),
        asking.ask_reason(speech, 1),
        known.one_kept(speech, SCHOOL, with_own([])[0], note="known-saved"),
        known.choose_topic(speech, SCHOOL),
    ]


@pytest.mark.parametrize("speech", SPEAKING, ids=["ru", "en"])
def test_every_screen_fits_a_phone(speech: Speech) -> None:
    shown = every(speech)

    assert [(broken(one), read(one)) for one in shown if broken(one) > LINES + 4] == []
    assert [read(one)[0] for one in shown if len(one.buttons) > ROWS] == []
    assert [too_wide(one) for one in shown if too_wide(one)] == []


@pytest.mark.parametrize("speech", SPEAKING, ids=["ru", "en"])
def test_what_people_wrote_is_shown_whole_within_telegram_s_limits(speech: Speech) -> None:
    longest = replace(KNOWN[0], question="ж" * LONGEST_QUESTION, answer="ж" * LONGEST_ANSWER)
    found = [
        known.answer(speech, longest, 2**32 - 1),
        known.one_kept(speech, SCHOOL, longest),
        known.kept(speech, SCHOOL, with_own(KNOWN)),
        asking.known(speech, a_composing(answers=KNOWN)),
    ]

    assert [len(one.text) for one in found if len(one.text) > TEXT_LENGTH] == []
    assert all(len(one.buttons) <= ROWS for one in found)


def test_each_of_the_bot_s_own_answers_has_its_words() -> None:
    shown = [known.one_kept(RU, SCHOOL, KnownAnswer(one, Topic.DIARY)) for one in OwnAnswer]

    assert len({one.text for one in shown}) == len(OwnAnswer)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (AnswersNow(HELPER, 2), "отвечает сейчас, вы 2-й в очереди."),
        (AdministratorAnswers(HELPER), "Отвечает администратор журнала, "),
        (AnswersFrom(a_shift(), 2), "Вы 2-й в очереди; когда начнётся, напишу."),
        (AnswersBy(HELPER, a_shift().ends_at), "ответ будет до <b>"),
        (WindowOver(HELPER), "решает, кто и когда ответит."),
        (WindowOver(HELPER, a_shift()), "Если не раньше, ответят: <b>"),
    ],
)
def test_the_promise_says_who_when_and_how_many_come_before(told: Promise, said: str) -> None:
    assert said in promise(RU, a_ticket(), told, Zones(ZONE))


def test_who_has_it_without_a_name_is_the_one_on_duty() -> None:
    nobody = replace(a_ticket(), owner_name=None)
    queue = replace(
        nobody, standing=replace(nobody.standing, owner=Consultant(HELPER, a_shift().key))
    )

    said = promise(RU, queue, AnswersNow(HELPER, 1), Zones(ZONE))

    assert said.startswith("Дежурный консультант")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 3, 26), "пт, 26 марта, с 14:00</b>."),
        (date(2027, 3, 29), "пн, 29 марта, с 13:00 (по вашему времени)</b>."),
    ],
)
def test_a_promise_over_the_change_of_clocks_is_right_on_both_sides(day: date, said: str) -> None:
    """Helsinki puts its clocks forward on 28 March, Kaliningrad never does."""
    zones = Zones.of(ZoneInfo("Europe/Helsinki"), OwnZone.KALININGRAD)
    starts = datetime.combine(day, time(14), zones.school)
    window = replace(a_shift(), starts_at=starts, ends_at=starts + timedelta(hours=1))

    assert said in promise(RU, a_ticket(), AnswersFrom(window, 1), zones)


def test_a_transcript_names_who_said_what_and_holds_no_secret() -> None:
    secret = replace(an_entry(1), content=Content(RichText("пароль: qwerty99")))
    card = a_card(a_ticket(State.ANSWERED), secret, an_entry(2, EntryKind.ANSWER, files=1))

    written = transcript(RU, card)

    assert "qwerty" not in written
    assert "Александра-Виктория Константиновна Преображенская-Голенищева:" in written
    assert "[файл: отчёт]" in written
