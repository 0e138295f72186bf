"""Notices that must be acknowledged: who may answer them, and what of them is told once more."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.access.gate import closed_to
from core.access.people import Actor
from core.diary.acknowledging import (
    Acknowledge,
    Acknowledgements,
    Asked,
    Outcome,
    answers,
    must_answer,
)
from core.ids import NoticeId
from core.notices.answers.answerable import Answerable
from core.notices.gathering.answered import ANSWERED_AS
from core.notices.gathering.gather import GatherNews
from core.notices.hearing import StillHear
from core.notices.ledger import Change, Draft, Notice
from core.notices.news.forecasts import ToAcknowledge
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice that its recipient opens: what it tells now (None: nothing any more).

    `answered` is when this person acknowledged it; `following` the next one that waits for that.
    """

    notice: Notice
    news: ToAcknowledge | None
    answered: datetime | None
    following: NoticeId | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A notice after a tap on «Ознакомлен(а)», and what became of the tap."""

    shown: Shown
    outcome: Outcome


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
            next((one for one in told.news if isinstance(one, ToAcknowledge)), None),
            await self._answered_at(found),
            next((one.id for one in waiting if one.draft.record != found.draft.record), None),
        )

    async def asked(self, notice: Notice) -> Asked:
        """Return what the recipient is asked to answer: since the record last went to it.

        Who opens the message of before reads what stands now, and answers what went anew.
        """
        draft = notice.draft
        rows = await self.answerable.about(draft.kind, [draft.subject], [draft.about])
        drafts = [draft, *(row.notice.draft for row in rows)]
        since = max(one.happened_at for one in drafts if one.recipient == draft.recipient)
        return Asked(ANSWERED_AS[draft.kind], draft.subject, since)

    async def _answered_at(self, notice: Notice) -> datetime | None:
        """Return when the recipient acknowledged what it was told last."""
        draft, asked = notice.draft, await self.asked(notice)
        given = await self.acknowledgements.given(
            asked.kind, [draft.about], draft.subject, draft.subject
        )
        return next(
            (
                one.at
                for one in given
                if one.person == draft.recipient and answers(one, asked.since)
            ),
            None,
        )

    async def theirs(self, actor: Actor, notice: NoticeId) -> Notice:
        """Return a notice of this person's, while the person is of the pupil's family.

        Raise AccessRefused for any other, also where there is none: nobody learns by trying.
        """
        found = await self.answerable.one(notice)
        if found is None:
            raise closed_to(actor)
        must_answer(actor, found.draft.about, found.draft.recipient)
        return found


@dataclass(frozen=True, slots=True)
class AcknowledgeNotice:
    """A person acknowledges a notice: the recipient alone, and once; a repeat is the same one."""

    open: OpenNotice
    acknowledge: Acknowledge

    async def __call__(self, actor: Actor, notice: NoticeId, *, stamp: int) -> Answered:
        """Keep the answer with a digest of what was shown, and return the notice as answered.

        Where it has changed since it was shown with `stamp`, or nothing of it stands any more,
        nothing is recorded. Raise AccessRefused for whom it was not for.
        """
        found = await self.open(actor, notice)
        if found.answered is not None:
            return Answered(found, Outcome.AGAIN)
        if found.news is None:
            return Answered(found, Outcome.OVER)
        if stamp != found.news.stamp:
            return Answered(found, Outcome.CHANGED)
        draft = found.notice.draft
        await self.acknowledge(
            actor,
            draft.about,
            await self.open.asked(found.notice),
            shown=found.news.shown,
            person=draft.recipient,
        )
        return Answered(await self.open(actor, notice), Outcome.RECORDED)


@dataclass(frozen=True, slots=True)
class RepeatUnknown:
    """What must be acknowledged and may not have arrived is told once more, marked so."""

    outbox: Outbox
    answerable: Answerable
    still_hear: StillHear

    async def __call__(self) -> int:
        """Write the repeats that are still to be written; return how many there were.

        Nothing is repeated to who may hear of the pupil no more.
        """
        lost = await self.answerable.unrepeated()
        heard = await self.still_hear([one.draft for one in lost])
        repeats = [repeat_of(one) for one in lost if one.draft in heard]
        await self.outbox.put(repeats)
        return len(repeats)


def repeat_of(notice: Notice) -> Draft:
    """Return the notice as it is told once more: the same record, so the same answer."""
    return replace(notice.draft, change=Change.REPEATED)
