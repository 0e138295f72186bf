"""What messages about missed lessons tell, as the journal stands when they are told."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from core.access.people import Name
from core.diary.acknowledging import stamp_of
from core.diary.truancy.spells import MissedLesson
from core.ids import NoticeId, PupilId, TruancyId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class TruancyNews:
    """For the guardians: lessons missed without good reason, to be acknowledged under `notice`.

    `words` are the class teacher's, or empty. `repeated`: nobody knows whether it arrived before.
    """

    about: PupilId
    child: Name
    notice: NoticeId
    lessons: tuple[MissedLesson, ...]
    words: str = ""
    repeated: bool = False

    @property
    def shown(self) -> str:
        """Return what is acknowledged as plain text: the lessons, and the words."""
        return "\n".join((*(f"{one.day} {one.number}" for one in self.lessons), self.words))

    @property
    def stamp(self) -> int:
        """Return the stamp of the button under it."""
        return stamp_of(self.shown)


@dataclass(frozen=True, slots=True)
class TruancyDraftNews:
    """For the class teacher: a draft about so many missed lessons waits for a word.

    `unread`: it was sent, and did not reach the family. `stands_in`: the class has no class
    teacher here, and somebody else decides. `waits_since`: it has waited for long. Who does not
    decide hears of that too.
    """

    about: PupilId
    child: Name
    warning: TruancyId
    lessons: int
    unread: bool = False
    stands_in: bool = False
    waits_since: date | None = None
    decides: bool = True


OfTruancy = TruancyNews | TruancyDraftNews

TRUANCY_KINDS: Final = frozenset(
    {NoticeKind.TRUANCY, NoticeKind.TRUANCY_DRAFTED, NoticeKind.TRUANCY_WAITS}
)
"""The kinds of notices that tell such news."""
