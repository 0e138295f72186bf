"""What comes by the clock asks first: where nothing is due it begins no turn that writes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

import pytest

from bot.composition.errands import rules_of
from bot.jobs.turns import EachSchool
from sandbox.in_process import Person
from storage.transaction import Transaction
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import reports
from tests.stories.test_broadcasts import asks as asks_all
from tests.stories.test_broadcasts import sends
from tests.stories.test_control_works import with_control
from tests.stories.test_data_check import says_the_phone, with_data
from tests.stories.test_duty import makes_a_window, saves, with_consultants
from tests.stories.test_finals import the_quarter
from tests.stories.test_lost_access import asks, boss
from tests.stories.test_training import plans
from tests.stories.test_vendor import tells, with_what_all_packets_say
from tests.stories.town import Town

__all__ = ["boss"]


Arranges = Callable[[Town], Awaitable[object]]


async def a_control_work(town: Town) -> None:
    await town.imports(with_control())


async def a_quarter_that_lacks_a_mark(town: Town) -> None:
    await town.comes_in("t1")
    await town.imports(the_quarter("p1-7a-alg"))


async def a_mother(town: Town) -> None:
    await town.imports(with_data())
    await town.comes_in("g1")


async def reviews_told_together(town: Town) -> None:
    await town.comes_in("t1")
    await rules_of(town.store, document=None, decided={"review.told": "daily"})


async def a_class_teacher(town: Town) -> None:
    await town.comes_in("t1")


async def an_administrator(town: Town) -> None:
    await town.imports(with_consultants())
    await town.comes_in("x1")


async def missed_lessons(town: Town) -> None:
    await town.comes_in("t1")
    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))


async def a_correction(town: Town) -> None:
    await town.imports(with_data(with_consultants()))
    await town.comes_in("x1")
    mother = await town.comes_in("g1")
    town.clock.moves(days=1)
    await town.program.tick("personal-data-tick")
    await town.outbox_ticks()
    await says_the_phone(mother, "8 (978) 333-44-55")


async def a_window_of_who_has_not_come_in(town: Town) -> None:
    await town.imports(with_consultants())
    boss = await town.comes_in("x1")
    await makes_a_window(boss, "1", "пн", "9-12")
    await saves(boss)


async def a_training(town: Town) -> None:
    await town.imports(with_consultants())
    boss = await town.comes_in("x1")
    await town.comes_in("t1")
    await plans(boss)
    await boss.taps("Пригласить (2)")


async def a_packet(town: Town) -> None:
    await with_what_all_packets_say(town)
    nina = await town.comes_in("t1")
    await tells(nina, picture=False)
    await nina.taps("Текстом")
    await nina.taps("Номер")
    await nina.sends("SD-1029")
    await nina.taps("Спросить снова")
    await nina.taps("Через 3 дня")


CASES: Final = (
    ("control-works-tick", a_control_work, "2026-11-19T12:00", "2026-11-20T12:00"),
    ("period-marks-tick", a_quarter_that_lacks_a_mark, "2026-12-21T07:50", "2026-12-21T08:10"),
    ("review-tick", a_mother, "2026-11-22T12:00", "2026-11-22T18:00"),
    ("review-tick", reviews_told_together, "2026-11-23T07:50", "2026-11-23T08:00"),
    ("paper-tick", a_mother, "2026-11-23T06:50", "2026-11-23T07:00"),
    ("absences-tick", missed_lessons, "2026-11-23T07:50", "2026-11-23T08:00"),
    ("personal-data-tick", a_mother, "2026-11-21T09:50", "2026-11-21T10:00"),
    ("personal-data-tick", a_correction, "2026-11-22T07:50", "2026-11-22T08:00"),
    ("personal-data-tick", a_class_teacher, "2026-12-17T07:50", "2026-12-17T08:00"),
    ("duty-tick", a_window_of_who_has_not_come_in, "2026-11-21T07:50", "2026-11-21T08:00"),
    ("training-tick", a_training, "2026-11-26T17:50", "2026-11-26T18:00"),
    ("training-tick", an_administrator, "2026-12-13T07:50", "2026-12-13T08:00"),
    ("vendor-tick", a_packet, "2026-11-23T07:50", "2026-11-23T08:05"),
)
"""A job, what it will have to do, and two instants: not yet, and due."""


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


@ON_BOTH
async def test_a_broadcast_is_not_followed_for_who_may_not_be_told(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    for child in ("Яна, 7А", "Ян, 5Б"):
        await mother.sends("/settings")
        await mother.taps("Согласия")
        await mother.taps(child)
        await mother.taps("Отозвать согласие")
        await mother.taps("Да, отозвать")
    town.clock.strikes("2026-11-19T12:00")
    await asks_all(teacher, "До 20 ноября")
    await sends(town, teacher)

    assert await turns(town, "broadcast-tick") == 0


@ON_BOTH
@pytest.mark.parametrize(("job", "arranges", "early", "due"), CASES)
async def test_a_tick_takes_a_turn_when_its_time_has_come_and_one_only(
    town: Town, job: str, arranges: Arranges, early: str, due: str
) -> None:
    await arranges(town)
    town.clock.strikes(early)
    not_yet = await turns(town, job)
    town.clock.strikes(due)
    in_time = [await turns(town, job) for _ in range(2)]

    assert (not_yet, in_time) == (0, [1, 0])
