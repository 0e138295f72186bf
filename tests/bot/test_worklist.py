"""Accepted updates are worked off in order within a chat, and chats side by side."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.telegram.updates import RawUpdate
from bot.telegram.worklist import Work, Worklist


@dataclass
class Bot:
    """Notes what is done; a turn of a chat in `slow` waits until it may go on."""

    log: list[str] = field(default_factory=list)
    slow: dict[int, asyncio.Event] = field(default_factory=dict)
    noted: list[tuple[int, ...]] = field(default_factory=list)

    async def turn(self, update: RawUpdate) -> str | None:
        if update.chat in self.slow:
            await self.slow[update.chat].wait()
        self.log.append(f"turn {update.update_id}")
        return None if update.raw == "silent" else f"answer {update.update_id}"

    async def show(self, answer: str) -> None:
        await asyncio.sleep(0)
        self.log.append(f"show {answer}")

    async def shown(self, updates: Sequence[int]) -> None:
        await asyncio.sleep(0.01)
        self.noted.append(tuple(sorted(updates)))

    def worklist(self) -> Worklist:
        return Worklist(self.turn, self.show, self.shown)


def update(number: int, chat: int = 7, raw: str = "{}") -> RawUpdate:
    return RawUpdate(number, chat, raw)


async def test_updates_of_one_chat_are_worked_off_in_order() -> None:
    bot = Bot()
    worklist = bot.worklist()

    worklist.add([Work(update(1)), Work(update(2))])
    await worklist.drain()

    assert bot.log == ["turn 1", "show answer 1", "turn 2", "show answer 2"]


async def test_a_slow_chat_does_not_hold_up_another() -> None:
    bot = Bot(slow={7: asyncio.Event()})
    worklist = bot.worklist()
    working = asyncio.create_task(worklist.run())

    worklist.add([Work(update(1, chat=7)), Work(update(2, chat=8))])
    await asyncio.sleep(0.05)
    meanwhile = list(bot.log)
    bot.slow[7].set()
    await worklist.settled()
    working.cancel()
    await asyncio.wait([working])

    assert meanwhile == ["turn 2", "show answer 2"]
    assert bot.log[2:] == ["turn 1", "show answer 1"]


async def test_answers_that_wait_to_be_shown_take_no_room_from_turns() -> None:
    many = 100
    bot = Bot()
    worklist = bot.worklist()
    may_show = asyncio.Event()

    async def waits(answer: str) -> None:
        await may_show.wait()

    worklist.show = waits
    working = asyncio.create_task(worklist.run())
    worklist.add([Work(update(number, chat=number)) for number in range(many)])
    await asyncio.sleep(0.05)
    turns = len(bot.log)
    may_show.set()
    await worklist.settled()
    working.cancel()
    await asyncio.wait([working])

    assert turns == many


async def test_an_answer_that_was_kept_is_shown_without_another_turn() -> None:
    bot = Bot()
    worklist = bot.worklist()

    worklist.add([Work(update(1), answer="answer 1")])
    await worklist.drain()

    assert bot.log == ["show answer 1"]
    assert bot.noted == [(1,)]


async def test_where_there_is_nothing_to_show_nothing_is_noted() -> None:
    bot = Bot()
    worklist = bot.worklist()

    worklist.add([Work(update(1, raw="silent"))])
    await worklist.drain()

    assert bot.noted == []


async def test_what_was_shown_at_the_same_time_is_noted_together() -> None:
    bot = Bot()
    worklist = bot.worklist()
    working = asyncio.create_task(worklist.run())

    worklist.add([Work(update(number, chat=number)) for number in range(1, 21)])
    await worklist.settled()
    working.cancel()
    await asyncio.wait([working])

    assert sorted(number for some in bot.noted for number in some) == list(range(1, 21))
    assert len(bot.noted) < 20


async def test_where_nothing_is_left_it_is_settled_at_once() -> None:
    await Bot().worklist().settled()
