"""Rows as the parameters of statements, turned column by column."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from core.exchange.rows.row import Row
from core.exchange.telling import Ids
from storage.exchange.batches import Params
from storage.exchange.fields import Ref
from storage.exchange.stored import Stored


def params_of(stored: Stored, rows: Sequence[Row], ids: Ids, **more: Sequence[Any]) -> Params:
    """Return a row's columns as parameters; what refers to its own file is set later."""
    columns: dict[str, Sequence[Any]] = dict(more)
    for field, one in stored.fields.items():
        if isinstance(one, Ref) and one.later:
            columns[one.column] = [None] * len(rows)
        else:
            values = one.stored(list(map(attrgetter(field), rows)), ids)
            columns.update(zip(one.columns, values, strict=True))
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def for_update(params: Params, numbers: Sequence[int]) -> Params:
    """Return parameters under names that no column has, each with the number of its row."""
    return [
        {"b_row": number, **{f"v_{name}": value for name, value in one.items()}}
        for number, one in zip(numbers, params, strict=True)
    ]
