"""Messages that show what was answered by letter. Behind `core.notices.answers.elsewhere`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Channel
from core.ids import AccountId, NoticeId
from core.notices.answers.elsewhere import OldMessage
from core.notices.ledger import Ending, Notice
from storage.statements import insert_into
from storage.tables import AccountLinkRow, AnsweredMessageRow, NoticeRow

_TYPE = AnsweredMessageRow.due_at.type
_IN_CHAT = (
    select(NoticeRow.id, NoticeRow.school_id, AccountLinkRow.account_id, NoticeRow.message_id)
    .join(
        AccountLinkRow,
        and_(
            AccountLinkRow.person_id == NoticeRow.recipient_id, AccountLinkRow.ended_at.is_(None)
        ),
    )
    .where(
        NoticeRow.about_id == bindparam("about"),
        NoticeRow.kind == bindparam("kind"),
        NoticeRow.subject == bindparam("subject"),
        NoticeRow.recipient_id == bindparam("recipient"),
        NoticeRow.channel == Channel.TELEGRAM.value,
        NoticeRow.ending == Ending.DELIVERED.value,
        NoticeRow.message_id != "",
        # Who came in anew reads another chat: what was told before is not there.
        AccountLinkRow.linked_at <= NoticeRow.ended_at,
    )
)
_DUE = (
    select(
        AnsweredMessageRow.notice_id,
        AnsweredMessageRow.account_id,
        AnsweredMessageRow.message_id,
        NoticeRow.text,
    )
    .join(NoticeRow, NoticeRow.id == AnsweredMessageRow.notice_id)
    .where(AnsweredMessageRow.due_at <= bindparam("instant", type_=_TYPE))
    .order_by(AnsweredMessageRow.due_at, AnsweredMessageRow.notice_id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class SqlOldMessages:
    """One row for each message that still shows a button which is of no use any more."""

    connection: AsyncConnection

    async def answered(self, notice: Notice, *, at: datetime) -> None:
        """Let the messages in the chat that told a notice's record show that it is answered."""
        draft = notice.draft
        asked = {
            "about": draft.about,
            "kind": draft.kind.value,
            "subject": draft.subject,
            "recipient": draft.recipient,
        }
        found = [
            {
                "notice_id": number,
                "school_id": school,
                "account_id": account,
                "message_id": message,
                "due_at": at,
            }
            for number, school, account, message in await self.connection.execute(_IN_CHAT, asked)
        ]
        if found:
            new = insert_into(self.connection, AnsweredMessageRow)
            await self.connection.execute(new.on_conflict_do_nothing(), found)

    async def due(self, *, now: datetime, most: int) -> Sequence[OldMessage]:
        """Return the messages that are to be edited now, oldest first."""
        rows = await self.connection.execute(_DUE, {"instant": now, "most": most})
        return [
            OldMessage(NoticeId(number), AccountId(account), message, text or "")
            for number, account, message, text in rows
        ]

    async def take(self, one: OldMessage, *, now: datetime, until: datetime) -> bool:
        """Keep a message for oneself until an instant; say whether no other was faster."""
        taken = (
            update(AnsweredMessageRow)
            .where(AnsweredMessageRow.notice_id == one.notice, AnsweredMessageRow.due_at <= now)
            .values(due_at=until)
        )
        return (await self.connection.execute(taken)).rowcount > 0

    async def done(self, one: OldMessage) -> None:
        """Forget a message that shows it, or cannot."""
        await self.connection.execute(
            delete(AnsweredMessageRow).where(AnsweredMessageRow.notice_id == one.notice)
        )
