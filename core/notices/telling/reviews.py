"""The class teacher hears who reviewed: each at once, or those of a day together (F11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from core.access.directory import Directory
from core.clock import Clock
from core.diary.acknowledging import Acknowledged, Acknowledgements
from core.diary.totals.facts import TotalsReviewed
from core.diary.totals.ports import ReviewBook
from core.facts import Fact
from core.ids import PersonId, PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

FROM: Final = time(8)
"""When the day before is told: it is over, so that each review is in just one message."""

_WHAT: Final = "reviews-of-day"
_DAYS_BACK: Final = 3


@dataclass(frozen=True, slots=True)
class TellReviews:
    """Hears of reviews where the school wants to be told of each."""

    outbox: Outbox
    audience: Audience
    regulations: Regulations

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each class teacher of each reviewed pupil."""
        reviewed = [one for one in facts if isinstance(one, TotalsReviewed)]
        schools = {one.school for one in reviewed}
        told = {one for one in schools if (await self.regulations.of(one)).review.told == "each"}
        each = [one for one in reviewed if one.school in told]
        if not each:
            return
        teachers = await self.audience.class_teachers_of(sorted({one.pupil for one in each}))
        await self.outbox.put(
            [_reviewed(one, to) for one in each for to in teachers.get(one.pupil, ())]
        )


def _reviewed(fact: TotalsReviewed, teacher: PersonId) -> Draft:
    return Draft(
        school=fact.school,
        recipient=teacher,
        about=fact.pupil,
        kind=NoticeKind.REVIEWED,
        # Each review is news of its own, also of the same guardian and pupil.
        subject=fact.review,
        change=Change.NEW,
        happened_at=fact.at,
    )


@dataclass(frozen=True, slots=True)
class TellReviewsOfDay:
    """A tick: in the morning the class teacher hears of the reviews of the day before."""

    acknowledgements: Acknowledgements
    reviews: ReviewBook
    directory: Directory
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether there is a day of which a school has not heard."""
        days = await self._days(school)
        return bool(await self.reminders.unnoted(school.school, _WHAT, list(days)))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell a school that wants them together, also of days that a standstill swallowed."""
        now, days = self.clock.now(), await self._days(school)
        today = now.astimezone(school.zone).date()
        new = await self.reminders.note(school.school, _WHAT, list(days), at=now)
        for key in sorted(new):
            teachers = await self._teachers(school, days[key], today)
            await self.outbox.put([_of_day(school, one, days[key], now) for one in teachers])

    async def _days(self, school: SchoolDelivery) -> Mapping[str, date]:
        """Return the days that are over, as they are noted; none where it is no time to tell."""
        local = self.clock.now().astimezone(school.zone)
        rule = (await self.regulations.of(school.school)).review
        if local.time() < FROM or rule.told != "daily":
            return {}
        past = [local.date() - timedelta(days=back) for back in range(_DAYS_BACK, 0, -1)]
        return {day.isoformat(): day for day in past}

    async def _teachers(
        self, school: SchoolDelivery, day: date, today: date
    ) -> Sequence[PersonId]:
        leaders = await self.reviews.leaders(school.school, today)
        found = dict[PersonId, None]()
        for class_id, teachers in leaders.items():
            pupils = [one.pupil for one in await self.directory.pupils_of(class_id)]
            number = day.toordinal()
            if await self.acknowledgements.given(Acknowledged.REVIEW, pupils, number, number):
                found |= dict.fromkeys(teachers)
        return list(found)


def _of_day(school: SchoolDelivery, teacher: PersonId, day: date, now: datetime) -> Draft:
    return Draft(
        school=school.school,
        recipient=teacher,
        about=PupilId(teacher),
        kind=NoticeKind.REVIEWS_OF_DAY,
        subject=day.toordinal(),
        change=Change.NEW,
        happened_at=now,
    )
