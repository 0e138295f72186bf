"""Broadcasts, trainings, requests that a person touched: what `core` puts right by steps."""

from typing import Final

from sqlalchemy import and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from core.helpdesk.tickets.ticket import EntryKind, State
from core.helpdesk.training.training import TrainingState
from core.messages.broadcasts.broadcast import BroadcastState
from storage.breaches.taking import NOW, SINCE, WHO, did
from storage.tables import (
    BroadcastRow,
    BroadcastVersionRow,
    TicketEntryRow,
    TicketRow,
    TrainingRow,
)
from storage.tables.base import BigId

_BACK: Final = BroadcastState.WITHDRAWN.value
_OWN = did(BroadcastRow.by_id, BroadcastRow.made_at)
_OF_BEFORE = or_(BroadcastRow.made_at < SINCE, BroadcastRow.by_id != WHO)
_IS = BroadcastRow.gone_at.is_(None)
_LATEST, _EARLIER = aliased(BroadcastVersionRow), aliased(BroadcastVersionRow)
_BEFORE = (
    select(func.max(_EARLIER.version))
    .where(
        _EARLIER.broadcast_id == BroadcastRow.id,
        or_(_EARLIER.at < SINCE, _EARLIER.by_id != WHO),
    )
    .scalar_subquery()
)
_SAID = aliased(BroadcastVersionRow)

SENT: Final = (
    select(BroadcastRow.id).where(_OWN, BroadcastRow.state != _BACK, _IS).order_by(BroadcastRow.id)
)
CORRECTED: Final = (
    select(BroadcastRow.id, _BEFORE)
    .join(
        _LATEST,
        and_(_LATEST.broadcast_id == BroadcastRow.id, _LATEST.version == BroadcastRow.version),
    )
    .where(
        _OF_BEFORE,
        _IS,
        BroadcastRow.state != _BACK,
        did(_LATEST.by_id, _LATEST.at),
        # Words of before that stand again are nobody's to take back.
        exists().where(
            _SAID.broadcast_id == BroadcastRow.id,
            _SAID.version == _BEFORE,
            or_(
                _SAID.text != _LATEST.text,
                _SAID.spans != _LATEST.spans,
                _SAID.files != _LATEST.files,
                _SAID.answer_by.is_distinct_from(_LATEST.answer_by),
            ),
        ),
    )
    .order_by(BroadcastRow.id)
)
WITHDRAWN: Final = (
    select(BroadcastRow.id)
    .where(
        did(BroadcastRow.withdrawn_by_id, BroadcastRow.withdrawn_at),
        _OF_BEFORE,
        BroadcastRow.state == _BACK,
        _IS,
    )
    .order_by(BroadcastRow.id)
)
BRING_BACK: Final = (
    update(BroadcastRow)
    .where(BroadcastRow.id == bindparam("b_number", type_=BigId), BroadcastRow.state == _BACK)
    .values(
        state=case(
            (BroadcastRow.sent_at.is_(None), BroadcastState.WAITING.value),
            else_=BroadcastState.SENT.value,
        ),
        withdrawn_at=None,
        withdrawn_by_id=None,
        changed_at=NOW,
    )
)
TRAININGS: Final = (
    select(TrainingRow.id)
    .where(
        did(TrainingRow.by_id, TrainingRow.made_at),
        TrainingRow.state == TrainingState.PLANNED.value,
        TrainingRow.gone_at.is_(None),
    )
    .order_by(TrainingRow.id)
)
CLOSED_TICKETS: Final = (
    select(TicketRow.id)
    .where(
        did(TicketRow.closed_by_id, TicketRow.closed_at),
        TicketRow.state == State.CLOSED.value,
        TicketRow.gone_at.is_(None),
    )
    .order_by(TicketRow.id)
)
ANSWERED_TICKETS: Final = (
    select(TicketEntryRow.ticket_id)
    .distinct()
    .where(
        did(TicketEntryRow.by_id, TicketEntryRow.at),
        TicketEntryRow.kind.in_((EntryKind.ANSWER.value, EntryKind.ASK_BACK.value)),
        TicketEntryRow.gone_at.is_(None),
    )
    .order_by(TicketEntryRow.ticket_id)
)
