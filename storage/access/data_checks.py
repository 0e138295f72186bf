"""The monthly check of personal data. Behind `records.DataChecks` of core's personal data."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Child, Name, place_in_list
from core.access.personal_data.data import PersonalData
from core.access.personal_data.records import DataAnswer, DataCheck, InPerson, Unasked
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from storage.statements import (
    IN_CLASS,
    NAME,
    STANDS,
    WHOM,
    enrolled_as,
    insert_into,
)
from storage.tables import (
    AccountLinkRow,
    DataCheckRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    PersonRow,
)
from storage.tables.teaching import CLASS, PUPIL

_AT_ONCE = 1_000
_DAY = bindparam("day", type_=Date())
_MONTH = bindparam("month", type_=Date())
_BEFORE = bindparam("before", type_=AccountLinkRow.linked_at.type)

_PERSONS = select(
    PersonRow.id, PersonRow.school_id, *NAME, PersonRow.phone, PersonRow.email
).where(PersonRow.id.in_(WHOM), STANDS)
_CHILDREN = (
    select(GuardianshipRow.guardian_id, PersonRow.id, *NAME)
    .join(PersonRow, PersonRow.id == GuardianshipRow.pupil_id)
    .where(
        GuardianshipRow.guardian_id.in_(WHOM),
        GuardianshipRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
    )
)
_CLASSES = select(
    IN_CLASS.c.person_id, IN_CLASS.c.title, IN_CLASS.c.begins, IN_CLASS.c.ends
).where(IN_CLASS.c.person_id.in_(WHOM))
_OF_MONTH = (
    select(
        DataCheckRow.person_id,
        DataCheckRow.told_on,
        DataCheckRow.answer,
        DataCheckRow.answered_at,
        DataCheckRow.checked_by_id,
        DataCheckRow.checked_in_id,
        *NAME,
    )
    .outerjoin(PersonRow, PersonRow.id == DataCheckRow.checked_by_id)
    .where(DataCheckRow.person_id.in_(WHOM), DataCheckRow.month == _MONTH)
)

_PUPIL = aliased(PersonRow)
_IS_UNASKED = (
    PersonRow.school_id == bindparam("school"),
    STANDS,
    exists().where(
        AccountLinkRow.person_id == PersonRow.id,
        AccountLinkRow.ended_at.is_(None),
        AccountLinkRow.linked_at < _BEFORE,
    ),
    ~exists().where(
        DataCheckRow.person_id == PersonRow.id,
        DataCheckRow.month == _MONTH,
        # What was taken back leaves a row in which nobody was asked, and nothing is said.
        or_(DataCheckRow.told_on.is_not(None), DataCheckRow.answer.is_not(None)),
    ),
)
_UNASKED = (
    select(PersonRow.id, _PUPIL.id, GroupRow.title)
    .select_from(_PUPIL)
    .join(EnrolmentRow, EnrolmentRow.person_id == _PUPIL.id)
    .join(GroupRow, GroupRow.id == EnrolmentRow.group_id)
    .join(
        PersonRow,
        or_(
            PersonRow.id == _PUPIL.id,
            PersonRow.id.in_(
                select(GuardianshipRow.guardian_id).where(
                    GuardianshipRow.pupil_id == _PUPIL.id, GuardianshipRow.gone_at.is_(None)
                )
            ),
        ),
    )
    .where(
        *_IS_UNASKED,
        enrolled_as(EnrolmentRow, PUPIL, _DAY),
        GroupRow.kind == CLASS,
        GroupRow.gone_at.is_(None),
        _PUPIL.gone_at.is_(None),
        _PUPIL.enabled,
    )
    .order_by(PersonRow.id, _PUPIL.id)
)


@dataclass(frozen=True, slots=True)
class SqlDataChecks:
    """Checks as rows; what the school has of persons is only read."""

    connection: AsyncConnection

    async def data(
        self, persons: Sequence[PersonId], day: date
    ) -> Mapping[PersonId, PersonalData]:
        """Return what the school's files say of persons, with the classes of the day."""
        asked = {"asked": list(persons)}
        known = (await self.connection.execute(_PERSONS, asked)).all()
        kin = (await self.connection.execute(_CHILDREN, asked)).all()
        pupils = {pupil for _, pupil, *_ in kin} | {person for person, *_ in known}
        titles = await self._titles(pupils, day)
        children = defaultdict[int, list[Child]](list)
        for guardian, pupil, *name in kin:
            child = Child(PupilId(PersonId(pupil)), Name(*name), titles.get(pupil, ""))
            children[guardian].append(child)
        return {
            PersonId(person): PersonalData(
                PersonId(person),
                SchoolId(school),
                Name(given, family, middle),
                phone,
                email,
                titles.get(person, ""),
                tuple(sorted(children[person], key=place_in_list)),
            )
            for person, school, given, family, middle, phone, email in known
        }

    async def _titles(self, pupils: set[int], day: date) -> dict[int, str]:
        rows = await self.connection.execute(_CLASSES, {"asked": sorted(pupils)})
        return {pupil: title for pupil, title, begins, ends in rows if in_force(begins, ends, day)}

    async def unasked(
        self, school: SchoolId, month: date, *, day: date, came_before: datetime
    ) -> Sequence[Unasked]:
        """Return who came in before an instant and has no check of the month, by each pupil."""
        asked = {"school": school, "month": month, "day": day, "before": came_before}
        return [
            Unasked(PersonId(person), PupilId(PersonId(pupil)), title)
            for person, pupil, title in await self.connection.execute(_UNASKED, asked)
        ]

    async def of_month(
        self, persons: Sequence[PersonId], month: date
    ) -> Mapping[PersonId, DataCheck]:
        """Return the checks of a month that there are."""
        asked = {"asked": list(persons), "month": month}
        rows = await self.connection.execute(_OF_MONTH, asked)
        return {
            PersonId(person): DataCheck(
                PersonId(person),
                month,
                told_on,
                DataAnswer(answer) if answer else None,
                None if by is None or at is None else _in_person(by, name, at, of_class),
            )
            for person, told_on, answer, at, by, of_class, *name in rows
        }

    async def ask(
        self, school: SchoolId, persons: Sequence[PersonId], month: date, *, day: date
    ) -> frozenset[PersonId]:
        """Keep that persons are asked on a day; return whom: no answer yet, and once a day."""
        asked = set[PersonId]()
        once = list(dict.fromkeys(persons))
        for begin in range(0, len(once), _AT_ONCE):
            rows = [
                {"school_id": school, "person_id": person, "month": month, "told_on": day}
                for person in once[begin : begin + _AT_ONCE]
            ]
            new = insert_into(self.connection, DataCheckRow).values(rows)
            kept = new.on_conflict_do_update(
                index_elements=["person_id", "month"],
                set_={"told_on": day},
                where=DataCheckRow.answer.is_(None)
                & or_(DataCheckRow.told_on.is_(None), DataCheckRow.told_on < day),
            ).returning(DataCheckRow.person_id)
            asked |= {PersonId(one) for (one,) in await self.connection.execute(kept)}
        return frozenset(asked)

    async def answer(
        self, school: SchoolId, person: PersonId, month: date, answer: DataAnswer, *, at: datetime
    ) -> None:
        """Keep what a person answered, whether it was asked or not."""
        said = {
            "answer": answer.value,
            "answered_at": at,
            "checked_by_id": None,
            "checked_in_id": None,
        }
        new = insert_into(self.connection, DataCheckRow).values(
            school_id=school, person_id=person, month=month, **said
        )
        kept = new.on_conflict_do_update(index_elements=["person_id", "month"], set_=said)
        await self.connection.execute(kept)

    async def check_in_person(
        self,
        school: SchoolId,
        person: PersonId,
        month: date,
        *,
        class_id: ClassId,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Keep that the data were found right in person; return whether there was no answer."""
        said = {
            "answer": DataAnswer.RIGHT.value,
            "answered_at": at,
            "checked_by_id": by,
            "checked_in_id": class_id,
        }
        new = insert_into(self.connection, DataCheckRow).values(
            school_id=school, person_id=person, month=month, **said
        )
        kept = new.on_conflict_do_update(
            index_elements=["person_id", "month"], set_=said, where=DataCheckRow.answer.is_(None)
        ).returning(DataCheckRow.id)
        return (await self.connection.execute(kept)).scalar() is not None

    async def take_check_back(
        self, person: PersonId, month: date, *, class_id: ClassId, by: PersonId
    ) -> bool:
        """Keep that they were not, after all; return whether `by` or the class had ticked it."""
        done = await self.connection.execute(
            update(DataCheckRow)
            .where(
                DataCheckRow.person_id == person,
                DataCheckRow.month == month,
                or_(DataCheckRow.checked_by_id == by, DataCheckRow.checked_in_id == class_id),
            )
            .values(answer=None, answered_at=None, checked_by_id=None, checked_in_id=None)
        )
        return bool(done.rowcount)


def _in_person(by: int, name: Sequence[str], at: datetime, of_class: int | None) -> InPerson:
    return InPerson(PersonId(by), Name(*name), at, None if of_class is None else ClassId(of_class))
