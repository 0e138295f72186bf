"""A template (заготовка) of an answer: it is put in, and may be changed before it is sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.errors import RuleBroken
from core.ids import AnswerTemplateId, PersonId, SchoolId

LONGEST: Final = 2000
MOST: Final = 100
"""Templates of one owner: a list that nobody can look through helps nobody."""
_TITLE: Final = 40


class TooManyTemplates(RuleBroken):
    """There are as many templates as a list can hold."""

    code = "too-many-templates"


class TemplateChanged(RuleBroken):
    """It was taken away, or said in other words by somebody else in the meantime."""

    code = "answer-template-changed"


@dataclass(frozen=True, slots=True)
class AnswerTemplate:
    """What is often answered; `owner` is None for the school's own."""

    id: AnswerTemplateId
    school: SchoolId
    owner: PersonId | None
    text: str
    changed_at: datetime

    @property
    def title(self) -> str:
        """Return how it is called in a list: its first line."""
        first = self.text.strip().splitlines()[0]
        return first if len(first) <= _TITLE else f"{first[: _TITLE - 1].rstrip()}…"
