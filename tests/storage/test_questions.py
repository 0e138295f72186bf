"""A screen asks the database the same few questions, however much there is to show."""

import asyncio
import inspect
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any, get_type_hints

import pytest

from bot.composition.database import Database
from bot.composition.desk import Run
from bot.composition.use_cases import TurnDesk
from core.regulation.profile import Codes
from storage.transaction import Transaction
from tests.school.stores import StoppedClock, a_sqlite_file
from tests.storage.asked_school import AskedSchool, Size, who_asks

MOST = 20
"""A screen of a class asks as many; a pupil's asks fewer."""

SMALL = Size()
LARGE = {"marks": Size(marks=30), "pupils": Size(pupils=12), "years": Size(years=5)}

NOT_HERE = {
    "read_card": "a broadcast's",
    "read_received": "a broadcast's",
    "read_attachment": "of one file",
    "read_thread": "of one thread",
    "read_message": "of one message",
    "read_successors": "of one thread",
    "read_behind": "of whom a message goes to",
    "read_answered": "of one message that was answered by letter",
    "read_sheets": "of one paper run",
    "read_ticket": "of one ticket",
    "read_ticket_entry": "of one ticket",
    "read_helper_card": "of one ticket",
    "read_helper_entry": "of one ticket",
    "read_heirs": "of one ticket",
    "read_alike": "of one ticket",
    "read_warning_draft": "of one draft",
    "read_truancy": "of one warning",
    "read_truancy_draft": "of one draft",
    "read_rules": "of the school's rules",
}
"""Readings that no length of a journal makes longer."""


def readings() -> dict[str, frozenset[str]]:
    """Return the desk's readings by name, each with what it must be told besides who asks."""
    offered = [
        (name, get_type_hints(made.func)["return"])
        for one in TurnDesk.__mro__
        for name, made in vars(one).items()
        if isinstance(made, cached_property)
    ]
    return {name: _must_be_told(kind) for name, kind in offered if name.startswith("read_")}


def _must_be_told(kind: type) -> frozenset[str]:
    called = inspect.signature(kind.__call__).parameters.values()
    named = [one.name for one in called if one.default is inspect.Parameter.empty]
    return frozenset(named) - {"self", "actor"}


READINGS = readings()


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Size, tuple[str, dict[str, Any]]]:
    """Return the address of a school of each size, with what is asked for in it."""

    def planted(size: Size) -> tuple[str, dict[str, Any]]:
        url = a_sqlite_file(tmp_path_factory.mktemp("school"))
        with ThreadPoolExecutor(1) as apart:  # the test that asks first has a loop of its own
            return url, apart.submit(asyncio.run, _planted(url, size)).result()

    return {size: planted(size) for size in (SMALL, *LARGE.values())}


async def _planted(url: str, size: Size) -> dict[str, Any]:
    store = Database(url, StoppedClock(), synchronous="OFF")
    try:
        return await AskedSchool(size).plant(store)
    finally:
        await store.close()


Schools = Mapping[Size, tuple[str, dict[str, Any]]]


def test_every_reading_of_the_desks_is_asked_here(schools: Schools) -> None:
    _, known = schools[SMALL]

    unknown = {name for name, told in READINGS.items() if not told <= known.keys()}

    assert unknown <= NOT_HERE.keys() <= READINGS.keys()


@pytest.mark.parametrize("axis", LARGE)
@pytest.mark.parametrize("name", sorted(READINGS.keys() - NOT_HERE.keys()))
async def test_a_reading_asks_no_more_where_there_is_more(
    name: str, axis: str, schools: Schools
) -> None:
    few = await questions(name, *schools[SMALL])
    many = await questions(name, *schools[LARGE[axis]])

    assert len(few) == len(many), _differing(few, many)
    assert 0 < len(many) <= MOST


async def questions(name: str, url: str, known: Mapping[str, Any]) -> list[str]:
    """Return the statements of one reading."""
    clock = StoppedClock()
    store = Database(url, clock, synchronous="OFF")
    try:
        async with store.reading() as tx:
            who = await who_asks(tx)
            reading: Callable[..., Any] = getattr(TurnDesk(tx, Run(clock, Codes(), b"")), name)
            asked = await _heard(tx)
            await reading(who, **{one: known[one] for one in READINGS[name]})
            return list(asked)
    finally:
        await store.close()


async def _heard(tx: Transaction) -> list[str]:
    """Return a list into which every statement goes from now on."""
    raw = await tx.connection.get_raw_connection()
    asked: list[str] = []
    raw.driver_connection._connection.set_trace_callback(asked.append)  # type: ignore[union-attr]  # it is there
    return asked


def _differing(few: list[str], many: list[str]) -> list[str]:
    """Return how the questions begin that are asked more often of the larger school."""
    begun = [one[:200] for one in few]
    return sorted({one[:200] for one in many if many.count(one) != begun.count(one[:200])})
