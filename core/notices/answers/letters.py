"""What must be acknowledged came by letter, and is acknowledged by the link in it (F6, F9).

A letter may be forwarded and a right withdrawn: the person is known anew each time, and answers
only as who it is now.
"""

from dataclasses import dataclass

from core.access.directory import Directory
from core.access.mailboxes import Mailboxes
from core.access.people import Actor
from core.clock import Clock
from core.diary.acknowledging import Acknowledged, Outcome
from core.errors import NotActivated, NotFound
from core.ids import NoticeId, PersonId, PupilId
from core.notices.answers.acknowledged import AcknowledgeNotice, OpenNotice, Shown
from core.notices.answers.elsewhere import OldMessages
from core.notices.gathering.answered import ANSWERED_AS


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """Who may answer by a link about what."""

    person: PersonId
    about: PupilId
    kind: Acknowledged
    notice: NoticeId


@dataclass(frozen=True, slots=True)
class Opened:
    """What the person sees, as whom the school knows it now."""

    actor: Actor
    shown: Shown


@dataclass(frozen=True, slots=True)
class OpenByLetter:
    """A person follows the link of a letter."""

    mailboxes: Mailboxes
    directory: Directory
    open: OpenNotice

    async def __call__(self, answer: LetterAnswer) -> Opened:
        """Return what is to be acknowledged; raise AccessRefused for who is of it no more."""
        actor = await self._known(answer.person)
        shown = await self.open(actor, answer.notice)
        draft = shown.notice.draft
        found = LetterAnswer(
            draft.recipient, draft.about, ANSWERED_AS[draft.kind], shown.notice.id
        )
        if found != answer:
            raise NotFound
        return Opened(actor, shown)

    async def _known(self, person: PersonId) -> Actor:
        """Return who reads the letter: as the person speaks in the chat, or as the records say.

        Raise NotActivated for who has neither a chat nor a mailbox any more.
        """
        chat = await self.mailboxes.chat_of(person)
        if chat is not None:
            return await self.directory.recognise(chat.address, language=chat.language)
        box = await self.mailboxes.mailbox_of(person)
        member = await self.directory.member(person) if box else None
        if box is None or member is None:
            raise NotActivated
        return Actor(box.account, (member,))


@dataclass(frozen=True, slots=True)
class AcknowledgeByLetter:
    """A person confirms on the page that a letter led to; a repeat is the same answer."""

    open: OpenByLetter
    acknowledge: AcknowledgeNotice
    old_messages: OldMessages
    clock: Clock

    async def __call__(self, answer: LetterAnswer, *, stamp: int) -> Outcome:
        """Keep the answer to what the page showed with `stamp`; say what became of it.

        Raise AccessRefused for who is of the pupil's family no more.
        """
        opened = await self.open(answer)
        if opened.shown.news is None:
            raise NotFound  # nothing is told any more
        done = await self.acknowledge(opened.actor, answer.notice, stamp=stamp)
        if done.outcome is Outcome.RECORDED:
            await self.old_messages.answered(done.shown.notice, at=self.clock.now())
        return done.outcome
