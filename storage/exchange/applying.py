"""A plan into tables, in bulk: what goes first, then what comes and changes, then who made it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.bundle import Claim
from core.exchange.plan import Changed, FilePlan, ImportPlan
from core.exchange.rows.row import Row
from core.ids import SchoolId, SourceId
from storage.exchange.additions import Adding
from storage.exchange.batches import Params, run
from storage.exchange.fields import Ref, table_of
from storage.exchange.heads import note_head
from storage.exchange.histories import remember
from storage.exchange.links import Linking
from storage.exchange.loading import MAPPING_IN_ORDER
from storage.exchange.mapping import MAPPING
from storage.exchange.params import for_update, params_of
from storage.exchange.reader import Progress, quietly
from storage.exchange.stored import Stored
from storage.statements import absence_set_at
from storage.tables import AbsenceRow, MarkRow, PeriodMarkRow

_DATED: Final = [table_of(one) for one in (MarkRow, AbsenceRow, PeriodMarkRow)]
"""Of which records it is kept since when the journal has them."""


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
        self.linking = Linking(connection, school, ids, at)
        self.adding = Adding(connection, ids, at, self.linking)
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
                await self.adding.blank(stored, [one.before for one in file.changed])
                rows = [*file.new, *(one.after for one in file.changed)]
                await self.adding.add(stored, name, rows)
            else:
                await self._insert(stored, name, file.new, claims)
                await self._update(stored, file.changed, name, claims)
            done += _size(file)
            self.progress(done, total)
        await remember(self.connection, plan, self.ids, school=self.school, at=self.at)
        await note_head(self.connection, plan, school=self.school)
        await self._name_makers(plan)

    async def _rename(self, name: str, renamed: Mapping[SourceId, SourceId]) -> None:
        """Give records another id, so that theirs is free."""
        if not renamed:
            return
        table, known = table_of(MAPPING[name].table), self.ids[name]
        known.update({new: known.pop(old) for old, new in renamed.items()})
        naming = _of_row(table).values(source=bindparam("name"), changed_at=self.at)
        params = [{"b_row": known[new], "name": new} for new in renamed.values()]
        await run(self.connection, naming, params)

    async def _take_back(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        if stored.main:
            await self.adding.blank(stored, rows)
        elif rows:
            table, known = table_of(stored.table), self.ids.get(name, {})
            changed = _of_row(table).values(gone_at=self.at, changed_at=self.at)
            await run(self.connection, changed, [{"b_row": known[row.source]} for row in rows])

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
        if "changed_at" in table.c:
            always["changed_at"] = self.at
        if table in _DATED:
            always["set_at"] = self.at
        if "source" in table.c:
            always |= _blanks_of(name)
            more["source"] = [row.source for row in rows]
            more["gone_at"] = [self._gone_at(row, claims) for row in rows]
        params = params_of(stored, rows, self.ids, **more)
        last = await self._last(table)
        await run(self.connection, insert(table), [always | one for one in params])
        if stored.number is None:
            return
        numbers = [one.get(stored.number) for one in params]
        await self._number(stored, name, rows, last, numbers)
        await self._point(stored, name, rows)
        owners = [self.ids[name][row.source] for row in rows]
        for field, link in stored.links.items():
            await self.linking.link(link, field, owners, rows)

    async def _last(self, table: Table) -> int:
        if "id" not in table.c:
            return 0
        return (await self.connection.execute(select(func.max(table.c.id)))).scalar() or 0

    def _gone_at(self, row: Row, claims: Mapping[SourceId, Claim]) -> datetime | None:
        claim = claims.get(row.source)
        return self.at if claim is not None and claim.gone else None

    async def _number(
        self,
        stored: Stored,
        name: str,
        rows: Sequence[Row],
        last: int,
        given: Sequence[int | None],
    ) -> None:
        """Learn the numbers of the rows: those that the database gave are after the last one."""
        c, known = table_of(stored.table).c, self.ids.setdefault(name, {})
        if "id" not in c:
            numbers = [number for number in given if number is not None]
            known.update(zip((row.source for row in rows), numbers, strict=True))
            return
        asked = select(c.id).where(c.school_id == self.school, c.id > last).order_by(c.id)
        if "source" in c:
            found = await self.connection.execute(asked.add_columns(c.source))
            known.update((SourceId(source), number) for number, source in found.all())
            return
        # Rows get their numbers in the order in which they are written.
        numbers = list((await self.connection.execute(asked)).scalars())
        known.update(zip((row.source for row in rows), numbers, strict=True))

    async def _point(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        """Set the references between rows of one file, now that all of them have numbers."""
        table, known = table_of(stored.table), self.ids[name]
        for field, one in stored.fields.items():
            if isinstance(one, Ref) and one.later:
                [targets] = one.stored([getattr(row, field) for row in rows], self.ids)
                params = [
                    {"b_row": known[row.source], "target": target}
                    for row, target in zip(rows, targets, strict=True)
                ]
                pointing = _of_row(table).values({one.column: bindparam("target")})
                await run(self.connection, pointing, params)

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
        params = params_of(stored, rows, self.ids, gone_at=gone)
        names = ("gone_at", *stored.columns)
        values: dict[str, Any] = {one: bindparam(f"v_{one}") for one in names}
        if table is table_of(AbsenceRow):
            values["set_at"] = absence_set_at(values["code"], values["reason"], self.at)
        changing = _of_row(table).values(changed_at=self.at, **values)
        await run(self.connection, changing, for_update(params, owners))
        await self._point(stored, name, rows)
        for field, link in stored.links.items():
            other = [
                one for one in changed if getattr(one.before, field) != getattr(one.after, field)
            ]
            owners = [self.ids[name][one.after.source] for one in other]
            await self.linking.unlink(link, owners)
            await self.linking.link(link, field, owners, [one.after for one in other])

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
            await run(
                self.connection, _of_row(table).values(origin_id=bindparam("person")), params
            )


def _of_row(table: Table) -> Any:  # noqa: ANN401 - an update
    return update(table).where(table.c.id == bindparam("b_row"))


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
