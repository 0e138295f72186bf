"""The relay in trouble: rows that cannot be written, endings that cannot be kept, long waits."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.notifications import delivery as deliveries
from bot.notifications import outlets
from bot.notifications.parcels import Parcel
from bot.outcomes import Outcome
from core.access.people import Account, Channel
from core.ids import NoticeId, PersonId
from core.notices.news.journal import News
from core.trouble import BooksAway, Overtaken
from sandbox.engine.faults import Refusal
from storage import inbox
from storage.notices import outbox
from storage.quick import change
from tests.stories.bundle import with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_deliveries import ABSENT, told
from tests.stories.town import TOKEN, Town

LATER = with_absence(ABSENT, "a3", lesson="7a-alg-20", pupil="p1")
BLOCKED = Refusal(403, "Forbidden: bot was blocked by the user")


@dataclass
class Faltering:
    """A channel that cannot write, or breaks when it sends, as often as told."""

    courier: outlets.Courier
    unwritten: int = 0
    unsent: int = 0

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None,
        parcel: Parcel | None,
    ) -> str:
        if self.unwritten:
            self.unwritten -= 1
            raise KeyError("no such text")
        return self.courier.write(
            account, told, recipient=recipient, opened_by=opened_by, parcel=parcel
        )

    async def send(self, message: str, parcel: Parcel | None) -> Outcome:
        if self.unsent:
            self.unsent -= 1
            raise ValueError("not even an error of Telegram")
        return await self.courier.send(message, parcel)


@dataclass
class Slow:
    """A channel that sends when it is told to."""

    courier: outlets.Courier
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None,
        parcel: Parcel | None,
    ) -> str:
        return self.courier.write(
            account, told, recipient=recipient, opened_by=opened_by, parcel=parcel
        )

    async def send(self, message: str, parcel: Parcel | None) -> Outcome:
        self.begun.set()
        await self.may_end.wait()
        return await self.courier.send(message, parcel)


def falters(town: Town, **how: int) -> None:
    for outlet in town.program.relay.outlets.values():
        outlet.courier = Faltering(outlet.courier, **how)


@asynccontextmanager
async def granting(town: Town) -> AsyncIterator[None]:
    """Let the governor grant turns to those who wait for one."""
    task = asyncio.create_task(town.program.governor.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def time_passes(town: Town) -> None:
    for _ in range(deliveries.TRIES):
        await town.outbox_ticks()
        town.clock.moves(minutes=30)


async def test_what_cannot_be_written_once_is_told_later(town: Town) -> None:
    mother = await town.comes_in("g1")
    falters(town, unwritten=1)

    await town.imports(ABSENT)
    await town.outbox_ticks()
    at_first = told(mother)
    town.clock.moves(seconds=6)
    await town.outbox_ticks()

    assert (at_first, told(mother)) == (0, 1)
    assert await town.endings() == {"delivered": 1}


async def test_what_can_never_be_written_is_refused_and_later_news_come(town: Town) -> None:
    mother = await town.comes_in("g1")
    falters(town, unwritten=deliveries.TRIES)

    await town.imports(ABSENT)
    await time_passes(town)
    await town.imports(LATER)
    await town.outbox_ticks()

    assert "нет на 1-м уроке" in mother.screen.text
    assert await town.endings() == {"refused: rejected": 1, "delivered": 1}


async def test_a_database_that_is_away_is_no_fault_of_the_notice(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = await town.comes_in("g1")
    away = [BooksAway() for _ in range(2 * deliveries.TRIES)]
    sending = outbox.SqlOutbox.sending

    async def fail_for_long(*given: Any, **more: Any) -> None:
        if away:
            raise away.pop()
        await sending(*given, **more)

    monkeypatch.setattr(outbox.SqlOutbox, "sending", fail_for_long)
    await town.imports(ABSENT)
    while away:
        await town.outbox_ticks()
        town.clock.moves(minutes=1)
    await town.outbox_ticks()

    assert told(mother) == 1
    assert await town.endings() == {"delivered": 1}


async def test_a_turn_that_was_overtaken_is_done_again_and_answered_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = await town.comes_in("g1")
    overtaken, answered = [Overtaken()], inbox.SqlInbox.answered

    async def fail_once(*given: Any) -> None:
        if overtaken:
            raise overtaken.pop()
        await answered(*given)

    monkeypatch.setattr(inbox.SqlInbox, "answered", fail_once)
    before = len(mother.messages)
    await mother.sends("/diary")

    assert overtaken == []
    assert len(mother.messages) == before + 1
    assert "что-то сломалось" not in mother.screen.text


async def test_an_update_that_nothing_helps_is_set_aside_and_the_next_is_answered(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = await town.comes_in("g1")
    broken, answered = [KeyError("no such text")] * 2, inbox.SqlInbox.answered

    async def fail_twice(*given: Any) -> None:
        if broken:
            raise broken.pop()
        await answered(*given)

    monkeypatch.setattr(inbox.SqlInbox, "answered", fail_twice)
    before = len(mother.messages)
    await mother.sends("/diary")
    silent = len(mother.messages)
    await mother.sends("/diary")

    assert (silent, len(mother.messages)) == (before, before + 1)


async def test_what_broke_while_it_left_is_unknown_and_not_said_again(town: Town) -> None:
    mother = await town.comes_in("g1")
    falters(town, unsent=1)

    await town.imports(ABSENT)
    await time_passes(town)

    assert told(mother) == 0
    assert await town.endings() == {"unknown": 1}


async def test_an_ending_that_could_not_be_kept_at_once_is_kept_with_its_message(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = await town.comes_in("g1")
    await town.imports(ABSENT)
    locked = [OSError("database is locked")]

    async def fail_once(
        connection: AsyncConnection, statement: Executable, asked: Mapping[str, Any]
    ) -> int:
        if "message_id" in asked and locked:
            raise locked.pop()
        return await change(connection, statement, asked)

    monkeypatch.setattr(outbox, "change", fail_once)
    await town.outbox_ticks()

    assert locked == []
    assert told(mother) == 1
    last = town.telegram.chat(TOKEN, mother.id).history()[-1]
    assert [row.message_id for row in await town.ledger()] == [str(last.id)]
    assert await town.endings() == {"delivered": 1}


async def test_a_delivery_that_waits_too_long_gives_its_rows_back(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = await town.comes_in("g1")
    monkeypatch.setattr(outlets, "LONGEST", outlets.LEASE / 10_000)
    town.program.governor.resume_after(str(mother.id), 3600)

    await town.imports(ABSENT)
    await town.program.relay.tick()
    waiting = await town.endings()
    town.clock.moves(hours=2)
    async with granting(town):
        await town.outbox_ticks()

    assert waiting == {"waiting": 1}
    assert told(mother) == 1
    assert await town.endings() == {"delivered": 1}


async def test_rows_claimed_beside_a_delivery_under_way_go_right_after_it(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.program.governor.resume_after(str(mother.id), 200)
    await town.imports(ABSENT)
    slow = asyncio.create_task(town.program.relay.tick())
    await asyncio.sleep(0.05)

    # Another process frees what it holds, and what came since is claimed with its rows.
    town.clock.moves(minutes=3)
    async with town.store.transaction() as tx:
        await tx.outbox.recover(now=town.clock.now(), everything=True)
    await town.imports(LATER)
    claimed = await town.program.relay.tick()
    town.clock.moves(seconds=25)
    async with granting(town):
        await slow
        await town.outbox_ticks()

    assert claimed == 0
    assert told(mother) == 1
    assert len(mother.messages) == 3
    assert await town.endings() == {"delivered": 2}


async def test_a_lease_that_runs_out_takes_nothing_from_a_delivery_of_this_process(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await town.imports(ABSENT)
    slowly = Slow(town.program.relay.outlets[Channel.TELEGRAM].courier)
    town.program.relay.outlets[Channel.TELEGRAM].courier = slowly
    slow = asyncio.create_task(town.program.relay.tick())
    await slowly.begun.wait()

    town.clock.moves(minutes=3)
    await town.program.relay.tick()
    slowly.may_end.set()
    await slow

    assert told(mother) == 1
    assert await town.endings() == {"delivered": 1}


async def test_the_relay_goes_on_after_the_database_was_locked(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(ABSENT)
    relay = town.program.relay
    locked, begin = [OSError("database is locked")], relay.begin

    def begin_or_fail() -> object:
        if locked:
            raise locked.pop()
        return begin()

    relay.begin = begin_or_fail  # type: ignore[assignment]  # fails before it gives anything
    running = asyncio.create_task(relay.run())
    async with asyncio.timeout(20):
        while not told(mother):  # noqa: ASYNC110 - the sandbox is looked at
            await asyncio.sleep(0.02)
    relay.stop()
    await running

    assert await town.endings() == {"delivered": 1}


@ON_BOTH
async def test_the_class_teacher_hears_of_a_block_that_telegram_told_of_itself(
    town: Town,
) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")

    await mother.blocks()
    await town.outbox_ticks()
    await town.imports(ABSENT)
    await town.outbox_ticks()

    assert teacher.screen.text.startswith("⚠️ Лугова Яна · сообщения не доходят")
    assert await town.endings() == {"delivered": 1, "refused: unreachable": 1}


async def test_a_block_that_is_learnt_twice_is_told_of_once(town: Town) -> None:
    mother, _ = await town.comes_in("g1"), await town.comes_in("t1")
    town.telegram.break_next(BLOCKED, "sendMessage", chat_id=mother.id)

    await town.imports(ABSENT)
    await town.outbox_ticks()
    await mother.blocks()
    await town.outbox_ticks()

    assert await town.endings() == {"delivered": 1, "refused: unreachable": 1}
