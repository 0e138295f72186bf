"""What an import and an export need kept. The adapter lives in storage."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.exchange.bundle import Current, KnownSchool
from core.exchange.plan import ImportPlan
from core.exchange.telling import Ids
from core.ids import SchoolId
from core.regulation.profile import WrongProfile


class SchoolRecords(Protocol):
    """Everything that a school has on record, as the bundle's rows."""

    async def schools(self) -> Sequence[KnownSchool]:
        """Return the schools of the store."""
        ...

    async def current(self, school: SchoolId) -> Current:
        """Return everything that the school has on record, gone or not."""
        ...

    def wrong_rules(self, decided: Mapping[str, str]) -> WrongProfile | None:
        """Return what does not fit where a school decides this, or None where all does."""
        ...

    async def found(self, plan: ImportPlan, at: datetime) -> KnownSchool:
        """Found the school that the plan names."""
        ...

    async def apply(self, school: KnownSchool, plan: ImportPlan, at: datetime) -> Ids:
        """Write a plan, and return the numbers of the records that facts speak of."""
        ...
