"""Pieces of which the pages are made."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any

from core.exchange.rows.row import Row
from core.journal.values import MarkValue
from storage.exchange.fields import Coded, Field, Plain, Ref
from storage.exchange.stored import Link, Stored
from storage.tables.base import Base

COURSE: Mapping[str, Field] = {"group": Ref("course_id", "classes")}
PUPIL: Mapping[str, Field] = {"pupil": Ref("pupil_id", "users")}
CATEGORY: Mapping[str, Field] = {"category": Ref("category_id", "categories")}


def enum(column: str, kind: type[StrEnum]) -> Coded:
    """Return an enum kept as its word."""
    return Coded(column, attrgetter("value"), kind)


def mark(column: str) -> Coded:
    """Return a mark kept as the journal writes it."""
    return Coded(column, attrgetter("text"), MarkValue)


def plain(*names: str) -> dict[str, Field]:
    """Return fields that lie in columns of their own names."""
    return {name: Plain(name) for name in names}


def stored(
    table: type[Base],
    row: Callable[..., Row],
    *fields: Mapping[str, Field],
    **links: Link,
) -> Stored:
    """Return where a file is kept, its fields in parts."""
    merged = {name: one for part in fields for name, one in part.items()}
    return Stored(table, row, merged, links)  # type: ignore[arg-type]  # rows are classes


def only_adds(file: str, field: str, kept: Stored, **blank: Any) -> Stored:  # noqa: ANN401 - values of columns
    """Return where a file is kept that only adds to the records of another."""
    return Stored(kept.table, kept.row, kept.fields, kept.links, (file, field), blank)
