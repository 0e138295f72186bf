"""Templates of answers. Behind `core.helpdesk.templates.ports.AnswerTemplates`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.helpdesk.templates.template import AnswerTemplate
from core.ids import AnswerTemplateId, PersonId, SchoolId
from storage.statements import new_source
from storage.tables import AnswerTemplateRow

_OF = (
    select(
        AnswerTemplateRow.id,
        AnswerTemplateRow.owner_id,
        AnswerTemplateRow.text,
        AnswerTemplateRow.changed_at,
    )
    .where(
        AnswerTemplateRow.school_id == bindparam("school"),
        AnswerTemplateRow.gone_at.is_(None),
        or_(
            AnswerTemplateRow.owner_id.is_(None),
            AnswerTemplateRow.owner_id == bindparam("person"),
        ),
    )
    .order_by(AnswerTemplateRow.owner_id.is_(None), AnswerTemplateRow.text, AnswerTemplateRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlAnswerTemplates:
    """A row for each; one that was taken away stays as a row that is gone."""

    connection: AsyncConnection

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[AnswerTemplate]:
        """Return a person's own templates and the school's, own ones first, by their words."""
        rows = await self.connection.execute(_OF, {"school": school, "person": person})
        return [
            AnswerTemplate(
                AnswerTemplateId(number),
                school,
                PersonId(owner) if owner is not None else None,
                text,
                changed_at,
            )
            for number, owner, text, changed_at in rows
        ]

    async def add(
        self, school: SchoolId, text: str, *, owner: PersonId | None, by: PersonId, at: datetime
    ) -> AnswerTemplateId:
        """Keep a new one."""
        new = insert(AnswerTemplateRow).values(
            school_id=school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            owner_id=owner,
            text=text,
        )
        found = await self.connection.execute(new.returning(AnswerTemplateRow.id))
        return AnswerTemplateId(found.scalar_one())

    async def change(
        self, template: AnswerTemplate, text: str | None, *, by: PersonId, at: datetime
    ) -> bool:
        """Say one in other words, or take it away; return False where it changed since seen."""
        changed = update(AnswerTemplateRow).where(
            AnswerTemplateRow.id == template.id,
            AnswerTemplateRow.school_id == template.school,
            AnswerTemplateRow.changed_at == template.changed_at,
            AnswerTemplateRow.gone_at.is_(None),
        )
        said = {"gone_at": at} if text is None else {"text": text}
        done = changed.values(origin_id=by, changed_at=at, **said).returning(AnswerTemplateRow.id)
        return (await self.connection.execute(done)).first() is not None
