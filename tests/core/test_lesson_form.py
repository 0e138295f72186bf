"""Who may fill in the form of a lesson, and what is none of its business."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from core.access.people import Actor, Child, Role
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import MOST_FILES, AttachedFile, TooManyFiles
from core.diary.lessons.form import (
    GiveHomework,
    LessonClosed,
    LessonTeacher,
    ReadLessonForm,
    ReadMyLessons,
    Recommend,
    TaughtLesson,
)
from core.diary.school_life.announcing import (
    Announce,
    Announcement,
    AnnouncementEmpty,
    DayOutOfReach,
)
from core.errors import NotActivated, NotFound
from core.ids import LessonId, PersonId, SchoolId
from core.journal.lesson_records import SetHomework
from core.journal.records import Lesson
from core.wording import TextWrong
from tests.core.builders import (
    LESSON,
    SCHOOL,
    TEACHER,
    TODAY,
    Heard,
    StoppedClock,
    a_class_teacher,
    a_lesson,
    a_member,
    an_actor,
)

NINA = an_actor(a_class_teacher())
PHOTO = AttachedFile(FileKind.PHOTO, "photo", "", 1)


@dataclass
class Journal:
    """One lesson of the teacher, which may be gone; nothing else is asked of it."""

    found: Lesson | None = field(default_factory=a_lesson)
    kept: list[AttachedFile] = field(default_factory=list)

    async def lesson(self, lesson: LessonId) -> Lesson | None:
        return self.found

    async def teaches(self, person: PersonId, lesson: LessonId) -> bool:
        return person == TEACHER

    async def lessons_of(
        self, teacher: PersonId, first: date, last: date
    ) -> Sequence[TaughtLesson]:
        return []

    async def taught_lesson(self, lesson: LessonId) -> TaughtLesson | None:
        return None

    async def pupils_of_lesson(self, lesson: LessonId) -> Sequence[Child]:
        return []

    async def of_lesson(self, lesson: LessonId) -> Sequence[AttachedFile]:
        return self.kept

    async def attach(self, *_: object, **__: object) -> None:
        """Keep nothing."""

    async def announced(self, school: SchoolId) -> Sequence[Announcement]:
        return []

    def teacher(self) -> LessonTeacher:
        return LessonTeacher(self, self, StoppedClock())  # type: ignore[arg-type]  # what is asked of it


async def gives(journal: Journal, text: str, files: int = 0, actor: Actor = NINA) -> Heard:
    heard = Heard()
    set_homework = SetHomework(journal, heard, StoppedClock())  # type: ignore[arg-type]  # as above
    use_case = GiveHomework(journal.teacher(), journal, set_homework)  # type: ignore[arg-type]  # as above
    await use_case(actor, LESSON, text=text, files=[PHOTO] * files)
    return heard


async def test_a_stranger_has_no_lessons_and_no_form() -> None:
    journal = Journal()

    with pytest.raises(NotActivated):
        await ReadMyLessons(journal, StoppedClock())(an_actor())  # type: ignore[arg-type]  # as above
    with pytest.raises(NotActivated):
        await gives(journal, "§ 1", actor=an_actor())


async def test_a_lesson_that_is_gone_has_no_form() -> None:
    journal = Journal(found=None)

    with pytest.raises(NotFound):
        await ReadLessonForm(journal.teacher())(NINA, LESSON)
    with pytest.raises(NotFound):
        await gives(journal, "§ 1")


@pytest.mark.parametrize(("days", "open_"), [(7, True), (8, False), (-30, True)])
async def test_a_lesson_takes_homework_for_a_week(days: int, open_: bool) -> None:
    journal = Journal(replace(a_lesson(homework="№ 1"), day=TODAY - timedelta(days=days)))

    refused = nullcontext() if open_ else pytest.raises(LessonClosed)

    with refused:
        await gives(journal, "")


async def test_more_files_than_one_homework_takes_are_refused_with_those_kept() -> None:
    journal = Journal(kept=[PHOTO] * (MOST_FILES - 1))

    with pytest.raises(TooManyFiles):
        await gives(journal, "§ 1", files=2)


async def test_the_same_homework_without_new_files_is_no_news() -> None:
    journal = Journal(found=a_lesson(homework="§ 1"))

    heard = await gives(journal, "§ 1")

    assert heard.facts == []


async def test_a_recommendation_needs_words() -> None:
    journal = Journal()
    recommend = Recommend(journal.teacher(), journal, Heard())  # type: ignore[arg-type]  # as above

    with pytest.raises(TextWrong):
        await recommend(NINA, LESSON, " \n ", pupil=None)


WRONG = {
    "no words": (" ", TODAY, AnnouncementEmpty),
    "a day long past": ("Дневник здесь", date(1999, 12, 31), DayOutOfReach),
    "a day far ahead": ("Дневник здесь", date(2100, 1, 1), DayOutOfReach),
}


@pytest.mark.parametrize(("text", "day", "refusal"), WRONG.values(), ids=WRONG)
async def test_an_announcement_needs_words_and_a_day(
    text: str, day: date, refusal: type[Exception]
) -> None:
    head = an_actor(a_member(roles=(Role.HEAD,)))
    announce = Announce(Journal(), Heard(), StoppedClock())  # type: ignore[arg-type]  # as above

    with pytest.raises(refusal):
        await announce(head, SCHOOL, text, day)
