"""What who leads the school is told of an account in strange hands."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.breaches.ports import Breach
from core.ids import PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class BreachNews:
    """An account was shut out; `about` is who hears, `due` says that the day to report has come.

    Whose record is void stands on the breach's own screen, and in no message.
    """

    about: PupilId
    child: Name
    breach: Breach
    report_by: date
    zone: ZoneInfo
    due: bool


BREACH_KINDS: Final = frozenset({NoticeKind.BREACH, NoticeKind.BREACH_DUE})
"""The kinds of notices that tell such news."""
