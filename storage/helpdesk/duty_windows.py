"""The windows of duty schedules. Behind `core.helpdesk.duty.ports.DutyWindows`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.helpdesk.duty.ports import KeptWindow
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, OneDay, OtherHours, Window
from core.helpdesk.topics import covers, unknown, words
from core.ids import DutyId, PersonId, SchoolId
from storage.statements import insert_into, new_source
from storage.tables import DutyDayRow, DutyRow

_BETWEEN = ","
OFF, HOURS, NONE = "off", "hours", "none"

WINDOW = select(
    DutyRow.id,
    DutyRow.person_id,
    DutyRow.topics,
    DutyRow.weekday,
    DutyRow.starts,
    DutyRow.finishes,
    DutyRow.room,
    DutyRow.begins,
    DutyRow.ends,
).where(DutyRow.gone_at.is_(None))
_KEPT = WINDOW.where(DutyRow.id == bindparam("number")).add_columns(
    DutyRow.school_id, DutyRow.origin_id, DutyRow.changed_at
)


@dataclass(frozen=True, slots=True)
class SqlDutyWindows:
    """Windows as rows of `duty`, where imports put theirs as well."""

    connection: AsyncConnection

    async def window(self, number: DutyId) -> KeptWindow | None:
        """Return a window, or None for one that is no more."""
        row = (await self.connection.execute(_KEPT, {"number": number})).one_or_none()
        if row is None:
            return None
        *told, school, by, changed_at = row
        made_by = None if by is None else PersonId(by)
        return KeptWindow(SchoolId(school), window_of(told), made_by, changed_at)

    async def add(
        self, school: SchoolId, windows: Sequence[Window], *, by: PersonId, at: datetime
    ) -> Sequence[DutyId]:
        """Keep new windows, and return their numbers."""
        rows = [
            {
                "school_id": school,
                "source": new_source(),
                "origin_id": by,
                "changed_at": at,
                **_columns(window),
            }
            for window in windows
        ]
        new = insert(DutyRow).returning(DutyRow.id, sort_by_parameter_order=True)
        made = await self.connection.execute(new, rows)
        return [DutyId(number) for (number,) in made]

    async def change(self, window: Window, *, since: datetime, by: PersonId, at: datetime) -> bool:
        """Change a window; return False where it was changed after `since`, or is no more."""
        return await self._write(window.id, _columns(window), since=since, by=by, at=at)

    async def take_away(
        self, number: DutyId, *, since: datetime, by: PersonId, at: datetime
    ) -> bool:
        """Take a window away; return False where it was changed after `since`, or is no more."""
        return await self._write(number, {"gone_at": at}, since=since, by=by, at=at)

    async def _write(
        self,
        number: DutyId,
        values: Mapping[str, object],
        *,
        since: datetime,
        by: PersonId,
        at: datetime,
    ) -> bool:
        changed = (
            update(DutyRow)
            .where(DutyRow.id == number, DutyRow.changed_at == since, DutyRow.gone_at.is_(None))
            .values(origin_id=by, changed_at=at, **values)
        )
        return bool((await self.connection.execute(changed)).rowcount)

    async def differ(
        self, school: SchoolId, key: ShiftKey, day: OneDay | None, *, by: PersonId, at: datetime
    ) -> None:
        """Let one day of a window differ; None: it is as every week again."""
        hours = day.hours if isinstance(day, OtherHours) else None
        values = {
            "change": NONE if day is None else HOURS if hours else OFF,
            "starts": hours.starts if hours else None,
            "finishes": hours.ends if hours else None,
            "by_id": by,
            "at": at,
        }
        new = insert_into(self.connection, DutyDayRow).values(
            school_id=school, duty_id=key.window, day=key.day, **values
        )
        kept = new.on_conflict_do_update(index_elements=["duty_id", "day"], set_=values)
        await self.connection.execute(kept)


def _columns(window: Window) -> dict[str, object]:
    return {
        "person_id": window.consultant,
        "topics": _BETWEEN.join((*words(window.covers), *window.unknown)),
        "weekday": window.weekday,
        "starts": window.hours.starts,
        "finishes": window.hours.ends,
        "room": window.room,
        "begins": window.begins,
        "ends": window.ends,
    }


def window_of(row: Sequence[Any]) -> Window:
    """Return the window of a row of `WINDOW`."""
    number, person, topics, weekday, starts, finishes, room, begins, ends = row
    said = [one for one in topics.split(_BETWEEN) if one]
    return Window(
        DutyId(number),
        PersonId(person),
        covers(said),
        weekday,
        Hours(starts, finishes),
        room,
        begins,
        ends,
        unknown(said),
    )
