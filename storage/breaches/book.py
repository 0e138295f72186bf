"""Breaches on record, and what they void. Behind `core.breaches.ports.BreachBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.breaches.deeds import Deed, What
from core.breaches.ports import Breach, Suspect
from core.breaches.said import Said, Voided
from core.breaches.undoing import Standing, Undone
from core.ids import (
    BreachId,
    BroadcastId,
    PersonId,
    PupilId,
    SchoolId,
    TicketId,
    TrainingId,
)
from storage.breaches.records import SqlRecords
from storage.breaches.sayings import SqlSayings
from storage.breaches.taking import known_to
from storage.breaches.touched import (
    ANSWERED_TICKETS,
    BRING_BACK,
    CLOSED_TICKETS,
    CORRECTED,
    SENT,
    TRAININGS,
    WITHDRAWN,
)
from storage.breaches.ways_in import COMPANIONS, SHUT
from storage.statements import NAME, WHOM, named, new_source
from storage.tables import BreachRow, BreachVoidedRow, PersonRow

_SUSPECT = select(PersonRow.school_id, *NAME).where(
    PersonRow.id == bindparam("person"), PersonRow.gone_at.is_(None)
)
_QUEUE = select(PersonRow.id).where(PersonRow.id == bindparam("person")).with_for_update()
_BREACHES = (
    select(
        BreachRow.id,
        BreachRow.person_id,
        BreachRow.school_id,
        *NAME,
        BreachRow.by_id,
        BreachRow.since,
        BreachRow.at,
        BreachRow.ended,
        BreachRow.voided,
        BreachRow.told_at,
    )
    .join(PersonRow, PersonRow.id == BreachRow.person_id)
    .where(BreachRow.gone_at.is_(None))
    .order_by(BreachRow.id.desc())
)
_OF_SCHOOL = _BREACHES.where(BreachRow.school_id == bindparam("school"))
_UNTOLD = _OF_SCHOOL.where(BreachRow.told_at.is_(None))
_SCHOOLS_UNTOLD = (
    select(BreachRow.school_id)
    .distinct()
    .where(BreachRow.gone_at.is_(None), BreachRow.told_at.is_(None))
    .order_by(BreachRow.school_id)
)
_BY_NUMBER = _BREACHES.where(BreachRow.id.in_(WHOM))
_VOIDED = (
    select(
        BreachVoidedRow.what,
        BreachVoidedRow.was,
        BreachVoidedRow.stands,
        BreachVoidedRow.day,
        BreachVoidedRow.title,
        BreachVoidedRow.pupil_id,
        *NAME,
    )
    .outerjoin(PersonRow, PersonRow.id == BreachVoidedRow.pupil_id)
    .where(BreachVoidedRow.breach_id == bindparam("breach"))
    .order_by(BreachVoidedRow.position)
)


@dataclass(frozen=True, slots=True)
class SqlBreachBook:
    """Nothing is deleted here: what is void is gone, or moves whole into the breach's record."""

    connection: AsyncConnection

    async def suspect(self, person: PersonId) -> Suspect | None:
        """Return whose account is meant; None for nobody of the school's records."""
        row = (await self.connection.execute(_SUSPECT, {"person": person})).one_or_none()
        return Suspect(person, SchoolId(row[0]), Name(*row[1:])) if row else None

    async def in_turn(self, person: PersonId) -> None:
        """Wait until nobody else reports a breach of the person; SQLite's writers do so anyway."""
        await self.connection.execute(_QUEUE, {"person": person})

    async def companions(self, person: PersonId) -> Sequence[PersonId]:
        """Return who else of the school stands behind the person's account."""
        found = await self.connection.scalars(COMPANIONS, {"b_who": person})
        return [PersonId(one) for one in dict.fromkeys(found)]

    async def shut(self, person: PersonId, *, since: datetime, at: datetime) -> int:
        """End accounts, mailbox, calendar links and unused codes; return how many ended."""
        asked, ended = {"b_who": person, "b_since": since, "b_now": at}, 0
        for statement in SHUT:
            done = await self.connection.execute(statement, known_to(statement, asked))
            ended += done.rowcount
        return ended

    async def standing(self, deeds: Sequence[Deed]) -> Sequence[Standing]:
        """Return the records of the deeds as they stand now, for nobody else to change."""
        found = defaultdict[What, list[int]](list)
        for deed in deeds:
            found[deed.what].append(deed.record)
        return await SqlRecords(self.connection).standing(found)

    async def put_back(self, changes: Sequence[Undone], *, by: PersonId, at: datetime) -> None:
        """Let the records stand as before, in this order; histories grow, nothing is deleted."""
        await SqlRecords(self.connection).put_back(changes, by, at)

    async def unsay(
        self, person: PersonId, since: datetime, *, by: PersonId, at: datetime
    ) -> Sequence[Voided]:
        """Take back all that the person said, ticked, decided and gave out since then."""
        return await SqlSayings(self.connection).unsay(person, since, by=by, at=at)

    async def broadcasts_of(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        """Return the person's broadcasts since then that were not taken back."""
        return [BroadcastId(one) for one in await self._touched(SENT, person, since)]

    async def corrected_by(self, person: PersonId, since: datetime) -> Mapping[BroadcastId, int]:
        """Return broadcasts that say the person's words, each with its version of before."""
        asked = {"b_who": person, "b_since": since}
        rows = await self.connection.execute(CORRECTED, asked)
        return {BroadcastId(number): version for number, version in rows}

    async def withdrawn_by(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        """Return the broadcasts of before, or of others, that the person took back since then."""
        return [BroadcastId(one) for one in await self._touched(WITHDRAWN, person, since)]

    async def bring_back(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        """Let a broadcast stand again that was taken back."""
        asked = {"b_number": broadcast, "b_now": at}
        return (await self.connection.execute(BRING_BACK, asked)).rowcount > 0

    async def trainings_of(self, person: PersonId, since: datetime) -> Sequence[TrainingId]:
        """Return the trainings that the person planned since then, and that stand."""
        return [TrainingId(one) for one in await self._touched(TRAININGS, person, since)]

    async def tickets_closed_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        """Return the requests that the person closed or merged since then, and still are."""
        return [TicketId(one) for one in await self._touched(CLOSED_TICKETS, person, since)]

    async def tickets_answered_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        """Return the requests to whose askers the person said something since then."""
        return [TicketId(one) for one in await self._touched(ANSWERED_TICKETS, person, since)]

    async def _touched(
        self, statement: Select[int], person: PersonId, since: datetime
    ) -> Sequence[int]:
        asked = {"b_who": person, "b_since": since}
        return (await self.connection.scalars(statement, asked)).all()

    async def keep(self, breach: Breach, voided: Sequence[Voided]) -> BreachId:
        """Keep a breach with what is void by it."""
        new = (
            insert(BreachRow)
            .values(
                school_id=breach.of.school,
                source=new_source(),
                person_id=breach.of.person,
                by_id=breach.by,
                since=breach.since,
                at=breach.at,
                ended=breach.ended,
                voided=breach.voided,
                origin_id=breach.by,
                changed_at=breach.at,
            )
            .returning(BreachRow.id)
        )
        number = (await self.connection.execute(new)).scalar_one()
        rows = [
            {
                "school_id": breach.of.school,
                "breach_id": number,
                "position": position,
                "what": one.what.value,
                "pupil_id": one.pupil,
                "day": one.day,
                "title": one.title,
                # Empty words are none, here as in a file.
                "was": one.was or None,
                "stands": one.stands or None,
            }
            for position, one in enumerate(voided)
        ]
        if rows:
            await self.connection.execute(insert(BreachVoidedRow), rows)
        return BreachId(number)

    async def of_school(self, school: SchoolId) -> Sequence[Breach]:
        """Return the breaches of a school, the latest first."""
        rows = await self.connection.execute(_OF_SCHOOL, {"school": school})
        return [_breach(row) for row in rows]

    async def breaches(self, numbers: Sequence[int]) -> Sequence[Breach]:
        """Return breaches by their numbers, the latest first."""
        rows = await self.connection.execute(_BY_NUMBER, {"asked": list(numbers)})
        return [_breach(row) for row in rows]

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        return [SchoolId(one) for one in await self.connection.scalars(_SCHOOLS_UNTOLD)]

    async def untold(self, school: SchoolId) -> Sequence[Breach]:
        """Return those of a school of which nobody said that head and support were told."""
        rows = await self.connection.execute(_UNTOLD, {"school": school})
        return [_breach(row) for row in rows]

    async def tick_told(self, breach: BreachId, *, by: PersonId, at: datetime) -> bool:
        """Keep that head and support were told; say whether it was this that did it."""
        ticked = (
            update(BreachRow)
            .where(BreachRow.id == breach, BreachRow.told_at.is_(None))
            .values(told_at=at, told_by_id=by, origin_id=by, changed_at=at)
        )
        return (await self.connection.execute(ticked)).rowcount > 0

    async def voided(self, breach: BreachId) -> Sequence[Voided]:
        """Return what is void by a breach, in its order."""
        rows = await self.connection.execute(_VOIDED, {"breach": breach})
        return [
            Voided(
                kind_of(what),
                was,
                stands,
                day,
                title,
                None if pupil is None else PupilId(PersonId(pupil)),
                named(given, family, middle),
            )
            for what, was, stands, day, title, pupil, given, family, middle in rows
        ]


def kind_of(word: str) -> What | Said:
    """Return what a row is about."""
    return What(word) if word in set(What) else Said(word)


def _breach(row: Sequence[Any]) -> Breach:
    number, person, school, given, family, middle, by, since, at, ended, voided, told_at = row
    suspect = Suspect(PersonId(person), SchoolId(school), Name(given, family, middle))
    return Breach(BreachId(number), suspect, PersonId(by), since, at, ended, voided, told_at)
