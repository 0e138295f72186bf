"""The button «why?», under every screen that a rule of the school decides."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOW, Ordinal, RealDay


class About(StrEnum):
    """The kinds of screens that a rule decides; `bot.screens.people.why` says by which rules."""

    MARKS = "m"
    REVIEW = "r"
    YEAR = "y"
    ABSENCES = "a"
    ANNOUNCING = "x"
    HOMEWORK = "h"
    CONTROL_WORKS = "c"
    TRUANCY = "t"
    CLASS_REVIEWS = "R"
    MISSING = "M"
    MISSING_OF_YEAR = "Y"
    SHEETS = "s"
    ISSUE = "I"
    WARNINGS = "W"
    CLAIMS = "C"
    PAPER = "P"
    TRUANCIES = "T"
    CLASS_REPORTS = "S"
    MY_DATA = "D"
    DUTY = "d"
    REQUESTS = "q"
    TRAININGS = "g"
    ABSENCES_OF_WEEK = "A"
    CODES = "k"
    STAFF_CODES = "K"
    BREACHES = "b"
    SCHOOL_REPORTS = "O"
    MESSAGES = "w"


class OpenWhy(CallbackData, prefix="rule1"):
    """Show the rules behind a kind of screen.

    `of` is whose screen it was: a pupil's, a class's or a school's, as the kind has it; `day`
    leads back to the same period or week.
    """

    about: About
    of: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    day: Ordinal = NOW
    anew: bool = False


class OpenWhyOf(CallbackData, prefix="rulep1"):
    """Show the same of a screen that is about the days from `day` to `until`, a period or year."""

    about: About
    of: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    day: RealDay
    until: RealDay
    anew: bool = False
