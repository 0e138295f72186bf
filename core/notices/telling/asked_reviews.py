"""A class teacher reminds the families that have not reviewed this week (W3, F11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import must_lead
from core.access.people import Actor, Member
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledgements
from core.diary.totals.given import still_open
from core.diary.totals.ports import ReviewBook
from core.diary.totals.review import days_missing, monday_of, sunday_of
from core.ids import ClassId, PersonId, PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.regulation.ports import Regulations

_BY_HAND: Final = "review-reminder"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RemindReviewers:
    """One tap reminds each guardian who still has to review, once a day at most."""

    acknowledgements: Acknowledgements
    reviews: ReviewBook
    directory: Directory
    audience: Audience
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> int:
        """Remind them and return how many are told; nobody in a week without lessons."""
        member, now = must_lead(actor, class_id), self.clock.now()
        day = today(self.clock, ZoneInfo(member.zone))
        found = await self._missing(member, class_id, day)
        families = await self.audience.families(sorted({pupil for pupil, _ in found}))
        keys = {
            f"{day}:{pupil}:{one}": (pupil, one)
            for pupil, one in found
            if one in families.get(pupil, ())
        }
        new = await self.reminders.note(member.school, _BY_HAND, list(keys), at=now)
        drafts = [_draft(member, due, day, now) for key, due in keys.items() if key in new]
        await self.outbox.put(drafts)
        return len(drafts)

    async def _missing(
        self, member: Member, class_id: ClassId, day: date
    ) -> Sequence[tuple[PupilId, PersonId]]:
        if not await self.reviews.school_days(class_id, monday_of(day), sunday_of(day)):
            return ()
        rule = (await self.regulations.of(member.school)).review
        pupils = [one.pupil for one in await self.directory.pupils_of(class_id)]
        found = await still_open(self.acknowledgements, self.reviews, pupils, day, rule)
        return [
            (pupil, person)
            for pupil, reviews in found.items()
            for person, days in reviews.items()
            if days_missing(days, rule)
        ]


def _draft(member: Member, due: tuple[PupilId, PersonId], day: date, now: datetime) -> Draft:
    pupil, guardian = due
    over = datetime.combine(sunday_of(day) + _DAY, datetime.min.time(), ZoneInfo(member.zone))
    return Draft(
        school=member.school,
        recipient=guardian,
        about=pupil,
        kind=NoticeKind.REVIEW_NUDGE,
        subject=monday_of(day).toordinal(),
        change=Change.NEW,
        happened_at=now,
        valid_until=over,
    )
