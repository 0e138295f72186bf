"""Personal messages: what was written is gone, an edited one says again what it said before."""

from typing import Final

from sqlalchemy import and_, exists, func, select, update

from core.breaches.said import Said
from storage.breaches.taking import FOUND, NOBODY, NOW, WHO, Taking, did
from storage.breaches.versions import Versions
from storage.tables import MessageRow, MessageVersionRow, ThreadRow

_WORDS: Final = Versions(MessageRow, MessageVersionRow, "message_id")
_NOW_SAYS, _OF_NOW = _WORDS.now()
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

OF_MESSAGES: Final = (
    _WORDS.take_back(Said.EDITED_MESSAGE),
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
