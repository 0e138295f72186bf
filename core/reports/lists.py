"""What to make up for: lessons missed and poor marks, each with its topic (E7 5.4–5.5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.people import Name
from core.ids import PupilId
from core.journal.values import AbsenceCode
from core.reports.attendance import ClassAttendance
from core.reports.ports import PoorMark
from core.reports.roll import Roll
from core.reports.table import Column, Kind, Row, Table, said
from core.reports.terms import Span

_MISSED = (
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("day"), Kind.DAY, main=True),
    Column(said("lesson-number"), Kind.COUNT),
    Column(said("subject"), main=True),
    Column(said("topic"), main=True),
    Column(said("letter"), Kind.MARK),
    Column(said("reason")),
)


def missed_lessons(of: ClassAttendance, span: Span) -> Table:
    """Return each lesson that a pupil was not at, with the topic missed (W7, W1)."""
    first, last = span.term.begins, span.until
    names = of.roll.during(first, last)
    away = [
        one for one in of.of_class if one.code is not AbsenceCode.LATE and first <= one.day <= last
    ]
    rows = [
        (
            name,
            one.day,
            one.number,
            one.subject_title,
            one.topic or None,
            said(f"letter-{one.code.value}"),
            said(f"reason-{one.reason.value}"),
        )
        for pupil, name in names.items()
        for one in sorted(
            (it for it in away if it.pupil == pupil), key=lambda it: (it.day, it.number)
        )
    ]
    return Table(said("missed-lessons"), _MISSED, tuple(rows), _count(len(rows), len(_MISSED)))


_POOR = (
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("day"), Kind.DAY, main=True),
    Column(said("subject"), main=True),
    Column(said("mark"), Kind.MARK, main=True),
    Column(said("work")),
    Column(said("topic"), main=True),
)


@dataclass(frozen=True, slots=True)
class PoorOfPupil:
    """The unsatisfactory marks of a pupil over a term, in order."""

    name: Name
    marks: tuple[PoorMark, ...]


def poor_marks(roll: Roll, marks: Sequence[PoorMark], span: Span) -> Sequence[PoorOfPupil]:
    """Return who was in the class and got unsatisfactory marks there, by name."""
    names = roll.during(span.term.begins, span.until)
    found = [PoorOfPupil(name, _of_pupil(roll, marks, pupil)) for pupil, name in names.items()]
    return [one for one in found if one.marks]


def _of_pupil(roll: Roll, marks: Sequence[PoorMark], pupil: PupilId) -> tuple[PoorMark, ...]:
    own = (one for one in marks if one.pupil == pupil and roll.holds(pupil, one.day))
    return tuple(sorted(own, key=lambda one: (one.day, one.subject_title)))


def poor_marks_table(found: Sequence[PoorOfPupil]) -> Table:
    """Return each unsatisfactory mark with its topic (W7)."""
    rows = [
        (of.name, one.day, one.subject_title, one.value, one.work or None, one.topic or None)
        for of in found
        for one in of.marks
    ]
    return Table(said("poor-marks"), _POOR, tuple(rows), _count(len(rows), len(_POOR)))


def _count(rows: int, width: int) -> tuple[Row, ...]:
    return ((said("total-records", count=rows), *(None,) * (width - 1)),) if rows else ()
