"""A teacher's short form for a lesson: homework with files, and recommendations (F4, J3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.gate import closed_to
from core.access.people import Actor, Child, Member
from core.clock import Clock, today
from core.diary.lessons.attachments import MOST_FILES, AttachedFile, Attachments, TooManyFiles
from core.diary.recommendations import Recommendations
from core.errors import NotActivated, NotFound, RuleBroken
from core.facts import Facts, Origin
from core.ids import LessonId, PersonId, PupilId
from core.journal.lesson_records import SetHomework
from core.journal.ports import Register
from core.journal.school_facts import RecommendationGiven
from core.wording import said_in_a_line

LONGEST_TEXT: Final = 1500
_BACK: Final = timedelta(days=7)


class LessonClosed(RuleBroken):
    """A lesson older than the form's list shows: what is noted of it now reaches nobody in time.

    Homework is due on the lesson's day (J3); what comes some days late is still of use.
    """

    code = "lesson-closed"


class HomeworkEmpty(RuleBroken):
    """Files alone are no homework: a word says what to do with them."""

    code = "homework-empty"


class TextTooLong(RuleBroken):
    """A text longer than anybody reads on a phone."""

    code = "text-too-long"


@dataclass(frozen=True, slots=True)
class TaughtLesson:
    """A lesson as its teacher sees it in a list; `group` is the course's name with the class."""

    id: LessonId
    day: date
    number: int
    subject: str
    group: str
    homework: str
    files: int = 0


@dataclass(frozen=True, slots=True)
class LessonForm:
    """A lesson with the pupils whom it is for."""

    lesson: TaughtLesson
    pupils: tuple[Child, ...]


class TeachingBook(Protocol):
    """Lessons by who gives them."""

    async def lessons_of(
        self, teacher: PersonId, first: date, last: date
    ) -> Sequence[TaughtLesson]:
        """Return lessons of the days that the person gives or whose course is the person's.

        Cancelled ones are none; the latest comes first.
        """
        ...

    async def taught_lesson(self, lesson: LessonId) -> TaughtLesson | None:
        """Return a lesson, or None where it is no more."""
        ...

    async def pupils_of_lesson(self, lesson: LessonId) -> Sequence[Child]:
        """Return the pupils of a lesson's course on its day, by family name."""
        ...


@dataclass(frozen=True, slots=True)
class ReadMyLessons:
    """Open the lessons of today, and of the last day before it that had any."""

    book: TeachingBook
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[TaughtLesson]:
        """Return them with the latest first, of every school of the person."""
        if actor.is_stranger:
            raise NotActivated
        found: list[TaughtLesson] = []
        for member in actor.members:
            now = today(self.clock, ZoneInfo(member.zone))
            lessons = await self.book.lessons_of(member.person, now - _BACK, now)
            before = [one.day for one in lessons if one.day < now]
            shown = {now, *before[:1]}
            found += [one for one in lessons if one.day in shown]
        return found


@dataclass(frozen=True, slots=True)
class LessonTeacher:
    """Knows whose lesson it is: its course's teacher's, and who gives it (J12)."""

    register: Register
    book: TeachingBook
    clock: Clock

    async def must_teach(self, actor: Actor, lesson: LessonId) -> PersonId:
        """Return as whom the actor teaches the lesson; raise AccessRefused for anybody else.

        Raise LessonClosed for one of more than a week ago, NotFound for one that is gone.
        """
        for member in actor.members:
            if await self.register.teaches(member.person, lesson):
                await self._must_be_open(member, lesson)
                return member.person
        raise closed_to(actor)

    async def _must_be_open(self, member: Member, lesson: LessonId) -> None:
        given = await self.register.lesson(lesson)
        if given is None:
            raise NotFound
        if given.day < today(self.clock, ZoneInfo(member.zone)) - _BACK:
            raise LessonClosed


@dataclass(frozen=True, slots=True)
class ReadLessonForm:
    """Open the form of a lesson."""

    teacher: LessonTeacher

    async def __call__(self, actor: Actor, lesson: LessonId) -> LessonForm:
        """Return the lesson with its pupils."""
        await self.teacher.must_teach(actor, lesson)
        known = await self.teacher.book.taught_lesson(lesson)
        if known is None:
            raise NotFound
        return LessonForm(known, tuple(await self.teacher.book.pupils_of_lesson(lesson)))


@dataclass(frozen=True, slots=True)
class GiveHomework:
    """The lesson's teacher sets its homework, with photos and files."""

    teacher: LessonTeacher
    attachments: Attachments
    set_homework: SetHomework

    async def __call__(
        self, actor: Actor, lesson: LessonId, *, text: str, files: Sequence[AttachedFile] = ()
    ) -> None:
        """Set it all at once, so that families hear once.

        Without a text what stands there stays; where nothing does, files alone are refused.
        """
        person = await self.teacher.must_teach(actor, lesson)
        given = await self.teacher.register.lesson(lesson)
        if given is None:
            raise NotFound
        set_now = checked(text) or given.homework
        if not set_now:
            raise HomeworkEmpty
        kept = await self.attachments.of_lesson(lesson)
        if len(kept) + len(files) > MOST_FILES:
            raise TooManyFiles
        await self.set_homework(person, lesson, set_now, due=given.homework_due, anew=bool(files))
        await self.attachments.attach(lesson, files, by=person, at=self.teacher.clock.now())


@dataclass(frozen=True, slots=True)
class DetachFiles:
    """The lesson's teacher takes the files of its homework away."""

    teacher: LessonTeacher
    attachments: Attachments

    async def __call__(self, actor: Actor, lesson: LessonId) -> None:
        """Take them away; none to take changes nothing."""
        await self.teacher.must_teach(actor, lesson)
        await self.attachments.detach(lesson, at=self.teacher.clock.now())


@dataclass(frozen=True, slots=True)
class Recommend:
    """The lesson's teacher recommends something to a pupil, or to all whom it is for."""

    teacher: LessonTeacher
    recommendations: Recommendations
    facts: Facts

    async def __call__(
        self, actor: Actor, lesson: LessonId, text: str, *, pupil: PupilId | None
    ) -> None:
        """Keep it; the families hear. Raise TextWrong where nothing is said.

        Raise NotFound for a pupil whom the lesson is not for.
        """
        person = await self.teacher.must_teach(actor, lesson)
        given = await self.teacher.register.lesson(lesson)
        pupils = await self.teacher.book.pupils_of_lesson(lesson)
        taught = pupil is None or any(one.pupil == pupil for one in pupils)
        if given is None or not taught:
            raise NotFound
        said = said_in_a_line(text, longest=LONGEST_TEXT)
        now = self.teacher.clock.now()
        number = await self.recommendations.give(lesson, pupil, said, by=person, at=now)
        fact = RecommendationGiven(given.school, now, Origin(person), number, lesson, pupil)
        await self.facts.record([fact])


def checked(text: str) -> str:
    """Return a text in one line; raise TextTooLong where nobody would read it."""
    said = " ".join(text.split())
    if len(said) > LONGEST_TEXT:
        raise TextTooLong
    return said
