"""Personal messages: what was written is gone, an edited one says again what it said before."""

from typing import Final

from sqlalchemy import and_, exists, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from core.breaches.said import Said
from storage.breaches.taking import FOUND, NOBODY, NOW, SINCE, WHO, Taking, did
from storage.tables import MessageRow, MessageVersionRow, ThreadRow

_NOW_SAYS, _SAID, _EARLIER = (aliased(MessageVersionRow) for _ in range(3))
_THREADS = select(MessageRow.thread_id).where(MessageRow.id.in_(FOUND))
_LAST_WORD = (
    select(MessageRow.by_id)
    .where(
        MessageRow.thread_id == ThreadRow.id,
        MessageRow.gone_at.is_(None),
        MessageRow.handed_to_id.is_(None),
    )
    .order_by(MessageRow.at.desc(), MessageRow.id.desc())
    .limit(1)
    .scalar_subquery()
)
_STANDS = and_(MessageRow.thread_id == ThreadRow.id, MessageRow.gone_at.is_(None))
_OF_NOW = and_(_NOW_SAYS.message_id == MessageRow.id, _NOW_SAYS.version == MessageRow.version)
_OF_BEFORE = and_(
    _SAID.message_id == MessageRow.id,
    _SAID.version
    == select(func.max(_EARLIER.version))
    .where(_EARLIER.message_id == MessageRow.id, _EARLIER.at < SINCE)
    .scalar_subquery(),
)
_DIFFERS = or_(
    _SAID.text != _NOW_SAYS.text,
    _SAID.spans != _NOW_SAYS.spans,
    _SAID.files != _NOW_SAYS.files,
)

OF_MESSAGES: Final = (
    Taking(
        Said.EDITED_MESSAGE,
        select(MessageRow.id, _NOW_SAYS.at, _NOW_SAYS.text, NOBODY, _SAID.text)
        .join(_NOW_SAYS, _OF_NOW)
        .join(_SAID, _OF_BEFORE)
        .where(
            MessageRow.by_id == WHO,
            MessageRow.at < SINCE,
            MessageRow.gone_at.is_(None),
            _NOW_SAYS.at >= SINCE,
            _DIFFERS,
        ),
        (
            insert(MessageVersionRow).from_select(
                ["school_id", "message_id", "version", "text", "spans", "files", "at"],
                select(
                    MessageRow.school_id,
                    MessageRow.id,
                    MessageRow.version + 1,
                    _SAID.text,
                    _SAID.spans,
                    _SAID.files,
                    NOW,
                )
                .join(_SAID, _OF_BEFORE)
                .where(MessageRow.id.in_(FOUND)),
            ),
            update(MessageRow)
            .where(MessageRow.id.in_(FOUND))
            .values(version=MessageRow.version + 1, changed_at=NOW),
        ),
    ),
    Taking(
        Said.MESSAGE,
        select(MessageRow.id, MessageRow.at, _NOW_SAYS.text, NOBODY, NOBODY)
        .join(_NOW_SAYS, _OF_NOW)
        .where(did(MessageRow.by_id, MessageRow.at), MessageRow.gone_at.is_(None))
        .order_by(MessageRow.at, MessageRow.id),
        (
            # A thread that was handed over is the keeper's again.
            update(ThreadRow)
            .where(
                exists().where(
                    MessageRow.id.in_(FOUND),
                    MessageRow.thread_id == ThreadRow.id,
                    MessageRow.handed_to_id == ThreadRow.keeper_id,
                )
            )
            .values(keeper_id=WHO, changed_at=NOW),
            update(MessageRow).where(MessageRow.id.in_(FOUND)).values(gone_at=NOW, changed_at=NOW),
            update(ThreadRow)
            .where(ThreadRow.id.in_(_THREADS))
            .values(waits=func.coalesce(_LAST_WORD, 0) == ThreadRow.partner_id, changed_at=NOW),
            update(ThreadRow)
            .where(ThreadRow.id.in_(_THREADS), ~exists().where(_STANDS))
            .values(gone_at=NOW),
        ),
    ),
)
"""In this order: what was written since is not put right, but gone."""
