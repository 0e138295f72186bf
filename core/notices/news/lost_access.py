"""What is told, at the school, of who lost access."""

from dataclasses import dataclass
from typing import Final

from core.access.lost import LostAccess
from core.access.people import Name
from core.ids import PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class LostAccessNews:
    """Somebody asks for a new code; `about` is the administrator who hears.

    Whoever leads the school and is no administrator is to pass it on (`to_pass_on`).
    """

    about: PupilId
    child: Name
    request: LostAccess
    to_pass_on: bool = False


LOST_ACCESS_KINDS: Final = frozenset({NoticeKind.LOST_ACCESS})
"""The kinds of notices that tell such news."""
