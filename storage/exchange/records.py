"""A school's records as the bundle's rows. Behind `core.exchange.ports.SchoolRecords`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, Table, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Current, KnownSchool
from core.exchange.plan import ImportPlan
from core.exchange.rules import RULES, rules_of
from core.exchange.telling import Ids
from core.ids import SchoolId, SourceId
from core.regulation.profile import Delivery, WrongProfile
from storage.exchange.applying import Applying
from storage.exchange.fields import table_of
from storage.exchange.loading import Loading
from storage.exchange.mapping import MAPPING
from storage.exchange.reader import Progress, quietly
from storage.exchange.rules import decide, standing_rules, wrong
from storage.schools import SqlSchools
from storage.tables import GuardianshipRow, SchoolRow
from storage.tables.base import Base, Instant

_SCHOOLS = select(
    SchoolRow.id,
    SchoolRow.source,
    SchoolRow.identifier,
    SchoolRow.name,
    SchoolRow.zone,
    SchoolRow.imported_at,
).order_by(SchoolRow.id)


_KEPT_IN: Sequence[type[Base]] = [GuardianshipRow, *(one.table for one in MAPPING.values())]
_VERSIONED = tuple(dict.fromkeys(map(table_of, _KEPT_IN)))


def _times(table: Table, school: SchoolId) -> Select[*tuple[Any, ...]]:
    if "changed_at" not in table.c:
        # What stands here stays as it is under an import: only what is new can be in its way.
        made = [func.max(c) for c in table.c if isinstance(c.type, Instant)]
        return select(func.count(), *made).where(table.c.school_id == school)
    # Whoever changes a record gives it the time of the change, so that it leaves its group here.
    at = table.c.changed_at
    of_school = select(at, func.count()).where(table.c.school_id == school)
    return of_school.group_by(at).order_by(at)


@dataclass(frozen=True, slots=True)
class Founding:
    """What a school that an import founds starts with."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Moscow"))
    profile: str = "a"
    delivery: Delivery = field(default_factory=Delivery)


@dataclass(slots=True)
class SqlSchoolRecords:
    """The records of one school at a time: what `current` learned of it serves `apply`."""

    connection: AsyncConnection
    founding: Founding = field(default_factory=Founding)
    progress: Progress = quietly
    _ids: dict[str, dict[SourceId, int]] = field(default_factory=dict)

    async def version(self, school: KnownSchool | None) -> object:
        """Return what differs as soon as anything of the school, or any school, has changed."""
        of_school = [select(SchoolRow.id, SchoolRow.changed_at).order_by(SchoolRow.id)]
        of_school += [_times(table, school.id) for table in _VERSIONED if school]
        return [(await self.connection.execute(one)).all() for one in of_school]

    async def schools(self) -> Sequence[KnownSchool]:
        """Return the schools of the store."""
        return [_school(*row) for row in (await self.connection.execute(_SCHOOLS)).all()]

    async def current(self, school: SchoolId) -> Current:
        """Return everything that the school has on record, gone or not."""
        loading = Loading(self.connection, school)
        current = await loading.current()
        self._ids = loading.ids
        rules = await standing_rules(self.connection, school, unasked=self.founding.profile)
        return Current({**current.files, RULES: rules})

    def wrong_rules(self, decided: Mapping[str, str]) -> WrongProfile | None:
        """Return what does not fit where a school decides this, or None where all does."""
        return wrong(decided, unasked=self.founding.profile)

    async def found(self, plan: ImportPlan, at: datetime) -> KnownSchool:
        """Found the school that the plan names."""
        if plan.school is None:
            raise ValueError(plan)
        made = await SqlSchools(self.connection).create(
            identifier=plan.school.identifier,
            name=plan.school.name,
            zone=ZoneInfo(plan.zone) if plan.zone else self.founding.zone,
            delivery=self.founding.delivery,
            profile=self.founding.profile,
            at=at,
        )
        return KnownSchool(
            made.id, None, made.identifier, made.name, made.zone.key, imported=False
        )

    async def apply(self, school: KnownSchool, plan: ImportPlan, at: datetime) -> Ids:
        """Write a plan, and return the numbers of the records."""
        changes: dict[str, object] = {} if school.imported else {"imported_at": at}
        if plan.school:
            told = plan.school
            changes |= {"identifier": told.identifier, "source": told.source, "name": told.name}
        if plan.zone:
            changes["zone"] = plan.zone
        if changes:
            here = update(SchoolRow).where(SchoolRow.id == school.id)
            await self.connection.execute(here.values(changed_at=at, **changes))
        applying = Applying(self.connection, school.id, self._ids, at, progress=self.progress)
        await applying(plan)
        rules = rules_of(plan.of(RULES).new)
        if rules:
            await decide(self.connection, school.id, rules, at=at)
        return self._ids


def _school(
    number: int,
    source: str | None,
    identifier: str | None,
    name: str,
    zone: str,
    imported_at: datetime | None,
) -> KnownSchool:
    return KnownSchool(
        SchoolId(number),
        None if source is None else SourceId(source),
        identifier,
        name,
        zone,
        imported=imported_at is not None,
    )
