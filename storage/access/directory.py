"""Who stands behind an address, in which language. Behind `core.access.directory.Directory`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Date,
    bindparam,
    literal,
    null,
    select,
    type_coerce,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import (
    Account,
    Actor,
    Address,
    Child,
    LedClass,
    Member,
    Name,
    Role,
    place_in_list,
    place_in_school,
)
from core.access.zones import OwnZone
from core.clock import Clock, today
from core.ids import AccountId, ClassId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from storage.access.accounts import ACCOUNT, account_of, known_account
from storage.quick import rows_of
from storage.statements import HAS_COME_IN, NAME, STANDS, enrolled, insert_into
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    PersonDeliveryRow,
    PersonRow,
    RoleRow,
    SchoolRow,
)
from storage.tables.teaching import CLASS, PUPIL, TEACHER

_OWN_ZONE = PersonDeliveryRow.zone.label("own_zone")
_BY_ADDRESS = (
    select(*ACCOUNT, PersonRow.id, SchoolRow.id, SchoolRow.name, SchoolRow.zone, *NAME, _OWN_ZONE)
    .select_from(AccountRow)
    .outerjoin(
        AccountLinkRow,
        (AccountLinkRow.account_id == AccountRow.id) & AccountLinkRow.ended_at.is_(None),
    )
    .outerjoin(
        PersonRow,
        (PersonRow.id == AccountLinkRow.person_id)
        & PersonRow.gone_at.is_(None)
        & PersonRow.enabled,
    )
    .outerjoin(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(PersonDeliveryRow, PersonDeliveryRow.person_id == PersonRow.id)
    .where(AccountRow.channel == bindparam("channel"), AccountRow.value == bindparam("value"))
    .order_by(AccountLinkRow.id)
)

_BY_PERSON = (
    select(PersonRow.id, SchoolRow.id, SchoolRow.name, SchoolRow.zone, *NAME, _OWN_ZONE)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(PersonDeliveryRow, PersonDeliveryRow.person_id == PersonRow.id)
    .where(PersonRow.id == bindparam("person"), STANDS)
)

_WHOM: BindParameter[Sequence[int]] = bindparam("persons", expanding=True)
_ROLE, _GROUP, _CHILD, _CLASS_OF_CHILD = "role", "group", "child", "class_of_child"

_NO_DAY: ColumnElement[date | None] = type_coerce(null(), Date())

_ROLES = select(
    literal(_ROLE),
    RoleRow.person_id,
    RoleRow.role,
    RoleRow.id,
    null(),
    null(),
    null(),
    null(),
    _NO_DAY,
    _NO_DAY,
).where(RoleRow.person_id.in_(_WHOM), RoleRow.gone_at.is_(None))

_GROUPS = select(
    literal(_GROUP),
    EnrolmentRow.person_id,
    EnrolmentRow.role,
    GroupRow.id,
    GroupRow.title,
    null(),
    null(),
    null(),
    EnrolmentRow.begins,
    EnrolmentRow.ends,
).where(
    EnrolmentRow.person_id.in_(_WHOM),
    EnrolmentRow.gone_at.is_(None),
    GroupRow.id == EnrolmentRow.group_id,
    GroupRow.kind == CLASS,
    GroupRow.gone_at.is_(None),
)

_CHILDREN = (
    select(
        literal(_CHILD),
        GuardianshipRow.guardian_id,
        literal(PUPIL),
        PersonRow.id,
        null(),
        *NAME,
        _NO_DAY,
        _NO_DAY,
    )
    .select_from(GuardianshipRow)
    .join(PersonRow, PersonRow.id == GuardianshipRow.pupil_id)
    .where(
        GuardianshipRow.guardian_id.in_(_WHOM),
        GuardianshipRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
    )
)

# Apart from the children, not joined to them: an outer join to a join would be read whole.
_CLASSES_OF_CHILDREN = (
    select(
        literal(_CLASS_OF_CHILD),
        GuardianshipRow.guardian_id,
        literal(PUPIL),
        GuardianshipRow.pupil_id,
        GroupRow.title,
        null(),
        null(),
        null(),
        EnrolmentRow.begins,
        EnrolmentRow.ends,
    )
    .select_from(GuardianshipRow)
    .join(EnrolmentRow, EnrolmentRow.person_id == GuardianshipRow.pupil_id)
    .join(GroupRow, enrolled(PUPIL, CLASS))
    .where(GuardianshipRow.guardian_id.in_(_WHOM), GuardianshipRow.gone_at.is_(None))
)

_RIGHTS: CompoundSelect[Any] = union_all(_ROLES, _GROUPS, _CHILDREN, _CLASSES_OF_CHILDREN)

_BY_ID = select(*ACCOUNT).where(AccountRow.id == bindparam("account"))

_OF_CLASS = (
    select(
        PersonRow.id, *NAME, GroupRow.title, EnrolmentRow.begins, EnrolmentRow.ends, SchoolRow.zone
    )
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, CLASS))
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .where(GroupRow.id == bindparam("class_id"), PersonRow.gone_at.is_(None))
)

_OF_SCHOOL = (
    select(GroupRow.id, GroupRow.title, EnrolmentRow.begins, EnrolmentRow.ends, SchoolRow.zone)
    .distinct()
    .select_from(GroupRow)
    .join(EnrolmentRow, enrolled(PUPIL, CLASS))
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .where(GroupRow.school_id == bindparam("school"))
)


_LED = (
    select(EnrolmentRow.group_id, EnrolmentRow.begins, EnrolmentRow.ends, SchoolRow.zone)
    .select_from(EnrolmentRow)
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .join(SchoolRow, SchoolRow.id == EnrolmentRow.school_id)
    .join(GroupRow, enrolled(TEACHER, CLASS))
    .where(EnrolmentRow.school_id == bindparam("school"))
)


@dataclass(frozen=True, slots=True)
class SqlDirectory:
    """Persons and accounts, as two questions to the database at most."""

    connection: AsyncConnection
    clock: Clock

    async def recognise(self, address: Address, *, language: str) -> Actor:
        """Return who speaks from the address; an address never heard of becomes a stranger's."""
        asked = {"channel": address.channel.value, "value": address.value}
        rows = await rows_of(self.connection, _BY_ADDRESS, asked)
        if not rows:
            return Actor(await self._first_heard(address, language))
        account = known_account(rows[0][:5])
        found = [_Found._make(row[5:]) for row in rows if _is_linked(row[5])]
        return Actor(account, await self._members(found)) if found else Actor(account)

    async def _first_heard(self, address: Address, language: str) -> Account:
        new = insert_into(self.connection, AccountRow).values(
            channel=address.channel.value, value=address.value, language=language, reachable=True
        )
        await self.connection.execute(new.on_conflict_do_nothing())
        asked = {"channel": address.channel.value, "value": address.value}
        row = (await self.connection.execute(_BY_ADDRESS, asked)).one()
        return known_account(row[:5])

    async def _members(self, found: Sequence["_Found"]) -> tuple[Member, ...]:
        asked = {"persons": [one.person for one in found]}
        rights = defaultdict[int, list[_Right]](list)
        for row in await rows_of(self.connection, _RIGHTS, asked):
            right = _Right._make(row)
            rights[right.whose].append(right)
        return tuple(_member(one, rights[one.person], self.clock) for one in found)

    async def member(self, person: PersonId) -> Member | None:
        """Return a person as the records know it, whether it has an account or not."""
        rows = await rows_of(self.connection, _BY_PERSON, {"person": person})
        members = await self._members([_Found._make(row) for row in rows]) if rows else ()
        return members[0] if members else None

    async def speak(self, account: AccountId, language: str) -> None:
        """Keep the language that the person chose."""
        changed = update(AccountRow).where(AccountRow.id == account).values(language=language)
        await self.connection.execute(changed)

    async def set_reachable(self, account: AccountId, *, reachable: bool) -> None:
        """Keep whether the account takes our messages."""
        changed = update(AccountRow).where(AccountRow.id == account).values(reachable=reachable)
        await self.connection.execute(changed)

    async def account(self, account: AccountId) -> Account | None:
        """Return an account as it is kept."""
        row = (await self.connection.execute(_BY_ID, {"account": account})).one_or_none()
        return account_of(row) if row else None

    async def pupils_of(self, class_id: ClassId) -> list[Child]:
        """Return the pupils of a class now, by family name."""
        rows = (await self.connection.execute(_OF_CLASS, {"class_id": class_id})).all()
        found = {
            person: Child(PupilId(PersonId(person)), Name(given, family, middle), title)
            for person, given, family, middle, title, begins, ends, zone in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        return sorted(found.values(), key=place_in_list)

    async def classes_of(self, school: SchoolId) -> list[LedClass]:
        """Return the classes of a school that have pupils now, from the first grade up."""
        rows = await self.connection.execute(_OF_SCHOOL, {"school": school})
        found = {
            LedClass(ClassId(number), title)
            for number, title, begins, ends, zone in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        return sorted(found, key=place_in_school)

    async def led(self, school: SchoolId) -> frozenset[ClassId]:
        """Return the classes of a school of which a class teacher has come in."""
        rows = await self.connection.execute(_LED, {"school": school})
        return frozenset(
            ClassId(number)
            for number, begins, ends, zone in rows
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        )


def _is_linked(person: int | None) -> bool:
    return person is not None


class _Found(NamedTuple):
    person: int
    school: int
    school_name: str
    zone: str
    given: str
    family: str
    middle: str
    own_zone: str | None


class _Right(NamedTuple):
    what: str
    whose: int
    part: str
    id: int
    title: str | None
    given: str | None
    family: str | None
    middle: str | None
    begins: date | None
    ends: date | None


def _member(found: _Found, rights: Sequence[_Right], clock: Clock) -> Member:
    now = today(clock, ZoneInfo(found.zone))
    groups = [one for one in rights if one.what == _GROUP and in_force(one.begins, one.ends, now)]
    return Member(
        person=PersonId(found.person),
        school=SchoolId(found.school),
        school_name=found.school_name,
        zone=found.zone,
        name=Name(found.given, found.family, found.middle),
        roles=frozenset(Role(one.part) for one in rights if one.what == _ROLE),
        class_title=next((one.title or "" for one in groups if one.part == PUPIL), ""),
        children=_children(rights, now),
        leads=tuple(
            LedClass(ClassId(one.id), one.title or "") for one in groups if one.part == TEACHER
        ),
        own_zone=OwnZone(found.own_zone) if found.own_zone else None,
    )


def _children(rights: Sequence[_Right], now: date) -> tuple[Child, ...]:
    titles = {
        one.id: one.title or ""
        for one in rights
        if one.what == _CLASS_OF_CHILD and in_force(one.begins, one.ends, now)
    }
    found = [
        Child(
            PupilId(PersonId(one.id)),
            Name(one.given or "", one.family or "", one.middle or ""),
            titles.get(one.id, ""),
        )
        for one in rights
        if one.what == _CHILD
    ]
    return tuple(sorted(found, key=place_in_list))
