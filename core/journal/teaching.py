"""Whose the journal's cells are: its teacher's of the day, and who gave the lesson (J12)."""

from core.errors import AccessRefused, NotFound
from core.ids import LessonId, PersonId, WorkId
from core.journal.ports import Markbook, Register
from core.journal.records import Lesson, Work


async def must_teach_lesson(register: Register, teacher: PersonId, lesson: LessonId) -> Lesson:
    """Return the lesson; raise AccessRefused for who does not teach it, NotFound for a gone one.

    What somebody else teaches is refused before anybody learns whether it is there.
    """
    if not await register.teaches(teacher, lesson):
        raise AccessRefused
    found = await register.lesson(lesson)
    if found is None:
        raise NotFound
    return found


async def must_teach_work(markbook: Markbook, teacher: PersonId, work: WorkId) -> Work:
    """Return the work; raise AccessRefused for who does not teach it, NotFound for a gone one."""
    if not await markbook.teaches_work(teacher, work):
        raise AccessRefused
    found = await markbook.work(work)
    if found is None:
        raise NotFound
    return found
