"""Whoever is in the middle of something is heard there, and can leave with a command."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Chat, Message

from bot import states
from bot.handlers.order import all_routers
from core.access.people import Account, Actor, Address, Channel, Member, Name
from core.ids import AccountId, PersonId, SchoolId

GROUPS = [
    one
    for one in vars(states).values()
    if isinstance(one, type) and issubclass(one, StatesGroup) and one is not StatesGroup
]
STATES = [state for group in GROUPS for state in group.__all_states__]
CANCEL = Message(
    message_id=1, date=datetime(2026, 11, 20, tzinfo=UTC), chat=Chat(id=7, type="private")
).model_copy(update={"text": "/cancel"})

SOMEBODY = Actor(
    Account(AccountId(7), Address(Channel.TELEGRAM, "7")),
    (Member(PersonId(1), SchoolId(1), "", "Europe/Moscow", Name("Ева", "Лугова")),),
)


@pytest.fixture(scope="module")
def hearing() -> list[HandlerObject]:
    """Return what takes words in the middle of something."""
    found = [one for router in all_routers() for one in _handlers(router)]
    return [one for one in found if _states_of(one)]


def _handlers(router: Router) -> Iterator[HandlerObject]:
    yield from router.message.handlers
    for one in router.sub_routers:
        yield from _handlers(one)


def _states_of(handler: HandlerObject) -> set[str]:
    """Return the states that a handler is for; a group stands for all of its own."""
    filters = [one.callback for one in handler.filters or ()]
    return {
        str(state.state)
        for one in filters
        if isinstance(one, StateFilter)
        for given in one.states
        for state in _each(given)
    }


def _each(given: object) -> tuple[State, ...]:
    if isinstance(given, State):
        return (given,)
    is_group = isinstance(given, type) and issubclass(given, StatesGroup)
    return tuple(given.__all_states__) if is_group else ()


async def _takes(handler: HandlerObject, message: Message, state: str) -> bool:
    told = {"raw_state": state, "actor": SOMEBODY}
    found = [await one.call(message, **told) for one in handler.filters or ()]
    return all(found)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.state)
async def test_every_state_has_a_handler_and_a_way_out(
    state: State, hearing: list[HandlerObject]
) -> None:
    handlers = [one for one in hearing if state.state in _states_of(one)]

    swallowing = [one for one in handlers if await _takes(one, CANCEL, str(state.state))]

    assert handlers
    assert swallowing == []  # /cancel is for the menu, which leaves the dialogue
