"""The class teacher settles an «н» that nobody excused: there was no good reason (J4, F12)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import must_lead
from core.access.people import Actor, Child
from core.clock import today
from core.diary.excuses.class_teacher import ClassTeacher
from core.diary.excuses.limits import NothingToExcuse
from core.diary.excuses.ports import Missed
from core.diary.excuses.rules import Excuse, excuse_for
from core.errors import AccessRefused
from core.ids import PupilId
from core.journal.lesson_records import ReviseAbsence
from core.journal.values import AbsenceCode, ReasonState

FAR_BACK: Final = timedelta(days=60)
"""How long ago a lesson may be that is settled here: what is older is the journal's."""

_SETTLED: Final = {ReasonState.UNKNOWN: False, ReasonState.CONFIRMED: True}


@dataclass(frozen=True, slots=True)
class UnexcusedDay:
    """Lessons of a day without a reason: open still, or `settled` to be without a good one."""

    day: date
    settled: bool
    missed: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class Unexcused:
    """What a pupil missed lately and nobody excused, the latest days first."""

    child: Child
    days: tuple[UnexcusedDay, ...]

    def of(self, day: date, *, settled: bool) -> UnexcusedDay:
        """Return a day; raise NothingToExcuse where there is nothing to settle on it any more."""
        found = (one for one in self.days if (one.day, one.settled) == (day, settled))
        kept = next(found, None)
        if kept is None:
            raise NothingToExcuse
        return kept


def unexcused_days(
    missed: Iterable[Missed], excuses: Sequence[Excuse], pupil: PupilId
) -> tuple[UnexcusedDay, ...]:
    """Return the days on which an «н» is of no known reason, or of no good one.

    What the family said of it is decided as an excuse, and whoever came late was there.
    """
    days = defaultdict[tuple[date, bool], list[Missed]](list)
    for one in missed:
        settled = _SETTLED.get(one.reason)
        if one.code is not AbsenceCode.ABSENT or settled is None:
            continue
        if excuse_for(excuses, pupil, one.day, one.number) is None:
            days[one.day, settled].append(one)
    return tuple(
        UnexcusedDay(day, settled, tuple(found))
        for (day, settled), found in sorted(days.items(), key=lambda one: one[0], reverse=True)
    )


@dataclass(frozen=True, slots=True)
class ReadUnexcused:
    """Open what a pupil of the own class missed without a reason."""

    teacher: ClassTeacher

    async def __call__(self, actor: Actor, pupil: PupilId) -> Unexcused:
        """Return it; raise AccessRefused for who does not lead the pupil's class now."""
        book, kept = self.teacher.reader.book, self.teacher.book
        class_id, child = await book.class_of(pupil), await book.child(pupil)
        if class_id is None or child is None:
            raise AccessRefused
        member = must_lead(actor, class_id)
        last = today(self.teacher.reader.clock, ZoneInfo(member.zone))
        missed = await kept.missed(pupil, last - FAR_BACK, last)
        excuses = await kept.of_pupils([pupil], last - FAR_BACK, last)
        return Unexcused(child, unexcused_days(missed, excuses, pupil))


@dataclass(frozen=True, slots=True)
class SettleUnexcused:
    """The class teacher enters that a day was missed without good reason, or takes that back."""

    read: ReadUnexcused
    revise: ReviseAbsence

    async def __call__(self, actor: Actor, pupil: PupilId, day: date, *, settle: bool) -> None:
        """Put it into the journal; who knew of the absence is not alarmed a second time.

        Raise NothingToExcuse where it stands so already, or has a reason by now.
        """
        found = (await self.read(actor, pupil)).of(day, settled=not settle)
        reason = ReasonState.CONFIRMED if settle else ReasonState.UNKNOWN
        for one in found.missed:
            await self.revise(
                actor, one.lesson, pupil=pupil, code=AbsenceCode.ABSENT, reason=reason
            )
