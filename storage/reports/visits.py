"""Days on which persons used the journal. Behind `core.reports.ports.VisitBook`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.ids import PersonId, PupilId, SchoolId
from core.reports.ports import Family, User
from core.reports.shares import by_name
from storage.quick import rows_of
from storage.statements import INSERTS, NAME, WHOM
from storage.tables import (
    AccountLinkRow,
    GuardianshipRow,
    MailboxRow,
    PersonRow,
    RoleRow,
    SchoolRow,
    VisitRow,
)

_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_NOT_STAFF = (Role.PUPIL.value, Role.GUARDIAN.value)

_NOTE = {
    dialect: insert(VisitRow)
    .values(
        school_id=bindparam("at_school"),
        person_id=bindparam("who"),
        month=bindparam("of_month"),
        days=1,
        last_day=bindparam("on_day"),
    )
    .on_conflict_do_update(
        index_elements=[VisitRow.person_id, VisitRow.month],
        set_={"days": VisitRow.days + 1, "last_day": bindparam("on_day")},
        where=VisitRow.last_day < bindparam("on_day"),
    )
    .returning(VisitRow.person_id)
    for dialect, insert in INSERTS.items()
}

_SUMS = (
    select(
        VisitRow.person_id,
        func.sum(VisitRow.days).label("days"),
        func.max(VisitRow.last_day).label("last_day"),
    )
    .where(VisitRow.month.between(_FIRST, _LAST))
    .group_by(VisitRow.person_id)
    .subquery()
)
_USERS = (
    select(
        PersonRow.id,
        *NAME,
        AccountLinkRow.linked_at,
        SchoolRow.zone,
        func.coalesce(_SUMS.c.days, 0),
        _SUMS.c.last_day,
        exists().where(
            MailboxRow.person_id == PersonRow.id,
            MailboxRow.ended_at.is_(None),
        ),
    )
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(
        AccountLinkRow,
        (AccountLinkRow.person_id == PersonRow.id) & AccountLinkRow.ended_at.is_(None),
    )
    .outerjoin(_SUMS, _SUMS.c.person_id == PersonRow.id)
    .where(PersonRow.gone_at.is_(None))
)
_PERSONS = _USERS.where(PersonRow.id.in_(WHOM))
_STAFF = _USERS.where(
    PersonRow.school_id == bindparam("school"),
    PersonRow.enabled,
    exists().where(
        RoleRow.person_id == PersonRow.id,
        RoleRow.gone_at.is_(None),
        RoleRow.role.not_in(_NOT_STAFF),
    ),
)
_GUARDIANS = (
    select(GuardianshipRow.pupil_id, GuardianshipRow.guardian_id)
    .where(GuardianshipRow.pupil_id.in_(WHOM), GuardianshipRow.gone_at.is_(None))
    .order_by(GuardianshipRow.pupil_id, GuardianshipRow.position, GuardianshipRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlVisitBook:
    """A row for each person and month."""

    connection: AsyncConnection

    async def note(self, school: SchoolId, person: PersonId, day: date) -> bool:
        """Keep that a person was here on a day; return whether that was new."""
        month = day.replace(day=1)
        asked = {"at_school": school, "who": person, "of_month": month, "on_day": day}
        # With every tap: past SQLAlchemy's machinery where that can be.
        noted = await rows_of(self.connection, _NOTE[self.connection.dialect.name], asked)
        return bool(noted)

    async def families(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Family]:
        """Return the pupils with their guardians; visits of the months that touch the days."""
        links = defaultdict[int, list[int]](list)
        for pupil, guardian in await self._rows(_GUARDIANS, {"asked": list(pupils)}):
            links[pupil].append(guardian)
        persons = {*pupils, *(one for of in links.values() for one in of)}
        asked = {"asked": sorted(persons), "first": first.replace(day=1), "last": last}
        users = _users(await self._rows(_PERSONS, asked))
        return [_family(one, links[one], users) for one in pupils if one in users]

    async def staff(self, school: SchoolId, first: date, last: date) -> Sequence[User]:
        """Return who teaches or works at a school, by name."""
        asked = {"school": school, "first": first.replace(day=1), "last": last}
        users = _users(await self._rows(_STAFF, asked))
        ordered = by_name([(one.person, one.name) for one in users.values()])
        return [users[number] for number, _ in ordered]

    async def _rows(self, statement: Any, asked: Mapping[str, object]) -> Sequence[Any]:  # noqa: ANN401 - a statement of any columns
        return (await self.connection.execute(statement, dict(asked))).all()


class _Row(NamedTuple):
    person: int
    given: str
    family: str
    middle: str
    linked_at: datetime | None
    zone: str
    days: int
    last_day: date | None
    by_letters: bool


def _users(rows: Iterable[Sequence[Any]]) -> dict[int, User]:
    return {
        one.person: User(
            PersonId(one.person),
            Name(one.given, one.family, one.middle),
            one.linked_at.astimezone(ZoneInfo(one.zone)).date() if one.linked_at else None,
            int(one.days),
            one.last_day,
            bool(one.by_letters),
        )
        for one in map(_Row._make, rows)
    }


def _family(pupil: int, guardians: Iterable[int], users: Mapping[int, User]) -> Family:
    return Family(users[pupil], tuple(users[one] for one in guardians if one in users))
