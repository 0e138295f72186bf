"""Occasions that were noted. Behind `core.notices.reminders.Reminders`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import SchoolId
from storage.statements import insert_into
from storage.tables import ReminderRow

_AT_ONCE = 1_000
_NOTED = select(ReminderRow.key).where(
    ReminderRow.school_id == bindparam("school"),
    ReminderRow.what == bindparam("what"),
    ReminderRow.key.in_(bindparam("keys", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class SqlReminders:
    """A row for each occasion."""

    connection: AsyncConnection

    async def note(
        self, school: SchoolId, what: str, keys: Sequence[str], *, at: datetime
    ) -> frozenset[str]:
        """Note occasions of a kind; return those that were not noted before."""
        new = set[str]()
        for begin in range(0, len(keys), _AT_ONCE):
            rows = [
                {"school_id": school, "what": what, "key": key, "noted_at": at}
                for key in dict.fromkeys(keys[begin : begin + _AT_ONCE])
            ]
            noted = (
                insert_into(self.connection, ReminderRow)
                .values(rows)
                .on_conflict_do_nothing()
                .returning(ReminderRow.key)
            )
            new |= {key for (key,) in await self.connection.execute(noted)}
        return frozenset(new)

    async def unnoted(self, school: SchoolId, what: str, keys: Sequence[str]) -> frozenset[str]:
        """Return those occasions of a kind that `note` would return, and note nothing."""
        noted = set[str]()
        for begin in range(0, len(keys), _AT_ONCE):
            asked = {"school": school, "what": what, "keys": keys[begin : begin + _AT_ONCE]}
            noted |= set(await self.connection.scalars(_NOTED, asked))
        return frozenset(keys) - noted
