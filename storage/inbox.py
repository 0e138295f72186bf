"""Updates that were taken and are worked off: committed before whoever sent them hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.quick import change, rows_of
from storage.statements import INSERTS
from storage.tables import UpdateRow
from storage.tables.base import Instant

WAITING, ANSWERED, SHOWN, ASIDE = "waiting", "answered", "shown", "aside"


@dataclass(frozen=True, slots=True)
class Update:
    """An update that is not done with: to be handled, or (with an answer) only to be shown."""

    update_id: int
    chat: int | None
    raw: str
    state: str
    answer: str | None = None


# Written out, not bound: a partial index serves only a condition that it can read.
_OPEN = text("state IN ('waiting', 'answered')")

_PENDING = (
    select(UpdateRow.update_id, UpdateRow.chat, UpdateRow.raw, UpdateRow.state, UpdateRow.answer)
    .where(_OPEN, UpdateRow.bot == bindparam("of_bot"))
    .order_by(UpdateRow.update_id)
    .limit(bindparam("most"))
)

_NEW = {
    "bot": bindparam("of_bot"),
    "update_id": bindparam("number"),
    "chat": bindparam("of"),
    "raw": bindparam("what"),
    "received_at": bindparam("at", type_=Instant()),
    "state": WAITING,
    "reason": "",
}
_ACCEPT = {
    dialect: insert(UpdateRow).values(_NEW).on_conflict_do_nothing().returning(UpdateRow.update_id)
    for dialect, insert in INSERTS.items()
}

_CHANGE = update(UpdateRow).where(UpdateRow.bot == bindparam("of_bot"))
_ONE = _CHANGE.where(UpdateRow.update_id == bindparam("one"))
# What people wrote is kept no longer than it is needed: a code, say, is nowhere to be read.
_ANSWER = _ONE.values(state=bindparam("to"), answer=bindparam("shows"), raw="")
_FORGET_WORDS = _ONE.values(state=SHOWN, answer=None, raw="")
_SHOW = _CHANGE.where(UpdateRow.update_id.in_(bindparam("some", expanding=True))).values(
    state=SHOWN, answer=None, raw=""
)
_SET_ASIDE = _ONE.values(state=ASIDE, answer=None, reason=bindparam("why"), raw="")


@dataclass(frozen=True, slots=True)
class SqlInbox:
    """The inbox of one bot, whose numbers of updates are its own."""

    connection: AsyncConnection
    bot: int

    async def accept(
        self, updates: Sequence[tuple[int, int | None, str]], at: datetime
    ) -> frozenset[int]:
        """Keep (number, chat, raw text) of each update not kept yet; return the new numbers."""
        new = _ACCEPT[self.connection.dialect.name]
        rows = [
            await rows_of(
                self.connection,
                new,
                {"of_bot": self.bot, "number": number, "of": chat, "what": raw, "at": at},
            )
            for number, chat, raw in updates
        ]
        return frozenset(number for row in rows for (number,) in row)

    async def pending(self, most: int) -> Sequence[Update]:
        """Return what is to be handled or shown, in the order of the updates' numbers."""
        rows = await self.connection.execute(_PENDING, {"of_bot": self.bot, "most": most})
        return [Update(*row) for row in rows]

    async def answered(self, update_id: int, answer: str | None) -> None:
        """Keep what is to be shown for the update; with None there is nothing, and it is done."""
        asked = {"of_bot": self.bot, "one": update_id}
        if answer is None:
            await self.connection.execute(_FORGET_WORDS, asked)
            return
        kept = asked | {"to": ANSWERED, "shows": answer}
        await change(self.connection, _ANSWER, kept)

    async def shown(self, update_ids: Sequence[int]) -> None:
        """End updates whose answer was shown."""
        asked = {"of_bot": self.bot, "some": list(update_ids)}
        await change(self.connection, _SHOW, asked)

    async def set_aside(self, update_id: int, reason: str) -> None:
        """Keep that an update cannot be handled, without its words; the others go on."""
        asked = {"of_bot": self.bot, "one": update_id, "why": reason}
        await self.connection.execute(_SET_ASIDE, asked)

    async def forget(self, before: datetime) -> int:
        """Delete what came before the instant and is done with or set aside; return how many."""
        done = delete(UpdateRow).where(
            UpdateRow.bot == self.bot,
            UpdateRow.state.in_((SHOWN, ASIDE)),
            UpdateRow.received_at < before,
        )
        return (await self.connection.execute(done)).rowcount
