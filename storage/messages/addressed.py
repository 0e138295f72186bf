"""Whom a broadcast was for, and who answered. Behind `Addressed` and `Answers` of core."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Child, Name
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Answer, BroadcastState, Family, Hearer, WhyNot
from storage.messages.broadcasts import OF_EACH
from storage.statements import NAME, WHOM, insert_into
from storage.tables import (
    BroadcastAnswerRow,
    BroadcastFamilyRow,
    BroadcastHearerRow,
    BroadcastRow,
    PersonRow,
)

_MEMBER = aliased(PersonRow)
_MEMBERS = (
    select(
        BroadcastFamilyRow.pupil_id,
        *NAME,
        BroadcastFamilyRow.class_title,
        BroadcastHearerRow.person_id,
        _MEMBER.given,
        _MEMBER.family,
        _MEMBER.middle,
        BroadcastHearerRow.is_guardian,
        BroadcastHearerRow.why,
        _MEMBER.phone,
    )
    .join(PersonRow, PersonRow.id == BroadcastFamilyRow.pupil_id)
    .outerjoin(
        BroadcastHearerRow,
        and_(
            BroadcastHearerRow.broadcast_id == BroadcastFamilyRow.broadcast_id,
            BroadcastHearerRow.pupil_id == BroadcastFamilyRow.pupil_id,
        ),
    )
    .outerjoin(_MEMBER, _MEMBER.id == BroadcastHearerRow.person_id)
    .where(BroadcastFamilyRow.broadcast_id == bindparam("broadcast"))
    .order_by(
        BroadcastFamilyRow.position, BroadcastFamilyRow.pupil_id, BroadcastHearerRow.position
    )
)
_OWN = aliased(BroadcastHearerRow)
_OF_PERSONS = _MEMBERS.where(
    exists().where(
        _OWN.broadcast_id == BroadcastFamilyRow.broadcast_id,
        _OWN.pupil_id == BroadcastFamilyRow.pupil_id,
        _OWN.person_id.in_(WHOM),
    )
)
_WAS_TOLD = exists().where(
    _OWN.broadcast_id == BroadcastFamilyRow.broadcast_id,
    _OWN.person_id == bindparam("person"),
    _OWN.why == "",
    or_(~OF_EACH, _OWN.pupil_id == BroadcastFamilyRow.pupil_id),
)
_MISSED = (
    select(BroadcastFamilyRow.broadcast_id, BroadcastFamilyRow.pupil_id)
    .join(BroadcastRow, BroadcastRow.id == BroadcastFamilyRow.broadcast_id)
    .where(
        BroadcastFamilyRow.pupil_id.in_(WHOM),
        BroadcastRow.state == BroadcastState.SENT.value,
        BroadcastRow.gone_at.is_(None),
        ~_WAS_TOLD,
    )
    .order_by(BroadcastFamilyRow.broadcast_id, BroadcastFamilyRow.position)
)
_LAST = select(func.coalesce(func.max(BroadcastFamilyRow.position) + 1, 0)).where(
    BroadcastFamilyRow.broadcast_id == bindparam("broadcast")
)
_ANSWERS = (
    select(
        BroadcastAnswerRow.school_id,
        BroadcastAnswerRow.person_id,
        BroadcastAnswerRow.about_id,
        BroadcastAnswerRow.choice,
        BroadcastAnswerRow.at,
        BroadcastAnswerRow.digest,
    )
    .where(
        BroadcastAnswerRow.broadcast_id == bindparam("broadcast"),
        BroadcastAnswerRow.version == bindparam("version"),
    )
    .order_by(BroadcastAnswerRow.at, BroadcastAnswerRow.person_id, BroadcastAnswerRow.about_id)
)
_EARLIER = (
    select(
        BroadcastAnswerRow.version,
        BroadcastAnswerRow.school_id,
        BroadcastAnswerRow.person_id,
        BroadcastAnswerRow.about_id,
        BroadcastAnswerRow.choice,
        BroadcastAnswerRow.at,
        BroadcastAnswerRow.digest,
    )
    .where(
        BroadcastAnswerRow.broadcast_id == bindparam("broadcast"),
        BroadcastAnswerRow.version < bindparam("before"),
    )
    .order_by(
        BroadcastAnswerRow.at,
        BroadcastAnswerRow.person_id,
        BroadcastAnswerRow.version,
        BroadcastAnswerRow.about_id,
    )
)
_ANSWERS_OF = _ANSWERS.where(BroadcastAnswerRow.person_id.in_(WHOM))


@dataclass(frozen=True, slots=True)
class SqlAddressed:
    """A row for each family, and one for each of its members."""

    connection: AsyncConnection

    async def address(
        self, school: SchoolId, broadcast: BroadcastId, families: Sequence[Family]
    ) -> None:
        """Keep families; of a member who is kept already, whether it can be told now."""
        of = {"school_id": school, "broadcast_id": broadcast}
        begin = (await self.connection.execute(_LAST, {"broadcast": broadcast})).scalar_one()
        rows = [
            {**of, "pupil_id": it.child.pupil, "class_title": it.child.class_title, "position": at}
            for at, it in enumerate(families, start=begin)
        ]
        members = [
            {
                **of,
                "pupil_id": family.child.pupil,
                "person_id": it.person,
                "is_guardian": it.is_guardian,
                "position": at,
                "why": it.why.value if it.why else "",
            }
            for family in families
            for at, it in enumerate(family.members)
        ]
        if rows:
            new = insert_into(self.connection, BroadcastFamilyRow)
            await self.connection.execute(new.on_conflict_do_nothing(), rows)
        if members:
            await self.connection.execute(self._member(), members)

    def _member(self) -> Any:  # noqa: ANN401 - the dialects' inserts share their methods and no class
        new = insert_into(self.connection, BroadcastHearerRow)
        return new.on_conflict_do_update(
            index_elements=["broadcast_id", "pupil_id", "person_id"],
            set_={"why": new.excluded.why},
        )

    async def families(self, broadcast: BroadcastId) -> Sequence[Family]:
        """Return the families by class and name, the members in the order of the school's list."""
        rows = await self.connection.execute(_MEMBERS, {"broadcast": broadcast})
        return _families(rows.all())

    async def families_of(
        self, broadcast: BroadcastId, persons: Sequence[PersonId]
    ) -> Sequence[Family]:
        """Return the families in which one of the persons was addressed."""
        asked = {"broadcast": broadcast, "asked": list(persons)}
        return _families((await self.connection.execute(_OF_PERSONS, asked)).all())

    async def missed(
        self, person: PersonId, pupils: Sequence[PupilId]
    ) -> Mapping[BroadcastId, Sequence[PupilId]]:
        """Return which broadcasts the families of pupils were sent that the person was not."""
        found = defaultdict[BroadcastId, list[PupilId]](list)
        asked = {"person": person, "asked": list(pupils)}
        for number, pupil in await self.connection.execute(_MISSED, asked):
            found[BroadcastId(number)].append(PupilId(PersonId(pupil)))
        return found


def _families(rows: Sequence[Any]) -> list[Family]:
    children: dict[int, Child] = {}
    members = defaultdict[int, list[Hearer]](list)
    for pupil, given, family, middle, title, person, *member in rows:
        name = Name(given, family, middle)
        children[pupil] = Child(PupilId(PersonId(pupil)), name, title)
        if person is not None:
            members[pupil].append(_hearer(person, *member))
    return [Family(child, tuple(members[pupil])) for pupil, child in children.items()]


def _hearer(  # noqa: PLR0913, PLR0917 - columns in their order
    person: int,
    given: str,
    family: str,
    middle: str,
    is_guardian: bool,  # noqa: FBT001 - a column
    why: str,
    phone: str,
) -> Hearer:
    name = Name(given, family, middle)
    return Hearer(PersonId(person), name, bool(is_guardian), WhyNot(why) if why else None, phone)


@dataclass(frozen=True, slots=True)
class SqlAnswers:
    """One row for each version, person, and whom the answer is about."""

    connection: AsyncConnection

    async def answer(self, given: Answer) -> bool:
        """Keep an answer; False where the person had given the same one, and keep that."""
        new = insert_into(self.connection, BroadcastAnswerRow).values(
            school_id=given.school,
            broadcast_id=given.broadcast,
            version=given.version,
            person_id=given.person,
            about_id=given.about,
            choice=given.choice,
            at=given.at,
            digest=given.digest,
        )
        kept = new.on_conflict_do_update(
            index_elements=["broadcast_id", "version", "person_id", "about_id"],
            set_={
                "choice": new.excluded.choice,
                "at": new.excluded.at,
                "digest": new.excluded.digest,
            },
            where=BroadcastAnswerRow.choice != new.excluded.choice,
        ).returning(BroadcastAnswerRow.person_id)
        return (await self.connection.execute(kept)).first() is not None

    async def answers(self, broadcast: BroadcastId, version: int) -> Sequence[Answer]:
        """Return the answers to a version, oldest first."""
        asked = {"broadcast": broadcast, "version": version}
        rows = await self.connection.execute(_ANSWERS, asked)
        return [_answer(broadcast, version, row) for row in rows]

    async def earlier(self, broadcast: BroadcastId, before: int) -> Sequence[Answer]:
        """Return all answers to versions before one, oldest first."""
        asked = {"broadcast": broadcast, "before": before}
        rows = await self.connection.execute(_EARLIER, asked)
        return [_answer(broadcast, version, row) for version, *row in rows]

    async def answer_of(
        self, broadcast: BroadcastId, version: int, persons: Sequence[PersonId]
    ) -> Sequence[Answer]:
        """Return the answers of some persons to a version."""
        asked = {"broadcast": broadcast, "version": version, "asked": list(persons)}
        rows = await self.connection.execute(_ANSWERS_OF, asked)
        return [_answer(broadcast, version, row) for row in rows]


def _answer(broadcast: BroadcastId, version: int, row: Sequence[Any]) -> Answer:
    school, person, about, choice, at, digest = row
    whose = (PersonId(person), PersonId(about))
    return Answer(SchoolId(school), broadcast, version, *whose, choice, at, digest)
