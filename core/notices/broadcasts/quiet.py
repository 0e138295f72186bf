"""Whether quiet hours hold back what a sender sends, and until when."""

from dataclasses import dataclass
from datetime import datetime

from core.ids import SchoolId
from core.notices.ports import DeliveryRules
from core.notices.timing import opens_at


@dataclass(frozen=True, slots=True)
class FindOpening:
    """Finds when what is written at an instant starts to come, by the rules in force."""

    delivery: DeliveryRules

    async def __call__(self, school: SchoolId, at: datetime) -> datetime | None:
        """Return the end of the quiet hours that hold it back; None where none do."""
        rules = {one.school: one for one in await self.delivery.all()}[school]
        hours = rules.rules.quiet_hours
        return None if hours is None else opens_at(hours, at, rules.zone)
