"""What all tables share: names of constraints, columns, types that mean the same everywhere."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine
from typing_extensions import override

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""A surrogate key; SQLite numbers rows by itself only where the column is a plain INTEGER."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An instant: kept in UTC and given back aware, whatever the database thinks."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = DateTime(timezone=True)
    cache_ok: bool | None = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept digit by digit: SQLite would make a float of it."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = String(24)
    cache_ok: bool | None = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Base(DeclarativeBase):
    """The root of all tables. Reads go through Core rows; no mapped object leaves this package."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        int: BigId,
        str: Text(),
        datetime: Instant(),
        Decimal: Exact(),
    }


class Numbered:
    """A row with a number of its own."""

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True, sort_order=-3)


class OfSchool:
    """A row that belongs to one school."""

    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), sort_order=-2)


class Record(Numbered, OfSchool):
    """A record of the school: `source` in its files, made by a person or (NULL) an import.

    A record is never deleted: `gone_at` says since when it is no more; a `source` that comes
    back revives its row.
    """

    source: Mapped[str] = mapped_column(sort_order=-1)
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), sort_order=1)
    changed_at: Mapped[datetime] = mapped_column(sort_order=1)
    gone_at: Mapped[datetime | None] = mapped_column(sort_order=1)


def source_once() -> UniqueConstraint:
    """Return the rule that an id of the school's files names one record of its school."""
    return UniqueConstraint("school_id", "source")
