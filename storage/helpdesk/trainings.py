"""Trainings with who was invited. Behind `core.helpdesk.training.ports.Trainings`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, Row, and_, bindparam, case, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import STAFF, Name, Role, place_of_name
from core.helpdesk.topics import covers, words
from core.helpdesk.training.quarter import Term
from core.helpdesk.training.training import (
    Guest,
    Invited,
    Invitees,
    Reply,
    StaffMember,
    Training,
    TrainingPlan,
    TrainingState,
    Whom,
)
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, TrainingId
from core.journal.values import PeriodKind
from storage.statements import HAS_COME_IN, NAME, STANDS, WHOM, enrolled_as, new_source
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    PeriodRow,
    PersonRow,
    RoleRow,
    SchoolRow,
    TrainingGuestRow,
    TrainingRow,
)
from storage.tables.teaching import CLASS, TEACHER

_STANDS = TrainingState.PLANNED.value
_DAY = bindparam("day", type_=EnrolmentRow.begins.type)
_LEADS = exists().where(
    EnrolmentRow.person_id == PersonRow.id,
    enrolled_as(EnrolmentRow, TEACHER, _DAY),
    GroupRow.id == EnrolmentRow.group_id,
    GroupRow.kind == CLASS,
    GroupRow.gone_at.is_(None),
)
_TEACHES = exists().where(
    RoleRow.person_id == PersonRow.id,
    RoleRow.role == Role.TEACHER.value,
    RoleRow.gone_at.is_(None),
)
_WORKS = exists().where(
    RoleRow.person_id == PersonRow.id,
    RoleRow.role.in_(sorted(one.value for one in STAFF)),
    RoleRow.gone_at.is_(None),
)
_STAFF = select(
    PersonRow.id, *NAME, _TEACHES.label("teaches"), _LEADS.label("leads"), HAS_COME_IN
).where(PersonRow.school_id == bindparam("school"), STANDS, or_(_WORKS, _LEADS))

_Holder = aliased(PersonRow)
_TRAININGS = (
    select(
        TrainingRow.id,
        TrainingRow.school_id,
        SchoolRow.name.label("school_name"),
        SchoolRow.zone,
        TrainingRow.by_id,
        _Holder.given,
        _Holder.family,
        _Holder.middle,
        TrainingRow.topics,
        TrainingRow.starts_at,
        TrainingRow.room,
        TrainingRow.whom,
        TrainingRow.class_id,
        GroupRow.title.label("class_title"),
        TrainingRow.words,
        TrainingRow.version,
        TrainingRow.state,
        TrainingRow.set_at,
    )
    .join(SchoolRow, SchoolRow.id == TrainingRow.school_id)
    .join(_Holder, _Holder.id == TrainingRow.by_id)
    .outerjoin(GroupRow, GroupRow.id == TrainingRow.class_id)
    .where(TrainingRow.gone_at.is_(None))
)
_BY_NUMBER = _TRAININGS.where(TrainingRow.id.in_(WHOM))
_OF_SCHOOL = _TRAININGS.where(TrainingRow.school_id == bindparam("school")).order_by(
    TrainingRow.starts_at.desc(), TrainingRow.id.desc()
)
_FOR_GUEST = (
    _TRAININGS.join(TrainingGuestRow, TrainingGuestRow.training_id == TrainingRow.id)
    .where(
        TrainingGuestRow.person_id == bindparam("person"),
        TrainingRow.state == _STANDS,
        TrainingRow.starts_at > bindparam("since", type_=TrainingRow.starts_at.type),
    )
    .order_by(TrainingRow.starts_at, TrainingRow.id)
)
_STARTING = _TRAININGS.where(
    TrainingRow.school_id == bindparam("school"),
    TrainingRow.state == _STANDS,
    TrainingRow.starts_at > bindparam("after", type_=TrainingRow.starts_at.type),
    TrainingRow.starts_at < bindparam("before", type_=TrainingRow.starts_at.type),
).order_by(TrainingRow.starts_at, TrainingRow.id)
_INVITED = (
    select(
        TrainingGuestRow.training_id,
        PersonRow.id,
        *NAME,
        TrainingGuestRow.pupil_id,
        HAS_COME_IN.label("is_here"),
        case(
            (TrainingGuestRow.replied_to == TrainingRow.version, TrainingGuestRow.reply), else_=""
        ).label("reply"),
        TrainingGuestRow.came,
    )
    .join(TrainingRow, TrainingRow.id == TrainingGuestRow.training_id)
    .join(PersonRow, PersonRow.id == TrainingGuestRow.person_id)
    .where(TrainingGuestRow.training_id.in_(WHOM))
)
_TERMS = (
    select(
        PeriodRow.id,
        PeriodRow.school_id,
        PeriodRow.title,
        PeriodRow.kind,
        PeriodRow.begins,
        PeriodRow.ends,
    )
    .where(
        PeriodRow.school_id == bindparam("school"),
        PeriodRow.gone_at.is_(None),
        PeriodRow.kind != PeriodKind.YEAR.value,
        PeriodRow.begins <= _DAY,
        PeriodRow.ends >= _DAY,
    )
    .order_by(PeriodRow.kind.desc(), PeriodRow.id)
)  # a quarter comes before a half-year


@dataclass(frozen=True, slots=True)
class SqlTrainings:
    """A row for each training, and one for each person invited to it."""

    connection: AsyncConnection

    async def staff(self, school: SchoolId, day: date) -> Sequence[StaffMember]:
        """Return who works at a school, by name; `day` says who leads a class."""
        rows = await self.connection.execute(_STAFF, {"school": school, "day": day})
        found = [
            StaffMember(
                PersonId(number),
                Name(given, family, middle),
                teaches=bool(teaches),
                leads=bool(leads),
                is_here=bool(is_here),
            )
            for number, given, family, middle, teaches, leads, is_here in rows
        ]
        return sorted(found, key=lambda it: (*place_of_name(it.name), it.person))

    async def add(
        self,
        school: SchoolId,
        plan: TrainingPlan,
        guests: Sequence[Guest],
        *,
        by: PersonId,
        at: datetime,
    ) -> TrainingId:
        """Keep a training that has a time, and who is invited."""
        new = (
            insert(TrainingRow)
            .values(
                school_id=school,
                source=new_source(),
                origin_id=by,
                changed_at=at,
                by_id=by,
                topics=",".join(words(plan.topics)),
                starts_at=plan.starts_at,
                room=plan.room,
                whom=plan.invitees.whom.value,
                class_id=plan.invitees.class_id,
                words=plan.words,
                version=1,
                state=_STANDS,
                made_at=at,
                set_at=at,
            )
            .returning(TrainingRow.id)
        )
        number = TrainingId((await self.connection.execute(new)).scalar_one())
        if guests:
            lines = [_guest_row(school, number, one) for one in guests]
            await self.connection.execute(insert(TrainingGuestRow), lines)
        return number

    async def trainings(self, numbers: Sequence[int]) -> Mapping[TrainingId, Training]:
        """Return trainings by their numbers, called off or not."""
        found = await self._listed(_BY_NUMBER, {"asked": list(numbers)})
        return {one.id: one for one in found}

    async def of_school(self, school: SchoolId) -> Sequence[Training]:
        """Return the trainings of a school, the one that begins last first."""
        return await self._listed(_OF_SCHOOL, {"school": school})

    async def for_guest(self, person: PersonId, *, since: datetime) -> Sequence[Training]:
        """Return to what a person is invited that stands and begins later, the first one first."""
        return await self._listed(_FOR_GUEST, {"person": person, "since": since})

    async def starting(
        self, school: SchoolId, *, after: datetime, before: datetime
    ) -> Sequence[Training]:
        """Return what stands and begins between two instants, the first one first."""
        asked = {"school": school, "after": after, "before": before}
        return await self._listed(_STARTING, asked)

    async def _listed(self, statement: Executable, asked: Mapping[str, Any]) -> Sequence[Training]:
        return [_training(row) for row in await self.connection.execute(statement, dict(asked))]

    async def invited(self, numbers: Sequence[int]) -> Mapping[TrainingId, Sequence[Invited]]:
        """Return who is invited to trainings, by name; a reply to an earlier time is none."""
        rows = await self.connection.execute(_INVITED, {"asked": list(numbers)})
        return _by_training(numbers, rows)

    async def reply(
        self, training: TrainingId, person: PersonId, given: Reply, *, version: int, at: datetime
    ) -> bool:
        """Keep a reply to a version; False where it was called off or moved since."""
        stands = exists().where(
            TrainingRow.id == training,
            TrainingRow.state == _STANDS,
            TrainingRow.version == version,
        )
        said = (
            update(TrainingGuestRow)
            .where(_is_guest(training, [person]), stands)
            .values(reply=given.value, replied_to=version, replied_at=at)
        )
        return bool((await self.connection.execute(said)).rowcount)

    async def move(
        self,
        training: TrainingId,
        *,
        starts_at: datetime,
        room: str,
        after: int,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Set another time and room after a version; False where somebody was faster."""
        moved = (
            update(TrainingRow)
            .where(
                TrainingRow.id == training,
                TrainingRow.state == _STANDS,
                TrainingRow.version == after,
            )
            .values(
                starts_at=starts_at,
                room=room,
                version=after + 1,
                set_at=at,
                origin_id=by,
                changed_at=at,
            )
        )
        return bool((await self.connection.execute(moved)).rowcount)

    async def call_off(self, training: TrainingId, *, by: PersonId, at: datetime) -> bool:
        """Call it off; False where it was already."""
        done = (
            update(TrainingRow)
            .where(TrainingRow.id == training, TrainingRow.state == _STANDS)
            .values(state=TrainingState.CALLED_OFF.value, origin_id=by, changed_at=at)
        )
        return bool((await self.connection.execute(done)).rowcount)

    async def tick(
        self, training: TrainingId, persons: Sequence[PersonId], *, came: bool, at: datetime
    ) -> None:
        """Keep of some of the invited whether they came."""
        ticked = (
            update(TrainingGuestRow)
            .where(_is_guest(training, persons))
            .values(came=came, ticked_at=at)
        )
        await self.connection.execute(ticked)

    async def terms(self, school: SchoolId, day: date) -> Sequence[Term]:
        """Return the quarters and half-years that hold the day, quarters first."""
        rows = await self.connection.execute(_TERMS, {"school": school, "day": day})
        return [
            Term(PeriodId(number), SchoolId(of), title, PeriodKind(kind), begins, ends)
            for number, of, title, kind, begins, ends in rows
        ]


def _is_guest(training: TrainingId, persons: Sequence[PersonId]) -> Any:  # noqa: ANN401 - a rule of SQL
    return and_(TrainingGuestRow.training_id == training, TrainingGuestRow.person_id.in_(persons))


def _guest_row(school: SchoolId, training: TrainingId, guest: Guest) -> dict[str, Any]:
    return {
        "school_id": school,
        "training_id": training,
        "person_id": guest.person,
        "pupil_id": guest.pupil,
        "reply": "",
        "replied_to": 0,
        "came": False,
    }


def _training(row: Row[Any]) -> Training:
    class_id = ClassId(row.class_id) if row.class_id is not None else None
    return Training(
        id=TrainingId(row.id),
        school=SchoolId(row.school_id),
        school_name=row.school_name,
        zone=row.zone,
        by=PersonId(row.by_id),
        by_name=Name(row.given, row.family, row.middle),
        topics=covers(one for one in row.topics.split(",") if one),
        starts_at=row.starts_at,
        room=row.room,
        invitees=Invitees(Whom(row.whom), class_id),
        words=row.words,
        version=row.version,
        state=TrainingState(row.state),
        set_at=row.set_at,
        class_title=row.class_title or "",
    )


def _by_training(
    numbers: Sequence[int], rows: Iterable[Row[Any]]
) -> Mapping[TrainingId, Sequence[Invited]]:
    found: dict[TrainingId, list[Invited]] = {TrainingId(one): [] for one in numbers}
    for row in rows:
        found[TrainingId(row.training_id)].append(_invited(row))
    return {
        number: sorted(invited, key=lambda it: (*place_of_name(it.guest.name), it.guest.person))
        for number, invited in found.items()
    }


def _invited(row: Row[Any]) -> Invited:
    pupil = PupilId(PersonId(row.pupil_id)) if row.pupil_id is not None else None
    name = Name(row.given, row.family, row.middle)
    guest = Guest(PersonId(row.id), name, pupil, is_here=bool(row.is_here))
    return Invited(guest, Reply(row.reply) if row.reply else None, bool(row.came))
