"""Letters with codes. Behind `core.access.mailboxes.Proofs`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.mailboxes import Proof, ProofState
from core.ids import PersonId, ProofId, SchoolId
from storage.tables import MailboxProofRow, SchoolRow

_OVER = (ProofState.USED.value, ProofState.VOID.value)
_AT_ONCE = 50
_PROOF = (
    MailboxProofRow.id,
    MailboxProofRow.school_id,
    MailboxProofRow.person_id,
    MailboxProofRow.address,
    MailboxProofRow.language,
    MailboxProofRow.nonce,
    MailboxProofRow.asked_at,
    MailboxProofRow.expires,
    MailboxProofRow.state,
    MailboxProofRow.wrong_tries,
    MailboxProofRow.by_link,
    SchoolRow.name,
)
_PROOFS = select(*_PROOF).join(SchoolRow, SchoolRow.id == MailboxProofRow.school_id)
_GOES_ON = MailboxProofRow.state.not_in(_OVER)
# Written out, not bound: a partial index serves only a condition that it can read.
_WAITS = MailboxProofRow.state == literal_column("'waiting'")


@dataclass(frozen=True, slots=True)
class SqlProofs:
    """One row a letter; rows stay, so that letters can be counted."""

    connection: AsyncConnection

    async def begin_proof(self, proof: Proof) -> None:
        """Keep a new proof; the one before it is void."""
        await self.connection.execute(
            update(MailboxProofRow)
            .where(MailboxProofRow.person_id == proof.person, _GOES_ON)
            .values(state=ProofState.VOID.value)
        )
        await self.connection.execute(
            insert(MailboxProofRow).values(
                school_id=proof.school,
                person_id=proof.person,
                address=proof.address,
                language=proof.language,
                nonce=proof.nonce,
                asked_at=proof.asked_at,
                expires=proof.expires,
                state=proof.state.value,
                wrong_tries=proof.wrong_tries,
                by_link=proof.by_link,
            )
        )

    async def proof_of(self, person: PersonId) -> Proof | None:
        """Return the person's last proof, unless it was used or is void."""
        asked = (
            _PROOFS.where(MailboxProofRow.person_id == person, _GOES_ON)
            .order_by(MailboxProofRow.id.desc())
            .limit(1)
        )
        row = (await self.connection.execute(asked)).one_or_none()
        return _proof(*row) if row else None

    async def proof(self, proof: ProofId) -> Proof | None:
        """Return a proof by its number, whatever became of it."""
        asked = _PROOFS.where(MailboxProofRow.id == proof)
        row = (await self.connection.execute(asked)).one_or_none()
        return _proof(*row) if row else None

    async def letters_since(
        self, person: PersonId, address: str, since: datetime
    ) -> Sequence[datetime]:
        """Return when letters to the person or to the address were asked for, oldest first."""
        asked = (
            select(MailboxProofRow.asked_at)
            .where(
                (MailboxProofRow.person_id == person) | (MailboxProofRow.address == address),
                MailboxProofRow.asked_at > since,
            )
            .order_by(MailboxProofRow.asked_at)
        )
        return list((await self.connection.execute(asked)).scalars())

    async def note_wrong_code(self, proof: ProofId) -> None:
        """Count a wrong code."""
        await self.connection.execute(
            update(MailboxProofRow)
            .where(MailboxProofRow.id == proof)
            .values(wrong_tries=MailboxProofRow.wrong_tries + 1)
        )

    async def mark_proof(self, proof: ProofId, state: ProofState) -> bool:
        """Keep how far a proof has come, and say so; one that is over stays so."""
        marked = await self.connection.execute(
            update(MailboxProofRow)
            .where(MailboxProofRow.id == proof, _GOES_ON)
            .values(state=state.value)
        )
        return marked.rowcount > 0

    async def letters_to_send(self, *, now: datetime) -> Sequence[Proof]:
        """Return the proofs whose letters wait and whose codes are still good, oldest first."""
        asked = (
            _PROOFS.where(_WAITS, MailboxProofRow.expires > now)
            .order_by(MailboxProofRow.id)
            .limit(_AT_ONCE)
        )
        return [_proof(*row) for row in await self.connection.execute(asked)]


def _proof(number: int, school: int, person: int, *told: Any) -> Proof:  # noqa: ANN401 - a row
    address, language, nonce, asked_at, expires, state, wrong_tries, by_link, school_name = told
    return Proof(
        ProofId(number),
        SchoolId(school),
        PersonId(person),
        address,
        language,
        nonce,
        asked_at,
        expires,
        ProofState(state),
        wrong_tries,
        by_link,
        school_name,
    )
