"""A person shows that a mailbox is theirs: a letter brings a code, and the code comes in the chat.

Of a code nothing is kept but a nonce: the code is the nonce's digest under the program's key, made
when its letter is written and when a code is tried. How far a code is trusted stands here and not
in a school's rules: no regulation speaks of it.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from core.access.codes import ALPHABET, plain_code
from core.access.gate import must_be
from core.access.mail_addresses import AddressWrong, is_address, the_address
from core.access.mailboxes import Mailbox, Mailboxes, Proof, Proofs, ProofState
from core.access.people import Actor, Child, Member
from core.clock import Clock
from core.errors import RuleBroken
from core.ids import PersonId, ProofId

GOOD_FOR: Final = timedelta(minutes=30)
WRONG_TRIES: Final = 5
LETTERS: Final = 3
_WITHIN: Final = timedelta(hours=1)
_LENGTH, _HALF = 8, 4
_BITS: Final = 5
_NONCE_BYTES: Final = 16
_PURPOSE: Final = b"mailbox-code:"


class TooManyLetters(RuleBroken):
    """Letters with codes are limited, for the person and for the address: wait until then."""

    code = "too-many-letters"

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class LettersRefused(RuleBroken):
    """The guardian told the school in writing that it wants no letters."""

    code = "letters-refused"


class LettersUnavailable(RuleBroken):
    """The school sends no letters: no mail server is set."""

    code = "letters-unavailable"


class Tried(StrEnum):
    """What became of a code that was tried."""

    PROVEN = "proven"
    WRONG = "wrong"
    NO_MORE_TRIES = "no-more-tries"
    EXPIRED = "expired"


def code_in_letter(nonce: str, pepper: bytes) -> str:
    """Return the code of a letter, as `XXXX-XXXX`: 40 bits, without letters taken for digits."""
    digest = hmac.new(pepper, _PURPOSE + nonce.encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest)
    letters = "".join(ALPHABET[number >> _BITS * i & 31] for i in range(_LENGTH))
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def is_code_of(nonce: str, text: str, pepper: bytes) -> bool:
    """Say whether a text is the letter's code: case, dashes, spaces, lookalikes do not matter."""
    expected = plain_code(code_in_letter(nonce, pepper))
    return hmac.compare_digest(expected.encode(), plain_code(text).encode())


@dataclass(frozen=True, slots=True)
class MailboxView:
    """What there is to say of a person's letters; `refused` are the children not written about."""

    member: Member
    mailbox: Mailbox | None = None
    known: str = ""
    refused: tuple[Child, ...] = ()
    proof: Proof | None = None
    tried: Tried | None = None

    @property
    def is_refused(self) -> bool:
        """Say whether letters could tell the person of no child at all."""
        return bool(self.refused) and len(self.refused) == len(self.member.children)


@dataclass(frozen=True, slots=True)
class ReadMailbox:
    """A person looks at where letters go."""

    mailboxes: Mailboxes
    proofs: Proofs
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, *, tried: Tried | None = None
    ) -> MailboxView:
        """Return it; raise AccessRefused for anybody else's."""
        member = must_be(actor, person)
        refused = await self.mailboxes.letters_refused(person)
        known = await self.mailboxes.known_at_school(person)
        proof = await self.proofs.proof_of(person)
        is_good = proof is not None and not proof.by_link and proof.expires > self.clock.now()
        return MailboxView(
            member,
            await self.mailboxes.mailbox_of(person),
            the_address(known) if is_address(known) else "",
            tuple(one for one in member.children if one.pupil in refused),
            proof if is_good else None,
            tried,
        )


@dataclass(frozen=True, slots=True)
class AskForCode:
    """A person wants letters at an address: one with a code goes there first."""

    read: ReadMailbox
    are_sent: bool

    async def __call__(
        self, actor: Actor, person: PersonId, *, language: str, address: str | None = None
    ) -> MailboxView:
        """Let a code be sent to the address, or to the one in the school's files.

        Raise a RuleBroken for an address that is none, after three letters in an hour, and for
        who refused letters.
        """
        view = await self.read(actor, person)
        if not self.are_sent:
            raise LettersUnavailable
        if view.is_refused:
            raise LettersRefused
        found = the_address(address) if address is not None else view.known
        if not found:
            raise AddressWrong
        now = self.read.clock.now()
        await self._must_not_pester(person, found, now)
        await self.read.proofs.begin_proof(
            Proof(
                id=ProofId(0),
                school=view.member.school,
                person=person,
                address=found,
                language=language,
                nonce=secrets.token_hex(_NONCE_BYTES),
                asked_at=now,
                expires=now + GOOD_FOR,
            )
        )
        return await self.read(actor, person)

    async def _must_not_pester(self, person: PersonId, address: str, now: datetime) -> None:
        asked = await self.read.proofs.letters_since(person, address, now - _WITHIN)
        if len(asked) >= LETTERS:
            raise TooManyLetters(until=asked[-LETTERS] + _WITHIN)


@dataclass(frozen=True, slots=True)
class TryCode:
    """A person types the code of a letter.

    That it was wrong is returned, not raised: the try must be kept, and a raise rolls it back.
    """

    read: ReadMailbox
    pepper: bytes

    async def __call__(self, actor: Actor, person: PersonId, text: str) -> MailboxView:
        """Take the mailbox for the person's where the code is right."""
        before = await self.read(actor, person)
        return await self.read(actor, person, tried=await self._tried(before.proof, text))

    async def _tried(self, proof: Proof | None, text: str) -> Tried:
        proofs = self.read.proofs
        if proof is None:
            return Tried.EXPIRED
        if is_code_of(proof.nonce, text, self.pepper):
            await proofs.mark_proof(proof.id, ProofState.USED)
            await self._take(proof)
            return Tried.PROVEN
        await proofs.note_wrong_code(proof.id)
        if proof.wrong_tries + 1 < WRONG_TRIES:
            return Tried.WRONG
        await proofs.mark_proof(proof.id, ProofState.VOID)
        return Tried.NO_MORE_TRIES

    async def _take(self, proof: Proof) -> None:
        await self.read.mailboxes.keep_mailbox(
            proof.school,
            proof.person,
            proof.address,
            language=proof.language,
            at=self.read.clock.now(),
        )


@dataclass(frozen=True, slots=True)
class EndMailbox:
    """A person wants no letters any more: everything comes in the chat again."""

    read: ReadMailbox

    async def __call__(self, actor: Actor, person: PersonId) -> MailboxView:
        """End the mailbox, and a proof that was begun."""
        view = await self.read(actor, person)
        await self.read.mailboxes.end_mailbox(person, at=self.read.clock.now())
        if view.proof is not None:
            await self.read.proofs.mark_proof(view.proof.id, ProofState.VOID)
        return await self.read(actor, person)
