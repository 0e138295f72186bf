"""Templates of broadcasts. Behind `core.messages.broadcasts.templates.Templates`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import PersonId, SchoolId, TemplateId
from core.messages.broadcasts.templates import Template
from storage.messages.broadcasts import ask_of, ask_row
from storage.messages.contents import content_of, content_row
from storage.statements import new_source
from storage.tables import BroadcastTemplateRow

_OF = (
    select(
        BroadcastTemplateRow.id,
        BroadcastTemplateRow.owner_id,
        BroadcastTemplateRow.title,
        BroadcastTemplateRow.text,
        BroadcastTemplateRow.spans,
        BroadcastTemplateRow.files,
        BroadcastTemplateRow.asks,
        BroadcastTemplateRow.button,
        BroadcastTemplateRow.choices,
        BroadcastTemplateRow.quorum,
    )
    .where(
        BroadcastTemplateRow.school_id == bindparam("school"),
        BroadcastTemplateRow.gone_at.is_(None),
        or_(
            BroadcastTemplateRow.owner_id.is_(None),
            BroadcastTemplateRow.owner_id == bindparam("person"),
        ),
    )
    .order_by(BroadcastTemplateRow.id.desc())
)


@dataclass(frozen=True, slots=True)
class SqlTemplates:
    """A row for each; one that was taken away stays as a row that is gone."""

    connection: AsyncConnection

    async def add(self, new: Template, *, by: PersonId, at: datetime) -> TemplateId:
        """Keep a template; its number is given here."""
        row = insert(BroadcastTemplateRow).values(
            school_id=new.school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            owner_id=new.owner,
            title=new.title,
            **content_row(new.content),
            **ask_row(new.ask),
        )
        found = await self.connection.execute(row.returning(BroadcastTemplateRow.id))
        return TemplateId(found.scalar_one())

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[Template]:
        """Return a person's own templates and the school's, the latest first."""
        rows = await self.connection.execute(_OF, {"school": school, "person": person})
        return [
            Template(
                TemplateId(number),
                school,
                PersonId(owner) if owner is not None else None,
                title,
                content_of(text, spans, files),
                ask_of(asks=asks, by=None, button=button, choices=choices, quorum=quorum),
            )
            for number, owner, title, text, spans, files, asks, button, choices, quorum in rows
        ]

    async def drop(self, template: TemplateId, *, at: datetime) -> None:
        """Take a template away."""
        gone = (
            update(BroadcastTemplateRow)
            .where(BroadcastTemplateRow.id == template)
            .values(gone_at=at, changed_at=at)
        )
        await self.connection.execute(gone)
