"""What a teacher notes of a lesson besides marks: who was away, the homework, who stood in."""

from dataclasses import dataclass
from datetime import date

from core.access.gate import ClassLists, SchoolClasses, must_decide_on
from core.access.people import Actor
from core.clock import Clock
from core.errors import AccessRefused, NotFound
from core.facts import Facts, Origin
from core.ids import LessonId, PersonId, PupilId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    LessonReplaced,
)
from core.journal.ports import ProvedReasons, Register
from core.journal.records import Absence, Lesson
from core.journal.teaching import must_teach_lesson
from core.journal.values import AbsenceCode, ReasonState


@dataclass(frozen=True, slots=True)
class RecordAbsence:
    """A teacher notes on the day that a pupil is not there (E3 2.11)."""

    register: Register
    proved: ProvedReasons
    facts: Facts
    clock: Clock

    async def __call__(
        self,
        teacher: PersonId,
        lesson: LessonId,
        *,
        pupil: PupilId,
        code: AbsenceCode = AbsenceCode.ABSENT,
        reason: ReasonState = ReasonState.UNKNOWN,
    ) -> Absence:
        """Return the absence; one that is noted already stays as it is.

        Where the class teacher has seen a document for the lesson, that is the reason (J4).
        """
        missed = await must_teach_lesson(self.register, teacher, lesson)
        noted = await self.register.absence(lesson, pupil)
        if noted is not None:
            return noted
        document = ""
        proof = await self.proved.proved(pupil, missed.day, missed.number)
        if proof is not None and code is not AbsenceCode.LATE:
            code, reason, document = proof.of(code), ReasonState.CONFIRMED, proof.document
        by, now = Origin(teacher), self.clock.now()
        absence = await self.register.record_absence(
            lesson, pupil, code, reason=reason, document=document, by=by, at=now
        )
        fact = AbsenceRecorded(
            missed.school, now, by, absence.id, pupil, missed.day, code, reason, document
        )
        await self.facts.record([fact])
        return absence


@dataclass(frozen=True, slots=True)
class ReviseAbsence:
    """A class teacher puts the reason of an absence into the journal, by a document (J4)."""

    register: Register
    lists: ClassLists
    classes: SchoolClasses
    facts: Facts
    clock: Clock

    async def __call__(
        self,
        class_teacher: Actor,
        lesson: LessonId,
        *,
        pupil: PupilId,
        code: AbsenceCode,
        reason: ReasonState,
        document: str = "",
    ) -> None:
        """Revise the absence; the same again changes nothing. Raise NotFound without one."""
        member = await must_decide_on(class_teacher, pupil, self.lists, self.classes)
        missed = await _known(self.register, lesson)
        noted = await self.register.absence(lesson, pupil)
        if noted is None:
            raise NotFound
        if (noted.code, noted.reason) == (code, reason):
            return
        by, now = Origin(member.person), self.clock.now()
        await self.register.revise_absence(
            noted.id, code, reason=reason, document=document, by=by, at=now
        )
        fact = AbsenceRevised(
            missed.school,
            now,
            by,
            noted.id,
            pupil,
            missed.day,
            noted.code,
            noted.reason,
            code,
            reason,
            noted.document,
            document,
        )
        await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class TakeBackAbsence:
    """A teacher noted an absence by mistake, or the pupil came after all."""

    register: Register
    facts: Facts
    clock: Clock

    async def __call__(self, teacher: PersonId, lesson: LessonId, *, pupil: PupilId) -> None:
        """Take the absence back; raise NotFound where there is none."""
        missed = await must_teach_lesson(self.register, teacher, lesson)
        noted = await self.register.absence(lesson, pupil)
        if noted is None:
            raise NotFound
        by, now = Origin(teacher), self.clock.now()
        await self.register.take_back_absence(noted.id, by=by, at=now)
        fact = AbsenceTakenBack(
            missed.school,
            now,
            by,
            noted.id,
            pupil,
            missed.day,
            noted.code,
            noted.reason,
            noted.document,
        )
        await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class SetHomework:
    """A teacher sets the homework of a lesson (J3); an empty text takes it back."""

    register: Register
    facts: Facts
    clock: Clock

    async def __call__(
        self,
        teacher: PersonId,
        lesson: LessonId,
        text: str,
        *,
        due: date | None = None,
        anew: bool = False,
    ) -> None:
        """Set it; the same homework again changes nothing, and is news only `anew`, with files."""
        given = await must_teach_lesson(self.register, teacher, lesson)
        same = (given.homework, given.homework_due) == (text, due)
        if same and not anew:
            return
        by, now = Origin(teacher), self.clock.now()
        if not same:
            await self.register.set_homework(lesson, text, due=due, by=by, at=now)
        # New files are news also under a text that families know.
        before, stood = ("", given.homework) if anew else (given.homework, None)
        fact = HomeworkSet(
            given.school, now, by, lesson, before, text, due, given.homework_due, stood
        )
        await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class ReplaceTeacher:
    """The administration lets another teacher give a lesson, who then fills the journal (J12)."""

    register: Register
    facts: Facts
    clock: Clock

    async def __call__(self, by_whom: PersonId, lesson: LessonId, *, teacher: PersonId) -> None:
        """Let `teacher` give the lesson; who gives it already changes nothing."""
        if not await self.register.administers(by_whom, lesson):
            raise AccessRefused
        given = await _known(self.register, lesson)
        if given.teacher == teacher:
            return
        by, now = Origin(by_whom), self.clock.now()
        await self.register.replace_teacher(lesson, teacher, by=by, at=now)
        replaced = (given.replaces or given.teacher) != teacher
        fact = LessonReplaced(given.school, now, by, lesson, given.day, replaced)
        await self.facts.record([fact])


async def _known(register: Register, lesson: LessonId) -> Lesson:
    found = await register.lesson(lesson)
    if found is None:
        raise NotFound
    return found
