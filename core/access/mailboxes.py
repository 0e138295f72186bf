"""A person's mailbox: where letters of the school go once the person has shown that it is theirs.

A mailbox is no way in: nobody is recognised by it. What a letter's link opens passes the gate as
the person stands in the records, with a chat or without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.access.people import Account
from core.ids import AccountId, PersonId, ProofId, PupilId, SchoolId


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where a person gets letters, and since when that is known to be theirs."""

    account: Account
    since: datetime


class Mailboxes(Protocol):
    """The mailboxes of persons, one of each at a time."""

    async def mailbox_of(self, person: PersonId) -> Mailbox | None:
        """Return the person's mailbox."""
        ...

    async def keep_mailbox(
        self, school: SchoolId, person: PersonId, address: str, *, language: str, at: datetime
    ) -> None:
        """Keep a mailbox in place of the one before it; letters to it are tried again."""
        ...

    async def end_mailbox(self, person: PersonId, *, at: datetime) -> None:
        """Send the person no letters any more."""
        ...

    async def known_at_school(self, person: PersonId) -> str:
        """Return the address that the school has of the person, or nothing.

        What was given on paper goes before what stands in the files.
        """
        ...

    async def letters_refused(self, person: PersonId) -> frozenset[PupilId]:
        """Return of which pupils the person refused to hear by letter (`x_consents`)."""
        ...

    async def letters_agreed(self, person: PersonId) -> frozenset[PupilId]:
        """Return of which pupils the person's word to hear by letter stands."""
        ...

    async def chat_of(self, person: PersonId) -> Account | None:
        """Return the account from which the person speaks, while the person may come in."""
        ...

    async def beyond_reach(self, account: AccountId) -> Sequence[tuple[SchoolId, PersonId]]:
        """Return who stands behind an account and has no other that takes messages."""
        ...


class ProofState(StrEnum):
    """How far a proof has come: its letter waits, left, or was refused; then it is over."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    USED = "used"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Proof:
    """A letter to an address that a person named, with a code of which a `nonce` is kept.

    `by_link`: the address was given to the school on paper, and the letter brings a link instead.
    """

    id: ProofId
    school: SchoolId
    person: PersonId
    address: str
    language: str
    nonce: str
    asked_at: datetime
    expires: datetime
    state: ProofState = ProofState.WAITING
    wrong_tries: int = 0
    by_link: bool = False
    school_name: str = ""


class Proofs(Protocol):
    """The proofs that persons began; a new one of a person ends the one before it."""

    async def begin_proof(self, proof: Proof) -> None:
        """Keep a new proof; its id is given here, and not taken from the proof."""
        ...

    async def proof_of(self, person: PersonId) -> Proof | None:
        """Return the person's last proof, unless it was used or is void."""
        ...

    async def proof(self, proof: ProofId) -> Proof | None:
        """Return a proof by its number, whatever became of it."""
        ...

    async def letters_since(
        self, person: PersonId, address: str, since: datetime
    ) -> Sequence[datetime]:
        """Return when letters to the person or to the address were asked for, oldest first."""
        ...

    async def note_wrong_code(self, proof: ProofId) -> None:
        """Count a wrong code."""
        ...

    async def mark_proof(self, proof: ProofId, state: ProofState) -> bool:
        """Keep how far a proof has come, and say so; one that is over stays so."""
        ...

    async def letters_to_send(self, *, now: datetime) -> Sequence[Proof]:
        """Return the proofs whose letters wait and whose codes are still good, oldest first."""
        ...
