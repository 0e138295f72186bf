"""How the journal is filled: lessons without topic or homework, marks, whether they suffice."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from core.diary.forecast.sufficiency import marks_needed
from core.ids import CourseId, PupilId, SubjectId
from core.regulation.profile import Sufficiency
from core.reports.ports import Course, GivenMarks, MarksOfPupil, Taught
from core.reports.results import ClassResults
from core.reports.shares import by_title, per, percent
from core.reports.table import Cell, Column, Kind, Row, Table, said
from core.reports.terms import Term

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Filled:
    """What of some lessons is in the journal."""

    lessons: int = 0
    without_topic: int = 0
    without_homework: int = 0
    marks: int = 0

    def plus(self, other: "Filled") -> "Filled":
        """Return both together."""
        return Filled(
            self.lessons + other.lessons,
            self.without_topic + other.without_topic,
            self.without_homework + other.without_homework,
            self.marks + other.marks,
        )


Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filling:
    """Lessons and marks of some courses, by course and month."""

    cells: Mapping[tuple[CourseId, Month], Filled]

    def by_course(self) -> Mapping[CourseId, Filled]:
        """Return each course's sum."""
        found = defaultdict[CourseId, Filled](Filled)
        for (course, _), one in self.cells.items():
            found[course] = found[course].plus(one)
        return found

    def by_month(self, courses: Collection[CourseId] | None = None) -> Mapping[Month, Filled]:
        """Return each month's sum, of all courses or of some, in order."""
        found = defaultdict[Month, Filled](Filled)
        for (course, month), one in self.cells.items():
            if courses is None or course in courses:
                found[month] = found[month].plus(one)
        return dict(sorted(found.items()))


def filling_of(taught: Iterable[Taught], given: Iterable[GivenMarks]) -> Filling:
    """Return lessons and marks put together."""
    found = defaultdict[tuple[CourseId, Month], Filled](Filled)
    for one in taught:
        key = one.course, (one.day.year, one.day.month)
        lessons = Filled(one.lessons, one.without_topic, one.without_homework)
        found[key] = found[key].plus(lessons)
    for mark in given:
        key = mark.course, (mark.day.year, mark.day.month)
        found[key] = found[key].plus(Filled(marks=mark.marks))
    return Filling(found)


_FILLED = (
    Column(said("lessons"), Kind.COUNT, main=True),
    Column(said("without-topic"), Kind.COUNT, main=True),
    Column(said("without-homework"), Kind.COUNT, main=True),
    Column(said("filled"), Kind.PERCENT),
    Column(said("marks"), Kind.COUNT, main=True),
    Column(said("marks-a-lesson"), Kind.MEAN, main=True),
)


def _cells(one: Filled) -> Row:
    return (
        one.lessons,
        one.without_topic,
        one.without_homework,
        percent(one.lessons - one.without_topic, one.lessons),
        one.marks,
        per(one.marks, one.lessons),
    )


def _total(found: Iterable[Filled], width: int) -> tuple[Row, ...]:
    whole = Filled()
    for one in found:
        whole = whole.plus(one)
    empty: tuple[Cell, ...] = (None,) * (width - 1)
    return ((said("total"), *empty, *_cells(whole)),)


def filling_by_month(filling: Filling) -> Table:
    """Return how the journal is filled, month by month (W8)."""
    found = filling.by_month()
    rows = tuple((_first_of(month), *_cells(one)) for month, one in found.items())
    columns = (Column(said("month"), Kind.TEXT, main=True), *_FILLED)
    totals = _total(found.values(), 1) if rows else ()
    return Table(said("filling-by-month"), columns, rows, totals, (said("filling-note"),))


def _first_of(month: Month) -> Cell:
    return said("month-of", year=str(month[0]), month=month[1])


def filling_by_course(filling: Filling, courses: Mapping[CourseId, Course]) -> Table:
    """Return how each course's journal is filled (W8)."""
    found = filling.by_course()
    ordered = sorted(
        (courses[one] for one in courses if courses[one].subject_title),
        key=lambda one: (by_title(one.subject_title), one.id),
    )
    rows = tuple(
        (one.subject_title, one.teacher, *_cells(found.get(one.id, Filled()))) for one in ordered
    )
    columns = (
        Column(said("subject"), main=True),
        Column(said("teacher"), Kind.NAME),
        *_FILLED,
    )
    totals = _total((found.get(one.id, Filled()) for one in ordered), 2) if rows else ()
    return Table(said("filling-by-course"), columns, rows, totals)


def filling_of_classes(classes: Sequence[tuple[str, Filling]]) -> Table:
    """Return how the journal of each class is filled, month by month (W4, W8).

    The total is the school's: a course of two classes counts once.
    """
    rows = tuple(
        (title, _first_of(month), *_cells(one))
        for title, filling in classes
        for month, one in filling.by_month().items()
    )
    columns = (
        Column(said("class"), main=True),
        Column(said("month"), main=True),
        *_FILLED,
    )
    whole = {key: cell for _, filling in classes for key, cell in filling.cells.items()}
    totals = _total(whole.values(), 2) if rows else ()
    return Table(said("filling-of-classes"), columns, rows, totals, (said("filling-note"),))


_GATHERED = (
    Column(said("subject"), main=True),
    Column(said("teacher"), Kind.NAME),
    Column(said("marks-needed"), Kind.COUNT, main=True),
    Column(said("pupils"), Kind.COUNT),
    Column(said("marks-none"), Kind.COUNT, main=True),
    Column(said("marks-one"), Kind.COUNT, main=True),
    Column(said("marks-fewer"), Kind.COUNT, main=True),
    Column(said("marks-enough"), Kind.COUNT, main=True),
    Column(said("marks-share"), Kind.PERCENT, main=True),
)


@dataclass(frozen=True, slots=True)
class Certifying:
    """By which rule marks certify, and by which period each course: its own.

    `marks` are those of each course's own period.
    """

    rule: Sufficiency
    own: Mapping[CourseId, Term]
    marks: tuple[MarksOfPupil, ...]


def gathered_marks(of: ClassResults, certifying: Certifying) -> Table:
    """Return whether marks suffice to certify (накопляемость, W4, J9), subject by subject.

    A subject by half-years is held to the half-year's norm in a class by quarters too. One mark
    is fewer than enough wherever more are needed, and counted under both.
    """
    have = Counter[tuple[PupilId, SubjectId]]()
    for one in certifying.marks:
        if one.course in of.courses:
            have[one.pupil, of.courses[one.course].subject] += one.marks
    term = of.span.term
    rows = tuple(
        _gathered(of, have, _Taking.of(of, subject, certifying.own), certifying.rule)
        for subject in of.subjects
    )
    title = said("gathered-marks", period=term.title)
    return Table(title, _GATHERED, rows, notes=(said("gathered-note"),))


@dataclass(frozen=True, slots=True)
class _Taking:
    """Who takes a subject, at how many lessons a week, and by which period it is certified."""

    subject: SubjectId
    pupils: tuple[PupilId, ...]
    hours: int
    term: Term

    @classmethod
    def of(cls, of: ClassResults, subject: SubjectId, own: Mapping[CourseId, Term]) -> "_Taking":
        """Return how a subject is taken; at more than one lesson where the files do not tell."""
        pupils = tuple(one for one in of.pupils if subject in of.takes.get(one, {}))
        ids = sorted({id_ for one in pupils for id_ in of.takes[one][subject]})
        hours = (ceil(told) for one in ids if (told := of.courses[one].hours))
        term = next((own[one] for one in ids if one in own), of.span.term)
        return cls(subject, pupils, max(hours, default=_SEVERAL), term)


def _gathered(
    of: ClassResults,
    have: Counter[tuple[PupilId, SubjectId]],
    taking: _Taking,
    rule: Sufficiency,
) -> Row:
    needed = marks_needed(rule, taking.term.kind, taking.hours)
    counts = [have[one, taking.subject] for one in taking.pupils]
    enough = sum(one >= needed for one in counts)
    title, term = of.subjects[taking.subject], taking.term
    return (
        title
        if term == of.span.term
        else said("subject-in-period", subject=title, period=term.title),
        of.teachers(taking.subject),
        needed,
        len(counts),
        counts.count(0),
        counts.count(1),
        len(counts) - enough,
        enough,
        percent(enough, len(counts)),
    )
