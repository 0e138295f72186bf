"""Who can be addressed, as the records stand today. Behind `Circles` of core."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, exists, select, true
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Channel, Child, Name, place_in_list
from core.clock import Clock, today
from core.ids import CourseId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from core.messages.broadcasts.broadcast import Family, Hearer, Scope, Whom
from core.messages.broadcasts.ports import TaughtCourse
from core.messages.broadcasts.reach import Accounts, why_not
from storage.statements import IN_CLASS, NAME, WHOM
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    ConsentRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    MailboxRow,
    PersonRow,
    SchoolRow,
)
from storage.tables.teaching import COURSE, PUPIL, TEACHER

_AT_ONCE = 5_000
_TAUGHT = (
    select(
        GroupRow.id,
        GroupRow.title,
        GroupRow.school_id,
        SchoolRow.zone,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
    )
    .join(GroupRow, GroupRow.id == EnrolmentRow.group_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .where(
        EnrolmentRow.person_id == bindparam("teacher"),
        EnrolmentRow.role == TEACHER,
        EnrolmentRow.gone_at.is_(None),
        GroupRow.kind == COURSE,
        GroupRow.gone_at.is_(None),
    )
    .order_by(GroupRow.title, GroupRow.id)
)
_COURSE = select(GroupRow.id, GroupRow.title, GroupRow.school_id).where(
    GroupRow.id == bindparam("course"), GroupRow.kind == COURSE, GroupRow.gone_at.is_(None)
)
_TITLES = select(GroupRow.title).where(GroupRow.id.in_(WHOM)).order_by(GroupRow.title, GroupRow.id)
_OF_SCHOOL = (
    select(PersonRow.id, *NAME, IN_CLASS.c.title, IN_CLASS.c.begins, IN_CLASS.c.ends)
    .join(IN_CLASS, IN_CLASS.c.person_id == PersonRow.id)
    .where(PersonRow.school_id == bindparam("school"), PersonRow.gone_at.is_(None))
)
_CHOSEN = _OF_SCHOOL.where(PersonRow.id.in_(WHOM))
_IN_GROUP = (
    select(EnrolmentRow.person_id, EnrolmentRow.begins, EnrolmentRow.ends)
    .join(GroupRow, GroupRow.id == EnrolmentRow.group_id)
    .where(
        GroupRow.id.in_(WHOM),
        GroupRow.gone_at.is_(None),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
    )
)
_ZONE = select(SchoolRow.zone).where(SchoolRow.id == bindparam("school"))

_LINK = and_(AccountLinkRow.person_id == PersonRow.id, AccountLinkRow.ended_at.is_(None))
_MAIL = aliased(AccountRow)
_MAILBOX = exists().where(
    MailboxRow.person_id == PersonRow.id,
    MailboxRow.ended_at.is_(None),
    _MAIL.id == MailboxRow.account_id,
)
_REACH = (
    PersonRow.id,
    *NAME,
    PersonRow.phone,
    AccountRow.channel,
    AccountRow.reachable,
    _MAILBOX,
    _MAILBOX.where(_MAIL.reachable == true()),
)
_GUARDIANS = (
    select(GuardianshipRow.pupil_id, *_REACH)
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .outerjoin(AccountLinkRow, _LINK)
    .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
    .where(
        GuardianshipRow.pupil_id.in_(WHOM),
        GuardianshipRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
        PersonRow.enabled,
    )
    .order_by(GuardianshipRow.position, GuardianshipRow.id)
)
_THEMSELVES = (
    select(PersonRow.id, *_REACH)
    .outerjoin(AccountLinkRow, _LINK)
    .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
    .where(PersonRow.id.in_(WHOM), PersonRow.gone_at.is_(None), PersonRow.enabled)
)
_CONSENTS = (
    select(ConsentRow.pupil_id, ConsentRow.guardian_id, ConsentRow.subject, ConsentRow.state)
    .where(ConsentRow.pupil_id.in_(WHOM), ConsentRow.gone_at.is_(None))
    .order_by(ConsentRow.day, ConsentRow.id)
)

Said = Mapping[tuple[int, int], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class SqlCircles:
    """Pupils by class and course, and their families by guardianship, link and consent."""

    connection: AsyncConnection
    clock: Clock

    async def courses_of(self, teacher: PersonId) -> Sequence[TaughtCourse]:
        """Return the courses that a person teaches today, by title."""
        rows = await self.connection.execute(_TAUGHT, {"teacher": teacher})
        found = {
            number: TaughtCourse(CourseId(number), title, SchoolId(school))
            for number, title, school, zone, begins, ends in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        return list(found.values())

    async def course(self, course: CourseId) -> TaughtCourse | None:
        """Return a course, or None where it is no more."""
        row = (await self.connection.execute(_COURSE, {"course": course})).one_or_none()
        return TaughtCourse(CourseId(row[0]), row[1], SchoolId(row[2])) if row else None

    async def titles(self, groups: Sequence[int]) -> Sequence[str]:
        """Return how classes and courses are called, in the order of their titles."""
        rows = await self.connection.execute(_TITLES, {"asked": list(groups)})
        return [title for (title,) in rows]

    async def pupils_in(self, school: SchoolId, scope: Scope) -> Sequence[Child]:
        """Return today's pupils of a scope, by class and family name; chosen ones only, if any."""
        zone = (await self.connection.execute(_ZONE, {"school": school})).scalar_one()
        now = today(self.clock, ZoneInfo(zone))
        of = {"school": school, "asked": list(scope.pupils)}
        rows = await self.connection.execute(_CHOSEN if scope.pupils else _OF_SCHOOL, of)
        children = {
            pupil: Child(PupilId(PersonId(pupil)), Name(given, family, middle), title)
            for pupil, given, family, middle, title, begins, ends in rows
            if in_force(begins, ends, now)
        }
        if scope.whom is not Whom.SCHOOL:
            asked = {"asked": list(scope.groups)}
            enrolled = await self.connection.execute(_IN_GROUP, asked)
            inside = {one for one, begins, ends in enrolled if in_force(begins, ends, now)}
            children = {one: child for one, child in children.items() if one in inside}
        return sorted(children.values(), key=lambda it: (it.class_title, *place_in_list(it)))

    async def members(self, pupils: Sequence[Child]) -> Sequence[Family]:
        """Return the families as given, each with its guardians and the pupil."""
        members = defaultdict[int, list[Hearer]](list)
        for some in _parts([one.pupil for one in pupils]):
            asked = {"asked": some}
            consents = await self.connection.execute(_CONSENTS, asked)
            said = defaultdict[tuple[int, int], dict[str, str]](dict)
            for pupil, person, what, state in consents:
                said[pupil, person][what] = state
            for row in await self.connection.execute(_GUARDIANS, asked):
                members[row[0]].append(_hearer(row, said, is_guardian=True))
            for row in await self.connection.execute(_THEMSELVES, asked):
                members[row[0]].append(_hearer(row, said, is_guardian=False))
        return [Family(one, tuple(members[one.pupil])) for one in pupils]


def _hearer(row: Sequence[Any], said: Said, *, is_guardian: bool) -> Hearer:
    pupil, person, given, family, middle, phone, chat, in_chat, mailbox, by_mail = row
    taking = [Channel(one) for one, it in ((chat, in_chat), (Channel.EMAIL, by_mail)) if it]
    why = why_not(said.get((pupil, person), {}), Accounts(chat, mailbox, taking))
    return Hearer(PersonId(person), Name(given, family, middle), is_guardian, why, phone)


def _parts(ids: Sequence[PupilId]) -> Iterator[Sequence[PupilId]]:
    for begin in range(0, len(ids), _AT_ONCE):
        yield ids[begin : begin + _AT_ONCE]
