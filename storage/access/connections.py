"""Who has come in, and who has a code. Behind `core.access.connections.Connections`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.connections import Connection, Part
from core.access.people import STAFF, Child, Name
from core.clock import Clock, today
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from storage.statements import NAME, STANDS, WHOM
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    CodeRow,
    DutyRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    MailboxRow,
    PersonRow,
    RoleRow,
    SchoolRow,
)
from storage.tables.teaching import PUPIL, TEACHER

_STAFF_ROLES = sorted(one.value for one in STAFF)
_PUPILS = (
    select(
        PersonRow.id,
        *NAME,
        GroupRow.title,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
        SchoolRow.zone,
    )
    .select_from(EnrolmentRow)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .join(GroupRow, GroupRow.id == EnrolmentRow.group_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .where(
        EnrolmentRow.group_id == bindparam("class_id"),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
        STANDS,
    )
)
_GUARDIANS = (
    select(GuardianshipRow.pupil_id, PersonRow.id, *NAME)
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .where(GuardianshipRow.pupil_id.in_(WHOM), GuardianshipRow.gone_at.is_(None), STANDS)
    .order_by(GuardianshipRow.position)
)
_STAFF = (
    select(PersonRow.id, *NAME)
    .where(
        PersonRow.school_id == bindparam("school"),
        STANDS,
        PersonRow.id.in_(
            select(RoleRow.person_id).where(
                RoleRow.role.in_(_STAFF_ROLES), RoleRow.gone_at.is_(None)
            )
        ),
    )
    .order_by(PersonRow.id)
)
_LINKS = (
    select(
        AccountLinkRow.person_id,
        func.max(AccountLinkRow.linked_at).filter(AccountLinkRow.ended_at.is_(None)),
        func.max(AccountLinkRow.ended_at),
    )
    .where(AccountLinkRow.person_id.in_(WHOM))
    .group_by(AccountLinkRow.person_id)
)
_CODES = (
    select(CodeRow.person_id, func.max(CodeRow.expires).label("until"))
    .where(CodeRow.person_id.in_(WHOM), ~CodeRow.void, CodeRow.used_at.is_(None))
    .group_by(CodeRow.person_id)
)
_MAILBOXES = (
    select(MailboxRow.person_id, MailboxRow.verified_at, AccountRow.reachable)
    .join(AccountRow, AccountRow.id == MailboxRow.account_id)
    .where(MailboxRow.person_id.in_(WHOM), MailboxRow.ended_at.is_(None))
)
_AT_WORK = union(
    select(RoleRow.person_id).where(
        RoleRow.person_id.in_(WHOM), RoleRow.role.in_(_STAFF_ROLES), RoleRow.gone_at.is_(None)
    ),
    select(EnrolmentRow.person_id).where(
        EnrolmentRow.person_id.in_(WHOM),
        EnrolmentRow.role == TEACHER,
        EnrolmentRow.gone_at.is_(None),
    ),
    select(DutyRow.person_id).where(DutyRow.person_id.in_(WHOM), DutyRow.gone_at.is_(None)),
)
"""Who opens more than a family does, whichever of the records says so."""
_NONE: Final = (None, None)
_NO_MAILBOX: Final = (None, True)


@dataclass(frozen=True, slots=True)
class SqlConnections:
    """Lists of persons with what they have to come in by."""

    connection: AsyncConnection
    clock: Clock

    async def of_class(self, class_id: ClassId) -> Sequence[Connection]:
        """Return the pupils of a class now with their guardians, each guardian by each pupil."""
        rows = await self.connection.execute(_PUPILS, {"class_id": class_id})
        pupils = {
            number: Child(PupilId(PersonId(number)), Name(given, family, middle), title)
            for number, given, family, middle, title, begins, ends, zone in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        found: list[tuple[int, Name, Part, Child | None]] = [
            (number, child.name, Part.PUPIL, child) for number, child in pupils.items()
        ]
        guardians = await self.connection.execute(_GUARDIANS, {"asked": list(pupils)})
        found += [
            (number, Name(given, family, middle), Part.GUARDIAN, pupils[pupil])
            for pupil, number, given, family, middle in guardians
        ]
        return await self._with_ways_in(found)

    async def of_staff(self, school: SchoolId) -> Sequence[Connection]:
        """Return everybody with a role at the school but pupils and guardians."""
        rows = await self.connection.execute(_STAFF, {"school": school})
        return await self._with_ways_in(
            [
                (number, Name(given, family, middle), Part.STAFF, None)
                for number, given, family, middle in rows
            ]
        )

    async def _with_ways_in(
        self, found: Sequence[tuple[int, Name, Part, Child | None]]
    ) -> list[Connection]:
        asked = {"asked": list({number for number, *_ in found})}
        links: Mapping[int, tuple[datetime | None, datetime | None]] = {
            person: (came, left)
            for person, came, left in await self.connection.execute(_LINKS, asked)
        }
        codes = {one.person_id: one.until for one in await self.connection.execute(_CODES, asked)}
        at_work = set(await self.connection.scalars(_AT_WORK, asked))
        boxes: Mapping[int, tuple[datetime | None, bool]] = {
            person: (since, bool(works))
            for person, since, works in await self.connection.execute(_MAILBOXES, asked)
        }
        return [
            Connection(
                PersonId(number),
                name,
                part,
                child,
                *links.get(number, _NONE),
                codes.get(number),
                *boxes.get(number, _NO_MAILBOX),
                is_staff=number in at_work,
            )
            for number, name, part, child in found
        ]

    async def revoke(self, person: PersonId) -> bool:
        """Void the unused code of a person; say whether there was one."""
        unused = (CodeRow.person_id == person) & CodeRow.used_at.is_(None) & ~CodeRow.void
        done = await self.connection.execute(update(CodeRow).where(unused).values(void=True))
        return bool(done.rowcount)
