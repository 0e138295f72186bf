"""A week after families were asked class teachers hear who has not answered (W2, C4.3.7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.personal_data.checking import month_of
from core.access.personal_data.of_class import ReadClassCheck, Standing, end_of
from core.clock import Clock
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.news.school import ClassAudience
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations
from core.regulation.profile import Profile

FROM: Final = time(8)
"""When it is said on its day: before the first lesson of most schools."""

TO_ASK: Final = frozenset({Standing.SILENT, Standing.OUTSIDE})
"""Who is still to be asked: in the chat, or on paper where no message reaches the person."""

_OF_MONTH: Final = "data-of-class"
_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)


def is_due(now: datetime, asked_on: int) -> bool:
    """Say whether class teachers are to hear now: for a week, from a week after the asking on.

    `asked_on` 0: families are not asked. A month that ends before a week is over ends with it.
    """
    if not asked_on or now.time() < FROM:
        return False
    month = month_of(now.date())
    last = end_of(month, ZoneInfo("UTC")).date() - _DAY
    begins = min(month.replace(day=asked_on) + _WEEK, last)
    return begins <= now.date() < begins + _WEEK


@dataclass(frozen=True, slots=True)
class TellOfDataChecks:
    """A tick: once a month each class teacher hears how many of the class are still to be asked.

    A class in which all have answered is silent; so is one whose teacher has not come in, until
    that is so.
    """

    classes: ClassAudience
    read: ReadClassCheck
    audience: Audience
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def is_due(self, at_school: SchoolDelivery) -> bool:
        """Say whether there is a class of which its teacher has not heard this month."""
        local = self.clock.now().astimezone(at_school.zone)
        rule = (await self.regulations.of(at_school.school)).personal_data
        if not is_due(local, rule.asked_on):
            return False
        keys = _keys(await self._led(at_school.school), month_of(local.date()))
        return bool(await self.reminders.unnoted(at_school.school, _OF_MONTH, list(keys)))

    async def __call__(self, at_school: SchoolDelivery) -> None:
        """Tell what is due now."""
        school, now = at_school.school, self.clock.now()
        local, rules = now.astimezone(at_school.zone), await self.regulations.of(school)
        if not is_due(local, rules.personal_data.asked_on):
            return
        led = await self._led(school)
        zone = ZoneInfo(at_school.zone.key)
        new = await self._new(school, led, month_of(local.date()), now)
        open_ones = [one for one in new if await self._is_open(one, local.date(), zone, rules)]
        drafts = [_draft(school, one, by, now) for one in open_ones for by in led[one]]
        if drafts:
            await self.outbox.put(drafts)

    async def _led(self, school: SchoolId) -> Mapping[ClassId, Sequence[PersonId]]:
        found = await self.classes.by_class(school)
        pupils = sorted(pupil for of in found.values() for pupil in of)
        teachers = await self.audience.class_teachers_of(pupils) if pupils else {}
        by_class = {
            one: sorted({by for pupil in of for by in teachers.get(pupil, ())})
            for one, of in found.items()
        }
        return {one: by for one, by in by_class.items() if by}

    async def _new(
        self,
        school: SchoolId,
        led: Mapping[ClassId, Sequence[PersonId]],
        month: date,
        now: datetime,
    ) -> Sequence[ClassId]:
        keys = _keys(led, month)
        noted = await self.reminders.note(school, _OF_MONTH, list(keys), at=now) if keys else ()
        return [one for key, one in keys.items() if key in noted]

    async def _is_open(self, class_id: ClassId, day: date, zone: ZoneInfo, rules: Profile) -> bool:
        persons = await self.read.persons(class_id, day, zone, rules)
        return any(one.standing in TO_ASK for one in persons)


def _keys(classes: Iterable[ClassId], month: date) -> Mapping[str, ClassId]:
    """Return under what it is noted that a class was told of."""
    return {f"{one}:{month.isoformat()}": one for one in sorted(classes)}


def _draft(school: SchoolId, class_id: ClassId, teacher: PersonId, at: datetime) -> Draft:
    return Draft(
        school=school,
        recipient=teacher,
        # It is about no one pupil: about whom it is told.
        about=PupilId(teacher),
        kind=NoticeKind.DATA_OF_CLASS,
        subject=class_id,
        change=Change.NEW,
        happened_at=at,
    )
