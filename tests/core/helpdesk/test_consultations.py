"""The report of consultations tells what the tickets do; a log that was changed is found out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from core.access.people import Name, Role
from core.helpdesk.log.chain import Head, Line, LogRow, Recorded, chained, verify
from core.helpdesk.log.checking import (
    Broken,
    Checked,
    CheckLog,
    Exchanged,
    Missing,
    Unnoted,
    Wrong,
)
from core.helpdesk.tickets.ticket import Rating
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import PeriodId, SchoolId, SourceId
from core.journal.values import PeriodKind
from core.reports.consultations import ReadConsultations
from core.reports.table import Table, said
from core.reports.terms import Span, Term
from tests.core.helpdesk.desk import MONDAY, HelpDeskOfTests, words
from tests.school.tickets import Logged, MemoryConsultationLog, NotedHead

MOSCOW = ZoneInfo("Europe/Moscow")
QUARTER = Term(
    PeriodId(1), "II четверть", PeriodKind.QUARTER, date(2026, 11, 1), date(2026, 12, 30)
)
SPAN = Span(QUARTER, QUARTER, (QUARTER,), date(2026, 12, 30))


async def report_of(desk: HelpDeskOfTests) -> dict[str, Table]:
    async with desk.turn() as do:
        read = ReadConsultations(do.tx.consultations, desk.clock)
        tables = await read(desk.seed.school, SPAN, MOSCOW)
    return {one.title.key.removeprefix("consultations-"): one for one in tables}


async def served(desk: HelpDeskOfTests) -> None:
    """Let five ask: two are answered, one withdraws, one proposes, one is never closed."""
    desk.window(desk.nina, "09:00-12:00")
    first = await desk.asks()
    desk.clock.at = desk.at("09:07")
    await desk.does("answer", desk.nina, first.ticket.id, words("Обновите страницу"))
    await desk.does("confirm", desk.mother, first.ticket.id)
    await desk.does("rate", desk.mother, first.ticket.id, Rating(4))
    second = await desk.asks(Topic.REPORTS, by=desk.another("Анна", Role.TEACHER))
    await desk.does("answer", desk.nina, second.ticket.id, words("=1+1"))
    cancelled = await desk.asks(by=desk.another("Инга"))
    await desk.does("cancel", cancelled.ticket.asking.asker, cancelled.ticket.id)
    idea = await desk.asks(by=desk.another("Олег"), matter=Matter.PROPOSAL)
    await desk.does("end", desk.nina, idea.ticket.id, Closing.NEEDLESS)
    await desk.asks(by=desk.another("Лев"))
    desk.clock.at = desk.at("09:00", days=4)
    await desk.tick()


async def test_the_numbers_of_the_report_are_those_of_the_tickets() -> None:
    desk = HelpDeskOfTests()
    await served(desk)

    found = await report_of(desk)

    nina = Name("Нина", "Орлова")
    (by_month,) = found["by-month"].rows
    assert by_month[1:] == found["by-month"].totals[0][1:]
    assert by_month[:3] == (said("month-of", year="2026", month=11), 4, 2)
    assert {row[0]: row[1] for row in found["by-consultant"].rows} == {nina: 4}
    assert [row[1] for row in found["by-topic"].rows] == [3, 1]
    assert [row[5:8] for row in found["each"].rows] == [
        (7, said("outcome-confirmed"), 4),
        (None, said("outcome-cancelled"), None),
        (0, said("outcome-by-time"), None),
    ]
    ((matter, proposed, *_),) = found["apart"].rows
    assert (matter, proposed) == (said("matter-proposal"), "Не вижу оценок")


async def test_who_is_rated_later_and_opened_again_counts_once() -> None:
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "09:00-12:00")
    asked = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, asked, words("Обновите страницу"))
    await desk.does("reopen", desk.mother, asked)
    await desk.does("answer", desk.nina, asked, words("Перезайдите"))
    await desk.does("rate", desk.mother, asked, Rating(5))
    await desk.does("rate", desk.mother, asked, Rating(5, "Спасибо"))
    await desk.does("confirm", desk.mother, asked)

    (row,) = (await report_of(desk))["each"].rows

    assert row[6:] == (said("outcome-confirmed"), 5, "Спасибо")


async def test_a_merged_request_is_with_who_merged_it_and_counts_until_its_answer() -> None:
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "09:00-12:00")
    main = (await desk.asks()).ticket.id
    for given in ("Анна", "Инга"):
        same = (await desk.asks(by=desk.another(given))).ticket.id
        await desk.does("merge", desk.nina, main, [same])
    unanswered = await report_of(desk)
    desk.clock.at = desk.at("09:08")
    await desk.does("answer", desk.nina, main, words("Обновите страницу"))
    await desk.does("answer", desk.nina, main, words("И войдите ещё раз"))

    answered = await report_of(desk)

    nina, merged = Name("Нина", "Орлова"), said("outcome-merged")
    columns = [[row[3], row[5], row[6]] for row in unanswered["each"].rows]
    assert columns == [[nina, None, merged]] * 2
    assert [[*row[3:7:3], row[5]] for row in answered["each"].rows] == [[nina, merged, 8]] * 2
    assert [row[1:3] for row in answered["by-consultant"].rows] == [(2, 2)]


async def test_the_log_keeps_the_words_of_a_proposal_without_a_secret_and_none_of_a_question() -> (
    None
):
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "09:00-12:00")
    asked = (await desk.asks()).ticket.id
    idea = (await desk.asks(matter=Matter.PROPOSAL)).ticket.id
    await desk.does("note", desk.nina, idea, words("Уже думали"))
    await desk.does("add_words", desk.mother, idea, words("Мой код: qwerty99, мелкий шрифт"))
    for number in (asked, idea):
        await desk.does("end", desk.nina, number, Closing.NEEDLESS)

    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=9)

    assert [one.line.said for one in rows] == ["", "Не вижу оценок Мой код: ••• мелкий шрифт"]
    assert verify([rows[0], replace(rows[1], line=replace(rows[1].line, said=""))]) == replace(
        rows[1], line=replace(rows[1].line, said="")
    )


async def test_what_nobody_had_yet_is_not_said_of_the_administrators() -> None:
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "14:00-15:00")
    asked = (await desk.asks()).ticket
    await desk.does("cancel", desk.mother, asked.id)

    found = await report_of(desk)

    assert [row[0] for row in found["by-consultant"].rows] == [said("consultation-nobody")]


async def test_lost_access_is_answered_but_no_minutes_of_it_pull_the_mean_down() -> None:
    desk = HelpDeskOfTests()
    desk.window(desk.nina, "09:00-12:00")
    for topic, who in ((Topic.DIARY, desk.nina), (Topic.LOST_ACCESS, desk.boss)):
        asked = (await desk.asks(topic, by=desk.another(topic.value))).ticket
        desk.clock.at += timedelta(minutes=10)
        await desk.does("answer", who, asked.id, words("Сделано"))
        await desk.does("confirm", asked.asker, asked.id)

    found = await report_of(desk)

    assert [row[5] for row in found["each"].rows] == [10, None]
    (total,) = found["by-topic"].totals
    assert total[1:4] == (2, 2, Decimal("10.00"))


async def test_a_school_that_nobody_asked_has_empty_tables() -> None:
    found = await report_of(HelpDeskOfTests())

    assert {len(one.rows) + len(one.totals) for one in found.values()} == {0}


def some_rows() -> list[LogRow]:
    line = Line(
        MONDAY,
        Recorded.CLOSED,
        SourceId("t"),
        Matter.QUESTION,
        Role.GUARDIAN,
        Topic.DIARY,
        SourceId("n"),
        None,
        3,
        Closing.CONFIRMED,
    )
    return chained(Head(), [replace(line, minutes=number) for number in range(5)])


def changed(rows: list[LogRow]) -> Sequence[LogRow]:
    rows[2] = replace(rows[2], line=replace(rows[2].line, minutes=0))
    return rows


def changed_with_its_digest(rows: list[LogRow]) -> Sequence[LogRow]:
    forged = chained(rows[1].head, [replace(rows[2].line, at=MONDAY + timedelta(days=1))])
    return [*rows[:2], *forged, *rows[3:]]


def removed(rows: list[LogRow]) -> Sequence[LogRow]:
    return [*rows[:2], *rows[3:]]


def swapped(rows: list[LogRow]) -> Sequence[LogRow]:
    rows[2], rows[3] = (
        replace(rows[3], number=rows[2].number),
        replace(rows[2], number=rows[3].number),
    )
    return rows


def forked(rows: list[LogRow]) -> Sequence[LogRow]:
    return [*rows[:3], *chained(rows[1].head, [rows[3].line, rows[4].line])[1:], rows[4]]


@pytest.mark.parametrize(
    ("tampered", "wrong", "held"),
    [
        (changed, Broken(3), 2),
        (changed_with_its_digest, Broken(4), 3),
        (removed, Missing(3, 3), 2),
        (swapped, Broken(3), 2),
        (forked, Broken(4), 3),
    ],
)
async def test_what_was_tampered_with_is_found_at_its_row(
    tampered: Callable[[list[LogRow]], Sequence[LogRow]], wrong: Wrong, held: int
) -> None:
    desk, school = HelpDeskOfTests(), SchoolId(1)
    for row in tampered(some_rows()):
        desk.school.world.add(Logged, school=school, row=row)

    found = await CheckLog(MemoryConsultationLog(desk.school.world))(school)

    assert (found.wrong, found.head.number) == (wrong, held)


def cut_off(rows: list[LogRow]) -> Sequence[LogRow]:
    return rows[:2]


def emptied(_: list[LogRow]) -> Sequence[LogRow]:
    return []


def made_up_anew(rows: list[LogRow]) -> Sequence[LogRow]:
    return chained(rows[0].head, [replace(one.line, minutes=1) for one in rows[1:]])


def made_up_whole(rows: list[LogRow]) -> Sequence[LogRow]:
    return [rows[0], *made_up_anew(rows)]


def made_longer(rows: list[LogRow]) -> Sequence[LogRow]:
    return [*rows, *chained(rows[-1].head, [rows[0].line])]


def as_it_was(rows: list[LogRow]) -> Sequence[LogRow]:
    return rows


@pytest.mark.parametrize(
    ("kept", "wrong", "held"),
    [
        (as_it_was, None, 5),
        (cut_off, Missing(3, 5), 2),
        (emptied, Missing(1, 5), 0),
        (made_up_whole, Exchanged(3), 5),
        (made_longer, Unnoted(6), 6),
        (removed, Missing(3, 3), 2),
    ],
)
async def test_what_the_chain_cannot_tell_is_found_by_the_heads_noted_apart(
    kept: Callable[[list[LogRow]], Sequence[LogRow]], wrong: Wrong | None, held: int
) -> None:
    desk, school, rows = HelpDeskOfTests(), SchoolId(1), some_rows()
    for row in kept(rows):
        desk.school.world.add(Logged, school=school, row=row)
    for row in (rows[0], rows[2], rows[4]):
        desk.school.world.add(NotedHead, school=school, head=row.head)

    found = await CheckLog(MemoryConsultationLog(desk.school.world))(school)

    assert (found.wrong, found.head.number) == (wrong, held)


@pytest.mark.parametrize(
    ("number", "of", "wrong"),
    [
        (5, 5, None),
        (2, 2, None),
        (4, 5, Exchanged(4)),
        (7, 5, Missing(6, 7)),
    ],
)
async def test_a_log_is_held_against_what_a_report_bears(
    number: int, of: int, wrong: Wrong | None
) -> None:
    desk, school, rows = HelpDeskOfTests(), SchoolId(1), some_rows()
    log = MemoryConsultationLog(desk.school.world)
    await log.append(school, rows)
    printed = Head(number, rows[of - 1].head.in_short)

    found = await CheckLog(log)(school, printed)

    assert found == Checked(rows[-1].head, wrong)


async def test_what_follows_on_a_log_that_was_cut_off_fills_no_gap() -> None:
    desk, school, rows = HelpDeskOfTests(), SchoolId(1), some_rows()
    for row in rows[:2]:
        desk.school.world.add(Logged, school=school, row=row)
    desk.school.world.add(NotedHead, school=school, head=rows[-1].head)
    log = MemoryConsultationLog(desk.school.world)

    await log.append(school, chained(await log.head(school), [rows[0].line]))
    found = await CheckLog(log)(school)

    assert found == Checked(rows[1].head, Missing(3, 5))
