"""The sender's side of the broadcast that is measured: a school of more adults, and one message.

    python -m benchmarks.broadcasting prepare DATABASE FAMILIES_FOLDER
    python -m benchmarks.broadcasting send DATABASE

`prepare` prints the chats of all adults, `send` the seconds that the sending turn took.
"""

import asyncio
import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert, select

from benchmarks.families import NOW
from benchmarks.school import families_of, settings_of
from bot.composition.database import opened
from bot.composition.desk import facts_of
from core.access.people import Role
from core.ids import PersonId, SchoolId
from core.messages.broadcasts.broadcast import Ask, Plan, Scope, Whom
from core.messages.broadcasts.sending import SetOff
from core.messages.content import Content, RichText
from storage.store import Store
from storage.tables import AccountLinkRow, AccountRow, GuardianshipRow, PersonRow, RoleRow
from storage.transaction import Transaction

_SECOND_CHAT: Final = 2_000_000
_NOW: Final = datetime.fromisoformat(NOW)


async def with_second_guardians(store: Store, folder: Path) -> None:
    """Give each pupil one more guardian, who is in: 1 200 adults for 600 pupils."""
    async with store.transaction() as tx:
        school = (await tx.schools.all())[0].id
        for number, family in enumerate(families_of(folder)):
            await _guardian(tx, school, family.pupil, number)


async def _guardian(tx: Transaction, school: SchoolId, pupil: int, number: int) -> None:
    of = {"school_id": school, "changed_at": _NOW}
    source = f"second-{number}"
    person = await added(
        tx, PersonRow, given="Пётр", family="Второй", enabled=True, source=source, **of
    )
    role = Role.GUARDIAN.value
    await added(tx, RoleRow, person_id=person, role=role, is_primary=True, source=source, **of)
    await added(tx, GuardianshipRow, pupil_id=pupil, guardian_id=person, position=1, **of)
    chat = str(_SECOND_CHAT + number)
    account = await added(
        tx, AccountRow, channel="telegram", value=chat, language="ru", reachable=True
    )
    link = {"school_id": school, "person_id": person, "account_id": account}
    await added(tx, AccountLinkRow, linked_at=_NOW, **link)


async def added(tx: Transaction, row: type[Any], **values: object) -> int:
    """Add a row, with empty words where it has to hold any; return its number."""
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


async def _send(store: Store) -> float:
    by, school = await _head(store)
    begun = time.monotonic()
    async with store.transaction() as tx:
        set_off = SetOff(tx.broadcasts, tx.addressed, tx.circles, facts_of(tx), store.clock)
        plan = Plan(Scope(Whom.SCHOOL), Content(RichText("Собрание в среду в 18:00")), ask=Ask())
        number = await tx.broadcasts.keep(school, plan, by=by, at=store.clock.now())
        await set_off((await tx.broadcasts.broadcasts([number]))[number])
    return time.monotonic() - begun


async def _main(what: str, database: str, *folder: str) -> None:
    settings = settings_of(Path(database)).model_copy(update={"bot_token": None})
    async with opened(settings) as store:
        if what == "send":
            print(json.dumps(await _send(store)))
            return
        families = families_of(Path(folder[0]))
        await with_second_guardians(store, Path(folder[0]))
        second = [_SECOND_CHAT + number for number in range(len(families))]
        print(json.dumps([*(family.chat for family in families), *second]))


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
