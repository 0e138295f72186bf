"""Statements of the hot paths, run past SQLAlchemy's machinery where the database is in the loop.

SQLite answers a question of ours in some thirty microseconds; compiling, binding and wrapping it
costs ten times as much. So a statement that is a constant of its module is turned into SQL once,
with what each of its types does to values, and then goes straight to the driver. Everywhere else
it is executed as any other, with the same rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Dialect, Executable
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler

from storage.in_loop import InLoopConnection

PLANS: Final = 500
"""As many are kept; the one not asked for longest goes first."""
Asked = Mapping[str, Any]
_Turned = Callable[[Any], Any] | None


async def rows_of(
    connection: AsyncConnection, statement: Executable, asked: Asked
) -> Sequence[Any]:
    """Return the rows of a constant statement; its lists are expanded, its values converted."""
    driver = _driver(connection)
    if driver is None:
        return (await connection.execute(statement, asked)).all()
    return _plan(connection.dialect, statement, asked).rows(driver, asked)


async def change(connection: AsyncConnection, statement: Executable, asked: Asked) -> int:
    """Run a constant statement that returns no rows; return how many it touched."""
    driver = _driver(connection)
    if driver is None:
        touched: int = (await connection.execute(statement, asked)).rowcount
        return touched
    plan = _plan(connection.dialect, statement, asked)
    return driver.change(plan.sql, plan.values(asked))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value comes from: a name that was asked with, or the place in its list."""

    name: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """SQL with its places in order, and what is done to the values of each column."""

    sql: str
    places: Sequence[tuple[_Place | None, Any, _Turned]]
    columns: Sequence[tuple[int, Callable[[Any], Any]]]

    def values(self, asked: Asked) -> list[Any]:
        return [
            _given(asked, place, turned) if place else value
            for place, value, turned in self.places
        ]

    def rows(self, driver: InLoopConnection, asked: Asked) -> Sequence[Any]:
        found = driver.run(self.sql, self.values(asked))
        return [self._turned(row) for row in found] if self.columns else found

    def _turned(self, row: Sequence[Any]) -> tuple[Any, ...]:
        cells = list(row)
        for at, turned in self.columns:
            cells[at] = turned(cells[at])
        return tuple(cells)


_Shape = tuple[tuple[str, int | None], ...]
"""The names that a statement is asked with, and how long the list of each is, where it is one."""


def _plan(dialect: Dialect, statement: Executable, asked: Asked) -> _Plan:
    shape = tuple(
        [(name, len(value) if isinstance(value, list) else None) for name, value in asked.items()]
    )
    return _planned(dialect, statement, shape)


# Statements are constants, but each length of a list makes another plan: so those kept are few.
@lru_cache(maxsize=PLANS)
def _planned(dialect: Dialect, statement: Executable, shape: _Shape) -> _Plan:
    compiled: SQLCompiler = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # each of ours does
    open_places = {
        name: _Place(name) if length is None else [_Place(name, at) for at in range(length)]
        for name, length in shape
    }
    full = compiled.construct_expanded_state(open_places)
    # Those of expanded lists stand apart from those of single values.
    turns = {**compiled._bind_processors, **full.processors}  # noqa: SLF001 - nobody else tells
    return _Plan(
        full.statement,
        [_place(full.parameters[name], turns.get(name)) for name in full.positiontup or ()],
        [
            (at, turned)
            for at, column in enumerate(compiled._result_columns)  # noqa: SLF001 - the only way to the types in order
            if (turned := column.type.dialect_impl(dialect).result_processor(dialect, None))
            is not None
        ],
    )


def _place(value: Any, turned: Any) -> tuple[_Place | None, Any, _Turned]:  # noqa: ANN401 - values of SQL
    if isinstance(value, _Place):
        return value, None, turned
    return None, value if turned is None else turned(value), None


def _given(asked: Asked, place: _Place, turned: _Turned) -> Any:  # noqa: ANN401 - a value of SQL
    value = asked[place.name] if place.at is None else asked[place.name][place.at]
    return value if turned is None else turned(value)


def _driver(connection: AsyncConnection) -> InLoopConnection | None:
    wrapped = connection.sync_connection
    driver = wrapped.connection.driver_connection if wrapped is not None else None
    return driver if isinstance(driver, InLoopConnection) else None
