"""Who has the right to hear and has not refused it. Behind `core.notices.ports.Audience`."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Executable, bindparam, exists, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.consents import open_ways
from core.access.people import ADMINISTRATION, Channel, Role
from core.clock import Clock, today
from core.ids import ClassId, LessonId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from storage.statements import HAS_COME_IN, IN_CLASS, STANDS, WHOM, enrolled_on
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    ConsentRow,
    EnrolmentRow,
    GuardianshipRow,
    LessonRow,
    MailboxRow,
    PersonRow,
    RoleRow,
    SchoolRow,
)
from storage.tables.teaching import PUPIL, TEACHER

_AT_ONCE = 5_000
_LIVE = (AccountLinkRow.person_id == PersonRow.id) & AccountLinkRow.ended_at.is_(None)
_PUPIL = aliased(PersonRow)
_HAS_A_MAILBOX = exists().where(
    MailboxRow.person_id == PersonRow.id, MailboxRow.ended_at.is_(None)
)
_LETTERS = aliased(AccountRow)
_MAIL_IS_TAKEN = exists().where(
    MailboxRow.person_id == PersonRow.id,
    MailboxRow.ended_at.is_(None),
    _LETTERS.id == MailboxRow.account_id,
    _LETTERS.reachable,
)
_WAYS = (AccountRow.channel, _HAS_A_MAILBOX, AccountRow.reachable, _MAIL_IS_TAKEN)
_HAS_A_WAY = or_(AccountRow.id.is_not(None), _HAS_A_MAILBOX)

_GUARDIANS = (
    select(GuardianshipRow.pupil_id, PersonRow.id, *_WAYS)
    .select_from(GuardianshipRow)
    .join(_PUPIL, (_PUPIL.id == GuardianshipRow.pupil_id) & _PUPIL.gone_at.is_(None))
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .outerjoin(AccountLinkRow, _LIVE)
    .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
    .where(
        GuardianshipRow.pupil_id.in_(WHOM),
        GuardianshipRow.gone_at.is_(None),
        STANDS,
        _HAS_A_WAY,
    )
    .order_by(GuardianshipRow.position, GuardianshipRow.id)
)

_THEMSELVES = (
    select(PersonRow.id, PersonRow.id, *_WAYS)
    .select_from(PersonRow)
    .outerjoin(AccountLinkRow, _LIVE)
    .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
    .where(PersonRow.id.in_(WHOM), STANDS, _HAS_A_WAY)
)

_CONSENTS = (
    select(ConsentRow.pupil_id, ConsentRow.guardian_id, ConsentRow.subject, ConsentRow.state)
    .where(ConsentRow.pupil_id.in_(WHOM), ConsentRow.gone_at.is_(None))
    .order_by(ConsentRow.day, ConsentRow.id)
)

_TAUGHT = (
    select(LessonRow.id, EnrolmentRow.person_id)
    .join(EnrolmentRow, EnrolmentRow.group_id == LessonRow.course_id)
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & PersonRow.gone_at.is_(None))
    .where(
        LessonRow.id.in_(WHOM),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
        enrolled_on(LessonRow.day),
    )
    .distinct()
    .order_by(EnrolmentRow.person_id)
)

_ABOUT = union(
    select(GuardianshipRow.pupil_id).where(
        GuardianshipRow.guardian_id == bindparam("person"), GuardianshipRow.gone_at.is_(None)
    ),
    select(PersonRow.id).where(PersonRow.id == bindparam("person")),
).subquery()

_LEADING = (
    select(
        IN_CLASS.c.person_id,
        EnrolmentRow.person_id,
        SchoolRow.zone,
        IN_CLASS.c.begins,
        IN_CLASS.c.ends,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
    )
    .select_from(IN_CLASS)
    .join(
        EnrolmentRow,
        (EnrolmentRow.group_id == IN_CLASS.c.id)
        & (EnrolmentRow.role == TEACHER)
        & EnrolmentRow.gone_at.is_(None),
    )
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .order_by(IN_CLASS.c.person_id, EnrolmentRow.id)
)
_CLASS_TEACHERS = _LEADING.where(IN_CLASS.c.person_id.in_(select(_ABOUT)))
_CLASS_TEACHERS_OF = _LEADING.where(IN_CLASS.c.person_id.in_(WHOM))

_LEADERS = (
    select(EnrolmentRow.person_id, SchoolRow.zone, EnrolmentRow.begins, EnrolmentRow.ends)
    .select_from(EnrolmentRow)
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .where(
        EnrolmentRow.group_id == bindparam("class_id"),
        EnrolmentRow.role == TEACHER,
        EnrolmentRow.gone_at.is_(None),
    )
    .order_by(EnrolmentRow.id)
)

_ADMINISTRATION = (
    select(PersonRow.id, RoleRow.role)
    .join(RoleRow, (RoleRow.person_id == PersonRow.id) & RoleRow.gone_at.is_(None))
    .where(
        PersonRow.school_id == bindparam("school"),
        HAS_COME_IN,
        RoleRow.role.in_(sorted(one.value for one in ADMINISTRATION)),
    )
    .order_by(PersonRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlAudience:
    """Families by guardianship, chat or mailbox, and consent; class teachers by enrolment."""

    connection: AsyncConnection
    clock: Clock

    async def families(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return for each pupil the guardians and the pupil itself, as far as they are linked."""
        found = defaultdict[PupilId, list[PersonId]](list)
        async for pupil, person, _ in self._hearing(pupils):
            found[pupil].append(person)
        return found

    async def reached(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return of the families those whom a message reaches now: no chat shut, or a letter."""
        found = defaultdict[PupilId, list[PersonId]](list)
        async for pupil, person, taking in self._hearing(pupils):
            if taking:
                found[pupil].append(person)
        return found

    async def reached_in_chat(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return of the families those whom a message in the chat reaches now."""
        found = defaultdict[PupilId, list[PersonId]](list)
        async for pupil, person, taking in self._hearing(pupils):
            if taking - {Channel.EMAIL}:
                found[pupil].append(person)
        return found

    async def _hearing(
        self, pupils: Sequence[PupilId]
    ) -> AsyncIterator[tuple[PupilId, PersonId, frozenset[Channel]]]:
        """Walk who hears of each pupil, and which of the ways take messages now."""
        for some in _parts(pupils):
            asked = {"asked": some}
            rows = await self.connection.execute(_CONSENTS, asked)
            said = defaultdict[tuple[int, int], dict[str, str]](dict)
            for pupil, person, subject, state in rows:
                said[pupil, person][subject] = state
            guardians = (await self.connection.execute(_GUARDIANS, asked)).all()
            themselves = (await self.connection.execute(_THEMSELVES, asked)).all()
            for pupil, person, chat, mailbox, in_chat, by_mail in (*guardians, *themselves):
                ways = open_ways(said.get((pupil, person), {}), chat=chat, mailbox=mailbox)
                if ways:
                    taken = {chat: in_chat, Channel.EMAIL: by_mail}
                    taking = frozenset(way for way in ways if taken.get(way))
                    yield PupilId(PersonId(pupil)), PersonId(person), taking

    async def pupils_of(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, Sequence[PupilId]]:
        """Return for each lesson the pupils of its course on that day."""
        found = defaultdict[LessonId, list[PupilId]](list)
        for some in _parts(lessons):
            for lesson, pupil in await self.connection.execute(_TAUGHT, {"asked": some}):
                found[LessonId(lesson)].append(PupilId(PersonId(pupil)))
        return found

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        """Return the linked class teachers of the children of a person, or of the pupil itself."""
        return await self._leading(_CLASS_TEACHERS, {"person": person})

    async def class_teachers_of(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return for each pupil the linked class teachers of its class, today."""
        found = defaultdict[PupilId, list[PersonId]](list)
        for some in _parts(pupils):
            for pupil, teacher in await self._leading(_CLASS_TEACHERS_OF, {"asked": some}):
                found[pupil].append(teacher)
        return found

    async def _leading(
        self, statement: Executable, asked: Mapping[str, object]
    ) -> list[tuple[PupilId, PersonId]]:
        rows = await self.connection.execute(statement, asked)
        return [
            (PupilId(PersonId(pupil)), PersonId(teacher))
            for pupil, teacher, zone, joined, left, begins, ends in rows
            if _both_in_force(today(self.clock, ZoneInfo(zone)), (joined, left), (begins, ends))
        ]

    async def leaders(self, class_id: ClassId) -> Sequence[PersonId]:
        """Return the linked class teachers of a class, today."""
        rows = await self.connection.execute(_LEADERS, {"class_id": class_id})
        found = {
            PersonId(teacher): None
            for teacher, zone, begins, ends in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        return list(found)

    async def administration(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked heads, deputy heads and administrators of the school."""
        rows = await self.connection.execute(_ADMINISTRATION, {"school": school})
        return list(dict.fromkeys(PersonId(person) for person, _ in rows))

    async def stand_ins(self, school: SchoolId) -> Sequence[PersonId]:
        """Return who hears for a class without a class teacher: the linked deputy heads."""
        rows = (await self.connection.execute(_ADMINISTRATION, {"school": school})).all()
        deputies = [one for one in rows if one.role == Role.DEPUTY_HEAD]
        return list(dict.fromkeys(PersonId(person) for person, _ in deputies or rows))


def _both_in_force(day: date, *stretches: tuple[date | None, date | None]) -> bool:
    return all(in_force(begins, ends, day) for begins, ends in stretches)


_Id = TypeVar("_Id", PupilId, LessonId)


def _parts(ids: Sequence[_Id]) -> Iterator[Sequence[_Id]]:
    for begin in range(0, len(ids), _AT_ONCE):
        yield ids[begin : begin + _AT_ONCE]
