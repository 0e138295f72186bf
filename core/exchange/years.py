"""Of which school year a record is, and which days a school year has."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from core.exchange.bundle import Bundle, Current
from core.exchange.files import FILES
from core.exchange.format.spec import FileSpec
from core.exchange.rows.one_roster import PeriodRow
from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.values import PeriodKind


class SchoolYears:
    """The school years of a bundle and of what stands, each known by the year in which it ends."""

    def __init__(self, bundle: Bundle, current: Current) -> None:
        self._rows: Mapping[str, Mapping[SourceId, Row]] = {
            name: _both(name, bundle, current) for name in FILES
        }
        self._told_by = {name: _told_by(spec) for name, spec in FILES.items()}
        told = bundle.files.get("academicSessions")
        self.told = _years(told.rows if told else {})
        periods = self._rows["academicSessions"].values()
        self._bounds = _bounds([row for row in periods if isinstance(row, PeriodRow)])

    def row(self, file: str, source: SourceId) -> Row | None:
        """Return a record by its id: the bundle's, or else the one that stands."""
        return self._rows[file].get(source)

    def of(self, spec: FileSpec, row: Row) -> int | None:
        """Return the school year of a record, or None for a record of no year."""
        if isinstance(row, PeriodRow):
            return row.year
        for name, file in self._told_by[spec.name]:
            value = getattr(row, name)
            year = self.of_day(value) if file is None else self._of_target(file, value)
            if year is not None:
                return year
        return None

    def _of_target(self, file: str, value: Any) -> int | None:  # noqa: ANN401 - an id, or several
        source = next(iter(value), None) if isinstance(value, tuple) else value
        row = self._rows[file].get(source) if source else None
        return None if row is None else self.of(FILES[file], row)

    def of_day(self, day: date | None) -> int | None:
        """Return the school year that runs on a day; it runs on until 31 August."""
        if day is None:
            return None
        return next(
            (
                year
                for year, (begins, ends) in self._bounds.items()
                if begins <= day <= max(ends, _summer_ends(year))
            ),
            None,
        )

    def taken_back_by_bulk(self, year: int | None) -> bool:
        """Say whether a bulk file may take back a record of the year.

        What is of no year is of the present: only a bundle of the latest year speaks of that.
        """
        if year is not None:
            return year in self.told
        return not self._bounds or max(self._bounds) in self.told

    def days(self, year: int | None, *, late: bool = False) -> tuple[date, date] | None:
        """Return the first and last day of a year, or of all; `late` ones have the summer too."""
        known = self._bounds if year is None else {year: self._bounds.get(year)}
        found = [bounds for bounds in known.values() if bounds]
        if not found:
            return None
        ends = max(end for _, end in found)
        if late:
            ends = max(ends, _summer_ends(ends.year))
        return min(begin for begin, _ in found), ends


def _summer_ends(year: int) -> date:
    return date(year, 8, 31)


def _both(name: str, bundle: Bundle, current: Current) -> Mapping[SourceId, Row]:
    told = bundle.files.get(name)
    standing = current.of(name).rows
    return {**standing, **told.rows} if told else standing


def _told_by(spec: FileSpec) -> Sequence[tuple[str, str | None]]:
    """Return the fields that say of which year a row is, with the files that they refer to."""
    columns = dict(zip(spec.fields, spec.columns, strict=True))
    targets = [(name, columns[name].target) for name in spec.year]
    return [(name, target.file if target else None) for name, target in targets]


def _years(rows: Mapping[SourceId, Row]) -> frozenset[int]:
    return frozenset(row.year for row in rows.values() if isinstance(row, PeriodRow))


def _bounds(periods: list[PeriodRow]) -> dict[int, tuple[date, date]]:
    found: dict[int, tuple[date, date]] = {}
    for year in sorted({period.year for period in periods}):
        of_year = [period for period in periods if period.year == year]
        whole = [period for period in of_year if period.kind is PeriodKind.YEAR] or of_year
        found[year] = min(one.begins for one in whole), max(one.ends for one in whole)
    return found
