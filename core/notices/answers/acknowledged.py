"""Notices that must be acknowledged: who may answer them, and what of them is told once more."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.access.people import Actor
from core.diary.acknowledging import Acknowledge, Acknowledgements, must_answer
from core.errors import NotFound
from core.ids import NoticeId
from core.notices.answers.answerable import Answerable
from core.notices.gathering.forecasts import ANSWERED_AS
from core.notices.gathering.gather import GatherNews
from core.notices.ledger import Change, Draft, Notice
from core.notices.news.journal import News
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice that its recipient opens: what it tells now (None: nothing any more).

    `answered` is when this person acknowledged it; `following` the next one that waits for that.
    """

    notice: Notice
    news: News | None
    answered: datetime | None
    following: NoticeId | None = None


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """A person opens a notice that must be acknowledged."""

    answerable: Answerable
    acknowledgements: Acknowledgements
    gather: GatherNews

    async def __call__(self, actor: Actor, notice: NoticeId) -> Shown:
        """Return it as it stands now; raise AccessRefused for whom it was not for."""
        found = await self.theirs(actor, notice)
        told = await self.gather([replace(found, draft=replace(found.draft, change=Change.NEW))])
        pupils = [child.pupil for child in actor.children]
        waiting = await self.answerable.unanswered(found.draft.recipient, pupils)
        return Shown(
            found,
            next(iter(told.news), None),
            await answered_at(self.acknowledgements, found),
            next((one.id for one in waiting if one.draft.record != found.draft.record), None),
        )

    async def theirs(self, actor: Actor, notice: NoticeId) -> Notice:
        """Return a notice of this person's, while the person is of the pupil's family."""
        found = await self.answerable.one(notice)
        if found is None or found.draft.kind not in ANSWERED_AS:
            raise NotFound
        must_answer(actor, found.draft.about, found.draft.recipient)
        return found


@dataclass(frozen=True, slots=True)
class AcknowledgeNotice:
    """A person acknowledges a notice: the recipient alone, and once; a repeat is the same one."""

    open: OpenNotice
    acknowledge: Acknowledge

    async def __call__(self, actor: Actor, notice: NoticeId, *, shown: str) -> Shown:
        """Keep the answer with a digest of what was shown; return the notice as answered."""
        draft = (await self.open.theirs(actor, notice)).draft
        await self.acknowledge(
            actor,
            draft.about,
            kind=ANSWERED_AS[draft.kind],
            subject=draft.subject,
            shown=shown,
            person=draft.recipient,
        )
        return await self.open(actor, notice)


async def answered_at(acknowledgements: Acknowledgements, notice: Notice) -> datetime | None:
    """Return when the recipient acknowledged what a notice tells."""
    draft = notice.draft
    given = await acknowledgements.given(
        ANSWERED_AS[draft.kind], [draft.about], draft.subject, draft.subject
    )
    return next((one.at for one in given if one.person == draft.recipient), None)


@dataclass(frozen=True, slots=True)
class RepeatUnknown:
    """What must be acknowledged and may not have arrived is told once more, marked so."""

    outbox: Outbox
    answerable: Answerable

    async def __call__(self) -> int:
        """Write the repeats that are still to be written; return how many there were."""
        lost = await self.answerable.unrepeated()
        await self.outbox.put([repeat_of(one) for one in lost])
        return len(lost)


def repeat_of(notice: Notice) -> Draft:
    """Return the notice as it is told once more: the same record, so the same answer."""
    return replace(notice.draft, change=Change.REPEATED)
