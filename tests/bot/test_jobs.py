"""Ticks look after each school apart: one that breaks, or one half that does, stops no other."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from structlog.testing import capture_logs

from bot.jobs.page import Job, ticking
from bot.jobs.turns import Deed, EachSchool
from core.ids import SchoolId
from core.notices.timing import SchoolDelivery
from tests.stories.test_outlets import until

SCHOOLS = [SimpleNamespace(school=number) for number in (1, 2, 3)]


@dataclass
class Books:
    """Two halves of a tick, of which some break for some school; what was committed is noted."""

    breaks: frozenset[tuple[str, int]] = frozenset()
    done: list[str] = field(default_factory=list)
    committed: list[str] = field(default_factory=list)

    @property
    def delivery(self) -> "Books":
        return self

    async def all(self) -> list[SimpleNamespace]:
        return SCHOOLS

    def half(self, name: str) -> Callable[[Any], Awaitable[None]]:
        async def do(school: Any) -> None:
            self.done.append(f"{name} {school.school}")
            if (name, school.school) in self.breaks:
                raise KeyError("Лугова Яна")

        return do

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["Books"]:
        yield self
        self.committed.append(self.done[-1])


def a_tick(books: Books) -> EachSchool:
    halves = [Deed(lambda it: it.half("morning")), Deed(lambda it: it.half("evening"))]
    return EachSchool(asynccontextmanager(reading_of(books)), books.begin, halves)


def reading_of(books: Books) -> Callable[[], AsyncIterator[Books]]:
    async def reading() -> AsyncIterator[Books]:
        yield books

    return reading


async def test_each_school_has_turns_of_its_own() -> None:
    books = Books()

    await a_tick(books)()

    assert books.committed == [
        f"{half} {number}" for number in (1, 2, 3) for half in ("morning", "evening")
    ]


async def test_a_school_that_breaks_stops_neither_the_others_nor_its_other_half() -> None:
    books = Books(breaks=frozenset({("morning", 2)}))

    with capture_logs() as said:
        await a_tick(books)()

    assert books.committed == ["morning 1", "evening 1", "evening 2", "morning 3", "evening 3"]
    assert [(one["event"], one["school"], one["error"]) for one in said] == [
        ("school-not-looked-after", 2, "KeyError")
    ]
    assert "Лугова" not in str(said)


async def test_only_where_something_is_due_a_turn_is_begun() -> None:
    books, asked = Books(), list[SchoolId]()

    async def where() -> list[SchoolId]:
        return [SchoolId(1), SchoolId(2)]

    async def is_due(of: SchoolDelivery) -> bool:
        asked.append(of.school)
        if of.school == 1:
            raise KeyError("Лугова Яна")
        return True

    deed = Deed(lambda it: it.half("noon"), lambda _: where, lambda _: is_due)
    reading = asynccontextmanager(reading_of(books))

    with capture_logs() as said:
        await EachSchool(reading, books.begin, [deed])()

    assert (asked, books.committed) == ([1, 2], ["noon 2"])
    assert [one["school"] for one in said] == [1]


async def test_a_job_that_fails_says_which_it_was_and_comes_again() -> None:
    runs: list[int] = []

    async def run() -> None:
        runs.append(1)
        raise ValueError("Лугова Яна")

    with capture_logs() as said:
        async with ticking([Job("review-tick", timedelta(milliseconds=20), run)]):
            await until(lambda: len(runs) > 1)

    assert {(one["event"], one["job"]) for one in said} == {("job-failed", "review-tick")}
    assert "Лугова" not in str(said)
