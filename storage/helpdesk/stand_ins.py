"""Who stands in for whom on duty. Behind `core.helpdesk.duty.ports.StandIns`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.helpdesk.duty.asking import AskedStandIn, NewStandIn, StandInState
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import StandIn
from core.ids import DutyId, PersonId, SchoolId, StandInId
from storage.statements import WHOM, new_source
from storage.tables import DutyStandInRow

_STAND_IN = (
    select(
        DutyStandInRow.id,
        DutyStandInRow.school_id,
        DutyStandInRow.duty_id,
        DutyStandInRow.day,
        DutyStandInRow.giver_id,
        DutyStandInRow.taker_id,
        DutyStandInRow.state,
        DutyStandInRow.by_id,
        DutyStandInRow.at,
        DutyStandInRow.pair,
    )
    .where(DutyStandInRow.gone_at.is_(None))
    .order_by(DutyStandInRow.id)
)
_BY_NUMBER = _STAND_IN.where(DutyStandInRow.id.in_(WHOM))
_WAITING = _STAND_IN.where(
    DutyStandInRow.taker_id == bindparam("person"),
    DutyStandInRow.by_id != bindparam("person"),
    DutyStandInRow.state == StandInState.ASKED.value,
)
_OF_TURN = _STAND_IN.where(
    DutyStandInRow.duty_id == bindparam("duty"), DutyStandInRow.day == bindparam("on")
)
_OF_SWAP = _STAND_IN.where(DutyStandInRow.pair == bindparam("pair"))
_HALF = aliased(DutyStandInRow)
_OPEN_OF_TURN = (
    update(DutyStandInRow)
    .where(
        DutyStandInRow.state == StandInState.ASKED.value,
        or_(
            and_(
                DutyStandInRow.duty_id == bindparam("duty"), DutyStandInRow.day == bindparam("on")
            ),
            DutyStandInRow.pair.in_(
                select(_HALF.pair).where(
                    _HALF.duty_id == bindparam("duty"),
                    _HALF.day == bindparam("on"),
                    _HALF.state == StandInState.ASKED.value,
                    _HALF.pair != "",
                )
            ),
        ),
    )
    .values(
        state=StandInState.TAKEN_BACK.value,
        decided_at=bindparam("ended_at", type_=DutyStandInRow.changed_at.type),
        changed_at=bindparam("ended_at", type_=DutyStandInRow.changed_at.type),
    )
)


@dataclass(frozen=True, slots=True)
class SqlStandIns:
    """Requests and turns that were given, each as a row; an answered one stays."""

    connection: AsyncConnection

    async def put(self, new: Sequence[NewStandIn]) -> Sequence[StandInId]:
        """Keep who is to stand in; two at once are a swap.

        Open requests of these days are taken back, of a swap both halves.
        """
        turns = [
            {"duty": one.of.key.window, "on": one.of.key.day, "ended_at": one.at} for one in new
        ]
        await self.connection.execute(_OPEN_OF_TURN, turns)
        pair = new_source() if len(new) > 1 else ""
        rows = [_row_of(one, pair) for one in new]
        put = insert(DutyStandInRow).returning(DutyStandInRow.id, sort_by_parameter_order=True)
        return [StandInId(number) for (number,) in await self.connection.execute(put, rows)]

    async def stand_ins(self, numbers: Sequence[int]) -> Sequence[AskedStandIn]:
        """Return who was to stand in, by numbers."""
        rows = await self.connection.execute(_BY_NUMBER, {"asked": list(numbers)})
        return [_asked(row) for row in rows]

    async def waiting_for(self, person: PersonId) -> Sequence[AskedStandIn]:
        """Return what others ask a person, the oldest first."""
        rows = await self.connection.execute(_WAITING, {"person": person})
        return [_asked(row) for row in rows]

    async def of_turn(self, key: ShiftKey) -> Sequence[AskedStandIn]:
        """Return who stands in, or was asked to, in a window on a day, the oldest first."""
        rows = await self.connection.execute(_OF_TURN, {"duty": key.window, "on": key.day})
        return [_asked(row) for row in rows]

    async def swap(self, pair: str) -> Sequence[AskedStandIn]:
        """Return both halves of a swap, the oldest first."""
        rows = await self.connection.execute(_OF_SWAP, {"pair": pair})
        return [_asked(row) for row in rows]

    async def move(
        self, number: StandInId, before: StandInState, after: StandInState, *, at: datetime
    ) -> bool:
        """Answer or take back a stand-in, and the other half of a swap with it.

        Return False where it is not as before any more.
        """
        values = {"state": after.value, "decided_at": at, "changed_at": at}
        moved = (
            update(DutyStandInRow)
            .where(DutyStandInRow.id == number, DutyStandInRow.state == before.value)
            .values(**values)
            .returning(DutyStandInRow.pair)
        )
        pair = (await self.connection.execute(moved)).scalar_one_or_none()
        if pair:
            other = update(DutyStandInRow).where(
                DutyStandInRow.pair == pair, DutyStandInRow.state == before.value
            )
            await self.connection.execute(other.values(**values))
        return pair is not None


def _row_of(new: NewStandIn, pair: str) -> dict[str, object]:
    return {
        "school_id": new.school,
        "source": new_source(),
        "duty_id": new.of.key.window,
        "day": new.of.key.day,
        "giver_id": new.of.giver,
        "taker_id": new.of.taker,
        "state": new.state.value,
        "by_id": new.by,
        "at": new.at,
        "decided_at": new.at if new.state is StandInState.AGREED else None,
        "pair": pair,
        "origin_id": new.by,
        "changed_at": new.at,
    }


def stand_in_of(duty: int, day: date, giver: int, taker: int) -> StandIn:
    """Return who stands in for whom by the columns of a row."""
    return StandIn(ShiftKey(DutyId(duty), day), PersonId(giver), PersonId(taker))


def _asked(row: Sequence[Any]) -> AskedStandIn:
    number, school, duty, day, giver, taker, state, by, at, pair = row
    return AskedStandIn(
        StandInId(number),
        SchoolId(school),
        stand_in_of(duty, day, giver, taker),
        StandInState(state),
        PersonId(by),
        at,
        pair,
    )
