"""The use cases of an import: compare, then apply; all or nothing, and silent the first time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from core.clock import Clock, today
from core.errors import Refusal
from core.exchange.bundle import Bundle, Current, KnownSchool
from core.exchange.check import check
from core.exchange.difference import difference
from core.exchange.double_bookings import double_bookings
from core.exchange.faults import (
    Clash,
    Fault,
    FaultList,
    Warning,  # noqa: A004 - the word of the format's description
)
from core.exchange.files import FILES
from core.exchange.keys import with_ids_of_keys
from core.exchange.plan import ImportPlan
from core.exchange.ports import SchoolRecords
from core.exchange.proved import with_proved_reasons
from core.exchange.rules import misfit, rules_after
from core.exchange.schools import school_of_bundle
from core.exchange.telling import facts_of
from core.exchange.years import SchoolYears
from core.facts import Facts


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of a file are new, changed and gone."""

    new: int = 0
    changed: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or what a dry run would do. With faults it did nothing.

    `fault_count` counts also the faults that are too many to be listed.
    """

    school: str = ""
    first: bool = False
    applied: bool = False
    counts: Mapping[str, Counts] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    warnings: tuple[Warning, ...] = ()
    faults: tuple[Fault, ...] = ()
    fault_count: int = 0


def refused(faults: FaultList, school: str = "") -> ImportReport:
    """Return the report of a bundle with faults, in the order of files and lines."""
    order = {
        name: at
        for at, name in enumerate(["manifest.csv", *(spec.csv for spec in FILES.values())])
    }
    listed = sorted(faults.kept, key=lambda one: (order.get(one.file, -1), one))
    return ImportReport(school, faults=tuple(listed), fault_count=faults.total)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A bundle beside the school as it stands. With faults there is nothing to apply.

    `school` is None where the bundle founds one.
    """

    bundle: Bundle
    current: Current
    plan: ImportPlan
    school: KnownSchool | None
    report: ImportReport

    @property
    def changes_anything(self) -> bool:
        """Say whether there is anything to apply."""
        return bool(self.plan) and not self.report.fault_count


Check = Callable[[Bundle, Current], Iterator[Fault]]
"""What a room above knows of its own files: the faults of a bundle against a school."""


@dataclass(frozen=True, slots=True)
class CompareBundle:
    """Find out what a bundle would change. Only reads. `checks` are those of other rooms."""

    records: SchoolRecords
    checks: tuple[Check, ...] = ()

    async def __call__(
        self, bundle: Bundle, faults: FaultList, *, school: str | None
    ) -> Comparison:
        """Return what an import would do; `faults` are those found while the bundle was read.

        Raise a refusal where it cannot be known which school the bundle speaks for.
        """
        bundle = with_ids_of_keys(bundle)
        schools = await self.records.schools()
        try:
            known = _school(bundle, schools, asked=school)
        except Refusal:
            # Whose it is may be unclear only because the file that says so cannot be read.
            if faults:
                return Comparison(bundle, Current(), ImportPlan(), None, refused(faults))
            raise
        # All of it: a person's entry in any file may hold what a bundle would take back.
        current = await self.records.current(known.id) if known else Current()
        return self.beside(known, current, bundle, faults)

    def beside(
        self, known: KnownSchool | None, current: Current, bundle: Bundle, faults: FaultList
    ) -> Comparison:
        """Return what an import would do to a school that stands as `current`."""
        bundle = with_proved_reasons(bundle, current)
        plan = difference(bundle, current, known)
        faults.extend(check(bundle, current, plan, known))
        for one in self.checks:
            faults.extend(one(bundle, current))
        wrong = None if faults else self.records.wrong_rules(rules_after(current, plan))
        if wrong is not None:
            faults.add(misfit(bundle, wrong))
        return Comparison(
            bundle, current, plan, known, _report(bundle, current, plan, known, faults)
        )


def _report(
    bundle: Bundle,
    current: Current,
    plan: ImportPlan,
    known: KnownSchool | None,
    faults: FaultList,
) -> ImportReport:
    named = bundle.school
    title = named.name if named else known.name if known else ""
    if faults:
        return refused(faults, title)
    return ImportReport(
        title,
        first=known is None or not known.imported,
        counts=_counts(plan),
        clashes=plan.clashes,
        warnings=tuple(double_bookings(bundle, current, plan)),
    )


@dataclass(frozen=True, slots=True)
class ImportBundle:
    """Take a bundle in. The first import of a school tells nobody anything."""

    records: SchoolRecords
    facts: Facts
    clock: Clock

    async def __call__(self, found: Comparison) -> ImportReport:
        """Apply what was found, while the school is as it was compared; return what changed."""
        if not found.changes_anything:
            return found.report
        plan, now = found.plan, self.clock.now()
        school = found.school or await self.records.found(plan, now)
        ids = await self.records.apply(school, plan, now)
        if school.imported:
            day = today(self.clock, ZoneInfo(plan.zone or school.zone))
            years = SchoolYears(found.bundle, found.current)
            facts = facts_of(plan, ids, years, school=school.id, at=now, today=day)
            if facts:
                await self.facts.record(facts)
        return replace(found.report, applied=True)


def _school(
    bundle: Bundle, schools: Sequence[KnownSchool], *, asked: str | None
) -> KnownSchool | None:
    if "orgs" in bundle.files and bundle.school is None:
        return None
    told = bundle.school.identifier if bundle.school else None
    return school_of_bundle(schools, told=told, asked=asked)


def _counts(plan: ImportPlan) -> dict[str, Counts]:
    counts = {
        name: Counts(len(file.new), len(file.changed), len(file.gone))
        for name, file in plan.files.items()
    }
    return {"orgs": Counts(new=1)} | counts if plan.school else counts
