"""A remark about a pupil (F16): its kinds, on two shelves that are never mixed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from core.access.people import Name
from core.errors import RuleBroken
from core.ids import PersonId, PupilId, RemarkId, SchoolId

LONGEST_REMARK: Final = 600
"""How long the words may be: more than this no phone shows in twelve lines."""


class RemarkEmpty(RuleBroken):
    """A remark needs words."""

    code = "remark-empty"


class RemarkTooLong(RuleBroken):
    """A remark longer than a family reads on a phone."""

    code = "remark-too-long"


class RemarkChanged(RuleBroken):
    """The remark was put into other words, or taken back, in the meantime."""

    code = "remark-changed"


class RemarkKind(StrEnum):
    """What a remark is about."""

    PRAISE = "praise"
    ACHIEVEMENT = "achievement"
    DEVELOPMENT = "development"
    BEHAVIOUR = "behaviour"


class RemarkShelf(StrEnum):
    """Where remarks are read together: what is good never stands beside what is not."""

    PRAISE = "p"
    NOTES = "n"


SHELVES: Final[Mapping[RemarkKind, RemarkShelf]] = {
    RemarkKind.PRAISE: RemarkShelf.PRAISE,
    RemarkKind.ACHIEVEMENT: RemarkShelf.PRAISE,
    RemarkKind.DEVELOPMENT: RemarkShelf.NOTES,
    RemarkKind.BEHAVIOUR: RemarkShelf.NOTES,
}
"""The shelf of each kind."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a teacher said of a pupil on a day, in the words that stand now."""

    id: RemarkId
    school: SchoolId
    pupil: PupilId
    child: Name
    kind: RemarkKind
    text: str
    day: date
    by: PersonId
    author: Name

    @property
    def shelf(self) -> RemarkShelf:
        """Return where it is read."""
        return SHELVES[self.kind]


@dataclass(frozen=True, slots=True)
class FormerWords:
    """What a remark said before it was corrected, or taken back, at an instant by a person."""

    text: str
    at: datetime
    by: PersonId


def remark_words(text: str) -> str:
    """Return the words of a remark in one line; raise for none, and for too many."""
    said = " ".join(text.split())
    if not said:
        raise RemarkEmpty
    if len(said) > LONGEST_REMARK:
        raise RemarkTooLong
    return said
