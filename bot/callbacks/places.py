"""Buttons to the places of the bot itself: menu, shelves, help, settings."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Page, Pupil, School, SchoolClass


class Place(StrEnum):
    """What of a child is looked at; the same place is kept when the child is switched."""

    DIARY = "d"
    MARKS = "m"
    HOMEWORK = "h"
    TIMETABLE = "t"
    ABSENCES = "a"
    FORECAST = "f"


class OpenMenu(CallbackData, prefix="menu1"):
    """Show the menu, bound to a pupil if one is named."""

    pupil: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY
    anew: bool = False


class Shelf(StrEnum):
    """Where the further places of a pupil stand together."""

    PROGRESS = "p"
    FILES = "f"
    SCHOOL = "s"


class OpenMore(CallbackData, prefix="more2"):
    """Show the places of a pupil that have no room in the menu, one shelf at a time."""

    pupil: Pupil
    shelf: Shelf = Shelf.PROGRESS
    anew: bool = False


class ClassShelf(StrEnum):
    """Where the places of a class stand together; all begins with the shelves themselves."""

    ALL = "a"
    PROGRESS = "p"
    ABSENCES = "m"
    FAMILIES = "f"


class OpenClassMore(CallbackData, prefix="clsmore2"):
    """Show what a class teacher can look at of the whole class, one shelf at a time."""

    class_id: SchoolClass
    shelf: ClassShelf = ClassShelf.ALL


class OpenSchoolMore(CallbackData, prefix="schmore1"):
    """Show what the administration can look at of the whole school."""

    school: School


class OpenChildren(CallbackData, prefix="kids1"):
    """Choose another child for the same place."""

    place: Place = Place.DIARY
    page: Page = 0


class OpenFamily(CallbackData, prefix="family1"):
    """Choose a child, beside the message that told of several."""

    place: Place


class OpenSettings(CallbackData, prefix="set1"):
    """Show the settings."""


class ChooseLanguage(CallbackData, prefix="lang1"):
    """Speak another language from now on."""

    language: Annotated[str, Field(pattern="^[a-z]{2}$")]


class OpenHelp(CallbackData, prefix="help1"):
    """Show what the bot can do for the person."""


class OpenPrivacy(CallbackData, prefix="priv1"):
    """Show what is kept about the person."""
