"""What waits for a person, each row with the way that it would go and what the person chose."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, exists, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.consents import open_ways
from core.access.people import Account, Channel
from core.notices.ledger import Notice
from core.notices.preferences import TOPICS, Preferences
from core.notices.ways import Way, way_of
from storage.access.accounts import ACCOUNT, account_of
from storage.notices.outbox_rows import NOTICE, Waiting, notice
from storage.notices.preferences import DELIVERY, TOPIC, preferences
from storage.notices.resting import IS_UNSETTLED, IS_WAITING
from storage.notices.whose_turn import IS_IN_TIME
from storage.quick import rows_of
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
    .where(IS_WAITING, IS_UNSETTLED, IS_IN_TIME, NoticeRow.recipient_id.in_(WHOM))
    .order_by(NoticeRow.id)
)
_AT_ACCOUNT = len(NOTICE)
_AT_DELIVERY = _AT_ACCOUNT + len(ACCOUNT)
_AT_TOPIC = _AT_DELIVERY + len(DELIVERY)
_AT_MAILBOX = _AT_TOPIC + len(TOPIC)


class Asked(NamedTuple):
    """A row that waits, with all on which it depends whether and how it goes."""

    row: Waiting
    notice: Notice
    way: Way
    chosen: Preferences
    retry_at: datetime | None

    @property
    def record(self) -> tuple[str, int]:
        """Return about which record it is: what is about the same is told at once."""
        return self.row.kind, self.row.subject

    @property
    def channel(self) -> str:
        """Return the channel that the notice goes by, or nothing for who has none."""
        return self.way.account.address.channel if self.way.account else ""


async def waiting_of(
    connection: AsyncConnection, persons: Collection[int], now: datetime
) -> Sequence[Asked]:
    """Return what waits for some persons, the oldest first."""
    asked = {"instant": now, "asked": sorted(persons)}
    return [_asked(found) for found in await rows_of(connection, _WAITING_OF, asked)]


def _asked(found: Sequence[Any]) -> Asked:
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
    return Asked(row, told, way_of(told.draft, chosen, chat, mailbox), chosen, retry_at)


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
