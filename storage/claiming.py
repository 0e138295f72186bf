"""Which rows of the ledger may go now, and what goes with them in one message."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
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

from core.ids import PersonId, SchoolId
from core.notices.ledger import Batch, Lane, NoticeKind
from core.notices.timing import Opening
from storage.outbox_rows import ACCOUNT, NOTICE, Waiting, account, notice
from storage.quick import rows_of
from storage.tables import AccountLinkRow, AccountRow, NoticeRow
from storage.tables.ledger import CLAIMED, SENDING

# Written out, not bound: a partial index serves only a condition that it can read.
IS_WAITING = NoticeRow.state == literal_column("'waiting'")
IS_UNSETTLED = NoticeRow.state != literal_column("'ended'")

_ANY = select(NoticeRow.id).where(IS_WAITING).limit(1)
_OTHER = aliased(NoticeRow)
_HELD_BACK = exists().where(
    _OTHER.state != literal_column("'ended'"),
    _OTHER.recipient_id == NoticeRow.recipient_id,
    _OTHER.lane == NoticeRow.lane,
    or_(_OTHER.state.in_((CLAIMED, SENDING)), _OTHER.retry_at > bindparam("instant")),
)
_PAGE = 200
_CLAIMS = 0x5A564F4E
"""The number of PostgreSQL's advisory lock: any, as long as all our processes mean the same."""

Group = tuple[int, int]
"""A recipient and a lane."""


async def lock_claims(connection: AsyncConnection) -> None:
    """Let one process claim at a time until it commits; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CLAIMS})


async def groups_that_may_go(
    connection: AsyncConnection, openings: Sequence[Opening], now: datetime, most: int
) -> Sequence[Group]:
    """Return the recipients and lanes whose turn it is, by lane, oldest first within one.

    Reads on from where it stopped, so that a long queue costs no more than its head.
    """
    if not await rows_of(connection, _ANY, {}):
        return ()  # as it mostly is: every commit of the process wakes the relay
    asked = (
        select(NoticeRow.recipient_id, NoticeRow.lane, NoticeRow.id)
        .where(IS_WAITING, _may_go(openings, now), ~_HELD_BACK)
        .order_by(NoticeRow.lane, NoticeRow.id)
        .limit(_PAGE)
    )
    found: dict[Group, None] = {}
    after = (-1, -1)
    while len(found) < most:
        page = asked.where(tuple_(NoticeRow.lane, NoticeRow.id) > after)
        rows = (await connection.execute(page, {"instant": now})).all()
        found |= dict.fromkeys((recipient, lane) for recipient, lane, _ in rows)
        if len(rows) < _PAGE:
            break
        after = rows[-1][1:]
    return list(found)[:most]


def _may_go(openings: Sequence[Opening], now: datetime) -> ColumnElement[bool]:
    schools = defaultdict[tuple[datetime, Lane], list[SchoolId]](list)
    for one in openings:
        schools[one.marks_until, one.last_lane].append(one.school)
    rules = [
        and_(
            # Summed, so that the queue is read by its own index and not the school's whole ledger.
            (NoticeRow.school_id + 0).in_(some),
            NoticeRow.lane <= last_lane.value,
            or_(NoticeRow.kind != NoticeKind.MARK.value, NoticeRow.happened_at <= marks_until),
        )
        for (marks_until, last_lane), some in schools.items()
    ]
    return and_(or_(*rules), or_(NoticeRow.valid_until.is_(None), NoticeRow.valid_until > now))


async def batches_of(
    connection: AsyncConnection,
    groups: Sequence[Group],
    openings: Sequence[Opening],
    now: datetime,
) -> Sequence[Batch]:
    """Return for each group what goes in one message, rows about the same records gathered."""
    live = (AccountLinkRow.person_id == NoticeRow.recipient_id) & AccountLinkRow.ended_at.is_(None)
    asked = (
        select(*NOTICE, *ACCOUNT)
        .outerjoin(AccountLinkRow, live)
        .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
        .where(
            IS_WAITING,
            NoticeRow.recipient_id.in_(sorted({recipient for recipient, _ in groups})),
            or_(NoticeRow.valid_until.is_(None), NoticeRow.valid_until > now),
        )
        .order_by(NoticeRow.id)
    )
    of_school = {one.school: one for one in openings}
    rows = defaultdict[Group, list[Waiting]](list)
    accounts = {}
    for row in await connection.execute(asked):
        waiting = Waiting._make(row[: len(NOTICE)])
        rows[waiting.recipient, waiting.lane].append(waiting)
        accounts[waiting.recipient] = account(row[len(NOTICE) :])
    return [
        Batch(
            PersonId(recipient),
            accounts[recipient],
            Lane(lane),
            tuple(notice(row) for row in _gathered(rows[recipient, lane], of_school)),
        )
        for recipient, lane in groups
    ]


def _gathered(rows: Sequence[Waiting], of_school: Mapping[SchoolId, Opening]) -> Sequence[Waiting]:
    # What goes draws along every row about the same record: a change is told once, as it is now.
    going = {_record(row) for row in rows if _goes(row, of_school.get(SchoolId(row.school)))}
    return [row for row in rows if _record(row) in going]


def _record(row: Waiting) -> tuple[str, int]:
    return row.kind, row.subject


def _goes(row: Waiting, opening: Opening | None) -> bool:
    if opening is None or row.lane > opening.last_lane:
        return False
    return row.kind != NoticeKind.MARK.value or row.happened_at <= opening.marks_until
