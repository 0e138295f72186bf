"""As a period or a year ends the school hears which marks are missing (F8, J13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from core.access.people import Role
from core.clock import Clock
from core.ids import PersonId, PupilId, SchoolId
from core.journal.marked_periods import (
    MarkedPeriod,
    is_still_asked,
    is_told,
    must_be_shown,
    told_of,
)
from core.journal.missing_marks import Hearer, MissingMarks, hearers
from core.notices.ledger import Change, Draft
from core.notices.news.totals import SCOPES
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations
from core.regulation.profile import PeriodMarkRule

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

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether a school has not heard today of what ends."""
        local = self.clock.now().astimezone(school.zone)
        if local.time() < FROM or not await self._periods(school, local.date()):
            return False
        return bool(await self.reminders.unnoted(school.school, _WHAT, [local.date().isoformat()]))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell a school in which a period or the year ends soon, or did, and marks are missing.

        What ends on the same day is told at the same instant: a person gets one message.
        """
        now = self.clock.now()
        if now.astimezone(school.zone).time() >= FROM:
            await self._tell(school, now)

    async def _tell(self, school: SchoolDelivery, now: datetime) -> None:
        day = now.astimezone(school.zone).date()
        periods = await self._periods(school, day)
        if not periods:
            return
        key = day.isoformat()
        if not await self.reminders.note(school.school, _WHAT, [key], at=now):
            return
        rule = (await self.regulations.of(school.school)).period_marks
        drafts = [
            _draft(school, period, one, now)
            for period in periods
            for one in await self._hearers(school, period, day, rule)
        ]
        await self.outbox.put(drafts)

    async def _periods(self, school: SchoolDelivery, day: date) -> Sequence[MarkedPeriod]:
        rule = (await self.regulations.of(school.school)).period_marks
        ending = await self.missing.ending(school.school, *told_of(rule, day))
        return [one for one in ending if is_told(rule, one, day)]

    async def _hearers(
        self, school: SchoolDelivery, period: MarkedPeriod, day: date, rule: PeriodMarkRule
    ) -> Sequence[Hearer]:
        found = await self.missing.gaps(period, day)
        gaps = [one for one in found if is_still_asked(rule, period, one.lack, day)]
        if not gaps:
            return ()
        late = must_be_shown(rule, period, day)
        return hearers(gaps, await self._answering(school.school, late=late))

    async def _answering(self, school: SchoolId, *, late: bool) -> Sequence[PersonId]:
        """Return who hears for the school: the deputy heads, and all who answer for it once late.

        Where no deputy head has come in, the others hear from the first day.
        """
        deputies = await self.missing.answering(school, Role.DEPUTY_HEAD)
        if deputies and not late:
            return deputies
        roles = (Role.HEAD, Role.ADMINISTRATOR)
        others = [one for role in roles for one in await self.missing.answering(school, role)]
        return list(dict.fromkeys([*deputies, *others]))


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
