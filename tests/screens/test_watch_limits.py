"""Whatever a school calls its people, what a class teacher watches and hands out fits a phone."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.news.message import news
from bot.screens.paper.print_runs import paper_run, sheets_to_print
from bot.screens.parts.screen import CAPTION_LENGTH, Screen
from bot.screens.watch.missed import missed_course, missed_week, questioned
from bot.screens.watch.remarks import (
    ask_again,
    ask_other_words,
    ask_words,
    choose_kind,
    own_remarks,
    pupil_remarks,
    remark,
    taken_back,
)
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Name
from core.diary.remarks.reading import PupilRemarks
from core.ids import (
    CheckId,
    ClassId,
    CourseId,
    PaperRunId,
    PersonId,
    PupilId,
    RemarkId,
    SchoolId,
    SubjectId,
)
from core.journal.remarks.making import OpenedRemark
from core.journal.remarks.remark import (
    LONGEST_REMARK,
    FormerWords,
    Remark,
    RemarkKind,
    RemarkShelf,
)
from core.journal.values import AbsenceCode, ReasonState
from core.notices.news.absences import MissedWeekNews
from core.notices.news.paper import PaperNews
from core.notices.paper.reading import FamilySheet, PaperRunView
from core.notices.printing import NewRun, OnPaper, PaperRun, PaperSheet
from core.reports.checks import AbsenceCheck, CheckState, SubjectTeacher
from core.reports.ports import Missed
from core.reports.verifying import CourseAbsences, MissedWeek, Questioned
from tests.core.builders import NOW, TODAY, a_class_teacher
from tests.screens.phone import ROWS
from tests.screens.test_limits import (
    CHILDREN,
    FAMILIES,
    LARGEST,
    NAMES,
    PUPILS,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)
from tests.screens.views import MONDAY, RU, length, read

TITLES = st.sampled_from(["7А", "Ш" * 60, "<b>&"])
PAGES = st.integers(0, 3)
SCHOOL = SchoolId(1)
THESE, OTHERS = "a1" * 32, "b2" * 32


def a_led(title: str) -> LedClass:
    return LedClass(ClassId(LARGEST), title)


def a_check(state: CheckState, digest: str = THESE) -> AbsenceCheck:
    return AbsenceCheck(
        CheckId(LARGEST), SCHOOL, ClassId(LARGEST), CourseId(LARGEST), MONDAY, state, digest
    )


def a_course(
    number: int, title: str, child: Child, check: AbsenceCheck | None, lessons: int
) -> CourseAbsences:
    missed = tuple(
        Missed(
            child.pupil,
            MONDAY + timedelta(days=lesson % 7),
            lesson % 8 + 1,
            CourseId(LARGEST - number),
            SubjectId(1),
            title,
            title,
            AbsenceCode.ABSENT,
            ReasonState.UNKNOWN,
            str(child.pupil),
        )
        for lesson in range(lessons)
    )
    teachers = tuple(SubjectTeacher(PersonId(one), child.name) for one in range(1, 4))
    return CourseAbsences(CourseId(LARGEST - number), title, missed, teachers, THESE, check)


def assert_stands_on_a_phone(*shown: Screen) -> None:
    for screen in shown:
        assert_fits(screen)
        assert len(screen.buttons) <= ROWS


ASKED = [a_check(one, over) for one in CheckState for over in (THESE, OTHERS)]
CHECKS = st.sampled_from([None, *ASKED])


@quick
@given(SPEAKING, CHILDREN, WORDS, CHECKS, st.sampled_from([0, 1, 30]), PAGES)
def test_missed_lessons_fit(
    speech: Speech,
    child: Child,
    subject: str,
    check: AbsenceCheck | None,
    count: int,
    page: int,
) -> None:
    courses = tuple(a_course(one, subject, child, check, count) for one in range(count))
    children = {int(child.pupil): child}
    week = MissedWeek(a_class_teacher(), a_led("Ш" * 60), MONDAY, TODAY, children, courses)
    absences = courses[0] if courses else None
    asked = [Questioned(one, a_class_teacher(), absences, children) for one in ASKED]

    assert_stands_on_a_phone(
        missed_week(speech, week, page=page),
        *(
            missed_course(speech, week, one.course, page=page, others=page > 0)
            for one in courses[:1]
        ),
        *(questioned(speech, one, page=page, others=page > 0) for one in asked),
    )


@quick
@given(SPEAKING, CHILDREN, WORDS, st.integers(1, 2))
def test_news_of_missed_weeks_fit(speech: Speech, teacher: Child, title: str, count: int) -> None:
    told = [
        MissedWeekNews(teacher.pupil, teacher.name, ClassId(one), title, MONDAY, 999, 30, 30)
        for one in range(1, count + 1)
    ]

    shown = news(speech, told, recipient=PersonId(teacher.pupil))

    assert_stands_on_a_phone(shown)


def a_run(title: str) -> PaperRun:
    return PaperRun(
        PaperRunId(LARGEST), title, NewRun(SCHOOL, ClassId(LARGEST), MONDAY, TODAY, NOW)
    )


def a_paper_view(title: str, families: list[Child], handed: datetime | None) -> PaperRunView:
    sheets = tuple(
        FamilySheet(one, PaperSheet(one.pupil, OnPaper.NEVER_IN, NOW, handed)) for one in families
    )
    member = a_class_teacher()
    zone = ZoneInfo(member.zone)
    run = a_run(title)
    before, after = (replace(run, id=PaperRunId(LARGEST - one)) for one in (1, 2))
    return PaperRunView(
        Overseen(member, a_led(title)), True, TODAY, zone, run, sheets, before, after
    )


def test_namesakes_of_a_print_run_are_told_apart_by_the_patronymic() -> None:
    names = (("Егор", "Эдемович"), ("Егор", "Сергеевич"), ("Лев", "Ильич"))
    families = [
        Child(PupilId(PersonId(number)), Name(given, "Хвойный", middle))
        for number, (given, middle) in enumerate(names, start=1)
    ]

    shown = paper_run(RU, a_paper_view("5А", families, None))

    listed = [line.partition(":")[0] for line in read(shown) if "Хвойный" in line]
    assert listed == [
        "1. Хвойный Егор Эдемович",
        "2. Хвойный Егор Сергеевич",
        "3. Хвойный Лев",
    ]


@quick
@given(
    SPEAKING,
    TITLES,
    st.lists(CHILDREN, max_size=40, unique_by=lambda one: one.pupil),
    st.none() | st.just(NOW),
    PAGES,
)
def test_a_print_run_fits(
    speech: Speech, title: str, families: list[Child], handed: datetime | None, page: int
) -> None:
    view = a_paper_view(title, families, handed)
    to_print = sheets_to_print(speech, view)

    assert_stands_on_a_phone(
        paper_run(speech, view, page=page, said="paper-run-needless"), to_print
    )
    assert to_print.enclosed is None or length(to_print) <= CAPTION_LENGTH


@quick
@given(
    SPEAKING,
    st.builds(
        PaperNews,
        PUPILS,
        NAMES,
        st.just(PaperRunId(LARGEST)),
        st.just(ClassId(7)),
        st.just("Ш" * 60),
        st.just(MONDAY),
        st.just(TODAY),
        st.integers(1, 99),
    ),
)
def test_news_of_print_runs_fit_under_their_file(speech: Speech, told: PaperNews) -> None:
    screen = news(speech, [told], recipient=PersonId(9))

    assert_fits(screen)
    assert_fits(screen.in_words)
    assert screen.enclosed is not None
    assert length(screen) <= CAPTION_LENGTH


TEXTS = st.sampled_from(["Хорошо", "<" * LONGEST_REMARK, "Щ" * LONGEST_REMARK])
REMARKS = st.builds(
    Remark,
    st.sampled_from([RemarkId(1), RemarkId(LARGEST)]),
    st.just(SCHOOL),
    PUPILS,
    NAMES,
    st.sampled_from(RemarkKind),
    TEXTS,
    st.dates(date(2026, 9, 1), date(2027, 5, 28)),
    st.just(PersonId(9)),
    NAMES,
)
SHELVES = st.lists(REMARKS, max_size=40, unique_by=lambda one: one.id)


@quick
@given(SPEAKING, FAMILIES, SHELVES, st.sampled_from(RemarkShelf), st.booleans(), PAGES)
def test_a_shelf_of_remarks_fits(
    speech: Speech,
    family: list[Child],
    remarks: list[Remark],
    shelf: RemarkShelf,
    leads: bool,
    page: int,
) -> None:
    view = PupilRemarks(family[0], TODAY, shelf, tuple(remarks), 99, may_add=leads, may_open=leads)

    assert_stands_on_a_phone(
        pupil_remarks(speech, a_family(family), view, page=page),
        own_remarks(speech, remarks, page=page),
    )


@quick
@given(SPEAKING, REMARKS, st.lists(TEXTS, max_size=4), st.booleans(), st.booleans())
def test_a_remark_fits(
    speech: Speech,
    of: Remark,
    former: list[str],
    author: bool,
    leads: bool,
) -> None:
    history = tuple(FormerWords(one, NOW, PersonId(9)) for one in former)
    view = OpenedRemark(of, a_class_teacher(), author, leads, history)

    assert_stands_on_a_phone(remark(speech, view), taken_back(speech, of.child))


@quick
@given(SPEAKING, REMARKS)
def test_the_form_of_a_remark_fits(speech: Speech, of: Remark) -> None:
    assert_stands_on_a_phone(
        choose_kind(speech, of.pupil, of.child),
        ask_words(speech, of.pupil, of.child, of.kind),
        ask_again(speech, of.pupil, "not-text"),
        ask_other_words(speech, of, wrong="not-text"),
    )
