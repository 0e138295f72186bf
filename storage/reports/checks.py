"""Questions about absences. Behind `core.reports.checks.AbsenceChecks`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.ids import CheckId, ClassId, CourseId, PersonId, SchoolId
from core.reports.checks import AbsenceCheck, CheckState, Step, SubjectTeacher
from storage.statements import NAME, STANDS, WHOM, in_force_within, insert_into
from storage.tables import AbsenceCheckRow, EnrolmentRow, PersonRow
from storage.tables.teaching import TEACHER

_CHECK = select(
    AbsenceCheckRow.id,
    AbsenceCheckRow.school_id,
    AbsenceCheckRow.class_id,
    AbsenceCheckRow.course_id,
    AbsenceCheckRow.monday,
    AbsenceCheckRow.state,
    AbsenceCheckRow.digest,
)
_OF_WEEK = _CHECK.where(
    AbsenceCheckRow.class_id == bindparam("class_id"),
    AbsenceCheckRow.monday == bindparam("monday"),
).order_by(AbsenceCheckRow.id)
_ONE = _CHECK.where(AbsenceCheckRow.id == bindparam("check"))
_MOVE = update(AbsenceCheckRow).where(
    AbsenceCheckRow.id == bindparam("check"),
    AbsenceCheckRow.state == bindparam("before"),
    AbsenceCheckRow.digest == bindparam("over"),
)
_TEACHERS = (
    select(EnrolmentRow.group_id, PersonRow.id, *NAME)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .where(
        EnrolmentRow.group_id.in_(WHOM),
        EnrolmentRow.role == TEACHER,
        EnrolmentRow.gone_at.is_(None),
        in_force_within(EnrolmentRow, bindparam("first"), bindparam("last")),
        STANDS,
    )
    .order_by(EnrolmentRow.is_primary.desc(), EnrolmentRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlAbsenceChecks:
    """Questions as rows."""

    connection: AsyncConnection

    async def of_week(self, class_id: ClassId, monday: date) -> Sequence[AbsenceCheck]:
        """Return the questions about a class and a week."""
        asked = {"class_id": class_id, "monday": monday}
        return [_check(*row) for row in await self.connection.execute(_OF_WEEK, asked)]

    async def one(self, check: CheckId) -> AbsenceCheck | None:
        """Return a question."""
        row = (await self.connection.execute(_ONE, {"check": check})).one_or_none()
        return _check(*row) if row else None

    async def begin(
        self, school: SchoolId, class_id: ClassId, course: CourseId, monday: date, step: Step
    ) -> CheckId | None:
        """Keep a question, or a tick without one; return None where there was one before."""
        new = (
            insert_into(self.connection, AbsenceCheckRow)
            .values(
                school_id=school,
                class_id=class_id,
                course_id=course,
                monday=monday,
                by_id=step.by,
                at=step.at,
                **_changed(step),
            )
            .on_conflict_do_nothing()
            .returning(AbsenceCheckRow.id)
        )
        made = (await self.connection.execute(new)).scalar_one_or_none()
        return None if made is None else CheckId(made)

    async def move(self, before: AbsenceCheck, step: Step) -> bool:
        """Keep what became of it; return False where it stands no more as before."""
        asked = {"check": before.id, "before": before.state.value, "over": before.digest}
        moved = await self.connection.execute(_MOVE.values(**_changed(step)), asked)
        return moved.rowcount == 1

    async def teachers(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Mapping[CourseId, Sequence[SubjectTeacher]]:
        """Return who teaches each course on any of the days, the primary teacher first."""
        found = defaultdict[CourseId, list[SubjectTeacher]](list)
        asked = {"asked": list(courses), "first": first, "last": last}
        for course, person, given, family, middle in await self.connection.execute(
            _TEACHERS, asked
        ):
            teacher = SubjectTeacher(PersonId(person), Name(given, family, middle))
            if teacher not in found[CourseId(course)]:
                found[CourseId(course)].append(teacher)
        return found


def _changed(step: Step) -> dict[str, object]:
    return {
        "state": step.state.value,
        "digest": step.digest,
        "changed_by_id": step.by,
        "changed_at": step.at,
    }


def _check(  # noqa: PLR0913, PLR0917 - the columns of a row
    number: int, school: int, class_id: int, course: int, monday: date, state: str, digest: str
) -> AbsenceCheck:
    return AbsenceCheck(
        CheckId(number),
        SchoolId(school),
        ClassId(class_id),
        CourseId(course),
        monday,
        CheckState(state),
        digest,
    )
