"""How the classes of a school came through a term, side by side (C7.1)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.access.people import LedClass
from core.journal.values import MarkValue
from core.regulation.profile import Rounding
from core.reports.grades import Standing, share_of_pupils
from core.reports.results import ClassResults
from core.reports.shares import mean_of
from core.reports.table import Column, Kind, Row, Table, said
from core.reports.terms import Term

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
