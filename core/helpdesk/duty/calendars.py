"""The whole duty schedule as turns on their days, to be taken out into a calendar (H2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.access.people import Actor, Member, Name
from core.helpdesk.duty.reading import ReadSchedule, once
from core.helpdesk.duty.schedule import HORIZON
from core.helpdesk.duty.shift import Shift
from core.ids import PersonId, SchoolId


@dataclass(frozen=True, slots=True)
class SchoolDuty:
    """All turns of a school that are not over, with who has them."""

    member: Member
    now: datetime
    shifts: tuple[Shift, ...]
    names: Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class ReadSchoolDuty:
    """The administration takes the schedule out, as far as it looks ahead."""

    read: ReadSchedule

    async def __call__(self, actor: Actor, school: SchoolId) -> SchoolDuty:
        """Return it; refuse who does not answer for the school."""
        view = await self.read(actor, school)
        coming = view.schedule.shifts(view.now, view.now + HORIZON)
        whole = once([view.schedule.whole(one) for one in coming])
        names = {one.person: one.name for one in view.people.values()}
        return SchoolDuty(view.member, view.now, tuple(whole), names)
