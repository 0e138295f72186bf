"""Tables into the bundle's rows, column by column: a school as it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row as Line
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Current, Standing
from core.exchange.files import FILES
from core.exchange.rows import Row
from core.ids import SchoolId, SourceId
from storage.exchange.fields import Linked, Ref, Stored, table_of
from storage.exchange.mapping import MAPPING
from storage.tables import MarkHistoryRow, PersonRow

Columns = Sequence[Sequence[Any]]


class Loading:
    """Reads one school. `ids` and `sources` grow file by file; `ids` serve the writing after."""

    def __init__(self, connection: AsyncConnection, school: SchoolId) -> None:
        self.connection, self.school = connection, school
        self.ids: dict[str, dict[SourceId, int]] = {}
        self.sources: dict[str, dict[int | None, SourceId | None]] = {}

    async def current(self) -> Current:
        """Return all that the school has on record."""
        persons = select(PersonRow.id, PersonRow.source).where(PersonRow.school_id == self.school)
        self._know("users", *_turned(await self._lines(persons), 2))
        found = dict[str, Standing]()
        # In the order of the declaration, so that what is referred to is known.
        for name, stored in MAPPING_IN_ORDER:
            if stored.main:
                found[name] = await self._additions(name, stored)
            elif stored.table is MarkHistoryRow:
                found[name] = await self._history(name, stored)
            else:
                found[name] = await self._records(name, stored)
        return Current(found)

    async def _lines(self, statement: Any) -> Sequence[Line[Any]]:  # noqa: ANN401 - any select
        return (await self.connection.execute(statement)).all()

    def _know(self, name: str, ids: Iterable[int], sources: Iterable[SourceId]) -> None:
        self.ids[name] = dict(zip(sources, ids, strict=True))
        known: dict[int | None, SourceId | None] = {None: None}
        known.update((number, source) for source, number in self.ids[name].items())
        self.sources[name] = known

    async def _records(self, name: str, stored: Stored) -> Standing:
        c = table_of(stored.table).c
        columns = [c[one.column] for one in stored.fields.values()]
        asked = select(c.id, c.source, c.origin_id, c.gone_at, *columns)
        lines = await self._lines(asked.where(c.school_id == self.school).order_by(c.id))
        ids, sources, makers, gone, *rest = _turned(lines, 4 + len(columns))
        self._know(name, ids, sources)
        made = await self._made(name, stored, ids, sources, rest)
        return Standing(
            dict(zip(sources, made, strict=True)),
            self._by(sources, makers),
            frozenset(one for one, at in zip(sources, gone, strict=True) if at is not None),
        )

    async def _additions(self, name: str, stored: Stored) -> Standing:
        """Read rows that lie on another file's records; one made in the chat has no id yet."""
        _, field = stored.main or ("", "")
        c = table_of(stored.table).c
        columns = [c[one.column] for one in stored.fields.values()]
        refs = [c[one.column] for one in stored.fields.values() if isinstance(one, Ref)]
        asked = select(c.id, c.source, c.x_source, c.origin_id, *columns).where(
            c.school_id == self.school,
            c.gone_at.is_(None),
            or_(c.x_source.is_not(None), *(one.is_not(None) for one in refs)),
        )
        lines = await self._lines(asked.order_by(c.id))
        ids, mains, own, makers, *rest = _turned(lines, 4 + len(columns))
        sources = [one or SourceId(f"x-{of}") for one, of in zip(own, mains, strict=True)]
        made = await self._made(name, stored, ids, sources, rest, {field: mains})
        return Standing(dict(zip(sources, made, strict=True)), self._by(sources, makers))

    async def _history(self, name: str, stored: Stored) -> Standing:
        """Read the history of marks; a line is known by its mark and its place in the history."""
        c = table_of(stored.table).c
        columns = [c[one.column] for one in stored.fields.values()]
        asked = select(c.mark_id, *columns).where(c.school_id == self.school)
        lines = await self._lines(asked.order_by(c.mark_id, c.id))
        marks, *rest = _turned(lines, 1 + len(columns))
        counted, sources = Counter[int](), list[SourceId]()
        for mark in marks:
            counted[mark] += 1
            sources.append(SourceId(f"{self.sources['results'][mark]}@{counted[mark]}"))
        made = await self._made(name, stored, (), sources, rest)
        return Standing(dict(zip(sources, made, strict=True)))

    async def _made(
        self,
        name: str,
        stored: Stored,
        ids: Sequence[int],
        sources: Sequence[SourceId],
        columns: Columns,
        given: dict[str, Sequence[Any]] | None = None,
    ) -> list[Row]:
        values: dict[str, Sequence[Any]] = {"source": sources, **(given or {})}
        for (field, one), column in zip(stored.fields.items(), columns, strict=True):
            values[field] = one.told(column, self.sources)
        for field, link in stored.links.items():
            linked = await self._linked(link)
            values[field] = [linked.get(number, ()) for number in ids]
        return list(map(stored.row, *(values[field] for field in FILES[name].fields)))

    async def _linked(self, link: Linked) -> dict[int, tuple[SourceId, ...]]:
        c = link.columns
        asked = select(c[link.owner], c[link.item]).where(c["school_id"] == self.school)
        if "gone_at" in c:
            asked = asked.where(c["gone_at"].is_(None), c["origin_id"].is_(None))
        found = defaultdict[int, list[SourceId]](list)
        known = self.sources[link.file]
        lines = await self._lines(asked.order_by(c[link.owner], c["position"]))
        for owner, item in map(tuple, lines):
            source = known[item]
            if source is not None:
                found[owner].append(source)
        return {owner: tuple(items) for owner, items in found.items()}

    def _by(
        self, sources: Sequence[SourceId], makers: Sequence[int | None]
    ) -> dict[SourceId, SourceId]:
        known = self.sources["users"]
        return {
            source: person
            for source, maker in zip(sources, makers, strict=True)
            if maker is not None and (person := known[maker]) is not None
        }


MAPPING_IN_ORDER = tuple((name, MAPPING[name]) for name in FILES if name in MAPPING)


def _turned(lines: Sequence[Line[Any]], width: int) -> list[Sequence[Any]]:
    """Return rows as columns; no rows are empty columns."""
    return list(zip(*lines, strict=True)) or [()] * width
