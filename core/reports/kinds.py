"""Which reports there are, and how a button or a kept answer names one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class ClassReportKind(StrEnum):
    """A report of one class (W6, W7, W8)."""

    SUMMARY = "sum"
    RESULTS = "res"
    PERIOD = "per"
    ATTENDANCE = "att"
    ATTENDANCE_SUMMARY = "ats"
    MOVEMENT = "mov"
    MISSED = "mis"
    POOR = "poo"
    PUPILS = "pup"
    ACTIVITY = "act"
    FILLING = "fil"


class SchoolReportKind(StrEnum):
    """A report of a whole school, and the workbook that holds all of a year (W8, C7.1)."""

    RESULTS = "res"
    ATTENDANCE = "att"
    MOVEMENT = "mov"
    FILLING = "fil"
    ACTIVITY = "act"
    CONSULTATIONS = "con"
    YEAR = "year"


OF_YEAR = frozenset({ClassReportKind.PUPILS, ClassReportKind.ATTENDANCE_SUMMARY})
"""Reports that are always of the whole year: their columns are its periods."""


OF_FINAL_MARKS = frozenset({ClassReportKind.SUMMARY, ClassReportKind.RESULTS})
"""Reports that tell nothing before final marks are set."""


@dataclass(frozen=True, slots=True)
class WhichReport:
    """A report by its code, of a period or of the whole year."""

    code: str
    whole_year: bool = False

    @classmethod
    def of(cls, text: str) -> Self:
        """Read what `text` wrote."""
        code, _, rest = text.partition(".")
        return cls(code, rest == "y")

    @property
    def text(self) -> str:
        """Return it in a few signs."""
        return f"{self.code}.y" if self.whole_year else self.code
