"""Who may still hear: a right that ended while a notice lay in the outbox ends the notice.

A notice may rest for a night, or a week for a digest. Who was a guardian, agreed to electronic
news or led the class when it was written need not do so when it is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from core.ids import MessageId, PersonId, PupilId, SchoolId
from core.messages.threads.gate import StillReads
from core.notices.ledger import Draft, NoticeKind
from core.notices.ports import Audience


class Right(StrEnum):
    """What gives somebody the right to hear of a kind of notices."""

    FAMILY = "family"
    CLASS_TEACHER = "class-teacher"
    STAND_IN = "stand-in"
    ADMINISTRATION = "administration"
    OWN = "own"
    THREAD = "thread"


_FAMILY: Final = frozenset({Right.FAMILY})
_CLASS_TEACHER: Final = frozenset({Right.CLASS_TEACHER})
_IN_CHARGE: Final = _CLASS_TEACHER | {Right.STAND_IN}
_OWN: Final = frozenset({Right.OWN})

HEARD_BY: Final[Mapping[NoticeKind, frozenset[Right]]] = {
    NoticeKind.MARK: _FAMILY,
    NoticeKind.ABSENCE: _FAMILY,
    NoticeKind.HOMEWORK: _FAMILY,
    NoticeKind.REPLACEMENT: _FAMILY,
    NoticeKind.EVENT: _FAMILY,
    NoticeKind.MOVE: _FAMILY,
    NoticeKind.CONTROL_WORK: _FAMILY,
    NoticeKind.CONTROL_LESSON: _FAMILY,
    NoticeKind.RECOMMENDATION: _FAMILY,
    NoticeKind.ANNOUNCEMENT: _FAMILY,
    NoticeKind.REMARK: _FAMILY,
    NoticeKind.DECISION: _FAMILY,
    NoticeKind.FORECAST: _FAMILY,
    NoticeKind.WARNING: _FAMILY,
    NoticeKind.TRUANCY: _FAMILY,
    NoticeKind.PERIOD_MARK: _FAMILY,
    NoticeKind.REVIEW_NUDGE: _FAMILY,
    NoticeKind.BROADCAST: _FAMILY,
    NoticeKind.BROADCAST_NUDGE: _FAMILY,
    NoticeKind.DATA_CHECK: _FAMILY,
    NoticeKind.BROADCAST_REMINDER: _FAMILY,
    NoticeKind.UNREACHABLE: _CLASS_TEACHER,
    # While no class teacher has come in, whoever stands in decides.
    NoticeKind.CLAIM: _IN_CHARGE,
    NoticeKind.TRUANCY_DRAFTED: _IN_CHARGE,
    NoticeKind.TRUANCY_WAITS: _IN_CHARGE | {Right.ADMINISTRATION},
    NoticeKind.REVIEWED: _CLASS_TEACHER,
    # Who asked for it hears that it is over.
    NoticeKind.SEARCH: _FAMILY | {Right.CLASS_TEACHER, Right.ADMINISTRATION},
    NoticeKind.MISSING_OF_SCHOOL: frozenset({Right.ADMINISTRATION}),
    NoticeKind.BROADCAST_STOPPED: frozenset({Right.ADMINISTRATION}),
    # What these tell is looked up by what the recipient leads or teaches at that moment.
    NoticeKind.MISSING_OF_CLASS: _OWN,
    NoticeKind.MISSING_OF_COURSE: _OWN,
    NoticeKind.ABSENCE_CHECK: _OWN,
    NoticeKind.ABSENCES_OF_WEEK: _OWN,
    NoticeKind.REVIEWS_OF_DAY: _OWN,
    NoticeKind.FORECAST_SENT: _OWN,
    NoticeKind.TO_PRINT: _OWN,
    NoticeKind.WARNINGS_DRAFTED: _OWN,
    NoticeKind.PAPER_RUN: _OWN,
    NoticeKind.BROADCAST_OVERDUE: _OWN,
    NoticeKind.BROADCAST_STOPPED_OWN: _OWN,
    NoticeKind.BROADCAST_UNHEARD: _OWN,
    NoticeKind.BROADCAST_WITHDRAWN: _OWN,
    NoticeKind.LOST_ACCESS: _OWN,
    NoticeKind.BREACH: _OWN,
    NoticeKind.BREACH_DUE: _OWN,
    NoticeKind.DATA_CORRECTIONS: _OWN,
    NoticeKind.DATA_SETTLED: _OWN,
    NoticeKind.DATA_OF_CLASS: _OWN,
    # Staff hears of it by itself; parents as the family of a pupil.
    NoticeKind.TRAINING: _FAMILY | _OWN,
    NoticeKind.TRAINING_REMINDER: _FAMILY | _OWN,
    NoticeKind.TRAINING_LACKING: _OWN,
    NoticeKind.PACKET_REFUSED: _OWN,
    NoticeKind.PACKET_DUE: _OWN,
    NoticeKind.MESSAGE: frozenset({Right.THREAD}),
    NoticeKind.MESSAGE_LOST: _OWN,
    NoticeKind.STAND_IN: _OWN,
    # Who asks, who answers, and who is called: as the ticket and the schedule stand then.
    NoticeKind.TICKET_ARRIVED: _OWN,
    NoticeKind.TICKET_WENT_ON: _OWN,
    NoticeKind.TICKET_PROMISE: _OWN,
    NoticeKind.TICKET_WORDS: _OWN,
    NoticeKind.TICKET_LOST: _OWN,
    NoticeKind.TICKET_AT_END: _OWN,
    NoticeKind.TICKET_WOKE: _OWN,
    NoticeKind.TICKET_CLOSED: _OWN,
    NoticeKind.TICKET_RATED: _OWN,
    NoticeKind.DUTY_CALL: _OWN,
    NoticeKind.DUTY_SILENT: _OWN,
    NoticeKind.DUTY_FLAWS: _OWN,
}
"""Who hears of each kind; who has any of its rights may.

The administration hears what is about the whole school, and whom everybody looks for: no
pupil's diary is theirs to read.
"""


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who has which right now, as far as was asked."""

    families: Mapping[PupilId, Sequence[PersonId]] = field(default_factory=dict)
    class_teachers: Mapping[PupilId, Sequence[PersonId]] = field(default_factory=dict)
    administration: Mapping[SchoolId, Sequence[PersonId]] = field(default_factory=dict)
    readers: Mapping[MessageId, Sequence[PersonId]] = field(default_factory=dict)
    stand_ins: Mapping[SchoolId, Sequence[PersonId]] = field(default_factory=dict)

    def may_hear(self, draft: Draft) -> bool:
        """Say whether the recipient of a notice has a right to hear it."""
        persons = {
            Right.FAMILY: self.families.get(draft.about, ()),
            Right.CLASS_TEACHER: self.class_teachers.get(draft.about, ()),
            Right.STAND_IN: self._stand_ins(draft),
            Right.ADMINISTRATION: self.administration.get(draft.school, ()),
            Right.OWN: (draft.about,),
            Right.THREAD: self.readers.get(MessageId(draft.subject), ()),
        }
        return any(draft.recipient in persons[right] for right in HEARD_BY[draft.kind])

    def _stand_ins(self, draft: Draft) -> Sequence[PersonId]:
        if self.class_teachers.get(draft.about):
            return ()
        return self.stand_ins.get(draft.school, ())


@dataclass(frozen=True, slots=True)
class StillHear:
    """Asks the school's records, as they are now, for the rights behind some notices at once."""

    audience: Audience
    still_reads: StillReads

    async def __call__(self, drafts: Sequence[Draft]) -> frozenset[Draft]:
        """Return the notices whose recipients still have the right to hear them."""
        families = _about(drafts, Right.FAMILY)
        classes = _about(drafts, Right.CLASS_TEACHER)
        schools = {one.school for one in drafts if Right.ADMINISTRATION in HEARD_BY[one.kind]}
        without = {one.school for one in drafts if Right.STAND_IN in HEARD_BY[one.kind]}
        messages = sorted({_message(one) for one in drafts if Right.THREAD in HEARD_BY[one.kind]})
        hearers = Hearers(
            await self.audience.families(families) if families else {},
            await self.audience.class_teachers_of(classes) if classes else {},
            {one: await self.audience.administration(one) for one in schools},
            await self.still_reads(messages) if messages else {},
            {one: await self.audience.stand_ins(one) for one in without},
        )
        return frozenset(one for one in drafts if hearers.may_hear(one))


def _message(draft: Draft) -> MessageId:
    return MessageId(draft.subject)


def _about(drafts: Sequence[Draft], right: Right) -> Sequence[PupilId]:
    return sorted({one.about for one in drafts if right in HEARD_BY[one.kind]})
