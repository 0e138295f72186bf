"""Broadcasts and their versions. Behind `core.messages.broadcasts.ports.Broadcasts`."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import (
    Ask,
    Broadcast,
    BroadcastState,
    Hearers,
    Plan,
    Quorum,
    Scope,
    Version,
    Whom,
)
from core.messages.broadcasts.ladder import Rung
from core.messages.content import Content
from storage.messages.contents import content_of, content_row
from storage.statements import NAME, WHOM, named, new_source
from storage.tables import (
    BroadcastGroupRow,
    BroadcastPupilRow,
    BroadcastRow,
    BroadcastVersionRow,
    GroupRow,
    PersonRow,
    SchoolRow,
)

_WAITING, _SENT = BroadcastState.WAITING.value, BroadcastState.SENT.value
_WHO_WITHDREW = aliased(PersonRow)
_COLUMNS = (
    BroadcastRow.id,
    BroadcastRow.school_id,
    SchoolRow.name,
    SchoolRow.zone,
    BroadcastRow.by_id,
    *NAME,
    BroadcastRow.whom,
    BroadcastRow.hearers,
    BroadcastRow.asks,
    BroadcastRow.answer_by,
    BroadcastRow.button,
    BroadcastRow.choices,
    BroadcastRow.quorum,
    BroadcastRow.urgent,
    BroadcastRow.send_at,
    BroadcastRow.version,
    BroadcastRow.state,
    BroadcastRow.made_at,
    BroadcastRow.sent_at,
    BroadcastVersionRow.text,
    BroadcastVersionRow.spans,
    BroadcastVersionRow.files,
    BroadcastVersionRow.at,
    _WHO_WITHDREW.given,
    _WHO_WITHDREW.family,
    _WHO_WITHDREW.middle,
)
_ALL = (
    select(*_COLUMNS)
    .join(SchoolRow, SchoolRow.id == BroadcastRow.school_id)
    .join(PersonRow, PersonRow.id == BroadcastRow.by_id)
    .outerjoin(_WHO_WITHDREW, _WHO_WITHDREW.id == BroadcastRow.withdrawn_by_id)
    .join(
        BroadcastVersionRow,
        and_(
            BroadcastVersionRow.broadcast_id == BroadcastRow.id,
            BroadcastVersionRow.version == BroadcastRow.version,
        ),
    )
)
_BY_ID = _ALL.where(BroadcastRow.id.in_(WHOM))
_GROUPS = (
    select(BroadcastGroupRow.broadcast_id, GroupRow.id, GroupRow.title)
    .join(GroupRow, GroupRow.id == BroadcastGroupRow.group_id)
    .where(BroadcastGroupRow.broadcast_id.in_(WHOM))
    .order_by(GroupRow.title, GroupRow.id)
)
_PUPILS = (
    select(BroadcastPupilRow.broadcast_id, BroadcastPupilRow.pupil_id)
    .where(BroadcastPupilRow.broadcast_id.in_(WHOM))
    .order_by(BroadcastPupilRow.pupil_id)
)
_OF_GROUPS = select(BroadcastGroupRow.broadcast_id).where(
    BroadcastGroupRow.group_id.in_(bindparam("groups", expanding=True))
)
_OF_SCHOOL = _ALL.where(BroadcastRow.school_id == bindparam("school"))
_FOUND = {
    True: _OF_SCHOOL,
    False: _OF_SCHOOL.where(
        or_(BroadcastRow.by_id == bindparam("by"), BroadcastRow.id.in_(_OF_GROUPS))
    ),
}
_LISTED = {
    whole: some.with_only_columns(BroadcastRow.id)
    .order_by(BroadcastRow.id.desc())
    .limit(bindparam("most"))
    for whole, some in _FOUND.items()
}
_COUNTED = {
    whole: select(func.count()).select_from(some.with_only_columns(BroadcastRow.id).subquery())
    for whole, some in _FOUND.items()
}
_DUE = (
    select(BroadcastRow.id)
    .where(
        BroadcastRow.school_id == bindparam("school"),
        BroadcastRow.state == _WAITING,
        BroadcastRow.send_at <= bindparam("now", type_=BroadcastRow.made_at.type),
    )
    .order_by(BroadcastRow.id)
)
_CLIMBING = (
    select(BroadcastRow.id, BroadcastRow.rung)
    .where(
        BroadcastRow.school_id == bindparam("school"),
        BroadcastRow.state == _SENT,
        BroadcastRow.answer_by.is_not(None),
        BroadcastRow.rung < Rung.LISTED.value,
    )
    .order_by(BroadcastRow.id)
)
_VERSIONS = (
    select(
        BroadcastVersionRow.text,
        BroadcastVersionRow.spans,
        BroadcastVersionRow.files,
        BroadcastVersionRow.answer_by,
    )
    .where(BroadcastVersionRow.broadcast_id == bindparam("broadcast"))
    .order_by(BroadcastVersionRow.version)
)


@dataclass(frozen=True, slots=True)
class SqlBroadcasts:
    """A row for each, one for each of its versions, and whom it is for."""

    connection: AsyncConnection

    async def keep(
        self, school: SchoolId, plan: Plan, *, by: PersonId, at: datetime
    ) -> BroadcastId:
        """Keep a broadcast that waits for its time."""
        new = insert(BroadcastRow).values(_new_row(school, plan, by, at))
        found = await self.connection.execute(new.returning(BroadcastRow.id))
        number = BroadcastId(found.scalar_one())
        of = {"school_id": school, "broadcast_id": number}
        groups = [{**of, "group_id": one} for one in dict.fromkeys(plan.scope.groups)]
        pupils = [{**of, "pupil_id": one} for one in dict.fromkeys(plan.scope.pupils)]
        if groups:
            await self.connection.execute(insert(BroadcastGroupRow), groups)
        if pupils:
            await self.connection.execute(insert(BroadcastPupilRow), pupils)
        first = Version(plan.content, plan.ask.by if plan.ask else None)
        await self._say(school, number, first, version=1, by=by, at=at)
        return number

    async def _say(
        self,
        school: SchoolId,
        number: BroadcastId,
        said: Version,
        *,
        version: int,
        by: PersonId,
        at: datetime,
    ) -> None:
        new = insert(BroadcastVersionRow).values(
            school_id=school,
            broadcast_id=number,
            version=version,
            by_id=by,
            at=at,
            answer_by=said.answer_by,
            **content_row(said.content),
        )
        await self.connection.execute(new)

    async def broadcasts(self, numbers: Sequence[BroadcastId]) -> Mapping[BroadcastId, Broadcast]:
        """Return broadcasts as they stand now."""
        rows = await self.connection.execute(_BY_ID, {"asked": list(numbers)})
        return {one.id: one for one in await self._whole([_Row._make(row) for row in rows])}

    async def listed(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool, most: int
    ) -> Sequence[BroadcastId]:
        """Return the numbers of a person's and of groups', or of all; the latest first."""
        asked = _asked(school, by, groups, whole=whole) | {"most": most}
        rows = await self.connection.execute(_LISTED[whole], asked)
        return [BroadcastId(number) for (number,) in rows]

    async def count(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool
    ) -> int:
        """Return how many there are of a person's and of groups', or of the whole school."""
        asked = _asked(school, by, groups, whole=whole)
        return (await self.connection.execute(_COUNTED[whole], asked)).scalar_one()

    async def _whole(self, rows: Sequence["_Row"]) -> list[Broadcast]:
        asked = {"asked": [one.id for one in rows]}
        groups = defaultdict[int, list[tuple[int, str]]](list)
        for number, group, title in await self.connection.execute(_GROUPS, asked):
            groups[number].append((group, title))
        pupils = defaultdict[int, list[PupilId]](list)
        for number, pupil in await self.connection.execute(_PUPILS, asked):
            pupils[number].append(PupilId(PersonId(pupil)))
        return [_broadcast(one, groups[one.id], pupils[one.id]) for one in rows]

    async def due(self, school: SchoolId, *, now: datetime) -> Sequence[BroadcastId]:
        """Return those of a school that wait for a time that has come."""
        rows = await self.connection.execute(_DUE, {"school": school, "now": now})
        return [BroadcastId(number) for (number,) in rows]

    async def set_off(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        """Let one that waits be sent; say whether it was this that did it."""
        return await self._decides(
            broadcast, BroadcastRow.state == _WAITING, state=_SENT, sent_at=at, changed_at=at
        )

    async def withdraw(self, broadcast: BroadcastId, *, by: PersonId | None, at: datetime) -> bool:
        """Take one back that waits or was sent; say whether it was this that did it."""
        return await self._decides(
            broadcast,
            BroadcastRow.state.in_((_WAITING, _SENT)),
            state=BroadcastState.WITHDRAWN.value,
            withdrawn_at=at,
            withdrawn_by_id=by,
            changed_at=at,
        )

    async def correct(
        self,
        broadcast: BroadcastId,
        content: Content,
        *,
        after: int,
        answer_by: date | None,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Add a version after the one named, where that is the latest of one not taken back."""
        stands = BroadcastRow.state != BroadcastState.WITHDRAWN.value
        latest = and_(stands, BroadcastRow.version == after)
        anew = {"answer_by": answer_by, "rung": Rung.TOLD.value}
        if not await self._decides(broadcast, latest, version=after + 1, changed_at=at, **anew):
            return False
        of = select(BroadcastRow.school_id).where(BroadcastRow.id == broadcast)
        school = SchoolId((await self.connection.execute(of)).scalar_one())
        said = Version(content, answer_by)
        await self._say(school, broadcast, said, version=after + 1, by=by, at=at)
        return True

    async def versions(self, broadcast: BroadcastId) -> Sequence[Version]:
        """Return what it said in each of its versions, and by when, the first one first."""
        rows = await self.connection.execute(_VERSIONS, {"broadcast": broadcast})
        return [Version(content_of(*words), answer_by) for *words, answer_by in rows]

    async def remind(self, broadcast: BroadcastId, *, at: datetime, not_since: datetime) -> bool:
        """Note that reminders are sent by hand; False where some were since the instant."""
        long_ago = or_(BroadcastRow.reminded_at.is_(None), BroadcastRow.reminded_at <= not_since)
        return await self._decides(broadcast, long_ago, reminded_at=at)

    async def climbing(self, school: SchoolId) -> Sequence[tuple[BroadcastId, Rung]]:
        """Return a school's that ask for an answer by a day and were not listed for calls yet."""
        rows = await self.connection.execute(_CLIMBING, {"school": school})
        return [(BroadcastId(number), Rung(rung)) for number, rung in rows]

    async def climb(self, broadcast: BroadcastId, *, before: Rung, to: Rung) -> bool:
        """Note how far one has come; say whether it was this that did it."""
        return await self._decides(broadcast, BroadcastRow.rung == before.value, rung=to.value)

    async def _decides(self, broadcast: BroadcastId, where: Any, **values: object) -> bool:  # noqa: ANN401 - a condition
        changed = (
            update(BroadcastRow)
            .where(BroadcastRow.id == broadcast, BroadcastRow.gone_at.is_(None), where)
            .values(**values)
        )
        return (await self.connection.execute(changed)).rowcount > 0


def _asked(
    school: SchoolId, by: PersonId, groups: Sequence[int], *, whole: bool
) -> dict[str, Any]:
    return {"school": school} | ({} if whole else {"by": by, "groups": list(groups)})


def _new_row(school: SchoolId, plan: Plan, by: PersonId, at: datetime) -> dict[str, Any]:
    return {
        "school_id": school,
        "source": new_source(),
        "by_id": by,
        "origin_id": by,
        "whom": plan.scope.whom.value,
        "hearers": plan.hearers.value,
        **ask_row(plan.ask),
        "answer_by": plan.ask.by if plan.ask else None,
        "urgent": plan.urgent,
        "send_at": plan.send_at,
        "version": 1,
        "state": _WAITING,
        "made_at": at,
        "changed_at": at,
        "rung": Rung.TOLD.value,
    }


OF_EACH = BroadcastRow.choices != json.dumps(Ask().choices)
"""Holds of a broadcast that is answered for each child: one with choices (ADR 25)."""


def ask_row(ask: Ask | None) -> dict[str, Any]:
    """Return what is asked as columns, but for the day."""
    of = ask or Ask()
    return {
        "asks": ask is not None,
        "button": of.button,
        "choices": json.dumps(of.choices, ensure_ascii=False),
        "quorum": of.quorum.value,
    }


def ask_of(*, asks: bool, by: date | None, button: str, choices: str, quorum: str) -> Ask | None:
    """Return what the columns ask."""
    if not asks:
        return None
    return Ask(by, button, tuple(json.loads(choices)), Quorum(quorum))


class _Row(NamedTuple):
    id: int
    school: int
    school_name: str
    zone: str
    by: int
    given: str
    family: str
    middle: str
    whom: str
    hearers: str
    asks: bool
    answer_by: date | None
    button: str
    choices: str
    quorum: str
    urgent: str
    send_at: datetime | None
    version: int
    state: str
    made_at: datetime
    sent_at: datetime | None
    text: str
    spans: str
    files: str
    said_at: datetime
    other_given: str | None
    other_family: str | None
    other_middle: str | None


def _broadcast(
    row: _Row, groups: Sequence[tuple[int, str]], pupils: Sequence[PupilId]
) -> Broadcast:
    ask = ask_of(
        asks=row.asks,
        by=row.answer_by,
        button=row.button,
        choices=row.choices,
        quorum=row.quorum,
    )
    plan = Plan(
        Scope(Whom(row.whom), tuple(number for number, _ in groups), tuple(pupils)),
        content_of(row.text, row.spans, row.files),
        Hearers(row.hearers),
        ask,
        row.send_at,
        row.urgent,
    )
    return Broadcast(
        id=BroadcastId(row.id),
        school=SchoolId(row.school),
        school_name=row.school_name,
        zone=row.zone,
        by=PersonId(row.by),
        by_name=Name(row.given, row.family, row.middle),
        plan=plan,
        titles=tuple(title for _, title in groups),
        version=row.version,
        state=BroadcastState(row.state),
        made_at=row.made_at,
        sent_at=row.sent_at,
        said_at=row.said_at,
        withdrawn_by=named(row.other_given, row.other_family, row.other_middle),
    )
