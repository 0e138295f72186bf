"""What accounts are in the middle of, kept between turns."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import AccountId
from storage.quick import rows_of
from storage.statements import insert_into
from storage.tables import DialogueRow

_OF = select(DialogueRow.state, DialogueRow.data, DialogueRow.changed_at).where(
    DialogueRow.account_id == bindparam("account")
)


@dataclass(frozen=True, slots=True)
class SqlDialogues:
    """One dialogue an account."""

    connection: AsyncConnection

    async def of(self, account: AccountId) -> tuple[str, str, datetime] | None:
        """Return the state, its data, and when they were kept; None where nothing was begun."""
        rows = await rows_of(self.connection, _OF, {"account": account})
        return (rows[0][0], rows[0][1], rows[0][2]) if rows else None

    async def keep(self, account: AccountId, state: str, data: str, *, at: datetime) -> None:
        """Keep the state and its data in place of what was kept before."""
        kept = {"state": state, "data": data, "changed_at": at}
        new = insert_into(self.connection, DialogueRow).values(account_id=account, **kept)
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["account_id"], set_=kept)
        )

    async def drop(self, account: AccountId) -> None:
        """Forget what was begun."""
        await self.connection.execute(delete(DialogueRow).where(DialogueRow.account_id == account))
