"""What somebody comes with, and how it ends: what tickets and their log share."""

from enum import StrEnum
from typing import Final


class Matter(StrEnum):
    """What somebody comes with: the log lists proposals and remarks apart (H4, E6 2.3)."""

    QUESTION = "question"
    REMARK = "remark"
    PROPOSAL = "proposal"


class Closing(StrEnum):
    """How a ticket was closed."""

    CONFIRMED = "confirmed"
    BY_TIME = "by-time"
    CANCELLED = "cancelled"
    MERGED = "merged"
    SOLVED = "solved"
    """Who answers says so: it was put right on the spot, or told by word of mouth."""
    VENDOR = "vendor"
    """The support of the journal's vendor has it, and answers for it from now on (H3)."""
    DUPLICATE = "duplicate"
    NEEDLESS = "needless"
    NO_ANSWER = "no-answer"
    """More was asked back, and the asker did not say it in time."""


BY_HELPER: Final = frozenset({Closing.SOLVED, Closing.VENDOR, Closing.DUPLICATE, Closing.NEEDLESS})
"""How who answers closes a ticket, without waiting for the asker's word."""

WITHOUT_THE_ASKER: Final = BY_HELPER | {Closing.NO_ANSWER}
"""Closings in which the asker had no say: such a ticket may be opened again as an answer may."""
