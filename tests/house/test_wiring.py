"""A handler is given all that it names: a misspelt name would break the first tap."""

import inspect
from collections.abc import Iterator

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject

from bot.composition.use_cases import TurnDesk
from bot.handlers.order import all_routers
from bot.middlewares.providing import offers_of

TOLD = {"actor", "speech", "reload", "clock", "state", "raw_state"}
"""What the turn itself tells every handler."""

OF_FILTERS = {"callback_data", "code", "command"}
"""What filters find in an update."""


def _handlers() -> Iterator[HandlerObject]:
    for router in all_routers():
        for one in _with_inner(router):
            for observer in one.observers.values():
                yield from observer.handlers


def _with_inner(router: Router) -> Iterator[Router]:
    yield router
    for inner in router.sub_routers:
        yield from _with_inner(inner)


HANDLERS = {f"{one.callback.__module__}.{one.callback.__name__}": one for one in _handlers()}


@pytest.mark.parametrize("name", HANDLERS)
def test_a_handler_names_only_what_it_is_given(name: str) -> None:
    event, *named = inspect.signature(HANDLERS[name].callback).parameters

    assert set(named) - offers_of(TurnDesk) - TOLD - OF_FILTERS == set()
    assert event not in offers_of(TurnDesk)
