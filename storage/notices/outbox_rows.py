"""Rows of the ledger and what core calls them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from core.access.people import Channel
from core.ids import NoticeId, PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, Ending, Lane, Notice, NoticeKind, Settled
from storage.tables import NoticeRow
from storage.tables.ledger import WAITING

NOTICE = (
    NoticeRow.id,
    NoticeRow.school_id,
    NoticeRow.recipient_id,
    NoticeRow.about_id,
    NoticeRow.kind,
    NoticeRow.subject,
    NoticeRow.change,
    NoticeRow.happened_at,
    NoticeRow.lane,
    NoticeRow.before,
    NoticeRow.valid_until,
    NoticeRow.attempts,
    NoticeRow.is_copy,
)
ENDED_AS = (
    NoticeRow.ending,
    NoticeRow.reason,
    NoticeRow.message_id,
    NoticeRow.ended_at,
    NoticeRow.channel,
)


class Waiting(NamedTuple):
    """A row of the ledger, as `NOTICE` reads it."""

    id: int
    school: int
    recipient: int
    about: int
    kind: str
    subject: int
    change: str
    happened_at: datetime
    lane: int
    before: str
    valid_until: datetime | None
    attempts: int
    is_copy: bool


def draft_row(draft: Draft) -> dict[str, Any]:
    """Return a draft as the row that waits."""
    return {
        "school_id": draft.school,
        "recipient_id": draft.recipient,
        "about_id": draft.about,
        "kind": draft.kind.value,
        "subject": draft.subject,
        "change": draft.change.value,
        "happened_at": draft.happened_at,
        "lane": draft.lane.value,
        "before": draft.before,
        "valid_until": draft.valid_until,
        "is_copy": draft.is_copy,
        "has_copy": False,
        "state": WAITING,
        "attempts": 0,
        "reason": "",
        "message_id": "",
    }


def notice(row: Waiting) -> Notice:
    """Return a row as the notice that it is."""
    draft = Draft(
        school=SchoolId(row.school),
        recipient=PersonId(row.recipient),
        about=PupilId(PersonId(row.about)),
        kind=NoticeKind(row.kind),
        subject=row.subject,
        change=Change(row.change),
        happened_at=row.happened_at,
        lane=Lane(row.lane),
        before=row.before,
        valid_until=row.valid_until,
        is_copy=bool(row.is_copy),
    )
    return Notice(NoticeId(row.id), draft, row.attempts)


def settled(row: Sequence[Any]) -> Settled:
    """Return a row with what became of it."""
    ending, reason, message_id, at, channel = row[len(NOTICE) :]
    return Settled(
        notice(Waiting._make(row[: len(NOTICE)])),
        Ending(ending) if ending else None,
        reason,
        message_id,
        at,
        Channel(channel) if channel else None,
    )
