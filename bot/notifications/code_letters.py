"""Letters that prove mailboxes, by a code or a link: the table says which wait, each goes once.

A letter that may have left twice brings the same code twice. Of codes and addresses nothing is
logged.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, assert_never

from bot.notifications.letters import Answer, Below, Letter, letter_of
from bot.notifications.smtp import MailServer, hand_over
from bot.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from bot.screens.parts.screen import Screen
from bot.screens.people.mail_links import MailLinks
from bot.screens.people.mail_pages import offer_letter
from bot.screens.people.mailbox import code_letter
from bot.texts.speech import Texts
from core.access.mailboxes import Proof, ProofState
from core.access.proving import code_in_letter
from core.clock import Clock


@dataclass(frozen=True, slots=True)
class SendCodes:
    """Hands over the letters that wait; what the server does not take now is tried again."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    server: MailServer | None
    texts: Texts
    clock: Clock
    pepper: bytes
    links: MailLinks

    async def __call__(self) -> None:
        """Send what waits now; where letters are not sent, nothing."""
        if self.server is None:
            return
        for proof in await self._due():
            outcome = await hand_over(self.server, self._letter(proof))
            state = _state_after(outcome)
            if state is not None:
                async with self.begin() as books:
                    await books.proofs.mark_proof(proof.id, state)
            elif outcome == Later():
                return  # the server is away: the next tick asks it again

    async def _due(self) -> Sequence[Proof]:
        async with self.begin() as books:
            due: Sequence[Proof] = await books.proofs.letters_to_send(now=self.clock.now())
            return due

    def _letter(self, proof: Proof) -> Letter:
        speech = self.texts.of(proof.language)
        if proof.by_link:
            confirm = Answer(speech.say("mail-offer-confirm"), self.links.to_confirm(proof.id))
            said = offer_letter(speech, proof.school_name)
            screen = Screen(said, neutral=speech.say("mail-offer-subject"))
            return letter_of(
                speech, screen, to=proof.address, number=proof.nonce, answers=[confirm]
            )
        code = code_in_letter(proof.nonce, self.pepper)
        return letter_of(
            speech,
            code_letter(speech, code),
            to=proof.address,
            number=proof.nonce,
            below=Below(Answer(speech.say("mail-choose-in-chat"))),
        )


def _state_after(outcome: Outcome) -> ProofState | None:
    match outcome:
        case Done() | Unclear():
            return ProofState.SENT
        case Gone() | Rejected():
            return ProofState.REFUSED
        case Later():
            return None
        case _:
            assert_never(outcome)
