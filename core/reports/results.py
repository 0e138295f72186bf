"""The final marks of a class for a term: who takes what, and how each mark stands."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from core.access.people import Name
from core.ids import CourseId, PupilId, SubjectId
from core.journal.values import (
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
)
from core.regulation.profile import Rounding
from core.reports.grades import Grade, Standing, grade_of, standing_of
from core.reports.ports import Course, Place, SummedUp
from core.reports.roll import Roll
from core.reports.shares import by_name, by_title
from core.reports.terms import Span, Term

_SUMMED_UP = frozenset({CourseKind.LESSON, CourseKind.HOME})
"""Electives are not summed up (J19)."""


@dataclass(frozen=True)
class ClassResults:
    """The final marks of a class, with who takes what."""

    roll: Roll
    places: tuple[Place, ...]
    courses: Mapping[CourseId, Course]
    marks: tuple[SummedUp, ...]
    span: Span
    rounding: Rounding

    @cached_property
    def pupils(self) -> Mapping[PupilId, Name]:
        """Return who is in the class at the term's end, or today; their marks are summed up."""
        return self.roll.on(self.span.until)

    @cached_property
    def takes(self) -> Mapping[PupilId, Mapping[SubjectId, frozenset[CourseId]]]:
        """Return in which courses each pupil takes each subject on that day."""
        found = defaultdict[PupilId, defaultdict[SubjectId, set[CourseId]]](
            lambda: defaultdict(set)
        )
        for one in self.places:
            course = self.courses.get(one.course)
            if course and course.kind in _SUMMED_UP and one.holds(self.span.until):
                found[one.pupil][course.subject].add(course.id)
        return {
            pupil: {subject: frozenset(ids) for subject, ids in of.items()}
            for pupil, of in found.items()
        }

    @cached_property
    def subjects(self) -> Mapping[SubjectId, str]:
        """Return the subjects that the class's pupils take, or are summed up in, by title."""
        titles = {
            self.courses[course].subject: self.courses[course].subject_title
            for pupil in self.pupils
            for of in self.takes.get(pupil, {}).values()
            for course in of
        }
        titles |= {
            one.subject: one.subject_title for one in self.marks if one.pupil in self.pupils
        }
        return {
            subject: titles[subject]
            for subject in sorted(titles, key=lambda one: (by_title(titles[one]), one))
        }

    @cached_property
    def _cells(self) -> Mapping[tuple[PupilId, "Slot"], Mapping[SubjectId, MarkValue]]:
        found = defaultdict[tuple[PupilId, "Slot"], dict[SubjectId, MarkValue]](dict)
        for one in self.marks:
            found[one.pupil, self._slot(one)][one.subject] = one.value
        return found

    def _slot(self, mark: SummedUp) -> "Slot":
        # The "period mark" of a whole year is the year's mark, however the files call it.
        if mark.kind is PeriodMarkKind.PERIOD:
            return PeriodMarkKind.YEAR if mark.period == self.span.year.id else mark.period
        return mark.kind

    def of(self, pupil: PupilId, slot: "Slot") -> Mapping[SubjectId, MarkValue]:
        """Return a pupil's marks of a period, or of the year's end, by subject."""
        return self._cells.get((pupil, slot), {})

    @property
    def slot(self) -> "Slot":
        """Return what the term's own marks are: of a period, or of the year."""
        return slot_of(self.span.term)

    def standings(self) -> dict[PupilId, Standing]:
        """Return how everybody stands at the term's end."""
        return {one: standing_of(self.of(one, self.slot).values()) for one in self.pupils}

    def grades(self, subject: SubjectId) -> Counter[Grade]:
        """Return how often each mark stands in a subject."""
        marks = (self.of(one, self.slot).get(subject) for one in self.pupils)
        return Counter(grade_of(one) for one in marks if one)

    def values(self, subject: SubjectId | None = None) -> list[MarkValue]:
        """Return the marks of a subject, or of all."""
        return [
            value
            for pupil in self.pupils
            for of, value in self.of(pupil, self.slot).items()
            if subject in {None, of}
        ]

    def unset(self, subject: SubjectId) -> int:
        """Return how many take a subject and have no mark of it."""
        return sum(
            subject in self.takes.get(one, {}) and subject not in self.of(one, self.slot)
            for one in self.pupils
        )

    def teachers(self, subject: SubjectId) -> tuple[Name, ...]:
        """Return who teaches the subject in this class; subgroups have several."""
        ids = {id_ for one in self.pupils for id_ in self.takes.get(one, {}).get(subject, ())}
        names = {name for one in ids if (name := self.courses[one].teacher)}
        return tuple(name for _, name in by_name([(0, one) for one in names]))


Slot = int | PeriodMarkKind
"""A column of a year's table: a period by its number, or what comes at the year's end."""


def slot_of(term: Term) -> Slot:
    """Return where the marks of a term stand."""
    return PeriodMarkKind.YEAR if term.kind is PeriodKind.YEAR else term.id
