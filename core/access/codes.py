"""Activation codes: single-use, short-lived, kept hashed, and slow to guess (C3.1, E5 2.2)."""

import hashlib
import hmac
import secrets
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import STAFF, Actor, Role
from core.clock import Clock
from core.errors import (
    CodeExpired,
    CodeRefused,
    CodeUnknown,
    CodeUsed,
    PupilAmongStaff,
    TooManyTries,
)
from core.ids import AccountId, PersonId
from core.regulation.profile import Codes as CodeRules

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH, _GROUP = 12, 4
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


@dataclass(frozen=True, slots=True)
class Issued:
    """A code as it is kept: its digest only, for whom, until when, and whether it was used.

    `roles` are the person's of today.
    """

    digest: str
    person: PersonId
    expires: datetime
    used_by: AccountId | None = None
    roles: frozenset[Role] = frozenset()


class CodeBook(Protocol):
    """Codes that were issued, tries that were wrong, and who is linked to which account."""

    async def issue(
        self,
        digest: str,
        person: PersonId,
        *,
        at: datetime,
        expires: datetime,
        by: PersonId | None = None,
    ) -> None:
        """Keep a new code; an earlier unused one of the person opens nothing any more.

        `by` gave it out; nobody of the records did where who runs the program made it.
        """
        ...

    async def find(self, digest: str) -> Issued | None:
        """Return the code with this digest, used and expired ones too."""
        ...

    async def use(self, digest: str, account: AccountId, *, at: datetime) -> bool:
        """Link the person to the account; False where somebody used the code first.

        So it is where the account would hold a pupil and somebody of the staff: the code is not
        used up then.
        """
        ...

    async def note_wrong_try(self, account: AccountId, *, at: datetime) -> None:
        """Keep a wrong try."""
        ...

    async def wrong_tries(self, account: AccountId | None, *, since: datetime) -> list[datetime]:
        """Return the wrong tries after the instant, oldest first; of all accounts for None."""
        ...


def new_code() -> str:
    """Make up a code of 60 bits, as `XXXX-XXXX-XXXX`, without letters taken for digits.

    A digit is always among them, so that no word of twelve letters is taken for a code.
    """
    while True:
        letters = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))
        if not letters.isalpha():
            return "-".join(letters[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def looks_like_code(text: str) -> bool:
    """Say whether a text could be meant as a code: its length, its letters, and a digit."""
    plain = plain_code(text)
    of_a_code = all(letter in ALPHABET + "01OI" for letter in plain)
    return len(plain) == _LENGTH and of_a_code and not plain.isalpha()


def digest_of(code: str, pepper: bytes) -> str:
    """Return what is kept of a code: case, dashes, spaces and lookalikes do not matter."""
    return hmac.new(pepper, plain_code(code).encode(), hashlib.sha256).hexdigest()


def plain_code(code: str) -> str:
    """Return a code as it is compared: in capitals, without what people put between."""
    kept = "".join(letter for letter in code.upper() if letter not in "-–— \t\n")
    return kept.translate(_LOOKALIKES)


@dataclass(frozen=True, slots=True)
class IssueCode:
    """Give a person a code to come in with."""

    book: CodeBook
    clock: Clock
    rules: CodeRules
    pepper: bytes

    async def __call__(self, person: PersonId, *, by: PersonId | None = None) -> str:
        """Return the code; nobody can read it again later. `by` gives it out (S4)."""
        code, now = new_code(), self.clock.now()
        await self.book.issue(
            digest_of(code, self.pepper),
            person,
            at=now,
            expires=now + self.rules.lifetime,
            by=by,
        )
        return code


@dataclass(frozen=True, slots=True)
class Activate:
    """Let a person in with a code.

    A refusal is returned, not raised: the wrong try must be kept, and a raise rolls the turn back.
    """

    book: CodeBook
    clock: Clock
    rules: CodeRules
    pepper: bytes

    async def __call__(self, actor: Actor, code: str) -> PersonId | CodeRefused:
        """Link the account to the code's person and return who it is, or why nothing opens."""
        now = self.clock.now()
        account = actor.account.id
        wait = await self._must_wait(account, now)
        if wait is not None:
            return wait
        digest = digest_of(code, self.pepper)
        issued = await self.book.find(digest)
        outcome = _outcome(issued, now)
        if isinstance(outcome, CodeRefused):
            await self.book.note_wrong_try(account, at=now)
            return outcome
        if issued is not None and _would_mix(actor, issued):
            return PupilAmongStaff()
        if await self.book.use(digest, account, at=now):
            return outcome
        again = await self.book.find(digest)
        return CodeUsed() if again is None or again.used_by is not None else PupilAmongStaff()

    async def _must_wait(self, account: AccountId, now: datetime) -> TooManyTries | None:
        since = now - self.rules.within
        limits = ((account, self.rules.wrong_tries), (None, self.rules.wrong_tries_everywhere))
        for who, most in limits:
            tries = await self.book.wrong_tries(who, since=since)
            if len(tries) >= most:
                return TooManyTries(until=tries[-most] + self.rules.within)
        return None


def never_together(some: AbstractSet[Role], others: AbstractSet[Role]) -> bool:
    """Say whether persons of such roles may not stand behind one account.

    Pupils never work under a teacher's account (C4.4.8): at home a parent who works at the school
    has the own phone for it. A pupil and a guardian may share one.
    """
    return any(
        Role.PUPIL in one and not other.isdisjoint(STAFF)
        for one, other in ((some, others), (others, some))
    )


def _would_mix(actor: Actor, issued: Issued) -> bool:
    others = [one for one in actor.members if one.person != issued.person]
    is_pupil = Role.PUPIL in issued.roles
    return any(
        never_together(one.roles, issued.roles) or (is_pupil and one.works_here) for one in others
    )


def _outcome(issued: Issued | None, now: datetime) -> PersonId | CodeRefused:
    if issued is None:
        return CodeUnknown()
    if issued.used_by is not None:
        return CodeUsed()
    return CodeExpired() if issued.expires <= now else issued.person
