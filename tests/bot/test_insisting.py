"""What fails is waited out and tried again, and nothing is hidden that must be heard."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetMe

from bot.telegram.insisting import insist, longer_each_time
from tests.virtual_time import run_virtually

LOCKED = OSError("database is locked")


@dataclass
class Step:
    """Fails as told, one failure after another, and then succeeds."""

    failures: list[Exception] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    async def __call__(self) -> str:
        self.at.append(asyncio.get_running_loop().time())
        if self.failures:
            raise self.failures.pop(0)
        return "done"


def pauses(at: Sequence[float]) -> list[float]:
    return [round(later - earlier, 3) for earlier, later in pairwise(at)]


def test_a_step_is_tried_until_it_succeeds_with_growing_pauses() -> None:
    step = Step([LOCKED] * 7)

    result = run_virtually(insist("step", step))

    assert result == "done"
    assert pauses(step.at) == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 5.0]


def test_a_429_is_waited_out_as_it_says() -> None:
    step = Step([TelegramRetryAfter(GetMe(), "Too Many Requests", 17)])

    run_virtually(insist("step", step))

    assert pauses(step.at) == [17.0]


def test_a_year_of_failures_still_has_a_pause() -> None:
    assert longer_each_time(LOCKED, 10_000_000) == 5.0


def test_what_no_trying_helps_is_raised_at_once() -> None:
    step = Step([KeyError("unknown"), LOCKED])

    with pytest.raises(KeyError):
        run_virtually(insist("step", step, unless=(KeyError,)))

    assert len(step.at) == 1


def test_where_tries_are_limited_the_last_failure_is_raised() -> None:
    step = Step([LOCKED] * 9)

    with pytest.raises(OSError, match="locked"):
        run_virtually(insist("step", step, tries=3))

    assert len(step.at) == 3


async def test_a_loop_that_is_stopped_stops() -> None:
    step = Step([LOCKED] * 99)

    trying = asyncio.create_task(insist("step", step))
    await asyncio.sleep(0.01)
    trying.cancel()
    await asyncio.wait([trying])

    assert trying.cancelled()
    assert len(step.at) == 1
