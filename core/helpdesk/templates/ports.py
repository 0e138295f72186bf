"""What templates of answers need kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.helpdesk.templates.template import AnswerTemplate
from core.ids import AnswerTemplateId, PersonId, SchoolId


class AnswerTemplates(Protocol):
    """The templates of consultants and schools."""

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[AnswerTemplate]:
        """Return a person's own templates and the school's, own ones first, by their words."""
        ...

    async def add(
        self, school: SchoolId, text: str, *, owner: PersonId | None, by: PersonId, at: datetime
    ) -> AnswerTemplateId:
        """Keep a new one."""
        ...

    async def change(
        self, template: AnswerTemplate, text: str | None, *, by: PersonId, at: datetime
    ) -> bool:
        """Say one in other words, or take it away; return False where it changed since seen."""
        ...
