"""The governor holds Telegram's limits, lets answers first, and obeys a 429."""

import asyncio
from collections import Counter
from itertools import pairwise

import pytest

from bot.notifications.governor import EVERYTHING, Governor, Limits
from core.notices.ledger import Lane
from tests.virtual_time import run_virtually

Said = list[tuple[float, str]]


async def _governed(speakers: list[tuple[float, Lane, str]], limits: Limits) -> Said:
    """Let each speaker come at its time, and return who spoke when."""
    loop = asyncio.get_running_loop()
    governor = Governor(limits, loop.time)
    said: Said = []

    async def speak(at: float, lane: Lane, chat: str) -> None:
        await asyncio.sleep(at)
        await governor.turn(lane, chat)
        said.append((loop.time(), chat))

    async with asyncio.TaskGroup() as group:
        running = group.create_task(governor.run())
        await asyncio.gather(*(speak(*one) for one in speakers))
        running.cancel()
    return said


def _busiest_second(said: Said) -> int:
    times = [at for at, _ in said]
    return max(sum(at <= other < at + 1 for other in times) for at in times)


def test_a_broadcast_never_says_more_than_thirty_in_any_second() -> None:
    families = [(0.0, Lane.BROADCAST, str(chat)) for chat in range(300)]

    said = run_virtually(_governed(families, Limits()))

    assert len(said) == 300
    assert _busiest_second(said) <= 30


def test_a_broadcast_is_spread_over_the_second_and_loses_no_time() -> None:
    families = [(0.0, Lane.BROADCAST, str(chat)) for chat in range(220)]

    said = run_virtually(_governed(families, Limits()))

    times = [at for at, _ in said]
    assert min(later - at for at, later in pairwise(times)) >= 0.04
    assert times[-1] <= 11.5


def test_thirty_in_any_second_hold_for_all_lanes_together() -> None:
    crowd = [(i / 100, Lane(i % 4), str(i)) for i in range(400)]

    said = run_virtually(_governed(crowd, Limits()))

    assert len(said) == 400
    assert _busiest_second(said) <= 30


def test_an_answer_does_not_wait_behind_a_broadcast() -> None:
    crowd = [(0.0, Lane.BROADCAST, str(chat)) for chat in range(300)]
    asking = [(2.5, Lane.ANSWER, "asker")]

    said = run_virtually(_governed(crowd + asking, Limits()))

    assert [at for at, chat in said if chat == "asker"] == [2.5]


def test_one_chat_hears_a_short_burst_and_then_one_a_second() -> None:
    chatty = [(0.0, Lane.NOTICE, "family") for _ in range(9)]

    said = run_virtually(_governed(chatty, Limits()))

    assert Counter(round(at) for at, _ in said) == {0: 5, 5: 4}


def test_a_full_chat_does_not_hold_up_the_others() -> None:
    chatty = [(0.0, Lane.NOTICE, "family") for _ in range(9)]
    other = [(0.1, Lane.NOTICE, "other")]

    said = run_virtually(_governed(chatty + other, Limits()))

    assert (0.1, "other") in said


@pytest.mark.parametrize(
    ("refused", "scope", "spoke_at"),
    [
        pytest.param(["family"], "family", 0.0, id="one chat: the others go on"),
        pytest.param(["family", "other"], EVERYTHING, 7.0, id="two chats: everything waits"),
    ],
)
def test_a_429_stops_what_it_names(refused: list[str], scope: str, spoke_at: float) -> None:
    async def story() -> tuple[str, float]:
        loop = asyncio.get_running_loop()
        governor = Governor(Limits(), loop.time)
        scopes = [governor.stop(chat, 7.0) for chat in refused]
        async with asyncio.TaskGroup() as group:
            running = group.create_task(governor.run())
            await governor.turn(Lane.NOTICE, "third")
            at = loop.time()
            running.cancel()
        return scopes[-1], round(at, 2)

    assert run_virtually(story()) == (scope, spoke_at)


def test_somebody_who_stopped_waiting_takes_nobodys_turn() -> None:
    async def story() -> float:
        loop = asyncio.get_running_loop()
        governor = Governor(Limits(per_second=1), loop.time)
        async with asyncio.TaskGroup() as group:
            running = group.create_task(governor.run())
            await governor.turn(Lane.NOTICE, "first")
            gone = group.create_task(governor.turn(Lane.NOTICE, "gone"))
            await asyncio.sleep(0.01)
            gone.cancel()
            await governor.turn(Lane.NOTICE, "second")
            running.cancel()
        return round(loop.time(), 1)

    assert run_virtually(story()) == 1.1
