"""A picture or file that comes with a screen: told here, made elsewhere, not tied to a channel.

The process that makes papers imports this module and must stay light.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.texts.html import Html
from core.ids import PupilId


class Paper(StrEnum):
    """What can be drawn or written as a file."""

    CHART = "chart"
    ATTENDANCE = "attendance"
    REPORT_CARD = "report_card"
    AGENDA = "agenda"

    @property
    def is_picture(self) -> bool:
        """Say whether it is looked at within the chat."""
        return self in {Paper.CHART, Paper.ATTENDANCE}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that comes with a screen: what is to be made, of whom, of which day's period.

    It is made when it is shown, out of what may be seen then; `instead` is said where it cannot.
    """

    paper: Paper
    pupil: PupilId
    day: int
    language: str
    instead: Html
