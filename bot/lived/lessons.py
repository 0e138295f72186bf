"""Lessons are given as timetable and plan have it; those of the next days are planned."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.lived.hours import Hours
from bot.lived.lots import lot
from bot.lived.people import People
from bot.lived.records import Records
from core.exchange.rows.companions import ControlRow, LessonRow, SlotRow
from core.ids import SourceId
from core.journal.values import ControlKind, LessonState

FILE: Final = "x_lessons"
_AFTER_SCHOOL: Final = time(15)
_ORDINARY: Final = (ControlKind.ANSWER, ControlKind.HOMEWORK, ControlKind.INDEPENDENT)

Hour = tuple[date, int]


class Lessons:
    """The lessons of the courses, on record and written anew."""

    def __init__(self, records: Records, hours: Hours, people: People, zone: ZoneInfo) -> None:
        self._records, self._hours, self._people, self._zone = records, hours, people, zone
        self._at: dict[SourceId, dict[Hour, LessonRow]] = defaultdict(dict)
        self._left = set[tuple[SourceId, date | None, int | None]]()
        for one in records.of(FILE, LessonRow):
            self._at[one.group][one.day, one.number] = one
            self._left.add((one.group, one.moved_from_day, one.moved_from_number))
        kinds = records.of("x_categories", ControlRow)
        self._ordinary = sorted(one.category for one in kinds if one.kind in _ORDINARY)

    def give(self, day: date) -> Sequence["GivenLesson"]:
        """Write the lessons of a day that were planned as given; return them."""
        found = list[GivenLesson]()
        for slot in self._hours.on(day):
            lesson = self._standing(slot, day)
            if lesson is None or lesson.state is not LessonState.PLANNED:
                continue
            over = datetime.combine(day, slot.ends or _AFTER_SCHOOL, self._zone)
            # What a person wrote there stands as it is.
            if not self._records.is_by_person(FILE, lesson.source):
                lesson = self._write(self._given(lesson, over))
            found.append(GivenLesson(lesson, over))
        return found

    def plan(self, day: date) -> None:
        """Write the lessons of a day that is still to come."""
        for slot in self._hours.on(day):
            self._standing(slot, day)

    def _standing(self, slot: SlotRow, day: date) -> LessonRow | None:
        """Return the lesson of an hour, planned now if it was not; None where it was moved."""
        if (slot.group, day, slot.number) in self._left:
            return None
        found = self._at[slot.group].get((day, slot.number))
        return found or self._write(self._planned(slot, day))

    def _write(self, lesson: LessonRow) -> LessonRow:
        self._at[lesson.group][lesson.day, lesson.number] = lesson
        self._records.write(FILE, lesson)
        return lesson

    def _planned(self, slot: SlotRow, day: date) -> LessonRow:
        plan = self._hours.plan(slot.group, self._number(slot.group, (day, slot.number)))
        source = SourceId(f"l-{slot.group}-{day}-{slot.number - 1}")
        usual = self._ordinary[int(lot(source, "kind") * len(self._ordinary))]
        return LessonRow(
            source,
            group=slot.group,
            day=day,
            number=slot.number,
            state=LessonState.PLANNED,
            moved_from_day=None,
            moved_from_number=None,
            topic=plan.topic if plan else "",
            homework="",
            homework_due=None,
            teacher=self._people.teacher(slot.group),
            replaces=None,
            category=(plan and plan.category) or usual,
            recorded_at=None,
        )

    def _given(self, lesson: LessonRow, over: datetime) -> LessonRow:
        number = self._number(lesson.group, (lesson.day, lesson.number))
        plan = self._hours.plan(lesson.group, number)
        return replace(
            lesson,
            state=LessonState.HELD,
            homework=plan.homework if plan else "",
            homework_due=self._hours.next_day(lesson.group, lesson.day) if plan else None,
            recorded_at=over,
        )

    def _number(self, group: SourceId, hour: Hour) -> int:
        """Return which lesson of the course's plan this is."""
        before = [
            at
            for at, one in self._at[group].items()
            if at < hour and one.state is not LessonState.CANCELLED
        ]
        return len(before) + 1


@dataclass(frozen=True, slots=True)
class GivenLesson:
    """A lesson that was given, and when it was over."""

    row: LessonRow
    over: datetime
