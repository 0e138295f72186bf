"""The use case of an export: all that stands, and what must be remembered of what does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.exchange.bundle import Current, KnownSchool, Standing
from core.exchange.files import FILES
from core.exchange.ports import SchoolRecords
from core.exchange.rows import OriginRow, Row, SchoolRow
from core.exchange.schools import the_school
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class Exported:
    """A school as a bundle's rows, by file. `school` fills the columns that name the school."""

    files: Mapping[str, list[Row]]
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
    files: dict[str, list[Row]] = {
        name: [row for one, row in current.of(name).rows.items() if one in kept[name]]
        for name in FILES
        if name not in ("orgs", "x_origins")
    }
    if known.identifier:
        files["orgs"] = [SchoolRow(source, known.name, "school", known.identifier)]
    files["x_origins"] = [
        row for name in files for row in _origins(name, current.of(name), kept[name])
    ]
    return Exported(files, known.zone, source)


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
        for column, value_of in FILES[name].references:
            value = value_of(row)
            if column.target is not None and value:
                ids = value if isinstance(value, tuple) else (value,)
                waiting += [(column.target.file, one) for one in ids]
    return kept


def _origins(name: str, standing: Standing, kept: set[SourceId]) -> list[Row]:
    told = [one for one in standing.rows if one in kept]
    return [
        OriginRow(SourceId(f"{name}/{one}"), name, one, standing.by.get(one), one in standing.gone)
        for one in told
        if one in standing.by or one in standing.gone
    ]
