"""A school gets consultants who are in, and on duty all day: for the benchmark of the help desk.

    python -m benchmarks.consultants DATABASE COUNT MINUTES

`MINUTES` without a first answer pass a request on. Prints the chats of the consultants.
"""

import asyncio
import json
import sys
from datetime import datetime, time
from pathlib import Path
from typing import Final

from benchmarks.broadcasting import added
from benchmarks.families import NOW
from benchmarks.school import settings_of
from bot.composition.database import opened
from bot.composition.errands import rules_of
from core.access.people import Role
from core.ids import SchoolId
from storage.store import Store
from storage.tables import AccountLinkRow, AccountRow, DutyRow, PersonRow, RoleRow
from storage.transaction import Transaction

_FIRST_CHAT: Final = 3_000_000
_NOW: Final = datetime.fromisoformat(NOW)
_OPENS, _CLOSES = time(8), time(20)


async def with_consultants(store: Store, count: int) -> list[int]:
    """Give the school so many who answer any question all day; return their chats."""
    async with store.transaction() as tx:
        school = (await tx.schools.all())[0].id
        for number in range(count):
            await _consultant(tx, school, number)
    return [_FIRST_CHAT + number for number in range(count)]


async def _consultant(tx: Transaction, school: SchoolId, number: int) -> None:
    of = {"school_id": school, "changed_at": _NOW, "source": f"consultant-{number}"}
    person = await added(tx, PersonRow, given="Таисия", family="Дежурная", enabled=True, **of)
    role = Role.CONSULTANT.value
    await added(tx, RoleRow, person_id=person, role=role, is_primary=True, **of)
    chat = str(_FIRST_CHAT + number)
    account = await added(
        tx, AccountRow, channel="telegram", value=chat, language="ru", reachable=True
    )
    link = {"school_id": school, "person_id": person, "account_id": account}
    await added(tx, AccountLinkRow, linked_at=_NOW, **link)
    window = {"topics": "any", "weekday": _NOW.isoweekday(), "room": "4"}
    hours = {"starts": _OPENS, "finishes": _CLOSES}
    await added(tx, DutyRow, person_id=person, **window, **hours, **of)


async def _main(database: str, count: str, minutes: str) -> None:
    async with opened(settings_of(Path(database))) as store:
        decided = {"help.first_answer_minutes": minutes}
        await rules_of(store, document=None, decided=decided)
        print(json.dumps(await with_consultants(store, int(count))))


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
