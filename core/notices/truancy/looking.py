"""The tick of missed lessons: drafts are made and withdrawn; none is sent (F12, C4.3.10).

One that nobody decides on is brought to mind. What was sent and did not reach its family goes
on paper (F10).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.clock import Clock
from core.diary.truancy.counting import CountMissed, StillTruant
from core.diary.truancy.facts import TruancyDrafted, TruancyUnread, TruancyWaits
from core.diary.truancy.planning import Plan, Planner
from core.diary.truancy.spells import first_day_back
from core.diary.truancy.waiting import reminders_due
from core.diary.truancy.warnings import TruancyWarning, TruancyWarnings
from core.facts import Facts, Origin
from core.ids import PupilId, SchoolId
from core.journal.calendar import Holiday
from core.notices.issue.look_after import MakeSheets
from core.notices.issue.reached import FamilyReach, warning_needs_paper
from core.notices.issue.reaching import FindReach, SentWarning, as_sent
from core.notices.ledger import NoticeKind
from core.notices.news.school import ClassAudience
from core.notices.printing import PrintRun, ToPrint, Unreached
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations
from core.regulation.profile import ForecastRule, TruancyRule

_DRAFTS: Final = "truancy-drafts"

_LOOKED_BACK: Final = timedelta(days=14)
"""How long ago sent warnings are looked after: what arrives later has arrived."""


@dataclass(frozen=True, slots=True)
class PutTruancyOnPaper:
    """Puts alerts that did not reach their families on the print run; each once.

    What has got reasons meanwhile goes on no paper either. The sheets come at once, as those of
    other warnings do: a month's run would be too late for who is not at school (F10, F12).
    """

    warnings: TruancyWarnings
    still: StillTruant
    find_reach: FindReach
    print_run: PrintRun
    classes: ClassAudience
    make_sheets: MakeSheets
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def __call__(self, at_school: SchoolDelivery) -> None:
        """Look after what a school has sent; the class teacher hears what needs paper."""
        school, now = at_school.school, self.clock.now()
        rule = (await self.regulations.of(school)).forecast
        sent = await self.warnings.sent_since(school, now - _LOOKED_BACK)
        told = [as_sent(one) for one in sent]
        reach = await self.find_reach(NoticeKind.TRUANCY, told)
        late = {
            one.number: why
            for one in told
            if not reach[one.number].on_paper
            if (why := _why(reach[one.number], one, now.astimezone(at_school.zone), rule))
        }
        unread = [one for one in sent if one.id in late]
        standing = await self.still(unread) if unread else {}
        day = now.astimezone(at_school.zone).date()
        await self._print([one for one in unread if standing.get(one.id)], late, now, day=day)

    async def _print(
        self,
        sent: Sequence[TruancyWarning],
        why: Mapping[int, Unreached],
        now: datetime,
        *,
        day: date,
    ) -> None:
        kind = NoticeKind.TRUANCY
        sheets = [
            ToPrint(one.school, one.child.pupil, kind, one.id, why[one.id], now) for one in sent
        ]
        added = await self.print_run.add(sheets)
        if added:
            await self.facts.record(
                [TruancyUnread(one.school, now, Origin(), one.child.pupil, one.id) for one in sent]
            )
            await self._make_sheets(sent[0].school, added, day)

    async def _make_sheets(self, school: SchoolId, pupils: Collection[PupilId], day: date) -> None:
        for class_id, of_class in (await self.classes.by_class(school)).items():
            if found := [one for one in of_class if one in pupils]:
                await self.make_sheets(school, class_id, found, day)


def _why(
    family: FamilyReach, sent: SentWarning, now: datetime, rule: ForecastRule
) -> Unreached | None:
    day = sent.at.astimezone(now.tzinfo).date()
    return warning_needs_paper(family, day, now.date(), rule)


@dataclass(frozen=True, slots=True)
class RemindOfDrafts:
    """Brings to mind drafts that nobody decides on, once, and then tells who answers for it.

    None goes by itself: only the class teacher knows what to write to the family (C4.3.10).
    """

    reminders: Reminders
    facts: Facts

    async def __call__(
        self,
        at_school: SchoolDelivery,
        waiting: Sequence[TruancyWarning],
        rule: TruancyRule,
        holidays: Sequence[Holiday],
        now: datetime,
    ) -> None:
        """Remind of what waits for too long; each time once."""
        today, made = now.astimezone(at_school.zone).date(), dict[str, TruancyWaits]()
        for one in waiting:
            since = one.made_at.astimezone(at_school.zone).date()
            for number in range(reminders_due(since, today, rule, holidays)):
                fact = TruancyWaits(
                    one.school, now, Origin(), one.child.pupil, one.id, is_late=number > 0
                )
                made[f"{one.id} {since} {number}"] = fact
        new = await self.reminders.note(at_school.school, _DRAFTS, sorted(made), at=now)
        await self.facts.record([made[key] for key in sorted(new)])


@dataclass(frozen=True, slots=True)
class LookForTruancy:
    """Looks who of a school misses lessons without good reason; twice changes nothing."""

    warnings: TruancyWarnings
    count: CountMissed
    put_on_paper: PutTruancyOnPaper
    remind: RemindOfDrafts
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def __call__(self, at_school: SchoolDelivery) -> None:
        """Bring the drafts of a school to what its journal says now."""
        school, today = at_school.school, self.clock.now().astimezone(at_school.zone).date()
        rule = (await self.regulations.of(school)).truancy
        holidays = await self.count.missed.holidays(school)
        waiting = await self.warnings.waiting(school)
        back = first_day_back(today, rule, holidays)
        first = min([back, *(one.begins for one in waiting)])
        counted = await self.count.of_school(school, first, today)
        known = await self.warnings.of_pupils(sorted(counted))
        planner = Planner(rule, holidays, today, counted)
        plan = planner.plan(waiting, known)
        await self._carry_out(school, plan)
        still = [one for one in waiting if one.id not in plan.over]
        await self.remind(at_school, still, rule, holidays, self.clock.now())
        await self.put_on_paper(at_school)

    async def _carry_out(self, school: SchoolId, plan: Plan) -> None:
        now = self.clock.now()
        await self.warnings.withdraw(plan.over, at=now)
        await self.warnings.reach_to(plan.reaching)
        new = await self.warnings.add(school, plan.begun, at=now)
        if new:
            await self.facts.record(
                [TruancyDrafted(school, now, Origin(), pupil, one) for pupil, one in new.items()]
            )
