"""What there is to tell of broadcasts, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Child, Name
from core.clock import Clock
from core.ids import BroadcastId, NoticeId
from core.messages.broadcasts.broadcast import (
    Ask,
    Broadcast,
    BroadcastState,
    Hearers,
    given_by,
    has_answered,
    is_answered,
)
from core.messages.broadcasts.changing import answered_by
from core.messages.broadcasts.ladder import not_answered
from core.messages.broadcasts.ports import Answers, Broadcasts
from core.messages.broadcasts.rules import turnout
from core.messages.broadcasts.staying import StillAddressed
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.broadcasts import (
    BroadcastNews,
    BroadcastTold,
    OverdueNews,
    StoppedNews,
    UnheardNews,
)

_REMINDERS = frozenset({NoticeKind.BROADCAST_NUDGE, NoticeKind.BROADCAST_REMINDER})
_STOPPED = frozenset({NoticeKind.BROADCAST_STOPPED, NoticeKind.BROADCAST_STOPPED_OWN})


@dataclass(frozen=True, slots=True)
class GatherBroadcasts:
    """Makes news of notices of broadcasts; what is answered or taken back is told no more."""

    broadcasts: Broadcasts
    still: StillAddressed
    answers: Answers
    names: Names
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, BroadcastTold]:
        """Return what there is to say of each notice; one that is overtaken is missing."""
        found = await self.broadcasts.broadcasts(
            sorted({BroadcastId(one.draft.subject) for one in rows})
        )
        names = await self.names.names(sorted({one.draft.about for one in rows}))
        told: dict[NoticeId, BroadcastTold] = {}
        for row in rows:
            one = found.get(BroadcastId(row.draft.subject))
            name = names.get(row.draft.about)
            news = await self._news(kind, row, one, name) if one and name else None
            if news is not None:
                told[row.id] = news
        return told

    async def _news(
        self, kind: NoticeKind, row: Notice, one: Broadcast, name: Name
    ) -> BroadcastTold | None:
        if kind is NoticeKind.BROADCAST_OVERDUE:
            return await self._overdue(row, one, name)
        if kind is NoticeKind.BROADCAST_UNHEARD:
            return await self._unheard(row, one, name)
        if kind in _STOPPED:
            is_own = kind is NoticeKind.BROADCAST_STOPPED_OWN
            return StoppedNews(row.draft.about, name, one, is_own)
        taken_back = row.draft.change is Change.TAKEN_BACK
        if taken_back != (one.state is BroadcastState.WITHDRAWN):
            return None
        reminded = kind in _REMINDERS
        if reminded and await self._is_settled(row, one):
            return None
        draft = row.draft
        given = await self.answers.answer_of(one.id, one.version, [draft.recipient])
        return BroadcastNews(
            about=draft.about,
            child=name,
            recipient=draft.recipient,
            broadcast=one,
            is_asked=_is_asked(row, one),
            change=draft.change,
            answers=tuple(given),
            reminded=reminded,
            late=one.is_late(self.clock.now()),
            silent=kind is NoticeKind.BROADCAST_NUDGE,
            children=await self._children(row, one),
        )

    async def _children(self, row: Notice, one: Broadcast) -> tuple[Child, ...]:
        ask = one.plan.ask
        of_each = bool(one.plan.scope.pupils) or (ask is not None and bool(ask.choices))
        if not of_each or row.draft.recipient == row.draft.about:
            return ()
        families = await self.still.of_person(one, row.draft.recipient)
        return tuple(family.child for family in families)

    async def _is_settled(self, row: Notice, one: Broadcast) -> bool:
        ask = one.plan.ask
        if ask is None:
            return True
        families = await self.still.of_person(one, row.draft.recipient)
        members = sorted({it.person for family in families for it in family.members})
        given = await self.answers.answer_of(one.id, one.version, members)
        answered = given_by(given)
        return all(
            is_answered(family, one.plan.hearers, ask, answered)
            or any(
                it.person == row.draft.recipient and has_answered(it, family, answered)
                for it in family.members
            )
            for family in families
        )

    async def _overdue(self, row: Notice, one: Broadcast, name: Name) -> OverdueNews | None:
        ask: Ask | None = one.plan.ask
        if ask is None or one.state is not BroadcastState.SENT:
            return None
        families = await self.still(one)
        answered = await answered_by(self.answers, one)
        missing = not_answered(families, one.plan.hearers, ask, answered)
        if not missing:
            return None
        return OverdueNews(row.draft.about, name, one, len(missing), len(families))

    async def _unheard(self, row: Notice, one: Broadcast, name: Name) -> UnheardNews | None:
        """Return it, unless it was taken back, or somebody could be told by now."""
        found = turnout(await self.still.addressed.families(one.id))
        if one.state is not BroadcastState.SENT or found.reachable:
            return None
        return UnheardNews(row.draft.about, name, one, found)


def _is_asked(row: Notice, one: Broadcast) -> bool:
    is_pupil = row.draft.recipient == row.draft.about
    return one.plan.ask is not None and (not is_pupil or one.plan.hearers is Hearers.PUPILS)
