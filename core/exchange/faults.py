"""What is wrong with a bundle, and what is only odd: codes and fields, no prose."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

_KEPT = 1000


class FaultCode(StrEnum):
    """Why a bundle cannot be taken."""

    NOT_A_BUNDLE = "not-a-bundle"
    UNSAFE_PATH = "unsafe-path"
    TOO_LARGE = "too-large"
    FILE_MISSING = "file-missing"
    FILE_UNLISTED = "file-unlisted"
    FILE_UNEXPECTED = "file-unexpected"
    ENCODING = "encoding"
    MALFORMED = "malformed"
    ROW_WIDTH = "row-width"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    EMPTY = "empty"
    BAD_VALUE = "bad-value"
    ID_TWICE = "id-twice"
    CELL_TWICE = "cell-twice"
    DANGLING = "dangling"
    OUT_OF_YEAR = "out-of-year"
    OUT_OF_LIMITS = "out-of-limits"
    ENDS_BEFORE_BEGIN = "ends-before-begin"
    SCHOOLS = "schools"
    KEPT_DIFFERS = "kept-differs"
    CHAIN_BROKEN = "chain-broken"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault with its place. `line` counts from 1 at the header; 0 means the file as a whole.

    `expected` is notation (`YYYY-MM-DD`, `users.sourcedId`, `1..5`, `>= 0`, `≠ m1`), the same
    in every language.
    """

    file: str
    line: int
    column: str
    code: FaultCode
    found: str
    expected: str

    @property
    def notation(self) -> str:
        """Return it on one line, for a log and a developer."""
        place = ":".join(str(one) for one in (self.file, self.line or "", self.column) if one)
        return f"{place}: {self.code}: {self.found!r}, expected {self.expected}"


@dataclass(slots=True)
class FaultList:
    """Every fault of a bundle: the first thousand in full, all of them counted."""

    kept: list[Fault] = field(default_factory=list)
    total: int = 0

    def add(self, fault: Fault) -> None:
        """Count a fault, and keep it while there is room."""
        self.total += 1
        if len(self.kept) < _KEPT:
            self.kept.append(fault)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Add several."""
        for fault in faults:
            self.add(fault)

    def __bool__(self) -> bool:
        return self.total > 0


class ClashReason(StrEnum):
    """Why the school's files and a person's entry do not go together."""

    DIFFERS = "differs"
    TAKEN_BACK = "taken-back"
    CELL_TAKEN = "cell-taken"
    IN_USE = "in-use"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Difference:
    """One column in which a bundle's row differs from what a person entered."""

    column: str
    stands: str
    offered: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A row of the bundle that lost against a person's entry, which stands."""

    file: str
    line: int
    source: str
    reason: ClashReason
    differences: tuple[Difference, ...] = ()

    @property
    def notation(self) -> str:
        """Return it on one line, for a log and a developer."""
        shown = ", ".join(
            f"{one.column}: {one.stands!r} stands, not {one.offered!r}" for one in self.differences
        )
        return f"{self.file}:{self.line}: {self.source}: {self.reason} {shown}".rstrip()


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word of the format's description
    """A teacher or a room that two lessons want at the same time."""

    file: str
    line: int
    what: str
    who: str
    records: tuple[str, str]

    @property
    def notation(self) -> str:
        """Return it on one line, for a log and a developer."""
        return f"{self.file}:{self.line}: {self.what} {self.who}: {', '.join(self.records)}"
