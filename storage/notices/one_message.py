"""What goes in one message: rows about the same records together, and what a choice holds."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Channel
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.ledger import TOLD_ALONE, Batch, Lane
from core.notices.preferences import Goes, Rests, SwitchedOff, Verdict, Waits, verdict
from core.notices.timing import Opening
from storage.notices.waiting import Asked, waiting_of
from storage.notices.whose_turn import Group

_FULL_FOR = timedelta(seconds=1)
"""How long what would go by a channel without room stays out of the others' way."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Rows whose turn it was: those that go, by person, and those that a choice holds or ends."""

    batches: list[Batch] = field(default_factory=list)
    resting: dict[datetime, list[NoticeId]] = field(default_factory=dict)
    switched_off: list[NoticeId] = field(default_factory=list)

    @property
    def has_held(self) -> bool:
        """Say whether somebody's choice kept something from going."""
        return bool(self.resting or self.switched_off)


async def sorted_out(
    connection: AsyncConnection,
    groups: Sequence[Group],
    openings: Sequence[Opening],
    now: datetime,
    full: Collection[Channel] = (),
) -> Sorted:
    """Return for each group what goes in one message, rows about the same records gathered."""
    of_school = {one.school: one for one in openings}
    rows = defaultdict[Group, list[Asked]](list)
    for one in await waiting_of(connection, {recipient for recipient, _ in groups}, now):
        rows[one.row.recipient, one.row.lane].append(one)
    result = Sorted()
    no_room = {channel.value: now + _FULL_FOR for channel in full}
    for group in groups:
        shut = {**no_room, **_shut(rows[group], now)}
        _sort(result, group, rows[group], of_school, now=now, shut=shut)
    return result


def _sort(
    result: Sorted,
    group: Group,
    rows: Sequence[Asked],
    of_school: Mapping[SchoolId, Opening],
    *,
    now: datetime,
    shut: Mapping[str, datetime],
) -> None:
    # What goes draws along every row about the same record: a change is told once, as it is now.
    said = [(one, _behind(one, shut) or _verdict(one, of_school, now)) for one in rows]
    going = {one.record for one, word in said if isinstance(word, Goes)}
    ending = {one.record for one, word in said if isinstance(word, SwitchedOff)}
    gathered = [one for one in rows if one.record in going and one.channel not in shut]
    if gathered:
        # One message a channel: what goes another way has its turn when this one has ended.
        first = gathered[0].channel
        same = [one for one in gathered if one.channel == first]
        result.batches.append(_batch(group, _of_one_message(same)))
    result.switched_off.extend(one.notice.id for one in rows if one.record in ending - going)
    for one, word in said:
        if isinstance(word, Rests) and one.record not in going:
            result.resting.setdefault(word.until, []).append(one.notice.id)


def _of_one_message(gathered: Sequence[Asked]) -> Sequence[Asked]:
    """Return what goes together: what fills a message of its own goes alone, in its turn."""
    if gathered[0].notice.draft.kind in TOLD_ALONE:
        return [one for one in gathered if one.record == gathered[0].record]
    return [one for one in gathered if one.notice.draft.kind not in TOLD_ALONE]


def _shut(rows: Sequence[Asked], now: datetime) -> Mapping[str, datetime]:
    """Return the channels by which something waits for a retry, and until when."""
    return {
        one.channel: one.retry_at
        for one in sorted(rows, key=lambda it: it.retry_at or now)
        if one.retry_at is not None and one.retry_at > now
    }


def _behind(one: Asked, shut: Mapping[str, datetime]) -> Rests | None:
    until = shut.get(one.channel)
    return None if until is None else Rests(until)


def _batch(group: Group, gathered: Sequence[Asked]) -> Batch:
    recipient, lane = group
    return Batch(
        PersonId(recipient),
        gathered[0].way.account,
        Lane(lane),
        tuple(one.notice for one in gathered),
        neutral=gathered[0].chosen.neutral,
        spare=gathered[0].way.spare,
        twofold=frozenset(one.notice.draft.record for one in gathered if one.way.both),
    )


def _verdict(one: Asked, of_school: Mapping[SchoolId, Opening], now: datetime) -> Verdict:
    opening = of_school.get(SchoolId(one.row.school))
    if opening is None:
        return Waits()
    return verdict(one.notice.draft, one.chosen, opening, now)
