"""What there is to tell of broadcasts, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Name
from core.clock import Clock
from core.ids import BroadcastId, NoticeId, PersonId
from core.messages.broadcasts.broadcast import (
    Ask,
    Broadcast,
    BroadcastState,
    Hearers,
)
from core.messages.broadcasts.changing import answered_by
from core.messages.broadcasts.ladder import not_answered
from core.messages.broadcasts.ports import Broadcasts
from core.messages.broadcasts.rules import turnout
from core.notices.gathering.broadcast_recipients import ReadRecipients, Recipients
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.broadcasts import (
    BroadcastNews,
    BroadcastTold,
    OverdueNews,
    StoppedNews,
    UnheardNews,
    WithdrawnNews,
)

_REMINDERS = frozenset({NoticeKind.BROADCAST_NUDGE, NoticeKind.BROADCAST_REMINDER})
_OF_STAFF = frozenset(
    {
        NoticeKind.BROADCAST_OVERDUE,
        NoticeKind.BROADCAST_UNHEARD,
        NoticeKind.BROADCAST_STOPPED,
        NoticeKind.BROADCAST_STOPPED_OWN,
        NoticeKind.BROADCAST_WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class GatherBroadcasts:
    """Makes news of notices of broadcasts; what is answered or taken back is told no more."""

    broadcasts: Broadcasts
    read: ReadRecipients
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
        read = {
            one.id: await self.read(one, _told_of(one, rows), reminded=kind in _REMINDERS)
            for one in (found.values() if kind not in _OF_STAFF else ())
        }
        told: dict[NoticeId, BroadcastTold] = {}
        for row in rows:
            one = found.get(BroadcastId(row.draft.subject))
            name = names.get(row.draft.about)
            if one is None or name is None:
                continue
            news = (
                await self._to_staff(kind, row, one, name)
                if kind in _OF_STAFF
                else self._to_family(kind, row, name, read[one.id])
            )
            if news is not None:
                told[row.id] = news
        return told

    async def _to_staff(
        self, kind: NoticeKind, row: Notice, one: Broadcast, name: Name
    ) -> BroadcastTold | None:
        if kind is NoticeKind.BROADCAST_OVERDUE:
            return await self._overdue(row, one, name)
        if kind is NoticeKind.BROADCAST_UNHEARD:
            return await self._unheard(row, one, name)
        if kind is NoticeKind.BROADCAST_WITHDRAWN:
            return _withdrawn(row, one, name)
        is_own = kind is NoticeKind.BROADCAST_STOPPED_OWN
        return StoppedNews(row.draft.about, name, one, is_own)

    def _to_family(
        self, kind: NoticeKind, row: Notice, name: Name, known: Recipients
    ) -> BroadcastNews | None:
        one, draft = known.broadcast, row.draft
        taken_back = draft.change is Change.TAKEN_BACK
        if taken_back != (one.state is BroadcastState.WITHDRAWN):
            return None
        reminded = kind in _REMINDERS
        if reminded and known.is_settled(draft.recipient):
            return None
        return BroadcastNews(
            about=draft.about,
            child=name,
            recipient=draft.recipient,
            broadcast=one,
            is_asked=_is_asked(row, one),
            change=draft.change,
            answers=known.answers_of(draft.recipient),
            reminded=reminded,
            late=one.is_late(self.clock.now()),
            silent=kind is NoticeKind.BROADCAST_NUDGE,
            children=known.children_of(draft.recipient) if _is_of_family(row, one) else (),
        )

    async def _overdue(self, row: Notice, one: Broadcast, name: Name) -> OverdueNews | None:
        ask: Ask | None = one.plan.ask
        if ask is None or one.state is not BroadcastState.SENT:
            return None
        families = await self.read.still(one)
        answered = await answered_by(self.read.answers, one)
        missing = not_answered(families, one.plan.hearers, ask, answered)
        if not missing:
            return None
        return OverdueNews(row.draft.about, name, one, len(missing), len(families))

    async def _unheard(self, row: Notice, one: Broadcast, name: Name) -> UnheardNews | None:
        """Return it, unless it was taken back, or somebody could be told by now."""
        found = turnout(await self.read.still.addressed.families(one.id))
        if one.state is not BroadcastState.SENT or found.reachable:
            return None
        return UnheardNews(row.draft.about, name, one, found)


def _withdrawn(row: Notice, one: Broadcast, name: Name) -> WithdrawnNews | None:
    """Return it, unless what was taken back was brought back."""
    by = one.withdrawn_by
    if one.state is not BroadcastState.WITHDRAWN or by is None:
        return None
    return WithdrawnNews(row.draft.about, name, one, by)


def _is_asked(row: Notice, one: Broadcast) -> bool:
    is_pupil = row.draft.recipient == row.draft.about
    return one.plan.ask is not None and (not is_pupil or one.plan.hearers is Hearers.PUPILS)


def _told_of(one: Broadcast, rows: Sequence[Notice]) -> Sequence[PersonId]:
    return sorted({row.draft.recipient for row in rows if row.draft.subject == one.id})


def _is_of_family(row: Notice, one: Broadcast) -> bool:
    return row.draft.recipient != row.draft.about and one.names_children
