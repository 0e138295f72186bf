"""A picture or file that comes with a screen: told here, made elsewhere, not tied to a channel.

The process that makes papers imports this module and must stay light.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.texts.html import Html


class Paper(StrEnum):
    """What can be drawn or written as a file."""

    CHART = "chart"
    ATTENDANCE = "attendance"
    REPORT_CARD = "report_card"
    AGENDA = "agenda"
    CLASS_REPORT_SHEET = "class_report_sheet"
    CLASS_REPORT_PDF = "class_report_pdf"
    SCHOOL_REPORT_SHEET = "school_report_sheet"
    SCHOOL_REPORT_PDF = "school_report_pdf"
    BROADCAST_SHEET = "broadcast_sheet"
    BROADCAST_PDF = "broadcast_pdf"
    REVIEWS_SHEET = "reviews_sheet"
    REVIEWS_PDF = "reviews_pdf"

    CLASS_CODES = "class_codes"
    STAFF_CODES = "staff_codes"
    PRINT_RUN = "print_run"
    VENDOR_PACKET = "vendor_packet"
    TRANSCRIPT = "transcript"
    DUTY = "duty"
    DUTY_SCHEDULE = "duty_schedule"

    @property
    def is_picture(self) -> bool:
        """Say whether it is looked at within the chat."""
        return self in {Paper.CHART, Paper.ATTENDANCE}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that comes with a screen: what is to be made, of whom, of which day's period.

    It is made when it is shown, out of what may be seen then; `instead` is said where it cannot.
    `of` is the number of a pupil, a class, a school, as the paper has it; `what` says which one
    is meant where a paper is one of several.
    """

    paper: Paper
    of: int
    day: int
    language: str
    instead: Html
    what: str = ""
