"""Requests of who lost access. Behind `core.access.lost.LostAccessBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.lost import LostAccess, Served
from core.access.people import ADMINISTRATION, Role
from core.ids import AccountId, LostAccessId, PersonId, SchoolId, SourceId
from storage.statements import HAS_COME_IN, STANDS, WHOM, new_source
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    LostAccessRow,
    PersonRow,
    RoleRow,
    SchoolRow,
)

_SERVED = select(SchoolRow.id, SchoolRow.name).order_by(SchoolRow.id)
_SINCE = LostAccessRow.asked_at > bindparam("since", type_=LostAccessRow.asked_at.type)
_BY_ACCOUNT = (
    select(func.count())
    .select_from(LostAccessRow)
    .where(LostAccessRow.account_id == bindparam("account"), _SINCE)
)
_AT_SCHOOL = (
    select(func.count())
    .select_from(LostAccessRow)
    .where(LostAccessRow.school_id == bindparam("school"), _SINCE)
)
_REQUESTS = (
    select(
        LostAccessRow.id,
        LostAccessRow.school_id,
        LostAccessRow.source,
        LostAccessRow.words,
        LostAccessRow.asked_at,
        LostAccessRow.answered_at,
    )
    .where(LostAccessRow.gone_at.is_(None))
    .order_by(LostAccessRow.id)
)
_BY_NUMBER = _REQUESTS.where(LostAccessRow.id.in_(WHOM))
_UNANSWERED = _REQUESTS.where(
    LostAccessRow.school_id == bindparam("school"), LostAccessRow.answered_at.is_(None)
)
_SCHOOLS_UNANSWERED = (
    select(LostAccessRow.school_id)
    .distinct()
    .where(LostAccessRow.gone_at.is_(None), LostAccessRow.answered_at.is_(None))
    .order_by(LostAccessRow.school_id)
)
_ADMINISTRATORS = (
    select(PersonRow.id)
    .distinct()
    .join(RoleRow, (RoleRow.person_id == PersonRow.id) & RoleRow.gone_at.is_(None))
    .where(
        PersonRow.school_id == bindparam("school"),
        HAS_COME_IN,
        RoleRow.role == Role.ADMINISTRATOR.value,
    )
    .order_by(PersonRow.id)
)
_REACHED = exists().where(
    AccountLinkRow.person_id == PersonRow.id,
    AccountLinkRow.ended_at.is_(None),
    AccountRow.id == AccountLinkRow.account_id,
    AccountRow.reachable,
)
_OUT_OF_REACH = _ADMINISTRATORS.where(~_REACHED)
_IN_REACH = (
    select(PersonRow.id, RoleRow.role)
    .join(RoleRow, (RoleRow.person_id == PersonRow.id) & RoleRow.gone_at.is_(None))
    .where(
        PersonRow.school_id == bindparam("school"),
        STANDS,
        RoleRow.role.in_([one.value for one in ADMINISTRATION]),
        _REACHED,
    )
    .order_by(PersonRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlLostAccess:
    """Requests as rows; an answered one stays."""

    connection: AsyncConnection

    async def served(self) -> Sequence[Served]:
        """Return the schools that can be asked, in the order in which they came."""
        rows = await self.connection.execute(_SERVED)
        return [Served(SchoolId(number), name) for number, name in rows]

    async def asked_by(self, account: AccountId, since: datetime) -> int:
        """Return how often an account asked since then, at any school."""
        asked = {"account": account, "since": since}
        return int((await self.connection.execute(_BY_ACCOUNT, asked)).scalar_one())

    async def asked_at_school(self, school: SchoolId, since: datetime) -> int:
        """Return how often a school was asked since then, by anybody."""
        asked = {"school": school, "since": since}
        return int((await self.connection.execute(_AT_SCHOOL, asked)).scalar_one())

    async def add(
        self, school: SchoolId, account: AccountId, words: str, *, at: datetime
    ) -> LostAccessId:
        """Keep a request."""
        new = (
            insert(LostAccessRow)
            .values(
                school_id=school,
                source=new_source(),
                account_id=account,
                words=words,
                asked_at=at,
                changed_at=at,
            )
            .returning(LostAccessRow.id)
        )
        return LostAccessId((await self.connection.execute(new)).scalar_one())

    async def requests(self, numbers: Sequence[int]) -> Sequence[LostAccess]:
        """Return requests by their numbers, answered or not."""
        rows = await self.connection.execute(_BY_NUMBER, {"asked": list(numbers)})
        return [_request(row) for row in rows]

    async def unanswered(self, school: SchoolId) -> Sequence[LostAccess]:
        """Return the open requests of a school, the oldest first."""
        rows = await self.connection.execute(_UNANSWERED, {"school": school})
        return [_request(row) for row in rows]

    async def schools_unanswered(self) -> Sequence[SchoolId]:
        """Return the schools that have open requests."""
        return [SchoolId(one) for one in await self.connection.scalars(_SCHOOLS_UNANSWERED)]

    async def answer(self, number: LostAccessId, *, by: PersonId, at: datetime) -> bool:
        """Close an open request; say whether it was open."""
        closed = (
            update(LostAccessRow)
            .where(LostAccessRow.id == number, LostAccessRow.answered_at.is_(None))
            .values(answered_at=at, answered_by_id=by, origin_id=by, changed_at=at)
        )
        return bool((await self.connection.execute(closed)).rowcount)

    async def administrators(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked administrators of the journal of a school."""
        rows = await self.connection.execute(_ADMINISTRATORS, {"school": school})
        return [PersonId(person) for (person,) in rows]

    async def out_of_reach(self, school: SchoolId) -> Sequence[PersonId]:
        """Return those of them whom no message reaches."""
        rows = await self.connection.execute(_OUT_OF_REACH, {"school": school})
        return [PersonId(person) for (person,) in rows]

    async def in_reach(self, school: SchoolId) -> Mapping[PersonId, frozenset[Role]]:
        """Return the school's administration whom messages reach, each with its roles there."""
        found = defaultdict[PersonId, set[Role]](set)
        for person, role in await self.connection.execute(_IN_REACH, {"school": school}):
            found[PersonId(person)].add(Role(role))
        return {person: frozenset(roles) for person, roles in found.items()}


def _request(row: Sequence[Any]) -> LostAccess:
    number, school, source, *of_it = row
    return LostAccess(LostAccessId(number), SchoolId(school), SourceId(source), *of_it)
