"""The summary sheet (сводная ведомость): final marks of a class as they stand at this moment.

It is formed anew each time, and printed for the archive (E3 2.18).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from core.access.people import Name
from core.ids import PupilId
from core.journal.values import AT_THE_END, PeriodMarkKind
from core.reports.grades import standing_of
from core.reports.results import ClassResults, Slot
from core.reports.shares import mean_of
from core.reports.table import Cell, Column, Kind, Row, Said, Table, said

_PUPIL: Final = (Column(said("number"), Kind.COUNT), Column(said("pupil"), Kind.NAME, main=True))


def summary_of_term(of: ClassResults) -> Table:
    """Return each pupil's marks of a term by subject, with the mean and how the pupil stands."""
    rows = tuple(
        (at, name, *_marks(of, pupil, of.slot), _mean(of, pupil), _standing(of, pupil))
        for at, (pupil, name) in enumerate(of.pupils.items(), start=1)
    )
    columns = (
        *_PUPIL,
        *_subjects(of),
        Column(said("mean"), Kind.MEAN, main=True),
        Column(said("standing"), main=True),
    )
    notes = (said("summary-note"),)
    return Table(said("summary"), columns, rows, _below(of), notes, names=2)


def _subjects(of: ClassResults) -> Iterable[Column]:
    return (Column(title, Kind.MARK) for title in of.subjects.values())


def _marks(of: ClassResults, pupil: PupilId, slot: Slot) -> Row:
    marks = of.of(pupil, slot)
    return tuple(marks.get(subject) for subject in of.subjects)


def _mean(of: ClassResults, pupil: PupilId) -> Cell:
    return mean_of(of.of(pupil, of.slot).values(), of.rounding)


def _standing(of: ClassResults, pupil: PupilId) -> Said:
    return said(f"is-{standing_of(of.of(pupil, of.slot).values()).value}")


def _below(of: ClassResults) -> tuple[Row, ...]:
    """Return the mean of each subject, below its marks."""
    if not of.pupils:
        return ()
    means = [mean_of(of.values(subject), of.rounding) for subject in of.subjects]
    return ((None, said("mean"), *means, mean_of(of.values(), of.rounding), None),)


def summary_of_year(of: ClassResults) -> Table:
    """Return for each pupil a row of each period, the year, exams and the final marks."""
    slots = _slots(of)
    rows = tuple(
        (at, name, title, *_marks(of, pupil, slot))
        for at, (pupil, name) in enumerate(of.pupils.items(), start=1)
        for slot, title in slots
    )
    columns = (*_PUPIL, Column(said("period")), *_subjects(of))
    return Table(said("summary-by-period"), columns, rows, notes=(said("summary-note"),), names=2)


def _slots(of: ClassResults) -> Sequence[tuple[Slot, Said | str]]:
    """Return the rows of a pupil: exams and final marks only where the class has some."""
    given = {mark.kind for mark in of.marks if mark.pupil in of.pupils}
    ends = [
        (kind, said(f"end-{kind.value}"))
        for kind in AT_THE_END
        if kind is PeriodMarkKind.YEAR or kind in given
    ]
    periods: list[tuple[Slot, Said | str]] = [(one.id, one.title) for one in of.span.periods]
    return [*periods, *ends]


def summaries_of_pupils(of: ClassResults) -> tuple[Table, ...]:
    """Return a table for each pupil: subjects down, periods and the year's end across."""
    slots = _slots(of)
    return tuple(_of_pupil(of, pupil, name, slots) for pupil, name in of.pupils.items())


def _of_pupil(
    of: ClassResults, pupil: PupilId, name: Name, slots: Sequence[tuple[Slot, Said | str]]
) -> Table:
    found = [of.of(pupil, slot) for slot, _ in slots]
    taken = [
        (subject, title)
        for subject, title in of.subjects.items()
        if subject in of.takes.get(pupil, {}) or any(subject in one for one in found)
    ]
    rows = tuple((title, *(one.get(subject) for one in found)) for subject, title in taken)
    columns = (
        Column(said("subject"), main=True),
        *(Column(title, Kind.MARK, main=True) for _, title in slots),
    )
    means = (mean_of(one.values(), of.rounding) for one in found)
    total = (said("mean"), *means)
    return Table(said("of-pupil", pupil=name), columns, rows, (total,) if rows else ())
