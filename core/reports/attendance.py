"""Attendance of a class: by pupil, by subject, and over the year as a class journal sums it up.

A lesson counts for the class while the pupil was in it; who came late was there.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Final

from core.ids import CourseId, PupilId, SubjectId
from core.journal.values import AbsenceCode
from core.reports.ports import Missed, Place, Stay, Taught
from core.reports.roll import Roll
from core.reports.shares import by_title, percent
from core.reports.table import Column, Kind, Row, Table, said
from core.reports.terms import Span, Term

REASONS: Final = {
    "missed-ill": AbsenceCode.ILL,
    "missed-excused": AbsenceCode.EXCUSED,
    "missed-absent": AbsenceCode.ABSENT,
}
"""The letters under which a pupil was not at a lesson, by the heading of their column."""

_AWAY: Final = tuple(REASONS.values())


class GivenLessons:
    """The lessons held, by course and day: asked for stretches of days again and again."""

    def __init__(self, taught: Iterable[Taught]) -> None:
        self._of = defaultdict[CourseId, dict[date, int]](dict)
        for one in taught:
            self._of[one.course][one.day] = self._of[one.course].get(one.day, 0) + one.lessons

    def on(self, course: CourseId, day: date) -> int:
        """Return how many lessons a course had on a day."""
        return self._of[course].get(day, 0) if course in self._of else 0

    def between(self, course: CourseId, first: date, last: date) -> int:
        """Return how many lessons a course had in the days, both included."""
        days, sums = self._summed.get(course, ((), (0,)))
        return max(0, sums[bisect_right(days, last)] - sums[bisect_left(days, first)])

    @cached_property
    def _summed(self) -> Mapping[CourseId, tuple[Sequence[date], Sequence[int]]]:
        found = {}
        for course, of_days in self._of.items():
            days = sorted(of_days)
            found[course] = days, [0, *accumulate(of_days[day] for day in days)]
        return found


@dataclass(frozen=True, slots=True)
class Presence:
    """A pupil's attendance over some days: lessons given, missed by letter, days missed whole."""

    given: int = 0
    codes: Counter[AbsenceCode] = field(default_factory=Counter)
    whole_days: int = 0

    @property
    def missed(self) -> int:
        """Return how many lessons the pupil was not at."""
        return sum(self.codes[one] for one in _AWAY)

    @property
    def late(self) -> int:
        """Return for how many lessons the pupil came late."""
        return self.codes[AbsenceCode.LATE]

    def plus(self, other: "Presence") -> "Presence":
        """Return both together."""
        return Presence(
            self.given + other.given, self.codes + other.codes, self.whole_days + other.whole_days
        )


@dataclass(frozen=True)
class ClassAttendance:
    """What attendance of one class is counted from."""

    roll: Roll
    places: tuple[Place, ...]
    lessons: GivenLessons
    missed: tuple[Missed, ...]

    @cached_property
    def _places(self) -> Mapping[PupilId, Sequence[Place]]:
        found = defaultdict[PupilId, list[Place]](list)
        for one in self.places:
            found[one.pupil].append(one)
        return found

    @cached_property
    def _stays(self) -> Mapping[PupilId, Sequence[Stay]]:
        found = defaultdict[PupilId, list[Stay]](list)
        for one in self.roll.own:
            found[one.pupil].append(one)
        return found

    @cached_property
    def of_class(self) -> Sequence[Missed]:
        """Return what was missed or come late to by who was in the class on that day."""
        return [one for one in self.missed if self._was_here(one.pupil, one.day)]

    @cached_property
    def _by_pupil(self) -> Mapping[PupilId, Sequence[Missed]]:
        found = defaultdict[PupilId, list[Missed]](list)
        for one in self.of_class:
            found[one.pupil].append(one)
        return found

    def _was_here(self, pupil: PupilId, day: date) -> bool:
        return any(one.holds(day) for one in self._stays.get(pupil, ()))

    def of(self, pupil: PupilId, first: date, last: date) -> Presence:
        """Return a pupil's attendance over some days."""
        missed = [one for one in self._by_pupil.get(pupil, ()) if first <= one.day <= last]
        away = Counter(one.day for one in missed if one.code in _AWAY)
        whole = sum(count >= self._given_on(pupil, day) for day, count in away.items())
        given = sum(
            self._given(one, stay, first, last)
            for one in self._places.get(pupil, ())
            for stay in self._stays.get(pupil, ())
        )
        return Presence(given, Counter(one.code for one in missed), whole)

    def _given(self, place: Place, stay: Stay, first: date, last: date) -> int:
        if stay.dropped is not None:
            return 0
        begins = max(one for one in (first, place.begins, stay.begins) if one)
        ends = min(one for one in (last, place.ends, stay.ends) if one)
        return self.lessons.between(place.course, begins, ends) if begins <= ends else 0

    def _given_on(self, pupil: PupilId, day: date) -> int:
        places = (one for one in self._places.get(pupil, ()) if one.holds(day))
        return sum(self.lessons.on(one.course, day) for one in places)

    def all(self, first: date, last: date) -> dict[PupilId, Presence]:
        """Return the attendance of everybody who was in the class in the days, by name."""
        return {pupil: self.of(pupil, first, last) for pupil in self.roll.during(first, last)}


def summed(presences: Iterable[Presence]) -> Presence:
    """Return all together."""
    whole = Presence()
    for one in presences:
        whole = whole.plus(one)
    return whole


_PUPIL = (Column(said("number"), Kind.COUNT), Column(said("pupil"), Kind.NAME, main=True))
COUNTED = (
    Column(said("lessons-given"), Kind.COUNT),
    Column(said("missed"), Kind.COUNT, main=True),
    *(Column(said(key), Kind.COUNT, main=True) for key in REASONS),
    Column(said("whole-days"), Kind.COUNT),
    Column(said("late"), Kind.COUNT, main=True),
    Column(said("attended"), Kind.PERCENT),
)


def counted(one: Presence) -> Row:
    """Return the cells of an attendance, as `COUNTED` heads them."""
    return (
        one.given,
        one.missed,
        *(one.codes[code] for code in _AWAY),
        one.whole_days,
        one.late,
        percent(max(0, one.given - one.missed), one.given),
    )


def attendance_table(of: ClassAttendance, span: Span) -> Table:
    """Return the attendance of each pupil over a term (W6)."""
    first, last = span.term.begins, span.until
    names, found = of.roll.during(first, last), of.all(first, last)
    rows = [(at, names[one], *counted(found[one])) for at, one in enumerate(names, start=1)]
    total = (None, said("total"), *counted(summed(found.values())))
    return Table(
        said("attendance"),
        (*_PUPIL, *COUNTED),
        tuple(rows),
        (total,) if rows else (),
        (said("attendance-note"),),
        names=2,
    )


def attendance_by_subject(of: ClassAttendance, span: Span) -> Table:
    """Return how many lessons each pupil missed in each subject."""
    first, last = span.term.begins, span.until
    names = of.roll.during(first, last)
    away = [one for one in of.of_class if one.code in _AWAY and first <= one.day <= last]
    titles = {one.subject: one.subject_title for one in away}
    subjects = sorted(titles, key=lambda one: (by_title(titles[one]), one))
    counts = Counter((one.pupil, one.subject) for one in away)
    rows = [
        (at, names[pupil], *_of_subjects(counts, pupil, subjects))
        for at, pupil in enumerate(names, start=1)
    ]
    sums = Counter(one.subject for one in away)
    total = (None, said("total"), *(sums[one] for one in subjects), len(away))
    columns = (
        *_PUPIL,
        *(Column(titles[one], Kind.COUNT) for one in subjects),
        Column(said("missed"), Kind.COUNT, main=True),
    )
    totals = (total,) if rows else ()
    return Table(said("attendance-by-subject"), columns, tuple(rows), totals, names=2)


def _of_subjects(
    counts: Counter[tuple[PupilId, SubjectId]], pupil: PupilId, subjects: Sequence[SubjectId]
) -> Row:
    cells = [counts[pupil, one] for one in subjects]
    return (*(one or None for one in cells), sum(cells))


def attendance_summary(of: ClassAttendance, span: Span) -> Table:
    """Return days and lessons missed by each pupil in each period and over the year (W6)."""
    year = span.year
    names = of.roll.during(year.begins, max(year.begins, min(year.ends, span.today)))
    begun = [one for one in span.periods if one.begins <= span.today]
    rows, sums = list[Row](), [Presence() for _ in (*begun, year)]
    for at, (pupil, name) in enumerate(names.items(), start=1):
        found = [of.of(pupil, one.begins, min(one.ends, span.today)) for one in (*begun, year)]
        sums = [one.plus(other) for one, other in zip(sums, found, strict=True)]
        rows.append((at, name, *_days_and_lessons(found)))
    total = (None, said("total"), *_days_and_lessons(sums))
    columns = (
        *_PUPIL,
        *(column for one in begun for column in _of_term(one)),
        Column(said("year-days"), Kind.COUNT, main=True),
        Column(said("year-lessons"), Kind.COUNT, main=True),
        Column(said("year-ill"), Kind.COUNT, main=True),
    )
    totals = (total,) if rows else ()
    notes = (said("attendance-summary-note"),)
    return Table(said("attendance-summary"), columns, tuple(rows), totals, notes, names=2)


def _of_term(term: Term) -> tuple[Column, ...]:
    return tuple(
        Column(said(key, period=term.title), Kind.COUNT)
        for key in ("period-days", "period-lessons", "period-ill")
    )


def _days_and_lessons(found: Iterable[Presence]) -> tuple[int, ...]:
    return tuple(
        cell for one in found for cell in (one.whole_days, one.missed, one.codes[AbsenceCode.ILL])
    )


def attendance_of_classes(classes: Sequence[tuple[str, int, Presence]]) -> Table:
    """Return the attendance of each class of a school, of so many pupils, over a term (W8)."""
    rows = tuple((title, pupils, *counted(one)) for title, pupils, one in classes)
    whole = summed(one for _, _, one in classes)
    columns = (
        Column(said("class"), main=True),
        Column(said("pupils-over-term"), Kind.COUNT),
        *COUNTED,
    )
    total = (said("total"), sum(pupils for _, pupils, _ in classes), *counted(whole))
    notes = (said("attendance-note"),)
    return Table(said("attendance-of-classes"), columns, rows, (total,) if rows else (), notes)
