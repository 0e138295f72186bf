"""No failure of the database or of a step ends polling or the worklist."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiogram import Bot

from bot.telegram.polling import Poller
from bot.telegram.updates import RawUpdate
from bot.telegram.worklist import Work, Worklist
from sandbox.engine import Telegram
from tests.stories.town import TOKEN, Session
from tests.virtual_time import run_virtually

LOCKED = OSError("database is locked")
MANY = 100


@dataclass
class Steps:
    """Turns that note what they did; `fail` says how often a step fails before it succeeds."""

    fail: Counter[str] = field(default_factory=Counter)
    log: list[str] = field(default_factory=list)
    noted: list[int] = field(default_factory=list)

    def do(self, step: str) -> None:
        if self.fail[step]:
            self.fail[step] -= 1
            raise LOCKED
        self.log.append(step)

    async def turn(self, update: RawUpdate) -> str:
        self.do(f"turn {update.update_id}")
        return str(update.update_id)

    async def show(self, answer: str) -> None:
        self.do(f"show {answer}")

    async def shown(self, updates: Sequence[int]) -> None:
        self.do(f"note {', '.join(map(str, updates))}")
        self.noted += updates

    async def work_off(self, *updates: tuple[int, int]) -> list[str]:
        """Take on updates by number and chat, and return what was done in which order."""
        worklist = Worklist(self.turn, self.show, self.shown)
        working = asyncio.create_task(worklist.run())
        worklist.add([Work(RawUpdate(number, chat, "{}")) for number, chat in updates])
        await worklist.settled()
        working.cancel()
        await asyncio.wait([working])
        return self.log


def of(log: Sequence[str], *numbers: int) -> list[str]:
    return [one for one in log if int(one.rpartition(" ")[2]) in numbers]


def test_a_turn_that_failed_is_tried_again_before_the_next_of_its_chat() -> None:
    steps = Steps(Counter({"turn 1": 2}))

    log = run_virtually(steps.work_off((1, 7), (2, 7)))

    assert log == ["turn 1", "show 1", "note 1", "turn 2", "show 2", "note 2"]


def test_an_answer_that_could_not_be_shown_is_shown_without_another_turn() -> None:
    steps = Steps(Counter({"show 1": 3}))

    log = run_virtually(steps.work_off((1, 7)))

    assert log == ["turn 1", "show 1", "note 1"]


def test_what_could_not_be_noted_as_shown_is_noted_later_and_not_shown_twice() -> None:
    steps = Steps(Counter({"note 1": 3}))

    log = run_virtually(steps.work_off((1, 7)))

    assert log == ["turn 1", "show 1", "note 1"]
    assert steps.noted == [1]


def test_chats_in_trouble_do_not_hold_up_another() -> None:
    troubled = range(1, MANY + 1)
    steps = Steps(Counter({f"turn {number}": 3 for number in troubled}))

    log = run_virtually(steps.work_off(*[(number, number) for number in troubled], (999, 999)))

    assert log[:2] == ["turn 999", "show 999"]
    assert sorted(steps.noted) == [*troubled, 999]


def test_polling_goes_on_after_the_database_was_locked() -> None:
    telegram = Telegram(lambda: datetime(2026, 11, 20, tzinfo=UTC), limits=None)
    telegram.people.add(7, "Ева")
    kept: list[RawUpdate] = []
    locked = [LOCKED, LOCKED]
    done = asyncio.Event()

    async def accept(updates: Sequence[RawUpdate]) -> None:
        await asyncio.sleep(0.01)
        if locked:
            raise locked.pop()
        kept.extend(updates)
        done.set()

    async def until_kept() -> None:
        telegram.people.sends(TOKEN, 7, "раз")
        poller = Poller(Bot(TOKEN, session=Session(telegram)), accept, timeout=1)
        polling = asyncio.create_task(poller.run())
        await done.wait()
        polling.cancel()
        await asyncio.wait([polling])

    run_virtually(until_kept())

    assert len(kept) == 1
