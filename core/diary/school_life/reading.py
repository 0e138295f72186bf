"""A family looks around: teachers, holidays, events. Each reading passes the gate first."""

from dataclasses import dataclass
from operator import attrgetter

from core.access.people import Actor
from core.diary.reading import Reader
from core.diary.school_life.class_life import (
    ClassLife,
    ClassTeachers,
    EventCalendar,
    HolidayCalendar,
    SubjectTeachers,
    school_year_ahead,
    school_year_behind,
)
from core.ids import PupilId


@dataclass(frozen=True, slots=True)
class ReadTeachers:
    """Open who teaches a pupil (F4)."""

    reader: Reader
    life: ClassLife

    async def __call__(self, actor: Actor, pupil: PupilId) -> ClassTeachers:
        """Return the class teachers, and for each subject who teaches it."""
        child, now, _ = await self.reader.open(actor, pupil)
        found = await self.life.teachers(pupil, now)
        subjects = dict.fromkeys(one.subject for one in found if one.subject)
        return ClassTeachers(
            child,
            tuple(dict.fromkeys(one.name for one in found if not one.subject)),
            tuple(
                SubjectTeachers(
                    subject,
                    tuple(dict.fromkeys(one.name for one in found if one.subject == subject)),
                )
                for subject in subjects
            ),
        )


@dataclass(frozen=True, slots=True)
class ReadHolidays:
    """Open the holiday calendar of the school year (F4)."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId) -> HolidayCalendar:
        """Return the holidays of the year that runs; in summer of the one to come."""
        child, now, _ = await self.reader.open(actor, pupil)
        found = await self.reader.book.holidays(pupil, *school_year_ahead(now))
        return HolidayCalendar(child, now, tuple(found))


@dataclass(frozen=True, slots=True)
class ReadEvents:
    """Open the events of the pupil's class and of the school (F3)."""

    reader: Reader
    life: ClassLife

    async def __call__(self, actor: Actor, pupil: PupilId, *, over: bool = False) -> EventCalendar:
        """Return what is going on and ahead, or what of the school year is over."""
        child, now, _ = await self.reader.open(actor, pupil)
        days = school_year_behind(now) if over else (now, school_year_ahead(now)[1])
        found = await self.life.events(pupil, *days, today=now)
        shown = [one for one in found if (one.ends < now) == over]
        ordered = sorted(shown, key=attrgetter("begins", "id"), reverse=over)
        return EventCalendar(child, now, over, tuple(ordered))
