"""All records of the schools in memory. Records are frozen, so a snapshot is a shallow copy."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from tests.school.records import Record

R = TypeVar("R", bound=Record)


class World:
    def __init__(self) -> None:
        self.tables: dict[type[Record], dict[int, Record]] = defaultdict(dict)
        self._numbers = count(1)

    def put(self, record: Record) -> None:
        self.tables[type(record)][record.id] = record

    def add(self, kind: type[R], /, **values: Any) -> R:
        record = kind(id=next(self._numbers), **values)
        self.put(record)
        return record

    def change(self, record: R, /, **values: Any) -> R:
        changed = replace(record, **values)
        self.put(changed)
        return changed

    def get(self, kind: type[R], number: int | None) -> R | None:
        """Return the record, gone or not."""
        return self.tables[kind].get(number)  # type: ignore[arg-type, return-value] - by its type

    def standing(self, kind: type[R], number: int | None) -> R | None:
        found = self.get(kind, number)
        return found if found is not None and found.gone_at is None else None

    def all(self, kind: type[R], where: Callable[[R], bool] = lambda _: True) -> Iterator[R]:
        """Yield the records that stand, in the order of their numbers."""
        for number in sorted(self.tables[kind]):
            record = self.tables[kind][number]
            if record.gone_at is None and where(record):  # type: ignore[arg-type] - by its type
                yield record  # type: ignore[misc] - by its type

    def snapshot(self) -> dict[type[Record], dict[int, Record]]:
        return {kind: dict(table) for kind, table in self.tables.items()}

    def restore(self, snapshot: dict[type[Record], dict[int, Record]]) -> None:
        self.tables = defaultdict(dict, snapshot)
