"""What an import changed, as facts that families may hear; only of the school year that runs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.exchange.files import FILES
from core.exchange.plan import Changed, ImportPlan
from core.exchange.rows.companions import AbsenceRow, EventRow, LessonRow, PeriodMarkRow
from core.exchange.rows.one_roster import MarkRow
from core.exchange.rows.row import Row
from core.exchange.telling_events import Circle, EventSide, event_facts
from core.exchange.years import SchoolYears
from core.facts import BY_IMPORT, Fact, Origin
from core.ids import (
    AbsenceId,
    ClassId,
    EventId,
    LessonId,
    MarkId,
    PeriodMarkId,
    PersonId,
    PupilId,
    SchoolId,
    SourceId,
)
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    LessonReplaced,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
    PeriodMarkChanged,
    PeriodMarkSet,
    PeriodMarkTakenBack,
)
from core.journal.school_facts import LessonMoved

Ids = Mapping[str, Mapping[SourceId, int]]
"""By file: the number that each record has in the store."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One record before and after; None is: not there."""

    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class _Telling:
    school: SchoolId
    at: datetime
    ids: Ids
    days: Callable[[SourceId], date | None]

    @property
    def head(self) -> tuple[SchoolId, datetime, Origin]:
        return self.school, self.at, BY_IMPORT

    def pupil(self, source: SourceId) -> PupilId:
        return PupilId(PersonId(self.ids["users"][source]))

    def marks(self, before: MarkRow | None, after: MarkRow | None) -> Iterator[Fact]:
        """Yield what became of a mark, which has one cell for ever."""
        known = after or before
        if known is None:
            return
        mark, pupil = MarkId(self.ids["results"][known.source]), self.pupil(known.pupil)
        if before is None:
            yield MarkEntered(*self.head, mark, pupil, known.value)
        elif after is None:
            yield MarkTakenBack(*self.head, mark, pupil, before.value)
        elif before.value != after.value:
            yield MarkCorrected(*self.head, mark, pupil, before.value, after.value)

    def period_marks(
        self, before: PeriodMarkRow | None, after: PeriodMarkRow | None
    ) -> Iterator[Fact]:
        """Yield what became of a final mark, which has one cell for ever."""
        known = after or before
        if known is None:
            return
        mark = PeriodMarkId(self.ids["x_periodMarks"][known.source])
        head = (*self.head, mark, self.pupil(known.pupil))
        if before is None:
            yield PeriodMarkSet(*head, known.value)
        elif after is None:
            yield PeriodMarkTakenBack(*head, before.value)
        elif before.value != after.value:
            yield PeriodMarkChanged(*head, before.value, after.value)

    def absences(self, before: AbsenceRow | None, after: AbsenceRow | None) -> Iterator[Fact]:
        """Yield what became of an absence, which has one cell for ever."""
        known = after or before
        day = self.days(known.lesson) if known else None
        if known is None or day is None:
            return
        absence = AbsenceId(self.ids["x_attendance"][known.source])
        head = (*self.head, absence, self.pupil(known.pupil), day)
        if before is None:
            yield AbsenceRecorded(*head, known.code, known.reason)
        elif after is None:
            yield AbsenceTakenBack(*head, before.code, before.reason)
        elif (before.code, before.reason) != (after.code, after.reason):
            yield AbsenceRevised(*head, before.code, before.reason, after.code, after.reason)

    def lessons(self, before: LessonRow | None, after: LessonRow | None) -> Iterator[Fact]:
        """Yield new homework and another teacher."""
        known = after or before
        if known is None:
            return
        lesson = LessonId(self.ids["x_lessons"][known.source])
        old = (before.homework, before.homework_due) if before else ("", None)
        new = (after.homework, after.homework_due) if after else ("", None)
        if old != new and (old[0] or new[0]):
            yield HomeworkSet(*self.head, lesson, old[0], *new)
        if after is not None:
            yield from self._replaced(lesson, before, after)
            yield from self._moved(lesson, before, after)

    def _replaced(
        self, lesson: LessonId, before: LessonRow | None, after: LessonRow
    ) -> Iterator[Fact]:
        old = (before.replaces, before.teacher) if before and before.replaces else None
        new = (after.replaces, after.teacher) if after.replaces else None
        if old != new:
            yield LessonReplaced(*self.head, lesson, after.day, new is not None)

    def _moved(
        self, lesson: LessonId, before: LessonRow | None, after: LessonRow
    ) -> Iterator[Fact]:
        old, new = _move(before) if before else None, _move(after)
        if old != new:
            days = [one.day for one in (before, after) if one]
            yield LessonMoved(*self.head, lesson, max(days), new is not None)

    def events(self, before: EventRow | None, after: EventRow | None) -> Iterator[Fact]:
        """Yield what became of an event, for the classes that it is or was for (F3)."""
        known = after or before
        if known is None:
            return
        event = EventId(self.ids["x_events"][known.source])
        yield from event_facts(self.head, event, self._side(before), self._side(after))

    def _side(self, event: EventRow | None) -> EventSide | None:
        return None if event is None else EventSide(event, Circle(self._classes(event)))

    def _classes(self, event: EventRow) -> tuple[ClassId, ...]:
        return tuple(ClassId(self.ids["classes"][one]) for one in event.classes)


def _move(lesson: LessonRow) -> tuple[date, int | None, date, int] | None:
    """Return from when to when a lesson is moved; None where it is at its own time."""
    if lesson.moved_from_day is None:
        return None
    return lesson.moved_from_day, lesson.moved_from_number, lesson.day, lesson.number


def facts_of(
    plan: ImportPlan,
    ids: Ids,
    years: SchoolYears,
    *,
    school: SchoolId,
    at: datetime,
    today: date,
) -> Sequence[Fact]:
    """Return what families may hear of an import, in the order of marks, absences, lessons."""
    running = years.of_day(today)
    if running is None:
        return ()

    def day_of(lesson: SourceId) -> date | None:
        row = years.row("x_lessons", lesson)
        return row.day if isinstance(row, LessonRow) else None

    telling = _Telling(school, at, ids, day_of)
    facts = list[Fact]()
    for file in ("results", "x_periodMarks", "x_attendance", "x_lessons", "x_events"):
        for step in _steps(plan, file):
            known = step.after or step.before
            if known is None or years.of(FILES[file], known) != running:
                continue
            facts.extend(_told(telling, step))
    return facts


def _told(telling: _Telling, step: _Step) -> Iterator[Fact]:
    match step.after or step.before:
        case MarkRow():
            yield from telling.marks(
                step.before if isinstance(step.before, MarkRow) else None,
                step.after if isinstance(step.after, MarkRow) else None,
            )
        case PeriodMarkRow():
            yield from telling.period_marks(
                step.before if isinstance(step.before, PeriodMarkRow) else None,
                step.after if isinstance(step.after, PeriodMarkRow) else None,
            )
        case AbsenceRow():
            yield from telling.absences(
                step.before if isinstance(step.before, AbsenceRow) else None,
                step.after if isinstance(step.after, AbsenceRow) else None,
            )
        case LessonRow():
            yield from telling.lessons(
                step.before if isinstance(step.before, LessonRow) else None,
                step.after if isinstance(step.after, LessonRow) else None,
            )
        case EventRow():
            yield from telling.events(
                step.before if isinstance(step.before, EventRow) else None,
                step.after if isinstance(step.after, EventRow) else None,
            )
        case _:
            return


def _steps(plan: ImportPlan, file: str) -> Iterator[_Step]:
    remembered = {source for source, claim in plan.claims.get(file, {}).items() if claim.gone}
    files = plan.of(file)
    yield from (_Step(None, row) for row in files.new if row.source not in remembered)
    yield from (_changed(one) for one in files.changed if one.after.source not in remembered)
    yield from (_Step(row, None) for row in files.gone)


def _changed(one: Changed) -> _Step:
    return _Step(None if one.revived else one.before, one.after)
