"""What somebody comes with, and how it ends: what tickets and their log share."""

from enum import StrEnum


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
    NEEDLESS = "needless"
