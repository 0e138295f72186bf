"""A bundle as it was read, and a school as it stands: the two sides that are compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.exchange.rows.of_exports import GoneRow, OriginRow
from core.exchange.rows.one_roster import SchoolRow
from core.exchange.rows.row import Row
from core.ids import SchoolId, SourceId


class Mode(StrEnum):
    """How a file speaks: the whole truth, changes only, or not at all."""

    BULK = "bulk"
    DELTA = "delta"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class FileRows:
    """One file's records. `deleted` are the ids that it says are no more, with their lines.

    `whole` is False where the file could not be read in full, so that it proves nothing.
    `schools`: what its rows name as their school, with the first line that does.
    """

    mode: Mode
    rows: Mapping[SourceId, Row] = field(default_factory=dict)
    lines: Mapping[SourceId, int] = field(default_factory=dict)
    deleted: Mapping[SourceId, int] = field(default_factory=dict)
    whole: bool = True
    schools: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an export remembers of a record besides its file: who made it, whether it is gone."""

    person: SourceId | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that a bundle says. A file that is absent is not among `files`."""

    files: Mapping[str, FileRows]
    zone: str | None = None

    @property
    def schools(self) -> tuple[SchoolRow, ...]:
        """Return the schools that the bundle names; other kinds of organisation are ignored."""
        told = self.files.get("orgs")
        found = told.rows.values() if told else ()
        return tuple(one for one in found if isinstance(one, SchoolRow) and one.kind == "school")

    @property
    def school(self) -> SchoolRow | None:
        """Return the school that the bundle speaks for, if it says so."""
        return next(iter(self.schools), None)

    def claims(self) -> dict[str, dict[SourceId, Claim]]:
        """Return by file and id who made a record, or that it is kept though it is no more."""
        found: dict[str, dict[SourceId, Claim]] = {}
        for name in ("x_gone", "x_origins"):
            told = self.files.get(name)
            for row in told.rows.values() if told else ():
                if isinstance(row, OriginRow | GoneRow):
                    claim = Claim(row.person, gone=isinstance(row, GoneRow))
                    found.setdefault(row.file, {})[row.record] = claim
        return found


@dataclass(frozen=True, slots=True)
class Standing:
    """One file's records as the school has them. `by`: the person who made or last changed one."""

    rows: Mapping[SourceId, Row] = field(default_factory=dict)
    by: Mapping[SourceId, SourceId] = field(default_factory=dict)
    gone: frozenset[SourceId] = frozenset()

    def living(self) -> Iterator[tuple[SourceId, Row]]:
        """Return the records that are not gone."""
        return ((source, row) for source, row in self.rows.items() if source not in self.gone)


NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class KnownSchool:
    """A school that the store has; one made by hand has no identifier before its first import."""

    id: SchoolId
    source: SourceId | None
    identifier: str | None
    name: str
    zone: str
    imported: bool


@dataclass(frozen=True, slots=True)
class Current:
    """A school as it stands."""

    files: Mapping[str, Standing] = field(default_factory=dict)

    def of(self, file: str) -> Standing:
        """Return what stands of one file."""
        return self.files.get(file, NOTHING)
