"""Who was not told of broadcasts and can be by now. Behind `Newcomers` of core."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import BroadcastState, Hearers, Whom
from core.messages.broadcasts.facts import Told
from core.notices.ledger import Why
from storage.messages.broadcasts import OF_EACH
from storage.statements import IN_CLASS, STANDS, enrolled_as
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    BroadcastGroupRow,
    BroadcastHearerRow,
    BroadcastPupilRow,
    BroadcastRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    MailboxRow,
    NoticeRow,
    PersonRow,
)
from storage.tables.teaching import PUPIL

_TODAY = bindparam("today", type_=EnrolmentRow.begins.type)
_OPEN = and_(
    BroadcastRow.school_id == bindparam("school"),
    BroadcastRow.state == BroadcastState.SENT.value,
    BroadcastRow.gone_at.is_(None),
    or_(
        BroadcastRow.answer_by >= _TODAY,
        BroadcastRow.changed_at >= bindparam("since", type_=BroadcastRow.changed_at.type),
    ),
)
_OF_BROADCAST = BroadcastPupilRow.broadcast_id == BroadcastRow.id
_CHOSEN = or_(
    ~exists().where(_OF_BROADCAST),
    exists().where(_OF_BROADCAST, BroadcastPupilRow.pupil_id == EnrolmentRow.person_id),
)
_OF_BROADCAST_ITSELF = (BroadcastRow.id, BroadcastRow.hearers, OF_EACH.label("of_each"))
_OF_GROUPS = (
    select(*_OF_BROADCAST_ITSELF, EnrolmentRow.person_id.label("pupil_id"))
    .join(BroadcastGroupRow, BroadcastGroupRow.broadcast_id == BroadcastRow.id)
    .join(GroupRow, GroupRow.id == BroadcastGroupRow.group_id)
    .join(EnrolmentRow, EnrolmentRow.group_id == GroupRow.id)
    .where(_OPEN, GroupRow.gone_at.is_(None), enrolled_as(EnrolmentRow, PUPIL, _TODAY), _CHOSEN)
)
_OF_SCHOOL = (
    select(*_OF_BROADCAST_ITSELF, IN_CLASS.c.person_id.label("pupil_id"))
    .join(PersonRow, PersonRow.school_id == BroadcastRow.school_id)
    .join(IN_CLASS, IN_CLASS.c.person_id == PersonRow.id)
    .where(
        _OPEN,
        BroadcastRow.whom == Whom.SCHOOL.value,
        PersonRow.gone_at.is_(None),
        or_(IN_CLASS.c.begins.is_(None), IN_CLASS.c.begins <= _TODAY),
        or_(IN_CLASS.c.ends.is_(None), IN_CLASS.c.ends >= _TODAY),
    )
)
_IN_SCOPE = union(_OF_GROUPS, _OF_SCHOOL).subquery()

_MAIL = aliased(AccountRow)
_TAKES_MESSAGES = or_(
    exists().where(
        AccountLinkRow.person_id == PersonRow.id,
        AccountLinkRow.ended_at.is_(None),
        AccountRow.id == AccountLinkRow.account_id,
        AccountRow.reachable == true(),
    ),
    exists().where(
        MailboxRow.person_id == PersonRow.id,
        MailboxRow.ended_at.is_(None),
        _MAIL.id == MailboxRow.account_id,
        _MAIL.reachable == true(),
    ),
)
_WAS_WRITTEN_TO = exists().where(
    BroadcastHearerRow.broadcast_id == _IN_SCOPE.c.id,
    BroadcastHearerRow.person_id == PersonRow.id,
    BroadcastHearerRow.why == "",
    # A choice is of each child: who was told of one was not asked about the other.
    or_(~_IN_SCOPE.c.of_each, BroadcastHearerRow.pupil_id == _IN_SCOPE.c.pupil_id),
)
_CAN_BE_TOLD = (STANDS, _TAKES_MESSAGES)
_UNTOLD = (_IN_SCOPE.c.id, PersonRow.id.label("person_id"), _IN_SCOPE.c.pupil_id)
_GUARDIANS = (
    select(*_UNTOLD)
    .select_from(_IN_SCOPE)
    .join(GuardianshipRow, GuardianshipRow.pupil_id == _IN_SCOPE.c.pupil_id)
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .where(
        _IN_SCOPE.c.hearers != Hearers.PUPILS.value,
        GuardianshipRow.gone_at.is_(None),
        *_CAN_BE_TOLD,
    )
)
_THEMSELVES = (
    select(*_UNTOLD)
    .select_from(_IN_SCOPE)
    .join(PersonRow, PersonRow.id == _IN_SCOPE.c.pupil_id)
    .where(_IN_SCOPE.c.hearers != Hearers.PARENTS.value, *_CAN_BE_TOLD)
)
# Overtaken by a withdrawal that was none, or met by a right that had ended for a while, perhaps
# for one child alone: where nothing is under way, and it stands, what it says was not told yet.
_IN_VAIN = tuple(
    one.value
    for one in (
        *(Why.NOT_LINKED, Why.UNREACHABLE, Why.TOO_LATE),
        *(Why.OVERTAKEN, Why.NO_RIGHT),
    )
)
# Written out, not bound: a partial index serves only a condition that it can read.
_OF_BROADCASTS = "'broadcast'"
_OTHER = aliased(NoticeRow)
_COUNTS_MORE = exists().where(
    _OTHER.kind == literal_column(_OF_BROADCASTS),
    _OTHER.subject == NoticeRow.subject,
    _OTHER.recipient_id == NoticeRow.recipient_id,
    # What came later names all children but those to whom there was no right.
    or_(
        ~_IN_SCOPE.c.of_each,
        NoticeRow.reason != Why.NO_RIGHT.value,
        NoticeRow.about_id != _IN_SCOPE.c.pupil_id,
        _OTHER.about_id == NoticeRow.about_id,
    ),
    or_(
        _OTHER.ending.is_(None),
        and_(_OTHER.id > NoticeRow.id, _OTHER.reason.not_in(_IN_VAIN)),
    ),
)
_WRITTEN_IN_VAIN = and_(
    NoticeRow.kind == literal_column(_OF_BROADCASTS),
    NoticeRow.subject == _IN_SCOPE.c.id,
    NoticeRow.recipient_id == PersonRow.id,
    NoticeRow.reason.in_(_IN_VAIN),
)
_ALL = union(
    *(some.where(~_WAS_WRITTEN_TO) for some in (_GUARDIANS, _THEMSELVES)),
    *(
        some.join(NoticeRow, _WRITTEN_IN_VAIN).where(~_COUNTS_MORE)
        for some in (_GUARDIANS, _THEMSELVES)
    ),
)


@dataclass(frozen=True, slots=True)
class SqlNewcomers:
    """Scopes by enrolment, whom they hold by guardianship, and who of them was told already."""

    connection: AsyncConnection

    async def untold(
        self, school: SchoolId, *, today: date, since: datetime
    ) -> Mapping[BroadcastId, Sequence[Told]]:
        """Return who was not told of what may still count, and takes messages."""
        found = defaultdict[BroadcastId, list[Told]](list)
        asked = {"school": school, "today": today, "since": since}
        for number, person, pupil in await self.connection.execute(_ALL, asked):
            found[BroadcastId(number)].append((PersonId(person), PupilId(PersonId(pupil))))
        return {number: sorted(some) for number, some in found.items()}
