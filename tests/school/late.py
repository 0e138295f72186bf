"""What became of marks and absences of earlier days, in memory: `LateBook`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.diary.changes import CellChange
from core.diary.papers.late import AbsenceChange, MarkCell, MarkChange
from core.diary.views import ShownAbsence
from core.ids import LessonId, PersonId, PupilId, SubjectId, WorkId
from core.journal.values import MarkValue
from tests.school import records
from tests.school.excuses import as_shown
from tests.school.teaching import subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryLateBook:
    world: World

    async def mark_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[MarkChange]]:
        found = defaultdict[PupilId, list[MarkChange]](list)
        for one in self.world.tables[records.Mark].values():
            work = self.world.get(records.Work, one.work_id)
            if one.pupil_id in pupils and first <= work.day <= last:
                changes = [it for it in self._of_mark(one, work) if self._heard(it, at, one)]
                found[PupilId(PersonId(one.pupil_id))] += changes
        return {
            pupil: sorted(told, key=lambda it: (it.cell.day, it.cell.subject_title, it.at))
            for pupil, told in found.items()
            if told
        }

    def _of_mark(self, mark: records.Mark, work: records.Work) -> Iterator[MarkChange]:
        subject = subject_of(self.world, work.course_id)
        cell = MarkCell(SubjectId(subject.id), subject.title, WorkId(work.id), work.day)
        lines = self.world.all(records.MarkHistory, lambda it: it.mark_id == mark.id)
        later = sorted(lines, key=lambda it: (it.at, it.id))
        stands = None if mark.gone_at else mark.value
        begun = next((it.before for it in later if it.at >= mark.set_at), None) or stands
        yield CellChange(cell, mark.set_at, None, _value(begun))
        for it in later:
            yield CellChange(cell, it.at, _value(it.before), _value(it.value))

    async def absence_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[AbsenceChange]]:
        found = defaultdict[PupilId, list[AbsenceChange]](list)
        for one in self.world.tables[records.Absence].values():
            lesson = self.world.get(records.Lesson, one.lesson_id)
            changes = list(self._of_absence(one, lesson))
            if one.pupil_id in pupils and first <= lesson.day <= last:
                heard = any(self._heard(it, at, one) for it in changes)
                found[PupilId(PersonId(one.pupil_id))] += changes if heard else []
        return {pupil: told for pupil, told in found.items() if told}

    def _of_absence(
        self, absence: records.Absence, lesson: records.Lesson
    ) -> Iterator[AbsenceChange]:
        subject = subject_of(self.world, lesson.course_id).title
        told = as_shown(self.world, absence, lesson)
        shown = ShownAbsence(lesson.day, lesson.number, subject, *told)
        if absence.gone_at is None or absence.gone_at > absence.set_at:
            yield CellChange(LessonId(lesson.id), absence.set_at, None, shown)
        if absence.gone_at is not None and absence.gone_at > absence.set_at:
            yield CellChange(LessonId(lesson.id), absence.gone_at, shown, None)

    def _heard(
        self,
        change: MarkChange | AbsenceChange,
        since: datetime,
        of: records.Mark | records.Absence,
    ) -> bool:
        imported = self.world.get(records.School, of.school_id).imported_at
        return change.at >= since and (imported is None or change.at > imported)


def _value(text: str | None) -> MarkValue | None:
    return None if text is None else MarkValue(text)
