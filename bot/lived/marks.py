"""Teachers mark: all in a control work, else a third of the course, and who lacks marks (J9)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from bot.lived.absences import Absences
from bot.lived.given import GivenMarks
from bot.lived.lessons import GivenLesson
from bot.lived.lots import lot
from bot.lived.people import People
from bot.lived.records import Records
from core.diary.forecast.sufficiency import marks_needed
from core.exchange.rows.companions import ControlRow, CourseRow, LessonRow, WorkTieRow
from core.exchange.rows.one_roster import CategoryRow, GroupRow, MarkRow, PeriodRow, WorkRow
from core.ids import SourceId
from core.journal.values import ControlKind, MarkValue
from core.regulation.profile import Sufficiency

_ONE_OF: Final = 3
_LOWEST, _HIGHEST = 2, 5
_SWING: Final = 2.2
"""How far apart the best and the worst mark of one pupil lie."""
_KEPT, _LIFT = 0.75, 1.0
"""How much of what a pupil was worth stays: who stood at 2,5 learns and gets to 2,9."""


@dataclass(frozen=True, slots=True)
class Spared:
    """A pupil who is not asked in a course up to a day, both known by the school's files."""

    pupil: SourceId
    course: SourceId
    until: date


class Marks:
    """Fills the columns of the journal, but not those of who is spared there."""

    def __init__(
        self, records: Records, people: People, absences: Absences, spared: Collection[Spared]
    ) -> None:
        self._records, self._people, self._absences = records, people, absences
        self._spared = {(one.pupil, one.course): one.until for one in spared}
        self._given = GivenMarks(records)
        self._periods = {one.source: one for one in records.of("academicSessions", PeriodRow)}
        self._groups = {one.source: one for one in records.of("classes", GroupRow)}
        self._titles = {one.source: one.title for one in records.of("categories", CategoryRow)}
        courses = records.of("x_courses", CourseRow)
        self._hours = {one.group: int(one.weekly_hours or 0) for one in courses}
        kinds = records.of("x_categories", ControlRow)
        self._controls = {one.category for one in kinds if one.kind is ControlKind.CONTROL}
        self._works: dict[tuple[SourceId, date], list[WorkRow]] = defaultdict(list)
        for one in records.of("lineItems", WorkRow):
            self._works[one.group, one.assigned].append(one)
        ties = records.of("x_works", WorkTieRow)
        self._lessons = {one.work: one.lesson for one in ties}
        self._known = {(one.work, one.pupil) for one in records.ever("results", MarkRow)}

    def enter(self, lesson: GivenLesson) -> None:
        """Mark who was asked in the lesson."""
        work = self._work(lesson)
        for pupil in self._asked(lesson, work):
            if (work.source, pupil) not in self._known:
                value = self._value(work, pupil)
                source = SourceId(f"m-{work.source}-{pupil}")
                mark = MarkRow(source, work.source, pupil, value, lesson.row.day, "", lesson.over)
                self._records.write("results", mark)
                self._given.give(work, pupil, value)

    def _asked(self, lesson: GivenLesson, work: WorkRow) -> Sequence[SourceId]:
        pupils = self._people.pupils(lesson.row.group, lesson.row.day)
        present = [
            one
            for one in pupils
            if not self._absences.missed(lesson, one) and not self._is_spared(one, lesson.row)
        ]
        if work.category in self._controls:
            return present
        period = self._periods.get(work.period) if work.period else None
        begins = period.begins if period else work.assigned
        have = {
            one: len(self._given.within(work.group, one, begins, work.assigned)) for one in present
        }
        due = self._due(period, work) if period else 0
        usual, lacking = -(-len(pupils) // _ONE_OF), sum(n < due for n in have.values())
        order = sorted(present, key=lambda one: (have[one], lot(work.source, one, "asked")))
        return order[: max(usual, lacking)]

    def _is_spared(self, pupil: SourceId, lesson: LessonRow) -> bool:
        until = self._spared.get((pupil, lesson.group))
        return until is not None and lesson.day <= until

    def _due(self, period: PeriodRow, work: WorkRow) -> float:
        """Return how many marks there would be by now if they came evenly, enough to certify."""
        hours = self._hours.get(work.group, 0)
        passed = (work.assigned - period.begins).days / (period.ends - period.begins).days
        return marks_needed(Sufficiency(), period.kind, hours) * passed

    def _value(self, work: WorkRow, pupil: SourceId) -> MarkValue:
        swing = (lot(work.source, pupil, "value") - 0.5) * _SWING
        number = round(self._given.level(work.group, pupil) * _KEPT + _LIFT + swing)
        return MarkValue.of(str(min(max(number, _LOWEST), _HIGHEST)))

    def _work(self, lesson: GivenLesson) -> WorkRow:
        """Return the work of a lesson: one that was planned for the day, or else a new one."""
        on_the_day = self._works[lesson.row.group, lesson.row.day]
        for work in on_the_day:
            if self._lessons.get(work.source) in {None, lesson.row.source}:
                self._tie(work, lesson)
                return work
        work = self._new(lesson)
        on_the_day.append(work)
        self._records.write("lineItems", work)
        self._tie(work, lesson)
        return work

    def _tie(self, work: WorkRow, lesson: GivenLesson) -> None:
        if work.source not in self._lessons:
            tie = SourceId(f"xw-{work.source}")
            self._records.write("x_works", WorkTieRow(tie, work.source, lesson.row.source, None))
            self._lessons[work.source] = lesson.row.source

    def _new(self, lesson: GivenLesson) -> WorkRow:
        row = lesson.row
        title = self._titles.get(row.category, "") if row.category else ""
        terms = [self._periods[one] for one in self._groups[row.group].terms]
        running = (one.source for one in terms if one.begins <= row.day <= one.ends)
        return WorkRow(
            SourceId(f"w-{row.source}"),
            title=_title_of(title, row.topic),
            assigned=row.day,
            due=row.day,
            group=row.group,
            category=row.category,
            period=next(running, None),
            lowest=Decimal(1),
            highest=Decimal(_HIGHEST),
        )


def _title_of(kind: str, topic: str) -> str:
    """Return what a work is called: its kind and topic; a control work's topic names both."""
    if not topic or topic.startswith(kind):
        return topic or kind
    return f"{kind}: {topic}"
