"""What the links of letters do: an address proves itself, and letters end (F9, S5).

Who follows a link is known by the records as they stand at that moment, never by the letter.
"""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.access.consents import VERSION, Consent, ConsentBook, Said, Subject
from core.access.directory import Directory
from core.access.mailboxes import Mailbox, Mailboxes, Proof, Proofs, ProofState
from core.access.people import Member, seen_by
from core.access.proving import LettersRefused
from core.access.readers import Reader
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import PersonId, ProofId


@dataclass(frozen=True, slots=True)
class Offered:
    """An address that may prove itself; `box` is the mailbox where it has."""

    proof: Proof
    member: Member
    box: Mailbox | None = None

    @property
    def is_done(self) -> bool:
        """Say whether letters come to the address."""
        return self.box is not None

    @property
    def language(self) -> str:
        """Return the language of the page; nothing where none was chosen."""
        return self.box.account.language if self.box else self.proof.language


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """Somebody follows the link of the letter that came first."""

    proofs: Proofs
    mailboxes: Mailboxes
    directory: Directory
    clock: Clock

    async def __call__(self, number: ProofId) -> Offered:
        """Return what there is to confirm; raise NotFound for a link that is good no more.

        Raise LettersRefused where the word on paper was taken back meanwhile.
        """
        proof = await self.proofs.proof(number)
        member = await self.directory.member(proof.person) if proof else None
        if proof is None or member is None or not proof.by_link:
            raise NotFound
        if proof.state is ProofState.USED:
            box = await self.mailboxes.mailbox_of(proof.person)
            if box is None or box.account.address.value != proof.address:
                raise NotFound
            return Offered(proof, member, box)
        if proof.state is ProofState.VOID or proof.expires <= self.clock.now():
            raise NotFound
        if await self.mailboxes.chat_of(proof.person) is not None:
            raise NotFound  # who came in meanwhile proves a mailbox in the chat
        if not await self.mailboxes.letters_agreed(proof.person):
            raise LettersRefused
        return Offered(proof, member)


@dataclass(frozen=True, slots=True)
class ConfirmAddress:
    """Whoever reads the mailbox says that letters may come there; a second tap changes nothing.

    Letters come in the language of the page on which that was said.
    """

    open: OpenOffer

    async def __call__(self, number: ProofId, *, language: str) -> bool:
        """Let letters go there; say whether they did not before. Raises as `OpenOffer` does."""
        offered = await self.open(number)
        proof, mailboxes = offered.proof, self.open.mailboxes
        if offered.is_done or not await self.open.proofs.mark_proof(number, ProofState.USED):
            return False
        await mailboxes.keep_mailbox(
            proof.school,
            proof.person,
            proof.address,
            language=language,
            at=self.open.clock.now(),
        )
        box = await mailboxes.mailbox_of(proof.person)
        if language and box is not None and box.account.language != language:
            await self.open.directory.speak(box.account.id, language)
        return True


@dataclass(frozen=True, slots=True)
class Stopping:
    """Letters that may end; `mailbox` is None where they have."""

    person: PersonId
    mailbox: Mailbox | None

    @property
    def language(self) -> str:
        """Return the language of the page; nothing where letters have ended."""
        return self.mailbox.account.language if self.mailbox else ""


@dataclass(frozen=True, slots=True)
class StopLetters:
    """Who gets letters wants none any more: the mailbox ends, and the word is taken back (S5).

    An old letter's link ends nothing but letters to the address that it went to.
    """

    mailboxes: Mailboxes
    proofs: Proofs
    consents: ConsentBook
    directory: Directory
    clock: Clock

    async def look(self, reader: Reader) -> Stopping:
        """Return what would end."""
        box = await self.mailboxes.mailbox_of(reader.person)
        stands = box is not None and box.account.id == reader.mailbox
        return Stopping(reader.person, box if stands else None)

    async def __call__(self, reader: Reader) -> Stopping:
        """End the letters, from now on and for every child."""
        found, person = await self.look(reader), reader.person
        if found.mailbox is not None:
            await self.mailboxes.end_mailbox(person, at=self.clock.now())
            proof = await self.proofs.proof_of(person)
            if proof is not None:
                await self.proofs.mark_proof(proof.id, ProofState.VOID)
            await self._withdraw(person)
        return Stopping(person, None)

    async def _withdraw(self, person: PersonId) -> None:
        member, now = await self.directory.member(person), self.clock.now()
        pupils = [one.pupil for one in seen_by(member)] if member else []
        said = await self.consents.latest(pupils)
        refused = {
            one.pupil
            for one in said
            if (one.guardian, one.subject) == (person, Subject.EMAIL)
            and one.said is not Said.GIVEN
        }
        for pupil in pupils:
            if member is not None and pupil not in refused:
                day = today(self.clock, ZoneInfo(member.zone))
                word = Consent(person, pupil, Subject.EMAIL, Said.WITHDRAWN, day, VERSION)
                await self.consents.add(word, member.school, person, now)
