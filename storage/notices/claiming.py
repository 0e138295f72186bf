"""Which rows of the ledger may go now, and what goes with them in one message.

What a person's choice holds is marked as resting and not looked at again before its time, or
before the choice changes: a weekly digest must not be read through at each look of the week.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    literal_column,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.consents import open_ways
from core.access.people import Account, Channel
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.ledger import CORRECTABLE, TOLD_ALONE, Batch, Lane, Notice
from core.notices.preferences import (
    TOPICS,
    Goes,
    Nights,
    Preferences,
    Rests,
    SwitchedOff,
    Verdict,
    Waits,
    verdict,
)
from core.notices.timing import Opening
from core.notices.ways import Way, way_of
from storage.access.accounts import ACCOUNT, account_of
from storage.notices.outbox_rows import NOTICE, Waiting, notice
from storage.notices.preferences import DELIVERY, TOPIC, preferences
from storage.quick import change, rows_of
from storage.statements import STANDS, WHOM
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    ConsentRow,
    MailboxRow,
    NoticeRow,
    PersonDeliveryRow,
    PersonRow,
    PreferenceRow,
)
from storage.tables.ledger import CLAIMED, SENDING

# Written out, not bound: a partial index serves only a condition that it can read.
IS_WAITING = NoticeRow.state == literal_column("'waiting'")
IS_UNSETTLED = NoticeRow.state != literal_column("'ended'")
_IS_READY = and_(IS_WAITING, NoticeRow.rests_until.is_(None))
_NOW = bindparam("instant", type_=NoticeRow.ended_at.type)
_IS_IN_TIME = or_(NoticeRow.valid_until.is_(None), NoticeRow.valid_until > _NOW)

_RESTS = and_(IS_WAITING, NoticeRow.rests_until.is_not(None))
_ROUSE = update(NoticeRow).where(_RESTS, NoticeRow.rests_until <= _NOW).values(rests_until=None)
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
_ANY = select(NoticeRow.id).where(_IS_READY).limit(1)
_OTHER = aliased(NoticeRow)
_HAS_A_MAILBOX = exists().where(
    MailboxRow.person_id == _OTHER.recipient_id, MailboxRow.ended_at.is_(None)
)
# Of who has a mailbox too, a way that is shut holds back what goes that way only: see `_behind`.
_HAS_TWO_WAYS = exists().where(
    MailboxRow.person_id == NoticeRow.recipient_id, MailboxRow.ended_at.is_(None)
)
_HELD_BACK = exists().where(
    _OTHER.state != literal_column("'ended'"),
    _OTHER.recipient_id == NoticeRow.recipient_id,
    _OTHER.lane == NoticeRow.lane,
    or_(
        _OTHER.state.in_((CLAIMED, SENDING)),
        and_(_OTHER.retry_at > _NOW, ~_HAS_A_MAILBOX),
    ),
)
_HAS_OTHER_NIGHTS = exists().where(
    PersonDeliveryRow.person_id == NoticeRow.recipient_id,
    PersonDeliveryRow.nights != Nights.SCHOOL.value,
)
# Whom the school's records have shut out is spoken to by no account.
_STANDS = exists().where(PersonRow.id == NoticeRow.recipient_id, STANDS).correlate(NoticeRow)
_LIVE = (
    (AccountLinkRow.person_id == NoticeRow.recipient_id)
    & AccountLinkRow.ended_at.is_(None)
    & _STANDS
)
_TOPIC = case(
    *((NoticeRow.kind == kind.value, topic.value) for kind, topic in TOPICS.items()), else_=None
)
_MAIL = aliased(AccountRow)


def _said_of(channel: Channel) -> ColumnElement[str | None]:
    """Return the last word about a way; asked only of who has a mailbox, and so may have two."""
    said = (
        select(ConsentRow.state)
        .where(
            ConsentRow.guardian_id == NoticeRow.recipient_id,
            ConsentRow.pupil_id == NoticeRow.about_id,
            ConsentRow.subject == literal_column(f"'{channel}'"),
            ConsentRow.gone_at.is_(None),
        )
        .order_by(ConsentRow.day.desc(), ConsentRow.id.desc())
        .limit(1)
        .correlate(NoticeRow)
        .scalar_subquery()
    )
    return case((_MAIL.id.is_not(None), said), else_=None)


_MAILBOX = (
    _MAIL.id,
    _MAIL.channel,
    _MAIL.value,
    _MAIL.language,
    _MAIL.reachable,
    _said_of(Channel.TELEGRAM),
    _said_of(Channel.EMAIL),
)
_WAITING_OF = (
    select(*NOTICE, *ACCOUNT, *DELIVERY, *TOPIC, *_MAILBOX, NoticeRow.retry_at)
    .select_from(NoticeRow)
    .outerjoin(AccountLinkRow, _LIVE)
    .outerjoin(AccountRow, AccountRow.id == AccountLinkRow.account_id)
    .outerjoin(PersonDeliveryRow, PersonDeliveryRow.person_id == NoticeRow.recipient_id)
    .outerjoin(
        PreferenceRow,
        and_(PreferenceRow.person_id == NoticeRow.recipient_id, PreferenceRow.topic == _TOPIC),
    )
    .outerjoin(
        MailboxRow,
        and_(
            MailboxRow.person_id == NoticeRow.recipient_id,
            MailboxRow.ended_at.is_(None),
            _STANDS,
        ),
    )
    .outerjoin(_MAIL, _MAIL.id == MailboxRow.account_id)
    .where(IS_WAITING, IS_UNSETTLED, _IS_IN_TIME, NoticeRow.recipient_id.in_(WHOM))
    .order_by(NoticeRow.id)
)
_GIVEN = "given"
_CORRECTABLE = tuple(kind.value for kind in sorted(CORRECTABLE))
_PAGE = 200
_PAGES_KEPT = 64
_FULL_FOR = timedelta(seconds=1)
"""How long what would go by a channel without room stays out of the others' way."""
_CLAIMS = 0x5A564F4E
"""The number of PostgreSQL's advisory lock: any, as long as all our processes mean the same."""

Group = tuple[int, int]
"""A recipient and a lane."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Rows whose turn it was: those that go, by person, and those that a choice holds or ends."""

    batches: list[Batch] = field(default_factory=list)
    resting: dict[datetime, list[NoticeId]] = field(default_factory=dict)
    switched_off: list[NoticeId] = field(default_factory=list)

    @property
    def has_held(self) -> bool:
        """Say whether somebody's choice kept something from going."""
        return bool(self.resting or self.switched_off)


async def lock_claims(connection: AsyncConnection) -> None:
    """Let one process claim at a time until it commits; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CLAIMS})


async def rouse(connection: AsyncConnection, now: datetime) -> None:
    """Let what rested until now be looked at again."""
    await change(connection, _ROUSE, {"instant": now})


async def groups_that_may_go(
    connection: AsyncConnection,
    openings: Sequence[Opening],
    now: datetime,
    most: int,
    full: Collection[Channel] = (),
) -> Sequence[Group]:
    """Return the recipients and lanes whose turn it is, by lane, oldest first within one.

    Reads on from where it stopped, so that a long queue costs no more than its head. Where the
    chat is full only who has a mailbox too can have a turn.
    """
    if not await rows_of(connection, _ANY, {}):
        return ()  # as it mostly is: every commit of the process wakes the relay
    schools = defaultdict[tuple[datetime, Lane], list[SchoolId]](list)
    for one in openings:
        schools[one.marks_until, one.last_lane].append(one.school)
    asked: dict[str, Any] = {"instant": now, "lane": -1, "notice": -1}
    for at, ((marks_until, _), some) in enumerate(schools.items()):
        asked |= {f"schools_{at}": some, f"marks_until_{at}": marks_until}
    page = _page(tuple(last for _, last in schools), two_ways=Channel.TELEGRAM in full)
    found: dict[Group, None] = {}
    while len(found) < most:
        rows = await rows_of(connection, page, asked)
        found |= dict.fromkeys((recipient, lane) for recipient, lane, _ in rows)
        if len(rows) < _PAGE:
            break
        _, asked["lane"], asked["notice"] = rows[-1]
    return list(found)[:most]


@lru_cache(maxsize=_PAGES_KEPT)
def _page(last_lanes: tuple[Lane, ...], *, two_ways: bool) -> Select[int, int, int]:
    """Return one statement for all looks at schools that are open in these ways."""
    asked = (
        select(NoticeRow.recipient_id, NoticeRow.lane, NoticeRow.id)
        .where(
            _IS_READY,
            or_(*[_may_go_of(at, last) for at, last in enumerate(last_lanes)]),
            _IS_IN_TIME,
            ~_HELD_BACK,
            tuple_(NoticeRow.lane, NoticeRow.id) > tuple_(bindparam("lane"), bindparam("notice")),
        )
        .order_by(NoticeRow.lane, NoticeRow.id)
        .limit(_PAGE)
    )
    return asked.where(_HAS_TWO_WAYS) if two_ways else asked


def _may_go_of(at: int, last_lane: Lane) -> ColumnElement[bool]:
    """Say what may go of the schools asked for at a place."""
    some: BindParameter[Sequence[int]] = bindparam(f"schools_{at}", expanding=True)
    until = bindparam(f"marks_until_{at}", type_=NoticeRow.happened_at.type)
    return and_(
        # Summed, so that the queue is read by its own index and not the school's whole ledger.
        (NoticeRow.school_id + 0).in_(some),
        _may_go_now(last_lane),
        or_(NoticeRow.kind.not_in(_CORRECTABLE), NoticeRow.happened_at <= until),
    )


def _may_go_now(last_lane: Lane) -> ColumnElement[bool]:
    goes = NoticeRow.lane <= last_lane.value
    return or_(goes, _HAS_OTHER_NIGHTS) if last_lane <= Lane.ALERT else goes


class _Asked(NamedTuple):
    row: Waiting
    notice: Notice
    way: Way
    chosen: Preferences
    retry_at: datetime | None

    @property
    def channel(self) -> str:
        """Return the channel that the notice goes by, or nothing for who has none."""
        return self.way.account.address.channel if self.way.account else ""


async def sorted_out(
    connection: AsyncConnection,
    groups: Sequence[Group],
    openings: Sequence[Opening],
    now: datetime,
    full: Collection[Channel] = (),
) -> Sorted:
    """Return for each group what goes in one message, rows about the same records gathered."""
    asked = {"instant": now, "asked": sorted({recipient for recipient, _ in groups})}
    of_school = {one.school: one for one in openings}
    rows = defaultdict[Group, list[_Asked]](list)
    for found in await rows_of(connection, _WAITING_OF, asked):
        one = _asked(found)
        rows[one.row.recipient, one.row.lane].append(one)
    result = Sorted()
    no_room = {channel.value: now + _FULL_FOR for channel in full}
    for group in groups:
        shut = {**no_room, **_shut(rows[group], now)}
        _sort(result, group, rows[group], of_school, now=now, shut=shut)
    return result


_AT_ACCOUNT = len(NOTICE)
_AT_DELIVERY = _AT_ACCOUNT + len(ACCOUNT)
_AT_TOPIC = _AT_DELIVERY + len(DELIVERY)
_AT_MAILBOX = _AT_TOPIC + len(TOPIC)


def _asked(found: Sequence[Any]) -> _Asked:
    row = Waiting._make(found[:_AT_ACCOUNT])
    chosen = preferences(
        tuple(found[_AT_DELIVERY:_AT_TOPIC]), [tuple(found[_AT_TOPIC:_AT_MAILBOX])]
    )
    chat = account_of(found[_AT_ACCOUNT:_AT_DELIVERY])
    *box, of_chat, of_letters, retry_at = found[_AT_MAILBOX:]
    mailbox, told = account_of(box), notice(row)
    if mailbox is not None:
        said = {Channel.TELEGRAM: of_chat, Channel.EMAIL: of_letters}
        chat, mailbox = _open(chat, mailbox, {way: it for way, it in said.items() if it})
    return _Asked(row, told, way_of(told.draft, chosen, chat, mailbox), chosen, retry_at)


def _open(
    chat: Account | None, mailbox: Account, said: Mapping[str, str]
) -> tuple[Account | None, Account | None]:
    """Return the chat and the mailbox, as far as the recipient may be told there of the pupil.

    Where neither is left the chat stays: that the right is gone is found when it is written.
    """
    ways = open_ways(said, chat=chat.address.channel if chat else None, mailbox=True)
    if Channel.EMAIL not in ways:
        return chat, None
    return chat if chat and chat.address.channel in ways else None, mailbox


def _sort(
    result: Sorted,
    group: Group,
    rows: Sequence[_Asked],
    of_school: Mapping[SchoolId, Opening],
    *,
    now: datetime,
    shut: Mapping[str, datetime],
) -> None:
    # What goes draws along every row about the same record: a change is told once, as it is now.
    said = [(one, _behind(one, shut) or _verdict(one, of_school, now)) for one in rows]
    going = {_record(one) for one, word in said if isinstance(word, Goes)}
    ending = {_record(one) for one, word in said if isinstance(word, SwitchedOff)}
    gathered = [one for one in rows if _record(one) in going and one.channel not in shut]
    if gathered:
        # One message a channel: what goes another way has its turn when this one has ended.
        first = gathered[0].channel
        same = [one for one in gathered if one.channel == first]
        result.batches.append(_batch(group, _of_one_message(same)))
    result.switched_off.extend(one.notice.id for one in rows if _record(one) in ending - going)
    for one, word in said:
        if isinstance(word, Rests) and _record(one) not in going:
            result.resting.setdefault(word.until, []).append(one.notice.id)


def _of_one_message(gathered: Sequence[_Asked]) -> Sequence[_Asked]:
    """Return what goes together: what fills a message of its own goes alone, in its turn."""
    if gathered[0].notice.draft.kind in TOLD_ALONE:
        return [one for one in gathered if _record(one) == _record(gathered[0])]
    return [one for one in gathered if one.notice.draft.kind not in TOLD_ALONE]


def _shut(rows: Sequence[_Asked], now: datetime) -> Mapping[str, datetime]:
    """Return the channels by which something waits for a retry, and until when."""
    return {
        one.channel: one.retry_at
        for one in sorted(rows, key=lambda it: it.retry_at or now)
        if one.retry_at is not None and one.retry_at > now
    }


def _behind(one: _Asked, shut: Mapping[str, datetime]) -> Rests | None:
    until = shut.get(one.channel)
    return None if until is None else Rests(until)


def _batch(group: Group, gathered: Sequence[_Asked]) -> Batch:
    recipient, lane = group
    return Batch(
        PersonId(recipient),
        gathered[0].way.account,
        Lane(lane),
        tuple(one.notice for one in gathered),
        neutral=gathered[0].chosen.neutral,
        spare=gathered[0].way.spare,
        twofold=frozenset(one.notice.draft.record for one in gathered if one.way.both),
    )


def _record(one: _Asked) -> tuple[str, int]:
    return one.row.kind, one.row.subject


def _verdict(one: _Asked, of_school: Mapping[SchoolId, Opening], now: datetime) -> Verdict:
    opening = of_school.get(SchoolId(one.row.school))
    if opening is None:
        return Waits()
    return verdict(one.notice.draft, one.chosen, opening, now)
