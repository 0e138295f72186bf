"""How persons have to do with each other today. Behind `core.messages.threads.ports.Ties`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, exists, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import STAFF, Child, Name
from core.clock import Clock, today
from core.ids import PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from core.messages.threads.rules import Party, Teaching, office_of
from storage.diary.statements import TITLE
from storage.statements import IN_CLASS, NAME, STANDS, WHOM
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    EnrolmentRow,
    GroupRow,
    MailboxRow,
    PersonRow,
    RoleRow,
    SchoolRow,
    SubjectRow,
)
from storage.tables.teaching import CLASS, PUPIL, TEACHER

_MAIL = aliased(AccountRow)
_IN_CHAT = exists().where(
    AccountLinkRow.person_id == PersonRow.id,
    AccountLinkRow.ended_at.is_(None),
    AccountRow.id == AccountLinkRow.account_id,
    or_(
        AccountRow.reachable == true(),
        exists().where(
            MailboxRow.person_id == PersonRow.id,
            MailboxRow.ended_at.is_(None),
            _MAIL.id == MailboxRow.account_id,
            _MAIL.reachable == true(),
        ),
    ),
)
_PARTIES = select(PersonRow.id, PersonRow.school_id, *NAME, _IN_CHAT).where(
    PersonRow.id.in_(WHOM), STANDS
)
_ROLES = select(RoleRow.person_id, RoleRow.role).where(
    RoleRow.person_id.in_(WHOM), RoleRow.gone_at.is_(None)
)
_CHILDREN = (
    select(
        PersonRow.id, *NAME, SchoolRow.zone, IN_CLASS.c.title, IN_CLASS.c.begins, IN_CLASS.c.ends
    )
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(IN_CLASS, IN_CLASS.c.person_id == PersonRow.id)
    .where(PersonRow.id.in_(WHOM), PersonRow.gone_at.is_(None))
)
_TEACHING = aliased(EnrolmentRow)
_TOPIC = case((GroupRow.kind == CLASS, ""), else_=TITLE)
_TEACHERS = (
    select(
        EnrolmentRow.person_id,
        PersonRow.id,
        *NAME,
        GroupRow.id,
        _TOPIC,
        SchoolRow.zone,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
        _TEACHING.begins,
        _TEACHING.ends,
    )
    .select_from(EnrolmentRow)
    .join(GroupRow, and_(GroupRow.id == EnrolmentRow.group_id, GroupRow.gone_at.is_(None)))
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .join(
        _TEACHING,
        and_(
            _TEACHING.group_id == GroupRow.id,
            _TEACHING.role == TEACHER,
            _TEACHING.gone_at.is_(None),
        ),
    )
    .join(PersonRow, and_(PersonRow.id == _TEACHING.person_id, STANDS))
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        EnrolmentRow.person_id.in_(WHOM),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
    )
    .order_by(_TEACHING.is_primary.desc(), _TEACHING.id)
)


@dataclass(frozen=True, slots=True)
class SqlTies:
    """Persons by role, link and enrolment."""

    connection: AsyncConnection
    clock: Clock

    async def parties(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Party]:
        """Return persons who stand in the records; others are missing."""
        asked = {"asked": list(persons)}
        roles = defaultdict[int, set[str]](set)
        for person, role in await self.connection.execute(_ROLES, asked):
            roles[person].add(role)
        return {
            PersonId(person): Party(
                PersonId(person),
                SchoolId(school),
                Name(given, family, middle),
                office=office_of(roles[person]),
                is_staff=not roles[person].isdisjoint(STAFF),
                is_here=bool(is_here),
            )
            for person, school, given, family, middle, is_here in await self.connection.execute(
                _PARTIES, asked
            )
        }

    async def children(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Child]:
        """Return pupils who stand in the records, with their classes of today."""
        found: dict[PupilId, Child] = {}
        rows = await self.connection.execute(_CHILDREN, {"asked": list(pupils)})
        for number, given, family, middle, zone, title, begins, ends in rows:
            pupil, name = PupilId(PersonId(number)), Name(given, family, middle)
            now = self._today(zone)
            if title is not None and in_force(begins, ends, now):
                found[pupil] = Child(pupil, name, title)
            else:
                found.setdefault(pupil, Child(pupil, name))
        return found

    async def teachers(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Teaching]]:
        """Return who leads and teaches each pupil today: class teachers first, then by subject."""
        found = defaultdict[PupilId, list[Teaching]](list)
        for row in await self.connection.execute(_TEACHERS, {"asked": list(pupils)}):
            pupil, person, given, family, middle, group, topic, zone, *days = row
            now, (begins, ends, since, until) = self._today(zone), days
            if in_force(begins, ends, now) and in_force(since, until, now):
                teaching = Teaching(PersonId(person), Name(given, family, middle), group, topic)
                found[PupilId(PersonId(pupil))].append(teaching)
        return {pupil: sorted(some, key=lambda one: one.topic) for pupil, some in found.items()}

    def _today(self, zone: str) -> date:
        return today(self.clock, ZoneInfo(zone))
