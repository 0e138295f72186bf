"""Which marks of a school year's end are missing: of the year, and after an exam (F8, J13)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.ids import ClassId, CourseId, PupilId
from core.journal.values import PeriodMarkKind


class Lack(StrEnum):
    """What is missing in a cell, and how it is known; the more certain comes first."""

    PERIOD = "period"
    YEAR = "year"
    FINAL = "final"
    FINAL_OF_OTHERS = "final-of-others"

    @property
    def kind(self) -> PeriodMarkKind:
        """Return the kind of mark that would fill the cell."""
        return PeriodMarkKind.FINAL if self is Lack.FINAL_OF_OTHERS else PeriodMarkKind(self.value)


@dataclass(frozen=True, slots=True)
class Taking:
    """A pupil in a course of a school year, and which marks of its end stand in the subject.

    `until` is the last day on which the course was taught in the year; `subject` tells subjects
    apart and no more. A mark counts in whichever course of the subject, and at whichever period of
    the year a file has put it.
    """

    pupil: PupilId
    class_id: ClassId
    course: CourseId
    subject: int
    until: date
    marks: frozenset[PeriodMarkKind] = frozenset()


def missing_of_year(takings: Iterable[Taking]) -> Sequence[tuple[Taking, Lack]]:
    """Return what is missing at the end of a school year, in the order of the takings (J13).

    The year's mark is due from everybody who takes a subject of marks, also where it was taught in
    a part of the year alone; where one course of a subject followed another, in the later one.

    Who sits an exam no record of the school says, so an exam's mark is never missing. A subject's
    final mark is missing where an exam's stands (C4.4.3, E3 2.17): that is certain. Where more
    than half of a class have a subject's final mark the others lack it too: this is concluded,
    and told apart. Fewer may have got it for a reason of their own, and prove nothing.
    """
    asked = _later_ones(takings)
    given = _given_to_most(asked)
    return [
        (one, lack)
        for one in asked
        for lack in _lacks(one.marks, most_have_it=(one.class_id, one.subject) in given)
    ]


def _lacks(marks: frozenset[PeriodMarkKind], *, most_have_it: bool) -> Sequence[Lack]:
    found = [] if PeriodMarkKind.YEAR in marks else [Lack.YEAR]
    if PeriodMarkKind.FINAL in marks:
        return found
    if PeriodMarkKind.EXAM in marks:
        return [*found, Lack.FINAL]
    return [*found, Lack.FINAL_OF_OTHERS] if most_have_it else found


def _later_ones(takings: Iterable[Taking]) -> list[Taking]:
    """Leave out courses that another one of the same subject followed for the pupil."""
    known = list(takings)
    last = defaultdict[tuple[PupilId, int], date](lambda: date.min)
    for one in known:
        last[one.pupil, one.subject] = max(last[one.pupil, one.subject], one.until)
    return [one for one in known if one.until == last[one.pupil, one.subject]]


def _given_to_most(takings: Iterable[Taking]) -> set[tuple[ClassId, int]]:
    """Return classes and subjects in which more than half of the pupils have a final mark."""
    pupils = defaultdict[tuple[ClassId, int], dict[PupilId, bool]](dict)
    for one in takings:
        pupils[one.class_id, one.subject][one.pupil] = PeriodMarkKind.FINAL in one.marks
    return {cell for cell, of in pupils.items() if sum(of.values()) * 2 > len(of)}
