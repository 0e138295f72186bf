"""What somebody of the staff says, ticks and decides beside marks, absences and homework."""

from typing import Any, Final

from sqlalchemy import Select, and_, delete, exists, insert, or_, select, update
from sqlalchemy.orm import aliased

from core.breaches.said import Said
from core.diary.issuing.drafts import WarningState
from core.reports.checks import CheckState
from storage.breaches.taking import (
    BY,
    FOUND,
    NOBODY,
    NOTHING,
    NOW,
    SINCE,
    WHO,
    Taking,
    did,
)
from storage.tables import (
    AbsenceCheckRow,
    AccountRow,
    AnnouncementRow,
    AttachmentRow,
    BreachRow,
    BroadcastTemplateRow,
    EarlyWarningRow,
    ForecastIssueRow,
    GivenAddressRow,
    LostAccessRow,
    MailboxProofRow,
    MailboxRow,
    PaperSheetRow,
    RecommendationRow,
    RemarkHistoryRow,
    RemarkRow,
    TruancyWarningRow,
)

_FIRST, _ANY = aliased(RemarkHistoryRow), aliased(RemarkHistoryRow)
_BEFORE = (
    select(_FIRST.text)
    .where(_FIRST.remark_id == RemarkRow.id, _FIRST.by_id == WHO, _FIRST.at >= SINCE)
    .order_by(_FIRST.id)
    .limit(1)
    .scalar_subquery()
)
_CHANGED_REMARK = and_(
    # A remark of before, which the person alone has touched since.
    or_(RemarkRow.at < SINCE, RemarkRow.by_id != WHO),
    exists().where(_ANY.remark_id == RemarkRow.id, _ANY.by_id == WHO, _ANY.at >= SINCE),
    or_(RemarkRow.text != _BEFORE, RemarkRow.gone_at >= SINCE),
)
_HANDED = did(PaperSheetRow.handed_by_id, PaperSheetRow.handed_at)
_KEPT_WORDS = ["school_id", "remark_id", "text", "by_id", "at"]
_OF_REMARK = (RemarkRow.school_id, RemarkRow.id, RemarkRow.text, BY, NOW)
_IS_GIVEN = exists().where(
    GivenAddressRow.id.in_(FOUND),
    GivenAddressRow.person_id == MailboxRow.person_id,
    AccountRow.id == MailboxRow.account_id,
    AccountRow.value == GivenAddressRow.address,
)
_PROVED = exists().where(
    GivenAddressRow.id.in_(FOUND),
    GivenAddressRow.person_id == MailboxProofRow.person_id,
    GivenAddressRow.address == MailboxProofRow.address,
)


def _decided(
    row: type[EarlyWarningRow] | type[TruancyWarningRow], state: WarningState
) -> Select[Any]:
    decided = did(row.decided_by, row.decided_at)
    found = select(row.id, row.decided_at, row.words, row.pupil_id, NOBODY).where(decided)
    return found.where(row.state == state.value)


def _dropped(row: type[EarlyWarningRow] | type[TruancyWarningRow]) -> Taking:
    again = {"decided_at": None, "decided_by": None, "reason": ""}
    waits = update(row).where(row.id.in_(FOUND)).values(state=WarningState.DRAFT.value, **again)
    return Taking(Said.DROPPED_WARNING, _decided(row, WarningState.DROPPED), (waits,))


_WARNED = EarlyWarningRow
_OF_WARNINGS: Final = (
    _dropped(_WARNED),
    # What was sent is looked at also where a draft of another risk has taken its place.
    Taking(
        Said.SENT_WARNING,
        select(_WARNED.id, _WARNED.told_at, _WARNED.told_words, _WARNED.pupil_id, NOBODY).where(
            did(_WARNED.told_by, _WARNED.told_at)
        ),
    ),
    _dropped(TruancyWarningRow),
    Taking(Said.SENT_WARNING, _decided(TruancyWarningRow, WarningState.SENT)),
)


OF_STAFF: Final = (
    Taking(
        Said.ANNOUNCEMENT,
        select(AnnouncementRow.id, AnnouncementRow.at, AnnouncementRow.text, NOBODY, NOBODY).where(
            did(AnnouncementRow.by_id, AnnouncementRow.at), AnnouncementRow.gone_at.is_(None)
        ),
        (update(AnnouncementRow).where(AnnouncementRow.id.in_(FOUND)).values(gone_at=NOW),),
    ),
    Taking(
        Said.ATTACHMENT,
        select(AttachmentRow.id, AttachmentRow.at, AttachmentRow.name, NOBODY, NOBODY).where(
            did(AttachmentRow.by_id, AttachmentRow.at), AttachmentRow.gone_at.is_(None)
        ),
        (update(AttachmentRow).where(AttachmentRow.id.in_(FOUND)).values(gone_at=NOW),),
    ),
    Taking(
        # No version of it is kept: it moves whole into the record of the breach.
        Said.RECOMMENDATION,
        select(
            RecommendationRow.id,
            RecommendationRow.at,
            RecommendationRow.text,
            RecommendationRow.pupil_id,
            NOBODY,
        ).where(did(RecommendationRow.by_id, RecommendationRow.at)),
        (delete(RecommendationRow).where(RecommendationRow.id.in_(FOUND)),),
    ),
    Taking(
        Said.CHANGED_REMARK,
        select(RemarkRow.id, RemarkRow.at, RemarkRow.text, RemarkRow.pupil_id, _BEFORE).where(
            _CHANGED_REMARK
        ),
        (
            insert(RemarkHistoryRow).from_select(
                _KEPT_WORDS, select(*_OF_REMARK).where(RemarkRow.id.in_(FOUND))
            ),
            update(RemarkRow).where(RemarkRow.id.in_(FOUND)).values(text=_BEFORE, gone_at=None),
        ),
    ),
    Taking(
        Said.REMARK,
        select(RemarkRow.id, RemarkRow.at, RemarkRow.text, RemarkRow.pupil_id, NOBODY).where(
            did(RemarkRow.by_id, RemarkRow.at), RemarkRow.gone_at.is_(None)
        ),
        (
            insert(RemarkHistoryRow).from_select(
                _KEPT_WORDS, select(*_OF_REMARK).where(RemarkRow.id.in_(FOUND))
            ),
            update(RemarkRow).where(RemarkRow.id.in_(FOUND)).values(gone_at=NOW),
        ),
    ),
    Taking(
        Said.ABSENCE_QUESTION,
        select(
            AbsenceCheckRow.id, AbsenceCheckRow.at, AbsenceCheckRow.state, NOBODY, NOBODY
        ).where(did(AbsenceCheckRow.by_id, AbsenceCheckRow.at)),
        (delete(AbsenceCheckRow).where(AbsenceCheckRow.id.in_(FOUND)),),
    ),
    Taking(
        Said.ABSENCE_CHECK,
        select(
            AbsenceCheckRow.id, AbsenceCheckRow.changed_at, AbsenceCheckRow.state, NOBODY, NOBODY
        ).where(
            did(AbsenceCheckRow.changed_by_id, AbsenceCheckRow.changed_at),
            AbsenceCheckRow.state.in_((CheckState.RIGHT.value, CheckState.FIXING.value)),
        ),
        (
            update(AbsenceCheckRow)
            .where(AbsenceCheckRow.id.in_(FOUND))
            .values(state=CheckState.ASKED.value, changed_by_id=BY, changed_at=NOW),
        ),
    ),
    Taking(
        # Whether it had been asked or answered before the tick is known to nobody: nothing is
        # said, so that it can be asked.
        Said.ABSENCE_CHECK,
        select(
            AbsenceCheckRow.id, AbsenceCheckRow.changed_at, AbsenceCheckRow.state, NOBODY, NOBODY
        ).where(
            did(AbsenceCheckRow.changed_by_id, AbsenceCheckRow.changed_at),
            AbsenceCheckRow.state == CheckState.VERIFIED.value,
        ),
        (delete(AbsenceCheckRow).where(AbsenceCheckRow.id.in_(FOUND)),),
    ),
    Taking(
        Said.HANDED,
        select(
            PaperSheetRow.run_id, PaperSheetRow.handed_at, NOTHING, PaperSheetRow.pupil_id, NOBODY
        ).where(_HANDED),
        (update(PaperSheetRow).where(_HANDED).values(handed_at=None, handed_by_id=None),),
    ),
    Taking(
        # Letters of the school must not go on to a mailbox that a stranger named.
        Said.ADDRESS,
        select(
            GivenAddressRow.id,
            GivenAddressRow.at,
            GivenAddressRow.address,
            GivenAddressRow.person_id,
            NOBODY,
        ).where(
            did(GivenAddressRow.by_id, GivenAddressRow.at), GivenAddressRow.taken_at.is_(None)
        ),
        (
            update(MailboxRow)
            .where(MailboxRow.ended_at.is_(None), _IS_GIVEN)
            .values(ended_at=NOW),
            update(MailboxProofRow).where(_PROVED).values(state="void"),
            update(GivenAddressRow).where(GivenAddressRow.id.in_(FOUND)).values(taken_at=NOW),
        ),
    ),
    Taking(
        Said.TEMPLATE,
        select(
            BroadcastTemplateRow.id,
            BroadcastTemplateRow.changed_at,
            BroadcastTemplateRow.title,
            NOBODY,
            NOBODY,
        ).where(
            did(BroadcastTemplateRow.origin_id, BroadcastTemplateRow.changed_at),
            BroadcastTemplateRow.gone_at.is_(None),
        ),
        (
            update(BroadcastTemplateRow)
            .where(BroadcastTemplateRow.id.in_(FOUND))
            .values(gone_at=NOW),
        ),
    ),
    Taking(
        # Somebody without access was told to be helped, and was not, or by the stranger.
        Said.LOST_ACCESS,
        select(
            LostAccessRow.id, LostAccessRow.answered_at, LostAccessRow.words, NOBODY, NOBODY
        ).where(did(LostAccessRow.answered_by_id, LostAccessRow.answered_at)),
        (
            update(LostAccessRow)
            .where(LostAccessRow.id.in_(FOUND))
            .values(answered_at=None, answered_by_id=None, changed_at=NOW),
        ),
    ),
    Taking(
        # Head and support may know nothing of another breach of which a stranger said they do.
        Said.BREACH_TOLD,
        select(BreachRow.id, BreachRow.told_at, NOTHING, NOBODY, NOBODY).where(
            did(BreachRow.told_by_id, BreachRow.told_at)
        ),
        (
            update(BreachRow)
            .where(BreachRow.id.in_(FOUND))
            .values(told_at=None, told_by_id=None, changed_at=NOW),
        ),
    ),
    *_OF_WARNINGS,
    Taking(
        Said.FORECAST,
        select(ForecastIssueRow.id, ForecastIssueRow.at, NOTHING, NOBODY, NOBODY).where(
            did(ForecastIssueRow.by_id, ForecastIssueRow.at)
        ),
    ),
)
