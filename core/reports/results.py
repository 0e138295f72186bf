"""How a class came through a term: by subject, and what its class teacher reports of it.

Success: the share without an unsatisfactory mark; quality: the share of fours and fives.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from core.access.people import LedClass, Name
from core.ids import CourseId, PupilId, SubjectId
from core.journal.values import (
    FAIL,
    NOT_CERTIFIED,
    PASS,
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
)
from core.regulation.profile import Rounding
from core.reports.attendance import REASONS, Presence
from core.reports.lists import PoorOfPupil
from core.reports.ports import Course, Place, SummedUp
from core.reports.roll import Movement, Roll
from core.reports.shares import by_name, by_title, mean_of, percent
from core.reports.table import Cell, Column, Kind, Row, Said, Table, said
from core.reports.terms import Span, Term

_SUMMED_UP = frozenset({CourseKind.LESSON, CourseKind.HOME})
"""Electives are not summed up (J19)."""

_LEAST_GOOD, _LEAST_PASSED, _BEST = 4, 3, 5


class Grade(StrEnum):
    """What a final mark counts as."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    POOR = "2"
    PASSED = "pass"
    NOT_CERTIFIED = "none"


def grade_of(value: MarkValue) -> Grade:
    """Return what a mark counts as; of two in a cell the lower one."""
    if value.text == FAIL:
        return Grade.POOR
    if value.text in {PASS, NOT_CERTIFIED}:
        return Grade(value.text)
    lowest = min(value.numbers)
    return Grade(str(lowest)) if lowest >= _LEAST_PASSED else Grade.POOR


class Standing(StrEnum):
    """How a pupil stands over all subjects. Everybody stands somewhere, and once."""

    EXCELLENT = "excellent"
    GOOD = "good"
    ONE_THREE = "one-three"
    FAIR = "fair"
    PASSED = "passed"
    POOR = "poor"
    NOT_CERTIFIED = "not-certified"
    UNMARKED = "unmarked"


def standing_of(marks: Iterable[MarkValue]) -> Standing:
    """Return how a pupil stands by the marks that are set so far."""
    grades = Counter(grade_of(one) for one in marks)
    if not grades:
        return Standing.UNMARKED
    if grades[Grade.POOR]:
        return Standing.POOR
    if grades[Grade.NOT_CERTIFIED]:
        return Standing.NOT_CERTIFIED
    if grades[Grade.THREE]:
        return Standing.ONE_THREE if grades[Grade.THREE] == 1 else Standing.FAIR
    if grades[Grade.FOUR]:
        return Standing.GOOD
    return Standing.EXCELLENT if grades[Grade.FIVE] else Standing.PASSED


_SUCCEEDED = frozenset(
    {Standing.EXCELLENT, Standing.GOOD, Standing.ONE_THREE, Standing.FAIR, Standing.PASSED}
)
_OF_QUALITY = frozenset({Standing.EXCELLENT, Standing.GOOD})


@dataclass(frozen=True, slots=True)
class Share:
    """Success and quality: of `counted` pupils or marks, so many succeeded and so many are good.

    What is told in words only (зачёт) counts for success and not for quality.
    """

    counted: int
    succeeded: int
    good: int
    in_words: int = 0

    @property
    def success(self) -> Decimal | None:
        """Return the share that succeeded, in per cent."""
        return percent(self.succeeded, self.counted)

    @property
    def quality(self) -> Decimal | None:
        """Return the share that is good, in per cent."""
        return percent(self.good, self.counted - self.in_words)


def share_of_marks(grades: Counter[Grade]) -> Share:
    """Return success and quality of a subject's marks."""
    good = grades[Grade.FIVE] + grades[Grade.FOUR]
    passed = grades[Grade.PASSED]
    return Share(grades.total(), good + grades[Grade.THREE] + passed, good, passed)


def share_of_pupils(standings: Counter[Standing]) -> Share:
    """Return success and quality of a class, of those who are marked at all."""
    return Share(
        standings.total() - standings[Standing.UNMARKED],
        sum(standings[one] for one in _SUCCEEDED),
        sum(standings[one] for one in _OF_QUALITY),
        standings[Standing.PASSED],
    )


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


_GRADES = (Grade.FIVE, Grade.FOUR, Grade.THREE, Grade.POOR, Grade.PASSED, Grade.NOT_CERTIFIED)
_OF_GRADES = (
    *(Column(said(f"grade-{one.value}"), Kind.COUNT) for one in _GRADES),
    Column(said("grade-unset"), Kind.COUNT, main=True),
    Column(said("success"), Kind.PERCENT, main=True),
    Column(said("quality"), Kind.PERCENT, main=True),
    Column(said("mean"), Kind.MEAN, main=True),
)


def _grade_cells(grades: Counter[Grade], unset: int, mean: Decimal | None) -> Row:
    share = share_of_marks(grades)
    return (*(grades[one] for one in _GRADES), unset, share.success, share.quality, mean)


def results_table(of: ClassResults) -> Table:
    """Return how the class came through each subject (W6, W11)."""
    rows, sums, unset = list[Row](), Counter[Grade](), 0
    for subject, title in of.subjects.items():
        grades, lacking = of.grades(subject), of.unset(subject)
        mean = mean_of(of.values(subject), of.rounding)
        cells = _grade_cells(grades, lacking, mean)
        rows.append((title, of.teachers(subject), grades.total() + lacking, *cells))
        sums += grades
        unset += lacking
    mean = mean_of(of.values(), of.rounding)
    total = (said("total"), None, sums.total() + unset, *_grade_cells(sums, unset, mean))
    columns = (
        Column(said("subject"), main=True),
        Column(said("teacher"), Kind.NAME),
        Column(said("pupils"), Kind.COUNT),
        *_OF_GRADES,
    )
    notes = (said("results-note"),)
    return Table(said("results"), columns, tuple(rows), (total,) if rows else (), notes)


_REPORTED = (
    Column(said("indicator"), main=True),
    Column(said("count"), Kind.COUNT, main=True),
    Column(said("share"), Kind.PERCENT, main=True),
    Column(said("who")),
)


def period_table(
    of: ClassResults, movement: Movement, presence: Presence, poor: Sequence[PoorOfPupil]
) -> Table:
    """Return what a class teacher reports of a term (W6)."""
    standings = of.standings()
    counts = Counter(standings.values())
    share, size = share_of_pupils(counts), len(standings)
    rows: list[Row] = [
        (said("roll-begun"), movement.begun, None, None),
        (said("roll-arrived"), movement.arrived, None, _moved(movement, "arrived")),
        (said("roll-left"), movement.left, None, _moved(movement, "left")),
        (said("roll-ended"), size, None, None),
        *(
            (said(f"standing-{one.value}"), counts[one], percent(counts[one], size), who)
            for one in Standing
            if (who := tuple(_who(of, standings, one))) or one is not Standing.PASSED
        ),
        (said("success"), share.succeeded, share.success, None),
        (said("quality"), share.good, share.quality, None),
        (said("poor-marks-count"), sum(len(one.marks) for one in poor), None, _got(poor)),
        (said("lessons-given"), presence.given, None, None),
        (said("missed"), presence.missed, percent(presence.missed, presence.given), None),
        *_missed_by_reason(presence),
        (said("late"), presence.late, None, None),
    ]
    mean = mean_of(of.values(), of.rounding)
    told = () if mean is None else (said("class-mean", mean=mean),)
    notes = (*told, said("results-note"))
    return Table(said("period-report"), _REPORTED, tuple(rows), notes=notes)


def _missed_by_reason(presence: Presence) -> Iterable[Row]:
    for key, code in REASONS.items():
        count = presence.codes[code]
        yield said(key), count, percent(count, presence.given), None


def _got(poor: Sequence[PoorOfPupil]) -> Cell:
    return tuple(said("pupil-times", pupil=one.name, count=len(one.marks)) for one in poor)


def _moved(movement: Movement, move: str) -> Cell:
    return tuple(one.name for one in movement.moves if one.move.value == move)


def _who(
    of: ClassResults, standings: Mapping[PupilId, Standing], standing: Standing
) -> Iterable[Name | Said]:
    """Yield who stands so, with the subjects on which it rests where few do."""
    grade = _RESTS_ON.get(standing)
    for pupil, name in of.pupils.items():
        if standings[pupil] is not standing:
            continue
        if grade is None:
            yield name
            continue
        marks = of.of(pupil, of.slot)
        titles = [
            of.subjects[one]
            for one in of.subjects
            if one in marks and grade_of(marks[one]) is grade
        ]
        yield said("pupil-in", pupil=name, subjects=", ".join(titles))


_RESTS_ON = {
    Standing.ONE_THREE: Grade.THREE,
    Standing.POOR: Grade.POOR,
    Standing.NOT_CERTIFIED: Grade.NOT_CERTIFIED,
}


_OF_CLASS = (
    Column(said("class"), main=True),
    Column(said("period")),
    Column(said("pupils"), Kind.COUNT),
    *(Column(said(f"standing-{one.value}"), Kind.COUNT) for one in Standing),
    Column(said("success"), Kind.PERCENT, main=True),
    Column(said("quality"), Kind.PERCENT, main=True),
    Column(said("mean"), Kind.MEAN, main=True),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a class came through a period of its own, in numbers."""

    title: str
    period: str
    standings: Counter[Standing]
    values: tuple[MarkValue, ...]


def figures_of(led: LedClass, of: ClassResults) -> Figures:
    """Return a class's numbers of a term."""
    counts = Counter(of.standings().values())
    return Figures(led.title, of.span.term.title, counts, tuple(of.values()))


def results_of_classes(classes: Sequence[Figures], term: Term, rounding: Rounding) -> Table:
    """Return how the classes of a school came through a term (C7.1).

    A class by half-years stands in the table of the quarter with which its half-year ends.
    """
    rows = tuple(
        (one.title, one.period, *_class_cells(one.standings, mean_of(one.values, rounding)))
        for one in classes
    )
    sums = sum((one.standings for one in classes), Counter[Standing]())
    mean = mean_of((value for one in classes for value in one.values), rounding)
    total = (said("total"), None, *_class_cells(sums, mean))
    title = said("results-of-classes", period=term.title)
    return Table(title, _OF_CLASS, rows, (total,) if rows else (), (said("results-note"),))


def _class_cells(counts: Counter[Standing], mean: Decimal | None) -> Row:
    share = share_of_pupils(counts)
    cells = (counts[one] for one in Standing)
    return (counts.total(), *cells, share.success, share.quality, mean)
