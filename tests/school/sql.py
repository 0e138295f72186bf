"""Puts what a `Seed` built into a real database, filling in the columns that no rule looks at."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from sqlalchemy import Table, insert

from storage import tables
from storage.store import Store
from tests.school.records import LONG_AGO, Record

LEFT_OPEN: dict[type, Any] = {str: "", bool: False, int: 0}


class SqlSoil:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def plant(self, found: list[Record]) -> None:
        async with self._store.transaction() as tx:
            for kind, built in groupby(found, key=type):
                table = getattr(tables, f"{kind.__name__}Row").__table__
                rows = [dict(_row(table, record)) for record in built]
                await tx.connection.execute(insert(table), rows)


def _row(table: Table, record: Record) -> Iterator[tuple[str, Any]]:
    told = asdict(record)
    for column in table.columns:
        if told.get(column.name) or column.name in told.keys() - {"source"}:
            yield column.name, told[column.name]
        elif column.name in {"changed_at", "issued_at"}:
            yield column.name, LONG_AGO
        elif column.name == "source":
            yield column.name, f"source-{record.id}"
        elif not column.nullable and column.name != "id":
            yield column.name, LEFT_OPEN[column.type.python_type]
