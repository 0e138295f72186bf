"""A dialogue is kept in the turn's transaction: what was begun is neither lost nor half kept."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Protocol, Self

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import Update
from typing_extensions import override

from bot.middlewares.cut_texts import is_reply, is_rest, may_be_cut
from bot.states import lasts
from core.ids import AccountId

_REFUSED: Final = "text_refused_at"
"""Of what is kept, and nothing to a draft: when a text was refused that may have been cut."""


class Dialogues(Protocol):
    """What accounts are in the middle of."""

    async def of(self, account: AccountId) -> tuple[str, str, datetime] | None:
        """Return the state, its data, and when they were kept; None where nothing was begun."""
        ...

    async def keep(self, account: AccountId, state: str, data: str, *, at: datetime) -> None:
        """Keep the state and its data in place of what was kept before."""
        ...

    async def drop(self, account: AccountId) -> None:
        """Forget what was begun."""
        ...


class Dialogue(BaseStorage):
    """One account's dialogue during one turn: read at its begin, written at its end.

    Whoever reads or writes its data goes on with it; see `end` for who does not. What was begun
    long ago is over: what somebody writes now is meant for nothing of then. `lapsed` is the state
    that ended so.
    """

    def __init__(self, kept: Dialogues, account: AccountId) -> None:
        self.state: str | None = None
        self.lapsed: str | None = None
        self._kept = kept
        self._account = account
        self._data: dict[str, Any] = {}
        self._goes_on = False
        self._was_begun = False
        self._refused = 0
        self._as_it_was: tuple[str | None, str] = (None, _written({}))

    @classmethod
    async def opened(cls, kept: Dialogues, account: AccountId, *, now: datetime) -> Self:
        """Return the dialogue as it was left, or as one that lapsed meanwhile."""
        dialogue = cls(kept, account)
        found = await kept.of(account)
        if found is not None:
            state, data, at = found
            dialogue._was_begun = True
            if now - at > lasts(state):
                dialogue.lapsed = state or None
            else:
                dialogue._takes_up(state, json.loads(data))
        return dialogue

    def _takes_up(self, state: str, data: dict[str, Any]) -> None:
        self._refused = data.pop(_REFUSED, 0)
        self.state, self._data = state or None, data
        self._as_it_was = (self.state, _written(data))

    def ignores(self, update: Update) -> bool:
        """Say whether an update is the rest of a text that was just refused: nobody gets that."""
        return is_rest(update, self._refused)

    def context(self) -> FSMContext:
        """Return what handlers speak to."""
        return FSMContext(self, StorageKey(bot_id=0, chat_id=0, user_id=int(self._account)))

    @override
    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        self.state = state.state if isinstance(state, State) else state
        self._goes_on = True

    @override
    async def get_state(self, key: StorageKey) -> str | None:
        return self.state

    @override
    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        self._data = dict(data)
        self._goes_on = True

    @override
    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        self._goes_on = True
        return dict(self._data)

    @override
    async def close(self) -> None:
        """Nothing is held open: the turn's transaction keeps it."""

    async def end(self, update: Update, *, at: datetime) -> None:
        """Keep the dialogue for the next turn; one that the update led away from is over.

        A long text that left all as it was is one that was not taken: nor will its rest be.
        """
        if self.ignores(update) or (may_be_cut(update) and self._was_not_taken(update)):
            await self.refuse(update, at=at)
            return
        goes_on = self._goes_on or not _leads_away(update)
        if self.state is not None and goes_on:
            if self._goes_on:
                await self._kept.keep(self._account, self.state, _written(self._data), at=at)
        elif self._was_begun:
            await self._kept.drop(self._account)

    def _was_not_taken(self, update: Update) -> bool:
        return not is_reply(update) and (self.state, _written(self._data)) == self._as_it_was

    async def refuse(self, update: Update, *, at: datetime) -> None:
        """Note that what was written was not taken; all that was begun is kept as it was."""
        state, data = self._as_it_was
        refused = may_be_cut(update) or (self._refused if self.ignores(update) else 0)
        if refused:
            written = _written({**json.loads(data), _REFUSED: refused})
            await self._kept.keep(self._account, state or "", written, at=at)


def _leads_away(update: Update) -> bool:
    """Say whether an update that no dialogue took leads out of it: a tap or a command does."""
    words = update.message.text if update.message is not None else None
    return update.callback_query is not None or (words or "").startswith("/")


def _written(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
