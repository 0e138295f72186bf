"""A pupil's attendance of a period, day by day, with the letters of the journal (E3 2.11)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from core.access.people import Actor, Child
from core.diary.reading import Reader
from core.diary.views import Period, ShownAbsence
from core.ids import PupilId
from core.journal.calendar import Holiday, days_between, holiday_on
from core.journal.values import AbsenceCode

_GRAVEST_FIRST: Final = (
    AbsenceCode.ABSENT,
    AbsenceCode.ILL,
    AbsenceCode.EXCUSED,
    AbsenceCode.LATE,
)


@dataclass(frozen=True, slots=True)
class AttendanceDay:
    """A day: the gravest letter of its lessons, if any, and of how many lessons it stands."""

    day: date
    code: AbsenceCode | None = None
    lessons: int = 0
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """A period's days without a gap; `sums` counts lessons by letter, `periods` are the year's."""

    child: Child
    period: Period | None
    days: tuple[AttendanceDay, ...] = ()
    sums: Mapping[AbsenceCode, int] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAttendance:
    """Open a period's absences as a calendar."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> Attendance:
        """Return the period that holds `day` (or today), or the last one before it."""
        opened = await self.reader.open(actor, pupil)
        at = await self.reader.turn_to(opened, day)
        found, period = await self.reader.absences_of(at), at.period
        if period is None:
            return Attendance(found.child, None)
        holidays = await self.reader.book.holidays(pupil, period.begins, period.ends)
        days = days_of(period, found.missed, holidays)
        sums = Counter(one.code for one in found.missed)
        return Attendance(found.child, period, days, sums, at.begun)


def days_of(
    period: Period, missed: Sequence[ShownAbsence], holidays: Sequence[Holiday]
) -> tuple[AttendanceDay, ...]:
    """Return each day of the period with what was missed on it."""
    codes = defaultdict[date, Counter[AbsenceCode]](Counter)
    for one in missed:
        codes[one.day][one.code] += 1
    days = days_between(period.begins, period.ends)
    return tuple(_day(one, codes[one], holidays) for one in days)


def _day(day: date, codes: Counter[AbsenceCode], holidays: Sequence[Holiday]) -> AttendanceDay:
    code = next((one for one in _GRAVEST_FIRST if codes[one]), None)
    off = holiday_on(day, holidays) is not None
    return AttendanceDay(day, code, codes[code] if code else 0, off)
