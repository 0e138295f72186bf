"""What a teacher's form reads and keeps: lessons, files, recommendations.

Behind `core.diary.lessons.form.TeachingBook`, `core.diary.lessons.attachments.Attachments` and
`core.diary.recommendations.Recommendations`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Child, Name, place_in_list
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import AttachedFile
from core.diary.lessons.form import TaughtLesson
from core.diary.recommendations import Recommendation
from core.ids import LessonId, PersonId, PupilId, RecommendationId
from core.journal.values import LessonState
from storage.statements import NAME, WHOM, enrolled_as, teaches_lesson
from storage.tables import (
    AttachmentRow,
    EnrolmentRow,
    GroupRow,
    LessonRow,
    PersonRow,
    RecommendationRow,
    SubjectRow,
)
from storage.tables.teaching import PUPIL

_FILES = (
    select(func.count(AttachmentRow.id))
    .where(AttachmentRow.lesson_id == LessonRow.id, AttachmentRow.gone_at.is_(None))
    .scalar_subquery()
)
_TITLE = func.coalesce(SubjectRow.title, GroupRow.title)

_LESSON = (
    select(
        LessonRow.id,
        LessonRow.day,
        LessonRow.number,
        _TITLE,
        GroupRow.title,
        LessonRow.homework,
        _FILES,
    )
    .join(GroupRow, and_(GroupRow.id == LessonRow.course_id, GroupRow.gone_at.is_(None)))
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(LessonRow.gone_at.is_(None))
)
_ONE = _LESSON.where(LessonRow.id == bindparam("lesson"))
_OF_TEACHER = _LESSON.where(
    LessonRow.day.between(bindparam("first"), bindparam("last")),
    LessonRow.state != LessonState.CANCELLED.value,
    teaches_lesson(bindparam("teacher")),
).order_by(LessonRow.day.desc(), LessonRow.number.desc(), LessonRow.id)

_ENROLLED = and_(
    EnrolmentRow.group_id == LessonRow.course_id,
    enrolled_as(EnrolmentRow, PUPIL, LessonRow.day),
)
_PUPILS = (
    select(PersonRow.id, *NAME)
    .select_from(LessonRow)
    .join(EnrolmentRow, _ENROLLED)
    .join(PersonRow, and_(PersonRow.id == EnrolmentRow.person_id, PersonRow.gone_at.is_(None)))
    .where(LessonRow.id == bindparam("lesson"))
    .distinct()
)

_COUNTS = (
    select(AttachmentRow.lesson_id, func.count(AttachmentRow.id))
    .where(AttachmentRow.lesson_id.in_(WHOM), AttachmentRow.gone_at.is_(None))
    .group_by(AttachmentRow.lesson_id)
)
_OF_LESSON = (
    select(AttachmentRow.kind, AttachmentRow.file, AttachmentRow.name, AttachmentRow.size)
    .where(AttachmentRow.lesson_id == bindparam("lesson"), AttachmentRow.gone_at.is_(None))
    .order_by(AttachmentRow.id)
)
_OF_PUPIL = _OF_LESSON.where(
    exists().where(
        LessonRow.id == AttachmentRow.lesson_id,
        LessonRow.gone_at.is_(None),
        EnrolmentRow.person_id == bindparam("pupil"),
        _ENROLLED,
    )
)

_RECOMMENDED = (
    select(_TITLE, *NAME, RecommendationRow.text, LessonRow.day)
    .select_from(RecommendationRow)
    .join(LessonRow, LessonRow.id == RecommendationRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .join(PersonRow, PersonRow.id == RecommendationRow.by_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(bindparam("first"), bindparam("last")),
        or_(
            RecommendationRow.pupil_id == bindparam("pupil"),
            and_(
                RecommendationRow.pupil_id.is_(None),
                exists().where(EnrolmentRow.person_id == bindparam("pupil"), _ENROLLED),
            ),
        ),
    )
    .order_by(LessonRow.day, RecommendationRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlLessonForms:
    """Lessons by who gives them, with files and recommendations."""

    connection: AsyncConnection

    async def lessons_of(
        self, teacher: PersonId, first: date, last: date
    ) -> Sequence[TaughtLesson]:
        """Return lessons of the days that the person gives or whose course is the person's."""
        asked = {"teacher": teacher, "first": first, "last": last}
        rows = await self.connection.execute(_OF_TEACHER, asked)
        return [TaughtLesson(LessonId(number), *told) for number, *told in rows]

    async def taught_lesson(self, lesson: LessonId) -> TaughtLesson | None:
        """Return a lesson, or None where it is no more."""
        row = (await self.connection.execute(_ONE, {"lesson": lesson})).one_or_none()
        return TaughtLesson(LessonId(row[0]), *row[1:]) if row else None

    async def pupils_of_lesson(self, lesson: LessonId) -> Sequence[Child]:
        """Return the pupils of a lesson's course on its day, by family name."""
        rows = await self.connection.execute(_PUPILS, {"lesson": lesson})
        found = [Child(PupilId(PersonId(pupil)), Name(*name)) for pupil, *name in rows]
        return sorted(found, key=place_in_list)

    async def counts(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, int]:
        """Return how many files each lesson has; one without any is missing."""
        rows = await self.connection.execute(_COUNTS, {"asked": list(lessons)})
        return {LessonId(lesson): count for lesson, count in rows}

    async def of_lesson(self, lesson: LessonId) -> Sequence[AttachedFile]:
        """Return the files of a lesson in the order in which they were attached."""
        rows = await self.connection.execute(_OF_LESSON, {"lesson": lesson})
        return [_file(*row) for row in rows]

    async def of_pupil(self, pupil: PupilId, lesson: LessonId) -> Sequence[AttachedFile]:
        """Return the files of a lesson that is the pupil's; none of any other."""
        asked = {"lesson": lesson, "pupil": pupil}
        rows = await self.connection.execute(_OF_PUPIL, asked)
        return [_file(*row) for row in rows]

    async def attach(
        self, lesson: LessonId, files: Sequence[AttachedFile], *, by: PersonId, at: datetime
    ) -> None:
        """Add files to a lesson's homework."""
        school = select(LessonRow.school_id).where(LessonRow.id == lesson).scalar_subquery()
        rows = [
            {
                "kind": one.kind.value,
                "file": one.reference,
                "name": one.name,
                "size": one.size,
            }
            for one in files
        ]
        if rows:
            every = insert(AttachmentRow).values(
                school_id=school, lesson_id=lesson, by_id=by, at=at
            )
            await self.connection.execute(every, rows)

    async def detach(self, lesson: LessonId, *, at: datetime) -> None:
        """Take all files of a lesson away."""
        await self.connection.execute(
            update(AttachmentRow)
            .where(AttachmentRow.lesson_id == lesson, AttachmentRow.gone_at.is_(None))
            .values(gone_at=at)
        )

    async def give(
        self, lesson: LessonId, pupil: PupilId | None, text: str, *, by: PersonId, at: datetime
    ) -> RecommendationId:
        """Keep a recommendation to a pupil, or to all whom the lesson is for."""
        school = select(LessonRow.school_id).where(LessonRow.id == lesson).scalar_subquery()
        new = (
            insert(RecommendationRow)
            .values(school_id=school, lesson_id=lesson, pupil_id=pupil, text=text, by_id=by, at=at)
            .returning(RecommendationRow.id)
        )
        return RecommendationId((await self.connection.execute(new)).scalar_one())

    async def recommended(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[Recommendation]:
        """Return what was recommended to the pupil after lessons of the days, in order."""
        asked = {"pupil": pupil, "first": first, "last": last}
        rows = await self.connection.execute(_RECOMMENDED, asked)
        return [
            Recommendation(subject, Name(given, family, middle), text, day)
            for subject, given, family, middle, text, day in rows
        ]


def _file(kind: str, reference: str, name: str, size: int) -> AttachedFile:
    return AttachedFile(FileKind(kind), reference, name, size)
