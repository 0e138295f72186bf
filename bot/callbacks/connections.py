"""Buttons of who has come in: the lists, a person of them, codes on paper."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Page, Person
from core.access.connections import OfClass, OfStaff, Whose
from core.ids import ClassId, SchoolId

Of = Annotated[int, Field(ge=1, le=LARGEST_ID)]
"""A class, or a school where the list is its staff's."""


class OpenRoll(CallbackData, prefix="roll1"):
    """Show who of a class has come in, or who of the staff of a school."""

    of: Of
    staff: bool = False
    page: Page = 0


class OpenConnection(CallbackData, prefix="conn1"):
    """Show how far one person of a list has come."""

    of: Of
    staff: bool
    person: Person


class PrintCodes(CallbackData, prefix="codes1"):
    """Hand over new codes on paper: for all outside who have none, or for one person."""

    of: Of
    staff: bool
    person: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY


class PrintCodesAfresh(CallbackData, prefix="codesall1"):
    """Hand over new codes for all who are outside, and void those handed out; asked first."""

    of: Of
    staff: bool
    sure: bool = False


class TakeCodeBack(CallbackData, prefix="codeoff1"):
    """Void the code that a person was given."""

    of: Of
    staff: bool
    person: Person


def whose(of: int, *, staff: bool) -> Whose:
    """Return the list that a button names."""
    return OfStaff(SchoolId(of)) if staff else OfClass(ClassId(of))
