"""Ids of rows whose tables give them none: made of what such a row can never change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from core.exchange.bundle import Bundle, FileRows
from core.exchange.files import FILES
from core.exchange.format.spec import Column, FileSpec, Target
from core.exchange.rows.row import Row, Subject
from core.ids import SourceId

_LONGEST_ID = 255
_BETWEEN = "/"


def ids_of_keys(keys: Iterable[tuple[object, ...]]) -> Iterator[SourceId]:
    """Yield an id for each key; rows of the same key are counted in their order."""
    met = Counter[tuple[object, ...]]()
    for key in keys:
        met[key] += 1
        yield _id_of(key if met[key] == 1 else (*key, met[key]))


def _id_of(key: tuple[object, ...]) -> SourceId:
    parts = (part for value in key for part in _parts(value))
    found = _BETWEEN.join(
        part.replace("\\", "\\\\").replace(_BETWEEN, f"\\{_BETWEEN}") for part in parts
    )
    # What is too long for an id is known by its digest.
    return SourceId(found if len(found) <= _LONGEST_ID else sha256(found.encode()).hexdigest())


def _parts(value: object) -> tuple[str, ...]:
    match value:
        case None:
            return ("",)
        case datetime():
            return (value.astimezone(UTC).isoformat(),)
        case Subject():
            return (value.kind, str(value.of))
        case _:
            return (str(value),)


def with_ids_of_keys(bundle: Bundle) -> Bundle:
    """Return the bundle with such rows known by their keys, whatever ids its files give them."""
    naming, files = _Naming(), dict(bundle.files)
    for name, spec in FILES.items():
        if name in files:
            files[name] = naming.named(spec, files[name])
    return replace(bundle, files=files)


@dataclass(frozen=True, slots=True)
class _Naming:
    """Gives rows other ids, and follows those who refer to them."""

    renamed: dict[str, dict[SourceId, SourceId]] = field(default_factory=dict)

    def named(self, spec: FileSpec, told: FileRows) -> FileRows:
        rows = self._following(spec, told)
        keys = (tuple(getattr(row, one) for one in spec.key) for row in rows.values())
        known = dict(zip(rows, ids_of_keys(keys), strict=True)) if spec.key else {}
        others = {given: made for given, made in known.items() if given != made}
        if not others:
            return replace(told, rows=rows)
        self.renamed[spec.name] = others
        named = [replace(row, source=known[given]) for given, row in rows.items()]
        lines = {known.get(given, given): line for given, line in told.lines.items()}
        return replace(told, rows={row.source: row for row in named}, lines=lines)

    def _following(self, spec: FileSpec, told: FileRows) -> Mapping[SourceId, Row]:
        targets = {one.file for column, _ in spec.references for one in _targets(column)}
        if not targets & self.renamed.keys():
            return told.rows
        return {given: self._followed(spec, row) for given, row in told.rows.items()}

    def _followed(self, spec: FileSpec, row: Row) -> Row:
        columns = dict(zip(spec.fields, spec.columns, strict=True))
        changed: dict[str, Any] = {
            name: self._other(column, getattr(row, name)) for name, column in columns.items()
        }
        return replace(row, **changed)

    def _other(self, column: Column, value: object) -> object:
        names = {
            given: self.renamed.get(target.file, {}).get(given, given)
            for target, given in column.refers(value)
        }
        match value:
            case Subject() if names:
                return replace(value, of=names[SourceId(str(value.of))])
            case tuple() if names:
                return tuple(names[one] for one in value)
            case str() if names:
                return names[SourceId(value)]
            case _:
                return value


def _targets(column: Column) -> Iterator[Target]:
    yield from column.by_kind.values()
    if column.target is not None:
        yield column.target
