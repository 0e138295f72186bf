"""Head and administrators hear of a breach at once, and until it is reported (S4, E3 4.3)."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.access.lost import LostAccessBook
from core.access.people import Role
from core.breaches.facts import BreachReported
from core.breaches.ports import Breach, BreachBook
from core.breaches.reporting import ReportBy
from core.clock import Clock
from core.facts import Fact
from core.ids import BreachId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery

_TOLD: Final = "breach"
_OF_DAY: Final = "breach-of-day"


def who_hears(
    in_reach: Mapping[PersonId, AbstractSet[Role]], *, but: PersonId | None = None
) -> tuple[PersonId, ...]:
    """Return who hears of a breach: the head, else the deputies, and the administrators.

    Who reported it knows.
    """
    head = Role.HEAD if any(Role.HEAD in one for one in in_reach.values()) else Role.DEPUTY_HEAD
    told = {head, Role.ADMINISTRATOR}
    return tuple(sorted(one for one, roles in in_reach.items() if roles & told and one != but))


@dataclass(frozen=True, slots=True)
class TellBreaches:
    """Turns a breach into rows of the outbox; none of them names a mark or a child."""

    outbox: Outbox
    reminders: Reminders
    administration: LostAccessBook

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each who hears; a turn reports one breach at most."""
        for fact in facts:
            if isinstance(fact, BreachReported):
                await self.first(fact.school, fact.breach, fact.at, but=fact.by.person)

    async def first(
        self, school: SchoolId, breach: BreachId, at: datetime, *, but: PersonId | None
    ) -> None:
        """Tell of a breach, once, as soon as there is somebody to tell."""
        persons = who_hears(await self.administration.in_reach(school), but=but)
        if persons and await self.reminders.note(school, _TOLD, [str(breach)], at=at):
            await self._put(persons, school, breach, at, NoticeKind.BREACH)

    async def again(self, school: SchoolId, breach: BreachId, at: datetime, *, day: str) -> None:
        """Remind of a breach, once on a day: also who reported it, who may have forgotten."""
        persons = who_hears(await self.administration.in_reach(school))
        if persons and await self.reminders.note(school, _OF_DAY, [f"{breach}:{day}"], at=at):
            await self._put(persons, school, breach, at, NoticeKind.BREACH_DUE)

    async def is_new(self, school: SchoolId, breach: BreachId, *, but: PersonId | None) -> bool:
        """Say whether `first` would tell anybody, and tell nobody."""
        new = await self.reminders.unnoted(school, _TOLD, [str(breach)])
        return bool(new and who_hears(await self.administration.in_reach(school), but=but))

    async def is_new_of(self, school: SchoolId, breach: BreachId, *, day: str) -> bool:
        """Say whether `again` would remind anybody on that day, and remind nobody."""
        new = await self.reminders.unnoted(school, _OF_DAY, [f"{breach}:{day}"])
        return bool(new and who_hears(await self.administration.in_reach(school)))

    async def _put(
        self,
        persons: Sequence[PersonId],
        school: SchoolId,
        breach: BreachId,
        at: datetime,
        kind: NoticeKind,
    ) -> None:
        await self.outbox.put(
            [
                Draft(
                    school=school,
                    recipient=one,
                    # It is about nobody's child: about whom it is told.
                    about=PupilId(one),
                    kind=kind,
                    subject=breach,
                    change=Change.NEW,
                    happened_at=at,
                    lane=Lane.ALERT if kind is NoticeKind.BREACH else Lane.NOTICE,
                )
                for one in persons
            ]
        )


@dataclass(frozen=True, slots=True)
class RemindOfBreaches:
    """A tick: on the day by which a breach is to be reported, and each day after, it is said.

    It ends with somebody's «told»; who could not be reached at once hears when they can.
    """

    book: BreachBook
    report_by: ReportBy
    tell: TellBreaches
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where a breach is open: one cheap question about all schools."""
        return await self.book.schools_untold()

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether anybody is to be told now, which takes nothing but reading."""
        for one in await self.book.untold(school.school):
            if await self.tell.is_new(school.school, one.id, but=one.by):
                return True
            day = await self._day_of_reminder(school, one)
            if day and await self.tell.is_new_of(school.school, one.id, day=day):
                return True
        return False

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell those of a school."""
        now = self.clock.now()
        for one in await self.book.untold(school.school):
            await self.tell.first(school.school, one.id, now, but=one.by)
            day = await self._day_of_reminder(school, one)
            if day:
                await self.tell.again(school.school, one.id, now, day=day)

    async def _day_of_reminder(self, school: SchoolDelivery, breach: Breach) -> str | None:
        local = self.clock.now().astimezone(school.zone)
        if local.time() < FROM:
            return None
        by = await self.report_by(school.school, breach.at, school.zone)
        # What was reported today is told of today; of a rule of no days the reminder comes next.
        is_after = local.date() > breach.at.astimezone(school.zone).date()
        return local.date().isoformat() if is_after and local.date() >= by else None
