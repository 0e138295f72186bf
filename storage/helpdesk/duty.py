"""Duty schedules. Behind `core.helpdesk.duty.ports.DutyBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    Date,
    Time,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    union,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name, Role
from core.helpdesk.duty.asking import AskedStandIn, DutyPerson, NewStandIn, StandInState
from core.helpdesk.duty.clocks import shown_between
from core.helpdesk.duty.ports import KeptWindow
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OneDay, OtherHours, StandIn, Window
from core.helpdesk.topics import covers, unknown, words
from core.ids import DutyId, PersonId, SchoolId, StandInId
from core.journal.calendar import Holiday
from storage.statements import NAME, STANDS, WHOM, insert_into, new_source
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    DutyDayRow,
    DutyRow,
    DutyStandInRow,
    HolidayRow,
    PersonRow,
    RoleRow,
    SchoolRow,
)

_BETWEEN = ","
_OFF, _HOURS, _NONE = "off", "hours", "none"
_SCHOOL: BindParameter[int] = bindparam("school")

_WINDOW = select(
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
_WINDOWS = _WINDOW.where(DutyRow.school_id == _SCHOOL).order_by(DutyRow.id)
_KEPT = _WINDOW.where(DutyRow.id == bindparam("number")).add_columns(
    DutyRow.school_id, DutyRow.origin_id, DutyRow.changed_at
)
_ZONES = select(SchoolRow.zone).distinct()
_FROM, _UNTIL = bindparam("first", type_=Time()), bindparam("last", type_=Time())
_DAY: BindParameter[date] = bindparam("day", type_=Date())
_OF_ZONE = SchoolRow.zone == bindparam("zone")
_BEGINNING = union(
    select(DutyRow.school_id)
    .join(SchoolRow, SchoolRow.id == DutyRow.school_id)
    .where(
        _OF_ZONE,
        DutyRow.gone_at.is_(None),
        DutyRow.weekday == bindparam("weekday"),
        DutyRow.starts.between(_FROM, _UNTIL),
    ),
    select(DutyDayRow.school_id)
    .join(SchoolRow, SchoolRow.id == DutyDayRow.school_id)
    .where(
        _OF_ZONE,
        DutyDayRow.change == _HOURS,
        DutyDayRow.day == _DAY,
        DutyDayRow.starts.between(_FROM, _UNTIL),
    ),
)
_ZONE = select(SchoolRow.zone).where(SchoolRow.id == _SCHOOL)
_HOLIDAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .where(HolidayRow.school_id == _SCHOOL, HolidayRow.gone_at.is_(None))
    .order_by(HolidayRow.begins, HolidayRow.id)
)
_DAYS = (
    select(
        DutyDayRow.duty_id,
        DutyDayRow.day,
        DutyDayRow.change,
        DutyDayRow.starts,
        DutyDayRow.finishes,
    )
    .where(DutyDayRow.school_id == _SCHOOL, DutyDayRow.change != _NONE)
    .order_by(DutyDayRow.day, DutyDayRow.duty_id)
)
_AGREED = (
    select(
        DutyStandInRow.duty_id,
        DutyStandInRow.day,
        DutyStandInRow.giver_id,
        DutyStandInRow.taker_id,
    )
    .where(
        DutyStandInRow.school_id == _SCHOOL,
        DutyStandInRow.state == StandInState.AGREED.value,
        DutyStandInRow.gone_at.is_(None),
    )
    .order_by(DutyStandInRow.decided_at, DutyStandInRow.id)
)

_IS_CONSULTANT = and_(
    STANDS,
    exists().where(
        RoleRow.person_id == PersonRow.id,
        RoleRow.role == Role.CONSULTANT.value,
        RoleRow.gone_at.is_(None),
    ),
)
_IS_REACHABLE = and_(
    STANDS,
    exists().where(
        AccountLinkRow.person_id == PersonRow.id,
        AccountLinkRow.ended_at.is_(None),
        AccountRow.id == AccountLinkRow.account_id,
        AccountRow.reachable,
    ),
)
_PEOPLE = (
    select(PersonRow.id, *NAME, _IS_CONSULTANT, _IS_REACHABLE)
    .where(
        PersonRow.school_id == _SCHOOL,
        or_(
            _IS_CONSULTANT,
            exists().where(DutyRow.person_id == PersonRow.id, DutyRow.gone_at.is_(None)),
            exists().where(DutyStandInRow.taker_id == PersonRow.id),
        ),
    )
    .order_by(PersonRow.id)
)

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
class SqlDutyBook:
    """Windows as rows of `duty`, where imports put theirs as well."""

    connection: AsyncConnection

    async def schedule(self, school: SchoolId) -> DutySchedule:
        """Return the schedule of a school, past days and all."""
        asked = {"school": school}
        zone = (await self.connection.execute(_ZONE, asked)).scalar_one()
        windows = await self.connection.execute(_WINDOWS, asked)
        days = await self.connection.execute(_DAYS, asked)
        agreed = await self.connection.execute(_AGREED, asked)
        holidays = await self.connection.execute(_HOLIDAYS, asked)
        return DutySchedule(
            ZoneInfo(zone),
            tuple(_window(*row) for row in windows),
            tuple(_one_day(*row) for row in days),
            tuple(_stand_in(*row) for row in agreed),
            tuple(Holiday(*row) for row in holidays),
        )

    async def schools_with_windows(self, begin: datetime, end: datetime) -> Sequence[SchoolId]:
        """Return the schools where a window may begin between instants, by their clocks."""
        zones = [ZoneInfo(zone) for (zone,) in await self.connection.execute(_ZONES)]
        found = set[SchoolId]()
        for zone in zones:
            for part in shown_between(begin, end, zone):
                asked = {
                    "zone": zone.key,
                    "day": part.day,
                    "weekday": part.day.isoweekday(),
                    "first": part.first,
                    "last": part.last,
                }
                rows = await self.connection.execute(_BEGINNING, asked)
                found |= {SchoolId(school) for (school,) in rows}
        return sorted(found)

    async def people(self, school: SchoolId) -> Sequence[DutyPerson]:
        """Return the consultants, and whoever else the schedule names, in the roster's order."""
        rows = await self.connection.execute(_PEOPLE, {"school": school})
        return [
            DutyPerson(PersonId(person), Name(*name), bool(consultant), bool(reachable))
            for person, *name, consultant, reachable in rows
        ]

    async def window(self, number: DutyId) -> KeptWindow | None:
        """Return a window, or None for one that is no more."""
        row = (await self.connection.execute(_KEPT, {"number": number})).one_or_none()
        if row is None:
            return None
        *told, school, by, changed_at = row
        made_by = None if by is None else PersonId(by)
        return KeptWindow(SchoolId(school), _window(*told), made_by, changed_at)

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
            "change": _NONE if day is None else _HOURS if hours else _OFF,
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
        return [_asked(*row) for row in rows]

    async def waiting_for(self, person: PersonId) -> Sequence[AskedStandIn]:
        """Return what others ask a person, the oldest first."""
        rows = await self.connection.execute(_WAITING, {"person": person})
        return [_asked(*row) for row in rows]

    async def of_turn(self, key: ShiftKey) -> Sequence[AskedStandIn]:
        """Return who stands in, or was asked to, in a window on a day, the oldest first."""
        rows = await self.connection.execute(_OF_TURN, {"duty": key.window, "on": key.day})
        return [_asked(*row) for row in rows]

    async def swap(self, pair: str) -> Sequence[AskedStandIn]:
        """Return both halves of a swap, the oldest first."""
        rows = await self.connection.execute(_OF_SWAP, {"pair": pair})
        return [_asked(*row) for row in rows]

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


def _window(*row: Any) -> Window:  # noqa: ANN401 - a row
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


def _one_day(
    duty: int, day: date, change: str, starts: time | None, finishes: time | None
) -> OneDay:
    key = ShiftKey(DutyId(duty), day)
    if change == _OFF or starts is None or finishes is None:
        return DayOff(key)
    return OtherHours(key, Hours(starts, finishes))


def _stand_in(duty: int, day: date, giver: int, taker: int) -> StandIn:
    return StandIn(ShiftKey(DutyId(duty), day), PersonId(giver), PersonId(taker))


def _asked(*row: Any) -> AskedStandIn:  # noqa: ANN401 - a row
    number, school, duty, day, giver, taker, state, by, at, pair = row
    return AskedStandIn(
        StandInId(number),
        SchoolId(school),
        _stand_in(duty, day, giver, taker),
        StandInState(state),
        PersonId(by),
        at,
        pair,
    )
