"""Tables into the bundle's rows, column by column: a school as it stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row as Line
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Current, Standing
from core.exchange.files import FILES
from core.exchange.keys import ids_of_keys
from core.exchange.rows.row import Row
from core.ids import SchoolId, SourceId
from storage.exchange.fields import Columns, Ref, table_of
from storage.exchange.mapping import MAPPING
from storage.exchange.stored import Link, Stored
from storage.tables import PersonRow


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
            elif FILES[name].key:
                found[name] = await self._known_by_key(name, stored)
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
        columns = [c[one] for one in stored.columns]
        asked = select(c.id, c.source, c.origin_id, c.gone_at, *columns)
        lines = await self._lines(asked.where(c.school_id == self.school).order_by(c.id))
        ids, sources, makers, gone, *rest = _turned(lines, 4 + len(columns))
        self._know(name, ids, sources)
        values = await self._values(stored, ids, rest)
        made = _made(name, stored, {"source": sources, **values})
        return Standing(
            dict(zip(sources, made, strict=True)),
            self._by(sources, makers),
            frozenset(one for one, at in zip(sources, gone, strict=True) if at is not None),
        )

    async def _additions(self, name: str, stored: Stored) -> Standing:
        """Read rows that lie on another file's records; one made in the chat has no id yet."""
        _, field = stored.main or ("", "")
        c = table_of(stored.table).c
        columns = [c[one] for one in stored.columns]
        refs = [c[one.column] for one in stored.fields.values() if isinstance(one, Ref)]
        asked = select(c.id, c.source, c.x_source, c.origin_id, *columns).where(
            c.school_id == self.school,
            c.gone_at.is_(None),
            or_(c.x_source.is_not(None), *(one.is_not(None) for one in refs)),
        )
        lines = await self._lines(asked.order_by(c.id))
        ids, mains, own, makers, *rest = _turned(lines, 4 + len(columns))
        sources = [one or SourceId(f"x-{of}") for one, of in zip(own, mains, strict=True)]
        values = await self._values(stored, ids, rest)
        made = _made(name, stored, {"source": sources, field: mains, **values})
        return Standing(dict(zip(sources, made, strict=True)), self._by(sources, makers))

    async def _known_by_key(self, name: str, stored: Stored) -> Standing:
        """Read rows whose table gives them no ids."""
        table = table_of(stored.table)
        number = [table.c[stored.number]] if stored.number else []
        columns = [*number, *(table.c[one] for one in stored.columns)]
        asked = select(*columns).where(table.c.school_id == self.school)
        # In the order in which they came, which counts where two have the same key.
        lines = await self._lines(asked.order_by(*table.primary_key.columns))
        turned = _turned(lines, len(columns))
        ids, rest = turned[0] if number else (), turned[len(number) :]
        values = await self._values(stored, ids, rest)
        keys = zip(*(values[field] for field in FILES[name].key), strict=True)
        sources = list(ids_of_keys(keys))
        if number:
            self._know(name, ids, sources)
        made = _made(name, stored, {"source": sources, **values})
        return Standing(dict(zip(sources, made, strict=True)))

    async def _values(
        self, stored: Stored, ids: Sequence[int], columns: Columns
    ) -> dict[str, Sequence[Any]]:
        """Return the values of all fields, column by column; `ids` are those of the lists."""
        values = dict(stored.told(columns, self.sources))
        for field, link in stored.links.items():
            linked = await self._linked(link)
            values[field] = [linked.get(number, ()) for number in ids]
        return values

    async def _linked(self, link: Link) -> dict[int, tuple[Any, ...]]:
        c = table_of(link.table).c
        asked = select(*(c[one] for one in (link.owner, *link.columns)))
        asked = asked.where(c.school_id == self.school)
        if "gone_at" in c:
            asked = asked.where(c.gone_at.is_(None), c.origin_id.is_(None))
        order = (c[one] for one in (link.owner, *link.order))
        found = defaultdict[int, list[Any]](list)
        for owner, *columns in map(tuple, await self._lines(asked.order_by(*order))):
            item = link.told(columns, self.sources)
            if item is not None:
                found[owner].append(item)
        return {owner: link.together(items) for owner, items in found.items()}

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


def _made(name: str, stored: Stored, values: dict[str, Sequence[Any]]) -> Iterable[Row]:
    return map(stored.row, *(values[field] for field in FILES[name].fields))


def _turned(lines: Sequence[Line[Any]], width: int) -> list[Sequence[Any]]:
    """Return rows as columns; no rows are empty columns."""
    return list(zip(*lines, strict=True)) or [()] * width
