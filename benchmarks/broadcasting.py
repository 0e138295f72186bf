"""A broadcast to a whole school in one process with a sandbox that keeps Telegram's limits.

    python -m benchmarks.broadcasting DATABASE FAMILIES_FOLDER

People ask for their marks all the while: first without the broadcast, then under it. Prints JSON.
"""

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from sqlalchemy import insert, select

from benchmarks.families import NOW
from benchmarks.school import families_of, settings_of
from benchmarks.size import SIZE
from bot.composition.database import opened
from bot.composition.desk import facts_of
from bot.program import Program, compose, running
from bot.telegram.session import ClearAnswers, tune
from core.access.people import Role
from core.ids import PersonId, SchoolId
from core.messages.broadcasts.broadcast import Ask, Plan, Scope, Whom
from core.messages.broadcasts.sending import SetOff
from core.messages.content import Content, RichText
from sandbox.engine import Call, Limits, Telegram
from sandbox.in_process import SandboxSession
from storage.tables import AccountLinkRow, AccountRow, GuardianshipRow, PersonRow, RoleRow
from storage.transaction import Store, Transaction

_TOKEN: Final = "42:OURS"  # noqa: S105 - opens nothing but the sandbox
_SECOND_CHAT: Final = 2_000_000
_ASKED_A_SECOND: Final = 4
_ALONE: Final = 20.0 if SIZE.is_judged else 2.0
_WARM: Final = 8 if SIZE.is_judged else 2
_TOO_MANY: Final = 429
_NOW: Final = datetime.fromisoformat(NOW)


class _Session(SandboxSession, ClearAnswers):
    """The sandbox in process, whose answers are read as those over HTTP are."""


@dataclass
class _Watch:
    """Hears every call: when a chat was answered, and what was refused for its number."""

    waiting: dict[int, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    refused: int = 0
    opened: bool = False

    def __call__(self, call: Call) -> None:
        self.opened = self.opened or call.method == "deleteWebhook"
        if call.refusal is not None:
            self.refused += call.refusal.error_code == _TOO_MANY
            return
        chat = int(str(call.params.get("chat_id", 0)))
        is_answer = str(call.params.get("text", "")).startswith("📘")
        if is_answer and chat in self.waiting:
            self.waits.append(time.monotonic() - self.waiting.pop(chat))


async def with_second_guardians(store: Store, folder: Path) -> None:
    """Give each pupil one more guardian, who is in: 1 200 adults for 600 pupils."""
    async with store.transaction() as tx:
        school = (await tx.schools.all())[0].id
        for number, family in enumerate(families_of(folder)):
            await _guardian(tx, school, family.pupil, number)


async def _guardian(tx: Transaction, school: SchoolId, pupil: int, number: int) -> None:
    of = {"school_id": school, "changed_at": _NOW}
    source = f"second-{number}"
    person = await _added(
        tx, PersonRow, given="Пётр", family="Второй", enabled=True, source=source, **of
    )
    role = Role.GUARDIAN.value
    await _added(tx, RoleRow, person_id=person, role=role, is_primary=True, source=source, **of)
    await _added(tx, GuardianshipRow, pupil_id=pupil, guardian_id=person, position=1, **of)
    chat = str(_SECOND_CHAT + number)
    account = await _added(
        tx, AccountRow, channel="telegram", value=chat, language="ru", reachable=True
    )
    link = {"school_id": school, "person_id": person, "account_id": account}
    await _added(tx, AccountLinkRow, linked_at=_NOW, **link)


async def _added(tx: Transaction, row: type[Any], **values: object) -> int:
    left_open = {
        column.name: ""
        for column in row.__table__.columns
        if not column.nullable and column.name not in {*values, "id"}
    }
    new = insert(row).values(**left_open, **values).returning(row.id)
    return int((await tx.connection.execute(new)).scalar_one())


async def _head(store: Store) -> tuple[PersonId, SchoolId]:
    async with store.transaction() as tx:
        school = (await tx.schools.all())[0].id
        found = await tx.connection.execute(
            select(PersonRow.id).where(PersonRow.given != "").limit(1)
        )
        return PersonId(found.scalar_one()), school


async def _ask(telegram: Telegram, watch: _Watch, chats: Sequence[int], enough: Any) -> None:  # noqa: ANN401 - says whether it is enough
    """Let people ask for their marks at a pace, until it is enough."""
    number, begun = 0, time.monotonic()
    while not await enough():
        chat = chats[number % len(chats)]
        if chat not in watch.waiting:
            watch.waiting[chat] = time.monotonic()
            telegram.people.sends(_TOKEN, chat, "/marks")
        number += 1
        await asyncio.sleep(max(0.0, begun + number / _ASKED_A_SECOND - time.monotonic()))


async def _main(database: str, folder: str) -> None:
    settings, kept = settings_of(Path(database)), tune()
    telegram = Telegram(lambda: datetime.now(UTC), limits=Limits())
    watch = _Watch()
    telegram.listen(watch)
    async with opened(settings) as store:
        await with_second_guardians(store, Path(folder))
        bot = Bot(
            _TOKEN, session=_Session(telegram), default=DefaultBotProperties(parse_mode="HTML")
        )
        program = compose(settings, store, bot)
        chats = [family.chat for family in families_of(Path(folder))]
        for chat in (*chats, *(_SECOND_CHAT + at for at in range(len(chats)))):
            telegram.people.add(chat, "Родитель", language_code="ru")
            telegram.people.starts(_TOKEN, chat)
        queue = telegram.bot(_TOKEN).queue  # they came in long ago
        waiting = queue.waiting(telegram.world.now().timestamp(), len(queue))
        queue.confirm(one.wire["update_id"] for one in waiting)
        async with running(program, settings):
            print(json.dumps(await _measured(program, store, telegram, watch, chats)))
    del kept


async def _measured(
    program: Program,
    store: Store,
    telegram: Telegram,
    watch: _Watch,
    chats: Sequence[int],
) -> dict[str, Any]:
    async def answered() -> bool:
        return len(watch.waits) >= _WARM

    while not watch.opened:  # noqa: ASYNC110 - before that a bot drops what waits
        await asyncio.sleep(0.05)
    await _ask(telegram, watch, chats, answered)
    watch.waits = []
    until = time.monotonic() + _ALONE

    async def alone() -> bool:
        return time.monotonic() >= until

    await _ask(telegram, watch, chats, alone)
    before, watch.waits = watch.waits, []
    by, school = await _head(store)
    begun = time.monotonic()
    async with store.transaction() as tx:
        set_off = SetOff(tx.broadcasts, tx.addressed, tx.circles, facts_of(tx), program.clock)
        plan = Plan(Scope(Whom.SCHOOL), Content(RichText("Собрание в среду в 18:00")), ask=Ask())
        number = await tx.broadcasts.keep(school, plan, by=by, at=store.clock.now())
        await set_off((await tx.broadcasts.broadcasts([number]))[number])
    turn, sent = time.monotonic() - begun, time.monotonic()

    async def delivered() -> bool:
        async with store.reading() as tx:
            rows = await tx.broadcast_ledger.tellings(number)
        return all(one.ending is not None for one in rows)

    await _ask(telegram, watch, chats, delivered)
    took = time.monotonic() - sent
    async with store.reading() as tx:
        rows = await tx.broadcast_ledger.tellings(number)
    return {
        "alone": before,
        "under": watch.waits,
        "turn": turn,
        "seconds": took,
        "adults": len(rows),
        "delivered": sum(str(one.ending) == "delivered" for one in rows),
        "refused": watch.refused,
    }


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
