"""What the program keeps of itself: settings by key, and which ways out are shut until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.statements import insert_into
from storage.tables import PauseRow, SettingRow


@dataclass(frozen=True, slots=True)
class SqlSettings:
    """Settings that outlive the process, such as the clock's offset."""

    connection: AsyncConnection

    async def get(self, key: str) -> str | None:
        """Return a setting, or None where it was never made."""
        asked = select(SettingRow.value).where(SettingRow.key == key)
        return (await self.connection.execute(asked)).scalar_one_or_none()

    async def set(self, key: str, value: str) -> None:
        """Keep a setting."""
        new = insert_into(self.connection, SettingRow).values(key=key, value=value)
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["key"], set_={"value": value})
        )


@dataclass(frozen=True, slots=True)
class SqlPauses:
    """Ways out that must rest, named by the front end, kept over a restart."""

    connection: AsyncConnection

    async def all(self, *, now: datetime) -> Mapping[str, datetime]:
        """Return what still rests."""
        asked = select(PauseRow.scope, PauseRow.until).where(PauseRow.until > now)
        rows = await self.connection.execute(asked)
        return dict(rows.all())

    async def set(self, scope: str, until: datetime) -> None:
        """Let a way out rest until the instant."""
        new = insert_into(self.connection, PauseRow).values(scope=scope, until=until)
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["scope"], set_={"until": until})
        )

    async def forget(self, *, now: datetime) -> None:
        """Forget what is over."""
        await self.connection.execute(delete(PauseRow).where(PauseRow.until <= now))
