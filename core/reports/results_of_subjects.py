"""How a class came through each subject of a term (W6, W11)."""

from collections import Counter
from decimal import Decimal

from core.reports.grades import Grade, share_of_marks
from core.reports.results import ClassResults
from core.reports.shares import mean_of
from core.reports.table import Column, Kind, Row, Table, said

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
