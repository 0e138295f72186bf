"""A bundle against a school as it stands: what is new, changed, gone, or held."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from core.exchange.bundle import (
    NOTHING,
    Bundle,
    Claim,
    Current,
    FileRows,
    KnownSchool,
    Mode,
    Standing,
)
from core.exchange.faults import Clash, ClashReason, Difference
from core.exchange.files import FILES, MADE_UP
from core.exchange.format.spec import Column, FileSpec
from core.exchange.plan import Changed, FilePlan, ImportPlan
from core.exchange.rows.one_roster import SchoolRow
from core.exchange.rows.row import Row
from core.exchange.years import SchoolYears
from core.ids import SourceId

_UTC = ZoneInfo("UTC")
_NOT_COMPARED = frozenset({"source", "recorded_at"})
_ID_KEPT = 200  # of an id, so that it is none too long with what is added to it


def difference(bundle: Bundle, current: Current, school: KnownSchool | None) -> ImportPlan:
    """Return what the bundle changes. A bundle without a fault is asked for; see `check`."""
    years, claims = SchoolYears(bundle, current), bundle.claims()
    held = _held_by_persons(current)
    plans, clashes = dict[str, FilePlan](), list[Clash]()
    for name, told in bundle.files.items():
        if name in MADE_UP:
            continue
        comparing = _Comparing(FILES[name], told, current.of(name), claims.get(name, {}))
        comparing.gone = comparing.taken_back(years, held.get(name, frozenset()))
        plan = comparing.plan()
        clashes += comparing.clashes
        if plan:
            plans[name] = plan
    return ImportPlan(
        {name: plans[name] for name in FILES if name in plans},
        _school(bundle.school, school),
        None if school and bundle.zone == school.zone else bundle.zone,
        claims,
        tuple(clashes),
    )


def _school(told: SchoolRow | None, known: KnownSchool | None) -> SchoolRow | None:
    if told is None or known is None:
        return told
    same = (told.source, told.identifier, told.name) == (
        known.source,
        known.identifier,
        known.name,
    )
    return None if same else told


def _held_by_persons(current: Current) -> Mapping[str, frozenset[SourceId]]:
    """Return the records without which a person's entry could not stand.

    What only grows holds nobody: a message to a pupil's family does not keep the pupil here.
    """
    held: dict[str, set[SourceId]] = {}
    waiting = [
        (FILES[name], standing.rows[source])
        for name, standing in current.files.items()
        if not FILES[name].only_grows
        for source in standing.by
        if source not in standing.gone
    ]
    while waiting:
        spec, row = waiting.pop()
        for target, source in spec.referred(row):
            file, referred = target.file, current.of(target.file).rows.get(source)
            if referred is not None and source not in held.setdefault(file, set()):
                held[file].add(source)
                waiting.append((FILES[file], referred))
    return {name: frozenset(sources) for name, sources in held.items()}


class _Comparing:
    """One file's rows against what stands of them."""

    def __init__(
        self,
        spec: FileSpec,
        told: FileRows,
        standing: Standing,
        claims: Mapping[SourceId, Claim],
    ) -> None:
        self.spec, self.told, self.standing, self.claims = spec, told, standing, claims
        self.clashes: list[Clash] = []
        self.gone: list[Row] = []
        self.renamed: dict[SourceId, SourceId] = {}
        self._cells = _cells_of_persons(spec, standing)

    def plan(self) -> FilePlan:
        """Return what becomes of the file's records."""
        new, changed = list[Row](), list[Changed]()
        rows = self.standing.rows
        for source, row in self.told.rows.items():
            have = rows.get(source)
            if have is None:
                if not self._cell_is_taken(row):
                    new.append(row)
            elif not self._may_change(have, row):
                continue
            elif self.spec.keeps_cell and _cell(self.spec, have) != _cell(self.spec, row):
                self._retire(have)
                new.append(row)
            else:
                changed.append(Changed(have, row, revived=source in self.standing.gone))
        return FilePlan(tuple(new), tuple(changed), tuple(self.gone), self.renamed)

    def _may_change(self, have: Row, row: Row) -> bool:
        if self._is_as_it_stands(have, row):
            return False
        if self.spec.only_grows:
            self._list(have, row)
            return False
        return not self._person_wins(have, row) and not self._cell_is_taken(row)

    def _retire(self, have: Row) -> None:
        """Take a record back for good: its id is free for another."""
        free = (SourceId(f"{have.source[:_ID_KEPT]}~{number}") for number in count(1))
        known = (self.standing.rows, self.told.rows, self.renamed.values())
        retired = next(one for one in free if not any(one in ids for ids in known))
        self.renamed[have.source] = retired
        if have.source not in self.standing.gone:
            self.gone.append(replace(have, source=retired))

    def _is_as_it_stands(self, have: Row, row: Row) -> bool:
        source = row.source
        claim = self.claims.get(source)
        if (source in self.standing.gone) != (claim is not None and claim.gone):
            return False
        if claim is not None and claim.person != self.standing.by.get(source):
            return False
        return have == row

    def _person_wins(self, have: Row, row: Row) -> bool:
        source = row.source
        if source not in self.standing.by:
            return False
        self._list(have, row)
        return True

    def _list(self, have: Row, row: Row) -> None:
        """List where a file differs from what a person entered and stands."""
        taken_back = row.source in self.standing.gone
        reason = ClashReason.TAKEN_BACK if taken_back else ClashReason.DIFFERS
        differences = () if taken_back else _differences(self.spec, have, row)
        # Where only the maker differs there is nothing to tell.
        if taken_back or differences:
            self._clash(row.source, reason, differences)

    def _cell_is_taken(self, row: Row) -> bool:
        """Say whether a person filled the cell, and list where the file differs."""
        if not self._cells:
            return False
        holder = self._cells.get(_cell(self.spec, row))
        if holder is None or holder.source == row.source:
            return False
        differences = _differences(self.spec, holder, row)
        if differences:
            self._clash(row.source, ClashReason.CELL_TAKEN, differences)
        return True

    def taken_back(self, years: SchoolYears, held: frozenset[SourceId]) -> list[Row]:
        """Return the records that the file takes back."""
        if self.spec.only_grows:
            for row in self._deleted():
                self._clash(row.source, ClashReason.KEPT)
            return []
        if self.told.mode is Mode.BULK:
            return [row for row in self._missing(years) if row.source not in held]
        return [row for row in self._deleted() if self._may_go(row, held)]

    def _missing(self, years: SchoolYears) -> Iterator[Row]:
        told, standing = self.told.rows, self.standing
        for source, row in standing.living():
            if source in told or source in standing.by:
                continue
            if years.taken_back_by_bulk(years.of(self.spec, row)):
                yield row

    def _deleted(self) -> Iterator[Row]:
        for source in self.told.deleted:
            row = self.standing.rows.get(source)
            if row is not None and source not in self.standing.gone:
                yield row

    def _may_go(self, row: Row, held: frozenset[SourceId]) -> bool:
        if row.source in self.standing.by:
            self._clash(row.source, ClashReason.KEPT)
            return False
        if row.source in held:
            self._clash(row.source, ClashReason.IN_USE)
            return False
        return True

    def _clash(
        self, source: SourceId, reason: ClashReason, differences: tuple[Difference, ...] = ()
    ) -> None:
        line = self.told.lines.get(source, 0)
        self.clashes.append(Clash(self.spec.csv, line, source, reason, differences))


def _cell(spec: FileSpec, row: Row) -> object:
    return attrgetter(*spec.cell)(row)


def _cells_of_persons(spec: FileSpec, standing: Standing) -> dict[object, Row]:
    if not spec.cell or standing is NOTHING:
        return {}
    rows = (standing.rows[source] for source in standing.by if source not in standing.gone)
    return {_cell(spec, row): row for row in rows}


def _differences(spec: FileSpec, stands: Row, offered: Row) -> tuple[Difference, ...]:
    found = []
    for field, column in zip(spec.fields, spec.columns, strict=True):
        ours, theirs = getattr(stands, field), getattr(offered, field)
        if field not in _NOT_COMPARED and ours != theirs:
            shown = _shown(column, ours), _shown(column, theirs)
            found.append(Difference(column.names[-1], *shown))
    return tuple(found)


def _shown(column: Column, value: Any) -> str:  # noqa: ANN401 - of any form
    """Return a value as its file spells it."""
    if value is None or value in ("", ()):
        return ""
    if len(column.names) > 1:
        return str(getattr(value, "text", value))
    return str(column.form.write(value, _UTC))
