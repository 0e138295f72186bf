"""Records of a period for tests of the forecast: what a test does not say has a plain default."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from core.diary.forecast.of_period import PeriodRecords, forecasts
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.forecast.ports import GivenMark, MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.views import Period
from core.ids import CourseId, PupilId, SubjectId, WorkId
from core.journal.calendar import Holiday
from core.journal.values import ControlKind, CourseKind, MarkValue, PeriodKind
from core.regulation.profile import Profile
from tests.core.builders import MASHA, TODAY

QUARTER = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))
HALF = Period("I полугодие", PeriodKind.HALF_YEAR, date(2026, 9, 1), date(2026, 12, 27))
ALGEBRA, PHYSICS = SubjectId(3), SubjectId(4)
TITLES = {ALGEBRA: "Алгебра", PHYSICS: "Физика"}
CONTROL, ANSWER = ControlKind.CONTROL, ControlKind.ANSWER
TOMORROW = TODAY + timedelta(days=1)


def given(
    text: str,
    *,
    work: int = 1,
    weight: str = "1",
    kind: ControlKind | None = ANSWER,
    subject: SubjectId = ALGEBRA,
    pupil: PupilId = MASHA,
) -> GivenMark:
    value = MarkValue.of(text)
    title = TITLES[subject]
    return GivenMark(pupil, subject, title, WorkId(work), value, Decimal(weight), kind)


def planned(
    *,
    course: int = 30,
    work: int | None = None,
    kind: ControlKind | None = CONTROL,
    weight: str = "4",
    day: date = TOMORROW,
) -> PlannedWork:
    known = None if work is None else WorkId(work)
    return PlannedWork(CourseId(course), known, kind, Decimal(weight), day)


def taught(
    *,
    course: int = 30,
    subject: SubjectId = ALGEBRA,
    hours: str = "4",
    kind: CourseKind = CourseKind.LESSON,
    in_period: bool = True,
    pupil: PupilId = MASHA,
    begins: date | None = None,
    ends: date | None = None,
) -> TaughtCourse:
    title = TITLES[subject]
    return TaughtCourse(
        pupil,
        CourseId(course),
        subject,
        title,
        kind,
        Decimal(hours),
        in_period,
        begins,
        ends,
    )


def records(
    *marks: GivenMark,
    courses: Sequence[TaughtCourse] | None = None,
    coming: Sequence[PlannedWork] = (),
    of_works: Sequence[MarksOfWork] = (),
    set_marks: Sequence[SetMark] = (),
    holidays: Sequence[Holiday] = (),
) -> PeriodRecords:
    taken = [taught()] if courses is None else courses
    return PeriodRecords(marks, of_works, coming, taken, set_marks, holidays)


def subjects(
    told: PeriodRecords,
    *,
    period: Period = QUARTER,
    rules: Profile | None = None,
    today: date = TODAY,
) -> tuple[SubjectForecast, ...]:
    """Return Masha's subjects."""
    return forecasts(told, period, rules or Profile(), today).get(MASHA, ())


def algebra(told: PeriodRecords, **more: object) -> SubjectForecast:
    """Return Masha's algebra, which must be her only subject."""
    (found,) = subjects(told, **more)  # type: ignore[arg-type]  # passed through by name
    return found
