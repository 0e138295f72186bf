"""Each school's rules of delivery. Behind `core.notices.ports.DeliveryRules`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import SchoolId
from core.notices.timing import SchoolDelivery
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from storage.tables import SchoolRow

_ALL = select(
    SchoolRow.id,
    SchoolRow.zone,
    SchoolRow.correction_window,
    SchoolRow.quiet_on,
    SchoolRow.quiet_from,
    SchoolRow.quiet_to,
    SchoolRow.digest_at,
).order_by(SchoolRow.id)


@dataclass(frozen=True, slots=True)
class SqlDeliveryRules:
    """The rules as the schools' rows hold them."""

    connection: AsyncConnection

    async def all(self) -> Sequence[SchoolDelivery]:
        """Return the rules of every school, as stored."""
        return [_delivery(*row) for row in await self.connection.execute(_ALL)]


def _delivery(  # noqa: PLR0913, PLR0917 - a row
    school: int,
    zone: str,
    window: int,
    quiet: bool,  # noqa: FBT001 - a row
    begin: time,
    end: time,
    digest_at: time,
) -> SchoolDelivery:
    hours = QuietHours(begin, end) if quiet else None
    rules = Delivery(timedelta(seconds=window), hours, digest_at=digest_at)
    return SchoolDelivery(SchoolId(school), ZoneInfo(zone), rules)
