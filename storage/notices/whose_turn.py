"""Whose turn it is: the recipients and lanes of which something may go now."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Channel
from core.ids import SchoolId
from core.notices.ledger import CORRECTABLE, Lane
from core.notices.preferences import Nights
from core.notices.timing import Opening
from storage.notices.resting import IS_READY, NOW
from storage.quick import rows_of
from storage.tables import MailboxRow, NoticeRow, PersonDeliveryRow
from storage.tables.ledger import CLAIMED, SENDING

IS_IN_TIME = or_(NoticeRow.valid_until.is_(None), NoticeRow.valid_until > NOW)
_ANY = select(NoticeRow.id).where(IS_READY).limit(1)
_OTHER = aliased(NoticeRow)
_HAS_A_MAILBOX = exists().where(
    MailboxRow.person_id == _OTHER.recipient_id, MailboxRow.ended_at.is_(None)
)
# Of who has a mailbox too, a way that is shut holds back what goes that way: see `one_message`.
_HAS_TWO_WAYS = exists().where(
    MailboxRow.person_id == NoticeRow.recipient_id, MailboxRow.ended_at.is_(None)
)
_HELD_BACK = exists().where(
    _OTHER.state != literal_column("'ended'"),
    _OTHER.recipient_id == NoticeRow.recipient_id,
    _OTHER.lane == NoticeRow.lane,
    or_(
        _OTHER.state.in_((CLAIMED, SENDING)),
        and_(_OTHER.retry_at > NOW, ~_HAS_A_MAILBOX),
    ),
)
_HAS_OTHER_NIGHTS = exists().where(
    PersonDeliveryRow.person_id == NoticeRow.recipient_id,
    PersonDeliveryRow.nights != Nights.SCHOOL.value,
)
_CORRECTABLE = tuple(kind.value for kind in sorted(CORRECTABLE))
_PAGE = 200
_PAGES_KEPT = 64
_CLAIMS = 0x5A564F4E
"""The number of PostgreSQL's advisory lock: any, as long as all our processes mean the same."""

Group = tuple[int, int]
"""A recipient and a lane."""


async def lock_claims(connection: AsyncConnection) -> None:
    """Let one process claim at a time until it commits; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CLAIMS})


async def groups_that_may_go(
    connection: AsyncConnection,
    openings: Sequence[Opening],
    now: datetime,
    most: int,
    full: Collection[Channel] = (),
) -> Sequence[Group]:
    """Return the recipients and lanes whose turn it is, by lane, oldest first within one.

    Reads on from where it stopped, so that a long queue costs no more than its head. Where the
    chat is full only who has a mailbox too can have a turn.
    """
    if not await rows_of(connection, _ANY, {}):
        return ()  # as it mostly is: every commit of the process wakes the relay
    schools = defaultdict[tuple[datetime, Lane], list[SchoolId]](list)
    for one in openings:
        schools[one.marks_until, one.last_lane].append(one.school)
    asked: dict[str, Any] = {"instant": now, "lane": -1, "notice": -1}
    for at, ((marks_until, _), some) in enumerate(schools.items()):
        asked |= {f"schools_{at}": some, f"marks_until_{at}": marks_until}
    page = _page(tuple(last for _, last in schools), two_ways=Channel.TELEGRAM in full)
    found: dict[Group, None] = {}
    while len(found) < most:
        rows = await rows_of(connection, page, asked)
        found |= dict.fromkeys((recipient, lane) for recipient, lane, _ in rows)
        if len(rows) < _PAGE:
            break
        _, asked["lane"], asked["notice"] = rows[-1]
    return list(found)[:most]


@lru_cache(maxsize=_PAGES_KEPT)
def _page(last_lanes: tuple[Lane, ...], *, two_ways: bool) -> Select[int, int, int]:
    """Return one statement for all looks at schools that are open in these ways."""
    asked = (
        select(NoticeRow.recipient_id, NoticeRow.lane, NoticeRow.id)
        .where(
            IS_READY,
            or_(*[_may_go_of(at, last) for at, last in enumerate(last_lanes)]),
            IS_IN_TIME,
            ~_HELD_BACK,
            tuple_(NoticeRow.lane, NoticeRow.id) > tuple_(bindparam("lane"), bindparam("notice")),
        )
        .order_by(NoticeRow.lane, NoticeRow.id)
        .limit(_PAGE)
    )
    return asked.where(_HAS_TWO_WAYS) if two_ways else asked


def _may_go_of(at: int, last_lane: Lane) -> ColumnElement[bool]:
    """Say what may go of the schools asked for at a place."""
    some: BindParameter[Sequence[int]] = bindparam(f"schools_{at}", expanding=True)
    until = bindparam(f"marks_until_{at}", type_=NoticeRow.happened_at.type)
    return and_(
        # Summed, so that the queue is read by its own index and not the school's whole ledger.
        (NoticeRow.school_id + 0).in_(some),
        _may_go_now(last_lane),
        or_(NoticeRow.kind.not_in(_CORRECTABLE), NoticeRow.happened_at <= until),
    )


def _may_go_now(last_lane: Lane) -> ColumnElement[bool]:
    goes = NoticeRow.lane <= last_lane.value
    return or_(goes, _HAS_OTHER_NIGHTS) if last_lane <= Lane.ALERT else goes
