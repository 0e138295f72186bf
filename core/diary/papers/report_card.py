"""A period's table of one pupil, as a school prints it: marks, means, period marks, absences."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.access.people import Actor, Child
from core.diary.reading import Reader
from core.diary.views import Absences, Period, PeriodMarks, SubjectMarks
from core.ids import PupilId
from core.journal.values import AbsenceCode, MarkValue


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One subject of the table; `missed` counts lessons, `late` comes on top.

    `period` is the subject's own where it is not the table's.
    """

    title: str
    marks: tuple[MarkValue, ...] = ()
    mean: Decimal | None = None
    period_mark: MarkValue | None = None
    missed: int = 0
    late: int = 0
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """The table with whose it is and when it was made, in the school's time."""

    child: Child
    school_name: str
    made_at: datetime
    period: Period | None
    lines: tuple[ReportLine, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReportCard:
    """Open a period's table (F1, F8)."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> ReportCard:
        """Return the table of the period that holds `day` (or today), or the last before it."""
        opened = await self.reader.open(actor, pupil)
        at, member = await self.reader.turn_to(opened, day), opened.member
        made_at = self.reader.clock.now().astimezone(ZoneInfo(member.zone))
        marks = await self.reader.marks_of(at)
        missed = await self.reader.absences_of(at)
        return ReportCard(
            marks.child,
            member.school_name,
            made_at,
            marks.period,
            lines_of(marks, missed),
            marks.periods,
        )


def lines_of(marks: PeriodMarks, missed: Absences) -> tuple[ReportLine, ...]:
    """Return a line for each subject that is taught, marked or missed, by title."""
    late = Counter(one.subject for one in missed.missed if one.code is AbsenceCode.LATE)
    away = Counter(one.subject for one in missed.missed if one.code is not AbsenceCode.LATE)
    known = {one.title: one for one in marks.subjects}
    return tuple(
        _line(title, known.get(title), away[title], late[title])
        for title in sorted(known.keys() | away.keys() | late.keys())
    )


def _line(title: str, subject: SubjectMarks | None, missed: int, late: int) -> ReportLine:
    if subject is None:
        return ReportLine(title, missed=missed, late=late)
    marks = tuple(one.value for one in subject.marks)
    own = subject.period
    return ReportLine(title, marks, subject.mean, subject.period_mark, missed, late, own)
