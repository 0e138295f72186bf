"""What somebody does by the links of letters, and what follows of it for news (F9, F10)."""

from dataclasses import dataclass

from core.access.mail_links import ConfirmAddress, Offered, StopLetters, Stopping
from core.access.people import Actor
from core.access.readers import KnowReader, Reader
from core.ids import ProofId
from core.notices.answers.broadcasts import AnswerBroadcastByLetter
from core.notices.answers.choosing import ChooseByLetter
from core.notices.answers.reading import ReadByLetter
from core.notices.answers.reviews import ReviewByLetter
from core.notices.ports import Outbox
from core.notices.telling.catching_up import CatchUp


@dataclass(frozen=True, slots=True)
class ByLetter:
    """Deeds of who reads a mailbox and may have no chat."""

    confirms: ConfirmAddress
    stops: StopLetters
    catch_up: CatchUp
    answers: AnswerBroadcastByLetter
    reviews: ReviewByLetter
    choices: ChooseByLetter
    news: ReadByLetter
    outbox: Outbox
    known: KnowReader

    async def offered(self, proof: ProofId) -> Offered:
        """Return what there is to confirm; raise as `OpenOffer` does."""
        return await self.confirms.open(proof)

    async def confirm(self, proof: ProofId, *, language: str) -> None:
        """Let letters go to an address: first what still counts of what the others were told."""
        if await self.confirms(proof, language=language):
            offered = await self.confirms.open(proof)
            box = await self.confirms.open.mailboxes.mailbox_of(offered.member.person)
            if box is not None:
                actor = Actor(box.account, (offered.member,))
                await self.catch_up(actor, offered.member.person)

    async def stopping(self, reader: Reader) -> Stopping:
        """Return the letters that would end."""
        return await self.stops.look(reader)

    async def stop(self, reader: Reader) -> None:
        """End letters; what waits goes another way, or ends, at the relay's next look."""
        await self.stops(reader)
        await self.outbox.reconsider(reader.person)

    async def speak(self, reader: Reader, language: str) -> None:
        """Speak a language with the reader from now on; raise as `KnowReader` does."""
        await self.known.speak(reader, language)
