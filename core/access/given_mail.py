"""Letters for who never came to the chat: class teachers take addresses on paper (A1.5, E4.5).

The address proves itself by the link of a letter, and before that nothing of a child goes there.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.applications import the_day, written_day
from core.access.connections import Connection, OfClass, ReadRoll, Roll
from core.access.consents import Consent, ConsentBook, Said, Subject
from core.access.mail_addresses import AddressWrong, is_address, the_address
from core.access.mailboxes import Mailbox, Mailboxes, Proof, Proofs, ProofState
from core.access.people import Actor
from core.access.proving import LettersUnavailable
from core.clock import Clock
from core.errors import RuleBroken
from core.ids import ClassId, PersonId, ProofId, PupilId, SchoolId

GOOD_FOR: Final = timedelta(days=7)
"""So long the link of the letter is good."""
LETTERS_A_DAY: Final = 3
"""To one person, and to one address: who typed it wrong must not pester a stranger."""
_DAY: Final = timedelta(days=1)
_NONCE_BYTES: Final = 16


class InTheChat(RuleBroken):
    """Who has come in says by itself where letters go."""

    code = "in-the-chat"


class DeclinedAltogether(RuleBroken):
    """The guardian refused to be told electronically at all: that comes first (A1.2)."""

    code = "declined-altogether"


class TooManyOffers(RuleBroken):
    """Letters to addresses that somebody else typed are limited, by the day."""

    code = "too-many-offers"


class TakenBackSince(RuleBroken):
    """The guardian said after the day of this paper that no letters shall come."""

    code = "letters-taken-back"


class NothingToEnd(RuleBroken):
    """No letters go to the person, and none were agreed to."""

    code = "no-letters"


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """An address that was given to the school on paper; `document` is the day of the paper."""

    person: PersonId
    address: str
    document: str
    at: datetime
    by: PersonId


class GivenAddresses(Protocol):
    """Addresses that class teachers took on paper; the latest of a person counts."""

    async def give(self, given: GivenAddress, school: SchoolId) -> None:
        """Keep an address; the same one once more is kept as it was."""
        ...

    async def given(self, person: PersonId) -> GivenAddress | None:
        """Return the latest address of a person, unless it was taken away."""
        ...

    async def take_away(self, person: PersonId, *, at: datetime) -> None:
        """Keep that the person takes the address back."""
        ...


@dataclass(frozen=True, slots=True)
class LettersOf:
    """What there is of letters to a person of a class; `said` is about the class's children."""

    roll: Roll
    one: Connection
    pupils: tuple[PupilId, ...]
    mailbox: Mailbox | None
    known: str
    proof: Proof | None
    said: tuple[Consent, ...]

    @property
    def today(self) -> date:
        """Return the school's day."""
        return self.roll.now.astimezone(ZoneInfo(self.roll.member.zone)).date()

    @property
    def is_in_chat(self) -> bool:
        """Say whether the person chooses in the chat where letters go."""
        return self.one.came_at is not None

    def answers(self, subject: Subject) -> list[Consent]:
        """Return what was said of one thing, by child."""
        return [one for one in self.said if one.subject is subject]

    @property
    def agreed(self) -> Consent | None:
        """Return the word by which letters go, if there is one."""
        given = (one for one in self.answers(Subject.EMAIL) if one.said is Said.GIVEN)
        return max(given, key=lambda one: one.day, default=None)

    @property
    def has_declined(self) -> bool:
        """Say whether the person refused to be told of any of these children electronically."""
        declined = [one for one in self.answers(Subject.ELECTRONIC) if one.said is not Said.GIVEN]
        return bool(declined)


@dataclass(frozen=True, slots=True)
class ReadLettersOf:
    """The class teacher, or the administration, opens what there is of letters to a person."""

    roll: ReadRoll
    mailboxes: Mailboxes
    proofs: Proofs
    consents: ConsentBook
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId, person: PersonId) -> LettersOf:
        """Return it; raise AccessRefused for who does not answer for a class of the person."""
        roll = await self.roll(actor, OfClass(class_id))
        one = roll.one(person)
        pupils = tuple(
            it.pupil.pupil for it in roll.connections if it.person == person and it.pupil
        )
        known = await self.mailboxes.known_at_school(person)
        proof = await self.proofs.proof_of(person)
        said = await self.consents.latest(pupils)
        return LettersOf(
            roll,
            one,
            pupils,
            await self.mailboxes.mailbox_of(person),
            the_address(known) if is_address(known) else "",
            proof if proof is not None and proof.by_link else None,
            tuple(it for it in said if it.guardian == person),
        )


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """A written consent to letters that is about to be taken down, and the day on it."""

    of: LettersOf
    day: date


@dataclass(frozen=True, slots=True)
class DateLetterPaper:
    """The class teacher says which day stands on a written consent to letters."""

    read: ReadLettersOf

    async def __call__(
        self, actor: Actor, class_id: ClassId, person: PersonId, day: date | str
    ) -> LetterPaper:
        """Return the paper; a day in words is one that a person wrote.

        Raise AccessRefused for who does not answer for the person's class, and
        ApplicationDayWrong for a day that is none, or out of reach.
        """
        view = await self.read(actor, class_id, person)
        written = day if isinstance(day, date) else written_day(day, view.today)
        return LetterPaper(view, the_day(written, view.today))


@dataclass(frozen=True, slots=True)
class GiveAddress:
    """Takes an address that a guardian gave on paper: a letter with a link goes there first.

    The written word is kept as a consent to letters about the class's children, with the day that
    stands on it. The letter has no language but the school's: nobody knows the guardian's yet.
    """

    date_paper: DateLetterPaper
    addresses: GivenAddresses
    are_sent: bool

    @property
    def read(self) -> ReadLettersOf:
        """Return what opens the letters of a person."""
        return self.date_paper.read

    async def __call__(
        self,
        actor: Actor,
        class_id: ClassId,
        person: PersonId,
        *,
        day: date | str,
        address: str | None = None,
    ) -> LettersOf:
        """Let a letter go to the address, or to the one that the school has already.

        Raise AccessRefused for who does not answer for the person's class, and a RuleBroken for
        an address or a day that is none, who is in the chat, who declined, or took the word back
        after the day, and after three letters a day.
        """
        paper = await self.date_paper(actor, class_id, person, day)
        found = self._address(paper.of, address)
        by, now = paper.of.roll.member, self.read.clock.now()
        await self._must_not_pester(person, found, now)
        await say_of_letters(self.read, paper.of, Said.GIVEN, day=paper.day, at=now)
        if (await self.read(actor, class_id, person)).agreed is None:
            raise TakenBackSince
        await self.addresses.give(
            GivenAddress(person, found, paper.day.isoformat(), now, by.person), by.school
        )
        await self.read.proofs.begin_proof(
            Proof(
                id=ProofId(0),
                school=by.school,
                person=person,
                address=found,
                language="",
                nonce=secrets.token_hex(_NONCE_BYTES),
                asked_at=now,
                expires=now + GOOD_FOR,
                by_link=True,
            )
        )
        return await self.read(actor, class_id, person)

    def _address(self, view: LettersOf, address: str | None) -> str:
        if not self.are_sent:
            raise LettersUnavailable
        if view.is_in_chat:
            raise InTheChat
        if view.has_declined:
            raise DeclinedAltogether
        found = the_address(address) if address is not None else view.known
        if not found:
            raise AddressWrong
        return found

    async def _must_not_pester(self, person: PersonId, address: str, now: datetime) -> None:
        asked = await self.read.proofs.letters_since(person, address, now - _DAY)
        if len(asked) >= LETTERS_A_DAY:
            raise TooManyOffers


@dataclass(frozen=True, slots=True)
class EndLetters:
    """The guardian takes the word back on paper: letters about the class's children end at once.

    The mailbox stays only where the guardian's word about a child of another class stands.
    """

    read: ReadLettersOf
    addresses: GivenAddresses

    async def __call__(self, actor: Actor, class_id: ClassId, person: PersonId) -> LettersOf:
        """End them; raise AccessRefused for who does not answer for the person's class."""
        view = await self.read(actor, class_id, person)
        if view.is_in_chat:
            raise InTheChat
        if view.mailbox is None and view.proof is None and view.agreed is None:
            raise NothingToEnd
        now = self.read.clock.now()
        await say_of_letters(self.read, view, Said.WITHDRAWN, day=view.today, at=now)
        if view.proof is not None:
            await self.read.proofs.mark_proof(view.proof.id, ProofState.VOID)
        if not await self.read.mailboxes.letters_agreed(person):
            await self.addresses.take_away(person, at=now)
            await self.read.mailboxes.end_mailbox(person, at=now)
        return await self.read(actor, class_id, person)


async def say_of_letters(
    read: ReadLettersOf, view: LettersOf, said: Said, *, day: date, at: datetime
) -> None:
    """Keep the guardian's word on paper about each child of the class; what stands is kept.

    The same word on a paper of another day is a record of its own.
    """
    by, stands = view.roll.member, view.answers(Subject.EMAIL)
    for pupil in view.pupils:
        word = Consent(view.one.person, pupil, Subject.EMAIL, said, day, day.isoformat())
        if word not in stands:
            await read.consents.add(word, by.school, by.person, at)
