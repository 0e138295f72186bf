"""Lessons with attendance, homework and teachers. Behind `core.journal.ports.Register`."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, case, exists, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import ADMINISTRATION
from core.facts import Origin
from core.ids import AbsenceId, CourseId, LessonId, PersonId, PupilId, SchoolId
from core.journal.records import Absence, Lesson
from core.journal.values import AbsenceCode, LessonState, ReasonState
from storage.statements import absence_set_at, new_source, teaches_lesson
from storage.tables import AbsenceRow, GroupRow, LessonRow, PersonRow, RoleRow

_LESSON = (
    select(
        LessonRow.id,
        LessonRow.school_id,
        LessonRow.course_id,
        LessonRow.day,
        LessonRow.number,
        LessonRow.state,
        LessonRow.topic,
        LessonRow.homework,
        LessonRow.homework_due,
        LessonRow.teacher_id,
        LessonRow.replaces_id,
    )
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .where(
        LessonRow.id == bindparam("lesson"),
        LessonRow.gone_at.is_(None),
        GroupRow.gone_at.is_(None),
    )
)

_TEACHES = select(
    exists().where(
        LessonRow.id == bindparam("lesson"),
        LessonRow.gone_at.is_(None),
        teaches_lesson(bindparam("person")),
    )
)

_ADMINISTERS = select(
    exists().where(
        LessonRow.id == bindparam("lesson"),
        LessonRow.gone_at.is_(None),
        PersonRow.id == bindparam("person"),
        PersonRow.school_id == LessonRow.school_id,
        PersonRow.gone_at.is_(None),
        RoleRow.person_id == PersonRow.id,
        RoleRow.gone_at.is_(None),
        RoleRow.role.in_(sorted(ADMINISTRATION)),
    )
)

_ABSENCE = select(
    AbsenceRow.id,
    AbsenceRow.school_id,
    AbsenceRow.lesson_id,
    AbsenceRow.pupil_id,
    AbsenceRow.code,
    AbsenceRow.reason,
    AbsenceRow.origin_id,
    AbsenceRow.document,
).where(
    and_(
        AbsenceRow.lesson_id == bindparam("lesson"),
        AbsenceRow.pupil_id == bindparam("pupil"),
        AbsenceRow.gone_at.is_(None),
    )
)


@dataclass(frozen=True, slots=True)
class SqlRegister:
    """Lessons, and what a teacher notes of them."""

    connection: AsyncConnection

    async def lesson(self, lesson: LessonId) -> Lesson | None:
        """Return a lesson, or None where it is no more."""
        row = (await self.connection.execute(_LESSON, {"lesson": lesson})).one_or_none()
        return _lesson(*row) if row else None

    async def teaches(self, person: PersonId, lesson: LessonId) -> bool:
        """Say whether the person is the course's teacher or the one who gives this lesson."""
        asked = {"person": person, "lesson": lesson}
        return bool((await self.connection.execute(_TEACHES, asked)).scalar_one())

    async def administers(self, person: PersonId, lesson: LessonId) -> bool:
        """Say whether the person is of the administration of the lesson's school."""
        asked = {"person": person, "lesson": lesson}
        return bool((await self.connection.execute(_ADMINISTERS, asked)).scalar_one())

    async def absence(self, lesson: LessonId, pupil: PupilId) -> Absence | None:
        """Return the pupil's absence from the lesson, if there is one now."""
        asked = {"lesson": lesson, "pupil": pupil}
        row = (await self.connection.execute(_ABSENCE, asked)).one_or_none()
        return _absence(*row) if row else None

    async def record_absence(  # noqa: PLR0913 - all that an absence is
        self,
        lesson: LessonId,
        pupil: PupilId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str = "",
        by: Origin,
        at: datetime,
    ) -> Absence:
        """Note that the pupil missed the lesson, with the document that says why."""
        school = select(LessonRow.school_id).where(LessonRow.id == lesson).scalar_subquery()
        new = (
            insert(AbsenceRow)
            .values(
                school_id=school,
                source=new_source(),
                lesson_id=lesson,
                pupil_id=pupil,
                code=code.value,
                reason=reason.value,
                document=document,
                comment="",
                recorded_at=at,
                set_at=at,
                origin_id=by.person,
                changed_at=at,
            )
            .returning(AbsenceRow.id, AbsenceRow.school_id)
        )
        number, of_school = (await self.connection.execute(new)).one()
        return Absence(
            AbsenceId(number), SchoolId(of_school), lesson, pupil, code, reason, by, document
        )

    async def revise_absence(
        self,
        absence: AbsenceId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str,
        by: Origin,
        at: datetime,
    ) -> None:
        """Change what is known of an absence, and keep the document that says so."""
        changed = (
            update(AbsenceRow)
            .where(AbsenceRow.id == absence)
            .values(
                code=code.value,
                reason=reason.value,
                document=document,
                set_at=absence_set_at(literal(code.value), literal(reason.value), at),
                origin_id=by.person,
                changed_at=at,
            )
        )
        await self.connection.execute(changed)

    async def take_back_absence(self, absence: AbsenceId, *, by: Origin, at: datetime) -> None:
        """Note that the pupil was there after all."""
        changed = (
            update(AbsenceRow)
            .where(AbsenceRow.id == absence)
            .values(gone_at=at, origin_id=by.person, changed_at=at)
        )
        await self.connection.execute(changed)

    async def set_homework(
        self, lesson: LessonId, text: str, *, due: date | None, by: Origin, at: datetime
    ) -> None:
        """Set or change the homework that the lesson gave; an empty text takes it back."""
        await self._change(lesson, by, at, homework=text, homework_due=due)

    async def replace_teacher(
        self, lesson: LessonId, teacher: PersonId, *, by: Origin, at: datetime
    ) -> None:
        """Let another teacher give the lesson; the usual one who comes back replaces nobody."""
        usual = func.coalesce(LessonRow.replaces_id, LessonRow.teacher_id)
        replaced = case((usual == teacher, None), else_=usual)
        await self._change(lesson, by, at, teacher_id=teacher, replaces_id=replaced)

    async def _change(self, lesson: LessonId, by: Origin, at: datetime, **values: object) -> None:
        changed = (
            update(LessonRow)
            .where(LessonRow.id == lesson)
            .values(origin_id=by.person, changed_at=at, **values)
        )
        await self.connection.execute(changed)


def _lesson(  # noqa: PLR0913, PLR0917 - a row
    number_of_row: int,
    school: int,
    course: int,
    day: date,
    number: int,
    state: str,
    topic: str,
    homework: str,
    homework_due: date | None,
    teacher: int | None,
    replaces: int | None,
) -> Lesson:
    return Lesson(
        LessonId(number_of_row),
        SchoolId(school),
        CourseId(course),
        day,
        number,
        LessonState(state),
        topic,
        homework,
        homework_due,
        _person(teacher),
        _person(replaces),
    )


def _absence(  # noqa: PLR0913, PLR0917 - a row
    number: int,
    school: int,
    lesson: int,
    pupil: int,
    code: str,
    reason: str,
    origin: int | None,
    document: str,
) -> Absence:
    return Absence(
        AbsenceId(number),
        SchoolId(school),
        LessonId(lesson),
        PupilId(PersonId(pupil)),
        AbsenceCode(code),
        ReasonState(reason),
        Origin(_person(origin)),
        document,
    )


def _person(number: int | None) -> PersonId | None:
    return None if number is None else PersonId(number)
