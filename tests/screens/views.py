"""Views for screens: what a test does not say has a plain default."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from bot.screens.parts.screen import Screen
from bot.texts import Speech, Texts
from core.access.people import Child, Name
from core.diary.views import (
    Absences,
    DiaryDay,
    DiaryLesson,
    DiaryWeek,
    HomeworkBook,
    Period,
    PeriodMarks,
    SchoolDay,
    ShownAbsence,
    ShownMark,
    SubjectMarks,
)
from core.ids import SubjectId
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkNews,
    ReplacementNews,
    UnreachableNews,
)
from sandbox.engine.text import utf16
from sandbox.engine.text.html import parse_html
from tests.core.builders import MASHA, PETYA, TODAY, a_child, a_guardian, a_name, an_actor

TEXTS = Texts.load()
RU, EN = TEXTS.of("ru"), TEXTS.of("en")
SPEECHES: tuple[Speech, ...] = (RU, EN)
MONDAY = date(2026, 11, 16)
CHECKED = datetime(2026, 11, 20, 13, 40, tzinfo=UTC)
QUARTERS = (
    Period("I четверть", PeriodKind.QUARTER, date(2026, 9, 1), date(2026, 10, 25)),
    Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27)),
    Period("III четверть", PeriodKind.QUARTER, date(2027, 1, 11), date(2027, 3, 21)),
)
MOTHER_OF_ONE = an_actor(a_guardian(a_child()))
MOTHER_OF_TWO = an_actor(a_guardian(a_child(), a_child(PETYA, "Петя")))


def a_shown_mark(
    text: str = "5", *, work: str = "Контрольная работа", weight: str = "1", day: date = MONDAY
) -> ShownMark:
    return ShownMark(MarkValue(text), work, Decimal(weight), day)


def a_diary_lesson(
    day: date = TODAY,
    number: int = 1,
    subject: str = "Алгебра",
    **more: object,
) -> DiaryLesson:
    given: dict[str, object] = {"starts": time(8, 30), "ends": time(9, 15)} | more
    return DiaryLesson(day, number, subject, **given)  # type: ignore[arg-type]  # a builder's freedom


def a_week(*lessons: DiaryLesson, child: Child | None = None, holiday: str = "") -> DiaryWeek:
    days = (MONDAY + timedelta(days=offset) for offset in range(7))
    return DiaryWeek(
        child or a_child(),
        TODAY,
        tuple(
            DiaryDay(day, tuple(one for one in lessons if one.day == day), holiday) for day in days
        ),
    )


def a_day(*lessons: DiaryLesson, child: Child | None = None, holiday: str = "") -> SchoolDay:
    return SchoolDay(child or a_child(), TODAY, DiaryDay(TODAY, lessons, holiday))


def subject_marks(
    *marks: ShownMark,
    subject: int = 3,
    title: str = "Алгебра",
    mean: str | None = "4.38",
    final: str | None = None,
) -> SubjectMarks:
    return SubjectMarks(
        SubjectId(subject),
        title,
        marks,
        Decimal(mean) if mean else None,
        MarkValue(final) if final else None,
    )


def a_period_of_marks(*subjects: SubjectMarks, child: Child | None = None) -> PeriodMarks:
    return PeriodMarks(child or a_child(), QUARTERS[1], subjects, QUARTERS)


def a_homework_book(*assignments: object, day: date = TODAY + timedelta(days=1)) -> HomeworkBook:
    return HomeworkBook(a_child(), day, TODAY, assignments, CHECKED)  # type: ignore[arg-type]  # a builder's freedom


def an_absence(
    code: AbsenceCode = AbsenceCode.ABSENT, reason: ReasonState = ReasonState.UNKNOWN
) -> ShownAbsence:
    return ShownAbsence(TODAY, 1, "История", code, reason)


def some_absences(*missed: ShownAbsence) -> Absences:
    return Absences(a_child(), QUARTERS[1], missed)


def mark_news(
    value: str | None = "5",
    *,
    before: str | None = None,
    subject: str = "Алгебра",
    child: Child | None = None,
    weight: str = "4",
) -> MarkNews:
    whose = child or a_child()
    return MarkNews(
        about=whose.pupil,
        child=whose.name,
        subject=subject,
        work="Контрольная работа «Линейная функция»",
        weight=Decimal(weight),
        day=date(2026, 11, 18),
        before=MarkValue(before) if before else None,
        value=MarkValue(value) if value else None,
        mean_before=Decimal("4.25"),
        mean=Decimal("4.38"),
    )


def absence_news(
    code: AbsenceCode = AbsenceCode.ABSENT,
    reason: ReasonState = ReasonState.UNKNOWN,
    *,
    stands: bool = True,
) -> AbsenceNews:
    return AbsenceNews(
        MASHA, a_name(), "История", TODAY, 1, time(8, 30), code, reason, stands=stands
    )


def homework_news(text: str = "§ 12, упр. 3", *, changed: bool = False) -> HomeworkNews:
    due = date(2026, 11, 23)
    return HomeworkNews(MASHA, a_name(), "Физика", TODAY, due, text, changed=changed)


def replacement_news(teacher: Name | None = None) -> ReplacementNews:
    return ReplacementNews(MASHA, a_name(), "Химия", TODAY, 3, teacher)


def unreachable_news() -> UnreachableNews:
    return UnreachableNews(MASHA, a_name(), a_name("Анна"))


def read(screen: Screen) -> list[str]:
    """Return the lines as a person reads them; fails where Telegram would refuse the markup."""
    text, _ = parse_html(screen.text)
    return text.split("\n")


def length(screen: Screen) -> int:
    """Return the length that Telegram counts: after entities, in UTF-16."""
    return utf16.length(parse_html(screen.text)[0])


def labels(screen: Screen) -> list[list[str]]:
    return [[one.label for one in row] for row in screen.buttons]
