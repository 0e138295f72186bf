"""Templates of answers in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.helpdesk.templates.template import AnswerTemplate
from core.ids import AnswerTemplateId, PersonId, SchoolId
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Template(Record):
    school: SchoolId
    owner: PersonId | None
    text: str
    changed_at: datetime
    gone: bool = False


@dataclass(frozen=True)
class MemoryAnswerTemplates:
    world: World

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[AnswerTemplate]:
        found = self.world.all(
            Template, lambda it: it.school == school and it.owner in {None, person} and not it.gone
        )
        return [
            AnswerTemplate(
                AnswerTemplateId(one.id), one.school, one.owner, one.text, one.changed_at
            )
            for one in sorted(found, key=lambda it: (it.owner is None, it.text, it.id))
        ]

    async def add(
        self, school: SchoolId, text: str, *, owner: PersonId | None, by: PersonId, at: datetime
    ) -> AnswerTemplateId:
        kept = self.world.add(Template, school=school, owner=owner, text=text, changed_at=at)
        return AnswerTemplateId(kept.id)

    async def change(
        self, template: AnswerTemplate, text: str | None, *, by: PersonId, at: datetime
    ) -> bool:
        kept = self.world.get(Template, template.id)
        if kept.gone or kept.changed_at != template.changed_at:
            return False
        self.world.change(kept, text=text or kept.text, gone=text is None, changed_at=at)
        return True
