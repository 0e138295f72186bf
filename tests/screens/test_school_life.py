"""Screens of homework, lessons and the school's life fit a phone, whatever things are called."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.diary.control_works import control_works
from bot.screens.diary.days import diary_day
from bot.screens.diary.homework import homework_of_day, overdue_homework
from bot.screens.diary.programme import programme
from bot.screens.parts.screen import CAPTION_LENGTH
from bot.screens.teaching.announcements import announcements, ask_day, ask_text, preview
from bot.screens.teaching.lessons import (
    ask_homework,
    ask_recommendation,
    choose_pupil,
    draft,
    homework_file,
    lesson_form,
    my_lessons,
)
from bot.texts import Speech
from core.access.people import Actor, Child, Role
from core.diary.excuses.rules import FileKind
from core.diary.homework.ticks import OverdueHomework
from core.diary.lessons.attachments import AttachedFile, HomeworkFile
from core.diary.lessons.form import LessonForm, TaughtLesson
from core.diary.recommendations import Recommendation
from core.diary.school_life.announcing import Announcement
from core.diary.school_life.control_works import ControlWork, ControlWorks
from core.diary.school_life.programme import Programme, SubjectProgress
from core.diary.views import Assignment, DiaryDay, DiaryLesson, HomeworkBook, SchoolDay
from core.ids import AnnouncementId, CourseId, LessonId, PersonId, SchoolId
from tests.core.builders import TODAY
from tests.screens.test_limits import (
    CHILDREN,
    DAYS,
    FAMILIES,
    IDS,
    LARGEST,
    LESSONS,
    LONG,
    NAMES,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)
from tests.screens.views import length

CHECKED = datetime(2026, 11, 20, 13, 40, tzinfo=UTC)
LESSON_IDS = st.integers(LARGEST - 99, LARGEST).map(LessonId)
TASKS = st.builds(
    Assignment, WORDS, LONG, DAYS, DAYS, LESSON_IDS, st.booleans(), st.integers(0, 10)
)
UNIQUE_TASKS = st.lists(TASKS, max_size=12, unique_by=lambda one: one.lesson)
PAGES = st.integers(0, 3)
TAUGHT = st.builds(
    TaughtLesson, LESSON_IDS, DAYS, st.integers(1, 12), WORDS, LONG, LONG, st.integers(0, 10)
)


def the_pupil(child: Child) -> Actor:
    """Return the pupil as the one who looks."""
    family = a_family([child])
    member = replace(
        family.members[0],
        person=PersonId(child.pupil),
        roles=frozenset({Role.PUPIL}),
        children=(),
    )
    return replace(family, members=(member,))


@quick
@given(SPEAKING, CHILDREN, UNIQUE_TASKS, PAGES)
def test_homework_with_ticks_and_files_fits(
    speech: Speech, child: Child, tasks: list[Assignment], page: int
) -> None:
    book = HomeworkBook(child, TODAY, TODAY, tuple(tasks), CHECKED)
    overdue = OverdueHomework(child, TODAY, TODAY, tuple(tasks))

    for actor in (the_pupil(child), a_family([child])):
        assert_fits(homework_of_day(speech, actor, book, page=page))
        assert_fits(overdue_homework(speech, actor, overdue, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(
        st.builds(
            ControlWork,
            st.just(CourseId(1)),
            WORDS,
            LONG,
            LONG,
            DAYS,
            st.none() | st.integers(1, 12),
        ),
        max_size=20,
    ),
    PAGES,
)
def test_control_works_fit(
    speech: Speech, family: list[Child], works: list[ControlWork], page: int
) -> None:
    view = ControlWorks(family[0], TODAY, tuple(works))

    assert_fits(control_works(speech, a_family(family), view, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(
        st.builds(
            SubjectProgress,
            WORDS,
            st.integers(0, 400),
            st.decimals(0, 400, places=1),
            st.none() | st.integers(0, 100),
            LONG,
        ),
        max_size=18,
    ),
    PAGES,
)
def test_a_programme_fits(
    speech: Speech, family: list[Child], subjects: list[SubjectProgress], page: int
) -> None:
    view = Programme(family[0], tuple(subjects))

    assert_fits(programme(speech, a_family(family), view, page=page))


@quick
@given(
    SPEAKING,
    st.lists(TAUGHT, max_size=14, unique_by=lambda one: one.id),
    st.lists(CHILDREN, max_size=30, unique_by=lambda one: one.pupil),
    LONG,
    PAGES,
)
def test_a_teacher_s_screens_fit(
    speech: Speech, lessons: list[TaughtLesson], pupils: list[Child], text: str, page: int
) -> None:
    assert_fits(my_lessons(speech, lessons, page=page))
    for lesson in lessons[:1]:
        form = LessonForm(lesson, tuple(pupils))
        assert_fits(lesson_form(speech, form, note="lesson-saved"))
        assert_fits(ask_homework(speech, form))
        assert_fits(draft(speech, form, text, 10, "refusal-too-many-files"))
        assert_fits(choose_pupil(speech, form, page=page))
        assert_fits(ask_recommendation(speech, form, LARGEST))


@quick
@given(SPEAKING, FAMILIES, LONG, st.sampled_from(FileKind), st.integers(0, 9))
def test_a_file_of_homework_fits_below_itself(
    speech: Speech, family: list[Child], name: str, kind: FileKind, at: int
) -> None:
    file = AttachedFile(kind, "reference", name, 1)
    view = HomeworkFile(family[0], LessonId(LARGEST), file, at, 10)

    screen = homework_file(speech, a_family(family), view)

    assert_fits(screen)
    assert length(screen) <= CAPTION_LENGTH


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(LESSONS, max_size=14),
    st.lists(st.builds(Recommendation, WORDS, NAMES, LONG, DAYS), max_size=5),
    PAGES,
)
def test_a_day_with_recommendations_fits(
    speech: Speech,
    family: list[Child],
    lessons: list[DiaryLesson],
    advice: list[Recommendation],
    page: int,
) -> None:
    day = SchoolDay(family[0], TODAY, DiaryDay(TODAY, tuple(lessons)), tuple(advice))

    assert_fits(diary_day(speech, a_family(family), day, page=page))


@quick
@given(
    SPEAKING,
    st.lists(
        st.builds(Announcement, IDS.map(AnnouncementId), LONG, DAYS, NAMES, st.just(CHECKED)),
        max_size=6,
    ),
    LONG,
    DAYS,
)
def test_announcements_fit(
    speech: Speech, found: list[Announcement], text: str, day: object
) -> None:
    school = SchoolId(LARGEST)
    member = replace(
        a_family([Child(LARGEST, found[0].by if found else None)]).members[0],  # type: ignore[arg-type]  # nobody asks
        school=school,
    )

    assert_fits(announcements(speech, member, found, note="announcement-sent"))
    assert_fits(ask_text(speech, school, wrong="refusal-text-too-long"))
    assert_fits(ask_day(speech, school, text, [TODAY], wrong="refusal-announcement-day"))
    assert_fits(preview(speech, school, text, TODAY, stamp=2**32 - 1))
