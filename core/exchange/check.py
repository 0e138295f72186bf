"""What the rows of a bundle must hold together: ids that lead somewhere, days, limits, cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from core.exchange.bundle import Bundle, Current, FileRows, KnownSchool
from core.exchange.faults import Fault, FaultCode
from core.exchange.files import FILES, RECORDS
from core.exchange.format.spec import Column, FileSpec, Target
from core.exchange.plan import ImportPlan
from core.exchange.rows.companions import PeriodMarkRow
from core.exchange.rows.of_exports import OriginRow
from core.exchange.rows.one_roster import GroupKind, GroupRow, MarkRow, WorkRow
from core.exchange.rows.row import Row
from core.exchange.rules import unfit
from core.exchange.years import SchoolYears
from core.ids import SourceId


def check(
    bundle: Bundle, current: Current, plan: ImportPlan, school: KnownSchool | None
) -> Iterator[Fault]:
    """Yield every fault that shows only when all rows are seen together."""
    checking = _Checking(bundle, current, plan)
    for name, told in bundle.files.items():
        spec = FILES[name]
        yield from checking.references(spec, told)
        yield from checking.days(spec, told)
        yield from checking.cells(spec, told)
    yield from checking.limits()
    yield from checking.courses_without_subject()
    yield from checking.origins()
    yield from unfit(bundle)
    yield from _schools(bundle, school)


class _Checking:
    def __init__(self, bundle: Bundle, current: Current, plan: ImportPlan) -> None:
        self.bundle, self.current = bundle, current
        self.years = SchoolYears(bundle, current)
        self.going = {
            name: frozenset(row.source for row in file.gone) for name, file in plan.files.items()
        }

    def stands(self, file: str, source: SourceId) -> bool:
        """Say whether a record is there once the bundle is in."""
        told = self.bundle.files.get(file)
        if told is not None and (source in told.rows or not told.whole):
            return True
        standing = self.current.of(file)
        if source not in standing.rows or source in standing.gone:
            return False
        return source not in self.going.get(file, frozenset())

    def leads_to(self, target: Target, source: SourceId) -> bool:
        """Say whether an id leads to a record of the right kind."""
        if not self.stands(target.file, source):
            return False
        row = self.years.row(target.file, source)
        return target.kind is None or not isinstance(row, GroupRow) or row.kind is target.kind

    def references(self, spec: FileSpec, told: FileRows) -> Iterator[Fault]:
        """Yield ids that lead nowhere."""
        for column, value_of in spec.references:
            # Each value is looked at once: most rows of a file refer to few records.
            lost = {
                value: dangling
                for value in set(map(value_of, told.rows.values()))
                if (dangling := self.dangling(column, value))
            }
            for row in told.rows.values() if lost else ():
                for target, source in lost.get(value_of(row), ()):
                    yield _File(spec, told).fault(
                        row,
                        column.names[-1],
                        FaultCode.DANGLING,
                        found=source,
                        expected=target.notation,
                    )

    def dangling(self, column: Column, value: object) -> list[tuple[Target, SourceId]]:
        """Return what a value refers to and is not there."""
        return [one for one in column.refers(value) if not self.leads_to(*one)]

    def days(self, spec: FileSpec, told: FileRows) -> Iterator[Fault]:
        """Yield dates outside the school year of their row."""
        fields = zip(spec.fields, spec.columns, strict=True)
        dated = [(field, column.names[0]) for field, column in fields if column.in_year]
        for row in told.rows.values() if dated else ():
            # Exams follow the year, and a final mark that comes late is still a mark.
            late = isinstance(row, PeriodMarkRow)
            bounds = self.years.days(self.years.of(spec, row), late=late)
            if bounds is None:
                continue
            first, last = bounds
            for field, name in dated:
                day = getattr(row, field)
                if day is not None and not first <= day <= last:
                    yield _File(spec, told).fault(
                        row,
                        name,
                        FaultCode.OUT_OF_YEAR,
                        found=str(day),
                        expected=f"{first}..{last}",
                    )

    def cells(self, spec: FileSpec, told: FileRows) -> Iterator[Fault]:
        """Yield rows that want a cell which another row has; a person's cell is no fault."""
        if not spec.cell:
            return
        cell_of, going = attrgetter(*spec.cell), self.going.get(spec.name, frozenset())
        standing = self.current.of(spec.name)
        taken: dict[object, SourceId] = {
            cell_of(row): source
            for source, row in standing.living()
            if source not in told.rows and source not in going and source not in standing.by
        }
        column = spec.columns[spec.fields.index(spec.cell[-1])].names[0]
        kept = self.bundle.claims().get(spec.name, {})
        for source, row in told.rows.items():
            if source in kept and kept[source].gone:
                continue
            holder = taken.setdefault(cell_of(row), source)
            if holder != source:
                line = told.lines.get(holder)
                expected = f"≠ {holder}" + (f" ({spec.csv}:{line})" if line else "")
                yield _File(spec, told).fault(
                    row, column, FaultCode.CELL_TWICE, found=row.source, expected=expected
                )

    def limits(self) -> Iterator[Fault]:
        """Yield marks outside what their work allows."""
        told = self.bundle.files.get("results")
        for row in told.rows.values() if told else ():
            work = self.years.row("lineItems", row.work) if isinstance(row, MarkRow) else None
            if not isinstance(row, MarkRow) or not isinstance(work, WorkRow) or told is None:
                continue
            lowest, highest = work.lowest or Decimal(1), work.highest or Decimal(5)
            if not all(lowest <= number <= highest for number in row.value.numbers):
                spec, expected = FILES["results"], f"{lowest}..{highest}"
                column = "score" if len(row.value.text) == 1 else "textScore"
                yield _File(spec, told).fault(
                    row, column, FaultCode.OUT_OF_LIMITS, found=row.value.text, expected=expected
                )

    def courses_without_subject(self) -> Iterator[Fault]:
        """Yield scheduled classes that name no subject."""
        told = self.bundle.files.get("classes")
        for row in told.rows.values() if told else ():
            if not isinstance(row, GroupRow) or row.subject or told is None:
                continue
            if row.kind is GroupKind.COURSE:
                yield _File(FILES["classes"], told).fault(
                    row, "courseSourcedId", FaultCode.EMPTY, found="", expected="courses.sourcedId"
                )

    def origins(self) -> Iterator[Fault]:
        """Yield remembered makers of records that are not there."""
        told = self.bundle.files.get("x_origins")
        for row in told.rows.values() if told else ():
            if not isinstance(row, OriginRow) or told is None:
                continue
            if row.file in RECORDS and self.years.row(row.file, row.record) is not None:
                continue
            yield _File(FILES["x_origins"], told).fault(
                row,
                "recordSourcedId",
                FaultCode.DANGLING,
                found=row.record,
                expected=f"{row.file}.sourcedId",
            )


@dataclass(frozen=True, slots=True)
class _File:
    """Names faults of one file's rows with their lines."""

    spec: FileSpec
    told: FileRows

    def fault(self, row: Row, column: str, code: FaultCode, *, found: str, expected: str) -> Fault:
        line = self.told.lines.get(row.source, 0)
        return Fault(self.spec.csv, line, column, code, found, expected)


def _schools(bundle: Bundle, school: KnownSchool | None) -> Iterator[Fault]:
    told = bundle.files.get("orgs")
    found = bundle.schools
    if told is not None and told.whole and len(found) != 1:
        line = told.lines.get(found[1].source, 0) if found else 0
        yield Fault("orgs.csv", line, "type", FaultCode.SCHOOLS, str(len(found)), "1")
    known = set(told.rows) if told else {school.source} if school and school.source else None
    if known is None or (told is not None and not told.whole):
        return
    for name, file in bundle.files.items():
        for (column, value), line in file.schools.items():
            if value not in known:
                yield Fault(
                    FILES[name].csv, line, column, FaultCode.DANGLING, value, "orgs.sourcedId"
                )
