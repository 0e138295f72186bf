"""The log of consultations on a phone: with long names, many rows, corrections, and nothing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.screens.helpdesk import consultation_log as screens
from bot.screens.helpdesk import ticket_card, ticket_more, ticket_moving, ticket_news
from bot.screens.parts.screen import Screen
from bot.texts import Speech
from core.access.people import Name, Role
from core.access.zones import Zones
from core.helpdesk.log.chain import Head, Line, LogRow, Recorded, chained
from core.helpdesk.log.correcting import LogEntry, LogView, Piece
from core.helpdesk.tickets.ticket import State
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.helpdesk.vendor.packet import Account, Packet, PacketState, Story, Support
from core.ids import PacketId, PersonId, SourceId
from core.notices.ledger import NoticeKind
from core.notices.news.tickets import TicketNews
from tests.core.builders import NOW
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.test_consultant_limits import (
    LONG,
    MEMBER,
    SCHOOL,
    SPEECHES,
    ZONE,
    a_card,
    a_ticket,
)
from tests.screens.views import TEXTS

RU = TEXTS.of("ru")
WHO = SourceId("c1")


def a_line(**told: object) -> Line:
    line = Line(
        NOW,
        Recorded.CLOSED,
        SourceId("t1"),
        Matter.PROPOSAL,
        Role.DEPUTY_HEAD,
        Topic.CONTROL_WORKS,
        WHO,
        NOW,
        7,
        Closing.NO_ANSWER,
    )
    return replace(line, **told)  # type: ignore[arg-type]  # by name


def rows(*lines: Line) -> list[LogRow]:
    return chained(Head(2**30), lines)


def a_view(count: int = 1, name: Name = LONG, *corrections: Line) -> LogView:
    found = rows(*(a_line() for _ in range(count)))
    right = tuple(rows(*corrections))
    line = replace(a_line(), **_values(corrections[-1])) if corrections else a_line()
    return LogView(MEMBER, tuple(LogEntry(one, line, right) for one in found), {WHO: name})


def _values(line: Line) -> dict[str, object]:
    return {"topic": line.topic, "matter": line.matter, "outcome": line.outcome}


def a_correction(**told: object) -> Line:
    return a_line(what=Recorded.CORRECTED, corrects=2**30 + 1, by=WHO, **told)


def a_packet(**told: object) -> Packet:
    packet = Packet(
        PacketId(2**40),
        SCHOOL,
        ZONE.key,
        PersonId(7),
        LONG,
        Account(),
        Story(),
        Support(),
        PacketState.SENT,
        NOW,
        "n",
        number="SD-" + "1" * 90,
        ask_on=NOW.date(),
        ticket=a_ticket().id,
    )
    return replace(packet, **told)  # type: ignore[arg-type]  # by name


def too_large(shown: Sequence[Screen]) -> list[Screen]:
    return [
        one for one in shown if broken(one) > LINES or len(one.buttons) > ROWS or too_wide(one)
    ]


@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
def test_the_log_and_its_rows_fit_a_phone(speech: Speech) -> None:
    right = a_correction(topic=Topic.LESSON_PLANS, matter=Matter.QUESTION, outcome=Closing.VENDOR)
    corrected = a_view(1, LONG, right)

    shown = [
        screens.log(speech, a_view(0)),
        *(screens.log(speech, a_view(200, LONG, right), page=page) for page in (0, 3, 99)),
        screens.row(speech, a_view()),
        screens.row(speech, corrected),
        *(screens.ask(speech, corrected, piece) for piece in Piece),
    ]

    assert too_large(shown) == []


@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
def test_a_card_with_packets_and_how_it_ends_fit_a_phone(speech: Speech) -> None:
    card = replace(a_card(state=State.AT_VENDOR), packets=(a_packet(), a_packet()))

    shown = [
        ticket_card.card(speech, card),
        ticket_more.more(speech, card),
        ticket_moving.close(speech, card),
        *(
            ticket_moving.ended(speech, card.ticket, how)
            for how in (Closing.SOLVED, Closing.VENDOR, Closing.DUPLICATE, Closing.NEEDLESS)
        ),
    ]

    assert too_large(shown) == []


def test_a_row_says_what_was_wrong_and_who_put_it_right() -> None:
    right = a_correction(topic=Topic.REPORTS, outcome=Closing.SOLVED)

    shown = screens.row(RU, a_view(1, Name("Анна", "Ли"), right))

    assert shown.text.split("\n")[1:] == [
        "Спросил(а): завуч, предложение",
        "Тема: отчёты",
        "Итог: решено",
        "Консультант: Ли Анна",
        "Минут до ответа: 7",
        "Исправлено пт, 20 ноября, 12:00, Ли Анна. Было: контрольные работы, нет ответа.",
        "Ошибку исправляют новой записью: эта останется, в отчёты пойдёт верная.",
    ]


def test_what_was_put_back_is_as_it_was_at_first() -> None:
    shown = screens.row(RU, a_view(1, Name("Анна", "Ли"), a_correction()))

    assert "Теперь как было записано сначала." in shown.text


@pytest.mark.parametrize(
    ("told", "consultant", "minutes"),
    [
        ({"window": None}, "Администратор журнала", "Ответа в переписке не было."),
        ({}, "Ещё никто: ждало окна", "Ответа в переписке не было."),
        (
            {"window": None, "outcome": Closing.CONFIRMED},
            "Администратор журнала",
            "Ответ был; минуты не считаются: окон по этой теме нет.",
        ),
    ],
)
def test_what_has_no_minutes_says_why(
    told: dict[str, object], consultant: str, minutes: str
) -> None:
    found = rows(a_line(minutes=None, consultant=SourceId(""), **told))
    view = LogView(MEMBER, (LogEntry(found[0], found[0].line),), {})

    shown = screens.row(RU, view).text

    assert f"Консультант: {consultant}\n{minutes}" in shown


@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
@pytest.mark.parametrize("how", sorted(Closing))
def test_each_ending_is_told_to_both(speech: Speech, how: Closing) -> None:
    ticket = a_ticket(state=State.CLOSED, closing=how, answered_at=NOW, closed_at=NOW)
    told = [
        ticket_news.told(
            speech,
            TicketNews(
                PersonId(7),
                LONG,
                NoticeKind.TICKET_CLOSED,
                ticket,
                to_asker,
                Zones(ZONE),
                NOW,
                {},
                how=how,
                closes_at=NOW,
            ),
        )
        for to_asker in (True, False)
    ]

    assert too_large(told) == []
    again = "Открыть снова" if speech is RU else "Open again"
    labels = [one.label for row in told[0].buttons for one in row]
    others_did = how not in {Closing.CONFIRMED, Closing.BY_TIME, Closing.CANCELLED}
    assert (again in labels) is others_did
