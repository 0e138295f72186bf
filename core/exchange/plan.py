"""What an import would change, file by file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.exchange.bundle import Claim
from core.exchange.faults import Clash
from core.exchange.rows.one_roster import SchoolRow
from core.exchange.rows.row import Row
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class Changed:
    """A record before and after; `revived` where it was gone before."""

    before: Row
    after: Row
    revived: bool = False


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What becomes of one file's records.

    `renamed`: old id and new one of records that give their id to another (`FileSpec.keeps_cell`);
    they are renamed before all else, and `gone` knows them by the new one.
    """

    new: tuple[Row, ...] = ()
    changed: tuple[Changed, ...] = ()
    gone: tuple[Row, ...] = ()
    renamed: Mapping[SourceId, SourceId] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import changes.

    `claims`: by file and id, what a restored record keeps of its maker.
    `school` and `zone` are None where they stay as they are.
    """

    files: Mapping[str, FilePlan] = field(default_factory=dict)
    school: SchoolRow | None = None
    zone: str | None = None
    claims: Mapping[str, Mapping[SourceId, Claim]] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files or self.school or self.zone)

    def of(self, file: str) -> FilePlan:
        """Return what becomes of one file's records."""
        return self.files.get(file, _UNTOUCHED)


_UNTOUCHED = FilePlan()
