"""Views for papers: what a test does not say has a plain default."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from core.access.people import Child, Name
from core.diary.papers.agenda import Agenda, AgendaLesson, AgendaTask
from core.diary.papers.attendance import Attendance, days_of
from core.diary.papers.charting import Curve, MarkChart
from core.diary.papers.report_card import ReportCard, ReportLine
from core.diary.papers.spread import Spread
from core.diary.school_life.control_works import ControlWork
from core.diary.views import Period, ShownAbsence, ShownMark
from core.ids import CourseId, LessonId, SchoolId, WorkId
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from tests.core.builders import MASHA, TODAY, a_child

QUARTER = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))
HALF_YEAR = Period("I полугодие", PeriodKind.HALF_YEAR, date(2026, 9, 1), date(2026, 12, 28))
MADE_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
NASTY = [
    "<b>&amp;</b>",
    "Ш" * 60,
    "👩‍👩‍👧‍👦" * 15,
    "=HYPERLINK(1)+cmd|' /C calc'!A0",
    "</text><script>",
    "«»\n\t№ § \x00",
    "",
    "a",
    "Къырымтатар тили, Qırımtatar tili: ğışçñöüâ; Ґанок і їжак",
]


def a_strange_child(name: str) -> Child:
    return Child(MASHA, Name(name, name, name), name)


def a_mark(text: str = "5", *, day: date = TODAY) -> ShownMark:
    return ShownMark(MarkValue(text), "Ответ", Decimal(1), day)


def a_curve(title: str = "Алгебра", *texts: str, spread: Spread | None = None) -> Curve:
    marks = tuple(a_mark(one) for one in texts or ("5",))
    means = tuple(Decimal("4.25") if one.value.numbers else None for one in marks)
    return Curve(title, marks, means, Decimal("4.25"), spread)


def a_chart(
    *curves: Curve,
    unmarked: tuple[str, ...] = (),
    child: Child | None = None,
    period: Period | None = QUARTER,
) -> MarkChart:
    return MarkChart(child or a_child(), period, curves, unmarked, (QUARTER,))


def an_attendance(
    *missed: tuple[date, AbsenceCode],
    child: Child | None = None,
    period: Period | None = QUARTER,
    holidays: tuple[Holiday, ...] = (),
) -> Attendance:
    if period is None:
        return Attendance(child or a_child(), None)
    told = [ShownAbsence(day, 1, "Алгебра", code, ReasonState.UNKNOWN) for day, code in missed]
    sums = {code: [one.code for one in told].count(code) for code in AbsenceCode}
    days = days_of(period, told, holidays)
    return Attendance(child or a_child(), period, days, sums, (QUARTER,))


def a_report_card(
    *lines: ReportLine,
    child: Child | None = None,
    school: str = "Школа № 1",
    period: Period | None = QUARTER,
) -> ReportCard:
    return ReportCard(child or a_child(), school, MADE_AT, period, lines, (QUARTER,))


def a_lesson(day: date = TODAY, number: int = 1, **more: object) -> AgendaLesson:
    told: dict[str, object] = {"starts": time(8, 30), "ends": time(9, 15)} | more
    return AgendaLesson(CourseId(4), day, number, "Алгебра", **told)  # type: ignore[arg-type]  # a builder's freedom


def a_task(text: str = "§ 12") -> AgendaTask:
    return AgendaTask(LessonId(9), "Алгебра", text, TODAY + timedelta(days=3), MADE_AT)


def a_control(title: str = "Линейная функция", **more: object) -> ControlWork:
    told: dict[str, object] = {"work": WorkId(8), "changed_at": MADE_AT} | more
    day = TODAY + timedelta(days=4)
    return ControlWork(CourseId(4), "Алгебра", "Контрольная работа", title, day, **told)  # type: ignore[arg-type]  # a builder's freedom


def an_agenda(
    *lessons: AgendaLesson,
    tasks: tuple[AgendaTask, ...] = (),
    works: tuple[ControlWork, ...] = (),
    zone: str = "Europe/Moscow",
    child: Child | None = None,
) -> Agenda:
    return Agenda(child or a_child(), SchoolId(1), zone, MADE_AT, lessons, tasks, works)
