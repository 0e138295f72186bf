"""The log is put right by rows that are added: the wrong one stays, the right one counts."""

import pytest

from core.errors import AccessRefused, NotFound
from core.helpdesk.log.chain import LogRow, Recorded, verify
from core.helpdesk.log.correcting import LogView
from core.helpdesk.tickets.ticket import Rating
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.reports.consultations import consultations
from tests.core.helpdesk.desk import HelpDeskOfTests


@pytest.fixture
async def desk() -> HelpDeskOfTests:
    """A desk where Nina has closed one request, and the administrator another one."""
    made = HelpDeskOfTests()
    made.window(made.nina, "09:00-11:00")
    number = (await made.asks()).ticket.id
    await made.does("end", made.nina, number, Closing.NEEDLESS)
    await made.does("rate", made.mother, number, Rating(5))
    lost = (await made.asks(Topic.LOST_ACCESS)).ticket.id
    await made.does("end", made.boss, lost, Closing.SOLVED)
    return made


async def corrects(desk: HelpDeskOfTests, who: int, number: int, right: object) -> LogView:
    return await desk.does("correct", who, desk.seed.school, number, right)


async def rows(desk: HelpDeskOfTests) -> list[LogRow]:
    async with desk.turn() as do:
        return list(await do.tx.consultations.after(desk.seed.school, 0, most=99))


async def test_what_is_right_is_a_further_row_that_names_the_wrong_one(
    desk: HelpDeskOfTests,
) -> None:
    before = await rows(desk)

    for right in (Closing.SOLVED, Topic.REPORTS, Matter.REMARK, Topic.REPORTS):
        view = await corrects(desk, desk.nina, 1, right)

    after, (entry,) = await rows(desk), view.entries
    assert (after[: len(before)], verify(after)) == (before, None)
    assert [(it.line.what, it.line.corrects, it.line.by) for it in after[len(before) :]] == [
        (Recorded.CORRECTED, 1, "Нина")
    ] * 3
    assert (entry.line.outcome, entry.line.topic, entry.line.matter, entry.line.stars) == (
        Closing.SOLVED,
        Topic.REPORTS,
        Matter.REMARK,
        None,
    )
    assert entry.row == before[0]


async def test_reports_count_it_once_as_it_is_right(desk: HelpDeskOfTests) -> None:
    await corrects(desk, desk.nina, 1, Topic.REPORTS)
    await corrects(desk, desk.boss, 1, Closing.VENDOR)

    found = consultations(await rows(desk), desk.at("00:00"), desk.at("23:00"))

    assert [(it.line.topic, it.line.outcome, it.stars) for it in found] == [
        (Topic.REPORTS, Closing.VENDOR, 5),
        (Topic.LOST_ACCESS, Closing.SOLVED, None),
    ]


async def test_a_consultant_sees_the_own_rows_and_an_administrator_all(
    desk: HelpDeskOfTests,
) -> None:
    school = desk.seed.school

    own = await desk.does("read_log", desk.nina, school)
    every = await desk.does("read_log", desk.boss, school)

    assert [it.row.number for it in own.entries] == [1]
    assert [it.row.number for it in every.entries] == [3, 1]
    assert (await desk.does("read_log", desk.olga, school)).entries == ()


async def test_nobody_else_reads_or_corrects_it(desk: HelpDeskOfTests) -> None:
    school, before = desk.seed.school, await rows(desk)

    with pytest.raises(AccessRefused):
        await desk.does("read_log", desk.mother, school)
    for who in (desk.mother, desk.olga):
        with pytest.raises(AccessRefused):
            await corrects(desk, who, 1, Topic.REPORTS)
    for number in (2, 99):
        with pytest.raises(NotFound):
            await corrects(desk, desk.boss, number, Topic.REPORTS)

    assert await rows(desk) == before
