"""A guardian is nudged on the last evening on which the week's reviews can be saved (F11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.access.directory import Directory
from core.clock import Clock
from core.diary.acknowledging import Acknowledgements
from core.diary.totals.given import still_open
from core.diary.totals.ports import ReviewBook
from core.diary.totals.review import (
    ByGuardian,
    can_be_due,
    due_tonight,
    monday_of,
    sunday_of,
)
from core.ids import ClassId, PupilId
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.review_nudges import FindHearing, NudgeOnce, end_of
from core.notices.timing import SchoolDelivery, is_quiet
from core.regulation.ports import Regulations
from core.regulation.profile import ReviewRule

BEFORE_DIGEST: Final = timedelta(minutes=30)
"""Nudges are written so early that who wants the evening's digest finds them in it."""

_EVENING: Final = "review-evening"


@dataclass(frozen=True, slots=True)
class NudgeReviews:
    """A tick: never more than one nudge a week about a child, none where it is done."""

    acknowledgements: Acknowledgements
    reviews: ReviewBook
    directory: Directory
    find_hearing: FindHearing
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether it is an evening on which nobody was nudged."""
        today = self.clock.now().astimezone(school.zone).date()
        return await self._rule_tonight(school) is not None and bool(
            await self.reminders.unnoted(school.school, _EVENING, [today.isoformat()])
        )

    async def __call__(self, school: SchoolDelivery) -> None:
        """Nudge in a school in which it is evening, once an evening."""
        now, rule = self.clock.now(), await self._rule_tonight(school)
        today = now.astimezone(school.zone).date()
        if rule and await self.reminders.note(
            school.school, _EVENING, [today.isoformat()], at=now
        ):
            await self._nudge(school, rule, today, now)

    async def _rule_tonight(self, school: SchoolDelivery) -> ReviewRule | None:
        """Return by what reviews are due; None while it is no evening for them."""
        local = self.clock.now().astimezone(school.zone)
        rule = (await self.regulations.of(school.school)).review
        return rule if can_be_due(rule, local.date()) and is_evening(school, local) else None

    async def _nudge(
        self, school: SchoolDelivery, rule: ReviewRule, today: date, now: datetime
    ) -> None:
        open_weeks = dict[PupilId, ByGuardian]()
        for one in await self.directory.classes_of(school.school):
            open_weeks.update(await self._open(one.id, rule, today))
        over = end_of(today, school.zone)
        known = {(pupil, one): over for pupil, of in open_weeks.items() for one in of}
        hearing = (await self.find_hearing(school, known, now)).by_pupil
        due = {
            (pupil, one): over
            for pupil, of in open_weeks.items()
            for one in due_tonight(of, rule, today, hearing=hearing.get(pupil, ()))
        }
        await NudgeOnce(self.outbox, self.reminders)(school.school, monday_of(today), due, now)

    async def _open(
        self, class_id: ClassId, rule: ReviewRule, today: date
    ) -> Mapping[PupilId, ByGuardian]:
        """Return the reviews of those who are not done; nobody's in a week without lessons."""
        pupils = [one.pupil for one in await self.directory.pupils_of(class_id)]
        found = await still_open(self.acknowledgements, self.reviews, pupils, today, rule)
        week = monday_of(today), sunday_of(today)
        # In a week without lessons there is nothing new to review.
        return found if found and await self.reviews.school_days(class_id, *week) else {}


def is_evening(school: SchoolDelivery, local: datetime) -> bool:
    """Say whether it is late enough for a nudge, and not yet quiet.

    The evening begins before the digest, or before the quiet hours where these hold the digest:
    whatever a school sets, each of its days has an evening.
    """
    quiet = school.rules.quiet_hours
    digest = datetime.combine(local.date(), school.rules.digest_at, school.zone)
    begin = digest - BEFORE_DIGEST
    if quiet is None:
        return local >= begin
    if is_quiet(quiet, begin) or is_quiet(quiet, digest):
        begin = datetime.combine(local.date(), quiet.begin, school.zone) - BEFORE_DIGEST
    return local >= begin and not is_quiet(quiet, local)
