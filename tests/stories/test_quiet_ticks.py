"""What comes every minute asks first: where nothing is due it begins no turn that writes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.jobs.turns import EachSchool
from sandbox.in_process import Person
from storage.transaction import Transaction
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import reports
from tests.stories.test_broadcasts import asks as asks_all
from tests.stories.test_broadcasts import sends
from tests.stories.test_lost_access import asks, boss
from tests.stories.town import Town

__all__ = ["boss"]


async def turns(town: Town, job: str = "access-tick") -> int:
    """Tick once, and return how many turns that took."""
    begun = list[Transaction]()

    @asynccontextmanager
    async def counted() -> AsyncIterator[Transaction]:
        async with town.store.transaction() as tx:
            begun.append(tx)
            yield tx

    run = next(one.run for one in town.program.jobs if one.id == job)
    assert isinstance(run, EachSchool)
    await replace(run, begin=counted)()
    return len(begun)


@ON_BOTH
async def test_where_nothing_is_open_nothing_is_written(town: Town, boss: Person) -> None:
    assert boss.screen.text

    assert await turns(town) == 0


@ON_BOTH
async def test_lost_access_that_waits_is_asked_about_and_written_of_once_a_morning(
    town: Town, boss: Person
) -> None:
    await asks(town.somebody(), "Лугова Ева, мама Веры")
    on_the_day = [await turns(town), await turns(town)]
    town.clock.moves(days=1)
    next_day = [await turns(town), await turns(town)]
    await boss.sends("/start")

    assert (on_the_day, next_day) == ([0, 0], [1, 0])


@ON_BOTH
async def test_lost_access_that_nobody_can_hear_of_takes_no_turn(town: Town) -> None:
    await asks(town.somebody(), "Лугова Ева, мама Веры")

    assert await turns(town) == 0


@ON_BOTH
async def test_a_breach_that_is_not_reported_is_written_of_once_a_day(
    town: Town, boss: Person
) -> None:
    await town.comes_in("t1")
    await reports(boss)
    on_the_day = [await turns(town), await turns(town)]
    town.clock.moves(days=3)
    due = [await turns(town), await turns(town)]

    assert (on_the_day, due) == ([0, 0], [1, 0])


@ON_BOTH
async def test_a_broadcast_is_followed_where_something_is_due(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await town.comes_in("g1")
    before = await turns(town, "broadcast-tick")
    town.clock.strikes("2026-11-19T12:00")
    await asks_all(teacher, "До 20 ноября")
    await sends(town, teacher)
    on_the_day = [await turns(town, "broadcast-tick") for _ in range(2)]
    town.clock.strikes("2026-11-20T21:00")
    to_nudge = [await turns(town, "broadcast-tick") for _ in range(2)]

    assert (before, on_the_day, to_nudge) == (0, [0, 0], [1, 0])
