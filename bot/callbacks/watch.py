"""Buttons of what a class teacher watches: use of the diary, missed lessons to verify."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOW, Ordinal, Page, RealDay, SchoolClass
from core.ids import CheckId, CourseId

_Course = Annotated[CourseId, Field(ge=1, le=LARGEST_ID)]
_Check = Annotated[CheckId, Field(ge=1, le=LARGEST_ID)]
_Shown = Annotated[str, Field(pattern="^[0-9a-f]{8}$", max_length=8)]
"""The beginning of the digest of absences that are shown."""


class OpenFamilyUse(CallbackData, prefix="use1"):
    """Show how the families of a class use the diary."""

    class_id: SchoolClass
    page: Page = 0


class RemindReviews(CallbackData, prefix="userem1"):
    """Remind the families of a class that have not reviewed this week."""

    class_id: SchoolClass


class OpenMissedWeek(CallbackData, prefix="msw2"):
    """Show what a class missed in the week that holds a day."""

    class_id: SchoolClass
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenMissedCourse(CallbackData, prefix="msc1"):
    """Show what a class missed of a course in the week that holds a day."""

    class_id: SchoolClass
    course: _Course
    day: RealDay
    page: Page = 0


class MissedDeed(StrEnum):
    """What a class teacher does about missed lessons."""

    ASK = "a"
    TICK = "t"


class ChangeMissed(CallbackData, prefix="msd2"):
    """Ask the teacher of a course about the absences that are shown, or tick these off."""

    class_id: SchoolClass
    course: _Course
    day: RealDay
    deed: MissedDeed
    shown: _Shown


class OpenAbsenceCheck(CallbackData, prefix="chk2"):
    """Show a subject teacher what the class teacher asks."""

    check: _Check
    page: Page = 0
    anew: bool = False


class AnswerAbsences(CallbackData, prefix="chkok2"):
    """Say that the absences that are shown are right, or will be corrected."""

    check: _Check
    right: bool
    shown: _Shown
