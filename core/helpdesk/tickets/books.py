"""What all that is done with tickets stands on: the ports together, and the desk of a school."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.clock import Clock
from core.facts import Facts
from core.helpdesk.duty.ports import Administrators
from core.helpdesk.log.ports import ConsultationLog
from core.helpdesk.tickets.ports import (
    Schedules,
    TicketOriginals,
    Tickets,
    TicketWords,
)
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.still_asking import StillAsking
from core.ids import SchoolId
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class Books:
    """The books of the help desk, who hears of what happens, and what time it is."""

    tickets: Tickets
    words: TicketWords
    originals: TicketOriginals
    schedules: Schedules
    administrators: Administrators
    log: ConsultationLog
    regulations: Regulations
    still_asking: StillAsking
    facts: Facts
    clock: Clock

    async def desk(self, school: SchoolId) -> HelpDesk:
        """Return the help desk of a school, with how much each has to answer."""
        desk = await help_desk(self.schedules, self.administrators, school)
        return replace(desk, load=await self.tickets.load(school))

    def now(self) -> datetime:
        """Return the instant."""
        return self.clock.now()


async def help_desk(
    schedules: Schedules, administrators: Administrators, school: SchoolId
) -> HelpDesk:
    """Return the help desk of a school, without how much each has to answer."""
    here = frozenset(one.person for one in await schedules.people(school) if one.is_here)
    heads = await administrators.administrators(school)
    unreached = frozenset(await administrators.out_of_reach(school))
    reached_first = tuple(sorted(heads, key=lambda one: one in unreached))
    return HelpDesk(await schedules.schedule(school), here, reached_first, unreached)
