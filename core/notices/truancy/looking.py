"""The tick of missed lessons: drafts are made and withdrawn; none is sent (F12, C4.3.10)."""

from dataclasses import dataclass

from core.clock import Clock
from core.diary.truancy.counting import CountMissed
from core.diary.truancy.facts import TruancyDrafted
from core.diary.truancy.planning import Plan, Planner
from core.diary.truancy.spells import first_day_back
from core.diary.truancy.warnings import TruancyWarnings
from core.facts import Facts, Origin
from core.ids import SchoolId
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class LookForTruancy:
    """Looks who of a school misses lessons without good reason; twice changes nothing."""

    warnings: TruancyWarnings
    count: CountMissed
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
        await self._carry_out(school, planner.plan(waiting, known))

    async def _carry_out(self, school: SchoolId, plan: Plan) -> None:
        now = self.clock.now()
        await self.warnings.withdraw(plan.over, at=now)
        await self.warnings.reach_to(plan.reaching)
        new = await self.warnings.add(school, plan.begun, at=now)
        if new:
            await self.facts.record(
                [TruancyDrafted(school, now, Origin(), pupil, one) for pupil, one in new.items()]
            )
