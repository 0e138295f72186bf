"""What a family's screens show, read at one moment. No layout and no sentence here."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from core.access.people import Child, Name
from core.diary.recommendations import Recommendation
from core.diary.timetable import Place
from core.ids import CourseId, LessonId, SubjectId
from core.journal.remarks.remark import Remark
from core.journal.values import AbsenceCode, LessonState, MarkValue, PeriodKind, ReasonState


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A mark of a lesson or a work: what it was for, and how much it weighs."""

    value: MarkValue
    work: str
    weight: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class DiaryLesson:
    """One lesson of a pupil's day: held, planned, or only expected by the timetable (no `id`)."""

    day: date
    number: int
    subject: str
    id: LessonId | None = None
    starts: time | None = None
    ends: time | None = None
    room: str = ""
    state: LessonState = LessonState.PLANNED
    topic: str = ""
    homework: str = ""
    homework_due: date | None = None
    teacher: Name | None = None
    replaced: bool = False
    course: CourseId | None = None
    moved_from: Place | None = None
    marks: tuple[ShownMark, ...] = ()
    absence: AbsenceCode | None = None
    absence_reason: ReasonState | None = None


@dataclass(frozen=True, slots=True)
class LooseMark:
    """A mark of a work that has no lesson: it stands on the day of its work alone."""

    course: CourseId
    subject: str
    mark: ShownMark


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day of a pupil; `holiday` names why there are no lessons, if there is a reason.

    `marks` are those of works on a day on which their course has no lesson.
    """

    day: date
    lessons: tuple[DiaryLesson, ...] = ()
    holiday: str = ""
    marks: tuple[LooseMark, ...] = ()


@dataclass(frozen=True, slots=True)
class DiaryWeek:
    """Seven days from Monday, as the school's zone counts them; `today` is the school's date."""

    child: Child
    today: date
    days: tuple[DiaryDay, ...]


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """One day of one pupil; `today` is the school's date, `advice` what teachers recommended.

    `remarks` is what they said of the pupil that day (F16).
    """

    child: Child
    today: date
    shown: DiaryDay
    advice: tuple[Recommendation, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the school year in which marks are summed up."""

    title: str
    kind: PeriodKind
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    """One subject's marks of a period, oldest first, with the weighted mean shown (J14).

    `period` is the subject's own where it is not the one that is looked at, as of a half-year
    subject among quarters (J9); `periods` are then those to turn to.
    """

    subject: SubjectId
    title: str
    marks: tuple[ShownMark, ...]
    mean: Decimal | None
    period_mark: MarkValue | None = None
    period: Period | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodMarks:
    """All subjects of a pupil in a period; `periods` are the year's others, to turn to.

    `year_before` and `year_after` lead to other school years (F2).
    """

    child: Child
    period: Period | None
    subjects: tuple[SubjectMarks, ...] = ()
    periods: tuple[Period, ...] = ()
    year_before: Period | None = None
    year_after: Period | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Homework: what to do for which lesson; `done` is the pupil's own tick.

    `lesson` is the one that gave it, `attached` how many photos and files came with it.
    """

    subject: str
    text: str
    set_on: date
    due: date
    lesson: LessonId | None = None
    done: bool = False
    attached: int = 0


@dataclass(frozen=True, slots=True)
class HomeworkBook:
    """Homework that is due on a day; `checked_at` is when this was looked up."""

    child: Child
    day: date
    today: date
    assignments: tuple[Assignment, ...]
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class ShownAbsence:
    """One missed lesson with what is known of the reason."""

    day: date
    number: int
    subject: str
    code: AbsenceCode
    reason: ReasonState


@dataclass(frozen=True, slots=True)
class Absences:
    """A pupil's absences of a period, newest first; `before` is the period before it.

    `today` is the school's date.
    """

    child: Child
    period: Period | None
    missed: tuple[ShownAbsence, ...]
    before: Period | None = None
    today: date | None = None
