"""What guardians agreed to. Behind `core.access.consents.ConsentBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.consents import Consent, Represented, Said, Subject
from core.access.people import Child, Name
from core.ids import PersonId, PupilId, SchoolId
from storage.statements import NAME, STANDS, WHOM, new_source
from storage.tables import ConsentRow, GuardianshipRow, PersonRow

_SAID = (
    select(
        ConsentRow.guardian_id,
        ConsentRow.pupil_id,
        ConsentRow.subject,
        ConsentRow.state,
        ConsentRow.day,
        ConsentRow.document,
    )
    .where(ConsentRow.pupil_id.in_(WHOM), ConsentRow.gone_at.is_(None))
    .order_by(ConsentRow.day, ConsentRow.id)
)
_GUARDIANS = (
    select(GuardianshipRow.pupil_id, PersonRow.id, *NAME)
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .where(GuardianshipRow.pupil_id.in_(WHOM), GuardianshipRow.gone_at.is_(None), STANDS)
    .order_by(GuardianshipRow.position, GuardianshipRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlConsents:
    """Answers as they came: each is a row of its own, the latest day and row count."""

    connection: AsyncConnection

    async def latest(self, pupils: Sequence[PupilId]) -> Sequence[Consent]:
        """Return the answer that counts of each guardian, pupil and subject."""
        rows = await self.connection.execute(_SAID, {"asked": list(pupils)})
        found = {
            (guardian, pupil, subject): Consent(
                PersonId(guardian),
                PupilId(PersonId(pupil)),
                Subject(subject),
                Said(state),
                day,
                document,
            )
            for guardian, pupil, subject, state, day, document in rows
        }
        return list(found.values())

    async def guardians(self, pupils: Sequence[Child]) -> Sequence[Represented]:
        """Return the guardians of pupils, in the order of the school's files."""
        by_pupil: dict[int, list[tuple[PersonId, Name]]] = {}
        asked = {"asked": [one.pupil for one in pupils]}
        for pupil, person, given, family, middle in await self.connection.execute(
            _GUARDIANS, asked
        ):
            by_pupil.setdefault(pupil, []).append((PersonId(person), Name(given, family, middle)))
        return [
            Represented(person, name, child)
            for child in pupils
            for person, name in by_pupil.get(child.pupil, ())
        ]

    async def add(self, consent: Consent, school: SchoolId, by: PersonId, at: datetime) -> None:
        """Keep an answer, with who recorded it."""
        new = insert(ConsentRow).values(
            school_id=school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            guardian_id=consent.guardian,
            pupil_id=consent.pupil,
            subject=consent.subject.value,
            state=consent.said.value,
            day=consent.day,
            document=consent.document,
        )
        await self.connection.execute(new)
