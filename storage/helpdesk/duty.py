"""Whole duty schedules, as they are read. Behind `core.helpdesk.duty.ports.DutyBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    Date,
    Time,
    and_,
    bindparam,
    exists,
    or_,
    select,
    union,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.helpdesk.duty.asking import DutyPerson, StandInState
from core.helpdesk.duty.clocks import shown_between
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OneDay, OtherHours
from core.ids import DutyId, PersonId, SchoolId
from core.journal.calendar import Holiday
from storage.helpdesk.duty_windows import HOURS, NONE, OFF, WINDOW, window_of
from storage.helpdesk.stand_ins import stand_in_of
from storage.statements import NAME, STANDS
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

_SCHOOL: BindParameter[int] = bindparam("school")

_WINDOWS = WINDOW.where(DutyRow.school_id == _SCHOOL).order_by(DutyRow.id)
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
        DutyDayRow.change == HOURS,
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
    .where(DutyDayRow.school_id == _SCHOOL, DutyDayRow.change != NONE)
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


@dataclass(frozen=True, slots=True)
class SqlDutyBook:
    """Reads windows with all that changes them."""

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
            tuple(window_of(row) for row in windows),
            tuple(_one_day(*row) for row in days),
            tuple(stand_in_of(*row) for row in agreed),
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


def _one_day(
    duty: int, day: date, change: str, starts: time | None, finishes: time | None
) -> OneDay:
    key = ShiftKey(DutyId(duty), day)
    if change == OFF or starts is None or finishes is None:
        return DayOff(key)
    return OtherHours(key, Hours(starts, finishes))
