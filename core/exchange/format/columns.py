"""Columns as the declarations of files write them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from core.exchange.format.chat_forms import subject
from core.exchange.format.spec import Column, Target
from core.exchange.forms import ID, LIST, Form, one_of
from core.exchange.rows.one_roster import GroupKind


def column(form: Form, *names: str, **more: Any) -> Column:  # noqa: ANN401 - as Column takes it
    """Return a column that may be empty."""
    return Column(names, form, **more)


def ref(name: str, file: str, *, filled: bool = False, kind: GroupKind | None = None) -> Column:
    """Return a column that holds the id of another record."""
    return Column((name,), ID, filled=filled, target=Target(file, kind))


def refs(name: str, file: str, kind: GroupKind | None = None) -> Column:
    """Return a column that holds a list of ids of other records."""
    return Column((name,), LIST, target=Target(file, kind))


def about(kind: str, name: str, files: Mapping[str, str | None]) -> Column:
    """Return two columns: a kind, and the id of a record of the kind's file (None: a day)."""
    targets = {one: Target(file) for one, file in files.items() if file is not None}
    expected = {one: targets[one].notation if one in targets else None for one in files}
    return Column((kind, name), subject(expected), filled=True, by_kind=targets)


def defaults(form: Form, empty: object) -> Form:
    """Return a form that reads an empty cell as this."""
    return replace(form, empty=empty)


def words(kinds: Sequence[Any]) -> Form:
    """Return the form of a cell that holds one of an enum's words."""
    return one_of({str(kind): kind for kind in kinds})


must = partial(column, filled=True)
"""Return a column of which an empty cell is a fault."""

SOURCE = Column(("sourcedId",), ID, filled=True)
"""The column with the row's own id."""
