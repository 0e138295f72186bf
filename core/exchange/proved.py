"""What documents say of absences goes before a file that does not know of them (J4)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.exchange.bundle import Bundle, Current
from core.exchange.rows.companions import AbsenceRow, LessonRow
from core.exchange.rows.of_the_chat import ExcuseRow, Part
from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.records import ProvedReason
from core.journal.values import WHOLE_DAY, AbsenceCode, ReasonState, code_of_note

_ABSENCES, _LESSONS, _EXCUSES = "x_attendance", "x_lessons", "x_excuses"

_Proofs = Mapping[tuple[SourceId, Part], ProvedReason]


def with_proved_reasons(bundle: Bundle, current: Current) -> Bundle:
    """Return the bundle with absences as the documents say that the class teacher has seen.

    A file that still says «н» where the reason is proved neither undoes that nor clashes with it.
    """
    told = bundle.files.get(_ABSENCES)
    proofs = dict(_proofs(current))
    if told is None or not proofs:
        return bundle
    of_bundle = bundle.files.get(_LESSONS)
    lessons = {**current.of(_LESSONS).rows, **(of_bundle.rows if of_bundle else {})}
    rows = {source: _proved(row, lessons, proofs) for source, row in told.rows.items()}
    return replace(bundle, files={**bundle.files, _ABSENCES: replace(told, rows=rows)})


def _proofs(current: Current) -> Iterator[tuple[tuple[SourceId, Part], ProvedReason]]:
    for _, row in current.of(_EXCUSES).living():
        if isinstance(row, ExcuseRow) and row.state == "confirmed":
            code = code_of_note(is_illness=row.kind == "illness")
            for part in row.lessons:
                yield (row.pupil, part), ProvedReason(code, row.document)


def _proved(row: Row, lessons: Mapping[SourceId, Row], proofs: _Proofs) -> Row:
    if not isinstance(row, AbsenceRow) or row.reason is ReasonState.CONFIRMED:
        return row
    lesson = lessons.get(row.lesson)
    if not isinstance(lesson, LessonRow) or row.code is AbsenceCode.LATE:
        return row
    parts = ((lesson.day, WHOLE_DAY), (lesson.day, lesson.number))
    proof = next((found for part in parts if (found := proofs.get((row.pupil, part)))), None)
    if proof is None:
        return row
    return replace(
        row, code=proof.of(row.code), reason=ReasonState.CONFIRMED, document=proof.document
    )
