"""The help desk: requests, what was said in them, duty, answers kept for many, packets."""

from typing import Any, Final

from sqlalchemy import Text, and_, cast, func, or_, select, update

from core.breaches.said import Said
from core.helpdesk.duty.asking import StandInState
from core.helpdesk.log.chain import Recorded
from core.helpdesk.vendor.packet import PacketState
from storage.breaches.taking import BY, FOUND, NOBODY, NOTHING, NOW, SINCE, WHO, Taking, did
from storage.breaches.versions import Versions
from storage.tables import (
    AnswerTemplateRow,
    ConsultationRow,
    DutyDayRow,
    DutyRow,
    DutyStandInRow,
    KnownAnswerRow,
    PersonRow,
    TicketEntryRow,
    TicketRow,
    TicketVersionRow,
    TrainingRow,
    VendorDetailRow,
    VendorPacketRow,
)

_WORDS: Final = Versions(TicketEntryRow, TicketVersionRow, "entry_id")
_NOW_SAYS, _OF_NOW = _WORDS.now()
_RATED = and_(
    ConsultationRow.school_id == TicketRow.school_id,
    ConsultationRow.ticket == TicketRow.source,
    ConsultationRow.what == Recorded.RATED.value,
)
_CORRECTED_BY = and_(
    ConsultationRow.school_id == PersonRow.school_id,
    ConsultationRow.by == PersonRow.source,
    ConsultationRow.what == Recorded.CORRECTED.value,
)
_DAY = and_(did(DutyDayRow.by_id, DutyDayRow.at), DutyDayRow.change != "none")
_OPEN = (StandInState.ASKED.value, StandInState.AGREED.value)
_DECIDED = (StandInState.AGREED.value, StandInState.DECLINED.value)
_FIRST_WORDS = (
    select(TicketVersionRow.text)
    .join(TicketEntryRow, TicketEntryRow.id == TicketVersionRow.entry_id)
    .where(TicketEntryRow.ticket_id == TicketRow.id, TicketVersionRow.version == 1)
    .order_by(TicketEntryRow.id)
    .limit(1)
    .scalar_subquery()
)


def _gone(row: Any, said: Said, words: Any, *, at: Any) -> Taking:  # noqa: ANN401 - a table's columns
    """Return how a kind of record of the school is gone, with whatever was made of it."""
    return Taking(
        said,
        select(row.id, at, words, NOBODY, NOBODY).where(
            did(row.origin_id, at), row.gone_at.is_(None)
        ),
        (update(row).where(row.id.in_(FOUND)).values(gone_at=NOW),),
    )


OF_HELPDESK: Final = (
    Taking(
        Said.TICKET,
        select(TicketRow.id, TicketRow.opened_at, _FIRST_WORDS, NOBODY, NOBODY).where(
            did(TicketRow.asker_id, TicketRow.opened_at), TicketRow.gone_at.is_(None)
        ),
        (
            update(TicketRow)
            .where(TicketRow.id.in_(FOUND))
            .values(gone_at=NOW, changed_at=NOW, revision=TicketRow.revision + 1),
        ),
    ),
    _WORDS.take_back(Said.EDITED_TICKET_WORDS),
    Taking(
        Said.TICKET_WORDS,
        select(TicketEntryRow.id, TicketEntryRow.at, _NOW_SAYS.text, NOBODY, NOBODY)
        .join(_NOW_SAYS, _OF_NOW)
        .join(
            TicketRow, and_(TicketRow.id == TicketEntryRow.ticket_id, TicketRow.gone_at.is_(None))
        )
        .where(did(TicketEntryRow.by_id, TicketEntryRow.at), TicketEntryRow.gone_at.is_(None))
        .order_by(TicketEntryRow.at, TicketEntryRow.id),
        (
            update(TicketEntryRow)
            .where(TicketEntryRow.id.in_(FOUND))
            .values(gone_at=NOW, changed_at=NOW),
        ),
    ),
    Taking(
        # The row of the log stays: none is ever changed.
        Said.TICKET_RATING,
        select(
            TicketRow.id,
            func.max(ConsultationRow.at),
            cast(TicketRow.stars, Text),
            NOBODY,
            NOBODY,
        )
        .join(ConsultationRow, _RATED)
        .where(did(TicketRow.asker_id, ConsultationRow.at), TicketRow.stars.is_not(None))
        .group_by(TicketRow.id),
        (
            update(TicketRow)
            .where(TicketRow.id.in_(FOUND))
            .values(stars=None, rating_word="", revision=TicketRow.revision + 1, changed_at=NOW),
        ),
    ),
    Taking(
        Said.LOG_CORRECTION,
        select(
            ConsultationRow.id,
            ConsultationRow.at,
            cast(ConsultationRow.corrects, Text),
            NOBODY,
            NOBODY,
        )
        .join(PersonRow, _CORRECTED_BY)
        .where(did(PersonRow.id, ConsultationRow.at))
        .order_by(ConsultationRow.id),
    ),
    Taking(
        Said.DUTY_DAY,
        select(DutyDayRow.duty_id, DutyDayRow.at, DutyDayRow.change, NOBODY, NOBODY).where(_DAY),
        (
            update(DutyDayRow)
            .where(_DAY)
            .values(change="none", starts=None, finishes=None, by_id=BY, at=NOW),
        ),
    ),
    Taking(
        Said.STAND_IN,
        select(
            DutyStandInRow.id, DutyStandInRow.at, NOTHING, DutyStandInRow.taker_id, NOBODY
        ).where(
            did(DutyStandInRow.by_id, DutyStandInRow.at),
            DutyStandInRow.state.in_(_OPEN),
            DutyStandInRow.gone_at.is_(None),
        ),
        (
            update(DutyStandInRow)
            .where(DutyStandInRow.id.in_(FOUND))
            .values(state=StandInState.TAKEN_BACK.value, decided_at=NOW),
        ),
    ),
    Taking(
        Said.STAND_IN_ANSWER,
        select(
            DutyStandInRow.id, DutyStandInRow.decided_at, NOTHING, DutyStandInRow.giver_id, NOBODY
        ).where(
            did(DutyStandInRow.taker_id, DutyStandInRow.decided_at),
            DutyStandInRow.by_id != WHO,
            DutyStandInRow.state.in_(_DECIDED),
            DutyStandInRow.gone_at.is_(None),
        ),
        (
            update(DutyStandInRow)
            .where(DutyStandInRow.id.in_(FOUND))
            .values(state=StandInState.ASKED.value, decided_at=None),
        ),
    ),
    Taking(
        # It has no version of before: nobody is offered it until somebody has looked at it.
        Said.KNOWN_ANSWER,
        select(
            KnownAnswerRow.id,
            KnownAnswerRow.changed_at,
            KnownAnswerRow.question + " " + KnownAnswerRow.answer,
            NOBODY,
            NOBODY,
        ).where(
            did(KnownAnswerRow.origin_id, KnownAnswerRow.changed_at),
            KnownAnswerRow.question != "",
            KnownAnswerRow.retired_at.is_(None),
            KnownAnswerRow.gone_at.is_(None),
        ),
        (update(KnownAnswerRow).where(KnownAnswerRow.id.in_(FOUND)).values(retired_at=NOW),),
    ),
    _gone(
        AnswerTemplateRow,
        Said.ANSWER_TEMPLATE,
        AnswerTemplateRow.text,
        at=AnswerTemplateRow.changed_at,
    ),
    Taking(
        Said.PACKET,
        select(
            VendorPacketRow.id, VendorPacketRow.made_at, VendorPacketRow.happened, NOBODY, NOBODY
        ).where(
            did(VendorPacketRow.by_id, VendorPacketRow.made_at),
            VendorPacketRow.state == PacketState.DRAFT.value,
            VendorPacketRow.gone_at.is_(None),
        ),
        (update(VendorPacketRow).where(VendorPacketRow.id.in_(FOUND)).values(gone_at=NOW),),
    ),
    Taking(
        Said.SENT_PACKET,
        select(
            VendorPacketRow.id, VendorPacketRow.sent_at, VendorPacketRow.happened, NOBODY, NOBODY
        ).where(
            did(VendorPacketRow.by_id, VendorPacketRow.sent_at),
            VendorPacketRow.state != PacketState.DRAFT.value,
        ),
    ),
    Taking(
        Said.VENDOR_DETAIL,
        select(
            VendorDetailRow.id, VendorDetailRow.at, VendorDetailRow.value, NOBODY, NOBODY
        ).where(did(VendorDetailRow.by_id, VendorDetailRow.at)),
    ),
    Taking(
        # A window that was set, changed or taken away keeps no window of before.
        Said.DUTY,
        select(DutyRow.id, DutyRow.changed_at, NOTHING, DutyRow.person_id, NOBODY).where(
            did(DutyRow.origin_id, DutyRow.changed_at)
        ),
    ),
    Taking(
        Said.MOVED_TRAINING,
        select(TrainingRow.id, TrainingRow.changed_at, TrainingRow.words, NOBODY, NOBODY).where(
            did(TrainingRow.origin_id, TrainingRow.changed_at),
            or_(TrainingRow.made_at < SINCE, TrainingRow.by_id != WHO),
        ),
    ),
)
"""In this order: what is said in a request that is gone is gone with it."""
