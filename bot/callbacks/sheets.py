"""Buttons of a teacher's sheets of final marks."""

from enum import StrEnum
from typing import Annotated, Final

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Page, School
from core.ids import CourseId, PeriodId, PupilId
from core.journal.period_sheets import SheetPlace
from core.journal.values import FAIL, NOT_CERTIFIED, PASS, MarkValue, PeriodMarkKind

_FITTING_ID: Final = 10**16 - 1
"""Three of these fit a button, and no school numbers as far."""

_Course = Annotated[CourseId, Field(ge=1, le=_FITTING_ID)]
_Period = Annotated[PeriodId, Field(ge=1, le=_FITTING_ID)]
_Pupil = Annotated[PupilId, Field(ge=1, le=_FITTING_ID)]
_Seen = Annotated[str, Field(max_length=4)]
"""Which mark stood there when the button was shown; nothing for none."""


class SheetKind(StrEnum):
    """The kind of final mark that a sheet is of, in a letter."""

    PERIOD = "p"
    YEAR = "y"
    EXAM = "e"
    FINAL = "f"

    @property
    def of_marks(self) -> PeriodMarkKind:
        """Return the kind as the journal names it."""
        return PeriodMarkKind[self.name]


class SheetValue(StrEnum):
    """A final mark, in a letter."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    TWO = "2"
    PASSED = "p"
    FAILED = "f"
    NOT_CERTIFIED = "n"

    @property
    def mark(self) -> MarkValue:
        """Return the mark as the journal writes it."""
        words = {"p": PASS, "f": FAIL, "n": NOT_CERTIFIED}
        return MarkValue.of(words.get(self.value, self.value))


class OpenOwnSheets(CallbackData, prefix="shts1"):
    """Show a teacher's courses of a period, or of the one that runs."""

    period: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY
    page: Page = 0
    anew: bool = False


class OpenOwnSheetsAt(CallbackData, prefix="shtsat1"):
    """Show a teacher's courses of the period that runs at a school."""

    school: School


class _OfSheet(BaseModel):
    """A sheet is of a course in a period, for marks of a kind."""

    course: _Course
    period: _Period
    kind: SheetKind

    @property
    def place(self) -> SheetPlace:
        """Return which sheet it is."""
        return SheetPlace(self.course, self.period, self.kind.of_marks)


class OpenSheet(_OfSheet, CallbackData, prefix="sht1"):
    """Show a course's final marks of a period."""

    page: Page = 0


class OpenSheetCell(_OfSheet, CallbackData, prefix="shc1"):
    """Show a pupil's final mark, to set it or put it right; nobody's: the first that lacks."""

    pupil: Annotated[int, Field(ge=0, le=_FITTING_ID)] = NOBODY


class FillSheetCell(_OfSheet, CallbackData, prefix="shm2"):
    """Set a pupil's final mark."""

    pupil: _Pupil
    value: SheetValue
    seen: _Seen = ""


class EmptySheetCell(_OfSheet, CallbackData, prefix="she2"):
    """Take a pupil's final mark back."""

    pupil: _Pupil
    seen: _Seen = ""


def kind_of(place: SheetPlace) -> SheetKind:
    """Return a sheet's kind as a button has it."""
    return SheetKind[place.kind.name]
