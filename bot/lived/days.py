"""Days of a school, one after the other, and the lessons that are to come."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.lived.absences import Absences
from bot.lived.hours import Hours
from bot.lived.lessons import Lessons
from bot.lived.marks import Marks, Spared
from bot.lived.people import People
from bot.lived.records import Records
from core.exchange.bundle import Bundle, Current
from core.journal.calendar import days_between

_AHEAD: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Living:
    """How a school lives: in which zone, and whom its teachers have their reasons not to ask."""

    zone: ZoneInfo
    spared: tuple[Spared, ...] = ()


def lived(current: Current, first: date, last: date, *, living: Living) -> Bundle:
    """Return what teachers wrote from one day to another, and what they plan for a week more."""
    records = Records(current)
    people = People(records)
    lessons = Lessons(records, Hours(records), people, living.zone)
    absences = Absences(records, people)
    marks = Marks(records, people, absences, living.spared)
    for day in days_between(first, last):
        for lesson in lessons.give(day):
            absences.note(lesson)
            marks.enter(lesson)
    for day in days_between(last, last + _AHEAD)[1:]:
        lessons.plan(day)
    return records.bundle()
