"""What `zvonok breach` asks for: a breach reported by who runs the program (S4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from zoneinfo import ZoneInfo

from bot.composition.database import Database
from bot.composition.use_cases import use_cases_of
from bot.config import Settings
from core.breaches.moments import moment_of
from core.breaches.ports import Breach, Suspect
from core.breaches.reporting import ReportBy
from core.breaches.said import Voided
from core.errors import PersonAmbiguous, PersonUnknown
from core.exchange.schools import the_school
from core.ids import PersonId, SchoolId, SourceId
from storage.exchange.records import SqlSchoolRecords
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class BreachAsked:
    """Whose account is meant (an id, or a name), since when, and who reports it (an id).

    Where nobody is named as the reporter, the person itself stands in the record.
    """

    who: str
    since: str
    by: str | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class BreachDone:
    """What was done, or would be; `report_by`: head and support know then."""

    breach: Breach
    voided: Sequence[Voided]
    zone: str
    report_by: date


class _OnlyAsked(Exception):
    """Undoes the turn; what it found is all that was asked."""

    def __init__(self, done: BreachDone) -> None:
        super().__init__()
        self.done = done


async def breach_by_hand(
    settings: Settings, store: Database, asked: BreachAsked, *, dry_run: bool
) -> BreachDone:
    """Shut the account out and void what it did; with `dry_run` find out what that would be.

    Raise PersonUnknown, PersonAmbiguous or BreachMomentWrong; then nothing has changed.
    """
    try:
        async with store.transaction() as tx:
            done = await _reported(settings, store, tx, asked)
            return _only_asked(done) if dry_run else done
    except _OnlyAsked as only:
        return only.done


def _only_asked(done: BreachDone) -> NoReturn:
    raise _OnlyAsked(done)


async def _reported(
    settings: Settings, store: Database, tx: Transaction, asked: BreachAsked
) -> BreachDone:
    school = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=asked.school).id
    of = await _suspect(tx, await _person(tx, school, asked.who))
    by = of.person if asked.by is None else await _person(tx, school, asked.by)
    zone = next(one.zone for one in await tx.delivery.all() if one.school == school)
    since = moment_of(asked.since, store.clock.now(), zone)
    zone_of_school = ZoneInfo(str(zone))
    report = use_cases_of(settings, store)(tx).report_breach
    breach = await report.by_hand(of, since, by=by, zone=zone_of_school)
    by_when = ReportBy(tx.answer_hours, tx.regulations)
    return BreachDone(
        breach,
        await tx.breaches.voided(breach.id),
        str(zone),
        await by_when(school, breach.at, zone_of_school),
    )


async def _person(tx: Transaction, school: SchoolId, who: str) -> PersonId:
    known = await tx.schools.person(school, SourceId(who))
    if known is not None:
        return known
    found = await tx.schools.called(school, who)
    if not found:
        raise PersonUnknown(who)
    if len(found) > 1:
        raise PersonAmbiguous(tuple(found))
    return next(iter(found.values()))


async def _suspect(tx: Transaction, person: PersonId) -> Suspect:
    found = await tx.breaches.suspect(person)
    if found is None:
        raise PersonUnknown
    return found
