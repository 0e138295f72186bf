"""Who can be nudged to review, and the nudge itself: one a week, by itself or by hand (F11)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox, PreferenceBook
from core.notices.preferences import CHOSE_NOTHING, Preferences, Timing, Topic, awake_from
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery

_NUDGE: Final = "review-nudge"
_DAY: Final = timedelta(days=1)

Due = tuple[PupilId, PersonId]
"""A guardian who is to be nudged about a pupil."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who hears a nudge in time, and who only after it is of no more use."""

    in_time: Collection[Due]
    too_late: Collection[Due]

    @property
    def by_pupil(self) -> Mapping[PupilId, Collection[PersonId]]:
        """Return who hears in time of each pupil."""
        found = defaultdict[PupilId, set[PersonId]](set)
        for pupil, person in self.in_time:
            found[pupil].add(person)
        return found


@dataclass(frozen=True, slots=True)
class FindHearing:
    """Finds whom a nudge reaches: by chat or letter, not switched off, and not held by quiet."""

    audience: Audience
    preferences: PreferenceBook

    async def __call__(
        self, school: SchoolDelivery, ends: Mapping[Due, datetime], now: datetime
    ) -> Hearing:
        """Return who hears of those due, each until its own instant."""
        families = await self.audience.reached(sorted({pupil for pupil, _ in ends}))
        reached = [one for one in ends if one[1] in families.get(one[0], ())]
        chosen = await self.preferences.chosen(sorted({person for _, person in reached}))
        of_each = {one: chosen.get(one[1], CHOSE_NOTHING) for one in reached}
        wanted = {one: of for one, of in of_each.items() if not _is_off(of)}
        in_time = {one for one, of in wanted.items() if awake_from(of, school, now) < ends[one]}
        return Hearing(in_time, wanted.keys() - in_time)


def _is_off(chosen: Preferences) -> bool:
    return chosen.timing_of(Topic.REVIEW) is Timing.OFF


@dataclass(frozen=True, slots=True)
class NudgeOnce:
    """Writes nudges: a guardian gets one a week about a child, whoever asks for it."""

    outbox: Outbox
    reminders: Reminders

    async def __call__(
        self, school: SchoolId, monday: date, ends: Mapping[Due, datetime], now: datetime
    ) -> Collection[Due]:
        """Nudge those who were not nudged this week, and return them."""
        keys = {f"{monday}:{pupil}:{person}": (pupil, person) for pupil, person in ends}
        noted = await self.reminders.note(school, _NUDGE, list(keys), at=now)
        new = [due for key, due in keys.items() if key in noted]
        await self.outbox.put([_draft(school, one, monday, now, ends[one]) for one in new])
        return new


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the midnight that ends a day of the school."""
    return datetime.combine(day + _DAY, datetime.min.time(), zone)


def _draft(school: SchoolId, due: Due, monday: date, now: datetime, until: datetime) -> Draft:
    pupil, guardian = due
    return Draft(
        school=school,
        recipient=guardian,
        about=pupil,
        kind=NoticeKind.REVIEW_NUDGE,
        subject=monday.toordinal(),
        change=Change.NEW,
        happened_at=now,
        valid_until=until,
    )
