"""A class teacher reminds the families that have not reviewed this week (W3, F11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.access.directory import Directory
from core.access.gate import must_decide
from core.access.people import Actor, Child
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledgements
from core.diary.totals.given import still_open
from core.diary.totals.ports import ReviewBook
from core.diary.totals.review import last_chance, monday_of, sunday_of
from core.ids import ClassId, SchoolId
from core.notices.ports import DeliveryRules, Outbox
from core.notices.reminders import Reminders
from core.notices.telling.review_nudges import Due, FindHearing, NudgeOnce, end_of
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class Reminded:
    """What became of a reminder: how many guardians are told, and about whom some were before.

    `too_late`: there are guardians whom quiet hours let hear only when the week is lost.
    """

    told: int
    before: Sequence[Child] = ()
    too_late: bool = False


@dataclass(frozen=True, slots=True)
class RemindReviewers:
    """One tap reminds each guardian who can still save the week, in place of the week's nudge.

    It is the same nudge, so that nobody gets more than one a week about a child. Who stands in for
    a class teacher who has not come in reminds as well.
    """

    acknowledgements: Acknowledgements
    reviews: ReviewBook
    directory: Directory
    find_hearing: FindHearing
    outbox: Outbox
    reminders: Reminders
    delivery: DeliveryRules
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> Reminded:
        """Remind them; nobody in a week without lessons, or where it would come too late."""
        member = await must_decide(actor, class_id, self.directory)
        now = self.clock.now()
        school = await self._school(member.school)
        day = today(self.clock, school.zone)
        children = await self.directory.pupils_of(class_id)
        missing = await self._missing(school, class_id, children, day)
        hearing = await self.find_hearing(school, missing, now)
        due = {one: until for one, until in missing.items() if one in hearing.in_time}
        nudge = NudgeOnce(self.outbox, self.reminders)
        new = await nudge(school.school, monday_of(day), due, now)
        before = {pupil for pupil, person in due if (pupil, person) not in new}
        return Reminded(
            len(new), [one for one in children if one.pupil in before], bool(hearing.too_late)
        )

    async def _school(self, school: SchoolId) -> SchoolDelivery:
        return next(one for one in await self.delivery.all() if one.school == school)

    async def _missing(
        self, school: SchoolDelivery, class_id: ClassId, children: Sequence[Child], day: date
    ) -> Mapping[Due, datetime]:
        """Return who can still save the week, each with when a reminder is of no more use."""
        if not await self.reviews.school_days(class_id, monday_of(day), sunday_of(day)):
            return {}
        rule = (await self.regulations.of(school.school)).review
        pupils = [one.pupil for one in children]
        found = await still_open(self.acknowledgements, self.reviews, pupils, day, rule)
        return {
            (pupil, person): end_of(last, school.zone)
            for pupil, reviews in found.items()
            for person, days in reviews.items()
            if (last := last_chance(days, day, rule))
        }
