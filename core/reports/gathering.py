"""Reads the journal of some classes for reports: each kind of record once, for all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.access.people import LedClass
from core.ids import ClassId, CourseId, PupilId, SchoolId
from core.regulation.profile import Rounding
from core.reports.attendance import ClassAttendance, GivenLessons
from core.reports.filling import Filling, filling_of
from core.reports.ports import Course, Family, Place, ReportBook, SummedUp, Taught, VisitBook
from core.reports.results import ClassResults
from core.reports.roll import Roll
from core.reports.terms import Span, Term, periods_of, year_of


@dataclass(frozen=True, slots=True)
class OfClass:
    """A class over a school year: its roll, and who of it takes which courses."""

    led: LedClass
    roll: Roll
    places: tuple[Place, ...]
    courses: Mapping[CourseId, Course]
    periods: tuple[Term, ...]

    @property
    def pupils(self) -> Sequence[PupilId]:
        """Return everybody who was ever in the class within the year."""
        return list(dict.fromkeys(one.pupil for one in self.roll.stays))

    def results(self, marks: Sequence[SummedUp], span: Span, rounding: Rounding) -> ClassResults:
        """Return the class's final marks."""
        return ClassResults(self.roll, self.places, self.courses, tuple(marks), span, rounding)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Classes of a school over a year, and the terms that a school has."""

    year: Term
    classes: tuple[OfClass, ...]
    terms: tuple[Term, ...] = ()

    @property
    def pupils(self) -> Sequence[PupilId]:
        """Return the pupils of all classes, each once."""
        return list(dict.fromkeys(pupil for one in self.classes for pupil in one.pupils))

    @property
    def courses(self) -> Mapping[CourseId, Course]:
        """Return the courses of all classes."""
        return {number: course for one in self.classes for number, course in one.courses.items()}


@dataclass(frozen=True, slots=True)
class GatherClasses:
    """Reads what reports are made of."""

    book: ReportBook
    visits: VisitBook

    async def year(self, school: SchoolId, day: date) -> tuple[Term, Sequence[Term]] | None:
        """Return the school year of a day with all terms, or None where none is set."""
        terms = await self.book.terms(school)
        year = year_of(terms, day)
        return (year, terms) if year else None

    async def __call__(
        self, classes: Sequence[LedClass], year: Term, terms: Sequence[Term]
    ) -> Gathered:
        """Return the classes over a year."""
        stays = await self.book.stays([one.id for one in classes], year.begins, year.ends)
        of_pupil = defaultdict[PupilId, list[int]](list)
        for at, one in enumerate(stays):
            of_pupil[one.pupil].append(at)
        places = [one for one in await self.book.places(list(of_pupil)) if _within(one, year)]
        known = await self.book.courses(sorted({one.course for one in places}))
        courses = {one.id: one for one in known}
        by_pupil = defaultdict[PupilId, list[Place]](list)
        for place in places:
            if place.course in courses:
                by_pupil[place.pupil].append(place)
        found = []
        for led in classes:
            pupils = {one.pupil for one in stays if one.class_id == led.id}
            roll = Roll(led.id, tuple(stays[at] for one in pupils for at in of_pupil[one]))
            own = tuple(place for one in pupils for place in by_pupil[one])
            taken = {one.course: courses[one.course] for one in own if _while_here(one, roll)}
            periods = periods_of(terms, year, [one.terms for one in taken.values()])
            found.append(OfClass(led, roll, own, taken, periods))
        return Gathered(year, tuple(found), tuple(terms))

    async def taught(self, of: Gathered, first: date, last: date) -> Sequence[Taught]:
        """Return the lessons held in the courses of all classes."""
        return await self.book.taught(sorted(of.courses), first, last)

    async def attendance(
        self, of: Gathered, taught: Sequence[Taught], first: date, last: date
    ) -> Mapping[ClassId, ClassAttendance]:
        """Return what attendance is counted from, by class."""
        lessons = GivenLessons(taught)
        missed = defaultdict[PupilId, list[int]](list)
        all_missed = await self.book.missed(of.pupils, first, last)
        for at, one in enumerate(all_missed):
            missed[one.pupil].append(at)
        return {
            one.led.id: ClassAttendance(
                one.roll,
                one.places,
                lessons,
                tuple(all_missed[at] for pupil in one.pupils for at in missed[pupil]),
            )
            for one in of.classes
        }

    async def filling(
        self, of: Gathered, taught: Sequence[Taught], first: date, last: date
    ) -> Mapping[ClassId, Filling]:
        """Return how the journal is filled, by class."""
        given = await self.book.given(sorted(of.courses), first, last)
        whole = filling_of(taught, given)
        return {
            one.led.id: Filling(
                {key: cell for key, cell in whole.cells.items() if key[0] in one.courses}
            )
            for one in of.classes
        }

    async def families(self, of: OfClass, span: Span) -> Sequence[Family]:
        """Return the families of who is in a class at a term's end or today, by name."""
        pupils = list(of.roll.on(span.until))
        found = await self.visits.families(pupils, span.term.begins, span.until)
        by_pupil = {one.pupil.person: one for one in found}
        return [by_pupil[one] for one in pupils if one in by_pupil]


def _within(place: Place, year: Term) -> bool:
    return (place.begins is None or place.begins <= year.ends) and (
        place.ends is None or year.begins <= place.ends
    )


def _while_here(place: Place, roll: Roll) -> bool:
    """Say whether a pupil was in a course while in the class."""
    return any(
        stay.pupil == place.pupil
        and stay.touches(place.begins or date.min, place.ends or date.max)
        for stay in roll.own
    )
