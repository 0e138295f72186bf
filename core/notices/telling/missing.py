"""Before a period or a year ends the school hears which marks are missing (F8, J13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from core.access.people import Role
from core.clock import Clock
from core.ids import PupilId
from core.journal.calendar import LOOK_BACK
from core.journal.marked_periods import MarkedPeriod, is_told, must_be_shown
from core.journal.missing_marks import Hearer, MissingMarks, hearers
from core.notices.ledger import Change, Draft
from core.notices.news.totals import SCOPES
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

FROM: Final = time(8)
"""When the school's day begins for such news: there is a working day left to act."""

_WHAT: Final = "period-marks"
_KINDS: Final = {scope: kind for kind, scope in SCOPES.items()}


@dataclass(frozen=True, slots=True)
class TellMissing:
    """A tick: what is missing is told once a day, to who can do something about it."""

    missing: MissingMarks
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell a school in which a period or the year ends soon and marks are missing.

        What ends on the same day is told at the same instant: a person gets one message.
        """
        now = self.clock.now()
        if now.astimezone(school.zone).time() >= FROM:
            await self._tell(school, now)

    async def _tell(self, school: SchoolDelivery, now: datetime) -> None:
        day = now.astimezone(school.zone).date()
        rule = (await self.regulations.of(school.school)).period_marks
        # One that ends in holidays, or after a free day, is told of earlier.
        last = day + timedelta(days=rule.missing_told_days_before) + 2 * LOOK_BACK
        ending = await self.missing.ending(school.school, day, last)
        periods = [one for one in ending if is_told(rule, one, day)]
        if not periods:
            return
        key = day.isoformat()
        if not await self.reminders.note(school.school, _WHAT, [key], at=now):
            return
        drafts = [
            _draft(school, period, one, now)
            for period in periods
            for one in await self._hearers(
                school, period, now, late=must_be_shown(rule, period, day)
            )
        ]
        await self.outbox.put(drafts)

    async def _hearers(
        self, school: SchoolDelivery, period: MarkedPeriod, now: datetime, *, late: bool
    ) -> Sequence[Hearer]:
        gaps = await self.missing.gaps(period, now.astimezone(school.zone).date())
        if not gaps:
            return ()
        roles = (Role.DEPUTY_HEAD, Role.ADMINISTRATOR) if late else (Role.DEPUTY_HEAD,)
        answering = [
            one for role in roles for one in await self.missing.answering(school.school, role)
        ]
        return hearers(gaps, answering)


def _draft(school: SchoolDelivery, period: MarkedPeriod, to: Hearer, now: datetime) -> Draft:
    return Draft(
        school=school.school,
        recipient=to.person,
        # It is about no pupil: what the person answers for is looked up when it is told.
        about=PupilId(to.person),
        kind=_KINDS[to.scope],
        subject=period.id,
        change=Change.NEW,
        happened_at=now,
    )
