"""Records of the school as the trail writes them: read for nobody else to change, and put back."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.breaches.deeds import What, absence_of, absence_state, homework_of, homework_state
from core.breaches.undoing import Standing, Undone
from core.diary.excuses.rules import ExcuseState
from core.ids import PersonId, PupilId
from core.journal.values import AbsenceCode, ReasonState
from storage.statements import WHOM
from storage.tables import (
    AbsenceRow,
    ExcuseRow,
    GroupRow,
    LessonRow,
    MarkHistoryRow,
    MarkRow,
    PeriodMarkHistoryRow,
    PeriodMarkRow,
    PeriodRow,
    SubjectRow,
    WorkRow,
)
from storage.tables.base import Base

_TITLE = func.coalesce(SubjectRow.title, GroupRow.title)
_OTHER_MARK = aliased(MarkRow)
_OTHER_FINAL = aliased(PeriodMarkRow)
_OTHER_ABSENCE = aliased(AbsenceRow)


def _titled(asked: Any, course: Any) -> Any:  # noqa: ANN401 - a select, and a column
    return asked.join(GroupRow, GroupRow.id == course).outerjoin(
        SubjectRow, SubjectRow.id == GroupRow.subject_id
    )


_MARKS = (
    _titled(
        select(
            MarkRow.id,
            MarkRow.pupil_id,
            WorkRow.day,
            _TITLE,
            MarkRow.gone_at,
            select(func.max(_OTHER_MARK.id))
            .where(
                _OTHER_MARK.work_id == MarkRow.work_id,
                _OTHER_MARK.pupil_id == MarkRow.pupil_id,
                _OTHER_MARK.id != MarkRow.id,
                _OTHER_MARK.gone_at.is_(None),
            )
            .scalar_subquery(),
            MarkRow.value,
        )
        .select_from(MarkRow)
        .join(WorkRow, WorkRow.id == MarkRow.work_id),
        WorkRow.course_id,
    )
    .where(MarkRow.id.in_(WHOM))
    .with_for_update(of=MarkRow)
)
_FINALS = (
    _titled(
        select(
            PeriodMarkRow.id,
            PeriodMarkRow.pupil_id,
            func.coalesce(PeriodMarkRow.day, PeriodRow.ends),
            _TITLE,
            PeriodMarkRow.gone_at,
            select(func.max(_OTHER_FINAL.id))
            .where(
                _OTHER_FINAL.course_id == PeriodMarkRow.course_id,
                _OTHER_FINAL.period_id == PeriodMarkRow.period_id,
                _OTHER_FINAL.pupil_id == PeriodMarkRow.pupil_id,
                _OTHER_FINAL.kind == PeriodMarkRow.kind,
                _OTHER_FINAL.id != PeriodMarkRow.id,
                _OTHER_FINAL.gone_at.is_(None),
            )
            .scalar_subquery(),
            PeriodMarkRow.value,
        )
        .select_from(PeriodMarkRow)
        .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id),
        PeriodMarkRow.course_id,
    )
    .where(PeriodMarkRow.id.in_(WHOM))
    .with_for_update(of=PeriodMarkRow)
)
_ABSENCES = (
    _titled(
        select(
            AbsenceRow.id,
            AbsenceRow.pupil_id,
            LessonRow.day,
            _TITLE,
            AbsenceRow.gone_at,
            select(func.max(_OTHER_ABSENCE.id))
            .where(
                _OTHER_ABSENCE.lesson_id == AbsenceRow.lesson_id,
                _OTHER_ABSENCE.pupil_id == AbsenceRow.pupil_id,
                _OTHER_ABSENCE.id != AbsenceRow.id,
                _OTHER_ABSENCE.gone_at.is_(None),
            )
            .scalar_subquery(),
            AbsenceRow.code,
            AbsenceRow.reason,
            AbsenceRow.document,
        )
        .select_from(AbsenceRow)
        .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id),
        LessonRow.course_id,
    )
    .where(AbsenceRow.id.in_(WHOM))
    .with_for_update(of=AbsenceRow)
)
_HOMEWORK = (
    _titled(
        select(
            LessonRow.id, LessonRow.day, _TITLE, LessonRow.homework, LessonRow.homework_due
        ).select_from(LessonRow),
        LessonRow.course_id,
    )
    .where(LessonRow.id.in_(WHOM), LessonRow.gone_at.is_(None))
    .with_for_update(of=LessonRow)
)
_EXCUSES = (
    select(
        ExcuseRow.id,
        ExcuseRow.pupil_id,
        ExcuseRow.guardian_id,
        ExcuseRow.claimed_at,
        ExcuseRow.state,
    )
    .where(ExcuseRow.id.in_(WHOM))
    .with_for_update()
)


def _of_cell(what: What, row: Sequence[Any], state: str) -> Standing:
    record, pupil, day, title, gone_at, other = row[:6]
    stands = state if gone_at is None else None
    return Standing(
        what, record, stands, day, title, PupilId(PersonId(pupil)), stands_instead=other
    )


def _value(what: What) -> Callable[[Sequence[Any]], Standing]:
    return lambda row: _of_cell(what, row, row[6])


def _absence(row: Sequence[Any]) -> Standing:
    code, reason, document = row[6:]
    state = absence_state(AbsenceCode(code), ReasonState(reason), document)
    return _of_cell(What.ABSENCE, row, state)


def _homework(row: Sequence[Any]) -> Standing:
    record, day, title, text, due = row
    return Standing(What.HOMEWORK, record, homework_state(text, due), day, title)


def _excuse(row: Sequence[Any]) -> Standing:
    record, pupil, guardian, at, state = row
    return Standing(
        What.EXCUSE,
        record,
        state,
        at,
        pupil=PupilId(PersonId(pupil)),
        guardian=PersonId(guardian),
    )


_READ: Final[Mapping[What, tuple[Any, Callable[[Sequence[Any]], Standing]]]] = {
    What.MARK: (_MARKS, _value(What.MARK)),
    What.PERIOD_MARK: (_FINALS, _value(What.PERIOD_MARK)),
    What.ABSENCE: (_ABSENCES, _absence),
    What.HOMEWORK: (_HOMEWORK, _homework),
    What.EXCUSE: (_EXCUSES, _excuse),
}


@dataclass(frozen=True, slots=True)
class SqlRecords:
    """Reads and puts back by kind, a statement or two a kind."""

    connection: AsyncConnection

    async def standing(self, found: Mapping[What, Sequence[int]]) -> Sequence[Standing]:
        """Return the records as they stand now, locked."""
        standing = list[Standing]()
        for what, records in found.items():
            asked, made = _READ[what]
            rows = await self.connection.execute(asked, {"asked": sorted(set(records))})
            standing += map(made, rows)
        return standing

    async def put_back(self, changes: Sequence[Undone], by: PersonId, at: datetime) -> None:
        """Let the records stand as before, what is emptied first; histories grow."""
        kinds = defaultdict[tuple[bool, What], list[Undone]](list)
        for one in changes:
            kinds[not one.is_emptied, one.of.what].append(one)
        for (_, what), found in sorted(kinds.items()):
            for statement, params in _writing(what, found, by, at):
                await self.connection.execute(statement, params)


def _writing(
    what: What, found: Sequence[Undone], by: PersonId, at: datetime
) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    match what:
        case What.MARK:
            yield _changed(MarkRow), [_cell(one, by, at) for one in found]
            yield _history(MarkHistoryRow, "mark_id"), [_line(one, by, at) for one in found]
        case What.PERIOD_MARK:
            yield _changed(PeriodMarkRow), [_cell(one, by, at) for one in found]
            lines = [_line(one, by, at) for one in found]
            yield _history(PeriodMarkHistoryRow, "period_mark_id"), lines
        case What.ABSENCE:
            yield _ABSENCE, [_as_absence(one, by, at) for one in found]
        case What.HOMEWORK:
            yield _LESSON, [_as_homework(one, by, at) for one in found]
        case What.EXCUSE:
            yield _CLAIM, [_as_excuse(one, by, at) for one in found]


def _changed(row: type[Base]) -> Any:  # noqa: ANN401 - an UPDATE
    columns = row.__table__.c
    return (
        update(row)
        .where(columns.id == bindparam("b_record"))
        .values(
            value=func.coalesce(bindparam("b_value", type_=columns.value.type), columns.value),
            gone_at=bindparam("b_gone"),
            origin_id=bindparam("b_by"),
            changed_at=bindparam("b_at"),
        )
    )


def _history(row: type[Base], record: str) -> Any:  # noqa: ANN401 - an INSERT
    owner = MarkRow if row is MarkHistoryRow else PeriodMarkRow
    school = select(owner.school_id).where(owner.id == bindparam("b_record")).scalar_subquery()
    return insert(row).values(
        {
            "school_id": school,
            record: bindparam("b_record"),
            "at": bindparam("b_at"),
            "by_id": bindparam("b_by"),
            "before": bindparam("b_before"),
            "value": bindparam("b_value"),
        }
    )


_ABSENCE = (
    update(AbsenceRow)
    .where(AbsenceRow.id == bindparam("b_record"))
    .values(
        code=bindparam("b_code"),
        reason=bindparam("b_reason"),
        document=bindparam("b_document"),
        gone_at=bindparam("b_gone"),
        set_at=case(
            (bindparam("b_gone", type_=AbsenceRow.gone_at.type).is_(None), bindparam("b_at")),
            else_=AbsenceRow.set_at,
        ),
        origin_id=bindparam("b_by"),
        changed_at=bindparam("b_at"),
    )
)
_LESSON = (
    update(LessonRow)
    .where(LessonRow.id == bindparam("b_record"))
    .values(
        homework=bindparam("b_text"),
        homework_due=bindparam("b_due"),
        origin_id=bindparam("b_by"),
        changed_at=bindparam("b_at"),
    )
)
_CLAIM = (
    update(ExcuseRow)
    .where(ExcuseRow.id == bindparam("b_record"))
    .values(
        state=bindparam("b_state"),
        verdict="",
        document="",
        decided_by=bindparam("b_by"),
        decided_at=bindparam("b_at"),
    )
)


def _made(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    return {"b_record": one.of.record, "b_by": by, "b_at": at}


def _cell(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    gone = at if one.is_emptied else None
    return {**_made(one, by, at), "b_value": one.stands, "b_gone": gone}


def _line(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    return {**_made(one, by, at), "b_before": one.of.state, "b_value": one.stands}


def _as_absence(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    # A gone absence keeps what it was, as a mark keeps its value.
    code, reason, document = absence_of(one.stands or one.of.state or "")
    return {
        **_made(one, by, at),
        "b_code": code.value,
        "b_reason": reason.value,
        "b_document": document,
        "b_gone": at if one.is_emptied else None,
    }


def _as_homework(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    text, due = homework_of(one.stands)
    return {**_made(one, by, at), "b_text": text, "b_due": due}


def _as_excuse(one: Undone, by: PersonId, at: datetime) -> dict[str, Any]:
    state = one.stands or ExcuseState.WITHDRAWN.value
    # Who waits for a decision has none.
    decided = state != ExcuseState.WAITING
    made = _made(one, by, at)
    return {
        **made,
        "b_state": state,
        "b_by": made["b_by"] if decided else None,
        "b_at": made["b_at"] if decided else None,
    }
