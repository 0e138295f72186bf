"""Who was called to duty. Behind `core.helpdesk.duty.calls.DutyCalls`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.helpdesk.duty.calls import Call, Stage, Turn
from core.helpdesk.duty.shift import ShiftKey
from core.ids import DutyId, PersonId, SchoolId
from storage.statements import WHOM, insert_into
from storage.tables import DutyCallRow

_TURN = ("duty_id", "day", "consultant_id", "starts_at")
_KEY = (
    DutyCallRow.duty_id,
    DutyCallRow.day,
    DutyCallRow.consultant_id,
    DutyCallRow.starts_at,
)
_NOT_CALLED = 0
_STANDS = (DutyCallRow.stage, DutyCallRow.here_at, DutyCallRow.called_at)
_CALLS = select(*_KEY, *_STANDS).where(
    DutyCallRow.school_id == bindparam("school"),
    DutyCallRow.duty_id.in_(WHOM),
    DutyCallRow.day.in_(bindparam("days", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class SqlDutyCalls:
    """A row for each consultant of a window on a day, and each hour at which it was to begin."""

    connection: AsyncConnection

    async def calls(self, school: SchoolId, days: Collection[ShiftKey]) -> Mapping[Turn, Call]:
        """Return the calls to shifts."""
        windows, on = ({one.window for one in days}, {one.day for one in days})
        asked = {"school": school, "asked": sorted(windows), "days": sorted(on)}
        found = map(_call, await self.connection.execute(_CALLS, asked))
        return {one.turn: one for one in found if one.turn.key in days}

    async def advance(
        self,
        school: SchoolId,
        calls: Mapping[Turn, Stage],
        *,
        at: datetime,
        gone: Collection[PersonId] = (),
    ) -> frozenset[Turn]:
        """Note how far each was called; return those that were not so far, and are silent."""
        if not calls:
            return frozenset()
        rows = [
            _row(school, turn) | {"stage": int(stage), "called_at": at}
            for turn, stage in calls.items()
        ]
        new = insert_into(self.connection, DutyCallRow).values(rows)
        further = new.on_conflict_do_update(
            index_elements=list(_TURN),
            set_={"stage": new.excluded.stage, "called_at": new.excluded.called_at},
            where=(DutyCallRow.stage < new.excluded.stage)
            & or_(DutyCallRow.here_at.is_(None), DutyCallRow.consultant_id.in_(gone)),
        ).returning(*_KEY)
        return frozenset(_turn(row) for row in await self.connection.execute(further))

    async def say_here(self, school: SchoolId, turn: Turn, *, at: datetime) -> bool:
        """Note that a consultant is there; return False where that was said before."""
        row = _row(school, turn) | {"stage": _NOT_CALLED, "here_at": at}
        new = insert_into(self.connection, DutyCallRow).values(row)
        here = new.on_conflict_do_update(
            index_elements=list(_TURN),
            set_={"here_at": new.excluded.here_at},
            where=DutyCallRow.here_at.is_(None),
        ).returning(DutyCallRow.day)
        return (await self.connection.execute(here)).first() is not None


def _row(school: SchoolId, turn: Turn) -> dict[str, Any]:
    values = (turn.key.window, turn.key.day, turn.consultant, turn.starts_at)
    return {"school_id": school, **dict(zip(_TURN, values, strict=True))}


def _turn(row: Sequence[Any]) -> Turn:
    window, day, consultant, starts_at = row
    return Turn(ShiftKey(DutyId(window), day), PersonId(consultant), starts_at)


def _call(row: Sequence[Any]) -> Call:
    *turn, stage, here_at, called_at = row
    return Call(_turn(turn), Stage(stage) if stage else None, here_at, called_at)
