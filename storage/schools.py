"""The schools of this deployment, what each has set, and persons as a command line names them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.ids import PersonId, SchoolId, SourceId
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery, Profile
from storage.notices.resting import RECONSIDER_ALL
from storage.profiles import read_profile
from storage.statements import NAME, new_source
from storage.tables import AccountLinkRow, PersonRow, RoleRow, SchoolRow


@dataclass(frozen=True, slots=True)
class School:
    """A school as it is kept; `identifier` is None until an import or a command names it."""

    id: SchoolId
    identifier: str | None
    name: str
    zone: ZoneInfo
    profile: str
    delivery: Delivery
    imported_at: datetime | None


@dataclass(frozen=True, slots=True)
class SqlSchools:
    """Schools side by side; persons of one are nothing to another."""

    connection: AsyncConnection

    async def all(self) -> Sequence[School]:
        """Return every school, in the order in which they came."""
        rows = await self.connection.execute(_SCHOOLS.order_by(SchoolRow.id))
        return [_school(*row) for row in rows]

    async def find(self, identifier: str) -> School | None:
        """Return the school with this short domain."""
        asked = _SCHOOLS.where(SchoolRow.identifier == identifier)
        row = (await self.connection.execute(asked)).one_or_none()
        return _school(*row) if row else None

    async def create(
        self,
        *,
        identifier: str | None,
        name: str,
        zone: ZoneInfo,
        delivery: Delivery,
        profile: str,
        at: datetime,
    ) -> School:
        """Make a school; one without identifier is adopted by the first import."""
        new = (
            insert(SchoolRow)
            .values(
                identifier=identifier,
                name=name,
                profile=profile,
                decided="{}",
                changed_at=at,
                **_settings(zone, delivery),
            )
            .returning(SchoolRow.id)
        )
        number = SchoolId((await self.connection.execute(new)).scalar_one())
        return School(number, identifier, name, zone, profile, delivery, None)

    async def configure(
        self, school: SchoolId, *, zone: ZoneInfo, delivery: Delivery, at: datetime
    ) -> None:
        """Keep the school's zone and its rules of delivery."""
        changed = (
            update(SchoolRow)
            .where(SchoolRow.id == school)
            .values(changed_at=at, **_settings(zone, delivery))
        )
        await self.connection.execute(changed)
        await self._reconsider(school)

    async def decide(
        self, school: SchoolId, profile: str, decided: Mapping[str, object], *, at: datetime
    ) -> Profile:
        """Let the school go by a document, over which stands what it decided itself.

        Raise WrongProfile for a value that does not fit; then nothing is changed.
        """
        rules = read_profile(profile, decided)
        _, before = await self.decided(school)
        kept = {setting: rules.written(setting) for setting in decided}
        values: dict[str, object] = {"profile": profile, "decided": json.dumps(kept)}
        if any(setting.startswith("delivery.") for setting in (*before, *decided)):
            values |= _delivery(rules.delivery)
        changed = update(SchoolRow).where(SchoolRow.id == school)
        await self.connection.execute(changed.values(changed_at=at, **values))
        await self._reconsider(school)
        return rules

    async def _reconsider(self, school: SchoolId) -> None:
        # What rests for a digest rests by the hours and the zone of before.
        await self.connection.execute(RECONSIDER_ALL, {"school": school})

    async def decided(self, school: SchoolId) -> tuple[str, Mapping[str, object]]:
        """Return the document that the school goes by, and what it decided itself."""
        asked = select(SchoolRow.profile, SchoolRow.decided).where(SchoolRow.id == school)
        profile, decided = (await self.connection.execute(asked)).one()
        return profile, json.loads(decided)

    async def add_person(
        self, school: SchoolId, name: Name, roles: Sequence[Role], *, at: datetime
    ) -> PersonId:
        """Make a person who is in no file, such as the first administrator.

        Such a person made the own record: an import takes back only what imports brought.
        """
        new = (
            insert(PersonRow)
            .values(
                school_id=school,
                source=new_source(),
                given=name.given,
                family=name.family,
                middle=name.middle,
                enabled=True,
                changed_at=at,
                **dict.fromkeys(("username", "identifier", "email", "phone", "grades"), ""),
            )
            .returning(PersonRow.id)
        )
        person = PersonId((await self.connection.execute(new)).scalar_one())
        await self.connection.execute(
            update(PersonRow).where(PersonRow.id == person).values(origin_id=person)
        )
        for role in roles:
            await self._add_role(school, person, role, at)
        return person

    async def _add_role(
        self, school: SchoolId, person: PersonId, role: Role, at: datetime
    ) -> None:
        new = insert(RoleRow).values(
            school_id=school,
            source=new_source(),
            person_id=person,
            role=role.value,
            is_primary=True,
            origin_id=person,
            changed_at=at,
        )
        await self.connection.execute(new)

    async def person(self, school: SchoolId, source: SourceId) -> PersonId | None:
        """Return the person whom the school's files call by this id."""
        return await self._one_person(school, PersonRow.source == source)

    async def called(self, school: SchoolId, words: str) -> Mapping[SourceId, PersonId]:
        """Return the persons whose names, in any order, are these words; by their ids."""
        rows = await self.connection.execute(
            select(PersonRow.source, PersonRow.id, *NAME)
            .where(PersonRow.school_id == school, PersonRow.gone_at.is_(None))
            .order_by(PersonRow.source)
        )
        asked = sorted(words.casefold().split())
        return {
            SourceId(source): PersonId(number)
            for source, number, given, family, middle in rows
            if asked
            in (
                sorted(f"{given} {family}".casefold().split()),
                sorted(f"{given} {family} {middle}".casefold().split()),
            )
        }

    async def administrator(self, school: SchoolId, name: Name) -> PersonId | None:
        """Return the administrator of this name, so that asking twice makes no second one."""
        is_administrator = (
            select(RoleRow.id)
            .where(
                RoleRow.person_id == PersonRow.id,
                RoleRow.role == Role.ADMINISTRATOR.value,
                RoleRow.gone_at.is_(None),
            )
            .exists()
        )
        is_named = (
            (PersonRow.given == name.given)
            & (PersonRow.family == name.family)
            & (PersonRow.middle == name.middle)
        )
        return await self._one_person(school, is_named & is_administrator)

    async def has_active_administrator(self, school: SchoolId) -> bool:
        """Say whether an administrator of the school has come in with a code."""
        asked = (
            select(RoleRow.id)
            .join(AccountLinkRow, AccountLinkRow.person_id == RoleRow.person_id)
            .where(
                RoleRow.school_id == school,
                RoleRow.role == Role.ADMINISTRATOR.value,
                RoleRow.gone_at.is_(None),
                AccountLinkRow.ended_at.is_(None),
            )
            .limit(1)
        )
        return (await self.connection.execute(asked)).first() is not None

    async def _one_person(
        self, school: SchoolId, known_by: ColumnElement[bool]
    ) -> PersonId | None:
        asked = (
            select(PersonRow.id)
            .where(PersonRow.school_id == school, PersonRow.gone_at.is_(None), known_by)
            .order_by(PersonRow.id)
            .limit(1)
        )
        found = (await self.connection.execute(asked)).scalar_one_or_none()
        return None if found is None else PersonId(found)


_School = Select[int, str | None, str, str, str, int, bool, time, time, time, datetime | None]
_SCHOOLS: _School = select(
    SchoolRow.id,
    SchoolRow.identifier,
    SchoolRow.name,
    SchoolRow.zone,
    SchoolRow.profile,
    SchoolRow.correction_window,
    SchoolRow.quiet_on,
    SchoolRow.quiet_from,
    SchoolRow.quiet_to,
    SchoolRow.digest_at,
    SchoolRow.imported_at,
)


def _settings(zone: ZoneInfo, delivery: Delivery) -> dict[str, object]:
    return {"zone": zone.key} | _delivery(delivery)


def _delivery(delivery: Delivery) -> dict[str, object]:
    hours = delivery.quiet_hours or QuietHours()
    return {
        "correction_window": int(delivery.correction_window.total_seconds()),
        "quiet_on": delivery.quiet_hours is not None,
        "quiet_from": hours.begin,
        "quiet_to": hours.end,
        "digest_at": delivery.digest_at,
    }


def _school(  # noqa: PLR0913, PLR0917 - a row
    number: int,
    identifier: str | None,
    name: str,
    zone: str,
    profile: str,
    window: int,
    quiet: bool,  # noqa: FBT001 - a row
    begin: time,
    end: time,
    digest_at: time,
    imported_at: datetime | None,
) -> School:
    hours = QuietHours(begin, end) if quiet else None
    delivery = Delivery(timedelta(seconds=window), hours, digest_at=digest_at)
    return School(
        SchoolId(number), identifier, name, ZoneInfo(zone), profile, delivery, imported_at
    )
