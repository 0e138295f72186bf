"""A handler is given all that it names: a misspelt name would break the first tap."""

import inspect
from collections.abc import Iterator
from functools import cached_property
from typing import get_type_hints

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from typing_extensions import is_protocol

from bot.composition.chat import OFFERED, ChatDesk
from bot.handlers.order import all_routers

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


def _named(name: str) -> dict[str, object]:
    """Return what a handler names beside the event, each as what."""
    event, *named = inspect.signature(HANDLERS[name].callback).parameters
    assert event not in OFFERED
    hints = get_type_hints(HANDLERS[name].callback)
    return {one: hints[one] for one in named if one not in TOLD | OF_FILTERS}


def _offered_as(name: str) -> object:
    made = inspect.getattr_static(ChatDesk, name)
    return get_type_hints(made.func if isinstance(made, cached_property) else made.fget)["return"]


@pytest.mark.parametrize("name", HANDLERS)
def test_a_handler_names_only_what_it_is_given_and_as_what_it_is(name: str) -> None:
    named = _named(name)

    assert named.keys() - OFFERED == set()
    assert named == {one: _offered_as(one) for one in named}


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_what_is_offered_is_a_use_case_and_no_port(name: str) -> None:
    assert not is_protocol(_offered_as(name))


def test_the_chat_is_offered_nothing_that_no_handler_asks_for() -> None:
    asked = {one for name in HANDLERS for one in _named(name)}

    assert OFFERED - asked == set()


def test_what_passes_no_gate_is_offered_to_no_handler() -> None:
    assert OFFERED.isdisjoint({"facts", "tx", "issue_code", "gather", "look_after_class"})
