"""What a tap means. A button carries an intent and ids, and is trusted with nothing.

Buttons live for years: a prefix whose meaning changes gets a new number, so that an old button is
known as old. Days are ordinals, 0 is "as it is now". `anew` opens beside the news with the button.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from core.ids import ClassId, PupilId, SchoolId, SubjectId

_LARGEST_ID = 2**63 - 1
_LAST_DAY = date(9000, 1, 1).toordinal()
_LAST_PAGE = 999

Pupil = Annotated[PupilId, Field(ge=1, le=_LARGEST_ID)]
Subject = Annotated[SubjectId, Field(ge=1, le=_LARGEST_ID)]
SchoolClass = Annotated[ClassId, Field(ge=1, le=_LARGEST_ID)]
School = Annotated[SchoolId, Field(ge=1, le=_LARGEST_ID)]
Ordinal = Annotated[int, Field(ge=0, le=_LAST_DAY)]
Page = Annotated[int, Field(ge=0, le=_LAST_PAGE)]
NOW = 0
NOBODY = 0
_FIRST_DAY = date(1900, 1, 1).toordinal()


def day_of(ordinal: int) -> date | None:
    """Return the day that a button names, or None where it means now."""
    return date.fromordinal(ordinal) if ordinal > _FIRST_DAY else None


class Place(StrEnum):
    """What of a child is looked at; the same place is kept when the child is switched."""

    DIARY = "d"
    MARKS = "m"
    HOMEWORK = "h"
    TIMETABLE = "t"
    ABSENCES = "a"


class OpenMenu(CallbackData, prefix="menu1"):
    """Show the menu, bound to a pupil if one is named."""

    pupil: Annotated[int, Field(ge=0, le=_LARGEST_ID)] = NOBODY
    anew: bool = False


class OpenMore(CallbackData, prefix="more1"):
    """Show the places of a pupil that have no room in the menu."""

    pupil: Pupil
    anew: bool = False


class OpenClassMore(CallbackData, prefix="clsmore1"):
    """Show what a class teacher can look at of the whole class."""

    class_id: SchoolClass


class OpenChildren(CallbackData, prefix="kids1"):
    """Choose another child for the same place."""

    place: Place = Place.DIARY
    page: Page = 0


class OpenWeek(CallbackData, prefix="week1"):
    """Show the diary's week that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    anew: bool = False


class OpenDay(CallbackData, prefix="day1"):
    """Show one day of the diary."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenTimetable(CallbackData, prefix="plan1"):
    """Show the timetable of a day, or of the day's week."""

    pupil: Pupil
    day: Ordinal = NOW
    week: bool = False
    page: Page = 0
    anew: bool = False


class OpenMarks(CallbackData, prefix="marks1"):
    """Show the marks by subject of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenSubject(CallbackData, prefix="subj1"):
    """Show one subject's marks of the period that holds a day."""

    pupil: Pupil
    subject: Subject
    day: Ordinal = NOW
    page: Page = 0


class OpenHomework(CallbackData, prefix="home1"):
    """Show what is to be done for a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenAbsences(CallbackData, prefix="away1"):
    """Show the absences of the period that holds a day."""

    pupil: Pupil
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenClass(CallbackData, prefix="class1"):
    """Show the pupils of a class that the person leads."""

    class_id: SchoolClass
    page: Page = 0


class OpenClasses(CallbackData, prefix="led1"):
    """Choose one of the classes that the person leads, or open the only one."""


class OpenSchool(CallbackData, prefix="school1"):
    """Choose one of all classes of a school whose administration the person is."""

    school: School
    page: Page = 0


class OpenSettings(CallbackData, prefix="set1"):
    """Show the settings."""


class ChooseLanguage(CallbackData, prefix="lang1"):
    """Speak another language from now on."""

    language: Annotated[str, Field(pattern="^[a-z]{2}$")]


class OpenHelp(CallbackData, prefix="help1"):
    """Show what the bot can do for the person."""


class OpenPrivacy(CallbackData, prefix="priv1"):
    """Show what is kept about the person."""


class OpenTeachers(CallbackData, prefix="tchrs1"):
    """Show who teaches a pupil."""

    pupil: Pupil
    page: Page = 0


class OpenHolidays(CallbackData, prefix="hols1"):
    """Show the holidays of the school year."""

    pupil: Pupil
    page: Page = 0


class OpenEvents(CallbackData, prefix="evts1"):
    """Show the events of a pupil's class and school, ahead or over."""

    pupil: Pupil
    over: bool = False
    page: Page = 0
    anew: bool = False
