"""What the help desk tells fits Telegram and a phone, with the longest names and words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from bot.screens.news.message import news
from bot.screens.parts.screen import LABEL_LENGTH, TEXT_LENGTH, Screen
from bot.texts.html import units
from bot.texts.speech import Speech
from core.access.people import Name, Role
from core.access.zones import Zones
from core.helpdesk.duty.shift import Shift
from core.helpdesk.facts import Arrival, Lapse
from core.helpdesk.tickets.owner import Administrator, Consultant
from core.helpdesk.tickets.promise import (
    AdministratorAnswers,
    AnswersBy,
    AnswersFrom,
    AnswersNow,
    WindowOver,
)
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
from core.helpdesk.values import Closing, Matter
from core.ids import (
    DutyId,
    PersonId,
    PupilId,
    SchoolId,
    SourceId,
    TicketEntryId,
    TicketId,
)
from core.messages.content import Content, RichText, SentFile
from core.notices.ledger import NoticeKind
from core.notices.news.journal import News
from core.notices.news.tickets import (
    TICKET_KINDS,
    DutyCallNews,
    TicketLostNews,
    TicketNews,
    TicketWordsNews,
)
from tests.screens.views import EN, RU

AT = datetime(2026, 11, 23, 6, tzinfo=UTC)
MOSCOW = Zones(ZoneInfo("Europe/Moscow"))
LONG = Name("Констанция<" * 9, "Оболенская-Нелединская&" * 9, "Аристарховна" * 9)
NINA, EVA = PersonId(1), PersonId(2)
SHIFT = Shift(
    NINA, ANY, AT, AT + timedelta(hours=3), "каб. " * 20, DutyId(2**62), date(2026, 11, 23)
)
SPEAKING = pytest.mark.parametrize("speech", [RU, EN])


def a_ticket(**standing: object) -> Ticket:
    told: dict[str, object] = {"urgent": "с" * 300, "rating": Rating(5, "о" * 500)} | standing
    has = Consultant(NINA, SHIFT.key)
    stands = replace(Standing(Topic.CONTROL_WORKS, has, AT), **told)  # type: ignore[arg-type]  # a builder's freedom
    asking = Asking(SchoolId(1), EVA, Role.DEPUTY_HEAD, Matter.PROPOSAL)
    return Ticket(
        TicketId(2**62), SourceId("t"), asking, LONG, AT, 1, stands, LONG, LONG, "к" * 300
    )


def an_entry(kind: EntryKind, words: str = "<б>" * 1166, files: int = 9) -> Entry:
    content = Content(RichText(words), (SentFile(True, "photo", size=7),) * files)
    number = TicketEntryId(2**62)
    return Entry(number, TicketId(2**62), SchoolId(1), NINA, LONG, kind, AT, content)


def fits(screen: Screen) -> bool:
    rows = [button for row in screen.buttons for button in row]
    return (
        units(unescape(re.sub("<[^>]+>", "", screen.text))) <= TEXT_LENGTH
        and len(screen.buttons) <= 4
        and all(len(one.label) <= LABEL_LENGTH for one in rows)
        and all(len(one.callback_data.encode()) <= 64 for one in rows)
    )


def shown(speech: Speech, one: News, to: PersonId) -> Screen:
    return news(speech, [one], recipient=to)


@SPEAKING
@pytest.mark.parametrize("kind", sorted(TICKET_KINDS))
@pytest.mark.parametrize("why", [Arrival.ASKED, Arrival.UNANSWERED, Arrival.REOPENED])
@pytest.mark.parametrize("to_asker", [True, False])
def test_what_happened_to_a_ticket_fits(
    speech: Speech, kind: NoticeKind, why: Arrival, *, to_asker: bool
) -> None:
    to = EVA if to_asker else NINA
    said = (an_entry(EntryKind.WORDS),) * 3
    one = TicketNews(
        PupilId(to), LONG, kind, a_ticket(), to_asker, MOSCOW, AT, {NINA: LONG}, said, None, why
    )

    screen = shown(speech, one, to)

    assert fits(screen)
    assert screen.buttons
    assert screen.text.startswith("🆘")
    assert len(screen.text.split("\n")) <= 12


@SPEAKING
@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (AnswersNow(NINA, 2), ("2-й", "2")),
        (AnswersBy(NINA, AT), ("ответ будет до", "answers by")),
        (WindowOver(NINA), ("решает, кто и когда ответит", "says who answers and when")),
        (WindowOver(NINA, SHIFT), ("Если не раньше, ответят", "If not sooner, answers")),
        (AnswersFrom(SHIFT, 3), ("пн, 23 ноября, 09:00–12:00", "23 November")),
        (AdministratorAnswers(), ("администратор", "administrator")),
    ],
)
def test_a_promise_says_who_answers_when(
    speech: Speech, promise: object, words: tuple[str, str]
) -> None:
    kind = NoticeKind.TICKET_PROMISE
    base = TicketNews(PupilId(EVA), LONG, kind, a_ticket(), True, MOSCOW, AT, {NINA: LONG})

    screen = shown(speech, replace(base, promise=promise), EVA)  # type: ignore[arg-type]  # one of four

    assert fits(screen)
    assert words[0 if speech is RU else 1] in screen.text


@SPEAKING
@pytest.mark.parametrize("together", sorted(UNDER_WAY))
def test_what_is_answered_together_says_so_and_nothing_of_another(
    speech: Speech, together: State
) -> None:
    kind = NoticeKind.TICKET_PROMISE
    ticket = a_ticket(
        state=State.CLOSED, closing=Closing.MERGED, merged_into=TicketId(2), answered_at=None
    )
    news = TicketNews(PupilId(EVA), LONG, kind, ticket, True, MOSCOW, AT, {NINA: LONG})

    screen = shown(speech, replace(news, promise=AnswersNow(NINA, 2), together=together), EVA)

    assert fits(screen)
    assert len(screen.buttons) == 2
    assert ("Такой же вопрос", "Others asked the same")[speech is not RU] in screen.text


@SPEAKING
@pytest.mark.parametrize("together", [None, State.OPEN])
@pytest.mark.parametrize(
    ("lapse", "words"),
    [
        (Lapse.TAKEN_BACK, ("писал посторонний", "a stranger wrote it")),
        (Lapse.OF_ANOTHER, ("был на другой вопрос", "was to another question")),
    ],
)
def test_of_an_answer_that_is_none_its_reader_hears_before_all_else(
    speech: Speech, together: State | None, lapse: Lapse, words: tuple[str, str]
) -> None:
    kind = NoticeKind.TICKET_PROMISE
    news = TicketNews(PupilId(EVA), LONG, kind, a_ticket(), True, MOSCOW, AT, {NINA: LONG})
    told = replace(news, promise=AnswersNow(NINA, 2), together=together, lapse=lapse)

    screen = shown(speech, told, EVA)

    assert fits(screen)
    assert words[0 if speech is RU else 1] in screen.text.split("\n")[1]


@SPEAKING
@pytest.mark.parametrize("how", Closing)
def test_each_way_of_closing_is_said(speech: Speech, how: Closing) -> None:
    ticket = a_ticket(state=State.CLOSED, closing=how, rating=None)
    kind = NoticeKind.TICKET_CLOSED
    one = TicketNews(PupilId(EVA), LONG, kind, ticket, True, MOSCOW, AT, {}, how=how)

    screen = shown(speech, one, EVA)

    assert fits(screen)
    assert len(screen.text.split("\n")) == 2


@SPEAKING
@pytest.mark.parametrize("kind", [EntryKind.ANSWER, EntryKind.ASK_BACK, EntryKind.WORDS])
@pytest.mark.parametrize(("words", "files"), [("<б>" * 1166, 9), ("", 1), ("Да", 0)])
def test_words_fit_with_their_files(
    speech: Speech, kind: EntryKind, words: str, files: int
) -> None:
    entry, to_asker = an_entry(kind, words, files), kind is not EntryKind.WORDS
    to = EVA if to_asker else NINA
    one = TicketWordsNews(
        PupilId(to), LONG, a_ticket(), entry, to_asker, True, MOSCOW, AT + timedelta(days=3)
    )

    screen = shown(speech, one, to)

    assert fits(screen)
    assert (screen.file is not None) == (0 < files < 9)


@SPEAKING
@pytest.mark.parametrize("unknown", [True, False])
def test_a_lost_answer_says_what_is_known(speech: Speech, *, unknown: bool) -> None:
    ticket = a_ticket(owner=Administrator())
    entry = an_entry(EntryKind.ANSWER)
    one = TicketLostNews(PupilId(NINA), LONG, ticket, entry, False, unknown)

    assert fits(shown(speech, one, NINA))


@SPEAKING
@pytest.mark.parametrize("silent", [True, False])
@pytest.mark.parametrize("in_charge", [True, False])
def test_a_call_to_duty_fits(speech: Speech, *, silent: bool, in_charge: bool) -> None:
    one = DutyCallNews(
        PupilId(NINA),
        LONG,
        SchoolId(2**62),
        SHIFT,
        silent,
        True,
        MOSCOW,
        AT,
        {NINA: LONG},
        in_charge,
    )

    assert fits(shown(speech, one, NINA))


@SPEAKING
@pytest.mark.parametrize("can_wait", [True, False])
def test_at_its_end_a_window_that_comes_is_offered_and_no_other(
    speech: Speech, *, can_wait: bool
) -> None:
    kind = NoticeKind.TICKET_AT_END
    base = TicketNews(PupilId(NINA), LONG, kind, a_ticket(), False, MOSCOW, AT, {NINA: LONG})

    screen = shown(speech, replace(base, can_wait=can_wait), NINA)

    offered = [one.label for row in screen.buttons for one in row]
    assert (speech.label("news-ticket-next-window") in offered) is can_wait
    assert fits(screen)
