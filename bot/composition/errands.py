"""What the command line asks for: files in and out, codes, a school's rules."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.composition.database import Database
from bot.composition.desk import facts_of
from bot.composition.rules_in_force import PROFILE, first_rules
from bot.composition.use_cases import use_cases_of
from bot.config import Settings
from core.access.first_administrator import who_may_be_first
from core.access.people import Name, Role
from core.errors import PersonUnknown
from core.exchange.bundle import Bundle, Current
from core.exchange.import_bundle import ImportReport
from core.exchange.schools import the_school
from core.facts import Unheard
from core.helpdesk.log.chain import Head
from core.helpdesk.log.checking import Checked, CheckLog
from core.ids import SourceId
from core.regulation.deciding import decisions_after
from core.regulation.profile import Profile
from storage.exchange.calls import export_school, import_bundle, write_on
from storage.exchange.reader import quietly
from storage.exchange.records import Founding, SqlSchoolRecords


async def take_in(
    settings: Settings,
    store: Database,
    path: Path,
    *,
    school: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = quietly,
) -> ImportReport:
    """Import a school bundle; raise a Refusal where it is not clear whose it is."""
    return await import_bundle(
        store,
        path,
        clock=store.clock,
        facts_for=facts_of,
        school=school,
        dry_run=dry_run,
        founding=Founding(ZoneInfo(settings.timezone), PROFILE, first_rules(settings)),
        progress=progress,
    )


async def write_in(
    store: Database, made: Callable[[Current], Bundle], *, heard: bool
) -> ImportReport:
    """Write into the only school's journal what is made of it; nobody hears where not `heard`."""
    facts = facts_of if heard else lambda _: Unheard()
    return await write_on(store, made, clock=store.clock, facts_for=facts)


async def give_out(store: Database, path: Path, *, school: str | None = None) -> int:
    """Export a school as a bundle; return the count of rows."""
    return (await export_school(store, path, school=school)).rows


async def code_of(
    settings: Settings, store: Database, person: SourceId, *, school: str | None = None
) -> str:
    """Give a person of the school's files a new code; raise PersonUnknown for anybody else."""
    async with store.transaction() as tx:
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        found = await tx.schools.person(known.id, person)
        if found is None:
            raise PersonUnknown(person)
        return await use_cases_of(settings, store)(tx).issue_code(found)


async def administrator_code(
    settings: Settings, store: Database, name: Name, *, school: str | None = None
) -> str:
    """Give the first administrator a new code; raise AdministratorThere for a second one.

    Where there is no school yet, one without a name waits for the first import to adopt it.
    """
    async with store.transaction() as tx:
        schools = await tx.schools.all()
        if not schools:
            await tx.schools.create(
                identifier=school,
                name=school or "",
                zone=ZoneInfo(settings.timezone),
                delivery=first_rules(settings),
                profile=PROFILE,
                at=store.clock.now(),
            )
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        person = who_may_be_first(
            await tx.schools.administrator(known.id, name),
            another_has_come_in=await tx.schools.has_active_administrator(known.id),
        ) or await tx.schools.add_person(
            known.id, name, [Role.ADMINISTRATOR], at=store.clock.now()
        )
        return await use_cases_of(settings, store)(tx).issue_code(person)


async def rules_of(
    store: Database,
    *,
    document: str | None,
    decided: Mapping[str, str],
    school: str | None = None,
) -> Profile:
    """Return a school's rules, after it chose a document or decided something itself.

    `default` takes a decision back. Raise WrongProfile for what does not fit; nothing changes.
    """
    async with store.transaction() as tx:
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        if document is None and not decided:
            return await tx.regulations.of(known.id)
        goes_by, before = await tx.schools.decided(known.id)
        return await tx.schools.decide(
            known.id,
            document or goes_by,
            decisions_after(before, decided),
            at=store.clock.now(),
        )


async def check_logs(
    store: Database, *, school: str | None = None, printed: Head | None = None
) -> Sequence[tuple[str, Checked]]:
    """Verify the logs of consultations of all schools, or of one; each with its school's name.

    A head as a report bears it is of one school: the named one, or the only one.
    """
    async with store.reading() as tx:
        known = await SqlSchoolRecords(tx.connection).schools()
        asked = [the_school(known, asked=school)] if school or printed else known
        check = CheckLog(tx.consultations)
        return [(one.name, await check(one.id, printed)) for one in asked]
