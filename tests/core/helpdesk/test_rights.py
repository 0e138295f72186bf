"""Who reads and answers tickets: the role counts as it is now, whatever windows once said."""

from dataclasses import replace
from datetime import date

import pytest

from core.access.people import Role
from core.errors import AccessRefused
from core.ids import PersonId
from tests.core.helpdesk.desk import HelpDeskOfTests, words
from tests.school import records


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


async def is_no_consultant_any_more(desk: HelpDeskOfTests, person: PersonId) -> None:
    await desk.seed.plant(desk.school)
    world = desk.school.world
    for one in list(world.all(records.Role, lambda it: it.person_id == person)):
        world.change(one, gone_at=desk.clock.at)
    desk.members[person] = replace(desk.members[person], roles=frozenset({Role.TEACHER}))


async def test_a_window_of_years_ago_opens_nothing(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "09:00-11:00", begins=date(2024, 9, 1), ends=date(2025, 5, 31))
    number = (await desk.asks()).ticket.id

    with pytest.raises(AccessRefused):
        await desk.does("read", desk.olga, number)


async def test_a_window_to_come_opens_what_is_of_its_topic(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "09:00-11:00", begins=date(2026, 12, 1))
    number = (await desk.asks()).ticket.id

    assert len((await desk.does("read", desk.olga, number)).entries) == 1


async def test_who_is_no_consultant_any_more_gets_and_keeps_nothing(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "09:00-11:00")
    had = (await desk.asks()).ticket.id

    await is_no_consultant_any_more(desk, desk.nina)
    new = await desk.asks()
    await desk.tick()

    owners = [(await desk.now(one)).standing.owner.person for one in (had, new.ticket.id)]
    assert owners == [desk.olga, desk.olga]


@pytest.mark.parametrize("what", ["read", "answer", "read_counter"])
async def test_who_answered_and_is_no_consultant_any_more_reads_it_no_more(
    desk: HelpDeskOfTests, what: str
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))

    await is_no_consultant_any_more(desk, desk.nina)

    of = desk.seed.school if what == "read_counter" else number
    with pytest.raises(AccessRefused):
        await desk.does(what, desk.nina, of, *([words("И ещё")] if what == "answer" else []))
