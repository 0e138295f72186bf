"""Whatever a school calls its people and things, a screen fits Telegram and stays valid."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.callbacks.places import OpenMenu, Place
from bot.screens.diary.absences import absences_of_period
from bot.screens.diary.days import diary_day, diary_week
from bot.screens.diary.homework import homework_of_day
from bot.screens.diary.marks import marks_by_subject, marks_of_subject
from bot.screens.diary.timetable import timetable_day, timetable_week
from bot.screens.news.message import news
from bot.screens.parts.screen import TOAST_LENGTH, Screen
from bot.screens.people.menu import menu
from bot.screens.people.persons import activated, children, class_list
from bot.texts import Speech
from core.access.people import (
    Account,
    Actor,
    Address,
    Channel,
    Child,
    LedClass,
    Member,
    Name,
    Role,
)
from core.diary.views import (
    Absences,
    Assignment,
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
from core.ids import AccountId, ClassId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import AbsenceCode, LessonState, MarkValue, PeriodKind, ReasonState
from core.notices.ledger import Change
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkNews,
    ReplacementNews,
    UnreachableNews,
)
from core.notices.news.school import (
    AnnouncementNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
)
from tests.core.builders import TODAY
from tests.screens.views import MONDAY, RU, SPEECHES, length, read

LARGEST = 2**63 - 1
EXTREME = [
    "О'Нил",
    "<b>&amp;</b>",
    "Ш" * 60,
    "👩‍👩‍👧‍👦" * 15,
    "&" * 60,
    "<" * 60,
    "«»\n\t№ §",
    "a",
]
WORDS = st.one_of(st.sampled_from(EXTREME), st.text(min_size=1, max_size=60))
LONG = st.one_of(st.sampled_from([one * 60 for one in EXTREME]), WORDS)
MARK = st.sampled_from(["5", "3/5", "pass", "none"]).map(MarkValue)
DAYS = st.dates(date(2026, 9, 1), date(2027, 5, 28))
WEIGHTS = st.sampled_from([Decimal(1), Decimal("1.5"), Decimal("10.00")])
MEANS = st.none() | st.decimals(1, 5, places=2)
NAMES = st.builds(Name, WORDS, WORDS, WORDS)
IDS = st.sampled_from([1, 2, LARGEST])
SHOWN_MARKS = st.builds(ShownMark, MARK, LONG, WEIGHTS, DAYS)
TIMES = st.none() | st.just(time(8, 30))
LESSONS = st.builds(
    DiaryLesson,
    day=st.just(TODAY),
    number=st.integers(1, 12),
    subject=WORDS,
    starts=TIMES,
    ends=TIMES,
    room=WORDS,
    state=st.sampled_from(LessonState),
    homework=LONG,
    homework_due=st.none() | DAYS,
    teacher=st.none() | NAMES,
    replaced=st.booleans(),
    marks=st.lists(SHOWN_MARKS, max_size=9).map(tuple),
    absence=st.none() | st.sampled_from(AbsenceCode),
)
PUPILS = IDS.map(PersonId).map(PupilId)
CHILDREN = st.builds(Child, PUPILS, NAMES, st.sampled_from(["", "7А", "Ш" * 60]))
FAMILIES = st.lists(CHILDREN, min_size=1, max_size=9, unique_by=lambda one: one.pupil)
NEWS = st.one_of(
    st.builds(
        MarkNews,
        PUPILS,
        NAMES,
        WORDS,
        LONG,
        WEIGHTS,
        DAYS,
        st.none() | MARK,
        st.none() | MARK,
        MEANS,
        MEANS,
    ),
    st.builds(
        AbsenceNews,
        PUPILS,
        NAMES,
        WORDS,
        DAYS,
        st.integers(1, 12),
        TIMES,
        st.sampled_from(AbsenceCode),
        st.sampled_from(ReasonState),
        st.booleans(),
    ),
    st.builds(HomeworkNews, PUPILS, NAMES, WORDS, DAYS, st.none() | DAYS, LONG, st.booleans()),
    st.builds(ReplacementNews, PUPILS, NAMES, WORDS, DAYS, st.integers(1, 12), st.none() | NAMES),
    st.builds(UnreachableNews, PUPILS, NAMES, NAMES),
    st.builds(
        EventNews,
        PUPILS,
        NAMES,
        LONG,
        LONG,
        DAYS,
        DAYS,
        st.booleans(),
        st.sampled_from(Change),
        st.booleans(),
    ),
    st.builds(
        MoveNews,
        PUPILS,
        NAMES,
        WORDS,
        st.none() | DAYS,
        st.none() | st.integers(1, 12),
        DAYS,
        st.integers(1, 12),
    ),
    st.builds(
        ControlWorkNews, PUPILS, NAMES, WORDS, LONG, LONG, DAYS, st.none() | st.integers(1, 12)
    ),
    st.builds(RecommendationNews, PUPILS, NAMES, WORDS, st.none() | NAMES, LONG, DAYS),
    st.builds(AnnouncementNews, PUPILS, NAMES, WORDS, LONG, DAYS),
)
SPEAKING = st.sampled_from(SPEECHES)
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def a_family(children_of: list[Child], *, school: str = "Школа", leads: int = 0) -> Actor:
    member = Member(
        PersonId(LARGEST),
        SchoolId(1),
        school,
        "Europe/Moscow",
        children_of[0].name,
        frozenset({Role.GUARDIAN}),
        children=tuple(children_of),
        leads=tuple(LedClass(ClassId(LARGEST - number), "Ш" * 60) for number in range(leads)),
    )
    return Actor(Account(AccountId(1), Address(Channel.TELEGRAM, "1")), (member,))


def assert_fits(screen: Screen) -> None:
    assert len(read(screen)) <= 12
    assert 1 <= length(screen) <= 4096
    assert screen.toast is None or len(screen.toast) <= TOAST_LENGTH
    buttons = [one for row in screen.buttons for one in row]
    assert all(1 <= len(one.callback_data.encode()) <= 64 for one in buttons)
    assert all(one.label for one in buttons)
    assert all(len(row) <= 8 for row in screen.buttons)
    assert len({one.callback_data for one in buttons}) == len(buttons)


@quick
@given(SPEAKING, FAMILIES, st.lists(LESSONS, max_size=14), st.integers(0, 3), WORDS)
def test_a_diary_fits(
    speech: Speech, family: list[Child], lessons: list[DiaryLesson], page: int, holiday: str
) -> None:
    days = (MONDAY + timedelta(days=offset) for offset in range(7))
    week = DiaryWeek(
        family[0], TODAY, tuple(DiaryDay(day, tuple(lessons), holiday) for day in days)
    )
    day = SchoolDay(family[0], TODAY, week.days[TODAY.weekday()])
    actor = a_family(family)

    assert_fits(diary_week(speech, actor, week))
    assert_fits(diary_day(speech, actor, day, page=page))
    assert_fits(timetable_week(speech, actor, week))
    assert_fits(timetable_day(speech, actor, day, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    WORDS,
    st.lists(
        st.builds(
            SubjectMarks,
            st.integers(1, 50).map(SubjectId),
            WORDS,
            st.lists(SHOWN_MARKS, max_size=20).map(tuple),
            MEANS,
            st.none() | MARK,
        ),
        max_size=18,
        unique_by=lambda one: one.subject,
    ),
    st.integers(0, 3),
)
def test_marks_fit(
    speech: Speech, family: list[Child], title: str, subjects: list[SubjectMarks], page: int
) -> None:
    periods = tuple(
        Period(title, PeriodKind.QUARTER, date(2026, month, 1), date(2026, month, 28))
        for month in (9, 10, 11)
    )
    marks = PeriodMarks(family[0], periods[1], tuple(subjects), periods)
    actor, subject = a_family(family), subjects[0].subject if subjects else SubjectId(1)

    assert_fits(marks_by_subject(speech, actor, marks, page=page))
    assert_fits(marks_of_subject(speech, actor, marks, subject=subject, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(st.builds(Assignment, WORDS, LONG, DAYS, DAYS), max_size=12),
    st.integers(0, 5),
)
def test_homework_fits(
    speech: Speech, family: list[Child], assignments: list[Assignment], page: int
) -> None:
    checked = datetime(2026, 11, 20, 13, 40, tzinfo=UTC)
    book = HomeworkBook(family[0], TODAY, TODAY, tuple(assignments), checked)

    assert_fits(homework_of_day(speech, a_family(family), book, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    WORDS,
    st.lists(
        st.builds(
            ShownAbsence,
            DAYS,
            st.integers(1, 12),
            WORDS,
            st.sampled_from(AbsenceCode),
            st.sampled_from(ReasonState),
        ),
        max_size=30,
    ),
    st.integers(0, 3),
)
def test_absences_fit(
    speech: Speech, family: list[Child], title: str, missed: list[ShownAbsence], page: int
) -> None:
    period = Period(title, PeriodKind.QUARTER, date(2026, 9, 1), date(2026, 10, 25))
    view = Absences(family[0], period, tuple(missed))

    assert_fits(absences_of_period(speech, a_family(family), view, running=not page, page=page))


@quick
@given(SPEAKING, FAMILIES, LONG, st.integers(0, 3), st.integers(0, 4))
def test_screens_about_people_fit(
    speech: Speech, family: list[Child], school: str, page: int, leads: int
) -> None:
    actor = a_family(family, school=school, leads=leads)
    pupils = [
        Child(PupilId(PersonId(LARGEST - number)), family[0].name, "7А") for number in range(31)
    ]

    assert_fits(activated(speech, actor, PersonId(LARGEST)))
    assert_fits(menu(speech, actor, family[0]))
    assert_fits(children(speech, actor, place=Place.DIARY, page=page))
    assert_fits(class_list(speech, LedClass(ClassId(LARGEST), school), pupils, page=page))


@quick
@given(SPEAKING, st.lists(NEWS, min_size=1, max_size=40), st.sampled_from([1, 9]))
def test_news_fit(speech: Speech, told: list[object], recipient: int) -> None:
    screen = news(speech, told, recipient=PersonId(recipient))  # type: ignore[arg-type]  # any news

    assert_fits(screen)
    assert screen.neutral


CHILD = Child(PupilId(PersonId(1)), Name("Маша", "Орлова"), "7А")
EMPTY_WEEK = DiaryWeek(
    CHILD, TODAY, tuple(DiaryDay(MONDAY + timedelta(days=offset)) for offset in range(7))
)
EMPTY_DAY = SchoolDay(CHILD, TODAY, DiaryDay(TODAY))
OF_A_CHILD = [
    diary_week(RU, a_family([CHILD]), EMPTY_WEEK),
    diary_day(RU, a_family([CHILD]), EMPTY_DAY),
    timetable_day(RU, a_family([CHILD]), EMPTY_DAY),
    timetable_week(RU, a_family([CHILD]), EMPTY_WEEK),
    marks_by_subject(RU, a_family([CHILD]), PeriodMarks(CHILD, None)),
    absences_of_period(RU, a_family([CHILD]), Absences(CHILD, None, ()), running=True),
    homework_of_day(
        RU,
        a_family([CHILD]),
        HomeworkBook(CHILD, TODAY, TODAY, (), datetime(2026, 11, 20, tzinfo=UTC)),
    ),
]


@pytest.mark.parametrize("screen", OF_A_CHILD)
def test_the_way_back_is_the_last_button_on_every_screen_of_a_child(screen: Screen) -> None:
    assert screen.buttons[-1][-1].callback_data == OpenMenu(pupil=CHILD.pupil).pack()
