"""Buttons live for years: each kind has its own prefix, and fits Telegram at the largest ids."""

from collections import Counter
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from types import NoneType
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from annotated_types import Le, MaxLen

from bot import callbacks

MODULES = [
    import_module(f"{callbacks.__name__}.{one.name}") for one in iter_modules(callbacks.__path__)
]
KINDS = [
    one
    for module in MODULES
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, CallbackData) and one is not CallbackData
]
MOST_BYTES = 64


def test_no_two_buttons_share_a_prefix() -> None:
    prefixes = Counter(kind.__prefix__ for kind in KINDS)

    assert [prefix for prefix, count in prefixes.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_prefix_carries_its_version(kind: type[CallbackData]) -> None:
    assert kind.__prefix__[-1].isdigit()


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_fits_at_the_largest_ids(kind: type[CallbackData]) -> None:
    largest = kind(**{name: _largest(field) for name, field in kind.model_fields.items()})

    assert len(largest.pack().encode()) <= MOST_BYTES


def _largest(field: Any) -> object:
    bounds = [one.le for one in field.metadata if isinstance(one, Le)]
    if bounds:
        return bounds[0]
    lengths = [one.max_length for one in field.metadata if isinstance(one, MaxLen)]
    if lengths:
        return ("c5" * lengths[0])[: lengths[0]]
    for one in (field.annotation, *get_args(field.annotation)):
        if isinstance(one, type) and issubclass(one, Enum):
            return max(one, key=lambda it: len(str(it.value)))
    for one in get_args(field.annotation):
        if one is not NoneType:
            return _largest(get_args(one)[1])  # of an optional number: what it is annotated with
    return {bool: True, str: "ru"}[field.annotation]
