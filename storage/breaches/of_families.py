"""What a family says by taps and words: answers, agreements, data, ticks, searches."""

from typing import Final

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from core.access.personal_data.records import CorrectionState
from core.breaches.said import Said
from core.messages.broadcasts.broadcast import ACKNOWLEDGED
from storage.breaches.taking import FOUND, NOBODY, NOTHING, NOW, SINCE, WHO, Taking, did
from storage.tables import (
    BroadcastAnswerRow,
    BroadcastVersionRow,
    ConsentRow,
    DataCheckRow,
    DataCorrectionRow,
    HomeworkDoneRow,
    SearchRow,
    TrainingGuestRow,
    TrainingRow,
)

_ANSWERED = did(BroadcastAnswerRow.person_id, BroadcastAnswerRow.at)
_DONE = did(HomeworkDoneRow.pupil_id, HomeworkDoneRow.done_at)
# Who ticked that the data were checked in person said so, and not the person.
_CHECKED = or_(
    did(DataCheckRow.checked_by_id, DataCheckRow.answered_at),
    DataCheckRow.checked_by_id.is_(None) & did(DataCheckRow.person_id, DataCheckRow.answered_at),
)
_REPLIED = did(TrainingGuestRow.person_id, TrainingGuestRow.replied_at)


def _answers(said: Said, which: ColumnElement[bool]) -> Taking:
    found = (
        select(
            BroadcastAnswerRow.broadcast_id,
            BroadcastAnswerRow.at,
            BroadcastVersionRow.text,
            NOBODY,
            NOBODY,
        )
        .join(
            BroadcastVersionRow,
            and_(
                BroadcastVersionRow.broadcast_id == BroadcastAnswerRow.broadcast_id,
                BroadcastVersionRow.version == BroadcastAnswerRow.version,
            ),
        )
        .where(_ANSWERED, which)
        .order_by(BroadcastAnswerRow.at)
    )
    return Taking(said, found, (delete(BroadcastAnswerRow).where(_ANSWERED, which),))


OF_FAMILIES: Final = (
    _answers(Said.ANSWER, BroadcastAnswerRow.choice == ACKNOWLEDGED),
    # Another choice took the place of the one before: which that was, nobody knows.
    _answers(Said.CHOICE, BroadcastAnswerRow.choice != ACKNOWLEDGED),
    Taking(
        Said.CONSENT,
        select(
            ConsentRow.id,
            ConsentRow.changed_at,
            ConsentRow.subject + " " + ConsentRow.state,
            ConsentRow.pupil_id,
            NOBODY,
        ).where(did(ConsentRow.origin_id, ConsentRow.changed_at), ConsentRow.gone_at.is_(None)),
        (update(ConsentRow).where(ConsentRow.id.in_(FOUND)).values(gone_at=NOW),),
    ),
    Taking(
        Said.CORRECTION,
        select(
            DataCorrectionRow.id,
            DataCorrectionRow.said_at,
            DataCorrectionRow.words,
            NOBODY,
            NOBODY,
        ).where(
            did(DataCorrectionRow.person_id, DataCorrectionRow.said_at),
            DataCorrectionRow.gone_at.is_(None),
        ),
        (update(DataCorrectionRow).where(DataCorrectionRow.id.in_(FOUND)).values(gone_at=NOW),),
    ),
    Taking(
        # A correction that the stranger replaced by another word, or decided as the school.
        Said.DECISION,
        select(
            DataCorrectionRow.id,
            DataCorrectionRow.decided_at,
            DataCorrectionRow.words,
            DataCorrectionRow.about_id,
            DataCorrectionRow.words,
        ).where(
            did(DataCorrectionRow.decided_by_id, DataCorrectionRow.decided_at),
            DataCorrectionRow.state != CorrectionState.OPEN.value,
            DataCorrectionRow.gone_at.is_(None),
        ),
        (
            update(DataCorrectionRow)
            .where(DataCorrectionRow.id.in_(FOUND))
            .values(
                state=CorrectionState.OPEN.value,
                word="",
                decided_by_id=None,
                decided_at=None,
                changed_at=NOW,
            ),
        ),
    ),
    Taking(
        Said.DATA_CHECK,
        select(
            DataCheckRow.id, DataCheckRow.answered_at, DataCheckRow.answer, NOBODY, NOBODY
        ).where(_CHECKED),
        (
            update(DataCheckRow)
            .where(DataCheckRow.id.in_(FOUND))
            .values(answer=None, answered_at=None, checked_by_id=None, checked_in_id=None),
        ),
    ),
    Taking(
        Said.HOMEWORK_TICK,
        select(
            HomeworkDoneRow.lesson_id,
            HomeworkDoneRow.done_at,
            HomeworkDoneRow.text,
            HomeworkDoneRow.pupil_id,
            NOBODY,
        ).where(_DONE),
        (delete(HomeworkDoneRow).where(_DONE),),
    ),
    Taking(
        # «Нашёлся» of a stranger: the school looks for the child again.
        Said.FOUND,
        select(SearchRow.id, SearchRow.found_at, NOTHING, SearchRow.pupil_id, NOBODY).where(
            did(SearchRow.found_by, SearchRow.found_at)
        ),
        (update(SearchRow).where(SearchRow.id.in_(FOUND)).values(found_at=None, found_by=None),),
    ),
    Taking(
        Said.SEARCH,
        select(SearchRow.id, SearchRow.asked_at, NOTHING, SearchRow.pupil_id, NOBODY).where(
            did(SearchRow.asked_by, SearchRow.asked_at), SearchRow.found_at.is_(None)
        ),
        (update(SearchRow).where(SearchRow.id.in_(FOUND)).values(found_at=NOW),),
    ),
    Taking(
        Said.TRAINING_REPLY,
        select(
            TrainingGuestRow.training_id,
            TrainingGuestRow.replied_at,
            TrainingGuestRow.reply,
            NOBODY,
            NOBODY,
        )
        .join(TrainingRow, TrainingRow.id == TrainingGuestRow.training_id)
        .where(_REPLIED),
        (
            update(TrainingGuestRow)
            .where(
                TrainingGuestRow.training_id.in_(FOUND),
                TrainingGuestRow.person_id == WHO,
                TrainingGuestRow.replied_at >= SINCE,
            )
            .values(reply="", replied_to=0, replied_at=None),
        ),
    ),
)
"""In this order: a correction that is gone has no decision to be opened again."""
