"""What can happen in a journal, in the past tense. Who is told of it is not known here."""

from dataclasses import dataclass
from datetime import date

from core.facts import Fact
from core.ids import AbsenceId, LessonId, MarkId, PeriodMarkId, PupilId
from core.journal.values import AbsenceCode, MarkValue, ReasonState


@dataclass(frozen=True, slots=True)
class MarkEntered(Fact):
    """A pupil got a mark."""

    mark: MarkId
    pupil: PupilId
    value: MarkValue


@dataclass(frozen=True, slots=True)
class MarkCorrected(Fact):
    """A mark was changed under the rules; `before` stays in its history (J5)."""

    mark: MarkId
    pupil: PupilId
    before: MarkValue
    value: MarkValue


@dataclass(frozen=True, slots=True)
class MarkTakenBack(Fact):
    """A mark is no more; its history stays."""

    mark: MarkId
    pupil: PupilId
    before: MarkValue


@dataclass(frozen=True, slots=True)
class PeriodMarkSet(Fact):
    """A pupil got the mark of a period, a year or an exam (F8, J13)."""

    mark: PeriodMarkId
    pupil: PupilId
    value: MarkValue


@dataclass(frozen=True, slots=True)
class PeriodMarkChanged(Fact):
    """Such a mark was put right; `before` stays in its history."""

    mark: PeriodMarkId
    pupil: PupilId
    before: MarkValue
    value: MarkValue


@dataclass(frozen=True, slots=True)
class PeriodMarkTakenBack(Fact):
    """Such a mark is no more; its history stays."""

    mark: PeriodMarkId
    pupil: PupilId
    before: MarkValue


@dataclass(frozen=True, slots=True)
class AbsenceRecorded(Fact):
    """A pupil was not at a lesson, or came late (J4)."""

    absence: AbsenceId
    pupil: PupilId
    lesson_date: date
    code: AbsenceCode
    reason: ReasonState
    document: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceRevised(Fact):
    """The code of an absence or what is known of its reason changed."""

    absence: AbsenceId
    pupil: PupilId
    lesson_date: date
    before: AbsenceCode
    reason_before: ReasonState
    code: AbsenceCode
    reason: ReasonState
    document_before: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceTakenBack(Fact):
    """The pupil was at the lesson after all."""

    absence: AbsenceId
    pupil: PupilId
    lesson_date: date
    before: AbsenceCode
    reason_before: ReasonState
    document_before: str = ""


@dataclass(frozen=True, slots=True)
class HomeworkSet(Fact):
    """A lesson got homework, or its homework changed; empty `text` takes it back.

    `before` is what families compare it with; `stood`, where it differs, what stood there.
    """

    lesson: LessonId
    before: str
    text: str
    due: date | None
    due_before: date | None = None
    stood: str | None = None


@dataclass(frozen=True, slots=True)
class LessonReplaced(Fact):
    """Another teacher gives the lesson (J12), or the usual one does again."""

    lesson: LessonId
    lesson_date: date
    replaced: bool


JournalFact = (
    MarkEntered
    | MarkCorrected
    | MarkTakenBack
    | PeriodMarkSet
    | PeriodMarkChanged
    | PeriodMarkTakenBack
    | AbsenceRecorded
    | AbsenceRevised
    | AbsenceTakenBack
    | HomeworkSet
    | LessonReplaced
)
