"""A bundle is taken in, a school is given out, and a school is written on from what it holds."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.clock import Clock
from core.exchange.bundle import Bundle, Current
from core.exchange.export_school import ExportSchool
from core.exchange.faults import FaultList
from core.exchange.import_bundle import CompareBundle, Comparison, ImportBundle, ImportReport
from core.exchange.schools import the_school
from core.facts import Facts
from core.helpdesk.log.imported import faults_of_log
from core.helpdesk.log.imported_heads import faults_of_heads
from core.trouble import Overtaken
from storage.exchange.reader import Progress, quietly, read_bundle
from storage.exchange.records import Founding, SqlSchoolRecords
from storage.exchange.writer import write_bundle
from storage.store import Store
from storage.transaction import Transaction

_OVERTAKEN_AT_MOST = 4
_CHECKS = (faults_of_log, faults_of_heads)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What went out, and where to."""

    path: Path
    rows: int


async def import_bundle(  # noqa: PLR0913 - all but the first two have a name at the call
    store: Store,
    path: Path,
    *,
    clock: Clock,
    facts_for: Callable[[Transaction], Facts],
    school: str | None = None,
    dry_run: bool = False,
    founding: Founding | None = None,
    progress: Progress = quietly,
) -> ImportReport:
    """Take a folder or a zip in, all or nothing; with faults, or as a dry run, nothing is written.

    `school` is the identifier that the command named, `founding` what a new school starts with.
    `progress` hears rows done of all, read and written. Raise a `core.errors.Refusal` where it is
    not clear which school the bundle speaks for.
    """
    faults = FaultList()
    with _no_collection():
        bundle = read_bundle(path, faults, progress=_half(progress, 0))
        # Reading a large school and comparing takes longest: others may write meanwhile.
        async with store.reading() as tx:
            records = SqlSchoolRecords(
                tx.connection, founding or Founding(), progress=_half(progress, 1)
            )
            found = await CompareBundle(records, _CHECKS)(bundle, faults, school=school)
            if dry_run or not found.changes_anything:
                return found.report
            seen = await records.version(found.school)
        return await _Import(store, records, bundle, clock, facts_for, school)(found, seen)


@dataclass(frozen=True, slots=True)
class _Import:
    """Writes a bundle while the school is as it was compared, or else compares it anew."""

    store: Store
    records: SqlSchoolRecords
    bundle: Bundle
    clock: Clock
    facts_for: Callable[[Transaction], Facts]
    school: str | None

    async def __call__(self, found: Comparison, seen: object) -> ImportReport:
        for _ in range(_OVERTAKEN_AT_MOST):
            try:
                return await self._once(found, seen)
            except Overtaken:
                # What was learned since is of a transaction that never was.
                seen = None
        return await self._once(found, seen)

    async def _once(self, found: Comparison, seen: object) -> ImportReport:
        async with self.store.transaction(one_moment=True) as tx:
            self.records.connection = tx.connection
            if await self.records.version(found.school) != seen:
                compare = CompareBundle(self.records, _CHECKS)
                found = await compare(self.bundle, FaultList(), school=self.school)
            return await ImportBundle(self.records, self.facts_for(tx), self.clock)(found)


async def write_on(
    store: Store,
    made: Callable[[Current], Bundle],
    *,
    clock: Clock,
    facts_for: Callable[[Transaction], Facts],
    school: str | None = None,
) -> ImportReport:
    """Take in what is made of the school as it stands, in the moment in which it stands so.

    Raise a `core.errors.Refusal` where it is not clear which school is meant.
    """
    with _no_collection():
        async with store.transaction(one_moment=True) as tx:
            records = SqlSchoolRecords(tx.connection)
            known = the_school(await records.schools(), asked=school)
            current = await records.current(known.id)
            compare = CompareBundle(records, _CHECKS)
            found = compare.beside(known, current, made(current), FaultList())
            return await ImportBundle(records, facts_for(tx), clock)(found)


async def export_school(store: Store, path: Path, *, school: str | None = None) -> ExportReport:
    """Give a school out to a folder, or to a zip where the path ends so."""
    async with store.reading() as tx:
        exported = await ExportSchool(SqlSchoolRecords(tx.connection))(school=school)
    return ExportReport(path, write_bundle(exported, path))


def _half(progress: Progress, which: int) -> Progress:
    """Return a progress that fills the first or the second half of the bar."""
    return lambda done, total: progress(done + which * total, 2 * total)


@contextmanager
def _no_collection() -> Iterator[None]:
    # Rows by the hundred thousand, no cycles among them: each collection would walk them all.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
