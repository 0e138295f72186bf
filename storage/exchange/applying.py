"""A plan into tables, in bulk: what goes first, then what comes and changes, then who made it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Claim
from core.exchange.plan import Changed, FilePlan, ImportPlan
from core.exchange.rows import MarkRow, PeriodMarkRow, Row
from core.ids import SchoolId, SourceId
from storage.exchange.fields import Linked, Ref, Stored, table_of
from storage.exchange.loading import MAPPING_IN_ORDER
from storage.exchange.mapping import MAPPING
from storage.exchange.reader import Progress, quietly
from storage.tables import GuardianshipRow, MarkHistoryRow, PeriodMarkHistoryRow
from storage.tables.base import Base

Params = list[dict[str, Any]]
_AT_ONCE = 20_000
_Marked = MarkRow | PeriodMarkRow
_HISTORIES: Sequence[tuple[str, type[Base], str]] = (
    ("results", MarkHistoryRow, "mark_id"),
    ("x_periodMarks", PeriodMarkHistoryRow, "period_mark_id"),
)
"""Which file's cells keep their history where."""


class Applying:
    """Writes one plan for one school. `ids` grows with every record that gets a number."""

    def __init__(
        self,
        connection: AsyncConnection,
        school: SchoolId,
        ids: dict[str, dict[SourceId, int]],
        at: datetime,
        *,
        progress: Progress = quietly,
    ) -> None:
        self.connection, self.school, self.ids, self.at = connection, school, ids, at
        self.progress = progress

    async def __call__(self, plan: ImportPlan) -> None:
        """Write the plan."""
        for name, file in plan.files.items():
            await self._rename(name, file.renamed)
        for name, stored in reversed(MAPPING_IN_ORDER):
            await self._take_back(stored, name, plan.of(name).gone)
        total, done = sum(map(_size, plan.files.values())), 0
        for name, stored in MAPPING_IN_ORDER:
            file, claims = plan.of(name), plan.claims.get(name, {})
            if stored.main:
                await self._blank(stored, [one.before for one in file.changed])
                rows = [*file.new, *(one.after for one in file.changed)]
                await self._add_to_main(stored, name, rows)
            else:
                await self._insert(stored, name, file.new, claims)
                await self._update(stored, file.changed, name, claims)
            done += _size(file)
            self.progress(done, total)
        await self._remember(plan)
        await self._name_makers(plan)

    async def _run(self, statement: Any, params: Params) -> None:  # noqa: ANN401 - any statement
        for begin in range(0, len(params), _AT_ONCE):
            await self.connection.execute(statement, params[begin : begin + _AT_ONCE])

    async def _rename(self, name: str, renamed: Mapping[SourceId, SourceId]) -> None:
        """Give records another id, so that theirs is free."""
        if not renamed:
            return
        table, known = table_of(MAPPING[name].table), self.ids[name]
        known.update({new: known.pop(old) for old, new in renamed.items()})
        naming = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(source=bindparam("name"), changed_at=self.at)
        )
        await self._run(naming, [{"b_row": known[new], "name": new} for new in renamed.values()])

    async def _take_back(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        if stored.main:
            await self._blank(stored, rows)
            return
        table, known = table_of(stored.table), self.ids.get(name, {})
        changed = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(gone_at=self.at, changed_at=self.at)
        )
        await self._run(changed, [{"b_row": known[row.source]} for row in rows])

    async def _blank(self, stored: Stored, rows: Sequence[Row]) -> None:
        """Let records stand again without what a file added to them."""
        main, field = stored.main or ("", "")
        table, owners = table_of(stored.table), [self.ids[main][getattr(r, field)] for r in rows]
        bare = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(x_source=None, changed_at=self.at, **stored.blank)
        )
        await self._run(bare, [{"b_row": owner} for owner in owners])
        for link in stored.links.values():
            await self._unlink(link, owners)

    async def _add_to_main(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        main, field = stored.main or ("", "")
        table = table_of(stored.table)
        names = ("x_source", *(one.column for one in stored.fields.values()))
        owners = [self.ids[main][getattr(row, field)] for row in rows]
        params = self._params(stored, rows, x_source=[row.source for row in rows], b_row=owners)
        added = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(changed_at=self.at, **{one: bindparam(f"v_{one}") for one in names})
        )
        await self._run(
            added,
            [{k if k == "b_row" else f"v_{k}": v for k, v in one.items()} for one in params],
        )
        self.ids[name] = dict(zip((row.source for row in rows), owners, strict=True))
        for field, link in stored.links.items():
            await self._link(link, field, owners, rows)

    async def _insert(
        self,
        stored: Stored,
        name: str,
        rows: Sequence[Row],
        claims: Mapping[SourceId, Claim],
    ) -> None:
        if not rows:
            return
        table = table_of(stored.table)
        always: dict[str, Any] = {"school_id": self.school}
        more: dict[str, Sequence[Any]] = {}
        if "source" in table.c:
            always |= {"changed_at": self.at, **_blanks_of(name)}
            more["source"] = [row.source for row in rows]
            more["gone_at"] = [self._gone_at(row, claims) for row in rows]
        last = (await self.connection.execute(select(func.max(table.c.id)))).scalar() or 0
        params = self._params(stored, rows, **more)
        await self._run(insert(table), [always | one for one in params])
        if "source" in table.c:
            await self._number(stored, name, last)
            await self._point(stored, name, rows)
            owners = [self.ids[name][row.source] for row in rows]
            for field, link in stored.links.items():
                await self._link(link, field, owners, rows)

    def _gone_at(self, row: Row, claims: Mapping[SourceId, Claim]) -> datetime | None:
        claim = claims.get(row.source)
        return self.at if claim is not None and claim.gone else None

    def _params(self, stored: Stored, rows: Sequence[Row], **more: Sequence[Any]) -> Params:
        """Return the rows as parameters, turned column by column."""
        columns: dict[str, Sequence[Any]] = dict(more)
        for field, one in stored.fields.items():
            if isinstance(one, Ref) and one.later:
                columns[one.column] = [None] * len(rows)
            else:
                columns[one.column] = one.stored(list(map(attrgetter(field), rows)), self.ids)
        return [
            dict(zip(columns, values, strict=True))
            for values in zip(*columns.values(), strict=True)
        ]

    async def _number(self, stored: Stored, name: str, last: int) -> None:
        """Learn the numbers that the database gave to the rows after the last one known."""
        c = table_of(stored.table).c
        asked = select(c.source, c.id).where(c.school_id == self.school, c.id > last)
        found = (await self.connection.execute(asked)).all()
        self.ids.setdefault(name, {}).update(
            (SourceId(source), number) for source, number in found
        )

    async def _point(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        """Set the references between rows of one file, now that all of them have numbers."""
        table, known = table_of(stored.table), self.ids[name]
        for field, one in stored.fields.items():
            if isinstance(one, Ref) and one.later:
                column = one.column
                targets = one.stored([getattr(row, field) for row in rows], self.ids)
                params = [
                    {"b_row": known[row.source], "target": target}
                    for row, target in zip(rows, targets, strict=True)
                ]
                pointing = (
                    update(table)
                    .where(table.c.id == bindparam("b_row"))
                    .values({column: bindparam("target")})
                )
                await self._run(pointing, params)

    async def _update(
        self,
        stored: Stored,
        changed: Sequence[Changed],
        name: str,
        claims: Mapping[SourceId, Claim],
    ) -> None:
        if not changed:
            return
        table, rows = table_of(stored.table), [one.after for one in changed]
        owners = [self.ids[name][row.source] for row in rows]
        gone = [self._gone_at(row, claims) for row in rows]
        params = self._params(stored, rows, b_row=owners, gone_at=gone)
        names = ("gone_at", *(one.column for one in stored.fields.values()))
        changing = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(changed_at=self.at, **{one: bindparam(f"v_{one}") for one in names})
        )
        await self._run(
            changing,
            [{k if k == "b_row" else f"v_{k}": v for k, v in one.items()} for one in params],
        )
        await self._point(stored, name, rows)
        for field, link in stored.links.items():
            other = [
                one for one in changed if getattr(one.before, field) != getattr(one.after, field)
            ]
            owners = [self.ids[name][one.after.source] for one in other]
            await self._unlink(link, owners)
            await self._link(link, field, owners, [one.after for one in other])

    async def _unlink(self, link: Linked, owners: Sequence[int]) -> None:
        c = link.columns
        params: Params = [{"owner_id": owner} for owner in owners]
        of_owner = c[link.owner] == bindparam("owner_id")
        if link.table is not GuardianshipRow:
            await self._run(delete(link.table).where(of_owner), params)
            return
        # A family is never forgotten: its link ends, unless a person made it.
        ended = (
            update(link.table)
            .where(of_owner, c["gone_at"].is_(None), c["origin_id"].is_(None))
            .values(gone_at=self.at, changed_at=self.at)
        )
        await self._run(ended, params)

    async def _link(
        self, link: Linked, field: str, owners: Sequence[int], rows: Sequence[Row]
    ) -> None:
        known = self.ids.get(link.file, {})
        params: Params = [
            {link.owner: owner, link.item: known[item], "position": at, "school_id": self.school}
            for owner, row in zip(owners, rows, strict=True)
            for at, item in enumerate(getattr(row, field))
        ]
        if link.table is GuardianshipRow:
            params = await self._revived(link, params)
        await self._run(insert(link.table), params)

    async def _revived(self, link: Linked, params: Params) -> Params:
        """Revive the links that were there before, and return those that are new."""
        c = link.columns
        asked = select(c[link.owner], c[link.item], c["id"]).where(c["school_id"] == self.school)
        before = {(o, i): number for o, i, number in (await self.connection.execute(asked)).all()}
        told = [(before.get((one[link.owner], one[link.item])), one) for one in params]
        again = (
            update(link.table)
            .where(c["id"] == bindparam("b_row"))
            .values(gone_at=None, changed_at=self.at, position=bindparam("place"))
        )
        known = [(number, one) for number, one in told if number is not None]
        await self._run(again, [{"b_row": n, "place": one["position"]} for n, one in known])
        return [{**one, "changed_at": self.at} for number, one in told if number is None]

    async def _remember(self, plan: ImportPlan) -> None:
        """Keep what stood in the cells that the import changed (J5)."""
        for file, table, column in _HISTORIES:
            params = [
                {
                    "school_id": self.school,
                    column: mark,
                    "at": self.at,
                    "before": old,
                    "value": new,
                }
                for mark, old, new in self._rewritten(plan, file)
            ]
            await self._run(insert(table), params)

    def _rewritten(
        self, plan: ImportPlan, name: str
    ) -> Iterable[tuple[int, str | None, str | None]]:
        file, known = plan.of(name), self.ids.get(name, {})
        for one in file.changed:
            before, after = one.before, one.after
            if not isinstance(before, _Marked) or not isinstance(after, _Marked):
                continue
            if one.revived:
                yield known[after.source], None, after.value.text
            elif before.value != after.value:
                yield known[after.source], before.value.text, after.value.text
        for row in file.gone:
            if isinstance(row, _Marked):
                yield known[row.source], row.value.text, None

    async def _name_makers(self, plan: ImportPlan) -> None:
        """Give restored records back to the persons who made them."""
        for name, claims in plan.claims.items():
            stored, touched = MAPPING.get(name), _touched(plan, name)
            if stored is None or stored.main:
                continue
            table, known, persons = table_of(stored.table), self.ids[name], self.ids["users"]
            params: Params = [
                {"b_row": known[source], "person": persons[claim.person]}
                for source, claim in claims.items()
                if source in touched and claim.person
            ]
            made = (
                update(table)
                .where(table.c.id == bindparam("b_row"))
                .values(origin_id=bindparam("person"))
            )
            await self._run(made, params)


def _size(file: FilePlan) -> int:
    return len(file.new) + len(file.changed) + len(file.gone)


def _touched(plan: ImportPlan, name: str) -> set[SourceId]:
    file = plan.of(name)
    return {row.source for row in file.new} | {one.after.source for one in file.changed}


def _blanks_of(name: str) -> dict[str, Any]:
    """Return what a new record holds in the columns that another file adds."""
    return {
        column: value
        for stored in MAPPING.values()
        if stored.main and stored.main[0] == name
        for column, value in stored.blank.items()
    }
