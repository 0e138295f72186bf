"""The one shape of all tables that are looked at, printed, kept: typed cells, keys of words.

How wide a column is, which words a key stands for and how a number is written is not said here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.access.people import Name
from core.journal.values import MarkValue

Told = str | int | Decimal | date | Name


@dataclass(frozen=True, slots=True)
class Said:
    """Words by their key, with what they tell of."""

    key: str
    told: Mapping[str, Told] = field(default_factory=dict)


def said(key: str, /, **told: Told) -> Said:
    """Return words by their key."""
    return Said(key, told)


@dataclass(frozen=True, slots=True)
class Lines:
    """What somebody wrote at length: a document keeps its lines, and all of it."""

    text: str


Single = str | int | Decimal | date | Name | MarkValue | Said | Lines | None
Cell = Single | tuple[Single, ...]
"""What a cell holds; None is an empty one, a tuple several things beside each other.

A `date` may be a `datetime` of the school's zone.
"""

Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What a column's cells mean: so a document knows how to align, widen and sum them up."""

    TEXT = "text"
    NAME = "name"
    MARK = "mark"
    COUNT = "count"
    MEAN = "mean"
    PERCENT = "percent"
    """A `Decimal` of 0 to 100."""
    DAY = "day"
    MOMENT = "moment"

    @property
    def is_number(self) -> bool:
        """Say whether cells are counted with."""
        return self in {Kind.COUNT, Kind.MEAN, Kind.PERCENT}

    @property
    def is_narrow(self) -> bool:
        """Say whether a cell holds a few signs only, whatever its heading."""
        return self.is_number or self is Kind.MARK


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, as the school writes it or as words of ours, and what it holds.

    `main` says that a short look, as a phone gives it, shows the column too.
    """

    heading: Said | str
    kind: Kind = Kind.TEXT
    main: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with totals that stand apart from them and notes below.

    The first `names` columns say whose a row is: they stay in view, and rows of the same one
    after another belong together.
    """

    title: Said
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    totals: tuple[Row, ...] = ()
    notes: tuple[Said, ...] = ()
    names: int = 1

    def __post_init__(self) -> None:
        width = len(self.columns)
        if any(len(row) != width for row in (*self.rows, *self.totals)):
            raise ValueError(f"{self.title.key}: a row is not as wide as the {width} columns")

    def column(self, key: str) -> Sequence[Cell]:
        """Return what stands in the rows under a heading of ours."""
        at = next(
            place
            for place, one in enumerate(self.columns)
            if isinstance(one.heading, Said) and one.heading.key == key
        )
        return [row[at] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Report:
    """Tables that are handed over together: what they are, of whom and when, and who signs.

    `made_at` is in the school's zone. `of` names the class, the period or whatever it is of.
    """

    title: Said
    school: str
    made_at: datetime
    of: tuple[Said, ...] = ()
    tables: tuple[Table, ...] = ()
    signed: tuple[Said, ...] = ()
