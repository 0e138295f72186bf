"""What must be acknowledged came by letter, and is acknowledged by the link in it (F6, F9).

A letter may be forwarded and a right withdrawn: the person is known anew each time, and answers
only as who it is now.
"""

from dataclasses import dataclass, replace

from core.access.people import Actor
from core.access.readers import KnowReader, NoteUse, Reader
from core.clock import Clock
from core.diary.acknowledging import Acknowledged, Outcome
from core.errors import NotFound
from core.ids import NoticeId, PupilId
from core.notices.answers.acknowledged import AcknowledgeNotice, OpenNotice, Shown
from core.notices.answers.elsewhere import OldMessages
from core.notices.gathering.answered import ANSWERED_AS


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """Who may answer by a link about what."""

    reader: Reader
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

    known: KnowReader
    open: OpenNotice

    async def __call__(self, answer: LetterAnswer) -> Opened:
        """Return what is to be acknowledged; raise AccessRefused for who is of it no more."""
        actor = await self.known(answer.reader)
        shown = await self.open(actor, answer.notice)
        draft = shown.notice.draft
        reader = replace(answer.reader, person=draft.recipient)
        found = LetterAnswer(reader, draft.about, ANSWERED_AS[draft.kind], shown.notice.id)
        if found != answer:
            raise NotFound
        return Opened(actor, shown)


@dataclass(frozen=True, slots=True)
class AcknowledgeByLetter:
    """A person confirms on the page that a letter led to; a repeat is the same answer."""

    open: OpenByLetter
    acknowledge: AcknowledgeNotice
    old_messages: OldMessages
    note_use: NoteUse
    clock: Clock

    async def __call__(self, answer: LetterAnswer, *, stamp: int) -> Outcome:
        """Keep the answer to what the page showed with `stamp`; say what became of it.

        Raise AccessRefused for who is of the pupil's family no more.
        """
        opened = await self.open(answer)
        if opened.shown.news is None:
            raise NotFound  # nothing is told any more
        done = await self.acknowledge(opened.actor, answer.notice, stamp=stamp)
        await self.note_use(opened.actor)
        if done.outcome is Outcome.RECORDED:
            await self.old_messages.answered(done.shown.notice, at=self.clock.now())
        return done.outcome
