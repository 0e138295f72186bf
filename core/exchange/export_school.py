"""The use case of an export: all that stands, and what must be remembered of what does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.exchange.bundle import Current, KnownSchool, Standing
from core.exchange.files import FILES, MADE_UP
from core.exchange.ports import SchoolRecords
from core.exchange.rows.of_exports import OriginRow
from core.exchange.rows.one_roster import SchoolRow
from core.exchange.rows.row import Row
from core.exchange.schools import the_school
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is no more and goes out apart from its file, with who took it back."""

    file: str
    row: Row
    by: SourceId | None


@dataclass(frozen=True, slots=True)
class Exported:
    """A school as a bundle's rows, by file. `school` fills the columns that name the school."""

    files: Mapping[str, list[Row]]
    gone: tuple[Gone, ...]
    zone: str
    school: SourceId


@dataclass(frozen=True, slots=True)
class ExportSchool:
    """Give a school out, whole."""

    records: SchoolRecords

    async def __call__(self, *, school: str | None) -> Exported:
        """Return the school's records; raise a refusal where it is not clear whose."""
        known = the_school(await self.records.schools(), asked=school)
        current = await self.records.current(known.id)
        return exported(known, current)


def exported(known: KnownSchool, current: Current) -> Exported:
    """Return what goes out: what stands, what a person took back, and what these refer to."""
    kept = _kept(current)
    source = known.source or SourceId(known.identifier or "school")
    files: dict[str, list[Row]] = {name: [] for name in FILES if name not in MADE_UP}
    gone = list[Gone]()
    for name, rows in files.items():
        standing = current.of(name)
        for one, row in standing.rows.items():
            if one not in standing.gone:
                rows.append(row)
            elif one in kept[name]:
                gone.append(Gone(name, row, standing.by.get(one)))
    if known.identifier:
        files["orgs"] = [SchoolRow(source, known.name, "school", known.identifier)]
    files["x_origins"] = [row for name in files for row in _origins(name, current.of(name))]
    return Exported(files, tuple(gone), known.zone, source)


def _kept(current: Current) -> dict[str, set[SourceId]]:
    """Return by file the ids that go out; what is gone goes out only where something needs it."""
    kept: dict[str, set[SourceId]] = {name: set() for name in FILES}
    waiting = [
        (name, source)
        for name, standing in current.files.items()
        for source in standing.rows
        if source not in standing.gone or source in standing.by
    ]
    waiting += [
        ("users", person) for standing in current.files.values() for person in standing.by.values()
    ]
    while waiting:
        name, source = waiting.pop()
        row = current.of(name).rows.get(source)
        if row is None or source in kept[name]:
            continue
        kept[name].add(source)
        waiting += [(target.file, one) for target, one in FILES[name].referred(row)]
    return kept


def _origins(name: str, standing: Standing) -> list[Row]:
    return [
        OriginRow(SourceId(f"{name}/{one}"), name, one, person)
        for one, person in standing.by.items()
        if one not in standing.gone
    ]
