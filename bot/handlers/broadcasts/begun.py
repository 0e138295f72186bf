"""The draft of a broadcast in its dialogue, for all who work on it."""

from aiogram import F, Router
from aiogram.dispatcher.event.handler import CallbackType
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext

from bot.callbacks.broadcasts import (
    EditBroadcast,
    Part,
)
from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.states import Broadcasting


async def draft_of(state: FSMContext) -> BroadcastDraft:
    """Return what the person has written so far."""
    return BroadcastDraft.of(await state.get_data())


async def keep(state: FSMContext, draft: BroadcastDraft) -> None:
    """Keep it, and go on with it."""
    await state.set_state(Broadcasting.content)
    await state.set_data(draft.data())


def edits(routes: Router, handler: CallbackType, *parts: Part) -> None:
    """Let a handler work on parts of a broadcast, while one is being written."""
    wanted = EditBroadcast.filter(F.part.in_(set(parts)))
    routes.callback_query.register(handler, wanted, StateFilter(Broadcasting))
