"""What a person's choice holds rests: it is not looked at again before its time.

Nor before the choice changes: a weekly digest must not be read through at each look of the week.
"""

from datetime import datetime

from sqlalchemy import and_, bindparam, literal_column, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.quick import change
from storage.tables import NoticeRow

# Written out, not bound: a partial index serves only a condition that it can read.
IS_WAITING = NoticeRow.state == literal_column("'waiting'")
IS_UNSETTLED = NoticeRow.state != literal_column("'ended'")
IS_READY = and_(IS_WAITING, NoticeRow.rests_until.is_(None))
NOW = bindparam("instant", type_=NoticeRow.ended_at.type)

_RESTS = and_(IS_WAITING, NoticeRow.rests_until.is_not(None))
_ROUSE = update(NoticeRow).where(_RESTS, NoticeRow.rests_until <= NOW).values(rests_until=None)
RECONSIDER = (
    update(NoticeRow)
    .where(_RESTS, IS_UNSETTLED, NoticeRow.recipient_id == bindparam("person"))
    .values(rests_until=None)
)
"""Lets be looked at again what rests for a person whose choice changed."""
RECONSIDER_ALL = (
    update(NoticeRow)
    .where(_RESTS, NoticeRow.school_id + 0 == bindparam("school"))
    .values(rests_until=None)
)
"""Lets be looked at again what rests at a school whose rules changed."""


async def rouse(connection: AsyncConnection, now: datetime) -> None:
    """Let what rested until now be looked at again."""
    await change(connection, _ROUSE, {"instant": now})
